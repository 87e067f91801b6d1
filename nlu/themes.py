# SPDX-License-Identifier: MPL-2.0
"""Reads the life areas that a message names."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from bot.codebook import Theme
from nlu.layer import LayerReader


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class ThemesReader(LayerReader):
    """Any number of the eight themes."""

    layer = "themes"
    labels = tuple(Theme)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Life areas are named in so many words that the reader is seldom sure of one; a third is enough to say it."""
        return {**LayerReader.get_default_config(), "threshold": 0.35}

    def tell(self, message: Message, probability: dict[str, float]) -> None:
        """Adds `themes` and `themes_confidence`."""
        self.tell_labels(message, probability)
