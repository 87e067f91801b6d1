# SPDX-License-Identifier: MPL-2.0
"""Both sides of an ambivalence, the side of change last."""

from __future__ import annotations

import re

from bot.codebook import CHANGE_TALK, Talk, Theme
from bot.mi.conversation import Conversation, Heard
from bot.mi.move import Act
from bot.mi.summaries import OF_THEN, about_wish, as_wished, is_short

_BOTH_SIDES_WORDS = 24
_TWO_SIDED_AT_MOST = 4
LINK_WORDS = 12
_WORD = re.compile(r"[\w'-]+")
OF_THEM = frozenset(["du", "dig", "din", "dit", "dine"])
Taken = tuple[Act, list[Heard]]


def two_sides(conversation: Conversation, fresh: list[Heard], themes: frozenset[Theme]) -> Taken | None:
    """Both sides of an ambivalence, the change side last; it may have been told earlier."""
    against = next((h for h in fresh if h.talk == {Talk.SUSTAIN}), None) or _beside_a_wish(fresh)
    if against is None or conversation.two_sided >= _TWO_SIDED_AT_MOST:
        return None
    towards = next((h for h in fresh if h.talk & CHANGE_TALK), None)
    towards = towards or _change_side_told_earlier(conversation, against, themes)
    left = _BOTH_SIDES_WORDS - len(against.du.split())
    if towards and len(towards.du.split()) > left:
        return None
    other = towards.du if towards else _wish_beside(conversation, against, themes, left)
    if other is None:
        return None
    conversation.two_sided += 1
    return Act("two_sides", {"against": against.du, "towards": other}), [against, *([towards] if towards else [])]


def _beside_a_wish(fresh: list[Heard]) -> Heard | None:
    """What stands on the other side of a "men" from a wish: "jeg er træt, men jeg vil gerne ud"."""
    wish = next((heard for heard in fresh if Talk.DESIRE in heard.talk), None)
    turns = wish and re.search(r"\bmen\b", wish.said, re.IGNORECASE)
    if not wish or not turns:
        return None
    beside = (h for h in fresh if h is not wish and not h.talk and set(h.du.casefold().split()[:3]) & {"du", "det"})
    return next((h for h in beside if (place_of(h) < turns.start()) is not (place_of(wish) < turns.start())), None)


def _wish_beside(conversation: Conversation, against: Heard, themes: frozenset[Theme], longest: int) -> str | None:
    """The wish in focus as a short clause, once in a talk, where what is hard belongs to the same part of life."""
    focus = conversation.focus
    wished = about_wish(focus) if focus and focus.turn < against.turn else None
    if focus is None or wished is None or len(wished.split()) > min(longest, LINK_WORDS):
        return None
    if (themes and focus.theme and focus.theme not in themes) or conversation.count("wish beside"):
        return None
    return as_wished(wished)


def _change_side_told_earlier(
    conversation: Conversation, against: Heard, themes: frozenset[Theme]
) -> Heard | None:
    """What speaks for the change and has not been set beside a "but" before, newest first.

    What is hard about one part of life is no other side of a wish for another: letters, and a grandchild's voice.
    """
    focus = conversation.focus
    if focus is None or (themes and focus.theme and focus.theme not in themes):
        return None
    told = conversation.heard_of(Talk.DESIRE, Talk.NEED)
    usable = [h for h in told if h.turn < against.turn and is_short(h) and h.du.casefold().startswith("du ")]
    usable = [h for h in usable if conversation.count_of(f"beside {h.turn}") == 0 and h.ask not in OF_THEN]
    if not usable:
        return None
    conversation.count(f"beside {usable[-1].turn}")
    return usable[-1]


def place_of(heard: Heard) -> int:
    """Where in the message a clause stands, by its first words that were not turned."""
    words = (word for word in _WORD.findall(heard.du.casefold()) if word not in OF_THEM)
    found = (re.search(rf"\b{re.escape(word)}\b", heard.said, re.IGNORECASE) for word in words)
    return next((match.start() for match in found if match), 0)
