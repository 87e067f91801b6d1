# SPDX-License-Identifier: MPL-2.0
"""Goals: list, read, review by staff, answer by the citizen."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Response
from fastapi.exceptions import RequestValidationError

from bot.goals.lifecycle import Act, Actor, State
from bot.services import goals
from bot.services.errors import UnknownGoal
from bot.web.api.shapes import AnswerGoal, GoalOut, QuoteOut, Review
from bot.web.callers import AGoalReader, AStaff, InHouse, TalkOfToken

router = APIRouter(prefix="/goals", tags=["goals"])
_ETAG = re.compile(r'(?:W/)?"(\d{1,9})"')


IfMatch = Annotated[str | None, Header(description="ETag of what was read.")]


async def version_read(if_match: IfMatch = None) -> int | None:
    """The version in `If-Match`; None without one or for `*`; 422 for what is no ETag of ours."""
    if if_match is None or if_match.strip() == "*":
        return None
    said = _ETAG.fullmatch(if_match.strip())
    if said is None:
        raise RequestValidationError([{"loc": ("header", "if-match"), "type": "etag"}])
    return int(said[1])


VersionRead = Annotated[int | None, Depends(version_read)]


def _tagged(answered: Response, goal: GoalOut) -> GoalOut:
    """The same goal, with its version as the answer's ETag."""
    answered.headers["ETag"] = f'"{goal.version}"'
    return goal


@router.get("")
def list_goals(here: InHouse, caller: AGoalReader, status: State | None = None) -> list[GoalOut]:
    """Goals, oldest change first. Caller: staff (what was shared with them) or a citizen (their own)."""
    if caller.staff:
        found = goals.list_for_staff(here.store, here.clock, caller.staff, status)
        return [GoalOut.of(goal, Actor.STAFF) for goal in found]
    own = goals.list_for_citizen(here.store, caller.talk or "")
    return [GoalOut.of(goal, Actor.CITIZEN) for goal in own if status in (None, goal.state)]


@router.get("/{goal_id}")
def read_goal(goal_id: str, here: InHouse, caller: AGoalReader, answered: Response) -> GoalOut:
    """One goal with its history and the shared quotes, and its version as ETag. Caller: staff it is shared with, or
    its citizen."""
    if caller.staff:
        goal, quotes = goals.read_for_staff(here.store, here.clock, caller.staff, goal_id)
        quoted = [QuoteOut(turn=turn, text=text) for turn, text in quotes]
        return _tagged(answered, GoalOut.of(goal, Actor.STAFF, quoted))
    own = goals.list_for_citizen(here.store, caller.talk or "")
    found = next((goal for goal in own if goal.id == goal_id), None)
    if found is None:
        raise UnknownGoal
    return _tagged(answered, GoalOut.of(found, Actor.CITIZEN))


@router.post("/{goal_id}/review")
def review(
    goal_id: str, body: Review, here: InHouse, caller: AStaff, answered: Response, read: VersionRead = None
) -> GoalOut:
    """Agree, suggest, ask, or not now. Caller: staff it is shared with. `If-Match` with the ETag that was read keeps
    another's change: 412 tells the version that stands."""
    words = goals.Words(body.wording, body.reason, read)
    goal = goals.review(here.store, here.clock, caller, goal_id, Act(body.act), words)
    return _tagged(answered, GoalOut.of(goal, Actor.STAFF))


@router.post("/{goal_id}/answer")
def answer(
    goal_id: str, body: AnswerGoal, here: InHouse, talk: TalkOfToken, answered: Response, read: VersionRead = None
) -> GoalOut:
    """Yes, own wording, a reply, no, or take back. Caller: the goal's citizen. `If-Match` as for a review."""
    words = goals.Words(body.wording, body.reason, read)
    goal = goals.answer(here.store, here.clock, talk, goal_id, Act(body.act), words)
    return _tagged(answered, GoalOut.of(goal, Actor.CITIZEN))
