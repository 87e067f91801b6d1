# SPDX-License-Identifier: MPL-2.0
"""Elicit, provide, elicit: first what the citizen has thought of, then, with permission, what others have tried."""

from __future__ import annotations

import re

from bot.codebook import Intent, Statement, Theme
from bot.mi.conversation import Ask, Conversation, Process
from bot.mi.move import Act, Move
from bot.mi.saying import says_yes

_NOT_OURS = re.compile(
    r"\b(medicin\w*|piller?|pillerne|dosis|diagnose\w*|læge\w*|ret til|pension\w*|førtids\w*|kontanthjælp\w*|ydelse\w*"
    r"|sygedagpenge|lov\w*|advokat\w*|skat|ansøg\w*|bivirkning\w*|penge|gæld\w*|ressourceforløb\w*|fleksjob\w*)\b",
    re.IGNORECASE,
)
"""Medicine, law and benefits: the assistant gives no advice there (practice.md, Boundaries)."""


def asked_for_advice(conversation: Conversation, statement: Statement) -> Move | None:
    """What have you thought of yourself? Asked again, what others have tried is offered. None: not ours to say."""
    if _NOT_OURS.search(statement.text):
        return None
    if Ask.ELICIT not in conversation.has_asked:
        return Move((Act(Ask.ELICIT),), "Borgeren spørger til råds: først det, borgeren selv har tænkt", Ask.ELICIT)
    return offer(conversation)


def offer(conversation: Conversation) -> Move | None:
    """Permission for a few ideas; once in a talk."""
    if Ask.OFFER in conversation.has_asked:
        return None
    why = "Borgeren mangler idéer: der spørges, om borgeren vil høre, hvad andre har prøvet"
    return Move((Act(Ask.OFFER),), why, Ask.OFFER)


def answer_offer(conversation: Conversation, statement: Statement) -> Move | None:
    """Yes: three small things others have tried, and which of them, if any, fits. No: they are left out."""
    if says_yes(statement):
        acts = (Act(f"menu_{_theme(conversation) or 'any'}"), Act(Ask.MENU_WHICH))
        return Move(acts, "Borgeren sagde ja til at høre, hvad andre har prøvet", Ask.MENU_WHICH)
    if statement.intent in (Intent.DENY, Intent.SKIP, Intent.DONT_KNOW):
        return Move((Act("no_offer"),), "Borgeren sagde nej til idéer, så de bliver ikke nævnt")
    return None


def _theme(conversation: Conversation) -> Theme | None:
    return (conversation.focus and conversation.focus.theme) or conversation.theme


def chosen_of_menu(conversation: Conversation, statement: Statement) -> bool:
    """Whether what was chosen is a step in a plan that has begun."""
    return conversation.process is Process.PLAN and statement.intent in (Intent.SHARE, Intent.AFFIRM, Intent.CORRECT)
