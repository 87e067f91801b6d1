# SPDX-License-Identifier: MPL-2.0
"""Invitation codes: staff make them, a citizen begins a conversation with one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.accounts import Role, Staff
from bot.ports import Clock, Store, UnitOfWork
from bot.records import Invitation
from bot.services.errors import ExpiredCode, UnknownCode, UsedCode
from bot.services.permissions import check_staff_may_reach
from bot.services.secrets import hash_of, hash_of_code, new_code, new_id, new_token, quick_hash_of_code


@dataclass(frozen=True)
class Invited:
    """A code to hand to a citizen; it is shown once and can't be read back."""

    code: str
    citizen_id: str
    expires_at: datetime


def add_staff(store: Store, clock: Clock, name: str, role: Role = Role.BOSTOETTE) -> tuple[Staff, str]:
    """A member of staff with a bearer token for programs, which is shown once; they have nothing to sign in with."""
    staff, token = Staff(new_id(), name, role), new_token()
    with store() as work:
        work.people.add_staff(staff, hash_of(token), clock())
        work.audit.note(clock(), "console", "staff.add", staff.id)
    return staff, token


def staff_by_token(store: Store, token: str) -> Staff | None:
    """Who holds this bearer token."""
    with store.reading() as work:
        return work.people.staff_by_token(hash_of(token))


def invite(
    store: Store, clock: Clock, staff: Staff, days: int, citizen_id: str | None = None, called: str | None = None
) -> Invited:
    """A code for a new citizen, or for one the caller works with; `UnknownCitizen` otherwise.

    `called` is what staff call them from now on; None leaves it as it is.
    """
    code, expires_at = new_code(), clock() + timedelta(days=days)
    with store() as work:
        if citizen_id is None:
            citizen_id = new_id()
            work.people.add_citizen(citizen_id, staff.id, clock())
        else:
            check_staff_may_reach(work, staff, citizen_id)
        if called is not None:
            work.people.call(citizen_id, called)
        work.people.add_invitation(
            Invitation(hash_of_code(code), citizen_id, staff.id, expires_at), clock()
        )
        work.audit.note(clock(), f"staff:{staff.id}", "invitation.make", citizen_id)
    return Invited(code, citizen_id, expires_at)


def call(store: Store, clock: Clock, staff: Staff, citizen_id: str, called: str) -> None:
    """What staff call a citizen from now on; `UnknownCitizen` without a relation."""
    with store() as work:
        check_staff_may_reach(work, staff, citizen_id)
        work.people.call(citizen_id, called)
        work.audit.note(clock(), f"staff:{staff.id}", "citizen.call", citizen_id)


def claim(work: UnitOfWork, now: datetime, code: str) -> Invitation:
    """The invitation of a code, if it may still begin a talk: `UnknownCode`, `ExpiredCode`, `UsedCode`.

    A code whose talk has no message yet may be claimed again: the first answer may never have arrived.
    """
    invitation = _of(work, code)
    if invitation is None:
        raise UnknownCode
    if invitation.expires_at < now:
        raise ExpiredCode
    if invitation.conversation_id and _has_been_spoken_in(work, invitation.conversation_id):
        raise UsedCode
    return invitation


def talk_of(store: Store, code: str) -> str | None:
    """The talk that was begun with a code, also when the code is old by now."""
    with store() as work:
        invitation = _of(work, code)
        return invitation.conversation_id if invitation else None


def _of(work: UnitOfWork, code: str) -> Invitation | None:
    found = work.people.invitation
    return found(hash_of_code(code)) or found(quick_hash_of_code(code))


def _has_been_spoken_in(work: UnitOfWork, conversation_id: str) -> bool:
    """Also when the words have been erased since."""
    talk = work.talks.locked(conversation_id)
    return talk is not None and talk.conversation.turn > 0
