# SPDX-License-Identifier: MPL-2.0
"""A disk that is full: what is there can be read, nothing is half-kept, and all goes on when there is room again."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from bot.store.work import SqlStore
from bot.web.callers import TALK_COOKIE
from tests.availability import unavailable
from tests.edges.calm import it_is_sent_again_and_there_once, the_page_keeps_what_was_typed
from tests.edges.houses import WISH, Bodil, FakeRasa, Karla, check_problem, everything


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode:
        unavailable("mount", f"no file system can be mounted here ({mounted.stderr.decode().strip()})")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def database_url(small_disk: Path) -> str:
    """On the small disk."""
    return f"sqlite:///{small_disk}/afsaet.db"


def fill(disk: Path) -> Path:
    """Writes until there is no room."""
    filling = disk / "fills"
    with filling.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space"):
        while True:
            file.write(b"x" * 4096)
    return filling


def test_a_full_disk_loses_nothing_and_is_told_calmly(
    small_disk: Path, store: SqlStore, client: TestClient, karla: Karla, bodil: Bodil, rasa: FakeRasa
) -> None:
    client.cookies.set(TALK_COOKIE, karla.token)
    karla.say(WISH)
    before = everything(store)
    filling = fill(small_disk)
    rasa.mode = "keeps nothing"
    check_problem(karla.say(WISH), 503, "store-away")
    name = the_page_keeps_what_was_typed(client)
    page = client.get("/samtale")
    assert page.status_code == 200 and WISH in page.text, "what is there can still be read"
    check_problem(bodil.post("/invitations", None), 503, "store-away")
    assert everything(store) == before
    filling.unlink()
    rasa.mode = "answers"
    it_is_sent_again_and_there_once(client, karla, name)
    with store.engine.connect() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    assert store.verify_audit().first_broken is None
