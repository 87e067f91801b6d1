# SPDX-License-Identifier: MPL-2.0
"""A goal: the citizen's wish, verbatim, and beside it the wording that staff and citizen agree on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.codebook import Theme
from bot.goals.followup import EVERY_DAYS, is_a_score, is_an_attainment, next_due
from bot.goals.lifecycle import Act, Actor, State, next_state


class WordingMissing(Exception):
    """An act that needs a wording or a question came without one."""

    def __init__(self, act: Act) -> None:
        super().__init__(f"'{act}' needs a text")
        self.act = act


class NotOnTheRuler(Exception):
    """A score that is not 0–10, or an attainment that is not −2…+2."""


class Origin(StrEnum):
    """Where a detail comes from: the citizen's own words, a wording they said yes to, or staff (not yet agreed)."""

    SAID = "said"
    CONFIRMED = "confirmed"
    SUGGESTED = "suggested"


class Kind(StrEnum):
    """What a goal is for, as KL's måltype: udvikle, fastholde, begrænse tab."""

    DEVELOP = "develop"
    KEEP = "keep"
    LIMIT_LOSS = "limit_loss"


@dataclass(frozen=True)
class Quote:
    """The citizen's words, and the turn in which they were said."""

    text: str
    turn: int


@dataclass(frozen=True)
class FieldOrigin:
    """Where one detail comes from; `turn` where the citizen said it in the talk."""

    origin: Origin
    turn: int | None = None


@dataclass(frozen=True)
class Details:
    """What was said of the step; what was not said is empty. Rulers are 0–10. `origins` tells of each."""

    step: str = ""
    when: str = ""
    how_often: str = ""
    where: str = ""
    with_whom: str = ""
    own_part: str = ""
    support: str = ""
    support_from: str = ""
    sign: str = ""
    obstacle: str = ""
    if_then: str = ""
    kind: Kind | None = None
    sure: float | None = None
    importance: float | None = None
    confidence: float | None = None
    motivation: tuple[Quote, ...] = ()
    origins: Mapping[str, FieldOrigin] = field(default_factory=dict)

    def suggested(self, fields: Mapping[str, str]) -> Details:
        """With what staff propose for some fields, marked as theirs."""
        return self._with(fields, FieldOrigin(Origin.SUGGESTED))

    def said(self, fields: Mapping[str, str]) -> Details:
        """With what the citizen writes of some fields."""
        return self._with(fields, FieldOrigin(Origin.SAID))

    def agreed(self) -> Details:
        """After the citizen's yes: what staff had proposed is confirmed."""
        yes = FieldOrigin(Origin.CONFIRMED)
        return replace(self, origins={
            name: yes if told.origin is Origin.SUGGESTED else told for name, told in self.origins.items()
        })

    def as_staff_see(self, shared_turns: Collection[int] = ()) -> Details:
        """Without what was said before the plan, unless the citizen chose to share that turn: it stands here for them.
        """
        told = self.origins.get("obstacle")
        hidden = told and told.origin is Origin.SAID and told.turn is not None and told.turn not in shared_turns
        if not hidden:
            return self
        others = {name: one for name, one in self.origins.items() if name != "obstacle"}
        return replace(self, obstacle="", origins=others)

    def _with(self, fields: Mapping[str, str], origin: FieldOrigin) -> Details:
        values = {name: _value(name, text) for name, text in fields.items() if name in DETAILS_IN_WORDS}
        kept = {name: told for name, told in self.origins.items() if name not in values}
        told = {name: origin for name, value in values.items() if value}
        return replace(self, **values, origins={**kept, **told})  # type: ignore[arg-type]


DETAILS_IN_WORDS = (
    "when", "how_often", "where", "with_whom", "own_part", "support", "support_from", "sign", "obstacle", "if_then",
    "kind",
)
"""The details that may be proposed or rewritten; the step is the wording itself, and rulers are the citizen's alone."""


def _value(name: str, text: str) -> str | Kind | None:
    if name != "kind":
        return text.strip()
    return Kind(text) if text else None


@dataclass(frozen=True)
class Along:
    """What may go along with an act: a score (0–10), goal attainment (−2…+2), when to look again, other details."""

    score: float | None = None
    attainment: int | None = None
    due_on: dt.date | None = None
    every_days: int | None = None
    details: Mapping[str, str] = field(default_factory=dict)


NOTHING_ALONG = Along()


@dataclass(frozen=True)
class Change:
    """One version of a goal: who did what when, the reason or comment given, and the wording that stood after it.

    `who` is the id of a member of staff, empty for the citizen; `score` and `attainment` are those of a follow-up.
    """

    version: int
    actor: Actor
    act: str
    at: datetime
    state: State
    wording: str
    reason: str = ""
    who: str = ""
    score: float | None = None
    attainment: int | None = None
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Goal:
    """The wish never changes, but the citizen may take it off; the wording may, and a yes is to one numbered wording.

    `version` counts the changes; `history` holds them, or nothing where only the goal as it stands was read.
    """

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
    due_on: dt.date | None = None
    every_days: int = EVERY_DAYS
    version: int = 0
    last_act: str = ""

    def as_staff_see(self, shared_turns: Collection[int] = ()) -> Goal:
        """The goal with its details as staff may see them."""
        return replace(self, details=self.details.as_staff_see(shared_turns))

    @property
    def both_said_yes(self) -> bool:
        """Whether citizen and staff have said yes to the wording that stands."""
        return self.citizen_yes == self.staff_yes == self.wording_number

    def apply(
        self, actor: Actor, act: Act, at: datetime, wording: str = "", reason: str = "",
        along: Along = NOTHING_ALONG, who: str = "",
    ) -> None:
        """One act of the table; `MoveNotAllowed` or `WordingMissing` leave the goal as it was."""
        after = next_state(self.state, actor, act)
        _check_text(actor, act, wording, reason, along)
        if not (is_a_score(along.score) and is_an_attainment(along.attainment)):
            raise NotOnTheRuler
        if act in (Act.SUGGEST, Act.OWN_WORDING):
            self._word_anew(act, wording or self.wording, along)
        if act is Act.NOT_MY_WISH:
            self.wish = None
        self._note_yes(actor, act)
        self.state = after
        self.every_days = along.every_days or self.every_days
        self.due_on = next_due(self, act, at.date(), along.due_on)
        self.note(actor, act, at, reason, along, who)

    def _word_anew(self, act: Act, wording: str, along: Along) -> None:
        self.wording, self.wording_number = wording.strip(), self.wording_number + 1
        proposed = self.details.suggested if act is Act.SUGGEST else self.details.said
        self.details = proposed(along.details)

    def _note_yes(self, actor: Actor, act: Act) -> None:
        if actor is Actor.STAFF and act in (Act.AGREE, Act.SUGGEST):
            self.staff_yes = self.wording_number
        if actor is Actor.CITIZEN and act in (Act.YES, Act.OWN_WORDING):
            self.citizen_yes = self.wording_number
        if act is Act.YES:
            self.details = self.details.agreed()

    def note(
        self, actor: Actor, act: str, at: datetime, reason: str = "", along: Along = NOTHING_ALONG, who: str = "",
    ) -> None:
        """Adds a version; nothing earlier is overwritten."""
        self.version, self.last_act = self.version + 1, str(act)
        self.history.append(Change(
            self.version, actor, act, at, self.state, self.wording, reason, who, along.score, along.attainment,
            dict(along.details),
        ))


_NEEDS_WORDING = frozenset({Act.SUGGEST, Act.OWN_WORDING})
_NEEDS_REASON = frozenset({Act.ASK, Act.NOT_NOW, Act.REPLY, Act.NOTICE, Act.COMMENT})


def _check_text(actor: Actor, act: Act, wording: str, reason: str, along: Along) -> None:
    if act in _NEEDS_WORDING and not wording.strip() and not along.details:
        raise WordingMissing(act)
    if act in _NEEDS_REASON and not reason.strip():
        raise WordingMissing(act)
    if act is Act.DROP and actor is Actor.STAFF and not reason.strip():
        raise WordingMissing(act)
