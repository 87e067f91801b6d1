# SPDX-License-Identifier: MPL-2.0
"""Gathers what a citizen said of a step in a talk, and keeps the draft that it becomes."""

from __future__ import annotations

from collections.abc import Mapping

from bot.codebook import Talk as Kind
from bot.goals import drafting
from bot.goals.goal import Quote
from bot.goals.lifecycle import Act, Actor, State
from bot.mi import engine
from bot.mi.conversation import Conversation
from bot.ports import Clock, UnitOfWork
from bot.records import Talk
from bot.services.secrets import new_id

_LONGEST_OBSTACLE = 200


def keep_draft(work: UnitOfWork, clock: Clock, talk: Talk) -> None:
    """The draft of what was just confirmed, with its audit line."""
    told = {turn.number: turn.said.text for turn in work.talks.turns(talk.conversation.id) if turn.said}
    said = said_of_goal(talk.citizen_id, talk.conversation, told)
    goal = drafting.draft(said, new_id(), clock(), f"engine {engine.VERSION}")
    talk.conversation.confirmed = None
    work.goals.add(goal)
    talk.conversation.draft_ids.append(goal.id)
    work.audit.note(clock(), f"citizen:{talk.citizen_id}", "goal.confirm", goal.id)


def take_wish_off_drafts(work: UnitOfWork, clock: Clock, talk: Talk) -> None:
    """What the citizen has just said was no wish of theirs stands above no draft of this talk any more."""
    left = {wish.said for wish in talk.conversation.wishes}
    for goal in work.goals.of_conversation(talk.conversation.id):
        if goal.state is State.DRAFT and goal.wish and goal.wish.text not in left:
            goal.apply(Actor.CITIZEN, Act.NOT_MY_WISH, clock())
            work.goals.save(goal)
            work.audit.note(clock(), f"citizen:{talk.citizen_id}", f"goal.{Act.NOT_MY_WISH}", goal.id)


def said_of_goal(citizen_id: str, conversation: Conversation, told: Mapping[int, str]) -> drafting.Said:
    """What the citizen said and confirmed, as the drafting wants it; `told` is what they wrote, by turn.

    `NothingConfirmed` without a yes.
    """
    plan, focus = conversation.confirmed, conversation.focus
    if plan is None:
        raise drafting.NothingConfirmed
    reasons = conversation.heard_of(Kind.REASON, Kind.NEED)
    return drafting.Said(
        citizen_id=citizen_id, conversation_id=conversation.id, wording=plan.wording,
        wish=Quote(focus.said, focus.turn) if focus else None,
        theme=(focus and focus.theme) or conversation.theme,
        motivation=tuple(Quote(heard.said, heard.turn) for heard in reasons),
        step=plan.step, when=plan.when, with_whom=plan.with_whom, sign=plan.sign, sure=plan.sure,
        importance=conversation.importance, confidence=conversation.confidence,
        hard=_what_is_hard(conversation), turns=plan.turns,
        answers=tuple(Quote(told[turn], turn) for turn in sorted(set(plan.turns.values())) if told.get(turn)),
    )


def _what_is_hard(conversation: Conversation) -> Quote | None:
    """What held the citizen back, as they said it last since the wish; nothing that is too long to stand in a field."""
    since = conversation.focus.turn if conversation.focus else 0
    held = [heard for heard in conversation.heard_of(Kind.SUSTAIN) if heard.turn >= since]
    short = [heard for heard in held if len(heard.said) <= _LONGEST_OBSTACLE]
    return Quote(short[-1].said, short[-1].turn) if short else None
