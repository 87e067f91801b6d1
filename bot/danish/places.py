# SPDX-License-Identifier: MPL-2.0
"""Where somebody says they will be or go, in their words."""

from __future__ import annotations

import re

from bot.danish.numbers import however_typed
from bot.danish.people import NAME, SOMEBODY
from bot.danish.spans import apart

LONGEST = 2000
"""Characters looked through."""

_PLACE_LIST = """
bibliotek biblotek biblotket værested værsted varested café cafe kaffebar restaurant bar værtshus kirke
kirkegård moské moske menighedshus forsamlingshus klub klubhus forening beboerhus medborgerhus kulturhus
aktivitetshus aktivitetscenter center centrum værksted svømmehal hal idrætshal sportshal fitnesscenter
fitness træningscenter boldbane stadion bane gymnastiksal motionscenter skov strand park have kolonihave
mose sø havn mark fjord by bymidte torv gade gågade vej allé stræde plads legeplads bakke bro butik
supermarked købmand bager slagter kiosk tankstation genbrugsbutik genbrugsplads loppemarked marked
storcenter station banegård stoppested perron bus tog letbane metro bil taxa færge kommune rådhus
borgerservice jobcenter ydelsescenter bank posthus politistation retten krisecenter herberg forsorgshjem
sygehus hospital skadestue psykiatri distriktspsykiatri ambulatorium klinik sundhedshus sundhedscenter
apotek lægehus venteværelse praktiksted arbejdsplads arbejde job kontor lager køkken kantine skole højskole
produktionsskole aftenskole gymnasium universitet studie børnehave vuggestue sfo fritidshjem lejlighed bolig
hus værelse stue soveværelse seng sofa badeværelse bad toilet altan terrasse kælder vaskekælder vaskeri loft
garage opgang trappe trappeopgang gård gårdhave entré gang skab postkasse elevator botilbud bosted
bofællesskab opholdssted plejehjem kollegie kollegium fællesrum fællesstue fælleskøkken opholdsstue
parkeringsplads rasteplads lufthavn zoo museum biograf teater koncertsal festival tivoli gartneri stald
ridecenter dyrehandel dyreklinik internat frisør sauna spejderhytte øvelokale atelier kreahus
"""
_STEMS = sorted(_PLACE_LIST.split(), key=len, reverse=True)
_ENDING = r"(?:e|r|er|en|et|n|t|ret|eret|met|men|met|ken|ket|gen|ben|ne|erne|rne|s)?"
_NOUN = rf"(?:[\wæøå-]{{0,20}})(?:{'|'.join(_STEMS)}){_ENDING}"
_SHOPS = (
    r"(?:netto|rema(?: 1000)?|føtex|foetex|bilka|aldi|lidl|fakta|brugsen|superbrugsen|kvickly|irma|meny|spar|coop"
    r"|ikea|harald nyborg|silvan|jysk|normal|matas|7-eleven|7eleven|mcd|mcdonalds|blå kors"
    r"|røde kors|kirkens korshær|aa)"
)
_NAMED = r"(?-i:[A-ZÆØÅ][a-zæøå]{2,}(?:[ -](?:[A-ZÆØÅ][a-zæøå]+|[NSØV]|C|K))?)"
_BEFORE = (
    r"(?:(?:(?:op|ned|ud|ind|over|hen|hjem|tilbage|nede|oppe|ude|inde|henne|ovre|hjemme|om|rundt|tur) )?"
    r"(?:i|på|paa|til|ved|omkring|fra|foran|bag|udenfor|uden for|rundt om|forbi|langs|gennem)) "
)
_OWNER = r"(?:(?:den|det|mit|min|mine|vores|en|et|min egen|mit eget|deres|hans|hendes|sin|sit) )?"
_HOW = r"(?:(?:lille|store|gamle|nye|nærmeste|lokale|egen|eget|fælles|grønne|blå|røde|stille|anden|andet) ){0,2}"
_BARE = r"(?:udenfor|derhjemme|hjemme(?! (?:i|hos|på|ved|fra)\b)|hjemmefra)"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){however_typed(pattern)}(?!\w)", re.IGNORECASE)


_PATTERNS = (
    _compile(rf"hos (?P<place>(?:{_OWNER}){_HOW}(?:tand|øjen|vagt|egen)?{SOMEBODY}(?: {NAME})?|{NAME})"),
    _compile(rf"{_BEFORE}(?P<place>{_OWNER}{_HOW}{_NOUN}(?: (?:i|på) {_NAMED})?)"),
    _compile(rf"{_BEFORE}(?P<place>[\wæøå]+(?:gade|vej|allé|alle|stræde|plads|torv)(?:en|et)? \d{{1,3}}[a-h]?)"),
    _compile(r"(?:på|i) (?P<place>(?:første|anden|tredje|fjerde|femte|øverste|\d\.) sal)"),
    _compile(rf"{_BEFORE}(?P<place>{_SHOPS})"),
    _compile(rf"(?:i|til|fra|ved|på) (?P<place>{_NAMED})"),
    _compile(rf"(?:handle|købe ind|gå|komme) (?:hos|i) (?P<place>{_SHOPS})"),
    _compile(rf"(?P<place>{_BARE})"),
)
_NOT_PLACES = frozenset({"gang", "gange", "seng", "bad", "skole", "job", "arbejde", "bil", "vej"})
_NO_CITY = re.compile(
    r"(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|jul|januar|februar|marts|april|maj"
    r"|juni|juli|august|september"
    r"|oktober|november|december|facebook|messenger|snapchat|instagram|zoom|teams|skype|youtube"
    r"|netflix|e-?boks|borger)",
    re.IGNORECASE,
)


def places_in(text: str) -> list[tuple[int, int]]:
    """Where places stand in a text, without their preposition: (start, end), in the order said.

    "hos min søster" is the place "min søster"; a town needs its capital letter.
    """
    text = text[:LONGEST]
    spans = {match.span("place") for pattern in _PATTERNS for match in pattern.finditer(text)}
    return apart((start, end) for start, end in spans if _is_place(text[start:end]))


def _is_place(said: str) -> bool:
    return said.lower() not in _NOT_PLACES and not _NO_CITY.match(said)
