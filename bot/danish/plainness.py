# SPDX-License-Identifier: MPL-2.0
"""Whether a sentence is built as plainly as Danish is built: each part its subject and one verb, in their order.

Made for what is said back: everything here is a thing that must be there, so what the grammar does not know is
not plain. Word order after Diderichsen: a main clause has its verb second, a subordinate one its adverbs before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.danish import words
from bot.danish.behind_the_verb import (
    WANTS_A_COMMA,
    goes_back_to_the_main,
    has_its_complement,
    has_stray_verb,
    speaks_for_itself,
)
from bot.danish.dictionary import known_words
from bot.danish.fields import Fields, parse
from bot.danish.mend import tokens
from bot.danish.noun_clauses import NO_NAMES, ONE_OF_THEM, clause_of_a_noun, is_name
from bot.danish.subjects import subject_verb_at, verb_noun_at, verb_subject_at
from bot.danish.words import Tokens, adverbs_from, is_adverbial, is_verb_after_pronoun, low

_COORDINATES = words.bag("og men for så eller")
_RELATIVE = words.bag("der som")
_ASKS = words.QUESTION_WORDS | {"om", "hvis"}
_OPENERS = words.SUBORDINATORS | words.bag("at end uanset hvorimod") | _ASKS
_BEFORE_AN_OPENER = words.bag(
    "og men end for uden efter især mest også kun bare netop lige selv alt hver så nu ligesom til på om af med ved i "
    "fra siden"
)
_NEGATES = words.bag("ikke aldrig altid")
_MOST_SIDE_BY_SIDE = 2
"""So many main clauses may stand side by side; more of them are a run-on."""


def reads_plainly(text: str) -> bool:
    """Whether every clause of a du-sentence is one of the few plain builds, and the parts are joined lawfully."""
    parts = tuple(tokens(text))
    segments = _between_commas(tuple(_stand_ins(parts)))
    if not segments or any(not segment for segment in segments) or _shouts(parts):
        return False
    head, *others = segments
    if head[0] == "at":
        return _is_named_by_at(low(head)) and all(map(_follows_plainly, others))
    if _is_headed(segments):
        return all(map(_follows_plainly, others[2:]))
    if _opens_subordinate(head):
        at = next((i for i, part in enumerate(others) if _is_inverted(part)), None)
        rest = others[:at] + others[at + 1 :] if at is not None else []
        return at is not None and _is_subordinate(head) and all(map(_follows_plainly, rest))
    beside = sum(low(part)[0] not in _OPENERS | _BEFORE_AN_OPENER | _RELATIVE for part in others)
    alone = not beside or len(others) == 1
    return _is_main(head) and beside < _MOST_SIDE_BY_SIDE and alone and all(map(_follows_plainly, others))


def _stand_ins(parts: Tokens) -> Iterator[str]:
    """ "I" and a name as the pronouns in whose place they stand, "sådan" in front as the adverb it is there."""
    for i, part in enumerate(parts):
        verb = i + 1 < len(parts) and parts[i + 1] in words.CLEAR_FINITE
        named = part[:1].isupper() and part.lower() not in NO_NAMES and is_name(part)
        named = named and (i == 0 or parts[i - 1] in _BEFORE_A_NAME)
        if verb and ((part == "I" and i) or (named and part != "I")):
            yield "han"
        elif i == 0 and part.lower() in _FRONTS_TOO and verb_subject_at(low(parts), 1):
            yield "nu"
        else:
            yield _FIRST.get(part, part)


_FIRST = {"du": "jeg", "Du": "jeg", "dig": "mig", "din": "min", "dit": "mit", "dine": "mine"}
"""Back to the first person, whose grammar is the one that is known."""


_BEFORE_A_NAME = words.SUBORDINATORS | words.bag("og men så for") | words.QUESTION_WORDS | {",", "at", "om", "som"}
_FRONTS_TOO = words.bag("sådan sidst ofte nemlig igen")


def _is_named_by_at(small: Tokens) -> bool:
    """ "at have et sted", "at man holder ord": an infinitive, or a clause, that answers a question."""
    first = adverbs_from(small, 1)
    if small[first : first + 1] and small[first] in words.INFINITIVES:
        return not has_stray_verb(small[first + 1 :])
    told = subject_verb_at(small, 1) or _is_bare_subject(small[1:])
    return told and WANTS_A_COMMA.isdisjoint(small)


def _between_commas(parts: Tokens) -> list[Tokens]:
    found: list[list[str]] = [[]]
    for part in parts:
        if part == ",":
            found.append([])
        else:
            found[-1].append(part)
    return [tuple(segment) for segment in found]


def _shouts(parts: Tokens) -> bool:
    """ "VILD" where "vild" is a word that everybody knows."""
    return any(p.isupper() and len(p) > 2 and known_words().get(p.lower(), 0) >= _WELL_KNOWN for p in parts)


_WELL_KNOWN = 25


def _is_headed(segments: list[Tokens]) -> bool:
    """ "det, der holder dig oppe, er koret", "dine børn, som bor i Aarhus, ringer": a relative clause inside."""
    if len(segments) < 3 or any(word in words.COUNTED_FINITE for word in low(segments[0])):
        return False
    inside, after = low(segments[1]), low(segments[2])
    relative = _is_relative(inside) or subject_verb_at(inside, 0)
    return relative and after[0] in words.FINITE and not has_stray_verb(after[1:])


def _opens_subordinate(segment: Tokens) -> bool:
    small = low(segment)
    pair = small[:2] in words.PAIRED_LINKS
    return pair or (small[0] in words.SUBORDINATORS - {"bare"} and subject_verb_at(small, 1))


def _is_main(segment: Tokens) -> bool:
    """Verb second, subject beside it, adverbs behind, and no other verb."""
    fields = parse(segment) or clause_of_a_noun(segment)
    if fields is None or fields.before or not _begins_plainly(fields):
        return False
    rest = low((*fields.light, *fields.adverbs, *fields.rest))
    if _denies_late(low(fields.rest)):
        return False
    verb = fields.verb.lower()
    behind = rest[1:] if verb in words.COPULAS and set(rest[:1]) & _TRADES else rest
    return has_its_complement(verb, rest) and not has_stray_verb(behind) and speaks_for_itself(verb, rest)


def _denies_late(rest: Tokens) -> bool:
    """ "råbte af dem i tirsdags | ikke sådan slemt", "stoppede i mandags | hende": what hangs on behind a whole."""
    late = rest[-1:] and rest[-1] in _WHOM and rest[-2:-1] and rest[-2].endswith(_OF_A_TIME)
    return bool(late) or any(
        word == "ikke" and i and rest[i - 1] not in _BEFORE_A_DENIAL for i, word in enumerate(rest))


_WHOM = words.bag("hende ham dem mig dig")
_OF_A_TIME = ("dags", "morges", "aftes", "dag", "aften", "gang", "uge")


_BEFORE_A_DENIAL = words.bag("og men end eller at for som når hvis slet helst bare så måske")


def _begins_plainly(fields: Fields) -> bool:
    """Whether front, subject and verb are what they seem: no "4 tror jeg", no "… en kage og jeg"."""
    front, verb = low(fields.front), fields.verb.lower()
    if not fields.subject or low(fields.subject)[0] in words.QUESTION_WORDS | ONE_OF_THEM:
        return False
    if not _NEVER_IN_FRONT.isdisjoint(front):
        return False
    if front and verb in words.COMPLEMENT_VERBS and not is_adverbial(front):
        return False
    if "og" in low(fields.subject) and not _are_two(fields.subject):
        return False
    return verb not in words.PREPOSITIONS | words.ADVERBS - words.FINITE


_TRADES = words.bag("smed leder lærer maler kok")
"""Nouns with the form of a verb."""
_NEVER_IN_FRONT = words.QUESTION_WORDS | words.bag("men eller for og som der at")


def _are_two(subject: Tokens) -> bool:
    """ "Orla og jeg", "min bror og jeg": not the end of one clause and the beginning of the next."""
    return subject[0][:1].isupper() or low(subject)[0] in words.POSSESSIVES | words.BARE_NOUNS | {"jeg"}


def _is_subordinate(segment: Tokens) -> bool:
    """Opener, subject, adverbs, verb."""
    small = low(segment)
    at = 2 if small[:2] in words.PAIRED_LINKS else 1
    return any(_subject_and_verb(small, start) for start in range(at, min(at + 3, len(small))))


def _subject_and_verb(small: Tokens, start: int) -> bool:
    """Subject, adverbs and verb from `start`, and no other verb behind; "ikke" stands before the verb there."""
    if not subject_verb_at(small, start) and not _is_bare_subject(small[start:]):
        return False
    bare = Fields((), small[start : start + 1], (), small[start + 1], (), (), small[start + 2 :])
    fields = parse(small[start:]) or bare
    if fields.front:
        return False
    behind = (*fields.light, *fields.adverbs, *fields.rest)
    late = bool(set(behind[:1]) & _NEGATES) and not fields.before
    late = late or goes_back_to_the_main(behind)
    return not late and not has_stray_verb(behind) and has_its_complement(fields.verb, behind)


def _is_bare_subject(small: Tokens) -> bool:
    """ "når | mænd råber": one word that is nothing else, and the verb."""
    return len(small) > 1 and small[0] not in _NO_BARE_NOUN and small[1] in words.CLEAR_FINITE


_NO_BARE_NOUN = words.INFINITIVES | words.ADVERBS | words.PREPOSITIONS | words.FINITE | words.LIGHT | words.DETERMINERS
_NO_BARE_NOUN |= _OPENERS


def _is_relative(small: Tokens) -> bool:
    if small[0] not in _RELATIVE:
        return False
    verb = adverbs_from(small, 1)
    if verb < len(small) and (small[verb] in words.FINITE or is_verb_after_pronoun(small[verb])):
        return not has_stray_verb(small[verb + 1 :]) and not goes_back_to_the_main(small[verb + 1 :])
    return small[0] == "som" and (_subject_and_verb(small, 1) or not _has_verb(small))


def _has_verb(small: Tokens) -> bool:
    return not words.COUNTED_FINITE.isdisjoint(small)


def _is_inverted(segment: Tokens) -> bool:
    """The main clause behind a subordinate one: its verb first, or behind "så"."""
    small = low(segment)
    small = small[small[0] == "så" :]
    return bool(small) and verb_noun_at(small, 0) and _is_main(("nu", *small))


def _follows_plainly(segment: Tokens) -> bool:
    """A clause behind a comma: subordinate, relative, or a further main clause, with or without its link."""
    small = low(segment)
    while len(small) > 1 and small[0] in _BEFORE_AN_OPENER and small[1] in _OPENERS | _RELATIVE:
        small = small[1:]
    if small[0] in _RELATIVE and _is_relative(small):
        return True
    if small[:2] in words.PAIRED_LINKS:
        return _is_subordinate(segment)
    if small[0] in _OPENERS:
        return _opens_well(small)
    if small[0] in _COORDINATES:
        return _is_joined(small[1:], small[0])
    if small[0] in _FRONTS_TOO and set(small[1:2]) & words.FINITE:
        return _is_main(("nu", *segment[1:]))
    beside = small[0] in words.SUBJECT_PRONOUNS | {"ellers", "nu", "så"}
    return (beside and _is_main(segment)) or _is_tail(small)


def _is_tail(small: Tokens) -> bool:
    """ "mest om natten", "også med børnene": some words that stress or narrow what was told."""
    return small[0] in _FEW_WORDS and len(small) <= _LONGEST_TAIL and words.FINITE.isdisjoint(small)


def _opens_well(small: Tokens) -> bool:
    if small[0] in words.QUESTION_WORDS and small[1:2] in {("der",), ("som",)}:
        return _is_relative(small[1:])
    return _is_subordinate(small) or (small[0] == "end" and not _has_verb(small))


def _is_joined(small: Tokens, link: str) -> bool:
    """What follows "og", "men", "for", "så": a main clause; or "men ikke …" of a few words."""
    if not small:
        return False
    if link == "så" and verb_noun_at(small, 0):
        return _is_main(("så", *small))
    if link == "men" and _is_tail(small):
        return True
    return _is_main(small) or (link == "så" and _subject_and_verb(small, 0))


_FEW_WORDS = words.bag("ikke kun bare også helst aldrig mest især specielt både uden")
_LONGEST_TAIL = 6
