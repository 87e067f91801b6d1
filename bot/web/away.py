# SPDX-License-Identifier: MPL-2.0
"""What people read when the store does not answer or something breaks: calm, with numbers, and with what they typed."""

from __future__ import annotations

import logging
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.responses import Response
from sqlalchemy import exc

from bot.care import answers, danger
from bot.care.help_lines import ALARM, Contact
from bot.codebook import Safety
from bot.web.callers import House
from bot.web.csrf import FIELD
from bot.web.problems import OTHERS, problem, unexpected
from bot.web.rendering import page

log = logging.getLogger(__name__)
STORE_AWAY: tuple[type[Exception], ...] = (
    exc.OperationalError, exc.InterfaceError, exc.InternalError, exc.TimeoutError,
)
"""Refused, cut off, full, locked for too long: what another try later may heal."""
_AGAIN_SECONDS = "5"
_FOR_PROGRAMS = ("/api/", "/health", "/ready")
_KEPT_ON = ("/start", "/samtale", "/mit-afsaet", "/skrivebord", "/peer")
"""Pages whose forms are shown again with what was typed; a password never is."""
_OF_CITIZENS = ("/samtale", "/mit-afsaet")
_TYPED_IN = ("text", "wording", "reason", "comment", "called")


def add_away_handlers(app: FastAPI) -> None:
    """Registers the handlers."""
    for error in STORE_AWAY:
        app.add_exception_handler(error, store_away)
    app.add_exception_handler(Exception, broken)


async def store_away(request: Request, error: Exception) -> Response:
    """503: problem details with numbers to ring for programs, a page for people. Nothing has been kept."""
    log.error("store.away path=%s error=%s", request.url.path, type(error).__name__)
    status, danish, _ = OTHERS["store-away"]
    if request.url.path.startswith(_FOR_PROGRAMS):
        people = [{"name": one.name, "number": one.number} for one in _contacts(request)]
        answer: Response = problem(status, "store-away", danish, contacts=people)
    else:
        answer = _page(request, status, await _typed(request))
    answer.headers["Retry-After"] = _AGAIN_SECONDS
    return answer


async def broken(request: Request, error: Exception) -> Response:
    """500: a fault of ours. What was typed can't be read again here; the browser has it."""
    if request.url.path.startswith(_FOR_PROGRAMS):
        return await unexpected(request, error)
    log.error("web.unexpected path=%s error=%s", request.url.path, type(error).__name__)
    return _page(request, 500, [])


def _contacts(request: Request) -> tuple[Contact, ...]:
    """112 first, whatever else there is."""
    given = cast(House, request.app.state.house).gateway.contacts
    return (ALARM, *(contact for contact in given if contact.number != ALARM.number))


async def _typed(request: Request) -> list[tuple[str, str]]:
    """The fields of the form that was sent, where they may be shown again."""
    if request.method != "POST" or not request.url.path.startswith(_KEPT_ON):
        return []
    told = (await request.form()).multi_items()
    return [(name, value) for name, value in told if isinstance(value, str) and name != FIELD]


def _page(request: Request, status: int, typed: list[tuple[str, str]]) -> Response:
    contacts = _contacts(request)
    words = [(name, value) for name, value in typed if name in _TYPED_IN and value.strip()]
    told: dict[str, Any] = {
        "path": request.url.path, "words": words, "hidden": [one for one in typed if one not in words],
        "contacts": contacts, "danger": _said_of_danger(" ".join(value for _, value in words), contacts),
        "is_staff": not request.url.path.startswith(_OF_CITIZENS) and request.url.path not in ("/", "/start"),
        "is_lost": status == 500 and request.method == "POST",
    }
    return page(request, "vent.html", status, **told)


def _said_of_danger(text: str, contacts: tuple[Contact, ...]) -> tuple[str, ...]:
    """The word to the person and the numbers; not that anybody stays or is told, since nothing could be kept."""
    level = danger.look_for_danger(text)
    said = answers.answer(level, danger.kind_of(text), 0, contacts)
    return said[:2] if level is Safety.ACUTE else (said[:1] + said[-1:])
