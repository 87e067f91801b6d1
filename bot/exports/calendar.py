# SPDX-License-Identifier: MPL-2.0
"""The week plan as an iCalendar file: what has a day is an event, what has none a to-do; and the next follow-ups."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Todo

from bot.goals.goal import Goal
from bot.goals.plan import CitizensPlan
from bot.goals.weekplan import Entry

Kind = TypeVar("Kind", Event, Todo)
_DENMARK = ZoneInfo("Europe/Copenhagen")
_LASTS = dt.timedelta(minutes=30)
"""How much of the day an entry with a time of day takes; nobody has said how long."""


def calendar(plan: CitizensPlan, at: dt.datetime) -> bytes:
    """iCalendar (RFC 5545) in UTF-8; entries keep their UIDs: a later download takes the place of an earlier."""
    made = Calendar()
    made.add("prodid", "-//Afsæt//Ugeplan//DA")
    made.add("version", "2.0")
    made.add("x-wr-calname", "Mine skridt")
    for entry in plan.week:
        made.add_component(_event(entry, at) if entry.day else _todo(entry, at))
    for goal in plan.goals:
        if goal.due_on:
            made.add_component(_look_again(goal, goal.due_on, at))
    written: bytes = made.to_ical()
    return written


def _look_again(goal: Goal, on: dt.date, at: dt.datetime) -> Event:
    """The day of the next follow-up; a later download moves it."""
    event = Event()
    event.add("dtstart", on)
    event.add("dtend", on + dt.timedelta(days=1))
    event.add("uid", f"{goal.id}-due@afsaet")
    event.add("dtstamp", at)
    event.add("summary", f"Vi ser på det igen: {goal.wording}")
    return event


def _event(entry: Entry, at: dt.datetime) -> Event:
    event = Event()
    assert entry.day is not None  # noqa: S101  (the caller has looked)
    if entry.at:
        begins = dt.datetime.combine(entry.day, entry.at, _DENMARK)
        event.add("dtstart", begins)
        event.add("dtend", begins + _LASTS)
    else:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + dt.timedelta(days=1))
    return _described(event, entry, at)


def _todo(entry: Entry, at: dt.datetime) -> Todo:
    todo = Todo()
    if entry.when:
        todo.add("description", entry.when)
    return _described(todo, entry, at)


def _described(component: Kind, entry: Entry, at: dt.datetime) -> Kind:
    day = entry.day.isoformat() if entry.day else "week"
    component.add("uid", f"{entry.goal_id}-{day}@afsaet")
    component.add("dtstamp", at)
    component.add("summary", entry.wording)
    return component
