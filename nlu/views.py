# SPDX-License-Identifier: MPL-2.0
"""The ways in which the readers look at the words of a message; each gives strings that are then counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise

import snowballstemmer

View = Callable[[list[str], frozenset[str]], list[str]]
"""From the plain words of a message and the commonest words of the language to what is counted."""

_WORD_MEMORY = 50_000
_LETTERS = range(2, 6)
_SKELETON = range(2, 5)
_SKELETON_ENDING = 2
_FARTHEST_LINK = 6
_MOST_LINKS = 4
_stemmer = snowballstemmer.stemmer("danish")


@lru_cache(_WORD_MEMORY)
def stem(word: str) -> str:
    """The word without its Danish endings, by the Snowball rules."""
    return str(_stemmer.stemWord(word))


def words_and_pairs(words: list[str], common: frozenset[str]) -> list[str]:
    """Every word, and every two neighbours; the beginning and the end count as neighbours."""
    return [*words, *(f"{one} {other}" for one, other in pairwise(["^", *words, "$"]))]


def stems(words: list[str], common: frozenset[str]) -> list[str]:
    """Words without endings, with their neighbours and the next but one, so that a small word between does no harm."""
    cut = [stem(word) for word in words]
    near = (f"{one} {other}" for one, other in pairwise(cut))
    nearly = (f"{one} _ {other}" for one, other in zip(cut, cut[2:], strict=False))
    return [*cut, *near, *nearly]


def skeleton(words: list[str], common: frozenset[str]) -> list[str]:
    """The build of a sentence: runs of two to four, in which only the commonest words keep more than their ending.

    "jeg ringer på fredag" and "jeg spiller på mandag" share "jeg *er på *ag".
    """
    bones = ["^", *(word if word in common else f"*{word[-_SKELETON_ENDING:]}" for word in words), "$"]
    return [" ".join(run) for size in _SKELETON for run in _runs(bones, size)]


def links(words: list[str], common: frozenset[str]) -> list[str]:
    """Two of the commonest words with others between them: "vil … gerne", "hvis … så", "har … aldrig"."""
    told = [(place, word) for place, word in enumerate(words) if word in common]
    return [
        f"{one} > {other}"
        for number, (place, one) in enumerate(told)
        for farther, other in told[number + 1 : number + 1 + _MOST_LINKS]
        if 1 < farther - place <= _FARTHEST_LINK
    ]


def letters(words: list[str], common: frozenset[str]) -> list[str]:
    """Groups of two to five letters within a word: misspelt words and compounds share most of theirs."""
    return [group for word in words for group in _letters_of(word)]


@lru_cache(_WORD_MEMORY)
def _letters_of(word: str) -> tuple[str, ...]:
    bounded = f" {word} "
    return tuple(
        bounded[start : start + size] for size in _LETTERS for start in range(max(len(bounded) - size + 1, 0))
    )


def _runs(items: list[str], size: int) -> Iterable[list[str]]:
    return (items[start : start + size] for start in range(len(items) - size + 1))


VIEWS: dict[str, View] = {
    "words": words_and_pairs, "stems": stems, "skeleton": skeleton, "links": links, "letters": letters
}
