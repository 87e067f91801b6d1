# SPDX-License-Identifier: MPL-2.0
"""A wording that is corrected: what was missing put to it, one day in the place of another, a sentence of their own."""

from __future__ import annotations

import re

from bot.danish.capitals import with_capitals
from bot.danish.mend import mend

_DAY = r"(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)"
_OTHER_DAY = (
    re.compile(rf"\b(?:ikk?e?|ik) (?:på |om )?(?P<old>{_DAY})\w*\b.{{0,20}}?(?P<new>\b{_DAY})", re.IGNORECASE),
    re.compile(
        rf"(?P<new>\b{_DAY})\w*,? (?:og )?(?:ikk?e?|ik|i stedet for) (?:på |om )?(?P<old>{_DAY})", re.IGNORECASE),
    re.compile(rf"\bfra (?P<old>{_DAY}) til (?P<new>{_DAY})", re.IGNORECASE),
)
_TO_A_DAY = re.compile(
    rf"\b(?:om|flyttes?|ændre\w*|rettes?|ret|skriv|sæt|hellere)\b[^.!?]{{0,20}}?\b(?:til |på )?(?P<new>{_DAY})\b",
    re.IGNORECASE)
_MISSING = re.compile(
    r"(?:mangler|skrive? (?:det |så )?til|tilføj\w*|skal også (?:stå|med)|glemte)(?: også)?\W+(?:at )?"
    r"(?P<said>[^?]+)$",
    re.IGNORECASE)
_TO_STAND_TOO = re.compile(r"^(?:nej\W+)?(?P<said>[\w ]{3,40}?) skal (?:også |lige )*(?:stå|med)\b", re.IGNORECASE)
_A_CLAUSE = re.compile(
    r"(?:jeg|hun|han|vi|de|det|(?-i:[A-ZÆØÅ])\w+|min \w+|mit \w+) (?:\w+r|vil|kan|skal|må)\b", re.IGNORECASE)
_LONGEST = 120


def day_changed(wording: str, text: str) -> str | None:
    """The wording with another day in it: "ikke søndag, men onsdag"; None where no day is asked for."""
    for pattern in _OTHER_DAY:
        if (found := pattern.search(text)) and found["old"].casefold() in wording.casefold():
            return _swapped(wording, found["old"], found["new"])
    days = set(re.findall(rf"\b{_DAY}\b", wording.casefold()))
    to = _TO_A_DAY.search(text)
    if to is None or len(days) != 1:
        return None
    return wording if to["new"].casefold() in days else _swapped(wording, days.pop(), to["new"])


def _swapped(wording: str, old: str, new: str) -> str:
    """The same capital as the day before had."""
    return re.sub(rf"\b{old}\b", lambda day: new.capitalize() if day.group()[0].isupper() else new.casefold(),
                  wording, flags=re.IGNORECASE)


def without_its_day(wording: str) -> str:
    """An agreement of last time without the one day it was for: "I aften lægger jeg …" is "Jeg lægger …"."""
    return _ONE_DAY.sub(lambda found: f"Jeg {found['verb']} ", wording)


_ONE_DAY = re.compile(
    rf"^(?:I (?:aften|morgen|dag|eftermiddag)|(?:På )?{_DAY})(?: (?:aften|morgen|formiddag|eftermiddag))? "
    r"(?P<verb>[a-zæøå]+) jeg ", re.IGNORECASE)


def amount_changed(wording: str, text: str) -> str | None:
    """The wording with how often or how long in it: "kun tre aftener"; None where no such thing is said."""
    found = _AMOUNT.search(text)
    if not wording or found is None or not _LESS_OR_MORE.search(text):
        return None
    before = re.search(rf"\b(?:kun )?{_NUMBER} {found['noun'][:3]}\w*\b", wording, re.IGNORECASE)
    if before:
        return f"{wording[: before.start()]}{found['said'].casefold()}{wording[before.end() :]}"
    return f"{wording.rstrip('.')}, {found['said'].casefold()}."


_NUMBER = r"(?:én|en|et|to|tre|fire|fem|seks|syv|ti|femten|tyve|tredive|\d+)"
_AMOUNT = re.compile(
    rf"\b(?P<said>(?:kun |højst |mindst )?{_NUMBER} "
    r"(?P<noun>aften(?:er)?|dage?|gange?|timer?|minut(?:ter)?|nat|nætter|morgen(?:er)?)"
    r"(?: om (?:ugen|dagen)| i ugen)?)\b",
    re.IGNORECASE)
_LESS_OR_MORE = re.compile(r"\b(?:kun|bare|hellere|højst|mindst|i stedet|nok med|nøjes)\b", re.IGNORECASE)


def with_what_was_missing(wording: str, text: str) -> str | None:
    """The wording with another day, or with the sentence that was missing behind it; None for any other correction."""
    if changed := day_changed(wording, text) or amount_changed(wording, text):
        return changed
    missing = _MISSING.search(text)
    said = mend(missing["said"]).strip(" .!,") if missing else ""
    if not wording or not _A_CLAUSE.match(said) or len(said) > _LONGEST:
        return None
    if said.split(",")[0].casefold() in wording.casefold():
        return wording
    return with_capitals(f"{wording.rstrip('.')}. {said[:1].upper()}{said[1:]}.")


def to_stand_too(text: str) -> str:
    """ "torsdag skal også stå der": only what is to stand, else the text as it is."""
    found = _TO_STAND_TOO.match(text.strip())
    return found["said"] if found else text


_OWN_SENTENCE = re.compile(r"(?:jeg |.{3,60}?\b[a-zæøå]+(?:r|ar) jeg\b)", re.IGNORECASE)


def is_their_own_sentence(said: str) -> bool:
    """Whether the new wording is a sentence already, which stands as it was written: "Torsdag åbner jeg min eboks"."""
    return bool(_OWN_SENTENCE.match(said))
