# SPDX-License-Identifier: MPL-2.0
"""Fixtures: one running system per kind of database for the whole run."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from bot.commands.model import ensure_model
from bot.settings import Settings
from tests.availability import unavailable
from tests.journeys.system import System, running_system

_POSTGRES = "postgresql+psycopg2://postgres@127.0.0.1:5432/postgres"


@pytest.fixture(scope="session")
def trained_model() -> None:
    """Trains once, before any system waits for it."""
    ensure_model(Settings())


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A database of our own on the PostgreSQL of this machine, dropped at the end."""
    server = os.environ.get("AFSAET_TEST_POSTGRES_URL", _POSTGRES)
    name = f"afsaet_test_{uuid.uuid4().hex[:12]}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
    except OperationalError as error:
        unavailable("postgres", f"no server answers ({error.orig})")
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(scope="session")
def on_sqlite(trained_model: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    folder = tmp_path_factory.mktemp("sqlite")
    with running_system(folder, f"sqlite:///{folder}/afsaet.db") as system:
        yield system


@pytest.fixture(scope="session")
def on_postgres(
    trained_model: None, postgres_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[System]:
    with running_system(tmp_path_factory.mktemp("postgres"), postgres_url) as system:
        yield system


@pytest.fixture(params=["on_sqlite", pytest.param("on_postgres", marks=pytest.mark.postgres)])
def system(request: pytest.FixtureRequest) -> System:
    """The same tests on both databases."""
    found: System = request.getfixturevalue(request.param)
    return found
