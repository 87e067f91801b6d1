# SPDX-License-Identifier: MPL-2.0
"""Rasa's own checks, run quietly: the data is valid, and the stories come out as told."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bot.commands.model import ROOT, quiet_environment


class NotValid(Exception):
    """Rasa found fault; the message is the end of what it printed."""


def validate(model: Path) -> None:
    """`rasa data validate --fail-on-warnings` and `rasa test core`; `NotValid` if either finds fault."""
    _rasa("data", "validate", "--fail-on-warnings")
    with tempfile.TemporaryDirectory() as out:
        _rasa(
            "test", "core", "--e2e", "--model", str(model), "--stories", "tests/test_stories.yml", "--out", out,
            "--fail-on-prediction-errors",
        )


def _rasa(*words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rasa", *words], cwd=ROOT, env=quiet_environment(), capture_output=True, text=True,
        stdin=subprocess.DEVNULL, check=False,
    )
    if done.returncode:
        raise NotValid(f"rasa {' '.join(words[:2])}:\n{(done.stdout + done.stderr)[-3000:]}")
