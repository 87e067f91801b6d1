# SPDX-License-Identifier: MPL-2.0
"""Gives names the capital letter that they were typed without: "min søster line", "ringer til elias", "i netto"."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.danish.dictionary import known_words
from bot.danish.name_words import FIRST_NAMES, PERHAPS_NAMES, SHORT_NAMES
from bot.danish.people import SOMEBODY
from bot.danish.spelling import looks_unknown

_WORD = re.compile(r"(?<![\w@./-])[a-zæøåéèüö][\wæøåéèüö']*(?:-[a-zæøå]+)?(?![\w@])")
_ONE = r"[a-zæøåéèüö]{2,}"
_OWNED = re.compile(
    rf"\b(?:(?:min|mit|mine|vores|hans|hendes)\s(?:(?:gamle|gode|bedste|lille|store|nye|søde|kære|egen)\s)?{SOMEBODY})"
    rf"\s(?P<name>{_ONE})(?=$|[\s,.!?])", re.IGNORECASE)
_NAMED_HERE = re.compile(
    rf"\b(?:spørg(?:e|er)|sammen med|(?:ringe|skrive|snakke|tale|sende en \w+|sige \w+)r? (?:til|med)|følges med"
    rf"|hende|ham)"
    rf"\s(?P<name>{_ONE})(?=$|[\s,.!?])", re.IGNORECASE)
_WHO_COMES = re.compile(
    r"\b(?:når|inden|før|mens|hvis|om) (?P<name>[a-zæøåéèüö]{2,})(?= (?:er|har|kommer|ringer|går|skal|kan"
    r"|vil)\b)", re.IGNORECASE)
_NEVER_A_NAME = frozenset([
    "og", "eller", "med", "kan", "vil", "skal", "må", "er", "har", "der", "som", "hvis", "når", "på", "i",
    "til", "fra", "om", "ved", "hos", "den", "det", "de", "en", "et", "er", "gerne", "måske", "også", "igen",
    "først", "sammen", "alene", "selv", "derhen", "derned", "her", "hjemme", "altid", "efter", "inden", "før",
    "alt", "ikke", "så", "mens", "fordi", "for", "kommer", "går", "tager"
])


def with_capitals(text: str) -> str:
    """The text with a capital for each first name and short name in it that surely is one; all else unchanged."""
    text = _WORD.sub(_capital, text)
    text = _OWNED.sub(lambda match: _named(match, _is_no_word), text)
    text = _NAMED_HERE.sub(lambda match: _named(match, _is_perhaps), text)
    return _WHO_COMES.sub(lambda match: _named(match, _is_perhaps), text)


def name_alone(text: str) -> str:
    """An answer that is somebody's name and nothing else, with its capitals ("casper", "svend åge")."""
    words = text.split()
    if not words or len(words) > _WORDS_OF_A_NAME or any(word.lower() in _NEVER_A_NAME for word in words):
        return text
    if any(_DEFINITE.fullmatch(word) and word.lower() not in FIRST_NAMES for word in words):
        return text
    all_names = all(_is_no_word(word) or _is_perhaps(word) or word.lower() in FIRST_NAMES for word in words)
    return " ".join(word[:1].upper() + word[1:] for word in words) if all_names else text


_WORDS_OF_A_NAME = 3
_DEFINITE = re.compile(r"[a-zæøå]{4,}(?:en|et|erne|ene)")


def _capital(match: re.Match[str]) -> str:
    word = match.group()
    if word == "søren" and _OATH.search(match.string[: match.start()]):
        return word
    if word in SHORT_NAMES:
        return SHORT_NAMES[word]
    is_owner = word.endswith("s") and word[:-1] in FIRST_NAMES and word not in known_words()
    if word in FIRST_NAMES or is_owner:
        return word[:1].upper() + word[1:]
    return word


_OATH = re.compile(r"\b(?:for|til|hvad) $", re.IGNORECASE)
"""Before "søren", as in "slå til søren"."""


def _named(match: re.Match[str], is_name: Callable[[str], bool]) -> str:
    name = match["name"]
    if not is_name(name):
        return match.group()
    start = match.start("name") - match.start()
    return match.group()[:start] + name[:1].upper() + match.group()[start + 1 :]


def _is_perhaps(word: str) -> bool:
    return word.lower() in PERHAPS_NAMES


def _is_no_word(word: str) -> bool:
    """Neither written often here nor one of the small words; a name may be among the known words too."""
    small = word.lower()
    return small not in _NEVER_A_NAME and (bool(looks_unknown(small)) or small in PERHAPS_NAMES or small in FIRST_NAMES)

