# SPDX-License-Identifier: MPL-2.0
"""The first impression of a message: how far it lies from the boundary of every label, each by itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from joblib import Parallel, delayed
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.svm import LinearSVC

from bot import codebook
from bot.codebook import Intent, Safety, Talk, Theme
from nlu import sources, trained
from nlu.features import DanishFeaturizer, read_messages
from nlu.rows import Row
from nlu.trained import Trained

Matrix = npt.NDArray[np.float32]

_LAYERS: tuple[tuple[str, Iterable[str]], ...] = (
    ("talk", Talk), ("themes", Theme), ("safety", (Safety.CONCERN, Safety.ACUTE)), ("intent", Intent),
)
LABELS = tuple(f"{layer}:{label}" for layer, labels in _LAYERS for label in labels)
"""`safety:concern` stands for concern or worse."""
_NEVER = -3.0
"""What is said of a label that no training message has: three times the margin outside."""


def labels_of(message: Message) -> frozenset[str]:
    """What people said of a training message, as in `LABELS`."""
    told = (message.get("metadata") or {}).get("intent", {})
    named = {f"{layer}:{label}" for layer in ("talk", "themes") for label in told.get(layer, ())}
    if told.get("safety") in {Safety.CONCERN, Safety.ACUTE}:
        named |= {"safety:concern", f"safety:{told['safety']}"}
    return frozenset(named | {f"intent:{message.get(INTENT)}"})


def impressions_of(message: Message) -> Matrix:
    """(labels,): what `FirstImpressions` left with a message."""
    found: Matrix = message.get_dense_features(TEXT, [FirstImpressions.__name__])[1].features[0]
    return found


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class FirstImpressions(Trained):
    """One linear support vector machine per label over the words of a message; the readers of the layers weigh them.

    `weights` is (features, labels) in half precision, `offsets` (labels,). An impression is features · weights +
    offsets: 1 and more is clearly inside a label, -1 and less clearly outside.
    """

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._weights: npt.NDArray[np.float16] = np.zeros((0, len(LABELS)), dtype=np.float16)
        self._offsets = np.zeros(len(LABELS), dtype=np.float32)

    @classmethod
    def required_components(cls) -> list[type]:
        """Features come first."""
        return [DanishFeaturizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`strength` is the inverse of regularisation; `parts`: see `process_training_data`."""
        return {"strength": 0.4, "parts": 3, "seed": 7}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """The labels, this file and its base."""
        return sources.fingerprint(sys.modules[__name__], trained, codebook)

    def recall(self, folder: Path) -> None:
        """The boundaries."""
        with np.load(folder / "boundaries.npz") as saved:
            self._weights, self._offsets = saved["weights"], saved["offsets"]

    def train(self, training_data: TrainingData) -> Resource:
        """Learns the boundary of every label."""
        messages = read_messages(training_data)
        weights, offsets = self._boundaries(_rows(messages), _wanted(messages))
        self._weights, self._offsets = weights.astype(np.float16), offsets
        with self._storage.write_to(self._resource) as folder:
            np.savez_compressed(Path(folder) / "boundaries.npz", weights=self._weights, offsets=self._offsets)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Impressions of the training messages, each by boundaries that were learnt from the other `parts` - 1 parts.

        Otherwise they would be surer than any impression of a new message, and mislead those who learn from them.
        """
        messages = read_messages(training_data)
        rows, wanted = _rows(messages), _wanted(messages)
        part = np.random.default_rng(self.config["seed"]).permutation(len(messages)) % self.config["parts"]
        found = np.zeros(wanted.shape, dtype=np.float32)
        for number in range(self.config["parts"]):
            weights, offsets = self._boundaries(rows[part != number], wanted[part != number])
            found[part == number] = rows[part == number] @ weights + offsets
        for message, impressions in zip(messages, found, strict=True):
            _leave(message, impressions)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Impressions of new messages."""
        if self._weights.size:
            for message in messages:
                row = _row(message)
                _leave(message, row.data @ self._weights[row.indices].astype(np.float32) + self._offsets)
        return messages

    def _boundaries(self, rows: sp.csr_matrix, wanted: npt.NDArray[np.bool_]) -> tuple[Matrix, Matrix]:
        """Weights (features, labels) and offsets (labels,)."""
        learn = delayed(_boundary)
        found = Parallel(n_jobs=os.cpu_count())(
            learn(rows, column, self.config["strength"], self.config["seed"]) for column in wanted.T
        )
        return np.stack([weights for weights, _ in found], axis=1), np.asarray([offset for _, offset in found])


def _boundary(
    rows: sp.csr_matrix, wanted: npt.NDArray[np.bool_], strength: float, seed: int
) -> tuple[Matrix, np.float32]:
    """Weights (features,) and offset of one label."""
    if wanted.all() or not wanted.any():
        return np.zeros(rows.shape[1], dtype=np.float32), np.float32(-_NEVER if wanted.any() else _NEVER)
    model = LinearSVC(C=strength, random_state=seed).fit(rows, wanted)
    return model.coef_[0].astype(np.float32), np.float32(model.intercept_[0])


def _wanted(messages: list[Message]) -> npt.NDArray[np.bool_]:
    """(messages, labels)."""
    told = [labels_of(message) for message in messages]
    return np.asarray([[label in labels for label in LABELS] for labels in told], dtype=bool)


def _rows(messages: list[Message]) -> sp.csr_matrix:
    """(messages, features)."""
    return sp.vstack([_row(message) for message in messages], format="csr").astype(np.float64)


def _row(message: Message) -> sp.csr_matrix:
    return message.get_sparse_features(TEXT, [DanishFeaturizer.__name__])[1].features


def _leave(message: Message, impressions: Matrix) -> None:
    dense = impressions.astype(np.float32).reshape(1, -1)
    message.add_features(Row(dense, FirstImpressions.__name__))
