# SPDX-License-Identifier: MPL-2.0
"""What was no wish of the citizen's, and what they would rather talk of: the one is let go, the other followed."""

from __future__ import annotations

import re

from bot.codebook import Safety, Statement
from bot.danish.mend import mend
from bot.danish.person import to_du
from bot.mi.conversation import Ask, Conversation, Process
from bot.mi.move import Act, Move
from bot.mi.wishing import wish_meant

_NOT = r"(?:ikke|ik|ikk|ike)"
_NOT_MY_WISH = re.compile(
    rf"\b(?:mit|et) (?:ønske|delmål|mål)(?: det)? (?:er|var) (?:det |altså |jo )?{_NOT}\b(?! at\b)"
    rf"|\b(?:det|den|de) (?:er|var) (?:altså |jo |da |overhovedet )*{_NOT} (?:mit |et |noget )(?:ønske|mål|delmål)\b"
    rf"|\ber (?:altså |jo |da |overhovedet )*{_NOT} mit (?:ønske|mål|delmål)\b"
    rf"|\bdet (?:ønsker jeg {_NOT}|har jeg {_NOT} ønsket(?: mig)?)\b"
    rf"|\bdet (?:er|var) {_NOT} det,? (?:som )?jeg (?:ønsker|ønskede|vil|drømmer om)\b",
    re.IGNORECASE)
_ANOTHER_SUBJECT = re.compile(
    r"^\W*(?:(?:nej|men|ok|okay|ja|så|jo|hm+)\W+)*(?:jeg vil|vil jeg|kan vi|må vi|lad os|skal vi|ka vi) "
    r"(?:(?:ikke|ik|hellere|meget|gerne|lige|bare|godt|helst) )*(?:snakke|tale|skrive) (?:(?:lidt|mere|noget) )*om "
    r"(?P<about>[^.,!?\n]{2,60}?)(?:(?: i stedet| nu| først| istedet)+)?\W*$", re.IGNORECASE)
_SOMETHING_ELSE = re.compile(r"^(?:noget|en|et) (?:helt )?and[ee]?[nt]\b|^noget\b|^(?:det|den|dem)\b", re.IGNORECASE)
_WORDS_OF_A_DENIAL = 30


def takes_it_off(conversation: Conversation, statement: Statement) -> Move | None:
    """"Det er ikke mit ønske": the wish that is named, else the one that leads, is forgotten; None without a denial.

    What was denied as a wish stays in the talk as it was said; only no goal is built on it.
    """
    denies = _NOT_MY_WISH.search(statement.text) and statement.words <= _WORDS_OF_A_DENIAL
    if not denies or not conversation.wishes or conversation.danger is not Safety.NONE:
        return None
    wrong = wish_meant(conversation.wishes, statement.text) or conversation.focus or conversation.wishes[-1]
    forget_wish(conversation, wrong.said)
    why = "Borgeren sagde, at det ikke var et ønske, så det er taget af"
    if conversation.process is Process.PLAN or Ask.HOPE in conversation.has_asked:
        return Move((Act("wish_taken_off"),), why)
    conversation.has_asked.add(Ask.HOPE)
    return Move((Act("wish_taken_off"), Act(Ask.HOPE)), why, Ask.HOPE)


def forget_wish(conversation: Conversation, said: str) -> bool:
    """Takes a wish, by its words, out of the talk's memory; False where there is none with them."""
    left = [wish for wish in conversation.wishes if wish.said != said]
    if len(left) == len(conversation.wishes):
        return False
    conversation.wishes = left
    if conversation.focus and conversation.focus.said == said:
        conversation.focus = left[-1] if left else None
    if not left and conversation.process is not Process.PLAN:
        conversation.process = Process.ENGAGE
    return True


def other_subject(conversation: Conversation, statement: Statement) -> Move | None:
    """"Jeg vil hellere snakke om Freja": that is what is talked of, and no wish; what stood open is let go."""
    asked_for = _ANOTHER_SUBJECT.search(statement.text)
    if asked_for is None or conversation.danger is not Safety.NONE or _SOMETHING_ELSE.match(asked_for["about"]):
        return None
    about = to_du(mend(asked_for["about"]).strip())
    if about is None:
        return None
    why = "Borgeren vil tale om noget bestemt, så det følges"
    return Move((Act("other_subject", {"about": about}),), why)


