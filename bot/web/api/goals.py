# SPDX-License-Identifier: MPL-2.0
"""Goals: list, read, review by staff, answer by the citizen."""

from __future__ import annotations

from fastapi import APIRouter

from bot.goals.lifecycle import Act, Actor, State
from bot.services import goals
from bot.services.errors import UnknownGoal
from bot.web.api.shapes import AnswerGoal, GoalOut, QuoteOut, Review
from bot.web.callers import AGoalReader, AStaff, InHouse, TalkOfToken

router = APIRouter(prefix="/goals", tags=["goals"])


@router.get("")
def list_goals(here: InHouse, caller: AGoalReader, status: State | None = None) -> list[GoalOut]:
    """Goals, oldest change first. Caller: staff (what was shared with them) or a citizen (their own)."""
    if caller.staff:
        found = goals.list_for_staff(here.store, here.clock, caller.staff, status)
        return [GoalOut.of(goal, Actor.STAFF) for goal in found]
    own = goals.list_for_citizen(here.store, caller.talk or "")
    return [GoalOut.of(goal, Actor.CITIZEN) for goal in own if status in (None, goal.state)]


@router.get("/{goal_id}")
def read_goal(goal_id: str, here: InHouse, caller: AGoalReader) -> GoalOut:
    """One goal with its history and the shared quotes. Caller: staff it is shared with, or its citizen."""
    if caller.staff:
        goal, quotes = goals.read_for_staff(here.store, here.clock, caller.staff, goal_id)
        return GoalOut.of(goal, Actor.STAFF, [QuoteOut(turn=turn, text=text) for turn, text in quotes])
    own = goals.list_for_citizen(here.store, caller.talk or "")
    found = next((goal for goal in own if goal.id == goal_id), None)
    if found is None:
        raise UnknownGoal
    return GoalOut.of(found, Actor.CITIZEN)


@router.post("/{goal_id}/review")
def review(goal_id: str, body: Review, here: InHouse, caller: AStaff) -> GoalOut:
    """Agree, suggest, ask, or not now. Caller: staff it is shared with."""
    goal = goals.review(here.store, here.clock, caller, goal_id, Act(body.act), body.wording, body.reason)
    return GoalOut.of(goal, Actor.STAFF)


@router.post("/{goal_id}/answer")
def answer(goal_id: str, body: AnswerGoal, here: InHouse, talk: TalkOfToken) -> GoalOut:
    """Yes, own wording, a reply, no, or take back. Caller: the goal's citizen."""
    goal = goals.answer(here.store, here.clock, talk, goal_id, Act(body.act), body.wording, body.reason)
    return GoalOut.of(goal, Actor.CITIZEN)
