# SPDX-License-Identifier: MPL-2.0
"""Figures and spot checks for a leder: numbers and ids, never what anybody said."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from bot.services import overview
from bot.web.api.account_shapes import AuditLineOut, AuditOut, DoneOut, FiguresOut
from bot.web.callers import AuditReader, FiguresReader, InHouse

router = APIRouter(tags=["overview"])
Days = Annotated[int, Query(ge=1, le=730, description="How far back.")]


@router.get("/figures")
def read_figures(here: InHouse, caller: FiguresReader, days: Days = 30) -> FiguresOut:
    """How many citizens, talks and goals by state; small numbers are not shown. Caller: leder."""
    shown = overview.figures(here.store, here.clock, caller, days)
    return FiguresOut(least=overview.LEAST_SHOWN, citizens=shown.citizens, talks=shown.talks, goals=shown.goals,
                      alerts_open=shown.alerts_open)


@router.get("/audit")
def check_audit(
    here: InHouse, caller: AuditReader, days: Days = 7, lines: Annotated[int, Query(ge=0, le=200)] = 10
) -> AuditOut:
    """What was done, how often, and some look-ups chosen by chance to ask about. Caller: leder."""
    checked = overview.spot_check(here.store, here.clock, caller, days, lines)
    return AuditOut(
        since=checked.since, done=[DoneOut(**vars(one)) for one in checked.done],
        look_ups=[AuditLineOut(**vars(line)) for line in checked.look_ups],
    )
