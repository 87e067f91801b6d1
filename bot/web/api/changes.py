# SPDX-License-Identifier: MPL-2.0
"""The feed of changes for other systems: everything that happened after a cursor, each version once, in order."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from bot.services import finding
from bot.web.api.cursors import Cursor, cursor_of_mark, mark_of
from bot.web.api.plan_shapes import Feed, HappenedOut
from bot.web.callers import InHouse, SharedReader

router = APIRouter(prefix="/changes", tags=["changes"])


@router.get("")
def list_changes(
    here: InHouse, caller: SharedReader, cursor: Cursor = None, limit: Annotated[int, Query(ge=1, le=500)] = 100
) -> Feed:
    """Versions of shared goals after `cursor`, some seconds behind the present so that none is missed. Caller: staff.

    Keep `next` and ask with it again: an empty answer gives the same cursor back.
    """
    happened = finding.changes_since(here.store, here.clock, caller, mark_of(cursor), limit)
    told = [HappenedOut.of(one, cursor_of_mark(one.mark)) for one in happened]
    return Feed(changes=told, next=told[-1].cursor if told else cursor)
