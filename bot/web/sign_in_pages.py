# SPDX-License-Identifier: MPL-2.0
"""The pages on which staff sign in, set up their account and sign out; they work without JavaScript."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

import segno
from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from bot.accounts import Role
from bot.services import sign_in
from bot.services.accounts import DEMO
from bot.services.errors import DeskError, NotYourRole, SignInCancelled, SignInUnfinished
from bot.services.sign_in import SignedIn
from bot.web import cookies
from bot.web.callers import House, InHouse, NotOnThisPage, PageAccount
from bot.web.language import translated as _
from bot.web.problems import status_of
from bot.web.rates import limited, typed
from bot.web.rendering import page

router = APIRouter(include_in_schema=False)
ROLE_NAMES = {
    Role.BOSTOETTE: "Bostøtte", Role.PEER: "Peer-medarbejder", Role.LEDER: "Leder", Role.ADMIN: "Styrer konti",
}
TOLD_AFTERWARDS = "besked"
_TOLD = {error.kind: error.danish for error in (SignInCancelled, SignInUnfinished)}
"""What the sign-in may be asked to say: a kind, never words, so that nobody writes on our page by a link."""
ID_COOKIE, ID_COOKIE_PATH = "afsaet_id", "/log-ud"
"""The provider's ID token, sealed, for signing out there; sent to this address only."""
_Typed = Annotated[str, Form(max_length=200)]
_Guessed = [limited("sign-in", by=typed("login"))]


def let_in(here: House, signed: SignedIn, to: str = "/konto") -> Response:
    """Gives the browser its session; a cookie that was there before is overwritten (session fixation)."""
    answer = RedirectResponse(to, 303)
    lasts = int(here.settings.session_limits.whole.total_seconds())
    cookies.give(answer, here.settings, cookies.STAFF_COOKIE, signed.token, lasts)
    return answer


async def lead_to_sign_in(request: Request, error: Exception) -> Response:
    """A browser without a session is led to the sign-in."""
    return RedirectResponse("/log-ind", 303)


async def not_on_this_page(request: Request, error: Exception) -> Response:
    """Somebody is signed in whose role does not see the page: says so, and where they may go."""
    assert isinstance(error, NotOnThisPage)  # noqa: S101  (registered for this class only)
    return page(request, "skrivebord-fejl.html", 403, who=error.who, error=NotYourRole.danish)


@router.get("/log-ind")
def show(request: Request, here: InHouse, besked: str = "") -> HTMLResponse:
    """The sign-in. Caller: anybody."""
    demo, error = here.settings.demo and here.settings.is_loopback, _TOLD.get(besked, "")
    return page(request, "log-ind.html", login="", error=error, auth=here.settings.auth, demo=demo)


@router.post("/log-ind", dependencies=_Guessed)
def begin(
    request: Request, here: InHouse, login: _Typed = "", password: _Typed = "", code: _Typed = ""
) -> Response:
    """Begins a session. Caller: whoever knows a password and holds its authenticator."""
    if here.settings.auth != "local":
        return RedirectResponse("/log-ind", 303)
    try:
        signed = sign_in.sign_in(here.store, here.clock, here.settings.session_limits, login, password, code)
    except DeskError as error:
        return page(request, "log-ind.html", status_of(error), login=login, error=error.danish, auth="local")
    return let_in(here, signed)


@router.post("/log-ind/demo")
def begin_demo(request: Request, here: InHouse) -> Response:
    """A session as demo staff. Caller: anybody on this machine, where `afsaet run --demo` runs."""
    if not (here.settings.demo and here.settings.is_loopback):
        return RedirectResponse("/log-ind", 303)
    try:
        signed = sign_in.sign_in_as_demo(here.store, here.clock, here.settings.session_limits, DEMO)
    except DeskError as error:
        return page(request, "log-ind.html", status_of(error), login="", error=error.danish, auth="local")
    return let_in(here, signed, "/skrivebord")


@router.get("/log-ind/ny")
def show_set_up(request: Request) -> HTMLResponse:
    """The first password. Caller: anybody."""
    return page(request, "log-ind-ny.html", login="", setup_code="", error="", picture="")


@router.post("/log-ind/ny", dependencies=_Guessed)
def set_up(
    request: Request, here: InHouse, login: _Typed = "", setup_code: _Typed = "", password: _Typed = ""
) -> Response:
    """Keeps the first password and shows what the authenticator reads. Caller: whoever holds the one-time code."""
    if here.settings.auth != "local":
        return RedirectResponse("/log-ind", 303)
    typed = {"login": login, "setup_code": setup_code}
    try:
        address = sign_in.begin_setup(here.store, here.clock, login, setup_code, password)
    except DeskError as error:
        return page(request, "log-ind-ny.html", status_of(error), error=error.danish, picture="", **typed)
    return page(request, "log-ind-ny.html", 200, error="", **_shown(address), **typed)


def _shown(address: str) -> dict[str, str]:
    """The authenticator's secret as a picture and in letters, for who can't scan."""
    secret = next(part.partition("=")[2] for part in urlsplit(address).query.split("&") if part.startswith("secret="))
    picture = segno.make(address, error="m").svg_inline(scale=4, border=4, dark="#000", light="#fff", omitsize=True)
    return {"picture": picture, "secret": " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))}


@router.post("/log-ind/ny/bekraeft", dependencies=_Guessed)
def confirm(
    request: Request, here: InHouse, login: _Typed = "", setup_code: _Typed = "", code: _Typed = ""
) -> Response:
    """Uses up the one-time code and begins a session. Caller: whoever holds the code and the authenticator."""
    if here.settings.auth != "local":
        return RedirectResponse("/log-ind", 303)
    try:
        signed = sign_in.finish_setup(
            here.store, here.clock, here.settings.session_limits, login, setup_code, code)
    except DeskError as error:
        again = f"{_(error.danish)} {_('Begynd forfra her, og scan billedet igen.')}"
        return page(request, "log-ind-ny.html", status_of(error), login=login, setup_code=setup_code, error=again,
                     picture="")
    return let_in(here, signed)


@router.get("/konto")
def account(request: Request, here: InHouse, caller: PageAccount) -> HTMLResponse:
    """Who is signed in. Caller: the browser that holds a session."""
    return page(request, "konto.html", who=caller, role=ROLE_NAMES[caller.role])


@router.post("/log-ud")
async def end(request: Request, here: InHouse, caller: PageAccount) -> Response:
    """Ends the session, and leads on to where the provider ends its own. Caller: the browser that holds it."""
    held = cookies.held(request, here.settings, cookies.STAFF_COOKIE) or ""
    await run_in_threadpool(sign_in.sign_out, here.store, here.clock, caller, held)
    vouched, lasts = request.cookies.get(ID_COOKIE, ""), here.settings.session_limits.whole
    there = await here.provider.way_out(vouched, here.clock(), lasts) if here.provider else None
    answer = page(request, "log-ud.html", there=there) if there else RedirectResponse("/log-ind", 303)
    cookies.take_back(answer, here.settings, cookies.STAFF_COOKIE)
    answer.delete_cookie(ID_COOKIE, path=ID_COOKIE_PATH)
    return answer
