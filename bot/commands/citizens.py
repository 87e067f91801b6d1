# SPDX-License-Identifier: MPL-2.0
"""The receipt of a citizen's deletion, as it is printed."""

from __future__ import annotations

from pathlib import Path

from bot.records import Receipt

_STRUCK = ("Nøglen er slettet, også i nøglekopien {}. Borgerens ord kan ikke læses i nogen sikkerhedskopi.\n"
           "Er nøglekopien lagt andre steder, så erstat den med denne, og slet den gamle.")
_NO_COPY = ("Nøglen er slettet. Der er ingen nøglekopi i {}. Er der en et andet sted, så lav en ny med "
            "»afsaet keys copy«, og slet den gamle: først da kan borgerens ord ikke læses i en sikkerhedskopi.")
_NAMES = {
    "turn": "beskeder", "conversation": "samtaler", "goal": "mål", "goal_change": "versioner af mål",
    "shared_quote": "delte citater", "rating": "vurderinger", "alert": "beskeder om fare", "invitation": "koder",
    "deletion_request": "anmodninger", "relation": "tilknytninger", "citizen": "borger", "citizen_key": "nøgle",
}


def receipt_lines(receipt: Receipt, keys: Path, was_struck: bool) -> list[str]:
    """A receipt in Danish: how much of each kind is gone, and nothing of what it was; `was_struck`: the key is out of
    the copy of the keys too."""
    told = [f"  {rows:>5}  {_NAMES.get(table, table)}" for table, rows in receipt.rows.items() if rows]
    return [f"Slettet {receipt.at.isoformat(timespec='seconds')}:", *told,
            _STRUCK.format(keys) if was_struck else _NO_COPY.format(keys)]

