# SPDX-License-Identifier: MPL-2.0
"""A yes, a wish to let it lie, a wish to change: what may be taken as the citizen's decision, and what may not."""

from __future__ import annotations

import re

from bot.codebook import Intent, Statement, Talk
from bot.danish.steps import as_sentence
from bot.danish.words import INFINITIVES

_CERTAIN_YES = 0.5
_WORDS_OF_A_STEP = 3
_WORDS_OF_AN_ORDER = 7
_LEAVES_IT = re.compile(
    r"\blade? (?:det|den) ligge\b|\bintet mål\b|\bikke noget mål\b|\bglem det\b|\bdrop (?:det|den)\b"
    r"|\b(?:jeg opgiver|opgiver jeg) (?:det|den)\b", re.IGNORECASE
)
_YES = re.compile(r"\s*(?:ja|jo|jep|jeps|okay|ok|gerne|jatak)\b", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\bikk?e? (?:endnu|nu|lige nu|i dag|klar)\b|\b(?:skal|lad(?: det)?|vil hellere|hellere) vente\b|\bfor tidligt\b"
    r"|\ben anden (?:dag|gang)\b|\bmåske senere\b", re.IGNORECASE,
)
_CHANGE = re.compile(r"\b(?:ret|rettes?|ændre\w*|lave? (?:det |den )?om|andre ord)\b", re.IGNORECASE)


def says_yes(statement: Statement) -> bool:
    """A yes by its first word, or by an intent that is certain: nobody's consent is guessed."""
    certain = statement.intent is Intent.AFFIRM and statement.confidence >= _CERTAIN_YES
    return certain or bool(_YES.match(statement.text))


def says_not_yet(statement: Statement) -> bool:
    """Whether the citizen would rather wait, however the reader took it: "ikke endnu" is a good answer."""
    return bool(_NOT_YET.search(statement.text))


def leaves_it(statement: Statement) -> bool:
    """Whether the citizen lets the goal lie."""
    return bool(_LEAVES_IT.search(statement.text))


def asks_to_change(statement: Statement) -> bool:
    """Whether the citizen only says that something is to be changed, not yet what."""
    return statement.words <= _WORDS_OF_AN_ORDER and bool(_CHANGE.search(statement.text))


_KEEPS = re.compile(r"\b(?:beholde?|behold det|som det er|holder fast|det går nok|bliver ved det)\b", re.IGNORECASE)
_LESS = re.compile(
    r"(?:ja[ ,]*)?(?:gør |lav |tag )?(?:det |den )?(?:lidt |noget )?(?:mindre|lettere|nemmere)(?: tak)?[ .!]*",
    re.IGNORECASE)


_LESS_IN_IT = re.compile(r"\b(?:mindre|lettere|nemmere|kortere|færre)\b", re.IGNORECASE)


def keeps_it(statement: Statement) -> bool:
    """Whether the citizen keeps the step as it is; a yes that says nothing of less does too."""
    plain_yes = statement.intent is Intent.AFFIRM and not _LESS_IN_IT.search(statement.text)
    return bool(_KEEPS.search(statement.text)) or plain_yes


def wants_less(statement: Statement) -> bool:
    """Whether the citizen only says that the step is to be smaller, not yet how."""
    return bool(_LESS.fullmatch(statement.text.strip()))


_I_CAN = re.compile(r"(?:ja|jo|okay|ok)?[ ,.]*(?:så )?(?:jeg|kunne|ku) (?:kan|kunne|ku|vil|ville|jeg)\b", re.IGNORECASE)


def offers_a_step(statement: Statement) -> bool:
    """"jeg kan ringe til koret" in answer to whether to find a step is the yes and the step."""
    if statement.intent is Intent.DENY or Talk.SUSTAIN in statement.talk or "?" in statement.text:
        return False
    first = statement.text.casefold().split()[0] if statement.text.split() else ""
    offers = bool(_I_CAN.match(statement.text)) or (first in INFINITIVES and statement.words >= _WORDS_OF_A_STEP)
    return offers and as_sentence(statement.text) is not None


_DOUBTS = re.compile(
    r"\b(?:nervøs\w*|bange|tvivl\w*|utryg\w*|usikker\w*|måske|svært|kommer an på|hvis (?:bare|nu|ikke)|angst\w*"
    r"|ikke helt|men)\b", re.IGNORECASE)


def has_a_doubt(statement: Statement) -> bool:
    """Whether more than a number was said of how sure somebody is, and it holds a doubt: "7, lidt nervøs"."""
    return bool(_DOUBTS.search(statement.text))
