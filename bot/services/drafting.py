# SPDX-License-Identifier: MPL-2.0
"""Gathers what a citizen said of a step in a talk, and keeps the draft that it becomes."""

from __future__ import annotations

from bot.codebook import Talk as Kind
from bot.goals import drafting
from bot.goals.goal import Quote
from bot.mi import engine
from bot.mi.conversation import Conversation
from bot.ports import Clock, Talk, UnitOfWork
from bot.services.secrets import new_id

_LONGEST_OBSTACLE = 200


def keep_draft(work: UnitOfWork, clock: Clock, talk: Talk) -> None:
    """The draft of what was just confirmed, with its audit line."""
    goal = drafting.draft(said_of_goal(work, talk), new_id(), clock(), f"engine {engine.VERSION}")
    talk.conversation.confirmed = None
    work.goals.add(goal)
    talk.conversation.draft_ids.append(goal.id)
    work.audit.note(clock(), f"citizen:{talk.citizen_id}", "goal.confirm", goal.id)


def said_of_goal(work: UnitOfWork, talk: Talk) -> drafting.Said:
    """What the citizen said and confirmed in a talk, as the drafting wants it; `NothingConfirmed` without a yes."""
    conversation, plan = talk.conversation, talk.conversation.confirmed
    if plan is None:
        raise drafting.NothingConfirmed
    focus = conversation.focus
    reasons = conversation.heard_of(Kind.REASON, Kind.NEED)
    return drafting.Said(
        citizen_id=talk.citizen_id, conversation_id=conversation.id, wording=plan.wording,
        wish=Quote(focus.said, focus.turn) if focus else None,
        theme=(focus and focus.theme) or conversation.theme,
        motivation=tuple(Quote(heard.said, heard.turn) for heard in reasons),
        step=plan.step, when=plan.when, with_whom=plan.with_whom, sign=plan.sign, sure=plan.sure,
        importance=conversation.importance, confidence=conversation.confidence,
        hard=_what_is_hard(conversation), answers=_answers(work, conversation), turns=plan.turns,
    )


def _what_is_hard(conversation: Conversation) -> Quote | None:
    """What held the citizen back, as they said it last since the wish; nothing that is too long to stand in a field."""
    since = conversation.focus.turn if conversation.focus else 0
    held = [heard for heard in conversation.heard_of(Kind.SUSTAIN) if heard.turn >= since]
    short = [heard for heard in held if len(heard.said) <= _LONGEST_OBSTACLE]
    return Quote(short[-1].said, short[-1].turn) if short else None


def _answers(work: UnitOfWork, conversation: Conversation) -> tuple[Quote, ...]:
    """The citizen's answers about the step, verbatim."""
    plan = conversation.confirmed
    wanted = set(plan.turns.values()) if plan else set()
    turns = (turn for turn in work.talks.turns(conversation.id) if turn.number in wanted)
    return tuple(Quote(turn.said.text, turn.number) for turn in turns if turn.said and turn.said.text)
