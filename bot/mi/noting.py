# SPDX-License-Identifier: MPL-2.0
"""What the conversation keeps of a move, and a turn that holds its question back."""

from __future__ import annotations

from dataclasses import replace

from bot.mi.conversation import Ask, Conversation
from bot.mi.move import Act, Move
from bot.mi.planning import PLAN_ANSWERS


def noted(conversation: Conversation, move: Move) -> Move:
    """The same move, when the conversation knows what it asks."""
    conversation.asked = move.ask
    if move.ask:
        conversation.has_asked.add(move.ask)
    conversation.questions_in_a_row = conversation.questions_in_a_row + 1 if move.ask else 0
    conversation.rests_in_a_row = 0 if move.ask else conversation.rests_in_a_row + 1
    return move


def without_question(conversation: Conversation, move: Move) -> Move:
    """The same turn, but it asks nothing: what was said is given back, and the question may come later.

    In the midst of a plan its thread is kept: that one may say if something is heavy stands before the question, once.
    """
    if move.ask is None or move.effect or move.ask in _NOT_OF_GOALS:
        return move
    if move.ask in PLAN_ANSWERS:
        return _with_room_for_what_is_heavy(conversation, move)
    conversation.has_asked.discard(move.ask)
    acts = move.acts[:-1] or (Act("has_read"),)
    why = "Noget i beskeden kunne være tungt, så der spørges ikke om noget lige nu"
    return noted(conversation, Move(acts, why))


def _with_room_for_what_is_heavy(conversation: Conversation, move: Move) -> Move:
    if move.ask is Ask.READ_BACK or conversation.count("say if heavy"):
        return move
    why = f"{move.why}; noget i beskeden kunne være tungt, så der er plads til at sige det"
    return replace(move, acts=(Act("say_if_heavy"), move.acts[-1]), why=why)


_NOT_OF_GOALS = frozenset({Ask.GO_ON, Ask.ERASE, Ask.AFTER_DANGER, Ask.HAPPENING_NOW})
