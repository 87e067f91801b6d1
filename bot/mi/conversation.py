# SPDX-License-Identifier: MPL-2.0
"""What has been said in a conversation, and where it is; bounded, so that turn 500 weighs as much as turn 5."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.codebook import CHANGE_TALK, Safety, Talk, Theme

_HEARD_AT_MOST = 24
_MIRRORED_AT_MOST = 40
_WISHES_AT_MOST = 6


class Process(StrEnum):
    """The four processes of MI (Miller & Rollnick, 3rd ed.), and the end."""

    ENGAGE = "engage"
    FOCUS = "focus"
    EVOKE = "evoke"
    PLAN = "plan"
    CLOSE = "close"


class Ask(StrEnum):
    """The question that stands open; also the key of its phrases."""

    OPENING = "opening"
    ENGAGE = "engage"
    HOPE = "hope"
    THEME = "theme"
    IN_THEME = "in_theme"
    WHICH_FIRST = "which_first"
    WHAT_MATTERS = "what_matters"
    IMPORTANCE = "importance"
    IMPORTANCE_WHY = "importance_why"
    STRENGTHS = "strengths"
    CONFIDENCE = "confidence"
    CONFIDENCE_WHY = "confidence_why"
    HESITATION = "hesitation"
    ANYTHING_ELSE = "anything_else"
    PERMISSION = "permission"
    STEP = "step"
    WHEN = "when"
    WITH_WHOM = "with_whom"
    SIGN = "sign"
    SURE = "sure"
    SMALLER = "smaller"
    READ_BACK = "read_back"
    REWORD = "reword"
    CHANGE_OR_LEAVE = "change_or_leave"
    GO_ON = "go_on"
    HAPPENING_NOW = "happening_now"
    AFTER_DANGER = "after_danger"
    ERASE = "erase"


class Status(StrEnum):
    """Whether the citizen is here, resting, or done for now."""

    OPEN = "open"
    PAUSED = "paused"
    STOPPED = "stopped"


@dataclass
class Wish:
    """A wish as the citizen wrote it (`said`), its core in jeg-form and du-form, and where it was said."""

    said: str
    core: str
    core_du: str | None
    turn: int = 0
    theme: Theme | None = None


@dataclass
class Heard:
    """One thing that the citizen said, verbatim and in du-form, with its kinds of talk."""

    said: str
    du: str
    talk: frozenset[Talk]
    turn: int


@dataclass
class Plan:
    """What the citizen has said of the small step; what was not said stays empty. `sure` is 0–10."""

    step: str = ""
    when: str = ""
    with_whom: str = ""
    sign: str = ""
    sure: float | None = None
    wording: str = ""
    made_smaller: int = 0


@dataclass
class Conversation:
    """The dialogue's memory. `importance` and `confidence` are 0–10; `seed` makes chance repeatable."""

    id: str
    seed: int = 0
    turn: int = 0
    process: Process = Process.ENGAGE
    status: Status = Status.OPEN
    danger: Safety = Safety.NONE
    danger_kind: str = "unknown"
    danger_in_words: bool = False
    interrupted: Ask | None = None
    danger_answers: dict[str, int] = field(default_factory=dict)
    asked: Ask | None = None
    has_asked: set[Ask] = field(default_factory=set)
    asked_in_engage: int = 0
    not_known_in_a_row: int = 0
    questions_in_a_row: int = 0
    theme: Theme | None = None
    wishes: list[Wish] = field(default_factory=list)
    focus: Wish | None = None
    heard: list[Heard] = field(default_factory=list)
    mirrored: list[str] = field(default_factory=list)
    affirmed: int = 0
    affirmed_turn: int = -9
    importance: float | None = None
    confidence: float | None = None
    plan: Plan = field(default_factory=Plan)
    confirmed: Plan | None = None
    said: dict[str, int] = field(default_factory=dict)
    draft_ids: list[str] = field(default_factory=list)

    def count(self, kind_of_answer: str) -> int:
        """How often an answer of this kind has been given before; counts this one."""
        before = self.danger_answers.get(kind_of_answer, 0)
        self.danger_answers[kind_of_answer] = before + 1
        return before

    def remember(self, heard: Heard) -> None:
        """Keeps what was said; of too much, plain sustain talk goes first, then the oldest."""
        self.heard.append(heard)
        if len(self.heard) > _HEARD_AT_MOST:
            self.heard.remove(next((h for h in self.heard if not h.talk & CHANGE_TALK), self.heard[0]))

    def remember_wish(self, wish: Wish) -> None:
        """Keeps a wish; the one in focus is never dropped."""
        self.wishes.append(wish)
        if len(self.wishes) > _WISHES_AT_MOST:
            self.wishes.remove(next(w for w in self.wishes if w is not self.focus))

    def mark_mirrored(self, du: str) -> None:
        """Notes that these words have been given back."""
        self.mirrored = [*self.mirrored, du.casefold()][-_MIRRORED_AT_MOST:]

    def has_mirrored(self, du: str) -> bool:
        """Whether these words, or words that contain them, have been given back."""
        return any(du.casefold() in earlier or earlier in du.casefold() for earlier in self.mirrored)

    def heard_of(self, *kinds: Talk) -> list[Heard]:
        """What was heard of these kinds of talk, newest last."""
        return [heard for heard in self.heard if heard.talk & set(kinds)]

    def kinds_heard(self) -> frozenset[Talk]:
        """All kinds of change talk so far."""
        return frozenset().union(*(heard.talk for heard in self.heard)) & CHANGE_TALK
