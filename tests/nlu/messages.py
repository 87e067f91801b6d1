# SPDX-License-Identifier: MPL-2.0
"""A tiny made-up set of labelled messages, and the pipeline taken through Rasa's component interface."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.danishness import DanishnessReader
from nlu.features import DanishFeaturizer
from nlu.impressions import FirstImpressions
from nlu.tokenizer import DanishTokenizer

TOLD = [
    ("jeg drømmer om et job", "share", ["desire"], ["work_education"], "none"),
    ("jeg vil gerne have et arbejde", "share", ["desire"], ["work_education"], "none"),
    ("jeg drømmer om en praktik på et værksted", "share", ["desire"], ["work_education"], "none"),
    ("jeg savner min søster", "share", ["desire"], ["relations"], "none"),
    ("jeg vil gerne se mine venner", "share", ["desire"], ["relations"], "none"),
    ("jeg ønsker mig en ven", "share", ["desire"], ["relations"], "none"),
    ("jeg kan ikke overskue det", "share", ["sustain"], [], "none"),
    ("det nytter ikke noget", "share", ["sustain"], [], "none"),
    ("jeg magter ikke mere papir", "share", ["sustain"], [], "none"),
    ("jeg kan ikke se nogen vej ud", "share", ["sustain"], [], "concern"),
    ("alting er sort og uden mening", "share", [], [], "concern"),
    ("jeg orker ikke at være her mere", "share", ["sustain"], [], "concern"),
    ("jeg har samlet piller til i aften", "share", [], [], "acute"),
    ("jeg står på broen nu", "share", [], [], "acute"),
    ("hej med dig", "greet", [], [], "none"),
    ("goddag du", "greet", [], [], "none"),
    ("hvem kan læse det jeg skriver", "ask_privacy", [], [], "none"),
    ("gemmer du det jeg skriver", "ask_privacy", [], [], "none"),
    ("får min kommune det at se", "ask_privacy", [], [], "none"),
]


def training_data() -> TrainingData:
    """As Rasa reads it from the files in data/nlu."""
    return TrainingData([
        Message({
            TEXT: text, INTENT: intent,
            "metadata": {"intent": {"talk": talk, "themes": themes, "safety": safety}},
        })
        for text, intent, talk, themes, safety in TOLD
    ])


def context() -> ExecutionContext:
    """What Rasa gives every component."""
    return ExecutionContext(GraphSchema({}), "prøve")


class Pipeline:
    """Tokenizer, featurizer and first impressions, trained in a folder, and readers on top of them."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.storage = LocalModelStorage(folder)
        self.tokenizer = DanishTokenizer(DanishTokenizer.get_default_config())
        self.told = self.tokenizer.process_training_data(training_data())
        self.featurizer = self.made(DanishFeaturizer)
        self.featurizer.train(self.told)
        self.featurizer.process_training_data(self.told)
        self.danishness = self.made(DanishnessReader)
        self.danishness.train(self.told)
        self.impressions = self.made(FirstImpressions)
        self.impressions.train(self.told)
        self.impressions.process(self.told.intent_examples)     # so few messages teach nothing of one another

    def made(self, kind: type[GraphComponent], **config: Any) -> Any:
        """A component that has learnt nothing yet."""
        return kind.create({**kind.get_default_config(), **config}, self.storage, Resource(kind.__name__), context())

    def loaded(self, kind: type[GraphComponent], **config: Any) -> Any:
        """A component as another process loads it."""
        return kind.load({**kind.get_default_config(), **config}, self.storage, Resource(kind.__name__), context())

    def trained(self, kind: type[GraphComponent], **config: Any) -> Any:
        """A reader that has learnt from the made-up messages."""
        reader = self.made(kind, **config)
        reader.train(self.told)
        return reader

    def read(self, text: str, *readers: Any) -> dict[str, Any]:
        """What the readers say of a message, as Rasa puts it out."""
        messages = self.tokenizer.process([Message({TEXT: text})])
        for reader in (self.featurizer, self.danishness, self.impressions, *readers):
            messages = reader.process(messages)
        return cast(dict[str, Any], messages[0].as_dict(only_output_properties=True))
