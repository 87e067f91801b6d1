# SPDX-License-Identifier: MPL-2.0
"""The audit is a chain: what is changed, taken out, put in or cut off is found; writers at once do not break it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from bot.services import invitations
from bot.settings import now, settings
from bot.store import opening
from bot.store.opening import bring_up_to_date, make_development_key, open_store
from bot.store.vault import Vault, new_key
from bot.store.work import SqlStore
from tests.edges.houses import all_at_once
from tests.edges.terminal import afsaet
from tests.factories import MORNING, Clock

BOTH = pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)


def note(store: SqlStore, *acts: str) -> None:
    with store() as work:
        for act in acts:
            work.audit.note(MORNING, "staff:bodil", act, "emne æ", "formål")


@BOTH
def test_a_chain_that_nobody_touched_holds(store: SqlStore) -> None:
    assert store.verify_audit().first_broken is None
    note(store, "a", "b")
    note(store, "c")
    verdict = store.verify_audit()
    assert (verdict.lines, verdict.first_broken) == (3, None)


@BOTH
@pytest.mark.parametrize(("harm", "broken"), [
    ("UPDATE audit SET purpose = 'andet' WHERE id = 2", 2), ("UPDATE audit SET actor = 'x' WHERE id = 1", 1),
    ("DELETE FROM audit WHERE id = 2", 3), ("DELETE FROM audit WHERE id = 1", 2),
    ("DELETE FROM audit WHERE id = 4", -1),
    ("UPDATE audit SET chain = (SELECT chain FROM audit WHERE id = 2) WHERE id = 3", 3), ("DELETE FROM audit", -1),
    ("UPDATE audit SET at = '2026-03-02 13:00:00' WHERE id = 4", 4), ("UPDATE audit_head SET lines = 3", -1),
    ("INSERT INTO audit (id, at, actor, act, subject, purpose, chain) "
     "SELECT 9, at, actor, act, subject, purpose, chain FROM audit WHERE id = 4", 9),
])
def test_what_was_done_to_it_is_found(store: SqlStore, harm: str, broken: int) -> None:
    note(store, "a", "b", "c", "d")
    with store.engine.begin() as connection:
        connection.execute(text(harm))
    assert store.verify_audit().first_broken == broken


@BOTH
def test_writers_at_once_make_one_chain(store: SqlStore, clock: Clock) -> None:
    all_at_once([lambda number=number: note(store, f"{number}", "to") for number in range(12)])  # type: ignore[misc]
    all_at_once([lambda: invitations.add_staff(store, clock, "Bodil")] * 8)
    verdict = store.verify_audit()
    assert (verdict.lines, verdict.first_broken) == (12 * 2 + 8, None)


@BOTH
def test_an_act_that_fails_leaves_no_line_and_breaks_nothing(store: SqlStore) -> None:
    note(store, "a")
    with pytest.raises(RuntimeError), store() as work:
        work.audit.note(MORNING, "staff:bodil", "aldrig", "emne")
        raise RuntimeError
    note(store, "b")
    assert (store.verify_audit().lines, store.verify_audit().first_broken) == (2, None)


@BOTH
def test_lines_from_before_there_was_a_chain_are_chained_when_the_tables_are_brought_up_to_date(
    database_url: str
) -> None:
    store = SqlStore(database_url, Vault(new_key()))
    config = Config()
    config.set_main_option("script_location", str(Path(opening.__file__).parent / "migrations"))
    with store.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0005")
    with store.engine.begin() as connection:
        for number in (1, 2):
            connection.execute(text(
                "INSERT INTO audit (id, at, actor, act, subject, purpose) "
                "VALUES (:id, :at, 'staff:b', 'goal.read', 'x', '')"
            ), {"id": number, "at": MORNING + timedelta(minutes=number)} if "postgres" in database_url else {
                "id": number, "at": f"2026-03-02 09:0{number}:00.000000"})
    bring_up_to_date(store)
    note(store, "a")
    verdict = store.verify_audit()
    assert (verdict.lines, verdict.first_broken) == (3, None)
    store.engine.dispose()


def test_the_command_says_whether_it_holds_and_gives_the_hash_to_keep(folder: Path) -> None:
    make_development_key(settings())
    store = open_store(settings())
    bring_up_to_date(store)
    staff, _ = invitations.add_staff(store, now, "Bodil")
    told = afsaet("audit", "verify")
    assert told.exit_code == 0 and store.verify_audit().head in told.stdout and "1 line" in told.stdout
    report = afsaet("audit", "report", "--days", "7")
    assert report.exit_code == 0 and "staff.add" in report.stdout and staff.id not in report.stdout
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE audit SET act = 'goal.read'"))
    broken = afsaet("audit", "verify")
    assert broken.exit_code == 1 and "line 1" in broken.stderr
    store.engine.dispose()
