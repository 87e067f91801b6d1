# SPDX-License-Identifier: MPL-2.0
"""How hard a text is to read, by LIX, and where its sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONG_WORD = 7
"""Letters from which a word counts as long: LIX counts words of more than six letters (Björnsson 1968)."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_BREAK = re.compile(r"(?<=[.!?…])[\"”»)]?\s+")
_ABBREVIATIONS = frozenset({
    "kl", "ca", "nr", "d", "dr", "hr", "fr", "tlf", "bl.a", "f.eks", "fx", "evt", "osv", "mv", "m.m", "inkl",
    "ekskl", "pga", "stk", "min", "max",
})  # fmt: skip


def sentences(text: str) -> list[str]:
    """The sentences in `text`, trimmed; a line ends one, a full stop after "kl", "ca" or an ordinal ("3.
    maj") none."""
    found = [sentence for line in text.splitlines() if line for sentence in _in_line(line)]
    return [sentence for sentence in found if _WORD.search(sentence)]


def _in_line(line: str) -> list[str]:
    found: list[str] = []
    start = 0
    for gap in _BREAK.finditer(line):
        if _goes_on(line[max(start, gap.start() - 12) : gap.start()], line[gap.end() : gap.end() + 1]):
            continue
        found.append(line[start : gap.start()].strip())
        start = gap.end()
    return [*found, line[start:].strip()]


def _goes_on(ending: str, next_letter: str) -> bool:
    """Whether the full stop that `ending` closes with is one of an abbreviation or an ordinal."""
    if not ending.endswith(".") or next_letter.isupper():
        return False
    word = ending.replace("(", " ").split()[-1][:-1].casefold()
    return word in _ABBREVIATIONS or (len(word) <= 2 and word.isdecimal())


def lix(texts: Iterable[str]) -> float:
    """Words per sentence plus the percentage of long words, over all `texts` as one.

    Formula and scale: LIX = words/sentences + 100 * words of 7 or more letters/words; up to 24 is very easy,
    25-34 easy. Measure over a whole conversation: one short line says little. No words give 0.
    """
    words: list[str] = []
    ends = 0
    for text in texts:
        words += _WORD.findall(text)
        ends += len(sentences(text))
    if not words:
        return 0.0
    long_words = sum(_is_long(word) for word in words)
    return len(words) / ends + 100 * long_words / len(words)


def _is_long(word: str) -> bool:
    return len(word) >= LONG_WORD and sum(map(str.isalpha, word)) >= LONG_WORD
