# SPDX-License-Identifier: MPL-2.0
"""Staff sign in and out: a password and a one-time code, or an OpenID provider, give a session that ends by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.accounts import Account, Lasting, Role, Session, Staff
from bot.ports import Clock, Store, UnitOfWork
from bot.services import credentials
from bot.services.errors import DeskError, SignInRefused
from bot.services.secrets import hash_of, hash_of_code, new_id, new_token

_NOTED_EVERY = timedelta(minutes=1)
"""How fine "last used" is: a write on every request would be a writer's turn on every request."""
_NEWEST = timedelta(minutes=5)
"""A clock set back this far ends no session; one set back farther does (an hour of before is not trusted)."""


@dataclass(frozen=True)
class SignedIn:
    """A session that has just begun; the token is shown once."""

    staff: Staff
    token: str
    until: datetime


def sign_in(store: Store, clock: Clock, limits: Lasting, login: str, password: str, code: str) -> SignedIn:
    """A session for who knows the password and holds the authenticator; `SignInRefused` otherwise, never said why.

    Failures count, and the account waits longer and longer; a failure is kept although nothing else is.
    """
    with store() as work:
        account = work.accounts.by_login(login)
        refused = _refusal(account, clock(), password, code)
        if account is not None:
            work.accounts.save(account)
            work.audit.note(clock(), f"staff:{account.staff.id}", "sign-in.refused" if refused else "sign-in",
                            account.staff.id)
        signed = None if refused or account is None else begin_session(work, clock(), limits, account.staff)
    if signed is None:
        raise SignInRefused
    return signed


def _refusal(account: Account | None, at: datetime, password: str, code: str) -> bool:
    """Whether a sign-in fails; notes on the account what that changes."""
    fits = credentials.password_fits(account, password)
    if account is None or account.ended_at is not None or credentials.must_wait(account, at):
        return True
    step = credentials.step_of_code(account, code, at)
    if not fits or step is None or account.setup:
        credentials.note_failure(account, at)
        return True
    account.failures, account.locked_until, account.totp_step = 0, None, step
    return False


def begin_session(work: UnitOfWork, at: datetime, limits: Lasting, staff: Staff) -> SignedIn:
    """A session with a token of its own: one that was there before is never taken over (session fixation)."""
    token = new_token()
    work.accounts.add_session(Session(hash_of(token), staff.id, at, at))
    return SignedIn(staff, token, at + limits.whole)


def begin_setup(store: Store, clock: Clock, login: str, setup_code: str, password: str) -> str:
    """Keeps a first password and a fresh authenticator's secret; its address for an app (`otpauth://…`).

    Nothing can be signed in with before `finish_setup`. `SignInRefused`, `WeakPassword`.
    """
    with store() as work:
        account = _being_set_up(work, clock(), login, setup_code)
        if account is not None:
            credentials.check_password_is_strong(password, account.login, account.staff.name)
            account.password, account.totp, account.totp_step = (
                credentials.hash_of_password(password), credentials.new_totp(), 0)
            work.accounts.save(account)
        address = credentials.totp_address(account) if account else ""
    if account is None:
        raise SignInRefused
    return address


def finish_setup(store: Store, clock: Clock, limits: Lasting, login: str, setup_code: str, code: str) -> SignedIn:
    """The first code of the authenticator: the setup code is used up and a session begins. `SignInRefused`."""
    with store() as work:
        account = _being_set_up(work, clock(), login, setup_code)
        step = credentials.step_of_code(account, code, clock()) if account else None
        signed = None
        if account is not None and step is None:
            credentials.note_failure(account, clock())
        if account is not None and step is not None:
            account.setup, account.setup_until, account.totp_step, account.failures = "", None, step, 0
            work.audit.note(clock(), f"staff:{account.staff.id}", "account.set-up", account.staff.id)
            signed = begin_session(work, clock(), limits, account.staff)
        if account is not None:
            work.accounts.save(account)
    if signed is None:
        raise SignInRefused
    return signed


def _being_set_up(work: UnitOfWork, at: datetime, login: str, setup_code: str) -> Account | None:
    """The account that a setup code still opens; a wrong code counts as a failure."""
    account = work.accounts.by_login(login)
    if account is None or account.ended_at is not None or not account.setup or credentials.must_wait(account, at):
        return None
    late = account.setup_until is None or account.setup_until < at
    if late or account.setup != hash_of_code(setup_code):
        credentials.note_failure(account, at)
        work.accounts.save(account)
        return None
    return account


def caller(store: Store, clock: Clock, limits: Lasting, token: str) -> Staff | None:
    """Who holds this token: of a session that lasts, or of a program; None otherwise. The role is the one of now."""
    hashed = hash_of(token)
    with store.reading() as work:
        program = work.people.staff_by_token(hashed)
        session = None if program else work.accounts.session(hashed)
        account = work.accounts.get(session.staff_id) if session else None
    if program is not None or session is None or account is None or account.ended_at is not None:
        return program
    if not lasts(session, clock(), limits):
        return None
    if clock() - session.seen_at >= _NOTED_EVERY:
        with store() as work:
            session.seen_at = clock()
            work.accounts.save_session(session)
    return account.staff


def lasts(session: Session, at: datetime, limits: Lasting) -> bool:
    """Whether a session is neither too old nor too long unused."""
    return (
        at - session.created_at < limits.whole and at - session.seen_at < limits.idle
        and at >= session.created_at - _NEWEST
    )


def sign_in_as_demo(store: Store, clock: Clock, limits: Lasting, login: str) -> SignedIn:
    """A session for the demo account, without a password: the caller has seen to it that only this machine asks."""
    with store() as work:
        account = work.accounts.by_login(login)
        signed = None
        if account is not None and account.ended_at is None:
            work.audit.note(clock(), f"staff:{account.staff.id}", "sign-in", account.staff.id, "demo")
            signed = begin_session(work, clock(), limits, account.staff)
    if signed is None:
        raise SignInRefused
    return signed


def sign_out(store: Store, clock: Clock, staff: Staff, token: str) -> None:
    """Ends the session; the token opens nothing from now on."""
    with store() as work:
        work.accounts.end_session(hash_of(token))
        work.audit.note(clock(), f"staff:{staff.id}", "sign-out", staff.id)


def change_password(store: Store, clock: Clock, staff: Staff, old: str, code: str, fresh: str) -> None:
    """Another password for who knows the old one and holds the authenticator; all sessions end.

    `SignInRefused`, `WeakPassword`.
    """
    with store() as work:
        account = work.accounts.locked(staff.id)
        error: type[DeskError] | None = SignInRefused if _refusal(account, clock(), old, code) else None
        if account is not None and error is None:
            credentials.check_password_is_strong(fresh, account.login, account.staff.name)
            account.password = credentials.hash_of_password(fresh)
            work.accounts.end_sessions(staff.id)
            work.audit.note(clock(), f"staff:{staff.id}", "account.password", staff.id)
        if account is not None:
            work.accounts.save(account)
    if error is not None:
        raise error


def sign_in_from_provider(
    store: Store, clock: Clock, limits: Lasting, issuer: str, subject: str, name: str, role: Role
) -> SignedIn:
    """A session for somebody whom the OpenID provider vouches for; their account is made or brought up to date.

    A role that has changed ends the sessions of the role before. `SignInRefused` where the account has ended.
    """
    who = hash_of(f"{issuer}\n{subject}")
    with store() as work:
        account = work.accounts.by_subject(who)
        if account is None:
            account = Account(Staff(new_id(), name, role), subject=who)
            work.accounts.add(account, clock())
            work.audit.note(clock(), "provider", "account.add", account.staff.id)
        elif account.staff.role is not role:
            work.accounts.end_sessions(account.staff.id)
            work.audit.note(clock(), "provider", "account.role", account.staff.id)
        ended = account.ended_at is not None
        account.staff = Staff(account.staff.id, name, role)
        work.accounts.save(account)
        act = "sign-in.refused" if ended else "sign-in"
        work.audit.note(clock(), f"staff:{account.staff.id}", act, account.staff.id)
        signed = None if ended else begin_session(work, clock(), limits, account.staff)
    if signed is None:
        raise SignInRefused
    return signed


def refuse_from_provider(store: Store, clock: Clock, issuer: str, subject: str) -> None:
    """Somebody whom the OpenID provider gives no role any more: the sessions of the role before end."""
    with store() as work:
        account = work.accounts.by_subject(hash_of(f"{issuer}\n{subject}"))
        if account is not None:
            work.accounts.end_sessions(account.staff.id)
            work.audit.note(clock(), f"staff:{account.staff.id}", "sign-in.refused", account.staff.id)
