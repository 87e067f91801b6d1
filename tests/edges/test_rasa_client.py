# SPDX-License-Identifier: MPL-2.0
"""The client of Rasa against servers that answer, are slow, break off, talk nonsense, or are not there."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from bot.web.rasa import Rasa

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"
ANSWERS = {
    "200": (OK, True),
    "500": (b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n", False),
    "404": (b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", False),
    "breaks off": (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n[", False),
    "says nothing": (b"", False),
    "nonsense": (b"hvad vil du mig\r\n\r\n", False),
}
SECONDS = 0.4


@asynccontextmanager
async def server(answer: bytes, rest: float = 0.0, heard: list[bytes] | None = None) -> AsyncIterator[int]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await reader.read(65_536)
        if heard is not None:
            heard.append(request)
        await asyncio.sleep(rest)
        writer.write(answer)
        writer.close()

    running = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with running:
        yield running.sockets[0].getsockname()[1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def asked(port: int, ask: Callable[[Rasa], object], actions: int = 0) -> object:
    async with Rasa(f"http://127.0.0.1:{port}", f"http://127.0.0.1:{actions or port}", SECONDS) as rasa:
        return await ask(rasa)  # type: ignore[misc]


def said(rasa: Rasa) -> object:
    return rasa.send("samtale", "navn", "tordenskyen over Skagen")


@pytest.mark.parametrize(("answer", "taken"), ANSWERS.values(), ids=ANSWERS)
def test_only_a_whole_200_means_that_rasa_took_the_message(
    answer: bytes, taken: bool, caplog: pytest.LogCaptureFixture
) -> None:
    async def meet() -> object:
        async with server(answer) as port:
            return await asked(port, said)

    assert asyncio.run(meet()) is taken
    assert "tordenskyen" not in caplog.text


def test_a_slow_rasa_is_waited_for_no_longer_than_was_said() -> None:
    async def meet() -> object:
        async with server(OK, rest=5) as port:
            return await asked(port, said)

    began = time.monotonic()
    assert asyncio.run(meet()) is False
    assert time.monotonic() - began < 5 * SECONDS


def test_where_nobody_listens_the_answer_is_no() -> None:
    assert asyncio.run(asked(free_port(), said)) is False


def test_the_message_carries_sender_text_and_name() -> None:
    heard: list[bytes] = []

    async def meet() -> object:
        async with server(OK, heard=heard) as port:
            return await asked(port, said)

    asyncio.run(meet())
    body = json.loads(heard[0].partition(b"\r\n\r\n")[2])
    assert body == {"sender": "samtale", "message": "tordenskyen over Skagen", "metadata": {"client_id": "navn"}}


@pytest.mark.parametrize(("rasa_is", "actions_are", "ready"), [
    ("200", "200", True), ("500", "200", False), ("200", "500", False), ("200", "says nothing", False),
])
def test_ready_only_when_both_answer(rasa_is: str, actions_are: str, ready: bool) -> None:
    async def meet() -> object:
        async with server(ANSWERS[rasa_is][0]) as one, server(ANSWERS[actions_are][0]) as other:
            return await asked(one, lambda rasa: rasa.is_ready(), other)

    assert asyncio.run(meet()) is ready


def test_not_ready_where_nobody_listens() -> None:
    assert asyncio.run(asked(free_port(), lambda rasa: rasa.is_ready())) is False


def test_the_client_is_not_used_outside_its_with() -> None:
    with pytest.raises(RuntimeError, match="async with"):
        asyncio.run(Rasa("http://x", "http://x", 1).send("a", "b", "c"))
