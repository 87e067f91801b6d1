# SPDX-License-Identifier: MPL-2.0
"""What stands behind the verb of a clause: no second verb, no clause without its comma, and what the verb wants."""

from __future__ import annotations

from itertools import pairwise

from bot.danish import words
from bot.danish.subjects import NO_NOUNS
from bot.danish.words import Tokens, adverbs_from, is_verb_after_pronoun

_SAME_SUBJECT = words.bag("og eller men at der som , for så samt")
WANTS_A_COMMA = words.bag("fordi hvis selvom medmindre")
_ENDS_A_TIME = words.TIME_NOUNS | words.bag("går igen bagefter altid hjemme")
_TAKES_AN_INFINITIVE = words.bag("lader lod ser så hører hørte føler følte får fik behøver bad beder mærker")
_VERBS_ONLY = words.INFINITIVES - words.FINITE - words.PARTICIPLES - words.bag(
    "drikke have arbejde støtte hvile hygge glæde pleje drømme tanke ånde ro tro så bade tale rejse tage løn leje "
    "veje rode lege ride kage tone handle stille få lange lette klare ringe lyse tørre åbne våge sure rette trætte "
    "lige vågne mene")
_BEHIND_A_MODAL = words.INFINITIVES | words.ADVERBS | words.PREPOSITIONS | words.LIGHT | words.DETERMINERS | words.bag(
    "ud ind op ned hjem hen over af videre tilbage væk frem derhen herfra derfra selv noget nogen alt intet ingenting "
    "meget mere lidt så have sig og alle gerne rigtig faktisk virkelig begge andet mindre gå stå få forbi igennem "
    "sammen"
)
_SAYS = words.bag("siger sagde råber råbte skriger skreg")
_BEHIND_SAYS = words.ADVERBS - {"bare"} | words.PREPOSITIONS | words.DETERMINERS | words.LIGHT | words.bag(
    "ja nej noget ingenting intet alt farvel hej tak undskyld godnat godmorgen op meget lidt så mere for højt")


def has_stray_verb(rest: Tokens) -> bool:
    """A second finite verb that no "og" joins to the first: two sentences have run into one another."""
    for i, word in enumerate(rest):
        before = rest[i - 1] if i else ""
        if before in _ENDS_A_TIME and (word in words.POSSESSIVES or _is_definite(word)):
            return True
        if (i and word in WANTS_A_COMMA) or _opens_without_a_comma(rest, i):
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
    word, after = rest[i], rest[i + 1 : i + 2]
    if word == "at":
        then = rest[adverbs_from(rest, i + 1) :][:1]
        verb_behind = bool(set(rest[i + 2 : i + 3]) & words.FINITE) and not set(after) & words.INFINITIVES
        looks_like_one = bool(then) and then[0].endswith(("e", "å", "o", "s"))
        return verb_behind or not (set(then) & words.INFINITIVES or looks_like_one)
    if word in words.QUESTION_WORDS - {"hvor", "hvilken"} and (after or rest[i - 1 : i] == ("for",)):
        return True
    if word == "der" and i > 1 and set(after) & words.FINITE:
        return rest[i - 1] not in _NO_NOUN_BEFORE_DER
    links = words.SHY_SUBORDINATORS | {"når", "og", "for"}
    return word in links and i > 0 and _noun_and_verb(rest[i + 1 :])


_NO_NOUN_BEFORE_DER = words.FINITE | words.ADVERBS | words.INFINITIVES | {"hvad", "hvem"}


def _noun_and_verb(small: Tokens) -> bool:
    """ "stemmen ruster", "min bror kommer": a subject of one or two words, and its verb."""
    definite = any(map(_is_definite, small[:1])) or bool(set(small[:1]) & words.BARE_NOUNS)
    owned = bool(set(small[:1]) & words.DETERMINERS)
    verbs = small[1:2] if definite else small[2:3] if owned else ()
    named = definite and bool(set(small[2:3]) & words.FINITE)  # "chefen Ib holdt …"
    return named or any(map(is_verb_after_pronoun, verbs))


def _is_definite(word: str) -> bool:
    return len(word) > _SHORT and word.endswith(("en", "et", "erne")) and word not in _NOT_DEFINITE


_SHORT = 5
_NOT_DEFINITE = NO_NOUNS | words.TIME_NOUNS | words.ADVERBS | {"klokken"}


def _is_a_noun_here(rest: Tokens, i: int) -> bool:
    return bool(i) and rest[i - 1] in words.POSSESSIVES | words.PREPOSITIONS | {"en", "et", "den", "det", "de"}


def goes_back_to_the_main(behind: Tokens) -> bool:
    """ "en pille, som lægen har sagt og sov til syv": behind "og" it is the main clause again, and no comma."""
    return any(one == "og" and other in words.COUNTED_FINITE for one, other in pairwise(behind))


def has_its_complement(verb: str, rest: Tokens) -> bool:
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


def speaks_for_itself(verb: str, rest: Tokens) -> bool:
    """ "mester siger mål to gange": what is told without a mark may be an order or another's thought."""
    return verb not in _SAYS or not rest or rest[0] in _BEHIND_SAYS or rest[0].endswith("ne")
