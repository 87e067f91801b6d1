# SPDX-License-Identifier: MPL-2.0
"""Finds the complex reflection that fits a message: the meaning, feeling or value that its words point to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from bot.codebook import Statement, Talk
from bot.danish.mend import mend
from bot.mi.conversation import Conversation, Heard
from bot.mi.move import Act
from bot.mi.phrasebook import Phrase, When, phrases

_USES = 4
"""So often one meaning is given back in a talk, each time in other words."""
_TAIL_WORDS = 7
"""About so many words are added to the citizen's own clause."""
_LONGEST_OWN = 18
_ENOUGH_TO_READ = 600
"""Characters of a message that are looked through."""
_WORDS_OF_A_STORY = 9
"""From so many words on a message says more than one of its words can stand for."""


def meaning_of(
    conversation: Conversation, statement: Statement, fresh: list[Heard], by_kind: bool = True
) -> tuple[Act, list[Heard]] | None:
    """The first meaning of the book that one of the citizen's clauses carries, said behind it; unused ones first.

    `by_kind`: also what rests on the kind of talk alone, and not on its words.

    What a word beside the clause may mean is not said in its place: the citizen's own words are nearer.
    """
    found = [(key, _clause_for(phrases()[key], statement, fresh)) for key in _left(conversation, statement)
             if by_kind or phrases()[key].rests_on_words]
    usable = [(key, own) for key, own in found if own]
    if not usable:
        return None
    key, own = min(usable, key=lambda each: conversation.meanings.get(each[0], 0))
    _note(conversation, key)
    return Act(key, {"own": own.du}), [own]


def bare_meaning(conversation: Conversation, statement: Statement, by_words: bool = True) -> Act | None:
    """Where nothing of the message can be given back in its own words: what its words, or its kind of talk, mean."""
    left = (key for key in _left(conversation, statement) if _may_stand_alone(phrases()[key], statement))
    left = (key for key in left if by_words or not phrases()[key].rests_on_words)
    key = next((key for key in left if not _rests_on_a_theme_alone(phrases()[key])), None)
    if key is None:
        return None
    _note(conversation, key)
    return Act(key)


def meaning_behind(conversation: Conversation, statement: Statement, words: str, by_form: bool = True) -> str | None:
    """The key of what quoted words mean, by their form or also by a feeling in them, to be said behind them."""
    left = [key for key in _left(conversation, statement) if phrases()[key].takes_own]
    usable = [(key, phrases()[key].when) for key in left if phrases()[key].needs_own or not by_form]
    key = next((key for key, when in usable if when and when.words and when.words.search(words)), None)
    if key:
        _note(conversation, key)
    return key


def _may_stand_alone(phrase: Phrase, statement: Statement) -> bool:
    """Nothing that needs the clause; no "you do not want to" out of one word of a long message."""
    holds_back = phrase.when is not None and phrase.when.talk == {Talk.SUSTAIN}
    return not phrase.needs_own and not (holds_back and statement.words >= _WORDS_OF_A_STORY)


def _rests_on_a_theme_alone(phrase: Phrase) -> bool:
    """Which part of life a message is about is read wrongly once in five times: alone it carries no meaning."""
    return phrase.when is not None and bool(phrase.when.themes) and not phrase.when.words


def _left(conversation: Conversation, statement: Statement) -> list[str]:
    said = mend(statement.text[:_ENOUGH_TO_READ])
    fitting = (key for key, phrase in _book() if _fits(phrase, statement, conversation, said))
    return [key for key in fitting if conversation.meanings.get(key, 0) < _USES]


def _note(conversation: Conversation, key: str) -> None:
    conversation.meanings[key] = conversation.meanings.get(key, 0) + 1


@cache
def _book() -> tuple[tuple[str, Phrase], ...]:
    return tuple((key, phrase) for key, phrase in phrases().items() if phrase.when)


def _fits(phrase: Phrase, statement: Statement, conversation: Conversation, said: str) -> bool:
    """`said`: the statement's mended text."""
    when = phrase.when
    if when is None or (when.talk and not when.talk & statement.talk):
        return False
    if not when.words and not _are_shown(when.talk & statement.talk, said):
        return False
    if when.intents and statement.intent not in when.intents:
        return False
    if when.asks and conversation.asked not in when.asks:
        return False
    if when.themes and not when.themes & (statement.themes or {conversation.theme}):
        return False
    return _words_fit(when, said)


def shows(kinds: Iterable[Talk], text: str) -> bool:
    """Whether the words themselves are such talk, where it can be seen: a habit is no promise."""
    return _are_shown(kinds, mend(text[:_ENOUGH_TO_READ]))


def _are_shown(kinds: Iterable[Talk], said: str) -> bool:
    return all(_SHOWN[kind].search(said) for kind in kinds if kind in _SHOWN)


_SHOWN = {
    Talk.ABILITY: re.compile(
        r"^(?!.*\b(?:jeg|du) (?:blev|bliver|er) (?:syg|indlagt|fyret|skilt|ramt|træt|bange|væk|ked|alene)\b)"
        r"(?!.*\b(?:kan|kunne|ku) (?:stadig |godt |tydeligt |sagtens )*(?:huske|fortælle|lide|mærke|høre|se på)\b)",
        re.IGNORECASE | re.DOTALL),
    Talk.SUSTAIN: re.compile(
        r"\b(?:ikke|ikk|ik|aldrig|ingen|intet|hverken|svær\w*|hård\w*|tung\w*|bange|angst\w*|nervøs\w*|orker|magter|tør"
        r"|umulig\w*|nej|mangler|mister|værre|skidt|dårlig\w*|droppe\w*|opgive\w*|gider|slid\w*|fylder|koster|ondt|træt\w*"
        r"|(?:alt )?for (?:meget|mange|stor|stort|dyr|dyrt|lang|langt|sent|gammel|syg)|lettere at|nemmere at|plejer"
        r"|bedst som|har det fint|måske senere|besvær\w*|kræver|presse\w*|stress\w*|går i stå)\b", re.IGNORECASE),
    Talk.COMMITMENT: re.compile(
        r"\b(?:vil|skal|lover|lovede|lovet|bestemt|besluttet|aftalt|aftale|beslutning|sikker på|klar til|i morgen"
        r"|på (?:man|tirs|ons|tors|fre|lør|søn)dag)\b", re.IGNORECASE),
    Talk.NEED: re.compile(
        r"\b(?:nødt|nød til|må|skal|kan ikke|ka ik\w*|duer ikke|går ikke|brug for|behov|trænger|haster|vigtig\w*|snart"
        r"|senest|inden|nu|længere)\b", re.IGNORECASE),
    Talk.TAKING_STEPS: re.compile(
        r"^(?!.*\b(?:jeg|du) (?:blev|bliver|er) (?:syg|indlagt|fyret|skilt|ramt|træt|bange|væk|ked|alene)\b).*"
        r"\b(?:har|havde|fik|gik|tog|var|skrev|sad|stod|kom|gjorde|sagde|spurgte|fandt|købte|solgte|smed|lavede|ringede"
        r"|gav|satte|lagde|så|åd|drak|sov|bad|løb|\w{3,}(?:ede|te|et))\b", re.IGNORECASE),
}


def _words_fit(when: When, said: str) -> bool:
    if when.words and not when.words.search(said):
        return False
    return not (when.unless and when.unless.search(said))


def _is_own(heard: Heard) -> bool:
    """Whether the citizen is the one who does or is something in it, or says what weighs or has to happen."""
    return "du" in heard.du.casefold().split()[:5] or bool(_WEIGHS.search(heard.du))


_OF_WHAT_THEY_CAN = frozenset({Talk.ABILITY, Talk.TAKING_STEPS})
_DENIES = re.compile(r"\b(?:ikke|aldrig)\b", re.IGNORECASE)
_WEIGHS = re.compile(
    r"\b(?:betyder|vigtig\w*|det (?:bedste|kæreste|dyrebareste)|(?:nødt|nød) til"
    r"|(?:skal|må) (?:der )?(?:ske|gøres|løses|handles)|kan ikke (?:blive ved|fortsætte)"
    r"|(?:kunne|ville) være (?:rart|dejligt|fedt|godt|skønt|lækkert))\b", re.IGNORECASE)


def _clause_for(phrase: Phrase, statement: Statement, fresh: list[Heard]) -> Heard | None:
    """The clause that carries the meaning; None where the answer would be longer than the citizen's message."""
    when = phrase.when
    for heard in fresh if phrase.takes_own else ():
        by_kind = when and not when.words and (when.talk & heard.talk or when.asks) and _is_own(heard)
        carries = bool(when and when.words and when.words.search(heard.du)) or bool(by_kind)
        words = len(heard.du.split())
        if when and when.talk & _OF_WHAT_THEY_CAN and _DENIES.search(heard.du):
            continue  # "du har ikke åbnet det" is no strength, whatever was asked
        if carries and words <= _LONGEST_OWN and words + _TAIL_WORDS <= max(24, statement.words + 6):
            return heard
    return None
