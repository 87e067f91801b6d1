# SPDX-License-Identifier: MPL-2.0
"""Commands about a citizen: what waits to be deleted, and the deletion."""

from __future__ import annotations

from collections.abc import Sequence

from bot.records import DeletionRequest, Receipt

_NAMES = {
    "turn": "beskeder", "conversation": "samtaler", "goal": "mål", "goal_change": "versioner af mål",
    "shared_quote": "delte citater", "rating": "vurderinger", "alert": "beskeder om fare", "invitation": "koder",
    "deletion_request": "anmodninger", "relation": "tilknytninger", "citizen": "borger med nøgle",
}


def receipt_lines(receipt: Receipt) -> list[str]:
    """A receipt in Danish: how much of each kind is gone, and nothing of what it was."""
    told = [f"  {rows:>5}  {_NAMES.get(table, table)}" for table, rows in receipt.rows.items() if rows]
    return [f"Slettet {receipt.at.isoformat(timespec='seconds')}:", *told,
            "Nøglen er slettet: borgerens ord kan heller ikke læses i en sikkerhedskopi."]


def request_lines(requests: Sequence[DeletionRequest]) -> list[str]:
    """What waits to be deleted, one line each."""
    return [f"{one.due_on.isoformat()}  borger {one.citizen_id} beder om sletning (spurgt {one.at.date().isoformat()})"
            for one in requests]
