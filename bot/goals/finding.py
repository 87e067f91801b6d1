# SPDX-License-Identifier: MPL-2.0
"""Which goals somebody asks for, and where the next page begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.codebook import Theme
from bot.goals.goal import Goal
from bot.goals.lifecycle import WHOSE_TURN, State, Turn

SEEN_BY_STAFF = frozenset(state for state in State if state not in (State.DRAFT, State.WITHDRAWN))
"""Staff see a goal from the moment it is shared until the citizen takes it back."""


@dataclass(frozen=True)
class After:
    """The last goal of a page: when it was changed, and its id."""

    at: dt.datetime
    id: str


@dataclass(frozen=True)
class Wanted:
    """What is asked for; nothing said, nothing excluded. `words` are looked for in wish and wording."""

    status: State | None = None
    turn: Turn | None = None
    theme: Theme | None = None
    citizen_id: str | None = None
    due_by: dt.date | None = None
    updated_since: dt.datetime | None = None
    words: str = ""

    @property
    def states(self) -> tuple[State, ...]:
        """The states that can be meant, in the order of the table."""
        return tuple(state for state in State if state in SEEN_BY_STAFF and self._means(state))

    def _means(self, state: State) -> bool:
        return self.status in (None, state) and self.turn in (None, WHOSE_TURN[state])

    def fits(self, goal: Goal) -> bool:
        """Whether the goal's sealed part fits: its theme and its words."""
        return self.theme in (None, goal.theme) and self.words.casefold() in _text(goal)


def _text(goal: Goal) -> str:
    return f"{goal.wish.text if goal.wish else ''}\n{goal.wording}".casefold()


@dataclass(frozen=True)
class Page:
    """Some goals in their order, without their histories, and where the next page begins, if there is more."""

    goals: Sequence[Goal]
    after: After | None = None
