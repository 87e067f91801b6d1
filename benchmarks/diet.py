# SPDX-License-Identifier: MPL-2.0
"""A plain Rasa pipeline with DIET for one layer of the codebook, trained on the same messages as ours."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bot.commands.model import quiet_environment

NONE = "nothing"
"""The intent of a message that has no label of the layer."""
_PIPELINE = """recipe: default.v1
assistant_id: diet
language: da
pipeline:
  - name: WhitespaceTokenizer
    intent_tokenization_flag: {several}
    intent_split_symbol: "+"
  - name: RegexFeaturizer
  - name: LexicalSyntacticFeaturizer
  - name: CountVectorsFeaturizer
  - name: CountVectorsFeaturizer
    analyzer: char_wb
    min_ngram: 1
    max_ngram: 4
  - name: DIETClassifier
    epochs: {epochs}
    random_seed: 7
    constrain_similarities: true
    entity_recognition: false
"""
SEVERAL = ("talk", "themes")


def intent_of(message: dict[str, Any], layer: str) -> str:
    """The labels of one layer as one intent; several are joined by "+", which DIET takes apart."""
    return "+".join(message[layer]) or NONE if layer in SEVERAL else str(message[layer])


def labels_of(intent: str, layer: str) -> list[str] | str:
    """An intent that DIET says, as labels again."""
    if layer not in SEVERAL:
        return intent
    return [] if intent == NONE else sorted(label for label in intent.split("+") if label != NONE)


def train(messages: Iterable[dict[str, Any]], layer: str, folder: Path, epochs: int) -> Path:
    """Trains in `folder`; where the model is. `CalledProcessError` when Rasa could not; its log lies beside."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "config.yml").write_text(_PIPELINE.format(several=str(layer in SEVERAL).lower(), epochs=epochs))
    examples: dict[str, list[str]] = {}
    for message in messages:
        examples.setdefault(intent_of(message, layer), []).append(" ".join(message["text"].split()))
    blocks = [
        f"- intent: {json.dumps(intent)}\n  examples: |\n" + "".join(f"    - {text}\n" for text in texts)
        for intent, texts in sorted(examples.items())
    ]
    (folder / "data/nlu.yml").write_text('version: "3.1"\nnlu:\n' + "".join(blocks), encoding="utf-8")
    return rasa_train(folder, layer, "nlu", "--nlu", "data/nlu.yml", "--config", "config.yml")


def rasa_train(folder: Path, name: str, *words: str) -> Path:
    """`rasa train` with these words in a project's folder, its output in `train.log`; where the model is."""
    command = [sys.executable, "-m", "rasa", "train", *words, "--out", "models", "--fixed-model-name", name]
    with (folder / "train.log").open("w") as log:
        subprocess.run(command, cwd=folder, env=quiet_environment(), stdout=log, stderr=log, check=True)
    return folder / "models" / f"{name}.tar.gz"
