# SPDX-License-Identifier: MPL-2.0
"""Tells whether a clause is understood well enough to be said again: all of it sure, or None."""

from __future__ import annotations

from dataclasses import replace

from bot.danish import words
from bot.danish.clauses import drops_subject
from bot.danish.commas import with_commas
from bot.danish.fields import Fields, parse
from bot.danish.links import take_link
from bot.danish.subjects import subject_verb_at, verb_subject_at
from bot.danish.words import Tokens, low

OPEN_ENDS = words.bag("fordi hvis når selvom at og men som en et eller")
BEFORE_A_SUBJECT = words.CLAUSE_OPENERS | words.RELATIVE_HEADS | words.PREPOSITIONS | words.FINITE
BEFORE_AN_ANNOUNCED_SUBJECT = words.ADVERBS | words.LIGHT


def is_sure(fields: Fields) -> bool:
    """Whether no further clause hides in the rest without a word that announces it (a run-on)."""
    small = low(fields.rest)
    announced = fields.verb.lower() in words.COMPLEMENT_VERBS and not fields.light
    verbs = [i for i, word in enumerate(small) if word in words.COUNTED_FINITE and small[i - 1 : i] != ("i",)]
    openers = sum(1 for i, word in enumerate(small) if _announces(small, i)) + announced
    if any(small[i - 1 : i] == (",",) for i in verbs) or any(
        _at_and_link(small, i) for i in range(len(small))
    ):
        return False
    if len(verbs) > openers or _ends_open(small) or (not small and fields.verb in words.SAY_VERBS):
        return False
    return all(_lawful_subject(small, i, announced) for i in range(len(small)))


def _at_and_link(small: Tokens, i: int) -> bool:
    """ "at hver gang …", "at hvis …": the clause that "at" opens comes later, and may be missing."""
    return small[i] == "at" and (
        small[i + 1 : i + 2] in {("hvis",), ("når",)} or small[i + 1 : i + 3] in words.PAIRED_LINKS
    )


def _announces(small: Tokens, i: int) -> bool:
    word = small[i]
    if word == "at":
        return small[i + 1 : i + 2] != () and small[i + 1] not in words.INFINITIVES
    if word in words.COMPLEMENT_VERBS:
        return True
    if word in words.RELATIVE_HEADS:
        return bool(set(small[i + 1 : i + 2]) & words.NOMINATIVES)
    if word in words.SHY_SUBORDINATORS or word in {"så", "for"}:
        return subject_verb_at(small, i + 1) or verb_subject_at(small, i + 1)
    return word in words.CLAUSE_OPENERS


def _lawful_subject(small: Tokens, i: int, announced: bool) -> bool:
    """Whether a subject pronoun in the rest stands where a clause of its own may begin."""
    after = small[i + 1] if i + 1 < len(small) else ""
    if small[i] not in words.NOMINATIVES and not (
        small[i] in {"det", "den", "de"} and after in words.CLEAR_FINITE
    ):
        return True
    if i == 0:
        return announced
    before = small[i - 1]
    return before in BEFORE_A_SUBJECT or (announced and before in BEFORE_AN_ANNOUNCED_SUBJECT)


def _ends_open(small: Tokens) -> bool:
    """Whether the clause breaks off: "… til at sige", "… fordi", or a doubtful "ikke" as a tag ("hårdt
    ikke").
    """
    if not small:
        return False
    breaks_off = small[-2:] == ("at", "sige") and not set(small) & words.QUESTION_WORDS
    return breaks_off or small[-1] in words.SAY_VERBS or small[-1] in OPEN_ENDS


def _tagged(fields: Fields) -> bool:
    """ "det er hårdt ik": a final "ikke" away from its verb is a tag, which asks."""
    return (
        len(fields.rest) > 1
        and fields.rest[-1].lower() == "ikke"
        and fields.rest[-2].lower() not in words.FINITE
    )


def sure_fields(parts: Tokens) -> Fields | None:
    """The fields of one clause, its dropped subject put in, if all of it is sure."""
    small = low(parts)
    if drops_subject(small):
        parts = ("jeg", small[0], *parts[1:])
    fields = parse(parts)
    if fields is None or not is_sure(fields) or _tagged(fields):
        return None
    before_rest = (fields.verb, *fields.light, *fields.adverbs)
    return replace(fields, rest=with_commas((*before_rest, *fields.rest))[len(before_rest) :])


def linked(piece: Tokens) -> Tokens | None:
    """A clause that follows another, with its link; subordinate order behind "fordi" and its like."""
    link, body = take_link(piece)
    small = low(link)
    if not link:
        return None
    if verb_subject_at(low(body), 0):
        sure = small[-1] == "så" and sure_fields(("så", *body))
        return piece if sure else None
    fields = sure_fields(body)
    if fields is None:
        return None
    if small[-1] in words.SUBORDINATORS or small in words.PAIRED_LINKS:
        return (*link, *fields.subordinate) if not fields.front else None
    return piece
