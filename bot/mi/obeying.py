# SPDX-License-Identifier: MPL-2.0
"""What is obeyed at any point: stop, pause, skip, a person, questions about the bot, not knowing, not understanding."""

from __future__ import annotations

from collections.abc import Callable

from bot.codebook import Intent, Statement
from bot.mi.conversation import Ask, Conversation, Process, Status
from bot.mi.move import Act, Effect, Move
from bot.mi.planning import PLAN_QUESTIONS, next_plan_question, not_now

Obey = Callable[[Conversation, Statement], Move | None]

_NOT_KNOWN_BEFORE_REST = 3


def stop(conversation: Conversation, statement: Statement) -> Move:
    """The talk ends now."""
    conversation.status = Status.STOPPED
    return Move((Act("stop"),), "the citizen wants to stop")


def pause(conversation: Conversation, statement: Statement) -> Move:
    """The talk rests; the open question waits."""
    conversation.status = Status.PAUSED
    return Move((Act("pause"),), "the citizen wants a pause", conversation.asked)


def person(conversation: Conversation, statement: Statement) -> Move:
    """A wish for a person; nothing is promised on anybody's behalf."""
    return Move((Act("ask_human"), Act(Ask.GO_ON)), "the citizen wants to talk with a person", Ask.GO_ON)


def erase(conversation: Conversation, statement: Statement) -> Move:
    """Deleting cannot be undone, so it is asked once."""
    return Move((Act(Ask.ERASE),), "the citizen wants the words deleted", Ask.ERASE)


def answer_erase(conversation: Conversation, statement: Statement) -> Move:
    """Only a yes deletes."""
    if statement.intent in (Intent.AFFIRM, Intent.DELETE_DATA):
        conversation.status = Status.STOPPED
        return Move((Act("erased"),), "the citizen had the words deleted", effect=Effect.ERASE)
    return Move((Act("not_erased"), Act(Ask.GO_ON)), "the citizen kept the words", Ask.GO_ON)


def answer_go_on(conversation: Conversation, statement: Statement) -> Move | None:
    """No is an end or a pause; anything else goes on."""
    if statement.intent is Intent.DENY:
        return stop(conversation, statement)
    return None


def skip(conversation: Conversation, statement: Statement) -> Move | None:
    """The question is passed over and not asked again."""
    if conversation.asked in PLAN_QUESTIONS:
        return _after(Act("skipped"), next_plan_question(conversation))
    if conversation.asked in (Ask.READ_BACK, Ask.REWORD, Ask.CHANGE_OR_LEAVE, Ask.SMALLER, Ask.PERMISSION):
        return not_now(conversation)
    return None


def not_known(conversation: Conversation, statement: Statement) -> Move | None:
    """Not knowing is an answer: first an easier way to ask, then another question, then a rest."""
    conversation.not_known_in_a_row += 1
    if conversation.not_known_in_a_row >= _NOT_KNOWN_BEFORE_REST:
        conversation.not_known_in_a_row = 0
        return Move((Act("not_known_rest"), Act(Ask.GO_ON)), "the citizen does not know, several times", Ask.GO_ON)
    if conversation.process is Process.PLAN and conversation.not_known_in_a_row > 1:
        return skip(conversation, statement)
    return _simpler(conversation, "not_known") if conversation.not_known_in_a_row == 1 else None


def not_understood(conversation: Conversation, statement: Statement) -> Move | None:
    """The same question in simpler words."""
    return _simpler(conversation, "not_understood")


def _simpler(conversation: Conversation, lead: str) -> Move | None:
    ask = conversation.asked
    if ask is None or ask in _NO_SIMPLER:
        return None
    return Move((Act(lead), Act(f"{ask}_simpler")), f"'{ask}' again in simpler words", ask)


_NO_SIMPLER = frozenset({
    Ask.GO_ON, Ask.ERASE, Ask.READ_BACK, Ask.CHANGE_OR_LEAVE, Ask.HAPPENING_NOW, Ask.AFTER_DANGER, Ask.THEME,
    Ask.REWORD, Ask.WHICH_FIRST,
})


def _answer(key: str) -> Obey:
    """A short, true answer to a question about the bot, and back to the question that stood open."""

    def answer(conversation: Conversation, statement: Statement) -> Move:
        ask = conversation.asked
        back = (Act(f"{ask}_simpler"),) if ask and ask not in _NO_SIMPLER else ()
        return Move((Act(key), *back), f"the citizen's message is '{statement.intent}'", ask)

    return answer


def _after(act: Act, move: Move) -> Move:
    return Move((act, *move.acts), move.why, move.ask, move.choices, move.verbatim, move.effect)


OBEY: dict[Intent, Obey] = {
    Intent.DELETE_DATA: erase,
    Intent.STOP: stop,
    Intent.GOODBYE: stop,
    Intent.ASK_HUMAN: person,
    Intent.PAUSE: pause,
    Intent.SKIP: skip,
    Intent.CONFUSED: not_understood,
    Intent.ASK_PRIVACY: _answer("ask_privacy"),
    Intent.ASK_BOT: _answer("ask_bot"),
    Intent.ASK_ADVICE: _answer("ask_advice"),
    Intent.DONT_KNOW: not_known,
    Intent.OFF_TOPIC: _answer("off_topic"),
}
