# SPDX-License-Identifier: MPL-2.0
"""Which words are Danish and how often people write them here; a word that is clearly one slip away from one.

Forms are those that `simplemma` carries (788,416 of them, about 10 MB when streamed). How often a word stands in the
training messages is in known_words.tsv, made by `afsaet data`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from simplemma.strategies.dictionaries import StreamDictionaryFactory

from bot.danish.names import NAMES

_FILE = Path(__file__).with_name("known_words.tsv")
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
_SHORTEST_WITH_A_DOUBLE, _SHORTEST, _LONGEST = 6, 8, 24
_WRITTEN, _COMMON, _TIMES_COMMONER = 3, 20, 5
_ENDING = 2


@cache
def known_words() -> dict[str, int]:
    """Each word with how often it was written."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return {word: int(times) for word, times in (line.split("\t") for line in lines if not line.startswith("#"))}


@cache
def _forms() -> Mapping[str, str]:
    return StreamDictionaryFactory().get_dictionary("da")


@lru_cache(maxsize=20_000)
def lemma_of(word: str) -> str | None:
    """The form under which a dictionary has a word in small letters; None where it has none."""
    return _forms().get(word)


def in_dictionary(word: str) -> bool:
    """Whether a word, in small letters, is a form of a Danish word; many compounds and most names are none."""
    return lemma_of(word) is not None


def with_other_doubles(word: str) -> Iterator[str]:
    """ "komer" as "kommer", "ville" as "vile": the commonest slip of all."""
    for place, letter in enumerate(word):
        yield word[:place] + letter + word[place:]
        if word[place + 1 : place + 2] == letter:
            yield word[:place] + word[place + 1 :]


def neighbours(word: str) -> Iterator[str]:
    """The words that one slip away: a letter left out, put in, taken for another, or two that changed places."""
    for place in range(len(word) + 1):
        left, right = word[:place], word[place:]
        yield from (left + letter + right for letter in _LETTERS)
        if right:
            yield left + right[1:]
        if right and place:
            yield from (left + letter + right[1:] for letter in _LETTERS)
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]


_RUNS_INTO = ("for", "helt", "så", "alt", "ikke", "meget", "lige", "rigtig", "hele")
_SHORTEST_BEHIND = 4


def _run_together(word: str) -> str:
    """ "formange" as "for mange": a small word and a common one with nothing between."""
    for small in _RUNS_INTO:
        rest = word.removeprefix(small)
        common = len(rest) >= _SHORTEST_BEHIND and known_words().get(rest, 0) >= _COMMON
        if rest != word and common and in_dictionary(rest):
            return f"{small} {rest}"
    return ""


@lru_cache(maxsize=4096)
def put_right(word: str) -> str:
    """The common word that a word in small letters is surely meant for, or the word itself.

    Only a word that is in no dictionary, that hardly anybody writes, and that differs from a single common word by a
    doubled letter ("kamerat") or, if it is long, by any one letter ("lejlihed").
    """
    often = known_words().get(word, 0) >= _WRITTEN * _TIMES_COMMONER
    if often or not _SHORTEST_WITH_A_DOUBLE <= len(word) <= _LONGEST:
        return word
    if in_dictionary(word) or word in NAMES:
        return word
    if known_words().get(word, 0) < _WRITTEN and (apart := _run_together(word)):
        return apart
    near = neighbours(word) if len(word) >= _SHORTEST else with_other_doubles(word)
    found = sorted({(known_words()[other], other) for other in near if other in known_words() and other != word})
    if not found or not in_dictionary(found[-1][1]):
        return word
    times, right = found[-1]
    if word[-_ENDING:] != right[-_ENDING:]:
        return word  # "kalendre" is no "kalender": an ending is not guessed at
    if len(found) == 1 and known_words().get(word, 0) < _WRITTEN:
        return right if times >= _TIMES_COMMONER else word
    beside = found[-2][0] if len(found) > 1 else 0
    enough = max(_COMMON, _TIMES_COMMONER * known_words().get(word, 0), _TIMES_COMMONER * beside)
    return right if times >= enough else word
