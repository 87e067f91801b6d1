# SPDX-License-Identifier: MPL-2.0
"""Accounts of staff, kept by who may: made, given a role, ended; and who works with which citizen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.accounts import Account, Role, Staff
from bot.ports import Clock, Store, UnitOfWork
from bot.services.errors import EmptyText, LoginTaken, NotOnYourself, TextTooLong, UnknownAccount, UnknownCitizen
from bot.services.secrets import hash_of_code, new_code, new_id

SETUP_LASTS = timedelta(hours=72)
"""How long the one-time code for a first password may be used."""
LONGEST_NAME = 200
"""Characters of a name or a login name."""
DEMO = "demo"
"""The login name by which a demo account is known."""
CONSOLE = "console"
"""Who acts when a command does; all others are `actor(…)`."""


@dataclass(frozen=True)
class Made:
    """An account and the one-time code with which its owner sets password and authenticator; shown once."""

    staff: Staff
    login: str
    setup_code: str
    until: datetime


def add(store: Store, clock: Clock, by: str, name: str, login: str, role: Role) -> Made:
    """An account for somebody new. `EmptyText`, `TextTooLong`, `LoginTaken`."""
    name, login = name.strip(), login.strip()
    if not name or not login:
        raise EmptyText("Skriv både navn og brugernavn.")
    if max(len(name), len(login)) > LONGEST_NAME:
        raise TextTooLong
    with store() as work:
        if work.accounts.by_login(login) is not None:
            raise LoginTaken
        account = Account(Staff(new_id(), name, role), login)
        code, until = _new_setup(account, clock())
        work.accounts.add(account, clock())
        work.audit.note(clock(), by, "account.add", account.staff.id, role)
    return Made(account.staff, login, code, until)


def _new_setup(account: Account, at: datetime) -> tuple[str, datetime]:
    code, until = new_code(), at + SETUP_LASTS
    account.setup, account.setup_until = hash_of_code(code), until
    account.failures, account.locked_until = 0, None
    return code, until


def start_over(store: Store, clock: Clock, by: str, staff_id: str) -> Made:
    """A new one-time code for who has lost password or authenticator: both are void at once, and all sessions end."""
    with store() as work:
        account = _account(work, staff_id)
        account.password = account.totp = ""
        code, until = _new_setup(account, clock())
        work.accounts.save(account)
        work.accounts.end_sessions(staff_id)
        work.audit.note(clock(), by, "account.start-over", staff_id)
    return Made(account.staff, account.login, code, until)


def give_role(store: Store, clock: Clock, by: str, staff_id: str, role: Role) -> Account:
    """Another role; sessions of the old one end. `UnknownAccount`, `NotOnYourself`."""
    with store() as work:
        account = _another(work, by, staff_id)
        account.staff = replace(account.staff, role=role)
        work.accounts.save(account)
        work.accounts.end_sessions(staff_id)
        work.audit.note(clock(), by, "account.role", staff_id, role)
        return account


def end(store: Store, clock: Clock, by: str, staff_id: str) -> Account:
    """The account opens nothing from now on, nor does its token. `UnknownAccount`, `NotOnYourself`."""
    with store() as work:
        account = _another(work, by, staff_id)
        account.ended_at = account.ended_at or clock()
        account.password = account.totp = account.setup = ""
        work.accounts.save(account)
        work.accounts.end_sessions(staff_id)
        work.audit.note(clock(), by, "account.end", staff_id)
        return account


def listed(store: Store) -> Sequence[Account]:
    """All accounts, by role and name."""
    with store.reading() as work:
        return work.accounts.all()


def relate(store: Store, clock: Clock, by: str, staff_id: str, citizen_id: str) -> None:
    """A bostøtte works with a citizen from now on. `UnknownAccount`, `UnknownCitizen`."""
    with store() as work:
        account = _account(work, staff_id)
        if account.ended_at is not None or account.staff.role is not Role.BOSTOETTE:
            raise UnknownAccount("Det kan kun gøres for en bostøtte, hvis konto er i brug.")
        if not work.people.has_citizen(citizen_id):
            raise UnknownCitizen("Borgeren findes ikke. Se efter, om hele nummeret er med.")
        work.people.relate(staff_id, citizen_id, clock())
        work.audit.note(clock(), by, "relation.begin", staff_id, citizen_id)


def end_relation(store: Store, clock: Clock, by: str, staff_id: str, citizen_id: str) -> None:
    """They no longer work together: the citizen's things are out of reach at once. Nothing happens if they did not."""
    with store() as work:
        _account(work, staff_id)
        if work.people.works_with(staff_id, citizen_id):
            work.people.end_relation(staff_id, citizen_id, clock())
            work.audit.note(clock(), by, "relation.end", staff_id, citizen_id)


def actor(staff_id: str) -> str:
    """How somebody of the staff is named in the audit."""
    return f"staff:{staff_id}"


def _account(work: UnitOfWork, staff_id: str) -> Account:
    account = work.accounts.locked(staff_id)
    if account is None:
        raise UnknownAccount
    return account


def _another(work: UnitOfWork, by: str, staff_id: str) -> Account:
    if by == actor(staff_id):
        raise NotOnYourself
    return _account(work, staff_id)
