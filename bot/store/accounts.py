# SPDX-License-Identifier: MPL-2.0
"""Accounts and sessions of staff in the database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session as SqlSession

from bot.accounts import Account, Role, Session, Staff
from bot.services.secrets import hash_of_login
from bot.store.tables import StaffRow, StaffSessionRow
from bot.store.vault import Vault


class SqlAccounts:
    """See `bot.ports.Accounts`."""

    def __init__(self, session: SqlSession, vault: Vault) -> None:
        self._session, self._vault = session, vault

    def add(self, account: Account, at: datetime) -> None:
        """An account of somebody new."""
        row = StaffRow(id=account.staff.id, created_at=at)
        self._write(row, account)
        self._session.add(row)
        self._session.flush()

    def get(self, staff_id: str) -> Account | None:
        """An account."""
        row = None if "\0" in staff_id else self._session.get(StaffRow, staff_id)
        return self._account(row) if row else None

    def locked(self, staff_id: str) -> Account | None:
        """An account; other writers wait."""
        row = None if "\0" in staff_id else self._session.get(StaffRow, staff_id, with_for_update=True)
        return self._account(row) if row else None

    def by_login(self, login: str) -> Account | None:
        """The same by what is typed."""
        row = self._session.scalar(
            select(StaffRow).where(StaffRow.login_hash == hash_of_login(login)).with_for_update())
        return self._account(row) if row else None

    def by_subject(self, subject: str) -> Account | None:
        """The same by who they are at the OpenID provider."""
        row = self._session.scalar(select(StaffRow).where(StaffRow.subject_hash == subject).with_for_update())
        return self._account(row) if row else None

    def save(self, account: Account) -> None:
        """The account as it now is; the token of programs stays."""
        self._write(self._session.get_one(StaffRow, account.staff.id), account)
        self._session.flush()

    def _write(self, row: StaffRow, account: Account) -> None:
        row.sealed_name = self._vault.seal_name(account.staff.name)
        row.role = account.staff.role
        row.login_hash = hash_of_login(account.login) if account.login else None
        row.subject_hash = account.subject
        held = {"login": account.login, "password": account.password, "totp": account.totp}
        row.sealed_sign_in = self._vault.seal_name(json.dumps(held))
        row.totp_step, row.setup_hash, row.setup_until = account.totp_step, account.setup, account.setup_until
        row.failures, row.locked_until, row.ended_at = account.failures, account.locked_until, account.ended_at

    def all(self) -> Sequence[Account]:
        """All accounts, by role and name."""
        found = [self._account(row) for row in self._session.scalars(select(StaffRow))]
        return sorted(found, key=lambda one: (one.staff.role, one.staff.name.casefold(), one.staff.id))

    def _account(self, row: StaffRow) -> Account:
        held = json.loads(self._vault.open_name(row.sealed_sign_in)) if row.sealed_sign_in else {}
        staff = Staff(row.id, self._vault.open_name(row.sealed_name), Role(row.role))
        return Account(
            staff, held.get("login", ""), held.get("password", ""), held.get("totp", ""), row.totp_step, row.setup_hash,
            row.setup_until, row.failures, row.locked_until, row.ended_at, row.subject_hash,
        )

    def add_session(self, session: Session) -> None:
        """A device that has just been signed in."""
        self._session.add(StaffSessionRow(
            token_hash=session.token_hash, staff_id=session.staff_id, created_at=session.created_at,
            seen_at=session.seen_at,
        ))

    def session(self, token_hash: str) -> Session | None:
        """The session of a token."""
        row = self._session.get(StaffSessionRow, token_hash)
        return Session(row.token_hash, row.staff_id, row.created_at, row.seen_at) if row else None

    def save_session(self, session: Session) -> None:
        """When it was used last."""
        row = self._session.get(StaffSessionRow, session.token_hash)
        if row is not None:
            row.seen_at = session.seen_at

    def end_session(self, token_hash: str) -> None:
        """The token opens nothing from now on."""
        self._session.execute(delete(StaffSessionRow).where(StaffSessionRow.token_hash == token_hash))

    def end_sessions(self, staff_id: str) -> int:
        """The same for all devices of somebody; how many there were."""
        theirs = StaffSessionRow.staff_id == staff_id
        number = self._session.scalar(select(func.count()).select_from(StaffSessionRow).where(theirs)) or 0
        self._session.execute(delete(StaffSessionRow).where(theirs))
        return number
