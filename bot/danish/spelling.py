# SPDX-License-Identifier: MPL-2.0
"""Whether a word looks misspelt: rare in what people write here, and one letter from a word that they write often.

Nothing is put right by this: a word that looks misspelt is only not said back.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from bot.danish import words
from bot.danish.apart import is_written_apart
from bot.danish.dictionary import in_dictionary, known_words, neighbours, with_other_doubles
from bot.danish.names import NAMES
from bot.danish.right_words import RIGHT_THOUGH_NEAR, RIGHT_THOUGH_VERY_NEAR, SHORT_WORDS
from bot.danish.slips import has_slip

_RARE, _OFTEN_WRONG, _COMMON = 15, 60, 25
_TIMES_MORE = 20
"""A rare word with a neighbour so much commoner is taken for a slip."""
_SHORTEST, _LONGEST = 4, 40
_NEVER_TWICE = frozenset(["og", "at", "i", "på", "til", "med", "jeg", "du", "en", "et", "for", "som", "har", "er"])
_WORD = re.compile(r"[^\W\d_]+")


def has_misspelt(text: str) -> bool:
    """Whether a word looks misspelt, a small one stands twice, or the grammar is a learner's.

    A capital inside the text may be a name's.
    """
    if has_slip(text) or is_written_apart(text):
        return True
    found = list(_WORD.finditer(text))
    said = [word.group().lower() for word in found]
    if any(one == two and one in _NEVER_TWICE for one, two in pairwise(said)):
        return True
    return any(_looks_misspelt(word.group()) for word in found if not (word.start() and word.group()[0].isupper()))


_FORMS = words.FINITE | words.INFINITIVES | words.PARTICIPLES | NAMES
_SURELY_RIGHT = RIGHT_THOUGH_NEAR | _FORMS | words.ADVERBS | words.NOT_ADJECTIVES | words.NO_VERBS


@lru_cache(maxsize=4096)
def _looks_misspelt(word: str) -> bool:
    word = word.lower()
    times = known_words().get(word, 0)
    if len(word) > _LONGEST:
        return True
    if len(word) < _SHORTEST or times >= _OFTEN_WRONG or word in _SURELY_RIGHT:
        return False
    known = in_dictionary(word)
    if times < _RARE and known and word not in RIGHT_THOUGH_VERY_NEAR and _has_a_giant_beside(word, times):
        return True
    others = neighbours(word) if times < _RARE and not known else with_other_doubles(word)
    enough = max(_COMMON, _TIMES_MORE * times)
    return _is_a_slip_of_another(word) or any(known_words().get(other, 0) >= enough for other in others)


def _has_a_giant_beside(word: str, times: int) -> bool:
    """ "jerne" is in a dictionary, but hundreds of times as many write "gerne"."""
    enough = max(_GIANT, _GIANT_TIMES * (times + 1))
    return any(known_words().get(other, 0) >= enough for other in neighbours(word) if other != word)


_GIANT, _GIANT_TIMES = 500, 50


def _is_a_slip_of_another(word: str) -> bool:
    """In no dictionary, and a letter away from a word that is in one and written more often: "dajligt", "fortald"."""
    if in_dictionary(word) or word in _SURELY_RIGHT:
        return False
    enough = max(_PART_FROM, _TIMES_MORE_THAN_A_SLIP * known_words().get(word, 0))
    return any(known_words().get(other, 0) >= enough and in_dictionary(other) for other in neighbours(word))


_TIMES_MORE_THAN_A_SLIP = 5


def looks_unknown(text: str) -> list[str]:
    """The words that are neither known nor put together of known parts; one slip away from a known one counts twice.

    A capital may be a name's.
    """
    said = [word.group() for word in _WORD.finditer(text)]
    unknown = [word for word in said if word.islower() and not _is_known(word)]
    return unknown + [word for word in unknown if _is_swapped(word)]


_ENDINGS = (
    "ere", "est", "este", "ende", "en", "et", "er", "e", "s", "ne", "erne", "ene", "n", "t", "r", "ens", "ets", "ernes",
    "te", "ede",
)
_KNOWN_FROM, _PART_FROM, _SHORT_PART = 10, 3, 3


@lru_cache(maxsize=4096)
def _is_known(word: str, parts: int = 0) -> bool:
    if not _SHORTEST <= len(word) <= _LONGEST:
        return word in SHORT_WORDS
    times = known_words().get(word, 0)
    if times >= _OFTEN_WRONG or word in _SURELY_RIGHT or in_dictionary(word):
        return True
    if times >= _KNOWN_FROM or _is_a_slip_of_another(word):
        return not _is_a_slip_of_another(word)
    if word in _FORMS or any(word.endswith(end) and _is_part(word[: -len(end)]) for end in _ENDINGS):
        return True
    places = range(_SHORT_PART, len(word) - _SHORT_PART)
    divides = parts < _PARTS_AT_MOST
    made_of_known = divides and any(_is_part(word[:i]) and _is_known(word[i:], parts + 1) for i in places)
    return made_of_known


_DIGRAPH = re.compile(r"[a-zæøå]*(?:ae|oe|aa)[a-zæøå]*")


def lacks_danish_letters(text: str) -> bool:
    """Whether a word is written "goeres"; "naboen" and "sofaen" only have an ending, and a capital may be a name's."""
    rare = (word for word in _DIGRAPH.findall(text) if known_words().get(word, 0) < _COMMON)
    return not all(map(_ends_in_a_vowel_and_more, rare))


def _ends_in_a_vowel_and_more(word: str) -> bool:
    stem = re.split(r"(?<=[oa])e", word, maxsplit=1)[0]
    return word in _FORMS or (len(stem) > _SHORT_PART and known_words().get(stem, 0) >= _PART_FROM)


_PARTS_AT_MOST = 2


_NO_FIRST_PART = words.FINITE - words.NOUNS_TOO - words.AMBIGUOUS_FINITE | words.bag("for helt meget ikke hvor")
""" "komigennem" is two words, no compound."""


def _is_part(part: str) -> bool:
    """A known word, as it stands first in a compound: "arbejds-", "børne-"."""
    if part in _NO_FIRST_PART:
        return False
    stems = (part, part.rstrip("s"), part[:-1] if part.endswith("e") else part)
    often = (stem for stem in stems if len(stem) >= _SHORT_PART and known_words().get(stem, 0) >= _PART_FROM)
    return any(in_dictionary(stem) or stem in NAMES for stem in often)


def _is_swapped(word: str) -> bool:
    """Two letters that changed places, as "ekstar" for "ekstra"."""
    swaps = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1))
    return any(known_words().get(other, 0) >= _PART_FROM for other in swaps)
