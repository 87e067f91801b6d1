# SPDX-License-Identifier: MPL-2.0
"""The way back from a doubt about danger: a guess is let go, what was read wrongly is said to be, the talk goes on."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.care import answers
from bot.codebook import Intent, Safety, Statement
from bot.mi.conversation import Ask, Conversation
from bot.mi.move import Act, Move
from bot.mi.obeying import ask_again
from bot.mi.planning import PLAN_ANSWERS
from bot.mi.processes import choices_of, next_question
from bot.mi.summaries import left_unsaid, wish_named


def let_go_of_the_guess(conversation: Conversation, said_no: bool = True) -> None:
    """There was no danger: the question that was interrupted stands open again. Only a no makes later doubts less."""
    conversation.danger = Safety.NONE
    if said_no:
        conversation.count("no to a doubt")
    conversation.asked, conversation.interrupted = conversation.interrupted, None


def misread(conversation: Conversation, statement: Statement, level: Safety) -> Move | None:
    """Danger now that was only said sideways, and a plain no: asked once whether it was read wrongly, then believed.

    Words that leave no doubt, or a yes to "er du i fare nu?", are never taken back by a no.
    """
    sideways = conversation.danger is Safety.ACUTE and conversation.danger_in_words and not conversation.acute_for_sure
    if not sideways or level is Safety.ACUTE:
        return None
    if not (NOT_IN_DANGER.search(statement.text) or _MISREAD.search(statement.text)):
        return None
    if conversation.count("said to be misread") == 0:
        why = "Borgeren siger, at der ikke er fare, og ordene kunne betyde noget andet: der spørges én gang"
        return Move((), why, Ask.HAPPENING_NOW, verbatim=answers.MISREAD)
    conversation.danger_in_words = False
    return take_up_again(conversation, statement, (answers.READ_WRONGLY, answers.NOTE_STAYS))


_MISREAD = re.compile(
    r"\bikk?e? (?:\w+ )?(?:sådan|det jeg) (?:ment|mente|mener)\b|\bmisforst\w+"
    r"|\b(?:det )?(?:handler|handlede) (?:kun |bare )?om\b"
    r"|\b(?:jeg )?vil (?:altså |da )?ikk?e? dø\b|\bslap (?:nu |lige )?(?:dog )?af\b|\bdet er (?:kun|bare) \w+"
    r"|\bjeg har det (?:helt |meget )?(?:fint|godt|ok|okay)\b", re.IGNORECASE)
NOT_IN_DANGER = re.compile(
    r"\bikk?e? (?:\w+ )?i fare\b|\bingen fare\b|\bmisforst\w+|\bikk?e? noget galt\b|^\W*(?:nej|næ)\W*$"
    r"|^\W*nej\W+jeg (?:sidder|er|har det)\b", re.IGNORECASE)


_DENIES = re.compile(
    r"^\W*(?:hva(?:d)?\W+)?(?:nej|næ)\b.*\b(?:(?:tænker|gør|har|er|vil) (?:jeg )?(?:\w+ )?ikk?e?|ikk?e? i fare"
    r"|slet ikk?e?|overhovedet ikk?e?|ingen (?:fare|tanker)|misforst\w+)\b", re.IGNORECASE | re.DOTALL)
_NO_CALM_NO = re.compile(
    r"\b(?:orker|magter|piller\w*|kniv\w*|bange for mig selv|ikk?e? (?:mere|længere)|værre|men jeg)\b", re.IGNORECASE)


def denies(text: str) -> bool:
    """Whether the question if there is danger now is denied in plain words, whatever else is told behind the no."""
    return bool(_DENIES.match(text)) and not _NO_CALM_NO.search(text)


def take_up_again(conversation: Conversation, statement: Statement, bubbles: tuple[str, ...]) -> Move:
    """Nothing in plain words, and a plain no: the talk goes on with what was told, and its question or the next.

    Where the message that was doubted answered the question, it is given back and not asked for again. The no was an
    answer to the doubt: it is no "nothing more" to anything else.
    """
    let_go_of_the_guess(conversation)
    told = left_unsaid(conversation) if conversation.asked not in PLAN_ANSWERS else []
    again = None if told else ask_again(conversation)
    why = "Der var en tvivl om fare, og borgeren siger nej, så samtalen tages op igen, hvor den var"
    ask = again.ask if again else next_question(conversation, replace(statement, intent=Intent.SHARE, talk=frozenset()))
    if ask is None:
        return Move((), why, Ask.GO_ON, verbatim=answers.after_not_now(0))
    acts = again.acts if again else (Act(ask),)
    before = told or ([] if again else wish_named(conversation))
    return Move((*before, *acts), why, ask, choices_of(conversation, ask), verbatim=bubbles)
