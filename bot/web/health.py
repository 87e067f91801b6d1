# SPDX-License-Identifier: MPL-2.0
"""Whether this process lives, and whether the whole system can take a message."""

from __future__ import annotations

import logging

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

from bot.web.callers import InHouse
from bot.web.problems import problem

router = APIRouter(tags=["health"])
log = logging.getLogger(__name__)


@router.get("/health")
async def health() -> dict[str, str]:
    """This process lives. Caller: anybody."""
    return {"status": "ok"}


@router.get("/ready")
async def ready(here: InHouse) -> JSONResponse:
    """Rasa has its model, the action server and the store answer. Caller: anybody."""
    if not await here.rasa.is_ready():
        return problem(503, "not-ready", "Samtalen er ikke klar endnu. Prøv igen om lidt.", waiting_for="rasa")
    if not await run_in_threadpool(_store_answers, here):
        return problem(503, "not-ready", "Databasen svarer ikke. Prøv igen om lidt.", waiting_for="store")
    return JSONResponse({"status": "ready"})


def _store_answers(here: InHouse) -> bool:
    try:
        with here.store.reading() as work:
            return work.talks.token_hash("-") is None
    except SQLAlchemyError as error:
        log.warning("store.silent error=%s", type(error).__name__)
        return False
