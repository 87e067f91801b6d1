# SPDX-License-Identifier: MPL-2.0
"""What the readers see of a message: its words in several views, and the meanings and cues of the lexicon."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction import FeatureHasher

from nlu import lexicon, sources, trained, views
from nlu.lexicon import meanings
from nlu.rows import Row
from nlu.trained import Trained

LEXICONS = ("talk", "themes", "intent")
MEANINGS = ("words", "phrases")
_CUE_WEIGHT = 0.2
"""A cue or meaning against a view of a middling message, which has length 1."""
_LENGTH_POWER = 0.7
"""How far a long message is scaled down: 1 to unit length, where one word in half a page is lost; 0 not at all."""
_COMMON_WORDS = 300
_LONGEST = 250
"""Words looked at: a longer message is read by its first and last words, so that none takes long."""


def read_messages(training_data: TrainingData) -> list[Message]:
    """The training messages that have both a text and labels."""
    return [message for message in training_data.intent_examples if message.get(TEXT)]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class DanishFeaturizer(Trained):
    """One sparse row per message, (1, places of all views + meanings + cues).

    A view's strings are hashed to 2**bits places, weighted by (1 + log count) · rarity and scaled by
    length ** -0.7, with the middling training message at length 1. Rarity is the smoothed inverse document frequency.
    """

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._size = 2 ** config["bits"]
        self._hasher = FeatureHasher(n_features=self._size, input_type="string", alternate_sign=False)
        self._cues = [cue for name in LEXICONS for cue in lexicon.cues(name)]
        self._words, self._phrases = meanings.WordMeanings(), meanings.PhraseMeanings()
        kinds = dict.fromkeys([*self._words.classes, *self._phrases.classes])
        self._kinds = {kind: number for number, kind in enumerate(kinds, self._size * len(views.VIEWS))}
        self.width = self._size * len(views.VIEWS) + len(self._kinds) + len(self._cues)
        self._rarity = np.ones((len(views.VIEWS), self._size), dtype=np.float32)
        self._scales = np.ones(len(views.VIEWS), dtype=np.float32)
        self._common: frozenset[str] = frozenset()

    @classmethod
    def required_components(cls) -> list[type]:
        """Words come from a tokenizer."""
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """2**16 places a view: half as many or twice as many read no better or worse (docs/understanding.md)."""
        return {"bits": 16}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """A changed lexicon makes new features."""
        code = sources.fingerprint(sys.modules[__name__], trained, lexicon, meanings, views)
        return code + lexicon.fingerprint(*LEXICONS, *MEANINGS)

    def recall(self, folder: Path) -> None:
        """Rarity, scales and common words."""
        with np.load(folder / "seen.npz") as seen:
            self._rarity, self._scales = seen["rarity"], seen["scales"]
        self._common = frozenset(json.loads((folder / "common.json").read_text(encoding="utf-8")))

    def train(self, training_data: TrainingData) -> Resource:
        """Learns which words are common, how rare each place of each view is, and how long a middling message is."""
        self._learn([_words_of(message) for message in read_messages(training_data)])
        with self._storage.write_to(self._resource) as folder:
            np.savez_compressed(Path(folder) / "seen.npz", rarity=self._rarity, scales=self._scales)
            common = json.dumps(sorted(self._common), ensure_ascii=False)
            (Path(folder) / "common.json").write_text(common, encoding="utf-8")
        return self._resource

    def _learn(self, told: list[list[str]]) -> None:
        count = Counter(word for words in told for word in set(words))
        self._common = frozenset(sorted(count, key=lambda word: (-count[word], word))[:_COMMON_WORDS])
        for number, view in enumerate(views.VIEWS.values()):
            rows = self._hasher.transform(view(words, self._common) for words in told)
            seen = np.bincount(rows.indices, minlength=self._size)
            self._rarity[number] = np.log((1 + len(told)) / (1 + seen)) + 1
            rows.data = (1 + np.log(rows.data)) * self._rarity[number][rows.indices]
            lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
            self._scales[number] = max(float(np.median(lengths)), 1e-6) ** (1 - _LENGTH_POWER)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds features to the training messages."""
        self.process(read_messages(training_data))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds features to messages."""
        for message in messages:
            row = self._row(_words_of(message))
            message.add_features(Row(row, self.__class__.__name__))
        return messages

    def _row(self, words: list[str]) -> sp.csr_matrix:
        """(1, width): every view, then meanings and cues."""
        parts = [self._view(number, view(words, self._common)) for number, view in enumerate(views.VIEWS.values())]
        known = self._known(words)
        parts.append((np.asarray(known, dtype=np.int32), np.full(len(known), _CUE_WEIGHT, dtype=np.float32)))
        indices = np.concatenate([places for places, _ in parts])
        data = np.concatenate([weights for _, weights in parts])
        return sp.csr_matrix((data, indices, [0, data.size]), shape=(1, self.width))

    def _view(self, number: int, strings: list[str]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
        """Places and weights of one view."""
        row = self._hasher.transform([strings])
        weights = (1 + np.log(row.data)) * self._rarity[number][row.indices]
        length = max(float(np.sqrt(weights @ weights)), 1e-6)
        weights *= length**-_LENGTH_POWER / self._scales[number]
        return row.indices + number * self._size, weights.astype(np.float32)

    def _known(self, words: list[str]) -> list[int]:
        """The places of the meanings and cues in a message."""
        found = [self._kinds[kind] for kind in self._words.of(words) | self._phrases.of(words)]
        text, first = " ".join(words), self.width - len(self._cues)
        return sorted(found) + [number for number, cue in enumerate(self._cues, first) if cue.pattern.search(text)]


def _words_of(message: Message) -> list[str]:
    words = [token.lemma for token in message.get(TOKENS_NAMES[TEXT])]
    return words if len(words) <= _LONGEST else words[: _LONGEST // 2] + words[-_LONGEST // 2 :]
