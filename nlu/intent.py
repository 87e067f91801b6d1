# SPDX-License-Identifier: MPL-2.0
"""Reads what a message does in the dialogue."""

from __future__ import annotations

import re
import sys
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.codebook import Intent
from bot.danish import numbers
from bot.danish.numbers import rating_in
from nlu import lexicon, sources
from nlu.danishness import DANISHNESS
from nlu.layer import LayerReader

_ONLY_A_NUMBER = re.compile(rf"\W*(?:\d{{1,4}}|{'|'.join(sorted(numbers.WORDS, key=len, reverse=True))})\W*")
"""Also one that is off the ruler: "tolv" is an answer, to be asked about."""
_RATING_WORDS = 6
"""A number in a longer message is most often part of a story, not an answer on the ruler."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentReader(LayerReader, IntentClassifier):
    """Exactly one intent: a few messages are known by heart, the rest by the trained reader."""

    layer = "intent"
    labels = tuple(Intent)

    def __init__(self, config: dict[str, Any], storage: Any, resource: Any) -> None:
        super().__init__(config, storage, resource)
        self._by_heart = lexicon.cues("by_heart")

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """A changed list is a changed reader."""
        leant_on = sources.fingerprint(sys.modules[__name__], numbers, lexicon) + lexicon.fingerprint("by_heart")
        return f"{super().fingerprint_addon(config)}{leant_on}"

    def tell(self, message: Message, probability: dict[str, float]) -> None:
        """Adds `intent` and `intent_ranking` as Rasa's own classifiers do; of what is not Danish it is not sure."""
        danish = message.get(DANISHNESS, 1.0)
        total = sum(probability.values())
        ranked = sorted(probability.items(), key=lambda item: -item[1])
        ranking = [{"name": str(name), "confidence": round(danish * value / total, 4)} for name, value in ranked]
        known = self._known(message.get(TEXT))
        if known:
            ranking = [{"name": known, "confidence": 1.0}, *[r for r in ranking if r["name"] != known]]
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)

    def _known(self, text: str) -> str | None:
        said = " ".join(text.casefold().split()).strip(" .!?…")
        for cue in self._by_heart:
            if cue.pattern.fullmatch(said):
                return cue.label
        if _ONLY_A_NUMBER.fullmatch(said) or (len(said.split()) <= _RATING_WORDS and rating_in(text) is not None):
            return str(Intent.RATE)
        return None
