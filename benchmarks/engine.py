# SPDX-License-Identifier: MPL-2.0
"""How long a turn of the engine takes, without Rasa: at turn 5, 50 and 500 of one talk, side by side in one run."""

from __future__ import annotations

import itertools
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot.codebook import Intent, Statement, Talk
from bot.commands import measuring, simulating
from bot.commands.simulated_citizen import TALK, Persona
from bot.mi import engine
from bot.mi.conversation import Conversation
from bot.mi.voice import speak
from bot.services import caring

AT = (5, 50, 500)
AROUND = 5
TALKS = 40


def statements(persona: Persona) -> list[Statement]:
    """All that a citizen has to tell, with its labels."""
    told = [(kind, text) for kind in ("life", "wish", "more", "reason", "sustain", "ability", "feeling", "matters")
            for text in persona.says.get(kind, ())]
    return [Statement(text, _kinds(kind), frozenset({persona.theme}), intent=Intent.SHARE) for kind, text in told]


def _kinds(kind: str) -> frozenset[Talk]:
    return frozenset({TALK[kind]}) if kind in TALK else frozenset()


def measure(persona: Persona) -> dict[int, list[float]]:
    """Milliseconds of the turns around each place."""
    talk = Conversation(id=persona.key, seed=7)
    speak(talk, engine.open_talk(talk))
    taken: dict[int, list[float]] = {place: [] for place in AT}
    for number, said in zip(range(1, AT[-1] + AROUND), itertools.cycle(statements(persona)), strict=False):
        started = time.perf_counter()
        speak(talk, caring.respond(talk, said))
        spent = (time.perf_counter() - started) * 1000
        near = next((place for place in AT if place <= number < place + AROUND), None)
        if near:
            taken[near].append(spent)
    return taken


def main() -> None:
    """Prints medians and 95th percentiles, and the ratio of the last to the first."""
    found: dict[int, list[float]] = {place: [] for place in AT}
    for persona in simulating.personas_in(measuring.CITIZENS)[:TALKS]:
        for place, spent in measure(persona).items():
            found[place] += spent
    for place in AT:
        ordered = sorted(found[place])
        slow = ordered[int(0.95 * len(ordered))]
        print(f"turn {place:>3}: median {statistics.median(ordered):.2f} ms, p95 {slow:.2f} ms")
    print(f"turn {AT[-1]} to turn {AT[0]}: {statistics.median(found[AT[-1]]) / statistics.median(found[AT[0]]):.2f}")


if __name__ == "__main__":
    main()
