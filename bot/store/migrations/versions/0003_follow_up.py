# SPDX-License-Identifier: MPL-2.0
"""When a goal is looked at again, what a citizen is called, a shared summary, and how a talk was."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "rating",
        sa.Column("conversation_id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_rating_conversation_id")),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_rating")),
    )
    with op.batch_alter_table("goal", schema=None) as batch_op:
        batch_op.add_column(sa.Column("due_on", sa.Date(), nullable=True))
        batch_op.create_index(batch_op.f("ix_goal_due_on"), ["due_on"], unique=False)
    with op.batch_alter_table("goal_change", schema=None) as batch_op:
        batch_op.create_index("ix_goal_change_at", ["at", "goal_id", "version"], unique=False)
    with op.batch_alter_table("citizen", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sealed_called", sa.LargeBinary(), nullable=True))
    with op.batch_alter_table("conversation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sealed_summary", sa.LargeBinary(), nullable=True))
