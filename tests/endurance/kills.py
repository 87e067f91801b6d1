# SPDX-License-Identifier: MPL-2.0
"""`python -m tests.endurance.kills --kills 500 --talks 200 --database sqlite`: what killing loses, if anything.

SIGTERM ends the killing early; what has been done until then is checked and told.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from bot.commands.model import ROOT
from bot.commands.simulated_citizen import Persona
from bot.commands.simulating import personas_in
from bot.settings import Settings
from bot.store.opening import open_store
from bot.store.tables import AlertRow
from bot.store.work import SqlStore
from tests.databases import own_postgres_database
from tests.edges.houses import stand_at_read_back
from tests.endurance.checks import findings
from tests.endurance.killing import Killer
from tests.endurance.ledger import Caller, Ledger, Talk
from tests.endurance.people import CALM, Town, live, say, work
from tests.endurance.sinks import Sinks, open_sinks
from tests.journeys.system import System, running_system

_LAST_WORD = "tak for i dag"
_ALERTS_SECONDS = 330
"""A lost attempt is tried again after two minutes, and the next recipient is told after one more."""


@dataclass
class Run:
    """How a run is to be, and what came of it."""

    kills: int
    talks: int
    at_once: int = 20
    every: float = 3.0
    pace: float = 1.0
    seed: int = 1
    young: float = 10.5
    waits_for_alerts: float = _ALERTS_SECONDS
    ledger: Ledger = field(default_factory=Ledger)
    refused_starts: int = 0
    seconds: float = 0.0
    findings: list[str] = field(default_factory=list)


def run(told: Run, folder: Path, database_url: str, quiet: bool = False) -> dict[str, Any]:
    """Starts a system, kills its processes while people use it, and says what was found."""
    chance = random.Random(told.seed)
    with open_sinks(random.Random(told.seed + 1)) as sinks, running_system(
        folder, database_url, AFSAET_RASA_SECONDS="4", AFSAET_SMTP_URL=sinks.smtp_url,
        AFSAET_ALERT_RECIPIENTS=f"vagt@kommune.test,{sinks.webhook_url}", AFSAET_ALERT_ESCALATE_MINUTES="1",
        AFSAET_ALERT_WEBHOOK_SECRET="til prøve", AFSAET_LIMIT_FACTOR="1000",
    ) as system:
        began = time.monotonic()
        tokens = [system.afsaet("staff", "add", name).split()[-1] for name in ("Bodil", "Birger", "Birthe")]
        store = _store_of(system)
        town = Town(system.url, told.ledger, chance, partial(_ready_for_a_goal, store), told.pace)
        asyncio.run(_everybody(told, town, system, tokens, quiet))
        _wait_for_alerts(store, sinks, told.waits_for_alerts)
        verified = system.afsaet("audit", "verify").strip()
        system.stop()
        told.seconds = time.monotonic() - began
        told.findings = findings(store, told.ledger, sinks, CALM)
        report = _report(told, store, sinks, verified)
        store.engine.dispose()
    return report


async def _everybody(told: Run, town: Town, system: System, tokens: list[str], quiet: bool) -> None:
    killer = Killer(system, told.ledger, random.Random(told.seed + 2), told.kills, told.every, told.young)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, killer.enough)
    over = asyncio.Event()
    staff = [asyncio.create_task(work(town, token, over)) for token in tokens]
    keeping = asyncio.create_task(killer.keep_watched())
    line = asyncio.create_task(_progress(told, quiet))
    killing = asyncio.create_task(killer.run())
    ended = await _talks(told, town, tokens, killing)
    await killing
    await asyncio.to_thread(system.wait_until_ready)
    await _last_words(town, ended)
    over.set()
    killer.over.set()
    await asyncio.gather(*staff, keeping)
    line.cancel()
    told.refused_starts = killer.refused_starts


async def _talks(told: Run, town: Town, tokens: list[str], killing: asyncio.Task[None]) -> list[tuple[Talk, Caller]]:
    """So many at a time, and so many in all, and on until nothing is killed any more."""
    ended: list[tuple[Talk, Caller]] = []
    citizens = _citizens(town.chance)
    begun = itertools.count()

    async def one_after_another() -> None:
        while (number := next(begun)) < told.talks or not killing.done():
            ended.append(await live(town, next(citizens), tokens[number % len(tokens)]))

    await asyncio.gather(*(one_after_another() for _ in range(min(told.at_once, told.talks))))
    return ended


def _ready_for_a_goal(store: SqlStore, talk: str) -> None:
    """Tried again where the killer meets this connection of the run's own."""
    while True:
        try:
            return stand_at_read_back(store, talk)
        except OperationalError:
            time.sleep(0.5)


def _citizens(chance: random.Random) -> Iterator[Persona]:
    """All in a shuffled order, those in danger twice as often, again and again."""
    found = personas_in(ROOT / "tests/simulation/citizens")
    found += [persona for persona in found if persona.danger != "none"]
    chance.shuffle(found)
    return itertools.cycle(found)


async def _last_words(town: Town, ended: list[tuple[Talk, Caller]]) -> None:
    """Every talk still goes on."""
    for talk, own in ended:
        await say(town, talk, own, _LAST_WORD)
        await own.close()


async def _progress(told: Run, quiet: bool) -> None:
    began = time.monotonic()
    while not quiet:
        ledger = told.ledger
        again, killed = ledger.again.total(), dict(ledger.kills)
        print(f"\r{time.monotonic() - began:5.0f} s  kills {ledger.kills.total()}/{told.kills} {killed}  talks "
              f"{len(ledger.talks)}  messages {ledger.messages}  acts {len(ledger.acts)}  asked again {again}   ",
              end="", file=sys.stderr, flush=True)
        await asyncio.sleep(2)


def _store_of(system: System) -> SqlStore:
    told = system.environment
    return open_store(Settings(
        database_url=told["AFSAET_DATABASE_URL"], key=None, key_file=Path(told["AFSAET_KEY_FILE"])))


def _wait_for_alerts(store: SqlStore, sinks: Sinks, seconds: float) -> None:
    """Until every alert has come as far as it goes, or for so long."""
    sinks.refusals = 0.0
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with store.engine.connect() as connection:
            left = AlertRow.seen_at.is_(None) & ((AlertRow.step < 1) | AlertRow.delivered_at.is_(None))
            if not connection.scalars(select(AlertRow.id).where(left)).all():
                return
        time.sleep(1)


def _report(told: Run, store: SqlStore, sinks: Sinks, verified: str) -> dict[str, Any]:
    ledger = told.ledger
    with store.engine.connect() as connection:
        alerts = connection.execute(select(AlertRow.id, AlertRow.attempts, AlertRow.step)).all()
    return {
        "database": store.engine.dialect.name, "seed": told.seed, "seconds": round(told.seconds),
        "kills": dict(ledger.kills), "kills in all": ledger.kills.total(),
        "watcher could not start": told.refused_starts,
        "talks": len(ledger.talks), "messages": ledger.messages,
        "held": sum(any(word in said.replies[0] for word in CALM) for talk in ledger.talks for said in talk.messages),
        "goals shared": sum(len(talk.shared) for talk in ledger.talks), "acts on goals": len(ledger.acts),
        "asked again": dict(ledger.again), "refused": dict(ledger.refused),
        "alerts": len(alerts), "notes taken": len(sinks.taken), "refused by sinks": sinks.refused,
        "marked as repeated": sum(taken.repeated for taken in sinks.taken),
        "audit": verified, "findings": told.findings,
    }


@contextmanager
def _database(which: str, folder: Path) -> Iterator[str]:
    """`sqlite`, `postgres` (one of its own), or an address."""
    if which == "postgres":
        with own_postgres_database() as url:
            yield url
    else:
        yield f"sqlite:///{folder}/afsaet.db" if which == "sqlite" else which


def main() -> int:
    """1 if something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--talks", type=int, default=200)
    parser.add_argument("--at-once", type=int, default=20)
    parser.add_argument("--every", type=float, default=3.0, help="seconds between two kills, on average")
    parser.add_argument("--pace", type=float, default=1.0, help="seconds that people think, on average")
    parser.add_argument("--young", type=float, default=10.5, help="seconds for which most processes are let be")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", default="sqlite", help="sqlite, postgres, or an address")
    told = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="afsaet-kills-"))
    with _database(told.database, folder) as url:
        asked = Run(told.kills, told.talks, told.at_once, told.every, told.pace, told.seed, told.young)
        report = run(asked, folder, url)
    print("\n" + json.dumps(report, indent=2, ensure_ascii=False), flush=True)
    print(f"logs: {folder}/var/logs", file=sys.stderr)
    return 1 if report["findings"] else 0


if __name__ == "__main__":
    sys.exit(main())
