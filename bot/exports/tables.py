# SPDX-License-Identifier: MPL-2.0
"""Goals as a table for a spreadsheet, and as JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from bot.goals.followup import follow_ups
from bot.goals.goal import Goal
from bot.goals.lifecycle import WHOSE_TURN

COLUMNS = (
    "id", "status", "whose_turn", "wish", "wording", "theme", "when", "how_often", "where", "with_whom", "support",
    "sign", "obstacle", "if_then", "kind", "sure", "due_on", "last_score", "last_score_on", "changed_at", "version",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(goals: Iterable[Goal]) -> str:
    """CSV (RFC 4180), one goal a line, with a byte order mark so that spreadsheets read Danish letters right.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    written = io.StringIO()
    written.write("\ufeff")
    lines = csv.writer(written)
    lines.writerow(COLUMNS)
    for goal in goals:
        row = _row(goal)
        lines.writerow([_harmless(row[column]) for column in COLUMNS])
    return written.getvalue()


def _row(goal: Goal) -> dict[str, str]:
    scored = [change for change in follow_ups(goal) if change.score is not None]
    last = scored[-1] if scored else None
    details = {name: _text(getattr(goal.details, name)) for name in COLUMNS if hasattr(goal.details, name)}
    return details | {
        "id": goal.id, "status": goal.state, "whose_turn": WHOSE_TURN[goal.state],
        "wish": goal.wish.text if goal.wish else "", "wording": goal.wording, "theme": _text(goal.theme),
        "due_on": _text(goal.due_on), "last_score": _text(last.score if last else None),
        "last_score_on": last.at.date().isoformat() if last else "",
        "changed_at": goal.history[-1].at.isoformat(timespec="seconds"), "version": str(goal.version),
    }


def _text(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
