# SPDX-License-Identifier: MPL-2.0
"""Goals and their versions in the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from bot.goals.goal import Change, Goal
from bot.goals.lifecycle import State
from bot.ports import Turn
from bot.store.seals import Seals, pack, unpack
from bot.store.tables import CitizenRow, GoalChangeRow, GoalRow, RelationRow, SharedQuoteRow, TurnRow
from bot.store.vault import Seal


class SqlGoals:
    """See `bot.ports.Goals`."""

    def __init__(self, session: Session, seals: Seals) -> None:
        self._session, self._seals = session, seals

    def add(self, goal: Goal) -> None:
        """A new goal with its first version."""
        self._session.add(
            GoalRow(
                id=goal.id, citizen_id=goal.citizen_id, conversation_id=goal.conversation_id, state=goal.state,
                version=0, changed_at=goal.history[-1].at, sealed=b"",
            )
        )
        self._session.flush()
        self.save(goal)

    def save(self, goal: Goal) -> None:
        """The goal as it stands, and the versions that are new; what stood before is left as it is."""
        row = self._session.get_one(GoalRow, goal.id)
        seal = self._seals.of_citizen(goal.citizen_id)
        self._session.add_all(_change_row(seal, goal.id, change) for change in goal.history[row.version :])
        row.state, row.version, row.changed_at = goal.state, goal.version, goal.history[-1].at
        row.sealed = pack(seal, replace(goal, history=[]))

    def get(self, goal_id: str) -> Goal | None:
        """A goal with its history."""
        return self._goal(self._session.get(GoalRow, goal_id)) if "\0" not in goal_id else None

    def locked(self, goal_id: str) -> Goal | None:
        """A goal with its history; other writers wait."""
        if "\0" in goal_id:
            return None
        return self._goal(self._session.get(GoalRow, goal_id, with_for_update=True))

    def of_conversation(self, conversation_id: str) -> Sequence[Goal]:
        """The goals that came out of a conversation, oldest first."""
        return self._goals(GoalRow.conversation_id == conversation_id)

    def of_staff(self, staff_id: str, state: State | None) -> Sequence[Goal]:
        """The goals of the citizens that a member of staff works with now."""
        theirs = select(RelationRow.citizen_id).where(RelationRow.staff_id == staff_id, RelationRow.to_at.is_(None))
        which = [GoalRow.citizen_id.in_(theirs)]
        return self._goals(*which, *([GoalRow.state == state] if state else []))

    def delete_drafts(self, conversation_id: str) -> None:
        """The goals that only the citizen has seen are deleted with all their versions."""
        drafts = select(GoalRow.id).where(GoalRow.conversation_id == conversation_id, GoalRow.state == State.DRAFT)
        ids = list(self._session.scalars(drafts))
        self._session.execute(delete(GoalChangeRow).where(GoalChangeRow.goal_id.in_(ids)))
        self._session.execute(delete(GoalRow).where(GoalRow.id.in_(ids)))

    def active_count(self, citizen_id: str) -> int:
        """How many of a citizen's goals are active; who counts, keeps others from counting until it is done."""
        self._session.execute(select(CitizenRow.id).where(CitizenRow.id == citizen_id).with_for_update())
        counted = select(func.count()).where(GoalRow.citizen_id == citizen_id, GoalRow.state == State.ACTIVE)
        return self._session.scalar(counted) or 0

    def quotes(self, goal: Goal) -> Sequence[tuple[int, str]]:
        """What the citizen chose to share of the goal's conversation."""
        shared = (TurnRow.conversation_id == SharedQuoteRow.conversation_id) & (
            TurnRow.number == SharedQuoteRow.turn_number
        )
        wanted = select(TurnRow.sealed).join(SharedQuoteRow, shared).order_by(TurnRow.number)
        found = self._session.scalars(wanted.where(TurnRow.conversation_id == goal.conversation_id))
        seal = self._seals.of_citizen(goal.citizen_id)
        turns = (unpack(seal, Turn, sealed) for sealed in found)
        return [(turn.number, turn.said.text) for turn in turns if turn.said]

    def _goals(self, *which: ColumnElement[bool]) -> list[Goal]:
        rows = self._session.scalars(select(GoalRow).where(*which).order_by(GoalRow.changed_at, GoalRow.id))
        return [goal for row in rows if (goal := self._goal(row))]

    def _goal(self, row: GoalRow | None) -> Goal | None:
        if row is None:
            return None
        seal = self._seals.of_citizen(row.citizen_id)
        changes = select(GoalChangeRow.sealed).where(GoalChangeRow.goal_id == row.id)
        found = self._session.scalars(changes.order_by(GoalChangeRow.version))
        history = [unpack(seal, Change, sealed) for sealed in found]
        return replace(unpack(seal, Goal, row.sealed), history=history)


def _change_row(seal: Seal, goal_id: str, change: Change) -> GoalChangeRow:
    return GoalChangeRow(
        goal_id=goal_id, version=change.version, actor=change.actor, act=change.act, state=change.state,
        at=change.at, sealed=pack(seal, change),
    )
