# SPDX-License-Identifier: MPL-2.0
"""The clauses of a message in order, and what kind each is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.danish import words
from bot.danish.cutting import split, stripped
from bot.danish.fields import parse
from bot.danish.links import take_link
from bot.danish.mend import join, mend, tokens
from bot.danish.subjects import verb_subject_at
from bot.danish.words import Tokens, low


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
    for piece in split(tuple(tokens(mend(text)))):
        link, body = take_link(stripped(piece) or piece)
        kind = kind_of(body, low(link))
        if kind is Kind.QUESTION and found and found[-1].kind is Kind.SUBORDINATE and "?" not in piece:
            kind = Kind.MAIN
        found.append(Clause(join(piece), join(link) or None, kind))
    return found


def kind_of(parts: Tokens, link: Tokens) -> Kind:
    """The kind of a clause, its link taken away."""
    small = low(parts)
    if drops_subject(small) and not link:
        return Kind.MAIN
    if "?" in small or (small[0] in words.QUESTION_WORDS and set(small[1:3]) & words.FINITE):
        return Kind.QUESTION
    if set(low(link)) & words.SUBORDINATORS or low(link) in words.PAIRED_LINKS:
        return Kind.SUBORDINATE
    if verb_subject_at(small, 0):
        return Kind.MAIN if link else Kind.QUESTION
    if small[0] in words.IMPERATIVES:
        return Kind.IMPERATIVE
    return Kind.MAIN if parse(parts) or drops_subject(small) else Kind.FRAGMENT


def drops_subject(small: Tokens) -> bool:
    """ "vil gerne ud", "har lyst til …": a statement whose "jeg" is left out, as in chat."""
    if len(small) < 2 or small[0] not in words.CLEAR_FINITE or small[0] == "kom":
        return False
    after = small[1]
    if "?" in small:
        return False
    if after in words.POSSESSIVES:
        return small[0] in words.TRANSITIVE
    if after in words.INVERTED_SUBJECTS:
        idiom = small[0] in {"har", "havde"} and after == "det" and bool(set(small[2:3]) & words.QUALITY)
        idiom = idiom or (
            small[0] in {"orker", "gider", "magter", "fatter"} and small[1:3] == ("det", "ikke")
        )
        return idiom or (small[0] in words.COMPLEMENT_VERBS and len(small) > 2 and small[2] in words.FINITE)
    return after not in {"og", "eller", "men", "hvis", "når", "fordi", "som", ",", "?", "ellers"}
