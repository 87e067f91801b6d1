# SPDX-License-Identifier: MPL-2.0
"""Holds that clauses and wish cores are built into right sentences, or into none."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.danish.joining import about, happens, joined, past_of_modal

PAIRS = Path(__file__).parent / "data" / "joining.tsv"
ROWS = list(csv.DictReader(PAIRS.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
OF_ONE: dict[str, Callable[[str], str | None]] = {
    "about": about,
    "happens": happens,
    "past_of_modal": past_of_modal,
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['function']}: {row['first']} + {row['second']}")
def test_what_is_built_is_right_or_nothing(row: dict[str, str]) -> None:
    if row["function"] == "joined":
        built = joined(row["first"], row["second"])
    else:
        built = OF_ONE[row["function"]](row["first"])
    assert (built or "") == row["expected"]


@given(st.text(max_size=60))
def test_whatever_is_given_nothing_breaks(text: str) -> None:
    joined(text, text + " du")
    for built in OF_ONE.values():
        built(text)
