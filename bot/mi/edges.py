# SPDX-License-Identifier: MPL-2.0
"""Where a thought stands in its message: whether it may be taken out of it and still says what the citizen said."""

from __future__ import annotations

import re

from bot.danish import words
from bot.danish.mend import mend, tokens
from bot.danish.subjects import clause_at
from bot.danish.words import Tokens, low

_ENDS = frozenset(".!?…;")
_TEARS = frozenset("-–—:/()+*=»«\"”“'")
"""What follows a dash or a colon explains what stands before it, or is another's voice."""
_BINDS = words.bag("hvis når at om som der hvor hvad hvem hvordan hvorfor hvornår medmindre uden før inden indtil end for "
                   "mens hvilket til efter bare ellers især undtagen bortset")
"""What opens with one of these says on what condition, for what or of whom the clause before holds."""
_FREE = words.bag("men og så fordi selvom eftersom for siden skønt da også")
"""Behind one of these a clause may be left out, and what stands before it still holds."""
_GOVERNS = words.bag("at om som der hvad hvem hvor hvordan hvorfor hvornår hvilken hvilket hvilke end eller hvis når da mens "
                     "fordi indtil inden medmindre selvom uden uanset gid bare") | words.COMPLEMENT_VERBS
"""A clause right behind one of these is its, and not a statement of the citizen's."""
_SUPPOSES = words.bag("hvis når gid drømmer drømte drøm drømmen forestiller forestil ønsker ønske håber håb kunne ville skulle gerne "
                      "måtte medmindre hvergang")
_HANGS = words.bag("og så for")
_AIMS = words.bag("kan kunne slipper slap får fik skal skulle vil ville bliver ikke altid aldrig bare")
_POINTS = words.bag("det den dem de ham hende sådan")


def stands_free(thought: str, text: str) -> bool:
    """Whether the message neither governs the thought from before nor goes on with it behind."""
    inside, whole = tuple(tokens(thought)), tuple(tokens(mend(text)))
    place = _place_of(low(inside), low(whole))
    if place is None:
        return False
    start, end = place
    small, after = low(inside), low(whole)[end:]
    if _is_joined_inside(small, after) or _is_half_of_a_cleft(small, after):
        return False
    if small[0] in words.FINITE and set(after[after[:1] == (",",) :][:1]) == {"så"}:
        return False  # "står i et køkken så kan jeg …" is said for "når jeg står …"
    if small[0] == "at" and (start or not set(after[:1]) <= _ENDS):
        return False  # an infinitive answers a question alone, and is a fragment beside other words
    return _ends_freely(low(whole), end) and _begins_freely(low(whole), start)


def _is_joined_inside(inside: Tokens, after: Tokens) -> bool:
    """ "… bange for at jeg sætter mig | og så kan jeg ikke …", "det bedste, | jeg har": the end goes on in what follows."""
    following = after[after[:1] == (",",) :]
    if inside[-1] in words.RELATIVE_HEADS | {"sted"} and set(following[:1]) & {"jeg", "vi", "man"}:
        return True
    joined = following[:1] == ("og",) and (following is after or following[1:2] == ("så",))
    return joined and bool(set(inside[1:]) & _OPENS_INSIDE)


def _is_half_of_a_cleft(inside: Tokens, after: Tokens) -> bool:
    """ "det er ham, | der skal begynde"."""
    goes_on = set(after[after[:1] == (",",) :][:1]) & {"der", "som"}
    return inside[:1] == ("det",) and inside[1:2] in {("er",), ("var",)} and bool(goes_on)


_OPENS_INSIDE = words.bag("at om hvis når fordi mens")


def _place_of(inside: Tokens, whole: Tokens) -> tuple[int, int] | None:
    """Start and end of the thought among the tokens; commas may have been put into it. None if it is not there."""
    wanted = tuple(part for part in inside if part != ",")
    at = [i for i, part in enumerate(whole) if part != ","]
    plain = tuple(whole[i] for i in at)
    for i in range(len(plain) - len(wanted) + 1):
        if plain[i : i + len(wanted)] == wanted:
            return at[i], at[i + len(wanted) - 1] + 1
    return None


def _ends_freely(whole: Tokens, end: int) -> bool:
    after = whole[end:]
    if not after or after[0] in _ENDS:
        return True
    if after[0] in _TEARS:
        return False
    marked = after[0] == ","
    following = after[marked:]
    if not following:
        return True
    if following[0] in _FREE:
        return True
    if following[0] in _BINDS and not (marked and following[0] in {"der", "da"} and clause_at(following, 0)):
        return False
    return clause_at(following, 0) and (marked or whole[end - 1] in words.SAFE_ENDS)


def _begins_freely(whole: Tokens, start: int) -> bool:
    """Whether nothing before governs the thought, and it does not say what would be or what follows from that."""
    link, *behind = whole[start : start + 4]
    if not start:
        return True
    if link == "ellers" or _points_from_the_front(link, behind):
        return False
    before = whole[start - 1]
    if before in _ENDS:
        return True
    if before in _TEARS:
        return False
    sentence = _sentence_before(whole, start)
    marked = before == ","
    last = sentence[-1 - marked :][:1]
    if set(last) & (_GOVERNS if not marked else _GOVERNS - words.COMPLEMENT_VERBS | _SAYS):
        return False
    if link in _HANGS and set(sentence) & _SUPPOSES:
        return False
    if not marked and link in words.SUBJECT_PRONOUNS and before not in words.SAFE_ENDS:
        return False
    if link == "der" and not (marked and set(behind[:1]) & _THERE and set(behind[1:4]) & _INDEFINITE):
        return False  # a relative clause, or it might be one
    if link == "og" and not marked and set(_since_the_comma(sentence)) & _OPENS_INSIDE:
        return False  # "hvis nogen henter mig og | jeg kan …": it may hang on the same "hvis"
    if marked and link in words.SUBJECT_PRONOUNS - words.NOMINATIVES and words.FINITE.isdisjoint(sentence):
        return False  # "en båd i Svendborg, det er drømmen"
    if link in {"og", "for"} and behind[:1] == ["så"] and set(behind[1:2]) & _FOLLOWS:
        return False
    return not (link == "så" and set(behind[:3]) & _AIMS)


_FOLLOWS = words.bag("er bliver kan skal vil må har går")
"""Behind "og så" what follows from what was told, and not what is."""


def _points_from_the_front(link: str, behind: list[str]) -> bool:
    """ "det lader jeg ligge", "den har jeg ikke": what it is stands in the clause before."""
    if link in {"og", "men", "for", "så"} and behind:
        link, *behind = behind
    return link in _POINTS and bool(set(behind[:1]) & words.FINITE) and bool(set(behind[1:2]) & words.INVERTED_SUBJECTS)


def _since_the_comma(sentence: Tokens) -> Tokens:
    return sentence[max((i + 1 for i, word in enumerate(sentence) if word == ","), default=0) :]


_THERE = words.bag("er var kommer bliver mangler står sidder ligger")
_INDEFINITE = words.bag("en et noget nogen nogle ingen ikke intet mange flere alt altid kun så to tre fire fem")
_SAYS = words.bag("siger sagde tænker tænkte skriver skrev råber mener synes tror spørger")


def _sentence_before(whole: Tokens, start: int) -> Tokens:
    first = max((i + 1 for i in range(start) if whole[i] in _ENDS), default=0)
    return whole[first:start]


