# SPDX-License-Identifier: MPL-2.0
"""The commas of a step in the first person: before each clause told in it, "finder ud af, hvilken tid holdet er"."""

from __future__ import annotations

import re

from bot.danish import words
from bot.danish.commas import commas_in
from bot.danish.step_words import PRESENTS

_QUESTION = re.compile(
    r"(?<=[\wæøå])\s(?=(?:hvad|hvem|hvor|hvordan|hvornår|hvorfor|hvilken|hvilket"
    r"|hvilke)\s(?!som\s)[^,]*\s?\w+)", re.IGNORECASE)
_ANOTHER_SUBJECT = re.compile(r"(?<=[\wæøå])\s(?=(?:jeg|vi|han|hun)\s(?:(?:ikke|gerne|godt|altid|aldrig"
    r"|også)\s)?(?P<verb>[^\W\d_]+))", re.IGNORECASE)
_THAT_WHICH = re.compile(r"\bdet,? der (?P<verb>[^\W\d_]+)", re.IGNORECASE)
_WHETHER = re.compile(
    r"(?<=[\wæøå]) om(?= (?!(?:at|en|et|\w*dagen|ugen|måneden|året|morgenen|aftenen"
    r"|natten)\b)(?P<told>[^,]*))", re.IGNORECASE)
_WORDS_OF_A_SUBJECT = 4
_CLAUSE_THEN_WITHOUT = re.compile(
    r"(?P<told>, (?:der|som|hvor|hvad|hvem|hvordan|hvornår|hvilke\w*|jeg|vi|han|hun) [^,]+?) (?P<then>(?:uden"
    r"|i stedet for) at )", re.IGNORECASE)
"""A clause in the midst ends in a comma: "hører på, hvad hun siger, uden at afbryde"."""
_ABOUT_IT = re.compile(r", om (?=(?:det|den) (?:bagefter|senere|engang|snart)$)")
"""The "bagefter" of "fortæller om det bagefter" is no verb."""
_PARTED = re.compile(
    r"^(?P<told>Jeg (?:smider|tager|lægger|stiller|sætter|hænger|pakker|finder|flytter|sorterer"
    r"|giver)\b[^,]*, (?:der|som|jeg) .+)"
    r" (?P<where>ud|væk|frem|op|ned|ind|på plads|til side)$", re.IGNORECASE)
"""A clause in the midst of a doing: "smider medicinen, der er for gammel, ud"."""
_LINKS = frozenset([
    "og", "eller", "men", "så", "at", "om", "når", "hvis", "fordi", "da", "mens", "inden", "før", "efter",
    "siden", "selvom", "som", "der", "hvad", "hvem", "hvor", "hvordan", "hvornår", "hvorfor", "hvilken",
    "hvilket", "hvilke", "gang", "end", "uanset", "imens", "indtil", "ligesom", "bare", "meget", "mange",
    "langt", "længe", "meget", "snart", "for", "uden", "tit", "ofte", "lige"
])


_ASKS_TWO = frozenset(["og", "eller", "men", "uanset", "som", "om", "ligesom", "lige"])


def step_commas(text: str) -> str:
    """The step with a comma before each clause told in it; nothing else changes.

    A question word within a step opens what is asked; a "jeg" with its verb behind it, and no link before, hangs on the
    word before: "den besked, jeg har skrevet".
    """
    text = _ABOUT_IT.sub(" om ", commas_in(text))
    text = _THAT_WHICH.sub(_that_which, text)
    text = _WHETHER.sub(lambda match: ", om" if _opens_clause(match["told"]) else match.group(), text)
    text = _QUESTION.sub(lambda match: _comma(match, _ASKS_TWO), text)
    text = _ANOTHER_SUBJECT.sub(_before_a_subject, text)
    text = _CLAUSE_THEN_WITHOUT.sub(r"\g<told>, \g<then>", text)
    return _PARTED.sub(r"\g<told>, \g<where>", text)


def _that_which(match: re.Match[str]) -> str:
    """ "det, der skete", and "det der møde" as it was."""
    return f"det, der {match['verb']}" if _is_finite(match["verb"]) else match.group()


def _before_a_subject(match: re.Match[str]) -> str:
    """ "hvilken bog hun læser" has its subject already."""
    clause = match.string[: match.start()].rsplit(",", 1)[-1].lower().split()
    if set(clause) & words.QUESTION_WORDS or not _is_finite(match["verb"]):
        return match.group()
    return _comma(match, _LINKS)


def _comma(match: re.Match[str], unless_after: frozenset[str]) -> str:
    before = match.string[: match.start()].split()[-1].lower()
    return match.group() if before in unless_after else f",{match.group()}"


def _is_finite(verb: str) -> bool:
    return verb.lower() in words.FINITE or verb.lower() in PRESENTS


def _opens_clause(told: str) -> bool:
    """Whether a finite verb comes soon behind "om", and more behind it: "dosis er for høj", not "nye briller"."""
    told_words = re.split(r"\s(?:og|til|på|med|for|jeg|vi|han|hun|som|der)\s", told.lower())[0].split()
    return not _VERBS_OF_ANY_SUBJECT.isdisjoint(told_words[1:_WORDS_OF_A_SUBJECT])


_VERBS_OF_ANY_SUBJECT = frozenset([
    "er", "har", "kan", "vil", "skal", "må", "bliver", "får", "var", "ville", "kunne", "skulle", "findes",
    "koster", "passer"
])
