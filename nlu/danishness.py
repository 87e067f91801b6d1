# SPDX-License-Identifier: MPL-2.0
"""Whether a message is Danish at all: of foreign languages and gibberish no reader may be sure."""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu import sources, trained
from nlu.features import read_messages
from nlu.tokenizer import within_reach
from nlu.trained import Trained

DANISHNESS = "danishness"
_LETTERS = re.compile(r"[^\W\d_]+")
_ORDER = 4
_TRUST = 5
"""A context seen five times is believed as much as the shorter one below it (Witten–Bell-like interpolation)."""
_ALPHABET = 60
_SHORTEST = 8
"""Fewer letters say too little of a language; such messages are believed."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class DanishnessReader(Trained):
    """Adds `danishness`, 0–1: how probable the letters are after those before them, in the Danish of the messages.

    The mean is in bits per letter; chat Danish lies at about -2.2, dialect and misspelling above -4.5, German,
    Polish, Turkish or keys struck at random below -5. `doubtful` is the mean with danishness ½, `slope` how steep.
    """

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._count: Counter[str] = Counter()
        self._letters = 0

    @classmethod
    def required_components(cls) -> list[type]:
        """It reads the text itself, once there are words."""
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Set so that of the training messages, dialects among them, hardly one in a hundred falls below ½."""
        return {"doubtful": -4.6, "slope": 2.5}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """This file and its base."""
        return sources.fingerprint(sys.modules[__name__], trained)

    def recall(self, folder: Path) -> None:
        """The counts of letters."""
        self._remember(Counter(json.loads((folder / "letters.json").read_text(encoding="utf-8"))))

    def train(self, training_data: TrainingData) -> Resource:
        """Counts runs of one to four letters."""
        count: Counter[str] = Counter()
        for message in read_messages(training_data):
            text = _letters_of(message.get(TEXT))
            for size in range(1, _ORDER + 1):
                count.update(text[start : start + size] for start in range(len(text) - size + 1))
        self._remember(count)
        with self._storage.write_to(self._resource) as folder:
            (Path(folder) / "letters.json").write_text(json.dumps(count, ensure_ascii=False), encoding="utf-8")
        return self._resource

    def _remember(self, count: Counter[str]) -> None:
        self._count = count
        self._letters = sum(times for run, times in count.items() if len(run) == 1)

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds `danishness` to messages."""
        for message in messages:
            message.set(DANISHNESS, round(self.danishness(message.get(TEXT)), 3), add_to_output=True)
        return messages

    def danishness(self, text: str) -> float:
        """0–1; 1 for what is too short to tell."""
        letters = _letters_of(within_reach(text))
        if not self._letters or len(letters) - 2 < _SHORTEST:
            return 1.0
        bits = [math.log2(self._chance(letters[max(end - _ORDER, 0) : end])) for end in range(2, len(letters) + 1)]
        return 1 / (1 + math.exp(-self.config["slope"] * (sum(bits) / len(bits) - self.config["doubtful"])))

    def _chance(self, run: str) -> float:
        """How probable the last letter of a run is after those before it."""
        chance = (self._count[run[-1]] + 0.5) / (self._letters + 0.5 * _ALPHABET)
        for size in range(2, len(run) + 1):
            part = run[-size:]
            seen = self._count[part[:-1]]
            if seen:
                trust = seen / (seen + _TRUST)
                chance = trust * self._count[part] / seen + (1 - trust) * chance
        return chance


def _letters_of(text: str) -> str:
    """The words of a text in lower case, each between blanks."""
    return " " + " ".join(_LETTERS.findall(text.casefold())) + " "
