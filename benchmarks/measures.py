# SPDX-License-Identifier: MPL-2.0
"""Takes the samples: both systems in alternating rounds, so that whatever else the machine does hits both."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass, field
from functools import partial

import aiohttp
from processes import BenchmarkError, Server, memory_of, stop, wait_until_ready
from sides import Side, Talk, new_client, progress

TURNS_IN_A_TALK = 20
AROUND = 4
"""Turns on each side of a numbered turn that are measured with it: a window of nine."""
FIRST_TURNS = range(1, 2 * AROUND + 2)
"""The window around turn no. 5."""
CHUNK = 50
"""Turns by which a long conversation goes on before it is the next one's turn."""
MOST_TURNS = 20_000
"""Turns of one user in one round of load, whatever happens."""

Samples = defaultdict[str, list[float]]
"""Key of `report.MEASURES` -> what was seen; times of turns in milliseconds."""


@dataclass(frozen=True)
class Amount:
    """How much is measured; `load_seconds` is for each round, number of users and system."""

    starts: int = 3
    warm_up: int = 40
    rounds: int = 12
    depths: tuple[int, ...] = (5, 50, 200, 500)
    users: tuple[int, ...] = (1, 4, 16)
    load_rounds: int = 3
    load_seconds: float = 5.0


FULL = Amount()
QUICK = Amount(starts=1, warm_up=10, rounds=1, depths=(5, 50), load_rounds=1, load_seconds=1.5)
"""About a tenth of everything: shows that the tool works, not how fast the systems are."""


@dataclass
class Bench:
    """One system and what was seen of it."""

    side: Side
    samples: Samples = field(default_factory=lambda: defaultdict(list))

    async def time_turn(self, key: str, talk: Talk, text: str) -> None:
        """Says one message; notes how long the answer took, and whether there was none."""
        began = time.perf_counter()
        replies = await talk(text)
        self.samples[key].append((time.perf_counter() - began) * 1000)
        self.samples["silent_percent"].append(0.0 if replies else 100.0)

    def message(self, number: int) -> str:
        """The messages over and over."""
        return self.side.messages[number % len(self.side.messages)]


async def measure(sides: Sequence[Side], amount: Amount) -> dict[str, Samples]:
    """All samples of all systems; BenchmarkError when a system fails, or its figures would not be true."""
    benches = [Bench(side) for side in sides]
    for bench in benches:
        bench.side.prepare()
    for number in range(amount.starts):
        for bench in _alternating(benches, number):
            progress(f"start {number + 1} of {amount.starts}: {bench.side.name}")
            await measure_start(bench, amount)
    await _measure_running(benches, amount)
    return {bench.side.key: bench.samples for bench in benches}


async def _measure_running(benches: Sequence[Bench], amount: Amount) -> None:
    """Everything that is measured while both systems are up."""
    async with AsyncExitStack() as stack:
        progress("starting what is to be loaded")
        servers = [await stack.enter_async_context(running(bench)) for bench in benches]
        before = [server.pids() for server in servers]
        for bench in benches:
            await warm_up(bench, amount.warm_up)
        await measure_turns(benches, amount)
        await measure_depths(benches, amount)
        await measure_load(benches, amount)
        for bench, server, pids in zip(benches, servers, before, strict=True):
            _check_figures_are_true(bench, server, pids)
            bench.samples["rss_end_mb"].append(memory_of(server).rss)


@asynccontextmanager
async def running(bench: Bench) -> AsyncIterator[Server]:
    """The system, started, ready and welcoming; stopped whatever happens."""
    server = bench.side.start()
    try:
        async with new_client() as client:
            seconds = await wait_until_ready(server, partial(bench.side.is_ready, client))
            bench.samples["ready_any_s"].append(seconds)
            await bench.side.welcome(client)
        yield server
    finally:
        stop(server)


async def measure_start(bench: Bench, amount: Amount) -> None:
    """Seconds until ready and, after a few turns, memory, with the other system not running."""
    async with running(bench) as server:
        bench.samples["ready_s"].append(bench.samples["ready_any_s"][-1])
        await warm_up(bench, amount.warm_up)
        memory = memory_of(server)
    bench.samples["rss_mb"].append(memory.rss)
    if memory.pss is not None:
        bench.samples["pss_mb"].append(memory.pss)


async def warm_up(bench: Bench, turns: int) -> None:
    """Turns that count only as proof that they were kept."""
    await _talks(bench, "warm_up_ms", turns)


async def measure_turns(benches: Sequence[Bench], amount: Amount) -> None:
    """One user, one conversation of twenty turns a round."""
    for number in range(amount.rounds):
        progress(f"turns of one user: round {number + 1} of {amount.rounds}")
        for bench in _alternating(benches, number):
            await _talks(bench, "turn_ms", TURNS_IN_A_TALK, number * TURNS_IN_A_TALK)


async def _talks(bench: Bench, key: str, turns: int, first: int = 0) -> None:
    """That many turns, a new conversation every twenty."""
    async with new_client() as client:
        for start in range(0, turns, TURNS_IN_A_TALK):
            talk = await bench.side.open_talk(client)
            for number in range(start, min(start + TURNS_IN_A_TALK, turns)):
                await bench.time_turn(key, talk, bench.message(first + number))


async def measure_depths(benches: Sequence[Bench], amount: Amount) -> None:
    """Turn no. 5, 50, … of one conversation; all long conversations go on side by side, a stretch each.

    Fresh conversations begin all the while, so that early turns are timed in the same minutes as late ones.
    """
    last = max(amount.depths) + AROUND
    async with new_client() as client:
        once_for_each = [bench for bench in benches for _ in range(bench.side.long_talks)]
        talks = [(bench, await bench.side.open_talk(client)) for bench in once_for_each]
        for start in range(1, last + 1, CHUNK):
            end = min(start + CHUNK - 1, last)
            progress(f"long conversations: turn {start} to {end} of {last}")
            for bench, talk in talks:
                await _go_on(bench, talk, range(start, end + 1), amount.depths)
                await _go_on(bench, await bench.side.open_talk(client), FIRST_TURNS, amount.depths)


async def _go_on(bench: Bench, talk: Talk, turns: range, depths: Sequence[int]) -> None:
    """A stretch of one conversation; each window has the same nine messages; only its place differs."""
    for turn in turns:
        depth = next((depth for depth in depths if abs(turn - depth) <= AROUND), None)
        if depth is None:
            await bench.time_turn("between_ms", talk, bench.message(turn))
        else:
            await bench.time_turn(f"turn_{depth}_ms", talk, bench.message(turn - depth + AROUND))


async def measure_load(benches: Sequence[Bench], amount: Amount) -> None:
    """Turns per second with several citizens at once."""
    for users in amount.users:
        for number in range(amount.load_rounds):
            progress(f"{users} at once: round {number + 1} of {amount.load_rounds}")
            for bench in _alternating(benches, number):
                await _load(bench, users, amount.load_seconds)


async def _load(bench: Bench, users: int, seconds: float) -> None:
    """One round: answered turns divided by the time until the last of them was answered."""
    key = f"load_{users}_ms"
    before, began = len(bench.samples[key]), time.perf_counter()
    async with new_client() as client:
        await asyncio.gather(*(_use(bench, key, client, began + seconds, user) for user in range(users)))
    answered = len(bench.samples[key]) - before
    bench.samples[f"per_second_{users}"].append(answered / (time.perf_counter() - began))


async def _use(bench: Bench, key: str, client: aiohttp.ClientSession, ends_at: float, user: int) -> None:
    """One citizen: talks without a rest; opening a conversation takes time and counts as no turn."""
    talk = await bench.side.open_talk(client)
    for turn in range(MOST_TURNS):
        if time.perf_counter() >= ends_at:
            return
        if turn and turn % TURNS_IN_A_TALK == 0:
            talk = await bench.side.open_talk(client)
        await bench.time_turn(key, talk, bench.message(user * TURNS_IN_A_TALK + turn))


def _check_figures_are_true(bench: Bench, server: Server, before: frozenset[int]) -> None:
    """BenchmarkError when a process died on the way, or messages were answered that nobody read and kept."""
    if not before <= server.pids():
        raise BenchmarkError(f"{server.name} lost a process on the way.")
    said, kept = len(bench.samples["silent_percent"]), kept_messages(bench.side)
    if kept < said:
        raise BenchmarkError(f"{server.name} answered {said} messages but read and kept {kept} of them.")


def kept_messages(side: Side) -> int:
    """How many messages the system has kept in its database; BenchmarkError when it can't be read."""
    try:
        with closing(sqlite3.connect(f"file:{side.database}?mode=ro", uri=True)) as database:
            (kept,) = database.execute(side.kept_query).fetchone()
    except sqlite3.Error as error:
        raise BenchmarkError(f"The database of {side.name} can't be read: {error}") from error
    return int(kept)


def _alternating(benches: Sequence[Bench], number: int) -> Sequence[Bench]:
    """The order of a round: who was last is first in the next."""
    return benches if number % 2 == 0 else list(reversed(benches))
