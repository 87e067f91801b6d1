# SPDX-License-Identifier: MPL-2.0
"""Reads a message for danger with word patterns alone: no model, no network, no state."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.care import means
from bot.care.danger_words import PARTS, TABLE, DangerKind, DangerPattern
from bot.care.figures_of_speech import ABOUT_ANOTHER, DENIED_ACT, FIRST_PERSON, HARMLESS, STORIES, Harmless
from bot.codebook import SAFETY_ORDER, Safety, worst

__all__ = ["DangerKind", "Sign", "kind_of", "look_for_danger", "plain", "signs_of_danger", "why"]

# --- folding ----------------------------------------------------------------------------------------------

LONGEST_PIECE = 50  # words; longer run-ons are cut so that each pattern stays cheap
OVERLAP = 12  # words repeated between two cuts, so that no phrase is lost at the cut
LONGEST_WORD = 40  # characters; nothing longer is a word
WORDS_BEFORE = 8  # how far back the subject of a weak phrase is looked for

FOLDS = (("ae", "e"), ("oe", "o"), ("aa", "a"), ("æ", "e"), ("ä", "e"), ("ø", "o"), ("ö", "o"), ("å", "a"))
DOUBLED = re.compile(r"([a-z])\1+")
DOUBLED_IN_PATTERN = re.compile(r"\\.|([a-z])\1+")
SENTENCE_END = re.compile(r"[.!?;:\n…]+")
INSIDE_WORD = re.compile(r"['’`´*_-](?=\w)(?<=\w.)")
WORD_OR_END = re.compile(r"[^\W_]+|\.")
SPELLED_OUT = re.compile(r"\w (?<!\w..)(?:\w ){2,29}\w(?!\w)")
DIGIT_AS_LETTER = re.compile(r"[013](?<=[a-zæøå].)(?=[a-zæøå]|\b)")
LETTER_OF_DIGIT = {"0": "o", "1": "i", "3": "e"}
UNSEEN = re.compile("[\u00ad\u0300-\u036f\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
LAUGHTER = re.compile("[😂🤣😅]")


def fold_letters(text: str) -> str:
    """Maps the ways of writing æ, ø and å to one letter each and doubled letters to single ones."""
    for before, after in FOLDS:
        text = text.replace(before, after)
    return DOUBLED.sub(r"\1", text)


def fold_pattern(words: str) -> str:
    """A regex folded as the text it reads is; escapes such as `\\b` pass through."""
    for before, after in FOLDS:
        words = words.replace(before, after)
    return DOUBLED_IN_PATTERN.sub(lambda found: found[1] or found[0], words)


def plain(text: str) -> str:
    """The text as patterns read it: folded lower-case words, single spaces, " . " at sentence ends."""
    text = unicodedata.normalize("NFKC", LAUGHTER.sub(" haha ", text)).casefold()
    text = INSIDE_WORD.sub("", SENTENCE_END.sub(" . ", UNSEEN.sub("", text)))
    text = DIGIT_AS_LETTER.sub(lambda found: LETTER_OF_DIGIT[found[0]], text)
    text = " ".join(WORD_OR_END.findall(fold_letters(text)))
    text = SPELLED_OUT.sub(lambda found: found[0].replace(" ", ""), text)
    words = (word for word in text.split(" ") if len(word) <= LONGEST_WORD)
    return " ".join(word if len(word) < SHORTEST_MENDED else mend(word) for word in words)


# --- misspelt danger words --------------------------------------------------------------------------------

# first letter -> the words meant, with how many letters may be wrong, swapped or missing
LIFE_WORDS = (("selvmord", 1), ("selvskade", 1))
FUZZY = {
    "s": LIFE_WORDS, "z": LIFE_WORDS, "c": LIFE_WORDS,
    "o": (("overdosis", 2),), "a": (("afskedsbrev", 2), ("overdosis", 2)),
    "b": (("barberblad", 2),), "k": (("kvelertag", 1),),
}
SHORTEST_MENDED = 7
NOT_MISSPELT = frozenset({"selvmodsigende", "selvskabt", "selvskabte", "selvskreven"})


@lru_cache(maxsize=8192)
def mend(word: str) -> str:
    """A danger word for its misspelling ("sælvmor" → "selvmord"), every other word unchanged."""
    if len(word) < SHORTEST_MENDED or word in NOT_MISSPELT:
        return word
    return next((meant for meant, edits in FUZZY.get(word[0], ()) if is_nearly(word, meant, edits)), word)


def is_nearly(word: str, meant: str, edits: int) -> bool:
    """Whether the word, or its beginning when it is a compound, is the meant one but for a few letters."""
    length = len(meant)
    return any(OSA.distance(word[:end], meant, score_cutoff=edits) <= edits for end in (length, length + 1))


# --- the two tables, compiled -----------------------------------------------------------------------------

PART = re.compile(r"<(\w+)>")
ALL_PARTS = PARTS | {"ABOUT": f"(?:{'|'.join(sorted(ABOUT_ANOTHER))})", "denied": DENIED_ACT}


class Reader(NamedTuple):
    """A row of a table with its compiled pattern; its place in `READERS` is its bit in a mask of readers."""

    row: DangerPattern | Harmless
    pattern: re.Pattern[str]


def expand(words: str) -> str:
    """The pattern with its `<parts>` written out, parts within parts as well."""
    while PART.search(words):
        words = PART.sub(lambda found: ALL_PARTS[found[1]], words)
    return words


def read_row(row: DangerPattern | Harmless) -> Reader:
    """A table row ready to read with."""
    return Reader(row, re.compile(rf"(?<!\w)(?:{fold_pattern(expand(row.words).lower())})(?!\w)"))


SHORT, LONG = 3, 5  # letters: a piece in `near` of at most SHORT begins a word, a longer one is cut to LONG
# (and one written "=ar" is a whole word)


def index_of_near(rows: tuple[DangerPattern | Harmless, ...]) -> dict[str, int]:
    """Each piece of a word in `near` -> the bits of the rows that are tried where it occurs."""
    index: dict[str, int] = {}
    for place, row in enumerate(rows):
        for part in fold_letters(row.near).split():
            key = part if part.startswith("=") else part[:LONG]
            index[key] = index.get(key, 0) | 1 << place
    return index


ROWS: tuple[DangerPattern | Harmless, ...] = (*HARMLESS, *TABLE)
READERS = tuple(read_row(row) for row in ROWS)
NEAR = index_of_near(ROWS)
FIRST = frozenset(fold_letters(word) for word in FIRST_PERSON)
OTHERS = frozenset(fold_letters(word) for word in ABOUT_ANOTHER)
STORY = frozenset(fold_letters(word) for word in STORIES)

# --- looking ----------------------------------------------------------------------------------------------

KIND_ORDER = (
    DangerKind.OVERDOSE, DangerKind.PILLS, DangerKind.PSYCHOSIS, DangerKind.HARM_TO_OTHER, DangerKind.VIOLENCE,
    DangerKind.SELF_HARM, DangerKind.SUICIDE,
)


class Sign(NamedTuple):
    """One thing that pointed at danger: its level, its kind, and the name and reason for staff."""

    level: Safety
    kind: DangerKind
    name: str
    why: str


def pieces_of(text: str) -> Iterator[str]:
    """The sentences of folded text, each once, long ones cut in overlapping pieces."""
    for sentence in dict.fromkeys(text.split(" . ")):
        words = sentence.split()
        for start in range(0, max(len(words), 1), LONGEST_PIECE - OVERLAP):
            yield " ".join(words[start : start + LONGEST_PIECE])


@lru_cache(maxsize=16384)
def readers_near(word: str) -> int:
    """The bits of the rows that this word calls for, by its beginning and its runs of four or five."""
    mask = NEAR.get("=" + word, 0)
    for length in range(1, SHORT + 1):
        mask |= NEAR.get(word[:length], 0)
    for start in range(len(word) - SHORT):
        mask |= NEAR.get(word[start : start + LONG - 1], 0) | NEAR.get(word[start : start + LONG], 0)
    return mask


def readers_for(piece: str) -> Iterator[Reader]:
    """The rows worth trying on this piece, the harmless first, in the order of the tables."""
    mask = reduce(or_, map(readers_near, piece.split()), 0)
    while mask:
        lowest = mask & -mask
        yield READERS[lowest.bit_length() - 1]
        mask ^= lowest


def is_about_another(piece: str, found: re.Match[str]) -> bool:
    """Whether a weak phrase is somebody else's: it has no "jeg" or "mig", and another is its subject."""
    if not FIRST.isdisjoint(found[0].split()):
        return False
    if not STORY.isdisjoint(piece.split()):
        return True
    before = piece[: found.start()].split()[-WORDS_BEFORE:]
    subject = next((word for word in reversed(before) if word in FIRST or word in OTHERS), "")
    return subject in OTHERS


def signs_in(piece: str) -> Iterator[Sign]:
    """What one piece holds: harmless phrases are taken out first; a denial among them leaves a concern."""
    for row, pattern in readers_for(piece):
        if isinstance(row, Harmless):
            piece, times = pattern.subn("§", piece)
            if times and row.level is not Safety.NONE:
                yield Sign(row.level, DangerKind.SUICIDE, row.name, row.why)
        elif (found := pattern.search(piece)) and not (row.weak and is_about_another(piece, found)):
            yield Sign(row.level, row.kind, row.name, row.why)


def each_sign(text: str) -> Iterator[Sign]:
    """Everything in the message that points at danger, piece by piece, as it is found."""
    if means.PILLS_MEANT.search(text):
        yield Sign(Safety.ACUTE, DangerKind.PILLS, "pills_and_taking_them", "pills at hand, and the taking of them")
    wish_to_die = means.WISH_TO_DIE.search(text)
    if wish_to_die and (named := means.AT_HAND.search(text)):
        kind = DangerKind.PILLS if named["pills"] else DangerKind.SUICIDE
        yield Sign(Safety.ACUTE, kind, "wish_to_die_and_means", "a wish to die, and the means at hand")
    no_wish_to_be = wish_to_die or means.PASSIVE_WISH.search(text)
    if means.PILLS_THOUGHT_OF.search(text) or (no_wish_to_be and means.has_pills(text)):
        yield Sign(Safety.ACUTE, DangerKind.PILLS, "pills_and_no_wish_to_be", "pills at hand, and no wish to be here")
    for piece in dict.fromkeys(pieces_of(plain(text))):
        yield from signs_in(piece)


def signs_of_danger(text: str) -> tuple[Sign, ...]:
    """Everything in the message that points at danger, the worst first, each name once."""
    found: dict[str, Sign] = {}
    for sign in each_sign(text):
        found.setdefault(sign.name, sign)
    return tuple(sorted(found.values(), key=lambda sign: -SAFETY_ORDER.index(sign.level)))


def look_for_danger(text: str) -> Safety:
    """How dangerous the message is by its words alone; never raises, takes any length, stops at the worst."""
    level = Safety.NONE
    for sign in each_sign(text):
        level = worst(level, sign.level)
        if level is Safety.ACUTE:
            break
    return level


def kind_of(text: str) -> DangerKind:
    """What the worst danger in the message is about; `unknown` where no pattern fired."""
    signs = signs_of_danger(text)
    kinds = {sign.kind for sign in signs if sign.level is signs[0].level}
    if DangerKind.OVERDOSE in kinds and _NOT_TAKEN_YET.search(text) and not _TAKEN.search(text):
        kinds = kinds - {DangerKind.OVERDOSE} | {DangerKind.PILLS}
    return next((kind for kind in KIND_ORDER if kind in kinds), DangerKind.UNKNOWN)


_NOT_TAKEN_YET = re.compile(
    r"\bfrem\b|\b(?:tænker|tænkt) på at (?:tage|sluge|spise)|\b(?:vil|skal|overvejer at) (?:tage|sluge|spise)\b"
    r"|\b(?:tager|ta'r|sluger|spiser)\b.{0,40}\b(?:i ?nat|i ?aften|senere|i ?morgen|om lidt)\b", re.IGNORECASE)
"""Pills are at hand or meant, and nothing says that they are swallowed."""
_TAKEN = re.compile(
    r"\b(?:slugt|slugte|spist|spiste|bundet|downet|tog|taget)\b(?!.{0,30}\bfrem\b)", re.IGNORECASE)


def why(text: str) -> tuple[str, ...]:
    """The names of the patterns that fired, the worst first: for staff, and without the citizen's words."""
    return tuple(sign.name for sign in signs_of_danger(text))
