# SPDX-License-Identifier: MPL-2.0
"""Finds where subject and finite verb stand in a row of tokens, in either order."""

from __future__ import annotations

from bot.danish import words
from bot.danish.words import Tokens, adverbs_from, is_adverbial, is_verb_after_pronoun

# A subject of more words than this is more likely a run-on than a subject.
LONGEST_SUBJECT = 6
LONGEST_FRONT = 7
HEADS = words.NOMINATIVES | {"der"}
SURE_SUBJECTS = words.NOMINATIVES | {"nogen", "ingen", "alle", "det", "alt", "intet"}
SURE_NOUNS = words.POSSESSIVES | words.BARE_NOUNS
# What shows that a noun has ended, and words in -en and -et that are none.
AFTER_A_NOUN = words.PARTICIPLES | words.INFINITIVES | words.ADVERBS | words.PREPOSITIONS | words.LIGHT | words.bag(
    "for så meget helt næsten halvt rigtig lidt ret temmelig frygtelig total alt altid færdig slut væk tom dårlig god "
    "bedre værre lukket tung stor lille tæt fuld syg død glad træt sur vred alene mig dig sig der om"
)
NO_NOUNS = words.PARTICIPLES | words.DETERMINERS | words.bag(
    "alene meget noget nogen ingen anden andet intet lidet sammen hellere kunnet uden inden siden foruden igennem "
    "desuden endnu imellem hverken enten"
)
# These are no subject by themselves.
NEED_A_NOUN = words.POSSESSIVES - words.bag("hans hendes deres") | words.bag("en et hver hele")
OPENS_NOUN_SUBJECT = words.DETERMINERS | words.BARE_NOUNS


def pronoun_subject(parts: Tokens) -> int:
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


def noun_subject(parts: Tokens) -> int:
    """How many tokens at the start are a subject built on a noun: all up to the first sure finite
    verb, or 0.
    """
    if not parts or parts[0] in words.PREPOSITIONS or parts[0] in words.CLEAR_FINITE:
        return 0
    if parts[0] in NEED_A_NOUN and set(parts[1:2]) & words.CLEAR_FINITE:
        return 0
    definite = len(parts[0]) > 4 and parts[0].endswith(("en", "et", "ne"))
    if parts[0] not in OPENS_NOUN_SUBJECT and not definite:
        return 0
    for i, word in enumerate(parts[1 : LONGEST_SUBJECT + 1], start=1):
        if parts[min(adverbs_from(parts, i), len(parts) - 1)] in words.CLEAR_FINITE and not (
            parts[i - 1] == "i" or (word in words.NOUNS_TOO and parts[i - 1] in words.PREPOSITIONS)
        ):
            return i
        if word in {"det", "den", "de", "der"} and set(parts[i + 1 : i + 2]) & words.CLEAR_FINITE:
            break
        if word in words.PLAIN_OPENERS or word in words.NOMINATIVES or word in words.ADVERBS:
            break
    sure = definite and len(parts) > 1 and parts[1].endswith(("er", "ede")) and len(parts[1]) > 4
    return 1 if sure and parts[1] not in words.INFINITIVES else 0


def headed_subject(parts: Tokens) -> int:
    """ "det jeg helst vil er …": everything up to the "er" that follows the relative clause, or 0."""
    if parts[:1] != ("det",) or not set(parts[1:3]) & HEADS:
        return 0
    verbs = [i for i, word in enumerate(parts[:9]) if word in words.CLEAR_FINITE]
    heads = [i for i, word in enumerate(parts[1:3], start=1) if word in HEADS]
    if len(verbs) > 1 and set(parts[verbs[1] + 1 : verbs[1] + 2]) & {"det", *words.NOMINATIVES}:
        return 0
    if len(verbs) > 1 and heads[0] < verbs[0] and parts[verbs[1]] in {"er", "var", "bliver"}:
        return verbs[1]
    return 0


def inverted_at(parts: Tokens) -> int | None:
    """The index of a finite verb followed by its subject, with something fronted before it."""
    for i in range(1, min(len(parts) - 1, LONGEST_FRONT + 1)):
        if parts[i - 1] in words.NOMINATIVES or parts[i] not in words.FINITE:
            continue
        after = parts[i + 1]
        if after in words.NOMINATIVES and not _reports(parts, i):
            return i
        if parts[:i] == ("det",) and after == "der":
            return i
        if parts[:i] == ("der",) or (after in {"de", "den", "det"} and parts[0] in {"de", "den", "denne"}):
            continue
        if parts[:i] == ("det",) and after == "de" and (i + 2 == len(parts) or parts[i + 2] in words.ADVERBS):
            return i
        known = after in words.INVERTED_SUBJECTS or noun_after_verb(parts, i + 1) or loose_noun_after_verb(parts, i)
        if known and is_adverbial(parts[:i]):
            return i
    return None


def _reports(parts: Tokens, i: int) -> bool:
    """ "min mor siger jeg skal …": the pronoun after the verb opens what is said."""
    said = parts[i + 2 : i + 4]
    if parts[:i] == ("det",) or is_adverbial(parts[:i]):
        return False
    return parts[i] in words.COMPLEMENT_VERBS and bool(set(said) & words.FINITE)


def noun_after_verb(parts: Tokens, i: int) -> int:
    """The length of a short noun subject after an inverted verb ("så siger min mor"), or 0."""
    group = parts[i : i + 2]
    if len(group) == 2 and group[0] in words.POSSESSIVES and group[1] in words.PEOPLE:
        return 0 if parts[i + 2 : i + 3] == ("og",) else 2
    return 0


def loose_noun_after_verb(parts: Tokens, i: int) -> int:
    """The length of a noun subject behind the verb at `i` ("nu er min bil gået"), where something stands before.

    0 unless what follows shows that the noun has ended.
    """
    group = parts[i + 1 : i + 4]
    if parts[i] not in words.CLEAR_FINITE - words.TRANSITIVE or not group:
        return 0
    size = _noun_size(group)
    return size if size and set(parts[i + 1 + size : i + 2 + size]) <= AFTER_A_NOUN else 0


def _noun_size(group: Tokens) -> int:
    if group[0] in words.POSSESSIVES:
        described = len(group) > 2 and group[1].endswith("e") and group[1] not in words.PEOPLE
        size = 2 + described
        noun = group[size - 1] if len(group) >= size else ""
        return size if noun and noun not in words.FINITE | words.ADVERBS | words.PREPOSITIONS else 0
    definite = len(group[0]) > 4 and group[0].endswith(("en", "et", "rne")) and group[0] not in NO_NOUNS | words.ADVERBS
    return int(definite or group[0] in words.BARE_NOUNS)


def verb_noun_at(parts: Tokens, i: int) -> bool:
    """Whether a finite verb with its subject behind it begins at `i`, a clause or an adverbial standing before it."""
    return verb_subject_at(parts, i) or (i + 1 < len(parts) and bool(loose_noun_after_verb(parts, i)))


def subject_verb_at(parts: Tokens, i: int) -> bool:
    """Whether subject and finite verb, adverbs between them allowed, begin at `i`."""
    rest = parts[i : i + 9]
    size = pronoun_subject(rest)
    if size:
        verb = adverbs_from(rest, size)
        return verb < len(rest) and (
            rest[verb] in words.FINITE or (rest[0] in SURE_SUBJECTS and is_verb_after_pronoun(rest[verb]))
        )
    if not (noun := noun_subject(rest[:6])):
        return False
    described = noun == 2 and (
        rest[0] == "hele" or (rest[0] in {"den", "det", "de"} and rest[1].endswith("e"))
    )
    return rest[0] in SURE_NOUNS or (
        (noun == 1 or described) and (rest[noun] in words.CLEAR_FINITE or rest[noun].endswith("ede"))
    )


def verb_subject_at(parts: Tokens, i: int) -> bool:
    """Whether a finite verb with its subject behind it begins at `i`."""
    if i + 1 >= len(parts) or parts[i] not in words.FINITE:
        return False
    return parts[i + 1] in words.INVERTED_SUBJECTS or bool(noun_after_verb(parts, i + 1))


def clause_at(parts: Tokens, i: int) -> bool:
    """Whether a main clause begins at `i`: subject first, or up to four fronted words first."""
    if subject_verb_at(parts, i):
        return True
    for j in range(i + 1, min(i + 5, len(parts))):
        if verb_noun_at(parts, j) and (is_adverbial(parts[i:j]) or parts[i:j] == ("det",)):
            return True
    return False
