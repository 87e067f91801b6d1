# SPDX-License-Identifier: MPL-2.0
"""What the readers of the four layers share: a linear model over the features of a message."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.linear_model import LogisticRegression

from bot import codebook
from nlu import sources
from nlu.features import DanishFeaturizer, read_messages

Probabilities = npt.NDArray[np.float64]


class LinearReader(GraphComponent):
    """One logistic regression per label of a layer; a subclass says which layer and what a message is told.

    `weights` is (features, labels), `offsets` (labels,); the probability of a label is
    sigmoid(features · weights + offsets). A message has few features, so only their rows are touched.
    """

    layer: ClassVar[str]
    labels: ClassVar[tuple[str, ...]]

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self.config = config
        self._storage, self._resource = storage, resource
        self._weights = np.zeros((0, 0), dtype=np.float32)
        self._offsets = np.zeros(0, dtype=np.float32)

    @classmethod
    def required_components(cls) -> list[type]:
        """Features come first."""
        return [DanishFeaturizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`strength` is the inverse of regularisation, `threshold` the probability from which a label is said.

        Both were chosen on the development messages; rare labels weigh as much as common ones.
        """
        return {"strength": 16.0, "threshold": 0.5, "class_weight": "balanced"}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """The labels and this base class; a subclass adds what it leans on besides."""
        return sources.fingerprint(sys.modules[__name__], codebook)

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext
    ) -> LinearReader:
        """A reader that has learnt nothing yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LinearReader:
        """A reader as it was trained."""
        reader = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder, np.load(Path(folder) / "model.npz") as saved:
            reader._weights, reader._offsets = saved["weights"], saved["offsets"]
        return reader

    def train(self, training_data: TrainingData) -> Resource:
        """Learns every label of the layer from the labels in the messages' metadata."""
        messages = read_messages(training_data)
        rows = sp.vstack([_features(message) for message in messages], format="csr")
        models = [self._fit(rows, label, messages) for label in self.labels]
        self._weights = np.vstack([weights for weights, _ in models]).astype(np.float32).T.copy()
        self._offsets = np.asarray([offset for _, offset in models], dtype=np.float32)
        with self._storage.write_to(self._resource) as folder:
            np.savez_compressed(Path(folder) / "model.npz", weights=self._weights, offsets=self._offsets)
        return self._resource

    def _fit(self, rows: sp.csr_matrix, label: str, messages: list[Message]) -> tuple[Any, float]:
        wanted = np.asarray([label in self.labels_of(message) for message in messages])
        if wanted.all() or not wanted.any():
            return np.zeros((1, rows.shape[1])), 9.0 if wanted.any() else -9.0
        model = LogisticRegression(
            C=self.config["strength"], class_weight=self.config["class_weight"], solver="liblinear",
            random_state=7,
        )
        model.fit(rows, wanted)
        return model.coef_, float(model.intercept_[0])

    def labels_of(self, message: Message) -> tuple[str, ...]:
        """What the codebook says of a training message in this layer."""
        said = (message.get("metadata") or {}).get("intent", {}).get(self.layer, ())
        return (said,) if isinstance(said, str) else tuple(said)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Training messages keep the labels that people gave them."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Reads messages."""
        if messages and self._weights.size:
            for message in messages:
                self.tell(message, dict(zip(self.labels, self.probabilities(message).tolist(), strict=True)))
        return messages

    def probabilities(self, message: Message) -> Probabilities:
        """(labels,), each 0–1 on its own."""
        row = _features(message)
        scores = row.data @ self._weights[row.indices] + self._offsets
        return 1 / (1 + np.exp(-scores.astype(np.float64)))

    def tell(self, message: Message, probability: dict[str, float]) -> None:
        """Writes the layer's labels into the message."""
        raise NotImplementedError

    def tell_labels(self, message: Message, probability: dict[str, float]) -> None:
        """The labels over the threshold, sorted, and how sure the reader is of each of them."""
        chosen = sorted(label for label, value in probability.items() if value >= self.config["threshold"])
        message.set(self.layer, chosen, add_to_output=True)
        confidence = {label: round(probability[label], 3) for label in chosen}
        message.set(f"{self.layer}_confidence", confidence, add_to_output=True)


def _features(message: Message) -> sp.csr_matrix:
    """(1, features)."""
    return message.get_sparse_features(TEXT)[1].features
