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
_LIVED_WELL_SECONDS = 10.0
"""A process that was ready for so long and then dies is started again at once."""
_LOOK_SECONDS = 5.0
_HANGS_SECONDS = 60.0
"""A process that has answered nobody for so long is ended, and started again."""
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
        self.came_up = asyncio.Event()

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
    """One line for whoever started this; where nobody can take it (a full disk, a closed pipe), the watch goes on."""
    with contextlib.suppress(OSError):
        print(line, flush=True)


async def run_together(processes: list[Process], when_ready: list[str]) -> None:
    """Runs until asked to stop (SIGINT, SIGTERM); `NotReady` if a process does not come up at first."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stopping.set)
    tasks: list[asyncio.Task[object]] = []
    try:
        for process in processes:
            await process.start()
        began = time.monotonic()
        tasks = [asyncio.create_task(_watch(process, began)) for process in processes]
        tasks += [asyncio.create_task(stopping.wait()), asyncio.create_task(_when_all_are_up(processes, when_ready))]
        await _first_to_end(tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        say("Stopping …")
        await asyncio.gather(*(process.stop() for process in processes))


async def _when_all_are_up(processes: list[Process], when_ready: list[str]) -> None:
    for process in processes:
        await process.came_up.wait()
    for line in when_ready:
        say(line)
    await asyncio.Event().wait()


async def _first_to_end(tasks: list[asyncio.Task[object]]) -> None:
    """Waits for the word to stop, or for a watch that fails: its error is raised."""
    ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in ended:
        task.result()


async def _watch(process: Process, began: float) -> None:
    """From its first start on: one that has been ready once is kept running, also while others still start."""
    await _say_when_ready(process, began)
    process.came_up.set()
    await _guard(process)


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


async def _guard(process: Process) -> None:
    """Restarts a process that dies, at once if it had lived well, else with longer and longer rests."""
    rest = 0.0
    while process.running is not None:
        started = time.monotonic()
        code = await _end_of(process)
        rest = 0.0 if time.monotonic() - started > _LIVED_WELL_SECONDS else rest
        say(f"{process.name:8} ended ({code}); starting it again{f' in {rest:.0f} s' if rest else ''}")
        await asyncio.sleep(rest)
        rest = min(max(1.0, rest * 2), _LONGEST_REST_SECONDS)
        began = time.monotonic()
        with contextlib.suppress(NotReady, OSError):  # OSError: no memory or no room for a log just now
            await process.start()
            await _say_when_ready(process, began)


async def _end_of(process: Process) -> int:
    """The exit code, when it ends; one that answers nobody for long (it hangs) is ended."""
    assert process.running is not None  # noqa: S101  (it is being watched)
    ending = asyncio.create_task(process.running.wait())
    heard = time.monotonic()
    while not ending.done():
        await asyncio.wait([ending], timeout=_LOOK_SECONDS)
        if ending.done() or await asyncio.to_thread(_answers, process):
            heard = time.monotonic()
        elif time.monotonic() - heard > _HANGS_SECONDS:
            say(f"{process.name:8} has not answered for {_HANGS_SECONDS:.0f} s; ending it")
            process.running.kill()
            heard = time.monotonic()
    return ending.result()


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
