# SPDX-License-Identifier: MPL-2.0
"""When: days, clocks and habits, seen from several days."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.danish.numbers import WORDS
from bot.danish.time_words import MONTHS, ORDINALS
from bot.danish.times import TimeSaid, time_in, times_in

DATA = Path(__file__).parent / "data/times.tsv"
ROWS = [line.split("\t") for line in DATA.read_text(encoding="utf-8").split("\n")[1:] if line]
TYPED = {"æ": ("ae", "e"), "ø": ("oe", "o"), "å": ("aa", "a"), "é": ("e",)}
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


@pytest.mark.parametrize(("today", "answer", "said", "date", "clock", "every"), ROWS)
def test_a_time_is_read_from_its_day(
    today: str, answer: str, said: str, date: str, clock: str, every: str
) -> None:
    wanted = TimeSaid(
        said,
        dt.date.fromisoformat(date) if date else None,
        dt.time.fromisoformat(clock) if clock else None,
        every or None,
    )
    assert time_in(answer, dt.date.fromisoformat(today)) == (wanted if said else None)


@given(st.dates(dt.date(2024, 1, 1), dt.date(2040, 1, 1)), st.sampled_from(range(7)))
def test_a_weekday_is_within_the_next_seven_days(today: dt.date, number: int) -> None:
    time = time_in(f"på {WEEKDAYS[number]}", today)
    assert time and time.date
    assert time.date.weekday() == number and 1 <= (time.date - today).days <= 7


@given(st.text(max_size=80), st.dates(dt.date(2024, 1, 1), dt.date(2040, 1, 1)))
def test_what_is_said_is_in_the_answer(answer: str, today: dt.date) -> None:
    time = time_in(answer, today)
    assert time is None or time.said in answer


@pytest.mark.parametrize("answer", ["29. februar", "d. 29/2"])
def test_the_leap_day_waits_for_a_leap_year(answer: str) -> None:
    time = time_in(answer, dt.date(2025, 3, 1))
    assert time and time.date == dt.date(2028, 2, 29)


@pytest.mark.parametrize("answer", ["d. 31/2", "kl 25", "d. 40"])
def test_a_day_or_clock_that_does_not_exist_is_none(answer: str) -> None:
    time = time_in(answer, dt.date(2025, 11, 19))
    assert time is None or (time.date is None and time.clock is None)


@pytest.mark.parametrize("word", sorted({*ORDINALS, *MONTHS, *WORDS}))
def test_every_word_of_time_is_read_as_a_phone_without_danish_letters_types_it(word: str) -> None:
    typed = {word, *(word.replace(letter, other) for letter, others in TYPED.items() for other in others)}
    for one in typed:
        for said in (f"den {one} i måneden", f"den 3. {one}", f"kl. {one}", f"halv {one}", f"om {one} dage",
                     f"hver {one}. uge", f"{one} gange om ugen"):
            times_in(said, dt.date(2026, 3, 2))


def test_the_first_of_the_month_is_a_day_however_it_is_typed() -> None:
    for first in ("første", "foerste", "forste"):
        assert times_in(f"jeg betaler den {first}", dt.date(2026, 3, 2))[0][2].date == dt.date(2026, 4, 1)
