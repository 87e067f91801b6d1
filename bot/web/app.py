# SPDX-License-Identifier: MPL-2.0
"""Puts the web process together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import fastapi_offline
from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bot.delivery import deliver_for_ever, stop
from bot.settings import Settings, contacts, now, settings
from bot.store.opening import master_keys, open_store
from bot.store.vault import derived_keys
from bot.web import desk, health, offices, oidc, pages, peer_pages, plan_pages, privacy_pages, sign_in_pages
from bot.web.api import accounts, alerts, changes, conversations, goals, invitations, overview, plans, privacy
from bot.web.api.shapes import Problem
from bot.web.away import add_away_handlers
from bot.web.callers import House, NotOnThisPage, NotSignedIn
from bot.web.counting import Counts
from bot.web.csrf import check_sent_from_here
from bot.web.gateway import Gateway, hear_for_ever
from bot.web.headers import Headers
from bot.web.language import Speaking, catalogue
from bot.web.limits import LimitBody
from bot.web.problems import MEDIA_TYPE, add_problem_handlers
from bot.web.provider import provider_of
from bot.web.rasa import Rasa
from bot.web.rates import Rates, check_api_pace
from bot.web.refused import add_refusals
from bot.web.rendering import page

_PROBLEMS: dict[int | str, dict[str, Any]] = {
    code: {"description": "Problem", "content": {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}}
    for code in (400, 401, 403, 404, 405, 408, 409, 410, 412, 413, 422, 429, 503)
}


@asynccontextmanager
async def _open_house(app: FastAPI) -> AsyncIterator[None]:
    chosen = settings()
    catalogue(chosen.language)
    store = open_store(chosen)
    keys = master_keys(chosen)
    provider = provider_of(chosen, keys)
    async with Rasa(chosen.rasa_url, chosen.actions_url, chosen.rasa_seconds) as rasa:
        gateway = Gateway(store, now, rasa, contacts(chosen), chosen.hours)
        app.state.house = House(
            chosen, store, now, gateway, rasa, _rates(chosen, keys), derived_keys(keys, "forms"), provider)
        rounds = [
            asyncio.create_task(deliver_for_ever(store, now, chosen)), asyncio.create_task(hear_for_ever(gateway))]
        yield
        for task in rounds:
            await stop(task)


def _rates(chosen: Settings, keys: str) -> Rates:
    redis_url = chosen.redis_url.get_secret_value() if chosen.redis_url else None
    return Rates(Counts(redis_url), derived_keys(keys, "rates")[0], chosen.limit_factor)


class _Web(FastAPI):
    """FastAPI with headers and language outermost, so that its answers to errors nobody foresaw have them too."""

    def build_middleware_stack(self) -> ASGIApp:
        """The whole stack."""
        return Headers(Speaking(super().build_middleware_stack()))


def create_app() -> FastAPI:
    """The web application; it opens store and Rasa when it starts."""
    app = _Web(
        title="Afsæt", version="1", lifespan=_open_house, docs_url=None, redoc_url=None,
        openapi_url="/api/openapi.json", dependencies=[Depends(check_sent_from_here)],
        description="Motivational conversations in bostøtte, and the goals that come of them.",
    )
    add_problem_handlers(app)
    add_refusals(app)
    add_away_handlers(app)
    app.add_middleware(LimitBody)
    v1 = APIRouter(prefix="/api/v1", responses=_PROBLEMS, dependencies=[Depends(check_api_pace)])
    for part in (conversations, privacy, goals, plans, changes, invitations, alerts, accounts, overview):
        v1.include_router(part.router)
    app.include_router(v1)
    app.include_router(health.router)
    app.include_router(pages.router)
    app.include_router(plan_pages.router)
    app.include_router(privacy_pages.router)
    app.include_router(sign_in_pages.router)
    app.include_router(oidc.router)
    app.include_router(peer_pages.router)
    app.include_router(desk.router)
    app.include_router(offices.router)
    app.add_exception_handler(pages.NoTalk, pages.lead_to_start)
    app.add_exception_handler(NotSignedIn, sign_in_pages.lead_to_sign_in)
    app.add_exception_handler(NotOnThisPage, sign_in_pages.not_on_this_page)
    app.add_api_route("/api/docs", _docs, include_in_schema=False)
    app.mount("/api/assets", StaticFiles(directory=Path(fastapi_offline.__file__).parent / "static"), name="assets")
    app.mount("/static", GZipMiddleware(StaticFiles(directory=Path(__file__).parent / "static")), name="static")
    return app


def _docs(request: Request) -> HTMLResponse:
    return page(request, "api-docs.html")
