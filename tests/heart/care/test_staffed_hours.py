# SPDX-License-Identifier: MPL-2.0
"""Whether staff are at work: at the edges of hours, on holidays, when the clocks change; and what is said of it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.care.staffed_hours import (
    DENMARK,
    BadHours,
    StaffedHours,
    holidays_of,
    in_words,
    parse,
    presence,
    when_next,
)
from bot.danish.dates import moving_feasts

USUAL = "mon-thu 08:00-16:00, fri 08:00-14:00"


def hours(told: str = USUAL) -> StaffedHours:
    found = parse(told)
    assert found is not None
    return found


def in_denmark(told: str) -> datetime:
    return datetime.fromisoformat(told).replace(tzinfo=DENMARK)


@pytest.mark.parametrize(("at", "is_staffed", "when"), [
    ("2026-11-23T07:59:59", False, "i dag kl. 8"),
    ("2026-11-23T08:00:00", True, ""),
    ("2026-11-23T15:59:59", True, ""),
    ("2026-11-23T16:00:00", False, "i morgen kl. 8"),
    ("2026-11-26T23:59:59", False, "i morgen kl. 8"),
    ("2026-11-27T13:59:59", True, ""),
    ("2026-11-27T14:00:00", False, "på mandag kl. 8"),
    ("2026-11-28T10:00:00", False, "på mandag kl. 8"),
    ("2026-11-29T10:00:00", False, "i morgen kl. 8"),
    # Easter: Maundy Thursday, Good Friday, Easter Monday
    ("2026-04-01T15:59:00", True, ""),
    ("2026-04-01T16:00:00", False, "på tirsdag kl. 8"),
    ("2026-04-02T10:00:00", False, "på tirsdag kl. 8"),
    ("2026-04-06T10:00:00", False, "i morgen kl. 8"),
    ("2026-03-31T17:00:00", False, "i morgen kl. 8"),
    # Christmas Eve to New Year: Thursday the 24th is closed, the 28th is not, 31 December is
    ("2026-12-23T16:00:00", False, "på mandag kl. 8"),
    ("2026-12-24T10:00:00", False, "på mandag kl. 8"),
    ("2026-12-31T10:00:00", False, "på mandag kl. 8"),
    ("2026-06-05T10:00:00", False, "på mandag kl. 8"),
    ("2026-05-01T10:00:00", True, ""),
])
def test_at_the_edges_of_the_hours_and_on_holidays(at: str, is_staffed: bool, when: str) -> None:
    found = presence(hours(), in_denmark(at))
    assert (found.is_staffed, when_next(found)) == (is_staffed, when)


@pytest.mark.parametrize(("utc", "is_staffed"), [
    ("2026-03-27T06:59", False), ("2026-03-27T07:00", True),   # winter: one hour ahead of UTC
    ("2026-03-30T05:59", False), ("2026-03-30T06:00", True),   # summer, from 29 March: two
    ("2026-03-30T13:59", True), ("2026-03-30T14:00", False),
    ("2026-10-23T11:59", True), ("2026-10-23T12:00", False),   # Friday before the clocks go back
    ("2026-10-26T06:59", False), ("2026-10-26T07:00", True),   # Monday after
])
def test_the_hours_are_those_of_clocks_in_denmark(utc: str, is_staffed: bool) -> None:
    assert presence(hours(), datetime.fromisoformat(utc).replace(tzinfo=UTC)).is_staffed is is_staffed


def test_the_next_opening_over_the_change_of_clocks_is_at_eight_by_the_new_time() -> None:
    found = presence(hours(), in_denmark("2026-03-27T15:00"))
    assert found.next_at is not None and found.next_at.astimezone(UTC) == datetime(2026, 3, 30, 6, tzinfo=UTC)


def test_hours_to_midnight_and_past_it_in_two_parts() -> None:
    night = hours("sat 20:00-24:00, sun 00:00-06:30")
    staffed = {at: presence(night, in_denmark(at)).is_staffed for at in (
        "2026-11-28T19:59", "2026-11-28T23:59:59", "2026-11-29T00:00", "2026-11-29T06:29", "2026-11-29T06:30")}
    assert list(staffed.values()) == [False, True, True, True, False]
    assert in_words(night) == ["lørdag kl. 20-24", "søndag kl. 0-6.30"]


def test_a_day_with_a_pause_at_noon() -> None:
    paused = hours("mon 13:00-15:00, mon 08:00-12:00")
    assert in_words(paused) == ["mandag kl. 8-12 og 13-15"]
    assert when_next(presence(paused, in_denmark("2026-11-23T12:30"))) == "i dag kl. 13"


def test_closed_days_are_the_municipalitys_own() -> None:
    shut = hours(f"{USUAL}, closed 2026-12-28..2026-12-30, closed 2026-11-23")
    assert when_next(presence(shut, in_denmark("2026-12-23T17:00"))) == "mandag den 4. januar kl. 8"
    assert not presence(shut, in_denmark("2026-11-23T10:00")).is_staffed


def test_where_nobody_ever_comes_no_time_is_told() -> None:
    never = StaffedHours(week=((),) * 7)
    assert when_next(presence(never, in_denmark("2026-11-23T10:00"))) == ""


def test_the_hours_in_words() -> None:
    assert in_words(hours()) == ["mandag til torsdag kl. 8-16", "fredag kl. 8-14"]
    assert in_words(hours("Mon-Sun 00:00-24:00")) == ["mandag til søndag kl. 0-24"]
    assert in_words(hours("tue 08:30-15:15, thu 08:30-15:15")) == ["tirsdag kl. 8.30-15.15", "torsdag kl. 8.30-15.15"]


def test_all_feasts_that_move_are_holidays() -> None:
    for year in range(2026, 2036):
        assert set(moving_feasts(year).values()) <= holidays_of(year)
        assert {date(year, 6, 5), date(year, 12, 24), date(year, 12, 31)} <= holidays_of(year)


@pytest.mark.parametrize("nothing", ["", "  ", ", ,"])
def test_nothing_told_is_nothing_claimed(nothing: str) -> None:
    assert parse(nothing) is None


@pytest.mark.parametrize(("told", "why"), [
    ("mandag 8-16", "no days and hours"), ("mon 8-16", "no days and hours"), ("mon 08:00", "no days and hours"),
    ("mon 08:00-16:00 tue 08:00-16:00", "no days and hours"), ("man 08:00-16:00", "days are mon"),
    ("fri-mon 08:00-16:00", "the week begins on mon"), ("mon 16:00-08:00", "past midnight are two parts"),
    ("mon 08:00-08:00", "closes before"), ("mon 08:00-25:00", "no time of day"), ("mon 08:60-16:00", "no time of day"),
    ("mon-fri 08:00-16:00, wed 15:00-18:00", "wed has other hours"),
    ("mon 00:00-24:00, mon 23:00-24:00", "other hours"),
    ("mon 08:00-16:00, closed 2026-02-30", "no such date"), ("closed 2026-12-24", "there are no hours"),
    ("mon 08:00-16:00, closed 2026-12-30..2026-12-28", "not in order"), ("mon ٠٨:٠٠-16:00", "no days and hours"),
])
def test_what_cannot_be_read_says_which_part_and_why(told: str, why: str) -> None:
    with pytest.raises(BadHours, match=why) as error:
        parse(told)
    assert "write like" in str(error.value)
