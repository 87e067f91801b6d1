# SPDX-License-Identifier: MPL-2.0
"""The one module that reads Rasa's trackers: a tracker becomes a Statement and an address."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker

from bot.codebook import Intent, Safety, Statement, Talk, Theme


@dataclass(frozen=True)
class Address:
    """Which conversation a message belongs to, and what its sender calls it.

    A message that did not come through the gateway (`rasa shell`) has no name of its own, and gets one.
    """

    conversation_id: str
    client_id: str
    through_gateway: bool


def statement_from(tracker: Tracker) -> Statement:
    """The citizen's latest message with its labels."""
    message: dict[str, Any] = tracker.latest_message or {}
    intent = message.get("intent") or {}
    return Statement(
        text=message.get("text") or "",
        talk=frozenset(map(Talk, message.get("talk", ()))),
        themes=frozenset(map(Theme, message.get("themes", ()))),
        safety=Safety(message.get("safety", Safety.NONE)),
        intent=Intent(intent.get("name") or Intent.SHARE),
        confidence=float(intent.get("confidence") or 0.0),
        danger_probability=float(message.get("safety_confidence", 1.0)),
    )


def address_of(tracker: Tracker) -> Address:
    """Where the latest message came from."""
    client_id = _metadata(tracker).get("client_id")
    return Address(tracker.sender_id, client_id or uuid.uuid4().hex, through_gateway=client_id is not None)


def _metadata(tracker: Tracker) -> dict[str, Any]:
    heard: dict[str, Any] = next((event for event in reversed(tracker.events) if event.get("event") == "user"), {})
    return heard.get("metadata") or {}
