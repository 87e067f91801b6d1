# SPDX-License-Identifier: MPL-2.0
"""Trains the Rasa model when what it leans on has changed, with one progress line."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import typer

from bot.settings import Settings

ROOT = Path(__file__).parents[2]
"""The project: where config.yml and domain.yml are."""
_LEANED_ON = (
    "config.yml", "domain.yml", "data/nlu/*.yml", "data/rules/*.yml", "nlu/*.py", "nlu/lexicon/*",
    "bot/codebook.py", "bot/care/danger*.py", "bot/care/figures_of_speech.py", "bot/danish/numbers.py",
)
_STEPS = 9
"""Components that Rasa says it has finished, for the share of the work done."""


class TrainingFailed(Exception):
    """Rasa could not train; the log says why."""


def quiet_environment() -> dict[str, str]:
    """For Rasa's processes: no telemetry or crash reports to anybody, no graphics card, little memory."""
    return {
        **os.environ,
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
        "MALLOC_ARENA_MAX": "2",
        "PYTHONWARNINGS": "ignore",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "SANIC_HOST": "127.0.0.1",
    }


def fingerprint() -> str:
    """A short hash of all that a model is made from."""
    digest = hashlib.sha256()
    for pattern in _LEANED_ON:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def model_path(settings: Settings) -> Path:
    """Where the model of today's files is, or will be."""
    return settings.models.resolve() / f"afsaet-{fingerprint()}.tar.gz"


def ensure_model(settings: Settings) -> Path:
    """The model of today's files, trained first if there is none; `TrainingFailed` names the log."""
    wanted = model_path(settings)
    if not wanted.exists():
        _train(settings, wanted)
    return wanted


def _train(settings: Settings, wanted: Path) -> None:
    """A half-made model never gets the model's name. The data are validated by `afsaet validate` (`make check`)."""
    logs = settings.var.resolve() / "logs"
    workshop = settings.var.resolve() / "training"
    logs.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(workshop, ignore_errors=True)
    log = logs / "train.log"
    with log.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "rasa", "train", "--skip-validation", "--fixed-model-name", "model",
             "--out", str(workshop)],
            cwd=ROOT, env=quiet_environment(), stdout=file, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
        )
        _show_progress(process, log)
    made = workshop / "model.tar.gz"
    if process.returncode or not made.exists():
        raise TrainingFailed(f"Rasa could not train the model; the reason is in {log}")
    wanted.parent.mkdir(parents=True, exist_ok=True)
    os.replace(made, wanted)
    shutil.rmtree(workshop, ignore_errors=True)


def _show_progress(process: subprocess.Popen[bytes], log: Path) -> None:
    """One line: a moving one at a terminal, else one at the beginning and one at the end."""
    start, moving = time.monotonic(), sys.stderr.isatty()
    for done in _finished_components(process, log):
        if moving or done is None:
            part = "starting" if done is None else f"{min(done, _STEPS)} of {_STEPS} parts"
            seconds = time.monotonic() - start
            typer.echo(f"\rTraining the model: {part}, {seconds:.0f} s ", nl=not moving, err=True)
    back = "\r" if moving else ""
    how = "failed after" if process.returncode else "done in"
    typer.echo(f"{back}Training the model: {how} {time.monotonic() - start:.0f} s.       ", err=True)


def _finished_components(process: subprocess.Popen[bytes], log: Path) -> Iterator[int | None]:
    yield None
    while process.poll() is None:
        time.sleep(0.5)
        yield log.read_text(errors="replace").count("Finished training component")
