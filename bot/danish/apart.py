# SPDX-License-Identifier: MPL-2.0
"""Compounds that are written as two words: "telefon nummer". Such words are not said back."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.danish import words
from bot.danish.dictionary import in_dictionary
from bot.danish.nouns import is_counted

_RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")
_NO_FIRST_PART = (
    words.FINITE | words.INFINITIVES | words.PARTICIPLES | words.PREPOSITIONS | words.ADVERBS | words.CLAUSE_OPENERS
    | words.DETERMINERS | words.SUBJECT_PRONOUNS | words.LIGHT | words.QUALITY | words.NUMBER_WORDS
    | words.NOT_ADJECTIVES | words.bag(
        "andre bag dansk dobbelt død efter egen ekstra fra fri frisk god godt gammel halv hel hård hvid hver høj ind "
        "ingen kort lang lav lys mellem mere midt min din mod mørk ned ny og oven over rød sal selv smuk små sort stor "
        "til tom under varm aften")
)
_NO_LAST_PART = words.FINITE | words.INFINITIVES | words.ADVERBS | words.PREPOSITIONS
_ENDS_NO_NOUN = ("e", "s", "ig", "igt")
_STRENGTHENS = frozenset(["pisse", "kæmpe", "skide", "røv", "hunde", "dødsens"])
""""pisse god" for "pissegod"."""
_FIRST_IN_E = frozenset([
    "familie", "kaffe", "gryde", "jule", "påske", "skole", "børne", "kirke", "arbejde", "mælke", "stue", "kone", "dame",
    "bassist", "hygge", "ferie", "reception"])
_SHORT_FIRST = frozenset(["el", "tv", "pc"])
_SHORTEST_FIRST, _SHORTEST_LAST = 3, 4


def is_written_apart(text: str) -> bool:
    """Whether two words beside one another are one word in the dictionary, the first of them being a bare noun."""
    runs = [run.split() for run in _RUN.findall(text)]
    if any(_is_one(first.lower(), last.lower()) for run in runs for first, last in pairwise(run)):
        return True
    threes = (three for run in runs for three in zip(run, run[1:], run[2:], strict=False))
    return any(_are_two_things(*three) for three in threes)


def _are_two_things(article: str, first: str, last: str) -> bool:
    """ "din truck kort": an article and two things one counts; "en kop te" has one."""
    owned = article.lower() in words.POSSESSIVES | {"en", "et"}
    return owned and first not in _HOLDS and is_counted(first) and is_counted(last)


_HOLDS = words.bag(
    "par slags stykke del flok masse smule type gang kop glas flaske pakke pose kasse spand skål tallerken time dag "
    "uge måned aften morgen bunke stak sum liter meter kilo smule portion halv hel ny god lille gammel stor sidste "
    "første")


def _is_one(first: str, last: str) -> bool:
    long = len(first) >= _SHORTEST_FIRST and len(last) >= _SHORTEST_LAST
    if first in _STRENGTHENS and last not in words.FINITE:
        return True
    if first == "eks" or (first in _FIRST_IN_E and is_counted(last)):
        return True
    if first in _SHORT_FIRST and in_dictionary(first + last):
        return True
    if not long or first in _NO_FIRST_PART or last in _NO_LAST_PART or first.endswith(_ENDS_NO_NOUN):
        return False
    return in_dictionary(first + last)
