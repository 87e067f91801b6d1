# SPDX-License-Identifier: MPL-2.0
"""respond(conversation, statement) -> Move: first what must be obeyed, then the open question.

Danger never comes here: the desk answers it before the engine is asked (bot/services/caring.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.codebook import Intent, Safety, Statement
from bot.danish.numbers import rating_in
from bot.danish.people import person_in
from bot.mi import obeying
from bot.mi.answering import ask_which_again, take_answer
from bot.mi.asking import answer_directly
from bot.mi.closing import closing, offered_at_the_end, opens_again
from bot.mi.context import only_names_staff
from bot.mi.conversation import Ask, Conversation, Process, Status
from bot.mi.disowning import other_subject, takes_it_off
from bot.mi.following import answer_keep_change_drop, decides_early, note_how_it_went
from bot.mi.informing import answer_offer, chosen_of_menu
from bot.mi.listening import hear, in_context
from bot.mi.move import Act, Move
from bot.mi.noting import noted
from bot.mi.oars import take_up
from bot.mi.planning import PLAN_ANSWERS, may_answer, next_plan_question, take_step
from bot.mi.processes import after_a_promise, choices_of, enter_focus, leads_back, may_evoke, next_question
from bot.mi.reading_back import dropped, not_now
from bot.mi.reasons import WHY_ASKED
from bot.mi.resisting import answer_choice, discord, is_annoyed
from bot.mi.resting import may_rest, rest
from bot.mi.saying import leaves_it, offers_a_step, says_not_yet
from bot.mi.summaries import collected, continued, short_wish, summary, wish_named
from bot.mi.ways import note_told, picture_drawn, way_in
from bot.mi.wording import time_span
from bot.mi.writing_down import note_promise, put_to_the_picture, remember_step, written_down

VERSION = "2"

_DOUBTFUL = 0.5
_OPEN_ENDS = 3
"""So often there is room without a question before a talk without a wish comes to its end."""
_WORDS_OF_AN_ANSWER = 3
_WORDS_OF_A_STORY = 6
_WORDS_OF_A_NUMBER = 5


def open_talk(conversation: Conversation) -> Move:
    """The first turn: what this is, and the quiet question of the way in; a later talk knows what the first agreed."""
    way, earlier = way_in(conversation), conversation.earlier
    ask = way.questions[0]
    if earlier is None:
        return noted(conversation, Move((Act(way.frame), Act(ask)), WHY_ASKED[ask], ask))
    known = {Ask.OPENING: "opening_joined", Ask.HAPPENED: "happened_known"}.get(ask)
    question = Act(known, {"wording": earlier.wording}) if known and earlier.wording else Act(ask)
    why = f"{WHY_ASKED[ask]}; samtalen kender det, den forrige endte med"
    return noted(conversation, Move((Act("frame_again"), question), why, ask))


def respond(conversation: Conversation, statement: Statement) -> Move:
    """The next move, noted in the conversation. A hello or a yes with something in it is a telling."""
    conversation.turn += 1
    if _tells_more(conversation, statement):
        statement = replace(statement, intent=Intent.SHARE)
    _count_words(conversation, statement)
    move = _resume(conversation, statement) or _obey(conversation, statement)
    return noted(conversation, move or _converse(conversation, statement))


def _tells_more(conversation: Conversation, statement: Statement) -> bool:
    """A hello or a yes with a telling behind it: "ja, især de gamle hunde, de stoler på mig"."""
    yes = statement.intent is Intent.AFFIRM and conversation.asked not in obeying.ANSWERED_BY_YES
    tells = statement.words >= _WORDS_OF_A_STORY and (statement.intent is Intent.GREET or yes)
    return tells or only_names_staff(statement)


def _count_words(conversation: Conversation, statement: Statement) -> None:
    conversation.citizen_words += statement.words
    if statement.intent is Intent.SHARE and conversation.process is not Process.PLAN:
        conversation.tellings += 1
        conversation.telling_words += statement.words


# What must be obeyed, and coming back


def _resume(conversation: Conversation, statement: Statement) -> Move | None:
    """A message after a pause or a stop opens the talk again."""
    if conversation.status is Status.OPEN:
        return None
    stopped, conversation.status = conversation.status is Status.STOPPED, Status.OPEN
    if stopped and statement.intent in (Intent.GOODBYE, Intent.STOP):
        conversation.status = Status.STOPPED
        return Move((Act("thanked"),), "Borgeren sagde farvel efter at have stoppet")
    deleted = stopped and not conversation.has_asked
    if deleted or statement.intent not in (Intent.GREET, Intent.AFFIRM, Intent.THANK):
        return None
    if stopped and statement.intent is Intent.THANK:
        conversation.status = Status.STOPPED
        return Move((Act("thanked"),), "Borgeren sagde tak til sidst")
    conversation.asked = conversation.asked or Ask.ANYTHING_ELSE
    again = obeying.ask_again(conversation) or Move((), "", conversation.asked)
    return obeying.led_by(Act("welcome_back"), again, "Borgeren kom tilbage")


def _obey(conversation: Conversation, statement: Statement) -> Move | None:
    if statement.intent is not Intent.DONT_KNOW:
        conversation.not_known_in_a_row = 0
    if asked_for := next(filter(None, (read(conversation, statement) for read in _ASKED_FOR)), None):
        return asked_for
    if move := obeying.rest_after_bare_answers(conversation, statement):
        return move
    if conversation.asked is Ask.ERASE and statement.intent not in _ALWAYS_OBEYED:
        return obeying.answer_erase(conversation, statement)
    if conversation.asked is Ask.PERMISSION and says_not_yet(statement) and statement.intent is not Intent.AFFIRM:
        return not_now(conversation)
    if _answers_the_question(conversation, statement):
        return None
    obey = obeying.OBEY.get(statement.intent)
    move = obey(conversation, statement) if obey else None
    if move or conversation.asked is not Ask.GO_ON:
        return move
    return obeying.answer_go_on(conversation, statement)


_ASKED_FOR = (takes_it_off, other_subject, answer_directly, put_to_the_picture, written_down)
_ALWAYS_OBEYED = frozenset({Intent.STOP, Intent.GOODBYE, Intent.PAUSE, Intent.ASK_HUMAN})


def _answers_the_question(conversation: Conversation, statement: Statement) -> bool:
    """Whether a doubtful order is rather an answer: "i morgen" to "hvornår?" is no wish for a pause."""
    if conversation.asked in (Ask.STEP, Ask.SMALLER) and (
            _is_a_step_with_people(statement) or (statement.intent in _RESTS and offers_a_step(statement))):
        return True
    if statement.confidence >= obeying.CERTAIN:
        return False
    if statement.confidence < _DOUBTFUL and statement.words >= _WORDS_OF_A_STORY:
        return True
    if statement.intent is Intent.DONT_KNOW and _DOES_NOT_KNOW.match(statement.text):
        return False
    if conversation.asked in (Ask.STEP, Ask.SIGN, Ask.SMALLER, Ask.REWORD):
        return statement.words >= _WORDS_OF_AN_ANSWER
    reads = _READS_ANSWER.get(conversation.asked) if conversation.asked else None
    return bool(reads and reads(statement.text))


_RESTS = frozenset({Intent.PAUSE, Intent.SKIP})
"""Words that a step may hold: "skrive en seddel med ordet pause"."""
_DOES_NOT_KNOW = re.compile(r"\W*(?:det |jeg |a )?(?:ved|aner) (?:jeg |a |det )?ikk?e?\b", re.IGNORECASE)


def _is_a_step_with_people(statement: Statement) -> bool:
    """"få mor til at ringe" is a step, not a wish for a person to talk with here."""
    named = statement.intent is Intent.ASK_HUMAN and not _WANTS_A_PERSON.search(statement.text)
    return named and statement.words >= _WORDS_OF_AN_ANSWER


_WANTS_A_PERSON = re.compile(
    r"\b(?:rigtig\w* )?menneske\w*|\b(?:tale|snakke) med (?:en|nogen|min bostøtte)\b|\bperson\w*\b|\bringe til jer\b",
    re.IGNORECASE,
)
_READS_ANSWER: dict[Ask, Callable[[str], object]] = {
    Ask.WHEN: time_span,
    Ask.WITH_WHOM: person_in,
    Ask.SURE: rating_in,
    Ask.IMPORTANCE: rating_in,
    Ask.CONFIDENCE: rating_in,
    Ask.SCORE: rating_in,
}


# The talk itself


def _converse(conversation: Conversation, statement: Statement) -> Move:
    asked = conversation.asked
    if is_annoyed(statement) and asked is not Ask.DISCORD_CHOICE:
        hear(conversation, statement)
        return discord(conversation, statement)
    if asked in _CHOSEN and (move := _CHOSEN[asked](conversation, statement)):
        return move
    if move := decides_early(conversation, statement):
        return move
    take = PLAN_ANSWERS.get(asked) if asked else None
    if asked is None or take is None:
        return _evoke(conversation, statement)
    if conversation.process is Process.PLAN and leaves_it(statement):
        return dropped(conversation)
    if not may_answer(asked, statement) and not _answers_the_question(conversation, statement):
        return obeying.ask_again(conversation) or _evoke(conversation, statement)
    return take(conversation, statement) or _evoke(conversation, statement)


def _take_from_menu(conversation: Conversation, statement: Statement) -> Move | None:
    return take_step(conversation, statement) if chosen_of_menu(conversation, statement) else None


_CHOSEN: dict[Ask | None, Callable[[Conversation, Statement], Move | None]] = {
    Ask.OFFER: answer_offer,
    Ask.MENU_WHICH: _take_from_menu,
    Ask.DISCORD_CHOICE: answer_choice,
    Ask.KEEP_CHANGE_DROP: answer_keep_change_drop,
    Ask.WHICH_FIRST: ask_which_again,
}


def _evoke(conversation: Conversation, statement: Statement) -> Move:
    """Takes up what was said, then asks what is missing; often only the first."""
    statement = in_context(statement, conversation.asked)
    listened = hear(conversation, statement)
    note_how_it_went(conversation, statement)
    note_told(conversation, statement.text)
    remember_step(conversation, statement)
    _enter(conversation, statement)
    follow_up = take_answer(conversation, statement, listened.wish)
    acts = take_up(conversation, statement, listened)
    if not acts and statement.intent is Intent.DONT_KNOW:
        acts = [Act("not_known")]
    if follow_up and statement.words <= _WORDS_OF_A_NUMBER:  # "jeg giver 5" is not given back
        return follow_up
    if follow_up:
        return replace(follow_up, acts=(*acts, *follow_up.acts))
    if at_the_end := offered_at_the_end(conversation, statement, acts):
        return at_the_end
    if may_rest(conversation, statement, acts) and not after_a_promise(conversation, statement):
        return rest(conversation, statement, acts)
    return _ask(conversation, statement, acts)


def _enter(conversation: Conversation, statement: Statement) -> None:
    """What the message shows moves the talk on, or opens it again, before anything is said."""
    if conversation.danger is not Safety.NONE:
        leads_back(conversation, statement)
    if conversation.danger is Safety.NONE and conversation.process is Process.CLOSE:
        opens_again(conversation, statement)
    if conversation.danger is Safety.NONE and may_evoke(conversation):
        enter_focus(conversation)


def _ask(conversation: Conversation, statement: Statement, acts: list[Act]) -> Move:
    if conversation.process is Process.CLOSE and conversation.danger is Safety.NONE:
        return closing(conversation, statement, acts)
    if conversation.process is Process.PLAN and (conversation.plan.step or Ask.STEP not in conversation.has_asked):
        return led_by_all(acts, next_plan_question(conversation))
    acts = picture_drawn(conversation) or acts or _going_on(conversation, statement)
    ask = next_question(conversation, statement)
    if ask is None and conversation.danger is not Safety.NONE:
        return Move((*acts, Act("stay_near")), "Efter noget svært er der plads, og der tales ikke om mål")
    if ask is None:
        return _end(conversation, statement, acts)
    if ask is Ask.PERMISSION and note_promise(conversation, statement):
        return Move((*acts, Act("permission_promised")), "Borgeren sagde, hvad der skal ske og hvornår", ask)
    if ask is Ask.PERMISSION:
        acts = summary(conversation) or acts
    elif ask is not Ask.ANYTHING_ELSE and (not acts or acts[0].phrase == "reflect"):
        acts = collected(conversation) or acts
    if ask is Ask.IMPORTANCE and (named := short_wish(conversation)):
        return Move((*acts, Act("importance_named", {"about": named})), WHY_ASKED[ask], ask)
    if not acts and ask in _OF_THE_WISH:
        acts = wish_named(conversation)
    return Move((*acts, Act(ask)), WHY_ASKED[ask], ask, choices_of(conversation, ask))


_OF_THE_WISH = frozenset({
    Ask.WHAT_MATTERS, Ask.BEST_OF_IT, Ask.LOOKING_FORWARD, Ask.IMPORTANCE, Ask.CONFIDENCE, Ask.MATTERS_VALUE,
    Ask.IF_NOTHING_CHANGES,
})
"""Questions with an "it" that is the wish; where nothing else is said before them, it is named."""


def _going_on(conversation: Conversation, statement: Statement) -> list[Act]:
    """After a short yes to what was given back, the paragraph goes on with what was said earlier."""
    if statement.intent is not Intent.AFFIRM or not conversation.rests_in_a_row:
        return []
    return continued(conversation)


def led_by_all(acts: list[Act], move: Move) -> Move:
    """The same move with what was taken up said before it."""
    return replace(move, acts=(*acts, *move.acts))


def _end(conversation: Conversation, statement: Statement, acts: list[Act]) -> Move:
    """All has been asked: the talk ends without a goal, in the words of its way in; after a no, without more ado."""
    way = way_in(conversation)
    says_no = statement.intent is Intent.DENY and conversation.count_of("open end") > 0
    if way.goals and not conversation.wishes and not says_no and conversation.count("open end") < _OPEN_ENDS:
        return Move((*acts, Act("room")), "Der er ikke mere at spørge om, og borgeren kan fortælle videre")
    if conversation.process is Process.CLOSE or (way.goals and conversation.wishes):
        conversation.process = Process.CLOSE
        return closing(conversation, statement, acts)
    conversation.process = Process.CLOSE
    return Move((*acts, Act(way.ends)), "Der er ikke mere at spørge om, og samtalen ender uden et mål")
