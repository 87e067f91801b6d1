# SPDX-License-Identifier: MPL-2.0
"""What an answer to the open question settles: a number on a ruler, which wish comes first, a theme from the cards."""

from __future__ import annotations

from bot.codebook import THEME_NAMES, Intent, Statement, Theme
from bot.danish.numbers import rating_in
from bot.mi.conversation import Ask, Conversation, Process, Way, Wish
from bot.mi.move import Act, Move
from bot.mi.processes import NONE_OF_THEM, choices_of
from bot.mi.wishing import wish_meant
from bot.mi.wording import number_text

_RULERS = frozenset({Ask.IMPORTANCE, Ask.CONFIDENCE, Ask.SCORE})
_SETTLED_BY_AN_ANSWER = _RULERS | {Ask.WHICH_FIRST, Ask.THEME}
_WORDS_OF_A_NUMBER = 4
_BELOW = 3
""""Hvorfor 4 og ikke 1?": a few steps lower, never higher, which would ask for what is wrong (Miller & Rollnick)."""


def take_answer(conversation: Conversation, statement: Statement, wish: Wish | None) -> Move | None:
    """Notes what the answer settles; a Move only where it calls for its own follow-up."""
    asked = conversation.asked
    if asked not in _SETTLED_BY_AN_ANSWER:
        asked = _left_open(conversation, statement)
    if asked in _RULERS:
        return _take_rating(conversation, statement, asked)
    if asked is Ask.WHICH_FIRST:
        conversation.focus = wish or _wish_named(conversation, statement) or conversation.focus
        conversation.process = Process.EVOKE
    if asked is Ask.THEME:
        return _take_theme(conversation, statement)
    return None


def _left_open(conversation: Conversation, statement: Statement) -> Ask | None:
    """A number that comes a message late belongs to the ruler that has none yet; in a follow-up it may come first."""
    if statement.intent is not Intent.RATE or statement.words > _WORDS_OF_A_NUMBER:
        return None
    if conversation.way is Way.FOLLOW_UP and Ask.SCORE not in conversation.has_asked:
        conversation.has_asked.add(Ask.SCORE)
        return Ask.SCORE
    without = [ask for ask in _RULERS & conversation.has_asked if getattr(conversation, ask.value) is None]
    return without[0] if len(without) == 1 else None


def _take_theme(conversation: Conversation, statement: Statement) -> Move | None:
    """A card, or none of them: that is an answer too."""
    said = statement.text.casefold()
    named = next((theme for theme in Theme if THEME_NAMES[theme] in said or theme in statement.themes), None)
    conversation.theme = named or conversation.theme
    if named is None and (NONE_OF_THEM.casefold() in said or statement.intent is Intent.DENY):
        conversation.has_asked.add(Ask.IN_THEME)
        return Move((Act("theme_none"),), "Intet af kortene passede, og det er et svar")
    return None


def _take_rating(conversation: Conversation, statement: Statement, asked: Ask) -> Move | None:
    rating = rating_in(statement.text)
    if rating is None:
        return None
    setattr(conversation, asked.value, rating)
    why = Ask(f"{asked}_why")
    key = f"{why}_zero" if rating < 1 else why
    own = {"rating": number_text(rating), "lower": str(max(0, int(rating) - _BELOW))}
    said = "Tallet følges op nedefra, så borgeren selv siger, hvad der taler for"
    return Move((*_meant_by(asked, rating), Act(key, own)), said, why)


def _meant_by(asked: Ask, rating: float) -> tuple[Act, ...]:
    """What a number says in words, before it is asked why it is no lower; a low one is left as it is."""
    if rating < _SOME:
        return ()
    high, some = _IN_WORDS[asked]
    return (Act(high if rating >= _HIGH else some),)


_SOME, _HIGH = 4, 7
_IN_WORDS: dict[Ask, tuple[str, str]] = {
    Ask.IMPORTANCE: ("importance_high", "importance_some"),
    Ask.CONFIDENCE: ("sure_enough", "sure_halfway"),
    Ask.SCORE: ("score_high", "score_some"),
}


def _wish_named(conversation: Conversation, statement: Statement) -> Wish | None:
    said = statement.text.casefold().strip(" .!")
    named = (w for w in conversation.wishes if w.core.casefold() in said or said in w.core.casefold())
    return next(named, None) or wish_meant(conversation.wishes, said)


def ask_which_again(conversation: Conversation, statement: Statement) -> Move | None:
    """A bare "ja" names none of the wishes: they are shown once more."""
    names_none = statement.intent is Intent.AFFIRM and _wish_named(conversation, statement) is None
    if not names_none or conversation.count("which again"):
        return None
    why = "Borgeren sagde ja uden at sige til hvilket ønske, så de vises igen"
    return Move((Act(Ask.WHICH_FIRST),), why, Ask.WHICH_FIRST, choices_of(conversation, Ask.WHICH_FIRST))
