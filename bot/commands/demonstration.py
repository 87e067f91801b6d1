# SPDX-License-Identifier: MPL-2.0
"""The demo account and its invitation code: on this machine only."""

from __future__ import annotations

import os
from pathlib import Path

from bot.accounts import Account, Staff
from bot.services import invitations
from bot.services.accounts import DEMO
from bot.settings import Settings, now
from bot.store.work import SqlStore


class NotHere(Exception):
    """A demo would be open to others than this machine."""


def check_stays_on_this_machine(chosen: Settings, store: SqlStore, demo: bool) -> None:
    """`NotHere` for a demo, asked for or left over, where others than this machine can reach the web process."""
    if chosen.is_loopback:
        return
    if demo:
        raise NotHere("--demo works only on this machine; set AFSAET_HOST=127.0.0.1, or leave --demo out")
    left = _account(store)
    if left is not None:
        raise NotHere(
            f"the database holds a demo account, which others must not reach: `afsaet account end {left.staff.id}`, "
            "or use another database")


def when_ready(chosen: Settings, store: SqlStore, demo: bool) -> list[str]:
    """What is printed once the system can take a message; with `demo`, an invitation code too."""
    lines = [f"Afsæt is ready at {chosen.address}"]
    if demo:
        made = invitations.invite(store, now, _staff(chosen, store), chosen.invitation_days)
        lines += [
            f"Review as demo staff at {chosen.address}/log-ind, or with the token in {_token_file(chosen)} at "
            f"{chosen.address}/api/docs",
            f"Invitation code {made.code}: chat at {chosen.address}/?kode={made.code}",
        ]
    return lines


def _token_file(chosen: Settings) -> Path:
    return chosen.var / "demo-staff.token"


def _staff(chosen: Settings, store: SqlStore) -> Staff:
    """One demo member of staff per folder; the token is kept beside the database, readable by its owner only."""
    kept = _token_file(chosen)
    known = invitations.staff_by_token(store, kept.read_text(encoding="ascii").strip()) if kept.exists() else None
    if known:
        return known
    made, token = invitations.add_staff(store, now, "Demo")
    with store() as work:
        before = work.accounts.by_login(DEMO)
        if before is not None:  # whose token was lost
            before.login, before.ended_at = "", now()
            work.accounts.save(before)
        work.accounts.save(Account(made, DEMO))
    with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(token + "\n")
    return made


def _account(store: SqlStore) -> Account | None:
    with store.reading() as work:
        found: Account | None = work.accounts.by_login(DEMO)
    return found if found and found.ended_at is None else None
