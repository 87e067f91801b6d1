# SPDX-License-Identifier: MPL-2.0
"""The number on the ruler, read from answers as people type them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.danish.numbers import however_typed, rating_in

DATA = Path(__file__).parent / "data/ratings.tsv"
ANSWERS = [line.split("\t") for line in DATA.read_text(encoding="utf-8").split("\n")[1:] if line]


@pytest.mark.parametrize(("answer", "rating"), ANSWERS)
def test_a_rating_is_read_or_nothing_is(answer: str, rating: str) -> None:
    assert rating_in(answer) == (float(rating) if rating else None)


@given(st.text(max_size=60))
def test_whatever_is_typed_a_rating_is_on_the_ruler(answer: str) -> None:
    rating = rating_in(answer)
    assert rating is None or 0 <= rating <= 10


@given(st.integers(0, 10))
def test_a_bare_number_on_the_ruler_is_itself(number: int) -> None:
    assert rating_in(str(number)) == number


@given(st.integers(11, 9999))
def test_a_number_off_the_ruler_is_no_rating(number: int) -> None:
    assert rating_in(str(number)) is None


def test_danish_letters_may_be_typed_without_them() -> None:
    assert however_typed("på") == "p(?:å|aa|a)"
