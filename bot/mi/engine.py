# SPDX-License-Identifier: MPL-2.0
"""respond(conversation, statement) -> Move: first what must be obeyed, then the open question.

Danger never comes here: the desk answers it before the engine is asked (bot/services/caring.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.codebook import THEME_NAMES, Intent, Safety, Statement, Talk, Theme
from bot.danish.numbers import rating_in
from bot.danish.people import person_in
from bot.mi.conversation import Ask, Conversation, Process, Status, Wish
from bot.mi.listening import hear
from bot.mi.move import Act, Move
from bot.mi.oars import summary, take_up
from bot.mi.obeying import CERTAIN, OBEY, answer_erase, answer_go_on, ask_again, led_by
from bot.mi.planning import PLAN_ANSWERS, dropped, leaves_it, may_answer, time_span
from bot.mi.processes import PLAN_QUESTIONS, choices_of, next_question

VERSION = "1"
_QUESTIONS_BEFORE_A_REST = 3
_LONG_ENOUGH_TO_REST = 12

_CLOSINGS_APART = 4
_DOUBTFUL = 0.5
_WORDS_OF_AN_ANSWER = 3
_WORDS_OF_A_STORY = 6


def open_talk(conversation: Conversation) -> Move:
    """The first turn: what this is, and a quiet question."""
    return noted(conversation, Move((Act("frame"), Act(Ask.OPENING)), "the talk begins", Ask.OPENING))


def respond(conversation: Conversation, statement: Statement) -> Move:
    """The next move; what was said and asked is noted in the conversation."""
    conversation.turn += 1
    move = _resume(conversation, statement) or _obey(conversation, statement)
    return noted(conversation, move or _converse(conversation, statement))


def noted(conversation: Conversation, move: Move) -> Move:
    """The same move, when the conversation knows what it asks."""
    conversation.asked = move.ask
    if move.ask:
        conversation.has_asked.add(move.ask)
    conversation.questions_in_a_row = conversation.questions_in_a_row + 1 if move.ask else 0
    return move


# What must be obeyed, and coming back


def _resume(conversation: Conversation, statement: Statement) -> Move | None:
    """A message after a pause or a stop opens the talk again."""
    if conversation.status is Status.OPEN:
        return None
    conversation.status = Status.OPEN
    if statement.intent not in (Intent.GREET, Intent.AFFIRM, Intent.THANK):
        return None
    conversation.asked = conversation.asked or Ask.ANYTHING_ELSE
    again = ask_again(conversation) or Move((), "", conversation.asked)
    return led_by(Act("welcome_back"), again, "the citizen came back")


def _obey(conversation: Conversation, statement: Statement) -> Move | None:
    if statement.intent is not Intent.DONT_KNOW:
        conversation.not_known_in_a_row = 0
    if conversation.asked is Ask.ERASE and statement.intent not in _ALWAYS_OBEYED:
        return answer_erase(conversation, statement)
    if _answers_the_question(conversation, statement):
        return None
    obey = OBEY.get(statement.intent)
    move = obey(conversation, statement) if obey else None
    if move or conversation.asked is not Ask.GO_ON:
        return move
    return answer_go_on(conversation, statement)


_ALWAYS_OBEYED = frozenset({Intent.STOP, Intent.GOODBYE, Intent.PAUSE, Intent.ASK_HUMAN})


def _answers_the_question(conversation: Conversation, statement: Statement) -> bool:
    """Whether a doubtful order is rather an answer: "i morgen" to "hvornår?" is no wish for a pause."""
    if statement.confidence >= CERTAIN:
        return False
    if statement.confidence < _DOUBTFUL and statement.words >= _WORDS_OF_A_STORY:
        return True
    if conversation.asked in (Ask.STEP, Ask.SIGN, Ask.SMALLER, Ask.REWORD):
        return statement.words >= _WORDS_OF_AN_ANSWER
    reads = _READS_ANSWER.get(conversation.asked) if conversation.asked else None
    return bool(reads and reads(statement.text))


_READS_ANSWER: dict[Ask, Callable[[str], object]] = {
    Ask.WHEN: time_span,
    Ask.WITH_WHOM: person_in,
    Ask.SURE: rating_in,
    Ask.IMPORTANCE: rating_in,
    Ask.CONFIDENCE: rating_in,
}


# The talk itself


def _converse(conversation: Conversation, statement: Statement) -> Move:
    asked = conversation.asked
    take = PLAN_ANSWERS.get(asked) if asked else None
    if asked is None or take is None:
        return _evoke(conversation, statement)
    if conversation.process is Process.PLAN and leaves_it(statement):
        return dropped(conversation)
    if not may_answer(asked, statement) and not _answers_the_question(conversation, statement):
        return ask_again(conversation) or _evoke(conversation, statement)
    return take(conversation, statement) or _evoke(conversation, statement)


def _evoke(conversation: Conversation, statement: Statement) -> Move:
    """Takes up what was said, then asks what is missing; sometimes only the first."""
    listened = hear(conversation, statement)
    follow_up = _take_answer(conversation, statement, listened.wish)
    acts = take_up(conversation, statement, listened)
    if follow_up:
        return replace(follow_up, acts=(*acts, *follow_up.acts))
    if acts and _may_rest(conversation, statement):
        return Move(tuple(acts), "what was said is given back, and the citizen has room to go on")
    return _ask(conversation, statement, acts)


def _may_rest(conversation: Conversation, statement: Statement) -> bool:
    long = statement.words >= _LONG_ENOUGH_TO_REST
    return long and conversation.questions_in_a_row >= _QUESTIONS_BEFORE_A_REST


def _ask(conversation: Conversation, statement: Statement, acts: list[Act]) -> Move:
    closed = conversation.process is Process.CLOSE and conversation.danger is Safety.NONE
    if closed and not _opens_again(conversation, statement):
        return _closing(conversation, acts)
    ask = next_question(conversation, statement)
    if ask is None and conversation.danger is not Safety.NONE:
        return Move((*acts, Act("stay_near")), "after a concern there is room, and no goal is spoken of")
    if ask is None:
        conversation.process = Process.CLOSE
        return Move((*acts, Act("not_now")), "all has been asked, and nothing is pressed")
    if ask is Ask.PERMISSION:
        acts = summary(conversation) or acts
    return Move((*acts, Act(ask)), f"'{ask}' is what is missing", ask, choices_of(conversation, ask))


def _closing(conversation: Conversation, acts: list[Act]) -> Move:
    """After the end: what is told is given back; that one may stop is said now and then."""
    said_before = conversation.count("closing")
    remind = not acts or said_before % _CLOSINGS_APART == 0
    return Move((*acts, Act("closing")) if remind else tuple(acts), "the talk has come to its end")


def _opens_again(conversation: Conversation, statement: Statement) -> bool:
    """A new wish after the close begins again at what matters in it; so does a step after a "not yet"."""
    return _new_wish_opens(conversation) or _step_opens(conversation, statement)


def _step_opens(conversation: Conversation, statement: Statement) -> bool:
    """Who speaks of doing it after all is asked once more whether to plan."""
    if conversation.draft_ids or conversation.focus is None or not statement.talk & _TOWARDS_A_STEP:
        return False
    conversation.process = Process.EVOKE
    conversation.has_asked -= {Ask.PERMISSION, *PLAN_QUESTIONS}
    return True


_TOWARDS_A_STEP = frozenset({Talk.COMMITMENT, Talk.ACTIVATION, Talk.DESIRE, Talk.TAKING_STEPS})


def _new_wish_opens(conversation: Conversation) -> bool:
    newest = conversation.wishes[-1] if conversation.wishes else None
    if newest is None or newest.turn != conversation.turn or newest is conversation.focus:
        return False
    conversation.process, conversation.focus = Process.EVOKE, newest
    conversation.importance = conversation.confidence = None
    conversation.has_asked = {Ask.WHICH_FIRST}
    return True


def _take_answer(conversation: Conversation, statement: Statement, wish: Wish | None) -> Move | None:
    """What an answer to the open question settles; a Move only where it calls for its own follow-up."""
    asked = conversation.asked
    if asked in (Ask.IMPORTANCE, Ask.CONFIDENCE):
        return _take_rating(conversation, statement, asked)
    if asked is Ask.WHICH_FIRST:
        conversation.focus = wish or _wish_named(conversation, statement) or conversation.focus
        conversation.process = Process.EVOKE
    if asked is Ask.THEME:
        conversation.theme = _theme_named(statement) or conversation.theme
    return None


def _take_rating(conversation: Conversation, statement: Statement, asked: Ask) -> Move | None:
    rating = rating_in(statement.text)
    if rating is None:
        return None
    setattr(conversation, asked.value, rating)
    why = Ask(f"{asked}_why")
    lower = max(0, int(rating) - 3)
    key = f"{why}_zero" if rating < 1 else why
    own = {"rating": f"{rating:g}".replace(".", ","), "lower": str(lower)}
    return Move((Act(key, own),), "the number is followed up from below", why)


def _wish_named(conversation: Conversation, statement: Statement) -> Wish | None:
    said = statement.text.casefold().strip(" .!")
    named = (w for w in conversation.wishes if w.core.casefold() in said or said in w.core.casefold())
    return next(named, None)


def _theme_named(statement: Statement) -> Theme | None:
    said = statement.text.casefold()
    return next((theme for theme in Theme if THEME_NAMES[theme] in said or theme in statement.themes), None)
