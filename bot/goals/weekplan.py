# SPDX-License-Identifier: MPL-2.0
"""A week made of a citizen's delmål: what is done on which day, as far as they have said."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.danish.time_words import DAYS
from bot.danish.times import TimeSaid, time_in
from bot.goals.goal import Goal
from bot.goals.lifecycle import State

_EVERY_DAY = re.compile(r"\b(?:hver (?:eneste )?(?:dag|morgen|formiddag|eftermiddag|aften|nat)|dagligt?)\b", re.I)
_WORKDAYS = re.compile(r"\b(?:hverdage?|alle hverdage)\b", re.IGNORECASE)
_EVERY_OTHER = re.compile(r"\b(?:hver (?:anden|tredje|fjerde|\d\.)|hver uge|hver måned)\b", re.IGNORECASE)
_DAY_NAMES = {name: number for name, number in DAYS.items() if name.endswith("dag")}
_ALL_DAYS = range(7)
_MONDAY_TO_FRIDAY = range(5)


@dataclass(frozen=True)
class Entry:
    """One delmål on one day; `day` is None for some day of the week, `at` where a time of day was said."""

    goal_id: str
    wording: str
    day: dt.date | None
    at: dt.time | None
    when: str


def monday_of(day: dt.date) -> dt.date:
    """The Monday of a day's week."""
    return day - dt.timedelta(days=day.weekday())


def week_plan(goals: Iterable[Goal], monday: dt.date) -> tuple[Entry, ...]:
    """What the active delmål ask of the week that begins on `monday`: days in their order, then what has no day."""
    entries = [entry for goal in goals if goal.state is State.ACTIVE for entry in _entries(goal, monday)]
    return tuple(sorted(entries, key=lambda entry: (entry.day or dt.date.max, entry.at or dt.time.max, entry.wording)))


def _entries(goal: Goal, monday: dt.date) -> Iterator[Entry]:
    text = " ".join(filter(None, (goal.details.how_often, goal.details.when))) or goal.wording
    said = time_in(text, _agreed_on(goal)) or time_in(goal.wording, _agreed_on(goal))
    for day in _days(text, said, monday):
        yield Entry(goal.id, goal.wording, day, said.clock if said else None, said.said if said else "")


def _days(text: str, said: TimeSaid | None, monday: dt.date) -> Sequence[dt.date | None]:
    """The days of the week; one None for "some day", nothing where the day lies in another week."""
    if said and said.every:
        return [monday + dt.timedelta(days=number) for number in _numbers(said.every)] or [None]
    if said and said.date:
        return [said.date] if monday <= said.date < monday + dt.timedelta(days=7) else []
    if _EVERY_DAY.search(text):
        return [monday + dt.timedelta(days=number) for number in _ALL_DAYS]
    return [None]


def _numbers(every: str) -> Sequence[int]:
    """The weekdays of a habit, Monday 0; nothing where it does not say which."""
    if _EVERY_OTHER.search(every):
        return ()
    if _EVERY_DAY.search(every):
        return _ALL_DAYS
    if _WORKDAYS.search(every):
        return _MONDAY_TO_FRIDAY
    return sorted({number for name, number in _DAY_NAMES.items() if re.search(rf"\b{name}(?:e|en)?\b", every, re.I)})


def _agreed_on(goal: Goal) -> dt.date:
    """The day from which "på tirsdag" counts: when the wording that stands was first written."""
    same = [change.at for change in goal.history if change.wording == goal.wording]
    return min(same).date()
