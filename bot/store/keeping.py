# SPDX-License-Identifier: MPL-2.0
"""Keys wrapped anew, a batch at a time, while the system runs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.store.tables import CitizenKeyRow, StaffRow
from bot.store.vault import Vault
from bot.store.work import SqlStore

_AT_ONCE = 200
_TABLES: tuple[tuple[Any, Any, tuple[str, ...]], ...] = (
    (CitizenKeyRow, CitizenKeyRow.citizen_id, ("wrapped_key",)),
    (StaffRow, StaffRow.id, ("sealed_name", "sealed_sign_in")),
)
"""What the master key seals: table, its primary key, the columns."""


def rotate(store: SqlStore, vault: Vault) -> Iterator[tuple[int, int]]:
    """Wraps every citizen's key and what is sealed of staff with the first master key; yields (done, of how many).

    A batch at a time, each one transaction: it can be stopped and begun again, and the system runs meanwhile. Words are
    not touched: a citizen's own key stays the same.
    """
    with Session(store.engine) as session:
        whole = sum(session.scalar(select(func.count()).select_from(table)) or 0 for table, _, _ in _TABLES)
    done = 0
    for table, id_of, columns in _TABLES:
        last = ""
        while rewrapped := _rewrap(store, vault, select(table).where(id_of > last).order_by(id_of), columns):
            last, done = rewrapped[-1], done + len(rewrapped)
            yield done, whole


def _rewrap(store: SqlStore, vault: Vault, wanted: Any, columns: tuple[str, ...]) -> list[str]:
    """The ids of one batch, in order; none when there is nothing left."""
    with store.transaction() as session:
        rows: list[Any] = list(session.scalars(wanted.limit(_AT_ONCE).with_for_update()))
        for row, column in product(rows, columns):
            if getattr(row, column) is not None:
                setattr(row, column, vault.rewrapped(getattr(row, column)))
        return [str(row.__mapper__.primary_key_from_instance(row)[0]) for row in rows]
