# SPDX-License-Identifier: MPL-2.0
"""Brings alerts out of the outbox to people: tried again with growing rests, and to the next while nobody has looked.

Each attempt is noted before it begins and after it has ended. If a process dies in between, the next attempt says that
it may be the second; its id is the same, so that the other side can know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.ports import Clock, Messenger, Store
from bot.records import Alert, NotDelivered, Note

_FIRST_REST = timedelta(seconds=15)
_LONGEST_REST = timedelta(minutes=10)
_A_LONG_ATTEMPT = timedelta(minutes=2)
"""An attempt that has not come back after this long is taken for lost."""


@dataclass(frozen=True)
class Route:
    """Who is told, in the order of escalation, and how long each has to look before the next one is told too."""

    recipients: Sequence[str]
    escalate_after: timedelta


@dataclass(frozen=True)
class Brought:
    """How a round went."""

    delivered: int = 0
    failed: int = 0


def deliver_waiting(store: Store, clock: Clock, messenger: Messenger, route: Route) -> Brought:
    """One round: every alert that is due is tried once. Safe in several processes at once."""
    if not route.recipients:
        return Brought()
    with store.reading() as work:
        now = clock()
        waiting = work.alerts.waiting(now, now + _longest(route), len(route.recipients))
    outcomes = [_bring(store, clock, messenger, route, alert_id) for alert_id in waiting]
    return Brought(outcomes.count(True), outcomes.count(False))


def _bring(store: Store, clock: Clock, messenger: Messenger, route: Route, alert_id: str) -> bool | None:
    """Whether it was taken; None where another process has it, or somebody has just seen it."""
    note = _begin(store, clock, route, alert_id)
    if note is None:
        return None
    try:
        messenger.send(note)
    except NotDelivered as error:
        _failed(store, clock, note, error)
        return False
    _delivered(store, clock, route, note)
    return True


def _begin(store: Store, clock: Clock, route: Route, alert_id: str) -> Note | None:
    """Notes that an attempt begins, before anything leaves the house."""
    now = clock()
    with store() as work:
        alert = work.alerts.get(alert_id)
        if alert is None or not _is_due(alert, now, route):
            return None
        if alert.delivered_at is not None:
            alert.step, alert.attempts = alert.step + 1, 0
            alert.delivered_at, alert.delivered_to = None, ""
        repeated = alert.trying_since is not None
        alert.attempts += 1
        alert.trying_since, alert.next_at = now, now + max(_rest(alert.attempts), _A_LONG_ATTEMPT)
        work.alerts.save(alert)
        work.audit.note(now, "alerts", "alert.try", alert.id, f"step {alert.step}, attempt {alert.attempts}")
        recipient = route.recipients[min(alert.step, len(route.recipients) - 1)]
        return Note(
            f"{alert.id}-{alert.step}", alert.id, alert.citizen_id, alert.level, alert.at, recipient, repeated,
            alert.is_call)


def _is_due(alert: Alert, now: datetime, route: Route) -> bool:
    left = alert.delivered_at is None or alert.step + 1 < len(route.recipients)
    waits = alert.next_at is not None and now < alert.next_at <= now + _longest(route)
    return alert.seen_at is None and left and not waits


def _longest(route: Route) -> timedelta:
    """The longest that anything is ever put off; what is farther ahead was noted before the clock was set back."""
    return max(route.escalate_after, _LONGEST_REST, _A_LONG_ATTEMPT)


def _rest(attempts: int) -> timedelta:
    """15 s, 30 s, 1 min … 10 min."""
    doubled = timedelta(seconds=_FIRST_REST.total_seconds() * 2 ** min(attempts - 1, 10))
    return min(doubled, _LONGEST_REST)


def _failed(store: Store, clock: Clock, note: Note, error: NotDelivered) -> None:
    """It is tried again; an attempt that may have been taken stays noted, so that the next one says so."""
    with store() as work:
        alert = work.alerts.get(note.alert_id)
        if alert is not None:
            was_sure = not (error.unsure or note.repeated)
            alert.trying_since = None if was_sure else alert.trying_since
            alert.next_at = clock() + _rest(alert.attempts)
            work.alerts.save(alert)
            work.audit.note(clock(), "alerts", "alert.fail", alert.id, error.reason[:60])


def _delivered(store: Store, clock: Clock, route: Route, note: Note) -> None:
    with store() as work:
        alert = work.alerts.get(note.alert_id)
        if alert is not None:
            now = clock()
            alert.trying_since, alert.delivered_at, alert.delivered_to = None, now, note.recipient
            alert.next_at = now + route.escalate_after
            work.alerts.save(alert)
            work.audit.note(now, "alerts", "alert.deliver", alert.id, f"step {alert.step}")
