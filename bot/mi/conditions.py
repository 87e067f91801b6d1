# SPDX-License-Identifier: MPL-2.0
"""What would make it easier, told as a condition alone: "hvis min søster var med" is said back as what would help."""

from __future__ import annotations

import re

from bot.codebook import Statement
from bot.danish.commas import commas_in
from bot.danish.mend import mend
from bot.danish.names import with_capitals
from bot.danish.person import to_du
from bot.danish.spelling import has_misspelt
from bot.danish.turning import without_fillers
from bot.mi.caution import is_unsure
from bot.mi.conversation import Ask, Conversation
from bot.mi.move import Act
from bot.mi.sureness import is_whole, with_whose_parent

_ASKS_WHAT_WOULD_HELP = frozenset({Ask.HESITATION, Ask.EASIER, Ask.SUPPORT, Ask.CONFIDENCE_WHY, Ask.IMPORTANCE_WHY})
_CONDITION = re.compile(
    r"^(?:(?:ja|jo|måske|nok|altså|det ville (?:hjælpe|være)(?: \w+)?|kun|bare)[ ,]+)*hvis (?P<what>[^,.!?\n]{6,80})"
    r"(?=[.!?\n]|$)", re.IGNORECASE)
_NO_MAIN_CLAUSE = re.compile(
    r"\bså (?:jeg|det|der|kan|kunne|vil|ville|skal|er|var|blev|kom|går|gik)\b"
    r"|\b(?:kan|kunne|vil|ville|skal|er|var|blev) (?:jeg|det)\b", re.IGNORECASE)
_MOST_WORDS = 12


def would_help(conversation: Conversation, statement: Statement) -> list[Act]:
    """The condition as what would help, where that was asked for and the condition is all that is said of it."""
    if conversation.asked not in _ASKS_WHAT_WOULD_HELP or is_unsure(statement.text):
        return []
    found = _CONDITION.match(without_fillers(mend(statement.text)))
    if found is None or _NO_MAIN_CLAUSE.search(found["what"]) or len(found["what"].split()) > _MOST_WORDS:
        return []
    du = to_du(found["what"].strip())
    du = with_capitals(with_whose_parent(commas_in(du))) if du else None
    if du is None or has_misspelt(du) or not is_whole(du) or conversation.has_mirrored(du):
        return []
    conversation.mark_mirrored(du)
    return [Act("would_help", {"own": du})]
