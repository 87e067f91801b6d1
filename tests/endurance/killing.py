# SPDX-License-Identifier: MPL-2.0
"""`kill -9` of one process after another, chosen by a seeded chance; the watcher is started again as systemd would."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field

import psutil
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from tests.endurance.ledger import Ledger
from tests.journeys.system import System

_MARKS = {"web": "bot.web.serving", "actions": "rasa_sdk", "rasa": "--endpoints"}
_WEIGHTS = {"web": 36, "actions": 36, "rasa": 4, "watcher": 2, "database": 36}
_YOUNG_TOO = 0.15
"""The share of those chosen in their first `young` seconds, or while they start, that are killed all the same: if all
were, nothing would ever be up for long enough to be of use."""
_LOOKS_EVERY = 0.25


@dataclass
class Killer:
    """Kills `kills` times, on average every `every` seconds, as soon as there is something to kill."""

    system: System
    ledger: Ledger
    chance: random.Random
    kills: int
    every: float
    young: float = 10.5
    refused_starts: int = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)
    seen: dict[int, float] = field(default_factory=dict)
    """Since when each process has been seen to listen."""

    async def run(self) -> None:
        """Returns when all have been killed that were to be; each of them is there when it begins."""
        assert all(self._process(name) for name in (*_MARKS, "watcher")), "_MARKS says another name"
        while self.ledger.kills.total() < self.kills:
            await asyncio.sleep(self.chance.uniform(0.0, 2 * self.every))
            name = await asyncio.to_thread(self._kill_one)
            self.ledger.kills.update([name] if name else [])

    def enough(self) -> None:
        """Kills no more than there have been."""
        self.kills = 0

    async def keep_watched(self) -> None:
        """Starts the watcher again whenever it has ended, until it is over."""
        while not self.over.is_set():
            watcher = self.system.watcher
            if watcher is not None and watcher.poll() is not None:
                self.refused_starts += watcher.returncode > 0
                await asyncio.sleep(_LOOKS_EVERY)
                self.system.launch()
            await asyncio.sleep(_LOOKS_EVERY)

    def _kill_one(self) -> str:
        """The name of what was killed; empty where the one that was chosen is not there."""
        names = [name for name in _WEIGHTS if name != "database" or self._on_postgres]
        name = self.chance.choices(names, [_WEIGHTS[name] for name in names])[0]
        if name == "database":
            return name if self._end_a_backend() else ""
        found = self._process(name)
        if found is None or (name != "watcher" and not self._may_end(found)):
            return ""
        try:
            found.kill()
        except psutil.NoSuchProcess:
            return ""
        return name

    def _process(self, name: str) -> psutil.Process | None:
        watcher = self.system.watcher
        if watcher is None or watcher.poll() is not None:
            return None
        try:
            whole = psutil.Process(watcher.pid)
            if name == "watcher":
                return whole
            return next((one for one in whole.children() if _MARKS[name] in " ".join(one.cmdline())), None)
        except psutil.Error:
            return None

    def _may_end(self, found: psutil.Process) -> bool:
        try:
            is_there = any(one.status == psutil.CONN_LISTEN for one in found.connections("tcp"))
            since = self.seen.setdefault(found.pid, time.monotonic()) if is_there else time.monotonic()
            is_young = time.monotonic() - since < self.young
        except psutil.Error:
            return False
        return (is_there and not is_young) or self.chance.random() < _YOUNG_TOO

    @property
    def _on_postgres(self) -> bool:
        return self.system.environment["AFSAET_DATABASE_URL"].startswith("postgresql")

    def _end_a_backend(self) -> bool:
        """Ends a connection of the system's at the server, most often one in the middle of something."""
        url = make_url(self.system.environment["AFSAET_DATABASE_URL"])
        order = "state = 'idle', random()" if self.chance.random() < 0.7 else "random()"
        engine = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            ended = connection.execute(text(
                "SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity WHERE datname = :name "
                f"ORDER BY {order} LIMIT 1) AS one"), {"name": url.database}).scalar()
        engine.dispose()
        return bool(ended)
