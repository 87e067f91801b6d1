# SPDX-License-Identifier: MPL-2.0
"""A PostgreSQL database of a test run's own."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from tests.availability import unavailable

_POSTGRES = "postgresql+psycopg2://postgres@127.0.0.1:5432/postgres"


@contextmanager
def own_postgres_database() -> Iterator[str]:
    """Its address; dropped at the end. Its clock is not in UTC, as a municipality's may well be."""
    server = os.environ.get("AFSAET_TEST_POSTGRES_URL", _POSTGRES)
    name = f"afsaet_test_{uuid.uuid4().hex[:12]}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
            connection.execute(text(f"ALTER DATABASE {name} SET timezone TO 'Europe/Copenhagen'"))
    except OperationalError as error:
        unavailable("postgres", f"no server answers ({error.orig})")
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()
