# SPDX-License-Identifier: MPL-2.0
"""When a turn asks nothing: what was said is given back, and the citizen has room to go on."""

from __future__ import annotations

import re

from bot.codebook import Intent, Statement, Talk
from bot.mi.conversation import Ask, Conversation, Process, Way
from bot.mi.move import Act, Move
from bot.mi.ways import next_of_way, way_in

_WORDS_TO_REST_ON = 3
_WORDS_TO_REST_AGAIN = 4
_RESTS_BEFORE_A_WISH, _RESTS_WHILE_SOMETHING_IS_MISSING, _RESTS_WHEN_ENOUGH_IS_TOLD = 4, 5, 2
_LONG_TALK = 12
"""From so many turns on a talk that has not come to a step rests only once in a row: nobody's time is endless."""
_RESTS_BETWEEN_QUESTIONS_OF_A_WAY = 2
_REASONS_ENOUGH = 2
_AUTONOMY_AT_MOST = 1


_REFUSES = re.compile(
    r"\b(?:vil|gider|gad|skal|ska|har) (?:jeg |\w+ )?(?:ikk?e?|ingen)\b(?! (?:være|have det|miste|skuffe))"
    r"|^\W*(?:nej|næ)\b"
    r"|\bingen lyst\b|\bikke for mig\b|\blad mig\b|\blade? mig være\b", re.IGNORECASE)
"""A no to something, not what is hard about it."""


def may_rest(conversation: Conversation, statement: Statement, acts: list[Act]) -> bool:
    """After a question that was answered with something of their own; again while they go on by themselves.

    How often in a row hangs on what has been told: once a wish, reasons and a strength are there, the talk moves on.
    Somebody who writes a few words at a time is rather asked: silence would leave the work to them.
    """
    if not acts or statement.intent is not Intent.SHARE or conversation.is_terse or _is_at_its_end(conversation):
        return False
    fewest = _WORDS_TO_REST_ON if conversation.questions_in_a_row else _WORDS_TO_REST_AGAIN
    return statement.words >= fewest and conversation.rests_in_a_row < _most_rests(conversation)


def _is_at_its_end(conversation: Conversation) -> bool:
    """The turns of a short talk are used."""
    turns = way_in(conversation).turns
    return turns is not None and conversation.turn >= turns and conversation.process is not Process.CLOSE


def _most_rests(conversation: Conversation) -> int:
    if conversation.turn >= _LONG_TALK and Ask.PERMISSION not in conversation.has_asked:
        return 1
    more = int(conversation.tells_much)
    if conversation.way is not Way.MEETING and next_of_way(conversation):
        return _RESTS_BETWEEN_QUESTIONS_OF_A_WAY + more
    if conversation.focus is None:
        return _RESTS_BEFORE_A_WISH + more
    reasons = conversation.told(Talk.REASON, Talk.NEED) >= _REASONS_ENOUGH
    enough = reasons and conversation.told(Talk.ABILITY, Talk.TAKING_STEPS) > 0
    return more + (_RESTS_WHEN_ENOUGH_IS_TOLD if enough else _RESTS_WHILE_SOMETHING_IS_MISSING)


def rest(conversation: Conversation, statement: Statement, acts: list[Act]) -> Move:
    """What was said is given back. A refusal is followed, once, by who decides; what something costs is none."""
    at_the_threshold = conversation.asked is Ask.PERMISSION
    refuses = statement.talk == {Talk.SUSTAIN} and (at_the_threshold or _REFUSES.search(statement.text))
    if refuses and conversation.count("autonomy") < _AUTONOMY_AT_MOST:
        why = "Borgeren tøver: det gives tilbage, og borgeren bestemmer tempoet"
        return Move((*acts, Act("autonomy")), why)
    return Move(tuple(acts), "Det, borgeren sagde, gives tilbage, og der er plads til at fortsætte")
