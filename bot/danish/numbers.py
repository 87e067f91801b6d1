# SPDX-License-Identifier: MPL-2.0
"""The number on a 0-10 ruler in an answer, and number words as people type them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LOW, HIGH = 0.0, 10.0
"""The ends of the ruler."""

_TYPED_AS = {"æ": "(?:æ|ae|e)", "ø": "(?:ø|oe|o)", "å": "(?:å|aa|a)"}


def however_typed(pattern: str) -> str:
    """The regex `pattern` with æ, ø and å also matching what a phone without them gives (ae, oe, aa, e, o,
    a)."""
    return "".join(_TYPED_AS.get(letter, letter) for letter in pattern)


WORDS: dict[str, int] = {
    "nul": 0, "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6,
    "sejs": 6,
    "syv": 7, "otte": 8, "åtte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14,
    "femten": 15, "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19, "tyve": 20, "tredive": 30,
    "fyrre": 40,
    "halvtreds": 50, "tres": 60, "halvfjerds": 70, "firs": 80, "halvfems": 90, "hundrede": 100,
}  # fmt: skip
"""Danish number words; "en" and "et" are mostly articles, so look twice before counting them."""

_NAMED_FIGURES: dict[str, int] = {
    "nuller": 0, "ener": 1, "etter": 1, "toer": 2, "treer": 3, "firer": 4, "femmer": 5, "sekser": 6,
    "syver": 7,
    "otter": 8, "nier": 9, "nultal": 0, "ettal": 1, "totallet": 2, "tretal": 3, "firtal": 4, "firetal": 4,
    "femtal": 5, "sekstal": 6, "syvtal": 7, "ottetal": 8, "nital": 9, "tital": 10,
}  # fmt: skip
"""Nouns for a figure: "et tretal", "en sekser". "total" and "tier" are other words and left out."""

_ALL_WORDS = {**WORDS, **_NAMED_FIGURES}
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<minus>[-−](?=\d))?(?:(?P<digits>\d{1,4}(?:[.,]\d{1,2})?)(?:\s?['’´`]?-?(?:er|eren"
    r"|tal|tallet|ish))?"
    r"|(?P<word>" + "|".join(sorted(_ALL_WORDS, key=len, reverse=True)) + r")(?:[- ]?tal|-?tallet)?)"
    r"(?P<half>\s?½|\s(?:og\s)?(?:en\s|et\s)?halv(?:t)?(?!\w)|\s1/2|\skomma\sfem)?(?!\w|[.,]\d)"
)
_OF_TEN = re.compile(r"\s?(?:/|ud af|af|på en skala til|ud af de)\s?(?P<top>10|ti"
    r"|100)(?![\w%])(?!\s(?:mine|gange))")
_PERCENT = re.compile(r"\s?(?:%|procent\b|pct\b)")
_BETWEEN = re.compile(
    r"\s?(?:-|–|—|/|,|\.\.+|til|eller|og|el|måske|eller måske|el måske|, måske|-måske|til måske"
    r"|eller nok)?\s?"
)
_HALF_WAY = re.compile(r"\b(?:midt\s?i(?:mellem| det hele)?|(?:lige )?i midten|midten|fifty[- ]?fifty"
    r"|50[/-]50|halvvejs)\b")
_EVEN = re.compile(r"(?<!\d)50\s?[-/]\s?50(?!\d)")
_ONE_AND_A_HALF = re.compile(r"\b(?:halvanden|(?:en|et) og (?:en|et) halvt?)\b")
_JUNK = re.compile("[\ufe0f\u20e3\u200b*_\"“”»«~]")

_NEVER_AFTER = (
    "kl|klokken|d|den|nr|nummer|uge|sal|side|bus|linje|linie|kapitel|stue|afdeling|år|alder|de|vi|os|dem"
    "|begge|alle|mine|vores|sidste|første|næste|halv|kvart|har|havde|fik|får|tager|tog|ryger|røg|drak"
    "|drikker|købte|fylder|minus|hver|bor|boede|lejlighed|trin|gange|x"
)
"""Words that make the number after them something else than a rating: a clock, a house, a count of things."""

_COUNTS_BEFORE = re.compile(rf"\W(?:{_NEVER_AFTER}|(?:vi|de|i) er)[\s.:]+$")
_RATES_BEFORE = re.compile(r"\W(?:(?:omkring|på|til|ved) de|(?:giver?|gir|er|var|blev|siger|sætter) den)\s$")
_ORDINAL_OF = re.compile(
    r"\.\s(?:sal|etage|klasse|gang|dag|uge|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|time|person"
    r"|barn|plads|semester)"
)

_MAY_FOLLOW_LIST = """
stykker stk nok tror måske vil vel jeg lige nu i idag dag for fordi men og ud af på ish ca cirka tænker
er hvis så haha hehe tak da altså agtig cirkus selvom når fra hvor vist vidst sådan mest helt til eller
lidt ikke ik ikk det den der sgu faktisk egentlig mindst højst max maks maksimum mere desværre fordet
bare må skal kan ville kunne hmm øh nej ja okay ok synes har var igen havde tal point altid nogenlunde
omkring siger sagde skulle blev bliver tænkte lå ligger ender hverken med sikkert uden totalt nærmere
snarere el andre plus minus xd lol wallah bro mand jo ham hun han de vi man min mit mine fx imorgen
ihvertfald ned op virkelig klart
"""
_MAY_FOLLOW = frozenset(_MAY_FOLLOW_LIST.split())
"""Words after which a number still is an answer; any other word is taken as what is counted ("3 børn")."""

_FILLER_LIST = """
nok måske ca cirka sådan jeg er på en et ligger siger vil tror det den står omkring vel bare kun øh hmm
ja okay lige nu giver mig selv være sige må blive i dag idag tallet tænker altså ud af ti
"""
_FILLER = frozenset(_FILLER_LIST.split())
_EARLIER = re.compile(r"\b(?:før|sidst|sidste|i går|igår|plejer|normalt|førhen|tidligere|dengang|startede)\b")
_NOW = re.compile(r"\b(?:nu|i ?dag|i øjeblikket|pt|lige nu)\b")
_CORRECTED = re.compile(r"\b(?:nej|retter|rettelse|mener|snarere|nærmere|hellere|undskyld)\b")


@dataclass(frozen=True)
class _Found:
    """A number that may be a rating, and where it stands in the folded text."""

    value: float
    start: int
    end: int


LONGEST = 1000
"""Characters looked through: a rating comes early in its answer."""


def rating_in(text: str) -> float | None:
    """The rating 0-10 in an answer, halves and ranges included ("mellem 5 og 6" is 5.5).

    None when there is none, when it is off the ruler, when the number counts something else ("3 børn", "kl
    9"), and when two different numbers stand without a hint of which is meant: then ask again.
    """
    folded = _fold(text[:LONGEST])
    found = _merge_ranges(_candidates(folded), folded)
    if not found:
        return 5.0 if _HALF_WAY.search(folded) else None
    chosen = _choose(found, folded)
    return chosen if chosen is not None and LOW <= chosen <= HIGH else None


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text.replace("½", " en halv").replace("🔟", "10")).lower()
    plain = _JUNK.sub("", " ".join(plain.split()))
    plain = re.sub(r"(?<=\d)\skomma\s(?=\d)", ",", plain)
    return _ONE_AND_A_HALF.sub("1,5", _EVEN.sub("midt imellem", plain))


def _candidates(folded: str) -> list[_Found]:
    found: list[_Found] = []
    for match in _NUMBER.finditer(folded):
        if found and match.start() < found[-1].end:
            continue
        rating = _read(match, folded)
        if rating is not None:
            found.append(rating)
    return found


def _read(match: re.Match[str], folded: str) -> _Found | None:
    value = _value(match)
    percent = _PERCENT.match(folded, match.end())
    if percent:
        return _Found(value / 10, match.start(), percent.end())
    out_of = _OF_TEN.match(folded, match.end())
    if out_of:
        top = 100 if out_of["top"] == "100" else 10
        return _Found(value * 10 / top, match.start(), out_of.end())
    if _is_article(match, folded) or not _stands_as_answer(match, folded):
        return None
    return _Found(value, match.start(), match.end())


def _value(match: re.Match[str]) -> float:
    digits = match["digits"]
    number = float(digits.replace(",", ".")) if digits else float(_ALL_WORDS[match["word"]])
    number = -number if match["minus"] else number
    return number + 0.5 if match["half"] else number


def _is_article(match: re.Match[str], folded: str) -> bool:
    """Is this "en" or "et" an article? It is a number only when the rest of the answer is filler."""
    if match["word"] not in ("en", "et") or "tal" in match.group():
        return False
    if match["half"]:
        return True
    rest = re.findall(r"\w+", folded[: match.start()] + folded[match.end() :])
    return not set(rest) <= _FILLER - {"en", "et"}


def _stands_as_answer(match: re.Match[str], folded: str) -> bool:
    before = " " + folded[max(0, match.start() - 25) : match.start()]
    if _COUNTS_BEFORE.search(before) and not _RATES_BEFORE.search(before):
        return False
    return _what_follows_is_fine(folded[match.end() : match.end() + 25])


def _what_follows_is_fine(rest: str) -> bool:
    if _ORDINAL_OF.match(rest):
        return False
    following = re.match(r"(?P<gap>[\s.!?,;:)(-]*)(?P<word>\w+)?", rest)
    if not following or not following["word"] or re.search(r"[.!?,;)(]\s|\.\.", following["gap"] + " "):
        return True
    return following["word"] in _MAY_FOLLOW or following["word"] in _ALL_WORDS or following["word"].isdigit()


def _merge_ranges(found: list[_Found], folded: str) -> list[_Found]:
    merged: list[_Found] = []
    for number in found:
        last = merged[-1] if merged else None
        if last and number.value > last.value and _BETWEEN.fullmatch(folded, last.end, number.start):
            merged[-1] = _middle(last, number, folded)
        else:
            merged.append(number)
    return [number for number in merged if number.value != -1]


def _middle(low: _Found, high: _Found, folded: str) -> _Found:
    """Halfway between two numbers; -1 (dropped) for the ends of the ruler itself; "fra 3 til 5" is now 5."""
    if low.value <= 1 and high.value == HIGH:
        return _Found(-1, low.start, high.end)
    if re.search(r"\bfra\s$", folded[max(0, low.start - 4) : low.start]):
        return high
    return _Found((low.value + high.value) / 2, low.start, high.end)


def _choose(found: list[_Found], folded: str) -> float | None:
    values = {number.value for number in found}
    if len(values) == 1:
        return found[0].value
    if _CORRECTED.search(folded, found[-2].end, found[-1].start):
        return found[-1].value
    if _EARLIER.search(folded):
        return _nearest_now(found, folded) if _NOW.search(folded) else _not_earlier(found, folded)
    return None


def _not_earlier(found: list[_Found], folded: str) -> float | None:
    """With "i går 3" or "sidst var det 3", the one number that is left."""
    earlier = _EARLIER.search(folded)
    old = next((number for number in found if earlier and number.start >= earlier.end()), found[0])
    rest = {number.value for number in found if number is not old}
    return rest.pop() if len(rest) == 1 else None


def _nearest_now(found: list[_Found], folded: str) -> float | None:
    """The number that belongs to "nu": after "nu er den" and "nu 6", before "6 nu"."""
    now = _NOW.search(folded)
    if not now:
        return None
    leads_on = re.match(r"\s(?:er|var|ligger|vil|siger|nok|måske|har|mere|på|den|det|jeg"
        r"|\d)", folded[now.end() :])
    after = [number for number in found if number.start >= now.end()]
    before = [number for number in found if number.end <= now.start()]
    if after and (leads_on or not before):
        return after[0].value
    return before[-1].value if before else None
