# SPDX-License-Identifier: MPL-2.0
"""Who looked at a citizen's things, and the deletion of everything that is a citizen's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, Delete, delete, func, select
from sqlalchemy.orm import Session

from bot.records import Beside, Code, DeletionRequest, Device, LookedUp, WithPeer
from bot.store.alerts import alert_of
from bot.store.audit import cut_off
from bot.store.peering import SqlPeering
from bot.store.seals import Seals, pack, unpack
from bot.store.tables import (
    AlertRow,
    AuditRow,
    CitizenKeyRow,
    CitizenRow,
    ConversationRow,
    DeletionRequestRow,
    GoalChangeRow,
    GoalRow,
    InvitationRow,
    PeerLineRow,
    PeerSessionRow,
    RatingRow,
    RelationRow,
    SharedQuoteRow,
    TurnRow,
)
from bot.store.talks import ERASED, KEY_GONE


class SqlPrivacy:
    """See `bot.ports.Privacy`."""

    def __init__(self, session: Session, seals: Seals) -> None:
        self._session, self._seals = session, seals

    def look_ups(self, citizen_id: str) -> Sequence[LookedUp]:
        """Audit lines of staff about the citizen, their talks, goals and alerts."""
        talks = select(ConversationRow.id).where(ConversationRow.citizen_id == citizen_id)
        goals = select(GoalRow.id).where(GoalRow.citizen_id == citizen_id)
        alerts = select(AlertRow.id).where(AlertRow.citizen_id == citizen_id)
        about = AuditRow.subject.in_(talks) | AuditRow.subject.in_(goals) | AuditRow.subject.in_(alerts)
        wanted = select(AuditRow).where(AuditRow.actor.startswith("staff:"), about | (AuditRow.subject == citizen_id))
        rows = self._session.scalars(wanted.order_by(AuditRow.id))
        return [LookedUp(row.at, row.act, row.purpose) for row in rows]

    def beside(self, citizen_id: str) -> Beside:
        """Since when, what staff call them, alerts, codes and devices, oldest first."""
        row = self._session.get_one(CitizenRow, citizen_id)
        called = self._seals.of_citizen(citizen_id).open(row.sealed_called).decode() if row.sealed_called else ""
        alerts = self._of(citizen_id, AlertRow, AlertRow.citizen_id, AlertRow.at)
        codes = self._of(citizen_id, InvitationRow, InvitationRow.citizen_id, InvitationRow.created_at)
        talks = self._of(citizen_id, ConversationRow, ConversationRow.citizen_id, ConversationRow.begun_at)
        return Beside(
            row.created_at, called, tuple(map(alert_of, alerts)),
            tuple(Code(one.created_at, one.expires_at) for one in codes),
            tuple(Device(one.id, one.token_at or one.begun_at, one.token_seen_at) for one in talks),
            tuple(self._with_peers(citizen_id)),
        )

    def _with_peers(self, citizen_id: str) -> Iterator[WithPeer]:
        peering = SqlPeering(self._session, self._seals)
        talks = select(ConversationRow.id).where(ConversationRow.citizen_id == citizen_id)
        wanted = select(PeerSessionRow).where(PeerSessionRow.conversation_id.in_(talks))
        for row in self._session.scalars(wanted.order_by(PeerSessionRow.opened_at)):
            lines = tuple((line.at, str(line.author), line.text) for line in peering.lines(row.id))
            yield WithPeer(row.opened_at, row.joined_at, row.ended_at, lines)

    def _of(self, citizen_id: str, table: Any, whose: Any, order: Any) -> Sequence[Any]:
        return list(self._session.scalars(select(table).where(whose == citizen_id).order_by(order)))

    def talks_of(self, citizen_id: str) -> Sequence[str]:
        """Ids of conversations, oldest first."""
        wanted = select(ConversationRow.id).where(ConversationRow.citizen_id == citizen_id)
        return list(self._session.scalars(wanted.order_by(ConversationRow.begun_at, ConversationRow.id)))

    def request_deletion(self, request: DeletionRequest) -> None:
        """Keeps a request."""
        seal = self._seals.of_citizen(request.citizen_id)
        self._session.add(DeletionRequestRow(
            id=request.id, citizen_id=request.citizen_id, at=request.at, due_on=request.due_on,
            sealed=pack(seal, request)))

    def open_requests(self, citizen_id: str | None = None) -> Sequence[DeletionRequest]:
        """Requests that are not done: what is done is gone with its citizen."""
        wanted = select(DeletionRequestRow).order_by(DeletionRequestRow.due_on, DeletionRequestRow.id)
        if citizen_id is not None:
            wanted = wanted.where(DeletionRequestRow.citizen_id == citizen_id)
        rows = self._session.scalars(wanted)
        return [unpack(self._seals.of_citizen(row.citizen_id), DeletionRequest, row.sealed) for row in rows]

    def talks_quiet_since(self, before: datetime) -> Sequence[str]:
        """Conversations that still have turns, the last of them from before a moment."""
        wanted = select(TurnRow.conversation_id).group_by(TurnRow.conversation_id).having(func.max(TurnRow.at) < before)
        return list(self._session.scalars(wanted))

    def delete_goals(self, states: Sequence[str], before: datetime) -> int:
        """Goals with all their versions."""
        which = (GoalRow.state.in_(states), GoalRow.changed_at < before)
        self._session.info[ERASED] = True
        self._deleted(delete(GoalChangeRow).where(GoalChangeRow.goal_id.in_(select(GoalRow.id).where(*which))))
        return self._deleted(delete(GoalRow).where(*which))

    def delete_alerts(self, before: datetime) -> int:
        """Alerts of before then; none of them is still on its way after so long."""
        return self._deleted(delete(AlertRow).where(AlertRow.at < before))

    def delete_audit(self, before: datetime) -> int:
        """The audit's oldest lines."""
        return cut_off(self._session, before)

    def delete_citizen(self, citizen_id: str) -> dict[str, int]:
        """All rows of a citizen, what hangs on others first; the key last."""
        talks = select(ConversationRow.id).where(ConversationRow.citizen_id == citizen_id)
        goals = select(GoalRow.id).where(GoalRow.citizen_id == citizen_id)
        sessions = select(PeerSessionRow.id).where(PeerSessionRow.conversation_id.in_(talks))
        self._session.info[ERASED] = self._session.info[KEY_GONE] = True
        steps: list[Delete] = [
            delete(GoalChangeRow).where(GoalChangeRow.goal_id.in_(goals)),
            delete(GoalRow).where(GoalRow.citizen_id == citizen_id),
            delete(SharedQuoteRow).where(SharedQuoteRow.conversation_id.in_(talks)),
            delete(TurnRow).where(TurnRow.conversation_id.in_(talks)),
            delete(RatingRow).where(RatingRow.conversation_id.in_(talks)),
            delete(PeerLineRow).where(PeerLineRow.session_id.in_(sessions)),
            delete(PeerSessionRow).where(PeerSessionRow.conversation_id.in_(talks)),
            delete(AlertRow).where(AlertRow.citizen_id == citizen_id),
            delete(InvitationRow).where(InvitationRow.citizen_id == citizen_id),
            delete(ConversationRow).where(ConversationRow.citizen_id == citizen_id),
            delete(DeletionRequestRow).where(DeletionRequestRow.citizen_id == citizen_id),
            delete(RelationRow).where(RelationRow.citizen_id == citizen_id),
            delete(CitizenRow).where(CitizenRow.id == citizen_id),
            delete(CitizenKeyRow).where(CitizenKeyRow.citizen_id == citizen_id),
        ]
        return {cast(Any, step).table.name: self._deleted(step) for step in steps}

    def _deleted(self, step: Delete) -> int:
        return cast(CursorResult[Any], self._session.execute(step)).rowcount
