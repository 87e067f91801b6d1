# SPDX-License-Identifier: MPL-2.0
"""Engage, focus, evoke, plan: which question comes next, gated by what the citizen shows."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.codebook import CHANGE_TALK, THEME_NAMES, Intent, Safety, Statement, Talk, Theme
from bot.danish.mend import mend
from bot.danish.steps import as_sentence
from bot.mi.conversation import Ask, Conversation, Process, Way
from bot.mi.ways import next_of_way, way_in
from bot.mi.wording import time_span

_ENGAGE_QUESTIONS = 1
_QUESTIONS_AFTER_DANGER = 3
"""Then there is room, without questions."""
_LOW_IMPORTANCE = 4
"""Under this a plan would be somebody else's: the citizen has said that it hardly matters."""
_TELLINGS_OF_A_BEGINNING = 1
_TRIES = 2
"""So many questions are asked to draw out one kind of talk; then the citizen has answered."""
DRAFTS_AT_MOST = 3
"""At most three goals at a time (Holstebro)."""

_HIGH_IMPORTANCE = 7
"""From here the number itself speaks for the change."""

PLAN_QUESTIONS = (Ask.STEP, Ask.WHEN, Ask.WITH_WHOM, Ask.SIGN, Ask.SURE)

Gate = Callable[[Conversation], bool]


@dataclass(frozen=True)
class Draw:
    """Questions that draw the same thing; one of them is asked where `missing`, and at most `tries`."""

    asks: tuple[Ask, ...]
    missing: Gate
    tries: int = 1


def _few(*kinds: Talk, under: int) -> Gate:
    return lambda c: c.told(*kinds) < under


def _is_torn(conversation: Conversation) -> bool:
    """About as much sustain talk as change talk: asking for a step would be too early."""
    against = conversation.told(Talk.SUSTAIN)
    return against > 1 and 2 * against > conversation.told(*CHANGE_TALK)


def _doubts(conversation: Conversation) -> bool:
    """More holds back than there is to build on; nobody is asked for two numbers before a step."""
    if Ask.IMPORTANCE in conversation.has_asked:
        return False
    against, able = conversation.told(Talk.SUSTAIN), conversation.told(Talk.ABILITY, Talk.TAKING_STEPS)
    return not conversation.is_terse and against > able


def _weighs_little(conversation: Conversation) -> bool:
    """Few words on why, though they were asked for, or as much against as for: then a number may tell."""
    no_word = _few(Talk.REASON, Talk.NEED, under=1)(conversation)
    return conversation.importance is None and (no_word or (_is_torn(conversation) and not conversation.is_terse))


EVOKING: tuple[Draw, ...] = (
    Draw((Ask.WHICH_FIRST,), lambda c: len({wish.theme for wish in c.wishes}) > 1),
    Draw((Ask.WHAT_MATTERS, Ask.BEST_OF_IT, Ask.LOOKING_FORWARD), _few(Talk.REASON, Talk.NEED, under=1), _TRIES),
    Draw((Ask.IMPORTANCE,), _weighs_little),
    Draw((Ask.STRENGTHS, Ask.LOOKING_BACK, Ask.KNOWN_BY), _few(Talk.ABILITY, Talk.TAKING_STEPS, under=1)),
    Draw((Ask.CONFIDENCE,), _doubts),
    Draw((Ask.MATTERS_VALUE, Ask.IF_NOTHING_CHANGES, Ask.KEY_QUESTION), _is_torn),
    Draw((Ask.ANYTHING_ELSE,), lambda c: True),
    Draw((Ask.PERMISSION,), lambda c: ready_to_plan(c)),
)

def _is_hardly_known(conversation: Conversation) -> bool:
    """Little has been told yet; the other ways in have their own questions, and a terse citizen is not held up."""
    few = conversation.tellings < _TELLINGS_OF_A_BEGINNING
    return few and conversation.way is Way.MEETING and not conversation.is_terse


ENGAGING: tuple[Draw, ...] = (
    Draw((Ask.ENGAGE, Ask.VALUES), _is_hardly_known, _ENGAGE_QUESTIONS),
    Draw((Ask.HOPE,), lambda c: True),
    Draw((Ask.THEME,), lambda c: True),
    Draw((Ask.IN_THEME,), lambda c: c.theme is not None),
    Draw((Ask.LOOKING_FORWARD,), lambda c: c.told(Talk.NEED, Talk.REASON) > 0),
)


def ready_to_plan(conversation: Conversation) -> bool:
    """A wish, and beside it a reason, need or strength, or a high number; not a low one; and room for a draft more."""
    if conversation.danger is not Safety.NONE or conversation.focus is None:
        return False
    if len(conversation.draft_ids) >= DRAFTS_AT_MOST:
        return False
    importance = conversation.importance
    matters = importance is None or importance >= _LOW_IMPORTANCE
    much = importance is not None and importance >= _HIGH_IMPORTANCE
    return matters and (much or bool(conversation.kinds_heard() - {Talk.DESIRE}))


def next_question(conversation: Conversation, statement: Statement) -> Ask | None:
    """The question that draws out what is missing; None when all has been asked."""
    if conversation.danger is not Safety.NONE:
        return Ask.AFTER_DANGER if conversation.count("after danger") < _QUESTIONS_AFTER_DANGER else None
    if ask := after_no_more(conversation, statement) or after_a_promise(conversation, statement):
        return ask
    if ask := next_of_way(conversation):
        return ask
    if not may_evoke(conversation):
        return None
    enter_focus(conversation)
    if conversation.process is Process.ENGAGE:
        return _first_open(conversation, ENGAGING)
    return _when_it_is_hard(conversation, statement) or _first_open(conversation, EVOKING)


def after_no_more(conversation: Conversation, statement: Statement) -> Ask | None:
    """"Nej, det var det" in the midst of telling: what was left to ask is let be; only a step may be asked about."""
    says_so = statement.intent is Intent.DENY and conversation.asked is None
    if not says_so or conversation.process is not Process.EVOKE or Ask.PERMISSION in conversation.has_asked:
        return None
    conversation.has_asked.add(Ask.ANYTHING_ELSE)
    return Ask.PERMISSION if ready_to_plan(conversation) else None


def after_a_promise(conversation: Conversation, statement: Statement) -> Ask | None:
    """Who says what they will do and when, is asked whether it is to be a step, and nothing else before it."""
    if conversation.process is not Process.EVOKE or Ask.PERMISSION in conversation.has_asked:
        return None
    if "?" in statement.text or not is_promised(statement) or not time_span(statement.text):
        return None
    return Ask.PERMISSION if ready_to_plan(conversation) else None


def is_promised(statement: Statement) -> bool:
    """What somebody says that they will do, by the kind of talk or by its form: "åbne 3 breve onsdag kl. 13"."""
    if Talk.COMMITMENT in statement.talk:
        return True
    told = statement.intent is Intent.SHARE and Talk.SUSTAIN not in statement.talk
    if not told or not _WILL_DO.match(statement.text.strip()) or _HAS_BEEN.search(statement.text):
        return False
    return not time_span(statement.text).startswith("når ") and bool(as_sentence(statement.text))


_WILL_DO = re.compile(
    r"(?:(?:ja|jo|ok|okay|så|måske)\W+)*(?:jeg (?!har|er|var|plejer|bliver|synes|tror|ved|sover|kommer|føler|får)\w+r\b"
    r"|jeg vil\b(?! (?:gerne|så gerne|ikke|hellere|helst|altid|bare))"
    r"|(?:ringe|skrive|spørge|åbne|købe|gå|cykle|lave|tage|møde|sende|rydde|vaske|hente|bage|besøge|læse|prøve)\b)",
    re.IGNORECASE)
"""A doing in the present or the infinitive; its time is looked for besides."""
_HAS_BEEN = re.compile(
    r"\b(?:i går|igår|sidste|sidst|dengang|plejer|plejede|altid|hver|aldrig|tit|nogle gange)\b", re.IGNORECASE)


def may_evoke(conversation: Conversation) -> bool:
    """A bad day has no goals; a CV and a follow-up go on only where the citizen has told of a wish."""
    way = way_in(conversation)
    if way.turns is not None:
        return False
    return (way.goals and conversation.way is not Way.FOLLOW_UP) or bool(conversation.wishes)


def leads_back(conversation: Conversation, statement: Statement) -> None:
    """After a concern, the citizen alone can bring the talk back to wishes; after acute danger nobody can."""
    goes_on = conversation.danger is Safety.CONCERN and Ask.AFTER_DANGER in conversation.has_asked
    if goes_on and statement.talk & CHANGE_TALK:
        conversation.danger = Safety.NONE


def choices_of(conversation: Conversation, ask: Ask) -> tuple[str, ...]:
    """The buttons of a question whose choices come from the talk itself; empty for the others."""
    if ask is Ask.THEME:
        return (*(THEME_NAMES[theme].capitalize() for theme in Theme), NONE_OF_THEM)
    if ask is Ask.WHICH_FIRST:
        return tuple(_as_a_button(wish.core) for wish in conversation.wishes[-3:])
    return ()


def _as_a_button(core: str) -> str:
    """A wish in few words, without oaths, its commonest slips put right."""
    said = " ".join(_OATHS.sub(" ", mend(core)).split())
    return said[:1].upper() + said[1:]


_OATHS = re.compile(r"\b(?:for (?:helvede|fanden|satan)|fandeme|fandme|sgu|kraftedeme|satme|fucking|fuck)\b",
                    re.IGNORECASE)
NONE_OF_THEM = "Ikke noget af det"


def back_to_evoking(conversation: Conversation) -> None:
    """A plan that was broken off is not taken up where it was; permission is asked anew."""
    conversation.has_asked -= {Ask.PERMISSION, Ask.ANYTHING_ELSE, *PLAN_QUESTIONS}
    if conversation.process is Process.PLAN:
        conversation.process = Process.EVOKE


def enter_focus(conversation: Conversation) -> None:
    """The first wish moves the talk on; a single wish is the focus until the citizen says otherwise."""
    if conversation.process is Process.ENGAGE and conversation.wishes:
        conversation.process = Process.FOCUS if len(conversation.wishes) > 1 else Process.EVOKE
    if conversation.process is not Process.ENGAGE and conversation.focus is None and conversation.wishes:
        conversation.focus = conversation.wishes[0]


def _when_it_is_hard(conversation: Conversation, statement: Statement) -> Ask | None:
    """Sustain talk alone, after a wish: what would make it easier, then a time when it went better; each once."""
    if statement.talk != {Talk.SUSTAIN}:
        return None
    return next((ask for ask in (Ask.HESITATION, Ask.SUCCESS) if ask not in conversation.has_asked), None)


def _first_open(conversation: Conversation, table: tuple[Draw, ...]) -> Ask | None:
    for draw in table:
        left = [ask for ask in draw.asks if ask not in conversation.has_asked]
        tried = len(draw.asks) - len(left)
        tries = 1 if conversation.is_terse else draw.tries
        if left and tried < tries and draw.missing(conversation):
            return random.Random(f"{conversation.seed}:{draw.asks[0]}:{tried}").choice(left)
    return None
