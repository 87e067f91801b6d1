# SPDX-License-Identifier: MPL-2.0
"""Keys are wrapped anew while the system runs, and a copy of the database is whole and can be put back."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from bot.services import invitations, talking
from bot.settings import now, settings
from bot.store.copies import NotABackup, NotSqlite, backup, keys_of, restore, write_keys
from bot.store.keeping import rotate
from bot.store.opening import bring_up_to_date, make_development_key, open_store
from bot.store.vault import Vault, WrongKey, new_key
from bot.store.work import SqlStore
from tests.edges.houses import everything, understood
from tests.edges.terminal import afsaet
from tests.factories import Clock

BOTH = pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)


def talk_in(store: SqlStore, clock: Clock, text: str = "jeg savner Gudenåen") -> str:
    staff, _ = invitations.add_staff(store, clock, "Bodil")
    code = invitations.invite(store, clock, staff, 14, called="Åge").code
    talk = talking.open_conversation(store, clock, code).id
    talking.respond(store, clock, talk, "en", understood(text))
    return talk


@BOTH
def test_after_the_rotation_the_new_key_alone_opens_all_and_the_old_one_nothing(
    store: SqlStore, key: str, clock: Clock
) -> None:
    talks = [talk_in(store, clock) for _ in range(3)]
    fresh = new_key()
    url = store.engine.url.render_as_string(hide_password=False)
    before = everything(store)["turn"]
    steps = list(rotate(store, Vault(f"{fresh},{key}")))
    assert steps[-1] == (6, 6) and everything(store)["turn"] == before, "words are not touched"
    only_fresh, only_old = SqlStore(url, Vault(fresh)), SqlStore(url, Vault(key))
    assert [turn.said.text for talk in talks for turn in talking.history(only_fresh, talk) if turn.said]
    with pytest.raises(WrongKey):
        talking.history(only_old, talks[0])
    for opened in (only_fresh, only_old):
        opened.engine.dispose()


def test_a_rotation_that_was_stopped_is_begun_again(store: SqlStore, key: str, clock: Clock) -> None:
    talk = talk_in(store, clock)
    both = Vault(f"{new_key()},{key}")
    next(rotate(store, both))
    assert talking.history(SqlStore(str(store.engine.url), both), talk), "half way, both keys open"
    assert list(rotate(store, both))[-1] == (2, 2)
    with pytest.raises(WrongKey):
        list(rotate(store, Vault(new_key())))


def test_a_copy_made_while_others_write_is_whole(store: SqlStore, clock: Clock, tmp_path: Path) -> None:
    talk = talk_in(store, clock)
    done = threading.Event()

    def write() -> None:
        number = 0
        while not done.is_set():
            number += 1
            talking.respond(store, clock, talk, f"besked {number}", understood("jeg går en tur"))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            backup(store, tmp_path / f"kopi {number}", tmp_path / "nøgler", clock())
    finally:
        done.set()
        writer.join()
    for number in range(5):
        restore(store, tmp_path / f"kopi {number}", tmp_path / "nøgler", clock())
        turns = [turn.number for turn in talking.history(store, talk)]
        assert turns == list(range(len(turns))) and store.verify_audit().first_broken is None
    assert not list(tmp_path.glob("*.unfinished"))


def test_what_is_put_back_is_what_was_copied(store: SqlStore, clock: Clock, tmp_path: Path) -> None:
    talk_in(store, clock)
    before = everything(store)
    backup(store, tmp_path / "kopi", tmp_path / "nøgler", clock())
    talk_in(store, clock, "det her forsvinder igen")
    assert restore(store, tmp_path / "kopi", tmp_path / "nøgler", clock()) == 0
    assert everything(store) == before
    assert (tmp_path / "kopi").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0 nej", b"tekst"])
def test_what_is_no_copy_changes_nothing(store: SqlStore, clock: Clock, tmp_path: Path, content: bytes) -> None:
    talk_in(store, clock)
    before = everything(store)
    (tmp_path / "ikke").write_bytes(content)
    write_keys(tmp_path / "nøgler", keys_of(store, clock()))
    with pytest.raises(NotABackup):
        restore(store, tmp_path / "ikke", tmp_path / "nøgler", clock())
    assert everything(store) == before


@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_for_postgresql_the_way_is_told(store: SqlStore, clock: Clock, tmp_path: Path) -> None:
    with pytest.raises(NotSqlite, match="pg_dump"):
        backup(store, tmp_path / "kopi", tmp_path / "nøgler", clock())


def test_the_commands(folder: Path) -> None:
    make_development_key(settings())
    store = open_store(settings())
    bring_up_to_date(store)
    invitations.add_staff(store, now, "Bodil")
    assert "MB" in afsaet("backup", "kopi.db").stdout
    invitations.add_staff(store, now, "Ib")
    assert afsaet("restore", "kopi.db", given="n\n").exit_code != 0 and len(everything(store)["staff"]) == 2
    assert afsaet("restore", "kopi.db", "--yes").exit_code == 0 and len(everything(store)["staff"]) == 1
    assert "1 keys and names" in afsaet("keys", "rotate").stdout
    missing = afsaet("restore", "findes-ikke.db", "--yes")
    assert missing.exit_code == 1 and "findes-ikke.db" in missing.stderr
    store.engine.dispose()
