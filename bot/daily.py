# SPDX-License-Identifier: MPL-2.0
"""What a day brings: what is past its time is deleted; goals to look at and requests for deletion are listed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from bot.ports import Clock, Store
from bot.records import DeletionRequest, Due
from bot.services import peers
from bot.services.finding import what_is_due
from bot.services.privacy import open_requests
from bot.services.retention import Emptied, Terms, empty_what_is_old
from bot.settings import Settings


def a_day(store: Store, clock: Clock, chosen: Settings, as_data: bool) -> str:
    """Does what the day asks for, and tells it in counts and ids: as lines in Danish, or as JSON."""
    terms = Terms(
        chosen.keep_talks_days, chosen.keep_declined_days, chosen.keep_audit_days, chosen.keep_ended_days,
        chosen.keep_alerts_days,
    )
    peers.end_forgotten(store, clock, chosen.peer_notes == "with_citizen")
    emptied = empty_what_is_old(store, clock, terms)
    today = clock().date()
    due, requests = what_is_due(store, today), open_requests(store)
    if as_data:
        return _as_json(due, requests, emptied)
    return "\n".join([*_due_lines(due, today), *_request_lines(requests), _emptied_line(emptied)])


def _due_lines(due: Sequence[Due], today: date) -> list[str]:
    """One line a goal, longest waiting first, and a sum."""
    lines = [
        f"{one.due_on.isoformat()}  {_waited(one, today):<16} mål {one.goal_id}  borger {one.citizen_id}  "
        f"bostøtte {', '.join(one.staff) or '(ingen)'}"
        for one in due
    ]
    return [*lines, f"{len(due)} mål skal følges op."]


def _waited(one: Due, today: date) -> str:
    days = (today - one.due_on).days
    return "i dag" if days == 0 else f"{days} dag siden" if days == 1 else f"{days} dage siden"


def _request_lines(requests: Sequence[DeletionRequest]) -> list[str]:
    return [f"{one.due_on.isoformat()}  borger {one.citizen_id} beder om sletning (spurgt {one.at.date().isoformat()})"
            for one in requests]


def _emptied_line(emptied: Emptied) -> str:
    return (f"Slettet, fordi tiden er gået: {emptied.talks} samtalers ord, {emptied.goals} mål, "
            f"{emptied.alerts} beskeder om fare, {emptied.audit_lines} linjer i loggen.")


def _as_json(due: Sequence[Due], requests: Sequence[DeletionRequest], emptied: Emptied) -> str:
    """For programs; of a request for deletion not its reason."""
    return json.dumps({
        "goals": [asdict(one) | {"due_on": one.due_on.isoformat()} for one in due],
        "deletion_requests": [{"citizen_id": one.citizen_id, "due_on": one.due_on.isoformat()} for one in requests],
        "deleted": asdict(emptied),
    }, indent=1)
