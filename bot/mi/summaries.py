# SPDX-License-Identifier: MPL-2.0
"""Summaries: what was said earlier, put together; collecting on the way, and before a step is asked about."""

from __future__ import annotations

import re

from bot.codebook import CHANGE_TALK, Talk
from bot.danish.joining import about
from bot.danish.words import FINITE, INFINITIVES
from bot.mi.conversation import Ask, Conversation, Heard, Process, Wish
from bot.mi.move import Act
from bot.mi.own_order import HALF_ENDINGS

_LINK_WORDS = 10
_SUMMARY_WORDS = 13
_CONTINUED_AT_MOST = 2
_STILL_NEAR = 1
_A_WHILE = 3
"""Turns after which something may be said back a second time."""
_COLLECT_FROM = 3
"""So many things said since the last summary are collected."""
ASKS_FOR_REASONS = frozenset({
    Ask.WHAT_MATTERS, Ask.BEST_OF_IT, Ask.LOOKING_FORWARD, Ask.IMPORTANCE_WHY, Ask.IF_NOTHING_CHANGES, Ask.KEY_QUESTION,
})
ASKS_FOR_STRENGTHS = frozenset({
    Ask.STRENGTHS, Ask.LOOKING_BACK, Ask.KNOWN_BY, Ask.CONFIDENCE_WHY, Ask.SUCCESS, Ask.DONE_BEFORE,
})
OF_THEN = (Ask.DREAMT, Ask.WISHED_THEN)
"""A dream of long ago is no other side of what is hard now."""


def about_wish(wish: Wish) -> str | None:
    """What can stand behind "ønsket om"; None where the wish was cut off in the middle."""
    wished = about(wish.core_du) if wish.core_du else None
    return wished if wished and wished.split()[-1] not in HALF_ENDINGS | {"kun", "hvor", "bare"} else None


def wish_named(conversation: Conversation) -> list[Act]:
    """The wish that the next question is about, named, unless it was told just now or is too long to be named."""
    focus = conversation.focus
    wished = about_wish(focus) if focus and focus.turn < conversation.turn else None
    if wished is None or len(wished.split()) > _SUMMARY_WORDS or conversation.count("wish named") >= _NAMED_AT_MOST:
        return []
    return [Act("wish_named", {"about": wished})]


_NAMED_AT_MOST = 2


def short_wish(conversation: Conversation) -> str | None:
    """The wish in focus in so few words that a question can hold it."""
    wished = about_wish(conversation.focus) if conversation.focus else None
    return wished if wished and len(wished.split()) <= _WORDS_IN_A_QUESTION else None


_WORDS_IN_A_QUESTION = 8


def collected(conversation: Conversation) -> list[Act]:
    """A collecting summary once on the way: two or three things said for the change, none of them from this turn."""
    if conversation.process is not Process.EVOKE or conversation.count_of("collected"):
        return []
    told = [h.du for h in _told_a_while_ago(conversation) if h.talk & CHANGE_TALK and _stands_alone(h, _LINK_WORDS)]
    told = list(dict.fromkeys(told))[-3:]
    if len(told) < _COLLECT_FROM:
        return []
    conversation.count("collected")
    return [Act("collect_3", {f"own{number}": part for number, part in enumerate(told, start=1)})]


def left_unsaid(conversation: Conversation) -> list[Act]:
    """What was told just now and has not been given back yet."""
    near = [h for h in conversation.heard if h.turn >= conversation.turn - _STILL_NEAR]
    left = next((h for h in near if not conversation.has_mirrored(h.du) and h.du.casefold().startswith("du ")), None)
    if left is None:
        return []
    conversation.mark_mirrored(left.du)
    return [Act("reflect", {"own": left.du})]


def continued(conversation: Conversation) -> list[Act]:
    """What else was just said; or two things said earlier, put beside each other, at most twice in a talk."""
    if left := left_unsaid(conversation):
        return left
    told = [h for h in _told_a_while_ago(conversation) if h.talk and _stands_alone(h, _LINK_WORDS)]
    fresh = [h for h in told if conversation.count_of(f"continued {h.turn}") == 0][-2:]
    if len(fresh) < 2 or fresh[0].du == fresh[1].du or conversation.count_of("continued") >= _CONTINUED_AT_MOST:
        return []
    for heard in fresh:
        conversation.count(f"continued {heard.turn}")
    conversation.count("continued")
    return [Act("collect_2", {"own1": fresh[0].du, "own2": fresh[1].du})]


def _told_a_while_ago(conversation: Conversation) -> list[Heard]:
    """What was told so long ago that it is no echo to take it up again."""
    return [heard for heard in conversation.heard if heard.turn <= conversation.turn - _A_WHILE]


def summary(conversation: Conversation) -> list[Act]:
    """The wish, what it would give or why it matters, and what helps, as the citizen said it."""
    wished = _of_focus(conversation)
    if wished is None and conversation.focus is not None:
        return []  # a sum without the wish would be of what is hard alone
    reason = _last(conversation, Talk.REASON, Talk.NEED) or _answered(conversation, ASKS_FOR_REASONS)
    strength = _last(conversation, Talk.ABILITY, Talk.TAKING_STEPS, Talk.ACTIVATION, Talk.COMMITMENT)
    parts = [wished, reason, strength or _answered(conversation, ASKS_FOR_STRENGTHS | {Ask.SUCCEEDED})]
    said = list(dict.fromkeys(part for part in parts if part))
    if len(said) < _ENOUGH_FOR_A_SUMMARY:
        said += [part for part in _nearest_told(conversation) if part not in said][:1]
    if len(said) < _ENOUGH_FOR_A_SUMMARY:
        said = [part for part in _other_wishes(conversation) if part not in said][-1:] + said
    if not said:
        return []
    return [Act(f"summary_{len(said)}", {f"own{number}": part for number, part in enumerate(said, start=1)})]


def _answered(conversation: Conversation, asks: frozenset[Ask]) -> str | None:
    """What the citizen told of themselves in answer to one of some questions, whatever it was read as."""
    told = [h for h in conversation.heard if h.ask in asks and not h.talk & {Talk.SUSTAIN, Talk.DESIRE}]
    own = [h.du for h in told if h.du.startswith("du ") and is_short(h)]
    return max(own, key=len, default=None)


def _other_wishes(conversation: Conversation) -> list[str]:
    """What else was wished for, in clauses that can stand alone."""
    focus = conversation.focus
    told = [h for h in conversation.heard_of(Talk.DESIRE) if focus and h.turn != focus.turn and h.ask not in OF_THEN]
    return [h.du for h in told if is_short(h)]


def step_named(conversation: Conversation) -> str | None:
    """What was last said since the wish that the citizen could do: "du kan gå med hende en gang"; None without one."""
    since = conversation.focus.turn if conversation.focus else 0
    told = [h for h in conversation.heard if h.turn > since and is_short(h) and _COULD.match(h.du)]
    told = [h for h in told if h.talk & {Talk.ACTIVATION, Talk.COMMITMENT} and Talk.ABILITY not in h.talk]
    return told[-1].du if told else None


_COULD = re.compile(
    r"(?:måske )?(?:du (?:kan|kunne|vil) (?!ikke|aldrig|gerne|godt lide|mærke|huske|se|høre|lide|tåle)|kunne du )",
    re.IGNORECASE)
_ENOUGH_FOR_A_SUMMARY = 2


def _nearest_told(conversation: Conversation) -> list[str]:
    """What else was told since the wish and can stand alone and speaks for it: a reason first."""
    since = conversation.focus.turn if conversation.focus else 0
    told = [h for h in conversation.heard if h.turn >= since and is_short(h) and h.ask not in OF_THEN]
    told = [h for h in told if h.talk & CHANGE_TALK - {Talk.DESIRE} and "du" in h.du.casefold().split()[:5]]
    return [h.du for h in sorted(told, key=lambda h: Talk.REASON not in h.talk)]


def as_wished(wished: str) -> str:
    """The wish as a clause: "at svømme igen" as "du vil gerne svømme igen", "mere ro" as "du ønsker dig mere ro"."""
    if wished.startswith("at ") and wished.split()[1] in INFINITIVES:
        return f"du vil gerne {wished.removeprefix('at ')}"
    return f"du ønsker, {wished}" if wished.startswith("at ") else f"du ønsker dig {wished}"


def _of_focus(conversation: Conversation) -> str | None:
    focus = conversation.focus
    if focus is None:
        return None
    near = [h.du for h in conversation.heard if h.turn == focus.turn and Talk.DESIRE in h.talk]
    near = near or [h.du for h in conversation.heard if h.turn == focus.turn and is_short(h)]
    said = next((du for du in near if len(du.split()) <= _SUMMARY_WORDS), None)
    wished = about_wish(focus)
    short = focus.said.strip(" .!") if len(focus.said.split()) <= _SUMMARY_WORDS else ""
    return said or (as_wished(wished) if wished else None) or (f"»{short[:1].upper()}{short[1:]}«" if short else None)


def _last(conversation: Conversation, *kinds: Talk) -> str | None:
    heard = [h for h in conversation.heard_of(*kinds) if Talk.DESIRE not in h.talk and is_short(h)]
    heard = [h for h in heard if h.ask not in OF_THEN]
    return min(heard, key=lambda h: abs(len(h.du.split()) - 8)).du if heard else None


def is_short(heard: Heard) -> bool:
    return _stands_alone(heard, _SUMMARY_WORDS)


def _stands_alone(heard: Heard, longest: int) -> bool:
    """Short enough, and understood turns later: no "det" or "så" that points back to what is forgotten."""
    words = heard.du.casefold().split()
    if _SAYS_WHO_THEY_ARE.match(heard.du):
        return False
    opens = words[0] not in _POINTS_BACK | {"at", "og"} or _opens_by_itself(words)
    return _FEWEST <= len(words) <= longest and opens and not any(map(_points_back, words[2:], [*words[3:], ""]))


def _opens_by_itself(words: list[str]) -> bool:
    """ "det betyder meget for dig at …", "der er altid kaffe": a "det" or "der" that stands for what comes."""
    if words[0] == "der":
        return words[1] in _THERE
    return words[0] == "det" and ("at" in words[2:] or words[1:3] in (["kunne", "være"], ["ville", "være"]))


def _points_back(word: str, behind: str) -> bool:
    """Whether a word in the midst stands for something told before; "den lille", "så du kan" and "der bor" do not."""
    bare = word.rstrip(",")
    if bare in ("så", "der"):
        return False
    if bare in ("det", "den", "de") and bare == word:
        return not behind or behind.rstrip(",") in _NO_NOUN | FINITE
    return bare in _POINTS_BACK


_THERE = frozenset(["er", "var", "mangler", "skal", "må", "går", "bliver", "kommer", "sker", "bor", "sidder"])
_NO_NOUN = frozenset([
    "i", "på", "til", "med", "for", "af", "om", "fra", "ved", "hos", "og", "men", "at", "ikke", "igen", "nu", "selv",
    "som", "der", "når", "hvis", "ud", "op", "ned", "ind", "hele", "lidt", "du", "dig", "man", "også", "bare", "så",
])
_FEWEST = 4
"""Fewer words say too little turns later: "du var inde"."""
_SAYS_WHO_THEY_ARE = re.compile(r"(?i:du (?:er|hedder)) [A-ZÆØÅ]")
"""A name is no part of what weighs."""
_POINTS_BACK = frozenset([
    "det", "den", "de", "dem", "så", "der", "her", "sådan", "han", "hun", "ham", "hende", "derned", "derfor", "dertil",
    "ellers",
])
