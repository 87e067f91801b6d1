# SPDX-License-Identifier: MPL-2.0
"""There are enough labelled messages of every kind, by enough hands, and two readers agree on them."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import Any

import numpy as np
import pytest

from bot.codebook import Intent, Safety, Talk, Theme
from bot.commands.evaluating import LAYERS
from bot.commands.figures import kappa, score
from bot.commands.training_data import read_labels
from tests.structure.house import ROOT

FEWEST = {
    **{f"talk:{label}": 350 for label in Talk}, "talk:sustain": 1500, **{f"themes:{label}": 400 for label in Theme},
    **{f"intent:{label}": 150 for label in Intent}, "safety:acute": 500, "safety:concern": 600,
    "hard negative": 1500, "neutral": 1500, "more than one talk label": 1500,
}
FEWEST_TRAINING, FEWEST_TRIAL, FEWEST_PERSONAS = 8_000, 1_000, 60


@cache
def labelled(part: str) -> list[dict[str, Any]]:
    return list(read_labels(sorted((ROOT / "data/labels" / part).glob("*.jsonl"))))


def counts(messages: list[dict[str, Any]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for message in messages:
        found.update(f"talk:{label}" for label in message["talk"])
        found.update(f"themes:{label}" for label in message["themes"])
        found.update((f"intent:{message['intent']}", f"safety:{message['safety']}"))
        found["hard negative"] += message.get("note", "").startswith("hard negative")
        found["neutral"] += not message["talk"]
        found["more than one talk label"] += len(message["talk"]) > 1
    return found


def test_there_are_enough_messages_to_learn_from_and_to_try() -> None:
    assert len(labelled("train")) >= FEWEST_TRAINING and len(labelled("dev")) >= FEWEST_TRIAL


@pytest.mark.parametrize("kind", FEWEST)
def test_every_kind_is_common_enough_to_learn(kind: str) -> None:
    assert counts(labelled("train"))[kind] >= FEWEST[kind]


def test_there_are_many_personas_and_none_has_both_taught_and_tried() -> None:
    taught, tried = ({message["source"] for message in labelled(part)} for part in ("train", "dev"))
    assert len(taught) >= FEWEST_PERSONAS and not taught & tried


def test_every_writer_has_told_who_their_personas_are() -> None:
    for path in sorted((ROOT / "data/labels").glob("*/writer-*.jsonl")):
        assert (ROOT / f"data/labels/personas/{path.stem}.md").exists(), path.name


def test_a_danger_says_its_form_only_with_danger_and_a_hard_negative_only_without() -> None:
    for message in (*labelled("train"), *labelled("dev")):
        note = message.get("note", "")
        assert not note.startswith("danger") or message["safety"] != Safety.NONE, message["text"]
        assert not note.startswith("hard negative") or message["safety"] == Safety.NONE, message["text"]


@cache
def two_readers() -> list[dict[str, Any]]:
    lines = (ROOT / "data/labels/two-readers.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_a_second_reader_has_read_every_trial_message() -> None:
    assert {pair["text"] for pair in two_readers()} == {message["text"] for message in labelled("dev")}


@pytest.mark.parametrize(("layer", "least"), [("talk", 0.95), ("themes", 0.90)])
def test_two_readers_agree_on_the_labels_of_a_layer(layer: str, least: float) -> None:
    first, second = (
        np.asarray([[label in pair[who][layer] for label in LAYERS[layer]] for pair in two_readers()])
        for who in ("first", "second")
    )
    assert score(first, second).f1 >= least


@pytest.mark.parametrize(("layer", "least"), [("safety", 0.94), ("intent", 0.94)])
def test_two_readers_agree_beyond_chance(layer: str, least: float) -> None:
    assert kappa(*([pair[who][layer] for pair in two_readers()] for who in ("first", "second"))) >= least
