# SPDX-License-Identifier: MPL-2.0
"""`afsaet audit`: whether the chain holds, and what a leader looks at in a spot check."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Annotated

import typer

from bot.records import Line
from bot.settings import now
from bot.store.work import SqlStore


def audit_app(store: Callable[[], SqlStore]) -> typer.Typer:
    """The commands, over the store that is opened when one of them runs."""
    app = typer.Typer(no_args_is_help=True, help="Who did what, as a chain that shows when it was touched.")

    @app.command()
    def verify() -> None:
        """Read the whole chain; exit code 1 if it was touched. Keep the last hash elsewhere to compare with."""
        verdict = store().verify_audit()
        if verdict.first_broken is None:
            typer.echo(f"The audit holds: {verdict.lines} {'line' if verdict.lines == 1 else 'lines'}.")
            typer.echo(f"Last hash: {verdict.head}")
            return
        where = "its end" if verdict.first_broken < 0 else f"line {verdict.first_broken}"
        typer.echo(f"afsaet: the audit was touched at {where}", err=True)
        raise typer.Exit(1)

    @app.command()
    def report(
        days: Annotated[int, typer.Option(min=1, help="How far back.")] = 7,
        lines: Annotated[int, typer.Option(min=0, max=1000, help="Look-ups to show, chosen by chance.")] = 10,
    ) -> None:
        """A spot check: what was done, how often, and some look-ups to ask about; never anybody's words."""
        done, picked = store().spot_check(now() - timedelta(days=days), lines)
        typer.echo(f"De sidste {days} dage:")
        for kind, act, times in done:
            typer.echo(f"  {times:>6}  {kind:<8} {act}")
        if picked:
            typer.echo("Tilfældige opslag:")
        for line in picked:
            typer.echo(f"  {_told(line)}")

    return app


def _told(line: Line) -> str:
    return f"{line.at.isoformat(timespec='minutes')}  {line.actor}  {line.act}  {line.subject}  {line.purpose}"
