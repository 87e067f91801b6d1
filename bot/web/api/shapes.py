# SPDX-License-Identifier: MPL-2.0
"""What goes in and out of the API, with examples."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.codebook import Safety, Theme
from bot.mi.conversation import Way
from bot.mi.voice import Reply
from bot.records import Alert, TalkState
from bot.records import Rating as Rated
from bot.records import Summary as Summed
from bot.records import Turn as TalkTurn

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
    """That a citizen wrote of danger in a talk.

    `delivered_at` is empty until a recipient's side has taken it, `seen_at` until somebody of the staff has seen it.
    `is_call`: a peer asked staff to come, and the citizen wrote of no danger; `turn` says nothing then.
    """

    id: str
    citizen_id: str
    conversation_id: str
    turn: int
    is_call: bool = False
    level: Safety
    at: datetime
    delivered_at: datetime | None
    seen_at: datetime | None

    @classmethod
    def of(cls, alert: Alert) -> AlertOut:
        """From the desk's alert."""
        return cls.model_validate(alert, from_attributes=True)


class Share(Shape):
    """Which drafts, what was said in which turns, and whether the talk in short, staff may see."""

    goals: list[Id] = Field(default=[], max_length=20)
    summary: bool = False
    quotes: list[Annotated[int, Field(strict=True, ge=1, le=1_000_000)]] = Field(default=[], max_length=100)


class Summary(BaseModel):
    """A talk in short: the citizen's own messages, sorted by what they tell. Rulers are 0–10."""

    wishes: list[str]
    matters: list[str]
    strengths: list[str]
    hard: list[str]
    importance: float | None
    confidence: float | None

    @classmethod
    def of(cls, summary: Summed) -> Summary:
        """From the desk's summary."""
        return cls.model_validate(summary, from_attributes=True)


OnTheRuler = Annotated[float, Field(ge=0, le=10, examples=[7])]


class Rating(Shape):
    """How the talk was, in the citizen's eyes: each 0–10 or left out."""

    heard: OnTheRuler | None = Field(default=None, description="Jeg blev hørt")
    mattered: OnTheRuler | None = Field(default=None, description="Vi talte om det, der er vigtigt for mig")
    suited: OnTheRuler | None = Field(default=None, description="Måden passede til mig")
    brought: OnTheRuler | None = Field(default=None, description="Jeg fik noget med herfra")
    comment: Words = ""

    @classmethod
    def of(cls, rating: Rated) -> Rating:
        """From the desk's rating."""
        return cls.model_validate(rating, from_attributes=True)


class Invite(Shape):
    """For a new citizen, or for one that the caller works with; `called` is what staff call them."""

    citizen_id: Id | None = None
    called: Annotated[str, StringConstraints(max_length=80, strip_whitespace=True)] | None = Field(
        default=None, examples=["Karla"])


class CitizenOut(BaseModel):
    """A citizen that the caller works with."""

    id: str
    called: str
    since: datetime


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
