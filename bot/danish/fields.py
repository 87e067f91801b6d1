# SPDX-License-Identifier: MPL-2.0
"""Sorts one clause into the fields of Diderichsen's scheme."""

from __future__ import annotations

from dataclasses import dataclass

from bot.danish import words
from bot.danish.subjects import (
    HEADS,
    headed_subject,
    inverted_at,
    loose_noun_after_verb,
    noun_after_verb,
    noun_subject,
    pronoun_subject,
)
from bot.danish.words import Tokens, adverbs_from, is_light, is_verb_after_pronoun, low

# A fronted group with a verb of its own is a clause, and not what this scheme is for.
NO_FRONT = words.COUNTED_FINITE - {"går"}


@dataclass(frozen=True)
class Fields:
    """One clause in fields; `before` holds adverbs that stood between subject and verb (subordinate
    order).
    """

    front: Tokens
    subject: Tokens
    before: Tokens
    verb: str
    light: Tokens
    adverbs: Tokens
    rest: Tokens

    @property
    def main(self) -> Tokens:
        """Main order with the subject first: subject, verb, light pronouns, adverbs, rest."""
        return (*self.subject, self.verb, *self.light, *self.before, *self.adverbs, *self.rest)

    @property
    def said(self) -> Tokens:
        """Main order as it was said: what is in front stays there, the verb next."""
        if not self.front:
            return self.main
        return (*self.front, self.verb, *self.subject, *self.light, *self.adverbs, *self.rest)

    @property
    def subordinate(self) -> Tokens:
        """Subordinate order: subject, adverbs, verb, light pronouns, rest."""
        return (*self.subject, *self.before, *self.adverbs, self.verb, *self.light, *self.rest)


def _after_verb(front: Tokens, subject: Tokens, before: Tokens, verb: str, tail: Tokens) -> Fields:
    """The fields of a clause whose verb is found; `tail` is what follows verb and subject."""
    small = low(tail)
    i = 0
    light: list[str] = []
    while is_light(small, i, verb.lower()):
        light.append(tail[i])
        i += 1
    end = adverbs_from(small, i, verb.lower()) if not before else i
    if light and end == i and not before:
        return Fields(front, subject, before, verb, (), (), tail)
    return Fields(front, subject, before, verb, tuple(light), tail[i:end], tail[end:])


def parse(parts: Tokens) -> Fields | None:
    """The fields of one clause without its link, or None where subject and verb are not sure."""
    if len(parts) < 2:
        return None
    small = low(parts)
    if _points_at_a_noun(small):
        return None
    if small[:2] == ("mig", "og"):
        parts, small = ("jeg", *parts[1:]), ("jeg", *small[1:])
    headed = headed_subject(small)
    if not headed and (at := inverted_at(small)) is not None:
        if set(small[:at]) & NO_FRONT:
            return None
        front = parts[: at - 1] if parts[at - 1] == "," else parts[:at]
        size = noun_after_verb(small, at + 1) or _size_of_subject(small, at)
        return _after_verb(front, parts[at + 1 : at + 1 + size], (), parts[at], parts[at + 1 + size :])
    pronoun = 0 if headed else pronoun_subject(small)
    if pronoun:
        verb = adverbs_from(small, pronoun)
        if verb < len(small) and is_verb_after_pronoun(small[verb]):
            return _after_verb((), parts[:pronoun], parts[pronoun:verb], parts[verb], parts[verb + 1 :])
    noun = headed or noun_subject(small)
    if not noun:
        return None
    verb = adverbs_from(small, noun)
    subject = _with_inner_commas(parts[:noun]) if headed else parts[:noun]
    return _after_verb((), subject, parts[noun:verb], parts[verb], parts[verb + 1 :])


def _points_at_a_noun(small: Tokens) -> bool:
    """ "så er den uge gået": "den" is no subject by itself there."""
    if len(small) < 4 or small[1] not in words.COPULAS or small[2] not in {"den", "det", "de"}:
        return False
    known = words.ADVERBS | words.PARTICIPLES | words.PREPOSITIONS | words.INFINITIVES | words.LIGHT | words.FINITE
    noun = small[3] in words.TIME_NOUNS or (small[3] not in known and small[4:5] != ())
    return small[0] in {"så", "nu"} and noun and bool(set(small[4:5]) & words.PARTICIPLES)


def _size_of_subject(small: Tokens, at: int) -> int:
    return 1 if small[at + 1] in words.INVERTED_SUBJECTS else loose_noun_after_verb(small, at) or 1


def _with_inner_commas(subject: Tokens) -> Tokens:
    """ "det jeg helst vil" as "det, jeg helst vil,"."""
    at = next(i for i, word in enumerate(subject) if word.lower() in HEADS)
    return (*subject[:at], ",", *subject[at:], ",")
