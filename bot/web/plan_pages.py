# SPDX-License-Identifier: MPL-2.0
"""The citizen's own plan, "Mit afsæt": what is wished, agreed and shared; to answer, score, print and take back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from bot.care import answers, danger, staff_now
from bot.care.staffed_hours import presence
from bot.codebook import Safety
from bot.exports import calendar, paper
from bot.goals.goal import NOTHING_ALONG, Along
from bot.goals.lifecycle import Act
from bot.records import Rating
from bot.services import after_talk, finding, goals, own_plan, privacy
from bot.services.errors import DeskError, NotOnTheRuler, TextNeeded, TextTooLong
from bot.services.sharing import preview
from bot.web import plan_view
from bot.web.callers import House, InHouse, PageTalk
from bot.web.headers import policy_for_paper
from bot.web.plan_words import DONE
from bot.web.problems import status_of
from bot.web.rendering import page
from bot.web.sharing import PARTS, Shown, filled

router = APIRouter(prefix="/mit-afsaet", include_in_schema=False)
_Words = Annotated[str, Form()]
_Number = Annotated[str, Form(max_length=5)]
_OFF_THE_RULER = "Vælg et tal fra 0 til 10."
_NOTHING_SAID = "Vælg et tal, eller skriv et par ord."


@dataclass(frozen=True)
class Back:
    """What the page gets when something could not be done: why, where, and all that had been filled in."""

    status: int = 200
    error: str = ""
    place: str = ""
    """The goal, or the part of the page ("del", "samtalen", "delt"), that the error belongs to."""
    typed: Mapping[str, Any] = field(default_factory=dict)
    ticked: tuple[list[str], list[int], bool] = ([], [], False)
    help_now: bool = False


@router.get("")
def own(
    request: Request, here: InHouse, talk: PageTalk,
    goal: Annotated[list[str], Query(max_length=20)] = [],  # noqa: B006  (FastAPI copies it)
    quote: Annotated[list[int], Query(max_length=100)] = [],  # noqa: B006
    summary: bool = False, sket: str = "", maal: str = "", fare: Safety = Safety.NONE,
) -> HTMLResponse:
    """My plan: with the ticks of a share that was gone back from, and with what was done last (`sket` to `maal`); or,
    after words of danger (`fare`), help alone. Caller: the browser that holds the conversation's cookie."""
    if fare is not Safety.NONE:
        return _help(request, here, fare)
    return _plan_page(request, here, talk, Back(ticked=(goal, quote, summary)), done=DONE.get(sket, ""), of=maal)


def _help(request: Request, here: House, level: Safety) -> HTMLResponse:
    """What is said in a talk too: the numbers, and that staff are told."""
    said = answers.with_note(answers.answer(level, danger.DangerKind.UNKNOWN, 0, here.gateway.contacts))
    hours = here.settings.hours
    now = presence(hours, here.clock()) if hours else None
    return page(request, "mit-hjaelp.html", said=staff_now.truly(said, now))


@router.post("/del")
async def share(
    request: Request, here: InHouse, talk: PageTalk,
    goal: Annotated[list[str], Form(max_length=20)] = [],  # noqa: B006
    quote: Annotated[list[int], Form(max_length=100)] = [],  # noqa: B006
    summary: Annotated[bool, Form()] = False, seen: Annotated[str, Form(max_length=64)] = "",
) -> Response:
    """Shows what was ticked as staff will see it; what comes back with the seal of what was shown is shared. Caller:
    the browser that holds the conversation's cookie."""
    ticked = (goal, quote, summary)
    back = Back(place="del", ticked=ticked)
    try:
        shown = Shown.of(await run_in_threadpool(preview, here.store, here.clock, talk, *ticked))
    except DeskError as error:
        return await run_in_threadpool(_plan_page, request, here, talk, _refused(back, error))
    if shown.seal != seen:
        return page(
            request, "del.html", shown=shown, ticked=ticked, changed=bool(seen), filled=filled, parts=PARTS)
    return await _do(request, here, talk, back, lambda: goals.share(here.store, here.clock, talk, *ticked), "#delt")


@router.post("/svar")
async def answer(
    request: Request, here: InHouse, talk: PageTalk,
    goal: Annotated[str, Form(max_length=64)], act: Annotated[Act, Form()],
    wording: _Words = "", reason: _Words = "", score: _Number = "", version: Annotated[int | None, Form()] = None,
) -> Response:
    """Answers a review, follows up, pauses, ends or takes back. Caller: the browser that holds the conversation's
    cookie."""
    typed = {"goal": goal, "act": act, "wording": wording, "reason": reason, "score": score}

    def do() -> None:
        if act is Act.FOLLOW_UP and not (score.strip() or reason.strip()):
            raise TextNeeded(_NOTHING_SAID)
        number = _number(score)
        along = NOTHING_ALONG if number is None else Along(number)
        goals.answer(here.store, here.clock, talk, goal, act, goals.Words(
            wording if act is Act.OWN_WORDING else "", reason, version, along))

    then = f"?sket={act}&maal={goal}#maal-{goal}"
    return await _do(request, here, talk, Back(place=goal, typed=typed), do, then, wording, reason)


def _number(typed: str) -> float | None:
    """"7" or "7,5"; None for nothing; `NotOnTheRuler` for what is no number."""
    try:
        return float(typed.replace(",", ".")) if typed.strip() else None
    except ValueError:
        raise NotOnTheRuler(_OFF_THE_RULER) from None


@router.post("/samtalen")
async def rate(
    request: Request, here: InHouse, talk: PageTalk, heard: _Number = "", mattered: _Number = "",
    suited: _Number = "", brought: _Number = "", comment: _Words = "",
) -> Response:
    """Tells how the talk was. Caller: the browser that holds the conversation's cookie."""
    told = {"heard": heard, "mattered": mattered, "suited": suited, "brought": brought}

    def do() -> None:
        if len(comment) > goals.LONGEST_WORDS:
            raise TextTooLong
        scores = {name: _number(typed) for name, typed in told.items()}
        after_talk.rate(here.store, here.clock, talk, Rating(**scores, comment=comment))

    back = Back(place="samtalen", typed={**told, "comment": comment})
    return await _do(request, here, talk, back, do, "?maal=samtalen#samtalen", comment)


@router.post("/oenske")
async def take_off_wish(
    request: Request, here: InHouse, talk: PageTalk, wish: Annotated[str, Form(max_length=2_000)]
) -> Response:
    """"Det er ikke mit ønske." Caller: the browser that holds the conversation's cookie."""
    return await _do(
        request, here, talk, Back(place="oensker"), lambda: own_plan.take_off(here.store, here.clock, talk, wish),
        "?sket=not_my_wish&maal=oensker#oensker")


@router.post("/tilbage")
async def take_back(
    request: Request, here: InHouse, talk: PageTalk, of: Annotated[str, Form(max_length=64)] = "",
    quote: Annotated[int | None, Form(ge=1, le=1_000_000)] = None, summary: Annotated[bool, Form()] = False,
) -> Response:
    """Takes back a quote or the talk in short. Caller: the browser that holds the conversation's cookie."""
    turns = [quote] if quote is not None else []
    return await _do(
        request, here, talk, Back(place="delt"), lambda: privacy.take_back_from(
            here.store, here.clock, talk, of or talk, turns, summary), "?sket=take_back&maal=delt#delt")


@router.get("/plan")
def printed(here: InHouse, talk: PageTalk) -> HTMLResponse:
    """My plan on paper. Caller: the browser that holds the conversation's cookie."""
    made = paper.as_html(finding.plan_for_citizen(here.store, here.clock, talk), paper.For.CITIZEN, here.clock())
    return HTMLResponse(made, headers={"Content-Security-Policy": policy_for_paper(made)})


@router.get("/plan.pdf")
def as_pdf(here: InHouse, talk: PageTalk) -> Response:
    """The same as PDF. Caller: the browser that holds the conversation's cookie."""
    plan = finding.plan_for_citizen(here.store, here.clock, talk)
    return _file(paper.as_pdf(plan, paper.For.CITIZEN, here.clock()), "application/pdf", "mit-afsaet.pdf")


@router.get("/uge.ics")
def week(here: InHouse, talk: PageTalk) -> Response:
    """My week and when a delmål is looked at again, for a calendar. Caller: the browser that holds the conversation's
    cookie."""
    plan = finding.plan_for_citizen(here.store, here.clock, talk)
    return _file(calendar.calendar(plan, here.clock()), "text/calendar; charset=utf-8", "mit-afsaet.ics")


def _file(content: bytes, kind: str, name: str) -> Response:
    return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


async def _do(
    request: Request, here: House, talk: str, back: Back, act: Callable[[], object], then: str, *words: str
) -> Response:
    """Does one thing and leads on; on an error the page says why and keeps what was typed. Words of danger are heeded
    either way."""
    level = await run_in_threadpool(own_plan.heed, here.store, here.clock, talk, *words)
    try:
        await run_in_threadpool(act)
    except DeskError as error:
        refused = _refused(back, error, help_now=level is not Safety.NONE)
        return await run_in_threadpool(_plan_page, request, here, talk, refused)
    return RedirectResponse("/mit-afsaet" + (then if level is Safety.NONE else f"?fare={level}"), 303)


def _refused(back: Back, error: DeskError, help_now: bool = False) -> Back:
    return Back(status_of(error), error.danish, back.place, back.typed, back.ticked, help_now)


def _plan_page(
    request: Request, here: House, talk: str, back: Back, done: str = "", of: str = ""
) -> HTMLResponse:
    plan = own_plan.own_plan(here.store, here.clock, talk)
    return page(
        request, "mit-afsaet.html", back.status, plan=plan, back=back, done=done, of=of, parts=PARTS,
        can_draw=paper.can_draw(), contacts=here.gateway.contacts, **plan_view.shown(plan, back.place))
