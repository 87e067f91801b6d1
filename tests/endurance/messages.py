# SPDX-License-Identifier: MPL-2.0
"""Spoilt and odd messages, for as long as one likes, all the way from the gateway's mask to what is said and kept.

`python -m tests.endurance.messages --minutes 30 --seed 1`: every message is masked, read by the trained model, answered
by the engine and packed as the store packs it. Prints what broke (nothing is hidden) and exits with 1 if anything did.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter

from bot.care import danger
from bot.codebook import Safety, Statement
from bot.commands import measuring
from bot.commands.model import ensure_model
from bot.commands.simulating import Read
from bot.mi.conversation import Conversation
from bot.mi.move import Effect
from bot.services import talking
from bot.services.errors import DeskError
from bot.settings import settings
from bot.web.gateway import clean
from tests.factories import begin, conversation, tell

_ROOT = Path(__file__).parents[2]
_MEMORY = TypeAdapter(Conversation)
_MOST_BYTES = 40_000
_TURNS = 25
_SLOW = 1.0
_CPR = re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d-?\d{4}(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", re.IGNORECASE)
_ODD = (
    "\u0000", "\u200b", "\u202e", "\ufeff", "\U0001f4a9", "\u0301" * 20, "%s", "{{ 7*7 }}", "<b>", "'; --", "\\", "/",
    "/restart", '/intent{"a":1}', "»", "«", "\n\n", "\t", "010190-1234", "anna@eksempel.dk", "12 34 56 78", "æøåÆØÅ",
    "ß", "🙂" * 9, "...", "?!?!",
)


@dataclass
class Findings:
    """What was tried and what broke."""

    messages: int = 0
    talks: int = 0
    refused: int = 0
    dangers: int = 0
    drafts: int = 0
    slowest: float = 0.0
    broke: Counter[str] = field(default_factory=Counter)
    shown: list[str] = field(default_factory=list)

    def note(self, kind: str, text: str, told: str = "") -> None:
        """One finding; the first few of a kind are shown whole."""
        self.broke[kind] += 1
        if self.broke[kind] <= 5:
            self.shown.append(f"{kind}: {text!r} {told}")


def corpus() -> list[str]:
    """The labelled messages that the project has."""
    files = sorted((_ROOT / "data/labels").rglob("*.jsonl"))
    return [json.loads(line)["text"] for path in files for line in path.read_text(encoding="utf-8").splitlines()]


def spoilt(chance: random.Random, texts: list[str]) -> str:
    """A message as it might come: whole, mistyped, run together, cut, mixed with what nobody types, or very long."""
    text = chance.choice(texts)
    for _ in range(chance.choice((0, 0, 1, 1, 2, 4, 8))):
        text = chance.choice(_WAYS)(chance, text, texts)
    if chance.random() < 0.01:
        text = (text + " ") * chance.randint(20, 200)
    if chance.random() < 0.02:
        text = "".join(_any_letter(chance) for _ in range(chance.randint(1, 80)))
    return text


def _any_letter(chance: random.Random) -> str:
    return chr(chance.choice((chance.randrange(32, 0x250), chance.randrange(1, 0xD800))))


def _place(chance: random.Random, text: str) -> int:
    return chance.randint(0, len(text))


def _cut(chance: random.Random, text: str, texts: list[str]) -> str:
    first, last = sorted((_place(chance, text), _place(chance, text)))
    return text[:first] + text[last:]


def _put(chance: random.Random, text: str, texts: list[str]) -> str:
    place = _place(chance, text)
    return text[:place] + chance.choice(_ODD) + text[place:]


def _join(chance: random.Random, text: str, texts: list[str]) -> str:
    return text + chance.choice((" ", ". ", ", ", " og ", "", "\n", " men ")) + chance.choice(texts)


def _swap(chance: random.Random, text: str, texts: list[str]) -> str:
    words = text.split()
    chance.shuffle(words)
    return " ".join(words)


def _repeat(chance: random.Random, text: str, texts: list[str]) -> str:
    place = _place(chance, text)
    return text[:place] + text[max(0, place - 1) : place] * chance.randint(2, 30) + text[place:]


def _case(chance: random.Random, text: str, texts: list[str]) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


_WAYS = (_cut, _put, _join, _swap, _repeat, _case)


def check_talk(chance: random.Random, texts: list[str], read: Read, found: Findings) -> None:
    """One talk of odd messages; what must hold is looked at after every turn."""
    talk = conversation(seed=chance.randrange(1000))
    begin(talk)
    found.talks += 1
    for _ in range(_TURNS):
        raw = chance.choice(("ja", "nej", "8", "på tirsdag")) if chance.random() < 0.25 else spoilt(chance, texts)
        _check_turn(talk, raw, read, found)


def _check_turn(talk: Conversation, raw: str, read: Read, found: Findings) -> None:
    began = time.perf_counter()
    found.messages += 1
    try:
        text = clean(raw)
        _check_masked(text, raw, found)
        talking.check_text(text)
        said = read(text)
        _check_answer(talk, text, said, found)
    except DeskError:
        found.refused += 1
    except Exception as error:  # whatever it is, it is a finding
        where = traceback.extract_tb(error.__traceback__)[-1].name
        found.note(f"{type(error).__name__} at {where}", raw, str(error)[:200])
    took = time.perf_counter() - began
    found.slowest = max(found.slowest, took)
    if took > _SLOW:
        found.note("slow", raw[:100], f"{took:.1f} s")


def _check_masked(text: str, raw: str, found: Findings) -> None:
    if clean(text) != text:
        found.note("mask is not settled", raw, text)
    if _CPR.search(text) or _MAIL.search(text):
        found.note("identifier left", raw, text)


def _check_answer(talk: Conversation, text: str, said: Statement, found: Findings) -> None:
    turn = tell(talk, said)[0]
    told = [reply.text for reply in turn.replies]
    if not told or not all(one.strip() for one in told):
        found.note("empty answer", text)
    if sum(one.count("?") for one in told if "»" not in one) > 1:
        found.note("two questions", text, " | ".join(told))
    if any("{own}" in one or "{wording}" in one for one in told) and "{own}" not in str(talk.wishes) + text:
        found.note("template shows", text, " | ".join(told))
    found.drafts += turn.move.effect is Effect.DRAFT_GOAL
    if danger.look_for_danger(text) is Safety.ACUTE:
        found.dangers += 1
        if not turn.move.verbatim:
            found.note("danger in words, answered by a template", text, " | ".join(told))
    packed = _MEMORY.dump_json(talk)
    if len(packed) > _MOST_BYTES or _MEMORY.validate_json(packed) != talk:
        found.note("memory", text, str(len(packed)))


def main() -> int:
    """Runs until the time is up."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--minutes", type=float, default=1.0)
    asked.add_argument("--seed", type=int, default=1)
    told = asked.parse_args()
    chance, texts, found = random.Random(told.seed), corpus(), Findings()
    read = measuring.reader(ensure_model(settings()))
    until = time.monotonic() + told.minutes * 60
    while time.monotonic() < until:
        check_talk(chance, texts, read, found)
        told_so_far = f"\r{found.messages} messages, {found.talks} talks, {sum(found.broke.values())} findings "
        print(told_so_far, end="", flush=True, file=sys.stderr)
    print(f"\n{found.messages} messages in {found.talks} talks: {found.refused} refused as empty or too long, "
          f"{found.dangers} of danger, {found.drafts} drafts; slowest {found.slowest:.2f} s; "
          f"findings {dict(found.broke)}")
    print("\n".join(found.shown))
    return 1 if found.broke else 0


if __name__ == "__main__":
    sys.exit(main())
