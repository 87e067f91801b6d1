# SPDX-License-Identifier: MPL-2.0
"""`afsaet keys rotate|copy|put-back`, `afsaet backup`, `afsaet restore`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from bot.settings import Settings, now, settings
from bot.store import copies
from bot.store.keeping import rotate
from bot.store.opening import master_keys
from bot.store.vault import Vault, WrongKey
from bot.store.work import SqlStore

_FAULTS = (copies.NotSqlite, copies.NotABackup, copies.NoKeys, copies.KeysTooOld, OSError)
Opens = Callable[[], SqlStore]
Fails = Callable[[object], typer.Exit]


def add_keeping(app: typer.Typer, store: Opens, fail: Fails) -> None:
    """Adds the commands, over the store that is opened when one of them runs."""
    keys = typer.Typer(no_args_is_help=True, help="The keys to what citizens wrote.")
    app.add_typer(keys, name="keys")
    _add_keys(keys, store, fail)

    @app.command("backup")
    def make_backup(target: Annotated[Path, typer.Argument(help="The file to write.")]) -> None:
        """Copy the SQLite database without the citizens' keys, while the system runs, and copy the keys apart."""
        with_keys = settings().backup_keys
        try:
            copies.backup(store(), target, with_keys, now())
        except _FAULTS as error:
            raise fail(error) from error
        typer.echo(f"{target}: {target.stat().st_size / 1e6:.1f} MB, without keys")
        typer.echo(f"{with_keys}: the keys; keep only the newest, apart from the copies and from AFSAET_KEY")

    @app.command("restore")
    def take_backup(
        source: Annotated[Path, typer.Argument(help="A file that `afsaet backup` wrote.")],
        yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    ) -> None:
        """Put a copy in place of what is in the database now, with the newest keys: who was deleted stays deleted."""
        yes or typer.confirm("Everything that is in the database now is lost. Go on?", abort=True)
        try:
            opened = store()
            gone = copies.restore(opened, source, settings().backup_keys, now())
        except _FAULTS as error:
            raise fail(error) from error
        typer.echo(f"{source} is in place; audit: {opened.verify_audit().lines} lines")
        typer.echo(f"{gone} citizens of the copy have been deleted since, and stay deleted")


def _add_keys(keys: typer.Typer, store: Opens, fail: Fails) -> None:
    @keys.command("rotate")
    def rotate_keys() -> None:
        """Wrap all keys with the first key of AFSAET_KEY; may be stopped and begun again while the system runs."""
        _rotate(store(), settings(), fail)

    @keys.command("copy")
    def copy_keys() -> None:
        """Copy the citizens' keys to AFSAET_BACKUP_KEYS, in place of the last copy; with each pg_dump."""
        target = settings().backup_keys
        try:
            copies.write_keys(target, held := copies.keys_of(store(), now()))
        except OSError as error:
            raise fail(error) from error
        typer.echo(f"{target}: {len(held.wrapped)} keys")

    @keys.command("put-back")
    def put_back() -> None:
        """After pg_restore of a dump without keys: put the newest keys in, and delete citizens that have none."""
        try:
            gone = copies.put_keys_back(store(), settings().backup_keys, now())
        except _FAULTS as error:
            raise fail(error) from error
        typer.echo(f"The keys are in place; {gone} citizens of the copy have been deleted since, and stay deleted")


def _rotate(store: SqlStore, chosen: Settings, fail: Fails) -> None:
    vault = Vault(master_keys(chosen))
    done = 0
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Wrapping keys", total=None)
        try:
            for done, whole in rotate(store, vault):
                progress.update(task, completed=done, total=whole)
        except WrongKey as error:
            raise fail(error) from error
    if chosen.backup_keys.exists():
        copies.write_keys(chosen.backup_keys, copies.keys_of(store, now()))
        typer.echo(f"{chosen.backup_keys}: copied anew")
    typer.echo(f"{done} keys and names are wrapped with the first key of AFSAET_KEY; the others may now go.")
