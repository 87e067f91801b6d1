# SPDX-License-Identifier: MPL-2.0
"""When staff are at work and may read what is sent to them: read from a setting, asked of a moment, said in Danish."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

DENMARK = ZoneInfo("Europe/Copenhagen")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMES = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_A_WORKDAY = (5, 1)
"""1 May is among the half holidays of the calendar, and an ordinary working day in most municipalities."""
_LOOK_AHEAD = 400
"""Days within which the next opening is looked for: more than a year, so that a week that opens at all is found."""

_HOURS = re.compile(
    r"(?P<first>[a-z]{3})(?:-(?P<last>[a-z]{3}))? +(?P<from>\d{1,2}:\d{2})-(?P<to>\d{1,2}:\d{2})", re.ASCII)
_CLOSED = re.compile(r"closed +(?P<first>\d{4}-\d{2}-\d{2})(?:\.\.(?P<last>\d{4}-\d{2}-\d{2}))?", re.ASCII)


class BadHours(ValueError):
    """A part of the setting that can't be read; says which, and what one looks like."""

    def __init__(self, part: str, why: str) -> None:
        super().__init__(f"»{part}«: {why}; write like »mon-thu 08:00-16:00, fri 08:00-14:00, closed 2026-12-28«")


@dataclass(frozen=True)
class Span:
    """From, and until just before; on a day of Danish local time. `24:00` is the end of the day, written as 0:00."""

    opens: time
    closes: time

    @property
    def ends_with_the_day(self) -> bool:
        """Whether it goes on to midnight."""
        return self.closes == time.min


@dataclass(frozen=True)
class StaffedHours:
    """The spans of each weekday, Monday first, and days that are closed besides the holidays."""

    week: tuple[tuple[Span, ...], ...]
    closed: frozenset[date] = frozenset()

    def of(self, day: date) -> tuple[Span, ...]:
        """The spans of a day; none on a Danish holiday."""
        return () if day in self.closed or day in holidays_of(day.year) else self.week[day.weekday()]


@dataclass(frozen=True)
class Presence:
    """Whether staff are at work at a moment, and when they come next if they are not (None if they never do)."""

    is_staffed: bool
    now: datetime
    next_at: datetime | None


@lru_cache(maxsize=8)
def holidays_of(year: int) -> frozenset[date]:
    """Public holidays, and the half ones on which offices are closed: 5 June, 24 and 31 December."""
    found = holidays.country_holidays("DK", years=year, categories=("public", "optional"))
    return frozenset(day for day in found if (day.month, day.day) != _A_WORKDAY or _is_public(day))


def _is_public(day: date) -> bool:
    return day in holidays.country_holidays("DK", years=day.year)


def parse(text: str) -> StaffedHours | None:
    """"mon-thu 08:00-16:00, fri 08:00-14:00, closed 2026-12-28..2026-12-31" in Danish local time; None for nothing.

    A day may stand in several parts, if they do not overlap. `BadHours` for what is none of that.
    """
    week: list[list[Span]] = [[] for _ in DAYS]
    closed: set[date] = set()
    parts = [part.strip() for part in text.split(",") if part.strip()]
    for part in parts:
        if found := _CLOSED.fullmatch(part.casefold()):
            closed |= _closed_days(part, found)
        elif found := _HOURS.fullmatch(part.casefold()):
            _add(week, part, found)
        else:
            raise BadHours(part, "no days and hours are found here")
    if parts and not any(week):
        raise BadHours(text.strip(), "there are no hours")
    return StaffedHours(tuple(tuple(sorted(spans, key=lambda one: one.opens)) for spans in week),
                        frozenset(closed)) if parts else None


def _add(week: list[list[Span]], part: str, found: re.Match[str]) -> None:
    span = Span(_time(part, found["from"]), _time(part, found["to"]))
    if span.closes <= span.opens and not span.ends_with_the_day:
        raise BadHours(part, "it closes before it opens; hours past midnight are two parts")
    for day in _days(part, found["first"], found["last"] or found["first"]):
        if any(_overlap(span, other) for other in week[day]):
            raise BadHours(part, f"{DAYS[day]} has other hours at the same time")
        week[day].append(span)


def _days(part: str, first: str, last: str) -> range:
    if first not in DAYS or last not in DAYS:
        raise BadHours(part, f"days are {', '.join(DAYS)}")
    days = range(DAYS.index(first), DAYS.index(last) + 1)
    if not days:
        raise BadHours(part, "the week begins on mon; write two parts")
    return days


def _time(part: str, told: str) -> time:
    hour, minute = map(int, told.split(":"))
    if (hour, minute) == (24, 0):
        return time.min
    if hour > 23 or minute > 59:
        raise BadHours(part, f"{told} is no time of day")
    return time(hour, minute)


def _overlap(one: Span, other: Span) -> bool:
    first, second = sorted((one, other), key=lambda span: span.opens)
    return first.ends_with_the_day or second.opens < first.closes


def _closed_days(part: str, found: re.Match[str]) -> set[date]:
    try:
        first = date.fromisoformat(found["first"])
        last = date.fromisoformat(found["last"] or found["first"])
    except ValueError as error:
        raise BadHours(part, "there is no such date") from error
    if not 0 <= (last - first).days < _LOOK_AHEAD:
        raise BadHours(part, "the dates are not in order, or more than a year apart")
    return {first + timedelta(days=number) for number in range((last - first).days + 1)}


def presence(hours: StaffedHours, at: datetime) -> Presence:
    """Whether staff are at work at a moment (with its zone), and when next; hours are those of clocks in Denmark."""
    now = at.astimezone(DENMARK)
    clock = now.time()
    is_staffed = any(
        span.opens <= clock and (span.ends_with_the_day or clock < span.closes) for span in hours.of(now.date()))
    return Presence(is_staffed, now, None if is_staffed else _next(hours, now))


def _next(hours: StaffedHours, now: datetime) -> datetime | None:
    for ahead in range(_LOOK_AHEAD):
        day = now.date() + timedelta(days=ahead)
        for span in hours.of(day):
            if ahead or span.opens > now.time():
                return datetime.combine(day, span.opens, DENMARK)
    return None


def when_next(presence: Presence) -> str:
    """"i dag kl. 12", "i morgen kl. 8", "på mandag kl. 8.30", "mandag den 6. april kl. 8"; empty if never."""
    if presence.next_at is None:
        return ""
    days, name = (presence.next_at.date() - presence.now.date()).days, _NAMES[presence.next_at.weekday()]
    if days < 2:
        told = ("i dag", "i morgen")[days]
    elif days < 7:
        told = f"på {name}"
    else:
        told = f"{name} den {presence.next_at.day}. {_MONTHS[presence.next_at.month - 1]}"
    return f"{told} kl. {_o_clock(presence.next_at.time())}"


_MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
           "december")


def _o_clock(moment: time) -> str:
    """8, 8.30, 24 for the end of a day is the caller's."""
    return f"{moment.hour}.{moment.minute:02}" if moment.minute else str(moment.hour)


def in_words(hours: StaffedHours) -> list[str]:
    """"mandag til torsdag kl. 8-16", one for each run of days with the same hours."""
    lines: list[str] = []
    day = 0
    while day < len(DAYS):
        last = day
        while last + 1 < len(DAYS) and hours.week[last + 1] == hours.week[day]:
            last += 1
        if hours.week[day]:
            names = _NAMES[day] if day == last else f"{_NAMES[day]} til {_NAMES[last]}"
            lines.append(f"{names} kl. {' og '.join(map(_span_in_words, hours.week[day]))}")
        day = last + 1
    return lines


def _span_in_words(span: Span) -> str:
    return f"{_o_clock(span.opens)}-{'24' if span.ends_with_the_day else _o_clock(span.closes)}"
