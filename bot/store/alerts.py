# SPDX-License-Identifier: MPL-2.0
"""The outbox of alerts in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.codebook import Safety
from bot.records import Alert
from bot.store.tables import AlertRow, RelationRow


class SqlAlerts:
    """See `bot.ports.Alerts`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, alert: Alert) -> None:
        """A new alert, kept only if the message is."""
        self._session.add(AlertRow(**vars(alert)))
        self._session.flush()

    def get(self, alert_id: str) -> Alert | None:
        """An alert; other writers wait."""
        row = self._session.get(AlertRow, alert_id, with_for_update=True) if "\0" not in alert_id else None
        return alert_of(row) if row else None

    def save(self, alert: Alert) -> None:
        """Who has seen it and when, and how far it has come."""
        row = self._session.get_one(AlertRow, alert.id)
        for name in _CHANGING:
            setattr(row, name, getattr(alert, name))

    def waiting(self, at: datetime, latest: datetime, steps: int) -> Sequence[str]:
        """Those to be brought out now, longest waiting first."""
        due = AlertRow.next_at.is_(None) | (AlertRow.next_at <= at) | (AlertRow.next_at > latest)
        left = AlertRow.delivered_at.is_(None) | (AlertRow.step + 1 < steps)
        wanted = select(AlertRow.id).where(AlertRow.seen_at.is_(None), due, left)
        return list(self._session.scalars(wanted.order_by(AlertRow.at, AlertRow.id)))

    def of_conversation(self, conversation_id: str) -> Sequence[Alert]:
        """Those of a conversation, oldest first."""
        wanted = select(AlertRow).where(AlertRow.conversation_id == conversation_id).order_by(AlertRow.at)
        return [alert_of(row) for row in self._session.scalars(wanted)]

    def of_staff(self, staff_id: str) -> Sequence[Alert]:
        """Those about citizens the member of staff works with now, unseen first, newest first."""
        theirs = select(RelationRow.citizen_id).where(RelationRow.staff_id == staff_id, RelationRow.to_at.is_(None))
        wanted = select(AlertRow).where(AlertRow.citizen_id.in_(theirs))
        rows = self._session.scalars(wanted.order_by(AlertRow.seen_at.is_not(None), AlertRow.at.desc()))
        return [alert_of(row) for row in rows]


_CHANGING = ("seen_at", "seen_by", "step", "attempts", "next_at", "trying_since", "delivered_at", "delivered_to")


def alert_of(row: AlertRow) -> Alert:
    """The desk's alert of a row."""
    return Alert(
        id=row.id, citizen_id=row.citizen_id, conversation_id=row.conversation_id, turn=row.turn,
        level=Safety(row.level), at=row.at, **{name: getattr(row, name) for name in _CHANGING},
    )
