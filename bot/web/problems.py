# SPDX-License-Identifier: MPL-2.0
"""Every error of the API as problem details (RFC 9457), in Danish, with the way out."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from bot.exports.paper import NoPango
from bot.services import errors

log = logging.getLogger(__name__)

STATUS: dict[type[errors.DeskError], int] = {
    errors.UnknownConversation: 404,
    errors.UnknownGoal: 404,
    errors.UnknownAlert: 404,
    errors.UnknownCitizen: 404,
    errors.UnknownCode: 404,
    errors.ExpiredCode: 410,
    errors.UsedCode: 410,
    errors.TextTooLong: 413,
    errors.EmptyText: 422,
    errors.NothingToShare: 422,
    errors.ForeignQuote: 422,
    errors.TextNeeded: 422,
    errors.GoalNotThere: 409,
    errors.ThreeActive: 409,
    errors.ChangedMeanwhile: 412,
    errors.NotOnTheRuler: 422,
    errors.NothingShared: 404,
    errors.BadCursor: 422,
    errors.TooMany: 429,
    errors.ForeignForm: 403,
    errors.SignInRefused: 401,
    errors.SignInElsewhere: 409,
    errors.SignInCancelled: 401,
    errors.SignInUnfinished: 400,
    errors.NoFittingRole: 403,
    errors.AccountEnded: 403,
    errors.ProviderAway: 503,
    errors.ProviderSaysTooLittle: 503,
    errors.WeakPassword: 422,
    errors.NotYourRole: 403,
    errors.UnknownAccount: 404,
    errors.NoSession: 404,
    errors.LoginTaken: 409,
    errors.NotOnYourself: 409,
}
_DANISH = {
    400: "Det, du sendte, kunne ikke læses. Send JSON i UTF-8.",
    401: "Du er ikke logget ind. Send dit adgangstegn med som »Authorization: Bearer …«.",
    403: "Det har du ikke adgang til.",
    404: "Siden findes ikke.",
    405: "Det kan man ikke gøre her.",
    413: "Det var for meget på én gang.",
    422: "Noget i det, du sendte, er ikke, som det skal være.",
    503: "Systemet er ikke klar endnu. Prøv igen om lidt.",
}
MEDIA_TYPE = "application/problem+json"
_TOO_SLOW = "Det tog for lang tid at sende. Se, om der er forbindelse, og prøv igen."
_NO_PDF = "Der kan ikke laves PDF på denne server lige nu. Brug plan.html, og skriv den ud."
_STORE_AWAY = "Systemet kan ikke gemme eller hente noget lige nu. Behold det, du skrev, og prøv igen om lidt."
_UNEXPECTED = "Noget gik galt hos os. Prøv igen om lidt; intet er sendt halvt."
OTHERS: dict[str, tuple[int, str, str]] = {
    "invalid-request": (422, _DANISH[422], "The request does not have the form described; `errors` says where"),
    "http-400": (400, _DANISH[400], "The body can't be read"),
    "http-401": (401, _DANISH[401], "No bearer token, or one that is none of ours"),
    "http-404": (404, _DANISH[404], "No such address"),
    "http-405": (405, _DANISH[405], "The address does not know this method"),
    "too-large": (413, "Det var for meget på én gang. Del det op.", "The body is larger than any of ours"),
    "too-slow": (408, _TOO_SLOW, "The body took longer to come than any of ours on a bad connection"),
    "not-ready": (503, "Samtalen er ikke klar endnu. Prøv igen om lidt.", "`/ready`: Rasa or the store is not there"),
    "store-away": (503, _STORE_AWAY, "The database does not answer, is full or locked; nothing was kept, and `contacts`"
                   " are there to ring. The same `client_id` may be sent again"),
    "no-pdf": (503, _NO_PDF, "The library that draws PDF lacks Pango on this server"),
    "unexpected": (500, _UNEXPECTED, "A fault of ours; it is logged without words of anybody's"),
}
"""Problems that are no errors of the desk: kind → (status, what is said, when)."""


def problem(status: int, kind: str, detail: str, **more: Any) -> JSONResponse:
    """One problem; `kind` names it for programs, `detail` is Danish for people."""
    body = {"type": f"urn:afsaet:problem:{kind}", "title": detail, "status": status, **more}
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else None
    return JSONResponse(body, status, headers, MEDIA_TYPE)


def status_of(error: errors.DeskError) -> int:
    """The HTTP status of an error of the desk."""
    return STATUS.get(type(error), 400)


async def _desk_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, errors.DeskError)  # noqa: S101  (registered for this class only)
    more = {"version": error.goal.version} if isinstance(error, errors.ChangedMeanwhile) else {}
    return problem(status_of(error), error.kind, error.danish, **more)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    wrong = [{"where": "/".join(map(str, one["loc"])), "what": one["type"]} for one in error.errors()]
    return problem(422, "invalid-request", _DANISH[422], errors=wrong)


async def _no_paper(request: Request, error: Exception) -> Response:
    return problem(503, "no-pdf", _NO_PDF)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    detail = _DANISH.get(error.status_code, "Noget gik galt.")
    answer = problem(error.status_code, f"http-{error.status_code}", detail)
    answer.headers.update(error.headers or {})
    return answer


async def unexpected(request: Request, error: Exception) -> Response:
    """500, without a word of what it was: that is in the log."""
    log.error("web.unexpected path=%s error=%s", request.url.path, type(error).__name__)
    return problem(500, "unexpected", _UNEXPECTED)


def add_problem_handlers(app: FastAPI) -> None:
    """Registers the handlers."""
    app.add_exception_handler(errors.DeskError, _desk_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(NoPango, _no_paper)
