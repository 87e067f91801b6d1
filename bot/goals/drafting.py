# SPDX-License-Identifier: MPL-2.0
"""Makes a draft goal of a conversation: the wish verbatim, the wording that the citizen confirmed, nothing invented."""

from __future__ import annotations

from datetime import datetime

from bot.codebook import Talk
from bot.goals.goal import Details, Goal, Quote
from bot.goals.lifecycle import Actor
from bot.mi.conversation import Conversation, Plan

_QUOTES_AT_MOST = 3


class NothingConfirmed(Exception):
    """The citizen has not said yes to any wording, so there is nothing to draft."""


def draft(conversation: Conversation, goal_id: str, citizen_id: str, at: datetime, made_by: str) -> Goal:
    """The goal that the citizen just confirmed; `NothingConfirmed` if there is none."""
    plan = conversation.confirmed
    if plan is None:
        raise NothingConfirmed
    focus = conversation.focus
    goal = Goal(
        id=goal_id,
        citizen_id=citizen_id,
        conversation_id=conversation.id,
        wish=Quote(focus.said, focus.turn) if focus else None,
        wording=plan.wording,
        details=_details(conversation, plan),
        theme=(focus and focus.theme) or conversation.theme,
        made_by=made_by,
    )
    goal.note(Actor.CITIZEN, "confirm", at)
    return goal


def _details(conversation: Conversation, plan: Plan) -> Details:
    reasons = conversation.heard_of(Talk.REASON, Talk.NEED)[-_QUOTES_AT_MOST:]
    return Details(
        step=plan.step,
        when=plan.when,
        with_whom=plan.with_whom,
        sign=plan.sign,
        sure=plan.sure,
        importance=conversation.importance,
        confidence=conversation.confidence,
        motivation=tuple(Quote(heard.said, heard.turn) for heard in reasons),
    )
