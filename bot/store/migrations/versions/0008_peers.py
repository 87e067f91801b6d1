# SPDX-License-Identifier: MPL-2.0
"""Supported sessions: a peer's place in a conversation, and what the two write to each other."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "peer_session",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("conversation_id", sa.String(length=64), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("code_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.String(length=64), nullable=True),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("bot_rests", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name=op.f("fk_peer_session_conversation_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_peer_session_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_peer_session")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_peer_session_code_hash")),
    )
    with op.batch_alter_table("peer_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_peer_session_conversation_id"), ["conversation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_peer_session_staff_id"), ["staff_id"], unique=False)
    op.create_table(
        "peer_line",
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["peer_session.id"], name=op.f("fk_peer_line_session_id")),
        sa.PrimaryKeyConstraint("session_id", "number", name=op.f("pk_peer_line")),
    )
