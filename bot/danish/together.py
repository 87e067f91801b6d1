# SPDX-License-Identifier: MPL-2.0
"""Which doings "sammen med" and "alene" can stand behind and be read rightly."""

from __future__ import annotations

import re

from bot.danish.fronting import says_more

_TOGETHER_LIST = """
går cykler løber kører spadserer vandrer rejser spiser drikker laver bager koger steger griller handler køber shopper ser
lytter svømmer træner danser spiller synger øver rydder vasker støvsuger gør rengør ordner maler strikker hækler syr broderer
tegner fisker planter graver luger vander bygger reparerer fikser pumper læser sidder åbner sorterer gennemgår tjekker
kigger deltager tømmer finder udfylder planlægger skriver fylder lufter besøger skater gamer mediterer dyrker laver
ansøger søger underskriver bestiller betaler logger regner sliber klipper pudser plukker høster samler tager tilmelder
aflæser undersøger ringer
"""
_TOGETHER = frozenset(_TOGETHER_LIST.split())
"""Doings that two can do side by side. What is put, sent or handed somewhere is not among them: "lægger brevet i
konvolutten sammen med Frederik" puts him there too."""
_SOMEWHERE = re.compile(
    r"(?:går|kører|cykler|løber|rejser|tager|kommer)\s(?:(?:tur|en tur)|ind|ned|hen|op|ud|over|hjem|derhen|derned|derud|derind"
    r"|derop|forbi|til|i|på|rundt)\b", re.IGNORECASE)
_TAKES_ALONG = re.compile(
    r"tager\s(?!(?:bussen|toget|metroen|bilen|en tur|en gåtur|en cykeltur|ind|ned|hen|op|ud|over|hjem|der\w*|til|på|med)\b)",
    re.IGNORECASE)
_CALLS = re.compile(r"\b(?:skriver|hører|læser|sender|siger|spørger)\s(?:.*\s)?(?:til|for|hos|højt)\s", re.IGNORECASE)
_TO_SOMEBODY = re.compile(r"\s(?:til|for|over|af|efter|om)\s(?!(?:en|et|morgen|aften|ugen|dagen)\b)[^\W\d_]+(?:\s[^\W\d_]+)?$", re.IGNORECASE)
_DOING = re.compile(r"(?:^Jeg|\bog(?: jeg)?)\s(?P<verb>[^\W\d_]+[rs])\b", re.IGNORECASE)
_LEFT_OFF = re.compile(r"^Jeg \w+ ikke\b")
_ENDS_WITH_A_DOING = re.compile(r"\sog\s[^\W\d_]+[rs]$")
_PARTICLES = frozenset("til igen med om på fra til".split())
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
    if main.split()[-1] in _PARTICLES or _ENDS_WITH_A_DOING.search(main):
        return False
    return bool(_SOMEWHERE.search(main)) or not _TO_SOMEBODY.search(main)


def goes_somewhere(main: str) -> bool:
    """Whether it opens with going somewhere, so that company can stand beside the verb."""
    opens = re.match(r"(?:Jeg|.{1,30} og jeg)\s", main)
    return bool(opens and _SOMEWHERE.match(main, opens.end()))
