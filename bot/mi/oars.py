# SPDX-License-Identifier: MPL-2.0
"""Which skill now: affirmation, reflection or summary, in the citizen's own words."""

from __future__ import annotations

from bot.codebook import CHANGE_TALK, Statement, Talk
from bot.danish.mend import mend
from bot.danish.person import is_harsh_on_self
from bot.mi.conversation import Conversation, Heard
from bot.mi.listening import Listened
from bot.mi.move import Act

_AFFIRM_AT_MOST = 3
"""MITI 4.2.1 credits no affirmation that is repeated two or three times."""
_TURNS_BETWEEN_AFFIRMATIONS = 4
_QUOTE_WORDS = 6
_QUOTE_CHARACTERS = 80


def take_up(conversation: Conversation, statement: Statement, listened: Listened) -> list[Act]:
    """What is said first in a turn about what the citizen just said; may be nothing."""
    fresh = [heard for heard in listened.told if not conversation.has_mirrored(heard.du)]
    if not fresh:
        return [] if listened.told else _quote(conversation, statement)
    act, used = (
        _two_sides(fresh) or _affirmation(conversation, fresh) or (Act("reflect", _own(fresh[0])), [fresh[0]])
    )
    for heard in used:
        conversation.mark_mirrored(heard.du)
    return [act]


def _own(heard: Heard) -> dict[str, str]:
    return {"own": heard.du}


def _two_sides(fresh: list[Heard]) -> tuple[Act, list[Heard]] | None:
    """Both sides of an ambivalence, the change side last."""
    against = next((h for h in fresh if h.talk == {Talk.SUSTAIN}), None)
    towards = next((h for h in fresh if h.talk & CHANGE_TALK), None)
    if not against or not towards or len(against.du.split()) + len(towards.du.split()) > 24:
        return None
    return Act("two_sides", {"against": against.du, "towards": towards.du}), [against, towards]


def _affirmation(conversation: Conversation, fresh: list[Heard]) -> tuple[Act, list[Heard]] | None:
    """A strength or a step that the citizen named, sparingly."""
    rested = conversation.turn - conversation.affirmed_turn >= _TURNS_BETWEEN_AFFIRMATIONS
    if conversation.affirmed >= _AFFIRM_AT_MOST or not rested:
        return None
    for kind in (Talk.TAKING_STEPS, Talk.ABILITY):
        shown = next((heard for heard in fresh if kind in heard.talk and _is_the_citizens_doing(heard.du)), None)
        if shown:
            conversation.affirmed += 1
            conversation.affirmed_turn = conversation.turn
            return Act(f"affirm_{kind}", _own(shown)), [shown]
    return None


def _is_the_citizens_doing(du: str) -> bool:
    """A strength or step has the citizen as subject, and is no "not"."""
    words = du.casefold().split()
    return "du" in words[:3] and not {"ikke", "aldrig", "alene"} & set(words)


def _quote(conversation: Conversation, statement: Statement) -> list[Act]:
    """A few words are quoted where the grammar is unsure; more are left alone."""
    words = mend(statement.text).strip(" .!?…")
    short = 2 <= len(words.split()) <= _QUOTE_WORDS and len(words) <= _QUOTE_CHARACTERS
    if not short or "?" in statement.text or not statement.talk or is_harsh_on_self(words):
        return []
    if conversation.has_mirrored(words):
        return []
    conversation.mark_mirrored(words)
    return [Act("quote", {"own": words})]


def summary(conversation: Conversation) -> list[Act]:
    """The wish, what it would give or why it matters, and what helps, as the citizen said it."""
    parts = [_of_focus(conversation), _last(conversation, Talk.REASON, Talk.NEED)]
    parts.append(_last(conversation, Talk.ABILITY, Talk.TAKING_STEPS, Talk.ACTIVATION, Talk.COMMITMENT))
    said = list(dict.fromkeys(part for part in parts if part))
    if not said:
        return []
    return [Act(f"summary_{len(said)}", {f"own{number}": part for number, part in enumerate(said, start=1)})]


def _of_focus(conversation: Conversation) -> str | None:
    focus = conversation.focus
    if focus is None:
        return None
    near = [heard.du for heard in conversation.heard if heard.turn == focus.turn and Talk.DESIRE in heard.talk]
    return near[0] if near else None


def _last(conversation: Conversation, *kinds: Talk) -> str | None:
    heard = [h for h in conversation.heard_of(*kinds) if Talk.DESIRE not in h.talk]
    return min(heard, key=lambda h: abs(len(h.du.split()) - 8)).du if heard else None
