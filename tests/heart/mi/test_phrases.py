# SPDX-License-Identifier: MPL-2.0
"""The phrases: every key that the engine can say exists, and every phrase keeps the house's tone."""

from __future__ import annotations

import ast
import inspect
import re
from string import Formatter
from types import ModuleType

import pytest

from bot.codebook import Talk
from bot.danish.readability import lix, sentences
from bot.mi import engine, oars, obeying, planning
from bot.mi.conversation import Ask
from bot.mi.obeying import NO_SIMPLER_WORDS
from bot.mi.voice import Phrase, phrases

MODULES = (engine, oars, obeying, planning)
WITHOUT_A_PHRASE = {Ask.HAPPENING_NOW}
"""Asked by `bot.care` in its own words."""
PLACES = {
    "own", "own1", "own2", "own3", "against", "towards", "wording", "rating", "lower",
    "Own", "Own1", "Own2", "Own3", "Against", "Towards", "Wording", "Rating", "Lower",
}
BANNED_OPENINGS = ("det lyder som", "jeg hører dig sige", "så det du siger", "jeg forstår, at")
BANNED_WORDS = (
    "jeg giver besked", "har givet besked", "du bør", "du skal prøve", "jeg foreslår", "jeg anbefaler", "husk at",
    "du burde", "du må hellere", "desværre", "vi lover", "jeg lover",
)
CODES = {
    "giving_information", "open_question", "closed_question", "emphasize_autonomy", "simple_reflection",
    "complex_reflection", "affirm", "seek_collaboration",
}
ALL = [(key, phrase, variant) for key, phrase in phrases().items() for variant in phrase.variants]
EVERY_VARIANT = pytest.mark.parametrize(("key", "phrase", "variant"), ALL, ids=[f"{key}-{v[:20]}" for key, _, v in ALL])


def keys_named_in(module: ModuleType) -> set[str]:
    """The plain texts that are given to `Act(...)`, `_simpler(...)` and `_answer(...)` in a module."""
    tree = ast.parse(inspect.getsource(module))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    named = {call.func.id: call for call in calls if isinstance(call.func, ast.Name)}
    assert named
    found = set()
    for call in calls:
        if isinstance(call.func, ast.Name) and call.func.id in ("Act", "_simpler", "_answer"):
            found |= {arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_key_named_in_the_code_is_a_phrase(module: ModuleType) -> None:
    named = keys_named_in(module)
    assert named
    assert named <= set(phrases())


@pytest.mark.parametrize("ask", [ask for ask in Ask if ask not in WITHOUT_A_PHRASE], ids=str)
def test_every_question_has_its_phrase(ask: Ask) -> None:
    assert ask in phrases()


@pytest.mark.parametrize("ask", [ask for ask in Ask if ask not in NO_SIMPLER_WORDS], ids=str)
def test_every_question_that_may_be_asked_in_simpler_words_has_them(ask: Ask) -> None:
    assert f"{ask}_simpler" in phrases()


@pytest.mark.parametrize("key", [
    "importance_why_zero", "confidence_why_zero", "summary_1", "summary_2", "summary_3",
    f"affirm_{Talk.TAKING_STEPS}", f"affirm_{Talk.ABILITY}",
])
def test_every_key_that_is_put_together_exists(key: str) -> None:
    assert key in phrases()


def test_no_phrase_is_left_that_nobody_says() -> None:
    named = set().union(*(keys_named_in(module) for module in MODULES))
    asks = {str(ask) for ask in Ask} | {f"{ask}_simpler" for ask in Ask}
    made = {"importance_why_zero", "confidence_why_zero", "summary_1", "summary_2", "summary_3"}
    affirmations = {f"affirm_{kind}" for kind in Talk}
    assert set(phrases()) <= named | asks | made | affirmations


@EVERY_VARIANT
def test_the_places_of_a_phrase_are_known(key: str, phrase: Phrase, variant: str) -> None:
    assert {place for _, place, _, _ in Formatter().parse(variant) if place is not None} <= PLACES


@EVERY_VARIANT
def test_a_phrase_is_short_and_asks_at_most_one_thing(key: str, phrase: Phrase, variant: str) -> None:
    plain = re.sub(r"»[^«]*«", "Det.", variant)
    assert len(sentences(plain)) <= 2
    assert variant.count("?") <= 1
    assert "!" not in variant


@EVERY_VARIANT
def test_a_phrase_gives_no_advice_and_promises_nothing(key: str, phrase: Phrase, variant: str) -> None:
    said = variant.casefold()
    assert not said.startswith(BANNED_OPENINGS)
    assert not [words for words in BANNED_WORDS if words in said]


@EVERY_VARIANT
def test_a_phrase_ends_as_a_sentence(key: str, phrase: Phrase, variant: str) -> None:
    assert variant.endswith((".", "?", ".«", "«."))
    assert variant == " ".join(variant.split())


@pytest.mark.parametrize(("key", "phrase"), phrases().items(), ids=list(phrases()))
def test_a_phrase_has_a_known_code_and_different_variants(key: str, phrase: Phrase) -> None:
    assert phrase.code in CODES
    assert phrase.variants and len(set(phrase.variants)) == len(phrase.variants)
    assert len(set(phrase.choices)) == len(phrase.choices)


@pytest.mark.parametrize(("key", "phrase"), [
    item for item in phrases().items() if item[1].code == "open_question"
], ids=[key for key, phrase in phrases().items() if phrase.code == "open_question"])
def test_an_open_question_asks(key: str, phrase: Phrase) -> None:
    assert all(variant.endswith("?") for variant in phrase.variants)


def test_the_phrases_together_are_very_easy_to_read() -> None:
    plain = [re.sub(r"\{\w+\}", "det", variant) for _, _, variant in ALL]
    assert 12 <= lix(plain) <= 30
