# SPDX-License-Identifier: MPL-2.0
"""Whether a thought is whole enough to be said back: it has its own verb, and was not cut out of the middle."""

from __future__ import annotations

import re

from bot.danish.spelling import looks_unknown
from bot.danish.words import FINITE, INFINITIVES, PREPOSITIONS

_CLAUSE_BEGINS = re.compile(
    r",? (?:og |men )?(?:der|som|når|hvor|fordi|at|hvis|mens|selvom|da|om|hvad|hvem|hvordan|hvorfor)\b", re.IGNORECASE)
_NO_OPENING = re.compile(
    r"(?:om(?! (?:natten|dagen|morgenen|aftenen|formiddagen|eftermiddagen|\w+dagen|sommeren|vinteren|foråret|efteråret))"
    r"|ikke|kun|bare|især|også|eller|men|\d|kl\b|klokken)\b", re.IGNORECASE)
_FOR_IT = re.compile(r"(?:ikke|kun|bare|også) (?:er|har|kan|vil|skal|du|din|dit|dine|én|et|en)\b", re.IGNORECASE)
_AT_WITHOUT_VERB = re.compile(r"\bat ([^,]+)$", re.IGNORECASE)
_SAID_BEHIND = re.compile(
    r"(?<!,) (?:siger|sagde|mener|mente|synes) (?!at\b|den\b|det\b|man\b|ikke\b|igen\b|tingen\b|morgen\b)"
    r"[a-zæøå]+(?:en|et)\b(?= *,| *$)", re.IGNORECASE)
_LOST_ITS_SUBJECT = re.compile(
    r", (?:synes|tror|ved|håber|føler|vil|kan|har|er|var|skal|må|sover|tænker)(?:,| (?!du\b|det\b|den\b|de\b|der\b|"
    r"han\b|hun\b|man\b|vi\b|I\b|din\b|dit\b|dine\b|en\b|et\b))", re.IGNORECASE)
_OPENS_WITH_CLAUSE = re.compile(
    r"(?:når|hvis|hver gang|da|siden|mens|selvom|fordi|inden|før|efter|så snart|det,)\b", re.IGNORECASE)
_SPOKEN_TO = re.compile(r"\b(?:siger|sagde)\b.*\b(?:far|mor|skat|ven|søde)$", re.IGNORECASE)
_CAPITAL_INSIDE = re.compile(r"[a-zæøå,] (?:Når|Hvis|Jeg|Det|Og|Men|Så|Da|Der|Han|Hun|Vi|Fordi|At)\b")
_UNKNOWN_AT_MOST = 1


def is_whole(du: str) -> bool:
    """Whether a du-clause can stand alone: a verb of its own, nothing that hangs loose at either end."""
    if _NO_OPENING.match(du) and not _FOR_IT.match(du):
        return False
    if _SAID_BEHIND.search(du) or _SPOKEN_TO.search(du) or _CAPITAL_INSIDE.search(du):
        return False
    if not _OPENS_WITH_CLAUSE.match(du) and _LOST_ITS_SUBJECT.search(du):
        return False
    return _has_main_verb(du) and _every_at_has_a_verb(du) and len(looks_unknown(du)) <= _UNKNOWN_AT_MOST


def _has_main_verb(du: str) -> bool:
    """A finite verb before the first clause inside; "at …" and what opens with a clause are judged by all of it."""
    if du[:3].casefold() == "at " or _OPENS_WITH_CLAUSE.match(du):
        return True
    main = _CLAUSE_BEGINS.split(du, maxsplit=1)[0]
    return bool(FINITE & set(_words(main))) or not FINITE & set(_words(du)) or bool(_DET_DER.match(du))


_DET_DER = re.compile(r"(?:det|den|de|dem|alt|noget|en|et|\w+(?:en|et|ne)),? (?:der|som|du)\b", re.IGNORECASE)


def _every_at_has_a_verb(du: str) -> bool:
    last = _AT_WITHOUT_VERB.search(du)
    return last is None or bool((FINITE | INFINITIVES) & set(_words(last[1]))) or _looks_like_a_verb(last[1])


def _looks_like_a_verb(rest: str) -> bool:
    """An infinitive that is not on the list ends in -e mostly, and stands first or behind an adverb."""
    words = [word for word in re.findall(r"[\wæøå]+", rest)[:2] if word.islower() and word not in PREPOSITIONS]
    return any(word.endswith(("e", "å", "o", "r")) for word in words)


def _words(text: str) -> list[str]:
    return re.findall(r"[\wæøå]+", text.casefold())


_HALF_OF_TWO = re.compile(
    r"\b(?:at|om|som|hvis|når|fordi|da|end) (?:(?:min|mit|mine) )?[\wæøå]+(?: [\wæøå]+)? og *$", re.IGNORECASE)
_CLEFT = re.compile(r"\bdet (?:er|var) [^.!?,]+, *$", re.IGNORECASE)
_RELATIVE_I = re.compile(r"jeg\b", re.IGNORECASE)


def was_cut_out(thought: str, text: str) -> bool:
    """Whether a thought stands inside another clause of the message: "Det, jeg savner, er …", "Eva og jeg …"."""
    place = text.casefold().find(thought.casefold()[:_LONG_ENOUGH_TO_FIND])
    if place <= 0:
        return False
    joined = re.match(r"og ", thought, re.IGNORECASE)
    before = text[: place + joined.end()] if joined else text[:place]
    thought = thought[joined.end() :] if joined else thought
    if _RELATIVE_I.match(thought) and (_AFTER_ITS_NOUN.search(before) or _HALF_OF_TWO.search(before)):
        return True
    return thought.casefold().startswith("der ") and bool(_CLEFT.search(before))


_LONG_ENOUGH_TO_FIND = 18
_AFTER_ITS_NOUN = re.compile(r"(?:^|[.!?,] )(?:det|den|dem|de|alt|noget),? *$", re.IGNORECASE)


def is_cleft_head(du: str, text: str) -> bool:
    """"det var pauserne", where the message goes on ", der var vanskelige": half of one sentence."""
    if not re.match(r"det (?:er|var) ", du, re.IGNORECASE):
        return False
    return bool(re.search(rf"{re.escape(du.casefold()[3:])}, (?:der|som) \w", text.casefold()))
