# SPDX-License-Identifier: MPL-2.0
"""What a citizen finds when they come back: wishes, delmål, what is shared, and danger in what they write there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.care.danger import look_for_danger
from bot.codebook import SAFETY_ORDER, Safety
from bot.goals.goal import Goal
from bot.goals.plan import plan_of
from bot.mi.disowning import forget_wish
from bot.ports import Clock, Store, UnitOfWork
from bot.records import Alert, Rating, Talk
from bot.services.errors import UnknownConversation
from bot.services.finding import SharedOf, Told, shared_by
from bot.services.secrets import new_id
from bot.services.talking import JOINED

_NEWEST = 12
"""Messages that may be ticked; more would be a list nobody reads."""


@dataclass(frozen=True)
class OwnPlan:
    """Goals are in the order in which they were made. `wishes` were told in this talk or the two before it and have no
    goal; `to_share` are
    the newest messages of it that staff do not see. `is_agreed` tells whether there is anything to print, `has_told`
    whether there is a talk to look back on."""

    goals: Sequence[Goal]
    wishes: Sequence[str]
    shared: Sequence[SharedOf]
    to_share: Sequence[Told]
    rating: Rating | None
    on: date
    is_agreed: bool
    has_told: bool


def own_plan(store: Store, clock: Clock, conversation_id: str) -> OwnPlan:
    """All of the citizen whose talk it is; `UnknownConversation` if there is none."""
    with store.reading() as work:
        talk = work.talks.locked(conversation_id)
        if talk is None:
            raise UnknownConversation
        goals = sorted(work.goals.of_citizen(talk.citizen_id), key=lambda goal: goal.history[0].at)
        on = clock().date()
        turns = [turn for turn in work.talks.turns(conversation_id) if turn.said and turn.said.text]
        told = [Told(turn.number, turn.said.text) for turn in turns if turn.said and turn.said.talk]
        return OwnPlan(
            goals, _without_goal(work.talks.earlier(talk.citizen_id, JOINED), goals),
            list(shared_by(work, talk.citizen_id)),
            [one for one in told if one.turn not in talk.shared_turns][-_NEWEST:],
            work.talks.rating(conversation_id), on, bool(plan_of(goals, talk.citizen_id, "", on).goals), bool(turns))


def _without_goal(talks: Iterable[Talk], goals: Iterable[Goal]) -> list[str]:
    taken = {goal.wish.text for goal in goals if goal.wish}
    told = dict.fromkeys(wish.said for talk in talks for wish in talk.conversation.wishes)
    return [said for said in told if said not in taken]


def take_off(store: Store, clock: Clock, conversation_id: str, said: str) -> None:
    """"Det er ikke mit ønske": the wish with these words is forgotten, in this talk and those before it.

    A goal keeps its own until it is taken off there. `UnknownConversation` without a talk; a wish that is gone
    already is no error.
    """
    with store() as work:
        talk = work.talks.locked(conversation_id)
        if talk is None:
            raise UnknownConversation
        for one in work.talks.earlier(talk.citizen_id, JOINED):
            held = work.talks.locked(one.conversation.id)
            if held and forget_wish(held.conversation, said):
                work.talks.save(held)
                work.audit.note(clock(), f"citizen:{talk.citizen_id}", "wish.take_off", held.conversation.id)


def heed(store: Store, clock: Clock, conversation_id: str, *texts: str) -> Safety:
    """Whether something that was written beside the talk tells of danger in plain words; then staff get an alert, as
    after a message, unless one as grave still waits unseen."""
    level = look_for_danger(" ".join(texts))
    if level is Safety.NONE:
        return level
    with store() as work:
        citizen = work.talks.owner(conversation_id)
        if citizen is None:
            raise UnknownConversation
        if not _is_told(work, conversation_id, level):
            alert = Alert(new_id(), citizen, conversation_id, 0, level, clock())
            work.alerts.add(alert)
            work.audit.note(alert.at, f"citizen:{citizen}", "alert.make", alert.id)
    return level


def _is_told(work: UnitOfWork, conversation_id: str, level: Safety) -> bool:
    alerts = work.alerts.of_conversation(conversation_id)
    waiting = [one.level for one in alerts if one.seen_at is None and not one.is_call]
    return any(SAFETY_ORDER.index(one) >= SAFETY_ORDER.index(level) for one in waiting)
