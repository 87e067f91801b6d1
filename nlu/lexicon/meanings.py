# SPDX-License-Identifier: MPL-2.0
"""Words and phrases that belong together in meaning: what the readers know of Danish beyond their training messages.

`words.tsv`: theme, class, words. In a word, `*` stands for any letters: `arbejd*` begins so, `*læge` ends so,
`*hjemløs*` has it inside. `phrases.tsv`: layer, class, phrases between ` ; `, where besides `word*` and `*word`,
`(a|b)` is one of several, `(a)?` may be missing, `_` is one word and `~` nought to three words, whatever they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path

_HERE = Path(__file__).parent
_SHORTEST_ENDING = 2
_WORD_MEMORY = 50_000


class MeaningError(ValueError):
    """A line of `words.tsv` or `phrases.tsv` can't be read; the message names file and line."""


def _rows(name: str) -> Iterator[tuple[str, str]]:
    """Class (`layer:class`) and entries of every line; `#` opens a comment line."""
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if line and not line.startswith("#"):
            try:
                layer, kind, entries = line.split("\t")
            except ValueError as error:
                raise MeaningError(f"{name}:{number}: not three columns") from error
            yield f"{layer}:{kind}", entries


class WordMeanings:
    """The classes of single words, by whole words, beginnings, endings and insides."""

    def __init__(self) -> None:
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._begins: dict[str, set[str]] = defaultdict(set)
        self._ends: dict[str, set[str]] = defaultdict(set)
        self._inside: dict[str, set[str]] = defaultdict(set)
        self.classes: list[str] = []
        for kind, entries in _rows("words.tsv"):
            self.classes.append(kind)
            for entry in entries.split():
                self._table_for(entry)[entry.strip("*")].add(kind)
        self.of_word = lru_cache(_WORD_MEMORY)(self._of_word)

    def _table_for(self, entry: str) -> dict[str, set[str]]:
        if entry.startswith("*"):
            return self._inside if entry.endswith("*") else self._ends
        return self._begins if entry.endswith("*") else self._whole

    def _of_word(self, word: str) -> frozenset[str]:
        found = set(self._whole.get(word, ()))
        for cut in range(_SHORTEST_ENDING, len(word) + 1):
            found |= self._begins.get(word[:cut], set()) | self._ends.get(word[-cut:], set())
        for inside, kinds in self._inside.items():
            if inside in word:
                found |= kinds
        return frozenset(found)

    def of(self, words: Iterable[str]) -> set[str]:
        """The classes that any of the words belongs to."""
        return set().union(*(self.of_word(word) for word in words))


class PhraseMeanings:
    """The classes of phrases; a phrase is only tried where a word that it can't do without occurs."""

    def __init__(self) -> None:
        self.classes: list[str] = []
        self._tried_always: list[tuple[re.Pattern[str], str]] = []
        self._by_word: dict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
        self._by_beginning: dict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
        for kind, phrases in _rows("phrases.tsv"):
            self.classes.append(kind)
            for phrase in phrases.split(" ; "):
                self._take(phrase.strip(), kind)

    def _take(self, phrase: str, kind: str) -> None:
        elements = _ELEMENT.findall(phrase)
        try:
            row = (re.compile(_regex(elements)), kind)
        except re.error as error:
            raise MeaningError(f"phrases.tsv: {kind}: »{phrase}«: {error}") from error
        anchor = _anchor(elements)
        if not anchor:
            self._tried_always.append(row)
        for word in anchor:
            table = self._by_beginning if word.endswith("*") else self._by_word
            table[word.rstrip("*")].append(row)

    @cached_property
    def _lengths(self) -> range:
        lengths = [len(beginning) for beginning in self._by_beginning] or [0]
        return range(min(lengths), max(lengths) + 1)

    def of(self, words: list[str]) -> set[str]:
        """The classes of the phrases in a message, given as its plain words."""
        text = " " + " ".join(words) + " "
        tried = list(self._tried_always)
        for word in set(words):
            tried += self._by_word.get(word, ())
            for cut in self._lengths:
                if cut <= len(word):
                    tried += self._by_beginning.get(word[:cut], ())
        found: set[str] = set()
        for pattern, kind in tried:
            if kind not in found and pattern.search(text):
                found.add(kind)
        return found


_ELEMENT = re.compile(r"\([^()]*\)\??|[^\s()]+")
_ANY_WORD = r"[^ ]+ "
_FEW_WORDS = r"(?:[^ ]+ ){0,3}"
_EVERYWHERE_LIST = """
    jeg a han hun det den de vi man du er var har at og så en et i på til med af for om ikke ik mig min
    mit mine som der skal vil kan må bliver blev være have sig sin sit nu da men når hvis jo nok bare
    også ud op ned hen
"""
_EVERYWHERE = frozenset(_EVERYWHERE_LIST.split())
"""Words that occur in so many messages that looking for a phrase by them would cost much."""


def _regex(elements: list[str]) -> str:
    """The phrase over a text whose words each end in a blank, with a blank before the first."""
    return "(?<= )" + "".join(_one(element) for element in elements)


def _one(element: str) -> str:
    if element == "~":
        return _FEW_WORDS
    if element == "_":
        return _ANY_WORD
    if element.startswith("("):
        inside, optional = element.rstrip("?")[1:-1], "?" if element.endswith("?") else ""
        options = "|".join("".join(_one(word) for word in option.split()) for option in inside.split("|"))
        return f"(?:{options}){optional}"
    return re.escape(element).replace(r"\*", r"[^ ]*") + " "


def _anchor(elements: list[str]) -> list[str]:
    """Words of which one must occur: of all elements that can't be missing, the one that is rarest in itself."""
    candidates = [options for element in elements if (options := _must(element))]
    return min(candidates, key=_how_common, default=[])


def _must(element: str) -> list[str]:
    if element in {"~", "_"} or element.endswith("?"):
        return []
    inside = element[1:-1].split("|") if element.startswith("(") else [element]
    words = [max(option.split(), key=len, default="") for option in inside]
    return words if all(word and not word.startswith(("*", "_", "~")) for word in words) else []


def _how_common(words: list[str]) -> tuple[int, int, int]:
    shortest = min(len(word.rstrip("*")) for word in words)
    return sum(word in _EVERYWHERE for word in words), len(words), -shortest
