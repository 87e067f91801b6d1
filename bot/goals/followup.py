# SPDX-License-Identifier: MPL-2.0
"""When a goal is looked at again, and what is told then: a number of the citizen's own, and how far it got."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bot.danish.times import time_in
from bot.goals.lifecycle import Act, State

if TYPE_CHECKING:
    from bot.goals.goal import Change, Goal

EVERY_DAYS = 42
"""Six weeks between follow-ups, unless the two agree on another rhythm (practice in Odense and Randers)."""
SCORES = (0, 10)
"""The ruler of a self-score; the citizen's own, optional, never compared with others'."""
ATTAINMENT = (-2, 2)
"""Goal attainment scaling: −2 much less than hoped, 0 as hoped, +2 much more (Kiresuk & Sherman 1968). Optional."""
_A_WEEK = dt.timedelta(days=7)
_BEGINS = frozenset({Act.START, Act.RESUME})


def next_due(goal: Goal, act: Act, on: dt.date, wanted: dt.date | None) -> dt.date | None:
    """When the goal is to be looked at again after an act; None where it is not on its way."""
    if goal.state is not State.ACTIVE:
        return None
    if act is Act.FOLLOW_UP or act in _BEGINS:
        return wanted or (act is Act.START and _soon_after(goal, on)) or on + dt.timedelta(days=goal.every_days)
    return goal.due_on


def _soon_after(goal: Goal, on: dt.date) -> dt.date | None:
    """A week after the one day on which the step is to be taken, where that is sooner than the usual rhythm."""
    agreed = min((change.at.date() for change in goal.history if change.wording == goal.wording), default=on)
    said = time_in(goal.details.when or goal.wording, agreed) if goal.every_days == EVERY_DAYS else None
    if said is None or said.every or said.date is None or not on <= said.date:
        return None
    return min(said.date + _A_WEEK, on + dt.timedelta(days=goal.every_days))


def is_due(goal: Goal, on: dt.date) -> bool:
    """Whether it is time to look at the goal."""
    return goal.due_on is not None and goal.due_on <= on


def follow_ups(goal: Goal) -> tuple[Change, ...]:
    """What has been told at follow-ups, oldest first."""
    return tuple(change for change in goal.history if change.act == Act.FOLLOW_UP)


def is_a_score(value: float | None) -> bool:
    """Whether a number can stand on the ruler; nothing at all can too."""
    return value is None or SCORES[0] <= value <= SCORES[1]


def is_an_attainment(value: int | None) -> bool:
    """Whether a number is one of the five; nothing at all can too."""
    return value is None or ATTAINMENT[0] <= value <= ATTAINMENT[1]
