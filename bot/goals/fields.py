# SPDX-License-Identifier: MPL-2.0
"""Reads out of a citizen's words how often, where, against what, and with which help; what is not there is empty."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from bot.danish.places import places_in
from bot.danish.times import times_in
from bot.goals.goal import Kind

Read = Callable[[str], str]

_ANY_DAY = dt.date(2000, 1, 3)
"""Only the words matter here."""
_IF_THEN = re.compile(r"\bhvis\b[^.!?]{4,120}?,? s[åa]\b[^.!?]{4,120}", re.IGNORECASE)
_SUPPORT = re.compile(
    r"\b(?:hjælp|støtte|skub|opbakning|selskab|følgeskab) (?:til|med|fra|af)\b[^.!?,;]{3,80}"
    r"|\b(?:følge(?:r|s)?|tage(?:r)?|gå(?:r)?|komme(?:r)?) med (?:mig|ind|derhen|til)\b[^.!?,;]{0,60}", re.IGNORECASE)
_KEEPS = re.compile(r"\b(?:beholde\w*|bevare\w*|fasthold\w*|hold\w* fast|blive? ved|bliver ved|fortsætte\w*)\b", re.I)
_LIMITS = re.compile(
    r"\b(?:undgå\w*|forhindre\w*)\b|\bikke (?:miste|mister|falde tilbage|falder tilbage|få det værre|ryge tilbage)\b",
    re.IGNORECASE)


def how_often(text: str) -> str:
    """A habit in the citizen's words ("hver onsdag"), or nothing."""
    return next((said.every for _, _, said in times_in(text, _ANY_DAY) if said.every), "")


def where(text: str) -> str:
    """The first place that is named, or nothing."""
    return next((text[start:end] for start, end in places_in(text) if not _TO_SOMEBODY.search(text[:end])), "")


_TO_SOMEBODY = re.compile(
    r"\b(?:til|med|for|af|ringer?|spørger?) (?:[A-ZÆØÅ][a-zæøå]+|(?:min|mine|mit) (?:\w+))$")
""""brød til Fatima", "ringer til min søn": somebody, and no place."""


def if_then(text: str) -> str:
    """A plan for what may come in the way, said as "hvis …, så …", or nothing."""
    found = _IF_THEN.search(text)
    return found[0].strip() if found else ""


def support(text: str) -> str:
    """The help that is asked for, in the citizen's words, or nothing."""
    found = _SUPPORT.search(text)
    return found[0].strip() if found else ""


def kind_of(text: str) -> Kind | None:
    """Keeping or limiting a loss where the words say so; else nobody has said which, and staff may ask."""
    if _LIMITS.search(text):
        return Kind.LIMIT_LOSS
    return Kind.KEEP if _KEEPS.search(text) else None
