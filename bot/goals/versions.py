# SPDX-License-Identifier: MPL-2.0
"""What differed from one version of a goal to the next, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from bot.goals.goal import Change


class Fate(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Piece:
    """Some words in a row that had the same fate."""

    fate: Fate
    text: str


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """The words of both in reading order; removed ones stand before those that took their place."""
    old, new = before.split(), after.split()
    return tuple(_pieces(old, new)) if old != new else (Piece(Fate.KEPT, after),) * bool(new)


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for tag, i, j, k, m in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece(Fate.KEPT, " ".join(new[k:m]))
            continue
        if i < j:
            yield Piece(Fate.REMOVED, " ".join(old[i:j]))
        if k < m:
            yield Piece(Fate.ADDED, " ".join(new[k:m]))


def with_differences(history: Sequence[Change]) -> tuple[tuple[Change, tuple[Piece, ...]], ...]:
    """Every version with what it changed in the wording; nothing where the words stayed the same."""
    wordings = ["", *(change.wording for change in history)]
    return tuple(
        (change, () if change.version == 1 or change.wording == before else difference(before, change.wording))
        for change, before in zip(history, wordings, strict=False)
    )
