# SPDX-License-Identifier: MPL-2.0
"""Reads danger: word patterns and a trained reader, and either can raise the alarm."""

from __future__ import annotations

import sys
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.care import danger, danger_words, figures_of_speech
from bot.codebook import Safety, worst
from nlu import sources
from nlu.linear import LinearReader

_FEWEST_WORDS_FOR_THE_MODEL = 4
"""In fewer words the trained reader has nothing to go by; the word patterns read them all the same."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SafetyReader(LinearReader):
    """One safety level; the thresholds are low because a missed danger is the worst error."""

    layer = "safety"
    labels = (Safety.CONCERN, Safety.ACUTE)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`notice`: the probability of any danger from which it is told in messages of `long` words or more.

        `notice_short`: the same for shorter ones, of which the reader is less sure; `acute`: for danger now. All
        were chosen on the development messages (docs/understanding.md).
        """
        return {"strength": 16.0, "long": 16, "notice": 0.35, "notice_short": 0.6, "acute": 0.8, "class_weight": None}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Changed word patterns are a changed reader."""
        leant_on = sources.fingerprint(sys.modules[__name__], danger, danger_words, figures_of_speech)
        return f"{super().fingerprint_addon(config)}{leant_on}"

    def tell(self, message: Message, probability: dict[str, float]) -> None:
        """Adds `safety` and `safety_confidence` (0–1, that there is any danger)."""
        by_words = danger.look_for_danger(message.get(TEXT))
        any_danger = 1 - (1 - probability[Safety.CONCERN]) * (1 - probability[Safety.ACUTE])
        words = len(message.get(TEXT).split())
        level = worst(by_words, self._by_model(words, any_danger, probability[Safety.ACUTE]))
        message.set("safety", str(level), add_to_output=True)
        message.set("safety_confidence", round(any_danger, 3), add_to_output=True)

    def _by_model(self, words: int, any_danger: float, acute: float) -> Safety:
        if words < _FEWEST_WORDS_FOR_THE_MODEL:
            return Safety.NONE
        notice = self.config["notice" if words >= self.config["long"] else "notice_short"]
        if acute >= self.config["acute"]:
            return Safety.ACUTE
        return Safety.CONCERN if any_danger >= notice else Safety.NONE
