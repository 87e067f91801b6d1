# SPDX-License-Identifier: MPL-2.0
"""The receipt of a citizen's deletion, as it is printed."""

from __future__ import annotations

from bot.records import Receipt

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

