# SPDX-License-Identifier: MPL-2.0
"""Makes a draft goal of what a citizen said: the wish verbatim, the wording they confirmed, nothing invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.codebook import Theme
from bot.goals.goal import Details, Goal, Quote
from bot.goals.lifecycle import Actor

_QUOTES_AT_MOST = 3


class NothingConfirmed(Exception):
    """The citizen has not said yes to any wording, so there is nothing to draft."""


@dataclass(frozen=True)
class Said:
    """What a citizen said of a goal in a talk; what was not said is empty. Rulers are 0–10."""

    citizen_id: str
    conversation_id: str
    wording: str
    wish: Quote | None = None
    theme: Theme | None = None
    motivation: tuple[Quote, ...] = ()
    step: str = ""
    when: str = ""
    with_whom: str = ""
    sign: str = ""
    sure: float | None = None
    importance: float | None = None
    confidence: float | None = None


def draft(said: Said, goal_id: str, at: datetime, made_by: str) -> Goal:
    """The goal, with the citizen's yes to its first wording; `NothingConfirmed` for an empty wording."""
    if not said.wording.strip():
        raise NothingConfirmed
    goal = Goal(
        id=goal_id, citizen_id=said.citizen_id, conversation_id=said.conversation_id, wish=said.wish,
        wording=said.wording, details=_details(said), theme=said.theme, made_by=made_by,
    )
    goal.note(Actor.CITIZEN, "confirm", at)
    return goal


def _details(said: Said) -> Details:
    return Details(
        step=said.step, when=said.when, with_whom=said.with_whom, sign=said.sign, sure=said.sure,
        importance=said.importance, confidence=said.confidence, motivation=_different(said.motivation),
    )


def _different(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The newest few, none of them twice."""
    return tuple({quote.turn: quote for quote in quotes}.values())[-_QUOTES_AT_MOST:]
