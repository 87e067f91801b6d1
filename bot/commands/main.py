# SPDX-License-Identifier: MPL-2.0
"""The commands."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError

from bot.commands import chatting, demonstration, measuring, model, processes, reading, simulating
from bot.commands import validate as rasa_checks
from bot.commands.accounts import account_app
from bot.commands.auditing import audit_app
from bot.commands.citizens import receipt_lines
from bot.commands.documents import settings_as_markdown, write_documents
from bot.commands.keeping import add_keeping
from bot.commands.texts import write_texts
from bot.commands.the_three import the_three
from bot.commands.training_data import LabelError, read_labels, write_rasa_files
from bot.daily import a_day
from bot.goals.lifecycle import as_markdown
from bot.services import invitations, privacy
from bot.services.errors import UnknownCitizen
from bot.settings import Settings, now, settings
from bot.store.copies import NoKeys, strike
from bot.store.opening import bring_up_to_date, make_development_key, master_keys, open_store
from bot.store.vault import BadKey, NoKey, WrongKey, new_key
from bot.store.work import SqlStore
from bot.web.provider import BadProviderSettings, provider_of

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="Afsæt: motivational conversations in bostøtte, and the goals that come of them.",
)
staff_app = typer.Typer(no_args_is_help=True, help="Staff who may invite citizens and review goals.")
app.add_typer(staff_app, name="staff")
citizen_app = typer.Typer(no_args_is_help=True, help="What is kept of citizens.")
app.add_typer(citizen_app, name="citizen")
app.add_typer(audit_app(lambda: _store(settings())), name="audit")
app.add_typer(account_app(lambda: _store(settings()), lambda message: _fail(message)), name="account")
add_keeping(app, lambda: _store(settings()), lambda message: _fail(message))


def _fail(message: object) -> typer.Exit:
    typer.echo(f"afsaet: {message}", err=True)
    return typer.Exit(1)


def _store(chosen: Settings) -> SqlStore:
    """The store, up to date; a development key is made where there is no key."""
    try:
        if make_development_key(chosen):
            typer.echo(
                f"Made a development key in {chosen.key_file}. Anybody with this file can read what citizens write: "
                "set AFSAET_KEY for anything but development.", err=True,
            )
        store = open_store(chosen)
        bring_up_to_date(store)
    except (NoKey, BadKey) as error:
        raise _fail(error) from error
    except (OperationalError, ArgumentError, NoSuchModuleError) as error:
        raise _fail(f"the database of AFSAET_DATABASE_URL can't be opened ({type(error).__name__})") from error
    return store


@app.command()
def run(
    demo: Annotated[bool, typer.Option(help="Also make an invitation code, on this machine only.")] = False,
) -> None:
    """Start web, Rasa and action server; stop them all with Ctrl-C."""
    chosen = settings()
    store = _store(chosen)
    try:
        demonstration.check_stays_on_this_machine(chosen, store, demo)
        provider_of(chosen, master_keys(chosen))
        trained = model.ensure_model(chosen)
        three = the_three(chosen, trained)
        processes.check_ports_are_free(three)
    except (model.TrainingFailed, processes.PortTaken, demonstration.NotHere, BadProviderSettings) as error:
        raise _fail(error) from error
    told = processes.as_argument(three, demonstration.when_ready(chosen, store, demo))
    store.engine.dispose()
    os.chdir(model.ROOT)
    watch = [sys.executable, "-m", "bot.commands.processes", told]
    os.execve(watch[0], watch, _environment(chosen, demo))  # noqa: S606  (our own program, no shell)


def _environment(chosen: Settings, demo: bool) -> dict[str, str]:
    """What the processes are told: paths are made whole, since they all run in the project's folder."""
    return {
        **model.quiet_environment(),
        "AFSAET_DATABASE_URL": chosen.whole_database_url,
        "AFSAET_KEY_FILE": str(chosen.key_file.resolve()),
        "AFSAET_VAR": str(chosen.var.resolve()),
        "AFSAET_DEMO": str(demo).lower(),
    }


@staff_app.command("add")
def staff_add(name: str) -> None:
    """Add a member of staff and print their bearer token, once."""
    made, token = invitations.add_staff(_store(settings()), now, name)
    typer.echo(f"{made.name} ({made.id}) signs in with this token, shown only now:\n{token}")


@app.command()
def invite(
    token: Annotated[str, typer.Option(envvar="AFSAET_STAFF_TOKEN", help="Token of the member of staff who invites.")],
    citizen: Annotated[str | None, typer.Option(help="Id of a citizen the member of staff already works with.")] = None,
) -> None:
    """Make an invitation code to hand to a citizen."""
    chosen = settings()
    store = _store(chosen)
    try:
        who = invitations.staff_by_token(store, token)
    except WrongKey as error:
        raise _fail(error) from error
    if who is None:
        raise _fail("the token is not known; `afsaet staff add NAME` makes one")
    try:
        made = invitations.invite(store, now, who, chosen.invitation_days, citizen)
    except UnknownCitizen as error:
        raise _fail(error.danish) from error
    typer.echo(f"{made.code}  (until {made.expires_at:%Y-%m-%d}, {chosen.address}/?kode={made.code})")


@app.command()
def train() -> None:
    """Train the model if what it is made from has changed."""
    try:
        typer.echo(f"The model is {model.ensure_model(settings())}")
    except model.TrainingFailed as error:
        raise _fail(error) from error


@app.command()
def chat(
    code: Annotated[str, typer.Argument(help="Invitation code.")],
    url: Annotated[str | None, typer.Option(help="Address of a running Afsæt.")] = None,
) -> None:
    """Talk in the terminal with a running Afsæt."""
    try:
        chatting.chat(url or settings().address, code)
    except chatting.NoAnswer as error:
        raise _fail(error) from error


@app.command()
def read(
    file: Annotated[Path | None, typer.Argument(help="JSON lines with `text`; standard input if left out.")] = None,
) -> None:
    """Label messages by the codebook: JSON lines in, the same with labels and confidences out."""
    try:
        reading.read_messages(model.ensure_model(settings()), file)
    except (reading.BadLine, model.TrainingFailed, OSError) as error:
        raise _fail(error) from error


@app.command()
def evaluate(
    files: Annotated[list[Path], typer.Argument(help="Labelled messages, JSON lines by the codebook.")],
    report: Annotated[Path | None, typer.Option(help="Where the report goes; standard output if left out.")] = None,
) -> None:
    """Measure the reading of labelled messages: scores with intervals, danger, groups, calibration, worst errors."""
    try:
        told = reading.evaluated(model.ensure_model(settings()), list(read_labels(files)))
        if report:
            report.write_text(told, encoding="utf-8")
            typer.echo(f"The report is in {report}")
        else:
            typer.echo(told)
    except (LabelError, reading.NothingToRead, model.TrainingFailed, OSError) as error:
        raise _fail(error) from error


@app.command()
def simulate(
    conversations: Annotated[int, typer.Option(min=1, help="How many; the citizens take turns.")] = 600,
    citizens: Annotated[Path, typer.Option(help="Folder of citizens, one YAML file each.")] = measuring.CITIZENS,
    seed: Annotated[int, typer.Option(help="The same seed gives the same conversations.")] = 1,
    labels: Annotated[bool, typer.Option(help="Take the true labels, not the model's reading.")] = False,
    out: Annotated[Path | None, typer.Option(help="Where the conversations go, as JSON lines.")] = None,
) -> None:
    """Let invented citizens talk with the bot, and measure it as MITI does."""
    try:
        read = None if labels else measuring.reader(model.ensure_model(settings()))
        typer.echo(measuring.simulated(citizens, conversations, seed, read, out))
    except (simulating.NoCitizens, model.TrainingFailed, OSError, KeyError, ValueError) as error:
        raise _fail(error) from error


@app.command()
def fidelity(
    what: Annotated[str, typer.Argument(help="A file of conversations (JSON lines), or the id of one in the store.")],
) -> None:
    """Measure conversations by MITI 4.2.1 and the house's own rules; prints figures, never what was said."""
    try:
        typer.echo(measuring.measured(what, lambda: _store(settings())))
    except measuring.NotMeasured as error:
        raise _fail(error) from error


@app.command()
def data() -> None:
    """Make the Rasa files in data/nlu from the labelled messages in data/labels."""
    try:
        typer.echo(f"{write_rasa_files(model.ROOT)} messages written to data/nlu")
    except ValueError as error:
        raise _fail(error) from error


@app.command()
def validate() -> None:
    """Run Rasa's own checks: the data is valid, and the test stories come out as told."""
    try:
        rasa_checks.validate(model.ensure_model(settings()))
        typer.echo("Rasa finds no fault: data validate --fail-on-warnings, test core with tests/test_stories.yml")
    except (rasa_checks.NotValid, model.TrainingFailed) as error:
        raise _fail(error) from error


@app.command()
def docs() -> None:
    """Make the pages in docs/ that are made from code."""
    for path in write_documents(model.ROOT / "docs", as_markdown()):
        typer.echo(path)


@app.command()
def texts() -> None:
    """Gather the texts of all pages in bot/web/locale/afsaet.pot, and tell what each language still lacks."""
    for line in write_texts():
        typer.echo(line)


@citizen_app.command("delete")
def citizen_delete(citizen_id: str, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Delete everything of a citizen, and the key to their words; prints a receipt. It can't be undone."""
    yes or typer.confirm(f"Delete everything of citizen {citizen_id}, for ever?", abort=True)
    try:
        receipt = privacy.delete_citizen(_store(settings()), now, citizen_id, "console")
        was_struck = strike(settings().backup_keys, citizen_id)
    except UnknownCitizen as error:
        raise _fail(f"there is no citizen {citizen_id}") from error
    except (NoKeys, OSError) as error:
        raise _fail(f"everything here is deleted, but not the copy of the key: {error}") from error
    typer.echo("\n".join(receipt_lines(receipt, settings().backup_keys, was_struck)))


@app.command()
def daily(
    as_data: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """What a day brings: deletes what is past its time; lists goals to look at and requests for deletion."""
    store = _store(settings())
    typer.echo(a_day(store, now, settings(), as_data))


@app.command()
def key() -> None:
    """Print a fresh master key for AFSAET_KEY."""
    typer.echo(new_key())


@app.command("settings")
def show_settings() -> None:
    """Print every setting with its default and what it is for."""
    typer.echo(settings_as_markdown())


if __name__ == "__main__":
    app()
