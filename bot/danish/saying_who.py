# SPDX-License-Identifier: MPL-2.0
"""What of an answer to "with whom?" can stand in a sentence behind "sammen med"; nothing where it is not sure."""

from __future__ import annotations

import re

from bot.danish.capitals import name_alone, with_capitals
from bot.danish.dictionary import known_words
from bot.danish.near_words import people_mended
from bot.danish.people import SOMEBODY, people_in

ALONE = "alene"
_NAME = r"(?-i:[A-ZÆØÅ][\wæøåéèüö'-]*)"
_NAMES = rf"{_NAME}(?:\s{_NAME}){{0,2}}"
_OWNED = (
    rf"(?:min|mit|mine|vores|en|et|nogle|to|hans|hendes)\s(?:[a-zæøå]+e\s){{0,2}}{SOMEBODY}(?:\s{_NAMES})?"
)
_THE = r"(?:[a-zæøå]{3,}(?:en|et|erne|ene))"
_KIN = r"(?:mor|far|mormor|farmor|morfar|farfar|bedstemor|bedstefar|mutter|fatter|fru|søs)"
_ONE = rf"(?:{_OWNED}|{_KIN}(?:\s{_NAMES})?|{_NAMES}|{_THE}|en anden|de andre|nogle andre|en af de andre|en ven)"
_WHERE = r"(?:\s(?:fra|på|i|hos)\s(?:(?:min|mit|vores|det|den)\s)?[\wæøå]+(?:\s[\wæøå]+)?)?"
_SURE = re.compile(rf"(?:{_ONE}{_WHERE})(?:(?:,\s|\sog\s){_ONE}{_WHERE}){{0,2}}", re.IGNORECASE)
_WITH = re.compile(r"^(?:sammen\s)?(?:med|me|m)\s", re.IGNORECASE)
_NO_COMPANION = re.compile(r"\b(?:musik|radio\w*|te|kaffe|hovedtelefoner|høretelefoner|høreværn|fjernsyn\w*"
    r"|tv)\b", re.IGNORECASE)
_DISAGREES = re.compile(
    r"\b(?:min|en) (?:\w+e )?\w*(?:barn|hold|par)\b|\b(?:mit|et) (?:\w+e )?\w*(?:mor|far|ven|søn|søster|bror)\b", re.I)
"""A learner's gender: "min barnebarn"."""
_SINGLE = re.compile(r"[\wæøå]{3,}(?:en|et|erne|ene)", re.IGNORECASE)


def company_for_sentence(whom: str) -> str:
    """Who comes along, names with their capitals; "alene"; or an empty text."""
    said = _WITH.sub("", whom.strip(" .!,"))
    if said.lower() in (ALONE, "mig selv"):
        return ALONE
    said = name_alone(with_capitals(people_mended(said)))
    if not _SURE.fullmatch(said) or _DISAGREES.search(said) or _NO_COMPANION.search(said) or not _is_known(said):
        return ""
    return said


def _is_known(said: str) -> bool:
    """Whether a single definite noun is a word at all: "hunden", not "hunnen"."""
    return not _SINGLE.fullmatch(said) or said[0].isupper() or known_words().get(said.lower(), 0) > 0


def companion_in(answer: str) -> str | None:
    """Who an answer begins with, as it can stand in a sentence, and "" if they do something else than come along.

    None where it is not sure: "Jytte kan følge mig" is Jytte; "min søster tjekker det bagefter" is nobody beside me.
    """
    said = _LEADS.sub("", with_capitals(people_mended(" ".join(answer.split())))).strip(" .!")
    found = _FIRST.match(said)
    if found is None or said.lower().startswith((ALONE, "mig", "jeg", "ingen", "det ")):
        return None
    if _ELSEWHERE.match(said, found.end()):
        return ""
    if not _GOES_ON.match(said, found.end()):
        return "" if _DOES.match(said, found.end()) else None
    return _OWNER_FIRST.sub(lambda match: match.group().lower(), company_for_sentence(found.group())) or None


_LEADS = re.compile(
    r"^(?:(?:ja|jo|måske|helst|gerne|nok|bare|kun|tror|jeg tror|det må være|det skal være|det kunne være)[\s,]+)*"
    r"(?:(?:sammen\s)?(?:med|m|me)\s)?", re.IGNORECASE)
_FIRST = _SURE
_DOES = re.compile(r"\s[a-zæøå]+r\b", re.IGNORECASE)
"""Something else than coming along: "min mor laver det klar"."""
_OWNER_FIRST = re.compile(r"^(?:Min|Mit|Mine|Vores|En|Et|De|Hans|Hendes)\b")
_ELSEWHERE = re.compile(
    r"\s(?:(?:skal|kan|vil|må)\s(?:lige\s)?)?(?:tjekke|minde|holde|vente|passe|bestemme|sige|love|læse|rette|bede"
    r"|være på)r?\b"
    r"|\s(?:eller|ell|elr|el)\s|\shar\s(?!tid|bil|lyst|fri|lovet|kørekort|forstand|prøvet|sagt ja)", re.IGNORECASE)
_GOES_ON = re.compile(
    r"$|[,.;!?(]|\s(?:kan|kunne|vil|ville|må|skal|går|tager (?:med|mig)|kommer|kører|følger|hjælper|sidder|er med"
    r"|bliver|hvis|når|måske|tror|tænker|nok|gerne"
    r"|har|er|ved|selvfølgelig|som|den|oppe|henne|nede|ovre|tak)\b", re.IGNORECASE)


def is_named_in(whom: str, sentence: str) -> bool:
    """Whether the sentence has somebody of `whom` already, or somebody else behind a "med"."""
    said = {word for word in re.findall(r"\w+", whom.lower()) if len(word) > 2} - _SMALL
    there = set(re.findall(r"\w+", sentence.lower()))
    beside = any(re.search(r"\bmed $", sentence[:start], re.IGNORECASE) for start, _ in people_in(sentence))
    return bool(said & there) or beside


_SMALL = frozenset([
    "min", "mit", "mine", "vores", "fra", "hos", "det", "den", "gamle", "gode", "bedste", "nye", "og", "andre"
])
