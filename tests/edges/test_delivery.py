# SPDX-License-Identifier: MPL-2.0
"""Alerts leave the house by mail and by signed webhook, on both databases, whatever fails on the way."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy.exc import OperationalError

from bot.codebook import Safety
from bot.delivery import Outward, deliver_for_ever, outward, route_of, signature, stop
from bot.records import NotDelivered, Note, Reach
from bot.services import alerts
from bot.services.delivering import Route, deliver_waiting
from bot.settings import Settings
from bot.store.work import SqlStore
from tests.edges.houses import ACUTE, Bodil, Karla, all_at_once, everything
from tests.factories import Clock

BOTH = pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)
NOTE = Note("a1-0", "a1", "borger-7", Safety.ACUTE, datetime(2026, 3, 2, 9, tzinfo=UTC), "vagt@kommune.dk")
SECRET = "hemmelig"


@dataclass
class Mailbox:
    """A mail server of the test's own; `refuses` answers every mail with a temporary failure."""

    refuses: bool = False
    letters: list[Any] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.refuses:
            return "451 try again later"
        self.letters.append(message_from_bytes(bytes(envelope.content or b""), policy=policy.default))
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, str]]:
    """The mailbox and its address."""
    box = Mailbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, f"smtp://127.0.0.1:{port}"
    controller.stop()


@pytest.fixture
def hook() -> Iterator[tuple[list[tuple[dict[str, str], bytes]], str, list[int]]]:
    """What a webhook was sent, its address, and the status it answers with."""
    got: list[tuple[dict[str, str], bytes]] = []
    status = [204]

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            got.append((dict(self.headers.items()), body))
            self.send_response(status[0])
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield got, f"http://127.0.0.1:{server.server_address[1]}/alert", status
    server.shutdown()


def by_mail(url: str) -> Outward:
    return Outward(url, "Afsæt <afsaet@kommune.dk>", SECRET, "https://afsaet.kommune.dk")


def test_a_mail_tells_who_and_how_grave_and_no_words(mailbox: tuple[Mailbox, str]) -> None:
    box, url = mailbox
    by_mail(url).send(NOTE)
    letter = box.letters[0]
    assert letter["To"] == "vagt@kommune.dk" and "fare lige nu" in letter["Subject"]
    assert letter["Message-ID"] == "<a1-0@kommune.dk>" and letter["X-Afsaet-Alert"] == "a1-0"
    body = letter.get_content()
    assert "borger-7" in body and "https://afsaet.kommune.dk" in body and "sendt før" not in body
    by_mail(url).send(replace(NOTE, repeated=True))
    assert "sendt før" in box.letters[1].get_content() and box.letters[1]["Message-ID"] == letter["Message-ID"]


def test_a_webhook_is_signed_and_can_be_told_from_its_repetition(
    hook: tuple[list[tuple[dict[str, str], bytes]], str, list[int]]
) -> None:
    got, address, _ = hook
    by_mail("smtp://127.0.0.1:1").send(replace(NOTE, recipient=address))
    headers, body = got[0]
    at, mac = (part.split("=")[1] for part in headers["X-Afsaet-Signature"].split(","))
    assert hmac.new(SECRET.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest() == mac
    assert signature("en anden", body, int(at)) != headers["X-Afsaet-Signature"]
    assert headers["Idempotency-Key"] == "a1-0"
    assert json.loads(body) == {"id": "a1-0", "alert_id": "a1", "citizen_id": "borger-7", "level": "acute",
                                "at": "2026-03-02T09:00:00+00:00", "repeated": False, "called_by_peer": False}


def test_what_is_not_taken_is_not_delivered(
    mailbox: tuple[Mailbox, str], hook: tuple[list[tuple[dict[str, str], bytes]], str, list[int]]
) -> None:
    box, url = mailbox
    box.refuses = True
    hook[2][0] = 500
    for messenger, recipient in ((by_mail(url), NOTE.recipient), (by_mail("smtp://127.0.0.1:1"), NOTE.recipient),
                                 (by_mail(url), hook[1]), (by_mail(url), "http://127.0.0.1:1/")):
        with pytest.raises(NotDelivered) as told:
            messenger.send(replace(NOTE, recipient=recipient))
        assert told.value.reason and "borger" not in told.value.reason


@BOTH
def test_an_alert_goes_out_once_also_when_several_processes_look(
    store: SqlStore, clock: Clock, karla: Karla, bodil: Bodil, mailbox: tuple[Mailbox, str]
) -> None:
    box, url = mailbox
    karla.say(ACUTE)
    route = Route((NOTE.recipient, "leder@kommune.dk"), timedelta(minutes=15))
    all_at_once([lambda: deliver_waiting(store, clock, by_mail(url), route)] * 6)
    assert [letter["To"] for letter in box.letters] == [NOTE.recipient]
    assert bodil.get("/alerts").json()[0]["delivered_at"] is not None
    with store.reading() as work:
        assert alerts.reach_of(work, karla.id) is Reach.DELIVERED
    clock.later(minutes=16)
    all_at_once([lambda: deliver_waiting(store, clock, by_mail(url), route)] * 6)
    assert [letter["To"] for letter in box.letters] == list(route.recipients)
    assert ACUTE not in str([letter.get_content() for letter in box.letters])


def taken_and_cut() -> tuple[list[bytes], str]:
    """A webhook that takes what it is sent and dies before it answers: what it got, and its address."""
    got: list[bytes] = []
    server = socket.create_server(("127.0.0.1", 0))

    def take() -> None:
        while True:
            near, _ = server.accept()
            sent = b""
            while not sent.endswith(b"}"):
                sent += near.recv(65_536)
            got.append(sent)
            near.close()

    threading.Thread(target=take, daemon=True).start()
    return got, f"http://127.0.0.1:{server.getsockname()[1]}/alert"


@BOTH
def test_what_may_have_been_taken_is_said_to_be_the_second_time(
    store: SqlStore, clock: Clock, karla: Karla, hook: tuple[list[tuple[dict[str, str], bytes]], str, list[int]]
) -> None:
    karla.say(ACUTE)
    cut, dead = taken_and_cut()
    got, alive, status = hook
    messenger, after = by_mail("smtp://127.0.0.1:1"), timedelta(minutes=15)
    for recipient, answers in ((dead, 204), (alive, 503), (alive, 204)):
        status[0] = answers
        deliver_waiting(store, clock, messenger, Route((recipient,), after))
        clock.later(minutes=11)
    assert len(cut) == 1 and b'"repeated": false' in cut[0]
    assert [json.loads(body)["repeated"] for _, body in got] == [True, True], "a refusal in between changes nothing"


@BOTH
def test_what_was_surely_not_taken_is_not_said_to_be_the_second_time(
    store: SqlStore, clock: Clock, karla: Karla, mailbox: tuple[Mailbox, str]
) -> None:
    karla.say(ACUTE)
    box, url = mailbox
    route = Route((NOTE.recipient,), timedelta(minutes=15))
    deliver_waiting(store, clock, by_mail("smtp://127.0.0.1:1"), route)
    clock.later(minutes=11)
    deliver_waiting(store, clock, by_mail(url), route)
    assert len(box.letters) == 1 and "sendt før" not in box.letters[0].get_content()


def test_a_mail_that_was_taken_stays_taken_however_the_server_says_goodbye(
    mailbox: tuple[Mailbox, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def rude(self: SMTP, _: str) -> None:
        await self.push("421 going down")

    monkeypatch.setattr(SMTP, "smtp_QUIT", rude)
    box, url = mailbox
    by_mail(url).send(NOTE)
    assert len(box.letters) == 1


@BOTH
def test_with_the_mail_server_away_nothing_is_lost(
    store: SqlStore, clock: Clock, karla: Karla, mailbox: tuple[Mailbox, str]
) -> None:
    box, url = mailbox
    box.refuses = True
    karla.say(ACUTE)
    route = Route((NOTE.recipient,), timedelta(minutes=15))
    for _ in range(5):
        assert deliver_waiting(store, clock, by_mail(url), route).delivered == 0
        clock.later(minutes=11)
    told = json.dumps(karla.say(ACUTE).json(), ensure_ascii=False)
    assert "nået frem" not in told
    box.refuses = False
    assert deliver_waiting(store, clock, by_mail(url), route).delivered == 1 and len(box.letters) == 1
    assert "nået frem" in json.dumps(karla.say(ACUTE).json(), ensure_ascii=False)


async def test_the_rounds_go_on_when_the_store_is_away_for_a_while(
    store: SqlStore, clock: Clock, karla: Karla, mailbox: tuple[Mailbox, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    box, url = mailbox
    karla.say(ACUTE)
    chosen = Settings(key=None, alert_recipients=" vagt@kommune.dk , leder@kommune.dk", smtp_url=url)
    monkeypatch.setattr("bot.delivery._EVERY_SECONDS", 0.01)
    away = [True]
    real = deliver_waiting

    def sometimes(*told: Any) -> Any:
        if away:
            away.clear()
            raise OperationalError("x", {}, Exception("away"))
        return real(*told)

    monkeypatch.setattr("bot.delivery.deliver_waiting", sometimes)
    task = asyncio.create_task(deliver_for_ever(store, clock, chosen))
    for _ in range(300):
        await asyncio.sleep(0.01)
        if box.letters:
            break
    await stop(task)
    assert len(box.letters) == 1 and task.done()
    assert route_of(chosen).recipients == ["vagt@kommune.dk", "leder@kommune.dk"]
    assert outward(chosen).smtp_url == url


def test_without_recipients_there_is_nothing_to_do(store: SqlStore, clock: Clock, karla: Karla) -> None:
    karla.say(ACUTE)
    before = everything(store)
    asyncio.run(deliver_for_ever(store, clock, Settings(key=None, alert_recipients=" , ")))
    assert everything(store) == before
