# SPDX-License-Identifier: MPL-2.0
"""The store over SQLAlchemy: opens units of work on SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from bot.records import Line
from bot.store.accounts import SqlAccounts
from bot.store.alerts import SqlAlerts
from bot.store.audit import SqlAudit, Verdict, counts, sample, verify
from bot.store.figures import SqlOverview
from bot.store.goals import SqlGoals
from bot.store.peering import SqlPeering
from bot.store.people import SqlPeople
from bot.store.privacy import SqlPrivacy
from bot.store.seals import Seals
from bot.store.talks import ERASED, KEY_GONE, SqlTalks
from bot.store.vault import Vault

_KEYS_ANEW = (
    "LOCK TABLE citizen_key IN ACCESS EXCLUSIVE MODE",
    "CREATE TEMPORARY TABLE kept_key ON COMMIT DROP AS SELECT citizen_id, wrapped_key FROM citizen_key",
    "TRUNCATE citizen_key",
    "INSERT INTO citizen_key (citizen_id, wrapped_key) SELECT citizen_id, wrapped_key FROM kept_key",
)
_BUSY_MILLISECONDS = 10_000
"""How long a writer waits for another one before it gives up."""
_POOL_SECONDS = 10
_ON_POSTGRES = {
    "connect_timeout": 5, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
    "options": f"-c lock_timeout={_BUSY_MILLISECONDS} -c idle_in_transaction_session_timeout=60000",
}
"""A server that is gone is noticed; a process that hangs in the middle of a transaction holds nobody up for long."""


class SqlUnitOfWork:
    """One transaction; see `bot.ports.UnitOfWork`."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    @cached_property
    def _seals(self) -> Seals:
        return Seals(self._session, self._vault)

    @cached_property
    def talks(self) -> SqlTalks:
        """Conversations and their turns."""
        return SqlTalks(self._session, self._seals)

    @cached_property
    def goals(self) -> SqlGoals:
        """Goals and their versions."""
        return SqlGoals(self._session, self._seals)

    @cached_property
    def people(self) -> SqlPeople:
        """Staff, citizens, invitations."""
        return SqlPeople(self._session, self._vault)

    @cached_property
    def accounts(self) -> SqlAccounts:
        """How staff sign in."""
        return SqlAccounts(self._session, self._vault)

    @cached_property
    def peering(self) -> SqlPeering:
        """Supported sessions."""
        return SqlPeering(self._session, self._seals)

    @cached_property
    def alerts(self) -> SqlAlerts:
        """The outbox of alerts."""
        return SqlAlerts(self._session)

    @cached_property
    def privacy(self) -> SqlPrivacy:
        """What a citizen may know, and the deletion of all that is theirs."""
        return SqlPrivacy(self._session, self._seals)

    @cached_property
    def overview(self) -> SqlOverview:
        """Numbers and ids alone."""
        return SqlOverview(self._session)

    @cached_property
    def audit(self) -> SqlAudit:
        """The audit lines of this transaction."""
        return SqlAudit(self._session)


class SqlStore:
    """See `bot.ports.Store`."""

    def __init__(self, url: str, vault: Vault) -> None:
        self.engine = _engine(url)
        self._vault = vault
        self._writing = self.engine.execution_options(afsaet_writes=True)

    def __call__(self) -> Any:
        """A unit of work that is committed as a whole, or not at all."""
        return self._work(self._writing)

    def reading(self) -> Any:
        """A unit of work that only reads."""
        return self._work(self.engine)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A transaction of the store's own, for work that no service asks for."""
        with Session(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """A connection for migrations. On SQLite a table is changed by making it anew, which others that point at it
        would forbid: they are not looked at meanwhile, and all at once before anything is committed."""
        with self._writing.connect() as connection:
            if self.engine.dialect.name != "sqlite":
                yield connection
                return
            of_its_own = connection.connection.driver_connection
            try:
                of_its_own.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
                yield connection
            finally:
                connection.invalidate()  # no other work gets a connection that does not look

    def verify_audit(self) -> Verdict:
        """Whether the chain of the audit holds."""
        with Session(self.engine) as session:
            return verify(session)

    def spot_check(self, since: datetime, at_most: int) -> tuple[Iterable[tuple[str, str, int]], list[Line]]:
        """What was done since a moment, by kind, and some look-ups by staff chosen by chance."""
        with Session(self.engine) as session:
            return counts(session, since), sample(session, since, at_most)

    @contextmanager
    def _work(self, engine: Engine) -> Iterator[SqlUnitOfWork]:
        with Session(engine, expire_on_commit=False) as session, session.begin():
            work = SqlUnitOfWork(session, self._vault)
            yield work
            work.audit.write()
        if self.engine.dialect.name != "sqlite":
            if session.info.get(KEY_GONE):
                self._write_keys_anew()
        elif session.info.get(ERASED):
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def _write_keys_anew(self) -> None:
        """Puts the keys that are left into a new file, so that a deleted one is in none.

        VACUUM FULL would carry deleted rows along while any older transaction runs, a dump for one. Others wait for a
        moment: the table is small, a row per citizen.
        """
        with self.engine.begin() as connection:
            for step in _KEYS_ANEW:
                connection.exec_driver_sql(step)


def _engine(url: str) -> Engine:
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(
            url, pool_pre_ping=True, pool_size=10, pool_timeout=_POOL_SECONDS, hide_parameters=True,
            connect_args=_ON_POSTGRES)
    file = make_url(url).database
    if file:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, hide_parameters=True)  # an error may be logged; what was said may not
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: Any) -> None:
    """WAL lets readers read while one writes; FULL survives a power cut; deleted words are overwritten."""
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON",
        f"busy_timeout={_BUSY_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its turn at once, so that what it has read cannot change under it."""
    if connection.get_execution_options().get("isolation_level") == "AUTOCOMMIT":
        return
    writes = connection.get_execution_options().get("afsaet_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
