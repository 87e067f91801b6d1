# SPDX-License-Identifier: MPL-2.0
"""What the desk needs from outside: a store of conversations, goals and people, a messenger, and a clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol

from bot.goals.finding import After, Page, Wanted
from bot.goals.goal import Goal
from bot.records import (
    Alert,
    DeletionRequest,
    Due,
    Happened,
    Invitation,
    Known,
    LookedUp,
    Mark,
    Note,
    Rating,
    Staff,
    Summary,
    Talk,
    Turn,
)

Clock = Callable[[], datetime]


class Privacy(Protocol):
    """What a citizen may know of what is kept, and what is done when they want it gone."""

    def look_ups(self, citizen_id: str) -> Sequence[LookedUp]:
        """When staff read something of a citizen's, oldest first."""
        ...
    def talks_of(self, citizen_id: str) -> Sequence[str]:
        """The ids of a citizen's conversations, oldest first."""
        ...
    def request_deletion(self, request: DeletionRequest) -> None: ...
    def open_requests(self, citizen_id: str | None = None) -> Sequence[DeletionRequest]:
        """Those that are not done, most urgent first; of one citizen or of all."""
        ...
    def talks_quiet_since(self, before: datetime) -> Sequence[str]:
        """Conversations with words in them in which nothing has been said since a moment."""
        ...
    def delete_goals(self, states: Sequence[str], before: datetime) -> int:
        """Deletes goals that have been in one of these states since before a moment; how many."""
        ...
    def delete_audit(self, before: datetime) -> int:
        """Cuts off the audit's oldest lines; the chain goes on from where it was cut. How many."""
        ...
    def delete_citizen(self, citizen_id: str) -> dict[str, int]:
        """Deletes all of a citizen: their words, their goals and their key; rows by table. Audit lines stay, by id."""
        ...


class Talks(Protocol):
    """Conversations and their turns."""

    def add(self, talk: Talk, opening: Turn) -> None: ...
    def locked(self, conversation_id: str) -> Talk | None:
        """The conversation, locked against other writers until the unit of work ends."""
        ...
    def save(self, talk: Talk) -> None: ...
    def token_hash(self, conversation_id: str) -> str | None: ...
    def id_by_token(self, token_hash: str) -> str | None: ...
    def new_token(self, conversation_id: str, token_hash: str) -> None: ...
    def add_turn(self, conversation_id: str, turn: Turn) -> None: ...
    def save_turn(self, conversation_id: str, turn: Turn) -> None: ...
    def turn_by_client_id(self, conversation_id: str, client_id: str) -> Turn | None: ...
    def turns(self, conversation_id: str) -> Sequence[Turn]: ...
    def held(self, conversation_id: str) -> Sequence[Turn]: ...
    def earlier(self, citizen_id: str, at_most: int) -> Sequence[Talk]:
        """The citizen's newest talks, newest first."""
        ...
    def owner(self, conversation_id: str) -> str | None:
        """The citizen whose conversation it is."""
        ...
    def unshare(self, conversation_id: str, turns: Sequence[int], summary: bool) -> None:
        """Takes back what was shared of some turns, and of the talk as a whole."""
        ...
    def keep_summary(self, conversation_id: str, summary: Summary) -> None: ...
    def summary(self, conversation_id: str) -> Summary | None:
        """What the citizen has shared of the talk as a whole."""
        ...
    def rate(self, conversation_id: str, rating: Rating, at: datetime) -> None:
        """Keeps how the talk was, in place of what was said before."""
        ...
    def rating(self, conversation_id: str) -> Rating | None: ...
    def erase(self, conversation_id: str) -> None:
        """Deletes the turns and the dialogue's memory; what was shared as a goal stays."""
        ...


class Goals(Protocol):
    """Goals and all their versions."""

    def add(self, goal: Goal) -> None: ...
    def get(self, goal_id: str) -> Goal | None: ...
    def locked(self, goal_id: str) -> Goal | None: ...
    def save(self, goal: Goal) -> None: ...
    def of_conversation(self, conversation_id: str) -> Sequence[Goal]: ...
    def of_citizen(self, citizen_id: str) -> Sequence[Goal]: ...
    def of_staff(self, staff_id: str, wanted: Wanted, after: After | None, at_most: int) -> Page:
        """What is shared by the citizens that a member of staff works with now; least recently changed first."""
        ...
    def changes(self, staff_id: str, since: Mark | None, until: datetime, at_most: int) -> Sequence[Happened]:
        """The versions made after a mark and no later than `until`, oldest first, of goals that were ever shared."""
        ...
    def due(self, on: date) -> Sequence[Due]:
        """The goals whose day has come, longest waiting first; of all citizens, and without their words."""
        ...
    def delete_drafts(self, conversation_id: str) -> None:
        """Deletes the goals of a conversation that were never shared."""
        ...
    def active_count(self, citizen_id: str) -> int: ...
    def quotes(self, goal: Goal) -> Sequence[tuple[int, str]]:
        """(turn, words) that the citizen chose to share from the goal's conversation."""
        ...


class People(Protocol):
    """Staff, citizens, and who works with whom."""

    def add_staff(self, staff: Staff, token_hash: str, at: datetime) -> None: ...
    def staff_by_token(self, token_hash: str) -> Staff | None: ...
    def add_citizen(self, citizen_id: str, staff_id: str, at: datetime) -> None: ...
    def call(self, citizen_id: str, called: str) -> None:
        """What staff call a citizen; empty takes it away."""
        ...
    def citizens_of(self, staff_id: str) -> Sequence[Known]:
        """Whom a member of staff works with now, longest first."""
        ...
    def works_with(self, staff_id: str, citizen_id: str) -> bool: ...
    def add_invitation(self, invitation: Invitation, at: datetime) -> None: ...
    def invitation(self, code_hash: str) -> Invitation | None:
        """The invitation, locked until the unit of work ends."""
        ...
    def use_invitation(self, invitation: Invitation) -> None: ...


class Messenger(Protocol):
    """Brings notes to people outside."""

    def send(self, note: Note) -> None:
        """Returns once the other side has taken the note; `NotDelivered` otherwise."""
        ...


class Alerts(Protocol):
    """The outbox of alerts; an alert is kept in the same transaction as the message that it is about."""

    def add(self, alert: Alert) -> None: ...
    def get(self, alert_id: str) -> Alert | None: ...
    def save(self, alert: Alert) -> None: ...
    def of_conversation(self, conversation_id: str) -> Sequence[Alert]:
        """Oldest first."""
        ...
    def waiting(self, at: datetime, steps: int) -> Sequence[str]:
        """Ids of those that nobody has seen and that are to be brought out now: not yet taken, or due for the next of
        `steps` recipients. Longest waiting first."""
        ...
    def of_staff(self, staff_id: str) -> Sequence[Alert]:
        """Those about citizens that this member of staff works with, unseen first, newest first."""
        ...


class Audit(Protocol):
    """One line per act, in the same transaction as the act; never a citizen's words."""

    def note(self, at: datetime, actor: str, act: str, subject: str, purpose: str = "") -> None: ...


class UnitOfWork(Protocol):
    """One transaction: all of it is kept, or nothing."""

    talks: Talks
    goals: Goals
    people: People
    alerts: Alerts
    privacy: Privacy
    audit: Audit


class Store(Protocol):
    """Opens units of work."""

    def __call__(self) -> AbstractContextManager[UnitOfWork]:
        """One that may write; writers to the same database wait for one another."""
        ...

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """One that only reads, and waits for nobody."""
        ...
