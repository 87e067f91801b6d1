# SPDX-License-Identifier: MPL-2.0
"""What the readers see of a message: its words, its letters, and the cues of the lexicon."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import HashingVectorizer

from nlu import lexicon, sources

LEXICONS = ("talk", "themes", "intent")
_CUE_WEIGHT = 0.35
"""A cue against a whole message of unit length: set on cross-validation of the training messages."""


def read_messages(training_data: TrainingData) -> list[Message]:
    """The training messages that have both a text and labels."""
    return [message for message in training_data.intent_examples if message.get(TEXT)]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class DanishFeaturizer(GraphComponent):
    """One sparse row per message, (1, 2 · 2**bits + number of cues): words, letters, cues."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._storage, self._resource = storage, resource
        size = 2 ** config["bits"]
        shared = {"n_features": size, "alternate_sign": False, "norm": None, "lowercase": False}
        self._words = HashingVectorizer(analyzer=str.split, ngram_range=(1, 1), **shared)
        self._letters = HashingVectorizer(analyzer="char_wb", ngram_range=(2, 5), **shared)
        self._cues = [cue for name in LEXICONS for cue in lexicon.cues(name)]
        self._rarity = np.ones(2 * size, dtype=np.float32)

    @classmethod
    def required_components(cls) -> list[type]:
        """Words come from a tokenizer."""
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """2**16 places for words and as many for letter groups: few collisions at 10,000 messages."""
        return {"bits": 16}

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext
    ) -> DanishFeaturizer:
        """A featurizer that has seen nothing yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> DanishFeaturizer:
        """A featurizer as it was trained."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._rarity = np.load(Path(folder) / "rarity.npy")
        return component

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """A changed lexicon makes new features."""
        return sources.fingerprint(sys.modules[__name__], lexicon) + lexicon.fingerprint(*LEXICONS)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns how rare each word and letter group is (smoothed inverse document frequency)."""
        messages = read_messages(training_data)
        seen = np.zeros_like(self._rarity)
        for message in messages:
            seen[self._places(_plain_text(message))[0]] += 1
        self._rarity = (np.log((1 + len(messages)) / (1 + seen)) + 1).astype(np.float32)
        with self._storage.write_to(self._resource) as folder:
            np.save(Path(folder) / "rarity.npy", self._rarity)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds features to the training messages."""
        self.process(read_messages(training_data))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds features to messages."""
        for message in messages:
            row = self._row(_plain_text(message))
            message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, self.__class__.__name__))
        return messages

    def _row(self, text: str) -> sp.csr_matrix:
        """(1, features): words and letter groups weighted by rarity to unit length, then the cues."""
        places, counts = self._places(text)
        weights = (1 + np.log(counts)) * self._rarity[places]
        weights /= max(float(np.sqrt(weights @ weights)), 1e-9)
        cues = [number for number, cue in enumerate(self._cues, self._rarity.size) if cue.pattern.search(text)]
        found = np.full(len(cues), _CUE_WEIGHT, dtype=np.float32)
        indices = np.concatenate([places, np.asarray(cues, dtype=np.int32)])
        shape = (1, self._rarity.size + len(self._cues))
        data = np.concatenate([weights, found]).astype(np.float32)
        return sp.csr_matrix((data, indices, [0, data.size]), shape=shape)

    def _places(self, text: str) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
        """Which words and letter groups a text has, as places in its row, and how often."""
        words = self._words.transform([_with_pairs(text)])
        letters = self._letters.transform([text])
        places = np.concatenate([words.indices, letters.indices + words.shape[1]])
        return places, np.concatenate([words.data, letters.data]).astype(np.float32)


def _plain_text(message: Message) -> str:
    return " ".join(token.lemma for token in message.get(TOKENS_NAMES[TEXT]))


def _with_pairs(text: str) -> str:
    words = text.split()
    pairs = (f"{first}_{second}" for first, second in zip(["^", *words], [*words, "$"], strict=True))
    return " ".join([*words, *pairs])
