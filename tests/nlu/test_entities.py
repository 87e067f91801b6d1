# SPDX-License-Identifier: MPL-2.0
"""What a goal needs to know is found in chat sentences that somebody wrote who had not seen the rules.

The rules were shaped on the sentences marked `shaped`; those marked `apart` were only counted.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.entities import GoalEntities, entities_in

Found = Counter[tuple[str, str]]


class Case(NamedTuple):
    """A sentence, and what stands in it."""

    part: str
    text: str
    wanted: Found


def cases() -> list[Case]:
    with (Path(__file__).parent / "data/entities.tsv").open(encoding="utf-8", newline="") as file:
        return [
            Case(
                row["part"],
                row["text"],
                Counter(tuple(one.split("=", 1)) for one in row["entities"].split(" ; ") if "=" in one),
            )
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


CASES = cases()
FLOORS = {
    ("shaped", "activity"): (0.84, 0.82),
    ("apart", "activity"): (0.64, 0.64),
    ("shaped", "place"): (0.95, 0.90),
    ("apart", "place"): (0.87, 0.75),
    ("shaped", "person"): (0.98, 0.98),
    ("apart", "person"): (0.77, 0.71),
    ("shaped", "time"): (0.96, 0.91),
    ("apart", "time"): (0.92, 0.87),
    ("shaped", "frequency"): (0.98, 0.94),
    ("apart", "frequency"): (0.98, 0.80),
    ("shaped", "amount"): (0.91, 0.98),
    ("apart", "amount"): (0.84, 0.90),
}
"""Precision and recall of each kind, two points under what was measured: a change for the worse shows."""


def said(text: str) -> Found:
    return Counter((one["entity"], one["value"]) for one in entities_in(text))


@pytest.mark.parametrize(("part", "kind"), FLOORS)
def test_precision_and_recall_do_not_fall(part: str, kind: str) -> None:
    hits = told = wanted = 0
    for case in (case for case in CASES if case.part == part):
        found = said(case.text)
        of_kind = [
            Counter({key: n for key, n in counts.items() if key[0] == kind}) for counts in (found, case.wanted)
        ]
        hits, told, wanted = (
            hits + (of_kind[0] & of_kind[1]).total(),
            told + of_kind[0].total(),
            wanted + of_kind[1].total(),
        )
    assert wanted >= 10
    precision, recall = FLOORS[part, kind]
    assert hits / told >= precision and hits / wanted >= recall


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "jeg ringer til min bostøtte på tirsdag kl. halv ni",
            {("person", "min bostøtte"), ("time", "på tirsdag kl. halv ni")},
        ),
        ("jeg går en tur hver anden dag", {("activity", "går en tur"), ("frequency", "hver anden dag")}),
        ("efter jul", {("time", "efter jul")}),
        ("en 6-7 stykker", {("amount", "en 6-7 stykker")}),
        ("syv en halv", {("amount", "syv en halv")}),
        ("tage bus 5 til Randers", {("activity", "tage bus 5"), ("place", "Randers")}),
        ("det ved jeg ikke", set()),
    ],
)
def test_what_the_codebook_of_goals_names_is_found(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= set(said(text)) and (expected or not said(text))


def test_entities_stand_where_they_say() -> None:
    message = Message({TEXT: "jeg vil gerne gå en tur i skoven på fredag"})
    GoalEntities().process([message])
    found = message.get("goal_entities")
    assert [one["entity"] for one in found] == ["activity", "place", "time"]
    assert all(message.get(TEXT)[one["start"] : one["end"]] == one["value"] for one in found)


@pytest.mark.parametrize(
    "text", ["", " ", "😀", "\x00", "a" * 20_000, "5 " * 5_000, "i " * 5_000, "med min " * 2_000]
)
def test_any_text_is_gone_through(text: str) -> None:
    entities_in(text)
