# SPDX-License-Identifier: MPL-2.0
"""Codes and tokens that people hold; the store keeps only their hashes."""

from __future__ import annotations

import hashlib
import secrets
import uuid

_CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without I, L, O, 0 and 1, which are hard to tell apart on a cracked screen."""
_CODE_LENGTH = 10
"""31**10, about 2**49: with an expiry of days and few codes in use, guessing one is hopeless."""


def new_id() -> str:
    """A random identifier."""
    return uuid.uuid4().hex


def new_token() -> str:
    """A secret for a header or a cookie, 256 bits."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """A code to write on a card, in two groups of five."""
    letters = "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))
    return f"{letters[:5]}-{letters[5:]}"


def hash_of(secret: str) -> str:
    """A token's hash; tokens are long and random, so no salt is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()


def hash_of_login(login: str) -> str:
    """What an account is found by: the login name whatever its case and the spaces around it."""
    return hash_of(login.strip().casefold())


def hash_of_code(code: str) -> str:
    """A code's hash, however it was typed: lower case, with or without spaces and whatever dash or dot a phone makes.

    scrypt (RFC 7914) with 4 MiB and about 10 ms a try: a code has 49 bits, and whoever takes the database must not find
    one by trying them all.
    """
    slow = hashlib.scrypt(_plain(code).encode(), salt=b"afsaet code", n=2**12, r=8, p=1, dklen=32)
    return slow.hex()


def quick_hash_of_code(code: str) -> str:
    """How codes were kept before; those that are still out are found by it until they expire."""
    return hash_of(_plain(code))


def _plain(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())
