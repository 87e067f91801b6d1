# SPDX-License-Identifier: MPL-2.0
"""The cards that a peer may borrow, as they stand in `bot/mi/cards.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).parents[1] / "mi/cards.yml"


@dataclass(frozen=True)
class Deck:
    """The cards of one process."""

    name: str
    questions: tuple[str, ...]
    reflections: tuple[str, ...]


@cache
def decks() -> tuple[Deck, ...]:
    """All decks, in the order of the processes."""
    told = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(Deck(one["name"], tuple(one["questions"]), tuple(one["reflections"])) for one in told.values())
