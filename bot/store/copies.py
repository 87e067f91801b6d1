# SPDX-License-Identifier: MPL-2.0
"""Copies of the database without the citizens' keys, and the one newest copy of the keys, so that who is deleted is
deleted in old copies too."""

from __future__ import annotations

import json
import os
import sqlite3
from base64 import b64decode, b64encode
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import delete, func, insert, select

from bot.store.opening import bring_up_to_date
from bot.store.tables import AuditRow, CitizenKeyRow, CitizenRow
from bot.store.work import SqlStore

_FORM = "afsaet citizens' keys 1"


class NotSqlite(Exception):
    """The database is not SQLite: `pg_dump` and `pg_restore` do this for PostgreSQL."""

    def __init__(self) -> None:
        super().__init__("this is for SQLite; use pg_dump and pg_restore for PostgreSQL, and `afsaet keys copy`")


class NotABackup(Exception):
    """The file is no whole database of ours."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is no whole Afsæt database")


class NoKeys(Exception):
    """There is no copy of the keys where it should be, or it is none of ours."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is no copy of the keys; AFSAET_BACKUP_KEYS says where it is")


class KeysTooOld(Exception):
    """There are citizens who were not there yet when the keys were copied: a missing key would not mean deleted."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is older than the copy of the database; use the newest copy of the keys")


@dataclass(frozen=True)
class Keys:
    """The wrapped keys of all citizens at a moment."""

    made_at: datetime
    wrapped: Mapping[str, bytes]


def keys_of(store: SqlStore, at: datetime) -> Keys:
    """The keys as they are now; `at` is taken before they are read."""
    with store.engine.connect() as connection:
        rows = connection.execute(select(CitizenKeyRow.citizen_id, CitizenKeyRow.wrapped_key))
        return Keys(at, {citizen_id: bytes(key) for citizen_id, key in rows})


def write_keys(path: Path, keys: Keys) -> None:
    """In place of what was there: complete or not at all, and for its owner only."""
    wrapped = {citizen_id: b64encode(key).decode() for citizen_id, key in keys.wrapped.items()}
    told = {"form": _FORM, "made_at": keys.made_at.isoformat(), "keys": wrapped}
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = _own_file(path.with_name(path.name + ".unfinished"))
    unfinished.write_text(json.dumps(told, indent=0), encoding="ascii")
    unfinished.replace(path)


def read_keys(path: Path) -> Keys:
    """What `write_keys` wrote; `NoKeys` for anything else."""
    try:
        told = json.loads(path.read_text(encoding="ascii"))
        if told["form"] != _FORM:
            raise NoKeys(path)
        wrapped = {citizen_id: b64decode(key) for citizen_id, key in told["keys"].items()}
        return Keys(datetime.fromisoformat(told["made_at"]), wrapped)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NoKeys(path) from error


def strike(path: Path, citizen_id: str) -> bool:
    """Takes a citizen's key out of the copy of the keys; False where there is no copy. `NoKeys` if it is none of ours.
    """
    if not path.exists():
        return False
    keys = read_keys(path)
    write_keys(path, Keys(keys.made_at, {id: key for id, key in keys.wrapped.items() if id != citizen_id}))
    return True


def backup(store: SqlStore, target: Path, keys: Path, at: datetime) -> None:
    """A whole copy at one moment without the keys, while others read and write, and the keys in their own file."""
    source = _file_of(store)
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = _own_file(target.with_name(target.name + ".unfinished"))
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(unfinished)) as new:
        old.backup(new)
        wrapped = _take_out_keys(new)
    check(unfinished)
    write_keys(keys, Keys(at, wrapped))
    unfinished.replace(target)


def _take_out_keys(copy: sqlite3.Connection) -> dict[str, bytes]:
    """The keys, of which nothing stays in the file: overwritten first, then the file is written anew."""
    copy.execute("PRAGMA journal_mode=DELETE")
    copy.execute("PRAGMA secure_delete=ON")
    wrapped = dict(copy.execute("SELECT citizen_id, wrapped_key FROM citizen_key"))
    copy.execute("DELETE FROM citizen_key")
    copy.commit()
    copy.execute("VACUUM")
    return wrapped


def restore(store: SqlStore, source: Path, keys: Path, at: datetime) -> int:
    """Puts a copy in place of what is there, with the keys of those who have one; how many others are gone for good.

    `NotABackup`, `NoKeys` and `KeysTooOld` change nothing. Nobody comes back whom the newest keys do not hold, or whose
    deletion stands in the audit of the database that is replaced. Copies from before keys stood apart hold them.
    """
    check(source)
    file, gone = Path(_file_of(store)), _deleted(store)
    prepared = _own_file(file.with_name(file.name + ".restoring"))
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(prepared)) as copy:
            old.backup(copy)
            if _has_keys_apart(copy):
                _put_keys(copy, keys)
        with closing(sqlite3.connect(prepared)) as copy, closing(sqlite3.connect(file)) as new:
            copy.backup(new)
    finally:
        prepared.unlink()
    bring_up_to_date(store)
    with store.transaction() as session:
        session.execute(delete(CitizenKeyRow).where(CitizenKeyRow.citizen_id.in_(gone)))
    return prune(store, at)


def _deleted(store: SqlStore) -> list[str]:
    """Citizens whose deletion the database now in place knows of."""
    bring_up_to_date(store)
    with store.engine.connect() as connection:
        return list(connection.scalars(select(AuditRow.subject).where(AuditRow.act == "citizen.delete")))


def _has_keys_apart(copy: sqlite3.Connection) -> bool:
    return "wrapped_key" not in {column[1] for column in copy.execute("PRAGMA table_info(citizen)")}


def _put_keys(copy: sqlite3.Connection, path: Path) -> None:
    keys = read_keys(path)
    newest = copy.execute("SELECT max(created_at) FROM citizen").fetchone()[0]
    if newest is not None and datetime.fromisoformat(newest).replace(tzinfo=UTC) > keys.made_at:
        raise KeysTooOld(path)
    copy.execute("DELETE FROM citizen_key")
    copy.executemany("INSERT INTO citizen_key VALUES (?, ?)", keys.wrapped.items())
    copy.commit()


def put_keys_back(store: SqlStore, path: Path, at: datetime) -> int:
    """After `pg_restore` of a dump without keys: the keys again, and how many citizens without one are gone for good.

    `NoKeys` and `KeysTooOld` change nothing.
    """
    keys = read_keys(path)
    with store.transaction() as session:
        newest = session.scalar(select(func.max(CitizenRow.created_at)))
        if newest is not None and newest > keys.made_at:
            raise KeysTooOld(path)
        session.execute(delete(CitizenKeyRow))
        if keys.wrapped:
            session.execute(insert(CitizenKeyRow), [
                {"citizen_id": id, "wrapped_key": key} for id, key in keys.wrapped.items()])
    return prune(store, at)


def prune(store: SqlStore, at: datetime) -> int:
    """Deletes what is left of citizens without a key, and keys without a citizen; how many citizens."""
    with store.transaction() as session:
        there, held = select(CitizenRow.id), select(CitizenKeyRow.citizen_id)
        keyless = list(session.scalars(there.where(CitizenRow.id.not_in(held))))
        session.execute(delete(CitizenKeyRow).where(CitizenKeyRow.citizen_id.not_in(there)))
    for citizen_id in keyless:
        with store() as work:
            work.privacy.delete_citizen(citizen_id)
            work.audit.note(at, "restore", "citizen.delete", citizen_id, "no key")
    return len(keyless)


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


def _own_file(path: Path) -> Path:
    """An empty file that only its owner can read, before anything is in it."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    return path


def _file_of(store: SqlStore) -> str:
    if store.engine.dialect.name != "sqlite" or not store.engine.url.database:
        raise NotSqlite
    return store.engine.url.database
