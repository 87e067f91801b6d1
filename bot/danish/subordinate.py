# SPDX-License-Identifier: MPL-2.0
"""Turns a citizen's words into "at du …", by Diderichsen's fields, or answers None when not sure."""

from __future__ import annotations

from dataclasses import replace

from bot.danish import words
from bot.danish.certainty import linked, subordinate_and_main, sure_fields
from bot.danish.cutting import split, stripped
from bot.danish.fields import Fields
from bot.danish.links import take_link
from bot.danish.mend import join
from bot.danish.person import lowered_first, opinion_first, sentences
from bot.danish.subjects import subject_verb_at, verb_subject_at
from bot.danish.turning import prepare, second_person
from bot.danish.words import Tokens, adverb_at, low

# Behind three main clauses a listener has lost the "at".
MOST_MAIN = 2
# Fronts of more words that go to the middle.
MIDDLE_FRONTS = frozenset({"for det meste", "ærligt talt", "ærlig talt", "helt ærligt", "på en måde"})


def at_du(text: str) -> str | None:
    """ "at du …" for what the citizen said; None for questions, orders, run-ons and whatever is not sure."""
    parts = prepare(text)
    if parts is None or len(sentences(parts)) > 1 or not (parts := stripped(parts)):
        return None
    whole = _embedded(split(lowered_first(opinion_first(parts))))
    turned = second_person(whole) if whole else None
    return join(turned) if turned else None


def _embedded(pieces: list[Tokens]) -> Tokens | None:
    if not pieces:
        return None
    link, body = take_link(pieces[0])
    if set(low(link)) & words.SUBORDINATORS - {"fordi"} or low(link) in words.PAIRED_LINKS:
        return _with_subordinate_first(pieces)
    first = _that(body, low(link))
    return _followed_by(first, pieces[1:]) if first else None


def _with_subordinate_first(pieces: list[Tokens]) -> Tokens | None:
    """ "at når du …, er du …": behind a fronted clause the main clause keeps its verb first."""
    first = subordinate_and_main(pieces[:2])
    return _followed_by(("at", *first), pieces[2:]) if first else None


def _that(body: Tokens, link: Tokens) -> Tokens | None:
    if verb_subject_at(low(body), 0) and link[-1:] == ("så",):
        body = ("så", *body)
    fields = sure_fields(body)
    order = subordinate_order(fields) if fields else None
    return ("at", *order) if order else None


def _followed_by(first: Tokens, pieces: list[Tokens]) -> Tokens | None:
    """The clauses behind the first, each with its link: ", men at du …", ", fordi du ikke …"."""
    whole, mains = first, 1
    for piece in pieces:
        link, body = take_link(piece)
        small = low(link)
        mains += small[:1] in {("og",), ("men",)}
        following = _following(body, link)
        if following is None or mains > MOST_MAIN:
            return None
        whole = (*whole, ",", *following)
    return whole


def _following(body: Tokens, link: Tokens) -> Tokens | None:
    small = low(link)
    if small[:1] in {("og",), ("men",)}:
        if set(small) - {"og", "men", "så"}:
            return None
        order = _that(("så", *body) if small[1:] == ("så",) else body, ())
        return (small[0], *order) if order else None
    if small == ("for",):
        return linked(("fordi", *body))
    if small == ("så",) and verb_subject_at(low(body), 0):
        order = _that(body, small)
        return ("og", *order) if order else None
    fields = sure_fields(body) if small == ("så",) else None
    if fields and (result := subordinate_order(fields)):
        return ("så", *result)
    return linked((*link, *body)) if small and small != ("så",) else None


def subordinate_order(fields: Fields) -> Tokens | None:
    """The tokens of one clause in subordinate order; a fronted adverbial goes to the middle or last."""
    fields = _without_none_objects(_shared_subject(fields))
    front = low(fields.front)
    if front and _describes_subject(fields):
        return None
    if _coordinates_clause(low(fields.rest)):
        return None
    if not front:
        return fields.subordinate
    if front in {("det",), ("den",), ("dem",)}:
        return _object_back(fields)
    if (
        front in words.ADVERB_PHRASES
        or front[0] in words.PREPOSITIONS | words.FRONT_ADVERBS | words.TIME_OPENERS
    ):
        return _adverbial_back(fields)
    return None


def _describes_subject(fields: Fields) -> bool:
    """ "lørdag er det værste": "det" goes with what follows, and what stands first is the subject."""
    after = low(fields.rest)[:1]
    no_adjectives = words.NOT_ADJECTIVES | words.INFINITIVES
    adjective = any(word.endswith("e") and not word.endswith("ere") and word not in no_adjectives for word in after)
    return adjective and not fields.adverbs and low(fields.subject) in {("det",), ("den",), ("de",)}


def _coordinates_clause(rest: Tokens) -> bool:
    """Whether a further main clause, or an "ingen" that would have to move, hides behind "og" or "men"."""
    for i, word in enumerate(rest):
        if word in {"og", "men"} and (
            (rest[i - 1 : i] == (",",) and word == "og") or subject_verb_at(rest, i + 1)
        ):
            return True
    return "og" in rest and rest[-1:] == ("ingen",)


def _adverbial_back(fields: Fields) -> Tokens:
    front = tuple(w if w[0].isupper() and i else w.lower() for i, w in enumerate(fields.front))
    middle = (
        " ".join(front) in MIDDLE_FRONTS
        or all(w in words.FRONT_MIDDLE for w in front)
        or _holds_clause(low(fields.rest), fields.verb.lower())
    )
    if middle:
        return (*fields.subject, *front, *fields.adverbs, fields.verb, *fields.light, *fields.rest)
    return (*fields.subordinate, *front)


def _holds_clause(rest: Tokens, verb: str) -> bool:
    """Whether words put last would be read into a clause or an infinitive at the end.

    "i går lovede jeg at ringe" is not "… at ringe i går"; "lige nu er det svært at
    spise" may end in "lige nu".
    """
    return bool(set(rest) & (words.QUESTION_WORDS | words.NOMINATIVES | {","})) or (
        "at" in rest and verb not in words.COPULAS
    )


def _object_back(fields: Fields) -> Tokens | None:
    """ "det kan jeg ikke" as "du ikke kan det"; None where the place of the object is not plain."""
    rest = low(fields.rest)
    if fields.verb.lower() in words.COMPLEMENT_VERBS and rest[:1] and rest[0] in words.FINITE:
        return (*fields.subordinate[: -len(rest)], ",", *low(fields.front), *fields.rest)
    if fields.light or len(rest) > 3 or "at" in rest:
        return None
    if (
        len(rest) > 1
        and rest[0] in words.PARTICIPLES | words.INFINITIVES
        and rest[1] in {"før", "selv", "igen", "længe"}
    ):
        return (*fields.subordinate[: 1 - len(rest)], *low(fields.front), *fields.rest[1:])
    if rest and rest[-1] not in words.PREPOSITIONS | words.PARTICIPLES | words.INFINITIVES:
        return None
    return (*fields.subordinate, *low(fields.front))


def _without_none_objects(fields: Fields) -> Fields:
    """ "har ingen venner" as "ikke har nogen venner": "ingen" may not stand behind the verb in a
    subordinate clause.
    """
    rest = low(fields.rest)
    if rest in {("ingenting",), ("intet",)}:
        return replace(fields, adverbs=(*fields.adverbs, *rest), rest=())
    if rest[:1] != ("ingen",):
        return fields
    adverbs = (*fields.adverbs, "ikke")
    return replace(fields, adverbs=adverbs, rest=("nogen", *fields.rest[1:]))


def _shared_subject(fields: Fields) -> Fields:
    """ "… og kan ikke sove" as "… og ikke kan sove": a second verb of the same subject takes the same
    order.
    """
    rest = list(fields.rest)
    small = low(rest)
    for i in range(len(rest) - 2):
        if small[i] in {"og", "men", "eller"} and small[i + 1] in words.CLEAR_FINITE:
            verb = rest[i + 1]
            end = i + 2
            while step := adverb_at(small, end, small[i + 1]):
                end += step
            rest[i + 1 : end] = [*rest[i + 2 : end], verb]
    return replace(fields, rest=tuple(rest))
