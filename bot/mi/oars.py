# SPDX-License-Identifier: MPL-2.0
"""Which skill now: affirmation, reflection or summary, in the citizen's own words."""

from __future__ import annotations

import re

from bot.codebook import Intent, Statement, Talk
from bot.danish.commas import commas_in
from bot.danish.joining import joined
from bot.danish.mend import mend
from bot.danish.names import with_capitals
from bot.danish.person import is_harsh_on_self, to_du
from bot.danish.plainness import reads_plainly
from bot.danish.spelling import has_misspelt
from bot.danish.turning import without_fillers
from bot.danish.words import FINITE
from bot.mi.caution import is_unsure
from bot.mi.conditions import would_help
from bot.mi.conversation import Ask, Conversation, Heard, Process, Wish
from bot.mi.listening import Listened
from bot.mi.meanings import bare_meaning, meaning_behind, meaning_of, shows
from bot.mi.move import Act
from bot.mi.own_order import BARE_VERBS, HALF_ENDINGS, NOT_FIRST, between_mains
from bot.mi.phrasebook import phrases
from bot.mi.quoting import (
    REMARK,
    WORDS_BEFORE_A_MEANING,
    WORDS_THAT_CARRY,
    WORDS_WITH_A_MEANING,
    as_said,
    considered_in,
    heavy_half,
    quote,
    with_its_form,
)
from bot.mi.summaries import ASKS_FOR_REASONS, ASKS_FOR_STRENGTHS, about_wish
from bot.mi.sureness import is_whole, with_whose_parent
from bot.mi.thoughts import ASIDES, is_out_of_place
from bot.mi.two_sides import LINK_WORDS, OF_THEM, Taken, place_of, two_sides

_AFFIRM_AT_MOST = 2
"""MITI 4.2.1 credits no affirmation that is repeated two or three times."""
_TURNS_BETWEEN_AFFIRMATIONS = 6
_NOTHING_MORE = 4
"""So few words to "noget mere?" say that there is none: "det er nok" is not given back."""
_LINKED_AT_MOST = 4


def take_up(conversation: Conversation, statement: Statement, listened: Listened) -> list[Act]:
    """What is said first in a turn about what was just said; may be nothing. A complex reflection goes first."""
    if conversation.asked in _CHOSEN_FROM_BUTTONS and statement.words <= _WORDS_OF_A_BUTTON:
        return []
    if is_harsh_on_self(statement.text):
        act = bare_meaning(conversation, statement) if statement.intent is Intent.SHARE else None
        return [act] if act else []  # words that are too hard on themselves are not said back
    if conversation.asked is Ask.ANYTHING_ELSE and _says_nothing_more(statement):
        return []
    fresh = [heard for heard in listened.told if not conversation.has_mirrored(heard.du)]
    fresh = [heard for heard in fresh if not REMARK.match(heard.du)]
    if first := would_help(conversation, statement) or heavy_half(conversation, statement, fresh):
        return first
    taken = (
        two_sides(conversation, fresh, statement.themes) or _affirmation(conversation, fresh)
        or meaning_of(conversation, statement, fresh, by_kind=False) or _link(conversation, statement, fresh)
        or meaning_of(conversation, statement, fresh) or _both(fresh) or _mirror(fresh)
    )
    if taken is None:
        return [] if listened.told else _without_a_clause(conversation, statement)
    for heard in taken[1]:
        conversation.mark_mirrored(heard.du)
    return [taken[0]]


def _says_nothing_more(statement: Statement) -> bool:
    return statement.intent is Intent.DENY or (statement.words <= _NOTHING_MORE and not statement.talk)


_WORDS_OF_A_BUTTON = 5
"""More words tell something, whatever the buttons were."""
_CHOSEN_FROM_BUTTONS = frozenset({Ask.THEME, Ask.WHICH_FIRST, Ask.DISCORD_CHOICE, Ask.KEEP_CHANGE_DROP, Ask.GO_ON})


def _mirror(fresh: list[Heard]) -> Taken | None:
    return (Act("reflect", _own(fresh[0])), fresh[:1]) if fresh else None


def _both(fresh: list[Heard]) -> Taken | None:
    """Two short things of one message, in the order told, rather than the half of it."""
    if len(fresh) < _TWO:
        return None
    pair = [heard for heard in sorted(fresh, key=place_of) if heard in fresh[:_TWO]]
    both = joined(pair[0].du, pair[1].du)
    if both is None or len(both.split()) > _BOTH_WORDS or any(_POINTS_BACK.search(heard.du) for heard in pair):
        return None
    return Act("both", {"own": both}), pair


_TWO, _BOTH_WORDS = 2, 16
_POINTS_BACK = re.compile(r"^(?:det|den|de|han|hun|så|der)\b", re.IGNORECASE)


def _own(heard: Heard) -> dict[str, str]:
    return {"own": heard.du}




def _affirmation(conversation: Conversation, fresh: list[Heard]) -> Taken | None:
    """A strength or a step that the citizen named, sparingly."""
    rested = conversation.turn - conversation.affirmed_turn >= _TURNS_BETWEEN_AFFIRMATIONS
    if conversation.affirmed >= _AFFIRM_AT_MOST or not rested:
        return None
    for kind in (Talk.TAKING_STEPS, Talk.ABILITY, Talk.COMMITMENT):
        shown = next((heard for heard in fresh if kind in heard.talk and _is_the_citizens_doing(heard.du)
                      and shows([kind], heard.du)), None)
        if shown:
            conversation.affirmed += 1
            conversation.affirmed_turn = conversation.turn
            return Act(f"affirm_{kind}", _own(shown)), [shown]
    return None


def _is_the_citizens_doing(du: str) -> bool:
    """A strength or step has the citizen as subject, and is no "not"."""
    words = du.casefold().split()
    does = "du" in words[:3] and not _RECEIVES.match(du)
    return does and not {"ikke", "aldrig", "alene", "ville"} & set(words)


_RECEIVES = re.compile(r"(?:så )?(?:du )?(?:får|bliver|har det|har brug|er træt|kommer til)(?: du)?\b", re.IGNORECASE)
"""What somebody gets or becomes is no deed of theirs."""


def _link(conversation: Conversation, statement: Statement, fresh: list[Heard]) -> Taken | None:
    """What was just said, joined with the wish that was told before."""
    focus = conversation.focus
    if conversation.process is Process.PLAN:
        return None
    if focus is None or focus.turn == conversation.turn or conversation.linked >= _LINKED_AT_MOST:
        return None
    wished = about_wish(focus)
    told = next((h for h in fresh if len(h.du.split()) <= LINK_WORDS and _belongs_to(h, focus, statement)), None)
    if wished is None or told is None:
        return None
    conversation.linked += 1
    doing = wished.removeprefix("at ") if wished.startswith("at ") and not focus.core.startswith("at ") else ""
    if not doing or "," in doing or doing.split()[0] in _NO_DOING:
        return Act("link", {"own": told.du, "about": wished}), [told]
    strength = told.talk & {Talk.ABILITY, Talk.TAKING_STEPS} and not told.talk & {Talk.REASON, Talk.NEED}
    return Act("link_strength" if strength else "link_doing", {"own": told.du, "doing": doing}), [told]


def _belongs_to(heard: Heard, focus: Wish, statement: Statement) -> bool:
    """Whether it speaks for the wish: of the same part of life, in answer to what it means, or with a word of it."""
    said = heard.du.casefold().split()
    of_them = said[0] in OF_THEM | {"så"} or (bool(OF_THEM & set(said)) and not _POINTS_BACK.match(heard.du))
    if not of_them or not heard.talk & _SPEAKS_FOR_IT:
        return False
    words = {word for word in _WORD.findall(focus.core.casefold()) if len(word) >= _LETTERS_THAT_CARRY}
    reason = bool(heard.talk & {Talk.REASON, Talk.NEED})
    near = heard.ask in ASKS_FOR_REASONS if reason else heard.ask in ASKS_FOR_STRENGTHS
    near = near or (reason and statement.themes == {focus.theme})
    return near or bool(words & set(_WORD.findall(heard.du.casefold())))


_NO_DOING = frozenset(["turde", "kunne", "have", "være", "kende", "vide"])
_SPEAKS_FOR_IT = frozenset({Talk.REASON, Talk.NEED, Talk.ABILITY, Talk.TAKING_STEPS})
_LETTERS_THAT_CARRY = 4


def _without_a_clause(conversation: Conversation, statement: Statement) -> list[Act]:
    """Nothing that the grammar is sure of: the short message as it stands, what it means, or a few words quoted."""
    if as_it_stands := _as_it_stands(conversation, statement):
        return as_it_stands
    considered = considered_in(statement.text)
    if considered and not conversation.has_mirrored(considered):
        conversation.mark_mirrored(considered)
        return [Act("reflect", {"own": considered})]
    tells = statement.intent is Intent.SHARE and statement.words >= WORDS_WITH_A_MEANING
    wishes = Talk.DESIRE in statement.talk and statement.words >= _WORDS_OF_A_STORY
    act = bare_meaning(conversation, statement, by_words=not wishes) if tells else None
    if act is None or phrases()[act.phrase].rests_on_words:
        if act:
            return [act]
        return [with_its_form(conversation, statement, each) for each in quote(conversation, statement)]
    quoted = quote(conversation, statement, WORDS_BEFORE_A_MEANING)
    if act.phrase in _OF_WHAT_THEY_CAN and _DENIES.search(statement.text):
        return quoted
    of_me = quoted and (_OF_ME.search(quoted[0].own["own"]) or quoted[0].own["own"].split()[0].casefold() in FINITE)
    if act.phrase in _OF_WHAT_THEY_CAN and quoted and not of_me:
        return [Act("good_to_have", {"own": as_said(quoted[0])})]  # somebody, or something, that is good for them
    if not quoted or not _is_most_of(quoted[0].own["own"], statement):
        return [act]
    words = quoted[0].own["own"]
    by_form = meaning_behind(conversation, statement, words) or act.phrase
    return [Act(by_form, {"own": as_said(quoted[0])})]


def _is_most_of(words: str, statement: Statement) -> bool:
    """Whether what is quoted says so much of the message that its meaning can be hung on it."""
    return len(words.split()) >= max(WORDS_THAT_CARRY, statement.words / 2)


_OF_WHAT_THEY_CAN = frozenset(["meaning_ability", "meaning_taking_steps"])
_WORDS_OF_A_STORY = 9
"""What is wished for in so many words is not answered by a word beside it."""
_OF_ME = re.compile(r"\b(?:jeg|mig|min|mit|mine|du|dig|din|dit|dine)\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:ikk?e?|ik|aldrig|kun)\b", re.IGNORECASE)
def _as_it_stands(conversation: Conversation, statement: Statement) -> list[Act]:
    """A short message in its own order, only turned to "du": "at have noget at stå op til"."""
    text = without_fillers(ASIDES.sub("", mend(statement.text))).strip(" .!…")
    words = _WORD.findall(text) or [""]
    if statement.intent is not Intent.SHARE or not _FRAGMENT_WORDS[0] <= len(words) <= _FRAGMENT_WORDS[1]:
        return []
    whole = words[0].casefold() not in NOT_FIRST | BARE_VERBS | FINITE and words[-1].casefold() not in HALF_ENDINGS
    du = between_mains(to_du(text)) if whole and not is_unsure(statement.text) else None
    du = with_capitals(with_whose_parent(commas_in(du))) if du else None
    if du is None or _ASKS_OF_YOU.search(text) or not _may_stand(du):
        return []
    if is_out_of_place(du) or conversation.has_mirrored(du):
        return []
    conversation.mark_mirrored(du)
    return [Act("reflect", {"own": du})]


_ASKS_OF_YOU = re.compile(
    r"[.!?] (?-i:[a-zæøå])|[.!?] (?:bliver|er|har|var|vil|kan|skal|må|går|kommer|får)\b"
    r"|(?:^|[.!?] )(?:spørg|vent|prøv|skriv|sig|giv|lad|hør|se|stop|tag|send|hjælp|kom|fortæl|forklar|husk|glem)\b",
    re.IGNORECASE)
"""What the bot is told to do is no telling; nor are pieces without a capital."""


def _may_stand(du: str) -> bool:
    """A plain sentence, or a few words without a verb: "lidt nervøs, men også nysgerrig"."""
    without_verb = FINITE.isdisjoint(_WORD.findall(du.casefold()))
    return (without_verb or reads_plainly(du)) and is_whole(du) and not has_misspelt(du)


_WORD = re.compile(r"[\w'-]+")
_FRAGMENT_WORDS = (3, 12)
