# SPDX-License-Identifier: MPL-2.0
"""Turns a citizen's "jeg" into the "du" that is said back, or answers None where it is not sure."""

from __future__ import annotations

from functools import lru_cache

from bot.danish import words
from bot.danish.certainty import followed_by, subordinate_and_main, sure_fields
from bot.danish.clauses import drops_subject
from bot.danish.cutting import split, stripped
from bot.danish.dictionary import known_words
from bot.danish.harsh import HARSH
from bot.danish.links import take_link
from bot.danish.mend import join, mend
from bot.danish.subjects import subject_verb_at, verb_subject_at
from bot.danish.turning import LONGEST_TEXT, prepare, second_person
from bot.danish.words import Tokens, low

# Clauses joined into one reflection at most; longer ones are for the caller to choose from.
MOST_CLAUSES = 4


def to_du(text: str) -> str | None:
    """The text with "jeg" as "du", in its own word order; None for questions, orders and quotes.

    "vi" becomes "I" only after people the citizen has named ("min søn og jeg … vi"); else None.
    """
    parts = prepare(text)
    if parts is None or any(_asks_or_orders(low(s)) for s in sentences(parts)):
        return None
    turned = second_person(parts)
    return join(turned) if turned else None


def _asks_or_orders(small: Tokens) -> bool:
    """Verb first and then its subject, a question word first, or an imperative."""
    if small[0] in words.QUESTION_WORDS and set(small[1:3]) & words.FINITE:
        return True
    return verb_subject_at(small, 0) and not drops_subject(small)


def sentences(parts: Tokens) -> list[Tokens]:
    """The tokens between sentence marks."""
    found: list[list[str]] = [[]]
    for part in parts:
        if part in ".!?…;–-":
            found.append([])
        else:
            found[-1].append(part)
    return [tuple(sentence) for sentence in found if sentence]


def main_du(text: str) -> str | None:
    """A main clause in du-form that can be said alone, its opening "og", "men", "så", "ja" taken away.

    A dropped subject is put back ("vil gerne ud" → "du vil gerne ud"). None if any part is not sure.
    """
    parts = prepare(text)
    if parts is None or len(sentences(parts)) > 1 or not (parts := stripped(parts)):
        return None
    pieces = split(lowered_first(opinion_first(parts)))
    if not pieces or len(pieces) > MOST_CLAUSES:
        return None
    whole = None if len(pieces) == 1 and _lacks_when(low(pieces[0])) else _joined(pieces)
    turned = second_person(lowered_first(whole)) if whole else None
    return join(turned) if turned else None


def _lacks_when(small: Tokens) -> bool:
    """ "jeg har det bedst", "jeg kan mærke på mig selv": true only with the "når" that was cut off."""
    return small[-1] in {"bedst", "værst"} or (small[-3:] == ("på", "mig", "selv") and "mærke" in small)


def opinion_first(parts: Tokens) -> Tokens:
    """ "det er svært synes jeg" as "jeg synes det er svært"; other tokens as they were."""
    small = low(parts)
    if (
        len(parts) > 4
        and small[-1] == "jeg"
        and small[-2] in {"synes", "tror", "håber"}
        and subject_verb_at(small, 0)
    ):
        body = parts[:-3] if parts[-3] == "," else parts[:-2]
        return ("jeg", small[-2], *lowered_first(body))
    return parts


def is_noun_with_its_article(small: str) -> bool:
    """ "kommunen", "børnene": not "Kirsten", whose beginning is no word."""
    if not small.endswith(("en", "et", "erne")):
        return False
    stems = (small[:-2], small[:-1], small[:-3], small[:-4], f"{small[:-3]}er")
    is_noun = any(len(stem) > 1 and known_words().get(stem, 0) > 1 for stem in stems)
    return is_noun or known_words().get(small, 0) < _OFTEN_ENOUGH_FOR_A_NAME


_OFTEN_ENOUGH_FOR_A_NAME = 5


def lowered_first(parts: Tokens) -> Tokens:
    """The first word in lower case, unless it may be a name."""
    small = parts[0].lower()
    if sum(letter.isupper() for letter in parts[0]) > 1 and len(parts[0]) > 1:
        return parts  # "SU'en"
    known = (
        small
        in words.SUBJECT_PRONOUNS
        | words.DETERMINERS
        | words.FRONT_ADVERBS
        | words.PREPOSITIONS
        | words.BARE_NOUNS
    )
    known = known or small in words.SUBORDINATORS | words.FINITE or is_noun_with_its_article(small)
    return (small if known else parts[0], *parts[1:])


def _joined(pieces: list[Tokens]) -> Tokens | None:
    """The clauses as one sentence, the first able to stand alone, each other behind its link; None if
    unsure.
    """
    link, body = take_link(pieces[0])
    if len(pieces) > 1 and (set(low(link)) & words.SUBORDINATORS or low(link) in words.PAIRED_LINKS):
        return _subordinate_first(pieces)
    whole = main_order(body, link)
    return followed_by(whole, pieces[1:]) if whole else None


def main_order(parts: Tokens, link: Tokens) -> Tokens | None:
    """One clause in main order, after its link is taken away; None if it cannot stand alone or is not
    sure.
    """
    small = low(link)
    if set(small) - words.STRIPPED_LINKS:
        return None
    if verb_subject_at(low(parts), 0) and not drops_subject(low(parts)):
        if small[-1:] != ("så",):
            return None
        parts = ("så", *parts)
    fields = sure_fields(parts)
    if fields is None:
        return None
    return fields.main if low(fields.front) == ("så",) else fields.said


def _subordinate_first(pieces: list[Tokens]) -> Tokens | None:
    """ "når jeg …, er jeg …": the subordinate clause, a comma, and the main clause with its verb first."""
    first = subordinate_and_main(pieces[:2])
    return followed_by(first, pieces[2:]) if first else None


@lru_cache(maxsize=16)
def is_harsh_on_self(text: str) -> bool:
    """Whether the citizen speaks so ill of themselves that the bot must not repeat it as a statement.

    Correct Danish is no reason to say "du er bare doven". Catches closed lists only, and rather too much.
    """
    plain = mend(text[: 4 * LONGEST_TEXT]).rstrip(" .!,…")
    return any(pattern.search(plain) for _, pattern in HARSH)
