# SPDX-License-Identifier: MPL-2.0
"""What was not taken because it came too fast or from elsewhere: a calm page with the way out, or a problem."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import Response

from bot.services.errors import DeskError, ForeignForm, TooMany
from bot.web.callers import House
from bot.web.csrf import FIELD, came_from_here, held_by
from bot.web.problems import problem, status_of
from bot.web.rendering import page

_YOUR_WORDS = "Det, du skrev"
_YOUR_CODE = "Din kode"
_WORDS = dict.fromkeys(("text", "wording", "reason", "comment", "called"), _YOUR_WORDS) | {"code": _YOUR_CODE}
"""Fields that are shown again to be read and sent; the others go along unseen."""
_SECRET = frozenset({FIELD, "password", "new_password", "setup_code", "code"})
"""Never written into a page again, but for a citizen's code, which is to be typed from a card."""
_WAYS_OUT = (
    ("/samtale", "/samtale", "Tilbage til samtalen"), ("/mit-afsaet", "/mit-afsaet", "Til mit afsæt"),
    ("/log", "/log-ind", "Til siden »Log ind«"),
    ("/skrivebord", "/skrivebord", "Til skrivebordet"), ("/konti", "/konti", "Til konti"),
    ("/peer", "/peer", "Til din plads"),
)
_HOME = "Til forsiden"


def wait_headers(error: DeskError) -> dict[str, str]:
    """`Retry-After` for who was too fast."""
    return {"Retry-After": str(error.wait)} if isinstance(error, TooMany) else {}


async def _refuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, DeskError)  # noqa: S101  (registered for two of its kinds only)
    if request.url.path.startswith("/api/"):
        answer: Response = problem(status_of(error), error.kind, error.danish)
    else:
        answer = await _page(request, error)
    answer.headers.update(wait_headers(error))
    return answer


async def _page(request: Request, error: DeskError) -> Response:
    here: House = request.app.state.house
    path = request.url.path
    to, label = next(((to, label) for start, to, label in _WAYS_OUT if path.startswith(start)), ("/", _HOME))
    sent = await _sent(request, error)
    return page(
        request, "ikke-sendt.html", status_of(error), error=error.danish, path=path, to=to, label=label,
        shown=[(name, _WORDS[name], value) for name, value in sent if name in _WORDS],
        along=[(name, value) for name, value in sent if name not in _WORDS], contacts=here.gateway.contacts,
    )


async def _sent(request: Request, error: DeskError) -> list[tuple[str, str]]:
    """What was typed, to be sent again; nothing of a form that another site's page may have sent, and no secret."""
    here: House = request.app.state.house
    foreign = isinstance(error, ForeignForm) and (
        came_from_here(request, here.settings.public_url) is False or not held_by(request, here))
    if request.method != "POST" or foreign or request.url.path.startswith("/log-"):
        return []
    secret = _SECRET - {"code"} if request.url.path in ("/start", "/peer/ind") else _SECRET
    told = (await request.form()).multi_items()
    return [(name, value) for name, value in told if isinstance(value, str) and name not in secret]


def add_refusals(app: FastAPI) -> None:
    """Registers the handlers."""
    app.add_exception_handler(TooMany, _refuse)
    app.add_exception_handler(ForeignForm, _refuse)
