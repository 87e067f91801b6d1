# SPDX-License-Identifier: MPL-2.0
"""The wishes in what somebody writes: the words that carry each, and its core to build a goal on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.danish.numbers import however_typed
from bot.danish.person import to_du
from bot.danish.wish_words import (
    AFTER_A_HEAD,
    ANNOUNCED,
    AWAY,
    CLAUSE_START,
    DANGLING,
    DEATH,
    DROPPED_MODALS,
    END,
    FARTHEST,
    FINITE,
    FINITE_NOT,
    GOING,
    IT_BEFORE,
    JEG,
    LONGEST,
    MOST_WISHES,
    MOST_WORDS,
    NO_CORE,
    NO_SUBJECT_NEEDED,
    PRONOUN_CUT,
    SAYS_I,
    SECOND_PERSON,
    SO_THAT,
    START,
    STOPS,
    SUBJECT_AND_VERB,
    TO_INFINITIVE,
    TO_THE_CHAT,
)


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


def _compiled(pattern: str) -> re.Pattern[str]:
    loose = however_typed(pattern.replace("START", "@")).replace(" ", r"\s{1,3}")
    loose = loose.replace(r"\b@", START).replace("@", START)
    return re.compile(rf"\b(?=\w)(?:{loose})", re.IGNORECASE)


_TRIGGERS = tuple((kind, _compiled(pattern)) for kind, pattern in ANNOUNCED)


def speaks_of_death_or_harm(text: str) -> bool:
    """Whether a wish put like this is one to die, to vanish or to hurt; such a wish never becomes a goal."""
    return bool(DEATH.search(text))


def _is_dark(text: str) -> bool:
    return speaks_of_death_or_harm(text) or bool(AWAY.search(text))


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
    if SAYS_I.search(match.group()) or NO_SUBJECT_NEEDED.match(match.group()):
        return not IT_BEFORE.search(text, max(0, match.start() - 8), match.start())
    return bool(CLAUSE_START.search(text[max(0, match.start() - 12) : match.start()]))


def _reach(text: str, start: int) -> int:
    """Where the clause from `start` ends."""
    limit = min(len(text), start + FARTHEST)
    so_that = SO_THAT.search(text, start, limit)
    limit = so_that.start() if so_that else limit
    for stop in END.finditer(text, start, limit):
        before = text[max(0, stop.start() - 14) : stop.start()]
        if not (PRONOUN_CUT.match(stop.group()) and AFTER_A_HEAD.search(before)):
            return min(stop.start(), limit)
    return limit


def _wish(kind: str, match: re.Match[str], text: str, reach: int) -> Wish | None:
    raw = _trim(text[match.end() : reach])
    core = f"at {raw}" if _is_clause_after_at(match, raw) else _READ[kind](raw)
    if kind == "inf" and _IS_NOT.match(raw):
        return None
    if _DREAMS.search(match.group()) and is_dreamt_at_night(text):
        return None
    if not core or NO_CORE.match(core) or TO_THE_CHAT.match(core) or SECOND_PERSON.search(core):
        return None
    if _is_a_question(text, reach):
        return None
    said = text[match.start() : match.end() + text[match.end() :].find(raw) + len(raw)].strip()
    return Wish(said, core, to_du(core), _purpose(text, reach))


_DREAMS = re.compile(r"\bdrøm(?:mer|te)\b", re.IGNORECASE)
_AT_NIGHT = re.compile(r"\b(?:om natten|i nat|hver nat|vågner|vågnede|mareridt|sover)\b", re.IGNORECASE)
_NIGHTMARE = re.compile(
    r"\b(?:krig\w*|bombe\w*|soldat\w*|fængsl\w*|ulykke\w*|overfald\w*|overgreb\w*|vold\w*|brand\w*|død\w*|ondt)\b",
    re.IGNORECASE)
"""What is dreamt at night, and not wished for: "jeg drømmer om krigen"."""
_IS_NOT = re.compile(r"(?:ikke|ik|ikk|ike)\s(?!at\s)(?:det|den|de|min|mit|mine|en|et|\w+(?:en|et|ne))\b", re.IGNORECASE)
""""mit ønske er ikke skuteren" denies a wish."""


def is_dreamt_at_night(text: str) -> bool:
    """Whether a dream is one of the night, and no wish."""
    return bool(_DREAMS.search(text)) and bool(_AT_NIGHT.search(text) or _NIGHTMARE.search(text))


def _is_clause_after_at(match: re.Match[str], raw: str) -> bool:
    """Is it a clause that is wished ("at nogen lytter"), not a doing?"""
    return match.group().rstrip().lower().endswith(" at") and bool(SUBJECT_AND_VERB.match(raw))


def _trim(raw: str) -> str:
    words = raw.strip(" \t,.-–—:").split(" ")
    while words and words[-1].lower() in DANGLING:
        words.pop()
    return " ".join(words[:MOST_WORDS]).rstrip(" ,.-–—:")


def _infinitive_or_noun(raw: str) -> str | None:
    if re.match(rf"{JEG}\s", raw, re.IGNORECASE):
        return _from_finite(raw)
    raw = re.sub(r"^(ikke) at\s", r"\1 ", raw, flags=re.IGNORECASE)
    return f"komme {raw}" if GOING.match(raw) else raw or None


def _from_finite(raw: str) -> str | None:
    """"jeg kunne sove" as "kunne sove"; "jeg får et job" as "få et job"; None for verbs out of the table."""
    match = FINITE_NOT.fullmatch(raw) or FINITE.fullmatch(raw)
    if not match:
        return None
    verb = match["verb"].lower()
    negation = "ikke " if match["not"] else ""
    if verb in DROPPED_MODALS:
        return negation + match["rest"]
    return f"{negation}{TO_INFINITIVE[verb]} {match['rest']}" if verb in TO_INFINITIVE else None


def _what_stops(raw: str) -> str | None:
    match = STOPS.match(raw)
    if not match or re.match(r"(?:det|den|dig|leve|svare|snakke|skrive|tale|chatte|noget|mere"
        r"|være her)\b", match["what"], re.I):
        return None
    return f"ikke {match['what']}"


def _that_it_were(raw: str) -> str | None:
    """"benene kunne bære mig" as "at benene kunne bære mig"; None about the writer, the one spoken to, or "det"."""
    return None if re.match(rf"(?:{JEG}|du|I|det|den|der)\s", raw, re.IGNORECASE) else f"at {raw}"


_READ = {
    "inf": _infinitive_or_noun, "past": _from_finite, "clause": _from_finite, "that": _that_it_were,
    "stop": _what_stops,
}


def _is_a_question(text: str, reach: int) -> bool:
    mark = re.compile(r"[.!?\n]").search(text, reach)
    tag = re.search(r"\b(?:ik|ikk|ikke|ikke også|ikke sandt)\s*$", text[: mark.start()]) if mark else None
    return bool(mark and mark.group() == "?" and not tag)


def _purpose(text: str, reach: int) -> str | None:
    so_that = SO_THAT.match(text, reach)
    if not so_that:
        return None
    return _trim(text[so_that.end() : _reach(text, so_that.end())]) or None
