# SPDX-License-Identifier: MPL-2.0
"""After a concern in plain words: what makes it danger now, though no single message of it says so by itself."""

from __future__ import annotations

import re

from bot.care import danger
from bot.care.danger import DangerKind
from bot.codebook import Safety, Statement
from bot.mi.conversation import Ask, Conversation

_OF_LIFE = frozenset({DangerKind.SUICIDE, DangerKind.SELF_HARM, DangerKind.PILLS, DangerKind.UNKNOWN})


def has_become_acute(conversation: Conversation, statement: Statement) -> bool:
    """Whether a concern that was told in plain words is danger now.

    So it is where a means is at hand, where somebody does not trust themselves, where they ask what to do or for
    company, and where the question whether they think of taking their life now is answered with the same words again,
    or with a yes that has more behind it. Who has said that it is not now is taken at their word, until a means or fear
    of themselves is named.
    """
    told = conversation.danger is Safety.CONCERN and conversation.danger_in_words
    if not told or conversation.danger_kind not in _OF_LIFE:
        return False
    text = statement.text
    if _HAS_NONE.search(text) or _NOT_NOW.search(text):
        return False
    if _PILLS.search(text) or _MEANS.search(text) or _NO_TRUST.search(text):
        return True
    if conversation.asked in (Ask.AFTER_DANGER, Ask.GO_ON) or conversation.count_of("not now"):
        return False
    if _ASKS_FOR_HELP.search(text):
        return True
    if conversation.asked is not Ask.HAPPENING_NOW:
        return False
    return danger.look_for_danger(text) is not Safety.NONE or bool(_YES_AND_MORE.match(text))


def names_pills(conversation: Conversation, statement: Statement) -> bool:
    """Whether pills that are at hand are named for the first time in danger of another kind, in no words of danger."""
    new = conversation.danger is Safety.ACUTE and conversation.danger_kind is not DangerKind.PILLS
    new = new and danger.look_for_danger(statement.text) is not Safety.ACUTE
    return new and bool(_PILLS.search(statement.text)) and not _HAS_NONE.search(statement.text)


_PILLS = re.compile(
    r"\b(?:jeg har|ligger|liggende|kigger|fundet|jeg tog|taget)\b.{0,30}\b(?:piller|pillerne|tabletter|tabletterne)\b"
    r"|\b(?:piller|pillerne|tabletter|tabletterne)\b.{0,30}\b(?:ligger|liggende|frem|klar|her|kigger)\b", re.IGNORECASE)
_MEANS = re.compile(
    r"\b(?:barberblad\w*|kniv|kniven|reb|rebet|løkke\w*|skinnerne|togskinner\w*|pistol\w*|gevær\w*)\b", re.IGNORECASE)
_NO_TRUST = re.compile(
    r"\bbange for (?:mig selv|hvad jeg (?:kan|kunne|ku) (?:finde på|gøre))"
    r"|\b(?:kan|tør) ikk?e? (?:stole på|passe på|være alene med) mig selv\b|\btør ikk?e? være alene\b", re.IGNORECASE)
_HAS_NONE = re.compile(
    r"\b(?:ingen|ikke nogen|låst|gemt|afleveret|smidt|væk) (?:\w+ ){0,2}(?:piller|pillerne|kniv|tabletter)\b"
    r"|\b(?:piller|pillerne|tabletter|kniven)\b.{0,20}\b(?:låst|væk|afleveret|smidt|gemt)\b"
    r"|\b(?:min|mine) (?:piller|medicin) (?:virker|hjælper|gør|mod)\b", re.IGNORECASE)
_NOT_NOW = re.compile(
    r"^\W*(?:nej|næ)\b(?!.*\b(?:men|orker|magter|piller|kniv|bange)\b)|\bikk?e? (?:lige )?nu\b|\bdengang\b",
    re.IGNORECASE)
_YES_AND_MORE = re.compile(
    r"\W*(?:ja|jo|jep)\b(?!.*\b(?:ikk?e? (?:nu|mere|længere)|dengang|før i tiden|bedre)\b)", re.IGNORECASE)
_ASKS_FOR_HELP = re.compile(
    r"\bhvad? (?:skal|gør|ska) jeg\b|\bbliver? du her\b|\bbliv (?:her|hos mig)\b|\bsvarer du (?:mig )?ikk?e?\b"
    r"|\bkan du (?:ikk?e? )?(?:hjælpe mig|få fat i nogen)\b|\bhjælp mig\b", re.IGNORECASE)
