# SPDX-License-Identifier: MPL-2.0
"""A thought in the citizen's own order, only turned to "du": where the grammar is not sure of its clauses."""

from __future__ import annotations

import re

from bot.danish.mend import mend
from bot.danish.person import to_du
from bot.danish.turning import without_fillers
from bot.danish.words import FINITE, INFINITIVES

FEWEST_WORDS, MOST_WORDS = 3, 18
"""A shorter clause says too little to be given back, a longer one is a speech."""
BARE_VERBS = frozenset([
    "ved", "har", "er", "var", "kan", "vil", "skal", "må", "går", "tror", "synes", "bliver", "får", "havde", "kunne",
    "ville",
])
"""A clause that opens with one of these has lost its subject, or is a question."""
HALF_ENDINGS = frozenset([
    "lide", "siger", "tror", "synes", "ved", "er", "når", "hvis", "at", "fordi", "som", "der", "og", "men", "om", "så",
    "var", "bliver", "nemlig", "især", "promise", "mener", "mente", "håber", "sagde", "skrev", "lover",
])
"""A clause that ends with one of these has been cut in the middle of a thought."""


def whole_of_a_short_one(du: str | None, text: str) -> str | None:
    """Of a short message whose clause begins with what points back ("det virker"), the whole, in its own order."""
    if du is None or du.split()[0].casefold() not in _POINTS_BACK or len(text.split()) > _SHORT_MESSAGE:
        return du
    plain = without_fillers(mend(text)).strip(" .!…")
    first = plain.split()[0].casefold().strip(".,!?…")
    one_sentence = not re.search(r"[.!?…]\s", plain)
    whole = to_du(plain) if one_sentence and first not in NOT_FIRST - {"det", "den"} else None
    return whole or du


_POINTS_BACK = frozenset(["det", "den", "de", "dem", "han", "hun", "ham", "hende", "derfor"])
_SHORT_MESSAGE = 14
NOT_FIRST = frozenset([
    "gid", "ja", "nej", "jo", "nå", "hej", "tak", "undskyld", "okay", "ok", "det", "den", "så", "og", "men", "fordi",
    "mm", "mig", "hvis", "når", "da", "siden", "mens", "inden", "før", "selvom", "indtil",
    "altså", "sådan", "ved", "næ", "øh", "øhm", "hm", "for", "som", "eller", "kan", "må", "skal", "vil",
])
"""What opens with one of these speaks to the bot, or hangs on something that is not there."""


def in_own_order(thought: str) -> str | None:
    """Where the grammar is not sure of the clauses, the thought in the citizen's own order, if it can stand alone."""
    plain = without_fillers(mend(thought)).strip(" .!,…")
    words = plain.casefold().split()
    if not words or words[:2] == ["hver", "gang"]:
        return None
    if len(words) > _MOST_IN_OWN_ORDER and ONE_SENTENCE.match(plain):
        return None
    if len(words) > _MOST_IN_OWN_ORDER:
        first, *others = plain.split(",")
        parts = (first, *(part for part in others if not part.strip().casefold().startswith("at ")))
        return next((du for part in parts if (du := _part_in_own_order(part))), None)
    pair = words[0] in _OPENS_A_PAIR and _PAIRED.search(plain)
    so_it_is = words[0] == "sådan" and words[1:2] and words[1] in FINITE
    opens_well = words[0] not in NOT_FIRST or so_it_is or bool(ONE_SENTENCE.match(plain) or pair)
    if len(words) < FEWEST_WORDS or not opens_well or words[-1] in HALF_ENDINGS or not _has_its_verb(words):
        return None
    return between_mains(to_du(plain))


def _has_its_verb(words: list[str]) -> bool:
    """A clause has a verb behind its first word, or is an infinitive: "at have nogen"; a torn-off piece has neither."""
    opens = words[0] not in FINITE or words[0] in _OPENS_A_PAIR
    return words[0] == "at" or (opens and bool(FINITE & set(words[1:])))


_SAID_BY = re.compile(
    r"\b(?:siger|sagde|synes|mener) (?:(?:han|hun|de|man|folk|alle|mor|far|(?:min|mit|mine|din|dit|dine) \w+)\b"
    r"|(?-i:[A-ZÆØÅ]\w+))(?: \w+){0,3}$", re.IGNORECASE)
_MAIN_BEHIND = re.compile(r"(?<!,) (og|men) (du|det|der|han|hun|de|man) (\w+)", re.IGNORECASE)


def between_mains(du: str | None) -> str | None:
    """The comma between two main clauses; None for what somebody else is reported to have said at its end."""
    if du is None or _SAID_BY.search(du):
        return None
    du = re.sub(r",\s*,", ",", du)
    behind = _MAIN_BEHIND.search(du)
    if behind is None or _ONE_OF_TWO.search(du[: behind.start()]):
        return du
    if behind[3].lower() not in FINITE or not FINITE & set(du[: behind.start()].casefold().split()):
        return du
    return f"{du[: behind.start()]},{du[behind.start() :]}"


_ONE_OF_TWO = re.compile(r"\b(?:din|dit|dine|hans|hendes) [\wæøå]+$", re.IGNORECASE)
""""din storebror og du skulle …": two who do it together, no clause of its own."""


def is_broken_off(words: list[str]) -> bool:
    """Whether a du-clause has lost its end or beginning, or its verb's form: "du ønsker dig", "du have ro"."""
    short = len(words) <= _SHORT and words[-1] in _NEEDS_MORE
    torn = words[0] == "der" and words[1:2] and words[1] in FINITE - _THERE
    no_form = words[0] == "du" and len(words) > 1 and words[1] in INFINITIVES - FINITE
    torn = torn or (words[0] in _NOT_THE_SUBJECT and words[1:2] and words[1] in FINITE) or words[0] in _TORN_OFF
    short = short or words[-2:] in _WISHES_WHAT or (words[0] in ("mere", "mindre") and bool(FINITE & set(words[1:4])))
    return short or bool(torn) or set(words) <= _ONLY_POINTS or no_form


_SHORT = 4
_WISHES_WHAT = (["ønsker", "dig"], ["ønskede", "dig"], ["tænke", "dig"], ["gerne", "have"], ["pris", "på"])
_TORN_OFF = frozenset(["gerne", "tar", "sætter", "gider"])
_NOT_THE_SUBJECT = frozenset(["meget", "lidt", "nok", "gerne", "også"])
_THERE = frozenset([
    "er", "var", "bliver", "blev", "skal", "skulle", "kan", "kunne", "må", "kommer", "kom", "har", "mangler",
    "sidder", "ligger", "står", "går", "gik", "bor", "sad", "lå", "stod", "findes", "hænger", "sker", "skete", "blev",
])
_ONLY_POINTS = frozenset([
    "ligesom", "bare", "også", "ikke", "jo", "nok", "vel", "det", "er", "den", "de", "var", "der", "så",
])
_NEEDS_MORE = frozenset(["kunnet", "gjort", "den", "sagt", "haft", "fået", "villet", "skullet"])


def _part_in_own_order(part: str) -> str | None:
    """A part of a long thought between its commas, if it is about the citizen."""
    words = part.casefold().split()
    fits = FEWEST_WORDS < len(words) <= MOST_WORDS and words[0] in ("jeg", "at")
    return to_du(part.strip()) if fits and words[-1] not in HALF_ENDINGS else None


_MOST_IN_OWN_ORDER = 13
ONE_SENTENCE = re.compile(r"det,? (?:der|jeg|som) |det er (?:\w+ ){1,3}siden\b", re.IGNORECASE)
""""Det, der holder mig oppe, er koret": one sentence, though it has two verbs."""
_OPENS_A_PAIR = frozenset(["når", "hvis", "da"])
_PAIRED = re.compile(r"\w(?:,| så) \w+ (?:jeg|det|der|han|hun|vi|de|min|mit)\b", re.IGNORECASE)
"""A "når" or "hvis" with its main clause behind it."""
