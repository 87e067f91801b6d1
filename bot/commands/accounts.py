# SPDX-License-Identifier: MPL-2.0
"""`afsaet account`: accounts of staff from the console, the first administrator's among them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from bot.accounts import Role
from bot.services import accounts
from bot.services.accounts import Made
from bot.services.errors import DeskError
from bot.settings import now, settings
from bot.store.work import SqlStore


def account_app(store: Callable[[], SqlStore], fail: Callable[[object], typer.Exit]) -> typer.Typer:
    """The commands, over the store that is opened when one of them runs."""
    app = typer.Typer(no_args_is_help=True, help="Accounts with which staff sign in.")

    @app.command()
    def add(
        login: Annotated[str, typer.Argument(help="What they type to sign in.")],
        name: Annotated[str, typer.Argument(help="Their name.")],
        role: Annotated[Role, typer.Option(help="What they are here to do.")] = Role.BOSTOETTE,
    ) -> None:
        """Make an account; prints the one-time code with which its owner sets password and authenticator."""
        try:
            typer.echo(_told(accounts.add(store(), now, accounts.CONSOLE, name, login, role)))
        except DeskError as error:
            raise fail(error.danish) from error

    @app.command("list")
    def list_accounts() -> None:
        """All accounts: id, role, login name, name, and whether it has ended."""
        for one in accounts.listed(store()):
            ended = f"ended {one.ended_at:%Y-%m-%d}" if one.ended_at else ""
            told = (one.staff.id, f"{one.staff.role:<9}", one.login or "-", one.staff.name, ended)
            typer.echo("  ".join(told).rstrip())

    @app.command("start-over")
    def start_over(account_id: Annotated[str, typer.Argument(help="The account's id; see `list`.")]) -> None:
        """A new one-time code for who has lost password or authenticator; the old ones are void at once."""
        try:
            typer.echo(_told(accounts.start_over(store(), now, accounts.CONSOLE, account_id)))
        except DeskError as error:
            raise fail(error.danish) from error

    @app.command()
    def end(account_id: Annotated[str, typer.Argument(help="The account's id; see `list`.")]) -> None:
        """End an account, its sessions and its token."""
        try:
            accounts.end(store(), now, accounts.CONSOLE, account_id)
        except DeskError as error:
            raise fail(error.danish) from error
        typer.echo(f"{account_id} has ended.")

    return app


def _told(made: Made) -> str:
    return (
        f"{made.staff.name} ({made.staff.id}, {made.staff.role}) sets up the account at "
        f"{settings().address}/log-ind/ny\n"
        f"with the login name {made.login} and this code, shown only now, until {made.until:%Y-%m-%d %H:%M} UTC:\n"
        f"{made.setup_code}"
    )
