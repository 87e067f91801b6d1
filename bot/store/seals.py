# SPDX-License-Identifier: MPL-2.0
"""Finds the key of a citizen and turns what the heart knows into sealed bytes and back."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.tables import CitizenKeyRow, ConversationRow
from bot.store.vault import Seal, Vault

Kind = TypeVar("Kind")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


class Seals:
    """The citizens' keys of one transaction."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session, self._vault = session, vault
        self._known: dict[str, Seal] = {}

    def of_citizen(self, citizen_id: str) -> Seal:
        """The key of a citizen."""
        if citizen_id not in self._known:
            row = self._session.get_one(CitizenKeyRow, citizen_id)
            self._known[citizen_id] = self._vault.citizen(row.wrapped_key)
        return self._known[citizen_id]

    def fetch(self, citizen_ids: Iterable[str]) -> None:
        """Brings the keys of several citizens in one look-up, for a list that holds goals of all of them."""
        wanted = set(citizen_ids) - set(self._known)
        if not wanted:
            return
        asked = select(CitizenKeyRow.citizen_id, CitizenKeyRow.wrapped_key).where(CitizenKeyRow.citizen_id.in_(wanted))
        for citizen_id, wrapped in self._session.execute(asked):
            self._known[citizen_id] = self._vault.citizen(wrapped)

    def of_conversation(self, conversation_id: str) -> Seal:
        """The key of the citizen whose conversation this is."""
        owner = select(ConversationRow.citizen_id).where(ConversationRow.id == conversation_id)
        return self.of_citizen(self._session.execute(owner).scalar_one())


def pack(seal: Seal, content: object) -> bytes:
    """A dataclass of the heart, sealed."""
    return seal.close(_adapter(cast(Any, type(content))).dump_json(content))


def unsealed(seal: Seal, sealed: bytes) -> str:
    """The content as it lies there, JSON with nothing escaped: to look for words in before it is read in full."""
    return seal.open(sealed).decode()


def read_as(kind: type[Kind], content: str) -> Kind:
    """The dataclass of an unsealed content."""
    found: Kind = _adapter(cast(Any, kind)).validate_json(content)
    return found


def unpack(seal: Seal, kind: type[Kind], sealed: bytes) -> Kind:
    """The dataclass again."""
    found: Kind = _adapter(cast(Any, kind)).validate_json(seal.open(sealed))
    return found
