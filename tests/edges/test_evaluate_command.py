# SPDX-License-Identifier: MPL-2.0
"""`afsaet evaluate`: the figures are those that can be counted by hand, and bad files are named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.commands import figures, model, reading
from bot.commands.evaluating import Readings, evaluate, report
from bot.commands.figures import Bin, Score
from tests.edges.terminal import afsaet, failed

pytestmark = pytest.mark.usefixtures("folder")


def message(text: str, talk: list[str], safety: str = "none", intent: str = "share", **more: str) -> dict[str, Any]:
    return {"text": text, "talk": talk, "themes": [], "safety": safety, "intent": intent, **more}


WANTED = [
    message("jeg vil gerne ud", ["desire"], source="X01"),
    message("jeg tør ikke", ["sustain"], source="X01"),
    message("jeg slår græsset", [], note="hard negative: everyday words", source="X02"),
    message("jeg vil ikke leve", [], safety="concern", note="danger: direct", source="X02"),
    message("jeg gør det nu", [], safety="acute", note="danger: indirect", source="X02"),
    message("hej", [], intent="greet", source="X02"),
]
SAID = {
    "jeg vil gerne ud": (["desire", "need"], "none", "share"),
    "jeg tør ikke": ([], "none", "share"),
    "jeg slår græsset": ([], "concern", "share"),
    "jeg vil ikke leve": ([], "concern", "share"),
    "jeg gør det nu": ([], "none", "share"),
    "hej": ([], "none", "greet"),
}


def read(text: str) -> dict[str, Any]:
    talk, safety, intent = SAID[text]
    return {
        "talk": talk,
        "talk_confidence": dict.fromkeys(talk, 0.8),
        "themes": [],
        "themes_confidence": {},
        "safety": safety,
        "safety_confidence": 0.4,
        "intent": intent,
        "intent_confidence": 0.9,
    }


@pytest.fixture
def readings() -> Readings:
    return evaluate(WANTED, read)


def test_every_message_is_read_and_told_of() -> None:
    told: list[int] = []
    assert len(evaluate(WANTED, read, told.append).said) == 6 and told == [1, 2, 3, 4, 5, 6]


def test_the_report_has_the_figures_that_can_be_counted_by_hand(readings: Readings) -> None:
    told = report(readings)
    assert "| talk micro-F1 | 0.500 |" in told  # one hit, one wrong, one missed
    assert "| acute noticed, as acute or concern (1) | 0.000 |" in told
    assert "| concern noticed (1) | 1.000 |" in told
    assert "| false alarms on hard negatives (1) | 1.000 |" in told
    assert "| false alarms on all other messages (3) | 0.000 |" in told
    assert "| intent accuracy | 1.000 |" in told
    assert "| danger: indirect | 1 | 0.00 |" in told
    assert "| persona X01 | 2 | 0.50 |" in told
    assert "0.80 · jeg vil gerne ud – read as need, is desire" in told


def test_score_counts_over_all_labels_together() -> None:
    wanted = np.asarray([[True, False], [True, True]])
    said = np.asarray([[True, True], [False, True]])
    assert figures.score(wanted, said) == Score(2 / 3, 2 / 3, 2 / 3, 3)
    assert figures.macro_f1(wanted, said) == pytest.approx((2 / 3 + 2 / 3) / 2)
    assert figures.score(wanted & False, said & False) == Score(0, 0, 0, 0)


def test_three_classes_are_change_sustain_and_neither() -> None:
    talk = np.asarray([[True, False], [False, True], [False, False], [True, True]])
    assert figures.three_classes(talk, 1).tolist() == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
        [True, True, False],
    ]


def test_an_interval_holds_the_figure_and_shrinks_with_more_messages() -> None:
    few, many = np.asarray([True, False] * 10), np.asarray([True, False] * 1000)
    (low, high), (lower, higher) = (
        figures.interval(lambda rows, hits=hits: float(hits[rows].mean()), len(hits)) for hits in (few, many)
    )
    assert low <= 0.5 <= high and higher - lower < high - low


def test_confusions_come_commonest_first() -> None:
    assert figures.confusion(["a", "a", "b", "b"], ["b", "b", "b", "a"]) == [("a", "b", 2), ("b", "a", 1)]


def test_reliability_compares_how_sure_with_how_right() -> None:
    bins = figures.reliability([0.15, 0.15, 0.95, 1.0], [False, True, True, True])
    assert bins == [Bin(0.15, 0.5, 2), Bin(0.975, 1.0, 2)]
    assert figures.calibration_error(bins) == pytest.approx((2 * 0.35 + 2 * 0.025) / 4)
    assert figures.calibration_error([]) == 0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("aabb", "aabb", 1.0), ("aabb", "bbaa", -1.0), ("abab", "aabb", 0.0), ("aa", "aa", 1.0)],
)
def test_kappa_is_agreement_beyond_chance(one: str, other: str, expected: float) -> None:
    assert figures.kappa(list(one), list(other)) == pytest.approx(expected)


@pytest.fixture
def understood(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(model, "ensure_model", lambda settings: folder / "model.tar.gz")
    monkeypatch.setattr(reading, "load_quietly", lambda path: None)
    monkeypatch.setattr(reading, "label", lambda agent, text: read(text))


def test_evaluate_writes_a_report(understood: None, folder: Path) -> None:
    labelled = folder / "labelled.jsonl"
    labelled.write_text("".join(json.dumps(one) + "\n" for one in WANTED), encoding="utf-8")
    result = afsaet("evaluate", str(labelled), "--report", str(folder / "report.md"))
    assert "The report is in" in result.stdout
    assert "## Summary: 6 messages" in (folder / "report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "expected"),
    [("", "no labelled messages"), ('{"text": "x"}\n', "labelled.jsonl:1"), ("{\n", "labelled.jsonl:1")],
)
def test_a_file_that_cannot_be_measured_is_named(understood: None, folder: Path, content: str, expected: str) -> None:
    labelled = folder / "labelled.jsonl"
    labelled.write_text(content, encoding="utf-8")
    assert expected in failed(afsaet("evaluate", str(labelled)))
