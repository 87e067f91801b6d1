# SPDX-License-Identifier: MPL-2.0
"""What the load needs to know of a system, whichever it is, and one careful POST."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Protocol

import aiohttp
from processes import BenchmarkError, Server

Talk = Callable[[str], Awaitable[int]]
"""One open conversation: takes a message, gives the number of replies to it."""

REQUEST_WITHIN = 30.0
"""Seconds for one request; a turn that takes longer fails the run."""
KEEP_ALIVE = 3.0
"""Seconds; both servers close an idle connection after five, and none must be closed while in use."""
SHOWN_OF_AN_ERROR = 300


class Side(Protocol):
    """A system under test; `kept_query` counts in its database the messages that it has kept."""

    key: str
    name: str
    messages: tuple[str, ...]
    long_talks: int
    kept_query: str
    folder: Path
    database: Path

    def prepare(self) -> None:
        """Whatever must be there before the first start."""

    def start(self) -> Server:
        """Starts all its processes."""

    async def is_ready(self, client: aiohttp.ClientSession) -> bool:
        """Whether it can answer a message now."""

    async def welcome(self, client: aiohttp.ClientSession) -> None:
        """Whatever must be arranged once before conversations can be opened."""

    async def open_talk(self, client: aiohttp.ClientSession) -> Talk:
        """A new conversation."""


def new_client() -> aiohttp.ClientSession:
    """A client without a limit on connections and with one on time."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=KEEP_ALIVE),
        timeout=aiohttp.ClientTimeout(total=REQUEST_WITHIN),
    )


async def ask(client: aiohttp.ClientSession, url: str, body: dict[str, str], token: str = "") -> Any:
    """POSTs JSON and gives the JSON that comes back; BenchmarkError when the answer is not a good one."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        async with client.post(url, json=body, headers=headers) as answer:
            return await _good(answer)
    except (aiohttp.ClientError, TimeoutError) as error:
        raise BenchmarkError(f"No answer from {url}: {type(error).__name__}.") from error


async def _good(answer: aiohttp.ClientResponse) -> Any:
    if answer.status not in (200, 201):
        said = (await answer.text())[:SHOWN_OF_AN_ERROR]
        raise BenchmarkError(f"{answer.url.path} answered {answer.status}: {said}")
    return await answer.json()


def progress(text: str) -> None:
    """One line for whoever waits."""
    print(text, file=sys.stderr, flush=True)
