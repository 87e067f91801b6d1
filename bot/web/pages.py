# SPDX-License-Identifier: MPL-2.0
"""The citizen's pages, made on the server: they work without JavaScript."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Any
from uuid import UUID, uuid4

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from bot.codebook import THEME_NAMES
from bot.mi.conversation import Way
from bot.mi.ways import WAY_NAMES
from bot.records import Turn
from bot.services import finding, invitations, peers, talking
from bot.services.errors import DeskError, EmptyText, TooMany
from bot.web import cookies
from bot.web.callers import House, InHouse, NoTalk, PageTalk, page_talk
from bot.web.gateway import clean
from bot.web.peer_pages import merged
from bot.web.plan_words import news
from bot.web.privacy_pages import privacy_facts
from bot.web.problems import status_of
from bot.web.rates import check_pace, limited, typed
from bot.web.refused import wait_headers
from bot.web.rendering import page

router = APIRouter(include_in_schema=False)
_SHOWN = 60
"""Turns on the page; earlier ones are reached by a link."""
_A_MONTH = 30 * 24 * 3600


async def lead_to_start(request: Request, error: Exception) -> Response:
    """A browser without a conversation is led to the start."""
    return RedirectResponse("/", 303)


@router.get("/")
def start(request: Request, here: InHouse, kode: str = "") -> HTMLResponse:
    """What this is, and the field for a code; who has a talk on this device can go on. Caller: anybody."""
    return _start_page(request, here, kode[:64])


def _start_page(
    request: Request, here: House, code: str, way: Way = Way.MEETING, status: int = 200, error: str = ""
) -> HTMLResponse:
    return page(request, "start.html", status, code=code, error=error, ways=WAY_NAMES.items(), way=way,
                goes_on=bool(_own_talk(request, here)), **privacy_facts(here))


def _own_talk(request: Request, here: House) -> str | None:
    try:
        return page_talk(here, request)
    except NoTalk:
        return None


@router.post("/start", dependencies=[limited("start", by=typed("code"))])
async def begin(
    request: Request, here: InHouse, code: Annotated[str, Form()] = "", way: Annotated[Way, Form()] = Way.MEETING
) -> Response:
    """Begins the conversation of a code by the way in that was chosen; a browser that has begun it already goes on.

    Caller: whoever holds the code.
    """
    try:
        opened = await run_in_threadpool(talking.open_conversation, here.store, here.clock, code, way)
    except DeskError as error:
        return await run_in_threadpool(_go_on_or_say_why, request, here, code, way, error)
    answer = RedirectResponse("/samtale", 303)
    cookies.give(answer, here.settings, cookies.TALK_COOKIE, opened.token, _A_MONTH)
    return answer


def _go_on_or_say_why(request: Request, here: House, code: str, way: Way, error: DeskError) -> Response:
    own = _own_talk(request, here)
    if own and invitations.talk_of(here.store, code) == own:
        return RedirectResponse("/samtale", 303)
    return _start_page(request, here, code, way, status_of(error), error.danish)


@router.get("/samtale")
def talk(request: Request, here: InHouse, own: PageTalk, alt: int = 0) -> HTMLResponse:
    """The conversation. Caller: the browser that holds its cookie."""
    return _talk_page(request, here, own, everything=bool(alt))


@router.post("/samtale")
async def say(
    request: Request, here: InHouse, own: PageTalk,
    text: Annotated[str, Form()] = "", choice: Annotated[str, Form(max_length=300)] = "",
    client_id: Annotated[str, Form(max_length=64)] = "", since: Annotated[int, Form(ge=-1)] = -1,
) -> Response:
    """Says something, by the field or by a button. Caller: the browser that holds the conversation's cookie.

    A script that sends `since`, the last turn it shows, gets only what is new.
    """
    said, is_script = choice or text, since >= 0
    try:
        await check_pace(here, own, said)
        if not choice and await run_in_threadpool(
            peers.hears_the_citizen, here.store, here.clock, own, clean(said)
        ):
            return RedirectResponse("/samtale#nu", 303)
        await here.gateway.say(own, _uuid(client_id), said)
    except DeskError as error:
        draft = "" if isinstance(error, EmptyText) else said
        if is_script:
            return await run_in_threadpool(_news, request, here, own, since, error)
        shown = await run_in_threadpool(
            _talk_page, request, here, own, status=status_of(error), error=error.danish, draft=draft,
            help_now=isinstance(error, TooMany),
        )
        shown.headers.update(wait_headers(error))
        return shown
    if is_script:
        return await run_in_threadpool(_news, request, here, own, since)
    return RedirectResponse("/samtale#nu", 303)


@router.get("/samtale/nyt")
def what_is_new(
    request: Request, here: InHouse, own: PageTalk, since: Annotated[int, Query(ge=-1)] = -1
) -> HTMLResponse:
    """What was said after a turn, for a page that is open already. Caller: the browser that holds the conversation's
    cookie."""
    return _news(request, here, own, since)


def _news(request: Request, here: House, own: str, since: int, error: DeskError | None = None) -> HTMLResponse:
    turns = talking.history(here.store, own)
    shown = page(
        request, "samtale-nyt.html", status_of(error) if error else 200, error=error.danish if error else "",
        turns=[turn for turn in turns if turn.number > since][-_SHOWN:], **_to_answer(turns),
        afsaet=news(finding.list_for_citizen(here.store, own), here.clock().date()),
    )
    if error:
        shown.headers.update(wait_headers(error))
    return shown


def _talk_page(
    request: Request, here: House, own: str, status: int = 200, error: str = "", draft: str = "",
    everything: bool = False, help_now: bool = False,
) -> HTMLResponse:
    turns, room = talking.history(here.store, own), peers.room_of_citizen(here.store, here.clock, own)
    alone = [turn for turn in turns if room is None or turn.at < (room.session.joined_at or turn.at)]
    shown = alone if everything else alone[-_SHOWN:]
    return page(
        request, "samtale.html", status, turns=shown, hidden=len(alone) - len(shown), error=error, draft=draft,
        client_id=uuid4().hex, talk_key=sha256(own.encode()).hexdigest()[:16], **_to_answer(turns),
        afsaet=news(finding.list_for_citizen(here.store, own), here.clock().date()),
        contacts=here.gateway.contacts, help_now=help_now,
        room=room, together=merged(room) if room else [],
        beside_me=bool(cookies.held(request, here.settings, cookies.STAFF_COOKIE)),
    )


def _to_answer(turns: tuple[Turn, ...]) -> dict[str, Any]:
    """How the last question can be answered beside free text: buttons, pictures of the parts of life, or a number."""
    last = turns[-1]
    choices = last.replies[-1].choices if last.replies else ()
    ruler = bool(_RULERS.intersection(last.acts)) and not choices
    return {"choices": choices, "ruler": ruler, "drawings": _DRAWINGS, "last": last.number, "first": turns[0].number}


_RULERS = frozenset({"importance", "importance_named", "confidence", "score", "sure"})
_DRAWINGS = {name.capitalize(): theme.value for theme, name in THEME_NAMES.items()}
"""What stands on a card, as `bot.mi` offers it, and the drawing in `static/tegninger.svg` that goes with it."""


def _uuid(client_id: str) -> str:
    """The form's own name for the message; a fresh one if the form was changed."""
    try:
        return UUID(client_id).hex
    except ValueError:
        return uuid4().hex


__all__ = ["NoTalk", "lead_to_start", "router"]
