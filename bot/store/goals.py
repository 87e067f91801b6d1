# SPDX-License-Identifier: MPL-2.0
"""Goals and their versions in the database."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, Row, Select, delete, func, select, tuple_
from sqlalchemy.orm import Session

from bot.goals.finding import SEEN_BY_STAFF, After, Page, Wanted
from bot.goals.goal import Change, Goal
from bot.goals.lifecycle import State
from bot.records import Due, Happened, Mark, Turn
from bot.store.seals import Seals, pack, read_as, unpack, unsealed
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
        row.state, row.version, row.due_on = goal.state, goal.version, goal.due_on
        row.changed_at = goal.history[-1].at
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

    def of_citizen(self, citizen_id: str) -> Sequence[Goal]:
        """All goals of a citizen with their histories, least recently changed first."""
        return self._goals(GoalRow.citizen_id == citizen_id) if "\0" not in citizen_id else []

    def of_staff(self, staff_id: str, wanted: Wanted, after: After | None, at_most: int) -> Page:
        """A page of what is shared with a member of staff; theme and words lie sealed and are looked at one by one."""
        which: list[ColumnElement[bool]] = [
            GoalRow.citizen_id.in_(_citizens_of(staff_id)), GoalRow.state.in_(wanted.states)
        ]
        if wanted.citizen_id:
            which.append(GoalRow.citizen_id == wanted.citizen_id.replace("\0", ""))
        if wanted.due_by:
            which.append(GoalRow.due_on <= wanted.due_by)
        if wanted.updated_since:
            which.append(GoalRow.changed_at >= wanted.updated_since)
        if after:
            which.append(tuple_(GoalRow.changed_at, GoalRow.id) > (after.at, after.id))
        looks = bool(wanted.theme or wanted.words)
        asked = select(GoalRow.id, GoalRow.citizen_id, GoalRow.version, GoalRow.changed_at, GoalRow.sealed)
        asked = asked.where(*which).order_by(GoalRow.changed_at, GoalRow.id)
        return self._page(asked if looks else asked.limit(at_most + 1), wanted, at_most)

    def _page(self, asked: Select[str, str, int, datetime, bytes], wanted: Wanted, at_most: int) -> Page:
        goals: list[Goal] = []
        last: After | None = None
        looked_for = [part for part in (wanted.theme, _as_it_lies(wanted.words)) if part]
        rows = self._session.execute(asked).all()
        self._seals.fetch(row.citizen_id for row in rows)
        for goal_id, citizen_id, version, changed_at, sealed in rows:
            content = unsealed(self._seals.of_citizen(citizen_id), sealed)
            folded = content.casefold() if looked_for else ""
            if any(part not in folded for part in looked_for):
                continue
            goal = replace(read_as(Goal, content), version=version)
            if not wanted.fits(goal):
                continue
            if len(goals) == at_most:
                return Page(goals, last)
            goals.append(goal)
            last = After(changed_at, goal_id)
        return Page(goals)

    def changes(self, staff_id: str, since: Mark | None, until: datetime, at_most: int) -> Sequence[Happened]:
        """Versions in the order in which they were made."""
        order = (GoalChangeRow.at, GoalChangeRow.goal_id, GoalChangeRow.version)
        asked = select(GoalChangeRow, GoalRow.citizen_id, GoalRow.state).join(
            GoalRow, GoalRow.id == GoalChangeRow.goal_id)
        was_seen = GoalChangeRow.state.in_(SEEN_BY_STAFF) | (GoalChangeRow.state == State.WITHDRAWN)
        which: list[ColumnElement[bool]] = [
            GoalRow.citizen_id.in_(_citizens_of(staff_id)), was_seen, GoalChangeRow.at <= until,
                 GoalRow.state != State.DRAFT]
        if since:
            which.append(tuple_(*order) > (since.at, since.goal_id, since.version))
        rows = self._session.execute(asked.where(*which).order_by(*order).limit(at_most)).all()
        self._seals.fetch(citizen_id for _, citizen_id, _ in rows)
        return [self._happened(row) for row in rows]

    def _happened(self, row: Row[GoalChangeRow, str, str]) -> Happened:
        made, citizen_id, state = row
        change = unpack(self._seals.of_citizen(citizen_id), Change, made.sealed)
        return Happened(Mark(made.at, made.goal_id, made.version), citizen_id, change, state in SEEN_BY_STAFF)

    def due(self, on: date) -> Sequence[Due]:
        """Goals whose day has come, with who works with their citizens now."""
        asked = select(GoalRow.id, GoalRow.citizen_id, GoalRow.due_on).where(
            GoalRow.due_on <= on, GoalRow.state == State.ACTIVE)
        rows = self._session.execute(asked.order_by(GoalRow.due_on, GoalRow.id)).all()
        relations = select(RelationRow.citizen_id, RelationRow.staff_id).where(
            RelationRow.to_at.is_(None), RelationRow.citizen_id.in_({row.citizen_id for row in rows}))
        staff: dict[str, list[str]] = {}
        for citizen_id, staff_id in self._session.execute(relations.order_by(RelationRow.from_at)):
            staff.setdefault(citizen_id, []).append(staff_id)
        return [Due(row.id, row.citizen_id, row.due_on, tuple(staff.get(row.citizen_id, ()))) for row in rows]

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
        rows = list(self._session.scalars(select(GoalRow).where(*which).order_by(GoalRow.changed_at, GoalRow.id)))
        histories = self._histories(rows)
        return [self._as_it_stands(row, histories.get(row.id, [])) for row in rows]

    def _goal(self, row: GoalRow | None) -> Goal | None:
        return self._as_it_stands(row, self._histories([row]).get(row.id, [])) if row else None

    def _as_it_stands(self, row: GoalRow, history: list[Change]) -> Goal:
        goal = unpack(self._seals.of_citizen(row.citizen_id), Goal, row.sealed)
        return replace(goal, history=history, version=row.version)

    def _histories(self, rows: Sequence[GoalRow]) -> dict[str, list[Change]]:
        """The versions of some goals, in order, asked for a few hundred goals at a time."""
        citizens = {row.id: row.citizen_id for row in rows}
        found: dict[str, list[Change]] = {}
        for ids in _by_hundreds(list(citizens)):
            changes = select(GoalChangeRow.goal_id, GoalChangeRow.sealed).where(GoalChangeRow.goal_id.in_(ids))
            for goal_id, sealed in self._session.execute(changes.order_by(GoalChangeRow.version)):
                change = unpack(self._seals.of_citizen(citizens[goal_id]), Change, sealed)
                found.setdefault(goal_id, []).append(change)
        return found


def _as_it_lies(words: str) -> str:
    """Words as they stand in sealed JSON, where a quotation mark or a backslash has another before it."""
    return json.dumps(words.casefold(), ensure_ascii=False)[1:-1]


_AT_ONCE = 500


def _by_hundreds(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


def _citizens_of(staff_id: str) -> Select[str]:
    """The citizens that a member of staff works with now."""
    return select(RelationRow.citizen_id).where(RelationRow.staff_id == staff_id, RelationRow.to_at.is_(None))


def _change_row(seal: Seal, goal_id: str, change: Change) -> GoalChangeRow:
    return GoalChangeRow(
        goal_id=goal_id, version=change.version, actor=change.actor, act=change.act, state=change.state,
        at=change.at, sealed=pack(seal, change),
    )
