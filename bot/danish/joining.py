# SPDX-License-Identifier: MPL-2.0
"""Builds a citizen's du-form clauses and wish cores into other sentences, or answers None where unsure."""

from __future__ import annotations

from itertools import pairwise

from bot.danish import words
from bot.danish.certainty import sure_fields
from bot.danish.fields import Fields
from bot.danish.joining_words import (
    AFTER_AND,
    BREAKS_OFF,
    FELT,
    GOT,
    INFINITIVES,
    LISTING_VERBS,
    MEASURES,
    NOT_ALONE,
    NOT_LAST,
    NOT_LIKE_VERBS,
    NOUN_OPENERS,
    NOUNS,
    NOUNS_FIRST,
    ONE_DOING,
    OPENS_NO_MAIN,
    OWNERS,
    PAST,
    PRESENT,
    SHARED_ADVERBS,
    SHARED_MODALS,
    STOPS_PAST,
    STOPS_SHARING,
)
from bot.danish.mend import join, tokens
from bot.danish.turning import second_person
from bot.danish.words import Tokens, is_light, low

LONGEST_CLAUSE = 14
LONGEST_CORE = 12
"""Words: a sentence built of more is no longer easy to read."""

_MARKS = frozenset('.!?…;:–"”“»«()')
_FIRST = {"du": "jeg", "dig": "mig", "din": "min", "dit": "mit", "dine": "mine"}
_NEGATIONS = words.bag("ikke aldrig")
_RELATIVES = words.bag("som der hvor at")
_LICENSING = words.MODALS | {"at", "og"}


def joined(first: str, second: str) -> str | None:
    """Two du-form main clauses as one: "du vil gerne ud, og du tør ikke"; None for long or manifold ones.

    What both begin with is said once where the shorter sentence cannot be read as another.
    """
    one, two = _clause(first), _clause(second)
    if one is None or two is None or low(one) == low(two):
        return None
    two = (two[0].lower(), *two[1:]) if two[0] == "Du" else two
    return join(_shortened(one, two) or (*one, ",", "og", *two))


def _clause(text: str) -> Tokens | None:
    parts = tuple(tokens(text.strip(" .,!")))
    commas = parts.count(",")
    if commas > 1 or not 2 <= len(parts) - commas <= LONGEST_CLAUSE or set(parts) & _MARKS:
        return None
    return None if parts[0].lower() in OPENS_NO_MAIN else parts


def _shortened(one: Tokens, two: Tokens) -> Tokens | None:
    """The sentence with what both begin with said once; None where that would change the meaning."""
    small, other = low(one), low(two)
    shared = next((i for i, pair in enumerate(zip(small, other, strict=False)) if pair[0] != pair[1]), 0)
    if small[0] != "du" or shared < 2 or _NEGATIONS & set(small[:shared]):
        return None
    if "at" in small[:shared]:
        start = shared - small[:shared][::-1].index("at")
        return (*one, "og", "at", *two[start:]) if _are_doings(small[start:], other[start:]) else None
    start = 2 + next((i for i, word in enumerate(small[2:shared]) if word not in SHARED_ADVERBS), shared - 2)
    return (*one, "og", *two[start:]) if _may_share(small[1], small[start:], other[start:]) else None


def _are_doings(rest: Tokens, added: Tokens) -> bool:
    if STOPS_SHARING & {*rest, *added} or not rest or not added:
        return False
    return {rest[0], added[0]} <= INFINITIVES and rest[0] not in ONE_DOING


def _may_share(verb: str, rest: Tokens, added: Tokens) -> bool:
    if verb in SHARED_MODALS:
        return _are_doings(rest, added)
    if verb in LISTING_VERBS:
        return _is_thing_owned(rest) and _is_thing_owned(added)
    return verb == "er" and _is_felt(rest) and _is_felt(added)


def _is_thing_owned(parts: Tokens) -> bool:
    return len(parts) == 2 and parts[0] in OWNERS and parts[1] not in NOT_LAST | words.FINITE


def _is_felt(parts: Tokens) -> bool:
    return parts == ("ked", "af", "det") or (len(parts) == 1 and parts[0] in FELT)


def past_of_modal(du_clause: str) -> str | None:
    """The clause as not so, yet thought of: "du kan se dine børn" as "du kunne se dine børn".

    None unless the verb is one of a closed list, right behind its subject, and the only one that tells a time.
    """
    parts = tuple(tokens(du_clause.strip(" .,!")))
    small = low(parts)
    at = 2 if set(small[:1]) & words.POSSESSIVES and not set(small[1:2]) & words.FINITE else 1
    if at == 1 and not set(small[:1]) & {"du", "det", "der", "man", "han", "hun"}:
        return None
    if len(parts) < at + 2 or small[at] not in PAST or set(small) & _MARKS or set(small[at + 1 :]) & STOPS_PAST:
        return None
    return join((*parts[:at], PAST[small[at]], *parts[at + 1 :]))


def about(core_du: str) -> str | None:
    """What can stand behind "ønsket om": "at få et job", "mere ro", "ikke at være alene"; None where unsure."""
    parts = _core(core_du)
    if parts is None:
        return None
    if parts[0] == "at":
        wished = _clause_wished(parts[1:])
        return _said(("at", *wished.subordinate)) if wished else None
    doing = _doing(parts)
    found = (*doing.adverbs, "at", *doing.rest) if doing else _thing(parts)
    return _said(found) if found else None


def happens(core_du: str) -> str | None:
    """The core as if it were so: "få et job" as "du får et job"; None for things and for verbs not known."""
    parts = _core(core_du)
    if parts is None:
        return None
    if parts[0] == "at":
        wished = _clause_wished(parts[1:])
        return _said(wished.main) if wished else None
    doing = _doing(parts)
    order = _in_present(doing) if doing else None
    return _said(order) if order else None


def _core(core_du: str) -> Tokens | None:
    """The tokens of a core, about "jeg" again as the grammar reads it, and without the "at" of an infinitive."""
    parts = tuple(tokens(core_du.strip(" .,!–-")))
    if not parts or len(parts) > LONGEST_CORE or set(parts) & _MARKS or _breaks_off(low(parts)):
        return None
    parts = tuple(_FIRST.get(word.lower(), word) for word in (parts[0].lower(), *parts[1:]))
    if parts[0] in _NEGATIONS and parts[1:2] == ("at",):
        return (parts[0], *parts[2:])
    return _got(parts[1:] if parts[0] == "at" and set(parts[1:2]) & INFINITIVES else parts)


def _breaks_off(small: Tokens) -> bool:
    """ "en dør som kun", "kunne sige", "kl 5, nej kl 6": what is wished is not said to its end."""
    starts_anew = any(mark == "," and word in {"nej", "ja", "gid"} for mark, word in pairwise(small))
    return starts_anew or small[-1] in BREAKS_OFF or small[-2:] == ("kunne", "sige")


def _got(parts: Tokens) -> Tokens:
    """ "have" said for "få", which it only means behind "vil": "have min angst til at …", "have min cykel tilbage"."""
    small = low(parts)
    if small[0] != "have" or len(small) < 2:
        return parts
    if small[1] == "at":
        return parts[1:]
    gets = small[1] in GOT or small[-1] in {"tilbage", "hjem"}
    gets = gets or (small[1] in words.POSSESSIVES and small[3:5] == ("til", "at"))
    return ("få", *parts[1:]) if gets else parts


def _said(parts: Tokens) -> str | None:
    turned = second_person(parts)
    return join(turned) if turned else None


def _clause_wished(parts: Tokens) -> Fields | None:
    """ "nogen lytter" in fields, when it is one clause in the present."""
    fields = sure_fields(parts) if len(parts) > 1 else None
    present = fields is not None and fields.verb.lower() in words.PRESENTS
    return fields if fields and present and not fields.front else None


def _doing(parts: Tokens) -> Fields | None:
    """The core as what "jeg vil" do, when it surely is an infinitive; `rest` begins with it."""
    fields = sure_fields(("jeg", "vil", *parts))
    if fields is None or fields.light or set(fields.adverbs) - _NEGATIONS or not fields.rest:
        return None
    verb = fields.rest[0]
    if set(fields.rest) & {"end", "ligesom"} and not _compares(fields.rest):
        return None
    if (verb == "have" and "at" in fields.rest[1 : 3 if "," in fields.rest[1:2] else 2]) or _goes_on_finite(
        low(fields.rest)
    ):
        return None
    if verb not in INFINITIVES or verb in NOT_LIKE_VERBS or (len(fields.rest) == 1 and verb in NOT_ALONE):
        return None
    return fields


def _goes_on_finite(small: Tokens) -> bool:
    """ "være social og tør sige ja": a finite verb where an infinitive belongs."""
    verbs = (i for i, word in enumerate(small) if word in words.COUNTED_FINITE and small[i - 1 : i] == ("og",))
    return any(not (_RELATIVES | words.QUESTION_WORDS | words.SUBORDINATORS) & set(small[:i]) for i in verbs)


def _compares(rest: Tokens) -> bool:
    """Whether "end" follows a comparative, and not a "hellere" that was left out."""
    before = rest[: rest.index("end")] if "end" in rest else ()
    return any(word in MEASURES or word.endswith("ere") for word in before)


def _in_present(doing: Fields) -> Tokens | None:
    """ "jeg får et job" from "få et job", its "ikke" behind the verb and the small pronouns."""
    present = PRESENT.get(doing.rest[0])
    tail = doing.rest[1:] if present in words.MODALS else _next_in_present(doing.rest[1:])
    if present is None or tail is None:
        return None
    light = 0
    while doing.adverbs and is_light(low(tail), light, present):
        light += 1
    return ("jeg", present, *tail[:light], *doing.adverbs, *tail[light:])


def _next_in_present(tail: Tokens) -> Tokens | None:
    """The rest with a verb behind "og" in the present too; None where it may hang on something else."""
    small, turned = low(tail), list(tail)
    for i, word in enumerate(small[:-1], start=1):
        if word not in {"og", "eller", ","} or "at" in small[:i]:
            continue
        verb = small[i]
        if verb in AFTER_AND or verb in words.ADVERBS or (verb in INFINITIVES and _RELATIVES & set(small[:i])):
            return None
        turned[i] = PRESENT.get(verb, tail[i])
    return tuple(turned)


def _thing(parts: Tokens) -> Tokens | None:
    """The core as what "jeg har", when it surely is a thing."""
    fields = sure_fields(("jeg", "har", *parts))
    if fields is None or fields.light or fields.adverbs:
        return None
    small = low(fields.rest)
    relative = _RELATIVES & set(small)
    if (small[-1] in NOT_LAST and not relative) or _holds_bare_infinitive(small):
        return None
    return fields.rest if _opens_thing(small) else None


def _holds_bare_infinitive(small: Tokens) -> bool:
    """ "min søn komme hjem": no thing."""
    verbs = INFINITIVES - NOUNS - {"arbejde"}
    return any(word in verbs and before not in _LICENSING for before, word in pairwise(small))


def _opens_thing(small: Tokens) -> bool:
    if small[0] in NOUN_OPENERS:
        person_alone = small[0] in words.POSSESSIVES and small[-1] in words.PEOPLE
        return len(small) > 1 and small[1] not in NOT_LAST - MEASURES and not person_alone
    first = next((i for i, word in enumerate(small) if word not in MEASURES), len(small))
    return first < len(small) and first <= 2 and _is_noun(small[first])


def _is_noun(word: str) -> bool:
    return word in NOUNS or any(word.endswith(noun) for noun in NOUNS_FIRST)
