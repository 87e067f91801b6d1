# SPDX-License-Identifier: MPL-2.0
"""Puts right a word of time or kinship that was typed with one slip ("formidag", "kærste"), from closed lists only."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.danish.dictionary import known_words, neighbours

_TIMES = frozenset([
    "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "formiddag", "eftermiddag",
    "middag", "morgen", "aften", "weekenden", "ugen", "måneden", "frokost", "aftensmad", "aftensmaden",
    "morgenmad", "morgenmaden", "arbejde", "klokken", "næste", "hver", "omkring", "tidlig", "januar", "februar",
    "april", "august", "september", "oktober", "november", "december"
])
_PEOPLE = frozenset([
    "bostøtte", "bostøtten", "bostøtter", "støtteperson", "kontaktperson", "kæreste", "veninde", "datter",
    "søster", "storesøster", "lillesøster", "bror", "storebror", "lillebror", "mentor", "hunden", "naboen",
    "kammerat", "sagsbehandler", "vejleder", "psykolog", "fætter", "kusine", "moster", "barnebarn"
])
_OPEN = {
    "aftens mad": "aftensmad", "morgen mad": "morgenmad", "kontakt person": "kontaktperson", "bo støtte": "bostøtte",
    "støtte person": "støtteperson", "week end": "weekend", "hunen": "hunden", "job centeret": "jobcenteret",
    "job center": "jobcenter", "svømme hallen": "svømmehallen", "tand lægen": "tandlægen", "afsted": "af sted",
    "e-boks": "e-Boks", "eboks": "e-Boks",
}
_OPEN_ONES = re.compile(rf"\b(?:{'|'.join(_OPEN)})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 5


def times_mended(text: str) -> str:
    """The text with its days, months and times of day spelled right, where one slip parts them from it."""
    return _mended(text, _TIMES)


def people_mended(text: str) -> str:
    """The text with its words for people spelled right, where one slip parts them from it."""
    return _mended(text, _PEOPLE)


def endings_mended(text: str) -> str:
    """The commonest compounds that are typed as two words as one ("kontakt person"), "traileren" for "trailern" and
    "pc'en" for "pcen"."""
    text = _OPEN_ONES.sub(lambda match: _OPEN[match.group().lower()], text)
    text = _VED.sub("ved", _TIL.sub("til", text))
    text = _SHORT_WITH_ENDING.sub(r"\1'\2", text)
    return _ERN.sub(lambda match: f"{match[1]}en" if known_words().get(f"{match[1]}en") else match.group(), text)


_SHORT_WITH_ENDING = re.compile(r"\b(pc|cv|tv|sms|cd|dvd)(en|et|er|erne)\b", re.IGNORECASE)
_TIL = re.compile(r"\bte(?= (?:min|mit|mine|de|den|det|en|et|e-boks|\w{4,}(?:en|et))\b)", re.IGNORECASE)
_VED = re.compile(r"\bve(?= (?:min|mit|mine|siden|\w{3,}(?:en|et))\b)", re.IGNORECASE)
_ERN = re.compile(r"\b([a-zæøå]{3,}er)n\b")


def _mended(text: str, right: frozenset[str]) -> str:
    text = endings_mended(text)
    return _WORD.sub(lambda match: _as_typed(match.group(), _nearest(match.group().lower(), right)), text)


def _as_typed(word: str, right: str) -> str:
    return word if word.lower() == right else (right[:1].upper() + right[1:] if word[0].isupper() else right)


@lru_cache(maxsize=4096)
def _nearest(word: str, right: frozenset[str]) -> str:
    """The one word of the list that is a slip away from a word that nobody writes, or the word itself."""
    if len(word) < _SHORTEST or word in right or word.endswith(("dage", "dagen", "ene")):
        return word
    if known_words().get(word, 0) >= _WRITTEN:
        return word
    near = {other for other in neighbours(word) if other in right}
    return near.pop() if len(near) == 1 else word


_WRITTEN = 3
