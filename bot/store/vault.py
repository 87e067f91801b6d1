# SPDX-License-Identifier: MPL-2.0
"""Seals citizens' words: a master key wraps one key per citizen, and that key seals what the citizen said."""

from __future__ import annotations

import os
from base64 import urlsafe_b64decode

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class WrongKey(Exception):
    """The master key does not open what is in the store."""

    def __init__(self) -> None:
        super().__init__("AFSAET_KEY does not open this database; use the key that it was written with")


class NoKey(Exception):
    """There is no master key."""

    def __init__(self) -> None:
        super().__init__("AFSAET_KEY is not set; `afsaet key` makes one")


class BadKey(Exception):
    """What was given as a key is none."""

    def __init__(self) -> None:
        super().__init__("AFSAET_KEY is not a key; `afsaet key` makes one")


def derived_keys(keys: str, purpose: str) -> tuple[bytes, ...]:
    """A key of 256 bits for one purpose from each master key, in their order (HKDF, RFC 5869).

    Every process with the same master keys derives the same ones; they tell nothing of the master keys.
    """
    masters = [key.strip() for key in keys.split(",") if key.strip()]
    info = f"afsaet {purpose}".encode()
    return tuple(HKDF(SHA256(), length=32, salt=None, info=info).derive(key.encode()) for key in masters)


class Vault:
    """The master keys, Fernet by `cryptography`: the first one wraps citizens' keys, all of them unwrap."""

    def __init__(self, keys: str) -> None:
        """`keys`: base64 Fernet keys by comma; `NoKey` if there is none, `BadKey` if one is not a key."""
        try:
            masters = [Fernet(key.strip()) for key in keys.split(",") if key.strip()]
        except ValueError as error:
            raise BadKey from error
        if not masters:
            raise NoKey
        self._master = MultiFernet(masters)

    def new_wrapped_key(self) -> bytes:
        """A fresh citizen's key, wrapped for the store."""
        return self._master.encrypt(Fernet.generate_key())

    def rewrapped(self, sealed: bytes) -> bytes:
        """The same content under the first master key; `WrongKey` if none of them opens it."""
        try:
            return self._master.rotate(bytes(sealed))
        except InvalidToken as error:
            raise WrongKey from error

    def citizen(self, wrapped_key: bytes) -> Seal:
        """What seals and opens one citizen's words; `WrongKey` if the master key does not fit."""
        try:
            return Seal(self._master.decrypt(wrapped_key))
        except InvalidToken as error:
            raise WrongKey from error

    def seal_name(self, name: str) -> bytes:
        """A member of staff's name, sealed with the master key."""
        return self._master.encrypt(name.encode())

    def open_name(self, sealed: bytes) -> str:
        """The name again; `WrongKey` if the master key does not fit."""
        try:
            return self._master.decrypt(sealed).decode()
        except InvalidToken as error:
            raise WrongKey from error


_FIRST = b"\x01"
"""Opens what was sealed with AES-GCM; what was sealed before begins with "g", as every Fernet token does."""
_NONCE_BYTES = 12


class Seal:
    """One citizen's key: AES-256-GCM (NIST SP 800-38D) with a random nonce; what Fernet sealed before is opened too."""

    def __init__(self, key: bytes) -> None:
        """`key`: a Fernet key as it was wrapped; the key for AES-GCM is derived from it (HKDF, RFC 5869)."""
        self._fernet = Fernet(key)
        derived = HKDF(SHA256(), length=32, salt=None, info=b"afsaet seal 1").derive(urlsafe_b64decode(key))
        self._aes = AESGCM(derived)

    def close(self, content: bytes) -> bytes:
        """Sealed content."""
        nonce = os.urandom(_NONCE_BYTES)
        return _FIRST + nonce + self._aes.encrypt(nonce, content, None)

    def open(self, sealed: bytes) -> bytes:
        """The content again; `WrongKey` if it was changed or sealed with another key."""
        sealed = bytes(sealed)
        try:
            if sealed[:1] != _FIRST:
                return self._fernet.decrypt(sealed)
            return self._aes.decrypt(sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :], None)
        except (InvalidTag, InvalidToken, ValueError) as error:  # ValueError: cut off before the nonce's end
            raise WrongKey from error


def new_key() -> str:
    """A fresh master key, base64."""
    return Fernet.generate_key().decode()
