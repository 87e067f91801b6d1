# SPDX-License-Identifier: MPL-2.0
"""The gateway: identifiers are masked before anything else sees a text; then Rasa; the store says what was answered."""

from __future__ import annotations

import asyncio
import logging
import re
import unicodedata
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

from bot.care.danger import look_for_danger
from bot.care.help_lines import Contact
from bot.care.staffed_hours import StaffedHours
from bot.codebook import Safety
from bot.danish.identifiers import mask
from bot.ports import Clock, Store
from bot.records import Turn
from bot.services import talking
from bot.web.rasa import Rasa

log = logging.getLogger(__name__)
_IN_DANGER_SECONDS = 3.0
"""Who writes of danger in plain words does not wait longer for Rasa, which as a rule takes a tenth of a second."""
_EVERY_SECONDS = 20.0
_MOST_TRIES = 3


@dataclass(frozen=True)
class Gateway:
    """Takes one message to Rasa and brings back the turn that the store kept."""

    store: Store
    clock: Clock
    rasa: Rasa
    contacts: tuple[Contact, ...]
    hours: StaffedHours | None = None

    async def say(self, conversation_id: str, client_id: str, text: str) -> Turn:
        """The turn that answers a message; the same `client_id` again gives the same turn.

        If Rasa is silent or slow, the message is kept, danger in plain words is still seen, and the reply is calm.
        Raises `EmptyText`, `TextTooLong`, `UnknownConversation`.
        """
        cleaned = clean(text)
        talking.check_text(cleaned)
        answered, held = await run_in_threadpool(talking.before_sending, self.store, conversation_id, client_id)
        if answered:
            return answered
        with suppress(TimeoutError):
            async with asyncio.timeout(_IN_DANGER_SECONDS if is_danger(cleaned) else None):
                if await self._catch_up(conversation_id, held):
                    await self.rasa.send(conversation_id, client_id, cleaned)
        return await run_in_threadpool(self._kept, conversation_id, client_id, cleaned)

    async def hear_what_waits(self, given_up: Counter[str]) -> None:
        """Reads what was held in all talks, so that danger in it reaches a person also if the citizen never returns.

        `given_up` counts how often each talk was tried in vain; after a few times it is left until they write again.
        """
        if not await self.rasa.is_ready():
            return
        waiting = await run_in_threadpool(talking.with_held, self.store)
        for conversation_id in waiting:
            if given_up[conversation_id] < _MOST_TRIES:
                given_up[conversation_id] += 1
                _, held = await run_in_threadpool(talking.before_sending, self.store, conversation_id, "")
                await self._catch_up(conversation_id, held)
        for heard in given_up.keys() - set(waiting):
            del given_up[heard]

    async def _catch_up(self, conversation_id: str, held: tuple[Turn, ...]) -> bool:
        """Lets messages be read that were held while nobody could; False if nobody can yet.

        One that Rasa can't read although it is there does not keep the others waiting.
        """
        for turn in held:
            if not turn.said or await self.rasa.send(conversation_id, turn.client_id, turn.said.text):
                continue
            if not await self.rasa.is_ready():
                return False
        return True

    def _kept(self, conversation_id: str, client_id: str, text: str) -> Turn:
        return talking.turn_of(self.store, conversation_id, client_id) or talking.hold(
            self.store, self.clock, conversation_id, client_id, text, self.contacts, self.hours
        )


def is_danger(text: str) -> bool:
    """Whether plain words tell of danger, whatever Rasa may say."""
    return look_for_danger(text) is not Safety.NONE


def clean(text: str) -> str:
    """A text as it may be kept: identifiers masked, no control characters, no leading slash.

    (Rasa would take a leading slash for a command that passes the understanding by.)
    """
    readable = "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter) not in _UNREADABLE)
    return mask(_LEADING_SLASHES.sub("", readable)).strip()


async def hear_for_ever(gateway: Gateway) -> None:
    """Rounds until it is cancelled; a store that is away for a while stops nothing."""
    given_up: Counter[str] = Counter()
    while True:
        await asyncio.sleep(_EVERY_SECONDS)
        try:
            await gateway.hear_what_waits(given_up)
        except SQLAlchemyError as error:
            log.error("held.store_away error=%s", type(error).__name__)


_LEADING_SLASHES = re.compile(r"^[\s/]+")
_UNREADABLE = frozenset({"Cc", "Cs", "Co"})
