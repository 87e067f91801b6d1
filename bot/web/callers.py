# SPDX-License-Identifier: MPL-2.0
"""Who may call a route: every route names one of these, or stands on the list of public ones.

Dependencies that ask the store are plain functions, which FastAPI runs in a thread; the others are `async`,
so that they cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, cast

from fastapi import Depends, HTTPException, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from bot.accounts import Staff
from bot.ports import Clock, Store
from bot.services import devices, sign_in
from bot.services.errors import UnknownConversation
from bot.services.permissions import Right, check_role_may, role_may
from bot.settings import Settings
from bot.web.cookies import STAFF_COOKIE, TALK_COOKIE, held
from bot.web.gateway import Gateway
from bot.web.provider import ANSWER_PATH, Provider
from bot.web.rasa import Rasa
from bot.web.rates import Rates

PUBLIC = frozenset({
    "/", "/start", "/privatliv", "/health", "/ready", "/static", "/api/docs", "/api/openapi.json", "/api/assets",
    "/log-ind", "/log-ind/demo", "/log-ind/ny", "/log-ind/ny/bekraeft", "/log-ind/oidc", ANSWER_PATH,
    "/api/v1/conversations", "/api/v1/sign-in", "/api/v1/sign-in/setup", "/api/v1/sign-in/setup/confirm",
})
"""Routes that anybody may call; a structure test holds that all others name a caller."""


@dataclass(frozen=True)
class House:
    """What this process holds open."""

    settings: Settings
    store: Store
    clock: Clock
    gateway: Gateway
    rasa: Rasa
    rates: Rates
    form_keys: tuple[bytes, ...]
    """The first seals forms, all of them are believed: a change of the master key refuses no open page."""
    provider: Provider | None = None


async def house(request: Request) -> House:
    """What this process holds open."""
    return cast(House, request.app.state.house)


InHouse = Annotated[House, Depends(house)]
_bearer = HTTPBearer(auto_error=False, description="Bearer token of a citizen's conversation or of staff.")
Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


async def token(bearer: Bearer) -> str:
    """The bearer token; 401 without one."""
    if bearer is None:
        raise HTTPException(401)
    return bearer.credentials


Token = Annotated[str, Depends(token)]


def account(here: InHouse, secret: Token) -> Staff:
    """Who of the staff holds the token, by a session or by a program; 401 otherwise."""
    found = sign_in.caller(here.store, here.clock, here.settings.session_limits, secret)
    if found is None:
        raise HTTPException(401)
    return found


AnAccount = Annotated[Staff, Depends(account)]


@cache
def having(right: Right) -> Callable[[Staff], Staff]:
    """Staff whose role has a right: 401 without a token of theirs, 403 for other roles."""

    def staff_who_may(caller: AnAccount) -> Staff:
        check_role_may(caller.role, right)
        return caller

    return staff_who_may


def talk_of_token(here: InHouse, secret: Token) -> str:
    """The conversation whose citizen holds the token; 401 otherwise."""
    found = devices.conversation_of(here.store, here.clock, here.settings.device_limits, secret)
    if found is None:
        raise HTTPException(401)
    return found


async def own_talk(conversation_id: str, talk: Annotated[str, Depends(talk_of_token)]) -> str:
    """The conversation in the path, if it is the caller's own; `UnknownConversation` otherwise."""
    if conversation_id != talk:
        raise UnknownConversation
    return talk


@dataclass(frozen=True)
class GoalReader:
    """A caller who may read goals: a member of staff, or the citizen of a conversation."""

    staff: Staff | None
    talk: str | None


def goal_reader(here: InHouse, secret: Token) -> GoalReader:
    """Staff whose role may read goals, or a citizen; 401 or 403 otherwise."""
    talk = devices.conversation_of(here.store, here.clock, here.settings.device_limits, secret)
    if talk is not None:
        return GoalReader(None, talk)
    caller = account(here, secret)
    check_role_may(caller.role, Right.READ_GOALS)
    return GoalReader(caller, None)


class NoTalk(Exception):
    """The browser holds no conversation; the page leads to the start."""


def page_talk(here: InHouse, request: Request) -> str:
    """The conversation that the browser's cookie belongs to; `NoTalk` otherwise."""
    limits, secret = here.settings.device_limits, held(request, here.settings, TALK_COOKIE)
    found = devices.conversation_of(here.store, here.clock, limits, secret) if secret else None
    if found is None:
        raise NoTalk
    return found


class NotSignedIn(Exception):
    """The browser holds no session of staff; the page leads to the sign-in."""


def page_account(here: InHouse, request: Request) -> Staff:
    """Who of the staff is signed in with this browser; `NotSignedIn` otherwise."""
    limits, secret = here.settings.session_limits, held(request, here.settings, STAFF_COOKIE)
    found = sign_in.caller(here.store, here.clock, limits, secret) if secret else None
    if found is None:
        raise NotSignedIn
    return found


PageAccount = Annotated[Staff, Depends(page_account)]


class NotOnThisPage(Exception):
    """Somebody of the staff, `who`, is signed in whose role does not see this page."""

    def __init__(self, who: Staff) -> None:
        super().__init__("not-your-role")
        self.who = who


@cache
def page_having(right: Right) -> Callable[[Staff], Staff]:
    """Who of the staff is signed in with this browser and has a right; `NotOnThisPage` for other roles."""

    def page_of_who_may(caller: PageAccount) -> Staff:
        if not role_may(caller.role, right):
            raise NotOnThisPage(caller)
        return caller

    return page_of_who_may


PageReviewer = Annotated[Staff, Depends(page_having(Right.REVIEW_GOALS))]
PagePeer = Annotated[Staff, Depends(page_having(Right.JOIN_SESSIONS))]
PageFiguresReader = Annotated[Staff, Depends(page_having(Right.READ_FIGURES))]
PageAccountKeeper = Annotated[Staff, Depends(page_having(Right.KEEP_ACCOUNTS))]
PageInviter = Annotated[Staff, Depends(page_having(Right.INVITE))]
PageAlertReader = Annotated[Staff, Depends(page_having(Right.SEE_ALERTS))]
PageSharedReader = Annotated[Staff, Depends(page_having(Right.READ_SHARED))]
Inviter = Annotated[Staff, Depends(having(Right.INVITE))]
Reviewer = Annotated[Staff, Depends(having(Right.REVIEW_GOALS))]
SharedReader = Annotated[Staff, Depends(having(Right.READ_SHARED))]
AlertReader = Annotated[Staff, Depends(having(Right.SEE_ALERTS))]
FiguresReader = Annotated[Staff, Depends(having(Right.READ_FIGURES))]
AuditReader = Annotated[Staff, Depends(having(Right.CHECK_AUDIT))]
AccountKeeper = Annotated[Staff, Depends(having(Right.KEEP_ACCOUNTS))]
AccountHolder = Annotated[Staff, Depends(having(Right.OWN_ACCOUNT))]
OwnTalk = Annotated[str, Depends(own_talk)]
TalkOfToken = Annotated[str, Depends(talk_of_token)]
AGoalReader = Annotated[GoalReader, Depends(goal_reader)]
PageTalk = Annotated[str, Depends(page_talk)]
_ON_PAGES = (
    Right.REVIEW_GOALS, Right.INVITE, Right.SEE_ALERTS, Right.READ_SHARED, Right.READ_FIGURES, Right.KEEP_ACCOUNTS,
    Right.JOIN_SESSIONS,
)
CALLERS = frozenset({own_talk, talk_of_token, goal_reader, page_talk, page_account}) | {
    having(right) for right in Right if right not in (Right.READ_GOALS, Right.JOIN_SESSIONS)
} | {page_having(right) for right in _ON_PAGES}
