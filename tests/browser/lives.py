# SPDX-License-Identifier: MPL-2.0
"""What has happened to an invented citizen before a page is looked at, written into a running system's store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import BrowserContext

from bot.accounts import Staff
from bot.goals.goal import Along
from bot.goals.lifecycle import Act
from bot.records import Turn
from bot.services import goals, invitations, talking
from bot.settings import now
from bot.store.vault import Vault
from bot.store.work import SqlStore
from tests.edges.houses import CONTACTS, confirm_goal, understood
from tests.factories import Clock
from tests.journeys.system import System

WISH = "jeg vil gerne have nogen at spise sammen med"
WORDING = "Jeg spørger Bodil fra værestedet på onsdag, om vi skal spise sammen."


def store_of(system: System) -> SqlStore:
    """The running system's store, opened beside it."""
    return SqlStore(
        system.environment["AFSAET_DATABASE_URL"], Vault(Path(system.environment["AFSAET_KEY_FILE"]).read_text()))


@dataclass
class Life:
    """A citizen and their bostøtte; `clock` stands at the day of what happens next, and ends at today."""

    store: SqlStore
    clock: Clock
    staff: Staff
    citizen: str
    talk: str
    token: str

    @classmethod
    def begin(cls, system: System, days_ago: int, called: str = "", staff: Staff | None = None) -> Life:
        """A new citizen, who began so many days ago."""
        store, clock = store_of(system), Clock(now() - timedelta(days=days_ago))
        if staff is None:
            staff, _ = invitations.add_staff(store, clock, "Bodil")
        code = invitations.invite(store, clock, staff, 14, None, called or None)
        opened = talking.open_conversation(store, clock, code.code)
        return cls(store, clock, staff, code.citizen_id, opened.id, opened.token)

    def say(self, text: str) -> Turn:
        """A message, read by simple rules."""
        self.clock.later(minutes=1)
        return talking.respond(self.store, self.clock, self.talk, f"{self.clock.at.timestamp()}",
                               understood(text), CONTACTS)

    def draft(self, wording: str = WORDING, wish: str = WISH) -> str:
        """A delmål that the citizen has said yes to and not shared."""
        self.clock.later(minutes=1)
        return confirm_goal(self.store, self.clock, self.talk, wording=wording, wish=wish)

    def shared(self, wording: str = WORDING, wish: str = WISH, quotes: tuple[int, ...] = ()) -> str:
        """A delmål that waits for staff."""
        goal = self.draft(wording, wish)
        goals.share(self.store, self.clock, self.talk, [goal], quotes)
        return goal

    def active(self, wording: str = WORDING, wish: str = WISH) -> str:
        """A delmål that both have said yes to."""
        goal = self.shared(wording, wish)
        self.staff_does(goal, Act.AGREE)
        self.does(goal, Act.YES)
        return goal

    def does(self, goal: str, act: Act, reason: str = "", score: float | None = None) -> None:
        """What the citizen does with a delmål."""
        self.clock.later(minutes=1)
        goals.answer(self.store, self.clock, self.talk, goal, act, goals.Words("", reason, None, Along(score)))

    def staff_does(self, goal: str, act: Act, reason: str = "", wording: str = "") -> None:
        """What their bostøtte does with it."""
        self.clock.later(minutes=1)
        goals.review(self.store, self.clock, self.staff, goal, act, goals.Words(wording, reason))

    def today(self) -> None:
        """Comes back today with a new code, in a new talk."""
        self.clock.at = now()
        code = invitations.invite(self.store, self.clock, self.staff, 14, self.citizen).code
        opened = talking.open_conversation(self.store, self.clock, code)
        self.talk, self.token = opened.id, opened.token

    def sits_at(self, context: BrowserContext, url: str) -> None:
        """Their browser."""
        context.add_cookies([{"name": "afsaet_talk", "value": self.token, "url": url}])
