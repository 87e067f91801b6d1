# SPDX-License-Identifier: MPL-2.0
"""Only forms of our own pages do something: what the browser says of where they come from, and a token in each.

A token is made of the cookie that the browser holds and a key of ours; nothing is stored, so it holds in two tabs
and after a restart, and for no other browser.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from urllib.parse import urlsplit

from fastapi import Request, Response

from bot.services.errors import ForeignForm
from bot.services.secrets import new_token
from bot.web import cookies
from bot.web.callers import House, InHouse

FIELD = "form_token"
"""The hidden field of every form; bot.web.rendering writes it."""
_CHANGES_NOTHING = frozenset({"GET", "HEAD", "OPTIONS"})


def token_of(key: bytes, cookie: str) -> str:
    """The token of a browser's forms: HMAC-SHA256 over what it holds as a cookie."""
    return urlsafe_b64encode(hmac.digest(key, cookie.encode("utf-8", "replace"), "sha256")).decode().rstrip("=")


def form_token(request: Request) -> str:
    """The token for the page that is being made; a browser that holds nothing yet gets a cookie with the page."""
    here: House = request.app.state.house
    held = held_by(request, here)
    if not held:
        request.state.new_form_cookie = getattr(request.state, "new_form_cookie", None) or new_token()
        held = [request.state.new_form_cookie]
    return token_of(here.form_keys[0], held[0])


def give_form_cookie(request: Request, answer: Response) -> None:
    """Sends the cookie along that a token of this page was made of, if it is new."""
    fresh = getattr(request.state, "new_form_cookie", None)
    if fresh:
        here: House = request.app.state.house
        cookies.give(answer, here.settings, cookies.FORM_COOKIE, fresh)


async def check_sent_from_here(request: Request, here: InHouse) -> None:
    """`ForeignForm` for what would change something and comes from another site or without its token.

    Programs are let through: no browser sends a bearer token unasked, and without a cookie nobody's is misused.
    """
    if request.method in _CHANGES_NOTHING:
        return
    held = held_by(request, here)
    is_program = request.url.path.startswith("/api/")
    if is_program and (not held or "authorization" in request.headers):
        return
    from_here = came_from_here(request, here.settings.public_url)
    if from_here is False:
        raise ForeignForm
    token_fits = not is_program and held and _token_fits(here, held, str((await request.form()).get(FIELD, "")))
    if not (token_fits or (from_here and (is_program or not held))):
        raise ForeignForm


def came_from_here(request: Request, public_url: str | None) -> bool | None:
    """Whether the browser says that one of our own pages sent this; None where it says nothing.

    `Sec-Fetch-Site` (Fetch Metadata) is sent over https by every browser since 2023, `Origin` by older ones too, but as
    "null" where the page allows no referrer.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        return site in ("same-origin", "none")
    if origin is None or origin == "null":
        return None
    try:
        if public_url:
            return _origin(origin) == _origin(public_url)
        return urlsplit(origin).netloc.lower() == request.headers.get("host", "").lower()
    except ValueError:  # no address at all
        return False


def _origin(address: str) -> tuple[str, str | None, int | None]:
    """Scheme, host and port; `ValueError`."""
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)


def held_by(request: Request, here: House) -> list[str]:
    """What the browser holds of ours."""
    values = (cookies.held(request, here.settings, cookie) for cookie in cookies.OURS)
    return [value for value in values if value]


def _token_fits(here: House, held: list[str], typed: str) -> bool:
    ours = (token_of(key, cookie) for key in here.form_keys for cookie in held)
    return any(hmac.compare_digest(token.encode(), typed.encode("utf-8", "replace")) for token in ours)
