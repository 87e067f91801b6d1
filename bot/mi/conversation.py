# SPDX-License-Identifier: MPL-2.0
"""What has been said in a conversation, and where it is; bounded, so that turn 500 weighs as much as turn 5."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.codebook import CHANGE_TALK, Safety, Talk, Theme

_HEARD_AT_MOST = 24
_MIRRORED_AT_MOST = 40
_WISHES_AT_MOST = 6
_TERSE = 5
_SENTENCE = 7
_MUCH = 1.3


class Process(StrEnum):
    """The four processes of MI (Miller & Rollnick, 3rd ed.), and the end."""

    ENGAGE = "engage"
    FOCUS = "focus"
    EVOKE = "evoke"
    PLAN = "plan"
    CLOSE = "close"


class Way(StrEnum):
    """The ways into a talk, as the practices of bostøtte ask for them."""

    MEETING = "meeting"
    RECOVERY = "recovery"
    WHAT_WORKS = "what_works"
    PSYCHOLOGICAL_CV = "psychological_cv"
    JOB = "job"
    BAD_DAY = "bad_day"
    FOLLOW_UP = "follow_up"


class Ask(StrEnum):
    """The question that stands open; also the key of its phrases."""

    OPENING = "opening"
    ENGAGE = "engage"
    VALUES = "values"
    HOPE = "hope"
    THEME = "theme"
    IN_THEME = "in_theme"
    WHICH_FIRST = "which_first"
    DREAMT = "dreamt"
    SUCCEEDED = "succeeded"
    KNOTS = "knots"
    MATTERS_NOW = "matters_now"
    WORKS = "works"
    HARD = "hard"
    WANT_TO_HAPPEN = "want_to_happen"
    INVITE_WHOM = "invite_whom"
    CV_STRENGTHS = "cv_strengths"
    CV_CHALLENGES = "cv_challenges"
    CV_HELPS = "cv_helps"
    CV_OTHERS = "cv_others"
    DONE_BEFORE = "done_before"
    WISHED_THEN = "wished_then"
    WORRIES = "worries"
    SUPPORT = "support"
    HOW_NOW = "how_now"
    WORST_TODAY = "worst_today"
    PEACE = "peace"
    EASIER = "easier"
    HAPPENED = "happened"
    SCORE = "score"
    SCORE_WHY = "score_why"
    HELPED = "helped"
    WENT_PARTLY = "went_partly"
    STILL_WANTED = "still_wanted"
    KEEP_CHANGE_DROP = "keep_change_drop"
    WHAT_MATTERS = "what_matters"
    BEST_OF_IT = "best_of_it"
    LOOKING_FORWARD = "looking_forward"
    IF_NOTHING_CHANGES = "if_nothing_changes"
    MATTERS_VALUE = "matters_value"
    IMPORTANCE = "importance"
    IMPORTANCE_WHY = "importance_why"
    STRENGTHS = "strengths"
    LOOKING_BACK = "looking_back"
    KNOWN_BY = "known_by"
    CONFIDENCE = "confidence"
    CONFIDENCE_WHY = "confidence_why"
    HESITATION = "hesitation"
    SUCCESS = "success"
    KEY_QUESTION = "key_question"
    ANYTHING_ELSE = "anything_else"
    PERMISSION = "permission"
    ELICIT = "elicit"
    OFFER = "offer"
    MENU_WHICH = "menu_which"
    DISCORD_CHOICE = "discord_choice"
    STEP = "step"
    WHEN = "when"
    WITH_WHOM = "with_whom"
    SIGN = "sign"
    SURE = "sure"
    SURE_WHY = "sure_why"
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
    """One thing that the citizen said, verbatim and in du-form, with its kinds of talk, and what it answered."""

    said: str
    du: str
    talk: frozenset[Talk]
    turn: int
    ask: Ask | None = None


@dataclass(frozen=True)
class Earlier:
    """What an earlier talk with the same citizen ended with; `wording` is the delmål that the citizen said yes to."""

    wording: str
    wish: str = ""
    talks: int = 1


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
    promised: bool = False
    turns: dict[str, int] = field(default_factory=dict)

    def take(self, turn: int, **said: str | float) -> None:
        """Writes what was said into the plan, and in which turn; what is empty changes nothing."""
        for name, value in said.items():
            if value != "":
                setattr(self, name, value)
                self.turns[name] = turn


@dataclass
class Conversation:
    """The dialogue's memory. `importance` and `confidence` are 0–10; `seed` makes chance repeatable.

    `went`: how an agreement went since the last talk, "done", "partly" or "not_yet"; empty where it was not told.
    `told_step`: the last step told of the citizen's own accord with a time, and its turn. `helper`: whom the citizen
    named in danger, as the bot says it. `guessed`: 0–1, how sure the reader was at most of danger that no word told.
    """

    id: str
    seed: int = 0
    turn: int = 0
    way: Way = Way.MEETING
    earlier: Earlier | None = None
    process: Process = Process.ENGAGE
    status: Status = Status.OPEN
    danger: Safety = Safety.NONE
    danger_kind: str = "unknown"
    danger_in_words: bool = False
    acute_for_sure: bool = False
    doubted_turn: int = -9
    doubt: float = 0.0
    guessed: float = 0.0
    interrupted: Ask | None = None
    helper: str = ""
    danger_answers: dict[str, int] = field(default_factory=dict)
    asked: Ask | None = None
    has_asked: set[Ask] = field(default_factory=set)
    asked_in_engage: int = 0
    not_known_in_a_row: int = 0
    bare_answers_in_a_row: int = 0
    questions_in_a_row: int = 0
    rests_in_a_row: int = 0
    citizen_words: int = 0
    tellings: int = 0
    telling_words: int = 0
    bot_words: int = 0
    kinds_told: dict[str, int] = field(default_factory=dict)
    two_sided: int = 0
    linked: int = 0
    discords: int = 0
    meanings: dict[str, int] = field(default_factory=dict)
    score: float | None = None
    went: str = ""
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
    told_step: str = ""
    told_step_turn: int = -99
    said: dict[str, int] = field(default_factory=dict)
    draft_ids: list[str] = field(default_factory=list)

    @property
    def is_talked_over(self) -> bool:
        """Whether the bot has said more words than the citizen: then its shortest ways of saying things are taken."""
        return self.turn > 0 and self.bot_words > self.citizen_words

    @property
    def tells_much(self) -> bool:
        """Whether the citizen says far more than the bot: they have a story to tell, and need no questions for it."""
        return self.turn > 1 and self.citizen_words > _MUCH * self.bot_words

    @property
    def is_terse(self) -> bool:
        """Whether the citizen, when telling something, writes fewer than `_TERSE` words at a time so far."""
        return self.tellings > 1 and self.telling_words < _TERSE * self.tellings

    @property
    def writes_sentences(self) -> bool:
        """Whether the citizen, when telling something, writes whole sentences so far."""
        return self.tellings > 1 and self.telling_words >= _SENTENCE * self.tellings

    def count(self, kind_of_answer: str) -> int:
        """How often an answer of this kind has been given before; counts this one."""
        before = self.danger_answers.get(kind_of_answer, 0)
        self.danger_answers[kind_of_answer] = before + 1
        return before

    def count_of(self, kind: str) -> int:
        """How often it has been counted; counts nothing."""
        return self.danger_answers.get(kind, 0)

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

    def told(self, *kinds: Talk) -> int:
        """How many messages carried one of these kinds of talk, also those that the grammar could not give back."""
        return sum(self.kinds_told.get(kind, 0) for kind in kinds)

    def kinds_heard(self) -> frozenset[Talk]:
        """All kinds of change talk so far."""
        return frozenset(kind for kind in CHANGE_TALK if self.kinds_told.get(kind))
