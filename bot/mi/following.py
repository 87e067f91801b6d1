# SPDX-License-Identifier: MPL-2.0
"""Follow-up: what happened since, a number of the citizen's own, what helped; then keep, change or drop."""

from __future__ import annotations

import re

from bot.codebook import Intent, Statement
from bot.mi.conversation import Ask, Conversation, Process
from bot.mi.move import Act, Move
from bot.mi.planning import begin
from bot.mi.saying import asks_to_change, leaves_it, says_yes

_KEEP = re.compile(r"\b(behold\w*|beholde|fortsæt\w*|fortsætte|blive ved|bliver ved|køre? videre|holde fast)\b", re.I)
_DROP = re.compile(r"\b(slip\w*|drop\w*|stoppe med|opgive|give slip|lægge det væk|smide)\b", re.I)


def answer_keep_change_drop(conversation: Conversation, statement: Statement) -> Move | None:
    """Keep it, find another step, or let it go: each is a good answer. None when none of them was said."""
    text = statement.text
    if leaves_it(statement) or _DROP.search(text) or statement.intent is Intent.DENY:
        return _end(conversation, "let_go", "Borgeren vil slippe aftalen, og det er i orden")
    if asks_to_change(statement) or re.search(r"\b(mindre|anderledes|noget andet|ændr\w*|lav\w* om)\b", text, re.I):
        return begin(conversation, Act("changed"))
    if _KEEP.search(text) or says_yes(statement):
        return _end(conversation, "kept", "Borgeren vil beholde aftalen, som den er")
    return None


def _end(conversation: Conversation, act: str, why: str) -> Move:
    conversation.process = Process.CLOSE
    conversation.has_asked.add(Ask.KEEP_CHANGE_DROP)
    return Move((Act(act),), why)
