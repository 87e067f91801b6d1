# SPDX-License-Identifier: MPL-2.0
"""Where alerts arrive during a run: a mail server and a webhook that note all they take, and refuse some."""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.journeys.system import free_port


@dataclass(frozen=True)
class Taken:
    """A note that arrived: the id that all its attempts share, where, and whether it says that it may be the second."""

    id: str
    where: str
    repeated: bool


@dataclass
class Sinks:
    """Both, with their addresses; `refusals` is the share of attempts that are told to come again later."""

    chance: random.Random
    refusals: float = 0.1
    taken: list[Taken] = field(default_factory=list)
    refused: int = 0
    smtp_url: str = ""
    webhook_url: str = ""

    def refuses(self) -> bool:
        """Whether this attempt is refused."""
        refused = self.chance.random() < self.refusals
        self.refused += refused
        return refused

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.refuses():
            return "451 try again later"
        letter = message_from_bytes(bytes(envelope.content or b""), policy=policy.default)
        note = str(letter["Message-ID"]).strip("<>").partition("@")[0]
        self.taken.append(Taken(note, "mail", "sendt før" in letter.get_content()))
        return "250 OK"

    def posted(self, key: str, body: bytes) -> int:
        """The status for a note that was posted."""
        if self.refuses():
            return 503
        self.taken.append(Taken(key, "webhook", bool(json.loads(body)["repeated"])))
        return 204


@contextmanager
def open_sinks(chance: random.Random) -> Iterator[Sinks]:
    """Listens on ports of its own until the end."""
    sinks = Sinks(chance)

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            self.send_response(sinks.posted(self.headers["Idempotency-Key"], body))
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    mail = Controller(sinks, hostname="127.0.0.1", port=free_port())
    mail.start()
    sinks.smtp_url = f"smtp://127.0.0.1:{mail.port}"
    sinks.webhook_url = f"http://127.0.0.1:{server.server_address[1]}/alert"
    try:
        yield sinks
    finally:
        mail.stop()
        server.shutdown()
