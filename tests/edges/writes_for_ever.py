# SPDX-License-Identifier: MPL-2.0
"""`python -m tests.edges.writes_for_ever URL KEY CONVERSATION`: keeps message after message, and says which."""

from __future__ import annotations

import itertools
import sys

from bot.services import talking
from bot.settings import now
from bot.store.vault import Vault
from bot.store.work import SqlStore


def main(url: str, key: str, conversation_id: str) -> None:
    """One line for each message, once it is acknowledged: its number."""
    store = SqlStore(url, Vault(key))
    for number in itertools.count(1):
        talking.hold(store, now, conversation_id, f"besked {number}", f"det her er besked nummer {number}")
        print(number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
