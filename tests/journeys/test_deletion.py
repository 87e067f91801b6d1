# SPDX-License-Identifier: MPL-2.0
"""Deletion leaves nothing: a real system, unusual words, a copy, exports; then every place where one could be left."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
import redis
from aiosmtpd.controller import Controller
from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from bot.store.vault import Vault, WrongKey
from tests.databases import own_postgres_database
from tests.edges.houses import everything
from tests.journeys.system import Citizen, Staff, System, free_port, running_system
from tests.journeys.test_journeys import drafted

pytestmark = pytest.mark.journey

MARKS = ("kvækfinkerede", "Snurrenborg", "glimmerspade", "Tøffelmose")
"""Words that nobody else says; each goes another way through the system."""
REASON, COMMENT = "jeg vil væk fra glimmerspade", "hilsen fra Tøffelmose"


class Letters:
    """A mail server that keeps what it gets."""

    def __init__(self) -> None:
        self.got: list[bytes] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.got.append(bytes(envelope.content))
        return "250 OK"


@pytest.fixture
def letters() -> Iterator[tuple[Letters, int]]:
    """The mails that were sent, and the port they are sent to."""
    kept, port = Letters(), free_port()
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    yield kept, port
    controller.stop()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def house(
    request: pytest.FixtureRequest, trained_model: None, tmp_path: Path, letters: tuple[Letters, int]
) -> Iterator[System]:
    """A running system of this test's own, since a database that others use would prove nothing."""
    more = {
        "AFSAET_ALERT_RECIPIENTS": "vagt@by.test", "AFSAET_SMTP_URL": f"smtp://127.0.0.1:{letters[1]}",
        "AFSAET_BACKUP_KEYS": str(tmp_path / "apart" / "keys.json"),
    }
    if request.param == "sqlite":
        with running_system(tmp_path, f"sqlite:///{tmp_path}/afsaet.db", **more) as system:
            yield system
        return
    with own_postgres_database() as url, running_system(tmp_path, url, **more) as system:
        yield system


def wait_for(letters: Letters) -> None:
    """Until the alert has been brought out."""
    deadline = time.monotonic() + 30
    while not letters.got and time.monotonic() < deadline:
        time.sleep(0.2)
    assert letters.got


def key_of(system: System) -> str:
    return Path(system.environment["AFSAET_KEY_FILE"]).read_text(encoding="ascii").strip()


def told(citizen: Citizen, staff: Staff) -> str:
    """A whole life in the system: a delmål, quotes, the talk in short, a rating, a comment, danger, a request."""
    goal = str(drafted(citizen, staff)["id"])
    for words in (f"jeg {MARKS[0]} hele natten og kunne ikke sove", f"min ven fra {MARKS[1]} hjælper mig"):
        citizen.say(words)
    quotes = [turn["turn"] for turn in citizen.told()["turns"] if any(mark in (turn["said"] or "") for mark in MARKS)]
    path = f"/conversations/{citizen.id}"
    assert len(quotes) == 2
    assert citizen.client.post(f"{path}/share", json={"goals": [goal], "quotes": quotes, "summary": True}).is_success
    assert citizen.client.put(f"{path}/rating", json={"heard": 9, "comment": COMMENT}).is_success
    assert citizen.client.post(f"/goals/{goal}/comments", json={"text": COMMENT}).status_code == 201
    citizen.say(f"jeg vil tage mit liv i nat med min {MARKS[2]}")
    assert citizen.client.post(f"{path}/deletion", json={"reason": REASON}).status_code == 202
    return goal


def dump_without_keys(system: System, target: Path) -> bytes:
    """The copy that a municipality makes: `afsaet backup`, or pg_dump and `afsaet keys copy`."""
    url = make_url(system.environment["AFSAET_DATABASE_URL"])
    if url.get_backend_name() == "sqlite":
        system.afsaet("backup", str(target))
        return target.read_bytes()
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    done = subprocess.run(
        ["pg_dump", "--exclude-table-data=citizen_key", plain], capture_output=True, check=True)
    system.afsaet("keys", "copy")
    target.write_bytes(done.stdout)
    return done.stdout


def values_of(system: System, copy: Path | None = None) -> list[bytes]:
    """Every value of every table as bytes; of the database, or of a copy of it in SQLite."""
    if copy is not None:
        with closing(sqlite3.connect(copy)) as opened:
            names = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            rows = [row for name in names for row in opened.execute(f'SELECT * FROM "{name}"')]
    else:
        engine = create_engine(system.environment["AFSAET_DATABASE_URL"])
        try:
            rows = [row for found in everything(_Engine(engine)).values() for row in found]  # type: ignore[arg-type]
        finally:
            engine.dispose()
    return [value if isinstance(value, bytes) else str(value).encode() for row in rows for value in row]


class _Engine:
    def __init__(self, engine: Any) -> None:
        self.engine = engine


def files_of_database(system: System) -> bytes:
    """What lies on the disk: SQLite's files with their logs, or PostgreSQL's files of all our tables."""
    url = make_url(system.environment["AFSAET_DATABASE_URL"])
    if url.get_backend_name() == "sqlite":
        file = Path(str(url.database))
        return b"".join(path.read_bytes() for path in sorted(file.parent.glob(f"{file.name}*")))
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CHECKPOINT"))
        found = connection.execute(text(
            "SELECT pg_read_binary_file(pg_relation_filepath(c.oid)) FROM pg_class c "
            "JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname IN ('public', 'pg_toast') AND c.relkind IN ('r', 'i', 't') AND c.relfilenode <> 0")).all()
    engine.dispose()
    return b"".join(bytes(content) for (content,) in found)


_KEY = re.compile(rb"gAAAA[\w-]{100,}={0,2}")
"""A Fernet token: what the master key sealed, wherever it lies."""


def openable(master: str, content: bytes) -> list[bytes]:
    """What the master key opens among all Fernet tokens that are found in some bytes, at any place."""
    opened = []
    for token in set(_KEY.findall(content)):
        with suppress(InvalidToken):
            opened.append(Fernet(master).decrypt(token))
    return opened


def readable(master: str, keys: list[bytes], sealed: list[bytes]) -> list[bytes]:
    """What can be read of sealed values with every citizen's key that the master key opens."""
    vault, found = Vault(master), []
    for wrapped in keys:
        with suppress(WrongKey):
            seal = vault.citizen(wrapped)
            for value in sealed:
                with suppress(WrongKey, ValueError):
                    found.append(seal.open(value))
    return found


def marks_in(content: bytes) -> list[str]:
    """The unusual words in some bytes, as they stand or escaped."""
    lower = content.lower()
    return [mark for mark in MARKS for form in (mark, json.dumps(mark)[1:-1], mark.encode().hex())
            if form.lower().encode() in lower]


def rasa_tracker(system: System, conversation_id: str) -> bytes:
    """What Rasa itself remembers, if it is asked."""
    address = f"http://127.0.0.1:{system.ports['rasa']}/conversations/{conversation_id}/tracker"
    return httpx.get(address, timeout=10, trust_env=False).content


def all_of_redis() -> bytes:
    """Every key with its value; nothing where no Redis answers."""
    client = redis.Redis(host="127.0.0.1", port=6379, socket_timeout=2)
    with suppress(redis.RedisError):
        return b"\n".join(key + b"=" + (client.dump(key) or b"") for key in client.keys("*"))
    return b""


def places(system: System, folder: Path, letters: Letters) -> dict[str, Callable[[], bytes]]:
    """Every place where something could be left in the clear."""
    return {
        "the database's files": lambda: files_of_database(system),
        "the tables": lambda: b"\n".join(values_of(system)),
        "the logs": lambda: system.logs().encode() + system.output.read_bytes(),
        "the folder for what runs": lambda: b"".join(
            path.read_bytes() for path in sorted((folder / "var").rglob("*")) if path.is_file()),
        "Redis": all_of_redis,
        "the mails that were sent": lambda: b"".join(letters.got),
        "the copy": lambda: (folder / "kopi").read_bytes(),
        "the copy of the keys": lambda: (folder / "apart" / "keys.json").read_bytes(),
    }


def test_nothing_is_left_anywhere(house: System, tmp_path: Path, letters: tuple[Letters, int]) -> None:
    if "postgres" in house.environment["AFSAET_DATABASE_URL"] and not shutil.which("pg_dump"):
        pytest.skip("pg_dump is not installed")
    staff = house.staff()
    stays, goes = house.citizen(staff), house.citizen(staff)
    stays.say("jeg bliver her og går en tur")
    goal = told(goes, staff)
    mine = goes.client.get(f"/conversations/{goes.id}/data").json()
    citizen_id = str(mine["citizen_id"])
    assert marks_in(json.dumps(mine, ensure_ascii=False).encode()), "they are hers to see"
    for form in ("fhir", "goals.csv", "plan.html"):
        assert staff.client.get(f"/citizens/{citizen_id}/{form}").is_success
    wait_for(letters[0])
    copied = dump_without_keys(house, tmp_path / "kopi")
    master = key_of(house)
    in_copy = sealed_in(house, tmp_path / "kopi", copied)
    held = json.loads((tmp_path / "apart" / "keys.json").read_text())["keys"]
    check_the_test_would_find_it(master, held, citizen_id, values_of(house), in_copy)
    assert marks_in(rasa_tracker(house, goes.id)) == []

    receipt = house.afsaet("citizen", "delete", citizen_id, "--yes")
    assert "kan ikke læses i nogen sikkerhedskopi" in receipt and not marks_in(receipt.encode())

    for place, content in places(house, tmp_path, letters[0]).items():
        assert marks_in(content()) == [], place
    assert marks_in(rasa_tracker(house, goes.id)) == []
    kept_keys = json.loads((tmp_path / "apart" / "keys.json").read_text())["keys"]
    left = [files_of_database(house), copied, *unhexed(copied), *map(b64decode, kept_keys.values())]
    found = openable(master, b"\n".join(left))
    assert len(found) >= len(kept_keys) > 0, "the keys of those who stay are found"
    for opened in found:
        assert readable_by(opened, [*values_of(house), *in_copy], goes.id) == []
    check_only_the_audit_names(house, {citizen_id, goes.id, goal})
    assert stays.say("jeg er her endnu"), "nobody else lost anything"
    assert [turn["said"] for turn in stays.told()["turns"] if turn["said"]] == [said.text for said in stays.said]
    assert goes.client.get(f"/conversations/{goes.id}").status_code == 401
    assert staff.client.get(f"/goals/{goal}").status_code == 404


def sealed_in(system: System, copy: Path, copied: bytes) -> list[bytes]:
    """The sealed values of the copy: from its tables, or from the hex of a dump."""
    if "sqlite" in system.environment["AFSAET_DATABASE_URL"]:
        return values_of(system, copy)
    return unhexed(copied)


def unhexed(dumped: bytes) -> list[bytes]:
    """The bytes that a dump of PostgreSQL writes as hex."""
    return [bytes.fromhex(found.decode()) for found in re.findall(rb"\\\\x((?:[0-9a-f]{2}){30,})", dumped)]


def check_the_test_would_find_it(
    master: str, held: dict[str, str], citizen_id: str, there: list[bytes], in_copy: list[bytes]
) -> None:
    """Before the deletion, key and sealed words open one another, in the database and in copy and keys together."""
    wrapped = b64decode(held[citizen_id])
    assert wrapped in there, "the key is in the database"
    for values in (there, in_copy):
        found = b"\n".join(readable(master, [wrapped], values))
        assert set(marks_in(found)) >= {MARKS[0], MARKS[1], MARKS[2], MARKS[3]}, "all words are there, sealed"
    assert openable(master, wrapped), "and a wrapped key is found by its form"


def readable_by(opened: bytes, sealed: list[bytes], conversation_id: str) -> list[bytes]:
    """What of the citizen's a key opens that the master key has opened."""
    fresh = Fernet.generate_key()
    try:
        wrapped = Fernet(fresh).encrypt(opened)
        found = readable(fresh.decode(), [wrapped], sealed)
    except ValueError:  # a name, not a key
        return []
    return [content for content in found if marks_in(content) or conversation_id.encode() in content]


def check_only_the_audit_names(system: System, ids: set[str]) -> None:
    engine = create_engine(system.environment["AFSAET_DATABASE_URL"])
    tables = everything(_Engine(engine))  # type: ignore[arg-type]
    engine.dispose()
    naming = {name for name, rows in tables.items() for row in rows
              for value in row if isinstance(value, str) and any(id in value for id in ids)}
    assert naming == {"audit"}
    assert os.path.getsize(Path(system.environment["AFSAET_BACKUP_KEYS"])) > 0
