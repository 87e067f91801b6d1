# SPDX-License-Identifier: MPL-2.0
"""`afsaet simulate`: invented citizens talk with the engine, and what came of it is measured."""

from __future__ import annotations

import json
import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.care.help_lines import contacts_for
from bot.codebook import Safety, Statement
from bot.commands.simulated_citizen import Citizen, Heard, Persona, read_persona
from bot.goals import drafting
from bot.goals.goal import Goal
from bot.mi import engine, fidelity
from bot.mi.conversation import Ask, Conversation, Earlier, Process, Way
from bot.mi.fidelity import Exchange, Profile
from bot.mi.move import Effect, Move
from bot.mi.voice import codes_of, speak
from bot.services import caring
from bot.services.drafting import said_of_goal

MOST_TURNS = 80
"""A conversation that is longer goes round in circles."""
_CRASHES = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""A crash is a result here, and is counted."""
_FULL_SENTENCES = ("plain", "full", "long")
AFTER_DANGER = {Ask.AFTER_DANGER, Ask.HAPPENING_NOW, Ask.GO_ON, Ask.ERASE, None}
CONTACTS = contacts_for("midtjylland")

Read = Callable[[str], Statement]
_SOME_DAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


class NoCitizens(Exception):
    """There is no file of a citizen in the folder; the message names it."""


@dataclass
class Played:
    """One conversation that was played: what was said, what came of it, and how long the engine took (seconds)."""

    persona: Persona
    seed: int
    exchanges: list[Exchange] = field(default_factory=list)
    asks: list[str | None] = field(default_factory=list)
    whys: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    decided: bool = False
    ended: bool = False
    crash: str = ""
    danger_turn: int | None = None

    @property
    def pushed(self) -> bool:
        """A citizen who is not ready was asked for a step, asked again and again, or got a draft."""
        asked = self.asks.count(Ask.PERMISSION)
        return not self.persona.ready and (Ask.STEP in self.asks or asked > 1 or bool(self.drafts))

    @property
    def danger_met(self) -> bool:
        """Danger got an answer to danger, a number stood in it or before it, and no goal question came after."""
        if self.danger_turn is None:
            return self.persona.danger is Safety.NONE
        met = self.exchanges[self.danger_turn]
        answers = [one for one in self.exchanges[: self.danger_turn + 1] if one.answers_danger]
        numbers = any(char.isdigit() for one in answers for reply in one.replies for char in reply)
        after = self.asks[self.danger_turn :]
        if self.persona.danger is Safety.CONCERN:
            after = after[:1]
        return met.answers_danger and numbers and all(ask in AFTER_DANGER for ask in after)


def personas_in(folder: Path) -> list[Persona]:
    """The citizens of a folder in the order of their names; `NoCitizens` where there is none."""
    found = [read_persona(path) for path in sorted(folder.glob("*.yml"))]
    if not found:
        raise NoCitizens(f"{folder} has no citizens (*.yml)")
    return found


def play_all(
    personas: list[Persona], conversations: int, seed: int, read: Read | None = None,
    tick: Callable[[], object] = lambda: None,
) -> list[Played]:
    """So many conversations, the citizens in turn, each with its own seed."""
    played = []
    for number in range(conversations):
        persona = personas[number % len(personas)]
        played.append(play(persona, seed + number // len(personas), read))
        tick()
    return played


def play(persona: Persona, seed: int, read: Read | None = None) -> Played:
    """One conversation; with `read` the messages are understood by the model, else by their true labels."""
    played = Played(persona, seed)
    try:
        _talk(played, read)
    except _CRASHES as error:
        played.crash = f"{type(error).__name__}: {error}"
    return played


def _talk(played: Played, read: Read | None) -> None:
    persona, seed = played.persona, played.seed
    conversation = Conversation(id=f"{persona.key}-{seed}", seed=seed * 7919 + len(persona.key), way=persona.way)
    if persona.way is Way.FOLLOW_UP:
        conversation.earlier = Earlier(_agreed(persona), persona.wish)
    citizen = Citizen(persona, random.Random(f"{persona.key}:{seed}"))
    heard = _opening(played, conversation)
    while len(played.asks) < MOST_TURNS:
        meant = citizen.answer(heard)
        statement = read(meant.text) if read else meant
        heard = _exchange(played, conversation, statement, meant)
        if citizen.is_done(conversation.process is Process.CLOSE):
            played.ended = True
            return


def _agreed(persona: Persona) -> str:
    step = persona.says["step"][0]
    return step[:1].upper() + step[1:].rstrip(".") + "."


def _opening(played: Played, conversation: Conversation) -> Heard:
    move = engine.open_talk(conversation)
    return _note(played, conversation, move, None, None)


def _exchange(played: Played, conversation: Conversation, statement: Statement, meant: Statement) -> Heard:
    if meant.safety is not Safety.NONE and played.danger_turn is None:
        played.danger_turn = len(played.exchanges)
    started = time.perf_counter()
    move = caring.respond(conversation, statement, CONTACTS)
    heard = _note(played, conversation, move, statement, meant)
    played.seconds.append(time.perf_counter() - started)
    if move.effect is Effect.DRAFT_GOAL and conversation.confirmed:
        played.goals.append(_draft(played, conversation))
        played.drafts.append(conversation.confirmed.wording)
        conversation.draft_ids.append(f"draft {len(played.drafts)}")
        conversation.confirmed = None
    played.decided |= any(act.phrase in ("kept", "changed", "let_go") for act in move.acts)
    return heard


def _draft(played: Played, conversation: Conversation) -> Goal:
    told = {number: one.said or "" for number, one in enumerate(played.exchanges)}
    said = said_of_goal(played.persona.key, conversation, told)
    return drafting.draft(said, f"{conversation.id}-{len(played.goals)}", _SOME_DAY, f"engine {engine.VERSION}")


def _note(
    played: Played, conversation: Conversation, move: Move, statement: Statement | None, meant: Statement | None
) -> Heard:
    replies = speak(conversation, move)
    codes = codes_of(move)
    talk = meant.talk if meant else frozenset()
    said = statement.text if statement else None
    played.exchanges.append(Exchange(said, talk, tuple(reply.text for reply in replies), codes))
    played.asks.append(move.ask)
    played.whys.append(move.why)
    choices = replies[-1].choices if replies else ()
    return Heard(move.ask, codes, choices, conversation.process is Process.CLOSE)


# The report


def report(played: list[Played]) -> str:
    """What came of the conversations, as a page of figures."""
    whole = [one for one in played if not one.crash]
    profile = fidelity.measure_all(one.exchanges for one in whole)
    parts = [fidelity.as_text(profile), "", *_rows(whole, profile), "", *_outcomes(played), "", *_speed(whole)]
    return "\n".join(parts)


def _rows(played: list[Played], profile: Profile) -> Iterator[str]:
    yield "bot words per citizen word, LIX and R:Q by the way the citizens write:"
    for style in ("terse", *_FULL_SENTENCES):
        of_style = [fidelity.measure(one.exchanges) for one in played if one.persona.style == style]
        if of_style:
            together = Profile()
            for one in of_style:
                together.add(one)
            over = sum(one.words_ratio > 1.3 for one in of_style) / len(of_style)
            yield (f"  {style:<6} {together.words_ratio:.2f} (over 1.3 in {over:.0%}), LIX {together.mean_lix:.1f}, "
                   f"R:Q {together.reflections_to_questions:.2f}")
    if not profile.lix:
        return
    within = sum(20 <= one <= 30 for one in profile.lix) / max(1, len(profile.lix))
    yield f"LIX from {min(profile.lix):.0f} to {max(profile.lix):.0f}; {within:.0%} of conversations within 20–30"


def _outcomes(played: list[Played]) -> Iterator[str]:
    wishing = [p for p in played if p.persona.wish and p.persona.danger is not Safety.ACUTE]
    talks = [p for p in wishing if p.persona.ready and p.persona.way not in (Way.FOLLOW_UP, Way.BAD_DAY)]
    follow = [p for p in wishing if p.persona.way is Way.FOLLOW_UP]
    unready = [p for p in played if not p.persona.ready]
    danger = [p for p in played if p.danger_turn is not None]
    yield f"a wish and ready: a confirmed draft in {_share(talks, lambda p: bool(p.drafts))}"
    yield f"any wish, ready or not, but on a bad day: a draft or a decision in {_share(_not_bad(wishing), _is_settled)}"
    yield f"follow-up: kept, changed or let go in {_share(follow, lambda p: p.decided or bool(p.drafts))}"
    yield f"not ready: pushed to a goal in {_share(unready, lambda p: p.pushed)}"
    yield f"danger: answered, and no goal question after it, in {_share(danger, lambda p: p.danger_met)}"
    yield f"crashes {sum(bool(p.crash) for p in played)}, loops {sum(not p.ended and not p.crash for p in played)}"
    turns = sorted(len(p.exchanges) for p in played)
    yield f"bot turns in a conversation: median {statistics.median(turns):.0f}, longest {turns[-1]}"


def _not_bad(played: list[Played]) -> list[Played]:
    return [one for one in played if one.persona.way is not Way.BAD_DAY]


def _is_settled(one: Played) -> bool:
    return bool(one.drafts) or one.decided


def _share(played: list[Played], holds: Callable[[Played], bool]) -> str:
    hits = sum(map(holds, played))
    return f"{hits} of {len(played)} ({hits / max(1, len(played)):.0%})"


def _speed(played: list[Played]) -> Iterator[str]:
    fifth = [one.seconds[4] for one in played if len(one.seconds) > 4]
    late = [one.seconds[-1] for one in played if len(one.seconds) > 20]
    for name, found in (("5", fifth), ("the last, over 20,", late)):
        if found:
            yield f"engine at turn {name}: median {statistics.median(found) * 1000:.2f} ms"


# What is kept of a run


def write(played: list[Played], path: Path) -> None:
    """The conversations as JSON lines, one a conversation: who it was, and every turn with its codes and its why."""
    with path.open("w", encoding="utf-8") as file:
        for one in played:
            file.write(json.dumps(as_json(one), ensure_ascii=False) + "\n")


def as_json(one: Played) -> dict[str, Any]:
    """One conversation as it is written to a file, and read by `afsaet fidelity`."""
    turns = [
        {"said": e.said, "talk": sorted(e.talk), "replies": list(e.replies), "codes": list(e.codes), "ask": ask,
         "why": why}
        for e, ask, why in zip(one.exchanges, one.asks, one.whys, strict=True)
    ]
    return {"citizen": one.persona.key, "seed": one.seed, "way": one.persona.way, "drafts": one.drafts,
            "crash": one.crash, "ended": one.ended, "turns": turns}
