# SPDX-License-Identifier: MPL-2.0
"""Supported sessions and the lines between citizen and peer in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.peering import Author, Line, LineKind, PeerSession
from bot.store.seals import Seals
from bot.store.tables import PeerLineRow, PeerSessionRow
from bot.store.talks import ERASED

_CHANGING = ("staff_id", "joined_at", "ended_at", "bot_rests")


class SqlPeering:
    """See `bot.ports.Peering`."""

    def __init__(self, session: Session, seals: Seals) -> None:
        self._session, self._seals = session, seals

    def add(self, session: PeerSession) -> None:
        """A place that a peer may take."""
        self._session.add(PeerSessionRow(**vars(session)))
        self._session.flush()

    def by_code(self, code_hash: str) -> PeerSession | None:
        """The place that a code stands for; other writers wait."""
        wanted = select(PeerSessionRow).where(PeerSessionRow.code_hash == code_hash)
        return _session(self._session.scalar(wanted.with_for_update()))

    def newest_in(self, conversation_id: str) -> PeerSession | None:
        """The last place that was opened in a conversation."""
        wanted = select(PeerSessionRow).where(PeerSessionRow.conversation_id == conversation_id)
        order = (PeerSessionRow.opened_at.desc(), PeerSessionRow.id)
        return _session(self._session.scalar(wanted.order_by(*order).limit(1)))

    def on_of_staff(self, staff_id: str) -> PeerSession | None:
        """The place that a peer has taken and not left."""
        wanted = select(PeerSessionRow).where(PeerSessionRow.staff_id == staff_id, PeerSessionRow.ended_at.is_(None))
        return _session(self._session.scalar(wanted.order_by(PeerSessionRow.joined_at.desc()).limit(1)))

    def newest_of_staff(self, staff_id: str) -> PeerSession | None:
        """The place that a peer took last."""
        wanted = select(PeerSessionRow).where(PeerSessionRow.staff_id == staff_id)
        return _session(self._session.scalar(wanted.order_by(PeerSessionRow.joined_at.desc()).limit(1)))

    def save(self, session: PeerSession) -> None:
        """Who came, who left, and whether the bot rests."""
        row = self._session.get_one(PeerSessionRow, session.id)
        for name in _CHANGING:
            setattr(row, name, getattr(session, name))
        self._session.flush()

    def add_line(self, line: Line) -> None:
        """A line, sealed with the citizen's key."""
        owner = self._session.get_one(PeerSessionRow, line.session_id).conversation_id
        sealed = self._seals.of_conversation(owner).close(line.text.encode())
        self._session.add(PeerLineRow(
            session_id=line.session_id, number=line.number, author=line.author, kind=line.kind, at=line.at,
            sealed=sealed))
        self._session.flush()

    def lines(self, session_id: str) -> Sequence[Line]:
        """All lines of a session, in order."""
        row = self._session.get(PeerSessionRow, session_id)
        if row is None:
            return []
        seal = self._seals.of_conversation(row.conversation_id)
        found = self._session.scalars(
            select(PeerLineRow).where(PeerLineRow.session_id == session_id).order_by(PeerLineRow.number))
        return [
            Line(one.number, session_id, Author(one.author), LineKind(one.kind), seal.open(one.sealed).decode(), one.at)
            for one in found
        ]

    def take_proposal(self, line: Line) -> None:
        """What was proposed is now the citizen's own message: the proposal goes."""
        row = self._session.get_one(PeerLineRow, (line.session_id, line.number))
        row.kind = LineKind.SAID

    def delete_lines(self, session_id: str) -> None:
        """What the two wrote is gone."""
        self._session.info[ERASED] = True
        self._session.execute(delete(PeerLineRow).where(PeerLineRow.session_id == session_id))

    def forgotten(self, before: datetime) -> Sequence[PeerSession]:
        """Sessions that began before a moment and that nobody ended."""
        rows = self._session.scalars(
            select(PeerSessionRow).where(PeerSessionRow.joined_at < before, PeerSessionRow.ended_at.is_(None)))
        return [found for found in map(_session, rows) if found]


def _session(row: PeerSessionRow | None) -> PeerSession | None:
    if row is None:
        return None
    return PeerSession(
        row.id, row.conversation_id, row.code_hash, row.opened_at, row.code_until, row.staff_id, row.joined_at,
        row.ended_at, row.bot_rests)
