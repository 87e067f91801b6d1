# SPDX-License-Identifier: MPL-2.0
"""The gateway: identifiers are masked before anything else sees a text; then Rasa; the store says what was answered."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool

from bot.care.help_lines import Contact
from bot.care.staffed_hours import StaffedHours
from bot.danish.identifiers import mask
from bot.ports import Clock, Store
from bot.records import Turn
from bot.services import talking
from bot.web.rasa import Rasa


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
        if await self._catch_up(conversation_id, held):
            await self.rasa.send(conversation_id, client_id, cleaned)
        return await run_in_threadpool(self._kept, conversation_id, client_id, cleaned)

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


def clean(text: str) -> str:
    """A text as it may be kept: identifiers masked, no control characters, no leading slash.

    (Rasa would take a leading slash for a command that passes the understanding by.)
    """
    readable = "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter) not in _UNREADABLE)
    return mask(_LEADING_SLASHES.sub("", readable)).strip()


_LEADING_SLASHES = re.compile(r"^[\s/]+")
_UNREADABLE = frozenset({"Cc", "Cs", "Co"})
