# SPDX-License-Identifier: MPL-2.0
"""The citizen's pages, made on the server: they work without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID, uuid4

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from bot.goals.goal import Goal
from bot.goals.lifecycle import Act, State, allowed_acts
from bot.goals.lifecycle import Actor as Who
from bot.mi.conversation import Way
from bot.mi.ways import WAY_NAMES
from bot.records import Turn
from bot.services import finding, goals, peers, talking
from bot.services.errors import DeskError, EmptyText, TooMany
from bot.services.sharing import preview
from bot.web import cookies
from bot.web.callers import House, InHouse, NoTalk, PageTalk
from bot.web.gateway import clean
from bot.web.privacy_pages import privacy_facts
from bot.web.problems import status_of
from bot.web.rates import check_pace, limited, typed
from bot.web.refused import wait_headers
from bot.web.rendering import page
from bot.web.sharing import PARTS, Shown, filled

router = APIRouter(include_in_schema=False)
_SHOWN = 60
"""Turns on the page; earlier ones are reached by a link."""
Ticked = tuple[list[str], list[int], bool]
"""Goals, quotes and the talk in short, as they were ticked."""
_A_MONTH = 30 * 24 * 3600

ANSWERS = {
    Act.YES: "Ja, sådan skal det være",
    Act.OWN_WORDING: "Skriv det om",
    Act.REPLY: "Svar",
    Act.NO: "Nej, det skal ikke være et mål",
    Act.TAKE_BACK: "Tag det tilbage",
}
STATES = {
    State.DRAFT: "Kun du kan se det.",
    State.SHARED: "Din bostøtte kan se det nu og har ikke svaret endnu.",
    State.SUGGESTED: "Din bostøtte foreslår andre ord.",
    State.ASKED: "Din bostøtte har et spørgsmål.",
    State.DECLINED: "Din bostøtte siger: ikke lige nu.",
    State.AGREED: "Din bostøtte siger ja. Nu er det din tur.",
    State.ACTIVE: "I har begge sagt ja. Målet er i gang.",
    State.PAUSED: "Målet holder pause.",
    State.REACHED: "Målet er nået.",
    State.DROPPED: "Målet er lagt væk.",
    State.WITHDRAWN: "Du har taget det tilbage.",
}


async def lead_to_start(request: Request, error: Exception) -> Response:
    """A browser without a conversation is led to the start."""
    return RedirectResponse("/", 303)


@router.get("/")
def start(request: Request, here: InHouse, kode: str = "") -> HTMLResponse:
    """What this is, and the field for a code. Caller: anybody."""
    return page(request, "start.html", code=kode[:64], error="", ways=WAY_NAMES.items(), **privacy_facts(here))


@router.post("/start", dependencies=[limited("start", by=typed("code"))])
async def begin(
    request: Request, here: InHouse, code: Annotated[str, Form()] = "", way: Annotated[Way, Form()] = Way.MEETING
) -> Response:
    """Begins the conversation of a code by the way in that was chosen. Caller: whoever holds the code."""
    try:
        opened = await run_in_threadpool(talking.open_conversation, here.store, here.clock, code, way)
    except DeskError as error:
        return page(request, "start.html", status_of(error), code=code, error=error.danish, ways=WAY_NAMES.items(),
                    **privacy_facts(here))
    answer = RedirectResponse("/samtale", 303)
    cookies.give(answer, here.settings, cookies.TALK_COOKIE, opened.token, _A_MONTH)
    return answer


@router.get("/samtale")
def talk(
    request: Request, here: InHouse, own: PageTalk, alt: int = 0,
    goal: Annotated[list[str], Query(max_length=20)] = [],  # noqa: B006
    quote: Annotated[list[int], Query(max_length=100)] = [],  # noqa: B006
    summary: bool = False,
) -> HTMLResponse:
    """The conversation, with the ticks of a share that was gone back from. Caller: the browser that holds its cookie.
    """
    return _talk_page(request, here, own, everything=bool(alt), ticked=(goal, quote, summary))


@router.post("/samtale")
async def say(
    request: Request, here: InHouse, own: PageTalk,
    text: Annotated[str, Form()] = "", choice: Annotated[str, Form(max_length=300)] = "",
    client_id: Annotated[str, Form(max_length=64)] = "",
) -> Response:
    """Says something, by the field or by a button. Caller: the browser that holds the conversation's cookie."""
    said = choice or text
    try:
        await check_pace(here, own, said)
        if not choice and await run_in_threadpool(
            peers.hears_the_citizen, here.store, here.clock, own, clean(said)
        ):
            return RedirectResponse("/samtale#nu", 303)
        await here.gateway.say(own, _uuid(client_id), said)
    except DeskError as error:
        draft = "" if isinstance(error, EmptyText) else said
        shown = await run_in_threadpool(
            _talk_page, request, here, own, status=status_of(error), error=error.danish, draft=draft,
            help_now=isinstance(error, TooMany),
        )
        shown.headers.update(wait_headers(error))
        return shown
    return RedirectResponse("/samtale#nu", 303)


@router.post("/samtale/del")
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
            _talk_page, request, here, own, status=status_of(error), error=error.danish, ticked=ticked)
    if shown.seal != seen:
        return page(
            request, "del.html", shown=shown, ticked=ticked, changed=bool(seen), filled=filled, parts=PARTS)
    return await _do(request, here, own, lambda: goals.share(here.store, here.clock, own, *ticked))


@router.post("/samtale/svar")
async def answer(
    request: Request, here: InHouse, own: PageTalk,
    goal: Annotated[str, Form(max_length=64)], act: Annotated[Act, Form()],
    words: Annotated[str, Form()] = "",
) -> Response:
    """Answers a review. Caller: the browser that holds the conversation's cookie."""
    return await _do(
        request, here, own, lambda: goals.answer(here.store, here.clock, own, goal, act, goals.Words(words, words)),
        kept={(goal, act): words},
    )


async def _do(
    request: Request, here: House, own: str, act: Callable[[], object], kept: dict[tuple[str, str], str] | None = None
) -> Response:
    """Does one thing and shows the page; on an error it says why, and keeps what was typed."""
    try:
        await run_in_threadpool(act)
    except DeskError as error:
        return await run_in_threadpool(
            _talk_page, request, here, own, status=status_of(error), error=error.danish, kept=kept
        )
    return RedirectResponse("/samtale#udkast", 303)


def _talk_page(
    request: Request, here: House, own: str, status: int = 200, error: str = "", draft: str = "",
    everything: bool = False, kept: dict[tuple[str, str], str] | None = None, help_now: bool = False,
    ticked: Ticked = ([], [], False),
) -> HTMLResponse:
    turns = talking.history(here.store, own)
    shown = turns if everything else turns[-_SHOWN:]
    return page(
        request, "samtale.html", status, turns=shown, hidden=len(turns) - len(shown), error=error, draft=draft,
        choices=turns[-1].replies[-1].choices if turns[-1].replies else (), client_id=uuid4().hex,
        goals=[_shown(goal) for goal in finding.list_for_citizen(here.store, own)], quotes=_quotable(turns),
        contacts=here.gateway.contacts, kept=kept or {}, help_now=help_now, ticked=ticked,
        room=peers.room_of_citizen(here.store, here.clock, own),
    )


def _shown(goal: Goal) -> dict[str, Any]:
    acts = [act for act in allowed_acts(goal.state, Who.CITIZEN) if act in ANSWERS]
    last = goal.history[-1]
    return {
        "goal": goal, "state": STATES[goal.state], "reason": last.reason if last.actor is Who.STAFF else "",
        "answers": [(act, ANSWERS[act]) for act in acts], "needs_words": {Act.OWN_WORDING, Act.REPLY},
        "waits": goals.waits_for_room(goal), "is_draft": goal.state is State.DRAFT,
    }


def _quotable(turns: tuple[Turn, ...]) -> list[tuple[int, str]]:
    """What the citizen told at some length; yes, no and numbers are not worth sharing."""
    told = [(turn.number, turn.said.text) for turn in turns if turn.said and turn.said.talk]
    return told[-12:]


def _uuid(client_id: str) -> str:
    """The form's own name for the message; a fresh one if the form was changed."""
    try:
        return UUID(client_id).hex
    except ValueError:
        return uuid4().hex


__all__ = ["NoTalk", "lead_to_start", "router"]
