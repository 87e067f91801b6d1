# SPDX-License-Identifier: MPL-2.0
"""Databases, a house and its callers for the tests of the edges."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import create_engine, text

from bot.exports import paper
from bot.settings import Settings
from bot.settings import settings as current_settings
from bot.store.opening import bring_up_to_date
from bot.store.vault import Vault, new_key
from bot.store.work import SqlStore
from bot.web.app import create_app
from tests.availability import unavailable
from tests.databases import own_postgres_database
from tests.edges import houses
from tests.factories import Clock


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A database for the tests of the edges alone: they empty it again and again."""
    with own_postgres_database() as url:
        yield url


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database: SQLite, unless a test asks for "postgres"."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return f"sqlite:///{tmp_path}/db/afsaet.db"
    url: str = request.getfixturevalue("postgres_url")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return url


@pytest.fixture
def key() -> str:
    """The master key of the store."""
    return new_key()


@pytest.fixture(scope="session")
def empty_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file in which the migrations have run, to be copied: they take longer than most tests."""
    file = tmp_path_factory.mktemp("empty") / "afsaet.db"
    made = SqlStore(f"sqlite:///{file}", Vault(new_key()))
    bring_up_to_date(made)
    made.engine.dispose()
    return file


@pytest.fixture
def store(database_url: str, key: str, empty_tables: Path) -> Iterator[SqlStore]:
    """A store whose tables are there and empty."""
    opened = SqlStore(database_url, Vault(key))
    if opened.engine.dialect.name == "sqlite":
        shutil.copy(empty_tables, str(opened.engine.url.database))
    else:
        bring_up_to_date(opened)
    yield opened
    opened.engine.dispose()


@pytest.fixture
def clock() -> Clock:
    """A clock that the test sets."""
    return Clock()


@pytest.fixture
def rasa(store: SqlStore, clock: Clock) -> houses.FakeRasa:
    """A Rasa that answers, until it is told otherwise."""
    return houses.FakeRasa(store, clock)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of the house; nothing comes from this machine's environment."""
    return Settings(var=tmp_path / "var", public_url="http://afsaet.test", key=None)


@pytest.fixture(scope="session")
def app() -> FastAPI:
    """The web application; each test gives it a house of its own."""
    return create_app()


@pytest.fixture
def client(
    app: FastAPI, store: SqlStore, clock: Clock, rasa: houses.FakeRasa, settings: Settings
) -> TestClient:
    """Somebody who calls the web process."""
    houses.move_in(app, store, clock, rasa, settings)
    return houses.client_of(app)


@pytest.fixture
def bodil(store: SqlStore, clock: Clock, client: TestClient) -> houses.Bodil:
    """A member of staff."""
    return houses.new_staff(store, clock, client)


@pytest.fixture
def karla(store: SqlStore, clock: Clock, client: TestClient, bodil: houses.Bodil) -> houses.Karla:
    """A citizen whom Bodil has invited, in a conversation that has just begun."""
    return houses.new_citizen(store, clock, client, bodil.staff)


@pytest.fixture
def goal_id(store: SqlStore, clock: Clock, karla: houses.Karla) -> str:
    """A draft that Karla has said yes to and not shared."""
    return houses.confirm_goal(store, clock, karla.id)


@pytest.fixture
def shared_goal(karla: houses.Karla, goal_id: str) -> str:
    """A goal that Karla has shared."""
    assert karla.post(f"/conversations/{karla.id}/share", {"goals": [goal_id]}).status_code == 200
    return goal_id


@pytest.fixture
def pdf_can_be_drawn() -> None:
    """Skips with its reason where Pango is missing."""
    if paper.HTML is None:
        unavailable("pdf", "Pango is not installed (libpango-1.0-0, libpangoft2-1.0-0)")


@pytest.fixture
def unchanged(store: SqlStore, rasa: houses.FakeRasa, karla: houses.Karla) -> Iterator[None]:
    """Holds that the store is as it was and that nothing reached Rasa."""
    before = houses.everything(store)
    yield
    assert houses.everything(store) == before
    assert rasa.heard == []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder to stand in, and no settings from outside."""
    for name in list(os.environ):
        if name.startswith("AFSAET_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    current_settings.cache_clear()
    yield tmp_path
    current_settings.cache_clear()
