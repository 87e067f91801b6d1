# SPDX-License-Identifier: MPL-2.0
"""A desk for tests: a store in memory, a clock, a member of staff, and citizens who write to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from bot.accounts import Lasting, Staff
from bot.codebook import Statement
from bot.goals.goal import Goal
from bot.mi.conversation import Conversation
from bot.records import Turn
from bot.services import devices, invitations, talking
from tests.factories import (
    HARD,
    NOTHING_MORE,
    REASON,
    STEP,
    STRENGTH,
    WISH,
    YES,
    Clock,
    FakeStore,
    rating,
    statement,
)

DEVICE_LASTING = Lasting(timedelta(days=30), timedelta(days=90))
STAFF_LASTING = Lasting(timedelta(minutes=30), timedelta(hours=10))
TO_THE_READ_BACK = (
    statement("Jeg har mest siddet derhjemme"), WISH, HARD, REASON, STRENGTH, YES, NOTHING_MORE, YES, STEP,
    statement("på søndag"), rating(9),
)
TO_A_DRAFT = (*TO_THE_READ_BACK, YES)


@dataclass
class House:
    """What a service test holds in its hands."""

    store: FakeStore = field(default_factory=FakeStore)
    clock: Clock = field(default_factory=Clock)
    sent: int = 0

    def staff(self, name: str = "Karen") -> Staff:
        """A member of staff."""
        return invitations.add_staff(self.store, self.clock, name)[0]

    def conversation_of(self, token: str) -> str | None:
        """The conversation that a device may go on with."""
        return devices.conversation_of(self.store, self.clock, DEVICE_LASTING, token)

    def talk(self, staff: Staff | None = None, citizen_id: str | None = None) -> talking.Opened:
        """A conversation begun with a code of its own."""
        made = invitations.invite(self.store, self.clock, staff or self.staff(), 14, citizen_id)
        return talking.open_conversation(self.store, self.clock, made.code)

    def say(self, conversation_id: str, *said: Statement) -> list[Turn]:
        """The citizen writes, one message after the other."""
        turns = []
        for message in said:
            self.sent += 1
            turns.append(talking.respond(self.store, self.clock, conversation_id, f"besked {self.sent}", message))
        return turns

    def draft(self, conversation_id: str) -> Goal:
        """A goal that the citizen has confirmed in the conversation."""
        self.say(conversation_id, *TO_A_DRAFT)
        return list(self.store.kept.goals.values())[-1]

    def memory(self, conversation_id: str) -> Conversation:
        """The dialogue's memory as it is kept."""
        return self.store.kept.talks[conversation_id].conversation

    def acts(self) -> list[str]:
        """What the audit tells, in order."""
        return [line.act for line in self.store.kept.audit]
