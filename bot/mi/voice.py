# SPDX-License-Identifier: MPL-2.0
"""Puts a move into Danish: of each phrase the way that fits the talk and has not been said yet."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace
from string import Formatter

from bot.danish.readability import sentences
from bot.mi.conversation import Conversation
from bot.mi.move import Act, Move
from bot.mi.phrasebook import Phrase, PhraseError, phrases

_SHORT_ENOUGH = 6
"""To somebody who writes a few words at a time, one of so many shortest ways is said."""


@dataclass(frozen=True)
class Reply:
    """One bubble; `choices` are buttons beside the free text."""

    text: str
    choices: tuple[str, ...] = field(default=())


def speak(conversation: Conversation, move: Move) -> tuple[Reply, ...]:
    """The replies of a move; notes in the conversation which variants have been said.

    The citizen's words and the question stand in one bubble; buttons hang on the last one.
    """
    bubbles = list(move.verbatim)
    if move.acts:
        together = len(move.acts) > 1
        said = [_say(conversation, replace(act, together=together)) for act in move.acts]
        bubbles.append(_in_one_breath(conversation, move, said) or " ".join(said))
    conversation.bot_words += sum(len(text.split()) for text in bubbles)
    choices = move.choices or _choices(move)
    last = len(bubbles) - 1
    return tuple(Reply(text, choices if number == last else ()) for number, text in enumerate(bubbles))


def _in_one_breath(conversation: Conversation, move: Move, said: list[str]) -> str | None:
    """To somebody who writes whole sentences: what is given back and a short question joined by a dash.

    Only a plain sentence in front of an open question; never both long, and not twice in a row.
    """
    if len(said) != len(_JOINED) or not conversation.writes_sentences or conversation.turn % _EVERY_OTHER:
        return None
    codes = tuple(phrases()[act.phrase].code for act in move.acts)
    first, question = said
    plain = codes[0] in _JOINED[0] and codes[1] in _JOINED[1] and not _HAS_A_MARK.search(first[:-1])
    if not plain or not first.endswith(".") or len(sentences(question)) > 1 or question[0].isdigit():
        return None
    if len(f"{first} {question}".split()) > _LONGEST_BREATH:
        return None
    return f"{first[:-1]} – {question[:1].lower()}{question[1:]}"


_JOINED = (frozenset({"simple_reflection", "complex_reflection"}), frozenset({"open_question"}))
_HAS_A_MARK = re.compile(r"[.:;?–»]")
_EVERY_OTHER = 2
_LONGEST_BREATH = 20
"""Words."""


def codes_of(move: Move) -> tuple[str, ...]:
    """The MITI code of each act as its phrase names it; what is said to danger is outside of MITI."""
    return (*("safety" for _ in move.verbatim), *(phrases()[act.phrase].code for act in move.acts))


def _choices(move: Move) -> tuple[str, ...]:
    return phrases()[move.acts[-1].phrase].choices if move.acts else ()


def _say(conversation: Conversation, act: Act) -> str:
    phrase = phrases().get(act.phrase)
    if phrase is None:
        raise PhraseError(f"there is no phrase '{act.phrase}'")
    own = {key: _inside(text) if key != "wording" else text for key, text in act.own.items()}
    raised = {key.capitalize(): text[:1].upper() + text[1:] for key, text in own.items()}
    return _pick(conversation, act, phrase).format(**own, **raised)


def _inside(text: str) -> str:
    """The citizen's words as they stand inside a sentence: no end mark, no capital but of a name."""
    text = text.rstrip(" .")
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first.casefold() in _NO_NAMES else text


_NO_NAMES = frozenset([
    "du", "dig", "din", "dit", "dine", "det", "den", "der", "så", "nu", "hvis", "når", "alt", "en", "et", "ingen", "at",
])


def _pick(conversation: Conversation, act: Act, phrase: Phrase) -> str:
    """A way that has not been said yet, by the conversation's own chance; all said: a new round."""
    used = conversation.said.get(act.phrase, 0)
    possible = _possible(phrase, act)
    left = [number for number in possible if not used >> number & 1]
    if not left:
        used, left = 0, possible
    left = _fitting(conversation, act, phrase, left)
    number = random.Random(f"{conversation.seed}:{conversation.turn}:{act.phrase}").choice(left)
    conversation.said[act.phrase] = used | 1 << number
    return phrase.all[number].say


def _possible(phrase: Phrase, act: Act) -> list[int]:
    """The numbers of the ways whose places this act can fill."""
    given = set(act.own) | {key.capitalize() for key in act.own}
    return [number for number, variant in enumerate(phrase.all) if places(variant.say) <= given]


def places(text: str) -> set[str]:
    """The names of the places in a phrase."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _fitting(conversation: Conversation, act: Act, phrase: Phrase, left: list[int]) -> list[int]:
    """Of the ways left: those with the citizen's own clause, those of the theme; to a terse citizen the shortest."""
    wished = conversation.focus.theme if conversation.focus else None
    theme = wished or (None if phrase.code == "emphasize_autonomy" else conversation.theme)
    with_own = [number for number in left if act.own and number >= len(phrase.variants)]
    general = [number for number in left if not phrase.all[number].themes]
    of_theme = [number for number in left if theme in phrase.all[number].themes]
    fitting = with_own or of_theme or general or left
    fitting = [number for number in fitting if not _says_again(phrase.all[number].say, act)] or fitting
    if act.together:
        fitting = [number for number in fitting if len(sentences(phrase.all[number].say)) == 1] or fitting
    if conversation.is_terse or conversation.is_talked_over:
        fitting = sorted(fitting, key=lambda number: len(phrase.all[number].say))[:_SHORT_ENOUGH]
    return fitting


def _says_again(way: str, act: Act) -> bool:
    """Whether what is added to the citizen's words has one of them in it: "vigtigt for dig, og det er vigtigt"."""
    added, own = _carrying(re.sub(r"\{\w+\}", "", way)), _carrying(act.own.get("own", ""))
    return "{Own}" in way and bool(added & own)


def _carrying(text: str) -> set[str]:
    """How the words that carry meaning begin."""
    return {word[:_STEM] for word in re.findall(r"\w+", text.casefold()) if len(word) > _STEM}


_STEM = 4
