# SPDX-License-Identifier: MPL-2.0
"""Runs web, Rasa and action server together: says when each is ready, restarts one that dies, stops all.

Stands alone on the standard library: `afsaet run` becomes this program when all is prepared, so that the
process that only watches weighs little.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import http.client
import json
import signal
import socket
import sys
import time
from dataclasses import asdict, dataclass

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
    host: str
    port: int
    ready_path: str
    log: str

    def __post_init__(self) -> None:
        self.running: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Starts it; its log goes on where it was."""
        with open(self.log, "ab") as log:
            self.running = await asyncio.create_subprocess_exec(
                *self.command, stdin=asyncio.subprocess.DEVNULL, stdout=log, stderr=log,
                preexec_fn=_die_with_parent, start_new_session=True,
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


def say(line: str) -> None:
    """One line for whoever started this."""
    print(line, flush=True)


async def run_together(processes: list[Process], when_ready: list[str]) -> None:
    """Runs until asked to stop (SIGINT, SIGTERM); `NotReady` if a process does not come up at first."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stopping.set)
    try:
        await _start_all(processes, stopping)
        if not stopping.is_set():
            for line in when_ready:
                say(line)
            await _keep(processes, stopping)
    finally:
        say("Stopping …")
        await asyncio.gather(*(process.stop() for process in processes))


async def _start_all(processes: list[Process], stopping: asyncio.Event) -> None:
    began = time.monotonic()
    for process in processes:
        await process.start()
    waits = [asyncio.create_task(_say_when_ready(process, began)) for process in processes]
    stop = asyncio.create_task(stopping.wait())
    try:
        for wait in asyncio.as_completed([stop, *waits]):
            await wait
            if stop.done() or all(task.done() for task in waits):
                return
    finally:
        for task in (stop, *waits):
            task.cancel()


async def _say_when_ready(process: Process, began: float) -> None:
    await _until_ready(process)
    say(f"{process.name:8} ready after {time.monotonic() - began:4.1f} s")


async def _until_ready(process: Process) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if process.running is None or process.running.returncode is not None:
            raise NotReady(f"{process.name} ended while starting; the reason is in {process.log}")
        if await asyncio.to_thread(_answers, process):
            return
        await asyncio.sleep(_POLL_SECONDS)
    raise NotReady(f"{process.name} was not ready after {_PATIENCE_SECONDS:.0f} s; see {process.log}")


def _answers(process: Process) -> bool:
    connection = http.client.HTTPConnection(process.host, process.port, timeout=2)
    try:
        connection.request("GET", process.ready_path)
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


async def _keep(processes: list[Process], stopping: asyncio.Event) -> None:
    guards = [asyncio.create_task(_guard(process)) for process in processes]
    await stopping.wait()
    for guard in guards:
        guard.cancel()
    await asyncio.gather(*guards, return_exceptions=True)


async def _guard(process: Process) -> None:
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
            await _say_when_ready(process, began)


def as_argument(processes: list[Process], when_ready: list[str]) -> str:
    """What `main` takes, as one argument."""
    return json.dumps({"processes": [asdict(process) for process in processes], "when_ready": when_ready})


def main(argument: str) -> int:
    """Runs what `as_argument` described; 1 if it could not be started."""
    told = json.loads(argument)
    processes = [Process(**one) for one in told["processes"]]
    try:
        asyncio.run(run_together(processes, told["when_ready"]))
    except NotReady as error:
        print(f"afsaet: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
