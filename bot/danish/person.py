# SPDX-License-Identifier: MPL-2.0
"""Turns a citizen's "jeg" into the "du" that is said back, or answers None where it is not sure."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.danish import words
from bot.danish.clauses import (
    Fields,
    drops_subject,
    parse,
    split,
    strip_marks,
    stripped,
    subject_verb_at,
    take_link,
    verb_subject_at,
)
from bot.danish.mend import join, mend, tokens
from bot.danish.words import Tokens, adverbs_from, low

SECOND = {
    "jeg": "du", "mig": "dig", "min": "din", "mit": "dit", "mine": "dine",
}  # fmt: skip
PLURAL = {"vi": "I", "os": "jer", "vores": "jeres", "vor": "jeres", "vort": "jeres", "vore": "jeres"}
ADDRESS = words.bag("du dig din dit dine jer jeres")
_QUOTES = frozenset('"”“»«:')
# "du ved" as a filler, not as the start of "du ved (ikke) hvad …".
_YOU_KNOW = re.compile(
    r"\s*,?\s*\b(?:du ved|ved du)\b"
    r"(?! (?:at|hvad|hvor|hvordan|hvem|hvorfor|godt|ikke|det|om|jo|nok|noget|alt|intet))\s*,?",
    re.I,
)
_JO = re.compile(
    r"(?<=\w) jo\b(?! (?:mere|mindre|længere|bedre|værre|flere|tættere|oftere))(?! [^\s,]+er\b,)", re.I
)
_JO_PAIR = re.compile(r"\bjo (?:mere|mindre|længere|bedre|værre|flere)\b", re.I)
_FILLER = re.compile(
    r"(?:^|(?<=\s)|(?<=,))\s*,?\s*\b(?:" + "|".join(sorted(words.FILLERS)) + r")\b(?=[\s,.!…]|$)", re.I
)
_FINAL = re.compile(r"[\s,.!…;:–-]+$")
# Clauses joined into one reflection at most; longer ones are for the caller to choose from.
MOST_CLAUSES = 4
# Nobody wants more characters than this said back to them; declining them keeps every answer fast.
LONGEST_TEXT = 600


def without_fillers(text: str) -> str:
    """Text without "du ved", "altså", "jo", "sgu" and their like; they are the citizen's, not the
    bot's, to say.
    """
    text = " ".join(text.split())
    if _JO_PAIR.search(text):
        return text
    for pattern in (_YOU_KNOW, _FILLER, _JO):
        text = pattern.sub(" ", text)
    return re.sub(r"\s+(?=[,.!?…])|(?<=\s)\s+", "", text).strip(" ,")


def prepare(text: str) -> Tokens | None:
    """Mended tokens without fillers and final marks; None if the text asks, quotes or speaks to the bot."""
    if len(text) > LONGEST_TEXT:
        return None
    mended = without_fillers(mend(text))
    parts = tuple(_calm(token) for token in tokens(mended.lower() if mended.isupper() else mended))
    if not parts or "?" in parts or set(parts) & _QUOTES or _addresses(parts):
        return None
    return strip_marks(parts) or None


def _calm(token: str) -> str:
    """A known word in capitals ("IKKE") in small letters; other capitals may be a name."""
    small = token.lower()
    return small if token.isupper() and len(token) > 1 and small in _KNOWN else token


_KNOWN = words.FINITE | words.INFINITIVES | words.ADVERBS | words.SUBJECT_PRONOUNS | words.DETERMINERS


def _addresses(parts: Tokens) -> bool:
    """Whether somebody is spoken to: "du", "jer", or "I" other than the preposition at the start."""
    small = low(parts)
    if set(small) & ADDRESS or "I" in parts[1:]:
        return True
    if parts[0] == "I" and small[1:2] and small[1] in words.FINITE:
        return True
    orders = (word for word, before in zip(small, (",", *small), strict=False) if before == ",")
    return any(word in words.IMPERATIVES for word in orders)


def second_person(parts: Tokens) -> Tokens | None:
    """The tokens with first person turned to second; None where a "vi" might include the bot."""
    small = low(parts)
    turned = []
    for i, word in enumerate(small):
        if word in PLURAL:
            if not _group_before(small[:i]):
                return None
            turned.append(PLURAL[word])
        elif word == "jeg" and i and small[i - 1] in {"mit", "det"} and small[i + 1 : i + 2] == ("er",):
            return None
        else:
            turned.append(_turn(parts[i], small[i - 1] if i else ""))
    return tuple(turned)


def _turn(word: str, before: str) -> str:
    """One word in second person; "5 min" is minutes."""
    turned = SECOND.get(word.lower())
    if turned is None or (word.lower() == "min" and (before.isdigit() or before in words.NUMBER_WORDS)):
        return word
    return turned.capitalize() if word[0].isupper() else turned


def _group_before(small: Tokens) -> bool:
    """Whether the text has named people the citizen is one of, so that "vi" is them and not the bot."""
    for i, word in enumerate(small):
        if word in words.PEOPLE and set(small[max(0, i - 3) : i]) & (words.POSSESSIVES | {"og", "med"}):
            return True
        if word in {"han", "hun", "ham", "hende"} and set(small[i + 1 : i + 3]) >= {"og", "jeg"}:
            return True
    return False


def _asks_or_orders(small: Tokens) -> bool:
    """Verb first and then its subject, a question word first, or an imperative."""
    if small[0] in words.QUESTION_WORDS and set(small[1:3]) & words.FINITE:
        return True
    return verb_subject_at(small, 0) and not drops_subject(small)


def to_du(text: str) -> str | None:
    """The text with "jeg" as "du", in its own word order; None for questions, orders and quotes.

    "vi" becomes "I" only after people the citizen has named ("min søn og jeg … vi"); else None.
    """
    parts = prepare(text)
    if parts is None or any(_asks_or_orders(low(s)) for s in sentences(parts)):
        return None
    turned = second_person(parts)
    return join(turned) if turned else None


def sentences(parts: Tokens) -> list[Tokens]:
    """The tokens between sentence marks."""
    found: list[list[str]] = [[]]
    for part in parts:
        if part in ".!?…;–-":
            found.append([])
        else:
            found[-1].append(part)
    return [tuple(sentence) for sentence in found if sentence]


# ---- main clauses
# -------------------------------------------------------------------------------------------


def opinion_first(parts: Tokens) -> Tokens:
    """ "det er svært synes jeg" as "jeg synes det er svært"; other tokens as they were."""
    small = low(parts)
    if (
        len(parts) > 4
        and small[-1] == "jeg"
        and small[-2] in {"synes", "tror", "håber"}
        and subject_verb_at(small, 0)
    ):
        body = parts[:-3] if parts[-3] == "," else parts[:-2]
        return ("jeg", small[-2], *body)
    return parts


def is_sure(fields: Fields) -> bool:
    """Whether no further clause hides in the rest without a word that announces it (a run-on)."""
    small = low(fields.rest)
    announced = fields.verb.lower() in words.COMPLEMENT_VERBS and not fields.light
    verbs = [i for i, word in enumerate(small) if word in words.COUNTED_FINITE and small[i - 1 : i] != ("i",)]
    openers = sum(1 for i, word in enumerate(small) if _announces(small, i)) + announced
    if any(small[i - 1 : i] == (",",) for i in verbs) or any(
        _at_and_link(small, i) for i in range(len(small))
    ):
        return False
    if len(verbs) > openers or _ends_open(small) or (not small and fields.verb in words.SAY_VERBS):
        return False
    return all(_lawful_subject(small, i, announced) for i in range(len(small)))


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
    if word in words.SHY_SUBORDINATORS | {"så", "for"}:
        return subject_verb_at(small, i + 1) or verb_subject_at(small, i + 1)
    return word in words.CLAUSE_OPENERS


def _lawful_subject(small: Tokens, i: int, announced: bool) -> bool:
    """Whether a subject pronoun in the rest stands where a clause of its own may begin."""
    after = small[i + 1] if i + 1 < len(small) else ""
    if small[i] not in words.NOMINATIVES and not (
        small[i] in {"det", "den", "de"} and after in words.CLEAR_FINITE
    ):
        return True
    if i == 0:
        return announced
    before = small[i - 1]
    openers = words.CLAUSE_OPENERS | words.RELATIVE_HEADS | words.PREPOSITIONS
    return (
        before in openers or before in words.FINITE or (announced and before in words.ADVERBS | words.LIGHT)
    )


OPEN_ENDS = words.bag("fordi hvis når selvom at og men som en et eller")


def _ends_open(small: Tokens) -> bool:
    """Whether the clause breaks off: "… til at sige", "… fordi", or a doubtful "ikke" as a tag ("hårdt
    ikke").
    """
    if not small:
        return False
    breaks_off = small[-2:] == ("at", "sige") and not set(small) & words.QUESTION_WORDS
    return breaks_off or small[-1] in words.SAY_VERBS | OPEN_ENDS


def _tagged(fields: Fields) -> bool:
    """ "det er hårdt ik": a final "ikke" away from its verb is a tag, which asks."""
    return (
        len(fields.rest) > 1
        and fields.rest[-1].lower() == "ikke"
        and fields.rest[-2].lower() not in words.FINITE
    )


def sure_fields(parts: Tokens) -> Fields | None:
    """The fields of one clause, its dropped subject put in, if all of it is sure."""
    small = low(parts)
    if drops_subject(small):
        parts = ("jeg", small[0], *parts[1:])
    fields = parse(parts)
    if fields is None or not is_sure(fields) or _tagged(fields):
        return None
    before_rest = (fields.verb, *fields.light, *fields.adverbs)
    return replace(fields, rest=with_commas((*before_rest, *fields.rest))[len(before_rest) :])


def main_order(parts: Tokens, link: Tokens) -> Tokens | None:
    """One clause in main order, after its link is taken away; None if it cannot stand alone or is not
    sure.
    """
    small = low(link)
    if set(small) - words.STRIPPED_LINKS:
        return None
    if verb_subject_at(low(parts), 0) and not drops_subject(low(parts)):
        if small[-1:] != ("så",):
            return None
        parts = ("så", *parts)
    fields = sure_fields(parts)
    if fields is None:
        return None
    if low(fields.front) == ("så",) or not fields.front:
        return fields.main
    return (*fields.front, fields.verb, *fields.subject, *fields.light, *fields.adverbs, *fields.rest)


def lowered_first(parts: Tokens) -> Tokens:
    """The first word in lower case, unless it may be a name."""
    small = parts[0].lower()
    known = (
        small
        in words.SUBJECT_PRONOUNS
        | words.DETERMINERS
        | words.FRONT_ADVERBS
        | words.PREPOSITIONS
        | words.BARE_NOUNS
    )
    known = known or small in words.SUBORDINATORS | words.FINITE or small.endswith(("en", "et", "erne"))
    return (small if known else parts[0], *parts[1:])


def main_du(text: str) -> str | None:
    """A main clause in du-form that can be said alone, its opening "og", "men", "så", "ja" taken away.

    A dropped subject is put back ("vil gerne ud" → "du vil gerne ud"). None if any part is not sure.
    """
    parts = prepare(text)
    if parts is None or len(sentences(parts)) > 1 or not (parts := stripped(parts)):
        return None
    pieces = split(lowered_first(opinion_first(parts)))
    if not pieces or len(pieces) > MOST_CLAUSES:
        return None
    whole = _joined(pieces)
    turned = second_person(lowered_first(whole)) if whole else None
    return join(turned) if turned else None


def _joined(pieces: list[Tokens]) -> Tokens | None:
    """The clauses as one sentence, the first able to stand alone, each other behind its link; None if
    unsure.
    """
    link, body = take_link(pieces[0])
    if len(pieces) > 1 and (set(low(link)) & words.SUBORDINATORS or low(link) in words.PAIRED_LINKS):
        return _subordinate_first(pieces)
    whole = main_order(body, link)
    for piece in pieces[1:]:
        following = linked(piece)
        if whole is None or following is None:
            return None
        whole = (*whole, ",", *following)
    return whole


def _subordinate_first(pieces: list[Tokens]) -> Tokens | None:
    """ "når jeg …, er jeg …": the subordinate clause, a comma, and the main clause with its verb first."""
    first = linked(pieces[0])
    link, body = take_link(pieces[1])
    if first is None or not verb_subject_at(low(body), 0) or set(low(link)) - {"så"}:
        return None
    if sure_fields(("så", *body)) is None:
        return None
    whole: Tokens = (*first, ",", *link, *body)
    for piece in pieces[2:]:
        following = linked(piece)
        if following is None:
            return None
        whole = (*whole, ",", *following)
    return whole


def linked(piece: Tokens) -> Tokens | None:
    """A clause that follows another, with its link; subordinate order behind "fordi" and its like."""
    link, body = take_link(piece)
    small = low(link)
    if not link:
        return None
    if verb_subject_at(low(body), 0):
        sure = small[-1] == "så" and sure_fields(("så", *body))
        return piece if sure else None
    fields = sure_fields(body)
    if fields is None:
        return None
    if small[-1] in words.SUBORDINATORS or small in words.PAIRED_LINKS:
        return (*link, *fields.subordinate) if not fields.front else None
    return piece


# ---- commas
# -------------------------------------------------------------------------------------------------


def with_commas(parts: Tokens) -> Tokens:
    """The tokens with a comma before each clause inside ("du håber, du kan", "glad for, at du")."""
    small = low(parts)
    placed: list[str] = []
    for i, part in enumerate(parts):
        if i and small[i - 1] != "," and part != "," and _wants_comma(small, i):
            placed.append(",")
        placed.append(part)
    return tuple(placed)


def _wants_comma(small: Tokens, i: int) -> bool:
    word, before = small[i], small[i - 1]
    if _bare_complement(small, i):
        return True
    if before in NO_COMMA_AFTER:
        return False
    if (
        word == "at"
        and small[i + 1 : i + 2]
        and small[i + 1] in words.POSSESSIVES | words.NOMINATIVES | {"folk"}
    ):
        return not _joins_preposition(small, i)
    if word in {"at", "som", "om"} | words.QUESTION_WORDS:
        relative = word == "som" and bool(set(small[i + 1 : i + 2]) & words.CLEAR_FINITE)
        return (
            relative
            or small[i : i + 2] == ("som", "om")
            or (subject_verb_at(small, i + 1) and not _joins_preposition(small, i))
        )
    if word in {"fordi", "når", "hvis", "selvom", "men"}:
        return True
    if word == "nu":
        return small[i + 1 : i + 2] == ("hvor",)
    if word == "der":
        verb = small[adverbs_from(small, i + 1) :]
        plain = words.FINITE - words.COMPLEMENT_VERBS | words.QUESTION_WORDS
        return bool(verb) and verb[0] in words.CLEAR_FINITE and before not in plain
    return False


NO_COMMA_AFTER = words.SUBORDINATORS | words.bag("og men så at bare mest især også kun nu end som")


def _joins_preposition(small: Tokens, i: int) -> bool:
    """Whether "at" forms one link with the preposition before it: "uden at jeg", "for at jeg"; not
    "glad for, at".
    """
    if small[i] != "at" or small[i - 1] not in {"uden", "efter", "for"}:
        return False
    return not (small[i - 1] == "for" and i > 1 and small[i - 2] in words.FEELINGS)


def _bare_complement(small: Tokens, i: int) -> bool:
    """ "håber jeg kan", "tror ikke det er": a clause without "at" behind a verb of thinking or saying."""
    j = i - 1
    while j >= 0 and small[j] in words.ADVERBS - words.HOPED_ADVERBS:
        j -= 1
    if j < 0 or small[j] not in words.COMPLEMENT_VERBS or not subject_verb_at(small, i):
        return False
    return small[i - 1] not in words.NOMINATIVES


def is_harsh_on_self(text: str) -> bool:
    """Whether the citizen speaks so ill of themselves that the bot must not repeat it as a statement.

    Correct Danish is no reason to say "du er bare doven". Catches closed lists only, and rather too much.
    """
    plain = mend(text[: 4 * LONGEST_TEXT]).rstrip(" .!,…")
    return any(pattern.search(plain) for _, pattern in words.HARSH)
