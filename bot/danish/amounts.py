# SPDX-License-Identifier: MPL-2.0
"""How much somebody says: numbers in figures and words with what they count, "en 6-7 stykker", "syv en halv"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.danish.numbers import WORDS, however_typed
from bot.danish.spans import Span, apart

LONGEST = 2000
"""Characters looked through."""


@dataclass(frozen=True)
class AmountSaid:
    """An amount as somebody put it.

    `said`: their words unchanged. `low`, `high`: the ends of what they say, the same where it is one number; None
    for a vague "et par". `unit`: what is counted, in their words; None for a bare number.
    """

    said: str
    low: float | None
    high: float | None
    unit: str | None


_TENS = ("tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems")
_ONES = {"en": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9}
_COMPOUND = {f"{one}og{ten}": value + WORDS[ten] for one, value in _ONES.items() for ten in _TENS}
_NAMED = {**WORDS, **_COMPOUND, "tusind": 1000, "tusinde": 1000, "halvanden": 1.5, "halvandet": 1.5, "hundred": 100}
_WORD = "|".join(sorted((word for word in _NAMED if word not in {"en", "et", "én", "ét"}), key=len, reverse=True))
_ONE = r"(?:\d{1,3}(?:[. ]\d{3})+|\d+(?:[.,]\d+)?|" + _WORD + r")"
_HALF = r"(?:\s(?:og\s)?(?:en\s|et\s)?halv(?:t)?(?!\w)|\s?½)"
_JOIN = r"\s?(?:-|–|til|eller|el\.?)\s?"
_UNIT_LIST = """
stykker stykke stk gange kr kroner tusind tusinde kilo kg gram g liter l dl km kilometer meter m cm skridt
trin minutter minuter min minut timer timmer time timers sekunder dage uger måneder år portioner glas
flasker øl kopper smøger cigaretter joints piller poser sider side linjer opgaver ting sætninger ord
beskeder sms'er opkald armbøjninger baner omgange runder procent % point personer mennesker venner gæster
ansøgninger breve regninger rudekuverter kuverter tallerkener kasser poser bunker hylder skuffer etager stop
stoppesteder stationer
"""
_UNIT = "|".join(sorted((re.escape(word) for word in _UNIT_LIST.split()), key=len, reverse=True))
_VAGUE = r"(?:et par(?: (?:få|stykker))?|nogle få|en håndfuld|en bid)"
_A_HALF = r"(?:en halv|et halvt|en hel|en kvart|halvanden|halvandet)"
_COUNTED = r"(?!(?:eller|efter|over|under|gerne|ikke|måske|siger|vil|er|har|tror|heller|hver)\b)[a-zæøå]{2,}(?:er|e)"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,/:-]){however_typed(pattern)}(?![\w/:]|[.,]\d)", re.IGNORECASE)


_PATTERNS = (
    _compile(
        rf"(?:en\s)?(?P<low>{_ONE})(?:{_JOIN}(?P<high>{_ONE}))?(?P<half>{_HALF})?"
        rf"(?:(?:(?<=\d)\s?|\s)(?P<unit>{_UNIT}|{_COUNTED}))?"
    ),
    _compile(rf"(?P<low>{_ONE}) ud af (?:de )?(?P<out_of>10|100|ti)"),
    _compile(r"(?P<quarter>et kvarter|tre kvarter|kvarter)"),
    _compile(r"(?<=i )(?P<low>en|et)\s(?P<unit>dag|uge|måned|time|minut|aften|formiddag)"),
    _compile(rf"(?P<vague>{_VAGUE})(?:\s(?P<unit>{_UNIT}))?"),
    _compile(rf"(?P<part>{_A_HALF})(?:\s(?P<unit>{_UNIT}|[\wæøå]+))?"),
    _compile(rf"(?P<low>en|et|én|ét)\s(?P<unit>{_UNIT})"),
)
_PARTS = {"en halv": 0.5, "et halvt": 0.5, "en kvart": 0.25, "halvanden": 1.5, "halvandet": 1.5, "en hel": 1.0}
_A_NAME_BEFORE = re.compile(
    r"(?:bus(?:sen)?|linje|tog(?:et)?|spor|nr\.?|nummer|gade|vej|vejen|opgang|etage|sal|gaden"
    r"|allé|stræde|plads|side|kapitel|afsnit|sæson"
    r"|stue|afdeling|lokale|trin|fase|uge|kl\.?|klokken|rema|4g|type|§)\s?$",
    re.IGNORECASE,
)
_A_NAME_AFTER = re.compile(r"\s?(?:\.|-)?\s?(?:sal|a|b|tv|th|er(?:en)?)(?!\w)|['’]eren", re.IGNORECASE)


def amounts_in(text: str) -> list[tuple[int, int, AmountSaid]]:
    """All amounts in a text: (start, end, what was said), in the order said.

    Numbers that name something ("bus 5", "Rema 1000", "3. sal") count nothing; times and habits are for
    `bot.danish.times`, whose stretches the caller leaves out.
    """
    text = text[:LONGEST]
    found: dict[Span, re.Match[str]] = {}
    for match in (match for pattern in _PATTERNS for match in pattern.finditer(text)):
        if not _names_something(match, text):
            found.setdefault(match.span(), match)
    return [(*span, _amount(found[span])) for span in apart(found)]


def _names_something(match: re.Match[str], text: str) -> bool:
    return bool(
        _A_NAME_BEFORE.search(text[max(0, match.start() - 12) : match.start()])
        or (_A_NAME_AFTER.match(text, match.end()) and not match.groupdict().get("unit"))
    )


def _amount(match: re.Match[str]) -> AmountSaid:
    said, parts = match.group(), match.groupdict()
    unit = parts.get("unit")
    if parts.get("vague"):
        return AmountSaid(said, None, None, unit)
    if parts.get("part"):
        value = _PARTS.get(" ".join(parts["part"].lower().split()))
        return AmountSaid(said, value, value, unit)
    if parts.get("quarter"):
        count = 3.0 if said.lower().startswith("tre") else 1.0
        return AmountSaid(said, count, count, "kvarter")
    low = _value(parts["low"])
    high = _value(parts["high"]) if parts.get("high") else low
    if low is None or high is None:
        return AmountSaid(said, None, None, unit)
    more = 0.5 if parts.get("half") else 0.0
    return AmountSaid(said, low + (more if low == high else 0), high + more, unit)


def _value(word: str) -> float | None:
    """The number; None for a word that is typed in a way that no table knows ("aatte")."""
    plain = word.lower()
    if plain in _NAMED:
        return float(_NAMED[plain])
    try:
        return float(re.sub(r"[. ](?=\d{3})", "", plain).replace(",", "."))
    except ValueError:
        return None
