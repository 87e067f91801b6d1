# SPDX-License-Identifier: MPL-2.0
"""Danger told in a talk becomes an alert in the outbox; staff who work with the citizen see it and say so."""

from __future__ import annotations

import re

from bot.accounts import Staff
from bot.care.danger import look_for_danger
from bot.codebook import SAFETY_ORDER, Safety, Statement
from bot.mi.conversation import Conversation
from bot.ports import Clock, Store, UnitOfWork
from bot.records import Alert, Reach, Talk
from bot.services.errors import UnknownAlert
from bot.services.permissions import check_staff_may_reach
from bot.services.secrets import new_id


def alert_if_danger(work: UnitOfWork, clock: Clock, talk: Talk, said: Statement | None) -> None:
    """One alert for each level that a talk has come to, in the transaction of the message; see `is_told`.

    Where all of them have been seen, words that tell of danger anew are a new one. That a peer has called for staff
    before takes no alert's place.
    """
    conversation = talk.conversation
    if not is_told(conversation):
        return
    before = [alert for alert in work.alerts.of_conversation(conversation.id) if not alert.is_call]
    as_grave = [one for one in before if SAFETY_ORDER.index(one.level) >= SAFETY_ORDER.index(conversation.danger)]
    if as_grave and (any(one.seen_at is None for one in as_grave) or not _tells_anew(said)):
        return
    at, id = clock(), new_id()
    work.alerts.add(Alert(id, talk.citizen_id, conversation.id, conversation.turn, conversation.danger, at))
    work.audit.note(at, f"citizen:{talk.citizen_id}", "alert.make", id)


def _tells_anew(said: Statement | None) -> bool:
    if said is None:
        return False
    in_words = look_for_danger(said.text) is not Safety.NONE or bool(_MEANS_IT.search(said.text))
    return said.safety is Safety.ACUTE or in_words


_MEANS_IT = re.compile(r"\bjeg (?:tager|ta'r|sluger|spiser|gør|vil (?:tage|gøre)) (?:dem|det|den)\b", re.IGNORECASE)
""""Jeg tager dem i aften", in a talk in which there was danger."""


def is_told(conversation: Conversation) -> bool:
    """Whether there is danger that staff should know of: acute, or a concern in plain words.

    Where only the trained reader has a doubt, the citizen is asked first, and a no settles it.
    """
    grave = conversation.danger is Safety.ACUTE or conversation.danger_in_words
    return conversation.danger is not Safety.NONE and (grave or conversation.count_of("doubt stands") > 0)


def reach_of(work: UnitOfWork, conversation_id: str) -> Reach:
    """How far the newest alert of a talk has come; nothing is said to the citizen that is not confirmed."""
    found = [alert for alert in work.alerts.of_conversation(conversation_id) if not alert.is_call]
    if not found:
        return Reach.OUTBOX
    newest = found[-1]
    if newest.seen_at is not None:
        return Reach.SEEN
    was_taken = newest.delivered_at is not None or newest.step > 0
    return Reach.DELIVERED if was_taken else Reach.OUTBOX


def count_unseen(store: Store, staff: Staff) -> int:
    """How many alerts wait for this member of staff: a number, nothing of anybody, and so not in the access log."""
    with store.reading() as work:
        return sum(alert.seen_at is None for alert in work.alerts.of_staff(staff.id))


def list_for_staff(store: Store, clock: Clock, staff: Staff) -> list[Alert]:
    """The alerts of the citizens this member of staff works with, unseen first; noted as read."""
    with store() as work:
        alerts = list(work.alerts.of_staff(staff.id))
        for alert in alerts:
            work.audit.note(clock(), f"staff:{staff.id}", "alert.read", alert.id, "list")
        return alerts


def see(store: Store, clock: Clock, staff: Staff, alert_id: str) -> Alert:
    """A member of staff has seen an alert; the first to see it stays noted. `UnknownAlert` for others."""
    with store() as work:
        alert = work.alerts.get(alert_id)
        if alert is None:
            raise UnknownAlert
        check_staff_may_reach(work, staff, alert.citizen_id, UnknownAlert)
        if alert.seen_at is None:
            alert.seen_at, alert.seen_by = clock(), staff.id
            work.alerts.save(alert)
            work.audit.note(alert.seen_at, f"staff:{staff.id}", "alert.see", alert.id)
        return alert
