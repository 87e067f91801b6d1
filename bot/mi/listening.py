# SPDX-License-Identifier: MPL-2.0
"""Takes in what a citizen says: wishes, and the clauses that may be given back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.codebook import CHANGE_TALK, Intent, Statement, Talk
from bot.danish.belonging import belongs_inside, follows_from
from bot.danish.clauses import clauses, drops_subject
from bot.danish.commas import commas_in
from bot.danish.mend import mend, tokens
from bot.danish.person import is_harsh_on_self, main_du, to_du
from bot.danish.slips import runs_on
from bot.danish.spelling import has_misspelt
from bot.danish.turning import without_fillers
from bot.danish.wishes import wishes_in
from bot.mi.conversation import Ask, Conversation, Heard, Process, Wish
from bot.mi.own_order import (
    BARE_VERBS,
    FEWEST_WORDS,
    HALF_ENDINGS,
    MOST_WORDS,
    ONE_SENTENCE,
    between_mains,
    in_own_order,
    is_broken_off,
    whole_of_a_short_one,
)
from bot.mi.wishing import LONGEST_QUOTE, LONGEST_THOUGHT, hear_theme, hear_wish

TELLING = frozenset({Intent.SHARE, Intent.RATE, Intent.CORRECT, Intent.OBJECT})
_HANGS_ON = re.compile(
    r"(?:så (?:at )?(?:jeg|vi|min|mit|mine|der|man)|fordi|for at|selvom|selv om|siden|når|hvis|mens|inden|uden"
    r"|indtil|(?:før|da) (?:jeg|man|vi|han|hun|min|mit|mine|det|der|de))\b", re.IGNORECASE,
)
_ON_CONDITION = re.compile(r"(?:når|hvis|uden|før)\b", re.IGNORECASE)
"""Without it the clause before would say more than the citizen did: "jeg er ikke sur" of "… når jeg er tavs"."""
_ASIDES = re.compile(
    r",? (?:det )?(?:må|kan|skal|vil) jeg (?:jo |hellere |lige |vist |gerne |nok |også )*(?:sige|indrømme|tilføje)"
    r"(?: ligeud| som det er)?(?=,| |$)(?! at),?|,? (?:tror|synes|tænker) jeg(?: nok)?(?= *$|,)", re.IGNORECASE,
)
"""What somebody says of their saying it: "jeg er bevæget, må jeg sige"."""
_IF = re.compile(r"(?:men |og )?(?:hvis|når|hver gang|fordi|siden)\b", re.IGNORECASE)
_ALTHOUGH = re.compile(r"selv ?om\b", re.IGNORECASE)
_SO_THAT_I = re.compile(r"så (?:at )?(?:jeg|min|mit|mine)\b", re.IGNORECASE)
"""An aim told by itself: "så jeg kan sende penge hjem" is no "du kan sende penge hjem"."""
_SUPPOSED = re.compile(r"(?:fordi )?(så (?:kunne|ville|kan|vil|skulle|slap|fik) )", re.IGNORECASE)
_HEDGES = frozenset(["nok", "egentlig", "lidt", "måske", "også", "bare", "ellers", "jo", "vel", "ligesom", "sådan"])
_HOLDS_BACK = re.compile(
    r"\b(ikke|ik|aldrig|svært|umuligt|nemmere|lettere bare|bange|orker|magter|opgive\w*|for (?:meget|sent|gammel))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Listened:
    """What one message brought: a new wish, if any, and what may be given back, best first."""

    wish: Wish | None
    told: tuple[Heard, ...]


def hear(conversation: Conversation, statement: Statement) -> Listened:
    """Takes a message into the conversation's memory."""
    if statement.intent not in TELLING or conversation.process is Process.PLAN:
        return Listened(None, ())
    told = told_in(statement, conversation.turn, conversation.asked)
    for heard in told:
        conversation.remember(heard)
    for kind in statement.talk:
        conversation.kinds_told[kind] = conversation.kinds_told.get(kind, 0) + 1
    wish = hear_wish(conversation, statement)
    hear_theme(conversation, statement)
    worth = {heard.du: _worth(heard, statement) + _LATER * number for number, heard in enumerate(told)}
    return Listened(wish, tuple(sorted(told, key=lambda heard: -worth[heard.du])))


def in_context(statement: Statement, asked: Ask | None) -> Statement:
    """The same message with the kind of talk that the question asked for, if it tells something without holding back.

    "Tulle, hun er min familie" is a reason after "hvad betyder det for dig?", though no word says so.
    """
    wanted = _ASKED_FOR.get(asked) if asked else None
    tells = statement.intent is Intent.SHARE and statement.words >= _WORDS_OF_AN_ANSWER and "?" not in statement.text
    if wanted is None or not tells or Talk.SUSTAIN in statement.talk:
        return statement
    return replace(statement, talk=statement.talk | {wanted})


_WORDS_OF_AN_ANSWER = 4
_ASKED_FOR: dict[Ask, Talk] = {
    **dict.fromkeys((Ask.WHAT_MATTERS, Ask.BEST_OF_IT, Ask.LOOKING_FORWARD, Ask.IMPORTANCE_WHY, Ask.MATTERS_VALUE,
                     Ask.MATTERS_NOW), Talk.REASON),
    **dict.fromkeys((Ask.STRENGTHS, Ask.LOOKING_BACK, Ask.KNOWN_BY, Ask.CONFIDENCE_WHY, Ask.SUCCESS, Ask.SURE_WHY,
                     Ask.SUCCEEDED, Ask.WORKS, Ask.CV_STRENGTHS, Ask.CV_HELPS, Ask.HELPED, Ask.SCORE_WHY,
                     Ask.DONE_BEFORE), Talk.ABILITY),
    Ask.IF_NOTHING_CHANGES: Talk.NEED,
}


def told_in(statement: Statement, turn: int, ask: Ask | None = None) -> tuple[Heard, ...]:
    """The thoughts of a message in du-form, as far as the grammar is sure of them and they may be said."""
    if is_harsh_on_self(statement.text) or _QUOTES & set(statement.text):
        return ()
    spoken = _NOW_I.sub("", _SPOKEN_ALOUD.split(statement.text)[0])
    found = _in_du_of(spoken, statement, turn, ask)
    if not found and len(spoken.split()) > MOST_WORDS:
        found = _in_du_of(_AND_THAT.split(spoken)[0], statement, turn, ask)
    found = list({heard.du: heard for heard in reversed(found)}.values())[::-1]
    return tuple(heard for heard in found if not any(_is_within(heard, other) for other in found))


_NOW_I = re.compile(r"^nu (?=jeg \w+)", re.IGNORECASE)
"""A learner's "nu jeg vil": said back, the order of its words would be wrong."""
_AND_THAT = re.compile(r",? og (?:at|hvor|når|fordi) ", re.IGNORECASE)
"""Where a sentence that is too long to be given back whole may end."""


def _in_du_of(spoken: str, statement: Statement, turn: int, ask: Ask | None) -> list[Heard]:
    """The thoughts of a text that can be said in du-form, in their order."""
    found = []
    for thought in thoughts(spoken):
        if _is_torn_from_its_subject(thought, spoken):
            continue
        du = whole_of_a_short_one(_in_du(thought), _ASIDES.sub("", statement.text))
        du = du if du and _SPEAKS.search(du) else between_mains(du)
        du = commas_in(du) if du else None
        if du and _may_be_said(du) and not is_harsh_on_self(thought):
            found.append(Heard(_verbatim(statement, thought), du, _talk_of(thought, statement), turn, ask))
    return found


_SPOKEN_ALOUD = re.compile(
    r"[^.!?]*\b(?:sige|siger|sagde|tænke|tænker|tænkte)\W+(?:jamen|ej|åh|nå|okay|nej)\b.*", re.IGNORECASE | re.DOTALL
)
"""What somebody tells that they say or think is a scene; "jeg har en dårlig dag" in it is not said of today."""
_SPEAKS = re.compile(r"\b(?:du|han|hun|man|der|din \w+) (?:siger|sagde|synes|mener)\b", re.IGNORECASE)
"""Somebody speaks, and is not said to have spoken at the end of what they said ("…, siger hun")."""


def _is_torn_from_its_subject(thought: str, text: str) -> bool:
    """Whether the one who does it stands before the clause and is another, or one of two ("Erik og hans fætter")."""
    if _OF_TWO.match(thought):
        return True
    before = text[: max(0, text.find(thought))]
    no_subject = drops_subject(tuple(tokens(mend(thought.casefold())))) and before.strip()
    half_a_sentence = text[:1].isupper() and thought[:1].islower() and before.rstrip().endswith(".")
    last = re.split(r"[.!?]", before.rstrip(" .!?"))[-1]
    another = bool(last.strip()) and not _OF_ME.search(last) and not drops_subject(tuple(tokens(mend(last.casefold()))))
    return bool(no_subject) and (half_a_sentence or another or bool(_SOMEBODY_ELSE.search(before)))


_OF_ME = re.compile(r"\b(?:jeg|mig|min|mit|mine)\b", re.IGNORECASE)
_OF_TWO = re.compile(r"og (?:hans|hendes|deres) ", re.IGNORECASE)
_SOMEBODY_ELSE = re.compile(r"(?:^|[.!?] ?)(?:han|hun|den|de|dem|min|mit|mine) ", re.IGNORECASE)


def _is_within(heard: Heard, other: Heard) -> bool:
    """Whether another thought of the message holds these words already."""
    return heard is not other and heard.du.casefold() in other.du.casefold()


_QUOTES = frozenset('"”“»«')
"""Somebody else's words must not be said as the citizen's."""
_SUBORDINATE = re.compile(
    r"(?:skønt|nu hvor|bare fordi|kun fordi|hver ?gang|lige siden|som om|fordi|selvom|selv om|da|mens|inden|før"
    r"|efter (?:at|du|det|han|hun|man)|uden at|når|hvis|siden)\b",
    re.IGNORECASE,
)
_NOT_SAID_BACK = re.compile(
    r"ikke (?:ret |så )?meget værd|\b(?:giv|lad|send|hjælp|vis|fortæl) dig\b|, (?:sagde|siger|tænkte|råbte) du\b"
    r"|^du må [A-ZÆØÅ]|^du (?:har|er) (?:\w+ )?(?:skizo\w*|adhd|add|autis\w*|borderline|bipolar\w*|ocd|ptsd"
    r"|paranoid\w*|psykotisk|maniodepressiv\w*)$", re.IGNORECASE,
)
"""A low word on oneself, a diagnosis with nothing else in it, what was ordered or said aloud."""


_WHOLE_ENDS = (["hvad", "der", "er"], ["som", "det", "er"], ["hvad", "det", "er"], ["som", "du", "er"])


def _may_be_said(du: str) -> bool:
    words = du.casefold().split()
    ends = words[-1] not in HALF_ENDINGS or words[-3:] in _WHOLE_ENDS
    whole = words[0] not in BARE_VERBS and ends and not has_misspelt(du)
    whole = whole and not is_broken_off(words) and not _NOT_SAID_BACK.search(du)
    whole = whole and words[:2] != ["du", "hedder"] and not (_SUBORDINATE.match(du) and "," not in du)
    whole = whole and not (len(words) == FEWEST_WORDS and words[-1] == "ikke")
    whole = whole and " ' " not in du
    return whole and FEWEST_WORDS <= len(words) <= MOST_WORDS and len(du) <= LONGEST_THOUGHT


def thoughts(text: str) -> list[str]:
    """A message clause by clause, but a reason or an aim stays with what it is the reason of.

    A clause that hangs on the one before it and can't be joined to it is left out: alone it would say
    something else ("så jeg kan komme i fleksjob" is a hope, not a fact).
    """
    if ONE_SENTENCE.match(text):
        return [re.split(r"[.!?\n]", text, maxsplit=1)[0]]
    found: list[str] = []
    paired = -1
    left_out = False
    for clause in clauses(_ASIDES.sub(",", text)):
        hangs = _HANGS_ON.match(clause.text)
        waits = bool(found) and paired != len(found) and bool(_IF.match(found[-1]))
        if found and not waits and (follows_from(clause.text, text) or (left_out and hangs)):
            left_out = True  # and what hangs on it goes with it
            continue
        left_out = False
        if found and _SO_MUCH.search(found[-1]) and clause.text.startswith("at "):
            found.pop()  # half of "så træt, at …" would say something else
            left_out = True
            continue
        if found and belongs_inside(found[-1], clause.text) and not _ends_a_sentence(found[-1], text):
            found[-1:] = _with_its_end(found[-1], clause.text)
        elif found and found[-1].casefold().endswith(" siden"):
            found[-1] = f"{found[-1]}, {clause.text}"
        elif waits and not _ends_a_sentence(found[-1], text):
            found[-1] = f"{found[-1]}, {clause.text}"
            paired = len(found)
        elif not (hangs and found):
            found.append(clause.text)
        elif len(f"{found[-1]} {clause.text}".split()) <= MOST_WORDS and _in_du(f"{found[-1]}, {clause.text}"):
            found[-1] = f"{found[-1]}, {clause.text}"
        elif _ON_CONDITION.match(clause.text) or len(found[-1].split()) <= FEWEST_WORDS:
            found.pop()
        else:
            left_out = True
    return found


_SO_MUCH = re.compile(r"\bså \w+", re.IGNORECASE)


def _with_its_end(before: str, clause: str) -> list[str]:
    """Both as one thought if it can be said whole, else neither: half of it would say something else."""
    whole = f"{before} {clause}" if clause.startswith("og ") else f"{before}, {clause}"
    du = _in_du(whole)
    return [whole] if du and len(du.split()) + _DROPPED >= len(whole.split()) else []


_DROPPED = 2
"""Words like "jo" and "og" that may be left out."""


def _ends_a_sentence(clause: str, text: str) -> bool:
    """Whether a full stop or its like stands behind the clause in the message."""
    last = re.escape(clause.split()[-1])
    return bool(re.search(rf"{last}\s*[.!?\n…]", text, re.IGNORECASE))


def _in_du(thought: str) -> str | None:
    if _ALTHOUGH.match(thought):
        return None
    if _SO_THAT_I.match(thought):
        return to_du(without_fillers(mend(thought)).strip(" .!,…"))
    if ONE_SENTENCE.match(thought) and thought.casefold().startswith("det er "):
        plain = without_fillers(mend(thought)).strip(" .!,…")
        du = main_du(thought)
        return du if du and du.casefold().startswith("det") else to_du(plain)
    supposed = _SUPPOSED.match(thought)
    if supposed is None:
        return main_du(thought) or in_own_order(thought) or _with_its_i(thought)
    du = to_du(thought[supposed.start(1) :])
    return du and du[:1].lower() + du[1:]


def _with_its_i(thought: str) -> str | None:
    """ "tænker for meget, snakker for lidt", "tog mig sammen": the "jeg" that was left out put back."""
    small = tuple(tokens(mend(thought).casefold()))
    left_out = drops_subject(small) or (small[:1] == ("tog",) and small[1:2] != ("jeg",))
    return in_own_order(f"jeg {thought[:1].lower()}{thought[1:]}") if left_out and not runs_on(small) else None


def _verbatim(statement: Statement, clause: str) -> str:
    return statement.text if len(statement.text) <= LONGEST_QUOTE else clause


def _talk_of(clause: str, statement: Statement) -> frozenset[Talk]:
    """Which of the message's kinds of talk a clause carries."""
    if wishes_in(clause):
        return frozenset({Talk.DESIRE}) | (statement.talk & {Talk.NEED})
    if Talk.SUSTAIN in statement.talk and _HOLDS_BACK.search(clause):
        return frozenset({Talk.SUSTAIN})
    rest = statement.talk - {Talk.SUSTAIN, Talk.DESIRE}
    return rest or (statement.talk & {Talk.SUSTAIN})


def _worth(heard: Heard, statement: Statement) -> float:
    """How well a thought serves as a reflection: change talk, then what holds back, then the citizen as subject."""
    words = heard.du.casefold().split()
    changes = bool(heard.talk & CHANGE_TALK)
    holds_back = Talk.SUSTAIN in statement.talk and bool(_HOLDS_BACK.search(heard.du))
    hedges = sum(word in _HEDGES for word in words)
    of_them = 3.0 * ("du" in words[:5]) - 3.0 * (words[0] in _OTHERS_FIRST)
    weighs = 2.0 * bool(_FEELS.search(heard.du)) + 2.0 * bool(_NEAREST.search(heard.du))
    return 8.0 * changes + 4.0 * holds_back + of_them + weighs - hedges - 0.3 * abs(len(words) - 9)


_LATER = 1.0
"""What matters most stands towards the end of a message, after "men" and "og"."""
_FEELS = re.compile(
    r"\b(?:bange|glad\w*|ked|trist\w*|vred\w*|træt\w*|ensom\w*|nervøs\w*|stolt\w*|savn\w*|elsk\w*|holder af|skam\w*"
    r"|håb\w*|bekymr\w*|angst\w*|flov\w*|tung\w*|lettet|tryg\w*|utryg\w*)\b", re.IGNORECASE)
_NEAREST = re.compile(
    r"\b(?:søn\w*|datter\w*|børn\w*|barn\w*|mor|far|mormor|farmor|morfar|farfar|søster|bror|kæreste\w*|kone\w*|mand"
    r"|ven|venner\w*|veninde\w*|familie\w*|hund\w*|kat\w*)\b", re.IGNORECASE)
_OTHERS_FIRST = frozenset(["han", "hun", "de", "man", "der", "det", "den"])
