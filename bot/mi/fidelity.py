# SPDX-License-Identifier: MPL-2.0
"""A conversation measured as MITI 4.2.1 measures it, and by the house's own rules for what is said.

MITI: Moyers, Manuel & Ernst (2014), Motivational Interviewing Treatment Integrity Coding Manual 4.2.1. Parsing: a turn
has at most one reflection (a complex one wins) and at most one question; a reflection that only cues a question is not
counted; an affirmation must be specific and is credited at most `_AFFIRMATIONS` times in a conversation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.codebook import CHANGE_TALK, Talk
from bot.danish.readability import lix, sentences

_AFFIRMATIONS = 3
_CUE_WORDS = 5
"""A simple reflection of fewer words right before a question only cues it."""
_INCONSISTENT = re.compile(
    r"\b(?:du (?:bør|burde|skal bare|må hellere)|jeg (?:foreslår|anbefaler|råder|synes,? du)|tag dig sammen"
    r"|kom nu|hvorfor (?:gør|gjorde|har|kan) du ikke|du tager fejl|det passer ikke, at)\b", re.IGNORECASE)
"""Words of persuading or confronting; citizens' own words in »« are left out before they are looked for."""
_NUMBER = re.compile(r"\d{2} \d{2}|\d{3} \d{3}")
"""A telephone line may be named again when the danger has grown."""
_QUOTED = re.compile(r"»[^«]*«")


@dataclass(frozen=True)
class Exchange:
    """One message of the citizen (None at the opening) with its kinds of talk, and the bot's turn with its codes."""

    said: str | None
    talk: frozenset[Talk]
    replies: tuple[str, ...]
    codes: tuple[str, ...]

    @property
    def answers_danger(self) -> bool:
        """Whether the turn stands outside of MITI."""
        return "safety" in self.codes


@dataclass
class Profile:
    """Counts over one or more conversations; the ratios are made from them."""

    conversations: int = 0
    turns: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    question_marks: int = 0
    most_question_marks: int = 0
    without_question: int = 0
    bot_words: int = 0
    citizen_words: int = 0
    repeated: int = 0
    inconsistent: int = 0
    lix: list[float] = field(default_factory=list)
    change: list[int] = field(default_factory=lambda: [0, 0, 0])
    sustain: list[int] = field(default_factory=lambda: [0, 0, 0])
    messages: list[int] = field(default_factory=lambda: [0, 0, 0])

    @property
    def reflections(self) -> int:
        """Simple and complex ones."""
        return self.codes["SR"] + self.codes["CR"]

    @property
    def reflections_to_questions(self) -> float:
        """R:Q."""
        return self.reflections / max(1, self.codes["Q"])

    @property
    def complex_share(self) -> float:
        """0–1 of the reflections."""
        return self.codes["CR"] / max(1, self.reflections)

    @property
    def words_ratio(self) -> float:
        """Bot words per citizen word."""
        return self.bot_words / max(1, self.citizen_words)

    @property
    def mean_lix(self) -> float:
        """The mean over the conversations."""
        return sum(self.lix) / max(1, len(self.lix))

    def change_share(self, third: int) -> float:
        """Change talk among the messages with change or sustain talk, in this third of a conversation (0, 1, 2)."""
        return self.change[third] / max(1, self.change[third] + self.sustain[third])

    def change_per_message(self, third: int) -> float:
        """Change talk among all messages of this third."""
        return self.change[third] / max(1, self.messages[third])

    def add(self, other: Profile) -> None:
        """The counts of both."""
        for name, value in vars(other).items():
            mine = getattr(self, name)
            if name in ("change", "sustain", "messages"):
                setattr(self, name, [a + b for a, b in zip(mine, value, strict=True)])
            elif name == "most_question_marks":
                self.most_question_marks = max(mine, value)
            else:
                setattr(self, name, mine + value)


def measure(conversation: Sequence[Exchange]) -> Profile:
    """The profile of one conversation."""
    profile = Profile(conversations=1)
    seen: set[str] = set()
    for exchange in conversation:
        _add_turn(profile, exchange, seen)
    texts = [text for exchange in conversation for text in exchange.replies]
    profile.lix = [lix(texts)]
    profile.codes["AF"] = min(profile.codes["AF"], _AFFIRMATIONS)
    _add_course(profile, [exchange for exchange in conversation if exchange.said is not None])
    return profile


def measure_all(conversations: Iterable[Sequence[Exchange]]) -> Profile:
    """The profile of several conversations together."""
    profile = Profile()
    for conversation in conversations:
        profile.add(measure(conversation))
    return profile


def miti_codes(exchange: Exchange) -> list[str]:
    """The behaviour codes of a turn: GI, Q, SR, CR, AF, SEEK, EMPHASIZE; [] for an answer to danger."""
    if exchange.answers_danger:
        return []
    named = [_MITI[code] for code in exchange.codes]
    codes = [code for code in dict.fromkeys(named) if code not in ("SR", "CR")]
    reflection = "CR" if "CR" in named else "SR" if "SR" in named else None
    if reflection == "SR" and "Q" in named and _only_cues(exchange):
        reflection = None
    return [reflection, *codes] if reflection else codes


_MITI = {
    "giving_information": "GI", "open_question": "Q", "closed_question": "Q", "seek_collaboration": "SEEK",
    "emphasize_autonomy": "EMPHASIZE", "simple_reflection": "SR", "complex_reflection": "CR", "affirm": "AF",
}
CODES = frozenset(_MITI)
"""The codes that a phrase may have. None of MITI's inconsistent ones (Persuade, Confront) is among them."""


def _only_cues(exchange: Exchange) -> bool:
    first = next(iter(sentences(exchange.replies[-1])), "") if exchange.replies else ""
    return len(first.split()) < _CUE_WORDS


def _add_turn(profile: Profile, exchange: Exchange, seen: set[str]) -> None:
    text = " ".join(exchange.replies)
    marks = _plain(text).count("?")
    profile.turns += 1
    profile.codes.update(miti_codes(exchange))
    profile.question_marks += marks
    profile.most_question_marks = max(profile.most_question_marks, marks)
    profile.without_question += marks == 0
    profile.bot_words += 0 if exchange.answers_danger else len(text.split())
    profile.citizen_words += len((exchange.said or "").split())
    profile.inconsistent += bool(_INCONSISTENT.search(_plain(text)))
    for sentence in (part.casefold() for reply in exchange.replies for part in sentences(reply)):
        profile.repeated += sentence in seen and not _NUMBER.search(sentence)
        seen.add(sentence)


def _plain(text: str) -> str:
    return _QUOTED.sub("»…«", text)


def _add_course(profile: Profile, exchanges: Sequence[Exchange]) -> None:
    for number, exchange in enumerate(exchanges):
        third = 3 * number // len(exchanges)
        profile.messages[third] += 1
        profile.change[third] += bool(exchange.talk & CHANGE_TALK)
        profile.sustain[third] += Talk.SUSTAIN in exchange.talk


def as_text(profile: Profile) -> str:
    """The profile as a page of figures."""
    codes = profile.codes
    rows = [
        ("conversations", f"{profile.conversations}"),
        ("bot turns", f"{profile.turns}"),
        ("R:Q (MITI parsing)", f"{profile.reflections_to_questions:.2f}  ({profile.reflections} : {codes['Q']})"),
        ("reflections per question mark", f"{profile.reflections / max(1, profile.question_marks):.2f}"),
        ("complex reflections", f"{profile.complex_share:.0%}"),
        ("MI-adherent: seek, affirm, emphasize", f"{codes['SEEK']}, {codes['AF']}, {codes['EMPHASIZE']}"),
        ("MI-inconsistent turns", f"{profile.inconsistent}"),
        ("most questions in a turn", f"{profile.most_question_marks}"),
        ("turns without a question", f"{profile.without_question / max(1, profile.turns):.0%}"),
        ("sentences said again", f"{profile.repeated}"),
        ("bot words per citizen word", f"{profile.words_ratio:.2f}"),
        ("LIX, mean of conversations", f"{profile.mean_lix:.1f}"),
        ("change talk of change and sustain, by thirds", _thirds(profile.change_share)),
        ("change talk of all messages, by thirds", _thirds(profile.change_per_message)),
    ]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {value}" for name, value in rows)


def _thirds(share: object) -> str:
    return " → ".join(f"{share(third):.0%}" for third in range(3))  # type: ignore[operator]
