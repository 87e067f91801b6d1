# SPDX-License-Identifier: MPL-2.0
"""The ways into a talk: which questions each brings, whether it gives a picture back, and may lead to a goal."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.codebook import Talk
from bot.danish.words import FINITE, INFINITIVES
from bot.mi.conversation import Ask, Conversation, Way
from bot.mi.move import Act


@dataclass(frozen=True)
class WayIn:
    """One way in. `questions` are asked in order; `picture`: the answers are given back together at the end.

    `goals`: whether a wish leads on to what matters in it and perhaps a step. `turns`: the talk is at most so long.
    """

    questions: tuple[Ask, ...] = (Ask.OPENING,)
    frame: str = "frame"
    picture: bool = False
    goals: bool = True
    ends: str = "way_ends"
    turns: int | None = None


WAYS: dict[Way, WayIn] = {
    Way.MEETING: WayIn(),
    Way.RECOVERY: WayIn((Ask.DREAMT, Ask.SUCCEEDED, Ask.KNOTS, Ask.MATTERS_NOW), picture=True),
    Way.WHAT_WORKS: WayIn((Ask.WORKS, Ask.HARD, Ask.WANT_TO_HAPPEN, Ask.INVITE_WHOM), picture=True),
    Way.PSYCHOLOGICAL_CV: WayIn(
        (Ask.CV_STRENGTHS, Ask.CV_CHALLENGES, Ask.CV_HELPS, Ask.CV_OTHERS), picture=True, goals=False
    ),
    Way.JOB: WayIn((Ask.DONE_BEFORE, Ask.WISHED_THEN, Ask.WORRIES, Ask.SUPPORT), picture=True),
    Way.BAD_DAY: WayIn(
        (Ask.HOW_NOW, Ask.WORST_TODAY, Ask.PEACE, Ask.EASIER), frame="frame_short", goals=False,
        ends="bad_day_ends", turns=5,
    ),
    Way.FOLLOW_UP: WayIn((Ask.HAPPENED, Ask.HELPED, Ask.SCORE, Ask.KEEP_CHANGE_DROP)),
}
"""Recovery story: Skibbyhøj. What works: Inddrag Nu. CV and Inddrag Nu: Silkeborg. Job: recommendations 7.1 and 7.2."""


WAY_NAMES: dict[Way, str] = {
    Way.MEETING: "Tænke lidt før et møde",
    Way.RECOVERY: "Fortælle min historie",
    Way.WHAT_WORKS: "Det, der virker, og det, der er svært",
    Way.PSYCHOLOGICAL_CV: "Mine styrker og udfordringer",
    Way.JOB: "Job eller uddannelse",
    Way.BAD_DAY: "En kort snak på en dårlig dag",
    Way.FOLLOW_UP: "Følge op på en aftale",
}
"""What citizens choose from."""


def way_in(conversation: Conversation) -> WayIn:
    """The way that this talk came in by."""
    return WAYS[conversation.way]


def next_of_way(conversation: Conversation) -> Ask | None:
    """The next question that the way brings; None when all have been asked, or its turns are used."""
    way = way_in(conversation)
    if way.turns is not None and conversation.turn >= way.turns:
        return None
    questions = (_AFTER_WHAT_HAPPENED.get((ask, conversation.went), ask) for ask in way.questions)
    left = (ask for ask in questions if ask and ask not in conversation.has_asked)
    return next((ask for ask in left if ask is not Ask.OPENING and not _is_told_already(conversation, ask)), None)


def note_told(conversation: Conversation, text: str) -> None:
    """What is told of its own accord is not asked for: who says what they fear, is not asked what worries."""
    left = (ask for ask in way_in(conversation).questions if ask not in conversation.has_asked)
    told = next((ask for ask in left if ask in _TOLD and _TOLD[ask].search(text)), None)
    if told is None:
        return
    conversation.has_asked.add(told)
    for heard in conversation.heard:
        heard.ask = told if heard.turn == conversation.turn else heard.ask


_TOLD: dict[Ask, re.Pattern[str]] = {
    Ask.SUCCEEDED: re.compile(
        r"\blykke(?:des|s|t)\b|\bjeg klarede\b|\bholdt mig (?:ude|væk|fri|ædru)\b|\bgav ikke op\b", re.IGNORECASE),
    Ask.KNOTS: re.compile(r"\b(?:gik|går) (?:det )?(?:i (?:\w*knude|stykker)|galt)\b|\bknuden?r?\b", re.IGNORECASE),
    Ask.MATTERS_NOW: re.compile(r"\bdet (?:vigtigste|der betyder mest)\b", re.IGNORECASE),
    Ask.WORKS: re.compile(r"\bdet,? (?:der )?(?:virker|fungerer)\b", re.IGNORECASE),
    Ask.HARD: re.compile(r"\bdet (?:svære|,? der er svært)\b", re.IGNORECASE),
    Ask.CV_CHALLENGES: re.compile(
        r"\bdet,? (?:svære|der er svært)\b|\bmin udfordring\b|\bgår (?:jeg )?i (?:sort|stå|panik)\b", re.IGNORECASE),
    Ask.WORRIES: re.compile(r"\b(?:bange|nervøs\w*|bekymr\w*|frygter|utryg\w*|ræd)\b", re.IGNORECASE),
    Ask.SUPPORT: re.compile(
        r"\b(?:kan|vil|skal) (?:\w+ )?(?:gå|tage|komme|følge\w*|være) med\b|\bhjælper mig\b", re.IGNORECASE),
    Ask.CV_HELPS: re.compile(r"\bdet hjælper\b|\bhjælper (?:mig|det)\b", re.IGNORECASE),
}


_AFTER_WHAT_HAPPENED: dict[tuple[Ask, str], Ask | None] = {
    (Ask.HELPED, "partly"): Ask.WENT_PARTLY,
    (Ask.HELPED, "not_yet"): Ask.STILL_WANTED,
    (Ask.SCORE, "not_yet"): None,
}
"""Only what was done is asked about as done; what is not yet begun gets no number."""


def _is_told_already(conversation: Conversation, ask: Ask) -> bool:
    """Who has told twice of what is hard, is not asked what is hard."""
    return ask in _OF_WHAT_IS_HARD and conversation.told(Talk.SUSTAIN) >= _TOLD_ENOUGH


_OF_WHAT_IS_HARD = frozenset({Ask.HARD, Ask.CV_CHALLENGES})
_TOLD_ENOUGH = 2


def picture_drawn(conversation: Conversation) -> list[Act]:
    """When the way's questions are answered, once: the citizen's own picture, put together."""
    if not way_in(conversation).picture or next_of_way(conversation) or conversation.count_of("picture"):
        return []
    conversation.count("picture")
    parts = picture(conversation)
    if len(parts) > 1 and any("," in part for part in parts):
        return [Act("summary_way_list", {"own": f"{'; '.join(parts[:-1])}; og {parts[-1]}"})]
    own = {f"own{number}": part for number, part in enumerate(parts, start=1)}
    return [Act(f"summary_way_{len(parts)}", own)] if len(parts) > 1 else []


_GOOD_LENGTH = 8
_ENOUGH_FOR_A_PICTURE = 2


def picture(conversation: Conversation, longest: int = 12, whole: int = 40) -> list[str]:
    """What was answered to the way's questions, a clause for each, in du-form; at most so many words."""
    found: list[str] = []
    for ask in way_in(conversation).questions:
        answers = [heard for heard in conversation.heard if heard.ask is ask]
        if not answers and ask in _OF_WHAT_IS_HARD:
            answers = conversation.heard_of(Talk.SUSTAIN)
        told = [heard.du for heard in answers if len(heard.du.split()) <= longest]
        whole_ones = [part for du in told if (part := _as_a_part(ask, du))]
        best = min(whole_ones, key=lambda du: ("," in du, abs(len(du.split()) - _GOOD_LENGTH)), default=None)
        if best and len(" ".join([*found, best]).split()) <= whole:
            found.append(best)
    plain = [part for part in found if "," not in part]
    return list(dict.fromkeys(plain if len(plain) >= _ENOUGH_FOR_A_PICTURE else found))


def _as_a_part(ask: Ask, du: str) -> str | None:
    """A clause that can stand in a row of clauses: "at gå en tur" after "hvad hjælper?" is "det hjælper at gå en tur".

    None for a fragment, and for what is not of the citizen.
    """
    words = du.casefold().split()
    if _SAYS_WHO_THEY_ARE.match(du):
        return None
    if _POINTS_BACK & set(words) or words[0] in ("han", "hun", "de") or du.split(maxsplit=1)[0].endswith(","):
        return None
    lead = _LEADS.get(ask)
    if words[0] == "at" and len(words) > 1:
        comma = "" if words[1] in INFINITIVES else ","
        return f"{lead}{comma} {du[:1].lower()}{du[1:]}" if lead else None
    return du if _is_a_clause(words) and (_OF_THEM & set(words) or _SAYS_HOW_IT_IS.match(du)) else None


def _is_a_clause(words: list[str]) -> bool:
    """Whether its verb stands near its beginning: "ro, og at nogen …" is none."""
    return words[0] in ("når", "hvis") or bool(FINITE & set(words[:_VERB_WITHIN]))


_VERB_WITHIN = 5


_SAYS_WHO_THEY_ARE = re.compile(r"(?i:du (?:er|hedder)) [A-ZÆØÅ]")
_POINTS_BACK = frozenset(["den", "dem", "ham", "hende"])
_LEADS: dict[Ask, str] = {
    Ask.CV_STRENGTHS: "det falder dig let", Ask.CV_CHALLENGES: "det kan være svært", Ask.CV_HELPS: "det hjælper",
    Ask.CV_OTHERS: "andre skal vide", Ask.WORKS: "det fungerer", Ask.HARD: "det er svært",
    Ask.MATTERS_NOW: "det betyder mest", Ask.SUCCEEDED: "det er lykkedes", Ask.WORRIES: "det bekymrer dig",
}
"""What an answer with "at" hangs on, by its question."""
_OF_THEM = frozenset(["du", "dig", "din", "dit", "dine"])
_SAYS_HOW_IT_IS = re.compile(
    r"(?:det|der) (?:virker|hjælper|fungerer|er (?:svært|godt|rart|let)|går (?:godt|fint))\b", re.IGNORECASE
)
