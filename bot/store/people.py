# SPDX-License-Identifier: MPL-2.0
"""Staff, citizens, relations and invitations in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.accounts import Role, Staff
from bot.records import Invitation, Known
from bot.store.tables import CitizenKeyRow, CitizenRow, InvitationRow, RelationRow, StaffRow
from bot.store.vault import Vault


class SqlPeople:
    """See `bot.ports.People`."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session, self._vault = session, vault

    def add_staff(self, staff: Staff, token_hash: str, at: datetime) -> None:
        """A member of staff."""
        name = self._vault.seal_name(staff.name)
        self._session.add(
            StaffRow(id=staff.id, sealed_name=name, role=staff.role, token_hash=token_hash, created_at=at))
        self._session.flush()

    def staff_by_token(self, token_hash: str) -> Staff | None:
        """Who holds a token; nobody once their account has ended."""
        held = StaffRow.token_hash == token_hash
        row = self._session.scalar(select(StaffRow).where(held, StaffRow.ended_at.is_(None)))
        return Staff(row.id, self._vault.open_name(row.sealed_name), Role(row.role)) if row else None

    def add_citizen(self, citizen_id: str, staff_id: str, at: datetime) -> None:
        """A citizen with a key of their own; with an empty `staff_id`, nobody works with them."""
        self._session.add(CitizenRow(id=citizen_id, created_at=at))
        self._session.add(CitizenKeyRow(citizen_id=citizen_id, wrapped_key=self._vault.new_wrapped_key()))
        self._session.flush()
        if staff_id:
            self._session.add(RelationRow(staff_id=staff_id, citizen_id=citizen_id, from_at=at))
            self._session.flush()

    def call(self, citizen_id: str, called: str) -> None:
        """What staff call a citizen, sealed with the citizen's own key."""
        row = self._session.get_one(CitizenRow, citizen_id)
        key = self._session.get_one(CitizenKeyRow, citizen_id).wrapped_key
        row.sealed_called = self._vault.citizen(key).close(called.encode()) if called else None

    def citizens_of(self, staff_id: str) -> Sequence[Known]:
        """Whom a member of staff works with now, longest first."""
        asked = select(CitizenRow, CitizenKeyRow.wrapped_key, RelationRow.from_at).join(
            RelationRow, RelationRow.citizen_id == CitizenRow.id).join(
            CitizenKeyRow, CitizenKeyRow.citizen_id == CitizenRow.id)
        asked = asked.where(RelationRow.staff_id == staff_id, RelationRow.to_at.is_(None))
        rows = self._session.execute(asked.order_by(RelationRow.from_at, CitizenRow.id))
        return [Known(row.id, self._called(row, key), since) for row, key, since in rows]

    def _called(self, row: CitizenRow, key: bytes) -> str:
        if row.sealed_called is None:
            return ""
        return self._vault.citizen(key).open(row.sealed_called).decode()

    def works_with(self, staff_id: str, citizen_id: str) -> bool:
        """Whether there is a relation that has not ended."""
        row = self._session.get(RelationRow, (staff_id, citizen_id)) if "\0" not in citizen_id else None
        return row is not None and row.to_at is None

    def relate(self, staff_id: str, citizen_id: str, at: datetime) -> None:
        """They work together from now on."""
        row = self._session.get(RelationRow, (staff_id, citizen_id))
        if row is None:
            self._session.add(RelationRow(staff_id=staff_id, citizen_id=citizen_id, from_at=at))
        elif row.to_at is not None:
            row.from_at, row.to_at = at, None

    def end_relation(self, staff_id: str, citizen_id: str, at: datetime) -> None:
        """They no longer work together."""
        row = self._session.get(RelationRow, (staff_id, citizen_id))
        if row is not None and row.to_at is None:
            row.to_at = at

    def has_citizen(self, citizen_id: str) -> bool:
        """Whether there is such a citizen."""
        return "\0" not in citizen_id and self._session.get(CitizenRow, citizen_id) is not None

    def add_invitation(self, invitation: Invitation, at: datetime) -> None:
        """A code that has just been made."""
        self._session.add(
            InvitationRow(
                code_hash=invitation.code_hash, citizen_id=invitation.citizen_id, staff_id=invitation.staff_id,
                created_at=at, expires_at=invitation.expires_at,
            )
        )

    def invitation(self, code_hash: str) -> Invitation | None:
        """The invitation of a code; other writers wait."""
        row = self._session.get(InvitationRow, code_hash, with_for_update=True)
        if row is None:
            return None
        return Invitation(row.code_hash, row.citizen_id, row.staff_id, row.expires_at, row.conversation_id)

    def use_invitation(self, invitation: Invitation) -> None:
        """Notes which conversation a code began."""
        row = self._session.get_one(InvitationRow, invitation.code_hash)
        row.conversation_id = invitation.conversation_id
