# SPDX-License-Identifier: MPL-2.0
"""Who may call a route: every route names one of these, or stands on the list of public ones.

Dependencies that ask the store are plain functions, which FastAPI runs in a thread; the others are `async`,
so that they cost nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Cookie, Depends, HTTPException, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from bot.ports import Clock, Store
from bot.records import Staff
from bot.services import invitations, talking
from bot.services.errors import UnknownConversation
from bot.settings import Settings
from bot.web.gateway import Gateway
from bot.web.rasa import Rasa

TALK_COOKIE = "afsaet_talk"

PUBLIC = frozenset({
    "/", "/start", "/privatliv", "/health", "/ready", "/static", "/api/docs", "/api/openapi.json", "/api/assets",
    "/api/v1/conversations",
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


def staff(here: InHouse, secret: Token) -> Staff:
    """The member of staff who holds the token; 401 otherwise."""
    found = invitations.staff_by_token(here.store, secret)
    if found is None:
        raise HTTPException(401)
    return found


def talk_of_token(here: InHouse, secret: Token) -> str:
    """The conversation whose citizen holds the token; 401 otherwise."""
    found = talking.conversation_of(here.store, secret)
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
    """Staff or citizen; 401 otherwise."""
    who = GoalReader(invitations.staff_by_token(here.store, secret), talking.conversation_of(here.store, secret))
    if who.staff is None and who.talk is None:
        raise HTTPException(401)
    return who


class NoTalk(Exception):
    """The browser holds no conversation; the page leads to the start."""


def page_talk(here: InHouse, afsaet_talk: Annotated[str | None, Cookie()] = None) -> str:
    """The conversation that the browser's cookie belongs to; `NoTalk` otherwise."""
    found = talking.conversation_of(here.store, afsaet_talk) if afsaet_talk else None
    if found is None:
        raise NoTalk
    return found


AStaff = Annotated[Staff, Depends(staff)]
OwnTalk = Annotated[str, Depends(own_talk)]
TalkOfToken = Annotated[str, Depends(talk_of_token)]
AGoalReader = Annotated[GoalReader, Depends(goal_reader)]
PageTalk = Annotated[str, Depends(page_talk)]
CALLERS = frozenset({staff, own_talk, talk_of_token, goal_reader, page_talk})
