# SPDX-License-Identifier: MPL-2.0
"""Seals what a browser carries for us from one page to the next, so that any web process can open it again."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.store.vault import NoKey


class Carried:
    """Fernet under keys derived from the master keys (HKDF, RFC 5869): one purpose can't open what another sealed."""

    def __init__(self, keys: str, purpose: str) -> None:
        """`keys`: base64 Fernet keys by comma, the first seals, all open; `NoKey` if there is none."""
        derived = [Fernet(_derived(key.strip(), purpose)) for key in keys.split(",") if key.strip()]
        if not derived:
            raise NoKey
        self._fernet = MultiFernet(derived)

    def close(self, content: dict[str, Any], at: datetime) -> str:
        """The content as text for a cookie."""
        return self._fernet.encrypt_at_time(json.dumps(content).encode(), int(at.timestamp())).decode()

    def open(self, sealed: str, at: datetime, lasts: timedelta) -> dict[str, Any] | None:
        """The content again; None if it is too old, was changed, or was sealed with another key."""
        try:
            opened = self._fernet.decrypt_at_time(sealed, int(lasts.total_seconds()), int(at.timestamp()))
        except (InvalidToken, ValueError):  # the second: not ASCII
            return None
        content: dict[str, Any] = json.loads(opened)
        return content


def _derived(key: str, purpose: str) -> bytes:
    machine = HKDF(SHA256(), length=32, salt=None, info=f"afsaet carried {purpose}".encode())
    return urlsafe_b64encode(machine.derive(urlsafe_b64decode(key)))
