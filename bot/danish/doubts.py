# SPDX-License-Identifier: MPL-2.0
"""What makes it doubtful that a clause is read right: then it is not said again."""

from __future__ import annotations

from bot.danish import words
from bot.danish.fields import Fields
from bot.danish.slips import unturned
from bot.danish.subjects import subject_verb_at, verb_noun_at, verb_subject_at
from bot.danish.words import Tokens, adverb_at, adverbs_from, is_verb_after_pronoun, low

SITTING = words.bag("sidder sad ligger lå står stod går gik")
WANTS_AT = words.bag(
    "ønsker ønskede håber håbede prøver prøvede begynder begyndte forsøger forsøgte plejer plejede husker elsker hader "
    "glemmer glemte beslutter overvejer kommer kom bliver holder"
)
# What may stand behind "siger" without quotation marks.
SAID = (
    words.SUBJECT_PRONOUNS | words.POSSESSIVES | words.PREPOSITIONS | words.QUESTION_WORDS | words.LIGHT
    | words.bag("at ja nej farvel hej tak undskyld godnat goddag op fra ikke sandheden det der , noget sådan folk også")
    | words.bag("5 6 7 8 9 10 4 3 2 1 0 en et hvis ting så")
)  # fmt: skip
OPEN_ENDS = words.bag("fordi hvis når selvom at og men som en et eller")
BEFORE_A_SUBJECT = words.CLAUSE_OPENERS | words.RELATIVE_HEADS | words.PREPOSITIONS
_OPENS = words.CLAUSE_OPENERS - words.bag("og men eller for så ,") | {"der"}
BEFORE_AN_ANNOUNCED_SUBJECT = words.ADVERBS | words.LIGHT


def is_sure(fields: Fields) -> bool:
    """Whether the clause is one clause of written Danish: no run-on in its rest, no broken end, no question."""
    small = low(fields.rest)
    places = range(len(small))
    if any(doubt(fields) for doubt in OF_THE_CLAUSE) or any(doubt(small, i) for doubt in OF_A_PLACE for i in places):
        return False
    announced = fields.verb.lower() in words.COMPLEMENT_VERBS and not fields.light
    verbs = sum(word in words.COUNTED_FINITE and not _no_verb(small, i, fields) for i, word in enumerate(small))
    openers = sum(_announces(small, i) for i in places) + announced
    return verbs <= openers and all(_lawful_subject(small, i, announced) for i in places)


def _negated_late(fields: Fields) -> bool:
    """Whether a "not" stands behind words that are no adverbs of the lists ("klokken 10 ikke 9")."""
    small = low(fields.rest)
    opens = words.PLAIN_OPENERS | words.NOMINATIVES | {"at", "til", "om", "det", "den", "de", "der"}
    end = next((i for i, word in enumerate(small) if word in opens), len(small))
    at = next((i for i, word in enumerate(small[:end]) if word in {"ikke", "aldrig", "heller"}), 0)
    return not fields.before and at > 0


def main_again(small: Tokens, i: int) -> bool:
    """ "da jeg var 13 og har aldrig …": main order behind "og" shows that it goes on from before the clause."""
    if small[i] not in {"og", "men", "eller"} or not set(small[i + 1 : i + 2]) & words.FINITE:
        return False
    object_follows = set(small[i + 2 : i + 3]) & {"dem", "det", "den", "ham", "hende", "mig"}
    main_order = adverb_at(small, i + 2, small[i + 1]) or (object_follows and {"som", "der"} & set(small[:i]))
    return bool(main_order and _OPENS & set(small[:i]))


def _says_nothing(fields: Fields) -> bool:
    """ "min mor siger", and "min krop siger stop", which wants quotation marks."""
    said = low(fields.rest)[:1]
    empty = not said and not fields.light
    return fields.verb.lower() in {"siger", "sagde"} and (empty or not set(said) <= SAID)


def _no_verb(small: Tokens, i: int, fields: Fields) -> bool:
    """ "i" and a noun, or "er skuffede"."""
    before = small[i - 1] if i else fields.verb.lower()
    return before == "i" or (before in words.COPULAS and small[i].endswith("ede"))


def _joins_uncut(small: Tokens, i: int) -> bool:
    """Whether "og" has a subject and a finite verb behind it which were not seen as a clause ("og så er …")."""
    if small[i] not in {"og", "men", "eller"}:
        return False
    behind = small[i + 1 : i + 6]
    verb = next((j for j, word in enumerate(behind) if word in words.COUNTED_FINITE), 0)
    return verb > 0 and not words.CLAUSE_OPENERS & set(behind[:verb]) - {"så"}


def _behind_comma(small: Tokens, i: int) -> bool:
    """ "familie er familie, familie er …", "vil gerne, kunne måske": two clauses and no link between them."""
    if small[i] not in words.CLEAR_FINITE:
        return False
    if small[i - 1 : i] == (",",):
        return True
    before = small[: i - 1]
    since = small[len(before) - before[::-1].index(",") : i] if "," in before else ()
    return bool(since) and not (words.CLAUSE_OPENERS | words.RELATIVE_HEADS | {"der"} | words.ADVERBS) & set(since)


def _asks_inside(small: Tokens, i: int) -> bool:
    """ "jeg ved ikke hvad er svaret": a question in its own order."""
    after = set(small[i + 1 : i + 2])
    return bool(after & (words.CLEAR_FINITE if small[i] in words.QUESTION_WORDS else frozenset())) or (
        small[i] == "så" and bool(after & (words.QUESTION_WORDS | {"hvis", "når"}))
    )


def _ved_ikke(small: Tokens, i: int) -> bool:
    """ "er bare nede ved ikke hvorfor": a clause without its "jeg"."""
    return i > 0 and small[i : i + 2] == ("ved", "ikke") and small[i - 1] not in words.SUBJECT_PRONOUNS


def _unbent(small: Tokens, i: int) -> bool:
    """ "da jeg lave brød", "vinkede de" with a verb that is not known: no Danish the grammar can lean on."""
    after = small[adverbs_from(small, i + 1) :][:1]
    before = small[i - 1] if i else ""
    if small[i] in words.NOMINATIVES and set(after) & (words.INFINITIVES - words.FINITE):
        return before not in words.FINITE and small[i - 2 : i - 1] != ("og",)
    return small[i] == "de" and before.endswith("ede") and before not in words.FINITE


def _lacks_subject(small: Tokens, i: int) -> bool:
    """ ", så spiser alene": nobody is said to do it."""
    behind = small[i + 1 : i + 3]
    if small[i] == "så" and set(behind[:1]) & (words.IMPERATIVES - words.FINITE):
        return True
    if small[i] != "så" or small[i - 1 : i] != (",",) or not set(behind[:1]) & words.CLEAR_FINITE:
        return False
    return not verb_noun_at(small, i + 1)


def _takes_object(small: Tokens, i: int) -> bool:
    """ "glemte pillen i går tog den i dag", "… så nok ikke": something more is said, without its subject or verb."""
    before, after = small[i - 1 : i], small[i + 1 : i + 2]
    if small[i] == "så" and set(after) & {"nok", "måske"} and small[i + 2 : i + 3] == ("ikke",):
        return True
    took = small[i] in {"tog", "lå", "bad", "sang", "løb"} and set(after) & words.LIGHT
    return bool(took) and not set(before) & (words.SUBJECT_PRONOUNS | {"og", "men", "som", "der"} | words.ADVERBS)


def _half_infinitive(fields: Fields) -> bool:
    """ "sidder bare og vente", "vil ikke læs": a verb that has lost or won an ending."""
    rest = low(fields.rest)
    verb = fields.verb.lower()
    sits = verb in SITTING and rest[:1] == ("og",) and bool(set(rest[1:2]) & words.INFINITIVES)
    return sits or (verb in words.MODALS and bool(set(rest[:1]) & words.IMPERATIVES - {"hjælp", "kom", "svar", "tal"}))


def _at_and_link(small: Tokens, i: int) -> bool:
    """ "at hver gang …", "at hvis …": the clause that "at" opens comes later, and may be missing."""
    return small[i] == "at" and (
        small[i + 1 : i + 2] in {("hvis",), ("når",)} or small[i + 1 : i + 3] in words.PAIRED_LINKS
    )


def _announces(small: Tokens, i: int) -> bool:
    word = small[i]
    if word == "at":
        return small[i + 1 : i + 2] != () and small[i + 1] not in words.INFINITIVES
    if word in words.COMPLEMENT_VERBS:
        return True
    if word in words.RELATIVE_HEADS:
        return bool(set(small[i + 1 : i + 2]) & words.NOMINATIVES)
    if word in words.SHY_SUBORDINATORS or word in {"så", "for"}:
        return subject_verb_at(small, i + 1) or verb_subject_at(small, i + 1)
    return word in words.CLAUSE_OPENERS


def _lawful_subject(small: Tokens, i: int, announced: bool) -> bool:
    """Whether a subject pronoun in the rest stands where a clause of its own may begin."""
    if small[i] not in words.NOMINATIVES and not _begins_clause(small, i):
        return True
    if i == 0:
        return announced
    before = small[i - 1]
    if small[i - 2 : i - 1] == ("hvor",):
        return True
    return before in BEFORE_A_SUBJECT or (announced and before in BEFORE_AN_ANNOUNCED_SUBJECT)


def _begins_clause(small: Tokens, i: int) -> bool:
    """Whether "det", "det hele", "alt" with a finite verb behind it looks like the start of a further clause."""
    if small[i] not in {"det", "den", "de", "alt", "intet", "ingen", "alle", "folk", "der"}:
        return False
    after = small[i + 1 : i + 3]
    if small[i] == "der":
        soon = small[i - 2 : i - 1] == ("i",) and small[i - 1] in {"dag", "morgen", "går", "nat", "aften"}
        return after[:1] == ("er",) and (soon or small[i - 1] in words.SAFE_ENDS)
    if after[:1] == ("andre",):
        return bool(set(after[1:2]) & words.CLEAR_FINITE)
    if after[:1] in {("hele",), ("her",)} or (small[i] == "det" and after[:1] == ("der",)):
        return after[1:2] != () and (after[1] in words.CLEAR_FINITE or is_verb_after_pronoun(after[1]))
    if set(after[:1]) & words.CLEAR_FINITE:
        return True
    return small[i - 1] in {"og", "men"} and after != () and is_verb_after_pronoun(after[0])


def _ends_open(fields: Fields) -> bool:
    """Whether the clause breaks off: "… til at sige", "… fordi", or a doubtful "ikke" as a tag ("hårdt
    ikke").
    """
    small = low(fields.rest)
    if not small:
        return False
    breaks_off = small[-2:] == ("at", "sige") and not set(small) & words.QUESTION_WORDS
    told = set(small[-2:-1]) & words.COMPLEMENT_VERBS and small[-1] in {"de", "han", "hun", "folk", "alle"}
    told = told or (set(small[-2:-1]) & words.SAY_VERBS and small[-1] == "jeg")
    return breaks_off or bool(told) or small[-1] in words.SAY_VERBS or small[-1] in OPEN_ENDS


def _tagged(fields: Fields) -> bool:
    """ "det er hårdt ik": a final "ikke" away from its verb is a tag, which asks."""
    return (
        len(fields.rest) > 1
        and fields.rest[-1].lower() == "ikke"
        and fields.rest[-2].lower() not in words.FINITE
    )


def _lacks_at(fields: Fields) -> bool:
    """ "jeg ønsker blive frisør"."""
    return fields.verb.lower() in WANTS_AT and bool(set(low(fields.rest[:1])) & words.INFINITIVES)


def _asks(fields: Fields) -> bool:
    front = low(fields.front)
    greets = len(front) > 1 and front[-1] == "så" and front[0] not in words.FRONT_ADVERBS | words.PREPOSITIONS
    taken_up = len(front) > 1 and front[-1] in {"det", "den", "de"}
    relative = bool(words.NOMINATIVES & set(front))
    asks = bool(words.QUESTION_WORDS & set(front)) and front[0] not in words.PREPOSITIONS
    return greets or taken_up or relative or asks


def _unturned(fields: Fields) -> bool:
    """ "jeg ringer … og spørge"."""
    return any(unturned(low(fields.main)))


OF_THE_CLAUSE = (_unturned, _half_infinitive, _negated_late, _ends_open, _says_nothing, _tagged, _lacks_at, _asks)
OF_A_PLACE = (
    _behind_comma, _at_and_link, _asks_inside, _ved_ikke, _unbent, main_again, _lacks_subject, _takes_object,
    _joins_uncut,
)  # fmt: skip
