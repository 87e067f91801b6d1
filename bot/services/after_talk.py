# SPDX-License-Identifier: MPL-2.0
"""After a talk: the whole in short, in the citizen's words, and how they found it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.accounts import Staff
from bot.codebook import Talk as Kind
from bot.danish.identifiers import mask
from bot.mi.conversation import Conversation
from bot.ports import Clock, Store
from bot.records import Rating, Summary
from bot.services.errors import NothingShared, NotOnTheRuler, UnknownConversation
from bot.services.permissions import check_staff_may_reach

_OF_EACH = 5
_SCORES = (0, 10)


def summary_of(conversation: Conversation) -> Summary:
    """Messages of the citizen, verbatim and each once, sorted by what they tell; the newest few of each."""
    return Summary(
        wishes=_newest(wish.said for wish in conversation.wishes),
        matters=_newest(heard.said for heard in conversation.heard_of(Kind.REASON, Kind.NEED)),
        strengths=_newest(heard.said for heard in conversation.heard_of(Kind.ABILITY, Kind.TAKING_STEPS)),
        hard=_newest(heard.said for heard in conversation.heard_of(Kind.SUSTAIN)),
        importance=conversation.importance, confidence=conversation.confidence,
    )


def _newest(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))[-_OF_EACH:]


def own_summary(store: Store, conversation_id: str) -> Summary:
    """What would be shared now, for the citizen to see before it is."""
    with store.reading() as work:
        talk = work.talks.locked(conversation_id)
        if talk is None:
            raise UnknownConversation
        return summary_of(talk.conversation)


def summary_for_staff(store: Store, clock: Clock, staff: Staff, conversation_id: str) -> Summary:
    """What the citizen has shared of the talk as a whole; noted as read. `NothingShared` where they have not."""
    with store() as work:
        citizen = work.talks.owner(conversation_id)
        check_staff_may_reach(work, staff, citizen, UnknownConversation)
        shared = work.talks.summary(conversation_id)
        if shared is None:
            raise NothingShared
        work.audit.note(clock(), f"staff:{staff.id}", "summary.read", conversation_id, "review")
        return shared


def rate(store: Store, clock: Clock, conversation_id: str, rating: Rating) -> Rating:
    """Keeps how the citizen found the talk; a second time takes the place of the first."""
    scores = (rating.heard, rating.mattered, rating.suited, rating.brought)
    if not all(score is None or _SCORES[0] <= score <= _SCORES[1] for score in scores):
        raise NotOnTheRuler
    with store() as work:
        citizen = work.talks.owner(conversation_id)
        if citizen is None:
            raise UnknownConversation
        kept = Rating(*scores, comment=mask(rating.comment))
        work.talks.rate(conversation_id, kept, clock())
        work.audit.note(clock(), f"citizen:{citizen}", "conversation.rate", conversation_id)
        return kept
