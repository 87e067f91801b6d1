# SPDX-License-Identifier: MPL-2.0
"""After a concern in plain words: what makes it danger now, though no single message of it says so by itself."""

from __future__ import annotations

import re

from bot.care import danger, means
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
    if means.HAS_NONE.search(text) or _NOT_NOW.search(text):
        return False
    if means.PILLS_NAMED.search(text) or means.NAMED.search(text) or means.NO_TRUST.search(text):
        return True
    if conversation.asked in (Ask.AFTER_DANGER, Ask.GO_ON) or conversation.count_of("not now"):
        return False
    if _ASKS_FOR_HELP.search(text):
        return True
    if conversation.asked is not Ask.HAPPENING_NOW:
        return False
    return danger.look_for_danger(text) is not Safety.NONE or says_yes_and_more(text)


def says_yes_and_more(text: str) -> bool:
    """Whether the question if there is danger now is answered with a yes, whatever stands behind it."""
    return bool(_YES_AND_MORE.match(text))


def says_perhaps(text: str) -> bool:
    """Whether "er du i fare?" is answered with neither yes nor no: "måske", "ved ikke"."""
    return bool(_PERHAPS.match(text))


def is_not_sure(text: str) -> bool:
    """Whether somebody who tells on does so alone, afraid, or without knowing."""
    return bool(_NOT_SURE.search(text))


def calls_for_help(conversation: Conversation, statement: Statement) -> bool:
    """ "hjælp mig" after a doubt, a guess or a concern: nobody who writes that is asked about goals."""
    doubted = conversation.danger is not Safety.NONE or conversation.guessed > 0 or conversation.doubt > 0
    return doubted and bool(_HELP_ME.search(statement.text))


def names_pills(conversation: Conversation, statement: Statement) -> bool:
    """Whether pills that are at hand are named for the first time in danger of another kind, in no words of danger."""
    new = conversation.danger is Safety.ACUTE and conversation.danger_kind is not DangerKind.PILLS
    new = new and danger.look_for_danger(statement.text) is not Safety.ACUTE
    return new and means.has_pills(statement.text)


_NOT_NOW = re.compile(
    r"^\W*(?:nej|næ)\b(?!.*\b(?:men|orker|magter|piller|kniv|bange)\b)|\bikk?e? (?:lige )?nu\b|\bdengang\b",
    re.IGNORECASE)
_YES_AND_MORE = re.compile(
    r"\W*(?:ja|jo|jep)\b(?!,? ja\b)"
    r"(?!.*\b(?:ikk?e? (?:nu|mere|længere|i fare)|ingen fare|dengang|før i tiden|bedre|fint)\b)", re.IGNORECASE)
_HELP_ME = re.compile(
    r"^\W*(?:please |ja,? )?hjælp(?: mig)?(?: nu)?\W*$|\bhjælp mig\b(?! (?:med|til|lidt|gerne|i går)\b)"
    r"|\bkan (?:nogen|du) (?:ikk?e? )?hjælpe mig nu\b|\bjeg har brug for hjælp nu\b", re.IGNORECASE)
_ASKS_FOR_HELP = re.compile(
    r"\bhvad? (?:skal|gør|ska) jeg\b|\bbliver? du her\b|\bbliv (?:her|hos mig)\b|\bsvarer du (?:mig )?ikk?e?\b"
    r"|\bkan du (?:ikk?e? )?(?:hjælpe mig|få fat i nogen)\b|\bhjælp mig\b", re.IGNORECASE)
_PERHAPS = re.compile(
    r"\W*(?:måske|ved (?:jeg )?ikk?e?|det ved jeg ikk?e?|tror (?:jeg|det)|lidt|nok|ikke helt|svært)\b", re.IGNORECASE)
""""Måske" to "er du i fare?", when it is asked for the second time, is no no."""
_NOT_SURE = re.compile(
    r"^\W*(?:det )?ved (?:jeg )?ikk?e?\b|\b(?:helt )?alene (?:nu|her|hjemme)\b|\btør ikk?e?\b|\bnogen kom\b",
    re.IGNORECASE)
