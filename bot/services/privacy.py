# SPDX-License-Identifier: MPL-2.0
"""What a citizen may see of what is kept, take back, and have deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.danish.identifiers import mask
from bot.goals.goal import Goal
from bot.mi.conversation import Conversation
from bot.ports import Clock, Store, UnitOfWork
from bot.records import Beside, DeletionRequest, LookedUp, Rating, Receipt, Summary, Turn
from bot.services.errors import NothingToShare, TextTooLong, UnknownCitizen, UnknownConversation
from bot.services.secrets import new_id

ANSWERED_WITHIN = timedelta(days=30)
"""A request for deletion is answered within a month (GDPR art. 12(3); Datatilsynet 2018-32-0286)."""
_LONGEST_REASON = 2_000


@dataclass(frozen=True)
class KeptTalk:
    """One conversation as it is kept; `memory` is what the dialogue remembers of it."""

    id: str
    turns: Sequence[Turn]
    memory: Conversation
    shared_turns: Sequence[int]
    shared_summary: Summary | None
    rating: Rating | None


@dataclass(frozen=True)
class KeptData:
    """Everything that is kept of a citizen, and when staff looked at something of it."""

    citizen_id: str
    talks: Sequence[KeptTalk]
    goals: Sequence[Goal]
    look_ups: Sequence[LookedUp]
    requests: Sequence[DeletionRequest]
    beside: Beside


def take_back(store: Store, clock: Clock, conversation_id: str, turns: Sequence[int], summary: bool) -> None:
    """The citizen takes back quotes, or the talk in short; the record says that, and not what."""
    if not turns and not summary:
        raise NothingToShare
    with store() as work:
        citizen_id = _citizen_of(work, conversation_id)
        work.talks.unshare(conversation_id, turns, summary)
        work.audit.note(clock(), f"citizen:{citizen_id}", "quotes.take_back", conversation_id)


def take_back_from(
    store: Store, clock: Clock, own: str, conversation_id: str, turns: Sequence[int], summary: bool
) -> None:
    """The same for any talk of the citizen whose talk `own` is; `UnknownConversation` for others."""
    with store.reading() as work:
        if work.talks.owner(conversation_id) != _citizen_of(work, own):
            raise UnknownConversation
    take_back(store, clock, conversation_id, turns, summary)


def kept_data(store: Store, clock: Clock, conversation_id: str) -> KeptData:
    """Everything of the citizen whose talk it is, from all their talks."""
    with store() as work:
        citizen_id = _citizen_of(work, conversation_id)
        work.audit.note(clock(), f"citizen:{citizen_id}", "data.read", citizen_id)
        return KeptData(
            citizen_id, [_kept_talk(work, talk) for talk in work.privacy.talks_of(citizen_id)],
            work.goals.of_citizen(citizen_id), work.privacy.look_ups(citizen_id),
            work.privacy.open_requests(citizen_id), work.privacy.beside(citizen_id),
        )


def _kept_talk(work: UnitOfWork, conversation_id: str) -> KeptTalk:
    talk = work.talks.locked(conversation_id)
    if talk is None:
        raise UnknownConversation
    return KeptTalk(
        conversation_id, work.talks.turns(conversation_id), talk.conversation, sorted(talk.shared_turns),
        work.talks.summary(conversation_id), work.talks.rating(conversation_id))


def request_deletion(store: Store, clock: Clock, conversation_id: str, reason: str) -> DeletionRequest:
    """The citizen asks to have all deleted; a second time gives the first request again."""
    if len(reason) > _LONGEST_REASON:
        raise TextTooLong
    with store() as work:
        citizen_id = _citizen_of(work, conversation_id)
        before = work.privacy.open_requests(citizen_id)
        if before:
            return before[0]
        now = clock()
        request = DeletionRequest(new_id(), citizen_id, now, (now + ANSWERED_WITHIN).date(), mask(reason))
        work.privacy.request_deletion(request)
        work.audit.note(now, f"citizen:{citizen_id}", "deletion.request", request.id)
        return request


def open_requests(store: Store) -> Sequence[DeletionRequest]:
    """All requests that wait, most urgent first."""
    with store.reading() as work:
        return work.privacy.open_requests()


def delete_citizen(store: Store, clock: Clock, citizen_id: str, who: str) -> Receipt:
    """Deletes everything of a citizen and their key; `UnknownCitizen` if there is none. The audit keeps that it
    happened. Copies of the database hold no keys; whoever keeps a copy of the keys strikes this one there."""
    with store() as work:
        rows = work.privacy.delete_citizen(citizen_id)
        if not rows["citizen"]:
            raise UnknownCitizen
        now = clock()
        work.audit.note(now, who, "citizen.delete", citizen_id)
        return Receipt(now, rows)


def _citizen_of(work: UnitOfWork, conversation_id: str) -> str:
    citizen_id = work.talks.owner(conversation_id)
    if citizen_id is None:
        raise UnknownConversation
    return citizen_id
