# SPDX-License-Identifier: MPL-2.0
"""Runs migrations on the connection that the caller opened."""

from __future__ import annotations

from alembic import context

from bot.store.tables import Table


class TornReferences(Exception):
    """A migration would leave rows that point at what is not there; nothing is changed."""


connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=Table.metadata, render_as_batch=True,
    transactional_ddl=True,  # on SQLite too: the store begins its transactions itself
)
with context.begin_transaction():
    context.run_migrations()
    if connection.dialect.name == "sqlite" and (torn := connection.exec_driver_sql("PRAGMA foreign_key_check").all()):
        raise TornReferences(f"{len(torn)} rows point at nothing after the migrations")
