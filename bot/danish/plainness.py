# SPDX-License-Identifier: MPL-2.0
"""Whether a sentence is built as plainly as Danish is built: each part its subject and one verb, in their order.

Made for what is said back: everything here is a thing that must be there, so what the grammar does not know is
not plain. Word order after Diderichsen: a main clause has its verb second, a subordinate one its adverbs before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bot.danish import words
from bot.danish.fields import Fields, parse
from bot.danish.mend import tokens
from bot.danish.spelling import known_words
from bot.danish.subjects import NO_NOUNS, subject_verb_at, verb_noun_at, verb_subject_at
from bot.danish.words import Tokens, adverbs_from, is_adverbial, is_verb_after_pronoun, low

_COORDINATES = words.bag("og men for så eller")
_RELATIVE = words.bag("der som")
_ASKS = words.QUESTION_WORDS | {"om", "hvis"}
_OPENERS = words.SUBORDINATORS | words.bag("at end uanset hvorimod") | _ASKS
_BEFORE_AN_OPENER = words.bag("og men end for uden efter især mest også kun bare netop lige selv alt hver så nu ligesom til "
                              "på om af med ved i fra siden")
_NEGATES = words.bag("ikke aldrig altid")
_SAME_SUBJECT = words.bag("og eller men at der som , for så samt")
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
        named = part[:1].isupper() and part.lower() not in _NO_NAMES and (i == 0 or parts[i - 1] in _BEFORE_A_NAME)
        if verb and ((part == "I" and i) or (named and part != "I")):
            yield "han"
        elif i == 0 and part.lower() in _FRONTS_TOO and verb_subject_at(low(parts), 1):
            yield "nu"
        else:
            yield _FIRST.get(part, part)


_FIRST = {"du": "jeg", "Du": "jeg", "dig": "mig", "din": "min", "dit": "mit", "dine": "mine"}
"""Back to the first person, whose grammar is the one that is known."""


_NO_NAMES = words.PEOPLE | words.SUBJECT_PRONOUNS | words.DETERMINERS | words.PREPOSITIONS | words.FRONT_ADVERBS | words.bag("i hvad")
_BEFORE_A_NAME = words.SUBORDINATORS | words.bag("og men så for") | words.QUESTION_WORDS | {",", "at", "om", "som"}
_FRONTS_TOO = words.bag("sådan sidst ofte nemlig igen")


def _is_named_by_at(small: Tokens) -> bool:
    """ "at have et sted", "at man holder ord": an infinitive, or a clause, that answers a question."""
    first = adverbs_from(small, 1)
    if small[first : first + 1] and small[first] in words.INFINITIVES:
        return not _has_stray_verb(small[first + 1 :])
    return (subject_verb_at(small, 1) or _is_bare_subject(small[1:])) and not any(word in _WANTS_A_COMMA for word in small)


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
    return relative and after[0] in words.FINITE and not _has_stray_verb(after[1:])


def _opens_subordinate(segment: Tokens) -> bool:
    small = low(segment)
    pair = small[:2] in words.PAIRED_LINKS
    return pair or (small[0] in words.SUBORDINATORS - {"bare"} and subject_verb_at(small, 1))


def _is_main(segment: Tokens) -> bool:
    """Verb second, subject beside it, adverbs behind, and no other verb."""
    fields = parse(segment) or _of_a_noun(segment)
    if fields is None or fields.before or not fields.subject or not _NEVER_IN_FRONT.isdisjoint(low(fields.front)):
        return False
    if fields.front and fields.verb.lower() in words.COMPLEMENT_VERBS and not is_adverbial(low(fields.front)):
        return False  # "4 tror jeg"
    if "og" in low(fields.subject) and not _are_two(fields.subject):
        return False
    rest = low((*fields.light, *fields.adverbs, *fields.rest))
    verb = fields.verb.lower()
    if verb in words.PREPOSITIONS | words.ADVERBS - words.FINITE:
        return False
    described = verb in words.COPULAS and set(rest[:1]) & _TRADES
    return _has_its_complement(verb, rest) and not _has_stray_verb(rest[bool(described) :]) and _speaks_for_itself(verb, rest)


_TRADES = words.bag("smed leder lærer maler kok")
"""Nouns with the form of a verb."""
_NEVER_IN_FRONT = words.QUESTION_WORDS | words.bag("men eller for og som der at")


def _are_two(subject: Tokens) -> bool:
    """ "Orla og jeg", "min bror og jeg": not the end of one clause and the beginning of the next."""
    return subject[0][:1].isupper() or low(subject)[0] in words.POSSESSIVES | words.BARE_NOUNS | {"jeg"}


def _of_a_noun(segment: Tokens) -> Fields | None:
    """ "din tandlæge i skolen hed …", "hende fra sognegården har …": a noun with what describes it, then the verb."""
    small = low(segment)
    definite = len(small[0]) > 4 and small[0].endswith(("en", "et", "ne"))
    named = segment[0][:1].isupper() and small[0] not in _NO_NAMES
    abstract = small[0].endswith(_ABSTRACT) and len(small[0]) > _SHORT and set(small[1:2]) & words.CLEAR_FINITE
    if small[0] not in _OPENS_A_SUBJECT and not definite and not abstract and not named:
        return None
    verb = next((i for i, word in enumerate(small[:_LONGEST_SUBJECT]) if i and word in words.FINITE), 0)
    if not verb or set(small[:verb]) & _NOT_IN_A_SUBJECT or small[verb - 1] in words.PREPOSITIONS | words.DETERMINERS:
        return None
    return Fields((), segment[:verb], (), segment[verb], (), (), segment[verb + 1 :])


_ABSTRACT = ("hed", "ning", "skab", "else", "tet", "um", "sion", "tion")
"""Such nouns stand without an article: "ærlighed betyder mere"."""
_SHORT = 5
_OPENS_A_SUBJECT = words.DETERMINERS | words.BARE_NOUNS | words.bag("hende ham dem gamle nye fulde unge lidt")
_NOT_IN_A_SUBJECT = words.NOMINATIVES | words.CLAUSE_OPENERS | words.ADVERBS | words.INFINITIVES | {"du", "dig"}
_LONGEST_SUBJECT = 6


def _has_its_complement(verb: str, rest: Tokens) -> bool:
    """Behind a modal an infinitive, or where to, or a pronoun; behind "er" no infinitive."""
    after = rest[adverbs_from(rest, 0) :][:1]
    if rest[-1:] == ("aldrig",) and after and rest[-2] not in words.LIGHT | {"ellers"}:
        return False  # "siger op aldrig"
    if verb in words.COPULAS | {"har", "havde"}:
        return not (set(after) & _VERBS_ONLY) and bool(rest)
    if verb not in words.MODALS:
        return verb in _TAKES_AN_INFINITIVE or not set(after) & _VERBS_ONLY
    if not after:
        return False
    return after[0] in _BEHIND_A_MODAL or after[0].endswith(("e", "å", "o", "es", "ås"))


_TAKES_AN_INFINITIVE = words.bag("lader lod ser så hører hørte føler følte får fik behøver bad beder mærker")
_VERBS_ONLY = words.INFINITIVES - words.FINITE - words.PARTICIPLES - words.bag(
    "drikke have arbejde støtte hvile hygge glæde pleje drømme tanke ånde ro tro så bade tale rejse tage løn leje "
    "veje rode lege ride kage tone handle stille få lange lette klare ringe lyse tørre åbne våge sure rette trætte "
    "lige vågne mene")
_BEHIND_A_MODAL = words.INFINITIVES | words.ADVERBS | words.PREPOSITIONS | words.LIGHT | words.DETERMINERS | words.bag(
    "ud ind op ned hjem hen over af videre tilbage væk frem derhen herfra derfra selv noget nogen alt intet ingenting "
    "meget mere lidt så have sig og alle gerne rigtig faktisk virkelig begge andet mindre gå stå få forbi igennem sammen")


def _has_stray_verb(rest: Tokens) -> bool:
    """A second finite verb that no "og" joins to the first: two sentences have run into one another."""
    for i, word in enumerate(rest):
        before = rest[i - 1] if i else ""
        if before in _ENDS_A_TIME and (word in words.POSSESSIVES or _is_definite(word)):
            return True
        if (i and word in _WANTS_A_COMMA) or _opens_without_a_comma(rest, i):
            return True
        if word in words.COUNTED_FINITE and before not in _SAME_SUBJECT and not _is_a_noun_here(rest, i):
            return True
        subject = word in words.INVERTED_SUBJECTS - {"alt", "ingen"} and before not in words.PREPOSITIONS
        if subject and i and any(map(_is_sure_verb, rest[i + 1 : i + 2])):
            return True
    return False


def _is_sure_verb(word: str) -> bool:
    return word not in words.AMBIGUOUS_FINITE and is_verb_after_pronoun(word)


def _opens_without_a_comma(rest: Tokens, i: int) -> bool:
    """ "inden stemmen ruster", "have at Malthe lærer", "… og chefen holdt en tale": a clause, and no mark before it."""
    if rest[i] == "at":
        then = rest[adverbs_from(rest, i + 1) :][:1]
        return not (set(then) & words.INFINITIVES) and not (then and then[0].endswith(("e", "å", "o", "s")))
    if rest[i] in words.QUESTION_WORDS - {"hvor", "hvilken"} and i + 1 < len(rest):
        return True
    if rest[i] == "der" and i > 1 and set(rest[i + 1 : i + 2]) & words.FINITE:
        return rest[i - 1] not in words.FINITE | words.ADVERBS | words.INFINITIVES | {"hvad", "hvem"}
    if rest[i] in words.SHY_SUBORDINATORS | {"når", "og", "for"} and i and rest[i + 1 : i + 2] not in {("at",), ("når",)}:
        noun = any(map(_is_definite, rest[i + 1 : i + 2])) or set(rest[i + 1 : i + 2]) & words.BARE_NOUNS
        owned = set(rest[i + 1 : i + 2]) & words.DETERMINERS
        verbs = rest[i + 2 : i + 3] if noun else rest[i + 3 : i + 4] if owned else ()
        return any(map(is_verb_after_pronoun, verbs))
    return False


_WANTS_A_COMMA = words.bag("fordi hvis selvom medmindre")
_ENDS_A_TIME = words.TIME_NOUNS | words.bag("går igen bagefter altid hjemme")


def _is_definite(word: str) -> bool:
    return len(word) > 5 and word.endswith(("en", "et", "erne")) and word not in NO_NOUNS | words.TIME_NOUNS | words.ADVERBS | {"klokken"}


def _is_a_noun_here(rest: Tokens, i: int) -> bool:
    return bool(i) and rest[i - 1] in words.POSSESSIVES | words.PREPOSITIONS | {"en", "et", "den", "det", "de"}


def _speaks_for_itself(verb: str, rest: Tokens) -> bool:
    """ "mester siger mål to gange": what is told without a mark may be an order or another's thought."""
    return verb not in _SAYS or not rest or rest[0] in _BEHIND_SAYS or rest[0].endswith("ne")


_SAYS = words.bag("siger sagde råber råbte skriger skreg")
_BEHIND_SAYS = words.ADVERBS - {"bare"} | words.PREPOSITIONS | words.DETERMINERS | words.LIGHT | words.bag(
    "ja nej noget ingenting intet alt farvel hej tak undskyld godnat godmorgen op meget lidt så mere for højt")


def _is_subordinate(segment: Tokens) -> bool:
    """Opener, subject, adverbs, verb."""
    small = low(segment)
    at = 2 if small[:2] in words.PAIRED_LINKS else 1
    return any(_subject_and_verb(small, start) for start in range(at, min(at + 3, len(small))))


def _subject_and_verb(small: Tokens, start: int) -> bool:
    """Subject, adverbs and verb from `start`, and no other verb behind; "ikke" stands before the verb there."""
    if not subject_verb_at(small, start) and not _is_bare_subject(small[start:]):
        return False
    fields = parse(small[start:]) or Fields((), small[start : start + 1], (), small[start + 1], (), (), small[start + 2 :])
    if fields is None or fields.front:
        return False
    behind = (*fields.light, *fields.adverbs, *fields.rest)
    late = bool(set(behind[:1]) & _NEGATES) and not fields.before
    late = late or _goes_back_to_the_main(behind)
    return not late and not _has_stray_verb(behind) and _has_its_complement(fields.verb, behind)


def _is_bare_subject(small: Tokens) -> bool:
    """ "når | mænd råber": one word that is nothing else, and the verb."""
    known = words.INFINITIVES | words.ADVERBS | words.PREPOSITIONS | words.FINITE | words.LIGHT | _OPENERS | words.DETERMINERS
    return len(small) > 1 and small[0] not in known and small[1] in words.CLEAR_FINITE


def _goes_back_to_the_main(behind: Tokens) -> bool:
    """ "en pille, som lægen har sagt og sov til syv": behind "og" the sentence is the main one again, and wants its comma."""
    return any(one == "og" and other in words.COUNTED_FINITE for one, other in pairwise(behind))


def _is_relative(small: Tokens) -> bool:
    if small[0] not in _RELATIVE:
        return False
    verb = adverbs_from(small, 1)
    if verb < len(small) and (small[verb] in words.FINITE or is_verb_after_pronoun(small[verb])):
        return not _has_stray_verb(small[verb + 1 :]) and not _goes_back_to_the_main(small[verb + 1 :])
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
