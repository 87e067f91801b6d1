# SPDX-License-Identifier: MPL-2.0
"""`afsaet keys rotate`, `afsaet backup`, `afsaet restore`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from bot.settings import Settings, settings
from bot.store.keeping import NotABackup, NotSqlite, backup, restore, rotate
from bot.store.opening import bring_up_to_date, master_keys
from bot.store.vault import Vault, WrongKey
from bot.store.work import SqlStore


def add_keeping(app: typer.Typer, store: Callable[[], SqlStore], fail: Callable[[object], typer.Exit]) -> None:
    """Adds the commands, over the store that is opened when one of them runs."""
    keys = typer.Typer(no_args_is_help=True, help="The keys to what citizens wrote.")
    app.add_typer(keys, name="keys")

    @keys.command("rotate")
    def rotate_keys() -> None:
        """Wrap all keys with the first key of AFSAET_KEY; may be stopped and begun again while the system runs."""
        _rotate(store(), settings(), fail)

    @app.command("backup")
    def make_backup(target: Annotated[Path, typer.Argument(help="The file to write.")]) -> None:
        """Copy the whole SQLite database at one moment, while the system runs. Keep it apart from the key."""
        try:
            backup(store(), target)
        except (NotSqlite, NotABackup, OSError) as error:
            raise fail(error) from error
        typer.echo(f"{target}: {target.stat().st_size / 1e6:.1f} MB")

    @app.command("restore")
    def take_backup(
        source: Annotated[Path, typer.Argument(help="A file that `afsaet backup` wrote.")],
        yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    ) -> None:
        """Put a copy in place of what is in the database now."""
        yes or typer.confirm("Everything that is in the database now is lost. Go on?", abort=True)
        try:
            opened = store()
            restore(opened, source)
            bring_up_to_date(opened)
        except (NotSqlite, NotABackup, OSError) as error:
            raise fail(error) from error
        typer.echo(f"{source} is in place; audit: {opened.verify_audit().lines} lines")


def _rotate(store: SqlStore, chosen: Settings, fail: Callable[[object], typer.Exit]) -> None:
    vault = Vault(master_keys(chosen))
    done = 0
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Wrapping keys", total=None)
        try:
            for done, whole in rotate(store, vault):
                progress.update(task, completed=done, total=whole)
        except WrongKey as error:
            raise fail(error) from error
    typer.echo(f"{done} keys and names are wrapped with the first key of AFSAET_KEY; the others may now go.")
