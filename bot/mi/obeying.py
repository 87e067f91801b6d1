# SPDX-License-Identifier: MPL-2.0
"""What is obeyed at any point: stop, pause, skip, a person, questions about the bot, not knowing, not understanding."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.codebook import Intent, Statement
from bot.mi.conversation import Ask, Conversation, Process, Status
from bot.mi.move import Act, Effect, Move
from bot.mi.planning import next_plan_question, not_now, says_yes
from bot.mi.processes import PLAN_QUESTIONS, choices_of

Obey = Callable[[Conversation, Statement], Move | None]

_NOT_KNOWN_BEFORE_REST = 3
CERTAIN = 0.8
"""The confidence from which an order is obeyed as it stands."""
_WORDS_OF_AN_ORDER = 3
_DELETING = re.compile(r"slet|sled|fjern|ryd|visk|væk|vaek|delete|smid|glem", re.IGNORECASE)


def stop(conversation: Conversation, statement: Statement) -> Move:
    """The talk ends now; if the order is doubtful, the citizen is asked."""
    if statement.confidence < CERTAIN and statement.words > _WORDS_OF_AN_ORDER:
        return Move((Act(Ask.GO_ON),), "it is not certain that the citizen wants to stop", Ask.GO_ON)
    conversation.status = Status.STOPPED
    return Move((Act("stop"),), "the citizen wants to stop")


def pause(conversation: Conversation, statement: Statement) -> Move:
    """The talk rests; the open question waits."""
    conversation.status = Status.PAUSED
    return Move((Act("pause"),), "the citizen wants a pause", conversation.asked)


def person(conversation: Conversation, statement: Statement) -> Move:
    """A wish for a person; nothing is promised on anybody's behalf."""
    return Move((Act("ask_human"), Act(Ask.GO_ON)), "the citizen wants to talk with a person", Ask.GO_ON)


def erase(conversation: Conversation, statement: Statement) -> Move | None:
    """Deleting cannot be undone, so it is asked once, and only where the citizen has a word for it."""
    if not _DELETING.search(statement.text):
        return None
    return Move((Act(Ask.ERASE),), "the citizen wants the words deleted", Ask.ERASE)


def answer_erase(conversation: Conversation, statement: Statement) -> Move:
    """Only a yes deletes."""
    if says_yes(statement) or _DELETING.match(statement.text.strip()):
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
    if conversation.asked is Ask.SMALLER:
        return None
    if conversation.asked in PLAN_QUESTIONS and conversation.plan.step:
        return led_by(Act("skipped"), next_plan_question(conversation))
    if conversation.asked in (Ask.STEP, Ask.READ_BACK, Ask.REWORD, Ask.CHANGE_OR_LEAVE, Ask.PERMISSION):
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
    again = ask_again(conversation)
    return again and led_by(Act(lead), again)


def ask_again(conversation: Conversation) -> Move | None:
    """The open question once more: in simpler words where there are some; None if no question stands open."""
    ask = conversation.asked
    if ask is None or ask in (Ask.HAPPENING_NOW, Ask.AFTER_DANGER):
        return None
    act = Act(f"{ask}_simpler")
    if ask is Ask.READ_BACK:
        act = Act("read_back_again", {"wording": conversation.plan.wording})
    elif ask in _SIMPLE_ALREADY:
        act = Act(ask)
    return Move((act,), f"'{ask}' once more", ask, choices_of(conversation, ask))


_SIMPLE_ALREADY = frozenset({Ask.GO_ON, Ask.ERASE, Ask.CHANGE_OR_LEAVE, Ask.THEME, Ask.REWORD, Ask.WHICH_FIRST})
NO_SIMPLER_WORDS = _SIMPLE_ALREADY | {Ask.READ_BACK, Ask.HAPPENING_NOW, Ask.AFTER_DANGER}
"""Questions without a `…_simpler` phrase."""


def _answer(key: str) -> Obey:
    """A short, true answer to a question about the bot, and back to the question that stood open."""

    def answer(conversation: Conversation, statement: Statement) -> Move:
        again = ask_again(conversation)
        why = f"the citizen's message is '{statement.intent}'"
        return led_by(Act(key), again, why) if again else Move((Act(key),), why, conversation.asked)

    return answer


def led_by(act: Act, move: Move, why: str = "") -> Move:
    """The same move with one thing said before it."""
    return Move((act, *move.acts), why or move.why, move.ask, move.choices, move.verbatim, move.effect)


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
