# SPDX-License-Identifier: MPL-2.0
"""Puts a step, its time and its company together as one sentence; what is not sure to be right Danish is left out."""

from __future__ import annotations

import datetime as dt
import re

from bot.danish.capitals import with_capitals
from bot.danish.fronting import SUBJECT_AND_VERB, fronted, says_more
from bot.danish.saying_when import TimeInSentence, clock_written, time_for_sentence
from bot.danish.saying_who import ALONE, company_for_sentence, is_named_in
from bot.danish.step_commas import step_commas
from bot.danish.step_words import CLAUSE, PART_OF_TIME
from bot.danish.times import times_in
from bot.danish.together import can_be_alone, can_be_together, goes_somewhere

_ANY_DAY = dt.date(2000, 1, 3)
"""Only where times stand matters here."""


def compose(step_sentence: str, when: str | None, with_whom: str | None) -> str:
    """The step with its time and company and a full stop, saying nothing twice.

    A short step has its time behind it, a clause ("når jeg har sovet") last after a comma. A longer step, or one in
    which something is told, has its time first, so that it is the time of the whole: "På mandag ringer jeg til koret og
    hører, om …". Time and company that cannot be placed without being read into something else are left out: the goal
    has fields of its own for them.
    """
    sentence = step_commas(clock_written(" ".join(step_sentence.strip(" .!").split())))
    time = _new_in(sentence, time_for_sentence(_without_what_is_set(sentence, when or "")))
    sentence = " ".join(_without_parts_of(time.plain, sentence).split()) if time.plain else sentence
    main, clause = _at_clause(sentence)
    if clause:
        time = TimeInSentence(time.plain)
    whole = _placed(main, clause, time, _company(sentence, with_whom))
    return with_capitals(_SO_THAT.sub(", så ", whole)).rstrip(".") + "."


def _without_what_is_set(sentence: str, when: str) -> str:
    """The time without the clock that an alarm is set to: "til 12" and "i morgen kl. 12"."""
    is_set = _SET_TO.search(sentence)
    return re.sub(rf",? ?\b(?:kl\.?|klokken) {re.escape(is_set[1])}\b(?![.:]\d)", "", when).strip() if is_set else when


_SET_TO = re.compile(r" til (\d[\d.]*)$")


def _placed(main: str, clause: str, time: TimeInSentence, company: str) -> str:
    """All of it in its place."""
    told = bool(clause) or says_more(main)
    long = told or bool(_JOINED.search(main) or _LOOSE_PARTICLE.search(main)) or len(main.split()) > _SHORT_STEP
    if told and _POINTS_ON.search(time.clause):
        time = TimeInSentence(time.plain)
    fuller = bool(time.plain) and (long or bool(time.clause and company))
    first = fronted(main, time.plain, time.clause) if fuller or (time.clause and told) else None
    if first:
        body = _with_company(main, first, company)
        return ", ".join(filter(None, (body, clause)))
    plain = "" if told and not clause else time.plain
    body = _with_company(main, None, company, plain)
    return ", ".join(filter(None, (body, clause, "" if told else time.clause)))


_POINTS_ON = re.compile(r"\b(?:får|har|ser|hører|åbner|læser) (?:den|det|dem)$", re.IGNORECASE)
"""First in the sentence, "når jeg får den" would point to what is told only later."""
_LOOSE_PARTICLE = re.compile(r" (?:fra|til|af|for|om)(?: \d[\d.]*)?$", re.IGNORECASE)
"""A time behind it would be read into it: "trækker gardinet fra | i morgen", "stiller uret til 12 | tirsdag aften"."""
_SHORT_STEP = 6
_JOINED = re.compile(r"\sog\s[^\W\d_]+(?:r|s)\b")
_SO_THAT = re.compile(
    r"(?<!,) så (?=(?:vi|jeg|man|det|der|de|den|han|hun|(?:min|mit|mine) [^\W\d_]+|[^\W\d_]+(?:en|et))"
    r" (?:(?:ikke|bare|også|altid|måske|aldrig) )?(?:[^\W\d_]+r|kan|vil|skal|må)\b)",
    re.IGNORECASE)


def _with_company(main: str, first: str | None, company: str, time: str = "") -> str:
    """The main clause, or with its time `first`, and who is there, where that is sure to be read rightly."""
    said = first or main
    if company == ALONE:
        if not can_be_alone(main) or _ENDS_IN_A_PLACE.search(main):
            return " ".join(filter(None, (said, time)))
        return " ".join(filter(None, (*_alone(said), time)))
    if company and says_more(main):
        beside = _beside_the_verb(said, main, company)
        return " ".join(filter(None, (beside, time)))
    together = f"sammen med {company}" if company and can_be_together(main) else ""
    return " ".join(filter(None, (said, time, together)))


_ENDS_IN_A_PLACE = re.compile(r" (?:i|med|på) (?:hånden|fingrene|fødderne|hænderne)$", re.IGNORECASE)
""" "syr fem sting i hånden | alene" would be only by hand."""


def _alone(said: str) -> tuple[str, str]:
    """ "alene" before the times at the end of the step."""
    end = len(said)
    for begin, stop, _ in reversed(times_in(said, _ANY_DAY)):
        end = len(said[:begin].rstrip()) if stop == end and begin > 0 else end
    return f"{said[:end]} {ALONE}", said[end:].strip()


def _beside_the_verb(said: str, main: str, company: str) -> str:
    """ "Jeg går sammen med Line ind i butikken og ser, hvad …": at the end it would belong to what is told there."""
    opens = SUBJECT_AND_VERB.match(main)
    if opens is None or not goes_somewhere(main):
        return said
    way = _WAY.match(main, opens.end())
    rest = main[way.end() if way else opens.end() :]
    return f"{said.removesuffix(rest)} sammen med {company}{rest}" if said.endswith(rest) else said


_WAY = re.compile(r" (?:forbi|derhen|derned|derud|derind|derop|ned|hen|ind|op|ud|over|hjem)(?= og\b)")


def _at_clause(sentence: str) -> tuple[str, str]:
    """The main clause, and the clause at its end without its comma ("" when there is none)."""
    start = CLAUSE.search(sentence)
    if start is None or _GOES_ON.search(sentence, start.end()):
        return sentence, ""
    return sentence[: start.start()], sentence[start.end() :]


_GOES_ON = re.compile(r", og ")
"""The step goes on behind the clause."""


def _company(sentence: str, whom: str | None) -> str:
    """Who is to be there, unless the sentence says it, or says that somebody is."""
    company = company_for_sentence(whom or "")
    if not company or _IS_SAID.search(sentence):
        return ""
    return "" if is_named_in(company, sentence) else company


_IS_SAID = re.compile(r"\b(?:sammen|alene|selv|hinanden)\b|^[^\W\d_]+(?: [^\W\d_]+)? og jeg\b"
    r"|\bog jeg\b", re.IGNORECASE)


def _new_in(sentence: str, time: TimeInSentence) -> TimeInSentence:
    """What of the time the sentence does not say already."""
    plain = "" if _holds(sentence, time.plain) or _THE_DAY_BEFORE.search(sentence) else time.plain
    return TimeInSentence(plain, "" if time.clause and _holds(sentence, time.clause) else time.clause)


_THE_DAY_BEFORE = re.compile(r"\b(?:aftenen|dagen|ugen) (?:før|efter|inden)\b", re.IGNORECASE)


def _holds(sentence: str, phrase: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", sentence, re.IGNORECASE))


def _without_parts_of(time: str, sentence: str) -> str:
    """The sentence without what the fuller time says again ("i morgen" of "i morgen kl. 9")."""

    def cut(match: re.Match[str]) -> str:
        said = match["day"] or match["near"]
        return " " if _holds(time, said) or (match["day"] and _holds(time, said.split()[0])) else match.group()

    return PART_OF_TIME.sub(cut, sentence)
