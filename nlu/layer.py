# SPDX-License-Identifier: MPL-2.0
"""What the readers of the four layers share: a small network that sees the first impressions of all labels together."""

from __future__ import annotations

import math
import sys
import warnings
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from nlu import sources, trained
from nlu.features import read_messages
from nlu.impressions import FirstImpressions, impressions_of, labels_of
from nlu.trained import Trained

Numbers = npt.NDArray[np.float32]

_BATCH = 64
_FEWEST_STEPS = 2000
"""Few messages are gone through more often, so that the network has time to settle."""


class LayerReader(Trained):
    """Weighs the first impressions of a message and says how probable each label of its layer is.

    A label is rarely alone: a number makes `rate` likelier and `share` less so, a wish with a "men" brings `sustain`.
    A few networks with one hidden layer are trained from different seeds and averaged before the sigmoid.
    """

    layer: ClassVar[str]
    labels: ClassVar[tuple[str, ...]]

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._network: dict[str, Numbers] = {}

    @classmethod
    def required_components(cls) -> list[type]:
        """First impressions come first."""
        return [FirstImpressions]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Set on readings of the training messages by those who had not learnt from them (docs/understanding.md).

        `hidden`: units; `calm`: L2 penalty; `rounds`: times through the messages; `threshold`: the probability from
        which a label is said.
        """
        return {"hidden": 64, "calm": 0.01, "rounds": 25, "seeds": [1, 2, 3], "threshold": 0.5}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """This base class and its own; a subclass adds what it leans on besides."""
        return sources.fingerprint(sys.modules[__name__], trained)

    def recall(self, folder: Path) -> None:
        """The networks."""
        with np.load(folder / "network.npz") as saved:
            self._network = {name: saved[name] for name in saved.files}

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the impressions and labels of the training messages."""
        messages = read_messages(training_data)
        seen = np.stack([_seen(message) for message in messages])
        centre, spread = seen.mean(axis=0), seen.std(axis=0) + 1e-3
        wanted = np.asarray([[self.name_of(label) in labels_of(m) for label in self.labels] for m in messages])
        networks = [self._fit((seen - centre) / spread, wanted, seed) for seed in self.config["seeds"]]
        parts = {name: np.stack([network[name] for network in networks]) for name in networks[0]}
        self._network = {"centre": centre, "spread": spread, **parts}
        with self._storage.write_to(self._resource) as folder:
            np.savez_compressed(Path(folder) / "network.npz", **self._network)
        return self._resource

    def _fit(self, seen: Numbers, wanted: npt.NDArray[np.bool_], seed: int) -> dict[str, Numbers]:
        steps_a_round = math.ceil(len(seen) / _BATCH)
        model = MLPClassifier(
            (self.config["hidden"],), alpha=self.config["calm"], batch_size=min(_BATCH, len(seen)), random_state=seed,
            max_iter=max(self.config["rounds"], math.ceil(_FEWEST_STEPS / steps_a_round)), n_iter_no_change=1000,
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)     # the number of rounds is what was chosen
            model.fit(seen, wanted)
        (first, second), (first_offset, second_offset) = model.coefs_, model.intercepts_
        named = {"first": first, "first_offset": first_offset, "second": second, "second_offset": second_offset}
        return {name: part.astype(np.float32) for name, part in named.items()}

    @classmethod
    def name_of(cls, label: str) -> str:
        """A label of this layer as the first impressions name it."""
        return f"{cls.layer}:{label}"

    def process(self, messages: list[Message]) -> list[Message]:
        """Reads messages."""
        if self._network:
            for message in messages:
                self.tell(message, dict(zip(self.labels, self.probabilities(message).tolist(), strict=True)))
        return messages

    def probabilities(self, message: Message) -> Numbers:
        """(labels,), each 0–1 on its own."""
        net = self._network
        seen = (_seen(message) - net["centre"]) / net["spread"]
        hidden = np.maximum(np.einsum("i,sih->sh", seen, net["first"]) + net["first_offset"], 0)
        scores = (np.einsum("sh,shl->sl", hidden, net["second"]) + net["second_offset"]).mean(axis=0)
        chances: Numbers = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        return chances

    def tell(self, message: Message, probability: dict[str, float]) -> None:
        """Writes the layer's labels into the message."""
        raise NotImplementedError

    def tell_labels(self, message: Message, probability: dict[str, float]) -> None:
        """The labels over the threshold, sorted, and how sure the reader is of each of them."""
        chosen = sorted(label for label, value in probability.items() if value >= self.config["threshold"])
        message.set(self.layer, chosen, add_to_output=True)
        confidence = {label: round(probability[label], 3) for label in chosen}
        message.set(f"{self.layer}_confidence", confidence, add_to_output=True)


def _seen(message: Message) -> Numbers:
    """(labels + 2,): the impressions, and how long the message is in words and characters."""
    text = message.get(TEXT)
    length = [math.log1p(len(text.split())), math.log1p(len(text))]
    return np.concatenate([impressions_of(message), np.asarray(length, dtype=np.float32)])
