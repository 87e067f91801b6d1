# SPDX-License-Identifier: MPL-2.0
"""Sharing, reviewing and answering goals; each act, its version and its audit line are one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.danish.identifiers import mask
from bot.goals.goal import Goal, WordingMissing
from bot.goals.lifecycle import MOST_ACTIVE, Act, Actor, MoveNotAllowed, State
from bot.ports import Clock, Staff, Store, UnitOfWork
from bot.services.errors import (
    ChangedMeanwhile,
    ForeignQuote,
    GoalNotThere,
    NothingToShare,
    TextNeeded,
    TextTooLong,
    ThreeActive,
    UnknownConversation,
    UnknownGoal,
)

LONGEST_WORDS = 2_000
"""Characters of a wording or a reason."""

Quotes = Sequence[tuple[int, str]]


def share(
    store: Store, clock: Clock, conversation_id: str, goal_ids: Sequence[str], quotes: Sequence[int]
) -> list[Goal]:
    """The citizen shares drafts, and, chosen one by one, what they said in some turns."""
    if not goal_ids and not quotes:
        raise NothingToShare
    with store() as work:
        talk = work.talks.locked(conversation_id)
        if talk is None:
            raise UnknownConversation
        _check_quotes(work, conversation_id, quotes)
        goals = [_citizens_goal(work, conversation_id, goal_id) for goal_id in goal_ids]
        if quotes:
            work.audit.note(clock(), f"citizen:{talk.citizen_id}", "quotes.share", conversation_id)
        for goal in goals:
            _apply(goal, Actor.CITIZEN, Act.SHARE, clock)
            work.goals.save(goal)
            work.audit.note(clock(), f"citizen:{goal.citizen_id}", "goal.share", goal.id)
        talk.shared_turns |= set(quotes)
        work.talks.save(talk)
        return goals


def _check_quotes(work: UnitOfWork, conversation_id: str, quotes: Sequence[int]) -> None:
    said = {turn.number for turn in work.talks.turns(conversation_id) if turn.said and turn.said.text}
    if not set(quotes) <= said:
        raise ForeignQuote


@dataclass(frozen=True)
class Words:
    """What goes with an act: another wording, a reason or answer, and the version that the caller had read, if told."""

    wording: str = ""
    reason: str = ""
    read: int | None = None


_NO_WORDS = Words()


def review(store: Store, clock: Clock, staff: Staff, goal_id: str, act: Act, words: Words = _NO_WORDS) -> Goal:
    """Staff agree, suggest another wording, ask, or say not now with a reason.

    `ChangedMeanwhile` where the goal has another version than the one read; nothing is changed then.
    """
    with store() as work:
        goal = _staffs_goal(work, staff, work.goals.locked(goal_id))
        _check_version(goal, words)
        _check_room(work, goal, act)
        _apply(goal, Actor.STAFF, act, clock, words)
        work.goals.save(goal)
        work.audit.note(clock(), f"staff:{staff.id}", f"goal.{act}", goal.id)
        return goal


def answer(
    store: Store, clock: Clock, conversation_id: str, goal_id: str, act: Act, words: Words = _NO_WORDS
) -> Goal:
    """The citizen says yes, gives their own wording, replies, says no, or takes the goal back.

    When both have said yes to the wording that stands, the goal starts, unless three are already active:
    then the yes is kept and the goal waits in `agreed`.
    """
    with store() as work:
        goal = _citizens_goal(work, conversation_id, goal_id)
        _check_version(goal, words)
        _check_room(work, goal, act)
        _apply(goal, Actor.CITIZEN, act, clock, words)
        if act is Act.YES and goal.both_said_yes and _has_room(work, goal):
            _apply(goal, Actor.CITIZEN, Act.START, clock)
        work.goals.save(goal)
        work.audit.note(clock(), f"citizen:{goal.citizen_id}", f"goal.{act}", goal.id)
        return goal


def _check_version(goal: Goal, words: Words) -> None:
    """`ChangedMeanwhile` where the caller had read another version."""
    if words.read is not None and words.read != goal.version:
        raise ChangedMeanwhile(goal)


def _has_room(work: UnitOfWork, goal: Goal) -> bool:
    return work.goals.active_count(goal.citizen_id) < MOST_ACTIVE


def _check_room(work: UnitOfWork, goal: Goal, act: Act) -> None:
    """`ThreeActive` for an act that would make a fourth goal active."""
    if act in (Act.START, Act.RESUME) and not _has_room(work, goal):
        raise ThreeActive


def waits_for_room(goal: Goal) -> bool:
    """Whether both have said yes, but three other goals are active."""
    return goal.state is State.AGREED and goal.both_said_yes and goal.history[-1].act == Act.YES


def list_for_staff(store: Store, clock: Clock, staff: Staff, state: State | None) -> list[Goal]:
    """The shared goals of the citizens this member of staff works with; noted as read."""
    with store() as work:
        goals = [goal for goal in work.goals.of_staff(staff.id, state) if was_shared(goal)]
        for goal in goals:
            work.audit.note(clock(), f"staff:{staff.id}", "goal.read", goal.id, "list")
        return goals


def read_for_staff(store: Store, clock: Clock, staff: Staff, goal_id: str) -> tuple[Goal, Quotes]:
    """One shared goal and the quotes shared with it; noted as read."""
    with store() as work:
        goal = _staffs_goal(work, staff, work.goals.get(goal_id))
        work.audit.note(clock(), f"staff:{staff.id}", "goal.read", goal.id, "review")
        return goal, work.goals.quotes(goal)


def list_for_citizen(store: Store, conversation_id: str) -> list[Goal]:
    """All goals that came out of a conversation."""
    with store.reading() as work:
        return list(work.goals.of_conversation(conversation_id))


def was_shared(goal: Goal) -> bool:
    """Staff see a goal from the moment it is shared until the citizen takes it back."""
    return goal.state not in (State.DRAFT, State.WITHDRAWN)


def _staffs_goal(work: UnitOfWork, staff: Staff, goal: Goal | None) -> Goal:
    if goal is None or not was_shared(goal) or not work.people.works_with(staff.id, goal.citizen_id):
        raise UnknownGoal
    return goal


def _citizens_goal(work: UnitOfWork, conversation_id: str, goal_id: str) -> Goal:
    goal = work.goals.locked(goal_id)
    if goal is None or goal.conversation_id != conversation_id:
        raise UnknownGoal
    return goal


def _apply(goal: Goal, actor: Actor, act: Act, clock: Clock, words: Words = _NO_WORDS) -> None:
    if max(len(words.wording), len(words.reason)) > LONGEST_WORDS:
        raise TextTooLong
    try:
        goal.apply(actor, act, clock(), mask(words.wording), mask(words.reason))
    except MoveNotAllowed as error:
        raise GoalNotThere from error
    except WordingMissing as error:
        raise TextNeeded from error


