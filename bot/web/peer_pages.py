# SPDX-License-Identifier: MPL-2.0
"""The peer's seat beside a citizen: both see the same conversation, who is there, and help; either ends it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.concurrency import run_in_threadpool

from bot.accounts import Staff
from bot.care import staff_now
from bot.care.staffed_hours import presence
from bot.peering import LineKind
from bot.services import accounts, peers
from bot.services.errors import DeskError, NoSession
from bot.services.peers import Room
from bot.web.callers import House, InHouse, PagePeer, PageTalk
from bot.web.cards import decks
from bot.web.desk import staff_page
from bot.web.gateway import clean
from bot.web.problems import status_of
from bot.web.rates import limited, typed
from bot.web.rendering import page

router = APIRouter(include_in_schema=False)
LOOKS_EVERY = 1.0
"""Seconds between two looks at the store for a page that listens."""
LISTENS = 600.0
"""Seconds after which a page that listens is let go; its browser comes again by itself."""
_Line = Annotated[str, Form(max_length=4_000)]


@router.get("/peer")
def seat(request: Request, here: InHouse, caller: PagePeer) -> Response:
    """The room, or the field for a code. Caller: a peer."""
    return _seat(request, here, caller)


def _seat(
    request: Request, here: House, caller: Staff, status: int = 200, error: str = "", text: str = ""
) -> HTMLResponse:
    try:
        room = peers.room_of_peer(here.store, here.clock, caller)
    except NoSession:
        ended = peers.has_just_ended(here.store, here.clock, caller)
        return staff_page(request, "peer-kode.html", caller, status, error=error, ended=ended)
    contacts, hours = here.gateway.contacts, here.settings.hours
    now = presence(hours, here.clock()) if hours else None
    return staff_page(
        request, "peer.html", caller, status, room=room, said=merged(room), decks=decks(), error=error, text=text,
        contacts=contacts, away=staff_now.away_from_work(now) if now and not now.is_staffed else "")


@router.post("/peer/ind", dependencies=[limited("start", by=typed("code"))])
def come_in(
    request: Request, here: InHouse, caller: PagePeer, code: Annotated[str, Form(max_length=64)] = ""
) -> Response:
    """Takes the place beside a citizen. Caller: a peer who was shown a code."""
    return _do(request, here, caller, lambda: peers.join(here.store, here.clock, caller, code))


@router.post("/peer/sig")
def say(
    request: Request, here: InHouse, caller: PagePeer, text: _Line = "",
    kind: Annotated[LineKind, Form()] = LineKind.SAID,
) -> Response:
    """Writes to the citizen, proposes what they said, or calls for staff. Caller: a peer in a session."""
    said = clean(text) or ("Jeg har bedt personalet om at komme." if kind is LineKind.CALL else "")
    return _do(request, here, caller, lambda: peers.say_as_peer(here.store, here.clock, caller, said, kind), said)


@router.post("/peer/ud")
def leave(request: Request, here: InHouse, caller: PagePeer) -> Response:
    """Leaves the session. Caller: a peer in it."""

    def go() -> None:
        talk = peers.conversation_of_peer(here.store, here.clock, caller)
        keeps = here.settings.peer_notes == "with_citizen"
        peers.end(here.store, here.clock, talk, accounts.actor(caller.id), keeps)

    return _do(request, here, caller, go)


def _do(request: Request, here: House, caller: Staff, act: Callable[[], object], text: str = "") -> Response:
    """Does one thing and shows the seat; on an error it says why and keeps what was typed."""
    try:
        act()
    except DeskError as error:
        return _seat(request, here, caller, status_of(error), error.danish, text)
    return RedirectResponse("/peer", 303)


@router.get("/peer/lyt")
async def listen(here: InHouse, caller: PagePeer) -> StreamingResponse:
    """Says when there is something new, as server-sent events. Caller: a peer."""
    return _stream(lambda: _mark(_or_none(lambda: peers.room_of_peer(here.store, here.clock, caller))))


# The citizen's side


@router.post("/samtale/peer")
def let_in(request: Request, here: InHouse, own: PageTalk) -> Response:
    """A code to show to a peer. Caller: the browser that holds the conversation."""
    keeps = here.settings.peer_notes == "with_citizen"
    code = peers.let_in(here.store, here.clock, own, keeps)
    return page(request, "peer-lukket-ind.html", code=code)


@router.post("/samtale/peer/slut")
def show_out(here: InHouse, own: PageTalk) -> Response:
    """The peer is shown out with one touch. Caller: the browser that holds the conversation."""
    peers.end(here.store, here.clock, own, "citizen", here.settings.peer_notes == "with_citizen")
    return RedirectResponse("/samtale#nu", 303)


@router.post("/samtale/peer/hvile")
def rest(here: InHouse, own: PageTalk, rests: Annotated[bool, Form()] = True) -> Response:
    """The bot steps back, or comes back. Caller: the browser that holds the conversation."""
    peers.let_bot_rest(here.store, here.clock, own, rests)
    return RedirectResponse("/samtale#nu", 303)


@router.post("/samtale/peer/sagde")
async def confirm(
    here: InHouse, own: PageTalk, number: Annotated[int, Form(ge=1)], said: Annotated[bool, Form()] = True
) -> Response:
    """What the peer wrote that the citizen said becomes the citizen's message, or the citizen says that it is not
    so. Caller: the conversation's browser."""
    try:
        line = await run_in_threadpool(peers.answer_proposal, here.store, here.clock, own, number, said)
    except NoSession:
        return RedirectResponse("/samtale#nu", 303)
    if not said:
        return RedirectResponse("/samtale#nu", 303)
    await here.gateway.say(own, f"{line.session_id}-{line.number}", line.text)
    return RedirectResponse("/samtale#nu", 303)


@router.get("/samtale/lyt")
async def listen_as_citizen(here: InHouse, own: PageTalk) -> StreamingResponse:
    """Says when there is something new, as server-sent events. Caller: the conversation's browser."""
    return _stream(lambda: _mark(peers.room_of_citizen(here.store, here.clock, own)))


def merged(room: Room) -> list[tuple[str, str, int]]:
    """What both see, in time: (who, words, number of a proposal that waits or 0)."""
    told: list[tuple[datetime, str, str, int]] = []
    for turn in room.turns:
        if turn.said and turn.said.text:
            told.append((turn.at, "citizen", turn.said.text, 0))
        told += [(turn.at, "bot", reply.text, 0) for reply in turn.replies]
    for line in room.lines:
        waits = line.number if line.kind is LineKind.PROPOSAL else 0
        told.append((line.at, str(line.author), line.text, waits))
    return [(who, text, number) for _, who, text, number in sorted(told, key=lambda one: one[0])]


def _or_none(look: Callable[[], Room]) -> Room | None:
    try:
        return look()
    except NoSession:
        return None


def _mark(room: Room | None) -> str:
    """Changes whenever something on the page would."""
    if room is None:
        return "nobody"
    kinds = "".join(line.kind[0] for line in room.lines)
    return f"{room.session.id} {len(room.turns)} {kinds} {room.session.bot_rests}"


def _stream(look: Callable[[], str]) -> StreamingResponse:
    """Server-sent events: `changed` when the mark is another than before; comments keep the line open."""

    async def events() -> AsyncIterator[str]:
        before, passed = await run_in_threadpool(look), 0.0
        yield "retry: 3000\n\n"
        while passed < LISTENS:
            await asyncio.sleep(LOOKS_EVERY)
            passed += LOOKS_EVERY
            now = await run_in_threadpool(look)
            yield "event: changed\ndata: \n\n" if now != before else ": here\n\n"
            before = now

    return StreamingResponse(events(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})
