# SPDX-License-Identifier: MPL-2.0
"""`afsaet simulate` and `afsaet fidelity`: from folders, files and the store to figures."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

from bot.codebook import Intent, Safety, Statement, Talk, Theme
from bot.commands import reading, simulating
from bot.commands.model import ROOT
from bot.mi import fidelity
from bot.mi.fidelity import Exchange
from bot.ports import Store
from bot.records import Turn
from bot.services import talking

CITIZENS = ROOT / "tests" / "simulation" / "citizens"


class NotMeasured(Exception):
    """There is nothing to measure by that name; the message says what was looked for."""


def reader(model: Path) -> simulating.Read:
    """What the model makes of a message, as the desk gets it; the same message is read once."""
    agent = reading.load_quietly(model)

    @functools.cache
    def read(text: str) -> Statement:
        labels = reading.label(agent, text)
        return Statement(
            text, frozenset(map(Talk, labels["talk"])), frozenset(map(Theme, labels["themes"])),
            Safety(labels["safety"]), Intent(labels["intent"]), labels["intent_confidence"],
            labels["safety_confidence"],
        )

    return read


def simulated(
    folder: Path, conversations: int, seed: int, read: simulating.Read | None, out: Path | None
) -> str:
    """Plays them with a progress bar; the report."""
    personas = simulating.personas_in(folder)
    with typer.progressbar(length=conversations, label="Talking", file=sys.stderr) as bar:
        played = simulating.play_all(personas, conversations, seed, read, lambda: bar.update(1))
    if out:
        simulating.write(played, out)
    return simulating.report(played)


def measured(what: str, store: Callable[[], Store]) -> str:
    """The profile of the conversations of a file, or of one in the store; `NotMeasured` when there is none."""
    path = Path(what)
    found = _in_file(path) if path.is_file() else [_in_store(store(), what)]
    if not any(found):
        raise NotMeasured(f"'{what}' is neither a file of conversations nor the id of one")
    return fidelity.as_text(fidelity.measure_all(found))


def _in_file(path: Path) -> list[list[Exchange]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [[_exchange(turn) for turn in json.loads(line)["turns"]] for line in lines if line.strip()]
    except (ValueError, KeyError, TypeError) as error:
        raise NotMeasured(f"{path} is not what `afsaet simulate --out` writes ({error!r})") from error


def _exchange(turn: dict[str, Any]) -> Exchange:
    codes = tuple(turn["codes"])
    unknown = set(codes) - fidelity.CODES - {"safety"}
    if unknown:
        raise ValueError(f"unknown code {sorted(unknown)[0]}")
    return Exchange(turn["said"], frozenset(map(Talk, turn["talk"])), tuple(turn["replies"]), codes)


def _in_store(store: Store, conversation_id: str) -> list[Exchange]:
    return [_of_turn(turn) for turn in talking.history(store, conversation_id)]


def _of_turn(turn: Turn) -> Exchange:
    said = turn.said
    replies = tuple(reply.text for reply in turn.replies)
    return Exchange(said.text if said else None, said.talk if said else frozenset(), replies, turn.codes)
