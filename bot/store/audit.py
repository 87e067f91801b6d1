# SPDX-License-Identifier: MPL-2.0
"""Audit lines in the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.store.tables import AuditRow


class SqlAudit:
    """See `bot.ports.Audit`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def note(self, at: datetime, actor: str, act: str, subject: str, purpose: str = "") -> None:
        """One line, kept only if the act is."""
        self._session.add(AuditRow(at=at, actor=actor, act=act, subject=subject, purpose=purpose))
