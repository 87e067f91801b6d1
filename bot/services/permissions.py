# SPDX-License-Identifier: MPL-2.0
"""Who may do what: rights by role, and the relation that gives a right its reach; each rule asks or raises."""

from __future__ import annotations

from enum import StrEnum

from bot.accounts import Role, Staff
from bot.ports import UnitOfWork
from bot.services.errors import DeskError, NotYourRole, UnknownCitizen


class Right(StrEnum):
    """What a role may be here to do. Those about a citizen reach only as far as the relation to that citizen."""

    INVITE = "invite"
    READ_GOALS = "read-goals"
    REVIEW_GOALS = "review-goals"
    READ_SHARED = "read-shared"
    SEE_ALERTS = "see-alerts"
    READ_FIGURES = "read-figures"
    CHECK_AUDIT = "check-audit"
    KEEP_ACCOUNTS = "keep-accounts"
    OWN_ACCOUNT = "own-account"
    JOIN_SESSIONS = "join-sessions"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.BOSTOETTE: frozenset({
        Right.INVITE, Right.READ_GOALS, Right.REVIEW_GOALS, Right.READ_SHARED, Right.SEE_ALERTS, Right.OWN_ACCOUNT,
    }),
    Role.PEER: frozenset({Right.JOIN_SESSIONS, Right.OWN_ACCOUNT}),
    Role.LEDER: frozenset({Right.READ_FIGURES, Right.CHECK_AUDIT, Right.OWN_ACCOUNT}),
    Role.ADMIN: frozenset({Right.KEEP_ACCOUNTS, Right.OWN_ACCOUNT}),
}
"""`leder` reads figures and spot checks, never what anybody said; `admin` keeps accounts, never content; a peer is let
into one session by its citizen, sees that alone, and has no other right."""


def role_may(role: Role, right: Right) -> bool:
    """Whether a role has a right."""
    return right in RIGHTS[role]


def check_role_may(role: Role, right: Right) -> None:
    """`NotYourRole` unless a role has a right."""
    if not role_may(role, right):
        raise NotYourRole


def staff_may_reach(work: UnitOfWork, staff: Staff, citizen_id: str | None) -> bool:
    """Whether somebody works with a citizen now; with nobody's citizen, never."""
    return citizen_id is not None and work.people.works_with(staff.id, citizen_id)


def check_staff_may_reach(
    work: UnitOfWork, staff: Staff, citizen_id: str | None, error: type[DeskError] = UnknownCitizen
) -> None:
    """`error` unless somebody works with a citizen now: the same as for what does not exist."""
    if not staff_may_reach(work, staff, citizen_id):
        raise error
