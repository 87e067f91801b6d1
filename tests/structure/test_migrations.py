# SPDX-License-Identifier: MPL-2.0
"""The migrations make exactly the tables that the code names."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.store.opening import bring_up_to_date
from bot.store.tables import Table
from bot.store.vault import Vault, new_key
from bot.store.work import SqlStore
from tests.structure.house import ROOT


def test_migrated_tables_are_the_tables_of_the_code(tmp_path: Path) -> None:
    store = SqlStore(f"sqlite:///{tmp_path / 'afsaet.db'}", Vault(new_key()))
    bring_up_to_date(store)
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Table.metadata) == []
    store.engine.dispose()


def test_bringing_up_to_date_twice_changes_nothing(tmp_path: Path) -> None:
    store = SqlStore(f"sqlite:///{tmp_path / 'afsaet.db'}", Vault(new_key()))
    bring_up_to_date(store)
    bring_up_to_date(store)
    with store.engine.connect() as connection:
        heads = ScriptDirectory(str(ROOT / "bot/store/migrations")).get_heads()
        assert list(MigrationContext.configure(connection).get_current_heads()) == heads
    store.engine.dispose()


def test_the_migrations_have_one_head() -> None:
    assert len(ScriptDirectory(str(ROOT / "bot/store/migrations")).get_heads()) == 1
