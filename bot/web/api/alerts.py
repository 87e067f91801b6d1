# SPDX-License-Identifier: MPL-2.0
"""Alerts: that a citizen wrote of danger, for the staff who work with them; never the words."""

from __future__ import annotations

from fastapi import APIRouter

from bot.services import alerts
from bot.web.api.shapes import AlertOut
from bot.web.callers import AlertReader, InHouse

router = APIRouter(prefix="/alerts", tags=["alerts"])


@router.get("")
def list_alerts(here: InHouse, caller: AlertReader) -> list[AlertOut]:
    """The alerts of one's citizens, unseen first. Caller: staff."""
    return [AlertOut.of(alert) for alert in alerts.list_for_staff(here.store, here.clock, caller)]


@router.post("/{alert_id}/seen")
def see(alert_id: str, here: InHouse, caller: AlertReader) -> AlertOut:
    """Notes that an alert has been seen; the citizen is told so at their next message. Caller: staff."""
    return AlertOut.of(alerts.see(here.store, here.clock, caller, alert_id))
