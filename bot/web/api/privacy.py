# SPDX-License-Identifier: MPL-2.0
"""What a citizen may see of what is kept, take back, and ask to have deleted."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from bot.services import privacy
from bot.web.api.privacy_shapes import DataOut, DeletionOut, TakeBack, WantsDeletion
from bot.web.callers import InHouse, OwnTalk

router = APIRouter(prefix="/conversations/{conversation_id}", tags=["privacy"])


@router.post("/take-back", status_code=204, response_class=Response)
def take_back(body: TakeBack, here: InHouse, talk: OwnTalk) -> Response:
    """Takes back quotes, or the talk in short: staff no longer see them. Caller: the conversation's citizen."""
    privacy.take_back(here.store, here.clock, talk, body.quotes, body.summary)
    return Response(status_code=204)


@router.get("/data")
def read_data(here: InHouse, talk: OwnTalk) -> DataOut:
    """Everything that is kept of me, from all my talks, and when staff looked. Caller: the conversation's citizen."""
    return DataOut.of(privacy.kept_data(here.store, here.clock, talk))


@router.post("/deletion", status_code=202)
def request_deletion(body: WantsDeletion, here: InHouse, talk: OwnTalk) -> DeletionOut:
    """Asks to have all of me deleted; answered within a month. Caller: the conversation's citizen."""
    return DeletionOut.of(privacy.request_deletion(here.store, here.clock, talk, body.reason))
