# SPDX-License-Identifier: MPL-2.0
"""Rasa forgets, the store remembers: a tracker holds one turn, then nothing."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import ActionExecuted, SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker

import nlu.lighter_rasa  # noqa: F401  (this module is loaded just where turns are taken)


class ForgetfulTrackerStore(TrackerStore):
    """Every turn starts from a fresh tracker that has just opened its session; nothing is ever kept.

    So a turn costs the same at turn 5 and turn 500, any worker can take any message, and deleting a
    citizen's words deletes them.
    """

    def __init__(self, domain: Any, event_broker: Any = None, **kwargs: Any) -> None:
        super().__init__(domain, event_broker)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker:
        """A tracker that is listening."""
        tracker = self.init_tracker(sender_id)
        now = time.time()
        for event in (
            ActionExecuted(ACTION_SESSION_START_NAME, timestamp=now),
            SessionStarted(timestamp=now),
            ActionExecuted(ACTION_LISTEN_NAME, timestamp=now),
        ):
            tracker.update(event, self.domain)
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Nothing is kept."""

    async def exists(self, conversation_id: str) -> bool:
        """Whether Rasa knows a conversation: it knows none."""
        return False

    async def delete(self, sender_id: str) -> None:
        """There is nothing to delete."""

    async def keys(self) -> Iterable[str]:
        """The conversations that are kept: none."""
        return ()
