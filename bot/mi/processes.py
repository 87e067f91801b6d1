# SPDX-License-Identifier: MPL-2.0
"""Engage, focus, evoke, plan: which question comes next, gated by what the citizen shows."""

from __future__ import annotations

from collections.abc import Callable

from bot.codebook import CHANGE_TALK, THEME_NAMES, Safety, Statement, Talk, Theme
from bot.mi.conversation import Ask, Conversation, Process

_ENGAGE_QUESTIONS = 2
_QUESTIONS_AFTER_DANGER = 3
"""Then there is room, without questions."""
_LOW_IMPORTANCE = 4
"""Under this a plan would be somebody else's: the citizen has said that it hardly matters."""

PLAN_QUESTIONS = (Ask.STEP, Ask.WHEN, Ask.WITH_WHOM, Ask.SIGN, Ask.SURE)

Gate = Callable[[Conversation], bool]

EVOKING: tuple[tuple[Ask, Gate], ...] = (
    (Ask.WHICH_FIRST, lambda c: len(c.wishes) > 1),
    (Ask.WHAT_MATTERS, lambda c: not c.heard_of(Talk.REASON)),
    (Ask.IMPORTANCE, lambda c: c.importance is None),
    (Ask.STRENGTHS, lambda c: not c.heard_of(Talk.ABILITY, Talk.TAKING_STEPS)),
    (Ask.CONFIDENCE, lambda c: c.confidence is None),
    (Ask.ANYTHING_ELSE, lambda c: True),
    (Ask.PERMISSION, lambda c: ready_to_plan(c)),
)

ENGAGING: tuple[tuple[Ask, Gate], ...] = (
    (Ask.HOPE, lambda c: c.asked_in_engage >= _ENGAGE_QUESTIONS),
    (Ask.THEME, lambda c: Ask.HOPE in c.has_asked),
    (Ask.IN_THEME, lambda c: Ask.THEME in c.has_asked),
)


def ready_to_plan(conversation: Conversation) -> bool:
    """A wish, and a reason, need or strength beside it, and no word of its hardly mattering."""
    if conversation.danger is not Safety.NONE or conversation.focus is None:
        return False
    matters = conversation.importance is None or conversation.importance >= _LOW_IMPORTANCE
    return matters and bool(conversation.kinds_heard() - {Talk.DESIRE})


def next_question(conversation: Conversation, statement: Statement) -> Ask | None:
    """The question that draws out what is missing; None when all has been asked."""
    if conversation.danger is not Safety.NONE and not _speaks_of_change_again(conversation, statement):
        return Ask.AFTER_DANGER if conversation.count("after danger") < _QUESTIONS_AFTER_DANGER else None
    _enter_focus(conversation)
    if conversation.process is Process.ENGAGE:
        return _engaging(conversation)
    if _hesitates(conversation, statement):
        return Ask.HESITATION
    return _first_open(conversation, EVOKING)


def _speaks_of_change_again(conversation: Conversation, statement: Statement) -> bool:
    """After a concern, the citizen alone can bring the talk back to wishes; after acute danger nobody can."""
    goes_on = conversation.danger is Safety.CONCERN and Ask.AFTER_DANGER in conversation.has_asked
    if not goes_on or not statement.talk & CHANGE_TALK:
        return False
    conversation.danger = Safety.NONE
    return True


def choices_of(conversation: Conversation, ask: Ask) -> tuple[str, ...]:
    """The buttons of a question whose choices come from the talk itself; empty for the others."""
    if ask is Ask.THEME:
        return tuple(THEME_NAMES[theme].capitalize() for theme in Theme)
    if ask is Ask.WHICH_FIRST:
        return tuple(wish.core[:1].upper() + wish.core[1:] for wish in conversation.wishes[-3:])
    return ()


def back_to_evoking(conversation: Conversation) -> None:
    """A plan that was broken off is not taken up where it was; permission is asked anew."""
    conversation.has_asked -= {Ask.PERMISSION, Ask.ANYTHING_ELSE, *PLAN_QUESTIONS}
    if conversation.process is Process.PLAN:
        conversation.process = Process.EVOKE


def _enter_focus(conversation: Conversation) -> None:
    """The first wish moves the talk on; a single wish is the focus until the citizen says otherwise."""
    if conversation.process is Process.ENGAGE and conversation.wishes:
        conversation.process = Process.FOCUS if len(conversation.wishes) > 1 else Process.EVOKE
    if conversation.process is not Process.ENGAGE and conversation.focus is None and conversation.wishes:
        conversation.focus = conversation.wishes[0]


def _engaging(conversation: Conversation) -> Ask | None:
    if conversation.asked_in_engage < _ENGAGE_QUESTIONS:
        conversation.asked_in_engage += 1
        return Ask.ENGAGE
    return _first_open(conversation, ENGAGING)


def _hesitates(conversation: Conversation, statement: Statement) -> bool:
    """Sustain talk alone, after a wish: once, the talk stays with what would make it easier."""
    return statement.talk == {Talk.SUSTAIN} and Ask.HESITATION not in conversation.has_asked


def _first_open(conversation: Conversation, table: tuple[tuple[Ask, Gate], ...]) -> Ask | None:
    for ask, gate in table:
        if ask not in conversation.has_asked and gate(conversation):
            return ask
    return None
