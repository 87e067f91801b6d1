# SPDX-License-Identifier: MPL-2.0
"""With whom: the companion named in an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.danish.people import ALONE, person_in

DATA = Path(__file__).parent / "data/people.tsv"
ANSWERS = [line.split("\t") for line in DATA.read_text(encoding="utf-8").split("\n")[1:] if line]


@pytest.mark.parametrize(("answer", "person"), ANSWERS)
def test_a_companion_is_given_as_said(answer: str, person: str) -> None:
    assert person_in(answer) == (person or None)


@given(st.text(max_size=80))
def test_a_companion_is_always_in_the_answer(answer: str) -> None:
    person = person_in(answer)
    assert person is None or person == ALONE or person in answer
