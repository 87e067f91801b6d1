# SPDX-License-Identifier: MPL-2.0
"""A citizen's plan: each wish in their words, and under it the delmål that came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from bot.goals.goal import Goal, Quote
from bot.goals.lifecycle import State
from bot.goals.weekplan import Entry, monday_of, week_plan

AGREED_BY_BOTH = (State.ACTIVE, State.PAUSED, State.AGREED, State.REACHED)
"""What stands on paper, in this order: an `agreed` goal waits for its start; what was dropped is left out."""


@dataclass(frozen=True)
class WishWithGoals:
    """A wish, verbatim, above its delmål; None where a delmål came without one."""

    wish: Quote | None
    goals: tuple[Goal, ...]


@dataclass(frozen=True)
class CitizensPlan:
    """The plan of one citizen on a day. `called` is empty where nobody has said what they are called."""

    citizen_id: str
    called: str
    on: dt.date
    wishes: tuple[WishWithGoals, ...]
    week: tuple[Entry, ...]

    @property
    def goals(self) -> tuple[Goal, ...]:
        """All delmål of the plan."""
        return tuple(goal for wished in self.wishes for goal in wished.goals)


def plan_of(goals: Iterable[Goal], citizen_id: str, called: str, on: dt.date) -> CitizensPlan:
    """The plan made of a citizen's goals; only what both have said yes to."""
    standing = [goal for goal in goals if goal.state in AGREED_BY_BOTH and goal.both_said_yes]
    standing.sort(key=lambda goal: AGREED_BY_BOTH.index(goal.state))
    by_wish: dict[tuple[str, Quote | None], list[Goal]] = {}
    for goal in standing:
        by_wish.setdefault((goal.conversation_id if goal.wish else goal.id, goal.wish), []).append(goal)
    wishes = tuple(WishWithGoals(wish, tuple(theirs)) for (_, wish), theirs in by_wish.items())
    return CitizensPlan(citizen_id, called, on, wishes, week_plan(standing, monday_of(on)))
