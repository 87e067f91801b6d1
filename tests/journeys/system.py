# SPDX-License-Identifier: MPL-2.0
"""Starts the three real processes in a folder of their own, and speaks with them as citizen and staff would."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import psutil

from bot.commands.model import ROOT
from bot.mi.phrasebook import phrases

READY_SECONDS = 180
_AFSAET = [sys.executable, "-m", "bot.commands.main"]


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class System:
    """A running Afsæt: its environment, its ports, and the process that watches the others."""

    environment: dict[str, str]
    ports: dict[str, int]
    output: Path
    watcher: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.ports['web']}"

    def start(self) -> None:
        self.launch()
        self.wait_until_ready()

    def launch(self) -> None:
        """Starts it without waiting for anything."""
        with self.output.open("ab") as out:
            self.watcher = subprocess.Popen(
                [*_AFSAET, "run"], cwd=ROOT, env=self.environment, stdout=out, stderr=out, start_new_session=True
            )

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline:
            with contextlib.suppress(httpx.HTTPError):
                if httpx.get(f"{self.url}/ready", timeout=3, trust_env=False).status_code == 200:
                    return
            assert self.watcher is None or self.watcher.poll() is None, self.output.read_text()
            time.sleep(0.2)
        raise AssertionError(f"not ready after {READY_SECONDS} s:\n{self.output.read_text()}")

    def process(self, name: str) -> psutil.Process:
        """The process that listens on the port of `web`, `rasa` or `actions`."""
        for connection in psutil.net_connections("tcp"):
            if connection.status == psutil.CONN_LISTEN and connection.laddr.port == self.ports[name]:
                return psutil.Process(connection.pid)
        raise AssertionError(f"nobody listens for {name}")

    def kill(self, name: str) -> None:
        self.process(name).kill()

    def stop(self) -> None:
        if self.watcher and self.watcher.poll() is None:
            self.watcher.send_signal(signal.SIGTERM)
            self.watcher.wait(30)

    def afsaet(self, *words: str) -> str:
        done = subprocess.run(
            [*_AFSAET, *words], cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=60, check=True
        )
        return done.stdout

    def staff(self, name: str = "Demo") -> Staff:
        token = self.afsaet("staff", "add", name).split()[-1]
        return Staff(_client(self.url, token))

    def citizen(self, staff: Staff) -> Citizen:
        return Citizen.begin(self.url, staff.invite())

    def logs(self) -> str:
        folder = Path(self.environment["AFSAET_VAR"]) / "logs"
        return "\n".join(path.read_text(errors="replace") for path in sorted(folder.glob("*.log")))


@contextlib.contextmanager
def running_system(folder: Path, database_url: str, **more: str) -> Iterator[System]:
    """A system in its own folder, with its own ports; stopped at the end."""
    ports = {name: free_port() for name in ("web", "rasa", "actions")}
    environment = {
        **os.environ,
        "AFSAET_VAR": str(folder / "var"),
        "AFSAET_DATABASE_URL": database_url,
        "AFSAET_KEY_FILE": str(folder / "key"),
        "AFSAET_MODELS": str(ROOT / "models"),
        "AFSAET_PORT": str(ports["web"]),
        "AFSAET_RASA_PORT": str(ports["rasa"]),
        "AFSAET_ACTIONS_PORT": str(ports["actions"]),
        **more,
    }
    system = System(environment, ports, folder / "output.txt")
    try:
        system.start()
        yield system
    finally:
        system.stop()


def _client(url: str, token: str) -> httpx.Client:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.Client(base_url=f"{url}/api/v1", headers=headers, timeout=30, trust_env=False)


@dataclass
class Staff:
    """A member of staff with a bearer token."""

    client: httpx.Client

    def invite(self) -> str:
        answer = self.client.post("/invitations")
        assert answer.status_code == 201, answer.text
        code: str = answer.json()["code"]
        return code

    def goals(self, **query: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = ok(self.client.get("/goals", params=query))
        return found

    def goal(self, goal_id: str) -> dict[str, Any]:
        return dict(ok(self.client.get(f"/goals/{goal_id}")))

    def review(self, goal_id: str, **body: str) -> dict[str, Any]:
        return dict(ok(self.client.post(f"/goals/{goal_id}/review", json=body)))


@dataclass
class Said:
    """A message as it was sent, and the answer that came."""

    client_id: str
    text: str
    replies: list[str]


@dataclass
class Citizen:
    """A citizen with the token of one conversation; remembers what was said and answered."""

    id: str
    client: httpx.Client
    opening: list[str]
    said: list[Said] = field(default_factory=list)
    state: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def begin(cls, url: str, code: str) -> Citizen:
        answer = httpx.post(f"{url}/api/v1/conversations", json={"code": code}, timeout=30, trust_env=False)
        assert answer.status_code == 201, answer.text
        started = answer.json()
        return cls(started["id"], _client(url, started["token"]), [reply["text"] for reply in started["replies"]])

    @property
    def last_reply(self) -> str:
        return self.said[-1].replies[-1] if self.said else self.opening[-1]

    def say(self, text: str, patience: float = 0.0) -> list[str]:
        """Says something; with patience (seconds) the same message is sent again until it is answered."""
        client_id, deadline = str(uuid.uuid4()), time.monotonic() + patience
        while True:
            try:
                answer = self.client.post(
                    f"/conversations/{self.id}/messages", json={"text": text, "client_id": client_id}
                )
                break
            except httpx.TransportError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)
        body = ok(answer)
        self.state = body["state"]
        self.said.append(Said(client_id, text, [reply["text"] for reply in body["replies"]]))
        return self.said[-1].replies

    def told(self) -> dict[str, Any]:
        return dict(ok(self.client.get(f"/conversations/{self.id}")))

    def share(self, goals: list[str], quotes: list[int]) -> Any:
        return ok(self.client.post(f"/conversations/{self.id}/share", json={"goals": goals, "quotes": quotes}))

    def answer(self, goal_id: str, **body: str) -> dict[str, Any]:
        return dict(ok(self.client.post(f"/goals/{goal_id}/answer", json=body)))


def ok(answer: httpx.Response) -> Any:
    """The body of an answer that went well."""
    assert answer.status_code == 200, f"{answer.status_code}: {answer.text}"
    return answer.json()


def asked(reply: str) -> str | None:
    """Which question a reply ends with, by the phrases; None where it asks nothing, or nothing of theirs."""
    if not reply.rstrip().endswith("?"):
        return None
    return next((key for key, pattern in _questions() if pattern.search(reply)), None)


@cache
def _questions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(key, pattern) of every phrase that asks something."""
    return tuple(
        (re.sub(r"_(?:simpler|again|zero|known|joined|named|promised|thanked)$", "", key),
         re.compile(rf"(?:^|\s){_with_anything_in_its_gaps(variant.say)}$", re.DOTALL | re.IGNORECASE))
        for key, phrase in phrases().items() for variant in phrase.all if "?" in variant.say
    )


def _with_anything_in_its_gaps(said: str) -> str:
    return re.sub(r"\\\{\w+\\\}", ".+", re.escape(said))
