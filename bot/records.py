# SPDX-License-Identifier: MPL-2.0
"""What the desk and the store hand each other: talks and turns, people, alerts, what happened, what is due."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.codebook import Safety, Statement
from bot.goals.goal import Change
from bot.mi.conversation import Conversation
from bot.mi.voice import Reply


class Reading(StrEnum):
    """Whether a message has been understood, or was only kept because nobody could read it."""

    READ = "read"
    HELD = "held"


@dataclass(frozen=True)
class TalkState:
    """What a caller is told of the talk after a turn."""

    process: str
    theme: str | None
    safety: Safety
    drafts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Turn:
    """One message of the citizen and what was answered; turn 0 is the opening and has no message.

    `acts` are the keys of the phrases, `codes` their MITI codes, `why` the reason in plain Danish, without words of
    anybody's.
    """

    number: int
    client_id: str
    said: Statement | None
    replies: tuple[Reply, ...]
    state: TalkState
    at: datetime
    reading: Reading = Reading.READ
    acts: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Device:
    """Where a citizen's conversation is open: since when, and when it was used last; None in what is older than that.
    """

    conversation_id: str
    since: datetime | None
    seen_at: datetime | None


@dataclass
class Invitation:
    """A code that lets a citizen begin one conversation; only its hash is kept."""

    code_hash: str
    citizen_id: str
    staff_id: str
    expires_at: datetime
    conversation_id: str | None = None


@dataclass
class Talk:
    """A conversation with what the desk keeps beside its dialogue."""

    citizen_id: str
    token_hash: str
    conversation: Conversation
    shared_turns: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Rating:
    """How the citizen found a talk, in our own items; each 0–10 or left out. No test, and no measure of anybody."""

    heard: float | None = None
    mattered: float | None = None
    suited: float | None = None
    brought: float | None = None
    comment: str = ""


@dataclass(frozen=True)
class Summary:
    """A talk in the citizen's own words, as they saw it when they shared it; each part holds verbatim messages."""

    wishes: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    hard: tuple[str, ...] = ()
    importance: float | None = None
    confidence: float | None = None


@dataclass(frozen=True)
class Known:
    """A citizen that a member of staff works with; `called` is what they call them, empty if they never said."""

    citizen_id: str
    called: str
    since: datetime


@dataclass(frozen=True)
class LookedUp:
    """That somebody of the staff looked something up, and what for; never who it was (Datatilsynet 2024-32-0283)."""

    at: datetime
    act: str
    purpose: str


@dataclass(frozen=True)
class Line:
    """One line of the audit, before it is chained: ids and a purpose, never words."""

    at: datetime
    actor: str
    act: str
    subject: str
    purpose: str


@dataclass(frozen=True)
class Done:
    """How often something was done by a kind of actor."""

    kind: str
    act: str
    times: int


@dataclass(frozen=True)
class Figures:
    """How much there is: citizens somebody works with, talks, goals by state, alerts nobody has seen."""

    citizens: int
    talks: int
    goals: dict[str, int]
    alerts_open: int


@dataclass(frozen=True)
class DeletionRequest:
    """That a citizen wants what is kept of them deleted: why, and by when they have an answer."""

    id: str
    citizen_id: str
    at: datetime
    due_on: date
    reason: str = ""


@dataclass(frozen=True)
class Receipt:
    """How much of each kind was deleted; no words and no id of what is gone."""

    at: datetime
    rows: dict[str, int]


@dataclass(frozen=True)
class Mark:
    """One version of one goal in the order of what happened."""

    at: datetime
    goal_id: str
    version: int


@dataclass(frozen=True)
class Happened:
    """A version that other systems may want to know of; `is_shared` is false once the citizen has taken the goal back.
    """

    mark: Mark
    citizen_id: str
    change: Change
    is_shared: bool


@dataclass(frozen=True)
class Due:
    """A goal that it is time to look at, who works with its citizen, and since when it waits."""

    goal_id: str
    citizen_id: str
    due_on: date
    staff: tuple[str, ...]


CALLED_BY_PEER = -1  # in place of the turn, in an alert that a peer made


@dataclass
class Alert:
    """Danger that a person should look at: who and how grave, never the words. Waits in the outbox until seen.

    `step` is the place in the list of recipients that it goes to now; `attempts` how often that was tried; `next_at`
    when something is to be done with it again; `trying_since` is set while an attempt runs, and stays if nobody knows
    what became of it.
    """

    id: str
    citizen_id: str
    conversation_id: str
    turn: int
    level: Safety
    at: datetime
    seen_at: datetime | None = None
    seen_by: str = ""
    step: int = 0
    attempts: int = 0
    next_at: datetime | None = None
    trying_since: datetime | None = None
    delivered_at: datetime | None = None
    delivered_to: str = ""

    @property
    def is_call(self) -> bool:
        """Whether a peer beside the citizen asks staff to come: the citizen need not have written of danger."""
        return self.turn == CALLED_BY_PEER


@dataclass(frozen=True)
class Code:
    """That a code was made for a citizen, and until when it may be used; the code itself is not kept."""

    made_at: datetime
    expires_at: datetime


@dataclass(frozen=True)
class WithPeer:
    """That a peer was let into a talk, from and to, and what the two wrote to each other, if it is kept: (at, whose,
    words)."""

    opened_at: datetime
    joined_at: datetime | None
    ended_at: datetime | None
    lines: tuple[tuple[datetime, str, str], ...]


@dataclass(frozen=True)
class Beside:
    """What is kept of a citizen beside talks and goals: since when, what staff call them, alerts, codes, devices, and
    sessions with a peer."""

    since: datetime
    called: str
    alerts: tuple[Alert, ...]
    codes: tuple[Code, ...]
    devices: tuple[Device, ...]
    peers: tuple[WithPeer, ...]


class Reach(StrEnum):
    """How far the newest alert of a talk has come, as far as it is confirmed."""

    OUTBOX = "outbox"
    DELIVERED = "delivered"
    SEEN = "seen"


@dataclass(frozen=True)
class Note:
    """What a recipient is told of an alert: no words of the citizen's and no name. `id` is the same for every attempt.

    `repeated`: an earlier attempt may have arrived, so this may be the second. `is_call`: a peer asks staff to come.
    """

    id: str
    alert_id: str
    citizen_id: str
    level: Safety
    at: datetime
    recipient: str
    repeated: bool = False
    is_call: bool = False


class NotDelivered(Exception):
    """A note was not taken; `reason` is a few words without anybody's. `unsure`: the line broke after it was sent, so
    that it may have been taken all the same."""

    def __init__(self, reason: str, unsure: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.unsure = reason, unsure
