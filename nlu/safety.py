# SPDX-License-Identifier: MPL-2.0
"""Reads danger: word patterns and a trained reader, and either can raise the alarm."""

from __future__ import annotations

import sys
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.care import danger, danger_words, figures_of_speech, means
from bot.codebook import Safety, worst
from nlu import sources
from nlu.danishness import DANISHNESS
from nlu.layer import LayerReader

_FEWEST_WORDS_FOR_THE_MODEL = 3
"""In fewer words the trained reader has nothing to go by; the word patterns read them all the same."""
_DANISH = 0.5


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SafetyReader(LayerReader):
    """One safety level; the thresholds are low because a missed danger is the worst error."""

    layer = "safety"
    labels = (Safety.CONCERN, Safety.ACUTE)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`notice`: the probability of any danger from which the trained reader tells it; `acute`: that of danger now,
        once noticed; `overrule`: below this the trained reader overrules a word pattern of concern (never one of danger
        now, and never in what is not Danish): of such training messages one in ten was danger."""
        return {**LayerReader.get_default_config(), "calm": 0.1, "notice": 0.2, "acute": 0.5,
                "overrule": 0.03}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Changed word patterns are a changed reader."""
        leant_on = sources.fingerprint(sys.modules[__name__], danger, danger_words, figures_of_speech, means)
        return f"{super().fingerprint_addon(config)}{leant_on}"

    def tell(self, message: Message, probability: dict[str, float]) -> None:
        """Adds `safety` and `safety_confidence` (0–1, that there is any danger)."""
        text = message.get(TEXT)
        by_words = danger.look_for_danger(text)
        if by_words is Safety.CONCERN and self._is_sure_of_none(message, probability):
            by_words = Safety.NONE
        message.set("safety", str(worst(by_words, self._by_model(text, probability))), add_to_output=True)
        message.set("safety_confidence", round(probability[Safety.CONCERN], 3), add_to_output=True)

    def _is_sure_of_none(self, message: Message, probability: dict[str, float]) -> bool:
        danish: float = message.get(DANISHNESS, 1.0)
        return danish >= _DANISH and probability[Safety.CONCERN] < self.config["overrule"]

    def _by_model(self, text: str, probability: dict[str, float]) -> Safety:
        if len(text.split()) < _FEWEST_WORDS_FOR_THE_MODEL or probability[Safety.CONCERN] < self.config["notice"]:
            return Safety.NONE
        return Safety.ACUTE if probability[Safety.ACUTE] >= self.config["acute"] else Safety.CONCERN
