# SPDX-License-Identifier: MPL-2.0
"""The desk of this process: its store, clock and contacts, opened once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bot.care.help_lines import Contact
from bot.care.staffed_hours import StaffedHours
from bot.ports import Clock, Store
from bot.settings import contacts, now, settings
from bot.store.opening import open_store


@dataclass(frozen=True)
class Desk:
    """What the services need from outside."""

    store: Store
    clock: Clock
    contacts: tuple[Contact, ...]
    hours: StaffedHours | None = None


@cache
def desk() -> Desk:
    """Opened at the first message."""
    return Desk(open_store(settings()), now, contacts(settings()), settings().hours)
