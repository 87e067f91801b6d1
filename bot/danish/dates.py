# SPDX-License-Identifier: MPL-2.0
"""Dates by the Danish calendar: months on, the next time a day comes, feasts that move."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import holidays


def months_on(today: dt.date, months: int) -> dt.date | None:
    """The same day `months` later, or the 28th where that month is too short."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return day_or_none(year, month + 1, today.day) or day_or_none(year, month + 1, 28)


def day_or_none(year: int, month: int, day: int) -> dt.date | None:
    """A date; None where there is no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def next_date(day: int, month: int, year: str | None, today: dt.date) -> dt.date | None:
    """The date in the year given, else its next coming; 29 February may wait until a leap year."""
    if year:
        return day_or_none(int(year) + (2000 if len(year) == 2 else 0), month, day)
    dates = (day_or_none(today.year + ahead, month, day) for ahead in range(9))
    return next((date for date in dates if date and date >= today), None)


@lru_cache(maxsize=8)
def moving_feasts(year: int) -> dict[str, dt.date]:
    """Danish name → date of every feast of a year."""
    days = holidays.country_holidays("DK", years=year, language="da")
    return {name: date for date, names in days.items() for name in names.split("; ")}
