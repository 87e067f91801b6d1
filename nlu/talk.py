# SPDX-License-Identifier: MPL-2.0
"""Reads change talk and sustain talk."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from bot.codebook import Talk
from nlu.layer import LayerReader


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class TalkReader(LayerReader):
    """Any number of the eight talk labels; none of them is neutral."""

    layer = "talk"
    labels = tuple(Talk)

    def tell(self, message: Message, probability: dict[str, float]) -> None:
        """Adds `talk` and `talk_confidence`."""
        self.tell_labels(message, probability)
