# SPDX-License-Identifier: MPL-2.0
"""The watcher over three small processes: one that dies, hangs, or can't be started just now is there again soon."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.commands import processes
from bot.commands.processes import NotReady, Process, run_together
from tests.journeys.system import free_port

_SERVER = """
import http.server, sys, time
time.sleep(float(sys.argv[2]))
class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()
    def log_message(self, *_): pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Answers).serve_forever()
"""


def small(folder: Path, name: str, starts_in: float = 0.0) -> Process:
    """A process that answers after so many seconds."""
    port = free_port()
    command = [sys.executable, "-c", _SERVER, str(port), str(starts_in)]
    return Process(name, command, "127.0.0.1", port, "/", str(folder / f"{name}.log"))


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(processes, "_LOOK_SECONDS", 0.2)
    monkeypatch.setattr(processes, "_HANGS_SECONDS", 1.0)
    yield


def pid(process: Process) -> int:
    assert process.running is not None
    return process.running.pid


async def until(holds: Callable[[], bool], seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not come to that"
        await asyncio.sleep(0.05)


async def watched(told: list[Process], meanwhile: Any) -> None:
    """Runs all under the watcher until `meanwhile` is over."""
    watching = asyncio.create_task(run_together(told, ["alle er her"]))
    try:
        await meanwhile
        assert not watching.done(), watching
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


async def test_one_that_dies_while_another_still_starts_ends_nothing(tmp_path: Path) -> None:
    quick, slow = small(tmp_path, "web"), small(tmp_path, "rasa", starts_in=3.0)

    async def kill() -> None:
        await until(quick.came_up.is_set)
        first = pid(quick)
        os.kill(first, signal.SIGKILL)
        await until(lambda: pid(quick) != first and processes._answers(quick))
        assert not slow.came_up.is_set()
        await until(slow.came_up.is_set)

    await watched([quick, slow], kill())


async def test_one_that_hangs_is_ended_and_started_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    web = small(tmp_path, "web")

    async def stop() -> None:
        await until(web.came_up.is_set)
        first = pid(web)
        os.kill(first, signal.SIGSTOP)
        await until(lambda: pid(web) != first and processes._answers(web))

    await watched([web], stop())
    assert "has not answered" in capsys.readouterr().out


async def test_one_that_answers_is_left_alone(tmp_path: Path) -> None:
    web = small(tmp_path, "web")

    async def wait() -> None:
        await until(web.came_up.is_set)
        first = pid(web)
        await asyncio.sleep(2.0)
        assert pid(web) == first

    await watched([web], wait())


async def test_no_room_for_a_log_is_no_end_of_the_watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    web, starts = small(tmp_path, "web"), []
    start = Process.start

    async def no_room_at_first(self: Process) -> None:
        starts.append(self.name)
        if len(starts) in (2, 3):
            raise OSError(28, "No space left on device")
        await start(self)

    monkeypatch.setattr(Process, "start", no_room_at_first)
    monkeypatch.setattr("builtins.print", _refuses)

    async def kill() -> None:
        await until(web.came_up.is_set)
        first = pid(web)
        os.kill(first, signal.SIGKILL)
        await until(lambda: pid(web) != first and processes._answers(web))

    await watched([web], kill())
    assert len(starts) == 4


def _refuses(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


async def test_one_that_never_comes_up_at_first_is_told(tmp_path: Path) -> None:
    wrong = small(tmp_path, "rasa")
    wrong.command = [sys.executable, "-c", "raise SystemExit(3)"]
    with pytest.raises(NotReady, match=r"rasa ended while starting.*rasa\.log"):
        await run_together([small(tmp_path, "web"), wrong], [])
