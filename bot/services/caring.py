# SPDX-License-Identifier: MPL-2.0
"""Danger is answered before the engine is asked: after acute danger for good, after concern until a no."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.care import answers, danger, means, staff_now
from bot.care.danger import DangerKind
from bot.care.help_lines import Contact
from bot.care.staffed_hours import Presence
from bot.codebook import Intent, Safety, Statement, worst
from bot.mi import engine, noting
from bot.mi.context import in_its_question
from bot.mi.conversation import Ask, Conversation, Status
from bot.mi.listening import hear
from bot.mi.move import Move
from bot.mi.obeying import wants_alert_back
from bot.mi.processes import back_to_evoking
from bot.records import Reach
from bot.services import doubting, escalating
from bot.services.calming import NOT_IN_DANGER, denies, let_go_of_the_guess, misread, take_up_again
from bot.services.hearing_help import hears_of_help, until_they_come, with_help
from bot.services.hearing_pills import asked_of_pills, hears_of_pills

Contacts = tuple[Contact, ...]

_OBEYED_IN_DANGER = frozenset({Intent.STOP, Intent.PAUSE, Intent.DELETE_DATA, Intent.ASK_HUMAN, Intent.GOODBYE})


_LEAVES = frozenset({Intent.STOP, Intent.GOODBYE})


def respond(
    conversation: Conversation, statement: Statement, contacts: Contacts = (), reach: Reach = Reach.OUTBOX,
    presence: Presence | None = None,
) -> Move:
    """The next move of a talk: care where there is or was danger, else the engine's.

    `reach`: how far the alert of this talk has come; that it was taken, or seen, is said once, and only when it was.
    `presence`: whether staff are at work now; None where nobody has said, and then nothing is claimed.
    """
    move = _respond(conversation, statement, contacts, reach)
    if presence and not presence.is_staffed and statement.intent is Intent.ASK_HUMAN and not move.verbatim:
        move = replace(move, verbatim=(staff_now.away_from_work(presence),))
    return replace(move, verbatim=answers.with_names(staff_now.truly(move.verbatim, presence), conversation.helper))


def _respond(conversation: Conversation, statement: Statement, contacts: Contacts, reach: Reach) -> Move:
    statement = in_its_question(conversation, statement)
    if _goes_on_calmly(conversation, statement):
        return _with_the_thread_kept(conversation, statement)
    faint = doubting.is_faint(conversation, statement)
    move = _care(conversation, statement, contacts)
    if move is None and faint:
        conversation.doubt = doubting.doubt_with(conversation, statement)
        conversation.doubted_turn = conversation.turn + 1
        return noting.without_question(conversation, engine.respond(conversation, statement))
    if move is None:
        return engine.respond(conversation, statement)
    conversation.turn += 1
    if statement.intent not in _LEAVES:
        conversation.status = Status.OPEN
    if reach in answers.REACHED and conversation.count(f"told {reach}") == 0:
        move = replace(move, verbatim=(answers.REACHED[reach], *move.verbatim))
    if move.ask is Ask.HAPPENING_NOW and not conversation.danger_in_words and statement.safety is not Safety.NONE:
        hear(conversation, statement)
    return noting.noted(conversation, move)


def _goes_on_calmly(conversation: Conversation, statement: Statement) -> bool:
    """Whether somebody who was asked because of a guess just tells on, at length, and of nothing that is danger."""
    guessed = conversation.danger is Safety.CONCERN and not conversation.danger_in_words
    asked = conversation.asked is Ask.HAPPENING_NOW and guessed and not conversation.acute_for_sure
    tells = statement.intent is Intent.SHARE and statement.words >= _WORDS_OF_A_TELLING
    calm = statement.safety is Safety.NONE and not doubting.could_be_danger(statement)
    calm = calm and conversation.guessed < _SURE_GUESS and conversation.count_of("asked again") == 0
    unsure = escalating.says_yes_and_more(statement.text) or escalating.is_not_sure(statement.text)
    return asked and tells and calm and not unsure


_SURE_GUESS = 0.95



_WORDS_OF_A_TELLING = 8


def _with_the_thread_kept(conversation: Conversation, statement: Statement) -> Move:
    """The talk goes on with what was told; how to say that there is danger stands before it."""
    let_go_of_the_guess(conversation, said_no=False)
    note = (answers.NOTE_STAYS,) if conversation.count_of("told to staff") else ()
    move = engine.respond(conversation, statement)
    return replace(move, verbatim=(answers.IF_IT_IS_DANGER, *note, *move.verbatim))


def catch_up(conversation: Conversation, statement: Statement) -> None:
    """Hears a message that was answered while nobody could read it; says nothing."""
    hear(conversation, statement)
    if statement.safety is not Safety.NONE:
        _note_danger(conversation, statement.safety, statement.text)


def _level_now(conversation: Conversation, statement: Statement) -> Safety:
    """The level at which this message is answered, with what was asked and guessed before it."""
    says_yes = statement.intent is Intent.AFFIRM or escalating.says_yes_and_more(statement.text)
    said_it_is_now = conversation.asked is Ask.HAPPENING_NOW and says_yes
    said_it_is_now |= escalating.has_become_acute(conversation, statement)
    said_it_is_now |= escalating.calls_for_help(conversation, statement)
    conversation.acute_for_sure |= said_it_is_now
    level = Safety.ACUTE if said_it_is_now else doubting.level_of(conversation, statement)
    if level is not Safety.NONE and not doubting.is_in_words(statement):
        conversation.guessed = max(conversation.guessed, statement.danger_probability)
    if level is Safety.NONE and _was_never_answered(conversation):
        level = conversation.danger
    return level


def _care(conversation: Conversation, statement: Statement, contacts: Contacts) -> Move | None:
    """The answer to danger, now or earlier in this talk; None when the ordinary talk may go on."""
    level = _level_now(conversation, statement)
    if conversation.danger is Safety.ACUTE and (move := hears_of_pills(conversation, statement, contacts)):
        return move
    if conversation.danger is Safety.ACUTE and (move := hears_of_help(conversation, statement, level)):
        return move
    if escalating.names_pills(conversation, statement):
        conversation.danger_kind = DangerKind.PILLS
        asked_of_pills(conversation)
        why = "Borgeren har piller ved hånden, så de er det første, der tales om"
        return Move((), why, verbatim=answers.pills_at_hand())
    if _is_a_guess_denied(conversation, statement, level):
        return _after_concern(conversation, replace(statement, intent=Intent.DENY))
    if move := misread(conversation, statement, level):
        return move
    if level is Safety.CONCERN and conversation.danger is Safety.ACUTE:
        level = Safety.NONE
    if level is not Safety.NONE:
        return answer_danger(conversation, level, statement.text, contacts)
    if conversation.danger is not Safety.NONE and statement.intent in _LEAVES:
        conversation.status = Status.STOPPED
        why = "Borgeren vil stoppe efter at have skrevet om fare, så hjælpen nævnes igen"
        said = answers.GOODBYE_WITH_HELP if conversation.count_of("help is near") else answers.GOODBYE
        return Move((), why, verbatim=answers.pick(said, conversation.count("goodbye")))
    if conversation.danger is Safety.ACUTE and statement.intent is Intent.ASK_HUMAN:
        why = "Borgeren beder om et bestemt menneske midt i faren, så der peges på, hvem der kan komme nu"
        return Move((), why, verbatim=answers.pick(answers.ASKS_FOR_SOMEBODY, conversation.count("asks for somebody")))
    if conversation.danger is not Safety.NONE and wants_alert_back(statement.text):
        why = "Borgeren vil have beskeden til personalet tilbage, og den kan ikke hentes tilbage"
        return Move((), why, conversation.asked, verbatim=answers.pick(
            answers.ALERT_STAYS, conversation.count("alert stays")))
    if conversation.danger is Safety.CONCERN and conversation.asked is Ask.HAPPENING_NOW and denies(statement.text):
        return _after_concern(conversation, replace(statement, intent=Intent.DENY))
    if conversation.asked is Ask.ERASE or statement.intent in _OBEYED_IN_DANGER:
        return None
    if _may_have_passed(conversation):
        why = "Ingen ord siger fare, og der er skrevet roligt siden: der spørges igen, om det sker nu"
        return Move((), why, Ask.HAPPENING_NOW, verbatim=answers.ASK_AGAIN)
    denied = conversation.asked is Ask.HAPPENING_NOW and statement.intent is Intent.DENY
    if conversation.danger is Safety.ACUTE and not (denied and not conversation.danger_in_words):
        return _stay(conversation, contacts)
    return _after_concern(conversation, statement, contacts) if conversation.asked is Ask.HAPPENING_NOW else None


_CALM_TURNS = 3


def _is_a_guess_denied(conversation: Conversation, statement: Statement, level: Safety) -> bool:
    """Whether the citizen says that there is no danger, and no word of theirs, then or now, says that there is."""
    guessed = conversation.danger is not Safety.NONE and not conversation.danger_in_words
    if not guessed or conversation.acute_for_sure or doubting.is_in_words(statement):
        return False
    says_no = conversation.asked is Ask.HAPPENING_NOW and bool(_SAYS_NO.match(statement.text))
    return level is not Safety.ACUTE and (says_no or bool(NOT_IN_DANGER.search(statement.text)))


_SAYS_NO = re.compile(
    r"\W*(?:nej|næ)\b(?!.*\b(?:orker|magter|kan ikke|kan ik|holder ikke|hjælp|alene|mere|måske)\b)", re.IGNORECASE)


def _may_have_passed(conversation: Conversation) -> bool:
    """Danger that no word pattern knows: a guess is asked about at once, a yes after some calm messages; each once."""
    if conversation.danger is not Safety.ACUTE or conversation.danger_in_words:
        return False
    if not conversation.acute_for_sure:
        return conversation.count("asked after a guess") == 0
    return conversation.count("calm after a yes") == _CALM_TURNS


def _was_never_answered(conversation: Conversation) -> bool:
    """Danger in a message that was heard late is answered with the next one."""
    answered = any(key.startswith(conversation.danger) for key in conversation.danger_answers)
    return conversation.danger is not Safety.NONE and not answered


_WHY = {
    Safety.CONCERN: "Borgeren skrev noget, som et menneske bør se snart: der spørges blidt, om det sker nu",
    Safety.ACUTE: "Borgeren skrev om fare nu: der gives hjælp og numre, og der tales ikke om mål",
}


def answer_danger(conversation: Conversation, level: Safety, text: str, contacts: Contacts) -> Move:
    """What is said at this level; the first concern also asks whether it is happening now."""
    _note_danger(conversation, level, text)
    return _answer(conversation, level, _WHY[level], contacts)


def _answer(conversation: Conversation, level: Safety, why: str, contacts: Contacts) -> Move:
    before, kind = conversation.count(_answer_key(conversation, level)), DangerKind(conversation.danger_kind)
    bubbles = answers.answer(level, kind, before, contacts)
    if level is Safety.ACUTE and kind is DangerKind.PILLS and before == 0:
        asked_of_pills(conversation)
    plain = level is Safety.CONCERN and conversation.danger_in_words
    if plain and before == 0 and conversation.count("lines for plain words"):
        bubbles = bubbles[:-1]
    if is_told_to_staff(conversation, level) and conversation.count("told to staff") == 0:
        bubbles = answers.with_note(bubbles)
    asks_if_now = level is Safety.CONCERN and (before == 0 or (before == 1 and kind in _ASKED_IF_WORSE))
    return Move((), why, Ask.HAPPENING_NOW if asks_if_now else None, verbatim=bubbles)


_ASKED_IF_WORSE = frozenset({
    DangerKind.UNKNOWN, DangerKind.SUICIDE, DangerKind.SELF_HARM, DangerKind.VIOLENCE, DangerKind.HARM_TO_OTHER})
"""Kinds whose second answer asks whether it is worse or near now: a yes to that is danger now."""


def is_told_to_staff(conversation: Conversation, level: Safety) -> bool:
    """Acute danger, and a concern in plain words, go to the outbox; the citizen is told so in the same turn."""
    return level is Safety.ACUTE or conversation.danger_in_words


def _answer_key(conversation: Conversation, level: Safety) -> str:
    """What is counted as the same danger told again; another kind, or the first in plain words, is answered in full."""
    if level is Safety.ACUTE:
        return level
    return f"{level}:{conversation.danger_kind if conversation.danger_in_words else 'doubt'}"


def _note_danger(conversation: Conversation, level: Safety, text: str) -> None:
    """The worst level stays; a plan is broken off."""
    kind = danger.kind_of(text)
    if kind is DangerKind.UNKNOWN and level is Safety.ACUTE and means.has_pills(text):
        kind = DangerKind.PILLS
    if kind is not DangerKind.UNKNOWN:
        conversation.danger_kind = kind
    conversation.danger = worst(conversation.danger, level)
    by_words = danger.look_for_danger(text)
    conversation.danger_in_words |= by_words is not Safety.NONE
    conversation.acute_for_sure |= by_words is Safety.ACUTE and not doubting.is_said_sideways(text)
    if conversation.danger_in_words:
        back_to_evoking(conversation)
    elif conversation.asked is not Ask.HAPPENING_NOW:
        conversation.interrupted = conversation.asked


def _stay(conversation: Conversation, contacts: Contacts) -> Move:
    """After acute danger the bot stays, short and warm, and never speaks of goals again in this talk."""
    why = "Der er tidligere i samtalen skrevet om akut fare, så der tales ikke om mål"
    if conversation.count_of("help is near"):
        return with_help(conversation, why)
    if conversation.count_of("help comes"):
        return until_they_come(conversation)
    if conversation.count_of("will not call"):
        said = answers.pick(answers.WITHOUT_RINGING, conversation.count("without ringing"))
        return Move((), why, verbatim=said)
    return _answer(conversation, Safety.ACUTE, why, contacts)


def _after_concern(conversation: Conversation, statement: Statement, contacts: Contacts = ()) -> Move:
    """Only a no is a no: then it is calm, and the citizen decides whether to go on. In doubt it is asked again.

    Where only the trained reader thought of danger, not one word pattern, the citizen's no settles it.
    """
    said_no = statement.intent is Intent.DENY
    may_ask_again = statement.intent is not Intent.SKIP and conversation.count("asked again") == 0
    if not said_no and may_ask_again:
        why = "Borgeren svarede ikke på, om det sker nu, så der spørges igen"
        return Move((), why, Ask.HAPPENING_NOW, verbatim=answers.ASK_AGAIN)
    if not said_no and escalating.says_perhaps(statement.text):
        return answer_danger(conversation, Safety.ACUTE, statement.text, contacts)
    if not said_no:
        return _doubt_stands(conversation)
    bubbles = answers.after_not_now(conversation.count("not now"))
    if not conversation.danger_in_words:
        note = (answers.NOTE_STAYS,) if conversation.count_of("told to staff") else ()
        return take_up_again(conversation, statement, (*bubbles[:1], *note))
    why = "Borgeren siger, at det ikke sker nu, og vælger, om samtalen går videre"
    return Move((), why, Ask.GO_ON, verbatim=bubbles)


def _doubt_stands(conversation: Conversation) -> Move:
    """Asked twice and not answered: staff are told, the citizen is told so, and chooses whether to go on."""
    conversation.count("doubt stands")
    bubbles = answers.STILL_HERE
    if conversation.count("told to staff") == 0:
        bubbles = answers.with_note(bubbles)
    why = "Borgeren svarede ikke på, om det sker nu; hjælpen nævnes, og borgeren vælger"
    return Move((), why, Ask.GO_ON, verbatim=bubbles)
