# SPDX-License-Identifier: MPL-2.0
"""Runs web, Rasa and action server together: says when each is ready, restarts one that dies, stops all."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import signal
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from bot.commands.model import ROOT, quiet_environment
from bot.settings import Settings

_PATIENCE_SECONDS = 120.0
_POLL_SECONDS = 0.1
_LONGEST_REST_SECONDS = 30.0
_GRACE_SECONDS = 8.0
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


class PortTaken(Exception):
    """Something already listens where one of the processes should."""


class NotReady(Exception):
    """A process did not become ready; its log says why."""


@dataclass
class Process:
    """One process: how it is started, where it answers when it is ready, where its log is."""

    name: str
    command: list[str]
    ready_url: str
    port: int
    log: Path
    running: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Starts it; its log goes on where it was."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.running = await asyncio.create_subprocess_exec(
                *self.command, cwd=ROOT, env=quiet_environment(), stdin=asyncio.subprocess.DEVNULL,
                stdout=log, stderr=log, preexec_fn=_die_with_parent, start_new_session=True,
            )

    async def stop(self) -> None:
        """Asks it to end, and ends it if it does not."""
        if self.running is None or self.running.returncode is not None:
            return
        self.running.terminate()
        try:
            await asyncio.wait_for(self.running.wait(), _GRACE_SECONDS)
        except TimeoutError:
            self.running.kill()
            await self.running.wait()


def _die_with_parent() -> None:
    """On Linux a child gets SIGTERM when `afsaet run` is killed, so that no port stays taken."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGTERM)


def the_three(settings: Settings, model: Path) -> list[Process]:
    """Web, action server and Rasa as the settings want them; writes Rasa's endpoints file."""
    var = settings.var.resolve()
    logs, python = var / "logs", sys.executable
    endpoints = _write_endpoints(settings, var)
    rasa = [
        python, "-m", "rasa", "run", "--interface", "127.0.0.1", "--port", str(settings.rasa_port),
        "--model", str(model), "--endpoints", str(endpoints), "--credentials", str(ROOT / "credentials.yml"),
    ]
    actions = [python, "-m", "rasa_sdk", "--actions", "actions", "--port", str(settings.actions_port)]
    web = [
        python, "-m", "uvicorn", "--factory", "bot.web.app:create_app", "--host", settings.host,
        "--port", str(settings.port), "--no-access-log", "--log-level", "warning", "--no-server-header",
    ]
    web_url = f"http://{settings.host}:{settings.port}"
    return [
        Process("web", web, f"{web_url}/health", settings.port, logs / "web.log"),
        Process("actions", actions, f"{settings.actions_url}/health", settings.actions_port, logs / "actions.log"),
        Process("rasa", rasa, f"{settings.rasa_url}/webhooks/rest/", settings.rasa_port, logs / "rasa.log"),
    ]


def _write_endpoints(settings: Settings, var: Path) -> Path:
    """The project's endpoints with the ports of these settings."""
    var.mkdir(parents=True, exist_ok=True)
    text = (ROOT / "endpoints.yml").read_text(encoding="utf-8")
    path = var / "endpoints.yml"
    path.write_text(text.replace("http://127.0.0.1:5055", settings.actions_url), encoding="utf-8")
    return path


def check_ports_are_free(processes: list[Process]) -> None:
    """`PortTaken` names the port and the setting that changes it."""
    for process in processes:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", process.port))
            except OSError as error:
                raise PortTaken(
                    f"port {process.port} for {process.name} is taken; stop what listens there, "
                    f"or set AFSAET_{'' if process.name == 'web' else process.name.upper() + '_'}PORT"
                ) from error


Say = Callable[[str], None]


async def run_together(processes: list[Process], say: Say, when_ready: Callable[[], None]) -> None:
    """Runs until asked to stop (SIGINT, SIGTERM); `NotReady` if a process does not come up at first."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stopping.set)
    try:
        await _start_all(processes, say, stopping)
        if not stopping.is_set():
            when_ready()
            await _keep(processes, say, stopping)
    finally:
        say("Stopping …")
        await asyncio.gather(*(process.stop() for process in processes))


async def _start_all(processes: list[Process], say: Say, stopping: asyncio.Event) -> None:
    began = time.monotonic()
    for process in processes:
        await process.start()
    waits = [asyncio.create_task(_say_when_ready(process, say, began)) for process in processes]
    stop = asyncio.create_task(stopping.wait())
    waiting = asyncio.gather(*waits)
    await asyncio.wait({stop, waiting}, return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if waiting.done():
        waiting.result()
    else:
        waiting.cancel()


async def _say_when_ready(process: Process, say: Say, began: float) -> None:
    await _until_ready(process)
    say(f"{process.name:8} ready after {time.monotonic() - began:4.1f} s")


async def _until_ready(process: Process) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2), trust_env=False) as session:
        while time.monotonic() < deadline:
            if process.running is None or process.running.returncode is not None:
                raise NotReady(f"{process.name} ended while starting; the reason is in {process.log}")
            with contextlib.suppress(aiohttp.ClientError, TimeoutError):
                async with session.get(process.ready_url) as response:
                    if response.status == 200:
                        return
            await asyncio.sleep(_POLL_SECONDS)
    raise NotReady(f"{process.name} was not ready after {_PATIENCE_SECONDS:.0f} s; see {process.log}")


async def _keep(processes: list[Process], say: Say, stopping: asyncio.Event) -> None:
    guards = [asyncio.create_task(_guard(process, say)) for process in processes]
    await stopping.wait()
    for guard in guards:
        guard.cancel()
    await asyncio.gather(*guards, return_exceptions=True)


async def _guard(process: Process, say: Say) -> None:
    """Restarts a process that dies, at once the first time, then with longer and longer rests."""
    rest = 0.0
    while process.running is not None:
        started = time.monotonic()
        code = await process.running.wait()
        lived_long = time.monotonic() - started > 2 * _LONGEST_REST_SECONDS
        rest = 0.0 if lived_long else rest
        say(f"{process.name:8} ended ({code}); starting it again{f' in {rest:.0f} s' if rest else ''}")
        await asyncio.sleep(rest)
        rest = min(max(1.0, rest * 2), _LONGEST_REST_SECONDS)
        began = time.monotonic()
        await process.start()
        with contextlib.suppress(NotReady):
            await _say_when_ready(process, say, began)
