# SPDX-License-Identifier: MPL-2.0
"""What staff may want to ask about a delmål: eight plain criteria, each with a reason and a question; never a mark.

The criteria are SMART as Danish bostøtte uses it (specific, measurable, accepted, realistic, relevant, time-bound), and
two of ours: near to everyday life, and in the citizen's own words. They are read off words alone, so they are hints.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.danish.times import time_in
from bot.goals.goal import Goal

SURE_ENOUGH = 7
"""Under 7 on the confidence ruler a step is looked at once more (practice of MI rulers; Miller & Rollnick)."""
_LONGEST_DELMAAL = 25
_OWN_SHARE = 0.6
_LETTERS_THAT_CARRY = 4


class Criterion(StrEnum):
    """What a hint is about."""

    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    ACCEPTED = "accepted"
    REALISTIC = "realistic"
    RELEVANT = "relevant"
    TIME_BOUND = "time_bound"
    EVERYDAY = "everyday"
    OWN_WORDS = "own_words"


@dataclass(frozen=True)
class Hint:
    """Whether a criterion is met as far as words can tell; None where nothing was said that would tell.

    `reason` is Danish for staff; `question` is one they could ask, empty where the criterion is met.
    """

    criterion: Criterion
    met: bool | None
    reason: str
    question: str = ""


def hints(goal: Goal) -> tuple[Hint, ...]:
    """One hint for each criterion, in their order."""
    return tuple(look(goal) for look in _LOOKS)


_VAGUE = re.compile(
    r"\b(?:arbejd\w*|øv\w*) (?:på|med|mig i) (?:at|mit|min|mine|det)\b"
    r"|\bbliv\w* (?:bedre|god|mere|mindre|glad\w*|rask\w*|stærkere)\b"
    r"|\bfå\w*(?: mere)?(?: \w+)? (?:styr|ro|overskud|overblik|struktur|selvtillid|det bedre|et bedre)\b"
    r"|\b(?:ha|har|have|får?) det (?:bedre|godt|roligere)\b"
    r"|\bprøve?r? (?:at )?(?:tage mig sammen|være|have|blive)\b|\btænke?r? (?:over|på|mere|positivt)\b"
    r"|\bkomme?r? (?:videre|i gang|ovenpå)\b|\bvære? (?:mere|mindre|bedre|god|glad)\b|\ber (?:mere|mindre|bedre)\b"
    r"|\btage?r? (?:det roligt|mig sammen|mere ansvar|den tid)\b|\bpasse?r? (?:bedre )?på mig selv\b"
    r"|\bgør\w* (?:noget|mere|det)\b(?! \w+ (?:klokken|på))|\bmestre\w*\b|\bstyrke\w*\b|\budvikle\w*\b|\boverveje\w*\b",
    re.IGNORECASE,
)
"""Nobody could see on a given day whether it was done."""
_OFFICE = re.compile(
    r"\b(?:funktionsniveau|mestring\w*|mestre\w*|kompetence\w*|indsats\w*|struktur\w*|ressource\w*|delmål\w*"
    r"|netværksdannelse|selvhjulpen\w*|implementer\w*|motiver\w*|relationel\w*|handleplan\w*|problematik\w*"
    r"|udfordring\w*|trivselsfremme\w*)\b", re.IGNORECASE,
)
_LARGE = re.compile(
    r"\b(?:altid|aldrig|hver (?:eneste )?dag|resten af|helt holde op|stoppe?r? helt|alle sammen|det hele|fuldtid\w*"
    r"|uddannelse som|får? (?:et )?(?:job|arbejde|kæreste|kørekort)|flytter? til|taber? \d+ kilo)\b", re.IGNORECASE,
)
"""More than one small step, or one without an end."""
_AMOUNT = re.compile(
    r"\b(?:\d+|en|et|én|ét|to|tre|fire|fem|seks|ti|halv\w*) (?:gang\w*|minut\w*|time\w*|kvarter|side\w*|stop|glas"
    r"|tur\w*|kilometer|skridt|brev\w*|besked\w*|kop\w*|ting)\b|\bklokken\b|\bkl\.? ?\d", re.IGNORECASE,
)
_WORD = re.compile(r"[a-zæøåéü]+", re.IGNORECASE)
_LITTLE = frozenset([
    "jeg", "mig", "min", "mit", "mine", "sammen", "med", "bostøtte", "næste", "uge", "gerne", "skal", "kunne", "ville",
    "have", "være", "eller", "ikke", "noget", "nogen", "lidt", "bare", "også", "hvor", "hvad", "efter", "inden",
])


def _without_what_is_told(wording: str) -> str:
    """The step without what is said or asked in it: "fortæller Lis, at jeg tænker på det" is a telling."""
    return re.split(r", (?:at|om|hvad|hvordan) ", wording, maxsplit=1)[0]


def _specific(goal: Goal) -> Hint:
    vague = _VAGUE.search(_without_what_is_told(goal.wording))
    if vague:
        return Hint(Criterion.SPECIFIC, False, f"»{vague[0]}« kan betyde mange ting.", "Hvad gør du helt konkret?")
    return Hint(Criterion.SPECIFIC, True, "Der står, hvad borgeren gør.")


def _measurable(goal: Goal) -> Hint:
    seen = not _VAGUE.search(_without_what_is_told(goal.wording)) or _AMOUNT.search(goal.wording)
    if seen or goal.details.sign:
        return Hint(Criterion.MEASURABLE, True, "Man kan se, om det er sket.")
    why = "Det er svært at se, hvornår det er sket."
    return Hint(Criterion.MEASURABLE, False, why, "Hvordan kan du mærke, at det er gået godt?")


def _accepted(goal: Goal) -> Hint:
    if goal.citizen_yes == goal.wording_number:
        return Hint(Criterion.ACCEPTED, True, "Borgeren har sagt ja til ordene.")
    why = "Borgeren har ikke sagt ja til den sidste ordlyd."
    return Hint(Criterion.ACCEPTED, False, why, "Passer det her med det, du selv vil?")


def _realistic(goal: Goal) -> Hint:
    sure = goal.details.sure if goal.details.sure is not None else goal.details.confidence
    if sure is not None and sure < SURE_ENOUGH:
        why = f"Borgeren er {sure:g} af 10 sikker."
        return Hint(Criterion.REALISTIC, False, why, "Hvad kunne gøre det lidt mindre?")
    if large := _LARGE.search(goal.wording):
        why = f"»{large[0]}« er et stort skridt."
        return Hint(Criterion.REALISTIC, False, why, "Hvad er den første lille del af det?")
    if sure is None:
        why = "Borgeren er ikke spurgt om et tal."
        return Hint(Criterion.REALISTIC, None, why, "Hvor sikker er du på det, fra 0 til 10?")
    return Hint(Criterion.REALISTIC, True, f"Borgeren er {sure:g} af 10 sikker.")


def _relevant(goal: Goal) -> Hint:
    if goal.wish is None:
        return Hint(Criterion.RELEVANT, None, "Der er ikke gemt et ønske.", "Hvad vil du gerne nå hen til med det her?")
    said = " ".join([goal.wish.text, *(quote.text for quote in goal.details.motivation)])
    if _words(goal.wording) & _words(said) or goal.details.motivation:
        return Hint(Criterion.RELEVANT, True, "Det hænger sammen med det, borgeren ønsker sig.")
    return Hint(
        Criterion.RELEVANT, None, "Ordene viser ikke, hvordan det hænger sammen med ønsket.",
        "Hvordan bringer det dig nærmere det, du ønsker?",
    )


def _time_bound(goal: Goal) -> Hint:
    if goal.details.when or time_in(goal.wording, dt.date(2000, 1, 3)):
        return Hint(Criterion.TIME_BOUND, True, "Der står, hvornår.")
    return Hint(Criterion.TIME_BOUND, False, "Der står ikke, hvornår.", "Hvornår vil du helst gøre det?")


def _everyday(goal: Goal) -> Hint:
    office = _OFFICE.search(goal.wording)
    if office:
        return Hint(Criterion.EVERYDAY, False, f"»{office[0]}« er et fagord.", "Hvordan ville du selv sige det?")
    if len(goal.wording.split()) > _LONGEST_DELMAAL:
        return Hint(Criterion.EVERYDAY, False, "Sætningen er lang.", "Hvad er det vigtigste i det?")
    return Hint(Criterion.EVERYDAY, True, "Det er sagt med ord fra hverdagen.")


def _own_words(goal: Goal) -> Hint:
    details = goal.details
    texts = [details.step, details.when, details.with_whom, *(quote.text for quote in details.motivation)]
    said = _words(" ".join([*texts, goal.wish.text if goal.wish else "", *_citizens_wordings(goal)]))
    words = _words(goal.wording)
    if not words or len(words & said) >= _OWN_SHARE * len(words):
        return Hint(Criterion.OWN_WORDS, True, "Det er borgerens egne ord.")
    why = "Meget af ordlyden kommer ikke fra borgeren."
    return Hint(Criterion.OWN_WORDS, False, why, "Hvordan ville du sige det med dine egne ord?")


def _citizens_wordings(goal: Goal) -> list[str]:
    """What the citizen wrote themself as a wording; the first one is theirs too."""
    return [change.wording for change in goal.history if change.act in ("confirm", "own_wording")]


def _words(text: str) -> set[str]:
    """The words that carry something, by their first letters, so that "ringer" and "ringe" are one."""
    found = (word.casefold() for word in _WORD.findall(text))
    return {word[:_LETTERS_THAT_CARRY] for word in found if len(word) >= _LETTERS_THAT_CARRY and word not in _LITTLE}


_LOOKS: tuple[Callable[[Goal], Hint], ...] = (
    _specific, _measurable, _accepted, _realistic, _relevant, _time_bound, _everyday, _own_words,
)
