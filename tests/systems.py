# SPDX-License-Identifier: MPL-2.0
"""Fixtures: one running system per kind of database for the whole run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.commands.model import ensure_model
from bot.settings import Settings
from tests.databases import own_postgres_database
from tests.journeys.system import System, running_system


@pytest.fixture(scope="session")
def trained_model() -> None:
    """Trains once, before any system waits for it."""
    ensure_model(Settings())


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A database for the running systems."""
    with own_postgres_database() as url:
        yield url


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
