# SPDX-License-Identifier: MPL-2.0
"""What the components that learn share: how Rasa makes them, keeps what they learnt, and loads them again."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.training_data import TrainingData


class Trained(GraphComponent):
    """A component that learns; a subclass trains into a folder of the model and recalls from it.

    Rasa's fingerprint sees the source of the subclass alone, so each names this module in its `fingerprint_addon`.
    """

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self.config = config
        self._storage, self._resource = storage, resource

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext
    ) -> Self:
        """One that has learnt nothing yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Self:
        """One as it was trained."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.recall(Path(folder))
        return component

    def recall(self, folder: Path) -> None:
        """Takes up what was learnt from the folder it was kept in."""
        raise NotImplementedError

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Training messages stay as they are, where a component has nothing to add to them."""
        return training_data
