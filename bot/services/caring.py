# SPDX-License-Identifier: MPL-2.0
"""Danger is answered before the engine is asked: after acute danger for good, after concern until a no."""

from __future__ import annotations

from bot.care import answers, danger
from bot.care.danger import DangerKind
from bot.care.help_lines import Contact
from bot.codebook import Intent, Safety, Statement, worst
from bot.mi import engine
from bot.mi.conversation import Ask, Conversation, Process
from bot.mi.move import Move
from bot.mi.planning import PLAN_QUESTIONS

Contacts = tuple[Contact, ...]

_OBEYED_IN_DANGER = frozenset({Intent.STOP, Intent.PAUSE, Intent.DELETE_DATA, Intent.ASK_HUMAN, Intent.GOODBYE})


def respond(conversation: Conversation, statement: Statement, contacts: Contacts = ()) -> Move:
    """The next move of a talk: care where there is or was danger, else the engine's."""
    move = _care(conversation, statement, contacts)
    if move is None:
        return engine.respond(conversation, statement)
    conversation.turn += 1
    return engine.noted(conversation, move)


def _care(conversation: Conversation, statement: Statement, contacts: Contacts) -> Move | None:
    """The answer to danger, now or earlier in this talk; None when the ordinary talk may go on."""
    said_it_is_now = conversation.asked is Ask.HAPPENING_NOW and statement.intent is Intent.AFFIRM
    level = Safety.ACUTE if said_it_is_now else statement.safety
    if level is not Safety.NONE:
        return answer_danger(conversation, level, statement.text, contacts)
    if conversation.danger is Safety.ACUTE and statement.intent not in _OBEYED_IN_DANGER:
        return _stay(conversation, contacts)
    return _after_concern(conversation, statement) if conversation.asked is Ask.HAPPENING_NOW else None


def answer_danger(conversation: Conversation, level: Safety, text: str, contacts: Contacts) -> Move:
    """What is said at this level; the first concern also asks whether it is happening now."""
    kind = danger.kind_of(text)
    if kind is not DangerKind.UNKNOWN:
        conversation.danger_kind = kind
    conversation.danger = worst(conversation.danger, level)
    conversation.danger_in_words |= danger.look_for_danger(text) is not Safety.NONE
    before = conversation.count(level)
    bubbles = answers.answer(level, DangerKind(conversation.danger_kind), before, contacts)
    asks_if_now = level is Safety.CONCERN and before == 0
    return Move((), f"danger: {level}", Ask.HAPPENING_NOW if asks_if_now else None, verbatim=bubbles)


def _stay(conversation: Conversation, contacts: Contacts) -> Move:
    """After acute danger the bot stays, short and warm, and never speaks of goals again in this talk."""
    before = conversation.count(Safety.ACUTE)
    bubbles = answers.answer(Safety.ACUTE, DangerKind(conversation.danger_kind), before, contacts)
    return Move((), "acute danger was told earlier in this talk", verbatim=bubbles)


def _after_concern(conversation: Conversation, statement: Statement) -> Move | None:
    """No, not now: calm, and the citizen decides whether to go on. Other orders are obeyed as ever.

    Where only the trained reader thought of danger, not one word pattern, the citizen's no settles it.
    """
    if statement.intent in _OBEYED_IN_DANGER:
        return None
    if not conversation.danger_in_words:
        conversation.danger = Safety.NONE
        _back_to_evoking(conversation)
    bubbles = answers.after_not_now(conversation.count("not now"))
    return Move((), "the citizen was asked whether it is happening now", Ask.GO_ON, verbatim=bubbles)


def _back_to_evoking(conversation: Conversation) -> None:
    """A plan that danger broke off is not taken up where it was; permission is asked anew."""
    conversation.has_asked -= {Ask.PERMISSION, Ask.ANYTHING_ELSE, *PLAN_QUESTIONS}
    if conversation.process is Process.PLAN:
        conversation.process = Process.EVOKE
