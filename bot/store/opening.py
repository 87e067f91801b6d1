# SPDX-License-Identifier: MPL-2.0
"""Opens the store that the settings name, and brings its tables up to date."""

from __future__ import annotations

import os
from pathlib import Path

from alembic import command
from alembic.config import Config

from bot.settings import Settings
from bot.store.vault import NoKey, Vault, new_key
from bot.store.work import SqlStore


def open_store(settings: Settings) -> SqlStore:
    """The store; `NoKey` if there is neither `AFSAET_KEY` nor a development key."""
    return SqlStore(settings.database_url, Vault(master_keys(settings)))


def master_keys(settings: Settings) -> str:
    """From the environment, or from the development key file."""
    if settings.key:
        return settings.key.get_secret_value()
    if not settings.key_file.exists():
        raise NoKey
    return settings.key_file.read_text(encoding="ascii")


def make_development_key(settings: Settings) -> bool:
    """Makes the key file if neither it nor `AFSAET_KEY` is there; whether one was made."""
    if settings.key or settings.key_file.exists():
        return False
    settings.key_file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(settings.key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(new_key() + "\n")
    return True


def bring_up_to_date(store: SqlStore, revision: str = "head") -> None:
    """Runs the migrations that this database has not had, up to a revision: all of them, or none if one fails."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with store.migrating() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
