# SPDX-License-Identifier: MPL-2.0
"""The citizens' wrapped keys stand in a table of their own, so that a copy of the database can leave them out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "citizen_key",
        sa.Column("citizen_id", sa.String(length=64), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("citizen_id", name=op.f("pk_citizen_key")),
    )
    op.execute("INSERT INTO citizen_key (citizen_id, wrapped_key) SELECT id, wrapped_key FROM citizen")
    op.drop_column("citizen", "wrapped_key")
