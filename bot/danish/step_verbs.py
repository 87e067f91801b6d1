# SPDX-License-Identifier: MPL-2.0
"""The verbs of a step: their present, spelled right, and the further verbs that "og" joins to the first."""

from __future__ import annotations

import re

from bot.danish import words
from bot.danish.slips import VERBS_ONLY
from bot.danish.step_words import (
    AMBIGUOUS_NOUNS,
    DOING_IMPERATIVE,
    IMPERATIVES,
    JOINED_IMPERATIVES,
    KNOWN,
    MODALS,
    NEXT_VERB,
    NOT_VERBS,
    PRESENT_IRREGULAR,
    PRESENTS,
    STATES,
    VERBS,
)

_NO_DOING = frozenset([
    "selvskade", "skade", "drukne", "forsvinde", "dumpe", "besvime", "ende", "kæmpe", "plage", "ske", "gide",
    "hedde", "bor", "afleverer"
])


def present_of(infinitive: str, sure: bool = True) -> str | None:
    """The present of a verb ("gå": "går"); unless `sure` that it is one, None outside the list of verbs."""
    verb = spelled(infinitive.lower())
    if verb in PRESENT_IRREGULAR:
        return PRESENT_IRREGULAR[verb]
    if verb in VERBS and (sure or verb not in NOT_VERBS):
        return verb + "r"
    if verb in VERBS_ONLY - _NO_DOING and verb not in NOT_VERBS:
        return verb + "r"
    if sure and re.fullmatch(r"[a-zæøå]{3,}(?:e|å|ø|y|o)", verb):
        return verb + "r"
    return None


def _folded(word: str) -> str:
    return word.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def _bare(word: str) -> str:
    return word.replace("æ", "e").replace("ø", "o").replace("å", "a")


_WITHOUT_LETTERS = {form(verb): verb for verb in sorted(KNOWN) for form in (_bare, _folded)}


def spelled(word: str) -> str:
    """A verb typed without æ, ø and å as it is spelled ("loebe": "løbe"); every other word unchanged."""
    return word if word in KNOWN else _WITHOUT_LETTERS.get(word, word)


def present_spelled(word: str) -> str | None:
    """A present form as it is spelled ("koerer": "kører"); None when it is none, or that of a modal."""
    if word not in PRESENTS and word.endswith("r"):
        word = spelled(word[:-1]) + "r"
    return word if word in PRESENTS - STATES else None


def with_more_verbs(rest: str) -> str:
    """The rest after the first verb, further verbs joined by "og" or a comma in the present too."""
    if not rest:
        return ""
    subordinate = re.search(
        r"\b(?:at|for at|hvis|når|som(?! [^\W\d_]+ og )|der|hvor|inden|før|om|mens)\b", rest, re.IGNORECASE)
    head = rest[: subordinate.start()] if subordinate else rest
    tail = rest[len(head) :]
    if subordinate and not _KEEPS_INFINITIVES.search(tail):
        tail = NEXT_VERB.sub(_in_present_if_infinitive, tail)  # "… der ligger der, og spørge" goes on with the step
    return NEXT_VERB.sub(_in_present, f" {head}") + tail


_KEEPS_INFINITIVES = re.compile(rf"\b(?:at|{MODALS})\b", re.IGNORECASE)


def _in_present_if_infinitive(match: re.Match[str]) -> str:
    """ "… besked, der ligger der, og spørger": the step goes on, so the clause before ends in a comma."""
    if not match["verb"].lower().endswith(("e", "å")):
        return match.group()
    present = _in_present(match)
    goes_on = present != match.group() and present.startswith(" og ") and _has_a_clause(match.string[: match.start()])
    return f",{present}" if goes_on else present


def _has_a_clause(told: str) -> bool:
    """Whether there is a verb behind the link: "der ligger der", not "om aftenen"."""
    return any(word in words.FINITE or word in PRESENTS for word in told.lower().split()[1:])


def _in_present(match: re.Match[str]) -> str:
    verb = match["verb"]
    out = bool(_ON_ONES_WAY.search(match.string[: match.start("join")]))
    present = present_of(verb, sure=out and verb.endswith("e"))
    present = present or _present_of_imperative(match) or _present_before_a_pronoun(match)
    noun = not out and verb.lower() in AMBIGUOUS_NOUNS and match.end() == len(match.string)
    if present is None or noun:
        return match.group()
    if match["then"]:
        return f",{match['join'].removeprefix(',')}{present} jeg"
    join = " og " if match["join"] == ", " and not NEXT_VERB.search(match.string, match.end()) else match["join"]
    small = _SMALL_BEFORE.search(join)
    return f"{join[: small.start()]} {present} {small[1]}" if small else f"{join}{present}"


_ON_ONES_WAY = re.compile(r"\b(?:ud|ned|hen|op|ind|over|derhen|derned|derud|afsted|af sted)$", re.IGNORECASE)
"""Behind "ud og" stands a doing: "gå ud og handle"."""
_SMALL_BEFORE = re.compile(r" (bare|lige) $", re.IGNORECASE)
""""gå derhen og bare se" is "går derhen og ser bare" in a main clause."""


def _present_before_a_pronoun(match: re.Match[str]) -> str | None:
    """ "skille den ad": no noun in -e has such a pronoun behind it, so it is an infinitive."""
    is_verb = match["verb"].endswith("e") and _PRONOUN_NEXT.match(match.string, match.end())
    return f"{match['verb']}r" if is_verb else None


_PRONOUN_NEXT = re.compile(r"\s(?:den|det|dem|mig|ham|hende)(?!\s\w+e?(?:n|t)\b)(?=\s|$|,)", re.IGNORECASE)


def _present_of_imperative(match: re.Match[str]) -> str | None:
    """ "gå ned og spørg": an order to oneself, joined to another."""
    verb = match["verb"].lower()
    if verb in JOINED_IMPERATIVES or DOING_IMPERATIVE.match(match.string, match.start("verb")):
        return present_of(_INFINITIVE_OF.get(verb) or IMPERATIVES.get(verb, verb))
    return None


_INFINITIVE_OF = {"sig": "sige", "svar": "svare", "tegn": "tegne", "bed": "bede"}
