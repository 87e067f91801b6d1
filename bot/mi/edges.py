# SPDX-License-Identifier: MPL-2.0
"""Where a thought stands in its message: whether it may be taken out of it and still says what the citizen said."""

from __future__ import annotations

from dataclasses import dataclass

from bot.danish import words
from bot.danish.mend import mend, tokens
from bot.danish.subjects import clause_at, subject_verb_at, verb_noun_at
from bot.danish.words import Tokens, adverbs_from, low

_ENDS = frozenset(".!?…;")
_TEARS = frozenset("-–—:/()+*=»«\"”“'")
"""What follows a dash or a colon explains what stands before it, or is another's voice."""


@dataclass(frozen=True)
class Place:
    """A thought among the tokens of its message, all in small letters: what stands before it and behind it.

    `before` and `after` reach to the ends of the sentence and no comma stands at their inner ends; `cut_before` and
    `cut_after` tell the mark there: a comma, another mark, or "" where only words stand; None at an end of a sentence.
    """

    inside: Tokens
    before: Tokens
    after: Tokens
    cut_before: str | None
    cut_after: str | None
    first: bool
    long: bool


def stands_free(thought: str, text: str) -> bool:
    """Whether the message neither governs the thought from before nor goes on with it behind."""
    place = _place_of(_plain(thought), _plain(text))
    return place is not None and not any(holds(place) for holds in _BINDS_IT)


def _plain(text: str) -> Tokens:
    """The mended tokens in small letters and without stress: "dét" as "det"."""
    return tuple(_UNSTRESSED.get(token, token) for token in low(tokens(mend(text))))


_UNSTRESSED = {"dét": "det", "dén": "den", "dér": "der", "én": "en", "ét": "et"}


def _place_of(inside: Tokens, whole: Tokens) -> Place | None:
    """None if it is not there; commas may have been put into it."""
    wanted = tuple(part for part in inside if part != ",")
    at = [i for i, part in enumerate(whole) if part != ","]
    plain = tuple(whole[i] for i in at)
    for i in range(len(plain) - len(wanted) + 1):
        if plain[i : i + len(wanted)] == wanted:
            return _place_at(whole, at[i], at[i + len(wanted) - 1] + 1)
    return None


_LONG = 40
"""Of a message of more words only what has a mark at both ends is taken out."""


def _place_at(whole: Tokens, start: int, end: int) -> Place:
    before = whole[max((i + 1 for i in range(start) if whole[i] in _ENDS), default=0) : start]
    after = whole[end : next((i for i in range(end, len(whole)) if whole[i] in _ENDS), len(whole))]
    cut_before = _mark(before[-1:]) if before else None
    cut_after = _mark(after[:1]) if after else None
    return Place(
        whole[start:end], before[: len(before) - bool(cut_before)], after[bool(cut_after) :], cut_before, cut_after,
        first=not start, long=len(whole) > _LONG)


def _mark(edge: Tokens) -> str:
    return edge[0] if edge[0] in _TEARS | {","} else ""


def _is_torn(place: Place) -> bool:
    return {place.cut_before, place.cut_after} - {None, "", ","} != set()


_BINDS = words.bag(
    "hvis når at om som der hvor hvad hvem hvordan hvorfor hvornår medmindre uden før inden indtil end for mens "
    "hvilket til efter bare især undtagen bortset"
)
"""What opens with one of these says on what condition, for what or of whom the clause before holds."""
_LEAVES_FREE = words.bag("men og så fordi selvom eftersom for siden skønt da også ellers altså")
"""What opens with one of these may be left out, and what stands before it still holds."""
_NARROWS = frozenset([
    ("men", "kun"), ("men", "som"), ("men", "der"), ("men", "bare"), ("men", "først"), ("men", "helst"),
    ("men", "ikke"), ("men", "ik"), ("bare", "ikke"), ("bare", "ik"), ("dog", "ikke")])
"""What opens so takes a part of it back: "jeg vil gerne på hf, | men kun hvis det er et lille hold"."""
_OPENS_ANEW = words.SUBJECT_PRONOUNS | words.POSSESSIVES | words.FRONT_ADVERBS


def _goes_on_behind(place: Place) -> bool:
    after = place.after
    if place.cut_after is None or not after:
        return False
    if after[0] == "der":
        return not (place.cut_after and _tells_that_there_is(after))
    if after[0] == "og" and not place.cut_after:
        return not set(after[1:2]) & _OPENS_ANEW
    if after[:2] in _NARROWS or (after[:2] in _BUT_WHY and not {"ikke", "ik"}.isdisjoint(place.inside)):
        return True
    if after[0] in words.NOMINATIVES and _has_subordinate_order(after):
        return True  # "… på en frekvens, | jeg ikke kan holde ud"
    if after[0] in _LEAVES_FREE:
        return after[0] == "for" and place.inside[-1] in words.FEELINGS
    if after[0] in _BINDS or not clause_at(after, 0) or (after[0] in words.INFINITIVES and "at" in place.inside):
        return True  # "… går mest med at sove, | vaske tøj og …"
    return not place.cut_after and place.inside[-1] not in words.SAFE_ENDS


_BUT_WHY = frozenset([("men", "fordi"), ("men", "for")])
""""… ikke for syns skyld, | men fordi jeg ved …"."""


def _has_subordinate_order(clause: Tokens) -> bool:
    """ "jeg ikke kan": an adverb stands between the subject and its verb."""
    verb = adverbs_from(clause, 1)
    return verb > 1 and bool(set(clause[verb : verb + 1]) & words.FINITE)


def _tells_that_there_is(clause: Tokens) -> bool:
    """ "der er ingen …", "der skal handles", and not the "der" of a relative clause."""
    if set(clause[1:2]) & _MUST and clause[2:3] and (clause[2].endswith("s") or clause[2] == "ske"):
        return True
    return bool(set(clause[1:2]) & _THERE) and bool(set(clause[2:5]) & _INDEFINITE)


_THERE = words.bag("er var kommer bliver mangler står sidder ligger")
_MUST = words.bag("skal må kan bliver skulle måtte")
_INDEFINITE = words.bag("en et noget nogen nogle ingen ikke intet mange flere alt altid kun så to tre fire fem")
_OPENS_INSIDE = words.bag("at om hvis når fordi mens hvor som")


def _opens_a_clause(small: Tokens) -> bool:
    return any(word in _OPENS_INSIDE and subject_verb_at(small, i + 1) for i, word in enumerate(small))


def _is_joined_inside(place: Place) -> bool:
    """ "… bange for at jeg sætter mig | og så kan jeg ikke …", "…, når jeg er der | så …"."""
    if place.after[:2] in {("og", "så"), ("så", "og")} and set(place.after[2:3]) & _FOLLOWS and not place.cut_after:
        return True  # "jeg kan love ham noget | og så bliver jeg syg"
    opened = _opens_a_clause(place.inside[1:])
    if place.after[:1] == ("og",):
        return opened and (not place.cut_after or place.after[1:2] == ("så",))
    conditions = place.inside[0] not in {"når", "hvis"} and bool(set(place.inside) & {"når", "hvis"})
    return place.after[:1] == ("så",) and (conditions or place.inside[0] in words.FINITE)


def _is_described_behind(place: Place) -> bool:
    """ "det er ham, | der skal begynde", "det er det bedste, | jeg har", "det er fire timer, | jeg kunne …"."""
    inside = place.inside[place.inside[0] in {"og", "men"} :]
    after = set(place.after[:1])
    if inside[-2:] == ("kan", "være") and after:
        return True
    cleft = inside[:2] in _IT_IS
    head = inside[-1] in words.RELATIVE_HEADS | {"sted"} or inside[-1].endswith("ste")
    head = head or (cleft and inside[-1] in words.TIME_NOUNS)
    return bool(cleft and after & {"der", "som"}) or (head and bool(after & {"jeg", "vi", "man"}))


_GOVERNS = words.bag(
    "at om som der hvad hvem hvor hvordan hvorfor hvornår hvilken hvilket hvilke end eller hvis når da mens fordi "
    "indtil inden medmindre selvom uden uanset gid bare"
)
_SAYS = words.bag("siger sagde tænker tænkte skriver skrev råber mener synes tror spørger")


def _is_governed(place: Place) -> bool:
    """Right behind one of these a clause is its, and not a statement of the citizen's."""
    if place.cut_before is None:
        return False
    if place.inside[0] in words.QUESTION_WORDS or place.before[-2:] == ("kan", "være"):
        return True
    thinks = place.before[-3:-1]
    if len(thinks) > 1 and thinks[0] in _SAYS and thinks[1] in words.NOMINATIVES and place.before[-1] in _SOFTENS:
        return True  # "tror jeg godt, | jeg kunne tage bussen"
    governs = _GOVERNS | (_SAYS if place.cut_before else words.COMPLEMENT_VERBS)
    return bool(set(place.before[-1:]) & governs)


_SOFTENS = words.ADVERBS | {"godt", "nok", "faktisk"}
_SUPPOSES = words.bag(
    "hvis når gid drømmer drømte drøm drømmen forestiller forestil ønsker ønske håber håb kunne ville skulle gerne "
    "måtte medmindre"
)
_PAST_MODALS = words.bag("kunne ville skulle måtte")
_KEEPS_ITS_THEN = _PAST_MODALS | words.bag("fik slap gad turde havde var blev gik kom tog")
"""Of what would be or was, said back with its "så"."""
_FOLLOWS = words.bag("er bliver kan skal vil må har går siger tænker svarer glemmer mister føler tror husker griner")
_AIMS = words.bag("kan kunne slipper slap får fik skal skulle vil ville bliver ikke altid aldrig bare")


def _says_what_would_be(place: Place) -> bool:
    """Behind a condition or a wish "og", "så" and "for" go on with it; "og så er …" tells what follows from it."""
    link, behind = place.inside[0], place.inside[1:]
    if place.before[-1:] == ("for",) or place.inside[:2] == ("for", "så"):
        return "så" in place.inside[:2]  # "det vil jeg ikke | for så ligger jeg vågen"
    if link not in {"og", "så", "for"}:  # "hvis du sad her, tror jeg godt, | jeg kunne tage bussen"
        return place.cut_before == "," and place.before[:1] == ("hvis",)
    if place.cut_before is None:
        return link == "så" and bool(set(behind[:1]) & words.FINITE) and not set(behind[:1]) & _KEEPS_ITS_THEN
    if set(place.before) & _SUPPOSES or set(behind[:2]) & _PAST_MODALS:
        return True
    then = behind[behind[:1] == ("så",) :][:1] if link == "så" or behind[:1] == ("så",) else ()
    others = link == "så" and bool(set(behind[:1]) & words.FINITE) and set(behind[1:2]) != {"jeg"}
    return others or bool(set(then) & _FOLLOWS) or (link == "så" and bool(set(behind[:3]) & _AIMS))


def _hangs_on_what_is_before(place: Place) -> bool:
    """A relative clause, a second half of a subordinate one, or a pronoun for what stands before the comma."""
    if place.cut_before is None:
        return False
    link = place.inside[0]
    if link == "der":
        return place.cut_before in ("", ",") or not _tells_that_there_is(place.inside)
    if place.inside[-1] in words.PREPOSITIONS or (not place.cut_before and place.before[-1] in _HEADS):
        return True  # "ham | jeg spiller med"
    if link == "og" and not place.cut_before:
        since = max((i + 1 for i, word in enumerate(place.before) if word == ","), default=0)
        return _opens_a_clause(place.before[since:]) or not set(place.inside[1:2]) & _OPENS_ANEW
    if link not in words.SUBJECT_PRONOUNS:
        return False
    if not place.cut_before:
        return place.before[-1] not in words.SAFE_ENDS
    return words.FINITE.isdisjoint(place.before) and link not in words.NOMINATIVES


_HEADS = words.bag("ham hende dem den det alle en et noget nogen ting")


def _describes_a_noun(place: Place) -> bool:
    """ "de tre jakker, | jeg købte", "det er koret, | jeg længes efter", "en bog, | jeg nok ikke bliver færdig med"."""
    person = place.cut_before == "," and set(place.before[-1:]) & {"ham", "hende", "dem"}
    if person and place.inside[0] not in _LEAVES_FREE:
        return True  # "jeg var ham, | de andre ringede til"
    if place.cut_before != "," or place.inside[0] not in words.NOMINATIVES | words.POSSESSIVES:
        return False
    verb = adverbs_from(place.inside, 1)
    if verb > 1 and set(place.inside[verb : verb + 1]) & words.FINITE:
        return True
    pointed = place.before[-_LONGEST_NOUN:]
    at = max((i for i, word in enumerate(pointed) if word in _POINTS_AT), default=None)
    if not place.before:
        return False
    noun = at is not None and words.FINITE.isdisjoint(pointed[at + 1 :]) and pointed[at + 1 :] != ()
    since = max((i + 1 for i, word in enumerate(place.before) if word in _TEARS | {","}), default=0)
    loose_end = place.inside[-1] in words.PREPOSITIONS or place.before[-1] in words.TIME_NOUNS
    since += place.before[since : since + 1] in {("og",), ("men",)}
    cleft = place.before[since : since + 2] in _IT_IS and loose_end
    return noun or cleft or place.before[-1] in words.RELATIVE_HEADS or place.before[-1].endswith("ste")


_IT_IS = frozenset([("det", "er"), ("det", "var")])
_LONGEST_NOUN = 4
_POINTS_AT = words.bag("de den det dem alt")


def _points_from_the_front(place: Place) -> bool:
    """ "det lader jeg ligge", "den har jeg ikke", "ellers går det galt": what it is stands in the clause before."""
    small = place.inside[place.inside[0] in {"og", "men", "for", "så"} :]
    if place.first or not small:
        return False
    fronted = small[0] in {"det", "den", "dem", "de", "ham", "hende", "sådan"} and verb_noun_at(small, 1)
    owned = small[0] in {"det", "den"} and set(small[1:2]) & words.FINITE and set(small[2:3]) & words.POSSESSIVES
    beside_another = small[:2] in _IN_CONTRAST or small[0] in {"ellers", "før", "dengang"}
    return beside_another or bool(owned) or (fronted and not subject_verb_at(small, 0)) or (
        fronted and bool(set(small[2:3]) & words.INVERTED_SUBJECTS))


_IN_CONTRAST = frozenset([
    ("andre", "dage"), ("andre", "gange"), ("om", "aftenen"), ("om", "formiddagen"), ("om", "natten"), ("om", "dagen")])
"""In a message of several sentences these stand against something else that is told beside them."""


def _is_an_answer_beside_others(place: Place) -> bool:
    """An infinitive answers a question alone, and is a fragment beside other words."""
    return place.inside[0] == "at" and not (place.first and place.cut_after is None)


def _explains_itself(place: Place) -> bool:
    """ "…, altså hun sidder og jeg skriver": what stands behind the word is another try."""
    return "altså" in place.inside[1:]


def _is_lost_in_a_speech(place: Place) -> bool:
    return place.long and "" in (place.cut_before, place.cut_after)


_BINDS_IT = (
    _is_torn, _goes_on_behind, _is_joined_inside, _is_described_behind, _is_governed, _says_what_would_be,
    _hangs_on_what_is_before, _describes_a_noun, _points_from_the_front, _is_an_answer_beside_others,
    _explains_itself, _is_lost_in_a_speech,
)
