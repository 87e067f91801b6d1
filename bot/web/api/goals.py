# SPDX-License-Identifier: MPL-2.0
"""Goals: list, read, review by staff, answer by the citizen, follow up and comment by both."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import AwareDatetime

from bot.codebook import Theme
from bot.goals.finding import Wanted
from bot.goals.goal import Goal
from bot.goals.lifecycle import Act, Actor, State, Turn
from bot.goals.versions import with_differences
from bot.services import finding, goals
from bot.services.errors import UnknownGoal
from bot.web.api.cursors import Cursor, after_of, cursor_after
from bot.web.api.goal_shapes import (
    AnswerGoal,
    Comment,
    FollowUp,
    GoalInList,
    GoalOut,
    QuoteOut,
    Review,
    Search,
    VersionOut,
)
from bot.web.callers import AGoalReader, GoalReader, House, InHouse, Reviewer, TalkOfToken

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


async def wanted(
    status: State | None = None,
    turn: Annotated[Turn | None, Query(description="Whose turn it is.")] = None,
    theme: Theme | None = None,
    citizen: Annotated[str | None, Query(max_length=64, description="A citizen's id.")] = None,
    due_by: Annotated[date | None, Query(description="To be looked at on this day or before.")] = None,
    updated_since: Annotated[AwareDatetime | None, Query(description="With its zone.")] = None,
) -> Wanted:
    """What a list is narrowed to."""
    since: datetime | None = updated_since
    return Wanted(status, turn, theme, citizen, due_by, since)


Narrowed = Annotated[Wanted, Depends(wanted)]
AtMost = Annotated[int, Query(ge=1, le=200, description="Goals on a page.")]


def _tagged(answered: Response, goal: GoalOut) -> GoalOut:
    """The same goal, with its version as the answer's ETag."""
    answered.headers["ETag"] = f'"{goal.version}"'
    return goal


@router.get("")
def list_goals(
    request: Request, here: InHouse, caller: AGoalReader, answered: Response, narrowed: Narrowed,
    cursor: Cursor = None, limit: AtMost = 50,
) -> list[GoalInList]:
    """Goals as they stand, least recently changed first. Caller: staff (what was shared with them) or a citizen (their
    own, all at once). The next page stands as `rel="next"` in the `Link` header."""
    return _page_of_goals(request, here, caller, answered, narrowed, (cursor, limit))


@router.post("/search")
def search_goals(
    request: Request, here: InHouse, caller: AGoalReader, answered: Response, narrowed: Narrowed, body: Search,
    cursor: Cursor = None, limit: AtMost = 50,
) -> list[GoalInList]:
    """The same list, only goals with these words in wish or wording; words never stand in an address. The next page
    takes the same body. Caller: as for the list."""
    with_words = replace(narrowed, words=body.words.strip())
    return _page_of_goals(request, here, caller, answered, with_words, (cursor, limit))


def _page_of_goals(
    request: Request, here: House, caller: GoalReader, answered: Response, narrowed: Wanted,
    paged: tuple[str | None, int],
) -> list[GoalInList]:
    cursor, limit = paged
    after = after_of(cursor)
    if caller.staff is None:
        own = finding.list_for_citizen(here.store, caller.talk or "")
        kept = [goal for goal in own if narrowed.status in (None, goal.state) and narrowed.fits(goal)]
        return [GoalInList.of(goal, Actor.CITIZEN) for goal in kept]
    page = finding.list_for_staff(here.store, here.clock, caller.staff, narrowed, after, limit)
    if page.after:
        following = request.url.include_query_params(cursor=cursor_after(page.after))
        answered.headers["Link"] = f'<{following.path}?{following.query}>; rel="next"'
    return [GoalInList.of(goal, Actor.STAFF) for goal in page.goals]


@router.get("/{goal_id}")
def read_goal(goal_id: str, here: InHouse, caller: AGoalReader, answered: Response) -> GoalOut:
    """One goal with its history and the shared quotes, and its version as ETag. Caller: staff it is shared with, or
    its citizen."""
    if caller.staff:
        goal, quotes = finding.read_for_staff(here.store, here.clock, caller.staff, goal_id)
        return _tagged(answered, GoalOut.whole(goal, Actor.STAFF, [QuoteOut.of(told) for told in quotes]))
    return _tagged(answered, GoalOut.whole(_own(here, caller, goal_id), Actor.CITIZEN))


@router.get("/{goal_id}/versions")
def read_versions(goal_id: str, here: InHouse, caller: AGoalReader) -> list[VersionOut]:
    """Every version, and word by word what it changed. Caller: staff it is shared with, or its citizen."""
    if caller.staff:
        goal, _ = finding.read_for_staff(here.store, here.clock, caller.staff, goal_id)
    else:
        goal = _own(here, caller, goal_id)
    return [VersionOut.with_difference(*told) for told in with_differences(goal.history)]


def _own(here: House, caller: GoalReader, goal_id: str) -> Goal:
    """The citizen's own goal; `UnknownGoal` otherwise."""
    own = finding.list_for_citizen(here.store, caller.talk or "")
    found = next((goal for goal in own if goal.id == goal_id), None)
    if found is None:
        raise UnknownGoal
    return found


@router.post("/{goal_id}/review")
def review(
    goal_id: str, body: Review, here: InHouse, caller: Reviewer, answered: Response, read: VersionRead = None
) -> GoalOut:
    """Agree, suggest, ask, or not now. Caller: staff it is shared with. `If-Match` with the ETag that was read keeps
    another's change: 412 tells the version that stands."""
    words = goals.Words(body.wording, body.reason, read, body.details.along())
    goal = goals.review(here.store, here.clock, caller, goal_id, Act(body.act), words)
    return _tagged(answered, GoalOut.whole(goal, Actor.STAFF))


@router.post("/{goal_id}/answer")
def answer(
    goal_id: str, body: AnswerGoal, here: InHouse, talk: TalkOfToken, answered: Response, read: VersionRead = None
) -> GoalOut:
    """Yes, own wording, a reply, no, or take back. Caller: the goal's citizen. `If-Match` as for a review."""
    words = goals.Words(body.wording, body.reason, read, body.details.along())
    goal = goals.answer(here.store, here.clock, talk, goal_id, Act(body.act), words)
    return _tagged(answered, GoalOut.whole(goal, Actor.CITIZEN))


@router.post("/{goal_id}/follow-up")
def follow_up(
    goal_id: str, body: FollowUp, here: InHouse, caller: AGoalReader, answered: Response, read: VersionRead = None
) -> GoalOut:
    """What happened since: a score, a step noticed, a pause, an end. Caller: the goal's citizen, or staff it is shared
    with. `If-Match` as for a review."""
    words = goals.Words("", body.comment, read, body.along())
    return _tagged(answered, _done(here, caller, goal_id, Act(body.act), words))


@router.post("/{goal_id}/comments", status_code=201)
def comment(
    goal_id: str, body: Comment, here: InHouse, caller: AGoalReader, answered: Response, read: VersionRead = None
) -> GoalOut:
    """Some words that both can read. Caller: the goal's citizen, or staff it is shared with. `If-Match` as for a
    review: with it, a comment that is sent again after a broken line is kept once."""
    return _tagged(answered, _done(here, caller, goal_id, Act.COMMENT, goals.Words("", body.text, read)))


def _done(here: House, caller: GoalReader, goal_id: str, act: Act, words: goals.Words) -> GoalOut:
    """The goal after an act that both sides have."""
    if caller.staff:
        goal = goals.review(here.store, here.clock, caller.staff, goal_id, act, words)
        return GoalOut.whole(goal, Actor.STAFF)
    return GoalOut.whole(goals.answer(here.store, here.clock, caller.talk or "", goal_id, act, words), Actor.CITIZEN)
