# SPDX-License-Identifier: MPL-2.0
"""Puts a move into Danish by the phrases that practitioners can read and change."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.mi.conversation import Conversation
from bot.mi.move import Act, Move

PHRASES = Path(__file__).parent / "phrases"


class PhraseError(ValueError):
    """A phrase file is not as it should be; the message names the phrase."""


@dataclass(frozen=True)
class Phrase:
    """The ways to say one thing. `code` is its MITI 4.2.1 code; `again`: the form may return in a talk."""

    code: str
    variants: tuple[str, ...]
    choices: tuple[str, ...] = ()
    again: bool = False


@dataclass(frozen=True)
class Reply:
    """One bubble; `choices` are buttons beside the free text."""

    text: str
    choices: tuple[str, ...] = field(default=())


@cache
def phrases() -> dict[str, Phrase]:
    """All phrases by key, read once."""
    read: dict[str, Phrase] = {}
    for path in sorted(PHRASES.glob("*.yml")):
        for key, body in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            if key in read:
                raise PhraseError(f"{path.name}: '{key}' stands twice")
            read[key] = _phrase(f"{path.name}: '{key}'", body)
    return read


def _phrase(name: str, body: dict[str, Any]) -> Phrase:
    try:
        variants = tuple(str(variant) for variant in body["variants"])
        return Phrase(body["code"], variants, tuple(body.get("choices", ())), bool(body.get("again")))
    except (KeyError, TypeError, AttributeError) as error:
        raise PhraseError(f"{name} needs a code and variants ({error!r})") from error


def speak(conversation: Conversation, move: Move) -> tuple[Reply, ...]:
    """The replies of a move; notes in the conversation which variants have been said.

    The citizen's words and the question stand in one bubble; buttons hang on the last one.
    """
    bubbles = list(move.verbatim)
    if move.acts:
        bubbles.append(" ".join(_say(conversation, act) for act in move.acts))
    choices = move.choices or _choices(move)
    last = len(bubbles) - 1
    return tuple(Reply(text, choices if number == last else ()) for number, text in enumerate(bubbles))


def _choices(move: Move) -> tuple[str, ...]:
    return phrases()[move.acts[-1].phrase].choices if move.acts else ()


def _say(conversation: Conversation, act: Act) -> str:
    phrase = phrases().get(act.phrase)
    if phrase is None:
        raise PhraseError(f"there is no phrase '{act.phrase}'")
    variant = _pick(conversation, act.phrase, phrase)
    own = {key: _inside(text) if key != "wording" else text for key, text in act.own.items()}
    raised = {key.capitalize(): text[:1].upper() + text[1:] for key, text in own.items()}
    return variant.format(**own, **raised)


def _inside(text: str) -> str:
    """The citizen's words as they stand inside a sentence: no end mark, no capital but of a name."""
    text = text.rstrip(" .")
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first.casefold() in _NO_NAMES else text


_NO_NAMES = frozenset([
    "du", "dig", "din", "dit", "dine", "det", "den", "der", "så", "nu", "hvis", "når", "alt", "en", "et", "ingen",
])


def _pick(conversation: Conversation, key: str, phrase: Phrase) -> str:
    """A variant that has not been said yet, by the conversation's own chance; all said: a new round."""
    used = conversation.said.get(key, 0)
    left = [number for number in range(len(phrase.variants)) if not used >> number & 1]
    if not left:
        used, left = 0, list(range(len(phrase.variants)))
    number = random.Random(f"{conversation.seed}:{conversation.turn}:{key}").choice(left)
    conversation.said[key] = used | 1 << number
    return phrase.variants[number]
