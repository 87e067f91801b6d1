# SPDX-License-Identifier: MPL-2.0
"""Which doings "sammen med" and "alene" can stand behind and be read rightly."""

from __future__ import annotations

import re

from bot.danish.fronting import says_more

_TOGETHER_LIST = """
aflæser ansøger bager bestiller besøger betaler broderer bygger cykler danser deltager drikker dyrker fikser
finder fisker fylder gamer gennemgår graver griller går gør handler hækler høster kigger klipper koger køber
kører laver logger lufter luger lytter læser løber maler mediterer ordner planlægger planter plukker pudser
pumper regner rejser rengør reparerer ringer rydder samler ser shopper sidder skater skriver sliber sorterer
spadserer spiller spiser steger strikker støvsuger svømmer synger syr søger tager tegner tilmelder tjekker
træner tømmer udfylder underskriver undersøger vander vandrer vasker åbner øver
"""
_TOGETHER = frozenset(_TOGETHER_LIST.split())
"""Doings that two can do side by side. What is put, sent or handed somewhere is not among them: "lægger brevet i
konvolutten sammen med Frederik" puts him there too."""
_SOMEWHERE = re.compile(
    r"(?:går|kører|cykler|løber|rejser|tager|kommer)\s(?:(?:tur|en tur)|ind|ned|hen|op|ud|over|hjem|derhen|derned"
    r"|derud|derind"
    r"|derop|forbi|til|i|på|rundt)\b", re.IGNORECASE)
_TAKES_ALONG = re.compile(
    r"tager\s(?!(?:bussen|toget|metroen|bilen|en tur|en gåtur|en cykeltur|ind|ned|hen|op|ud|over|hjem|der\w*|til|på"
    r"|med)\b)",
    re.IGNORECASE)
_CALLS = re.compile(r"\b(?:skriver|hører|læser|sender|siger|spørger)\s(?:.*\s)?(?:til|for|hos|højt)\s", re.IGNORECASE)
_TO_SOMEBODY = re.compile(r"\s(?:til|for|over|af|efter|om)\s(?!(?:en|et|morgen|aften|ugen"
    r"|dagen)\b)[^\W\d_]+(?:\s[^\W\d_]+)?$", re.IGNORECASE)
_DOING = re.compile(r"(?:^Jeg|\bog(?: jeg)?)\s(?P<verb>[^\W\d_]+[rs])\b", re.IGNORECASE)
_LEFT_OFF = re.compile(r"^Jeg \w+ ikke\b")
_ENDS_WITH_A_DOING = re.compile(r"\sog\s[^\W\d_]+[rs]$")
_PARTICLES = frozenset(["til", "igen", "med", "om", "på", "fra", "til"])
_LONGEST = 12
_LONGEST_ALONE = 9


def can_be_together(main: str) -> bool:
    """Whether somebody can be told at the end: its last doing is one that two can do side by side."""
    doings = list(_DOING.finditer(main))
    if not doings or _LEFT_OFF.search(main) or len(main.split()) > _LONGEST or _CALLS.search(main):
        return False
    last = doings[-1]
    return last["verb"].lower() in _TOGETHER and not _TAKES_ALONG.match(main, last.start("verb"))


def can_be_alone(main: str) -> bool:
    """Whether "alene" can be told at the end, and is not read as "to nobody else"."""
    if not can_be_together(main) or says_more(main) or len(main.split()) > _LONGEST_ALONE:
        return False
    if main.split()[-1] in _PARTICLES or " hos " in main or _ENDS_WITH_A_DOING.search(main):
        return False
    return bool(_SOMEWHERE.search(main)) or not _TO_SOMEBODY.search(main)


def goes_somewhere(main: str) -> bool:
    """Whether it opens with going somewhere, so that company can stand beside the verb."""
    opens = re.match(r"(?:Jeg|.{1,30} og jeg)\s", main)
    return bool(opens and _SOMEWHERE.match(main, opens.end()))
