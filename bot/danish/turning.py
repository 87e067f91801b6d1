# SPDX-License-Identifier: MPL-2.0
"""Makes what a citizen wrote ready to be said back, and turns its first person to the second."""

from __future__ import annotations

import re

from bot.danish import words
from bot.danish.cutting import strip_marks
from bot.danish.mend import mend, tokens
from bot.danish.words import Tokens, low

SECOND = {
    "jeg": "du", "mig": "dig", "min": "din", "mit": "dit", "mine": "dine",
}  # fmt: skip
PLURAL = {"vi": "I", "os": "jer", "vores": "jeres", "vor": "jeres", "vort": "jeres", "vore": "jeres"}
ADDRESS = words.bag("du dig din dit dine jer jeres")
_QUOTES = frozenset('"”“»«:')
# "du ved" as a filler, not as the start of "du ved (ikke) hvad …".
_YOU_KNOW = re.compile(
    r"\s*,?\s*\b(?:du ved|ved du)\b"
    r"(?! (?:at|hvad|hvor|hvordan|hvem|hvorfor|godt|ikke|det|om|jo|nok|noget|alt|intet))\s*,?",
    re.I,
)
_JO = re.compile(
    r"(?<=\w) jo\b(?! (?:mere|mindre|længere|bedre|værre|flere|tættere|oftere))(?! [^\s,]+er\b,)", re.I
)
_JO_PAIR = re.compile(r"\bjo (?:mere|mindre|længere|bedre|værre|flere)\b", re.I)
_FILLER = re.compile(
    r"(?:^|(?<=\s)|(?<=,))\s*,?\s*\b(?:" + "|".join(sorted(words.FILLERS)) + r")\b(?=[\s,.!…]|$)", re.I
)
# Nobody wants more characters than this said back to them; declining them keeps every answer fast.
LONGEST_TEXT = 600
_KNOWN = words.FINITE | words.INFINITIVES | words.ADVERBS | words.SUBJECT_PRONOUNS | words.DETERMINERS


def without_fillers(text: str) -> str:
    """Text without "du ved", "altså", "jo", "sgu" and their like; they are the citizen's, not the
    bot's, to say.
    """
    text = " ".join(text.split())
    if _JO_PAIR.search(text):
        return text
    for pattern in (_YOU_KNOW, _FILLER, _JO):
        text = pattern.sub(" ", text)
    return re.sub(r"\s+(?=[,.!?…])|(?<=\s)\s+", "", text).strip(" ,")


def prepare(text: str) -> Tokens | None:
    """Mended tokens without fillers and final marks; None if the text asks, quotes or speaks to the bot."""
    if len(text) > LONGEST_TEXT:
        return None
    mended = without_fillers(mend(text))
    parts = tuple(_calm(token) for token in tokens(mended.lower() if mended.isupper() else mended))
    if not parts or "?" in parts or set(parts) & _QUOTES or _addresses(parts):
        return None
    return strip_marks(parts) or None


def _calm(token: str) -> str:
    """A known word in capitals ("IKKE") in small letters; other capitals may be a name."""
    small = token.lower()
    return small if token.isupper() and len(token) > 1 and small in _KNOWN else token


def _addresses(parts: Tokens) -> bool:
    """Whether somebody is spoken to: "du", "jer", or "I" other than the preposition at the start."""
    small = low(parts)
    if set(small) & ADDRESS or "I" in parts[1:]:
        return True
    if parts[0] == "I" and small[1:2] and small[1] in words.FINITE:
        return True
    orders = (word for word, before in zip(small, (",", *small), strict=False) if before == ",")
    return any(word in words.IMPERATIVES for word in orders)


def second_person(parts: Tokens) -> Tokens | None:
    """The tokens with first person turned to second; None where a "vi" might include the bot."""
    small = low(parts)
    turned = []
    for i, word in enumerate(small):
        if word in PLURAL:
            if not _group_before(small[:i]):
                return None
            turned.append(PLURAL[word])
        elif word == "jeg" and i and small[i - 1] in {"mit", "det"} and small[i + 1 : i + 2] == ("er",):
            return None
        else:
            turned.append(_turn(parts[i], small[i - 1] if i else ""))
    return tuple(turned)


def _turn(word: str, before: str) -> str:
    """One word in second person; "5 min" is minutes."""
    turned = SECOND.get(word.lower())
    if turned is None or (word.lower() == "min" and (before.isdigit() or before in words.NUMBER_WORDS)):
        return word
    return turned.capitalize() if word[0].isupper() else turned


def _group_before(small: Tokens) -> bool:
    """Whether the text has named people the citizen is one of, so that "vi" is them and not the bot."""
    for i, word in enumerate(small):
        if word in words.PEOPLE and set(small[max(0, i - 3) : i]) & (words.POSSESSIVES | {"og", "med"}):
            return True
        if word in {"han", "hun", "ham", "hende"} and set(small[i + 1 : i + 3]) >= {"og", "jeg"}:
            return True
    return False
