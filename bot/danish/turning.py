# SPDX-License-Identifier: MPL-2.0
"""Makes what a citizen wrote ready to be said back, and turns its first person to the second."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.danish import words
from bot.danish.cutting import strip_marks, stripped
from bot.danish.mend import mend, tokens
from bot.danish.words import Tokens, low

SECOND = {
    "jeg": "du", "mig": "dig", "min": "din", "mit": "dit", "mine": "dine",
}  # fmt: skip
PLURAL = {"vi": "I", "os": "jer", "vores": "jeres", "vor": "jeres", "vort": "jeres", "vore": "jeres"}
ADDRESS = words.bag("du dig din dit dine jer jeres")
# What no written Danish has: dialect ("æ", "mæ", "ett"), other languages and symbols. Their sentence is not said back.
NOT_WRITTEN = words.bag(
    "æ a e o d t n s b c f g h k l m p r u v w x y z va mæ dæ sæ hæ ett itt it je jæ jaj jâ jow jai wel wil war wa hwa "
    "hwo hwem idk ngl ike gåt fåt no lii sae di mi su nåk bli ta gi la sa do go noe ble sei lis dae dæm doe mai mei "
    "jei hon dat ien egn skla toe hæj mir næh kla slv wed ve åt møj hjæm mæst alti lørda sønda mandav "
    "fredav tirsda onsda å er't the and is my me you we im i'm ien goe fær færdi it's just gonna sæj punktum komma + "
    "fuck fucking itte vissa & = / @ # * < > ~ _ ^ | $ € £ [ ] { }"
)
SHORT_FORMS = words.bag(
    "tv kl cv hf stk kr mv nr sms pc dj wc km kg ml hr fx vvs gps dr bh hhx htx stx ptsd lgbt cd dvd md mdr kk pgf kbh "
    "dsb skp pms mr jfr hhv tlf sql gls pdf hpv hdmi bmw vm"
)
_VOWELS = frozenset("aeiouyæøåéüöä")
_THRICE = re.compile(r"(.)\1\1|øø|ææ")
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
_LAUGH = re.compile(r"\bha(?:,? ha)+\b[,.!]* *", re.I)
_JO_PAIR = re.compile(r"\bjo (?:mere|mindre|længere|bedre|værre|flere)\b", re.I)
_FILLER = re.compile(
    r"(?:^|(?<=\s)|(?<=,))\s*,?\s*\b(?:" + "|".join(sorted(words.FILLERS)) + r")\b(?=[\s,.!…]|$)", re.I
)
_BEFORE_A_NOUN = words.DETERMINERS | words.PREPOSITIONS | words.bag("store gamle nye lange lille høje samme første")
# Nobody wants more characters than this said back to them; declining them keeps every answer fast.
LONGEST_TEXT = 600
_KNOWN = words.PREPOSITIONS | words.SUBORDINATORS | words.DETERMINERS | words.SUBJECT_PRONOUNS
_KNOWN |= words.FINITE | words.INFINITIVES | words.ADVERBS


def without_fillers(text: str) -> str:
    """Text without "du ved", "altså", "jo", "sgu" and their like; they are the citizen's, not the
    bot's, to say.
    """
    text = _LAUGH.sub("", " ".join(text.split()))
    if _JO_PAIR.search(text):
        return text
    for pattern in (_YOU_KNOW, _JO):
        text = pattern.sub(" ", text)
    text = _FILLER.sub(_unless_a_bridge, text)
    return re.sub(r"\s+(?=[,.!?…])|(?<=\s)\s+", "", text).strip(" ,")


def _unless_a_bridge(match: re.Match[str]) -> str:
    """Nothing for a filler; "bro" stays behind "den store" and in "krone og bro"."""
    before = match.string[: match.start()].lower().split()[-1:]
    return match.group() if "bro" in match.group().lower() and set(before) & (_BEFORE_A_NOUN | {"og"}) else " "


SINGLE_MARKS = re.compile(r"(?<!\w)['‘](?=\w).*\w['’](?!\w)")
"""Words in single marks are quoted."""


def prepare(text: str) -> Tokens | None:
    """Mended tokens without fillers and final marks; None if the text asks, quotes or speaks to the bot."""
    if len(text) > LONGEST_TEXT:
        return None
    mended = without_fillers(mend(text.lower() if _shouts(text) else text))
    parts = tuple(_calm(token) for token in tokens(mended))
    if _shouts(text) and set(tokens(text)[1:3]) & {"I", "DE", "DEM"}:
        return None
    if not parts or "?" in parts or set(parts) & _QUOTES or _addresses(parts):
        return None
    parts = _with_its_it(strip_marks(parts))
    return None if not parts or is_dialect(low(stripped(parts))) else parts


_NICE = words.bag("rart dejligt fedt godt skønt fantastisk hyggeligt nice lækkert sjovt fint nemmere lettere bedre")


def _with_its_it(parts: Tokens) -> Tokens:
    """ "ku være rart, hvis …" is said of "det", not of "jeg"."""
    small = low(parts)
    wished = small[:1] in {("kunne",), ("ville",)} and "være" in small[1:3] and bool(_NICE & set(small[2:5]))
    return ("det", parts[0].lower(), *parts[1:]) if wished else parts


def is_dialect(small: Tokens) -> bool:
    """Whether there are words which no written Danish has, or a "ja" that stands for "jeg"."""
    says_ja = any(word == "ja" and after in words.FINITE for word, after in pairwise(small))
    return says_ja or not NOT_WRITTEN.isdisjoint(small) or any(map(_is_no_word, small))


def _is_no_word(word: str) -> bool:
    """ "vk", "hhhggg": letters without a vowel, or one three times over, unless it is a known short form."""
    if not word.isalpha() or len(word) < 2 or word in SHORT_FORMS:
        return False
    return not set(word) & _VOWELS or bool(_THRICE.search(word))


def _shouts(text: str) -> bool:
    """Whether most letters are capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(str.isupper, letters)) > 0.7 * len(letters)


def _calm(token: str) -> str:
    """A known word in capitals ("IKKE") in small letters; other capitals may be a name."""
    small = token.lower()
    return small if token.isupper() and len(token) > 1 and small in _KNOWN else token


def _addresses(parts: Tokens) -> bool:
    """Whether somebody is spoken to: "du", "jer", or "I" other than the preposition at the start."""
    small = low(parts)
    if set(small) & ADDRESS or "I" in parts[1:]:
        return True
    if {"De", "Dem", "Deres"} & set(parts[1:]):
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
            if not _group_before(small[:i]) and not _long_ago(small, i):
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
    shouted = word.isupper() and len(word) > 1
    return turned.capitalize() if word[0].isupper() and not shouted else turned


_IN_THE_PAST = words.bag(
    "plejede boede havde gik tog spiste lavede drak grinede kørte sås mødtes rejste legede spillede cyklede fiskede "
    "sang arbejdede gjorde hyggede sejlede løb voksede"
)


def _long_ago(small: Tokens, i: int) -> bool:
    """Whether what "vi" did is of the past: "vi plejede at drikke kaffe" is never about the bot."""
    return small[i] == "vi" and bool(set(small[i + 1 : i + 2]) & _IN_THE_PAST)


def _group_before(small: Tokens) -> bool:
    """Whether the text has named people the citizen is one of, so that "vi" is them and not the bot."""
    for i, word in enumerate(small):
        if word in words.PEOPLE and set(small[max(0, i - 3) : i]) & (words.POSSESSIVES | {"og", "med"}):
            return True
        if word in {"han", "hun", "ham", "hende"} and set(small[i + 1 : i + 3]) >= {"og", "jeg"}:
            return True
    return False
