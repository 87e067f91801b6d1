# SPDX-License-Identifier: MPL-2.0
"""SQLite after a power cut: what was acknowledged is there, whatever the moment; a torn log loses only its end."""

from __future__ import annotations

import os
import random
import shutil
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.store.vault import Vault
from bot.store.work import SqlStore
from tests.edges.houses import Karla
from tests.structure.house import ROOT

MOMENTS = 16
_LOG_HEADER, _FRAME_HEADER = 32, 24
_BACKFILLED_AT = 96
"""Where the shared-memory file says how many frames of the log are in the database already (SQLite's file format)."""


@dataclass
class Writer:
    """A process that keeps messages; `acknowledged` is the last one that it said was kept."""

    running: subprocess.Popen[str]
    acknowledged: int = 0
    ended: threading.Thread = field(default_factory=threading.Thread)

    def listen(self) -> None:
        assert self.running.stdout is not None
        for line in self.running.stdout:
            self.acknowledged = int(line)


@pytest.fixture
def writer(store: SqlStore, key: str, karla: Karla) -> Iterator[Writer]:
    url = store.engine.url.render_as_string(hide_password=False)
    store.engine.dispose()
    begun = subprocess.Popen(
        [sys.executable, "-m", "tests.edges.writes_for_ever", url, key, karla.id], cwd=ROOT, text=True,
        stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    found = Writer(begun)
    found.ended = threading.Thread(target=found.listen, daemon=True)
    found.ended.start()
    yield found
    begun.kill()
    begun.wait(10)


def copied_at_one_moment(writer: Writer, database: Path, folder: Path) -> tuple[Path, int]:
    """The files as they are in the middle of whatever the writer does, and what it had acknowledged by then."""
    acknowledged = writer.acknowledged
    writer.running.send_signal(signal.SIGSTOP)
    try:
        folder.mkdir()
        for file in database.parent.glob(f"{database.name}*"):
            shutil.copy(file, folder / file.name)
    finally:
        writer.running.send_signal(signal.SIGCONT)
    return folder / database.name, acknowledged


def numbers_in(copy: Path, key: str, karla: Karla) -> list[int]:
    """Which messages a copy holds, once it has been opened as after a restart; the database and the audit are whole."""
    copy.with_name(f"{copy.name}-shm").unlink(missing_ok=True)  # memory: gone after a power cut
    opened = SqlStore(f"sqlite:///{copy}", Vault(key))
    try:
        with opened.engine.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert opened.verify_audit().first_broken is None
        with opened.reading() as work:
            return [int(turn.client_id.split()[-1]) for turn in work.talks.turns(karla.id) if turn.said]
    finally:
        opened.engine.dispose()


def tear(copy: Path, chance: random.Random) -> None:
    """Cuts the log off at any byte after what is in the database already: SQLite has had that synced before."""
    log, memory = copy.with_name(f"{copy.name}-wal"), copy.with_name(f"{copy.name}-shm").read_bytes()
    page = struct.unpack(">I", log.read_bytes()[8:12])[0]
    (backfilled,) = struct.unpack("=I", memory[_BACKFILLED_AT : _BACKFILLED_AT + 4])
    least = _LOG_HEADER + backfilled * (_FRAME_HEADER + page)
    os.truncate(log, chance.randint(min(least, log.stat().st_size), log.stat().st_size))


def test_what_was_acknowledged_survives_a_power_cut_at_any_moment(
    store: SqlStore, key: str, karla: Karla, writer: Writer, tmp_path: Path
) -> None:
    database, chance, counts = Path(str(store.engine.url.database)), random.Random(5), set()
    while writer.acknowledged < 5:
        time.sleep(0.05)
    for moment in range(MOMENTS):
        time.sleep(chance.uniform(0.02, 0.4))
        copy, acknowledged = copied_at_one_moment(writer, database, tmp_path / f"cut {moment}")
        torn = tmp_path / f"torn {moment}" / copy.name
        shutil.copytree(copy.parent, torn.parent)
        kept = numbers_in(copy, key, karla)
        assert kept == list(range(1, len(kept) + 1)) and len(kept) >= acknowledged, "nothing acknowledged is lost"
        tear(torn, chance)
        left = numbers_in(torn, key, karla)
        assert left == kept[: len(left)], "a torn log loses its end, and nothing in between"
        counts.add((len(kept), len(left)))
    assert len(counts) > MOMENTS / 2 and any(left < kept for kept, left in counts), counts
