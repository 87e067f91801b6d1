# SPDX-License-Identifier: MPL-2.0
"""A citizen's own numbers as a picture over time: where each stands in an SVG of fixed size, drawn without style."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.care.staffed_hours import DENMARK
from bot.goals.followup import SCORES, follow_ups
from bot.goals.goal import Goal
from bot.goals.lifecycle import Actor

WIDTH, HEIGHT = 320, 180
"""User units of the SVG; it is scaled to the column."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 300, 24, 148
_APART = 26
"""Numbers stand above points that are at least so far apart."""


@dataclass(frozen=True)
class Told:
    """One number with its day (in Denmark), the words beside it, and whether the citizen wrote it."""

    on: dt.date
    score: float
    words: str
    is_own: bool


@dataclass(frozen=True)
class Point:
    """Where a number stands; `is_named` where there is room to write it."""

    x: float
    y: float
    told: Told
    is_named: bool


def numbers_of(goal: Goal) -> list[Told]:
    """The numbers of a goal's follow-ups, oldest first."""
    return [
        Told(change.at.astimezone(DENMARK).date(), change.score, change.reason, change.actor is Actor.CITIZEN)
        for change in follow_ups(goal) if change.score is not None
    ]


def points_of(numbers: Sequence[Told]) -> list[Point]:
    """Where the numbers stand, by their days; evenly where all are of one day. Nothing for fewer than two."""
    if len(numbers) < 2:
        return []
    first, last = numbers[0].on, numbers[-1].on
    days = [(one.on - first).days for one in numbers] if last > first else list(range(len(numbers)))
    across = (_RIGHT - _LEFT) / days[-1]
    points: list[Point] = []
    named_at = float("-inf")
    for number, day in zip(numbers, days, strict=True):
        x = round(_LEFT + day * across, 1)
        is_named = x - named_at >= _APART
        named_at = x if is_named else named_at
        points.append(Point(x, height_of(number.score), number, is_named))
    return points


def height_of(score: float) -> float:
    """The y of a number on the ruler."""
    low, high = SCORES
    return round(_BOTTOM - (score - low) / (high - low) * (_BOTTOM - _TOP), 1)


GRID = tuple((mark, height_of(mark)) for mark in (0, 5, 10))
"""(number, y) of the lines behind."""
EDGES = (_LEFT, _RIGHT)
