# SPDX-License-Identifier: MPL-2.0
"""Danish words and their plain forms, by spaCy's Danish tokenizer."""

from __future__ import annotations

import re
import sys
import unicodedata
from typing import Any

import spacy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from nlu import sources

_LONG_RUN = re.compile(r"(.)\1{2,}")
_MANY_SIGNS = re.compile(r"(?<=[^\w\s]{8})[^\w\s]")
_MAX_CHARACTERS = 4_000
"""A longer message is read by its beginning and its end, so that no text takes long."""


def plain(word: str) -> str:
    """The word as the models see it: lower case, composed letters, no runs of three ("neeeej" → "neej")."""
    return _LONG_RUN.sub(r"\1\1", unicodedata.normalize("NFC", word).casefold())


def without_long_signs(text: str) -> str:
    """Blanks for all but the first eight of many signs in a row, which the tokenizer would take off one by one."""
    return _MANY_SIGNS.sub(" ", text)


def within_reach(text: str) -> str:
    """At most `_MAX_CHARACTERS` of a text, from both its ends."""
    if len(text) <= _MAX_CHARACTERS:
        return text
    half = _MAX_CHARACTERS // 2
    return f"{text[:half]} {text[-half:]}"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class DanishTokenizer(Tokenizer):
    """Splits as Danish is written; the lemma of a token is its plain form."""

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._split = spacy.blank("da").tokenizer

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """No message has two intents, so intents are not split."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_"}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """What a word's plain form is, is decided outside the class."""
        return sources.fingerprint(sys.modules[__name__])

    @staticmethod
    def required_packages() -> list[str]:
        """What must be installed for this component."""
        return ["spacy"]

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The tokens of one attribute of a message; never empty, as Rasa expects."""
        text = message.get(attribute)
        tokens = [
            Token(word.text, word.idx, lemma=plain(word.text))
            for word in self._split(without_long_signs(within_reach(text)))
            if not word.is_space
        ]
        return tokens or [Token(text, 0, lemma=text)]
