# SPDX-License-Identifier: MPL-2.0
"""Staff sign in at an OpenID provider: the way there, and the way back into a session of ours."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Cookie, Depends, HTTPException, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from bot.services import sign_in
from bot.services.errors import AccountEnded, DeskError, NoFittingRole, SignInCancelled, SignInRefused, SignInUnfinished
from bot.services.sign_in import SignedIn
from bot.services.vouching import name_in, role_in
from bot.web.callers import House, InHouse
from bot.web.problems import status_of
from bot.web.provider import ANSWER_PATH, STATE_LASTS, Provider, Vouched
from bot.web.rendering import page
from bot.web.sign_in_pages import ID_COOKIE, ID_COOKIE_PATH, TOLD_AFTERWARDS, let_in

router = APIRouter(include_in_schema=False)
STATE_COOKIE = "afsaet_oidc"
_STATE_PATH = "/log-ind/oidc"
_LONGEST_COOKIE = 3_900
"""Browsers keep 4,096 bytes of name, value and attributes (RFC 6265, 6.1)."""


async def _provider(here: InHouse) -> Provider:
    """The provider; 404 where staff sign in by password."""
    if here.provider is None:
        raise HTTPException(404)
    return here.provider


AtProvider = Annotated[Provider, Depends(_provider)]


@router.get("/log-ind/oidc")
async def begin(request: Request, here: InHouse, provider: AtProvider) -> Response:
    """Leads the browser to the provider. Caller: anybody."""
    session: dict[str, Any] = {}
    request.scope["session"] = session
    try:
        answer = await provider.lead_there(request)
    except DeskError as error:
        return _told(request, error)
    sealed = provider.states.close(session, here.clock())
    _give(answer, here, STATE_COOKIE, sealed, int(STATE_LASTS.total_seconds()), _STATE_PATH)
    return answer


@router.get(ANSWER_PATH)
async def finish(
    request: Request, here: InHouse, provider: AtProvider, afsaet_oidc: Annotated[str, Cookie()] = ""
) -> Response:
    """Begins a session for whom the provider vouches for. Caller: the browser that was led there."""
    session = provider.states.open(afsaet_oidc, here.clock(), STATE_LASTS)
    request.scope["session"] = session
    try:
        if session is None:
            raise SignInUnfinished
        vouched = await provider.heard(request)
        signed = await run_in_threadpool(_signed_in, here, provider, vouched)
    except DeskError as error:
        answer = _told(request, error)
    else:
        answer = let_in(here, signed)
        sealed = provider.id_tokens.close({"id_token": vouched.id_token}, here.clock())
        if len(sealed) < _LONGEST_COOKIE:
            lasts = int(here.settings.session_limits.whole.total_seconds())
            _give(answer, here, ID_COOKIE, sealed, lasts, ID_COOKIE_PATH)
    answer.delete_cookie(STATE_COOKIE, path=_STATE_PATH)
    return answer


def _signed_in(here: House, provider: Provider, vouched: Vouched) -> SignedIn:
    """A session by name and role as the provider has them now. `AccountEnded`, `NoFittingRole`, …"""
    limits, subject = here.settings.session_limits, str(vouched.claims["sub"])
    try:
        role = role_in(vouched.claims, provider.wanted)
    except NoFittingRole:
        sign_in.refuse_from_provider(here.store, here.clock, provider.issuer, subject)
        raise
    name = name_in(vouched.claims, provider.wanted)
    try:
        return sign_in.sign_in_from_provider(here.store, here.clock, limits, provider.issuer, subject, name, role)
    except SignInRefused as error:
        raise AccountEnded from error


def _told(request: Request, error: DeskError) -> Response:
    """What can be mended by trying again leads back to the sign-in; the rest says whom to ask."""
    if isinstance(error, SignInCancelled | SignInUnfinished):
        return RedirectResponse(f"/log-ind?{TOLD_AFTERWARDS}={error.kind}", 303)
    return page(request, "log-ind.html", status_of(error), login="", error=error.danish, auth="oidc")


def _give(answer: Response, here: House, name: str, value: str, seconds: int, path: str) -> None:
    secure = urlsplit(here.settings.address).scheme == "https"
    answer.set_cookie(name, value, max_age=seconds, path=path, httponly=True, samesite="lax", secure=secure)
