# SPDX-License-Identifier: MPL-2.0
"""Holds that "at du …" has subordinate order, or is not said."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.danish.subordinate import at_du

PAIRS = Path(__file__).parent / "data" / "reflections.tsv"
ROWS = list(csv.DictReader(PAIRS.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["citizen"])
def test_subordinate_clauses_are_right_or_declined(row: dict[str, str]) -> None:
    assert (at_du(row["citizen"]) or "") == row["at_du"]


@pytest.mark.parametrize(
    "text",
    [
        "jeg står op og jeg går i bad og jeg tager bussen og så er jeg træt",
        "jeg er træt og jeg er sur og jeg vil hjem",
        "problemet er at hver gang jeg siger ja til noget",
        "Onsdag er der boksning, og det der med at banke løs på sækken er ugens højdepunkt",
        "hvad skal jeg gøre",
        "kan du høre mig",
        "ring til mig",
        "Jeg vil gerne ud. Men jeg tør ikke.",
        "den dag hun ikke er mere, ved jeg ikke",
        "jeg åbner ikke e-boks, kan simpelthen ikke klare at se tallet",
        "de gutter jeg hænger med de trækker mig ned",
        "ondt i ryggen",
        "",
    ],
)
def test_what_is_not_sure_is_not_said(text: str) -> None:
    assert at_du(text) is None
