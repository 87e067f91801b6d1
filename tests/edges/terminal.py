# SPDX-License-Identifier: MPL-2.0
"""The commands as somebody at a terminal gives them."""

from __future__ import annotations

from typer.testing import CliRunner, Result

from bot.commands.main import app
from bot.settings import settings


def afsaet(*words: str, given: str | None = None) -> Result:
    settings.cache_clear()
    return CliRunner().invoke(app, list(words), input=given)


def failed(result: Result) -> str:
    """Its last line on stderr, if it failed as a command should: exit code 1, a plain sentence, no traceback."""
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit), repr(result.exception)
    last = result.stderr.splitlines()[-1]
    assert last.startswith("afsaet: ")
    return str(last)
