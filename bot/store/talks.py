# SPDX-License-Identifier: MPL-2.0
"""Conversations and turns in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from bot.mi.conversation import Conversation
from bot.records import Device, Rating, Reading, Summary, Talk, Turn
from bot.store.seals import Seals, pack, unpack
from bot.store.tables import ConversationRow, PeerLineRow, PeerSessionRow, RatingRow, SharedQuoteRow, TurnRow
from bot.store.vault import Seal

ERASED = "erased"
"""Set on a session in which words were deleted, so that they are soon gone from the write-ahead log too."""
KEY_GONE = "key gone"
"""Set on a session in which a citizen's key was deleted, so that it is soon gone from the table's file too."""


class SqlTalks:
    """See `bot.ports.Talks`."""

    def __init__(self, session: Session, seals: Seals) -> None:
        self._session, self._seals = session, seals

    def add(self, talk: Talk, opening: Turn) -> None:
        """A new conversation with its first turn."""
        seal = self._seals.of_citizen(talk.citizen_id)
        self._session.add(
            ConversationRow(
                id=talk.conversation.id, citizen_id=talk.citizen_id, token_hash=talk.token_hash, begun_at=opening.at,
                token_at=opening.at, token_seen_at=opening.at, sealed=pack(seal, talk.conversation),
            )
        )
        self._session.flush()
        self._session.add(_row(seal, talk.conversation.id, opening))

    def locked(self, conversation_id: str) -> Talk | None:
        """The conversation; other writers wait."""
        row = self._session.get(ConversationRow, conversation_id, with_for_update=True)
        if row is None:
            return None
        seal = self._seals.of_citizen(row.citizen_id)
        shared = select(SharedQuoteRow.turn_number).where(SharedQuoteRow.conversation_id == conversation_id)
        numbers = set(self._session.scalars(shared))
        return Talk(row.citizen_id, row.token_hash, unpack(seal, Conversation, row.sealed), numbers)

    def earlier(self, citizen_id: str, at_most: int) -> Sequence[Talk]:
        """The citizen's newest talks, newest first; those from before it was noted when a talk began come last."""
        wanted = select(ConversationRow).where(ConversationRow.citizen_id == citizen_id)
        order = (ConversationRow.begun_at.is_(None), ConversationRow.begun_at.desc())
        seal = self._seals.of_citizen(citizen_id)
        rows = self._session.scalars(wanted.order_by(*order).limit(at_most))
        return [Talk(citizen_id, row.token_hash, unpack(seal, Conversation, row.sealed)) for row in rows]

    def owner(self, conversation_id: str) -> str | None:
        """The citizen whose conversation it is."""
        if "\0" in conversation_id:
            return None
        return self._session.scalar(select(ConversationRow.citizen_id).where(ConversationRow.id == conversation_id))

    def save(self, talk: Talk) -> None:
        """The dialogue's memory and what is shared, as they now are."""
        row = self._session.get_one(ConversationRow, talk.conversation.id)
        row.sealed = pack(self._seals.of_citizen(row.citizen_id), talk.conversation)
        for number in talk.shared_turns:
            self._session.merge(SharedQuoteRow(conversation_id=row.id, turn_number=number))

    def token_hash(self, conversation_id: str) -> str | None:
        """The hash of the conversation's token."""
        wanted = select(ConversationRow.token_hash).where(ConversationRow.id == conversation_id)
        return self._session.scalar(wanted)

    def device(self, token_hash: str) -> Device | None:
        """The device that holds a token."""
        row = self._session.scalar(select(ConversationRow).where(ConversationRow.token_hash == token_hash))
        return Device(row.id, row.token_at or row.begun_at, row.token_seen_at) if row else None

    def device_seen(self, conversation_id: str, at: datetime) -> None:
        """Notes that a conversation's device was used."""
        self._session.get_one(ConversationRow, conversation_id).token_seen_at = at

    def new_token(self, conversation_id: str, token_hash: str, at: datetime) -> None:
        """Another token in place of the last."""
        row = self._session.get_one(ConversationRow, conversation_id)
        row.token_hash, row.token_at, row.token_seen_at = token_hash, at, at

    def add_turn(self, conversation_id: str, turn: Turn) -> None:
        """A turn that has just happened."""
        self._session.add(_row(self._seals.of_conversation(conversation_id), conversation_id, turn))

    def save_turn(self, conversation_id: str, turn: Turn) -> None:
        """A held turn that has now been read."""
        row = self._session.get_one(TurnRow, (conversation_id, turn.number))
        row.reading = turn.reading
        row.sealed = pack(self._seals.of_conversation(conversation_id), turn)

    def turn_by_client_id(self, conversation_id: str, client_id: str) -> Turn | None:
        """The turn that answered a message."""
        found = self._turns(conversation_id, TurnRow.client_id == client_id)
        return found[0] if found else None

    def turns(self, conversation_id: str) -> Sequence[Turn]:
        """All turns in order."""
        return self._turns(conversation_id)

    def held(self, conversation_id: str) -> Sequence[Turn]:
        """The turns that nobody has read yet, in order."""
        return self._turns(conversation_id, TurnRow.reading == Reading.HELD)

    def with_held(self) -> Sequence[str]:
        """Conversations with turns that nobody has read yet."""
        return list(self._session.scalars(
            select(TurnRow.conversation_id).where(TurnRow.reading == Reading.HELD).distinct()))

    def unshare(self, conversation_id: str, turns: Sequence[int], summary: bool) -> None:
        """What was shared of some turns is taken back, and of the talk as a whole."""
        theirs = SharedQuoteRow.conversation_id == conversation_id
        self._session.execute(delete(SharedQuoteRow).where(theirs, SharedQuoteRow.turn_number.in_(turns)))
        if summary:
            self._session.get_one(ConversationRow, conversation_id).sealed_summary = None

    def keep_summary(self, conversation_id: str, summary: Summary) -> None:
        """What the citizen shares of the talk as a whole, as it stands now."""
        row = self._session.get_one(ConversationRow, conversation_id)
        row.sealed_summary = pack(self._seals.of_citizen(row.citizen_id), summary)

    def summary(self, conversation_id: str) -> Summary | None:
        """What has been shared of the talk as a whole."""
        row = self._session.get(ConversationRow, conversation_id)
        if row is None or row.sealed_summary is None:
            return None
        return unpack(self._seals.of_citizen(row.citizen_id), Summary, row.sealed_summary)

    def rate(self, conversation_id: str, rating: Rating, at: datetime) -> None:
        """How the citizen found the talk, in place of what they said before."""
        seal = self._seals.of_conversation(conversation_id)
        self._session.merge(RatingRow(conversation_id=conversation_id, at=at, sealed=pack(seal, rating)))

    def rating(self, conversation_id: str) -> Rating | None:
        """How the citizen found the talk."""
        row = self._session.get(RatingRow, conversation_id)
        return unpack(self._seals.of_conversation(conversation_id), Rating, row.sealed) if row else None

    def erase(self, conversation_id: str) -> None:
        """Turns, shared quotes, summary and rating are deleted; the caller saves an empty memory."""
        self._session.info[ERASED] = True
        self._session.execute(delete(SharedQuoteRow).where(SharedQuoteRow.conversation_id == conversation_id))
        self._session.execute(delete(TurnRow).where(TurnRow.conversation_id == conversation_id))
        self._session.execute(delete(RatingRow).where(RatingRow.conversation_id == conversation_id))
        sessions = select(PeerSessionRow.id).where(PeerSessionRow.conversation_id == conversation_id)
        self._session.execute(delete(PeerLineRow).where(PeerLineRow.session_id.in_(sessions)))
        emptied = {"sealed": b"", "sealed_summary": None}
        self._session.execute(
            update(ConversationRow).where(ConversationRow.id == conversation_id).values(**emptied)
        )

    def _turns(self, conversation_id: str, *which: ColumnElement[bool]) -> list[Turn]:
        wanted = select(TurnRow.sealed).where(TurnRow.conversation_id == conversation_id, *which)
        sealed = self._session.scalars(wanted.order_by(TurnRow.number)).all()
        if not sealed:
            return []
        seal = self._seals.of_conversation(conversation_id)
        return [unpack(seal, Turn, content) for content in sealed]


def _row(seal: Seal, conversation_id: str, turn: Turn) -> TurnRow:
    return TurnRow(
        conversation_id=conversation_id, number=turn.number, client_id=turn.client_id, reading=turn.reading,
        at=turn.at, sealed=pack(seal, turn),
    )
