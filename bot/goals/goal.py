# SPDX-License-Identifier: MPL-2.0
"""A goal: the citizen's wish, verbatim, and beside it the wording that staff and citizen agree on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.codebook import Theme
from bot.goals.lifecycle import Act, Actor, State, next_state


class WordingMissing(Exception):
    """An act that needs a wording or a question came without one."""

    def __init__(self, act: Act) -> None:
        super().__init__(f"'{act}' needs a text")
        self.act = act


@dataclass(frozen=True)
class Quote:
    """The citizen's words, and the turn in which they were said."""

    text: str
    turn: int


@dataclass(frozen=True)
class Details:
    """What was said of the step; what was not said is empty. Rulers are 0–10."""

    step: str = ""
    when: str = ""
    with_whom: str = ""
    sign: str = ""
    sure: float | None = None
    importance: float | None = None
    confidence: float | None = None
    motivation: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Change:
    """One version of a goal: who did what when, the reason given, and the wording that stood after it."""

    version: int
    actor: Actor
    act: str
    at: datetime
    state: State
    wording: str
    reason: str = ""


@dataclass
class Goal:
    """The wish never changes; the wording may, and each side's yes is to one numbered wording."""

    id: str
    citizen_id: str
    conversation_id: str
    wish: Quote | None
    wording: str
    details: Details = field(default_factory=Details)
    theme: Theme | None = None
    state: State = State.DRAFT
    wording_number: int = 1
    citizen_yes: int | None = 1
    staff_yes: int | None = None
    history: list[Change] = field(default_factory=list)
    made_by: str = ""

    @property
    def version(self) -> int:
        """How many changes there have been."""
        return len(self.history)

    @property
    def both_said_yes(self) -> bool:
        """Whether citizen and staff have said yes to the wording that stands."""
        return self.citizen_yes == self.staff_yes == self.wording_number

    def apply(self, actor: Actor, act: Act, at: datetime, wording: str = "", reason: str = "") -> None:
        """One act of the table; `MoveNotAllowed` or `WordingMissing` leave the goal as it was."""
        after = next_state(self.state, actor, act)
        _check_text(act, wording, reason)
        if act in (Act.SUGGEST, Act.OWN_WORDING):
            self.wording, self.wording_number = wording.strip(), self.wording_number + 1
        self._note_yes(actor, act)
        self.state = after
        self.note(actor, act, at, reason)

    def _note_yes(self, actor: Actor, act: Act) -> None:
        if actor is Actor.STAFF and act in (Act.AGREE, Act.SUGGEST):
            self.staff_yes = self.wording_number
        if actor is Actor.CITIZEN and act in (Act.YES, Act.OWN_WORDING):
            self.citizen_yes = self.wording_number

    def note(self, actor: Actor, act: str, at: datetime, reason: str = "") -> None:
        """Adds a version; nothing earlier is overwritten."""
        self.history.append(Change(self.version + 1, actor, act, at, self.state, self.wording, reason))


def _check_text(act: Act, wording: str, reason: str) -> None:
    if act in (Act.SUGGEST, Act.OWN_WORDING) and not wording.strip():
        raise WordingMissing(act)
    if act in (Act.ASK, Act.NOT_NOW, Act.REPLY) and not reason.strip():
        raise WordingMissing(act)
