# SPDX-License-Identifier: MPL-2.0
"""Messages that nobody would write, or somebody just might: to see that none breaks the reading or takes long."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator

LONGEST = 20_000
SCRIPTS = (
    "abcdefghijklmnopqrstuvwxyzæøå", "абвгдежзиклмн", "ابتثجحخد", "アイウエオ漢字", "αβγδεζ", "אבגדה", "กขคงจ",
    "देवनागरी",
)
EMOJI = "😀😂😭💔👍🙏🔪💊🚂🌉👩‍👩‍👧🇩🇰❤️‍🩹✌🏽"
SQL = ("'; DROP TABLE statements; --", "SELECT * FROM citizens WHERE 1=1", "1' OR '1'='1", "/**/UNION/**/SELECT null--")
WORDS = (
    "jeg", "vil", "gerne", "ikke", "med", "min", "bostøtte", "på", "tirsdag", "kl.", "10", "dø", "toget", "og", "så",
    "at", "1234", "12/3", "hver", "anden", "gang", "i", "til", "selvmord", "slår", "græsset", "fordi", "men",
    "7", "½",
)

Maker = Callable[[random.Random], str]


def any_characters(chance: random.Random) -> str:
    """Characters from all of Unicode but the surrogates, control characters among them."""
    points = (chance.choice((chance.randrange(0x20), chance.randrange(0x800), chance.randrange(0xE000, 0x10FFFF)))
              for _ in range(chance.randrange(1, 200)))
    return "".join(map(chr, points))


def mixed_scripts(chance: random.Random) -> str:
    """Words of several alphabets."""
    count = chance.randrange(1, 40)
    return " ".join("".join(chance.choices(chance.choice(SCRIPTS), k=chance.randrange(1, 12))) for _ in range(count))


def only_emoji(chance: random.Random) -> str:
    """One emoji to a screenful."""
    return "".join(chance.choices(EMOJI, k=chance.randrange(1, 120)))


def some_json(chance: random.Random) -> str:
    """Objects in objects, cut anywhere."""
    made = {"text": "jeg vil" * chance.randrange(5), "n": [chance.random()] * chance.randrange(9), "x": {"y": None}}
    told = json.dumps(made)
    return told[: chance.randrange(1, len(told) + 1)] * chance.randrange(1, 4)


def some_sql(chance: random.Random) -> str:
    """What a scanner types."""
    return " ".join(chance.choices(SQL, k=chance.randrange(1, 6)))


def word_salad(chance: random.Random) -> str:
    """Danish words in any order, as long as a message may be."""
    return " ".join(chance.choices(WORDS, k=chance.choice((3, 30, 300, 4000))))[:LONGEST]


def one_thing_repeated(chance: random.Random) -> str:
    """A character or a word up to the longest message: what makes a careless pattern slow."""
    part = chance.choice((*"aA1 .-,'\n\t\u200b", *WORDS, "at jeg ", "om ", "hver ", "min ", "5 til ", "((", "[x]("))
    return (part * LONGEST)[: chance.choice((50, 2000, LONGEST))]


MAKERS: tuple[Maker, ...] = (
    any_characters, mixed_scripts, only_emoji, some_json, some_sql, word_salad, one_thing_repeated
)


def odd_messages(count: int, seed: int = 7) -> Iterator[str]:
    """`count` messages, all makers in turn, the same for the same seed."""
    chance = random.Random(seed)
    for number in range(count):
        yield MAKERS[number % len(MAKERS)](chance)[:LONGEST]
