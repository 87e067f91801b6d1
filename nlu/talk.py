# SPDX-License-Identifier: MPL-2.0
"""Reads change talk and sustain talk."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from bot.codebook import Talk
from nlu.layer import LayerReader


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class TalkReader(LayerReader):
    """Any number of the eight talk labels; none of them is neutral."""

    layer = "talk"
    labels = tuple(Talk)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Talk is said a little sooner: a missed wish costs the conversation more than a doubtful one."""
        return {**LayerReader.get_default_config(), "threshold": 0.4}

    def tell(self, message: Message, probability: dict[str, float]) -> None:
        """Adds `talk` and `talk_confidence`."""
        self.tell_labels(message, probability)
