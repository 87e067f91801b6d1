# SPDX-License-Identifier: MPL-2.0
"""The citizen's pages on privacy: who reads what, what is kept, take back, ask for deletion; and accessibility."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markdown_it import MarkdownIt
from starlette.concurrency import run_in_threadpool

from bot.care.staffed_hours import in_words, presence, when_next
from bot.goals.lifecycle import Act, Actor, State, allowed_acts
from bot.services import devices, goals, privacy
from bot.services.errors import DeskError, NothingToShare
from bot.web.api.privacy_shapes import DataOut
from bot.web.callers import House, InHouse, PageTalk
from bot.web.kept_words import IN_WORDS
from bot.web.problems import status_of
from bot.web.rendering import page
from bot.web.sharing import PARTS, filled

router = APIRouter(include_in_schema=False)
PUBLIC_PAGES = frozenset({"/was", "/tilgaengelighed"})
"""Pages that anybody may read, beside those in `bot.web.callers.PUBLIC`."""
_STATEMENT = Path(__file__).parents[2] / "docs" / "tilgaengelighedserklaering.md"


def privacy_facts(here: House) -> dict[str, Any]:
    """What the pages say of this house: how long things are kept, when staff are there, whom to write to."""
    hours, chosen = here.settings.hours, here.settings
    now = presence(hours, here.clock()) if hours else None
    return {
        "talk_days": chosen.keep_talks_days, "declined_days": chosen.keep_declined_days,
        "audit_days": chosen.keep_audit_days, "privacy_contact": chosen.privacy_contact,
        "keeps_peer_notes": chosen.peer_notes == "with_citizen",
        "hours": in_words(hours) if hours else [], "staffed": now, "back": when_next(now) if now else "",
    }


@router.get("/privatliv")
def who_reads(request: Request, here: InHouse) -> HTMLResponse:
    """Who reads what. Caller: anybody."""
    return page(request, "privatliv.html", **privacy_facts(here))


@router.get("/was")
def accessibility(here: InHouse) -> Response:
    """To the accessibility statement, the municipality's own or our draft. Caller: anybody."""
    return RedirectResponse(here.settings.accessibility_url or "/tilgaengelighed", 307)


@router.get("/tilgaengelighed")
def statement(request: Request) -> HTMLResponse:
    """Our draft of an accessibility statement. Caller: anybody."""
    return page(request, "tilgaengelighed.html", statement=_statement())


@cache
def _statement() -> str:
    """The document as HTML; it is ours, and HTML in it would stay text."""
    written = _STATEMENT.read_text(encoding="utf-8")
    return str(MarkdownIt("commonmark", {"html": False}).render(written))


@router.get("/gemt")
def kept(request: Request, here: InHouse, own: PageTalk) -> HTMLResponse:
    """Everything that is kept of me. Caller: the browser that holds the conversation's cookie."""
    return _kept_page(request, here, own)


@router.get("/gemt/data.json")
def kept_as_json(here: InHouse, own: PageTalk) -> Response:
    """The same as a file for programs. Caller: the browser that holds the conversation's cookie."""
    data = DataOut.of(privacy.kept_data(here.store, here.clock, own))
    return _file(data.model_dump_json(indent=1), "application/json", "mine-data.json")


@router.get("/gemt/data.html")
def kept_as_html(request: Request, here: InHouse, own: PageTalk) -> Response:
    """The same as a file for people. Caller: the browser that holds the conversation's cookie."""
    shown = page(request, "gemt-fil.html", **_all_kept(here, own))
    return _file(bytes(shown.body).decode(), "text/html; charset=utf-8", "mine-data.html")


def _file(content: str, kind: str, name: str) -> Response:
    return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@router.post("/gemt/tilbage")
async def take_back(
    request: Request, here: InHouse, own: PageTalk,
    talk: Annotated[str, Form(max_length=64)] = "", quote: Annotated[int | None, Form(ge=1, le=1_000_000)] = None,
    summary: Annotated[bool, Form()] = False, goal: Annotated[str, Form(max_length=64)] = "",
) -> Response:
    """Takes back one thing that was shared. Caller: the browser that holds the conversation's cookie."""
    def act() -> None:
        if goal:
            goals.answer(here.store, here.clock, own, goal, Act.TAKE_BACK)
        else:
            turns = [quote] if quote is not None else []
            privacy.take_back_from(here.store, here.clock, own, talk or own, turns, summary)

    return await _do(request, here, own, act, "/gemt#delt")


@router.post("/gemt/slet")
async def ask_for_deletion(
    request: Request, here: InHouse, own: PageTalk, reason: Annotated[str, Form()] = ""
) -> Response:
    """Asks to have all of me deleted. Caller: the browser that holds the conversation's cookie."""
    return await _do(
        request, here, own, lambda: privacy.request_deletion(here.store, here.clock, own, reason), "/gemt#slet",
        reason=reason)


@router.post("/gemt/ud")
def sign_out(here: InHouse, own: PageTalk) -> Response:
    """Closes the talk on this device; what was said stays. Caller: the browser that holds the conversation's cookie."""
    devices.sign_out(here.store, here.clock, own)
    return RedirectResponse("/", 303, headers={"Clear-Site-Data": '"storage"'})


async def _do(
    request: Request, here: House, own: str, act: Callable[[], object], then: str, **kept_words: str
) -> Response:
    """Does one thing and shows the page; on an error it says why, and keeps what was typed."""
    try:
        await run_in_threadpool(act)
    except DeskError as error:
        said = _NOTHING_CHOSEN if isinstance(error, NothingToShare) else error.danish
        return await run_in_threadpool(_kept_page, request, here, own, status_of(error), said, **kept_words)
    return RedirectResponse(then, 303)


_NOTHING_CHOSEN = "Vælg, hvad du vil tage tilbage."


def _kept_page(
    request: Request, here: House, own: str, status: int = 200, error: str = "", reason: str = ""
) -> HTMLResponse:
    return page(request, "gemt.html", status, error=error, reason=reason, **_all_kept(here, own))


def _all_kept(here: House, own: str) -> dict[str, Any]:
    data = DataOut.of(privacy.kept_data(here.store, here.clock, own))
    can_go = {goal.id for goal in data.goals
              if goal.status is not State.DRAFT and Act.TAKE_BACK in allowed_acts(goal.status, Actor.CITIZEN)}
    return {"data": data, "can_go": can_go, "filled": filled, "at": here.clock(), "parts": PARTS, **IN_WORDS,
            **privacy_facts(here)}
