# SPDX-License-Identifier: MPL-2.0
"""Starts, weighs and ends the processes under test; only those that were started here are ever ended."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import psutil

MEGABYTE = 1024 * 1024
READY_WITHIN = 240.0
"""Seconds: five times what the plain bot needs on a quiet machine of two cores."""
POLL_EVERY = 0.05
"""Seconds between two looks at a starting server: fine enough for figures in tenths of a second."""
STOP_WITHIN = 20.0
"""Seconds that processes have to end by themselves after SIGINT, before they are killed."""

SAME_FOR_BOTH = {"TF_CPP_MIN_LOG_LEVEL": "3", "RASA_TELEMETRY_ENABLED": "false"}
LEFT_TO_THE_SYSTEM = ("OMP_NUM_THREADS",)

Probe = Callable[[], Awaitable[bool]]


class BenchmarkError(Exception):
    """What keeps the figures from being taken, with the way out."""


@dataclass(frozen=True)
class Memory:
    """Megabytes of all processes of one system; `pss` counts pages that they share once (None off Linux)."""

    rss: float
    pss: float | None


@dataclass
class Server:
    """A started system by its first process."""

    name: str
    process: subprocess.Popen[bytes]
    started_at: float

    def processes(self) -> list[psutil.Process]:
        """The first process and everything it started."""
        try:
            first = psutil.Process(self.process.pid)
            return [first, *first.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []

    def pids(self) -> frozenset[int]:
        """To see later whether one of them died and was started again."""
        return frozenset(process.pid for process in self.processes())


def environment(extra: Mapping[str, str]) -> dict[str, str]:
    """This environment, with the same settings for both systems and what one of them needs besides."""
    kept = {key: value for key, value in os.environ.items() if key not in LEFT_TO_THE_SYSTEM}
    return {**kept, **SAME_FOR_BOTH, **extra}


def free_port() -> int:
    """A port on the loopback address that nobody listens on just now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def start(name: str, command: Sequence[str], folder: Path, extra: Mapping[str, str], log: Path) -> Server:
    """Starts a system in a session of its own, so that Ctrl-C reaches it through `stop` alone."""
    with log.open("ab") as out:
        started_at = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment(extra), stdin=subprocess.DEVNULL,
            stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
        )
    return Server(name, process, started_at)


async def wait_until_ready(server: Server, is_ready: Probe) -> float:
    """Seconds from start command to first good answer; BenchmarkError when it ends or takes too long."""
    while not await _answers(is_ready):
        code = server.process.poll()
        if code is not None:
            raise BenchmarkError(f"{server.name} ended with code {code} before it was ready.")
        if time.perf_counter() - server.started_at > READY_WITHIN:
            raise BenchmarkError(f"{server.name} was not ready after {READY_WITHIN:.0f} seconds.")
        await asyncio.sleep(POLL_EVERY)
    return time.perf_counter() - server.started_at


async def _answers(is_ready: Probe) -> bool:
    """Whether the system is ready; one that refuses or drops the connection is not."""
    try:
        return await is_ready()
    except (aiohttp.ClientError, TimeoutError):
        return False


def memory_of(server: Server) -> Memory:
    """What all processes of the system hold now."""
    infos = [process.memory_full_info() for process in server.processes()]
    shares = [getattr(info, "pss", None) for info in infos]
    known = [share / MEGABYTE for share in shares if share is not None]
    pss = sum(known) if len(known) == len(infos) else None
    return Memory(sum(info.rss for info in infos) / MEGABYTE, pss)


def stop(server: Server) -> None:
    """Asks the first process to end with SIGINT, and kills what is left of its processes after a while."""
    mine = server.processes()
    if server.process.poll() is None:
        server.process.send_signal(signal.SIGINT)
    _, left = psutil.wait_procs(mine, timeout=STOP_WITHIN)
    for process in left:
        _kill(process)
    server.process.wait(timeout=STOP_WITHIN)


def _kill(process: psutil.Process) -> None:
    """Ends a process that this benchmark started and that did not listen."""
    try:
        process.kill()
    except psutil.NoSuchProcess:
        return
