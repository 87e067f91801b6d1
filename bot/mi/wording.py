# SPDX-License-Identifier: MPL-2.0
"""Small pieces of a citizen's answer that go into a plan: the words as written, when, with whom, a correction."""

from __future__ import annotations

import datetime as dt
import re

from bot.danish import names
from bot.danish.capitals import with_capitals
from bot.danish.composing import compose
from bot.danish.mend import mend
from bot.danish.near_words import endings_mended, times_mended
from bot.danish.people import ALONE, people_in, person_in
from bot.danish.saying_when import clock_written
from bot.danish.saying_who import companion_in
from bot.danish.steps import as_sentence
from bot.danish.times import time_in
from bot.mi.conversation import Plan

_LONGEST_ANSWER = 400
"""Characters of an answer that is kept in the plan; a step that takes more is not a small one."""
_WORDS_OF_A_PATCH = 5
_PATCH_OPENING = re.compile(
    r"^(?:nej|jo|ja|næh)?[ ,.]*(?:men )?(?:det|den|der)?(?: ?er| ?skal| bliver| var)?"
    r"(?: være| stå)?(?: hellere)?(?: først)?[ :]*",
    re.IGNORECASE,
)


def first_upper(text: str) -> str:
    """The same text with a capital first letter."""
    return text[:1].upper() + text[1:]


def as_written(text: str) -> str:
    """An answer as the citizen wrote it, abbreviations mended, without its end mark."""
    return endings_mended(mend(text[:_LONGEST_ANSWER])).strip(" .!")


def fewer_days_in(text: str) -> str:
    """The days of "lettere. så kun tirsdag og torsdag": the same step, less often; an empty text for anything else."""
    lighter = _LIGHTER.sub("", text)
    same_step = lighter != text and as_sentence(as_written(lighter)) is None
    return time_span(lighter) if same_step else ""


_LIGHTER = re.compile(r"^(?:lidt )?(?:lettere|mindre|nemmere)[.,! ]+(?:så )?(?=\w)", re.IGNORECASE)


def without_having_said_so(text: str) -> str:
    """A step without "det sagde jeg lige" before it, "det kan jeg godt" in it and "der er en bænk" behind it."""
    said = _HAVING_SAID_SO.sub("", text.strip()) or text
    return _BEHIND_IT.sub("", _I_CAN_DO_IT.sub("", _WELL.sub("", said))).strip() or text


_WELL = re.compile(r"^(?:(?:godt|fint|ok|okay|ja|jo|nej)[.!]\s+)+(?=\w)", re.IGNORECASE)
_I_CAN_DO_IT = re.compile(r",? det (?:kan|tør|vil|klarer) jeg(?: godt| sagtens| gerne| nok)*(?=[.!]|$)", re.IGNORECASE)
_BEHIND_IT = re.compile(r"(?<=[.!]) (?:der|det|den) er [^.!?]{1,40}[.!]?$", re.IGNORECASE)


_HAVING_SAID_SO = re.compile(
    r"^(?:(?:ja|nej|jo|men|altså)\W+)*(?:det (?:sagde|skrev) jeg(?: lige| jo| også)*|det har jeg (?:lige "
    r"|jo )*(?:sagt|skrevet)"
    r"|jeg har (?:lige |jo )*(?:sagt|skrevet) det|jeg sagde det(?: lige| jo)*|som (?:jeg )?sagt)\W+", re.IGNORECASE)


def time_span(text: str) -> str:
    """The words that say when, or an empty text; which words they are does not hang on today's date."""
    text = times_mended(mend(text[:_LONGEST_ANSWER]))
    said = time_in(text, dt.date.min.replace(year=2000))
    if said is None or _NO_TIME.fullmatch(said.said) or said.said.startswith("for "):
        return ""
    before = text[: text.find(said.said)]
    when = clock_written(f"{_told_before(before, said.said)}{_GOES_ON.sub('', said.said)}")
    return when[:1].lower() + when[1:]


def time_of_step(text: str) -> str:
    """When the step itself is done: not the day that is asked about in it ("spørge, om hun vil med | på onsdag")."""
    told = _WHAT_IS_TOLD.search(mend(text[:_LONGEST_ANSWER]))
    return time_span(text[: told.start("told")] if told else text)


_WHAT_IS_TOLD = re.compile(
    r"\b(?:skriv|spørg|ring|sig|fortæl|bed|sms|hør)\w*\b.{0,60}?,? (?P<told>(?:om|at) "
    r"(?:jeg|vi|hun|han|de|man|der|det|nogen|(?:min|mit|mine) \w+)\b)", re.IGNORECASE)
_GOES_ON = re.compile(r"(?<=\w) og (?:se|få|gå|stå|[a-zæøå]{3,}e) .*$", re.IGNORECASE)
"""What the step goes on with behind a time: "når Rikke er her | og se, om den starter"."""


def _told_before(before: str, when: str) -> str:
    """What stands before a day and makes it another: "inden hans fødselsdag | den 2. februar", "en stille | søndag"."""
    limit = _LIMIT.search(before) or (_WHICH_DAY.search(before) if _DAY.match(when) else None)
    return limit.group() if limit else ""


_LIMIT = re.compile(r"\b(?:inden|før|efter|op til) (?:min|mit|vores|hans|hendes|deres) [^\W\d_]+ $|\bnatten $", re.I)
_WHICH_DAY = re.compile(r"\b(?:en|(?:den )?(?:første|anden|tredje|sidste)) (?:[a-zæøå]+e )?$", re.IGNORECASE)
_DAY = re.compile(r"\w+dag\b", re.IGNORECASE)
_NO_TIME = re.compile(r"(?:den )?(?:første|anden|sidste|næste) gang|en (?:gang|dag|aften|morgen)", re.IGNORECASE)
"""Which of the times, not when."""


def company_in(text: str) -> str:
    """Who is to be with them, or an empty text; "alene" is nobody."""
    said = person_in(text)
    return with_capitals(said).removesuffix(" i stedet") if said and said != "alene" else ""


def company_as_said(text: str) -> str:
    """Who comes along, out of a whole answer ("min støtteperson Gitte må gerne følge mig"); a short one as written.

    Empty where nobody is named: nobody is invented.
    """
    if (first := companion_in(text)) is not None:
        return first or as_written(text)
    named = person_in(text)
    if named is None and (spans := people_in(text)):
        named = text[slice(*spans[0])]
    if named is None and len(text.split()) <= _WORDS_OF_A_NAME:
        named = as_written(text)
    named = re.sub(r",? (?:og )?(?:hende|ham|dem)$|^(?:mig|jeg) og |\s+(?:kan|kunne|vil|ville|skal|må)\b.*$", "",
                   with_capitals(named or ""), flags=re.IGNORECASE)
    return re.sub(r"^(?:Min|Mit|Mine|En|Et)\b", lambda match: match.group().lower(), named)


_WORDS_OF_A_NAME = 4


def number_text(rating: float) -> str:
    """A number of the ruler as Danes write it: "7,5"."""
    return f"{rating:g}".replace(".", ",")


def without_opening(text: str) -> str:
    """A correction without the "nej, det skal hellere være" before it."""
    return _PATCH_OPENING.sub("", mend(text[:_LONGEST_ANSWER]).strip())


def patch(text: str) -> tuple[str, str] | None:
    """("when", "på tirsdag") or ("with_whom", …) if a short message says little else."""
    rest = _PATCH_OPENING.sub("", mend(text)).strip(" .!")
    when, company = time_span(rest), company_in(rest)
    if when and len(rest.split()) <= len(when.split()) + 1:
        return "when", when
    if company and len(rest.split()) <= _WORDS_OF_A_PATCH and not rest.casefold().startswith("jeg "):
        return "with_whom", company
    return None


def composed(plan: Plan) -> str:
    """The whole as one sentence; "alene" is left out where the step is something with a person."""
    company = "" if plan.with_whom == "alene" and is_with_somebody(plan.step) else plan.with_whom
    if not _IS_A_SENTENCE.match(plan.step):
        step = clock_written(plan.step.rstrip(" .!"))
        says_when = plan.when and plan.when.casefold() not in step.casefold()
        return with_capitals(f"{step} – {plan.when}." if says_when else f"{step}.")
    return names.with_capitals(compose(plan.step, plan.when, company))


def with_correction(wording: str, field: str, said: str) -> str:
    """The wording with what the citizen wants to stand in it; behind a comma, where it has no sure place within."""
    if said == ALONE or said.casefold() in clock_written(wording).casefold():
        return wording
    together = "" if field == "when" else "sammen med "
    return f"{wording.rstrip('.')}, {together}{with_capitals(said)}."


_IS_A_SENTENCE = re.compile(r"(?:.{0,60} )?jeg\s", re.IGNORECASE)
"""What is not, is the citizen's own piece of a sentence; its time stands behind it and is not woven in."""


_REACHES_OUT = re.compile(r"\b(?:ring|skriv|sms|snak|tal|spørg|besøg|mød|invit|hils)\w*\b", re.IGNORECASE)


def is_with_somebody(step: str) -> bool:
    """Whether the step is something with a person already: to ring, to write, to visit."""
    return bool(person_in(step) or _REACHES_OUT.search(step))
