# SPDX-License-Identifier: MPL-2.0
"""Keys wrapped anew, and copies of a SQLite database while it is in use."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.store.tables import CitizenRow, StaffRow
from bot.store.vault import Vault
from bot.store.work import SqlStore

_AT_ONCE = 200


class NotSqlite(Exception):
    """The database is not SQLite: `pg_dump` and `pg_restore` do this for PostgreSQL."""

    def __init__(self) -> None:
        super().__init__("this is for SQLite; use pg_dump and pg_restore for PostgreSQL")


class NotABackup(Exception):
    """The file is no whole database of ours."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is no whole Afsæt database")


def rotate(store: SqlStore, vault: Vault) -> Iterator[tuple[int, int]]:
    """Wraps every citizen's key and what is sealed of staff with the first master key; yields (done, of how many).

    A batch at a time, each one transaction: it can be stopped and begun again, and the system runs meanwhile. Words are
    not touched: a citizen's own key stays the same.
    """
    with Session(store.engine) as session:
        whole = (session.scalar(select(func.count()).select_from(CitizenRow)) or 0) + (
            session.scalar(select(func.count()).select_from(StaffRow)) or 0)
    done = 0
    tables: tuple[tuple[Any, tuple[str, ...]], ...] = (
        (CitizenRow, ("wrapped_key",)), (StaffRow, ("sealed_name", "sealed_sign_in")))
    for table, columns in tables:
        last = ""
        while True:
            with store.transaction() as session:
                rows: list[Any] = list(session.scalars(
                    select(table).where(table.id > last).order_by(table.id).limit(_AT_ONCE).with_for_update()))
                for row, column in product(rows, columns):
                    if getattr(row, column) is not None:
                        setattr(row, column, vault.rewrapped(getattr(row, column)))
            if not rows:
                break
            last, done = rows[-1].id, done + len(rows)
            yield done, whole


def backup(store: SqlStore, target: Path) -> None:
    """A whole copy at one moment, while others read and write; complete or not there at all."""
    source = _file_of(store)
    unfinished = target.with_name(target.name + ".unfinished")
    target.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(unfinished)) as new:
        old.backup(new)
    os.chmod(unfinished, 0o600)
    check(unfinished)
    unfinished.replace(target)


def restore(store: SqlStore, source: Path) -> None:
    """Puts a copy in place of what is there, in one transaction of SQLite's own; `NotABackup` changes nothing."""
    check(source)
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(_file_of(store))) as new:
        old.backup(new)


def check(path: Path) -> None:
    """`NotABackup` unless the file is whole and has our tables."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as copy:
            whole = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            ours = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.DatabaseError as error:
        raise NotABackup(path) from error
    if not whole or not {"citizen", "turn", "goal", "audit", "alembic_version"} <= ours:
        raise NotABackup(path)


def _file_of(store: SqlStore) -> str:
    if store.engine.dialect.name != "sqlite" or not store.engine.url.database:
        raise NotSqlite
    return store.engine.url.database
