# SPDX-License-Identifier: MPL-2.0
"""Things one counts: their gender, and where nobody who grew up with Danish leaves out their article.

"med te i termokande", "drejer nøgle": which word goes with a bare noun ("i seng", "kører bil") is no rule but a habit,
so bare_nouns.tsv lists those that were written more than once in the training messages, made by `afsaet data`. A noun
that one counts has a definite and a plural form in the dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from bot.danish import words
from bot.danish.dictionary import lemma_of

_FILE = Path(__file__).with_name("bare_nouns.tsv")
_TOKEN = re.compile(r"[\wæøåÆØÅ'-]+|[.,!?;:()…]")
_MARKS = frozenset(".,!?;:()…")
_START = "^"
_PREPOSITIONS = words.bag("i på fra til hos med ved om af under over bag mellem foran efter gennem omkring for")
_OF_PLACE = words.bag("under over bag ved foran mellem hos")
"""Behind these hardly any noun stands bare."""
_VERBS = (words.FINITE | words.INFINITIVES | words.PARTICIPLES) - words.bag(
    "er var bliver blev hedder være blive synes så om som at siger sagde sige mener kalder vågner opdager mister "
    "støder")
_DEFINITE, _PLURAL = ("en", "et", "n", "t"), ("erne", "ene", "rne", "ne")
_NO_NOUNS = (
    words.INFINITIVES | words.FINITE | words.ADVERBS | words.PREPOSITIONS | words.DETERMINERS | words.SUBJECT_PRONOUNS
    | words.bag(
        "jeg man men dag skidt gode rige rest alene sammen sammenligning brug lidt meget god lige ret mere hel galt "
        "sådan hold mandag tirsdag onsdag torsdag fredag lørdag søndag")
)
_BEINGS = words.bag(
    "kommune læge doktor sygeplejerske lærer nabo chef sagsbehandler kone søn datter kollega dreng pige kat hund hest "
    "dame præst bil bus dommer svejser jobcenter sygehus fjernvarme pension")
"""As a subject these have their article, or stand in the definite form."""
_IN_COMPANY = words.bag("og eller til -")
_FEWEST_LETTERS = 3
_ENOUGH = 2


@lru_cache(maxsize=20_000)
def is_counted(word: str) -> bool:
    """Whether a word in small letters is the bare singular of a thing one counts."""
    if len(word) < _FEWEST_LETTERS or word in _NO_NOUNS or lemma_of(word) not in {word, None}:
        return False
    return all(any(lemma_of(word + end) == word for end in ends) for ends in (_DEFINITE, _PLURAL))


@lru_cache(maxsize=20_000)
def gender_of(word: str) -> str:
    """ "en" or "et" for a thing one counts; empty where the dictionary has both or neither."""
    if word in _OF_BOTH or not is_counted(word):
        return ""
    both = {article for article in ("en", "et") if _has_form(word, article)}
    return both.pop() if len(both) == 1 else ""


def _has_form(word: str, article: str) -> bool:
    return lemma_of(word + article) == word or (word.endswith("e") and lemma_of(word + article[1]) == word)


_OF_BOTH = words.bag(
    "helt liste kort meme hylde hue bestie point sort fare data lort maske hvil konkret dyb roer længe jern gab mose "
    "check lad sund plaid beta halvmaraton password dingenot streg kryds pumpe limerick remote lig total emoji hjælp "
    "morgen galt")
"""Other words of the same letters, or nouns of both genders."""


def bare_pairs(text: str) -> Iterator[tuple[str, str, str]]:
    """(what stands before, the bare noun, what stands after), in small letters; a capital inside is none.

    `_START` stands for the beginning of a clause.
    """
    found = _TOKEN.findall(text)
    for (before, said), after in zip(pairwise([_START, *found]), [*found[1:], ""], strict=False):
        opens = before in _MARKS or before == _START
        first = _START if opens else before.lower()
        known = first == _START or first in _PREPOSITIONS or first in _VERBS
        if known and (opens or said.islower()) and is_counted(said.lower()):
            yield first, said.lower(), after.lower()


@cache
def _habits() -> frozenset[tuple[str, str]]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return frozenset((before, noun) for before, noun in pairs)


def lacks_articles(text: str) -> bool:
    """Whether so many nouns stand bare in a message that it is a learner's: one behind "under" or "bag", else two."""
    signs = 0
    for before, noun, after in bare_pairs(text):
        if before == _START and noun in _BEINGS and after in words.FINITE:
            return True
        if after in _IN_COMPANY or (before, noun) in _habits() or (before == _START and after not in words.FINITE):
            continue
        signs += _ENOUGH if before in _OF_PLACE else 1
    return signs >= _ENOUGH
