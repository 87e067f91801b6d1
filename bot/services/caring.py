# SPDX-License-Identifier: MPL-2.0
"""Danger is answered before the engine is asked: after acute danger for good, after concern until a no."""

from __future__ import annotations

from bot.care import answers, danger
from bot.care.danger import DangerKind
from bot.care.help_lines import Contact
from bot.codebook import Intent, Safety, Statement, worst
from bot.mi import engine
from bot.mi.conversation import Ask, Conversation, Status
from bot.mi.listening import hear
from bot.mi.move import Act, Move
from bot.mi.obeying import ask_again
from bot.mi.processes import back_to_evoking, choices_of, next_question

Contacts = tuple[Contact, ...]

_OBEYED_IN_DANGER = frozenset({Intent.STOP, Intent.PAUSE, Intent.DELETE_DATA, Intent.ASK_HUMAN, Intent.GOODBYE})


def respond(conversation: Conversation, statement: Statement, contacts: Contacts = ()) -> Move:
    """The next move of a talk: care where there is or was danger, else the engine's."""
    move = _care(conversation, statement, contacts)
    if move is None:
        return engine.respond(conversation, statement)
    conversation.turn += 1
    conversation.status = Status.OPEN
    if conversation.danger is not Safety.ACUTE and not conversation.danger_in_words:
        hear(conversation, statement)
    return engine.noted(conversation, move)


def catch_up(conversation: Conversation, statement: Statement) -> None:
    """Hears a message that was answered while nobody could read it; says nothing."""
    hear(conversation, statement)
    if statement.safety is not Safety.NONE:
        _note_danger(conversation, statement.safety, statement.text)


def _care(conversation: Conversation, statement: Statement, contacts: Contacts) -> Move | None:
    """The answer to danger, now or earlier in this talk; None when the ordinary talk may go on."""
    said_it_is_now = conversation.asked is Ask.HAPPENING_NOW and statement.intent is Intent.AFFIRM
    level = Safety.ACUTE if said_it_is_now else statement.safety
    if level is Safety.NONE and _was_never_answered(conversation):
        level = conversation.danger
    if level is not Safety.NONE:
        return answer_danger(conversation, level, statement.text, contacts)
    if conversation.asked is Ask.ERASE or statement.intent in _OBEYED_IN_DANGER:
        return None
    if conversation.danger is Safety.ACUTE:
        return _stay(conversation, contacts)
    return _after_concern(conversation, statement) if conversation.asked is Ask.HAPPENING_NOW else None


def _was_never_answered(conversation: Conversation) -> bool:
    """Danger in a message that was heard late is answered with the next one."""
    answered = any(key.startswith(conversation.danger) for key in conversation.danger_answers)
    return conversation.danger is not Safety.NONE and not answered


def answer_danger(conversation: Conversation, level: Safety, text: str, contacts: Contacts) -> Move:
    """What is said at this level; the first concern also asks whether it is happening now."""
    _note_danger(conversation, level, text)
    return _answer(conversation, level, f"danger: {level}", contacts)


def _answer(conversation: Conversation, level: Safety, why: str, contacts: Contacts) -> Move:
    before = conversation.count(_answer_key(conversation, level))
    bubbles = answers.answer(level, DangerKind(conversation.danger_kind), before, contacts)
    asks_if_now = level is Safety.CONCERN and before == 0
    return Move((), why, Ask.HAPPENING_NOW if asks_if_now else None, verbatim=bubbles)


def _answer_key(conversation: Conversation, level: Safety) -> str:
    """What is counted as the same danger told again; another kind, or the first in plain words, is answered in full."""
    if level is Safety.ACUTE:
        return level
    return f"{level}:{conversation.danger_kind if conversation.danger_in_words else 'doubt'}"


def _note_danger(conversation: Conversation, level: Safety, text: str) -> None:
    """The worst level stays; a plan is broken off."""
    kind = danger.kind_of(text)
    if kind is not DangerKind.UNKNOWN:
        conversation.danger_kind = kind
    conversation.danger = worst(conversation.danger, level)
    conversation.danger_in_words |= danger.look_for_danger(text) is not Safety.NONE
    if conversation.danger_in_words or level is Safety.ACUTE:
        back_to_evoking(conversation)
    elif conversation.asked is not Ask.HAPPENING_NOW:
        conversation.interrupted = conversation.asked


def _stay(conversation: Conversation, contacts: Contacts) -> Move:
    """After acute danger the bot stays, short and warm, and never speaks of goals again in this talk."""
    return _answer(conversation, Safety.ACUTE, "acute danger was told earlier in this talk", contacts)


def _after_concern(conversation: Conversation, statement: Statement) -> Move:
    """Only a no is a no: then it is calm, and the citizen decides whether to go on. In doubt it is asked again.

    Where only the trained reader thought of danger, not one word pattern, the citizen's no settles it.
    """
    said_no = statement.intent is Intent.DENY
    may_ask_again = statement.intent is not Intent.SKIP and conversation.count("asked again") == 0
    if not said_no and may_ask_again:
        return Move((), "the citizen did not say whether it is now", Ask.HAPPENING_NOW, verbatim=answers.ASK_AGAIN)
    if not said_no:
        return Move((), "the citizen did not say whether it is now", Ask.GO_ON, verbatim=answers.STILL_HERE)
    bubbles = answers.after_not_now(conversation.count("not now"))
    if not conversation.danger_in_words:
        return _take_up_again(conversation, statement, bubbles[:1])
    return Move((), "the citizen says that it is not happening now", Ask.GO_ON, verbatim=bubbles)


def _take_up_again(conversation: Conversation, statement: Statement, bubbles: tuple[str, ...]) -> Move:
    """Nothing in plain words, and a plain no: the question that was interrupted stands again, or the next one."""
    conversation.danger = Safety.NONE
    conversation.asked, conversation.interrupted = conversation.interrupted, None
    again = ask_again(conversation)
    why = "the trained reader had a doubt, and the citizen says no"
    ask = again.ask if again else next_question(conversation, statement)
    if ask is None:
        return Move((), why, Ask.GO_ON, verbatim=answers.after_not_now(0))
    acts = again.acts if again else (Act(ask),)
    return Move(acts, why, ask, choices_of(conversation, ask), verbatim=bubbles)
