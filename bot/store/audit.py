# SPDX-License-Identifier: MPL-2.0
"""The audit in the database: lines are only added, each chained to the one before, in the transaction of the act."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import CursorResult, Table, delete, func, insert, select, true, update
from sqlalchemy.orm import Session

from bot.records import Line
from bot.store.tables import AuditHeadRow, AuditRow

GENESIS = "0" * 64
"""What the first line is chained to."""


@dataclass(frozen=True)
class Verdict:
    """Whether the chain holds: how many lines were read, the id of the first that does not fit, and the last hash."""

    lines: int
    first_broken: int | None
    head: str


_LINES, _HEAD = cast(Table, AuditRow.__table__), cast(Table, AuditHeadRow.__table__)
"""The bare tables: no object of the session stands for a line that is only added."""


class SqlAudit:
    """See `bot.ports.Audit`. Lines are written when the unit of work ends, so that others wait only for a moment."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._lines: list[Line] = []

    def note(self, at: datetime, actor: str, act: str, subject: str, purpose: str = "") -> None:
        """One line, kept only if the act is."""
        self._lines.append(Line(at, actor, act, subject, purpose))

    def write(self) -> None:
        """Chains and adds what was noted; other writers wait from here until the transaction ends."""
        if not self._lines:
            return
        asked = select(AuditHeadRow.chain, AuditHeadRow.lines).where(AuditHeadRow.id == 1).with_for_update()
        head = self._session.execute(asked).one_or_none()
        if head is None:
            self._session.execute(insert(AuditHeadRow).values(id=1, chain=GENESIS, lines=0, base=GENESIS))
        chain, lines = head or (GENESIS, 0)
        last = self._session.scalar(select(func.max(AuditRow.id))) or 0
        rows: list[dict[str, Any]] = []
        for number, line in enumerate(self._lines, start=last + 1):
            chain = chained(chain, line)
            rows.append({"id": number, **vars(line), "chain": chain})
        self._session.execute(insert(_LINES), rows)
        self._session.execute(update(_HEAD).where(_HEAD.c.id == 1).values(chain=chain, lines=lines + len(rows)))
        self._lines = []


def chained(before: str, line: Line) -> str:
    """SHA-256, in hex, over the hash before and the line as JSON with sorted keys and its moment in UTC."""
    told = {**vars(line), "at": line.at.astimezone(UTC).isoformat(timespec="microseconds")}
    written = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(f"{before}\n{written}".encode()).hexdigest()


def verify(session: Session) -> Verdict:
    """Reads the whole chain again: a line that was changed, taken out, put in or cut off at the end is found."""
    head = session.get(AuditHeadRow, 1)
    before, count = head.base if head else GENESIS, 0
    rows = session.scalars(select(AuditRow).order_by(AuditRow.id).execution_options(yield_per=1_000))
    for row in rows:
        count += 1
        before = chained(before, Line(row.at, row.actor, row.act, row.subject, row.purpose))
        if before != row.chain:
            return Verdict(count, row.id, before)
    whole = (head.chain, head.lines) == (before, count) if head else count == 0
    return Verdict(count, None if whole else -1, before)


def cut_off(session: Session, before: datetime) -> int:
    """Deletes the oldest lines up to the first that is not older than a moment; what is left is chained to where it
    was cut. How many. A later line with an early moment (a clock that was set wrong) takes no others along.
    """
    head = session.get(AuditHeadRow, 1, with_for_update=True)
    first_kept = session.scalar(select(func.min(AuditRow.id)).where(AuditRow.at >= before))
    older = AuditRow.id < first_kept if first_kept is not None else true()
    newest = session.scalar(select(func.max(AuditRow.id)).where(older))
    if head is None or newest is None:
        return 0
    head.base = session.get_one(AuditRow, newest).chain
    gone = cast(CursorResult[Any], session.execute(delete(AuditRow).where(AuditRow.id <= newest))).rowcount
    head.lines -= gone
    return gone


def counts(session: Session, since: datetime) -> Iterable[tuple[str, str, int]]:
    """(kind of actor, act, how often) since a moment; for spot checks, without ids."""
    wanted = select(AuditRow.actor, AuditRow.act, func.count()).where(AuditRow.at >= since)
    found: dict[tuple[str, str], int] = {}
    for actor, act, times in session.execute(wanted.group_by(AuditRow.actor, AuditRow.act)):
        key = (actor.partition(":")[0], act)
        found[key] = found.get(key, 0) + times
    return [(kind, act, times) for (kind, act), times in sorted(found.items())]


def sample(session: Session, since: datetime, at_most: int) -> list[Line]:
    """Some look-ups by staff since a moment, chosen by the database's chance: for a spot check (2023-423-0019)."""
    wanted = select(AuditRow).where(AuditRow.at >= since, AuditRow.actor.startswith("staff:"))
    rows = session.scalars(wanted.order_by(func.random()).limit(at_most))
    return [Line(row.at, row.actor, row.act, row.subject, row.purpose) for row in rows]
