# SPDX-License-Identifier: MPL-2.0
"""What a leder sees: how much is going on, and spot checks of who looked; never what anybody said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.accounts import Staff
from bot.goals.lifecycle import State
from bot.ports import Clock, Store
from bot.records import Done, Line

LEAST_SHOWN = 5
"""A count above nought and under this could point at somebody, and is not shown (usual for public statistics)."""


@dataclass(frozen=True)
class Shown:
    """Counts as they may be shown; None stands for a number from 1 to 4."""

    citizens: int | None
    talks: int | None
    goals: dict[str, int | None]
    alerts_open: int


@dataclass(frozen=True)
class SpotCheck:
    """What was done since a moment, how often, and some look-ups by chance."""

    since: datetime
    done: Sequence[Done]
    look_ups: Sequence[Line]


def figures(store: Store, clock: Clock, leder: Staff, days: int) -> Shown:
    """How much is going on; talks are those begun in so many days. Drafts are the citizens' own and not counted."""
    with store() as work:
        counted = work.overview.figures(clock() - timedelta(days=days))
        work.audit.note(clock(), f"staff:{leder.id}", "figures.read", leder.id, "figures")
    shared = {state: counted.goals.get(state, 0) for state in State if state is not State.DRAFT}
    goals = {str(state): _shown(number) for state, number in shared.items()}
    return Shown(_shown(counted.citizens), _shown(counted.talks), goals, counted.alerts_open)


def _shown(number: int) -> int | None:
    return None if 0 < number < LEAST_SHOWN else number


def spot_check(store: Store, clock: Clock, leder: Staff, days: int, at_most: int) -> SpotCheck:
    """For the routine checks of the log that Datatilsynet asks for (2023-423-0019); noted itself."""
    since = clock() - timedelta(days=days)
    with store() as work:
        checked = SpotCheck(since, work.overview.done(since), work.overview.look_ups(since, at_most))
        work.audit.note(clock(), f"staff:{leder.id}", "audit.read", leder.id, "spot check")
        return checked
