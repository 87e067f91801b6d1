# SPDX-License-Identifier: MPL-2.0
"""Who is deleted stays deleted: a copy cannot be read without the newest keys, and brings nobody back."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from bot.services import invitations, privacy, talking
from bot.settings import now, settings
from bot.store import copies
from bot.store.copies import KeysTooOld, NoKeys, backup, keys_of, put_keys_back, restore, strike, write_keys
from bot.store.opening import bring_up_to_date, make_development_key, open_store
from bot.store.work import SqlStore
from tests.availability import unavailable
from tests.edges.houses import everything, raw_bytes, understood
from tests.edges.terminal import afsaet
from tests.factories import Clock

WORDS = "jeg savner at høre kvækfinken"
BOTH = pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """Where the copy of the keys lies."""
    return tmp_path / "apart" / "keys.json"


def citizen_in(store: SqlStore, clock: Clock) -> tuple[str, str]:
    """A citizen who has said something: their id and their talk's."""
    staff, _ = invitations.add_staff(store, clock, "Bodil")
    made = invitations.invite(store, clock, staff, 14, called="Åge")
    talk = talking.open_conversation(store, clock, made.code).id
    talking.respond(store, clock, talk, "en", understood(WORDS))
    return made.citizen_id, talk


def wrapped_keys(store: SqlStore) -> list[bytes]:
    return [bytes(row[1]) for row in everything(store)["citizen_key"]]


def test_a_copy_holds_no_key_not_even_in_its_free_pages(
    store: SqlStore, clock: Clock, tmp_path: Path, keys: Path
) -> None:
    for _ in range(5):
        citizen_in(store, clock)
    held = wrapped_keys(store)
    backup(store, tmp_path / "kopi", keys, clock())
    copied = (tmp_path / "kopi").read_bytes()
    assert len(held) == 5 and not [key for key in held if key in copied]
    assert len(json.loads(keys.read_text())["keys"]) == 5
    assert keys.stat().st_mode & 0o777 == (tmp_path / "kopi").stat().st_mode & 0o777 == 0o600
    assert not [*tmp_path.rglob("*.unfinished"), *tmp_path.rglob("kopi-*")]


def test_who_is_deleted_and_struck_cannot_be_read_in_the_copy_and_does_not_come_back(
    store: SqlStore, clock: Clock, tmp_path: Path, keys: Path
) -> None:
    (gone, talk), (stays, other) = citizen_in(store, clock), citizen_in(store, clock)
    backup(store, tmp_path / "kopi", keys, clock())
    privacy.delete_citizen(store, clock, gone, "console")
    assert strike(keys, gone) and gone not in keys.read_text()
    fresh = SqlStore(f"sqlite:///{tmp_path}/ny/afsaet.db", store._vault)
    bring_up_to_date(fresh)
    assert restore(fresh, tmp_path / "kopi", keys, clock()) == 1, "on another machine, whose audit knows nothing of it"
    assert [row[0] for row in everything(fresh)["citizen"]] == [stays]
    assert [turn.said.text for turn in talking.history(fresh, other) if turn.said] == [WORDS]
    assert talking.history(fresh, talk) == () and fresh.verify_audit().first_broken is None
    fresh.engine.dispose()


def test_a_deletion_in_the_audit_is_kept_though_the_key_was_not_struck(
    store: SqlStore, clock: Clock, tmp_path: Path, keys: Path
) -> None:
    gone, _ = citizen_in(store, clock)
    backup(store, tmp_path / "kopi", keys, clock())
    privacy.delete_citizen(store, clock, gone, "console")
    assert restore(store, tmp_path / "kopi", keys, clock()) == 1
    assert everything(store)["citizen"] == everything(store)["citizen_key"] == everything(store)["turn"] == []


@pytest.mark.parametrize("content", [None, "", "{}", '{"form": "anden"}', "æ", "[]"])
def test_without_the_keys_nothing_is_put_back(
    store: SqlStore, clock: Clock, tmp_path: Path, keys: Path, content: str | None
) -> None:
    citizen_in(store, clock)
    backup(store, tmp_path / "kopi", keys, clock())
    keys.unlink()
    if content is not None:
        keys.write_text(content)
    before = everything(store)
    with pytest.raises(NoKeys, match="AFSAET_BACKUP_KEYS"):
        restore(store, tmp_path / "kopi", keys, clock())
    assert everything(store) == before and not list(tmp_path.rglob("*.restoring"))


@BOTH
def test_keys_older_than_the_copy_are_refused(store: SqlStore, clock: Clock, tmp_path: Path, keys: Path) -> None:
    write_keys(keys, keys_of(store, clock()))
    clock.later(minutes=1)
    citizen_in(store, clock)
    before = everything(store)
    with pytest.raises(KeysTooOld, match="newest"):
        put_keys_back(store, keys, clock())
    if store.engine.dialect.name == "sqlite":
        backup(store, tmp_path / "kopi", tmp_path / "andre", clock())
        with pytest.raises(KeysTooOld, match="newest"):
            restore(store, tmp_path / "kopi", keys, clock())
    assert everything(store) == before


def test_a_copy_from_before_keys_stood_apart_can_still_be_put_back(
    store: SqlStore, clock: Clock, tmp_path: Path, keys: Path
) -> None:
    _, talk = citizen_in(store, clock)
    backup(store, tmp_path / "kopi", keys, clock())
    with closing(sqlite3.connect(tmp_path / "kopi")) as old:
        old.execute("ALTER TABLE citizen ADD COLUMN wrapped_key BLOB")
        old.execute("UPDATE citizen SET wrapped_key = ?", (wrapped_keys(store)[0],))
        old.execute("DROP TABLE citizen_key")
        old.execute("UPDATE alembic_version SET version_num = '0008'")
        old.commit()
    keys.unlink()
    assert restore(store, tmp_path / "kopi", keys, clock()) == 0
    assert [turn.said.text for turn in talking.history(store, talk) if turn.said] == [WORDS]


@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_a_dump_of_postgresql_without_keys_and_the_newest_keys(
    store: SqlStore, clock: Clock, tmp_path: Path, keys: Path
) -> None:
    dump, put_in = tools_of_postgres(store)
    (gone, _), (stays, other) = citizen_in(store, clock), citizen_in(store, clock)
    held = wrapped_keys(store)
    copied = dump("--exclude-table-data=citizen_key")
    assert not [key for key in held if key.hex().encode() in copied or key in copied]
    write_keys(keys, keys_of(store, clock()))
    privacy.delete_citizen(store, clock, gone, "console")
    strike(keys, gone)
    put_in(copied)
    assert put_keys_back(store, keys, clock()) == 1
    assert [row[0] for row in everything(store)["citizen"]] == [stays]
    assert [turn.said.text for turn in talking.history(store, other) if turn.said] == [WORDS]


def tools_of_postgres(store: SqlStore) -> tuple[Callable[..., bytes], Callable[[bytes], None]]:
    """pg_dump of the database, and psql into it once it is empty."""
    if not (shutil.which("pg_dump") and shutil.which("psql")):
        unavailable("postgres", "pg_dump and psql are not installed")
    url = make_url(store.engine.url).set(drivername="postgresql").render_as_string(hide_password=False)

    def dump(*options: str) -> bytes:
        return subprocess.run(["pg_dump", *options, url], capture_output=True, check=True).stdout

    def put_in(dumped: bytes) -> None:
        store.engine.dispose()
        empty = create_engine(store.engine.url, isolation_level="AUTOCOMMIT")
        with empty.connect() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        empty.dispose()
        subprocess.run(["psql", "-q", url], input=dumped, capture_output=True, check=True)

    return dump, put_in


@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_a_deleted_key_is_gone_from_the_file_of_its_table(store: SqlStore, clock: Clock) -> None:
    citizen, _ = citizen_in(store, clock)
    citizen_in(store, clock)
    (mine,) = [bytes(row[1]) for row in everything(store)["citizen_key"] if row[0] == citizen]
    assert mine in file_of_table(store, "citizen_key")
    with store.engine.connect() as older:
        older.execution_options(isolation_level="REPEATABLE READ").execute(text("SELECT count(*) FROM turn"))
        privacy.delete_citizen(store, clock, citizen, "console")
    left = file_of_table(store, "citizen_key")
    assert mine not in left and wrapped_keys(store)[0] in left, "also while a dump runs"


def file_of_table(store: SqlStore, table: str) -> bytes:
    """The bytes on the server's disk."""
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
        found = connection.execute(text(f"SELECT pg_read_binary_file(pg_relation_filepath('{table}'))"))
        return bytes(found.scalar_one())


def test_a_deleted_key_is_gone_from_sqlites_files(store: SqlStore, clock: Clock) -> None:
    citizen, _ = citizen_in(store, clock)
    (mine,) = wrapped_keys(store)
    assert mine in raw_bytes(store)
    privacy.delete_citizen(store, clock, citizen, "console")
    assert mine not in raw_bytes(store)


def test_the_commands_keep_the_promise(folder: Path) -> None:
    make_development_key(settings())
    store = open_store(settings())
    bring_up_to_date(store)
    citizen, _ = citizen_in(store, Clock(now()))
    told = afsaet("backup", "kopi.db")
    assert "without keys" in told.stdout and "keep only the newest" in told.stdout
    assert "1 keys" in afsaet("keys", "copy").stdout
    deleted = afsaet("citizen", "delete", citizen, "--yes")
    assert "kan ikke læses i nogen sikkerhedskopi" in deleted.stdout
    assert copies.read_keys(settings().backup_keys).wrapped == {}
    assert "1 citizens of the copy" in afsaet("restore", "kopi.db", "--yes").stdout
    assert everything(store)["citizen"] == []
    settings().backup_keys.write_text("ødelagt", encoding="utf-8")
    assert "no copy of the keys" in afsaet("restore", "kopi.db", "--yes").stderr
    assert "no copy of the keys" in afsaet("keys", "put-back").stderr
    store.engine.dispose()


def test_without_a_copy_of_the_keys_the_receipt_says_what_is_left_to_do(folder: Path) -> None:
    make_development_key(settings())
    store = open_store(settings())
    bring_up_to_date(store)
    citizen, _ = citizen_in(store, Clock(now()))
    told = afsaet("citizen", "delete", citizen, "--yes").stdout
    assert "Der er ingen nøglekopi" in told and "afsaet keys copy" in told
    store.engine.dispose()
