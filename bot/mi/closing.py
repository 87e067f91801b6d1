# SPDX-License-Identifier: MPL-2.0
"""After the end of a talk: what is told is given back, and a new wish or step may open it again."""

from __future__ import annotations

import re

from bot.codebook import Intent, Safety, Statement, Talk
from bot.danish.steps import as_sentence
from bot.mi.conversation import Ask, Conversation, Process
from bot.mi.move import Act, Move
from bot.mi.processes import PLAN_QUESTIONS, may_evoke
from bot.mi.wishing import wish_of_words
from bot.mi.wording import company_in, time_of_step

_CLOSINGS_APART = 4
_NOT = re.compile(r"\b(?:ikke?|ik|aldrig)\b", re.IGNORECASE)
_TOWARDS_A_STEP = frozenset({Talk.COMMITMENT, Talk.ACTIVATION})


def closing(conversation: Conversation, statement: Statement, acts: list[Act]) -> Move:
    """What is told is given back; that one may stop is said now and then, and not to somebody who has more to say."""
    said_before = conversation.count("closing")
    remind = not acts or said_before % _CLOSINGS_APART == 0
    has_more = "?" in statement.text or (statement.words >= _WORDS_OF_MORE and statement.intent is Intent.SHARE)
    last = Act("closing_open" if has_more else "closing")
    said = (*acts, last) if remind else tuple(acts)
    return Move(said, "Samtalen er ved sin slutning, og der er plads til mere")


_WORDS_OF_MORE = 5
_OFFERS_AT_MOST = 2


def offered_at_the_end(conversation: Conversation, statement: Statement, acts: list[Act]) -> Move | None:
    """What somebody says that they could do is asked about as a step, where nothing is written down yet."""
    over = conversation.process is Process.CLOSE and conversation.danger is Safety.NONE
    if not over or conversation.draft_ids or "?" in statement.text or statement.intent is not Intent.SHARE:
        return None
    if _NOT.search(statement.text) or Talk.SUSTAIN in statement.talk or not _WILL.match(statement.text.strip()):
        return None
    step, when = as_sentence(statement.text), time_of_step(statement.text)
    likely = when or statement.talk & _TOWARDS_A_STEP
    if not step or not likely or conversation.count("offered at the end") >= _OFFERS_AT_MOST:
        return None
    if conversation.focus is None:
        conversation.focus = wish_of_words(conversation, statement.text, statement.text)
    conversation.plan.take(conversation.turn, step=step, when=when or "", with_whom=company_in(statement.text))
    conversation.plan.promised = True
    why = "Borgeren nævnte til sidst noget, der kan gøres, og bestemmer, om det skal stå som et skridt"
    return Move((*acts, Act("permission_promised")), why, Ask.PERMISSION)


_WILL = re.compile(
    r"(?:(?:ja|jo|ok|okay|så|måske|men)\W+)*(?:jeg (?:kan|kunne|ku|vil|går|ringer|skriver|spørger|tager|prøver|køber"
    r"|henter|sender)\b|(?:måske )?(?:kunne|ku|kan) jeg\b"
    r"|(?:gå|ringe|skrive|spørge|tage|prøve|købe|hente|sende|lave|åbne|rydde|vaske)\b)", re.IGNORECASE)


def opens_again(conversation: Conversation, statement: Statement) -> None:
    """A new wish after the close begins again at what matters in it; so does a step after a "not yet"."""
    if may_evoke(conversation) and not _new_wish_opens(conversation):
        _step_opens(conversation, statement)


_OF_ME = re.compile(r"^(?!\W*(?:der|det|den|de) )(?=.*\b(?:jeg|mig)\b)", re.IGNORECASE | re.DOTALL)
"""Who tells of a room that is quiet promises nothing."""


def _step_opens(conversation: Conversation, statement: Statement) -> None:
    """Who speaks of doing it after all is asked once more whether to plan."""
    towards = statement.talk & _TOWARDS_A_STEP and not _NOT.search(statement.text) and _OF_ME.search(statement.text)
    if conversation.draft_ids or conversation.focus is None or not towards:
        return
    if conversation.count("opened again") == 0:
        conversation.process = Process.EVOKE
        conversation.has_asked -= {Ask.PERMISSION, *PLAN_QUESTIONS}


def _new_wish_opens(conversation: Conversation) -> bool:
    newest = conversation.wishes[-1] if conversation.wishes else None
    if newest is None or newest.turn != conversation.turn or newest is conversation.focus:
        return False
    conversation.process, conversation.focus = Process.EVOKE, newest
    conversation.importance = conversation.confidence = None
    conversation.has_asked = {Ask.WHICH_FIRST} | (conversation.has_asked - _ASKED_OF_EACH_WISH)
    return True


_ASKED_OF_EACH_WISH = frozenset({
    Ask.WHAT_MATTERS, Ask.IMPORTANCE, Ask.STRENGTHS, Ask.CONFIDENCE, Ask.ANYTHING_ELSE, Ask.PERMISSION, *PLAN_QUESTIONS,
    Ask.SURE_WHY, Ask.CONFIDENCE_WHY,
})
