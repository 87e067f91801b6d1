# SPDX-License-Identifier: MPL-2.0
"""The device on which a citizen talks: it holds the conversation's token until it is signed out or too long unused."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.accounts import Lasting
from bot.ports import Clock, Store
from bot.records import Device
from bot.services.secrets import hash_of, new_token

_NOTED_EVERY = timedelta(hours=12)
"""How fine "last used" is."""


def conversation_of(store: Store, clock: Clock, limits: Lasting, token: str) -> str | None:
    """The conversation whose citizen holds this token on a device that lasts."""
    with store.reading() as work:
        device = work.talks.device(hash_of(token))
    at = clock()
    if device is None or not lasts(device, at, limits):
        return None
    if device.seen_at is None or at - device.seen_at >= _NOTED_EVERY:
        with store() as work:
            work.talks.device_seen(device.conversation_id, at)
    return device.conversation_id


def lasts(device: Device, at: datetime, limits: Lasting) -> bool:
    """Whether a device is neither too old nor too long unused; what is older than these notes lasts."""
    young = device.since is None or at - device.since < limits.whole
    return young and (device.seen_at is None or at - device.seen_at < limits.idle)


def sign_out(store: Store, clock: Clock, conversation_id: str) -> None:
    """Ends the device: its token opens nothing from now on. What was said stays; a new code begins the next talk."""
    with store() as work:
        work.talks.new_token(conversation_id, hash_of(new_token()), clock())
        owner = work.talks.owner(conversation_id)
        work.audit.note(clock(), f"citizen:{owner}", "device.sign-out", conversation_id)
