# SPDX-License-Identifier: MPL-2.0
"""The citizen's plan in the shape in which the page reads it: wishes with their goals, what is new, what is over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.goals.followup import is_due
from bot.goals.goal import Change, Goal
from bot.goals.lifecycle import MOST_ACTIVE, Act, State, allowed_acts
from bot.goals.lifecycle import Actor as Who
from bot.goals.versions import Piece, with_differences
from bot.services.goals import waits_for_room
from bot.services.own_plan import OwnPlan
from bot.web import plan_picture, plan_words
from bot.web.kept_words import ACTS, day, moment
from bot.web.language import translated as _
from bot.web.sharing import DETAILS, filled


@dataclass(frozen=True)
class GoalShown:
    """One goal with all that the page says of it."""

    goal: Goal
    turn: str
    state: str
    news: str
    is_due: bool
    said: Sequence[Change]
    difference: Sequence[Piece]
    proposed: Sequence[tuple[str, str]]
    first: Sequence[Act]
    others: Sequence[Act]
    steps: Sequence[Change]
    numbers: Sequence[plan_picture.Told]
    points: Sequence[plan_picture.Point]
    versions: Sequence[tuple[Change, Sequence[Piece]]]
    mine: str

    @property
    def can_follow_up(self) -> bool:
        """Whether a number can be given now."""
        return Act.FOLLOW_UP in allowed_acts(self.goal.state, Who.CITIZEN)


@dataclass(frozen=True)
class Wished:
    """A wish, verbatim (empty where a goal came without one), above its goals."""

    wish: str
    goals: Sequence[GoalShown]


def shown(plan: OwnPlan, place: str) -> dict[str, Any]:
    """For the template; `place` is the goal that must not be folded away."""
    has_room = sum(goal.state is State.ACTIVE for goal in plan.goals) < MOST_ACTIVE
    told = [_shown(goal, plan.on, has_room) for goal in plan.goals]
    going = [one for one in told if one.goal.state not in plan_words.ENDED]
    return {
        "wished": [*_by_wish(going), *(Wished(wish, ()) for wish in plan.wishes)],
        "ended": [one for one in told if one.goal.state in plan_words.ENDED][::-1],
        "news": [one for one in going if one.news], "drafts": [one for one in going if one.goal.state is State.DRAFT],
        "waiting": any(one.goal.state is State.SHARED for one in going), "place": place,
        "seen": [one for one in told if one.goal.state not in (State.DRAFT, State.WITHDRAWN)],
        "texts": plan_words, "picture": plan_picture, "filled": filled, "day": day, "moment": moment, "acts": ACTS,
    }


def _by_wish(told: Iterable[GoalShown]) -> list[Wished]:
    found: dict[str, list[GoalShown]] = {}
    for one in told:
        found.setdefault(one.goal.wish.text if one.goal.wish else "", []).append(one)
    return [Wished(wish, goals) for wish, goals in found.items()]


def _shown(goal: Goal, on: date, has_room: bool) -> GoalShown:
    first, others = plan_words.answers_of(goal, has_room)
    versions = with_differences(goal.history)
    proposal = _proposal(versions) if goal.state is State.SUGGESTED else None
    numbers = plan_picture.numbers_of(goal)
    waits = f" {_(plan_words.WAITS)}" if waits_for_room(goal) and not has_room else ""
    return GoalShown(
        goal, plan_words.turn_of(goal), _(plan_words.STATES[goal.state]) + waits, plan_words.news_of(goal, on),
        is_due(goal, on), [one for one in plan_words.last_of_staff(goal) if one.reason],
        proposal[1] if proposal else (), _proposed(proposal[0]) if proposal else (), first, others,
        [change for change in goal.history if change.act == Act.NOTICE], numbers, plan_picture.points_of(numbers),
        versions[::-1], _own_wording(goal))


def _own_wording(goal: Goal) -> str:
    """The wording that was the citizen's own last, before staff suggested another."""
    own = [change.wording for change in goal.history if change.act != Act.SUGGEST]
    return own[-1] if goal.state is State.SUGGESTED and own else goal.wording


def _proposal(versions: Sequence[tuple[Change, Sequence[Piece]]]) -> tuple[Change, Sequence[Piece]] | None:
    return next((one for one in reversed(versions) if one[0].act == Act.SUGGEST), None)


def _proposed(change: Change) -> list[tuple[str, str]]:
    """The details that staff proposed, in words."""
    return [(_(name), change.details[key]) for key, name in DETAILS.items() if change.details.get(key)]


