# SPDX-License-Identifier: MPL-2.0
"""Signing in and out, one's own account, and the keeping of accounts."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from bot.services import accounts, sign_in
from bot.services.errors import SignInElsewhere
from bot.web.api.account_shapes import (
    AccountOut,
    AddAccount,
    ChangePassword,
    ConfirmSetUp,
    GiveRole,
    MadeOut,
    MeOut,
    SetUp,
    SetUpOut,
    SignedInOut,
    SignIn,
)
from bot.web.callers import AccountHolder, AccountKeeper, House, InHouse, Token
from bot.web.rates import limited, typed

router = APIRouter(tags=["accounts"])
_Guessed = [limited("sign-in", by=typed("login"))]


def check_signs_in_here(here: House) -> None:
    """`SignInElsewhere` where staff sign in at an OpenID provider."""
    if here.settings.auth != "local":
        raise SignInElsewhere


@router.post("/sign-in", status_code=201, dependencies=_Guessed)
def begin(body: SignIn, here: InHouse) -> SignedInOut:
    """Begins a session. Caller: whoever knows a password and holds its authenticator."""
    check_signs_in_here(here)
    return SignedInOut.of(sign_in.sign_in(
        here.store, here.clock, here.settings.session_limits, body.login, body.password, body.code))


@router.post("/sign-in/setup", dependencies=_Guessed)
def set_up(body: SetUp, here: InHouse) -> SetUpOut:
    """Sets a first password; answers what the authenticator reads. Caller: whoever holds the one-time code."""
    check_signs_in_here(here)
    return SetUpOut(otpauth=sign_in.begin_setup(here.store, here.clock, body.login, body.setup_code, body.password))


@router.post("/sign-in/setup/confirm", status_code=201, dependencies=_Guessed)
def confirm_set_up(body: ConfirmSetUp, here: InHouse) -> SignedInOut:
    """Uses up the one-time code and begins a session. Caller: whoever holds the code and the authenticator."""
    check_signs_in_here(here)
    return SignedInOut.of(sign_in.finish_setup(
        here.store, here.clock, here.settings.session_limits, body.login, body.setup_code, body.code))


@router.post("/sign-out", status_code=204, response_class=Response)
def end_session(here: InHouse, caller: AccountHolder, secret: Token) -> Response:
    """Ends the session of the token. Caller: anybody with an account."""
    sign_in.sign_out(here.store, here.clock, caller, secret)
    return Response(status_code=204)


@router.get("/me")
def me(caller: AccountHolder) -> MeOut:
    """Who the caller is. Caller: anybody with an account."""
    return MeOut.of(caller)


@router.post("/me/password", status_code=204, response_class=Response, dependencies=[limited("sign-in")])
def change_password(body: ChangePassword, here: InHouse, caller: AccountHolder) -> Response:
    """Another password; all sessions end. Caller: anybody with an account."""
    check_signs_in_here(here)
    sign_in.change_password(here.store, here.clock, caller, body.password, body.code, body.new_password)
    return Response(status_code=204)


@router.get("/accounts")
def list_accounts(here: InHouse, caller: AccountKeeper) -> list[AccountOut]:
    """All accounts, by role and name. Caller: admin."""
    return [AccountOut.of(one) for one in accounts.listed(here.store)]


@router.post("/accounts", status_code=201)
def add_account(body: AddAccount, here: InHouse, caller: AccountKeeper) -> MadeOut:
    """Makes an account; its one-time code is shown only now. Caller: admin."""
    return MadeOut.of(accounts.add(here.store, here.clock, accounts.actor(caller.id), body.name, body.login, body.role))


@router.post("/accounts/{account_id}/start-over")
def start_over(account_id: str, here: InHouse, caller: AccountKeeper) -> MadeOut:
    """A new one-time code; the old password and authenticator are void at once. Caller: admin."""
    return MadeOut.of(accounts.start_over(here.store, here.clock, accounts.actor(caller.id), account_id))


@router.post("/accounts/{account_id}/role")
def give_role(account_id: str, body: GiveRole, here: InHouse, caller: AccountKeeper) -> AccountOut:
    """Gives another role; sessions of the old one end. Caller: admin, not for their own account."""
    return AccountOut.of(accounts.give_role(here.store, here.clock, accounts.actor(caller.id), account_id, body.role))


@router.post("/accounts/{account_id}/end")
def end_account(account_id: str, here: InHouse, caller: AccountKeeper) -> AccountOut:
    """Ends an account, its sessions and its token. Caller: admin, not for their own account."""
    return AccountOut.of(accounts.end(here.store, here.clock, accounts.actor(caller.id), account_id))


@router.put("/accounts/{account_id}/citizens/{citizen_id}", status_code=204, response_class=Response)
def relate(account_id: str, citizen_id: str, here: InHouse, caller: AccountKeeper) -> Response:
    """A bostøtte works with a citizen from now on. Caller: admin."""
    accounts.relate(here.store, here.clock, accounts.actor(caller.id), account_id, citizen_id)
    return Response(status_code=204)


@router.delete("/accounts/{account_id}/citizens/{citizen_id}", status_code=204, response_class=Response)
def end_relation(account_id: str, citizen_id: str, here: InHouse, caller: AccountKeeper) -> Response:
    """A bostøtte no longer works with a citizen: the citizen's things are out of reach at once. Caller: admin."""
    accounts.end_relation(here.store, here.clock, accounts.actor(caller.id), account_id, citizen_id)
    return Response(status_code=204)
