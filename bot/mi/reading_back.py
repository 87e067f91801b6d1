# SPDX-License-Identifier: MPL-2.0
"""The read-back: the citizen's words are read until they say yes, change them, or let them lie."""

from __future__ import annotations

import re

from bot.codebook import Intent, Statement
from bot.danish.numbers import rating_in
from bot.danish.steps import as_sentence
from bot.mi.conversation import Ask, Conversation, Plan, Process
from bot.mi.correcting import day_changed, is_their_own_sentence, to_stand_too, with_what_was_missing
from bot.mi.move import Act, Effect, Move
from bot.mi.saying import asks_to_change, keeps_it, leaves_it, says_yes
from bot.mi.wording import composed, first_upper, patch, with_correction, without_opening

_WORDS_OF_A_NO = 3
_BUT = re.compile(r"\b(?:men|bare ikke|dog|i stedet|hellere|skal være|skal stå|ret det|rettes?)\b", re.IGNORECASE)


def read_back(conversation: Conversation) -> Move:
    """The delmål in the citizen's words, for a yes, a change or a no."""
    plan = conversation.plan
    if not plan.step:
        return not_now(conversation)
    plan.wording = plan.wording or composed(plan)
    return Move(
        (Act(Ask.READ_BACK, {"wording": plan.wording}),), "Borgeren bestemmer, om ordene passer", Ask.READ_BACK
    )


def answer_read_back(conversation: Conversation, statement: Statement) -> Move:
    """Yes makes the draft; a bare no asks whether to change or leave; anything else is a change."""
    number = rating_in(statement.text)
    if statement.intent is Intent.RATE and number is not None:
        conversation.plan.take(conversation.turn, sure=number)
        why = "Borgeren gav et tal, og ordene læses op igen"
        return Move((Act(Ask.READ_BACK, {"wording": conversation.plan.wording}),), why, Ask.READ_BACK)
    if says_yes(statement) and not _BUT.search(statement.text):
        return confirmed(conversation)
    if statement.intent is Intent.THANK:
        return Move((Act("read_back_thanked"),), "Borgeren sagde tak, og et ja mangler endnu", Ask.READ_BACK)
    if leaves_it(statement):
        return dropped(conversation)
    if statement.intent is Intent.DENY and statement.words <= _WORDS_OF_A_NO:
        return Move((Act(Ask.CHANGE_OR_LEAVE),), "Borgeren sagde nej til ordene", Ask.CHANGE_OR_LEAVE)
    if asks_to_change(statement):
        return Move((Act(Ask.REWORD),), "Borgeren vil have det sagt på en anden måde", Ask.REWORD)
    if _EXPLAINS.match(statement.text) or keeps_it(statement):
        why = "Borgeren forklarede noget, og ordene læses op igen"
        return Move((Act(Ask.READ_BACK, {"wording": conversation.plan.wording}),), why, Ask.READ_BACK)
    if not with_what_was_missing(conversation.plan.wording, statement.text) and not _is_a_wording(statement.text):
        why = "Borgeren sagde, hvad der er galt, men ikke ordene, og siger dem selv"
        return Move((Act(Ask.REWORD),), why, Ask.REWORD)
    return reword(conversation, statement)


def _is_a_wording(text: str) -> bool:
    """Whether a correction can stand in the plan as it is; "det med »som jeg skrev« skal ikke med" can't."""
    said = without_opening(text)
    fits = bool(patch(to_stand_too(text)) or as_sentence(said)) and not _TELLS_WHAT_IS_WRONG.search(to_stand_too(text))
    return fits and "?" not in text


_TELLS_WHAT_IS_WRONG = re.compile(
    r"\bskal (?:ikke|ikk|ik|også) (?:med|stå|være|væk)\b"
    r"|\b(?:mangler|glemte|glemmer|forkert|passer ikke|næsten|forresten|lave[st]? om|ændres?)\b"
    r"|\blavet? (?:det |den )?om\b", re.IGNORECASE)
_ONE_WORD_BEHIND = re.compile(r"\.\s+\w+[.!]*$")
""""Færdig." behind a wording is no part of it."""
_EXPLAINS = re.compile(r"(?:fordi|for|så|og|at|når|hvis)\b", re.IGNORECASE)


def answer_change_or_leave(conversation: Conversation, statement: Statement) -> Move:
    """After a no: another wording, or none at all. Only a wish to change goes on."""
    if leaves_it(statement) or statement.intent is Intent.DENY:
        return dropped(conversation)
    if asks_to_change(statement) or says_yes(statement):
        return Move((Act(Ask.REWORD),), "Borgeren vil have det sagt på en anden måde", Ask.REWORD)
    return reword(conversation, statement)


def reword(conversation: Conversation, statement: Statement) -> Move:
    """Another time or companion is put in its place; anything longer is the new wording as written."""
    plan = conversation.plan
    if leaves_it(statement):
        return dropped(conversation)
    changed = patch(to_stand_too(statement.text))
    if wording := with_what_was_missing(plan.wording, statement.text):
        plan.wording, plan.when = wording, day_changed(plan.when, statement.text) or plan.when
    elif changed:
        plan.take(conversation.turn, **dict([changed]))
        plan.wording = with_correction(composed(plan), *changed)
    elif "?" in statement.text:
        return Move((Act(Ask.REWORD),), "Borgeren spørger i stedet for at rette ordene", Ask.REWORD)
    else:
        said = _ONE_WORD_BEHIND.sub(".", without_opening(statement.text).lstrip(" !.,:"))
        plan.take(conversation.turn, step=as_sentence(said) or first_upper(said.rstrip(".")))
        whole = is_their_own_sentence(said)
        plan.wording = first_upper(said).rstrip(".") + "." if whole else plan.step + "."
    why = "Borgeren rettede ordene, og de læses op igen"
    return Move((Act("read_back_again", {"wording": plan.wording}),), why, Ask.READ_BACK)


def confirmed(conversation: Conversation) -> Move:
    """The citizen said yes: a draft is made of exactly this wording."""
    conversation.confirmed = conversation.plan
    conversation.plan = Plan()
    conversation.process = Process.CLOSE
    why = "Borgeren sagde ja til ordene, så de er gemt som et udkast"
    return Move((Act("confirmed"),), why, effect=Effect.DRAFT_GOAL)


def dropped(conversation: Conversation) -> Move:
    """The citizen said no: no draft is made."""
    conversation.plan = Plan()
    conversation.process = Process.CLOSE
    return Move((Act("dropped"),), "Borgeren sagde nej, så der er ikke gemt noget mål")


def not_now(conversation: Conversation) -> Move:
    """"Ikke endnu" is a good ending."""
    conversation.plan = Plan()
    conversation.process = Process.CLOSE
    return Move((Act("not_now"),), "Borgeren er ikke klar, og det er et godt svar")
