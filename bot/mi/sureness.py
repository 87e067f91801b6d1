# SPDX-License-Identifier: MPL-2.0
"""What else keeps a plain sentence from being said back: an unknown word, a loose end, kin without an owner."""

from __future__ import annotations

import re

from bot.danish.apart import is_written_apart
from bot.danish.spelling import lacks_danish_letters, looks_unknown
from bot.danish.words import DETERMINERS, POSSESSIVES

_LEARNERS = re.compile(
    r"\b(?!bliver\b|føler\b)\w{2,}(?:er|år) (?:dårlig|hurtig|langsom|tidlig|ordentlig)(?=$|,| op| ned)"
    r"|\bgod til \w+ig\b|\bhar lavt\b|\bsynes bare$|\b(?:to|tre|fire|fem|seks) (?:måned|dag|uge|time)\b"
    r"|^når (?!jeg |du )\w+ (?:blev|var|fik|kom|gik) .*, (?:kunne|var|fik|blev) |^i (?:dit|mit) \w+ altid er\b"
    r"|\b(?:i gamle land|i sygehus|på kommune)\b", re.IGNORECASE)
_LOOSE_END = re.compile(
    r"\bpå en måde$|\b(?:fra|til|klokken) halv$|\b(?:en|et|min|din|de|hver|denne|dette)$"
    r"|\b(?:sådan|lige|pga|fx|mht|ift|bl|dvs|ca|inkl|samt|uden|blandt|nærmest|ligesom|den \d+)$"
    r"|\bder (?:ud|ind|ned|op|hen|hjem)$|\bdu må have (?!noget|lidt|meget|andet)\w+t\b"
    r"|\b(?!er|var|helt|ret|faktisk|det|du|sådan|lidt|meget)\w+ okay$"
    r"| (?:ja|jo|nej|ikk|undskyld|hvorfor|hvordan|hvornår)$|\bgør ond\b"
    r"|\b(?:tror|synes|håber|mener) du(?: godt| nok| da)?$|\bdu skal vælge$|\b(?:var|er) du (?:ham|hende|en)$"
    r"|\bdu tror(?: (?:egentlig|nok|faktisk|også|godt))*$"
    r"|^det er (?:\w+ )*siden$|^der (?:er|var|ligger|står) \w+$|^du har (?:to|tre|fire|fem|seks|syv|otte|ni|ti|\d+)$"
    r"|\b(?:god|gode|dygtig|vant) til,|\bgør, så\b|\b(?:laver|lavede|købte|fik|har|bager) en med\b"
    r"|\bdu (?:behøver|må|skal|kan) (?:ikke )?(?:være|blive) "
    r"(?!helt|lidt|ret|så|meget|alt|godt|andet|noget|budt|talt|set)\w{3,}t$"
    r"|, (?:hej|tak|undskyld|knus|hilsen|farvel|vh|kh)$", re.IGNORECASE)


def is_whole(du: str) -> bool:
    """Whether a du-clause has no word that is strange, no learner's ending and no end that hangs loose."""
    strange = lacks_danish_letters(du) or looks_unknown(du) or is_written_apart(du)
    return not (strange or _LOOSE_END.search(du) or _LEARNERS.search(du) or _CALLS_OUT.search(du) or _TWICE.match(du))


SPOKEN_BY_CHILDREN = re.compile(
    r"\b(?:børnene|drengene|pigerne|ungerne|drengen|pigen|sønnen|datteren|min søn|min datter|han|hun|den lille|de) "
    r"(?:spørger|spurgte|siger|sagde|kalder|råber|råbte|skriver|skrev)\b[^.!?]*\b(?<!min )(?<!din )(?:mor|far)\b",
    re.IGNORECASE)
""""børnene spørger, hvorfor mor sover": their mother is who tells it."""
_CALLS_OUT = re.compile(
    r"\b(?:sagde|siger|råbte|råber|skrev|kaldte|kalder) (?:\w+ ){0,2}?(?:din )?(?:mor|far)(?:mor|far)?\b"
    r"(?! til)", re.IGNORECASE)
""" "sagde han mor": a word that was spoken, and nobody that the sentence is about."""
_TWICE = re.compile(r"\w+ (?:dem|den|det) \w+ (?:du|vi|man)\b", re.IGNORECASE)
""" "brevene dem lægger du i en pose": what is named and taken up again."""


_KIN = frozenset(["mor", "far", "mormor", "morfar", "farmor", "farfar", "mutter", "fatter", "moster", "faster", "onkel",
                  "bedstemor", "bedstefar", "oldemor", "oldefar"])
_IS = frozenset(["er", "var", "bliver", "blev", "blevet", "være", "blive", "som"])
_OWNED = POSSESSIVES | DETERMINERS | frozenset([
    "og", "eller", "gammel", "god", "dårlig", "ældre"])


def with_whose_parent(du: str) -> str:
    """ "mor laver mad" as "din mor laver mad": said back, a bare "mor" would be the speaker's own."""
    words = du.split(" ")
    for i, word in enumerate(words):
        before = words[i - 1].casefold() if i else ""
        owned = words[i + 1 : i + 2] == ["til"] or before in _OWNED or before.endswith("s") or before == "egen"
        owned = owned or (before.endswith("e") and (i < 2 or words[i - 2] in _OWNED or before == "bedste"))
        owned = owned or bool(set(words[max(0, i - 3) : i]) & _IS)
        owned = owned or (before.endswith("ig") and bool({"en", "et"} & set(words[max(0, i - 3) : i])))
        may_be_kin = not i or word[:1].islower()  # "Mors" is an island
        if may_be_kin and word.strip(",.").casefold().removesuffix("s") in _KIN and not owned:
            words[i] = f"din {word[:1].lower()}{word[1:]}"
    return " ".join(words)
