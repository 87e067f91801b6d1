# SPDX-License-Identifier: MPL-2.0
"""The wishes in what somebody writes: the words that carry each, and its core to build a goal on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.danish.numbers import however_typed
from bot.danish.person import to_du


@dataclass(frozen=True)
class Wish:
    """One wish.

    `said`: the citizen's words unchanged, from the words that announce the wish to its end. `core`: what
    is wished, an infinitive ("få et job") or a noun phrase ("mere ro"), still about "mig". `core_du`: the
    same said to them; None where it is not sure. `so_that`: what it is for ("jeg kan komme i praktik"),
    when they say so.
    """

    said: str
    core: str
    core_du: str | None
    so_that: str | None = None


_HOW = (
    r"(?:(?:bare|så|saa|så meget|inderligt?|rigtigt?|meget|virkelig|virklig|egentlig|da|jo|også|altid"
    r"|nok|faktisk|sgu|fandme"
    r"|fan(?:d|')?me|helst|selvfølgelig|enormt|super|mega|måske|stadig|stadigvæk|tit|godt|godt nok"
    r"|nogle gange|engang"
    r"|vældigt?|igen|især|mest|lige|simpelthen|altså|snart|gerne|med tiden|først og fremmest|hele tiden|længe"
    r"|virkelig gerne|bare så|vildt|ret|sådan|for det meste|ærligt|helt vildt|heller|hellere"
    r"|i virkeligheden|endelig)\s){0,5}"
)
_I = r"(?:jeg|jg|jei|jeh|jaj|jæ|jæg)"
_GERNE = r"(?:gerne|gærne|gern|geren|garne|gerene|grene|grne|hjerne)"
_AT = r"(?:(?:at|og|å)\s)?"
_GOAL = r"(?:mål|ønske|håb|drøm|drømme|plan|målsætning|delmål|hovedmål|livsdrøm)"
_IS = r"(?:er|var|ville være|vil være|må være|kunne være|har altid været|er nok|er jo|er bare|skal være)"
_NICE = (
    r"(?:dejligt?|rart|fedt|godt|skønt|fantastisk|en drøm|nice|lækkert|sjovt|smukt|fint|rar|dejlig"
    r"|vildt|stort|sejt|en lettelse"
    r"|det bedste|super|mit højeste ønske|alt for mig|en gave|rigtig rart|rigtig godt|rigtig dejligt"
    r"|bedre|lykken)"
)

_ANNOUNCED: tuple[tuple[str, str], ...] = (
    # a wish outright
    ("inf", rf"(?:{_I} (?:vil|ville|vill|vl|viil|vile) {_HOW}{_GERNE}|(?:vil|ville) {_I} {_HOW}{_GERNE}"
        rf"|{_I} {_HOW}{_GERNE} vil(?:le)?"
            rf"|{_I} vil {_HOW}(?:helst|hellere)"
            rf"|(?:vil|ville) {_I} {_HOW}helst|{_I} {_HOW}helst vil|\bSTART(?:vil"
            rf"|ville) {_HOW}{_GERNE})(?: {_HOW})?(?:er at )?"),
    ("inf", rf"(?:{_I} )?(?:kunne|ku|kune|kunn|kuni|kan) (?:{_I} )?{_HOW}(?:tænke|tænk|tænkt|tenke"
        rf"|tænker) (?:mig|mi|mi'|mej) {_HOW}{_AT}"),
    ("inf", rf"(?:{_I} )?(?:drømmer|drømer|drømmr|drømte"
        rf"|har (?:altid )?drømt) (?:{_I} )?(?:lidt )?{_HOW}om {_HOW}{_AT}"),
    ("inf", rf"det (?:er|var) (?:mit|min) (?:\w+ )?{_GOAL} at "),
    ("inf", r"det (?:vigtigste|bedste|største) (?:for mig )?(?:er|var|ville være) (?:nok |bare )?at "),
    ("inf", r"(?:handler det|det handler) (?:for mig |mest |bare ){0,2}om (?:bare )?at "),
    ("inf", rf"kunne {_I} bare "),
    ("inf", rf"(?:har|havde) {_I} {_HOW}drømt om {_AT}"),
    ("inf", rf"(?:mit|min|et|en|mine) (?:[\wæøå]+ ){{0,3}}?{_GOAL},? (?:for \w+ |lige nu |på sigt "
        rf"|her i livet |i livet |det )?{_IS},? {_HOW}{_AT}"),
    ("inf", rf"(?:målet|drømmen|ønsket|håbet) (?:for mig )?{_IS} {_HOW}{_AT}"),
    ("inf", rf"(?:{_I} )?(?:håber|haaber|håbe|håbr) (?:{_I} )?{_HOW}på {_HOW}{_AT}"),
    ("clause", rf"(?:{_I} )?(?:håber|haaber|håbr) (?:{_I} )?{_HOW}(?:at )?(?={_I} )"),
    ("inf", rf"(?:{_I} )?(?:længes|længtes|higer|tørster) (?:{_I} )?{_HOW}(?:efter|mod) {_HOW}{_AT}"),
    ("inf", rf"{_I} (?:savner|savnr) (?:lidt (?=mi))?{_HOW}{_AT}|START(?:savner) {_HOW}{_AT}"),
    ("inf", rf"(?:{_I} )?(?:trænger|trænge) (?:{_I} )?{_HOW}til {_HOW}{_AT}"),
    ("inf", rf"{_I} har {_HOW}(?:brug for|behov for|lyst til) {_HOW}{_AT}"
        rf"|START(?:har )?{_HOW}(?:brug for|lyst til) {_HOW}{_AT}"),
    ("inf", rf"{_I} ønsker (?:mig )?{_AT}|(?:ønsker|ønskede) {_I} (?:mig )?{_HOW}{_AT}"
        rf"|START(?:ønsker) (?:mig )?{_HOW}{_AT}"),
    ("inf", rf"{_I} har (?:også |stadig |længe |altid )?(?:et|en) (?:stort |stor |lille )?"
            rf"{_GOAL} om {_HOW}{_AT}"),
    ("inf", rf"{_I} har {_HOW}haft lyst til {_AT}|START(?:har )?{_HOW}haft lyst til {_AT}"),
    ("inf", rf"(?:{_I} )?håber (?:{_I} )?{_HOW}(?:at )?det (?:lykkes|lykkedes) (?:for )?mig at "),
    ("past", rf"(?:{_I} )?(?:ville|vil) (?:{_I} )?{_HOW}ønske {_HOW}(?:at )?(?={_I} )"),
    ("past", rf"(?:gid|bare|hvis bare|hvis blot|bare gid)(?: at)? (?={_I} )"),
    ("inf", rf"{_I} (?:skal|må|bliver nødt til at) {_HOW}(?=(?:have|ha|få) (?:styr|bedre styr"
        rf"|mere styr) på)|START(?:skal|må) {_HOW}(?=(?:have|ha|få) styr på)"),
    ("inf", rf"{_I} (?:skal|må|vil) {_HOW}(?=lære at)"),
    ("inf", rf"(?:{_I} )?(?:kunne|ku|kune) (?:{_I} )?{_HOW}bruge {_HOW}{_AT}"),
    ("past", rf"(?:det|d) (?:ville|kunne|vil|ku|må) {_HOW}(?:være|vær|vær') {_HOW}{_NICE} {_HOW}(?:hvis"
        rf"|når|om) (?={_I} )"),
    ("inf", rf"(?:det|d) (?:ville|kunne|vil|ku) {_HOW}(?:være|vær) {_HOW}{_NICE} {_HOW}(?:at|med|og) "),
    ("past", rf"(?:var|ville det være|kunne det være) {_NICE} (?:hvis|om) (?={_I} )"),
    ("stop", rf"(?:{_I} )?(?:gider|gidder|gidr) (?:{_I} )?{_HOW}(?=(?:ikke|ik|ikk|ike) )"),
    ("inf", rf"{_I} vil (?:bare|så gerne bare) {_HOW}(?=(?!ikke)\w)|{_I} vil {_HOW}(?=(?:have|ha) (?:et"
        rf"|en|min|mit|mine|noget|mere|styr|ro|orden|nogen))"),
    ("inf", rf"(?:det|hvad) {_I} (?:allerhelst |helst |aller helst |gerne )?(?:vil|ønsker|drømmer om|mangler"
        rf"|savner) (?:mest |helst |gerne |allermest )?er {_AT}"),
    ("inf", rf"{_I} mangler {_HOW}(?=(?:nogen|en|et|noget|nogle) )"),
)  # fmt: skip
"""How a wish is announced, and the form of what follows: "inf" an infinitive or noun phrase, "past" a
clause in the past of the unreal ("gid jeg kunne"), "clause" a plain clause ("jeg håber jeg får"), "stop"
what shall end."""

_NO_SUBJECT_NEEDED = re.compile(r"(?:handler det"
    r"|mit|min|et|en|mine|målet|drømmen|ønsket|håbet|det|d|gid|hvis|bare"
    r"|var|hvad|kunne tænke|ku|ville det|kunne det)\b", re.I)
_SAYS_I = re.compile(rf"\b{_I}\b", re.IGNORECASE)
_IT_BEFORE = re.compile(r"\b(?:det|den|dem)\s$", re.IGNORECASE)
_CLAUSE_START = re.compile(
    r"(?:^|[.!?,;:\n(–—-]|(?<!\w)(?:og|men|så|ja|nej|jo|for|eller|fordi|altså|hmm|øh|tja|okay|ok|også"
    r"|nok|bare))\W*$", re.I
)
_START = r"(?:(?<![\wæøå\s])|(?<=[.!?,;:\n]\s)|(?<=\sog\s)|(?<=\smen\s)|(?<=^ja\s)|(?<=^og\s)|(?<=^men\s))"


def _compiled(pattern: str) -> re.Pattern[str]:
    loose = however_typed(pattern.replace("START", "@")).replace(" ", r"\s{1,3}")
    loose = loose.replace(r"\b@", _START).replace("@", _START)
    return re.compile(rf"\b(?=\w)(?:{loose})", re.IGNORECASE)


_TRIGGERS = tuple((kind, _compiled(pattern)) for kind, pattern in _ANNOUNCED)

_WHOM = r"(?:jeg|jg|jei|vi|man|han|hun|der)"
_VERBS_AFTER_IT = (
    r"(?:er|var|bliver|blir|ville|vil|går|gik|har|havde|kan|kunne|ka|skal|gør|giver|hjælper|tror|ved"
    r"|føles|lyder|koster"
    r"|kræver|passer|synes|siger|sagde|tør|må|plejer|ligger|kommer|betyder|får)"
)
_HEADS = (
    r"(?:noget|nogen|nogle|sted|steder|ting|det|dem|den|job|arbejde|liv|alt|hverdag|fællesskab"
    r"|hobby|dag|gang|måde|end|som|hvor|når|mad|folk|mennesker|venner|hvad|om|at|da|mens|før|inden"
    r"|hvordan|hvem)"
)
_EMOJI = "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2764]"

_SO_THAT = re.compile(
    however_typed(
        rf"[,\s](?:(?<=,)\s|(?<=\s))(?:så|saa|(?<!det\s)sådan)\s(?:at\s)?(?=(?:{_WHOM}|det|den|de|min|mit|mine|ungerne|børnene|alle"
        rf"|folk|andre)\s)"
    ),
    re.IGNORECASE,
)
_END = re.compile(
    however_typed(
        r"[!?;\n…]|\.\.|(?<!\bkl)(?<!\bd)(?<!\bca)(?<!\bfx)\.(?!\d)|\s[-–—]+\s|\s?[(:;]-?[()DPp]|\(|" + _EMOJI
        + r"|,?\s(?:men|mn|fordi|fodi|fordig|selvom|selv\som|hvis|vis|medmindre|ellers|eftersom"
            r"|siden jeg|dog|desværre)(?!\w)"
        rf"|,?\sfor\s(?:{_WHOM}|(?:det|den|de|så|nu)\s{_VERBS_AFTER_IT})(?!\w)"
        rf"|,?\s(?:og|eller)\s(?:så\s)?(?:{_WHOM}|(?:det|den|de|nu|så)\s{_VERBS_AFTER_IT})(?!\w)"
        rf"|,\s?(?:{_WHOM}|du|de|så|nu|ik|ikk|ikke\s?[?]|tak|haha|lol|altså|sådan|lige nu|men"
        rf"|det\s{_VERBS_AFTER_IT}"
        rf"|den\s{_VERBS_AFTER_IT}|(?:min|mit|mine)\s\w+\s{_VERBS_AFTER_IT}"
        rf"|tror jeg|ved ikke|\w+(?:en|et|ne)\s{_VERBS_AFTER_IT})(?!\w)"
        r"|\s(?:jeg|jg|jei|vi|han|hun|de)\s(?=\w)|\s(?:det|den)\s(?:er|var|bliver|ville|ved)\s"
        r"|\sdet\s\w+r\s(?:jeg|han|hun|vi|de)(?!\w)"
        rf"|\s(?:min|mit|mine)\s\w+\s(?:er|siger|har|vil|sagde)\s"
        r"|\s(?:du ved|ved du|haha|hehe|lol|xd|ik|ikk|ikke også|tror jeg|tænker jeg|synes jeg|altså"
        r"|wallah|bro|ikke)(?=\W*$|\s*[,.!?\n]|\s[-–—])"
    ),
    re.IGNORECASE,
)
_AFTER_A_HEAD = re.compile(however_typed(rf"(?:^|\W){_HEADS}$"), re.IGNORECASE)
_PRONOUN_CUT = re.compile(r"\s(?:jeg|jg|jei|vi|han|hun|de)\s", re.IGNORECASE)

_GOING = re.compile(
    however_typed(
        r"(?:ud|ude|hjem|væk|videre|i gang|igang|til|af med|op|ned|over|ind|tilbage|i|på|ovenpå|fra"
        r"|igennem|med|ud af|ovre)\s\w"
        r"|(?:hjem|videre|tilbage|ud|ovenpå|i gang|igang)$"
    ),
    re.IGNORECASE,
)
_TO_INFINITIVE = {
    "kunne": "kunne", "ku": "kunne", "havde": "have", "hadde": "have", "var": "være", "turde": "turde",
    "fik": "få",
    "blev": "blive", "boede": "bo", "gik": "gå", "kom": "komme", "slap": "slippe", "fandt": "finde",
    "lærte": "lære",
    "sov": "sove", "kendte": "kende", "vidste": "vide", "så": "se", "tjente": "tjene", "arbejdede": "arbejde",
    "gad": "gide", "orkede": "orke", "magtede": "magte", "følte": "føle", "stoppede": "stoppe",
    "mødte": "møde",
    "spiste": "spise", "drak": "drikke", "røg": "ryge", "tog": "tage", "holdt": "holde", "havd": "have",
    "får": "få", "bliver": "blive", "kommer": "komme", "har": "have", "er": "være", "tør": "turde",
    "finder": "finde",
    "når": "nå", "lærer": "lære", "slipper": "slippe", "møder": "møde", "bor": "bo", "blir": "blive",
    "vinder": "vinde",
    "består": "bestå", "holder": "holde", "sover": "sove", "klarer": "klare", "ender": "ende",
    "starter": "starte",
}  # fmt: skip
_DROPPED_MODALS = frozenset(["kan", "ka", "skal", "må", "vil", "snart"])
_FINITE = re.compile(
    r"(?:jeg|jg|jei)\s+(?:en dag\s+|engang\s+|snart\s+|igen\s+|måske\s+)?"
    r"(?P<verb>\w+)\s+(?P<not>ikke\s|ik\s|ikk\s)?(?:(?:bare|også|snart|igen|godt"
    r"|engang|måske|en dag)\s)?(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_FINITE_NOT = re.compile(r"(?:jeg|jg|jei)\s+(?P<not>ikke|ik|ikk"
    r"|aldrig)\s+(?P<verb>\w+)\s+(?P<rest>.+)", re.I | re.DOTALL)
_STOPS = re.compile(r"(?:ikke|ik|ikk|ike)\s(?:at\s|og\s)?(?P<what>.+?\s(?:mere|længere|laengere"
    r"|mer))(?!\w)", re.I | re.DOTALL)

_TO_THE_CHAT = re.compile(
    however_typed(
        r"(?:(?:have|ha|få|også|gerne|bare|lige)\s(?:at\s)?(?:det\s|den\s|alt\s|alting\s|mine \w+\s"
        r"|min \w+\s|samtalen\s)?)?"
        r"(?:slette[rt]?|fjerne[rt]?|rettet|ændret)(?!\w)"
        r"|(?:stoppe|slutte|afslutte|holde|holde op|stop)(?:\s(?:nu|her|chatten|samtalen"
        r"|med at (?:skrive|chatte|svare)|for i ?dag"
        r"|med (?:det her|chatten|samtalen)|pause|en pause|lidt pause|en lille pause|lige nu|det her"
        r"|her for i ?dag|en pause nu)){0,3}\W*$"
        r"|(?:have|ha|få|holde)?\s?(?:en |lidt |en lille |en kort )?pause(?:\s(?:nu|lige|tak"
        r"|fra chatten|lige nu|igen))*\W*$"
        r"|(?:\w+\s){0,2}(?:snakke|tale|skrive|chatte|snak)\s(?:\w+\s)?(?:med|til)\s(?:et|en|nogen"
        r"|noget|dig|personalet|min bostøtte|bostøtten"
        r"|min kontaktperson|mette)\s?(?:rigtigt?|ægte|levende|anden|andet|medarbejder|menneske|person"
        r"|voksen|fra|der er|nu|i stedet|end dig|lige"
        r"|om det her)?\s?(?:menneske|person|medarbejder|voksen|personalet|kommunen|bostøtten|nu"
        r"|i stedet|bostøtte|ansat)?\W*$"
        r"|(?:snakke|tale|skrive|chatte|snak)\s(?:med|til)\s(?:et|en)\s(?:\w+\s)?(?:menneske|person"
        r"|medarbejder|ansat|bostøtte)(?!\w)"
        r"|(?:have|ha|få)\s(?:et|en)\s(?:rigtigt?\s)?menneske(?!\s\w)|(?:springe|hoppe|skippe"
        r"|gå)\s(?:det |den |spørgsmålet |videre|over)"
        r"|skippe|videre\W*$|gå videre|ikke\s(?:svare|tale|snakke|sige|skrive|dele|have at (?:det|i|du"
        r"|nogen))|svare(?!\w)|undgå at svare|logge"
        r"|vide(?!\w)|spørge (?:om|dig)|høre (?:om|hvad|mere)|se (?:hvad|hvem|om)|sige (?:tak|farvel"
        r"|noget|at|ja|nej)"
        r"|rette|ændre (?:det|noget|svar|mit)|lave det om|vente(?:\s|\W*$)|tænke over (?:det|den)"
        r"|tænke\W*$|prøve(?: det)?\W*$|dele (?:det|den)|høre det"
        r"|snakke om noget andet|tale om noget andet|bede (?:om|dig)|indrømme|understrege|fortælle"
        r"|sove nu|gå i seng nu|i seng nu|have hjælp(?: af et menneske)? nu"
        r"|(?:have|ha)?\s?(?:det|den|dem|ja|nej|noget|ikke|intet|ingenting|mere|også|godt|have det"
        r"|ha det|have|ha|være|gøre|det gerne|hjælpe|have hjælp"
        r"|svar|et svar|begge dele|det hele|alt|tak|have svar|nok|gerne)\W*$"
    ),
    re.IGNORECASE,
)
_SECOND_PERSON = re.compile(r"(?<!\w)(?:du|dig|din|dit|dine)(?!\w)", re.IGNORECASE)
_STOP = r"(?=\W*$|\s?[.,!?;]|\s(?:men|og|for|fordi)\b)"
_DEATH = re.compile(
    however_typed(
        r"\b(?=\w)(?<!bange for at )(?:(?:vil|vil\sbare|gerne|bare|at|om at|kunne|må|få lov at"
        r"|lov til at|til at)\s(?:\w+\s)?(?:dø|krepere)(?!\w)"
        r"|(?:være|var|er|vær)\sdød?(?!\w|\s?(?:træt|irriterende|syg|glad))|dø\s(?:i fred|nu|snart|med|før)"
        r"|tage (?:mit (?:eget )?liv|livet af|mig af dage|en overdosis|for mange piller|alle (?:mine "
        r"|de )?piller\w*|alle pillerne)|selvmo\w+"
        r"|(?:hænge|skyde|drukne|skade|cutte|brænde|kvæle|forgifte|sulte|slå"
        r"|stikke) mig(?: selv)?(?:(?! (?:op|til|løs|ned|sammen|på|ud|ind))(?!\w))"
        r"|skære (?:i )?(?:mig|min arm|mine arme|i arm)|gøre skade|gøre en ende|gøre det forbi"
        r"|(?:ende|afslutte|slutte) (?:det hele|livet|mit liv)|ophøre med at|ikke (?:at )?(?:leve|vågne"
        r"|eksistere|findes|fandtes|eksisterede|levede|vågnede)"
        r"|aldrig (?:mere )?(?:vågne|vågnede)|sove (?:ind|for altid|for evigt)|sov ind|overdosis|ihjel"
        r"|dræbe|myrde|kvæle (?:ham|hende)|dødshjælp|hævn\w*"
        r"|slå (?:ham|hende|nogen|dem)(?! (?:op|til))|smadre (?:ham|hende|mig)|springe ud (?:af|fra)"
        r"|hoppe ud (?:af|fra|foran)|(?:springe|hoppe|gå) ud foran)(?!\w)"
    ),
    re.IGNORECASE,
)
_AWAY = re.compile(
    however_typed(
        rf"\b(?=\w)(?<!til at )(?:forsvinde(?:\shelt)?|forsvandt|fordampe|slippe(?: væk| ud| fri"
        rf"| herfra)?{_STOP}|slippe for (?:det hele|alt|livet|at leve|mig selv|det)(?!\w)"
        r"|(?:være|var|vær) her (?:mere|længere)|ikke (?:at )?(?:være|var) (?:her|til)|falde i søvn og"
        r"|faldt i søvn og|det hele (?:bare )?(?:stop\w*|slut\w*|skal slutte|holdt? op|var slut"
        r"|var overstået|er slut|ende\w*)"
        rf"|slut med (?:det hele|livet|alt)|væk(?: herfra| fra (?:det hele|alt|jorden|verden|livet)"
        rf"|{_STOP})|for evigt|(?:evig|fred) for altid|evig (?:fred|ro|søvn)"
        r"|fred\W+(?:nu\W+)?for altid|himlen|i graven"
        rf"|følge efter (?:ham|hende|min)|aldrig (?:var|blev|være) (?:blevet )?født|blive kørt (?:over"
        rf"|ned)|give op på livet|leve mere{_STOP}|ende det{_STOP}|slukke for det hele)(?!\w)"
    ),
    re.IGNORECASE,
)
"""Wishes to die or to hurt, and to vanish. Closed and wide on purpose: a wish lost is asked for again."""

LONGEST = 3000
"""Characters looked through; `MOST_WORDS` words at most make one core, for a run-on without marks has no
end."""
MOST_WORDS = 30
FARTHEST = 400
"""Characters after its announcement in which a wish ends."""
MOST_WISHES = 8
"""Wishes read in one message; nobody hopes for more in one breath."""


def speaks_of_death_or_harm(text: str) -> bool:
    """Whether a wish put like this is one to die, to vanish or to hurt; such a wish never becomes a goal."""
    return bool(_DEATH.search(text))


def _is_dark(text: str) -> bool:
    return speaks_of_death_or_harm(text) or bool(_AWAY.search(text))


def wish_in(text: str) -> Wish | None:
    """The first wish in `text`; None when there is none or it is a request to the chat."""
    return next(iter(wishes_in(text)), None)


def wishes_in(text: str) -> list[Wish]:
    """All wishes in `text`, in the order said; [] when any of them is to die or to do harm."""
    text = text[:LONGEST]
    found: list[Wish] = []
    end, calm = 0, set[str]()
    for kind, match in _announcements(text):
        if match.start() < end or len(found) == MOST_WISHES or not _is_mine(match, text):
            continue
        reach = _reach(text, match.end())
        around = text[match.start() : reach + 60]
        if around not in calm and _is_dark(around):
            return []
        calm.add(around)
        wish = _wish(kind, match, text, reach)
        if wish:
            found.append(wish)
            end = reach
    return found


def _announcements(text: str) -> list[tuple[str, re.Match[str]]]:
    found = [(kind, match) for kind, trigger in _TRIGGERS for match in trigger.finditer(text)]
    return sorted(found, key=lambda pair: (pair[1].start(), -pair[1].end()))


def _is_mine(match: re.Match[str], text: str) -> bool:
    """Is it the writer who wishes: is "jeg" there, or could it be left out here?"""
    if _SAYS_I.search(match.group()) or _NO_SUBJECT_NEEDED.match(match.group()):
        return not _IT_BEFORE.search(text, max(0, match.start() - 8), match.start())
    return bool(_CLAUSE_START.search(text[max(0, match.start() - 12) : match.start()]))


def _reach(text: str, start: int) -> int:
    """Where the clause from `start` ends."""
    limit = min(len(text), start + FARTHEST)
    so_that = _SO_THAT.search(text, start, limit)
    limit = so_that.start() if so_that else limit
    for stop in _END.finditer(text, start, limit):
        before = text[max(0, stop.start() - 14) : stop.start()]
        if not (_PRONOUN_CUT.match(stop.group()) and _AFTER_A_HEAD.search(before)):
            return min(stop.start(), limit)
    return limit


def _wish(kind: str, match: re.Match[str], text: str, reach: int) -> Wish | None:
    raw = _trim(text[match.end() : reach])
    core = f"at {raw}" if _is_clause_after_at(match, raw) else _READ[kind](raw)
    if not core or _is_a_question(text, reach) or _TO_THE_CHAT.match(core) or _SECOND_PERSON.search(core):
        return None
    said = text[match.start() : match.end() + text[match.end() :].find(raw) + len(raw)].strip()
    return Wish(said, core, to_du(core), _purpose(text, reach))


def _is_clause_after_at(match: re.Match[str], raw: str) -> bool:
    """Is it a clause that is wished ("at nogen lytter"), not a doing?"""
    return match.group().rstrip().lower().endswith(" at") and bool(_SUBJECT_AND_VERB.match(raw))


_SUBJECT_AND_VERB = re.compile(
    r"(?:nogen|vi|han|hun|de|der|det|folk|alle|andre|(?:min|mit|mine)\s\w+)\s(?:\w+(?:r|te|de)|kan|vil|skal|lod)\b",
    re.IGNORECASE,
)


_DANGLING = ("og", "at", "så", "men", "eller", "bare", "fordi", "for", "", "ja", "tak", "sgu")


def _trim(raw: str) -> str:
    words = raw.strip(" \t,.-–—:").split(" ")
    while words and words[-1].lower() in _DANGLING:
        words.pop()
    return " ".join(words[:MOST_WORDS]).rstrip(" ,.-–—:")


def _infinitive_or_noun(raw: str) -> str | None:
    if re.match(rf"{_I}\s", raw, re.IGNORECASE):
        return _from_finite(raw)
    raw = re.sub(r"^(ikke) at\s", r"\1 ", raw, flags=re.IGNORECASE)
    return f"komme {raw}" if _GOING.match(raw) else raw or None


def _from_finite(raw: str) -> str | None:
    """"jeg kunne sove" as "kunne sove"; "jeg får et job" as "få et job"; None for verbs out of the table."""
    match = _FINITE_NOT.fullmatch(raw) or _FINITE.fullmatch(raw)
    if not match:
        return None
    verb = match["verb"].lower()
    negation = "ikke " if match["not"] else ""
    if verb in _DROPPED_MODALS:
        return negation + match["rest"]
    return f"{negation}{_TO_INFINITIVE[verb]} {match['rest']}" if verb in _TO_INFINITIVE else None


def _what_stops(raw: str) -> str | None:
    match = _STOPS.match(raw)
    if not match or re.match(r"(?:det|den|dig|leve|svare|snakke|skrive|tale|chatte|noget|mere"
        r"|være her)\b", match["what"], re.I):
        return None
    return f"ikke {match['what']}"


_READ = {"inf": _infinitive_or_noun, "past": _from_finite, "clause": _from_finite, "stop": _what_stops}


def _is_a_question(text: str, reach: int) -> bool:
    mark = re.compile(r"[.!?\n]").search(text, reach)
    tag = re.search(r"\b(?:ik|ikk|ikke|ikke også|ikke sandt)\s*$", text[: mark.start()]) if mark else None
    return bool(mark and mark.group() == "?" and not tag)


def _purpose(text: str, reach: int) -> str | None:
    so_that = _SO_THAT.match(text, reach)
    if not so_that:
        return None
    return _trim(text[so_that.end() : _reach(text, so_that.end())]) or None
