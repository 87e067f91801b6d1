# SPDX-License-Identifier: MPL-2.0
"""Cuts a message into clauses, and sorts one clause into the fields of Diderichsen's scheme."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.danish import words
from bot.danish.mend import join, mend, tokens
from bot.danish.words import Tokens, adverbs_from, is_adverbial, is_light, is_verb_after_pronoun, low

STOPS = frozenset('.!?…;:–-()"”“»«')
# A subject of more words than this is more likely a run-on than a subject.
LONGEST_SUBJECT = 6
LONGEST_FRONT = 7
MARKS = STOPS | {","}
# More tokens than this are a pasted text and not a chat message: cut at its marks only, in linear time.
LONGEST_MESSAGE = 250


class Kind(StrEnum):
    """What a clause is, as far as its form tells."""

    MAIN = "main"
    SUBORDINATE = "subordinate"
    FRAGMENT = "fragment"
    QUESTION = "question"
    IMPERATIVE = "imperative"


@dataclass(frozen=True)
class Clause:
    """One clause, mended but still in the citizen's "jeg"; `text` begins with the `link` it hangs on,
    if any.
    """

    text: str
    link: str | None
    kind: Kind


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
    def subordinate(self) -> Tokens:
        """Subordinate order: subject, adverbs, verb, light pronouns, rest."""
        return (*self.subject, *self.before, *self.adverbs, self.verb, *self.light, *self.rest)


def _pronoun_subject(parts: Tokens) -> int:
    """How many tokens at the start are a subject built on a pronoun, "min søn og jeg" included."""
    if "og" in parts[:4] and set(parts[:5]) & {"jeg", "mig"}:
        i = parts.index("og")
        if parts[0] in {"jeg", "mig"} and parts[i + 1 : i + 2] and parts[i + 1] in words.POSSESSIVES:
            return i + 3
        if i < 3 and parts[i + 1 : i + 2] == ("jeg",):
            return i + 2
    if not parts or parts[0] not in words.SUBJECT_PRONOUNS:
        return 0
    if parts[:2] in {("de", "andre"), ("alle", "andre"), ("alle", "de")}:
        return 2 + (parts[2:3] == ("andre",))
    if parts[1:2] in {("selv",), ("hele",), ("her",)} and parts[0] not in {"alt"}:
        return 2
    return 1


def _noun_subject(parts: Tokens) -> int:
    """How many tokens at the start are a subject built on a noun: all up to the first sure finite
    verb, or 0.
    """
    if not parts or parts[0] in words.PREPOSITIONS or parts[0] in words.CLEAR_FINITE:
        return 0
    definite = len(parts[0]) > 4 and parts[0].endswith(("en", "et", "ne"))
    if parts[0] not in words.DETERMINERS | words.BARE_NOUNS | {"det", "den", "de"} and not definite:
        return 0
    for i, word in enumerate(parts[1 : LONGEST_SUBJECT + 1], start=1):
        if parts[min(adverbs_from(parts, i), len(parts) - 1)] in words.CLEAR_FINITE and parts[i - 1] != "i":
            return i
        if word in words.PLAIN_OPENERS or word in words.NOMINATIVES or word in words.ADVERBS:
            break
    sure = definite and len(parts) > 1 and parts[1].endswith("er") and len(parts[1]) > 4
    return 1 if sure and parts[1] not in words.INFINITIVES else 0


HEADS = words.NOMINATIVES | {"der"}


def _headed_subject(parts: Tokens) -> int:
    """ "det jeg helst vil er …": everything up to the "er" that follows the relative clause, or 0."""
    if parts[:1] != ("det",) or not set(parts[1:3]) & HEADS:
        return 0
    verbs = [i for i, word in enumerate(parts[:9]) if word in words.CLEAR_FINITE]
    heads = [i for i, word in enumerate(parts[1:3], start=1) if word in HEADS]
    if len(verbs) > 1 and heads[0] < verbs[0] and parts[verbs[1]] in {"er", "var", "bliver"}:
        return verbs[1]
    return 0


def _inverted_at(parts: Tokens) -> int | None:
    """The index of a finite verb followed by its subject, with something fronted before it."""
    for i in range(1, min(len(parts) - 1, LONGEST_FRONT + 1)):
        if parts[i - 1] in words.NOMINATIVES or parts[i] not in words.FINITE:
            continue
        after = parts[i + 1]
        if after in words.NOMINATIVES and not _reports(parts, i):
            return i
        if parts[:i] == ("der",) or (after in {"de", "den", "det"} and parts[0] in {"de", "den", "denne"}):
            continue
        if parts[:i] == ("det",) and after == "de" and (i + 2 == len(parts) or parts[i + 2] in words.ADVERBS):
            return i
        if (after in words.INVERTED_SUBJECTS or _noun_after_verb(parts, i + 1)) and is_adverbial(parts[:i]):
            return i
    return None


def _reports(parts: Tokens, i: int) -> bool:
    """ "min mor siger jeg skal …": the pronoun after the verb opens what is said."""
    said = parts[i + 2 : i + 4]
    if parts[:i] == ("det",) or is_adverbial(parts[:i]):
        return False
    return parts[i] in words.COMPLEMENT_VERBS and bool(set(said) & words.FINITE)


def _noun_after_verb(parts: Tokens, i: int) -> int:
    """The length of a short noun subject after an inverted verb ("så siger min mor"), or 0."""
    group = parts[i : i + 2]
    if len(group) == 2 and group[0] in words.POSSESSIVES and group[1] in words.PEOPLE:
        return 0 if parts[i + 2 : i + 3] == ("og",) else 2
    return 0


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
    if low(parts[:2]) == ("mig", "og"):
        parts = ("jeg", *parts[1:])
    small = low(parts)
    headed = _headed_subject(small)
    if not headed and (at := _inverted_at(small)) is not None:
        if set(small[:at]) & words.COUNTED_FINITE - {"går"}:
            return None
        front = parts[: at - 1] if parts[at - 1] == "," else parts[:at]
        size = _noun_after_verb(small, at + 1) or 1
        return _after_verb(front, parts[at + 1 : at + 1 + size], (), parts[at], parts[at + 1 + size :])
    pronoun = 0 if headed else _pronoun_subject(small)
    if pronoun:
        verb = adverbs_from(small, pronoun)
        if verb < len(small) and is_verb_after_pronoun(small[verb]):
            return _after_verb((), parts[:pronoun], parts[pronoun:verb], parts[verb], parts[verb + 1 :])
    noun = headed or _noun_subject(small)
    if not noun:
        return None
    verb = adverbs_from(small, noun)
    subject = _with_inner_commas(parts[:noun]) if headed else parts[:noun]
    return _after_verb((), subject, parts[noun:verb], parts[verb], parts[verb + 1 :])


def _with_inner_commas(subject: Tokens) -> Tokens:
    """ "det jeg helst vil" as "det, jeg helst vil,"."""
    at = next(i for i, word in enumerate(subject) if word.lower() in HEADS)
    return (*subject[:at], ",", *subject[at:], ",")


# ---- cutting
# ------------------------------------------------------------------------------------------------


SURE_SUBJECTS = words.NOMINATIVES | {"nogen", "ingen", "alle"}


def subject_verb_at(parts: Tokens, i: int) -> bool:
    """Whether subject and finite verb, adverbs between them allowed, begin at `i`."""
    rest = parts[i : i + 9]
    size = _pronoun_subject(rest)
    if size:
        verb = adverbs_from(rest, size)
        return verb < len(rest) and (
            rest[verb] in words.FINITE or (rest[0] in SURE_SUBJECTS and is_verb_after_pronoun(rest[verb]))
        )
    if not (noun := _noun_subject(rest[:6])):
        return False
    return rest[0] in words.POSSESSIVES | words.BARE_NOUNS or (noun == 1 and rest[1] in words.CLEAR_FINITE)


def verb_subject_at(parts: Tokens, i: int) -> bool:
    """Whether a finite verb with its subject behind it begins at `i`."""
    if i + 1 >= len(parts) or parts[i] not in words.FINITE:
        return False
    return parts[i + 1] in words.INVERTED_SUBJECTS or bool(_noun_after_verb(parts, i + 1))


def clause_at(parts: Tokens, i: int) -> bool:
    """Whether a main clause begins at `i`: subject first, or up to four fronted words first."""
    if subject_verb_at(parts, i):
        return True
    for j in range(i + 1, min(i + 5, len(parts))):
        if verb_subject_at(parts, j) and (is_adverbial(parts[i:j]) or parts[i:j] == ("det",)):
            return True
    return False


def _link_cuts(parts: Tokens, i: int) -> bool:
    """Whether the link word at `i` opens a new clause."""
    word, after = parts[i], i + 1
    if word == "men":
        return parts[after : after + 1] != ("også",) and _has_own_verb(parts[after : after + 12])
    if word in {"fordi", "selvom", "eftersom", "skønt", "medmindre"}:
        return True
    if word in {"hvis", "når"}:
        return any(subject_verb_at(parts, j) for j in (after, after + 1))
    if word == "så":
        return clause_at(parts, after) or verb_subject_at(parts, after)
    if word == "og":
        return clause_at(parts, after) or parts[after : after + 1] in {("når",), ("hvis",)}
    if word == "for":
        return subject_verb_at(parts, after) or (
            parts[after : after + 1] == ("ellers",) and verb_subject_at(parts, i + 2)
        )
    return word in words.SHY_SUBORDINATORS and word != "bare" and _shy_link(parts, i)


def _shy_link(parts: Tokens, i: int) -> bool:
    """ "efter min mor døde" opens a clause; "efter skilsmissen gik …" and "før var jeg …" do not."""
    sure = set(parts[i + 1 : i + 2]) & (words.SUBJECT_PRONOUNS | words.POSSESSIVES) or parts[i] in {
        "da",
        "mens",
    }
    return bool(sure) and subject_verb_at(parts, i + 1)


def _cut_before(parts: Tokens, i: int, start: int) -> bool:
    """Whether a clause ends before token `i`, when the one in progress began at `start`."""
    before, word = parts[i - 1], parts[i]
    if before in STOPS:
        return True
    if word in STOPS or word == "," or (i - start < 2 and before != ","):
        return False
    if all(w in words.INTERJECTIONS or w == "," for w in parts[start:i]):
        return False
    if before == "," and (
        word in CALLS or (word in words.LINK_MODIFIERS and parts[i + 1 : i + 2] in FIRM_LINKS)
    ):
        return True
    if before == ",":
        return (
            _link_cuts(parts, i)
            or clause_at(parts, i)
            or (_opens_subordinate(parts[start : start + 2]) and verb_subject_at(parts, i))
        )
    if before in words.PLAIN_OPENERS or _only_copula(parts[start:i]):
        return False
    if word == "og" and not _has_verb_between(parts, start, i):
        return False
    if word == "siden" and (before in words.TIME_NOUNS or before == "længe"):
        return False
    if _link_cuts(parts, i):
        return True
    if _opens_subordinate(parts[start : start + 2]):
        subjects = words.NOMINATIVES | {"de", "der"}
        return verb_subject_at(parts, i) and _has_own_verb(parts[start + 1 : i]) and before not in subjects
    reported = set(parts[max(start, i - 4) : i]) & words.COMPLEMENT_VERBS
    ends = before in SAFE_ENDS or parts[i - 2 : i] in {("i", "dag"), ("hele", "tiden")}
    return ends and word in words.NOMINATIVES and not reported and subject_verb_at(parts, i)


# After these a subject begins a clause of its own: they cannot be what a relative clause hangs on.
SAFE_ENDS = words.bag(
    "igen nu mere alene træt hårdt dårligt godt svært rart dejligt hyggeligt ked sur bange glad ensom "
    "mig ham hende "
    "dem ud hjem hjemme op ned"
)


# "… til at sige, jamen, jeg …": what follows is another voice or another start.
CALLS = words.bag("jamen ja nej jo nå")
FIRM_LINKS = frozenset({("fordi",), ("når",), ("hvis",), ("selvom",)})


def _has_verb_between(parts: Tokens, start: int, end: int) -> bool:
    while start < end and parts[start] in LINKS | words.INTERJECTIONS:
        start += 1
    return _has_own_verb(parts[start:end]) or subject_verb_at(parts[:end], start)


def _opens_subordinate(start: Tokens) -> bool:
    return start[0] in words.SUBORDINATORS or start in words.PAIRED_LINKS


def _has_own_verb(parts: Tokens) -> bool:
    return any(word in words.FINITE for word in parts)


def _only_copula(parts: Tokens) -> bool:
    """ "det er (mest) fordi …" is one clause."""
    links = ("og", "men", "så")
    body = tuple(
        p
        for p in parts
        if p not in links and p not in {"mest", "nok", "måske", "bare", "kun", "også", "ikke"}
    )
    return len(body) == 2 and body[0] in {"det", "der"} and body[1] in {"er", "var", "bliver"}


def split(parts: Tokens) -> list[Tokens]:
    """The tokens of each clause, marks at its edges taken away."""
    small = low(parts)
    starts = [0]
    for i in range(1, len(parts)):
        cut = _cut_before(small, i, starts[-1]) if len(parts) <= LONGEST_MESSAGE else small[i - 1] in STOPS
        if cut:
            starts.append(i)
    pieces = [parts[a:b] for a, b in zip(starts, [*starts[1:], len(parts)], strict=True)]
    return [bare for piece in pieces if (bare := strip_marks(piece))]


def strip_marks(parts: Tokens) -> Tokens:
    """Tokens without marks at either end, except a question mark at the end."""
    first, last = 0, len(parts)
    while first < last and parts[first] in MARKS:
        first += 1
    while last > first and parts[last - 1] != "?" and parts[last - 1] in MARKS:
        last -= 1
    return parts[first:last]


LINKS = words.bag(
    "men og så fordi selvom hvis når for da mens indtil inden før siden efter eftersom medmindre skønt imens"
)


def stripped(parts: Tokens) -> Tokens:
    """The tokens without "ja", "nej", "altså" and commas at the start."""
    first = 0
    while first < len(parts) and (parts[first].lower() in words.INTERJECTIONS or parts[first] == ","):
        first += 1
    return parts[first:]


def take_link(parts: Tokens) -> tuple[Tokens, Tokens]:
    """The link words a clause opens with ("men", "og så", "fordi") and the clause without them."""
    small = low(parts)
    if small[:2] in words.PAIRED_LINKS and subject_verb_at(small, 2):
        return parts[:2], parts[2:]
    i = int(small[0] in words.LINK_MODIFIERS and small[1:2] in FIRM_LINKS)
    while i < len(parts) - 1 and small[i] in LINKS and _is_link(small, i):
        i += 1
    if i and small[i - 1] in {"når", "hvis"} and small[i] == "bare" and subject_verb_at(small, i + 1):
        i += 1
    return parts[:i], parts[i:]


def _is_link(small: Tokens, i: int) -> bool:
    """ "før" and "så" are links before a clause, and other words otherwise."""
    if small[i] in words.SHY_SUBORDINATORS:
        return _shy_link(small, i)
    if small[i] == "for":
        return subject_verb_at(small, i + 1) or small[i + 1] == "ellers"
    return small[i] != "så" or clause_at(small, i + 1) or verb_subject_at(small, i + 1)


def kind_of(parts: Tokens, link: Tokens) -> Kind:
    """The kind of a clause, its link taken away."""
    small = low(parts)
    if drops_subject(small) and not link:
        return Kind.MAIN
    if "?" in small or (small[0] in words.QUESTION_WORDS and set(small[1:3]) & words.FINITE):
        return Kind.QUESTION
    if set(low(link)) & words.SUBORDINATORS or low(link) in words.PAIRED_LINKS:
        return Kind.SUBORDINATE
    if verb_subject_at(small, 0):
        return Kind.MAIN if link else Kind.QUESTION
    if small[0] in words.IMPERATIVES:
        return Kind.IMPERATIVE
    return Kind.MAIN if parse(parts) or drops_subject(small) else Kind.FRAGMENT


def drops_subject(small: Tokens) -> bool:
    """ "vil gerne ud", "har lyst til …": a statement whose "jeg" is left out, as in chat."""
    if len(small) < 2 or small[0] not in words.CLEAR_FINITE or small[0] == "kom":
        return False
    after = small[1]
    if "?" in small:
        return False
    if after in words.POSSESSIVES:
        return small[0] in words.TRANSITIVE
    if after in words.INVERTED_SUBJECTS:
        idiom = small[0] in {"har", "havde"} and after == "det" and bool(set(small[2:3]) & words.QUALITY)
        idiom = idiom or (
            small[0] in {"orker", "gider", "magter", "fatter"} and small[1:3] == ("det", "ikke")
        )
        return idiom or (small[0] in words.COMPLEMENT_VERBS and len(small) > 2 and small[2] in words.FINITE)
    return after not in {"og", "eller", "men", "hvis", "når", "fordi", "som", ",", "?", "ellers"}


def clauses(text: str) -> list[Clause]:
    """The clauses of a message in order; together they hold all its words."""
    found: list[Clause] = []
    for piece in split(tuple(tokens(mend(text)))):
        link, body = take_link(stripped(piece) or piece)
        kind = kind_of(body, low(link))
        if kind is Kind.QUESTION and found and found[-1].kind is Kind.SUBORDINATE and "?" not in piece:
            kind = Kind.MAIN
        found.append(Clause(join(piece), join(link) or None, kind))
    return found
