# SPDX-License-Identifier: MPL-2.0
"""Whether a whole message is plain Danish: a learner's, dialect and unknown words make every clause of it unsure."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.danish import words
from bot.danish.dictionary import in_dictionary, known_words
from bot.danish.mend import mend, tokens
from bot.danish.names import NAMES
from bot.danish.nouns import lacks_articles
from bot.danish.slips import is_learners
from bot.danish.spelling import looks_unknown
from bot.danish.turning import SINGLE_MARKS, is_dialect
from bot.danish.words import Tokens, is_adverbial, is_verb_after_pronoun, low

_UNKNOWN_SHARE = 0.15
_UNKNOWN_AT_MOST = 2
_SENTENCE = re.compile(r"[.!?…;\n]+")
_NOT_FRONT = words.FINITE | words.CLAUSE_OPENERS | words.RELATIVE_HEADS


@lru_cache(maxsize=16)
def is_unsure(text: str) -> bool:
    """Whether so much of a message is not plain Danish that none of it should be given back."""
    mended = mend(text)
    small = low(tokens(mended))
    if not small or is_dialect(small) or is_learners(mended) or SINGLE_MARKS.search(text):
        return True
    if len(looks_unknown(mended.lower())) > max(_UNKNOWN_AT_MOST, _UNKNOWN_SHARE * len(small)):
        return True
    if _WHEN_AND_SUBJECT_FIRST.search(mended) or _has_capital_nouns(text) or lacks_articles(mended):
        return True
    return any(_verb_comes_third(low(tokens(part))) for part in _SENTENCE.split(mended))


_WHEN_AND_SUBJECT_FIRST = re.compile(
    r"(?:^|[.!?]\s*)(?:når|hvis) (?!jeg skal være ærlig)[^,.!?]{3,60}, (?:så )?(?:jeg|han|hun|mi(?:n|t|ne) \w+) "
    r"\w+(?:er|r|kan|vil|skal|må|ved|gik|kom)\b"
    r"|(?:^|[.!?,]\s*)(?:i dag|derfor|om (?:aftenen|natten|morgenen)|før i \w+) (?:nogle gange |tit )?"
    r"(?:jeg|min \w+|mit \w+) (?:er|var|har|havde|kan|vil|skal|\w+er)\b(?! jeg)", re.IGNORECASE)
""""når jeg bager, jeg er rolig", "i dag min hovedpine er stor": a learner's order, and half of it says more."""


def _has_capital_nouns(text: str) -> bool:
    """ "mit Navn", "en Del Ure", as nouns were written before 1948."""
    inside = (word.lower() for word in _CAPITAL_INSIDE.findall(text))
    nouns = [word for word in inside if in_dictionary(word) and word not in NAMES]
    return sum(known_words().get(word, 0) >= _WELL_KNOWN for word in nouns) >= _SO_MANY_CAPITALS


_CAPITAL_INSIDE = re.compile(r"(?<=[a-zæøå,] )[A-ZÆØÅ][a-zæøå]+")
_WELL_KNOWN, _SO_MANY_CAPITALS = 20, 2


def _verb_comes_third(small: Tokens) -> bool:
    """ "i weekenden jeg bager", "men i går jeg åbnede": an adverbial in front, and the subject before the verb."""
    starts = [0, *(i + 1 for i, word in enumerate(small) if word in _BEFORE_A_FRONT)]
    return any(_is_third(small[start:]) for start in starts)


_BEFORE_A_FRONT = words.INTERJECTIONS | {",", "og", "men"}


def _is_third(small: Tokens) -> bool:
    for i in range(1, min(_LONGEST_FRONT, len(small) - 1)):
        mine = i > 1 and small[i] in {"min", "mit", "mine"} and bool(set(small[i + 2 : i + 3]) & words.CLEAR_FINITE)
        if mine or (small[i] in words.NOMINATIVES | {"du", "de"} and _is_a_verb(small[i + 1])):
            front = small[:i]
            return not set(front) & (_NOT_FRONT | {","}) and is_adverbial(front)
    return False


def _is_a_verb(word: str) -> bool:
    return word not in words.AMBIGUOUS_FINITE and is_verb_after_pronoun(word)


_LONGEST_FRONT = 6
