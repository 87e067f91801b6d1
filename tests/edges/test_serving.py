# SPDX-License-Identifier: MPL-2.0
"""A web process of its own, met by clients who send slowly, endlessly or under a false address."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from bot.settings import Settings
from bot.store.opening import bring_up_to_date, make_development_key, open_store
from bot.web import limits, serving
from tests.edges.houses import new_citizen, new_staff
from tests.factories import Clock
from tests.journeys.system import free_port

HEAD, BODY, WHOLE = 0.6, 1.2, 2.0
"""Seconds, so that the tests are short; the real ones are looked at by a test of their own."""
SCRIPT = f"""
import uvicorn
from fastapi import Request
from bot.settings import settings
from bot.web import app, limits, serving

serving.HEAD_SECONDS, serving.WHOLE_SECONDS = {HEAD}, {WHOLE}
limits.LimitBody.__init__.__defaults__ = ({BODY},)

def made():
    web = app.create_app()

    @web.get("/where-from")
    def where(request: Request) -> str:
        return request.client.host

    @web.get("/broken")
    def broken() -> None:
        try:
            raise ValueError("hemmelige ord")
        except ValueError as error:
            raise RuntimeError("flere hemmelige ord") from error

    return web

config = serving.configured(settings())
config.app = made
uvicorn.Server(config).run()
"""


@dataclass
class Web:
    """A web process: its port, what it has logged, and a citizen's talk."""

    port: int
    log: Path
    talk: str
    token: str

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)


@contextlib.contextmanager
def web(folder: Path, **more: str) -> Iterator[Web]:
    port = free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("AFSAET_")},
        "AFSAET_DATABASE_URL": f"sqlite:///{folder}/afsaet.db", "AFSAET_KEY_FILE": str(folder / "key"),
        "AFSAET_PORT": str(port), **more,
    }
    chosen = Settings(database_url=environment["AFSAET_DATABASE_URL"], key_file=folder / "key", key=None)
    make_development_key(chosen)
    store, clock = open_store(chosen), Clock()
    bring_up_to_date(store)
    bodil = new_staff(store, clock, None)  # type: ignore[arg-type]  (she calls nobody)
    karla = new_citizen(store, clock, None, bodil.staff)  # type: ignore[arg-type]
    store.engine.dispose()
    log = folder / "web.log"
    with log.open("wb") as out:
        process = subprocess.Popen([sys.executable, "-c", SCRIPT], env=environment, stdout=out, stderr=out)
    try:
        wait_for(port, process, log)
        yield Web(port, log, karla.id, karla.token)
    finally:
        process.terminate()
        process.wait(10)


def wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        assert process.poll() is None, log.read_text()
        time.sleep(0.1)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    with web(tmp_path_factory.mktemp("served")) as running:
        yield running


def read_to_the_end(connection: socket.socket) -> bytes:
    answer = b""
    with contextlib.suppress(ConnectionError):
        while part := connection.recv(65_536):
            answer += part
    return answer


def drip(connection: socket.socket, byte: bytes, every: float, until: float) -> float:
    """Sends one byte again and again; after how many seconds the other side had enough."""
    began = time.monotonic()
    connection.settimeout(every)
    while time.monotonic() - began < until:
        try:
            connection.sendall(byte)
            if connection.recv(1) == b"":
                break
        except TimeoutError:
            continue
        except OSError:
            break
    return time.monotonic() - began


def test_who_connects_and_says_nothing_is_let_go(served: Web) -> None:
    with served.connect() as connection:
        began = time.monotonic()
        assert read_to_the_end(connection) == b""
        assert HEAD * 0.8 < time.monotonic() - began < HEAD + 1.5


def test_headers_that_drip_in_are_cut_off(served: Web) -> None:
    with served.connect() as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        assert drip(connection, b"a", 0.1, until=6) < HEAD + 1.5


def test_headers_that_drip_in_on_a_kept_connection_are_cut_off_too(served: Web) -> None:
    with served.connect() as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"200 OK" in connection.recv(4_096)
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        assert drip(connection, b"a", 0.1, until=6) < HEAD + 1.5


def test_a_body_that_drips_in_is_answered_in_danish_and_cut_off(served: Web) -> None:
    head = (f"POST /api/v1/conversations/{served.talk}/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 400\r\n"
            f"Content-Type: application/json\r\nAuthorization: Bearer {served.token}\r\n\r\n")
    with served.connect() as connection:
        connection.sendall(head.encode())
        began = time.monotonic()
        for _ in range(60):
            with contextlib.suppress(OSError):
                connection.sendall(b" ")
            time.sleep(0.05)
            if time.monotonic() - began > BODY + 0.3:
                break
        answer = read_to_the_end(connection)
        assert answer.startswith(b"HTTP/1.1 408") and b"urn:afsaet:problem:too-slow" in answer
        assert BODY * 0.8 < time.monotonic() - began < BODY + 2


def test_a_body_that_drips_in_where_none_is_asked_for_is_cut_off(served: Web) -> None:
    with served.connect() as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\nContent-Length: 400\r\n\r\n")
        connection.recv(4_096)
        assert drip(connection, b"a", 0.2, until=8) < WHOLE + 1.5


def test_headers_without_end_are_refused(served: Web) -> None:
    with served.connect() as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\nX-Long: " + b"a" * (3 * serving.HEAD_BYTES))
        assert b" 400 " in read_to_the_end(connection)[:30]


def test_a_slow_reader_of_our_questions_is_still_let_talk(served: Web) -> None:
    """Whoever sends whole requests now and then is no attacker, however long they think in between."""
    with httpx.Client(base_url=served.url, trust_env=False) as client:
        for _ in range(3):
            assert client.get("/health").status_code == 200
            time.sleep(HEAD * 1.5)


def test_many_slow_clients_do_not_keep_a_citizen_waiting(served: Web) -> None:
    slow = [served.connect() for _ in range(200)]
    try:
        for connection in slow:
            connection.sendall(b"POST /samtale HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n")
        began = time.monotonic()
        assert httpx.get(f"{served.url}/", trust_env=False, timeout=5).status_code == 200
        assert time.monotonic() - began < 2
    finally:
        for connection in slow:
            connection.close()


def test_the_real_times_are_longer_than_any_honest_phone_needs() -> None:
    assert serving.HEAD_SECONDS >= 10 and limits.BODY_SECONDS >= 30 and serving.WHOLE_SECONDS > limits.BODY_SECONDS
    assert limits.LARGEST_BODY / limits.BODY_SECONDS * 8 < 200_000, "bits a second"


def test_an_error_is_logged_with_its_kind_and_place_and_without_its_words(served: Web) -> None:
    answer = httpx.get(f"{served.url}/broken", trust_env=False)
    assert answer.status_code == 500 and "hemmelige" not in answer.text
    assert answer.headers["content-security-policy"] and answer.headers["cache-control"] == "no-store"
    time.sleep(0.2)
    log = served.log.read_text()
    assert "RuntimeError" in log and "ValueError" in log and re.search(r"<string>:\d+ broken", log)
    assert "hemmelige" not in log


def test_a_forwarded_address_is_believed_from_nobody_by_default(served: Web) -> None:
    answer = httpx.get(f"{served.url}/where-from", headers={"X-Forwarded-For": "203.0.113.7"}, trust_env=False)
    assert answer.json() == "127.0.0.1"
    assert "server" not in answer.headers


def test_a_forwarded_address_is_believed_from_a_trusted_proxy_only_as_far_as_it_goes(tmp_path: Path) -> None:
    with web(tmp_path, AFSAET_TRUSTED_PROXIES="127.0.0.1,10.0.0.0/8") as behind:
        told = {}
        for forwarded in ("203.0.113.7", "198.51.100.1, 203.0.113.7", "198.51.100.1, 203.0.113.7, 10.1.2.3"):
            answer = httpx.get(f"{behind.url}/where-from", headers={"X-Forwarded-For": forwarded}, trust_env=False)
            told[forwarded] = answer.json()
    assert set(told.values()) == {"203.0.113.7"}, "what a client writes itself stands further left"
