# SPDX-License-Identifier: MPL-2.0
"""Seals what a browser carries for us from one page to the next, so that any web process can open it again."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.store.vault import NoKey, derived_keys


class Carried:
    """Fernet under keys derived from the master keys (HKDF, RFC 5869): one purpose can't open what another sealed."""

    def __init__(self, keys: str, purpose: str) -> None:
        """`keys`: base64 Fernet keys by comma, the first seals, all open; `NoKey` if there is none."""
        derived = [Fernet(urlsafe_b64encode(key)) for key in derived_keys(keys, f"carried {purpose}")]
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
