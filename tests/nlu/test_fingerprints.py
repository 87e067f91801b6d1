# SPDX-License-Identifier: MPL-2.0
"""Rasa trains a component anew only when its fingerprint changes: it must change with every file it leans on."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rasa.engine.graph import GraphComponent

from bot.commands.model import ROOT, quiet_environment
from nlu import lexicon
from nlu.features import DanishFeaturizer
from nlu.intent import IntentReader

_PROGRAM = '''
import importlib, json, sys
from pathlib import Path
from rasa.engine.training.fingerprinting import calculate_fingerprint_key
import linecache

KINDS = {"tokenizer": "DanishTokenizer", "features": "DanishFeaturizer", "danishness": "DanishnessReader",
         "impressions": "FirstImpressions", "intent": "IntentReader", "talk": "TalkReader",
         "themes": "ThemesReader", "safety": "SafetyReader"}

def keys():
    for name in [name for name in sys.modules if name.split(".")[0] in ("nlu", "bot")]:
        del sys.modules[name]
    importlib.invalidate_caches()
    linecache.clearcache()
    found = {}
    for module, kind in KINDS.items():
        component = getattr(importlib.import_module(f"nlu.{module}"), kind)
        found[module] = calculate_fingerprint_key(component, component.get_default_config(), {})
    return found

told = {"": keys()}
for name in json.loads(sys.argv[1]):
    path = Path(name)
    before = path.read_text(encoding="utf-8")
    path.write_text(before + "\\n# en linje mere\\n", encoding="utf-8")
    told[name] = keys()
    path.write_text(before, encoding="utf-8")
told["again"] = keys()
print(json.dumps(told))
'''
LEANS_ON = [
    ("nlu/tokenizer.py", "tokenizer"),
    ("nlu/features.py", "features"),
    ("nlu/lexicon/talk.tsv", "features"),
    ("nlu/lexicon/themes.tsv", "features"),
    ("nlu/lexicon/intent.tsv", "features"),
    ("nlu/lexicon/words.tsv", "features"),
    ("nlu/lexicon/phrases.tsv", "features"),
    ("nlu/lexicon/meanings.py", "features"),
    ("nlu/views.py", "features"),
    ("nlu/trained.py", "features"),
    ("nlu/trained.py", "danishness"),
    ("nlu/trained.py", "impressions"),
    ("nlu/trained.py", "safety"),
    ("nlu/danishness.py", "danishness"),
    ("nlu/impressions.py", "impressions"),
    ("bot/codebook.py", "impressions"),
    ("nlu/lexicon/by_heart.tsv", "intent"),
    ("nlu/lexicon/__init__.py", "features"),
    ("nlu/layer.py", "intent"),
    ("nlu/layer.py", "talk"),
    ("nlu/layer.py", "themes"),
    ("nlu/layer.py", "safety"),
    ("bot/danish/numbers.py", "intent"),
    ("bot/care/danger.py", "safety"),
    ("bot/care/danger_words.py", "safety"),
    ("bot/care/figures_of_speech.py", "safety"),
]


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """Rasa's fingerprints of all components: as they are, and with one line more in one file after the other."""
    copy = tmp_path_factory.mktemp("project")
    for package in ("nlu", "bot"):
        shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    names = json.dumps(sorted({name for name, _ in LEANS_ON}))
    environment = {**quiet_environment(), "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, names], cwd=copy, env=environment, capture_output=True, text=True, check=True
    )
    found: dict[str, dict[str, str]] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_without_a_change_every_component_keeps_its_fingerprint(keys: dict[str, dict[str, str]]) -> None:
    assert keys[""] == keys["again"] and len(set(keys[""].values())) == 8


@pytest.mark.parametrize(("name", "component"), LEANS_ON)
def test_a_component_is_trained_anew_when_a_file_it_leans_on_changes(
    keys: dict[str, dict[str, str]], name: str, component: str
) -> None:
    assert keys[name][component] != keys[""][component]


@pytest.mark.parametrize(("component", "name"), [(DanishFeaturizer, "talk"), (IntentReader, "by_heart")])
def test_a_changed_lexicon_changes_the_addon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, component: type[GraphComponent], name: str
) -> None:
    copy = tmp_path / "lexicon"
    shutil.copytree(lexicon._HERE, copy)
    before = component.fingerprint_addon({})
    monkeypatch.setattr(lexicon, "_HERE", copy)
    assert component.fingerprint_addon({}) == before
    with (copy / f"{name}.tsv").open("a", encoding="utf-8") as file:
        file.write("affirm\tjamen da\tet ja\n")
    assert component.fingerprint_addon({}) != before
