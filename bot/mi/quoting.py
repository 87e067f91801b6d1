# SPDX-License-Identifier: MPL-2.0
"""Quotes the words as they were written, where the grammar is unsure: which of them, and what lies in them."""

from __future__ import annotations

import re

from bot.codebook import Intent, Statement
from bot.danish.commas import commas_in
from bot.danish.mend import mend
from bot.danish.names import with_capitals
from bot.danish.person import is_harsh_on_self, to_du
from bot.danish.spelling import has_misspelt
from bot.danish.words import FINITE
from bot.mi.caution import is_unsure
from bot.mi.conversation import Conversation, Heard
from bot.mi.meanings import meaning_behind
from bot.mi.move import Act
from bot.mi.own_order import HALF_ENDINGS
from bot.mi.sureness import is_whole
from bot.mi.thoughts import as_considered, is_out_of_place
from bot.mi.wording import first_upper

_QUOTE_WORDS = 20
_QUOTE_CHARACTERS = 130
WORDS_THAT_CARRY = 4
WORDS_BEFORE_A_MEANING = 13
WORDS_WITH_A_MEANING = 4
"""Fewer are read wrongly too easily: "tjekker mobilen" is no decision."""
_WORD = re.compile(r"[\w'-]+")


def heavy_half(conversation: Conversation, statement: Statement, fresh: list[Heard]) -> list[Act]:
    """The words that weigh, quoted, where the grammar could only give back the rest of the message."""
    if not fresh or not _HEAVY.search(statement.text) or any(_HEAVY.search(heard.du) for heard in fresh):
        return []
    parts = (part.strip(" .,!?") for part in _HALVES.split(mend(statement.text)))
    part = next((part for part in parts if _HEAVY.search(part)), "")
    if not WORDS_THAT_CARRY <= len(part.split()) <= WORDS_BEFORE_A_MEANING or conversation.has_mirrored(part):
        return []
    if not _may_be_quoted(part.removeprefix("så "), part):
        return []
    conversation.mark_mirrored(part)
    meaning = meaning_behind(conversation, statement, part, by_form=False)
    return [Act(meaning, {"own": f"»{first_upper(part)}«"}) if meaning else Act("quote", {"own": part})]


_HEAVY = re.compile(
    r"\b(?:skamme\w*|flov|ked af det|bange|ensom|trist|græd\w*|angst\w*|alene|savner|sorg)\b", re.IGNORECASE)
_HALVES = re.compile(r"[.!?]\s+|,\s(?:men\s|og\s)?|\s(?:men|og)\s(?=(?:så|når|hvis|jeg|det|min|der)\b)", re.IGNORECASE)


def as_said(words_given: Act) -> str:
    """The words to hang a meaning on: in marks where they stand as they were written."""
    words = words_given.own["own"]
    return words if words_given.phrase == "reflect" else f"»{first_upper(words)}«"


def with_its_form(conversation: Conversation, statement: Statement, quoted: Act) -> Act:
    """Quoted words with what their form means, where they are short enough to have something behind them."""
    words = quoted.own["own"]
    short = len(words.split()) <= WORDS_BEFORE_A_MEANING
    key = meaning_behind(conversation, statement, words) if short else None
    return Act(key, {"own": as_said(quoted)}) if key else quoted


def quote(conversation: Conversation, statement: Statement, longest: int = _QUOTE_WORDS) -> list[Act]:
    """Some words are quoted as they were written where the grammar is unsure; more are left alone.

    Of a longer message one clause, if marks end it: "»Rolf er 11 nu«".
    """
    first = _part_to_quote(mend(statement.text))
    first = _LEADS_IN.sub("", first) if len(first.split()) > WORDS_THAT_CARRY else first
    words = [word for word in first.split() if _WORD.search(word)]
    told = statement.talk or (len(words) >= WORDS_WITH_A_MEANING and statement.intent is Intent.SHARE)
    short = 2 <= len(words) <= longest and len(first) <= _QUOTE_CHARACTERS
    if not short or not told or _holds_on_a_condition(first, mend(statement.text)):
        return []
    if not _may_be_quoted(first, statement.text) or conversation.has_mirrored(first):
        return []
    conversation.mark_mirrored(first)
    said_to_du = _said_to_du(first, statement.text)
    return [Act("reflect", {"own": said_to_du})] if said_to_du else [Act("quote", {"own": first})]


def _holds_on_a_condition(part: str, text: str) -> bool:
    """ "hvis nogen sad ved siden af mig, tror jeg godt, | jeg kunne tage bussen" is not said without its "hvis"."""
    sentence = next((each.strip() for each in _SENTENCE_END.split(text) if part in each), "")
    return bool(_IF.match(sentence)) and not _IF.match(part)


_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_IF = re.compile(r"(?:og |men |så |måske )*hvis\b", re.IGNORECASE)


def _said_to_du(words: str, text: str) -> str | None:
    """The words in du-form without marks, where they are one short plain clause of known words; else None.

    What points back ("det", "han") stands first in the message: then nothing that it points to was left out.
    """
    said = [word.casefold() for word in _WORD.findall(words)]
    if considered := considered_in(words):
        return considered
    clauses = sum(word in FINITE for word in said)
    within = len(_CLAUSE_WITHIN.findall(words))
    plain = clauses == within + 1 and within <= 1 and "," not in words and not _RUNS_ON.search(words)
    points_back = bool(said) and said[0] in _POINTS_BACK and not mend(text).casefold().startswith(words.casefold())
    if not plain or points_back or not 1 < len(said) <= _WORDS_WITHOUT_MARKS or set(said) & _OF_SEVERAL:
        return None
    begins = said[0] in _MAY_BEGIN or said[1] in FINITE
    tagged = said[-1] in _TAGS and len(said) > _WORDS_OF_A_DENIAL
    if not begins or tagged or is_unsure(words) or is_unsure(text) or has_misspelt(words):
        return None
    du = commas_in(to_du(words) or "")
    free = du and not is_out_of_place(du) and is_whole(du) and ("," in du) == (within == 1)
    return with_capitals(du) if free else None


def considered_in(words: str) -> str | None:
    """ "måske kunne jeg gå med hende en gang" as "du overvejer at gå med hende en gang"; None for anything else."""
    words = mend(words).strip(" .!…")
    plain = len(words.split()) <= _WORDS_OF_A_PLAN and not _CLAUSE_WITHIN.search(words) and "," not in words
    if not plain or is_unsure(words) or has_misspelt(words):
        return None
    considered = as_considered(to_du(words) or "")
    return considered if considered.startswith("du overvejer") else None


_WORDS_OF_A_PLAN = 15
_WORDS_WITHOUT_MARKS = 11
_CLAUSE_WITHIN = re.compile(
    r"\S \b(?:når|hvis|fordi|som|da|hvad|om (?=jeg|han|hun|min)|inden (?=jeg)|mens"
    r"|at (?!\w+e\b|gå\b|få\b|se\b|stå\b|bo\b|sy\b|tro\b|nå\b))\b", re.IGNORECASE)
"""Where a clause within begins, and takes its comma."""
_RUNS_ON = re.compile(
    r"\S \b(?:men|og|så|end|hvor|der|hver gang|selv om|selvom|til jeg|jeg (?:var|er) \w+ \w+ jeg)\b", re.IGNORECASE)
"""Where another sentence may begin, or a clause whose kind is not seen from its first word."""
_TAGS = frozenset(["ikke", "ik", "ikk", "vel", "jo", "altså"])
_WORDS_OF_A_DENIAL = 5
""""… koldt derude ik" asks for a yes; it denies nothing."""
_OF_SEVERAL = frozenset(["vi", "os", "vores", "hinanden", "dobar"])
_POINTS_BACK = frozenset(["det", "den", "han", "hun", "de", "så", "der", "her", "denne", "dette", "dem", "sådan"])
_MAY_BEGIN = frozenset(["jeg", "min", "mit", "mine", "det", "den", "han", "hun", "de", "der", "en", "et"])


def _part_to_quote(text: str) -> str:
    """What stands behind a "men", of it the longest part that is short enough to be quoted, else the first."""
    turned = _TURNS.split(text, maxsplit=1)
    told = _HANGS.sub(lambda found: f"{found['head']}{_KEPT}", turned[-1].strip(" .!?…"))
    parts = [part.strip(" .!?…,").replace(_KEPT, ", ") for part in _FIRST_MARK.split(told)]
    fitting = [part for part in parts if len(part.split()) <= _QUOTE_WORDS and _may_be_quoted(part, part)]
    return max(fitting, key=lambda part: len(part.split()), default=parts[0])


_KEPT = "\N{NO-BREAK SPACE}"
_HANGS = re.compile(r"\b(?P<head>noget|nogen|alt|ting|det|den|dem|eneste|bedste|værste),\s(?=(?:jeg|vi|man|han|hun)\b)",
                    re.IGNORECASE)
"""What follows describes the word before: "regninger er noget, jeg gemmer"."""
_TURNS = re.compile(r",?\s(?:men|mn)\s", re.IGNORECASE)
_LEADS_IN = re.compile(r"^(?:(?:fordi|og|men|ja|jo|nå|altså|ok|okay)[ ,]+)+", re.IGNORECASE)
_FIRST_MARK = re.compile(
    r"[.!…]\s|,\s(?!(?:at|når|hvis|der|som|fordi|om|hvor|hvad|end"
    r"|enten|hverken|både|nemlig|dels|især|også)\b)|\n")


def _may_be_quoted(words: str, text: str) -> bool:
    """Nothing asked, hard on themselves, said to the bot, or broken off."""
    said = [word.casefold() for word in _WORD.findall(words)] or [""]
    if REMARK.match(words) or words.count('"') % 2 or words.count("”") % 2:
        return False
    whole = said[0] not in _SPEAKS_TO_THE_BOT and said[-1] not in HALF_ENDINGS and not _ASKS.match(words)
    return whole and "?" not in text and not is_harsh_on_self(text) and not _TO_YOU & set(said)


REMARK = re.compile(
    r"(?:ja,? |jo,? |mm,? )?det (?:ved|gør|kan|vil|har|tror|synes|er|var|sagde|skrev|spurgte) "
    r"(?:jeg|a|du|da|jo|også|nok|der|man)\b.{0,25}$"
    r"|(?:ja,? |jo,? |mm,? )?det er (?:\w+ ){0,3}(?:beskrevet|forkert|rigtigt|sagt|set|ramt|det|korrekt)$"
    r"|.*\b(?:lige sagt det|sagde jeg lige|jeg har lige sagt|hører ikk?e? efter|papegøje|noget med hinanden at gøre)\b"
    r"|(?:ja,? |nej,? )?det (?:ved|gør|kan|vil|har|er|var|gjorde|kunne) (?:de|han|hun|det|jeg|vi|du)"
    r"(?: (?:ikk?e?|ik|da|jo|nok))*$"
    r"|(?:ja,? )?(?:du|jeg) kan (?:godt |sagtens |gerne )*(?:fortælle|skrive) (?:lidt )?(?:mere|videre)\b"
    r"|(?:du|jeg) (?:troede|tænkte) (?:\w+ )?,?(?:at )?der ville komme\b|citatet\b"
    r"|.*\b(?:den|din|det|dit) (?:sætning|svar|spørgsmål|citat)\w*\b"
    r"|.*\b(?:du|jeg) (?:sagde|skrev) (?:tak|farvel|jo|lige)\b|det,? (?:du|jeg) (?:skrev|sagde|mente),? (?:er|var)\b"
    r"|(?:ikk?e?|ik) mere\b|.*\b(?:svar|svaret|sætning|spørgsmål)\w*$", re.IGNORECASE)
"""What is said of the talk itself, or only says yes to it: "det ved jeg vel"."""
_ASKS = re.compile(
    r"(?:altså |og |men |så |hør )*(?:kan|må|skal|vil|er|har|får|ser|læser) (?:du|jeg|man|min|mit|mine|der|det|de"
    r"|nogen)\b"
    r"|(?:altså |og |men |så )*hv(?:ad|em|or|orfor|ordan|ornår|ilken)\b", re.IGNORECASE)
"""A question without its mark is no telling."""
_SPEAKS_TO_THE_BOT = frozenset([
    "ja", "jo", "nej", "nå", "hej", "tak", "ok", "okay", "og", "men", "så", "fordi", "hvis", "undskyld", "beklager",
])
_TO_YOU = frozenset(["du", "dig", "din", "dit", "dine"])
