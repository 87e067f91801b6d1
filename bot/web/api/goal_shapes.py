# SPDX-License-Identifier: MPL-2.0
"""What goes in and out of the API about goals, with examples."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from bot.codebook import Theme
from bot.goals.followup import follow_ups
from bot.goals.goal import Along, Change, Goal, Kind, Origin
from bot.goals.lifecycle import WHOSE_TURN, Actor, State, Turn, allowed_acts
from bot.goals.quality import Criterion, hints
from bot.goals.versions import Fate, Piece
from bot.services.finding import Told
from bot.services.goals import waits_for_room
from bot.web.api.shapes import OnTheRuler, Shape, Words

THREE_ALREADY = "Du har tre mål i gang. Det her venter, til der er plads."
_WORDING = "Jeg kører med bus 5 et stop sammen med min bostøtte på tirsdag."


class DetailsIn(Shape):
    """Details of the step in words; an empty text takes one away, what is left out stays."""

    when: Words | None = Field(default=None, examples=["på tirsdag"])
    how_often: Words | None = None
    where: Words | None = None
    with_whom: Words | None = None
    own_part: Words | None = None
    support: Words | None = None
    support_from: Words | None = None
    sign: Words | None = None
    obstacle: Words | None = None
    if_then: Words | None = Field(default=None, examples=["Hvis bussen er fuld, så tager vi den næste."])
    kind: Kind | None = None

    def along(self) -> Along:
        """For the heart."""
        return Along(details={name: str(text) for name, text in self.model_dump(exclude_none=True).items()})


class Review(Shape):
    """What staff say: `suggest` needs a wording or details, `ask` and `not_now` a reason."""

    act: Literal["agree", "suggest", "ask", "not_now"] = Field(examples=["suggest"])
    wording: Words = Field(default="", examples=[_WORDING])
    reason: Words = ""
    details: DetailsIn = DetailsIn()


class AnswerGoal(Shape):
    """What the citizen says: `own_wording` needs a wording or details, `reply` a reason."""

    act: Literal["yes", "own_wording", "reply", "no", "take_back"] = Field(examples=["yes"])
    wording: Words = ""
    reason: Words = ""
    details: DetailsIn = DetailsIn()


class FollowUp(Shape):
    """What happened since; everything but the act may be left out, except a reason where staff drop a goal.

    `attainment` is goal attainment scaling: −2 much less than hoped, 0 as hoped, +2 much more. `due_on` and
    `every_days` say when to look again; six weeks unless something else is said, 1 is day by day.
    """

    act: Literal["follow_up", "notice", "pause", "resume", "reach", "drop"] = Field(default="follow_up")
    score: OnTheRuler | None = None
    attainment: Annotated[int, Field(ge=-2, le=2)] | None = None
    comment: Words = Field(default="", examples=["Det gik fint, da først jeg stod der."])
    due_on: date | None = None
    every_days: Annotated[int, Field(ge=1, le=366)] | None = None

    def along(self) -> Along:
        """For the heart."""
        return Along(self.score, self.attainment, self.due_on, self.every_days)


class Search(Shape):
    """Words that stand in a wish or a wording, in any case of letters."""

    words: str = Field(min_length=1, max_length=100, examples=["svømme"])


class Comment(Shape):
    """Some words about a goal that both can read; they change nothing else."""

    text: Words = Field(examples=["Skal vi tage det på tirsdag?"])


class QuoteOut(BaseModel):
    """The citizen's own words, the turn in which they were said, and what was asked, where that may be seen."""

    turn: int
    text: str
    asked: str = ""

    @classmethod
    def of(cls, told: Told) -> QuoteOut:
        """From the desk."""
        return cls(turn=told.turn, text=told.text, asked=told.asked)


class OriginOut(BaseModel):
    """Where a detail comes from."""

    origin: Origin
    turn: int | None


class DetailsOut(BaseModel):
    """What the citizen said of the step; empty where nothing was said. Rulers are 0–10."""

    step: str
    when: str
    how_often: str
    where: str
    with_whom: str
    own_part: str
    support: str
    support_from: str
    sign: str
    obstacle: str
    if_then: str
    kind: Kind | None
    sure: float | None
    importance: float | None
    confidence: float | None
    origins: dict[str, OriginOut]


class ChangeOut(BaseModel):
    """One version: `who` is the id of the member of staff, empty for the citizen."""

    version: int
    actor: Actor
    act: str
    at: datetime
    state: State
    wording: str
    reason: str
    who: str
    score: float | None
    attainment: int | None
    details: dict[str, str]

    @classmethod
    def of(cls, change: Change) -> ChangeOut:
        """From the heart's change."""
        return cls.model_validate(change, from_attributes=True)


class PieceOut(BaseModel):
    """Some words in a row that stayed, went or came."""

    fate: Fate
    text: str


class VersionOut(ChangeOut):
    """One version and what it changed in the wording; `difference` is empty where the words stayed the same."""

    difference: list[PieceOut]

    @classmethod
    def with_difference(cls, change: Change, pieces: tuple[Piece, ...]) -> VersionOut:
        """From the heart's change and what differed."""
        told = [PieceOut.model_validate(piece, from_attributes=True) for piece in pieces]
        return cls(**ChangeOut.of(change).model_dump(), difference=told)


class ScoreOut(BaseModel):
    """What was told at one follow-up."""

    at: datetime
    actor: Actor
    score: float | None
    attainment: int | None
    comment: str


class HintOut(BaseModel):
    """What staff may want to ask about: `met` is empty where nothing was said that would tell. Never a mark."""

    criterion: Criterion
    met: bool | None
    reason: str
    question: str


class GoalInList(BaseModel):
    """A goal as it stands: the wish verbatim, the wording, whose turn it is, when to look at it again."""

    id: str
    citizen_id: str
    conversation_id: str
    version: int
    status: State
    whose_turn: Turn
    wish: QuoteOut | None
    wording: str
    theme: Theme | None
    details: DetailsOut
    due_on: date | None
    every_days: int
    allowed: list[str]
    note: str | None = None

    @classmethod
    def of(cls, goal: Goal, viewer: Actor) -> GoalInList:
        """From the heart's goal, as seen by the citizen or by staff."""
        return cls.model_validate(_as_it_stands(goal, viewer))


class GoalOut(GoalInList):
    """A goal with all that has been: every version, the quotes shared, scores over time, and for staff what they might
    ask."""

    quotes: list[QuoteOut]
    history: list[ChangeOut]
    scores: list[ScoreOut]
    hints: list[HintOut] = []
    made_by: str

    @classmethod
    def whole(cls, goal: Goal, viewer: Actor, quotes: list[QuoteOut] | None = None) -> GoalOut:
        """From the heart's goal with its history, as seen by the citizen or by staff."""
        scores = [
            ScoreOut(at=told.at, actor=told.actor, score=told.score, attainment=told.attainment, comment=told.reason)
            for told in follow_ups(goal)
        ]
        return cls(
            **_as_it_stands(goal, viewer), quotes=quotes or [], scores=scores, made_by=goal.made_by,
            history=[ChangeOut.of(change) for change in goal.history],
            hints=_hints_of(goal) if viewer is Actor.STAFF else [],
        )


def _as_it_stands(goal: Goal, viewer: Actor) -> dict[str, object]:
    return {
        "id": goal.id, "citizen_id": goal.citizen_id, "conversation_id": goal.conversation_id,
        "version": goal.version, "status": goal.state, "whose_turn": WHOSE_TURN[goal.state],
        "wish": QuoteOut(turn=goal.wish.turn, text=goal.wish.text) if goal.wish else None,
        "wording": goal.wording, "theme": goal.theme,
        "details": DetailsOut.model_validate(goal.details, from_attributes=True),
        "due_on": goal.due_on, "every_days": goal.every_days,
        "allowed": [str(act) for act in allowed_acts(goal.state, viewer)],
        "note": THREE_ALREADY if waits_for_room(goal) else None,
    }


def _hints_of(goal: Goal) -> list[HintOut]:
    """For staff only; citizens get no marks."""
    return [HintOut.model_validate(hint, from_attributes=True) for hint in hints(goal)]
