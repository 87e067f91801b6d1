# SPDX-License-Identifier: MPL-2.0
"""Mit afsæt, the citizen's own plan: wishes, delmål, whose turn it is, sharing with a preview, answers, scores."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from bot.exports import calendar, paper
from bot.goals.followup import follow_ups, is_due
from bot.goals.goal import NOTHING_ALONG, Along, Change, Goal
from bot.goals.lifecycle import Act, State, allowed_acts
from bot.goals.lifecycle import Actor as Who
from bot.goals.versions import with_differences
from bot.records import Rating, Turn
from bot.services import after_talk, finding, goals, talking
from bot.services.errors import DeskError
from bot.services.sharing import preview
from bot.web import plan_words
from bot.web.callers import House, InHouse, PageTalk
from bot.web.headers import policy_for_paper
from bot.web.problems import status_of
from bot.web.rendering import page
from bot.web.sharing import PARTS, Shown, filled

router = APIRouter(prefix="/mit-afsaet", include_in_schema=False)
Ticked = tuple[list[str], list[int], bool]
"""Goals, quotes and the talk in short, as they were ticked."""
_NO_TICKS: Ticked = ([], [], False)
_Typed = dict[str, str]
_Number = Annotated[str, Form(max_length=5)]
_OVER = (State.REACHED, State.DROPPED, State.WITHDRAWN)


@router.get("")
def plan(
    request: Request, here: InHouse, own: PageTalk,
    goal: Annotated[list[str], Query(max_length=20)] = [],  # noqa: B006
    quote: Annotated[list[int], Query(max_length=100)] = [],  # noqa: B006
    summary: bool = False,
) -> HTMLResponse:
    """My plan, with the ticks of a share that was gone back from. Caller: the browser that holds the conversation's
    cookie."""
    return _plan_page(request, here, own, ticked=(goal, quote, summary))


@router.post("/del")
async def share(
    request: Request, here: InHouse, own: PageTalk,
    goal: Annotated[list[str], Form(max_length=20)] = [],  # noqa: B006  (FastAPI copies it)
    quote: Annotated[list[int], Form(max_length=100)] = [],  # noqa: B006
    summary: Annotated[bool, Form()] = False, seen: Annotated[str, Form(max_length=64)] = "",
) -> Response:
    """Shows what was ticked as staff will see it; what comes back with the seal of what was shown is shared. Caller:
    the browser that holds the conversation's cookie."""
    ticked = (goal, quote, summary)
    try:
        shown = Shown.of(await run_in_threadpool(preview, here.store, here.clock, own, *ticked))
    except DeskError as error:
        return await run_in_threadpool(
            _plan_page, request, here, own, status=status_of(error), error=error.danish, ticked=ticked)
    if shown.seal != seen:
        return page(
            request, "del.html", shown=shown, ticked=ticked, changed=bool(seen), filled=filled, parts=PARTS)
    return await _do(request, here, own, lambda: goals.share(here.store, here.clock, own, *ticked))


@router.post("/svar")
async def answer(
    request: Request, here: InHouse, own: PageTalk, goal: Annotated[str, Form(max_length=64)],
    act: Annotated[Act, Form()], words: Annotated[str, Form()] = "", score: _Number = "",
) -> Response:
    """Answers a review, or tells how it goes. Caller: the browser that holds the conversation's cookie."""
    typed = {"goal": goal, "act": act.value, "words": words, "score": score}
    try:
        along = Along(_number(score)) if score.strip() else NOTHING_ALONG
    except ValueError:
        return await run_in_threadpool(
            _plan_page, request, here, own, status=422, error=plan_words.NO_NUMBER, typed=typed)
    said = goals.Words(words, words, along=along)
    return await _do(
        request, here, own, lambda: goals.answer(here.store, here.clock, own, goal, act, said), typed=typed)


@router.post("/samtalen")
async def rate(
    request: Request, here: InHouse, own: PageTalk, heard: _Number = "", mattered: _Number = "", suited: _Number = "",
    brought: _Number = "", comment: Annotated[str, Form(max_length=2_000)] = "",
) -> Response:
    """How the talk was. Caller: the browser that holds the conversation's cookie."""
    scores = {"heard": heard, "mattered": mattered, "suited": suited, "brought": brought}
    typed = {**scores, "comment": comment}
    try:
        told = Rating(**{name: _number(one) if one.strip() else None for name, one in scores.items()}, comment=comment)
    except ValueError:
        return await run_in_threadpool(
            _plan_page, request, here, own, status=422, error=plan_words.NO_NUMBER, typed=typed)
    return await _do(request, here, own, lambda: after_talk.rate(here.store, here.clock, own, told), typed=typed)


@router.get("/plan")
def printed(here: InHouse, own: PageTalk) -> HTMLResponse:
    """The plan on paper, ready to print. Caller: the browser that holds the conversation's cookie."""
    made = paper.as_html(finding.plan_for_citizen(here.store, here.clock, own), paper.For.CITIZEN, here.clock())
    return HTMLResponse(made, headers={"Content-Security-Policy": policy_for_paper(made)})


@router.get("/plan.pdf")
def as_pdf(request: Request, here: InHouse, own: PageTalk) -> Response:
    """The same as PDF. Caller: the browser that holds the conversation's cookie."""
    found = finding.plan_for_citizen(here.store, here.clock, own)
    try:
        made = paper.as_pdf(found, paper.For.CITIZEN, here.clock())
    except paper.NoPango:
        return _plan_page(request, here, own, status=503, error=plan_words.NO_PDF)
    return _file(made, "application/pdf", "mit-afsaet.pdf")


@router.get("/uge.ics")
def as_calendar(here: InHouse, own: PageTalk) -> Response:
    """My week for a calendar. Caller: the browser that holds the conversation's cookie."""
    found = finding.plan_for_citizen(here.store, here.clock, own)
    return _file(calendar.calendar(found, here.clock()), "text/calendar; charset=utf-8", "uge.ics")


def _file(content: bytes, kind: str, name: str) -> Response:
    return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _number(typed: str) -> float:
    """"7" or "7,5"; `ValueError` for what is no number."""
    return float(typed.replace(",", "."))


async def _do(
    request: Request, here: House, own: str, act: Callable[[], object], typed: _Typed | None = None
) -> Response:
    """Does one thing and shows the page; on an error it says why, and keeps what was typed."""
    try:
        await run_in_threadpool(act)
    except DeskError as error:
        return await run_in_threadpool(
            _plan_page, request, here, own, status=status_of(error), error=error.danish, typed=typed)
    return RedirectResponse("/mit-afsaet", 303)


def _plan_page(
    request: Request, here: House, own: str, status: int = 200, error: str = "", typed: _Typed | None = None,
    ticked: Ticked = _NO_TICKS,
) -> HTMLResponse:
    found = finding.list_for_citizen(here.store, own)
    turns = talking.history(here.store, own)
    shown = [_shown(goal, here) for goal in found]
    return page(
        request, "mit-afsaet.html", status, error=error, typed=typed or {}, ticked=ticked, p=plan_words,
        going=[one for one in shown if one.goal.state not in _OVER],
        over=[one for one in shown if one.goal.state in _OVER],
        quotes=_quotable(turns), has_told=any(turn.said for turn in turns))


@dataclass(frozen=True)
class ShownGoal:
    """A goal as its citizen sees it: what it waits for, what they can do, and how it went."""

    goal: Goal
    reason: str
    pieces: Sequence[Any]
    answers: list[Act]
    steps: list[Act]
    scores: tuple[Change, ...]
    is_due: bool
    waits: bool

    @property
    def points(self) -> list[tuple[float, float, Change]]:
        """(x, y, score) on a picture of 320 by 120, oldest first; scores 0–10 from below."""
        told = [one for one in self.scores if one.score is not None]
        across = 280 / max(1, len(told) - 1)
        return [(20 + across * number, 110 - 10 * (one.score or 0), one) for number, one in enumerate(told)]


def _shown(goal: Goal, here: House) -> ShownGoal:
    may = allowed_acts(goal.state, Who.CITIZEN)
    last = goal.history[-1]
    changed = with_differences(goal.history)[-1][1] if goal.state is State.SUGGESTED else ()
    return ShownGoal(
        goal, last.reason if last.actor is Who.STAFF else "", changed,
        [act for act in plan_words.ANSWERS if act in may], [act for act in plan_words.STEPS if act in may],
        follow_ups(goal), is_due(goal, here.clock().date()), goals.waits_for_room(goal))


def _quotable(turns: tuple[Turn, ...]) -> list[tuple[int, str]]:
    """What the citizen told at some length; yes, no and numbers are not worth sharing."""
    told = [(turn.number, turn.said.text) for turn in turns if turn.said and turn.said.talk]
    return told[-12:]


def news_of(found: Sequence[Goal]) -> str:
    """What the conversation's page says of the plan: what waits for the citizen first; empty without any goal."""
    states = {goal.state for goal in found}
    if states & {State.SUGGESTED, State.ASKED, State.DECLINED, State.AGREED}:
        return plan_words.ANSWERED
    if State.DRAFT in states:
        return plan_words.DRAFTED
    return plan_words.THERE if found else ""
