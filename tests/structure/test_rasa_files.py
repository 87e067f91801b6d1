# SPDX-License-Identifier: MPL-2.0
"""One vocabulary: codebook, domain, rules, actions and training data name the same things."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk import Action

from actions import actions
from bot.codebook import Intent
from bot.commands.training_data import GROUPS, rasa_files, read_labels
from tests.structure.house import ROOT


def read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    return content


DOMAIN = read("domain.yml")
RULES = read("data/rules/rules.yml")["rules"]
TRAIN = sorted((ROOT / "data/labels/train").glob("*.jsonl"))
DEV = sorted((ROOT / "data/labels/dev").glob("*.jsonl"))


def action_names() -> set[str]:
    classes = (value for value in vars(actions).values() if isinstance(value, type))
    return {made().name() for made in classes if issubclass(made, Action) and made is not Action}


def test_the_domain_names_exactly_the_intents_of_the_codebook() -> None:
    assert Counter(DOMAIN["intents"]) == Counter(str(intent) for intent in Intent)


def test_the_domain_names_exactly_the_actions_that_exist() -> None:
    assert Counter(DOMAIN["actions"]) == Counter(action_names())


def test_every_intent_has_exactly_one_rule() -> None:
    intents = [step["intent"] for rule in RULES for step in rule["steps"] if "intent" in step]
    assert Counter(intents) == Counter(str(intent) for intent in Intent)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["rule"])
def test_a_rule_is_one_intent_and_one_action_that_exists(rule: dict[str, Any]) -> None:
    assert [list(step) for step in rule["steps"]] == [["intent"], ["action"]]
    assert rule["steps"][1]["action"] in action_names() & set(DOMAIN["actions"])


def test_the_safety_policy_names_an_action_that_exists() -> None:
    source = (ROOT / "nlu/safety_policy.py").read_text(encoding="utf-8")
    assert "action_answer_danger" in source
    assert "action_answer_danger" in action_names()


def test_every_intent_is_in_one_file_of_the_training_data() -> None:
    assert Counter(intent for group in GROUPS.values() for intent in group) == Counter(Intent)


def test_the_training_data_is_what_the_labels_make() -> None:
    made = rasa_files(read_labels(TRAIN))
    kept = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "data/nlu").iterdir()}
    assert set(made) == set(kept)
    assert [name for name in made if made[name] != kept[name]] == [], "run `afsaet data`"


@pytest.mark.parametrize("path", [*TRAIN, *DEV], ids=lambda path: path.stem)
def test_every_label_is_in_the_codebook(path: Path) -> None:
    assert list(read_labels([path]))


def test_every_intent_is_trained_and_tried() -> None:
    for paths in (TRAIN, DEV):
        assert {message["intent"] for message in read_labels(paths)} == {str(intent) for intent in Intent}
