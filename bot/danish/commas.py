# SPDX-License-Identifier: MPL-2.0
"""Puts the commas into a clause that the citizen left out: one before each clause inside it."""

from __future__ import annotations

from bot.danish import words
from bot.danish.mend import join, tokens
from bot.danish.subjects import subject_verb_at
from bot.danish.words import Tokens, adverbs_from, is_verb_after_pronoun, low

NO_COMMA_AFTER = words.SUBORDINATORS | words.bag("og men så at bare mest især også kun nu end som")

AFTER_AT = words.POSSESSIVES | words.NOMINATIVES | words.bag("folk ingen nogen alle alt der det de den")
OPENS_WITH_SUBJECT = words.QUESTION_WORDS | {"at", "som", "om"}
NOUNS_TOO = words.bag("samtaler tanker dør lærer maler leder støtter tænder møder brød løb vandt")
LINKS_BEFORE = words.QUESTION_WORDS | words.bag("om at end for så det")
DER_IS_THERE_AFTER = words.FINITE - words.COMPLEMENT_VERBS - NOUNS_TOO | LINKS_BEFORE
RELATIVE_HEADS = words.RELATIVE_HEADS - words.TIME_NOUNS
ORDINALS = words.bag("første anden tredje sidste eneste næste")
# What takes "for, at …" as a feeling does: "brug for, at nogen kommer".
NEEDS = words.bag("brug behov mulighed sørge sørger sørgede ansvar skyld angst frygt kæmpe kæmper grund takke takker")
NO_VERB_AFTER_DER = words.bag("så når ved")
DECIDED = frozenset({("bestemt",), ("bestemte",), ("bestemmer",)})
SHY = words.bag("da inden før siden efter mens imens indtil")
NO_LINK_AFTER = words.TIME_NOUNS | words.bag("længe lige lang kort")
PASSED_OVER = words.ADVERBS - words.HOPED_ADVERBS
COMMA_BEFORE_PAIRS = frozenset({("ligesom", "om"), ("ligesom", "da"), ("nu", "hvor")})
ALWAYS_COMMA_BEFORE = words.bag("fordi når hvis selvom men")


def with_commas(parts: Tokens) -> Tokens:
    """The tokens with a comma before each clause inside ("du håber, du kan", "glad for, at du")."""
    small = low(parts)
    placed: list[str] = []
    for i, part in enumerate(parts):
        if i and small[i - 1] != "," and part != "," and _wants_comma(small, i):
            placed.append(",")
        placed.append(part)
    return tuple(placed)


def commas_in(text: str) -> str:
    """The same text with the commas before its clauses, if nothing else changes by it."""
    marked = join(with_commas(tuple(tokens(text))))
    return marked if marked.replace(",", "") == text.replace(",", "") else text


_TRADES = words.bag("lærer maler leder")
"""As in "har haft mig som lærer"."""
_CARES = words.bag("bryder bryde brød brudt")
_PARTS_OF_TIME = words.bag(
    "morgenen formiddagen eftermiddagen aftenen natten dagen ugen måneden året mandagen tirsdagen onsdagen torsdagen "
    "fredagen lørdagen søndagen sommeren vinteren foråret efteråret"
)


def _wants_comma(small: Tokens, i: int) -> bool:
    """Whether a clause begins at `i` in the midst of the tokens."""
    word, before = small[i], small[i - 1]
    if small[i - 1 : i + 1] == ("selv", "om"):
        return False
    if before == "lige" and word in {"når", "inden", "efter"} and i > 1:
        return False  # the comma stands before "lige"
    if word == "lige" and small[i + 1 : i + 2] == ("når",):
        return True
    if i == _AFTER_A_FRONT and small[:1] in _FRONTED and small[1] in words.COMPLEMENT_VERBS:
        return False  # "det synes du er pænt": "du" belongs to "synes"
    if word == "om" and set(small[:i]) & _CARES:
        return False  # "bryder mig ikke om alle de møder"
    if small[i : i + 2] == ("når", "at") or (word == "om" and set(small[i + 1 : i + 2]) & _PARTS_OF_TIME):
        return False  # "inden de når at gå", "den første om morgenen"
    if word == "alle":
        return False  # "ligger og tænker alle samtaler igennem"
    if _bare_complement(small, i) or _bare_relative(small, i) or _behind_stress(small, i):
        return True
    if word == "fordi" and before in {"før", "siden", "inden", "efter"} and not subject_verb_at(small, i - 1):
        return True  # "et job før, fordi …"
    if before in NO_COMMA_AFTER and (before != "nu" or word == "hvor"):
        return False
    if word == "at" and (set(small[i + 1 : i + 2]) & AFTER_AT or _noun_and_verb(small, i + 1)):
        return not _joins_preposition(small, i)
    if word in OPENS_WITH_SUBJECT:
        return _opens_clause(small, i)
    if word == "der":
        return small[max(0, i - 2) : i] != ("hver", "gang") and _opens_relative(small, i)
    if word in ALWAYS_COMMA_BEFORE or small[i : i + 2] in COMMA_BEFORE_PAIRS:
        return True
    return _no_matter(small, i) or _paired(small, i) or _joined_at(small, i) or _links_shyly(small, i)


def _noun_and_verb(small: Tokens, i: int) -> bool:
    """ "at Malthe lærer", "at drenge ikke græder": one word that is no infinitive, and a finite verb."""
    verb = adverbs_from(small, i + 1)
    known = words.INFINITIVES | words.ADVERBS | words.PREPOSITIONS | words.FINITE
    return i < len(small) and small[i] not in known and bool(set(small[verb : verb + 1]) & words.FINITE)


def _behind_stress(small: Tokens, i: int) -> bool:
    """ "ønsker bare, at min …", and "bare jeg …" for "så snart jeg …"."""
    if small[i] == "at" and small[i - 1] in {"bare", "kun", "også", "mest"} and i > 1:
        return bool(set(small[i + 1 : i + 2]) & AFTER_AT) or subject_verb_at(small, i + 1)
    if small[i] != "bare" or small[i - 1] in NO_COMMA_AFTER or i < 2:
        return False
    return bool(set(small[i + 1 : i + 2]) & words.NOMINATIVES) and subject_verb_at(small, i + 1)


def _no_matter(small: Tokens, i: int) -> bool:
    """ "lige meget hvor ondt det gør"."""
    if small[i : i + 2] != ("lige", "meget") or small[i - 1] in words.COPULAS:
        return False
    return bool(set(small[i + 2 : i + 3]) & (words.QUESTION_WORDS | {"om"}))


def _joined_at(small: Tokens, i: int) -> bool:
    """ "uden at jeg …", "for at jeg …", and a second "og at jeg …"."""
    if not set(small[i + 1 : i + 2]) & {"at", "om"} or not subject_verb_at(small, i + 2):
        return False
    again = small[i] == "og" and not set(small[:i]).isdisjoint(("at", "om", "hvad", "hvem"))
    return again or _joins_preposition(small, i + 1)


def _links_shyly(small: Tokens, i: int) -> bool:
    """A word that is a link before a clause only: "end jeg troede", "siden arven blev delt", "til jeg sover"."""
    if small[i] == "til":
        return bool(set(small[i + 1 : i + 2]) & words.NOMINATIVES) and subject_verb_at(small, i + 1)
    if small[i] == "efter" and not set(small[i + 1 : i + 2]) & words.NOMINATIVES:
        return False  # "øl efter vagten"
    shy = small[i] == "end" or (small[i] in SHY and small[i - 1] not in NO_LINK_AFTER)
    return shy and subject_verb_at(small, i + 1)


def _paired(small: Tokens, i: int) -> bool:
    """ "hver gang jeg", "så snart jeg" in the midst."""
    if small[i - 1] in words.PREPOSITIONS:
        return False
    times = small[i] in {"næste", "første", "sidste"} and small[i + 1 : i + 2] == ("gang",)
    return (times or small[i : i + 2] in words.PAIRED_LINKS) and subject_verb_at(small, i + 2)


def _opens_clause(small: Tokens, i: int) -> bool:
    """Whether "at", "som", "om" or a question word has a clause behind it."""
    if small[i] == "som" and set(small[adverbs_from(small, i + 1) :][:1]) & (words.FINITE - _TRADES - {"så", "når"}):
        return True
    if small[i - 1] == "uanset":
        return False
    if small[i + 1 : i + 2] == ("og",) and set(small[i + 2 : i + 3]) & words.QUESTION_WORDS:
        return subject_verb_at(small, i + 3)
    if small[i - 2 : i] == ("lige", "meget") and small[i - 3] not in words.COPULAS:
        return False
    if small[i] == "hvor" and small[i + 1 : i + 2] != ("jeg",) and subject_verb_at(small, i + 2):
        return True
    if small[i : i + 2] == ("som", "om"):
        return True
    return subject_verb_at(small, i + 1) and not _joins_preposition(small, i)


def _opens_relative(small: Tokens, i: int) -> bool:
    """Whether "der" is the subject of a relative clause, and not a "there"."""
    verb = small[adverbs_from(small, i + 1) :][:1]
    if i > 1 and small[i - 2] == "hvor" and verb == ("er",):
        return False
    if small[i - 1] in _POINTS_OUT and not set(verb) & words.FINITE:
        return False  # "til de der samtaler"
    known = any(word not in NO_VERB_AFTER_DER and is_verb_after_pronoun(word) for word in verb)
    return known and small[i - 1] not in DER_IS_THERE_AFTER


def _bare_relative(small: Tokens, i: int) -> bool:
    """ "alt det jeg skal", "længe siden jeg var der": a clause that hangs on the word before without "som"."""
    if small[i] not in words.NOMINATIVES or not subject_verb_at(small, i):
        return False
    times = small[i - 2 : i]
    since = times[-1:] == ("siden",) and set(times[:1]) & (words.TIME_NOUNS - {"gang"} | {"længe"})
    each = times == ("hver", "gang") and set(small[i - 3 : i - 2]) & words.PREPOSITIONS
    first = each or (times[-1:] == ("gang",) and set(times[:1]) & ORDINALS)
    described = small[i - 2] in _POINTS_OUT and i > 3 and small[i - 1] not in NO_NOUN and small[i - 3] not in _REPORTS
    one = small[i - 1] == "en" and small[i] == "man"
    return bool(since or first) or small[i - 1] in RELATIVE_HEADS or described or one


def _joins_preposition(small: Tokens, i: int) -> bool:
    """Whether "at" forms one link with the preposition before it: "uden at jeg", "for at jeg"; not
    "glad for, at".
    """
    if small[i] != "at" or small[i - 1] not in {"uden", "efter", "for", "forudsat"}:
        return False
    decided = small[i - 2 : i - 1] in {("mig",), ("dig",)} and small[i - 3 : i - 2] in DECIDED
    return not (small[i - 1] == "for" and i > 1 and (decided or small[i - 2] in words.FEELINGS | NEEDS))


_POINTS_OUT = words.bag("den det de")
NO_NOUN = words.ADVERBS | words.PREPOSITIONS | words.FINITE | words.LIGHT | words.SUBJECT_PRONOUNS
NO_NOUN |= {"her", "hele", "samme"}
_REPORTS = words.COMPLEMENT_VERBS
_AFTER_A_FRONT = 2
_FRONTED = frozenset([("det",), ("den",), ("sådan",), ("så",), ("nu",), ("derfor",), ("også",)])


def _bare_complement(small: Tokens, i: int) -> bool:
    """ "håber jeg kan", "tror ikke det er": a clause without "at" behind a verb of thinking or saying."""
    j = i - 1
    while j >= 0 and small[j] in PASSED_OVER:
        j -= 1
    if j < 0 or small[j] not in words.COMPLEMENT_VERBS or not subject_verb_at(small, i):
        return False
    return small[i - 1] not in words.NOMINATIVES
