# SPDX-License-Identifier: MPL-2.0
"""What measures the reading: odd messages are the same each time, and DIET's intents are labels again."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
diet = importlib.import_module("diet")
odd = importlib.import_module("odd_messages")


def test_odd_messages_are_the_same_for_the_same_seed_and_within_the_longest() -> None:
    made = list(odd.odd_messages(140))
    assert made == list(odd.odd_messages(140)) and len(set(made)) > 100
    assert max(map(len, made)) <= odd.LONGEST and any(len(text) > 10_000 for text in made)
    assert list(odd.odd_messages(7, seed=8)) != made[:7]


@pytest.mark.parametrize(
    ("layer", "labels", "intent"),
    [
        ("talk", ["desire", "sustain"], "desire+sustain"), ("talk", [], "nothing"), ("themes", ["home"], "home"),
        ("safety", "concern", "concern"), ("intent", "share", "share"),
    ],
)
def test_labels_become_an_intent_of_diet_and_labels_again(layer: str, labels: Any, intent: str) -> None:
    assert diet.intent_of({layer: labels}, layer) == intent
    assert diet.labels_of(intent, layer) == labels
