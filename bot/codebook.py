# SPDX-License-Identifier: MPL-2.0
"""The labels for what a citizen says, and a statement that carries them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Talk(StrEnum):
    """Change talk and sustain talk: the DARN-CAT categories of MI (MISC 2.5, MITI 4.2.1)."""

    DESIRE = "desire"
    ABILITY = "ability"
    REASON = "reason"
    NEED = "need"
    COMMITMENT = "commitment"
    ACTIVATION = "activation"
    TAKING_STEPS = "taking_steps"
    SUSTAIN = "sustain"


CHANGE_TALK = frozenset(Talk) - {Talk.SUSTAIN}


class Theme(StrEnum):
    """Life areas of bostøtte."""

    WORK_EDUCATION = "work_education"
    RELATIONS = "relations"
    COMMUNITY = "community"
    HEALTH = "health"
    WELLBEING = "wellbeing"
    DAILY_LIFE = "daily_life"
    HOME = "home"
    ECONOMY = "economy"


class Safety(StrEnum):
    """How soon a human must look; when in doubt, the higher."""

    NONE = "none"
    CONCERN = "concern"
    ACUTE = "acute"


class Intent(StrEnum):
    """What a message does in the dialogue; in the order in which the dialogue must obey."""

    DELETE_DATA = "delete_data"
    STOP = "stop"
    ASK_HUMAN = "ask_human"
    PAUSE = "pause"
    SKIP = "skip"
    CORRECT = "correct"
    CONFUSED = "confused"
    ASK_PRIVACY = "ask_privacy"
    ASK_BOT = "ask_bot"
    ASK_ADVICE = "ask_advice"
    RATE = "rate"
    SHARE = "share"
    OBJECT = "object"
    DONT_KNOW = "dont_know"
    AFFIRM = "affirm"
    DENY = "deny"
    THANK = "thank"
    GREET = "greet"
    GOODBYE = "goodbye"
    OFF_TOPIC = "off_topic"


SAFETY_ORDER = (Safety.NONE, Safety.CONCERN, Safety.ACUTE)


def worst(*levels: Safety) -> Safety:
    """The highest of several safety levels; none of them is `Safety.NONE`."""
    return max(levels, key=SAFETY_ORDER.index, default=Safety.NONE)


@dataclass(frozen=True)
class Statement:
    """One message as the citizen sent it, identifiers masked, with its labels.

    `confidence` is 0–1 for the intent; a statement that no model has read has confidence 0. `danger_probability` is 0–1
    for there being any danger; 1 where a person or a word pattern says so.
    """

    text: str
    talk: frozenset[Talk] = field(default_factory=frozenset)
    themes: frozenset[Theme] = field(default_factory=frozenset)
    safety: Safety = Safety.NONE
    intent: Intent = Intent.SHARE
    confidence: float = 1.0
    danger_probability: float = 1.0

    @property
    def words(self) -> int:
        """How many words the citizen wrote."""
        return len(self.text.split())


THEME_NAMES = {
    Theme.WORK_EDUCATION: "job og uddannelse",
    Theme.RELATIONS: "familie og venner",
    Theme.COMMUNITY: "fritid og fællesskab",
    Theme.HEALTH: "krop og helbred",
    Theme.WELLBEING: "trivsel og ro",
    Theme.DAILY_LIFE: "hverdagen",
    Theme.HOME: "bolig",
    Theme.ECONOMY: "økonomi",
}
