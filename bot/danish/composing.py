# SPDX-License-Identifier: MPL-2.0
"""Puts a step, its time and its company together as one sentence that says nothing twice."""

from __future__ import annotations

import datetime as dt
import re

from bot.danish.people import people_in
from bot.danish.step_words import CLAUSE, PART_OF_TIME
from bot.danish.times import times_in

_ALONE = "alene"
_ANY_DAY = dt.date(2000, 1, 3)
"""Only where times stand matters here."""


def compose(step_sentence: str, when: str | None, with_whom: str | None) -> str:
    """The step with its time and company and a full stop, saying nothing twice.

    A clause ("når jeg har sovet"), of the step or as its time, comes last after a comma. A step of several parts has
    its time first, so that it is the time of the whole: "På mandag ringer jeg til koret og hører, om …".
    """
    sentence = step_sentence.strip(" .!")
    company = _company(sentence, with_whom)
    time = _time(sentence, when)
    if time:
        sentence = " ".join(_without_parts_of(time, sentence).split())
    main, clause = _at_clause(sentence)
    if time and CLAUSE.match(f" {time}"):
        time, clause = None, ", ".join(filter(None, (clause, time)))
    head = ""
    if time and (first := _time_first(main, time, clause)):
        head, main, time = *first, None
    whole = _SO_THAT.sub(", så ", _with_company(head, main, time, company))
    return f"{whole}, {clause}." if clause else f"{whole}."


def _with_company(head: str, main: str, time: str | None, company: str | None) -> str:
    """All of it but a clause at the end; `head` holds time, verb and subject where they were put first."""
    if company == _ALONE:
        if len(main.split()) > _LONG_STEP or _SAYS_MORE.search(main) or _PARTICLE.search(main):
            return " ".join(filter(None, (f"{head}{main}", time)))
        return _alone(f"{head}{main}", time)
    beside = company and _company_beside_the_verb(head, main, company)
    return " ".join(filter(None, (beside, time) if beside else (f"{head}{main}", time, company)))


_LONG_STEP = 8
"""In a longer step "alene" would be said of its end: "… så stemmen vågner lidt alene"."""
_PARTICLE = re.compile(r" for [A-ZÆØÅ]\w+| (?:fra|igennem|til)(?: (?:kl|klokken)\b.*)?$")
"""Behind these it would part them from their verb: "trækker gardinet fra"."""
_SO_THAT = re.compile(
    r"(?<!,) så (?=(?:vi|jeg|det|der|han|hun|(?:min|mit|mine) [^\W\d_]+|[^\W\d_]+(?:en|et)) [^\W\d_]+r\b)",
    re.IGNORECASE)
_LIGHT = re.compile(
    r"(?: (?:mig|os|ham|hende|ikke|bare|lige|måske|også"
    r"|(?:den|det|dem)(?= (?:op|ned|ind|igen|ud|på|til|hos|i|for)\b)))*(?= |$)")
_SAYS_MORE = re.compile(r",|\s(?:om|at|der|som|hvad|hvor|hvem|hvordan|hvornår|hvilken|hvilket|så)\s", re.IGNORECASE)
_SUBJECT_AND_VERB = re.compile(r"(?P<who>Jeg|[^\W\d_]+ og jeg) (?P<verb>[^\W\d_]+)")


def _company_beside_the_verb(head: str, main: str, company: str) -> str | None:
    """ "Jeg skriver sammen med min søster tre linjer om, hvad …": at the end it would belong to what is told there."""
    opens = None if head else _SUBJECT_AND_VERB.match(main)
    at = opens.end() if opens else 0
    if not (head or opens) or not _SAYS_MORE.search(main[at:]):
        return None
    light = _LIGHT.match(main, at)
    end = light.end() if light else at
    return f"{head}{main[:end]} {company}{main[end:]}"


def _time_first(main: str, time: str, clause: str) -> tuple[str, str] | None:
    """The time with verb and subject, and the rest; None for a short step, and where it does not open with them."""
    opens = _SUBJECT_AND_VERB.match(main)
    joined = bool(clause) or _JOINED.search(main) or "," in main or len(main.split()) > _SHORT_STEP
    if not joined or opens is None or not _SAID_OF_A_DAY.match(time):
        return None
    ends = "," if CLAUSE.search(f" {time}") or "," in time else ""
    who = "jeg" if opens["who"] == "Jeg" else opens["who"]
    return f"{time[:1].upper()}{time[1:]}{ends} {opens['verb']} {who}", main[opens.end() :].rstrip()


_SHORT_STEP = 6
_JOINED = re.compile(r"\s(?:og|om|at|der|som|hvad|hvor|hvem)\s")
_SAID_OF_A_DAY = re.compile(
    r"(?:på |om |i |hver |næste |den |fra |efter |inden )?(?:\d+|kl\w*"
    r"|\w*(?:dag|morgen|aften|formiddag|eftermiddag|middag|weekend\w*|uge\w*|måned\w*|nat|morges|aftes))\b",
    re.IGNORECASE)
_NAME_AT_END = re.compile(r"(?<!^)\b[A-ZÆØÅ][a-zæøå]+$")


def _at_clause(sentence: str) -> tuple[str, str]:
    """The main clause, and the clause at its end without its comma ("" when there is none)."""
    start = CLAUSE.search(sentence)
    return (sentence[: start.start()], sentence[start.end() :]) if start else (sentence, "")


def _company(sentence: str, whom: str | None) -> str | None:
    whom = re.sub(r"^(?:sammen\s)?med\s", "", (whom or "").strip(" .!,"), flags=re.IGNORECASE)
    if not whom or _holds(sentence, whom):
        return None
    return _ALONE if whom.lower() in (_ALONE, "mig selv") else f"sammen med {whom}"


def _alone(main: str, time: str | None) -> str:
    """ "alene" before the times at the end, unless somebody stands there: "til min mor alene" is to her only."""
    start = len(main)
    for begin, end, _ in reversed(times_in(main, _ANY_DAY)):
        start = len(main[:begin].rstrip()) if end == start else start
    doing = main[:start]
    if any(end == start for _, end in people_in(doing)) or _NAME_AT_END.search(doing):
        return " ".join(filter(None, (main, time, _ALONE)))
    return " ".join(filter(None, (doing, _ALONE, main[start:].strip(), time)))


def _time(sentence: str, when: str | None) -> str | None:
    when = (when or "").strip(" .!,")
    return None if not when or _holds(sentence, when) else when


def _holds(sentence: str, phrase: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", sentence, re.IGNORECASE))


def _without_parts_of(time: str, sentence: str) -> str:
    """The sentence without what the fuller time says again ("i morgen" of "i morgen kl. 9")."""

    def cut(match: re.Match[str]) -> str:
        return " " if _holds(time, match["day"] or match["near"]) else match.group()

    return PART_OF_TIME.sub(cut, sentence)
