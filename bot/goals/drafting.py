# SPDX-License-Identifier: MPL-2.0
"""Makes a draft goal of what a citizen said: the wish verbatim, the wording they confirmed, nothing invented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.codebook import Theme
from bot.goals import fields
from bot.goals.goal import Details, FieldOrigin, Goal, Kind, Origin, Quote
from bot.goals.lifecycle import Actor

_QUOTES_AT_MOST = 3


class NothingConfirmed(Exception):
    """The citizen has not said yes to any wording, so there is nothing to draft."""


@dataclass(frozen=True)
class Said:
    """What a citizen said of a goal in a talk; what was not said is empty. Rulers are 0–10.

    `answers` are their answers about the step, verbatim, by turn; `turns` tells in which turn a field was said;
    `hard` is what they said last that held them back.
    """

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
    hard: Quote | None = None
    answers: tuple[Quote, ...] = ()
    turns: Mapping[str, int] = field(default_factory=dict)


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
    read = {
        "how_often": _first(said, fields.how_often), "where": _first(said, fields.where),
        "support": _first(said, fields.support), "if_then": _first(said, fields.if_then),
        "obstacle": said.hard or _NOTHING,
    }
    texts = {name: quote.text for name, quote in read.items()}
    wished = f"{said.wish.text if said.wish else ''} {said.wording}"
    kind = fields.kind_of(wished)
    told = {name: said.turns.get(name) for name in ("step", "when", "with_whom", "sign") if getattr(said, name)}
    turns = {**told, **{name: quote.turn for name, quote in read.items() if quote.text}}
    return Details(
        step=said.step, when=said.when, with_whom=said.with_whom, sign=said.sign, sure=said.sure, kind=kind,
        importance=said.importance, confidence=said.confidence, motivation=_different(said.motivation), **texts,
        origins=_origins(said, {**texts, **{name: getattr(said, name) for name in told}}, turns, kind),
    )


_NOTHING = Quote("", 0)


def _first(said: Said, read: fields.Read) -> Quote:
    """The first answer in which something is found, with only that of it; the wording itself was said too."""
    quotes = (*said.answers, Quote(said.wording, said.turns.get("step", 0)))
    return next((Quote(found, quote.turn) for quote in quotes if (found := read(quote.text))), _NOTHING)


def _origins(
    said: Said, texts: Mapping[str, str], turns: Mapping[str, int | None], kind: Kind | None
) -> dict[str, FieldOrigin]:
    """A detail that stands in the wording was confirmed with it; the others were said."""
    origins = {
        name: FieldOrigin(
            Origin.CONFIRMED if text.casefold() in said.wording.casefold() else Origin.SAID, turns.get(name) or None)
        for name, text in texts.items() if text
    }
    if kind:
        origins["kind"] = FieldOrigin(Origin.SAID, said.wish.turn if said.wish else None)
    return origins


def _different(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The newest few, none of them twice."""
    return tuple({quote.turn: quote for quote in quotes}.values())[-_QUOTES_AT_MOST:]
