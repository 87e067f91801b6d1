# SPDX-License-Identifier: MPL-2.0
"""The clauses of a message in order, and what kind each is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.danish import words
from bot.danish.cutting import split, stripped
from bot.danish.fields import parse
from bot.danish.links import take_link
from bot.danish.mend import join, mend, tokens
from bot.danish.name_words import FIRST_NAMES
from bot.danish.subjects import loose_noun_after_verb, verb_subject_at
from bot.danish.words import Tokens, low

# Verbs whose left-out subject may be "det" as well as "jeg".
MAY_LACK_IT = words.bag(
    "passer passede lyder lød virker virkede føles føltes hjælper hjalp sker skete koster kostede stresser irriterer "
    "regner betyder gælder tyder kræver lykkes lykkedes varer dur duer skyldes"
)


class Kind(StrEnum):
    """What a clause is, as far as its form tells."""

    MAIN = "main"
    SUBORDINATE = "subordinate"
    FRAGMENT = "fragment"
    QUESTION = "question"
    IMPERATIVE = "imperative"


@dataclass(frozen=True)
class Clause:
    """One clause, mended but still in the citizen's "jeg"; `text` begins with the `link` it hangs on,
    if any.
    """

    text: str
    link: str | None
    kind: Kind


def clauses(text: str) -> list[Clause]:
    """The clauses of a message in order; together they hold all its words."""
    found: list[Clause] = []
    read: dict[Tokens, Clause] = {}  # a pasted or hammered text says the same thing often
    for piece in split(tuple(tokens(mend(text)))):
        clause = read.get(piece) or read.setdefault(piece, _read(piece))
        if clause.kind is Kind.QUESTION and _behind_subordinate(found) and "?" not in piece:
            clause = replace(clause, kind=Kind.MAIN)
        found.append(clause)
    return found


def _read(piece: Tokens) -> Clause:
    link, body = take_link(stripped(piece) or piece)
    return Clause(join(piece), join(link) or None, _kind_of(low(body), low(link)))


def _behind_subordinate(found: list[Clause]) -> bool:
    """ "når jeg er træt, sover jeg": verb first is no question there."""
    return bool(found) and found[-1].kind is Kind.SUBORDINATE


def _kind_of(small: Tokens, link: Tokens) -> Kind:
    """The kind of a clause, its link taken away; both in lower case."""
    drops = drops_subject(small)
    if drops and not link:
        return Kind.MAIN
    if "?" in small or (small[0] in words.QUESTION_WORDS and set(small[1:3]) & words.FINITE):
        return Kind.QUESTION
    if not words.SUBORDINATORS.isdisjoint(link) or link in words.PAIRED_LINKS:
        return Kind.SUBORDINATE
    if verb_subject_at(small, 0):
        return Kind.MAIN if link else Kind.QUESTION
    if small[0] in words.IMPERATIVES:
        return Kind.IMPERATIVE
    return Kind.MAIN if drops or parse(small) else Kind.FRAGMENT


def _is_impersonal(small: Tokens) -> bool:
    """ "går fint", "passer ikke på mig": what is left out may be "det"."""
    goes_well = small[0] in {"går", "gik"} and bool(set(small[1:3]) & (words.QUALITY - {"lidt"}))
    return goes_well or small[0] in MAY_LACK_IT


def drops_subject(small: Tokens) -> bool:
    """ "vil gerne ud", "har lyst til …": a statement whose "jeg" is left out, as in chat."""
    if small[:1] == ("ved",) and set(small[1:2]) & {"ikke", "godt", "slet", "bare"} and "?" not in small:
        return True
    if len(small) < 2 or small[0] not in words.CLEAR_FINITE or small[0] == "kom":
        return False
    after = small[1]
    asks = small[0] in words.MODALS - {"gider", "gad"} and after in {"en", "et"} and len(small) > 4
    asks = asks or (small[0] in words.MODALS and after in FIRST_NAMES)
    if asks or loose_noun_after_verb(small, 0) or _is_impersonal(small):
        return False
    if "?" in small:
        return False
    if after in words.POSSESSIVES:
        asks = bool(set(small[3:4]) & (words.LIGHT | {"dette", "alt", "ikke"}))
        return small[0] in words.TRANSITIVE and not asks
    if after in words.INVERTED_SUBJECTS:
        idiom = small[0] in {"har", "havde"} and after == "det" and bool(set(small[2:3]) & words.QUALITY)
        idiom = idiom or (
            small[0] in {"orker", "gider", "magter", "fatter"} and small[1:3] == ("det", "ikke")
        )
        return idiom or (small[0] in words.COMPLEMENT_VERBS and len(small) > 2 and small[2] in words.FINITE)
    return after not in {"og", "eller", "men", "hvis", "når", "fordi", "som", ",", "?", "ellers"}
