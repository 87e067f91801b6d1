# SPDX-License-Identifier: MPL-2.0
"""Passwords and one-time codes of staff: made, checked, and never the same code twice."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

import pyotp
import zxcvbn
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bot.accounts import Account
from bot.services.errors import WeakPassword

SHORTEST_PASSWORD = 12
"""Characters; NIST SP 800-63B-4 asks for 8 beside a second factor, 15 alone."""
_LONGEST_PASSWORD = 200
_IN_DANISH = """
    afsæt afsaet bostøtte bostoette kommune adgangskode kodeord password hemmelig velkommen sommer vinter efterår forår
    danmark københavn aarhus odense aalborg januar februar marts april maj juni juli august september oktober november
    december mandag tirsdag onsdag torsdag fredag lørdag søndag
"""
"""What zxcvbn's English lists lack."""
_GUESSES_AT_LEAST = 3
"""zxcvbn's scale 0–4; 3: safely unguessable where the attacker has no copy of the hash."""
STEP_SECONDS = 30
"""RFC 6238, 5.2."""
_STEPS_OFF = 1
"""Clocks may differ by one step (RFC 6238, 5.2)."""
FREE_FAILURES = 5
"""At this many in a row the account waits a minute, and each further failure doubles it."""
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=15)
"""Long enough that guessing is hopeless, short enough that locking somebody out on purpose is little use."""

_hasher = PasswordHasher()
"""Argon2id with the library's defaults: 64 MiB, three passes (RFC 9106, second recommendation)."""
_nobody = _hasher.hash("nobody has this password")
_two_at_once = threading.BoundedSemaphore(2)
"""Each check takes 64 MiB and a core; a flood of sign-ins must not take the whole machine."""


def check_password_is_strong(password: str, login: str, name: str) -> None:
    """`WeakPassword` unless it is long and hard to guess, also for those who know the name."""
    if not SHORTEST_PASSWORD <= len(password) <= _LONGEST_PASSWORD:
        raise WeakPassword
    about = [part for part in (login, name, *name.split(), *_IN_DANISH.split()) if part]
    if zxcvbn.zxcvbn(password[:72], user_inputs=about)["score"] < _GUESSES_AT_LEAST:
        raise WeakPassword


def hash_of_password(password: str) -> str:
    """The Argon2id hash, with its salt and parameters."""
    with _two_at_once:
        return _hasher.hash(password)


def password_fits(account: Account | None, password: str) -> bool:
    """Whether it is the account's password; takes as long where there is no account."""
    kept = account.password if account and account.password else ""
    with _two_at_once:
        try:
            return _hasher.verify(kept or _nobody, password[:_LONGEST_PASSWORD]) and bool(kept)
        except (VerificationError, InvalidHashError):
            return False


def new_totp() -> str:
    """A fresh shared secret, base32, 160 bits (RFC 4226, 4)."""
    return pyotp.random_base32()


def totp_address(account: Account) -> str:
    """What an authenticator app reads: `otpauth://…`."""
    return pyotp.TOTP(account.totp).provisioning_uri(name=account.login, issuer_name="Afsæt")


def step_of_code(account: Account, code: str, at: datetime) -> int | None:
    """The step of 30 seconds that a code belongs to, if it fits now and was not used before."""
    typed = "".join(code.split())
    if not account.totp or not typed.isascii() or not typed.isdigit():
        return None
    machine, now = pyotp.TOTP(account.totp), int(at.timestamp()) // STEP_SECONDS
    for step in range(now - _STEPS_OFF, now + _STEPS_OFF + 1):
        if step > account.totp_step and pyotp.utils.strings_equal(machine.generate_otp(step), typed):
            return step
    return None


def note_failure(account: Account, at: datetime) -> None:
    """Counts a failure; from the fifth on the account waits: 1 minute, 2, 4, at most 15."""
    account.failures += 1
    over = account.failures - FREE_FAILURES
    if over >= 0:
        account.locked_until = at + min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(over, 10))


def must_wait(account: Account, at: datetime) -> bool:
    """Whether the account still waits after failures."""
    return account.locked_until is not None and at < account.locked_until
