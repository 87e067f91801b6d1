# SPDX-License-Identifier: MPL-2.0
"""What the tests of the edges share: a house with a real store and a made-up Rasa, callers, looks into a store."""

from __future__ import annotations

import re
import threading
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar, cast

from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.concurrency import run_in_threadpool

from bot.accounts import Lasting, Role, Staff
from bot.care.danger import look_for_danger
from bot.care.help_lines import Contact
from bot.codebook import Intent, Statement, Talk, Theme
from bot.danish.wishes import wishes_in
from bot.mi.conversation import Ask, Plan, Process, Wish
from bot.records import Turn
from bot.services import accounts, invitations, sign_in, talking
from bot.settings import Settings
from bot.store.tables import Table
from bot.store.work import SqlStore
from bot.web.callers import House
from bot.web.cookies import OURS, name_of
from bot.web.counting import Counts
from bot.web.csrf import FIELD, token_of
from bot.web.gateway import Gateway
from bot.web.rasa import Rasa
from bot.web.rates import Rates
from tests.factories import Clock

WISH = "jeg vil gerne have nogen at spise sammen med"
WORDING = "Jeg spørger min nabo, om vi skal spise sammen på torsdag."
NAME_OF_BODIL = "Bodil Bostøtte"
ACUTE = "jeg vil tage mit eget liv i nat"
CONCERN = "jeg har tænkt på at tage mit liv"
CONTACTS = (Contact(name="Akuttelefonen", number="12 34 56 78"),)

INTENTS = {
    "ja": Intent.AFFIRM, "ja, slet det hele": Intent.AFFIRM, "nej": Intent.DENY, "slet alt": Intent.DELETE_DATA,
    "stop": Intent.STOP, "pause": Intent.PAUSE, "spring over": Intent.SKIP, "hej": Intent.GREET,
}
"""What the made-up Rasa knows by heart; everything else is told."""


def understood(text: str) -> Statement:
    """A message read by rules simple enough to see through."""
    return Statement(
        text,
        talk=frozenset({Talk.DESIRE} if wishes_in(text) else {Talk.REASON} if "fordi" in text else ()),
        themes=frozenset({Theme.RELATIONS} if "spise sammen" in text else ()),
        safety=look_for_danger(text),
        intent=INTENTS.get(text.strip().casefold(), Intent.SHARE),
    )


@dataclass
class FakeRasa:
    """Stands where `bot.web.rasa.Rasa` stands; `mode` says how it fares, `heard` what reached it.

    Modes: "answers"; "silent"; "slow" (the answer is kept only by `answer_late`); "keeps nothing" (answers 200, but
    the action server is away); "dies halfway" (the turn is kept, the line breaks).
    """

    store: SqlStore
    clock: Clock
    mode: str = "answers"
    ready: bool = True
    heard: list[tuple[str, str, str]] = field(default_factory=list)
    late: list[tuple[str, str, str]] = field(default_factory=list)

    async def send(self, conversation_id: str, client_id: str, text: str) -> bool:
        """Whether the message was taken, as far as the gateway can know."""
        message = (conversation_id, client_id, text)
        if self.mode == "silent":
            return False
        self.heard.append(message)
        if self.mode == "slow":
            self.late.append(message)
            return False
        if self.mode == "keeps nothing":
            return True
        await run_in_threadpool(self.take, *message)
        return self.mode != "dies halfway"

    def take(self, conversation_id: str, client_id: str, text: str) -> Turn:
        """What the action does with a message."""
        return talking.respond(self.store, self.clock, conversation_id, client_id, understood(text), CONTACTS)

    def answer_late(self) -> list[Turn]:
        """The answers that the gateway no longer waits for."""
        late, self.late = self.late, []
        return [self.take(*message) for message in late]

    async def is_ready(self) -> bool:
        """As it was told."""
        return self.ready

    def texts(self) -> list[str]:
        """What was said, in order."""
        return [text for _, _, text in self.heard]


def move_in(app: FastAPI, store: SqlStore, clock: Clock, rasa: FakeRasa, settings: Settings) -> None:
    """Gives the web application this store and this Rasa in place of what it would open itself."""
    stand_in = cast(Rasa, rasa)
    app.state.house = House(
        settings, store, clock, Gateway(store, clock, stand_in, CONTACTS), stand_in, Rates(Counts(), b"counted"),
        (b"the key of forms",))


class Browser(TestClient):
    """Sends what a browser sends on its own: where a form comes from, and its hidden token."""

    def request(self, method: str, url: Any, **sent: Any) -> Any:
        """One request."""
        path = str(url)
        if method == "POST" and not path.startswith("/api/") and sent.get("content") is None:
            house: House = cast(FastAPI, self.app).state.house
            sent["headers"] = {"Origin": house.settings.address, **(sent.get("headers") or {})}
            token = self._token(sent["headers"].get("Cookie", ""))
            if token:
                sent["data"] = {FIELD: token, **(sent.get("data") or {})}
        return super().request(method, url, **sent)

    def _token(self, cookies: str) -> str:
        """What the page's form would hold for the first of our cookies."""
        house: House = cast(FastAPI, self.app).state.house
        held = dict(part.strip().partition("=")[::2] for part in cookies.split(";")) if cookies else dict(self.cookies)
        values = (held.get(name_of(house.settings, cookie)) for cookie in OURS)
        return next((token_of(house.form_keys[0], value) for value in values if value), "")


def client_of(app: FastAPI) -> TestClient:
    """A browser or a program that calls the application; an unexpected error is an answer, as it is in life."""
    return Browser(app, base_url="http://afsaet.test", raise_server_exceptions=False, follow_redirects=False)


# Callers


class AtTheApi:
    """Somebody with a bearer token."""

    client: TestClient
    token: str

    @property
    def headers(self) -> dict[str, str]:
        """Her bearer token."""
        return {"Authorization": f"Bearer {self.token}"}

    def get(self, path: str) -> Any:
        """As a program of hers asks."""
        return self.client.get(f"/api/v1{path}", headers=self.headers)

    def post(self, path: str, body: Any, **headers: str) -> Any:
        """As a program of hers sends; `if_match="…"` is a header."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.post(f"/api/v1{path}", json=body, headers=self.headers | more)


@dataclass
class Bodil(AtTheApi):
    """A member of staff at the API."""

    client: TestClient
    staff: Staff
    token: str


@dataclass
class Karla(AtTheApi):
    """A citizen at the API, in a conversation of her own."""

    client: TestClient
    id: str
    token: str
    citizen_id: str

    def say(self, text: str, client_id: str | None = None) -> Any:
        """One message."""
        body = {"text": text, "client_id": client_id or str(uuid.uuid4())}
        return self.post(f"/conversations/{self.id}/messages", body)

    def turns(self) -> list[dict[str, Any]]:
        """The conversation so far."""
        return cast(list[dict[str, Any]], self.get(f"/conversations/{self.id}").json()["turns"])


def new_staff(store: SqlStore, clock: Clock, client: TestClient, name: str = NAME_OF_BODIL) -> Bodil:
    """A member of staff who has just been added."""
    return Bodil(client, *invitations.add_staff(store, clock, name))


def new_account(store: SqlStore, clock: Clock, client: TestClient, role: Role) -> Bodil:
    """Somebody of the staff who has just signed in."""
    made = accounts.add(store, clock, accounts.CONSOLE, f"{role} {uuid.uuid4().hex[:6]}", uuid.uuid4().hex, role)
    with store() as work:
        signed = sign_in.begin_session(work, clock(), Lasting(timedelta(hours=1), timedelta(hours=10)), made.staff)
    return Bodil(client, made.staff, signed.token)


def new_citizen(store: SqlStore, clock: Clock, client: TestClient, staff: Staff) -> Karla:
    """A citizen who has just begun."""
    made = invitations.invite(store, clock, staff, 14)
    opened = talking.open_conversation(store, clock, made.code)
    return Karla(client, opened.id, opened.token, made.citizen_id)


def stand_at_read_back(store: SqlStore, conversation_id: str, wording: str = WORDING, wish: str = WISH) -> None:
    """Puts a conversation just before the citizen's yes to a wording, so that a test need not walk there."""
    with store() as work:
        talk = work.talks.locked(conversation_id)
        talk.conversation.process, talk.conversation.asked = Process.PLAN, Ask.READ_BACK
        talk.conversation.has_asked.add(Ask.PERMISSION)
        talk.conversation.focus = Wish(wish, wish, wish, 1)
        talk.conversation.plan = Plan(step=wording.rstrip("."), wording=wording)
        work.talks.save(talk)


def confirm_goal(store: SqlStore, clock: Clock, conversation_id: str, **told: str) -> str:
    """The id of a draft that the citizen has just said yes to."""
    stand_at_read_back(store, conversation_id, **told)
    client_id = uuid.uuid4().hex
    turn = talking.respond(store, clock, conversation_id, client_id, Statement("ja", intent=Intent.AFFIRM))
    return turn.state.drafts[-1]


# Looking into a store

Rows = dict[str, list[tuple[Any, ...]]]


def everything(store: SqlStore) -> Rows:
    """All rows of all tables, to compare with later."""
    with store.engine.connect() as connection:
        return {
            name: sorted((tuple(map(_plain, row)) for row in connection.execute(table.select())), key=repr)
            for name, table in Table.metadata.tables.items()
        }


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value


def raw_bytes(store: SqlStore) -> bytes:
    """What somebody sees who has the database but not the key: SQLite's files, or PostgreSQL's rows."""
    file = store.engine.url.database or ""
    if store.engine.dialect.name == "sqlite":
        return b"".join(path.read_bytes() for path in sorted(Path(file).parent.glob(f"{Path(file).name}*")))
    values = (value for rows in everything(store).values() for row in rows for value in row)
    return b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in values)


Kind = TypeVar("Kind")


def all_at_once(jobs: Sequence[Callable[[], Kind]]) -> list[Kind]:
    """The results of jobs that begin at the same moment, each in a thread of its own; their errors are raised."""
    start = threading.Barrier(len(jobs))

    def begin(job: Callable[[], Kind]) -> Kind:
        start.wait(timeout=10)
        return job()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(begin, jobs))


# What every error looks like

_DANISH = re.compile(r"\b(?:det|du|ikke|koden|samtalen|målet|borgeren|skriv|prøv|noget|siden)\b", re.IGNORECASE)


def check_problem(response: Any, status: int, kind: str | None = None) -> dict[str, Any]:
    """The body, if this is a problem as RFC 9457 says, with a Danish title."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body = cast(dict[str, Any], response.json())
    assert body["status"] == status
    assert body["type"].startswith("urn:afsaet:problem:")
    assert kind is None or body["type"] == f"urn:afsaet:problem:{kind}"
    assert _DANISH.search(body["title"]) and body["title"].endswith(".")
    return body
