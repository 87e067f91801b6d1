# SPDX-License-Identifier: MPL-2.0
"""What a citizen is shown of what is kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field, TypeAdapter

from bot.codebook import Safety, Statement
from bot.goals.lifecycle import Actor
from bot.mi.conversation import Conversation
from bot.records import Alert, Beside, Code, DeletionRequest, Device, LookedUp, Turn, WithPeer
from bot.services.privacy import KeptData, KeptTalk
from bot.web.api.goal_shapes import GoalOut
from bot.web.api.shapes import Rating, ReplyOut, Shape, Summary, TurnOut, Words


class TakeBack(Shape):
    """Which quotes, by turn, and whether the talk in short, staff may no longer see."""

    quotes: list[Annotated[int, Field(strict=True, ge=1, le=1_000_000)]] = Field(default=[], max_length=100)
    summary: bool = False


class WantsDeletion(Shape):
    """A request for deletion; a reason is welcome and not needed."""

    reason: Words = ""


class DeletionOut(BaseModel):
    """A request that waits, and by when it is answered."""

    id: str
    at: datetime
    due_on: date

    @classmethod
    def of(cls, request: DeletionRequest) -> DeletionOut:
        """From the desk."""
        return cls(id=request.id, at=request.at, due_on=request.due_on)


class LookedUpOut(BaseModel):
    """When staff looked at something, at what, and what for."""

    at: datetime
    act: str
    purpose: str

    @classmethod
    def of(cls, looked: LookedUp) -> LookedUpOut:
        """From the desk."""
        return cls(at=looked.at, act=looked.act, purpose=looked.purpose)


class ReadAs(BaseModel):
    """How the program read a message: the labels of its codebook, and how sure it was (0–1)."""

    intent: str
    talk: list[str]
    themes: list[str]
    safety: Safety
    confidence: float
    danger_probability: float

    @classmethod
    def of(cls, said: Statement) -> ReadAs:
        """From what was said."""
        return cls(
            intent=said.intent, talk=sorted(said.talk), themes=sorted(said.themes), safety=said.safety,
            confidence=said.confidence, danger_probability=said.danger_probability,
        )


class KeptTurnOut(TurnOut):
    """One message and its answer, how the message was read, and why it was answered as it was."""

    read_as: ReadAs | None
    why: str

    @classmethod
    def of(cls, turn: Turn) -> KeptTurnOut:
        """From the desk."""
        return cls(
            turn=turn.number, said=turn.said.text if turn.said else None, at=turn.at,
            replies=[ReplyOut.of(reply) for reply in turn.replies], why=turn.why,
            read_as=ReadAs.of(turn.said) if turn.said else None,
        )


_MEMORY: TypeAdapter[Conversation] = TypeAdapter(Conversation)


class KeptTalkOut(BaseModel):
    """One talk: every message and answer, what of it is shared, and what the dialogue remembers of it."""

    id: str
    turns: list[KeptTurnOut]
    memory: dict[str, Any]
    shared_quotes: list[int]
    shared_summary: Summary | None
    rating: Rating | None

    @classmethod
    def of(cls, talk: KeptTalk) -> KeptTalkOut:
        """From the desk."""
        return cls(
            id=talk.id, turns=[KeptTurnOut.of(turn) for turn in talk.turns],
            memory=_MEMORY.dump_python(talk.memory, mode="json"), shared_quotes=list(talk.shared_turns),
            shared_summary=Summary.of(talk.shared_summary) if talk.shared_summary else None,
            rating=Rating.of(talk.rating) if talk.rating else None,
        )


class KeptAlertOut(BaseModel):
    """That the citizen wrote of danger: no words, and not who of the staff has seen it."""

    level: Safety
    at: datetime
    delivered_at: datetime | None
    seen_at: datetime | None

    @classmethod
    def of(cls, alert: Alert) -> KeptAlertOut:
        """From the desk."""
        return cls(level=alert.level, at=alert.at, delivered_at=alert.delivered_at, seen_at=alert.seen_at)


class CodeOut(BaseModel):
    """That a code was made, and until when it may be used."""

    made_at: datetime
    expires_at: datetime

    @classmethod
    def of(cls, code: Code) -> CodeOut:
        """From the desk."""
        return cls(made_at=code.made_at, expires_at=code.expires_at)


class DeviceOut(BaseModel):
    """Since when a talk is open on a device, and when that was last used."""

    conversation_id: str
    since: datetime | None
    seen_at: datetime | None

    @classmethod
    def of(cls, device: Device) -> DeviceOut:
        """From the desk."""
        return cls(conversation_id=device.conversation_id, since=device.since, seen_at=device.seen_at)


class PeerLineOut(BaseModel):
    """What citizen or peer wrote to the other."""

    at: datetime
    author: str
    text: str


class WithPeerOut(BaseModel):
    """That a peer was let in, from and to; never who. `lines` are empty where they were deleted at the end."""

    opened_at: datetime
    joined_at: datetime | None
    ended_at: datetime | None
    lines: list[PeerLineOut]

    @classmethod
    def of(cls, session: WithPeer) -> WithPeerOut:
        """From the desk."""
        lines = [PeerLineOut(at=at, author=author, text=text) for at, author, text in session.lines]
        return cls(opened_at=session.opened_at, joined_at=session.joined_at, ended_at=session.ended_at, lines=lines)


class BesideOut(BaseModel):
    """What is kept beside talks and goals: since when, what staff call the citizen, alerts, codes, devices, peers."""

    since: datetime
    called: str
    alerts: list[KeptAlertOut]
    codes: list[CodeOut]
    devices: list[DeviceOut]
    peers: list[WithPeerOut]

    @classmethod
    def of(cls, beside: Beside) -> BesideOut:
        """From the desk."""
        return cls(
            since=beside.since, called=beside.called, alerts=[KeptAlertOut.of(alert) for alert in beside.alerts],
            codes=[CodeOut.of(code) for code in beside.codes],
            devices=[DeviceOut.of(device) for device in beside.devices],
            peers=[WithPeerOut.of(session) for session in beside.peers],
        )


class DataOut(BaseModel):
    """Everything that is kept of a citizen."""

    citizen_id: str
    talks: list[KeptTalkOut]
    goals: list[GoalOut]
    look_ups: list[LookedUpOut]
    deletion_requests: list[DeletionOut]
    beside: BesideOut

    @classmethod
    def of(cls, kept: KeptData) -> DataOut:
        """From the desk."""
        return cls(
            citizen_id=kept.citizen_id, talks=[KeptTalkOut.of(talk) for talk in kept.talks],
            goals=[GoalOut.whole(goal, Actor.CITIZEN) for goal in kept.goals],
            look_ups=[LookedUpOut.of(looked) for looked in kept.look_ups],
            deletion_requests=[DeletionOut.of(request) for request in kept.requests],
            beside=BesideOut.of(kept.beside),
        )
