# SPDX-License-Identifier: MPL-2.0
"""The audit becomes a chain: every line holds a hash over itself and the one before."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("base", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.add_column(sa.Column("chain", sa.String(length=64), server_default="", nullable=False))
    chain, lines = _chain_what_is_there()
    op.execute(sa.text("INSERT INTO audit_head (id, chain, lines, base) VALUES (1, :chain, :lines, :base)").bindparams(
        chain=chain, lines=lines, base="0" * 64))
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.alter_column("chain", server_default=None)


def _chain_what_is_there() -> tuple[str, int]:
    audit = sa.table(
        "audit", sa.column("id"), sa.column("at", sa.DateTime(timezone=True)), sa.column("actor"), sa.column("act"),
        sa.column("subject"), sa.column("purpose"), sa.column("chain"))
    connection = op.get_bind()
    rows = connection.execute(sa.select(
        audit.c.id, audit.c.at, audit.c.actor, audit.c.act, audit.c.subject, audit.c.purpose).order_by(audit.c.id)).all()
    chain = "0" * 64
    for row in rows:
        told = {"at": _moment(row.at), "actor": row.actor, "act": row.act, "subject": row.subject,
                "purpose": row.purpose}
        written = json.dumps(told, ensure_ascii=False, sort_keys=True)
        chain = hashlib.sha256(f"{chain}\n{written}".encode()).hexdigest()
        connection.execute(audit.update().where(audit.c.id == row.id).values(chain=chain))
    return chain, len(rows)


def _moment(at: datetime) -> str:
    return (at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)).isoformat(timespec="microseconds")
