# SPDX-License-Identifier: MPL-2.0
"""Brings alerts to mailboxes (SMTP) and to other systems (signed webhooks), and goes on doing so while the web runs."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
import smtplib
import ssl
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from email.utils import make_msgid
from typing import Any
from urllib.parse import unquote, urlsplit

import httpx
from sqlalchemy.exc import SQLAlchemyError

from bot.codebook import Safety
from bot.ports import Clock, Store
from bot.records import NotDelivered, Note
from bot.services.delivering import Route, deliver_waiting
from bot.settings import Settings

log = logging.getLogger(__name__)
_SECONDS = 15.0
"""How long the other side may take."""
_EVERY_SECONDS = 5.0
_MAY_BE_TAKEN = (smtplib.SMTPServerDisconnected, httpx.ReadError, httpx.ReadTimeout, httpx.RemoteProtocolError)
"""The line broke, or nobody answered, after the note had gone out."""
_LEVELS = {Safety.ACUTE: "fare lige nu", Safety.CONCERN: "bekymring"}


_A_CALL = "en peer beder personalet om at komme"


@dataclass(frozen=True)
class Outward:
    """See `bot.ports.Messenger`: a recipient is a mail address, or the address of a webhook."""

    smtp_url: str
    mail_from: str
    secret: str
    address: str

    def send(self, note: Note) -> None:
        """By mail or webhook; `NotDelivered` with a reason that holds no words of anybody's."""
        try:
            if note.recipient.startswith(("https://", "http://")):
                self._post(note)
            else:
                self._mail(note)
        except (OSError, smtplib.SMTPException, httpx.HTTPError, ValueError) as error:
            raise NotDelivered(type(error).__name__, isinstance(error, _MAY_BE_TAKEN)) from error

    def _mail(self, note: Note) -> None:
        where = urlsplit(self.smtp_url)
        secure = where.scheme == "smtps"
        port = where.port or (465 if secure else 25)
        host = where.hostname or "localhost"
        if secure:
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=_SECONDS, context=ssl.create_default_context())
        else:
            server = smtplib.SMTP(host, port, timeout=_SECONDS)
        try:
            if where.scheme == "smtp+starttls":
                server.starttls(context=ssl.create_default_context())
            if where.username:
                server.login(unquote(where.username), unquote(where.password or ""))
            server.send_message(self._letter(note))
        finally:
            with suppress(smtplib.SMTPException, OSError):  # once it is taken, how they part does not matter
                server.quit()
            server.close()

    def _letter(self, note: Note) -> EmailMessage:
        letter = EmailMessage()
        letter["From"], letter["To"] = self.mail_from, note.recipient
        level = _LEVELS.get(note.level, "fare")
        letter["Subject"] = f"Afsæt: {_A_CALL if note.is_call else f'en borger har skrevet om {level}'}"
        domain = self.mail_from.rpartition("@")[2].strip("> ") or "afsaet"
        letter["Message-ID"] = f"<{note.id}@{domain}>" if note.id else make_msgid(domain=domain)
        letter["X-Afsaet-Alert"] = note.id
        again = "\n\nBeskeden er sendt før, men det er usikkert, om den nåede frem." if note.repeated else ""
        happened = (
            "En peer sidder sammen med en borger, du er tilknyttet, og beder personalet om at komme."
            if note.is_call else f"En borger, du er tilknyttet, har skrevet noget, der tyder på {level}.")
        letter.set_content(
            f"{happened}\n\n"
            f"Borger: {note.citizen_id}\nTid: {note.at.isoformat(timespec='minutes')}\n\n"
            f"Borgerens ord står ikke her. Se beskeden, og sig, at du har set den: {self.address}{again}\n"
        )
        return letter

    def _post(self, note: Note) -> None:
        body = json.dumps({
            "id": note.id, "alert_id": note.alert_id, "citizen_id": note.citizen_id, "level": note.level,
            "at": note.at.isoformat(), "repeated": note.repeated, "called_by_peer": note.is_call,
        }).encode()
        headers = {"Content-Type": "application/json", "Idempotency-Key": note.id,
                   "X-Afsaet-Signature": signature(self.secret, body, int(time.time()))}
        answer = httpx.post(note.recipient, content=body, headers=headers, timeout=_SECONDS)
        if not answer.is_success:
            raise NotDelivered(f"HTTP {answer.status_code}")


def signature(secret: str, body: bytes, at: int) -> str:
    """`t=<seconds>,v1=<HMAC-SHA256 of "<seconds>.<body>" in hex>`: the receiver checks it, and how old it is."""
    mac = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={mac}"


def route_of(chosen: Settings) -> Route:
    """Who is told, by the settings."""
    recipients = [one.strip() for one in chosen.alert_recipients.split(",") if one.strip()]
    return Route(recipients, timedelta(minutes=chosen.alert_escalate_minutes))


def outward(chosen: Settings) -> Outward:
    """The messenger of the settings."""
    secret = chosen.alert_webhook_secret.get_secret_value() if chosen.alert_webhook_secret else ""
    return Outward(chosen.smtp_url, chosen.mail_from, secret, chosen.address)


async def deliver_for_ever(store: Store, clock: Clock, chosen: Settings) -> None:
    """Rounds until it is cancelled; a database that is away for a while stops nothing."""
    route, messenger = route_of(chosen), outward(chosen)
    while route.recipients:
        try:
            brought = await asyncio.to_thread(deliver_waiting, store, clock, messenger, route)
            if brought.delivered or brought.failed:
                log.info("alerts.round delivered=%d failed=%d", brought.delivered, brought.failed)
        except SQLAlchemyError as error:
            log.error("alerts.store_away error=%s", type(error).__name__)
        await asyncio.sleep(_EVERY_SECONDS)


async def stop(task: asyncio.Task[Any]) -> None:
    """Ends the rounds; an attempt that runs is waited for by its thread."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
