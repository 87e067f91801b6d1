# SPDX-License-Identifier: MPL-2.0
"""After the end of a talk: what is told is given back, and a new wish or step may open it again."""

from __future__ import annotations

import re

from bot.codebook import Statement, Talk
from bot.mi.conversation import Ask, Conversation, Process
from bot.mi.move import Act, Move
from bot.mi.processes import PLAN_QUESTIONS, may_evoke

_CLOSINGS_APART = 4
_NOT = re.compile(r"\b(?:ikke?|ik|aldrig)\b", re.IGNORECASE)
_TOWARDS_A_STEP = frozenset({Talk.COMMITMENT, Talk.ACTIVATION})


def closing(conversation: Conversation, acts: list[Act]) -> Move:
    """What is told is given back; that one may stop is said now and then."""
    said_before = conversation.count("closing")
    remind = not acts or said_before % _CLOSINGS_APART == 0
    said = (*acts, Act("closing")) if remind else tuple(acts)
    return Move(said, "Samtalen er ved sin slutning, og der er plads til mere")


def opens_again(conversation: Conversation, statement: Statement) -> None:
    """A new wish after the close begins again at what matters in it; so does a step after a "not yet"."""
    if may_evoke(conversation) and not _new_wish_opens(conversation):
        _step_opens(conversation, statement)


def _step_opens(conversation: Conversation, statement: Statement) -> None:
    """Who speaks of doing it after all is asked once more whether to plan."""
    towards = statement.talk & _TOWARDS_A_STEP and not _NOT.search(statement.text)
    if conversation.draft_ids or conversation.focus is None or not towards:
        return
    if conversation.count("opened again") == 0:
        conversation.process = Process.EVOKE
        conversation.has_asked -= {Ask.PERMISSION, *PLAN_QUESTIONS}


def _new_wish_opens(conversation: Conversation) -> bool:
    newest = conversation.wishes[-1] if conversation.wishes else None
    if newest is None or newest.turn != conversation.turn or newest is conversation.focus:
        return False
    conversation.process, conversation.focus = Process.EVOKE, newest
    conversation.importance = conversation.confidence = None
    conversation.has_asked = {Ask.WHICH_FIRST} | (conversation.has_asked - _ASKED_OF_EACH_WISH)
    return True


_ASKED_OF_EACH_WISH = frozenset({
    Ask.WHAT_MATTERS, Ask.IMPORTANCE, Ask.STRENGTHS, Ask.CONFIDENCE, Ask.ANYTHING_ELSE, Ask.PERMISSION, *PLAN_QUESTIONS,
    Ask.SURE_WHY, Ask.CONFIDENCE_WHY,
})
