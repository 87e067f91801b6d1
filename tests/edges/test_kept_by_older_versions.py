# SPDX-License-Identifier: MPL-2.0
"""What older versions kept is brought forward by the migrations, on both databases, and read by all of this one."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import MetaData, create_engine, func, select

from bot.accounts import Staff
from bot.services.retention import Terms, empty_what_is_old
from bot.settings import Settings
from bot.store.opening import bring_up_to_date
from bot.store.vault import Vault
from bot.store.work import SqlStore
from tests.edges import houses
from tests.edges.houses import Bodil, FakeRasa, Karla
from tests.factories import Clock
from tests.structure.house import ROOT

KEPT = Path(__file__).parent / "data/kept"
KEY = "YWZzYWV0OiBlbiBub2VnbGUga3VuIHRpbCB0ZXN0Li4="
"""The key that the files in `data/kept` were made with; it opens nothing else."""
REVISIONS = sorted(path.stem for path in KEPT.glob("*.sql"))
SAID = [
    "jeg vil gerne have nogen at spise sammen med", "fordi jeg ellers spiser alene",
    "jeg plejede at lave mad hver søndag", "det her kunne ingen læse", "ja",
]
BOTH = pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
EVERY_REVISION = pytest.mark.parametrize("revision", REVISIONS)
Counts = dict[str, int]


def test_there_is_data_of_every_revision_before_the_newest() -> None:
    scripts = ScriptDirectory(str(ROOT / "bot/store/migrations"))
    all_of_them = {script.revision for script in scripts.walk_revisions()}
    assert all_of_them - set(REVISIONS) <= set(scripts.get_heads()), "put a database of that time into data/kept"


def told_of(revision: str) -> dict[str, str]:
    """The tokens and ids that stand in a file's third line."""
    line = (KEPT / f"{revision}.sql").read_text(encoding="utf-8").splitlines()[2]
    found: dict[str, str] = json.loads(line.removeprefix("-- "))
    return found


def counts(store: SqlStore) -> Counts:
    """Rows of every table that is there."""
    tables = MetaData()
    tables.reflect(store.engine)
    with store.engine.connect() as connection:
        return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0
                for table in tables.sorted_tables}


def put_in_place(store: SqlStore, revision: str, folder: Path) -> None:
    """The database of a revision in this store: as it was on SQLite, or row by row on PostgreSQL."""
    file = folder / "kept.db" if store.engine.dialect.name != "sqlite" else Path(str(store.engine.url.database))
    file.parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(file) as connection:
        connection.executescript((KEPT / f"{revision}.sql").read_text(encoding="utf-8"))
    if store.engine.dialect.name != "sqlite":
        bring_up_to_date(store, revision)
        copy_rows(file, store)


def copy_rows(file: Path, store: SqlStore) -> None:
    source, there, here = create_engine(f"sqlite:///{file}"), MetaData(), MetaData()
    there.reflect(source)
    here.reflect(store.engine)
    with source.connect() as old, store.engine.begin() as new:
        for table in here.sorted_tables:
            new.execute(table.delete())
            rows = [
                {name: in_utc(value) for name, value in row._mapping.items()}
                for row in old.execute(there.tables[table.name].select())
            ]
            if rows:
                new.execute(table.insert(), rows)
    source.dispose()


def in_utc(value: Any) -> Any:
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) and value.tzinfo is None else value


@pytest.fixture
def old_store(database_url: str, revision: str, tmp_path: Path) -> Any:
    opened = SqlStore(database_url, Vault(KEY))
    put_in_place(opened, revision, tmp_path)
    yield opened
    opened.engine.dispose()


@BOTH
@EVERY_REVISION
def test_no_row_is_lost_on_the_way_and_the_audit_holds(old_store: SqlStore, revision: str) -> None:
    before = counts(old_store)
    bring_up_to_date(old_store)
    after = counts(old_store)
    assert {name: after[name] for name in before} == before
    assert old_store.verify_audit().first_broken is None and old_store.verify_audit().lines == before["audit"] > 5


@BOTH
@EVERY_REVISION
def test_all_of_it_is_read_by_citizen_and_staff_and_the_talk_goes_on(
    old_store: SqlStore, revision: str, app: FastAPI, settings: Settings
) -> None:
    bring_up_to_date(old_store)
    clock, told = Clock(), told_of(revision)
    clock.later(hours=2)
    rasa = FakeRasa(old_store, clock)
    houses.move_in(app, old_store, clock, rasa, settings)
    client = houses.client_of(app)
    karla = Karla(client, told["conversation"], told["citizen"], "")
    bodil = Bodil(client, Staff("", ""), told["staff"])
    the_citizen_reads(karla, told)
    staff_read(bodil, told)
    assert karla.say("og så vil jeg gerne sove bedre").status_code == 200
    assert rasa.texts() == ["det her kunne ingen læse", "og så vil jeg gerne sove bedre"], "what was held is heard"
    goal = bodil.get(f"/goals/{told['goal']}")
    assert bodil.post(f"/goals/{told['goal']}/comments", {"text": "Vi ses"}, if_match=goal.headers["ETag"]).is_success
    assert old_store.verify_audit().first_broken is None
    the_page_shows_it(client, told)
    clock.later(days=100)
    empty_what_is_old(old_store, clock, Terms(90, 30, 730))
    assert client.get("/samtale").status_code in (200, 303) and old_store.verify_audit().first_broken is None


def the_citizen_reads(karla: Karla, told: dict[str, str]) -> None:
    assert [turn["said"] for turn in karla.turns() if turn["said"]] == SAID
    (goal,) = karla.get("/goals").json()
    assert goal["id"] == told["goal"] and "torsdag" in goal["wording"] and goal["wish"]["text"] == SAID[0]
    kept = karla.get(f"/conversations/{karla.id}/data")
    assert kept.status_code == 200 and all(text in kept.text for text in SAID)
    assert karla.get(f"/conversations/{karla.id}/summary").status_code == 200


def staff_read(bodil: Bodil, told: dict[str, str]) -> None:
    goal = bodil.get(f"/goals/{told['goal']}").json()
    acts = [change["act"] for change in goal["history"]]
    assert acts[-3:] == ["suggest", "yes", "start"] or acts[-4:-1] == ["suggest", "yes", "start"], acts
    assert "Er torsdag god?" in [change["reason"] for change in goal["history"]]
    assert SAID[0] in [quote["text"] for quote in goal["quotes"]]
    assert bodil.get(f"/goals/{told['goal']}/versions").status_code == 200
    assert bodil.get("/changes").json()["changes"] and len(bodil.get("/citizens").json()) == 2
    alerts = bodil.get("/alerts").json()
    assert [alert["conversation_id"] for alert in alerts] in ([told["in_danger"]], [])
    citizen = goal["citizen_id"]
    for form in ("plan", "plan.html", "goals.csv", "fhir", "plan.ics"):
        assert bodil.get(f"/citizens/{citizen}/{form}").status_code == 200, form


def the_page_shows_it(client: TestClient, told: dict[str, str]) -> None:
    client.cookies.set("afsaet_talk", told["citizen"])
    page = client.get("/samtale")
    assert page.status_code == 200 and all(text in page.text for text in SAID)


@pytest.mark.parametrize("revision", ["0005"])
def test_migrations_that_cannot_be_finished_change_nothing(old_store: SqlStore, revision: str) -> None:
    before = counts(old_store)
    with sqlite3.connect(str(old_store.engine.url.database)) as connection:  # which looks at no references by itself
        connection.execute("INSERT INTO shared_quote VALUES ('en samtale, der ikke er her', 1)")
    with pytest.raises(Exception, match="1 rows point at nothing"):
        bring_up_to_date(old_store)
    assert counts(old_store) == {**before, "shared_quote": before["shared_quote"] + 1}
