# SPDX-License-Identifier: MPL-2.0
"""What goes in and out of the API, with examples."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.codebook import Safety, Theme
from bot.goals.goal import Goal
from bot.goals.lifecycle import WHOSE_TURN, Actor, State, Turn, allowed_acts
from bot.goals.quality import Criterion, hints
from bot.mi.conversation import Way
from bot.mi.voice import Reply
from bot.ports import Alert, TalkState
from bot.ports import Turn as TalkTurn
from bot.services.goals import waits_for_room

Text = Annotated[str, StringConstraints(max_length=100_000)]
Words = Annotated[str, StringConstraints(max_length=2_000)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Code = Annotated[str, StringConstraints(min_length=1, max_length=64)]


class Shape(BaseModel):
    """What all shapes share: an unknown field is an error, not a silence."""

    model_config = ConfigDict(extra="forbid")


class StartTalk(Shape):
    """An invitation code, as it stands on the card, and the way into the talk."""

    code: Code = Field(examples=["K7PQM-W3XRD"])
    way: Way = Way.MEETING


class SayText(Shape):
    """A message; `client_id` is made by the sender, so that the same message is never taken twice."""

    text: Text = Field(examples=["jeg vil gerne have nogen at spise sammen med"])
    client_id: UUID


class ReplyOut(BaseModel):
    """One bubble; `choices` are texts that may be sent back as they stand."""

    text: str
    choices: list[str] = []

    @classmethod
    def of(cls, reply: Reply) -> ReplyOut:
        """From the heart's reply."""
        return cls(text=reply.text, choices=list(reply.choices))


class StateOut(BaseModel):
    """Where the talk is; `drafts` are ids of goals that came out of it."""

    process: str
    theme: Theme | None
    safety: Safety
    drafts: list[str]

    @classmethod
    def of(cls, state: TalkState) -> StateOut:
        """From the desk's state."""
        theme = Theme(state.theme) if state.theme else None
        return cls(process=state.process, theme=theme, safety=state.safety, drafts=list(state.drafts))


class Started(BaseModel):
    """A new conversation; the token is shown once."""

    id: str
    token: str
    replies: list[ReplyOut]


class Answered(BaseModel):
    """What was answered, and where the talk is."""

    replies: list[ReplyOut]
    state: StateOut

    @classmethod
    def of(cls, turn: TalkTurn) -> Answered:
        """From a turn."""
        return cls(replies=[ReplyOut.of(reply) for reply in turn.replies], state=StateOut.of(turn.state))


class TurnOut(BaseModel):
    """One message and its answer; `turn` is the number by which a quote is shared."""

    turn: int
    said: str | None
    replies: list[ReplyOut]
    at: datetime


class TalkOut(BaseModel):
    """The conversation so far."""

    id: str
    turns: list[TurnOut]
    state: StateOut


class MoveOut(BaseModel):
    """Why the bot said what it said in a turn: MITI codes and the reason in plain Danish, without anybody's words."""

    turn: int
    at: datetime
    codes: list[str]
    why: str

    @classmethod
    def of(cls, turn: TalkTurn) -> MoveOut:
        """From a turn."""
        return cls(turn=turn.number, at=turn.at, codes=list(turn.codes), why=turn.why)


class AlertOut(BaseModel):
    """That a citizen wrote of danger in a talk; `seen_at` is empty until somebody of the staff has seen it."""

    id: str
    citizen_id: str
    conversation_id: str
    turn: int
    level: Safety
    at: datetime
    seen_at: datetime | None

    @classmethod
    def of(cls, alert: Alert) -> AlertOut:
        """From the desk's alert."""
        return cls.model_validate(alert, from_attributes=True)


class Share(Shape):
    """Which drafts, and what was said in which turns, staff may see."""

    goals: list[Id] = Field(default=[], max_length=20)
    quotes: list[Annotated[int, Field(strict=True, ge=1, le=1_000_000)]] = Field(default=[], max_length=100)


class Review(Shape):
    """What staff say: `suggest` needs a wording, `ask` and `not_now` a reason."""

    act: Literal["agree", "suggest", "ask", "not_now"]
    wording: Words = ""
    reason: Words = ""


class AnswerGoal(Shape):
    """What the citizen says: `own_wording` needs a wording, `reply` a reason."""

    act: Literal["yes", "own_wording", "reply", "no", "take_back"]
    wording: Words = ""
    reason: Words = ""


class QuoteOut(BaseModel):
    """The citizen's own words, and the turn in which they were said."""

    turn: int
    text: str


class DetailsOut(BaseModel):
    """What the citizen said of the step; empty where nothing was said. Rulers are 0–10."""

    step: str
    when: str
    with_whom: str
    sign: str
    sure: float | None
    importance: float | None
    confidence: float | None


class ChangeOut(BaseModel):
    """One version."""

    version: int
    actor: Actor
    act: str
    at: datetime
    state: State
    wording: str
    reason: str


class HintOut(BaseModel):
    """What staff may want to ask about: `met` is empty where nothing was said that would tell. Never a mark."""

    criterion: Criterion
    met: bool | None
    reason: str
    question: str


class GoalOut(BaseModel):
    """A goal: the wish verbatim, the wording that stands, whose turn it is, and for staff what they might ask."""

    id: str
    citizen_id: str
    version: int
    status: State
    whose_turn: Turn
    wish: QuoteOut | None
    wording: str
    theme: Theme | None
    details: DetailsOut
    quotes: list[QuoteOut]
    history: list[ChangeOut]
    allowed: list[str]
    hints: list[HintOut] = []
    note: str | None = None

    @classmethod
    def of(cls, goal: Goal, viewer: Actor, quotes: list[QuoteOut] | None = None) -> GoalOut:
        """From the heart's goal, as seen by the citizen or by staff."""
        details = DetailsOut.model_validate(goal.details, from_attributes=True)
        return cls(
            id=goal.id, citizen_id=goal.citizen_id, version=goal.version, status=goal.state,
            whose_turn=WHOSE_TURN[goal.state],
            wish=QuoteOut(turn=goal.wish.turn, text=goal.wish.text) if goal.wish else None,
            wording=goal.wording, theme=goal.theme, details=details, quotes=quotes or [],
            history=[ChangeOut.model_validate(change, from_attributes=True) for change in goal.history],
            allowed=[str(act) for act in allowed_acts(goal.state, viewer)],
            hints=_hints_of(goal) if viewer is Actor.STAFF else [],
            note=THREE_ALREADY if waits_for_room(goal) else None,
        )


def _hints_of(goal: Goal) -> list[HintOut]:
    """For staff only; citizens get no marks."""
    return [HintOut.model_validate(hint, from_attributes=True) for hint in hints(goal)]


THREE_ALREADY = "Du har tre mål i gang. Det her venter, til der er plads."


class Invite(Shape):
    """For a new citizen, or for one that the caller works with."""

    citizen_id: Id | None = None


class Invitation(BaseModel):
    """A code to hand to the citizen; it is shown once."""

    code: str
    citizen_id: str
    expires_at: datetime
    link: str


class Problem(BaseModel):
    """Problem details (RFC 9457); `title` is Danish and says the way out."""

    type: str = Field(examples=["urn:afsaet:problem:expired-code"])
    title: str
    status: int
