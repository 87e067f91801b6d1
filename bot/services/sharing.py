# SPDX-License-Identifier: MPL-2.0
"""What staff would see if the citizen shared this: the share is done in memory and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.goals.goal import Goal
from bot.goals.lifecycle import Act, Actor
from bot.ports import Clock, Store, UnitOfWork
from bot.records import Summary, Talk
from bot.services.after_talk import summary_of
from bot.services.errors import NothingToShare, UnknownConversation
from bot.services.finding import Told, in_context
from bot.services.goals import apply_act, check_quotes, citizens_goal


@dataclass(frozen=True)
class Preview:
    """Each goal as staff would see it with the quotes beside it; the quotes chosen now; the talk in short."""

    goals: Sequence[tuple[Goal, Sequence[Told]]]
    quotes: Sequence[Told]
    summary: Summary | None


def preview(
    store: Store, clock: Clock, conversation_id: str, goal_ids: Sequence[str], quotes: Sequence[int], summary: bool
) -> Preview:
    """What `goals.share` would let staff see; the same errors."""
    if not goal_ids and not quotes and not summary:
        raise NothingToShare
    with store.reading() as work:
        talk = work.talks.locked(conversation_id)
        if talk is None:
            raise UnknownConversation
        check_quotes(work, conversation_id, quotes)
        goals = [citizens_goal(work, conversation_id, goal_id) for goal_id in goal_ids]
        for goal in goals:
            apply_act(goal, Actor.CITIZEN, Act.SHARE, clock)
        told = _told(work, conversation_id, set(quotes))
        return Preview(
            [_as_staff_would_see(work, talk, goal, set(quotes)) for goal in goals], told,
            summary_of(talk.conversation) if summary else None,
        )


def _as_staff_would_see(
    work: UnitOfWork, talk: Talk, goal: Goal, chosen: set[int]
) -> tuple[Goal, Sequence[Told]]:
    """The goal with what would then be shared of its own talk: chosen now, or shared before."""
    if goal.conversation_id == talk.conversation.id:
        quotes = [(one.turn, one.text) for one in _told(work, goal.conversation_id, talk.shared_turns | chosen)]
    else:
        quotes = list(work.goals.quotes(goal))
    return goal.as_staff_see([turn for turn, _ in quotes]), in_context(work, goal, quotes)


def _told(work: UnitOfWork, conversation_id: str, numbers: set[int]) -> list[Told]:
    turns = work.talks.turns(conversation_id)
    return [Told(turn.number, turn.said.text) for turn in turns if turn.said and turn.number in numbers]
