# SPDX-License-Identifier: MPL-2.0
"""An invented citizen who answers what is asked, from a stock of utterances (tests/simulation/README.md)."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.codebook import THEME_NAMES, Intent, Safety, Statement, Talk, Theme
from bot.mi.conversation import Ask, Way
from bot.mi.ways import WAYS


@dataclass(frozen=True)
class Persona:
    """A citizen's file; see the README beside the files for what each field means."""

    name: str
    way: Way
    style: str
    openness: float
    opens_up_on: frozenset[str]
    patience: int
    ambivalence: float
    resistance: float
    ready: bool
    rulers: dict[str, float]
    danger: Safety
    danger_turn: int
    theme: Theme
    wish: str
    says: dict[str, list[str]]
    key: str = ""


def read_persona(path: Path) -> Persona:
    """The persona of a file; KeyError or ValueError where something is missing."""
    told: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Persona(
        name=told["name"], way=Way(told["way"]), style=told["style"], openness=told["openness"] / 10,
        opens_up_on=frozenset(told["opens_up_on"]), patience=told["patience"], ambivalence=told["ambivalence"] / 10,
        resistance=told["resistance"] / 10, ready=told["ready"],
        rulers={name: float(told[name]) for name in ("importance", "confidence", "sure")},
        danger=Safety(told["danger"]), danger_turn=told.get("danger_turn", 0), theme=Theme(told["theme"]),
        wish=told.get("wish") or "", says=told["says"], key=path.stem,
    )


REASONS, STRENGTHS = ("reason", "need", "matters"), ("ability", "taking_steps")
ANSWERS: dict[str, tuple[str, ...]] = {
    Ask.ENGAGE: ("life", "feeling", "life"), Ask.VALUES: ("matters",), Ask.HOPE: ("wish",), Ask.IN_THEME: ("wish",),
    Ask.WHAT_MATTERS: REASONS, Ask.BEST_OF_IT: ("reason",), Ask.LOOKING_FORWARD: ("reason", "matters"),
    Ask.IF_NOTHING_CHANGES: ("need", "reason"), Ask.MATTERS_VALUE: ("matters", "reason"), Ask.IMPORTANCE_WHY: REASONS,
    Ask.STRENGTHS: STRENGTHS, Ask.LOOKING_BACK: STRENGTHS, Ask.KNOWN_BY: ("ability",), Ask.CONFIDENCE_WHY: STRENGTHS,
    Ask.SUCCESS: STRENGTHS, Ask.SURE_WHY: STRENGTHS, Ask.SCORE_WHY: STRENGTHS, Ask.HELPED: STRENGTHS,
    Ask.WENT_PARTLY: ("ability", "sustain", "taking_steps"), Ask.STILL_WANTED: ("reason", "need", "matters"),
    Ask.HESITATION: ("activation", "ability", "sustain"), Ask.KEY_QUESTION: ("activation", "need"),
    Ask.ANYTHING_ELSE: ("no_more",), Ask.ELICIT: ("step", "dont_know"), Ask.OFFER: ("yes",), Ask.MENU_WHICH: ("step",),
    Ask.STEP: ("step",), Ask.SMALLER: ("smaller",), Ask.WHEN: ("when",), Ask.WITH_WHOM: ("with_whom",),
    Ask.SIGN: ("sign",), Ask.READ_BACK: ("yes",), Ask.CHANGE_OR_LEAVE: ("no",), Ask.REWORD: ("step",),
    Ask.AFTER_DANGER: ("matters", "more", "feeling"), Ask.GO_ON: ("yes",),
}
"""Which of the stock answers which question."""
RULERS = {Ask.IMPORTANCE: "importance", Ask.CONFIDENCE: "confidence", Ask.SURE: "sure", Ask.SCORE: "confidence"}
PLANNING = frozenset({Ask.STEP, Ask.WHEN, Ask.WITH_WHOM, Ask.SIGN, Ask.SURE, Ask.SURE_WHY, Ask.SMALLER, Ask.READ_BACK})
DRAWS_OUT = frozenset({Ask.WHAT_MATTERS, Ask.BEST_OF_IT, Ask.LOOKING_FORWARD, Ask.STRENGTHS, Ask.LOOKING_BACK,
                       Ask.KNOWN_BY, Ask.HOPE, Ask.IN_THEME, Ask.HESITATION, Ask.KEY_QUESTION, Ask.MATTERS_VALUE})
TALK = {
    "wish": Talk.DESIRE, "reason": Talk.REASON, "need": Talk.NEED, "ability": Talk.ABILITY, "sustain": Talk.SUSTAIN,
    "taking_steps": Talk.TAKING_STEPS, "activation": Talk.ACTIVATION, "matters": Talk.REASON, "step": Talk.COMMITMENT,
}
INTENTS = {
    "greeting": Intent.GREET, "agree": Intent.AFFIRM, "yes": Intent.AFFIRM, "no": Intent.DENY, "not_yet": Intent.DENY,
    "no_more": Intent.DENY, "dont_know": Intent.DONT_KNOW, "discord": Intent.OBJECT, "confused": Intent.CONFUSED,
    "thanks": Intent.THANK, "not_now": Intent.DENY, "rate": Intent.RATE, "stop": Intent.STOP,
}
_CHANGE_TOLD_BEFORE_READY = 2
_LEAVES_AT_THE_END = 0.6
_TO_FINISH_A_PLAN = 4
"""Turns that a citizen still gives to a step they have begun to find."""


@dataclass
class Heard:
    """What the citizen notices of a bot turn: what it asks, which skills it shows, its buttons, and that it ends."""

    ask: str | None
    codes: tuple[str, ...]
    choices: tuple[str, ...] = ()
    ends: bool = False


@dataclass
class Citizen:
    """One citizen in one conversation; `chance` makes it repeatable. `openness` 0–1 moves with how they are met."""

    persona: Persona
    chance: random.Random
    openness: float = 0.5
    turn: int = 0
    unmet: int = 0
    told: dict[str, int] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    danger_told: int = 0
    last_ask: str | None = None

    def __post_init__(self) -> None:
        self.openness = self.persona.openness

    def answer(self, heard: Heard) -> Statement:
        """What the citizen says now, with its true labels."""
        self.turn += 1
        self._be_met(heard)
        function = self._function(heard)
        self.last_ask = heard.ask
        return self._say(function, heard)

    def is_done(self, closed: bool) -> bool:
        """After the end of the talk, once thanks have been said; or when patience is used up."""
        return "thanks" in self.told and (closed or self.turn > self.persona.patience)

    @property
    def ready(self) -> bool:
        """Whether a yes to a small step would be true now."""
        change = sum(self.told.get(kind, 0) for kind in TALK if kind != "sustain")
        return self.persona.ready and change >= _CHANGE_TOLD_BEFORE_READY

    def _be_met(self, heard: Heard) -> None:
        """Being heard opens; question upon question closes."""
        reflected = {"simple_reflection", "complex_reflection"} & set(heard.codes)
        gain = 0.06 * ("complex_reflection" in heard.codes) + 0.04 * bool(reflected)
        gain += 0.05 * ("affirm" in heard.codes and "affirmation" in self.persona.opens_up_on)
        gain += 0.05 * ("emphasize_autonomy" in heard.codes and "autonomy" in self.persona.opens_up_on)
        gain += 0.05 * (bool(heard.choices) and "choices" in self.persona.opens_up_on)
        self.unmet = 0 if reflected or not heard.ask else self.unmet + 1
        self.openness = min(1.0, max(0.05, self.openness + gain - 0.05 * (self.unmet > 1)))

    def _function(self, heard: Heard) -> str:
        if self._tells_danger(heard):
            return "danger"
        if heard.ask == Ask.HAPPENING_NOW:
            return "danger" if self.persona.danger is Safety.ACUTE and self.danger_told else "not_now"
        if self.turn > self.persona.patience + (_TO_FINISH_A_PLAN if heard.ask in PLANNING else 0):
            return "thanks" if "stop" in self.told else "stop"
        if heard.ends and heard.ask is None and self.chance.random() < _LEAVES_AT_THE_END:
            return "thanks"
        if heard.ask is None:
            return self._goes_on()
        return self._reacts(heard.ask)

    def _tells_danger(self, heard: Heard) -> bool:
        """At its turn; after acute danger two more messages about it."""
        if self.persona.danger is Safety.NONE or self.turn < self.persona.danger_turn:
            return False
        most = 3 if self.persona.danger is Safety.ACUTE else 1
        return self.danger_told < most

    def _goes_on(self) -> str:
        """After a turn without a question: more of it, a short yes, or what holds back."""
        if self.danger_told and self.persona.danger is Safety.ACUTE:
            return self.chance.choice(["feeling", "agree", "thanks"])
        roll = self.chance.random()
        if roll > 0.35 + 0.6 * self.openness:
            return "agree"
        if self.chance.random() < 0.5 * self.persona.ambivalence * (1.1 - self.openness):
            return "sustain"
        if self.persona.wish and not self.told.get("wish") and roll < 0.6 * self.openness:
            return "wish"
        if not self.told.get("wish"):
            return self.chance.choice(["life", "feeling", "more", "matters"])
        return self.chance.choice(["reason", "more", "ability", "need", "taking_steps", "matters", "feeling"])

    def _reacts(self, ask: str) -> str:
        special = self._to_special(ask)
        if special:
            return special
        roll = self.chance.random()
        closed = 1.1 - self.openness
        if roll < 0.3 * self.persona.resistance * closed:
            return "discord"
        torn = 0.5 * self.persona.ambivalence * closed
        if ask in DRAWS_OUT and self.told.get("wish") and self.chance.random() < torn:
            return "sustain"
        if self.openness < 0.3 and self.chance.random() < 0.3:
            return "dont_know"
        if self.chance.random() < 0.02:
            return "confused"
        if ask in (Ask.HOPE, Ask.IN_THEME) and not self.persona.wish:
            return self.chance.choice(["dont_know", "dont_know", "life"])
        return self.chance.choice(ANSWERS.get(ask, ("more",)))

    def _to_special(self, ask: str) -> str | None:
        if ask in RULERS:
            return "rate"
        if ask == Ask.OPENING:
            return self._opens()
        if ask == Ask.PERMISSION:
            return "yes" if self.ready else "not_yet"
        if ask in WAYS[self.persona.way].questions and self.persona.way is not Way.MEETING:
            return "way"
        if ask in (Ask.THEME, Ask.WHICH_FIRST, Ask.DISCORD_CHOICE):
            return "choice"
        return None

    def _opens(self) -> str:
        roll = self.chance.random()
        if self.persona.wish and roll < self.openness - 0.3:
            return "wish"
        return "life" if roll < 0.4 + self.openness / 2 else "greeting"

    def _say(self, function: str, heard: Heard) -> Statement:
        self.told[function] = self.told.get(function, 0) + 1
        if function == "danger":
            self.danger_told += 1
        text = self._text(function, heard)
        talk = {TALK[function]} if function in TALK else self._talk_of_way(function, heard)
        intent = INTENTS.get(function, Intent.SHARE)
        if function == "choice" and heard.ask == Ask.THEME and not self.persona.wish:
            intent = Intent.DENY
        safety = self.persona.danger if function == "danger" else Safety.NONE
        themes = {self.persona.theme} if talk else set()
        return Statement(text, frozenset(talk), frozenset(themes), safety, intent)

    def _talk_of_way(self, function: str, heard: Heard) -> set[Talk]:
        if function != "way":
            return set()
        return {_TALK_OF_WAY[heard.ask]} if heard.ask in _TALK_OF_WAY else set()

    def _text(self, function: str, heard: Heard) -> str:
        if function == "way":
            return self._of_way(heard.ask or "")
        if function == "choice":
            return self._choice(heard)
        if function == "rate":
            number = self._number(Ask(heard.ask or ""))
            return self._new("rating_words").format(n=f"{number:g}")
        if function == "stop":
            return "jeg vil gerne stoppe nu"
        return self._new(function)

    def _number(self, ask: Ask) -> float:
        base = self.persona.rulers[RULERS[ask]]
        return min(10, base + 2 * self.told.get("smaller", 0)) if ask is Ask.SURE else base

    def _of_way(self, ask: str) -> str:
        place = WAYS[self.persona.way].questions.index(Ask(ask))
        stock = self.persona.says["way"][2 * place : 2 * place + 2]
        left = [text for text in stock if text not in self.used]
        text = self.chance.choice(left) if left else self._new("more")
        self.used.add(text)
        return text

    def _choice(self, heard: Heard) -> str:
        if heard.ask == Ask.THEME:
            return THEME_NAMES[self.persona.theme].capitalize() if self.persona.wish else "Ikke noget af det"
        if heard.ask == Ask.DISCORD_CHOICE:
            return "Skriv videre" if self.openness > 0.4 else "Noget andet"
        return heard.choices[0] if heard.choices else self._new("agree")

    def _new(self, function: str) -> str:
        """An utterance that has not been said; when the stock is used up, a neighbouring one; at last a plain word."""
        for kind in (function, *_NEIGHBOURS.get(function, ("more", "life", "agree"))):
            left = [text for text in self.persona.says.get(kind, ()) if text not in self.used]
            if left:
                text = self.chance.choice(left) if function != "danger" else left[0]
                self.used.add(text)
                return text
        return _PLAIN.get(function, "ja")


_NEIGHBOURS = {
    "agree": ("yes",), "yes": ("agree",), "no": ("no_more",), "no_more": ("no",), "not_yet": ("no",), "dont_know": (),
    "danger": ("feeling",), "not_now": ("no",), "thanks": ("agree",), "discord": ("no",), "step": ("smaller",),
    "smaller": ("step",), "rating_words": (), "confused": ("dont_know",), "when": (), "with_whom": (),
}
_PLAIN = {
    "no": "nej", "no_more": "nej", "not_yet": "ikke endnu", "dont_know": "ved ikke", "rating_words": "{n}",
    "when": "i morgen", "with_whom": "alene", "thanks": "tak", "not_now": "nej", "discord": "nej",
}
_TALK_OF_WAY: dict[str | None, Talk] = {
    Ask.DREAMT: Talk.DESIRE, Ask.SUCCEEDED: Talk.ABILITY, Ask.KNOTS: Talk.SUSTAIN, Ask.MATTERS_NOW: Talk.REASON,
    Ask.WORKS: Talk.ABILITY, Ask.HARD: Talk.SUSTAIN, Ask.WANT_TO_HAPPEN: Talk.DESIRE, Ask.CV_STRENGTHS: Talk.ABILITY,
    Ask.CV_HELPS: Talk.ABILITY, Ask.DONE_BEFORE: Talk.ABILITY, Ask.WISHED_THEN: Talk.DESIRE, Ask.WORRIES: Talk.SUSTAIN,
    Ask.HAPPENED: Talk.TAKING_STEPS, Ask.HELPED: Talk.ABILITY,
}
