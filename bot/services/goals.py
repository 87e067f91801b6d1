# SPDX-License-Identifier: MPL-2.0
"""Sharing, reviewing, answering, following up; each act, its version and its audit line are one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.accounts import Staff
from bot.danish.identifiers import mask
from bot.goals.finding import SEEN_BY_STAFF
from bot.goals.goal import NOTHING_ALONG, Along, Goal, NotOnTheRuler, WordingMissing
from bot.goals.lifecycle import MOST_ACTIVE, Act, Actor, MoveNotAllowed, State
from bot.ports import Clock, Store, UnitOfWork
from bot.services import errors
from bot.services.after_talk import summary_of
from bot.services.permissions import check_staff_may_reach

LONGEST_WORDS = 2_000
"""Characters of a wording, a reason or a detail."""


def share(
    store: Store, clock: Clock, conversation_id: str, goal_ids: Sequence[str], quotes: Sequence[int],
    summary: bool = False,
) -> list[Goal]:
    """The citizen shares drafts, and, chosen one by one, what they said in some turns; the whole in short if they
    want."""
    if not goal_ids and not quotes and not summary:
        raise errors.NothingToShare
    with store() as work:
        talk = work.talks.locked(conversation_id)
        if talk is None:
            raise errors.UnknownConversation
        check_quotes(work, conversation_id, quotes)
        goals = [citizens_goal(work, conversation_id, goal_id) for goal_id in goal_ids]
        who = f"citizen:{talk.citizen_id}"
        if quotes:
            work.audit.note(clock(), who, "quotes.share", conversation_id)
        if summary:
            work.talks.keep_summary(conversation_id, summary_of(talk.conversation))
            work.audit.note(clock(), who, "summary.share", conversation_id)
        for goal in goals:
            apply_act(goal, Actor.CITIZEN, Act.SHARE, clock)
            work.goals.save(goal)
            work.audit.note(clock(), who, "goal.share", goal.id)
        talk.shared_turns |= set(quotes)
        work.talks.save(talk)
        return goals


def check_quotes(work: UnitOfWork, conversation_id: str, quotes: Sequence[int]) -> None:
    """`ForeignQuote` unless something was said in each of these turns."""
    said = {turn.number for turn in work.talks.turns(conversation_id) if turn.said and turn.said.text}
    if not set(quotes) <= said:
        raise errors.ForeignQuote


@dataclass(frozen=True)
class Words:
    """What goes with an act: another wording, a reason or answer, the version that the caller had read, if told, and
    what else goes along."""

    wording: str = ""
    reason: str = ""
    read: int | None = None
    along: Along = NOTHING_ALONG


_NO_WORDS = Words()


def review(store: Store, clock: Clock, staff: Staff, goal_id: str, act: Act, words: Words = _NO_WORDS) -> Goal:
    """Staff agree, suggest another wording, ask, say not now with a reason; later they follow up.

    `ChangedMeanwhile` where the goal has another version than the one read; nothing is changed then.
    """
    with store() as work:
        goal = staffs_goal(work, staff, work.goals.locked(goal_id))
        _check_version(goal, words)
        _check_room(work, goal, act)
        apply_act(goal, Actor.STAFF, act, clock, words, staff.id)
        work.goals.save(goal)
        work.audit.note(clock(), f"staff:{staff.id}", f"goal.{act}", goal.id)
        return goal.as_staff_see([turn for turn, _ in work.goals.quotes(goal)])


def answer(
    store: Store, clock: Clock, conversation_id: str, goal_id: str, act: Act, words: Words = _NO_WORDS
) -> Goal:
    """The citizen says yes, gives their own wording, replies, says no, follows up, or takes the goal back.

    Any of the citizen's talks will do: a goal goes on across talks. When both have said yes to the wording that
    stands, the goal starts, unless three are already active: then the yes is kept and the goal waits in `agreed`.
    """
    with store() as work:
        goal = citizens_goal(work, conversation_id, goal_id)
        _check_version(goal, words)
        _check_room(work, goal, act)
        apply_act(goal, Actor.CITIZEN, act, clock, words)
        if act is Act.YES and goal.both_said_yes and _has_room(work, goal):
            apply_act(goal, Actor.CITIZEN, Act.START, clock)
        work.goals.save(goal)
        work.audit.note(clock(), f"citizen:{goal.citizen_id}", f"goal.{act}", goal.id)
        return goal


def _check_version(goal: Goal, words: Words) -> None:
    """`ChangedMeanwhile` where the caller had read another version."""
    if words.read is not None and words.read != goal.version:
        raise errors.ChangedMeanwhile(goal)


def _has_room(work: UnitOfWork, goal: Goal) -> bool:
    return work.goals.active_count(goal.citizen_id) < MOST_ACTIVE


def _check_room(work: UnitOfWork, goal: Goal, act: Act) -> None:
    """`ThreeActive` for an act that would make a fourth goal active."""
    if act in (Act.START, Act.RESUME) and not _has_room(work, goal):
        raise errors.ThreeActive


def waits_for_room(goal: Goal) -> bool:
    """Whether both have said yes, but three other goals are active."""
    return goal.state is State.AGREED and goal.both_said_yes and goal.last_act == Act.YES


def staffs_goal(work: UnitOfWork, staff: Staff, goal: Goal | None) -> Goal:
    """The goal, if it is shared with this member of staff; `UnknownGoal` otherwise."""
    if goal is None or goal.state not in SEEN_BY_STAFF:
        raise errors.UnknownGoal
    check_staff_may_reach(work, staff, goal.citizen_id, errors.UnknownGoal)
    return goal


def citizens_goal(work: UnitOfWork, conversation_id: str, goal_id: str) -> Goal:
    """The goal, if it is one of the citizen whose talk it is; `UnknownGoal` otherwise."""
    goal = work.goals.locked(goal_id)
    if goal is None or goal.citizen_id != work.talks.owner(conversation_id):
        raise errors.UnknownGoal
    return goal


def apply_act(goal: Goal, actor: Actor, act: Act, clock: Clock, words: Words = _NO_WORDS, who: str = "") -> None:
    """One act on a goal, with its words masked; `GoalNotThere`, `TextNeeded`, `TextTooLong`, `NotOnTheRuler`."""
    details = words.along.details
    if max(map(len, (words.wording, words.reason, *details.values()))) > LONGEST_WORDS:
        raise errors.TextTooLong
    along = replace(words.along, details={name: mask(text) for name, text in details.items()})
    try:
        goal.apply(actor, act, clock(), mask(words.wording), mask(words.reason), along, who)
    except MoveNotAllowed as error:
        raise errors.GoalNotThere from error
    except WordingMissing as error:
        raise errors.TextNeeded from error
    except NotOnTheRuler as error:
        raise errors.NotOnTheRuler from error
