# SPDX-License-Identifier: MPL-2.0
"""What has been kept long enough is deleted: chats, goals that are over, alerts, the audit's oldest lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.goals.lifecycle import State
from bot.mi.conversation import Conversation
from bot.ports import Clock, Store

CAME_TO_NOTHING = (State.DECLINED, State.WITHDRAWN)
ENDED = (State.REACHED, State.DROPPED)


@dataclass(frozen=True)
class Terms:
    """How many days each kind is kept (a proposal: 90, 30, and two years for the others; a municipality decides).

    `ended`: goals that were reached or dropped, from their last change.
    """

    talks: int
    came_to_nothing: int
    audit: int
    ended: int = 730
    alerts: int = 730


@dataclass(frozen=True)
class Emptied:
    """How many of each kind are gone."""

    talks: int
    goals: int
    audit_lines: int
    alerts: int = 0


def empty_what_is_old(store: Store, clock: Clock, terms: Terms) -> Emptied:
    """Deletes what is past its time, a conversation at a time, so that nobody waits long; counted, never named.

    A talk is past its time when nothing has been said in it for so many days. Its goals stay.
    """
    now = clock()
    with store.reading() as work:
        talks = work.privacy.talks_quiet_since(now - timedelta(days=terms.talks))
    emptied = sum(_empty_talk(store, clock, conversation_id, terms) for conversation_id in talks)
    with store() as work:
        goals = work.privacy.delete_goals(CAME_TO_NOTHING, now - timedelta(days=terms.came_to_nothing))
        goals += work.privacy.delete_goals(ENDED, now - timedelta(days=terms.ended))
        if goals:
            work.audit.note(now, "retention", "goals.delete", f"{goals}")
    with store() as work:
        alerts = work.privacy.delete_alerts(now - timedelta(days=terms.alerts))
        if alerts:
            work.audit.note(now, "retention", "alerts.delete", f"{alerts}")
    with store() as work:
        lines = work.privacy.delete_audit(now - timedelta(days=terms.audit))
        if lines:
            work.audit.note(now, "retention", "audit.cut_off", f"{lines}")
    return Emptied(emptied, goals, lines, alerts)


def _empty_talk(store: Store, clock: Clock, conversation_id: str, terms: Terms) -> bool:
    """Deletes the words of a talk, unless somebody has just written in it."""
    with store() as work:
        talk = work.talks.locked(conversation_id)
        if talk is None or conversation_id not in work.privacy.talks_quiet_since(clock() - timedelta(days=terms.talks)):
            return False
        old = talk.conversation
        work.talks.erase(conversation_id)
        talk.shared_turns = set()
        talk.conversation = Conversation(id=old.id, seed=old.seed, turn=old.turn, status=old.status, way=old.way)
        work.talks.save(talk)
        work.audit.note(clock(), "retention", "talk.empty", conversation_id)
        return True
