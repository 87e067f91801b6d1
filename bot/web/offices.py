# SPDX-License-Identifier: MPL-2.0
"""The pages of a leder (figures and spot checks) and of who keeps accounts; neither shows what anybody said."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from bot.accounts import Role, Staff
from bot.services import accounts, overview
from bot.services.accounts import Made
from bot.services.errors import DeskError
from bot.web.callers import House, InHouse, PageAccountKeeper, PageFiguresReader
from bot.web.desk import staff_page
from bot.web.problems import status_of
from bot.web.sign_in_pages import ROLE_NAMES

router = APIRouter(include_in_schema=False)
_DAYS = 30
_LOOK_UPS = 20
_Typed = Annotated[str, Form(max_length=200)]


@router.get("/overblik")
def show_overview(request: Request, here: InHouse, caller: PageFiguresReader) -> HTMLResponse:
    """Figures of a month and some look-ups by chance. Caller: leder."""
    shown = overview.figures(here.store, here.clock, caller, _DAYS)
    checked = overview.spot_check(here.store, here.clock, caller, _DAYS, _LOOK_UPS)
    return staff_page(request, "overblik.html", caller, shown=shown, checked=checked, days=_DAYS,
                      least=overview.LEAST_SHOWN)


@router.get("/konti")
def show_accounts(request: Request, here: InHouse, caller: PageAccountKeeper) -> HTMLResponse:
    """All accounts. Caller: admin."""
    return _accounts(request, here, caller)


def _accounts(
    request: Request, here: House, caller: Staff, status: int = 200, error: str = "", made: Made | None = None,
    name: str = "", login: str = "",
) -> HTMLResponse:
    return staff_page(
        request, "konti.html", caller, status, accounts=accounts.listed(here.store), roles=ROLE_NAMES, error=error,
        made=made, name=name, login=login, address=here.settings.address)


@router.post("/konti")
def add_account(
    request: Request, here: InHouse, caller: PageAccountKeeper, role: Annotated[Role, Form()], name: _Typed = "",
    login: _Typed = "",
) -> Response:
    """A new account; its one-time code is shown once. Caller: admin."""
    try:
        made = accounts.add(here.store, here.clock, accounts.actor(caller.id), name, login, role)
    except DeskError as error:
        return _accounts(request, here, caller, status_of(error), error.danish, name=name, login=login)
    return _accounts(request, here, caller, made=made)


@router.post("/konti/{account_id}")
def change_account(
    account_id: str, request: Request, here: InHouse, caller: PageAccountKeeper, act: _Typed = "",
    role: Annotated[Role | None, Form()] = None,
) -> Response:
    """Gives another role, starts over, or ends. Caller: admin, not for their own account."""
    by, made = accounts.actor(caller.id), None
    try:
        if act == "start-over":
            made = accounts.start_over(here.store, here.clock, by, account_id)
        elif act == "end":
            accounts.end(here.store, here.clock, by, account_id)
        elif role is not None:
            accounts.give_role(here.store, here.clock, by, account_id, role)
    except DeskError as error:
        return _accounts(request, here, caller, status_of(error), error.danish)
    return _accounts(request, here, caller, made=made) if made else RedirectResponse("/konti", 303)
