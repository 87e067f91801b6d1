# SPDX-License-Identifier: MPL-2.0
"""Takes in what a citizen says: wishes, and the clauses that may be given back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.codebook import CHANGE_TALK, Intent, Statement, Talk
from bot.danish.commas import commas_in
from bot.danish.mend import mend
from bot.danish.names import with_capitals
from bot.danish.person import is_harsh_on_self, to_du
from bot.danish.plainness import reads_plainly
from bot.danish.wishes import wishes_in
from bot.mi.caution import is_unsure
from bot.mi.conversation import Ask, Conversation, Heard, Process, Wish
from bot.mi.edges import stands_free
from bot.mi.halves import is_torn_at_a_comma
from bot.mi.own_order import (
    MOST_WORDS,
    between_mains,
    whole_of_a_short_one,
)
from bot.mi.quoting import REMARK
from bot.mi.sureness import SPOKEN_BY_CHILDREN, is_whole, with_whose_parent
from bot.mi.thoughts import ASIDES, as_considered, in_du, is_torn_from_its_subject, may_be_said, thoughts
from bot.mi.wishing import LONGEST_QUOTE, hear_theme, hear_wish

TELLING = frozenset({Intent.SHARE, Intent.RATE, Intent.CORRECT, Intent.OBJECT})
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
        if not REMARK.match(heard.du):
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
    if is_harsh_on_self(statement.text) or _QUOTES & set(statement.text) or is_unsure(statement.text):
        return ()
    spoken = _FIRST_WORD.sub("", _before_a_scene(_PICTURE.sub(". ", statement.text)))
    found = _in_du_of(spoken, statement, turn, ask)
    if not found and len(spoken.split()) > MOST_WORDS:
        found = _in_du_of(_AND_THAT.split(spoken)[0], statement, turn, ask)
    found = list({heard.du: heard for heard in reversed(found)}.values())[::-1]
    return tuple(heard for heard in found if not any(_is_within(heard, other) for other in found))


_PICTURE = re.compile(r"(?<=[\w\d]) *[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]+ *(?=\w)")
"""An emoji between words ends a thought."""
_FIRST_WORD = re.compile(
    r"^(?:nu (?=jeg \w+)|(?:(?:ja|jo|nej|nå|okay|ok|jamen)[ ,.!]+)+(?:og |men )?(?=at |jeg |det |min |så ))",
    re.IGNORECASE)
"""A yes before a telling is no part of it; nor a learner's "nu jeg vil", whose order would be wrong when said back."""
_AND_THAT = re.compile(r",? og (?:at|hvor|når|fordi) ", re.IGNORECASE)
"""Where a sentence that is too long to be given back whole may end."""


def _in_du_of(spoken: str, statement: Statement, turn: int, ask: Ask | None) -> list[Heard]:
    """The thoughts of a text that can be said in du-form, in their order."""
    found: list[tuple[Heard, int, int]] = []
    just_given, till = False, 0
    for thought in thoughts(spoken):
        du = _sure_du_of(thought, spoken, statement)
        begins = spoken.find(thought, till)
        just_given = just_given and (begins < 0 or len(spoken[till:begins].split()) <= _MAY_BE_DROPPED)
        till = begins + len(thought) if begins >= 0 else till
        known = just_given or mend(spoken).casefold().startswith(thought.casefold()[:_ENOUGH_TO_FIND])
        du = None if du and _AT_CLAUSE.match(du) and ask not in _ASKED_FOR_AT else du
        just_given = bool(du) and (known or not _POINTS_BACK.search(du or ""))
        if du and just_given:
            heard = Heard(_verbatim(statement, thought), du, _talk_of(thought, statement), turn, ask)
            found.append((heard, begins, till))
    spans = [(begins, ends) for _, begins, ends in found if begins >= 0]
    return [heard for heard, begins, ends in found if begins < 0 or not is_torn_at_a_comma(spoken, begins, ends, spans)]


_AT_CLAUSE = re.compile(r"at (?:du|man|folk|andre|ingen|nogen|alle|der|det|han|hun|din|dit|[A-ZÆØÅ]\w+)\b")
_ASKED_FOR_AT = frozenset({
    Ask.VALUES, Ask.WHAT_MATTERS, Ask.BEST_OF_IT, Ask.LOOKING_FORWARD, Ask.HOPE, Ask.IMPORTANCE_WHY, Ask.WANT_TO_HAPPEN,
})
"""Only to these "at folk er ærlige" is an answer that stands alone."""
_MAY_BE_DROPPED = 3
"""Words like "jo", "altså" and "og"; where more are gone, it is a part of the thought."""
_ENOUGH_TO_FIND = 12


_POINTS_BACK = re.compile(
    r"(?:han|hun|dem|ham|hende) |så (?:kan|kunne|vil|ville|skal|skulle|er|var|bliver|blev|får) (?!.*\bhvis\b)"
    r"|(?:den|de) (?!(?!døde|kunne|ville|skulle|måtte|burde|\w+ede )\w+e \w)"
    r"|(?:resten|halvdelen|begge|ingen af dem|alt (?:er|var))\b"
    r"|det (?!.*\b(?:at|når|hvis|gør ondt)\b|(?:er|var) .*\b(?:der|som)\b)"
    r"|(?<!til )\b(?:ham|hende|dem)\b(?! (?:der|som|fra|med|på|i|selv)\b)"
    r"|\bden(?=$|,| (?:selv|af|til|med|for|igen|ikke)\b)|\bdet$",
    re.IGNORECASE)
"""Said of somebody or something named before; where that is not given back, nobody knows of whom."""


def _sure_du_of(thought: str, spoken: str, statement: Statement) -> str | None:
    """One thought in du-form, or None where it stands on something that is not said or its form is not sure."""
    if is_torn_from_its_subject(thought, spoken):
        return None
    du = whole_of_a_short_one(in_du(thought), ASIDES.sub("", statement.text))
    du = du if du and _SPEAKS.search(du) else between_mains(du)
    du = commas_in(du) if du else None
    said = _part_of(thought, du) if du else None
    if du is None or said is None or is_harsh_on_self(thought) or SPOKEN_BY_CHILDREN.search(thought):
        return None
    if _SUBORDINATE_BEHIND_AND.search(thought) and not _SUBORDINATE_BEHIND_AND.search(du):
        return None
    du = with_capitals(with_whose_parent(du))
    if _trails_off(thought, spoken) or _POINTS_AT_HERE.match(du):
        return None
    free = stands_free(said, ASIDES.sub(",", spoken))
    du = _WITH_ME.sub(r"\g<who> er hos dig", _CLOCK.sub("kl. ", du)).replace(" lige, når ", ", lige når ")
    return as_considered(du) if free and reads_plainly(du) and may_be_said(du) and is_whole(du) else None


_SUBORDINATE_BEHIND_AND = re.compile(
    r"\bog (?:jeg|du|han|hun|vi|man|de) (?:ikk?e?|aldrig|altid|heller ikk?e?) \w+", re.IGNORECASE)
""""når færgen kommer, og jeg ikke kan gå i fred": turned into a main clause it would hang on nothing."""
_WITH_ME = re.compile(r"\b(?P<who>han|hun|de|børnene|din \w+) er her\b(?! (?:til|i|på))", re.IGNORECASE)
""""når hun er her" is with them, and not with the bot."""
_CLOCK = re.compile(r"\bkl (?=\d)", re.IGNORECASE)
_POINTS_AT_HERE = re.compile(r"(?:den|det|de) (?:her|der) (?!er|var|har|kan)|kære "
    r"|(?:ham|hende) (?!der|som|fra|med|i|på|har|er|kan|vil|var)\w"
    r"|der (?:blev|er|var|kom) (?:\d+|\w+og\w+)$|.*\b(?:for fanden|for helvede|fandme|satme|fuck\w*)\b", re.IGNORECASE)
"""Only who sees it knows what it is ("den her lyder dum", "der blev otte"); it is said to the bot; or it swears."""


def _trails_off(thought: str, spoken: str) -> bool:
    """ "skulle købe … den til at hænge op med": what comes behind belongs to it, or takes it back ("Jo, måske …")."""
    behind = spoken[spoken.find(thought) + len(thought) :] if thought in spoken else ""
    return bool(_GOES_ON.match(behind))


_GOES_ON = re.compile(
    r"\s*(?:\.{2,}|…)\s*[a-zæøå]|,? end\b|, det (?:kan|gør|elsker|vil|tør|orker) (?:jeg|man)\b"
    r"|[\s.!,–-]+(?:(?:eller )?jo|eller (?:jeg|det|vi)|næsten|næ+h?|pjat|løgn|passer ikke|bortset fra"
    r"|undtagen|ud over)\b",
    re.IGNORECASE)


def _part_of(thought: str, du: str) -> str | None:
    """What of the thought the du-clause says: all of it, or what stands between two of its commas."""
    if len(du.split()) + _MAY_BE_DROPPED >= len(thought.split()):
        return thought
    return next((part for part in thought.split(",") if _letters(to_du(part.strip()) or "") == _letters(du)), None)


def _letters(text: str) -> str:
    return text.casefold().replace(",", "").replace(" ", "")


def _before_a_scene(text: str) -> str:
    """The text as far as nobody is quoted in it."""
    return _SPOKEN_ALOUD.split(text)[0] if _SPEAKS_OR_THINKS.search(text) else text


_SPEAKS_OR_THINKS = re.compile(r"\b(?:sig|sag|tænk)", re.IGNORECASE)
_SPOKEN_ALOUD = re.compile(
    r"[^.!?]*\b(?:sige|siger|sagde|tænke|tænker|tænkte)\W+(?:jamen|ej|åh|nå|okay|nej)\b.*", re.IGNORECASE | re.DOTALL
)
"""What somebody tells that they say or think is a scene; "jeg har en dårlig dag" in it is not said of today."""
_SPEAKS = re.compile(r"\b(?:du|han|hun|man|der|din \w+) (?:siger|sagde|synes|mener)\b", re.IGNORECASE)
"""Somebody speaks, and is not said to have spoken at the end of what they said ("…, siger hun")."""


def _is_within(heard: Heard, other: Heard) -> bool:
    """Whether another thought of the message holds these words already."""
    return heard is not other and heard.du.casefold() in other.du.casefold()


_QUOTES = frozenset('"”“»«')
"""Somebody else's words must not be said as the citizen's."""
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
    weighs = 4.0 * bool(_FEELS.search(heard.du)) + 2.0 * bool(_NEAREST.search(heard.du))
    weighs += 3.0 * bool(_OWN_WAY.search(heard.du))
    weighs += 10.0 * bool(_ACHIEVED.search(heard.du))
    return 8.0 * changes + 4.0 * holds_back + of_them + weighs - hedges - 0.3 * abs(len(words) - _WORDS_AT_BEST)


_WORDS_AT_BEST = 9
"""A shorter clause says little, a longer one is hard to read."""
_LATER = 1.0
"""What matters most stands towards the end of a message, after "men" and "og"."""
_FEELS = re.compile(
    r"\b(?:bange|glad\w*|ked|trist\w*|vred\w*|træt\w*|ensom\w*|nervøs\w*|stolt\w*|savn\w*|elsk\w*|holder af|skam\w*"
    r"|håb\w*|bekymr\w*|angst\w*|flov\w*|tung\w*|lettet|tryg\w*|utryg\w*)\b", re.IGNORECASE)
_OWN_WAY = re.compile(
    r"\b(?:du (?:kan|kunne)|kunne du)\b(?! (?:ikke|aldrig))|\bikke (?:okay|godt nok|i orden|rimeligt)\b", re.IGNORECASE)
"""A way out that the citizen sees, or what they find wrong as it is."""
_ACHIEVED = re.compile(
    r"\b(?:lykke\w+|klared?e|gav ikke op|holdt op med|er kommet igennem|holdt (?:dig|mig) (?:ude|væk|fri|ædru))\b",
    re.IGNORECASE)
"""What somebody managed is worth more than what comes after it."""
_NEAREST = re.compile(
    r"\b(?:søn\w*|datter\w*|børn\w*|barn\w*|mor|far|mormor|farmor|morfar|farfar|søster|bror|kæreste\w*|kone\w*|mand"
    r"|ven|venner\w*|veninde\w*|familie\w*|hund\w*|kat\w*)\b", re.IGNORECASE)
_OTHERS_FIRST = frozenset(["han", "hun", "de", "man", "der", "det", "den"])
