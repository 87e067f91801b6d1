# SPDX-License-Identifier: MPL-2.0
"""What of an answer to "when?" can stand in a sentence: its plain time and its clause, each only where it is sure."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bot.danish.capitals import with_capitals
from bot.danish.commas import commas_in
from bot.danish.near_words import times_mended
from bot.danish.slips import has_slip
from bot.danish.spelling import looks_unknown
from bot.danish.step_words import CLAUSE
from bot.danish.times import times_in
from bot.danish.words import FINITE

_ANY_DAY = dt.date(2000, 1, 3)
"""Only where times stand matters here."""
_BETWEEN = re.compile(
    r"(?:\s|,|og|eller|måske|men|ved|omkring|cirka|ca\.?|sådan|til|tidlige?t?|sent?|engang|tiden|fra|nok|allerede"
    r"|også|kun|højst|mindst|cirka|rundt|en|for|eksempel)*", re.IGNORECASE)
_SPOKEN_TO = re.compile(r"\b(?:du|dig|din|dit|dine|jer)\b", re.IGNORECASE)
_UNFINISHED = frozenset([
    "og", "eller", "men", "at", "som", "når", "hvis", "i", "på", "til", "fra", "med", "ved", "hos", "om", "for",
    "af", "ikke", "er", "har", "kan", "vil", "skal", "må", "så", "ligesom"
])
_FEWEST_WORDS = 3
_AFTER = re.compile(r"^efter (?=(?:jeg|vi|han|hun|de|det|der)\b)", re.IGNORECASE)
""" "efter jeg har spist" is said; "efter at jeg har spist" is written."""
_DOING_ANYWAY = re.compile(
    r"\b(?:jeg|vi) alligevel (?!(?:er|har|skal|kommer|går|tager|kører|møder|ser|står|sidder|vil|handler"
    r"|bliver)\b)\w+r\b",
    re.IGNORECASE)
_ABOUT = re.compile(r"\b(?P<hour>\d\d?|et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)[ -]tiden\b", re.IGNORECASE)
_NUMBERED_DAY = re.compile(r"\b(?:d\.|den) (?:[12]\d|3[01]|[1-9])(?![\w./:])", re.IGNORECASE)
_FROM_ON = re.compile(r"\b(?P<from>fra|inden) på (?=\w+dag\b)", re.IGNORECASE)
_WEEK = re.compile(r"^uge(?= \d)", re.IGNORECASE)
_TWO_DAYS = re.compile(r"(?<=dag) (?=(?:man|tirs|ons|tors|fre|lør|søn)dag (?:og|eller)\b)", re.IGNORECASE)
_IN_A_WEEK = re.compile(r"^i næste uge,? (?P<day>(?:på )?(?:man|tirs|ons|tors|fre|lør|søn)dag"
    r"(?: (?:morgen|formiddag|eftermiddag|aften))?)\b", re.IGNORECASE)
""" "i næste uge, tirsdag" is a Tuesday of next week."""
_PERHAPS = re.compile(r"^(?:måske|nok|vel)\s", re.IGNORECASE)
_CLOCK = re.compile(r"\bkl(?:\.\s?|\s)(?=\w)", re.IGNORECASE)
_ONE_LINK = re.compile(r"(?:(?:hver|næste|første) gang|lige|så snart) ", re.IGNORECASE)
_BARE_DAYS = re.compile(r"hverdagen?e?|weekend(?:er|en|erne)?", re.IGNORECASE)
"""These want a preposition that was not said."""
_OTHER_TIMES = re.compile(
    r"(?:både )?(?:morgen|formiddag) og (?:aften|eftermiddag)|når som helst|(?:om )?(?:morgenen"
    r"|aftenen) og (?:om )?aftenen",
    re.IGNORECASE)


@dataclass(frozen=True)
class TimeInSentence:
    """`plain`: "på onsdag kl. 9"; `clause`: "når jeg er stået op". Either may be empty."""

    plain: str = ""
    clause: str = ""


def time_for_sentence(when: str) -> TimeInSentence:
    """What of `when` is surely a time and a whole clause; nothing of it where neither is.

    Left out: a clause that speaks to somebody ("når du er her"), that is cut short, holds an unknown word, or tells of
    something else that is done at the same time ("når jeg alligevel støvsuger").
    """
    said = _PERHAPS.sub("", clock_written(times_mended(" ".join(when.split())).strip(" .!,")))
    start = CLAUSE.search(f" {said}")
    plain = f" {said}"[: start.start()].strip(" ,") if start else said
    clause = f" {said}"[start.end() :] if start else ""
    told = TimeInSentence(_plain(plain), _whole(clause))
    if told.plain and told.clause and FINITE.isdisjoint(told.clause.casefold().split()):  # "i aften efter min serie"
        return TimeInSentence(f"{told.plain} {told.clause}")
    return told


def clock_written(text: str) -> str:
    """Times as they are written: "kl. 9" for "kl 9", "titiden", "d. 1.", "fra mandag" for "fra på mandag"."""
    text = _ABOUT.sub(_one_word, _CLOCK.sub("kl. ", _CLOCK_IN_WORDS.sub("klokken ", text)))
    text = _NUMBERED_DAY.sub(lambda match: f"{match.group()}.", _FROM_ON.sub(r"\g<from> ", text))
    text = _IN_A_WEEK.sub(r"\g<day> i næste uge", text)
    return _TWO_DAYS.sub(", ", _WEEK.sub("i uge", text))


_CLOCK_IN_WORDS = re.compile(
    r"\bkl\.? (?=(?:et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|halv|kvart)\b)", re.IGNORECASE)


def _one_word(match: re.Match[str]) -> str:
    return f"{match['hour']}-tiden" if match["hour"].isdecimal() else f"{match['hour']}tiden"


def _plain(said: str) -> str:
    """The time, if it is nothing but a time; what stands before the first word that is none, else."""
    if not said or _BARE_DAYS.fullmatch(said):
        return ""
    if _OTHER_TIMES.fullmatch(said):
        return said
    spans = times_in(said, _ANY_DAY)
    if not spans or not _BETWEEN.fullmatch(said, 0, spans[0][0]):
        return ""
    end = spans[0][1]
    for begin, stop, _ in spans[1:]:
        if not _BETWEEN.fullmatch(said, end, begin):
            break
        end = stop
    rest = said[end:]
    return said if _BETWEEN.fullmatch(rest) and not rest.strip(" ,") else said[:end]


def _whole(clause: str) -> str:
    words = clause.lower().replace(",", " ").split()
    if len(words) < _FEWEST_WORDS or words[-1] in _UNFINISHED or _SPOKEN_TO.search(clause):
        return ""
    named = with_capitals(_AFTER.sub("efter at ", clause))
    head = _ONE_LINK.match(named)
    told = named[head.end() :] if head else named
    if _DOING_ANYWAY.search(clause) or looks_unknown(named) or has_slip(told):
        return ""
    return named[: len(named) - len(told)] + commas_in(told)
