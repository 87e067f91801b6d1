# SPDX-License-Identifier: MPL-2.0
"""Seals citizens' words: a master key wraps one key per citizen, and that key seals what the citizen said."""

from __future__ import annotations

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


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


class Vault:
    """Fernet (AES-128-CBC with HMAC-SHA256) by `cryptography`; the first master key seals, all of them open."""

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

    def citizen(self, wrapped_key: bytes) -> Seal:
        """What seals and opens one citizen's words; `WrongKey` if the master key does not fit."""
        try:
            return Seal(Fernet(self._master.decrypt(wrapped_key)))
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


class Seal:
    """One citizen's key."""

    def __init__(self, fernet: Fernet) -> None:
        self._fernet = fernet

    def close(self, content: bytes) -> bytes:
        """Sealed content."""
        return self._fernet.encrypt(content)

    def open(self, sealed: bytes) -> bytes:
        """The content again."""
        return self._fernet.decrypt(sealed)


def new_key() -> str:
    """A fresh master key, base64."""
    return Fernet.generate_key().decode()
