# SPDX-License-Identifier: MPL-2.0
"""Somebody of the staff: who they are, how they sign in, where they are signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Role(StrEnum):
    """What somebody with an account is here to do; `bot.services.permissions` says what each may."""

    BOSTOETTE = "bostoette"
    PEER = "peer"
    LEDER = "leder"
    ADMIN = "admin"


@dataclass(frozen=True)
class Staff:
    """Somebody with an account; a bostøtte invites citizens and reviews the goals of those they have a relation to."""

    id: str
    name: str
    role: Role = Role.BOSTOETTE


@dataclass
class Account:
    """How a member of staff signs in; what is empty has not been set.

    `login` is what they type; `password` an Argon2 hash; `totp` the shared secret of RFC 6238, base32, and `totp_step`
    the last step of 30 seconds that was used; `setup` the hash of the one-time code with which both are set; `subject`
    the hash of issuer and subject at the OpenID provider.
    """

    staff: Staff
    login: str = ""
    password: str = ""
    totp: str = ""
    totp_step: int = 0
    setup: str = ""
    setup_until: datetime | None = None
    failures: int = 0
    locked_until: datetime | None = None
    ended_at: datetime | None = None
    subject: str | None = None


@dataclass
class Session:
    """One device on which somebody of the staff is signed in; only the token's hash is kept."""

    token_hash: str
    staff_id: str
    created_at: datetime
    seen_at: datetime


@dataclass(frozen=True)
class Lasting:
    """How long somebody stays signed in: unused, and in all."""

    idle: timedelta
    whole: timedelta
