# SPDX-License-Identifier: MPL-2.0
"""What a day brings: the goals that it is time to look at, told to whoever works with the citizen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from bot.ports import Clock, Store
from bot.records import DeletionRequest, Due
from bot.services.finding import what_is_due


def due_today(store: Store, clock: Clock) -> list[Due]:
    """What is due today or has waited, longest waiting first; without anybody's words."""
    return list(what_is_due(store, clock().date()))


def as_lines(due: Sequence[Due], today: date) -> list[str]:
    """The same in Danish, one line a goal and a sum."""
    lines = [
        f"{one.due_on.isoformat()}  {_waited(one, today):<16} mål {one.goal_id}  borger {one.citizen_id}  "
        f"bostøtte {', '.join(one.staff) or '(ingen)'}"
        for one in due
    ]
    return [*lines, f"{len(due)} mål skal følges op."]


def as_json(due: Sequence[Due], requests: Sequence[DeletionRequest] = ()) -> dict[str, list[dict[str, Any]]]:
    """The same for programs; of a request for deletion not its reason."""
    return {
        "goals": [asdict(one) | {"due_on": one.due_on.isoformat()} for one in due],
        "deletion_requests": [{"citizen_id": one.citizen_id, "due_on": one.due_on.isoformat()} for one in requests],
    }


def _waited(one: Due, today: date) -> str:
    days = (today - one.due_on).days
    return "i dag" if days == 0 else f"{days} dag siden" if days == 1 else f"{days} dage siden"
