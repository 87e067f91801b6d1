# SPDX-License-Identifier: MPL-2.0
"""How much is going on, and what was done: numbers and ids alone, without opening anything that is sealed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.records import Done, Figures, Line
from bot.store.audit import counts, sample
from bot.store.tables import AlertRow, ConversationRow, GoalRow, RelationRow


class SqlOverview:
    """See `bot.ports.Overview`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def figures(self, since: datetime) -> Figures:
        """Citizens with somebody who works with them, talks begun, goals by state, alerts nobody has seen."""
        asked = self._session.scalar
        citizens = asked(select(func.count(RelationRow.citizen_id.distinct())).where(RelationRow.to_at.is_(None)))
        talks = asked(select(func.count()).select_from(ConversationRow).where(ConversationRow.begun_at >= since))
        alerts = asked(select(func.count()).select_from(AlertRow).where(AlertRow.seen_at.is_(None)))
        states = self._session.execute(select(GoalRow.state, func.count()).group_by(GoalRow.state)).tuples()
        return Figures(citizens or 0, talks or 0, dict(states.all()), alerts or 0)

    def done(self, since: datetime) -> Sequence[Done]:
        """What was done since a moment, by kind of actor and act."""
        return [Done(kind, act, times) for kind, act, times in counts(self._session, since)]

    def look_ups(self, since: datetime, at_most: int) -> Sequence[Line]:
        """Some acts of staff since a moment, chosen by chance."""
        return sample(self._session, since, at_most)
