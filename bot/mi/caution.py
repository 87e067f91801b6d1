# SPDX-License-Identifier: MPL-2.0
"""Whether a whole message is plain Danish: a learner's, dialect and unknown words make every clause of it unsure."""

from __future__ import annotations

import re

from bot.danish import words
from bot.danish.mend import mend, tokens
from bot.danish.slips import is_learners
from bot.danish.spelling import looks_unknown
from bot.danish.turning import is_dialect
from bot.danish.words import Tokens, is_adverbial, is_verb_after_pronoun, low

_UNKNOWN_SHARE = 0.15
_UNKNOWN_AT_MOST = 2
_SENTENCE = re.compile(r"[.!?…;\n]+")
_NOT_FRONT = words.FINITE | words.CLAUSE_OPENERS | words.RELATIVE_HEADS


def is_unsure(text: str) -> bool:
    """Whether so much of a message is not plain Danish that none of it should be given back."""
    mended = mend(text)
    small = low(tokens(mended))
    if not small or is_dialect(small) or is_learners(mended):
        return True
    if len(looks_unknown(mended.lower())) > max(_UNKNOWN_AT_MOST, _UNKNOWN_SHARE * len(small)):
        return True
    if _WHEN_AND_SUBJECT_FIRST.search(mended):
        return True
    return any(_verb_comes_third(low(tokens(part))) for part in _SENTENCE.split(mended))


_WHEN_AND_SUBJECT_FIRST = re.compile(
    r"(?:^|[.!?]\s*)(?:når|hvis) [^,.!?]{3,60}, (?:så )?jeg (?:er|kan|vil|har|bliver|får|går|føler|sover|bager|skal)\b",
    re.IGNORECASE)
""""når jeg bager, jeg er rolig": half of it alone would say that it is always so."""


def _verb_comes_third(small: Tokens) -> bool:
    """ "i weekenden jeg bager", "men i går jeg åbnede": an adverbial in front, and the subject before the verb."""
    starts = [0, *(i + 1 for i, word in enumerate(small) if word in _BEFORE_A_FRONT)]
    return any(_is_third(small[start:]) for start in starts)


_BEFORE_A_FRONT = words.INTERJECTIONS | {",", "og", "men"}


def _is_third(small: Tokens) -> bool:
    for i in range(1, min(_LONGEST_FRONT, len(small) - 1)):
        if small[i] in words.NOMINATIVES | {"du", "de"} and _is_a_verb(small[i + 1]):
            front = small[:i]
            return not set(front) & (_NOT_FRONT | {","}) and is_adverbial(front)
    return False


def _is_a_verb(word: str) -> bool:
    return word not in words.AMBIGUOUS_FINITE and is_verb_after_pronoun(word)


_LONGEST_FRONT = 6
