# SPDX-License-Identifier: MPL-2.0
"""The clauses that are understood well enough to be said again, one by one and joined; else None."""

from __future__ import annotations

from dataclasses import replace

from bot.danish import words
from bot.danish.clauses import drops_subject
from bot.danish.commas import with_commas
from bot.danish.doubts import is_sure, main_again
from bot.danish.fields import Fields, parse
from bot.danish.links import take_link
from bot.danish.subjects import verb_noun_at, verb_subject_at
from bot.danish.words import Tokens, low


def sure_fields(parts: Tokens) -> Fields | None:
    """The fields of one clause, its dropped subject put in, if all of it is sure."""
    small = low(parts)
    if drops_subject(small):
        parts = ("jeg", small[0], *parts[1:])
    fields = parse(parts)
    if fields is None or not is_sure(fields):
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
        return (*link, *sure.said[1:]) if sure else None
    fields = sure_fields(body)
    if fields is None:
        return None
    if small[-1] in words.SUBORDINATORS and any(main_again(("at", *low(body)), i) for i in range(1, len(body))):
        return None
    if small[-1] in words.SUBORDINATORS or small in words.PAIRED_LINKS:
        return (*link, *fields.subordinate) if not fields.front else None
    if small[-1] == "så" and fields.before:  # "så de ikke springer" is a purpose
        return (*link, *fields.subordinate)
    dropped = drops_subject(low(body)) and not fields.front
    return (*link, *fields.said[dropped:])


def followed_by(first: Tokens, pieces: list[Tokens]) -> Tokens | None:
    """The first clause with those behind it, each after a comma and by its link; None if one is unsure."""
    whole, i = first, 0
    while i < len(pieces):
        opens = _opens_with_subordinate(pieces[i])
        following = subordinate_and_main(pieces[i : i + 2]) if opens else linked(pieces[i])
        if following is None:
            return None
        whole, i = (*whole, ",", *following), i + 1 + opens
    return whole


def _opens_with_subordinate(piece: Tokens) -> bool:
    """ "og når jeg kommer hjem": a link and one more, whose main clause is still to come."""
    link = low(take_link(piece)[0])
    return len(link) > 1 and link[0] in {"og", "men"} and link[-1] in words.SUBORDINATORS - {"fordi", "selvom"}


def subordinate_and_main(pieces: list[Tokens]) -> Tokens | None:
    """ "når jeg …, er jeg …": the subordinate clause, a comma, and the main clause with its verb first."""
    first = linked(pieces[0])
    if first is None or len(pieces) < 2:
        return None
    link, body = take_link(pieces[1])
    if set(low(link)) - {"så"} or not verb_noun_at(low(body), 0):
        return None
    fields = sure_fields(("så", *body))
    return (*first, ",", *link, *fields.said[1:]) if fields and low(fields.front) == ("så",) else None
