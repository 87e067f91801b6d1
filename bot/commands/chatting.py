# SPDX-License-Identifier: MPL-2.0
"""A talk in the terminal, over the same API as everybody else."""

from __future__ import annotations

import uuid
from typing import Any

import httpx
import typer

_TRIES = 2


class NoAnswer(Exception):
    """The server did not answer, or said no; the message says the way out."""


def chat(url: str, code: str) -> None:
    """Talks until an empty line, Ctrl-D or Ctrl-C."""
    with httpx.Client(base_url=f"{url}/api/v1", timeout=30, trust_env=False) as client:
        started = _post(client, "/conversations", {"code": code})
        client.headers["Authorization"] = f"Bearer {started['token']}"
        _show(started["replies"])
        while said := _listen():
            answer = _post(
                client, f"/conversations/{started['id']}/messages", {"text": said, "client_id": str(uuid.uuid4())}
            )
            _show(answer["replies"])


def _listen() -> str:
    try:
        return input("> ").strip()
    except (EOFError, KeyboardInterrupt):
        typer.echo()
        return ""


def _show(replies: list[dict[str, Any]]) -> None:
    for reply in replies:
        typer.secho(reply["text"], fg="cyan")
        if reply["choices"]:
            typer.secho("  " + " · ".join(reply["choices"]), dim=True)


def _post(client: httpx.Client, path: str, body: dict[str, str]) -> Any:
    """The answer; the same message is sent once more if the line breaks, and is still taken only once."""
    for attempt in range(_TRIES):
        try:
            response = client.post(path, json=body)
        except httpx.TransportError as error:
            if attempt + 1 == _TRIES:
                raise NoAnswer(f"nobody answers at {client.base_url}; start it with `make run`") from error
            continue
        if response.is_error:
            raise NoAnswer(response.json().get("title", response.reason_phrase))
        return response.json()
    raise NoAnswer("no answer")
