# SPDX-License-Identifier: MPL-2.0
"""What the engine decides to do in a turn, before it is put into Danish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.mi.conversation import Ask


class Effect(StrEnum):
    """What the desk must do with the store after a move."""

    DRAFT_GOAL = "draft_goal"
    ERASE = "erase"


@dataclass(frozen=True)
class Act:
    """One thing said: the key of a phrase, and the citizen's own words for its places.

    `together`: something else is said in the same turn, so that one sentence of it is enough.
    """

    phrase: str
    own: Mapping[str, str] = field(default_factory=dict)
    together: bool = False


@dataclass(frozen=True)
class Move:
    """A whole turn: acts in order, the question it ends with, and why, in plain words.

    `verbatim` bubbles are said as they stand (the answers to danger pass no template); `choices`
    stand in place of the question's usual buttons.
    """

    acts: tuple[Act, ...]
    why: str
    ask: Ask | None = None
    choices: tuple[str, ...] = ()
    verbatim: tuple[str, ...] = ()
    effect: Effect | None = None
