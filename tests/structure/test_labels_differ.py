# SPDX-License-Identifier: MPL-2.0
"""No labelled message says nearly the same as another, so that learning and trying are two things."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tests.structure.house import ROOT

FEWEST_WORDS = 4
MOST_SHARED = 0.5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Message:
    """A labelled message, where it stands, and its words."""

    part: str
    place: str
    text: str
    words: frozenset[str]


def messages() -> list[Message]:
    found = []
    for path in sorted((ROOT / "data/labels").glob("*/*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            text = json.loads(line)["text"]
            words = frozenset(_WORD.findall(text.casefold()))
            found.append(Message(path.parent.name, f"{path.stem}:{number}", text, words))
    return found


def close_pairs(told: list[Message]) -> Iterator[tuple[Message, Message]]:
    """Pairs that share more than half of all their words; only messages that share a rare enough word are compared.

    Of two sets that share more than half of their union, each shares more than half of its own words with the
    other, so the rarer half of the words plus one is enough to meet in the index.
    """
    count: dict[str, int] = defaultdict(int)
    for message in told:
        for word in message.words:
            count[word] += 1
    index: dict[str, list[Message]] = defaultdict(list)
    for message in told:
        if len(message.words) < FEWEST_WORDS:
            continue
        rare = sorted(message.words, key=lambda word: (count[word], word))[: len(message.words) // 2 + 1]
        met = {other.place: other for word in rare for other in index[word]}
        for other in met.values():
            if len(message.words & other.words) > MOST_SHARED * len(message.words | other.words):
                yield other, message
        for word in rare:
            index[word].append(message)


TOLD = messages()
CLOSE = list(close_pairs(TOLD))


def told_of(pairs: list[tuple[Message, Message]]) -> str:
    """The pairs, one a line."""
    lines = [f"{one.place} »{one.text}« ~ {other.place} »{other.text}«" for one, other in pairs]
    return "\n".join([f"{len(pairs)} pairs", *lines])


def test_the_check_finds_what_is_nearly_the_same() -> None:
    def made(place: str, text: str) -> Message:
        return Message("train", place, text, frozenset(text.split()))

    told = [made("a", "jeg vil gerne ud at gå"), made("b", "jeg vil gerne ud at løbe"), made("c", "hun kom her i går")]
    assert [(one.place, other.place) for one, other in close_pairs(told)] == [("a", "b")]


def test_no_message_for_trying_is_nearly_one_for_learning() -> None:
    across = [(one, other) for one, other in CLOSE if one.part != other.part]
    assert not across, told_of(across)


def test_no_two_messages_of_the_same_part_are_nearly_the_same() -> None:
    within = [(one, other) for one, other in CLOSE if one.part == other.part]
    assert not within, told_of(within)


def test_no_text_has_two_intents_in_what_rasa_learns_from() -> None:
    """Rasa's own validation warns of it, and a learner can make nothing of it."""
    intents: dict[str, set[str]] = defaultdict(set)
    for path in sorted((ROOT / "data/labels/train").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            message = json.loads(line)
            intents[" ".join(message["text"].split())].add(message["intent"])
    assert {text: found for text, found in intents.items() if len(found) > 1} == {}
