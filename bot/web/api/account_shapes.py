# SPDX-License-Identifier: MPL-2.0
"""What goes in and out about accounts of staff, signing in, figures and spot checks."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from bot.accounts import Account, Role, Staff
from bot.services.accounts import Made
from bot.services.sign_in import SignedIn
from bot.web.api.shapes import Shape

Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Secret = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class SignIn(Shape):
    """What somebody signs in with: login name, password, and the authenticator's six digits."""

    login: Name = Field(examples=["bodil"])
    password: Secret
    code: Annotated[str, StringConstraints(min_length=1, max_length=20)] = Field(examples=["123456"])


class SetUp(Shape):
    """The one-time code from who keeps accounts, and the password that is wanted."""

    login: Name
    setup_code: Secret = Field(examples=["K7PQM-W3XRD"])
    password: Secret


class SetUpOut(BaseModel):
    """What an authenticator app reads; show it as a QR code, once."""

    otpauth: str


class ConfirmSetUp(Shape):
    """The first six digits of the authenticator."""

    login: Name
    setup_code: Secret
    code: Annotated[str, StringConstraints(min_length=1, max_length=20)]


class ChangePassword(Shape):
    """Old password and authenticator, and the password that is wanted."""

    password: Secret
    code: Annotated[str, StringConstraints(min_length=1, max_length=20)]
    new_password: Secret


class MeOut(BaseModel):
    """Who the caller is."""

    id: str
    name: str
    role: Role

    @classmethod
    def of(cls, staff: Staff) -> MeOut:
        """From the desk's staff."""
        return cls(id=staff.id, name=staff.name, role=staff.role)


class SignedInOut(BaseModel):
    """The session's token for `Authorization: Bearer …`; `until` it ends, earlier when unused."""

    token: str
    until: datetime
    me: MeOut

    @classmethod
    def of(cls, signed: SignedIn) -> SignedInOut:
        """From the desk's session."""
        return cls(token=signed.token, until=signed.until, me=MeOut.of(signed.staff))


class AddAccount(Shape):
    """A new account."""

    name: Name = Field(examples=["Bodil Bostøtte"])
    login: Name = Field(examples=["bodil"])
    role: Role


class GiveRole(Shape):
    """Another role."""

    role: Role


class MadeOut(BaseModel):
    """An account and the one-time code for its owner; shown once."""

    id: str
    login: str
    role: Role
    setup_code: str
    until: datetime

    @classmethod
    def of(cls, made: Made) -> MadeOut:
        """From what the desk made."""
        return cls(id=made.staff.id, login=made.login, role=made.staff.role, setup_code=made.setup_code,
                   until=made.until)


class AccountOut(BaseModel):
    """An account as who keeps accounts sees it."""

    id: str
    name: str
    login: str
    role: Role
    is_set_up: bool
    ended_at: datetime | None

    @classmethod
    def of(cls, account: Account) -> AccountOut:
        """From the desk's account."""
        staff, is_set_up = account.staff, bool(account.password) or account.subject is not None
        return cls(id=staff.id, name=staff.name, login=account.login, role=staff.role,
                   is_set_up=is_set_up and not account.setup, ended_at=account.ended_at)


class FiguresOut(BaseModel):
    """How much is going on; null stands for a count above nought and under `least`, so that nobody is picked out."""

    least: int
    citizens: int | None
    talks: int | None
    goals: dict[str, int | None]
    alerts_open: int


class DoneOut(BaseModel):
    """How often something was done: `kind` of actor, act, times."""

    kind: str
    act: str
    times: int


class AuditLineOut(BaseModel):
    """One line of the audit, chosen by chance: who did what with what, and why; ids only."""

    at: datetime
    actor: str
    act: str
    subject: str
    purpose: str


class AuditOut(BaseModel):
    """What was done and how often, and some look-ups by chance. (`afsaet audit verify` reads the chain.)"""

    since: datetime
    done: list[DoneOut]
    look_ups: list[AuditLineOut]
