# SPDX-License-Identifier: MPL-2.0
"""The plain bot's tracker store: Rasa's own on SQLite, with an address that SQLAlchemy 2 accepts."""

from __future__ import annotations

from typing import Any

from rasa.core.tracker_store import SQLTrackerStore


class SqliteTrackers(SQLTrackerStore):
    """Rasa 3.6 gives SQLAlchemy `query=None`, which version 2 refuses; everything else is Rasa's."""

    @staticmethod
    def get_db_url(*args: Any) -> str:
        """The address of the database; the fourth argument is its file."""
        return f"sqlite:///{args[3]}"
