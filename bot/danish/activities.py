# SPDX-License-Identifier: MPL-2.0
"""What somebody will do or would like to do, as the verb phrase in their words: "gå en tur", "ringer til banken"."""

from __future__ import annotations

import datetime as dt
import re

from bot.danish.amounts import amounts_in
from bot.danish.numbers import however_typed
from bot.danish.people import people_in
from bot.danish.places import places_in
from bot.danish.step_verbs import spelled
from bot.danish.step_words import PRESENTS, STATES, VERBS
from bot.danish.times import times_in

LONGEST = 500
"""Characters looked through: what somebody will do comes early."""

_SMALL = (
    r"(?:(?:gerne|godt|nok|måske|bare|lige|også|jo|sgu|så|da|ikke|faktisk|virkelig|egentlig|vel|helst|hellere|snart"
    r"|selv|jeg|nu|igen|en dag) ){0,4}"
)
_LEADS = re.compile(
    however_typed(
        r"(?<!\w)(?:(?:at|å) |(?:vil|ville|skal|skulle|sku|kan|ka|kunne|ku|må|bør|burde|gider|tør"
        r"|orker|magter|plejer|prøve"
        r"|prøver|få|får) )" + _SMALL + r"(?P<verb>[\wæøå']+)(?!\w)"
    ),
    re.IGNORECASE,
)
_I_DO = re.compile(rf"(?<!\w)(?:jeg|jei|jg|a|vi) {_SMALL}(?P<verb>[\wæøå']+)(?!\w)", re.IGNORECASE)
_TIME_THEN_I_DO = re.compile(r"(?<!\w)(?P<verb>[\wæøå']+) (?:jeg|jei|vi)(?!\w)", re.IGNORECASE)
_FIRST_WORD = re.compile(
    r"\W*(?:(?:ja|jo|nok|måske|bare|helst|øh|hmm|tror|jeg tror) )*(?P<verb>[\wæøå']+)(?!\w)", re.IGNORECASE
)
_END = re.compile(
    r"(?<!kl)(?<!ca)(?<!nr)(?<!min)\.|[!?;:\n()]|,|\s(?:men|fordi|for jeg|for det|så|hvis|når"
    r"|selvom|for at|ellers|det|som|der"
    r"|og så|og det|inden jeg|før jeg|tror jeg|tænker jeg|måske|tak|i hvert fald|i stedet"
    r"|eller noget|hvor|da|mens|og jeg"
    r"|at (?:jeg|det|de|han|hun|vi|man|min))\b",
    re.IGNORECASE,
)
_HELPERS_LIST = "have ha være få gøre kunne skulle ville måtte vide tro synes se tænke sige"
_HELPERS = frozenset(_HELPERS_LIST.split())
_HELPING_LIST = """
har er får gør tror synes ser bliver føler tænker håber glemmer giver bor hedder mangler savner plejer siger
"""
_HELPING = STATES | frozenset(_HELPING_LIST.split())
_SHORT_PRESENTS = frozenset(("tar", "gir", "ta'r"))
_TALKS_TO = re.compile(
    r"(?:ring\w*|skriv\w*|snak\w*|tal[eotr]\w*|sms\w*) (?:hjem |op |ned |lige )?(?:til|med) $", re.IGNORECASE
)
_SEES = re.compile(r"(?<!\w)(?:se|ser) (?=(?:en|et|min|mine|mit|min|film|fjernsyn|tv|på)(?!\w))", re.IGNORECASE)
_EDGE = re.compile(
    r"(?:\s|^)(?:sammen med|sammen|med|m|i|på|paa|til|ved|hos|fra|omkring|rundt om|rundt|inden"
    r"|før|efter|igen|bare|så|nok|også"
    r"|selv|alene|op til|ned til|ned i|ud i|hen til|over til|ind i|nede i|nede på|nede|ude i"
    r"|henne i|henne på|ned på|hen på"
    r"|ca\.?|om|hver|max|kun|hen)$",
    re.IGNORECASE,
)
_BEFORE_COMPANY = re.compile(r"(?:med|m|mæ)\.? $", re.IGNORECASE)
_BEFORE_PLACE = re.compile(r"(?:i|på|paa|til|ved|hos|fra|om|omkring|langs|gennem|forbi) $", re.IGNORECASE)
_TODAY = dt.date(2000, 1, 3)
"""Any day: only where times stand matters here."""


def activity_in(text: str) -> tuple[int, int] | None:
    """Where the activity stands in a text: (start, end), without "at", "jeg vil gerne", and without time, place and
    company at its edge. None where no verb of doing is surely meant."""
    text = text[:LONGEST]
    start = _start(text)
    if start is None:
        return None
    end = _END.search(text, start)
    stop = _trimmed(text, start, end.start() if end else len(text))
    return (start, stop) if stop > start else None


def _start(text: str) -> int | None:
    starts = [match.start("verb") for match in _LEADS.finditer(text) if _is_meant(match, text)]
    presents = (match for pattern in (_I_DO, _TIME_THEN_I_DO) for match in pattern.finditer(text))
    starts += [match.start("verb") for match in presents if _is_present(match["verb"])]
    first = _FIRST_WORD.match(text)
    if first and (_is_infinitive(first["verb"]) or _is_present(first["verb"])):
        starts.append(first.start("verb"))
    sees = _SEES.search(text)
    return min([*starts, sees.start()] if sees else starts, default=None)


def _is_meant(match: re.Match[str], text: str) -> bool:
    """ "det skal nok gå" is nothing to do."""
    return _is_infinitive(match["verb"]) and not re.search(r"(?<!\w)det $", text[: match.start()], re.IGNORECASE)


def _is_infinitive(word: str) -> bool:
    return spelled(word.lower()) in VERBS - _HELPERS


def _is_present(word: str) -> bool:
    plain = word.lower()
    known = plain if plain in PRESENTS else spelled(plain[:-1]) + "r"
    return plain in _SHORT_PRESENTS or (plain.endswith(("r", "s")) and known in PRESENTS - _HELPING)


def _trimmed(text: str, start: int, stop: int) -> int:
    """The end of the activity when time, place, company and how long at its edge are taken off."""
    edges = _edges(text)
    while True:
        kept = len(text[start:stop].rstrip(" ,.-")) + start
        small = _EDGE.search(text, start + 1, kept)
        inside = next((begin for begin, end in edges if start < begin < kept <= end), None)
        cut = small.start() if small else inside
        if cut is None:
            return kept
        stop = cut


def _edges(text: str) -> list[tuple[int, int]]:
    """What may be taken off: times, places and company behind their preposition, and "i ti minutter"."""
    edges = [(begin, end) for begin, end, _ in times_in(text, _TODAY)]
    edges += [(begin, end) for begin, end, _ in amounts_in(text) if text[:begin].lower().endswith(" i ")]
    edges += [span for span in places_in(text) if _BEFORE_PLACE.search(text[: span[0]])]
    return edges + [
        span
        for span in people_in(text)
        if _BEFORE_COMPANY.search(text[: span[0]]) and not _TALKS_TO.search(text[: span[0]])
    ]
