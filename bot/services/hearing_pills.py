# SPDX-License-Identifier: MPL-2.0
"""Who thinks of taking pills is asked whether some have been taken; a yes is answered as an overdose."""

from __future__ import annotations

import re

from bot.care import answers
from bot.care.danger import DangerKind
from bot.care.help_lines import Contact
from bot.codebook import Intent, Safety, Statement
from bot.mi.conversation import Conversation
from bot.mi.move import Move

_ASKED = "asked of pills"
_TOOK = re.compile(
    r"^\W*(?:ja|jo|jep)\b|^\W*(?:lidt|nogle|nogen|et par|en del|alle|halvdelen|mange)(?: af dem| stykker| sammen)?\W*$"
    r"|^\W*(?:\d+|en|to|tre|fire|fem|seks|syv|otte|ni|ti)(?: af dem| stykker| styks?| piller)?\W*$"
    r"|\bhar (?:jeg )?(?:allerede |lige |nu |næsten )*(?:taget|slugt|spist)\b|\bjeg tog\b", re.IGNORECASE)
_TOOK_NONE = re.compile(
    r"^\W*(?:nej|næ|nope|ingen|ikk?e?|ik)\b|\bhar (?:jeg )?(?:ikk?e?|ik)\b.{0,20}\btaget\b|\bingen af dem\b",
    re.IGNORECASE)


def asked_of_pills(conversation: Conversation) -> None:
    """Notes that this turn asks whether some have been taken."""
    conversation.danger_answers[_ASKED] = conversation.turn


def hears_of_pills(conversation: Conversation, statement: Statement, contacts: tuple[Contact, ...]) -> Move | None:
    """The answer to "har du taget nogen af dem?"; None where that was not the question, or nothing was said of it."""
    if conversation.danger_answers.get(_ASKED) != conversation.turn - 1:
        return None
    if statement.intent is Intent.DENY or _TOOK_NONE.search(statement.text):
        return Move((), "Borgeren har ikke taget pillerne, og der spørges til en, der kan komme", verbatim=answers.pick(
            answers.NONE_TAKEN, conversation.count("none taken")))
    if statement.intent is Intent.AFFIRM or _TOOK.search(statement.text):
        conversation.danger_kind = DangerKind.OVERDOSE
        why = "Borgeren har taget af pillerne: 112 og Giftlinjen først"
        return Move((), why, verbatim=answers.answer(Safety.ACUTE, DangerKind.OVERDOSE, 0, contacts))
    return None
