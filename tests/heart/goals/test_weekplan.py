# SPDX-License-Identifier: MPL-2.0
"""A week made of delmål: the days that were said, and "some day" where none was."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.goals.goal import Details
from bot.goals.lifecycle import State
from bot.goals.weekplan import monday_of, week_plan
from tests.factories import MORNING, goal_in

MONDAY = MORNING.date()
"""2 March 2026, a Monday: the day on which the wording was agreed."""


def days(wording: str, when: str = "", how_often: str = "", monday: dt.date = MONDAY) -> list[str]:
    goal = goal_in(State.ACTIVE, "mål", details=Details(when=when, how_often=how_often))
    goal.wording = wording
    goal.history[-1] = goal.history[-1].__class__(**{**vars(goal.history[-1]), "wording": wording})
    names = ["ma", "ti", "on", "to", "fr", "lø", "sø"]
    return [
        (names[entry.day.weekday()] if entry.day else "?") + (f" {entry.at:%H.%M}" if entry.at else "")
        for entry in week_plan([goal], monday)
    ]


@pytest.mark.parametrize(("wording", "when", "often", "expected"), [
    ("Jeg ringer til min søster på tirsdag.", "", "", ["ti"]),
    ("Jeg ringer.", "på torsdag kl. 14", "", ["to 14.00"]),
    ("Jeg går en tur hver dag.", "", "hver dag", ["ma", "ti", "on", "to", "fr", "lø", "sø"]),
    ("Jeg skriver hver onsdag.", "", "hver onsdag", ["on"]),
    ("Jeg går i svømmehallen to gange om ugen.", "", "to gange om ugen", ["?"]),
    ("Jeg vasker tøj.", "når jeg har drukket kaffe", "", ["?"]),
    ("Jeg åbner et brev.", "", "", ["?"]),
])
def test_a_delmaal_stands_on_the_days_that_were_said(
    wording: str, when: str, often: str, expected: list[str]
) -> None:
    assert days(wording, when, often) == expected


def test_what_was_said_of_one_day_stands_in_that_week_only() -> None:
    assert days("Jeg ringer på tirsdag.", monday=MONDAY + dt.timedelta(days=7)) == []
    assert days("Jeg skriver hver onsdag.", how_often="hver onsdag", monday=MONDAY + dt.timedelta(days=70)) == ["on"]


@pytest.mark.parametrize("state", [State.PAUSED, State.AGREED, State.REACHED, State.SHARED], ids=str)
def test_only_what_is_on_its_way_stands_in_a_week(state: State) -> None:
    assert week_plan([goal_in(state)], MONDAY) == ()


def test_days_come_in_order_and_what_has_no_day_last() -> None:
    made = [goal_in(State.ACTIVE, name) for name in ("a", "b", "c")]
    for goal, wording in zip(made, ("Jeg læser.", "Jeg maler på fredag.", "Jeg ringer på onsdag."), strict=True):
        goal.wording = wording
        goal.history[0] = goal.history[0].__class__(**{**vars(goal.history[0]), "wording": wording})
    assert [entry.goal_id for entry in week_plan(made, MONDAY)] == ["c", "b", "a"]


def test_a_week_begins_on_monday() -> None:
    assert {monday_of(MONDAY + dt.timedelta(days=day)) for day in range(7)} == {MONDAY}
