# SPDX-License-Identifier: MPL-2.0
"""A main clause whose subject is a noun with what describes it: "din tandlæge i skolen hed …"."""

from __future__ import annotations

from bot.danish import words
from bot.danish.dictionary import known_words
from bot.danish.fields import Fields
from bot.danish.names import NAMES
from bot.danish.words import Tokens, low

NO_NAMES = words.PEOPLE | words.SUBJECT_PRONOUNS | words.DETERMINERS | words.PREPOSITIONS | words.FRONT_ADVERBS
NO_NAMES |= {"i", "hvad"}


def is_name(word: str) -> bool:
    """Whether a word in capitals can be a name; "Chef skylder" begins with a thing that lacks its article."""
    small = word.lower()
    return small in NAMES or small.removesuffix("s") in NAMES or known_words().get(small, 0) < _WELL_KNOWN


_WELL_KNOWN = 4
ONE_OF_THEM = words.bag("billet toilet buket kabinet raket paket blanket ballet duet buffet krone kone scene linjen")
"""End like what is known already, and are not."""


def clause_of_a_noun(segment: Tokens) -> Fields | None:
    """ "din tandlæge i skolen hed …", "hende fra sognegården har …": a noun with what describes it, then the verb."""
    small = low(segment)
    if small[0] in words.QUESTION_WORDS:
        return None
    definite = len(small[0]) > 4 and small[0].endswith(("en", "et", "ne")) and small[0] not in ONE_OF_THEM
    named = segment[0][:1].isupper() and small[0] not in NO_NAMES and is_name(segment[0])
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
