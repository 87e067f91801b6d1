# SPDX-License-Identifier: MPL-2.0
"""How far an alert has come on its way to a person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    with op.batch_alter_table("alert", schema=None) as batch_op:
        batch_op.add_column(sa.Column("step", sa.Integer(), server_default=sa.text("0"), nullable=False))
        batch_op.add_column(sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False))
        batch_op.add_column(sa.Column("next_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("trying_since", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("delivered_to", sa.String(length=255), server_default=sa.text("''"), nullable=False))
        batch_op.create_index(batch_op.f("ix_alert_next_at"), ["next_at"], unique=False)
