# SPDX-License-Identifier: MPL-2.0
"""`afsaet read`: what the understanding makes of messages, line by line."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import os
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import structlog
import typer

from bot.commands.evaluating import evaluate, report
from bot.commands.training_data import Message

_LAYERS = ("talk", "talk_confidence", "themes", "themes_confidence", "safety", "safety_confidence")


class BadLine(Exception):
    """A line is not a JSON object with a `text`; the message names the line."""


class NothingToRead(Exception):
    """There is not one message."""


def read_messages(model: Path, file: Path | None) -> None:
    """Labels every line of a file or of standard input; a bad line stops it with the line's number."""
    agent = load_quietly(model)
    for number, message in enumerate(_lines(file), start=1):
        typer.echo(json.dumps({**message, **label(agent, message["text"])}, ensure_ascii=False))
        if sys.stderr.isatty() and number % 20 == 0:
            typer.echo(f"\r{number} messages read", nl=False, err=True)


def load_quietly(model: Path) -> Any:
    """Rasa's agent with this model; what Rasa prints while loading is not of interest here."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    warnings.simplefilter("ignore")
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    from rasa.core.agent import Agent  # TensorFlow comes with it: seconds that no other command should pay

    agent = Agent.load(str(model))
    gc.collect()
    gc.freeze()     # what is loaded stays: looking through it again and again cost a message a quarter of a second
    return agent


def label(agent: Any, text: str) -> dict[str, Any]:
    """The four layers of the codebook with confidences, and the entities a goal needs."""
    parsed = asyncio.run(agent.parse_message(text.lstrip("/ \n\t") or "…"))
    intent = parsed["intent"]
    labels = {layer: parsed[layer] for layer in _LAYERS}
    read = {"intent": intent["name"], "intent_confidence": intent["confidence"], "entities": parsed["goal_entities"]}
    return {**labels, **read}


def evaluated(model: Path, messages: list[Message]) -> str:
    """A report on how these labelled messages are read; a progress bar where somebody looks on."""
    if not messages:
        raise NothingToRead("there are no labelled messages in what was named")
    agent = load_quietly(model)
    with typer.progressbar(length=len(messages), label="Reading", file=sys.stderr) as bar:
        readings = evaluate(messages, lambda text: label(agent, text), lambda number: bar.update(1))
    return report(readings)


def _lines(file: Path | None) -> Iterator[dict[str, Any]]:
    source = file.open(encoding="utf-8") if file else sys.stdin
    with source:
        try:
            for number, line in enumerate(source, start=1):
                if line.strip():
                    yield _message(number, line)
        except UnicodeDecodeError as error:
            raise BadLine("the file is not UTF-8") from error


def _message(number: int, line: str) -> dict[str, Any]:
    try:
        message = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadLine(f"line {number} is not JSON: {error}") from error
    if not isinstance(message, dict) or not isinstance(message.get("text"), str):
        raise BadLine(f'line {number} is not an object with a "text"')
    return message
