# SPDX-License-Identifier: MPL-2.0
"""The tables. A column named `sealed` holds citizens' words and can be read only with that citizen's key."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import DateTime, ForeignKey, Index, LargeBinary, MetaData, String, UniqueConstraint, text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The same moment in UTC."""
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC, with its zone."""
        if value is None:
            return None
        moment: datetime = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        return moment


class Table(DeclarativeBase):
    """What all tables share."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {datetime: Moment, bytes: LargeBinary, str: String(64)}  # noqa: RUF012


class StaffRow(Table):
    """A member of staff; only the hash of their token is kept, and sealed what they sign in with."""

    __tablename__ = "staff"

    id: Mapped[str] = mapped_column(primary_key=True)
    sealed_name: Mapped[bytes]
    token_hash: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    role: Mapped[str] = mapped_column(String(16), server_default=text("'bostoette'"))
    login_hash: Mapped[str | None] = mapped_column(unique=True)
    subject_hash: Mapped[str | None] = mapped_column(unique=True)
    sealed_sign_in: Mapped[bytes | None]
    totp_step: Mapped[int] = mapped_column(server_default=text("0"))
    setup_hash: Mapped[str] = mapped_column(server_default=text("''"))
    setup_until: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(server_default=text("0"))
    locked_until: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class StaffSessionRow(Table):
    """A device on which somebody of the staff is signed in."""

    __tablename__ = "staff_session"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class CitizenRow(Table):
    """A citizen: no number, only since when, and sealed what their staff call them."""

    __tablename__ = "citizen"

    id: Mapped[str] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    sealed_called: Mapped[bytes | None]


class CitizenKeyRow(Table):
    """The wrapped key to a citizen's words. A table of its own, without a foreign key, so that copies of the database
    can leave the keys out and the newest keys can be put beside an older copy."""

    __tablename__ = "citizen_key"

    citizen_id: Mapped[str] = mapped_column(primary_key=True)
    wrapped_key: Mapped[bytes]


class RelationRow(Table):
    """Who of the staff works with which citizen, from and to."""

    __tablename__ = "relation"

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    citizen_id: Mapped[str] = mapped_column(ForeignKey("citizen.id"), primary_key=True, index=True)
    from_at: Mapped[datetime]
    to_at: Mapped[datetime | None]


class InvitationRow(Table):
    """A code's hash, whom it is for, and the conversation that it began."""

    __tablename__ = "invitation"

    code_hash: Mapped[str] = mapped_column(primary_key=True)
    citizen_id: Mapped[str] = mapped_column(ForeignKey("citizen.id"))
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    conversation_id: Mapped[str | None] = mapped_column(ForeignKey("conversation.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class ConversationRow(Table):
    """The dialogue's memory, sealed; `seed` and numbers are in it too. The oldest rows have no moments."""

    __tablename__ = "conversation"

    id: Mapped[str] = mapped_column(primary_key=True)
    citizen_id: Mapped[str] = mapped_column(ForeignKey("citizen.id"), index=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    begun_at: Mapped[datetime | None]
    token_at: Mapped[datetime | None]
    token_seen_at: Mapped[datetime | None]
    sealed: Mapped[bytes]
    sealed_summary: Mapped[bytes | None]


class TurnRow(Table):
    """One message and its answer, sealed."""

    __tablename__ = "turn"
    __table_args__ = (
        UniqueConstraint("conversation_id", "client_id"),
        Index("ix_turn_held", "conversation_id", "reading"),
    )

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[str]
    reading: Mapped[str] = mapped_column(String(8))
    at: Mapped[datetime]
    sealed: Mapped[bytes]


class SharedQuoteRow(Table):
    """A turn whose words the citizen chose to share."""

    __tablename__ = "shared_quote"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    turn_number: Mapped[int] = mapped_column(primary_key=True)


class GoalRow(Table):
    """A goal as it stands; what is in words is sealed."""

    __tablename__ = "goal"
    __table_args__ = (Index("ix_goal_citizen_state", "citizen_id", "state"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    citizen_id: Mapped[str] = mapped_column(ForeignKey("citizen.id"))
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), index=True)
    state: Mapped[str] = mapped_column(String(16))
    version: Mapped[int]
    changed_at: Mapped[datetime]
    due_on: Mapped[date | None] = mapped_column(index=True)
    sealed: Mapped[bytes]


class GoalChangeRow(Table):
    """One version of a goal; rows are added, never changed."""

    __tablename__ = "goal_change"
    __table_args__ = (Index("ix_goal_change_at", "at", "goal_id", "version"),)

    goal_id: Mapped[str] = mapped_column(ForeignKey("goal.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    actor: Mapped[str] = mapped_column(String(16))
    act: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
    sealed: Mapped[bytes]


class RatingRow(Table):
    """How the citizen found a talk, sealed."""

    __tablename__ = "rating"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    at: Mapped[datetime]
    sealed: Mapped[bytes]


class AlertRow(Table):
    """Danger that a person should look at; holds no words."""

    __tablename__ = "alert"
    __table_args__ = (Index("ix_alert_citizen_seen", "citizen_id", "seen_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    citizen_id: Mapped[str] = mapped_column(ForeignKey("citizen.id"))
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), index=True)
    turn: Mapped[int]
    level: Mapped[str] = mapped_column(String(8))
    at: Mapped[datetime]
    seen_at: Mapped[datetime | None]
    seen_by: Mapped[str]
    step: Mapped[int] = mapped_column(server_default=text("0"))
    attempts: Mapped[int] = mapped_column(server_default=text("0"))
    next_at: Mapped[datetime | None] = mapped_column(index=True)
    trying_since: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    delivered_to: Mapped[str] = mapped_column(String(255), server_default=text("''"))


class PeerSessionRow(Table):
    """A peer's place in a conversation, from and to."""

    __tablename__ = "peer_session"

    id: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), index=True)
    code_hash: Mapped[str] = mapped_column(unique=True)
    opened_at: Mapped[datetime]
    code_until: Mapped[datetime]
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"), index=True)
    joined_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    bot_rests: Mapped[bool]


class PeerLineRow(Table):
    """What citizen and peer wrote to each other, sealed."""

    __tablename__ = "peer_line"

    session_id: Mapped[str] = mapped_column(ForeignKey("peer_session.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    author: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
    sealed: Mapped[bytes]


class DeletionRequestRow(Table):
    """That a citizen wants to be deleted; the reason is sealed."""

    __tablename__ = "deletion_request"

    id: Mapped[str] = mapped_column(primary_key=True)
    citizen_id: Mapped[str] = mapped_column(ForeignKey("citizen.id"), index=True)
    at: Mapped[datetime]
    due_on: Mapped[date]
    sealed: Mapped[bytes]


class AuditRow(Table):
    """Who did what with what, and why; never anybody's words."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime]
    actor: Mapped[str]
    act: Mapped[str] = mapped_column(String(32))
    subject: Mapped[str] = mapped_column(index=True)
    purpose: Mapped[str]
    chain: Mapped[str]


class AuditHeadRow(Table):
    """The hash of the last audit line, how many there are, and the hash that the oldest one kept is chained to.

    Whoever adds or cuts off lines locks it.
    """

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chain: Mapped[str]
    lines: Mapped[int]
    base: Mapped[str]
