# SPDX-License-Identifier: MPL-2.0
"""Cuts the tokens of a message into those of its clauses."""

from __future__ import annotations

from bot.danish import words
from bot.danish.links import FIRM_LINKS, LINKS, shy_link
from bot.danish.subjects import clause_at, subject_verb_at, verb_noun_at, verb_subject_at
from bot.danish.words import Tokens, low

STOPS = frozenset('.!?…;:–-()"”“»«')
MARKS = STOPS | {","}
SUBJECTS = words.NOMINATIVES | {"de", "der"}
BEFORE_A_CLAUSE = LINKS | words.INTERJECTIONS
# More tokens than this are a pasted text and not a chat message: cut at its marks only, in linear time.
LONGEST_MESSAGE = 250

# "især hvis", "specielt når": these open the clause together with its link.
STRESSES = words.bag("også især specielt særligt primært hovedsageligt")

# "… til at sige, jamen, jeg …": what follows is another voice or another start.
CALLS = words.bag("jamen ja nej jo nå")


_DEGREE_AFTER = {(word,) for word in ("ikke", "er", "var", "bliver", "blev", "føles", "virker")}
"""After these "så" tells how much ("er ikke så godt"), unless a subject follows."""
_SUBJECTS_AFTER = {(word,) for word in (*words.NOMINATIVES, "det", "den", "der", "min", "mit", "mine")}


def _link_cuts(parts: Tokens, i: int) -> bool:
    """Whether the link word at `i` opens a new clause."""
    word, after = parts[i], i + 1
    if word == "men":
        return parts[after : after + 1] != ("også",) and _has_own_verb(parts[after : after + 12])
    if word in {"fordi", "selvom", "eftersom", "skønt", "medmindre"}:
        return True
    if word in {"hvis", "når"}:
        return any(subject_verb_at(parts, j) for j in (after, after + 1))
    if word == "så" and parts[i - 1 : i] in _DEGREE_AFTER and parts[after : after + 1] not in _SUBJECTS_AFTER:
        return False
    if word == "så":
        return clause_at(parts, after) or verb_subject_at(parts, after)
    if word == "og":
        return clause_at(parts, after) or parts[after : after + 1] in {("når",), ("hvis",)}
    if word == "for":
        return subject_verb_at(parts, after) or (
            parts[after] in words.AFTER_FOR and verb_noun_at(parts, i + 2) if after < len(parts) else False
        )
    return word in words.SHY_SUBORDINATORS and word != "bare" and shy_link(parts, i)


def _cut_before(parts: Tokens, i: int, start: int) -> bool:
    """Whether a clause ends before token `i`, when the one in progress began at `start`."""
    before, word = parts[i - 1], parts[i]
    if before in STOPS:
        return True
    if word in MARKS or (i - start < 2 and before != ","):
        return False
    if all(w in words.INTERJECTIONS or w == "," for w in parts[start:i]):
        return False
    return _cut_at_comma(parts, i, start) if before == "," else _cut_between_words(parts, i, start)


def _cut_at_comma(parts: Tokens, i: int, start: int) -> bool:
    """Whether the comma before `i` parts two clauses, and not the words of a list."""
    word = parts[i]
    if word in CALLS or (word in words.LINK_MODIFIERS and parts[i + 1 : i + 2] in FIRM_LINKS):
        return True
    if _link_cuts(parts, i) or clause_at(parts, i):
        return True
    return _opens_subordinate(parts[start : start + 3]) and verb_noun_at(parts, i)


def _cut_between_words(parts: Tokens, i: int, start: int) -> bool:
    """Whether a clause ends before `i` although no mark says so."""
    before, word = parts[i - 1], parts[i]
    since = before == "siden" and i > 1 and parts[i - 2] in words.TIME_NOUNS
    if (before in words.PLAIN_OPENERS and not since) or _only_copula(parts[start:i]):
        return False
    if word == "og" and not _has_verb_between(parts, start, i):
        return False
    if word == "siden" and (before in words.TIME_NOUNS - {"gang"} or before == "længe"):
        return False
    if word in STRESSES and parts[i + 1 : i + 2] in FIRM_LINKS:
        return True
    if before not in STRESSES and _link_cuts(parts, i):
        return True
    if _opens_subordinate(parts[start : start + 3]):
        return _main_verb_follows(parts, i, start)
    return _runs_on(parts, i, start)


def _main_verb_follows(parts: Tokens, i: int, start: int) -> bool:
    """ "når jeg er træt sover jeg": the subordinate clause has its verb, and another comes first now."""
    own_verb = _has_own_verb(parts[start + 1 : i]) and parts[i - 1] not in SUBJECTS
    return own_verb and verb_noun_at(parts, i)


def _runs_on(parts: Tokens, i: int, start: int) -> bool:
    """ "jeg er træt igen jeg sover ikke": a new clause after a word that ends one, and nothing between."""
    if parts[i] not in words.NOMINATIVES:
        return False
    ends = parts[i - 1] in words.SAFE_ENDS or parts[i - 2 : i] in {("i", "dag"), ("hele", "tiden")}
    reported = set(parts[max(start, i - 4) : i]) & words.COMPLEMENT_VERBS
    return ends and not reported and subject_verb_at(parts, i)


def _has_verb_between(parts: Tokens, start: int, end: int) -> bool:
    while start < end and parts[start] in BEFORE_A_CLAUSE:
        start += 1
    return _has_own_verb(parts[start:end]) or subject_verb_at(parts[:end], start)


def _opens_subordinate(start: Tokens) -> bool:
    start = start[start[0] in {"og", "men"} and len(start) > 1 :]
    return start[0] in words.SUBORDINATORS or start[:2] in words.PAIRED_LINKS


def _has_own_verb(parts: Tokens) -> bool:
    return any(word in words.FINITE for word in parts)


def _only_copula(parts: Tokens) -> bool:
    """ "det er (mest) fordi …" is one clause."""
    links = ("og", "men", "så")
    body = tuple(
        p
        for p in parts
        if p not in links and p not in {"mest", "nok", "måske", "bare", "kun", "også", "ikke", "først", "altid", "jo"}
    )
    return len(body) == 2 and body[0] in {"det", "der"} and body[1] in {"er", "var", "bliver"}


def split(parts: Tokens) -> list[Tokens]:
    """The tokens of each clause, marks at its edges taken away."""
    starts = _starts(low(parts)) if len(parts) <= LONGEST_MESSAGE else _starts_by_marks(parts)
    pieces = [parts[a:b] for a, b in zip(starts, [*starts[1:], len(parts)], strict=True)]
    return [bare for piece in pieces if (bare := strip_marks(piece))]


def _starts(small: Tokens) -> list[int]:
    starts = [0]
    for i in range(1, len(small)):
        if _cut_before(small, i, starts[-1]):
            starts.append(i)
    return starts


def _starts_by_marks(parts: Tokens) -> list[int]:
    return [0, *(i for i, before in enumerate(parts[:-1], start=1) if before in STOPS)]


def strip_marks(parts: Tokens) -> Tokens:
    """Tokens without marks at either end, except a question mark at the end."""
    first, last = 0, len(parts)
    while first < last and parts[first] in MARKS:
        first += 1
    while last > first and parts[last - 1] != "?" and parts[last - 1] in MARKS:
        last -= 1
    return parts[first:last]


def stripped(parts: Tokens) -> Tokens:
    """The tokens without "ja", "nej", "altså" and commas at the start."""
    first = 0
    while first < len(parts) and (parts[first].lower() in words.INTERJECTIONS or parts[first] == ","):
        first += 1
    return parts[first:]
