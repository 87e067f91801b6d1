# SPDX-License-Identifier: MPL-2.0
"""Puts the commas into a clause that the citizen left out: one before each clause inside it."""

from __future__ import annotations

from bot.danish import words
from bot.danish.subjects import subject_verb_at
from bot.danish.words import Tokens, adverbs_from, low

NO_COMMA_AFTER = words.SUBORDINATORS | words.bag("og men så at bare mest især også kun nu end som")

AFTER_AT = words.POSSESSIVES | words.NOMINATIVES | {"folk"}
OPENS_WITH_SUBJECT = words.QUESTION_WORDS | {"at", "som", "om"}
DER_IS_THERE_AFTER = words.FINITE - words.COMPLEMENT_VERBS | words.QUESTION_WORDS
PASSED_OVER = words.ADVERBS - words.HOPED_ADVERBS
ALWAYS_COMMA_BEFORE = words.bag("fordi når hvis selvom men")


def with_commas(parts: Tokens) -> Tokens:
    """The tokens with a comma before each clause inside ("du håber, du kan", "glad for, at du")."""
    small = low(parts)
    placed: list[str] = []
    for i, part in enumerate(parts):
        if i and small[i - 1] != "," and part != "," and _wants_comma(small, i):
            placed.append(",")
        placed.append(part)
    return tuple(placed)


def _wants_comma(small: Tokens, i: int) -> bool:
    """Whether a clause begins at `i` in the midst of the tokens."""
    word, before = small[i], small[i - 1]
    if _bare_complement(small, i):
        return True
    if before in NO_COMMA_AFTER:
        return False
    if word == "at" and set(small[i + 1 : i + 2]) & AFTER_AT:
        return not _joins_preposition(small, i)
    if word in OPENS_WITH_SUBJECT:
        return _opens_clause(small, i)
    if word == "der":
        return _opens_relative(small, i)
    return word in ALWAYS_COMMA_BEFORE or small[i : i + 2] == ("nu", "hvor")


def _opens_clause(small: Tokens, i: int) -> bool:
    """Whether "at", "som", "om" or a question word has a clause behind it."""
    if small[i] == "som" and set(small[i + 1 : i + 2]) & words.CLEAR_FINITE:
        return True
    if small[i : i + 2] == ("som", "om"):
        return True
    return subject_verb_at(small, i + 1) and not _joins_preposition(small, i)


def _opens_relative(small: Tokens, i: int) -> bool:
    """Whether "der" is the subject of a relative clause, and not a "there"."""
    verb = small[adverbs_from(small, i + 1) :][:1]
    return bool(set(verb) & words.CLEAR_FINITE) and small[i - 1] not in DER_IS_THERE_AFTER


def _joins_preposition(small: Tokens, i: int) -> bool:
    """Whether "at" forms one link with the preposition before it: "uden at jeg", "for at jeg"; not
    "glad for, at".
    """
    if small[i] != "at" or small[i - 1] not in {"uden", "efter", "for"}:
        return False
    return not (small[i - 1] == "for" and i > 1 and small[i - 2] in words.FEELINGS)


def _bare_complement(small: Tokens, i: int) -> bool:
    """ "håber jeg kan", "tror ikke det er": a clause without "at" behind a verb of thinking or saying."""
    j = i - 1
    while j >= 0 and small[j] in PASSED_OVER:
        j -= 1
    if j < 0 or small[j] not in words.COMPLEMENT_VERBS or not subject_verb_at(small, i):
        return False
    return small[i - 1] not in words.NOMINATIVES
