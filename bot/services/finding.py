# SPDX-License-Identifier: MPL-2.0
"""What staff and citizens look up: goals by page, a plan, what has happened since, what is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.accounts import Staff
from bot.goals.finding import SEEN_BY_STAFF, After, Page, Wanted
from bot.goals.goal import Goal
from bot.goals.plan import CitizensPlan, plan_of
from bot.ports import Clock, Store, UnitOfWork
from bot.records import Due, Happened, Known, Mark, Summary
from bot.services.errors import UnknownCitizen, UnknownConversation
from bot.services.goals import staffs_goal
from bot.services.permissions import check_staff_may_reach

SETTLED = timedelta(seconds=5)
"""What is younger may still be overtaken by a transaction that began before it; the feed waits for it."""


@dataclass(frozen=True)
class Told:
    """What the citizen shared of a turn, and what they were asked before it, where both turns are shared."""

    turn: int
    text: str
    asked: str = ""


@dataclass(frozen=True)
class SharedOf:
    """What staff may see of one talk, beside the goals."""

    talk: str
    quotes: Sequence[Told]
    summary: Summary | None


def shared_by(work: UnitOfWork, citizen_id: str) -> Iterator[SharedOf]:
    """What the citizen has shared of each talk; talks of which nothing is shared are left out."""
    for talk_id in work.privacy.talks_of(citizen_id):
        talk, summary = work.talks.locked(talk_id), work.talks.summary(talk_id)
        numbers = talk.shared_turns if talk else set()
        turns = work.talks.turns(talk_id) if numbers else ()
        quotes = [Told(turn.number, turn.said.text) for turn in turns if turn.said and turn.number in numbers]
        if quotes or summary:
            yield SharedOf(talk_id, quotes, summary)


def shared_talks_of(store: Store, clock: Clock, staff: Staff, citizen_id: str) -> list[SharedOf]:
    """The words and summaries that a citizen has shared; each summary noted as read. `UnknownCitizen` without a
    relation."""
    with store() as work:
        check_staff_may_reach(work, staff, citizen_id)
        found = list(shared_by(work, citizen_id))
        for one in found:
            act = "summary.read" if one.summary else "quotes.read"
            work.audit.note(clock(), f"staff:{staff.id}", act, one.talk, "review")
        return found


def list_for_staff(
    store: Store, clock: Clock, staff: Staff, wanted: Wanted, after: After | None = None, at_most: int = 50
) -> Page:
    """Shared goals of the citizens this member of staff works with, without their histories; noted as read."""
    with store() as work:
        page = work.goals.of_staff(staff.id, wanted, after, at_most)
        for goal in page.goals:
            work.audit.note(clock(), f"staff:{staff.id}", "goal.read", goal.id, "list")
        return replace(page, goals=[goal.as_staff_see() for goal in page.goals])


def read_for_staff(store: Store, clock: Clock, staff: Staff, goal_id: str) -> tuple[Goal, Sequence[Told]]:
    """One shared goal with its history and the quotes shared with it; noted as read."""
    with store() as work:
        goal = staffs_goal(work, staff, work.goals.get(goal_id))
        work.audit.note(clock(), f"staff:{staff.id}", "goal.read", goal.id, "review")
        quotes = work.goals.quotes(goal)
        return goal.as_staff_see([turn for turn, _ in quotes]), in_context(work, goal, quotes)


def in_context(work: UnitOfWork, goal: Goal, quotes: Sequence[tuple[int, str]]) -> list[Told]:
    """Each quote with the question before it, where the citizen shared what they had said before that too.

    A question may hold the citizen's words of the turn before; those are not shown unless they were shared.
    """
    shared = {number for number, _ in quotes}
    needed = {number - 1 for number in shared if number - 1 in shared or number == 1}
    turns = {turn.number: turn for turn in work.talks.turns(goal.conversation_id)} if needed else {}
    asked = {
        number + 1: " ".join(reply.text for reply in turns[number].replies) for number in needed if number in turns
    }
    return [Told(number, text, asked.get(number, "")) for number, text in quotes]


def list_for_citizen(store: Store, conversation_id: str) -> list[Goal]:
    """All goals of the citizen whose talk it is, also from other talks of theirs."""
    with store.reading() as work:
        citizen = work.talks.owner(conversation_id)
        return list(work.goals.of_citizen(citizen)) if citizen else []


def citizens_of(store: Store, clock: Clock, staff: Staff) -> Sequence[Known]:
    """Whom a member of staff works with."""
    with store() as work:
        work.audit.note(clock(), f"staff:{staff.id}", "citizens.list", staff.id, "list")
        return work.people.citizens_of(staff.id)


def plan_for_staff(store: Store, clock: Clock, staff: Staff, citizen_id: str, purpose: str = "plan") -> CitizensPlan:
    """A citizen's plan, for staff who work with them; noted as read. `UnknownCitizen` otherwise."""
    with store() as work:
        known = next((one for one in work.people.citizens_of(staff.id) if one.citizen_id == citizen_id), None)
        if known is None:
            raise UnknownCitizen
        work.audit.note(clock(), f"staff:{staff.id}", "plan.read", citizen_id, purpose)
        seen = [goal.as_staff_see() for goal in work.goals.of_citizen(citizen_id)]
        return plan_of(seen, citizen_id, known.called, clock().date())


def shared_goals_of(store: Store, clock: Clock, staff: Staff, citizen_id: str, purpose: str) -> list[Goal]:
    """All that a citizen has shared, with histories; noted as read. `UnknownCitizen` without a relation."""
    with store() as work:
        check_staff_may_reach(work, staff, citizen_id)
        work.audit.note(clock(), f"staff:{staff.id}", "goals.export", citizen_id, purpose)
        return [goal.as_staff_see() for goal in work.goals.of_citizen(citizen_id) if goal.state in SEEN_BY_STAFF]


def plan_for_citizen(store: Store, clock: Clock, conversation_id: str) -> CitizensPlan:
    """The plan of the citizen whose talk it is."""
    with store.reading() as work:
        citizen = work.talks.owner(conversation_id)
        if citizen is None:
            raise UnknownConversation
        return plan_of(work.goals.of_citizen(citizen), citizen, "", clock().date())


def changes_since(
    store: Store, clock: Clock, staff: Staff, since: Mark | None = None, at_most: int = 100
) -> Sequence[Happened]:
    """What has happened to shared goals after a mark, oldest first, once it is `SETTLED`; noted as read."""
    with store() as work:
        happened = work.goals.changes(staff.id, since, clock() - SETTLED, at_most)
        for goal_id in dict.fromkeys(one.mark.goal_id for one in happened):
            work.audit.note(clock(), f"staff:{staff.id}", "goal.read", goal_id, "changes")
        return happened


def what_is_due(store: Store, on: date) -> Sequence[Due]:
    """The active goals that it is time to look at, longest waiting first; without anybody's words."""
    with store.reading() as work:
        return work.goals.due(on)
