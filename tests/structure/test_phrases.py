# SPDX-License-Identifier: MPL-2.0
"""The phrases keep the house's tone, and every key that the engine can say exists."""

from __future__ import annotations

import ast
import inspect
import re
from collections import Counter
from types import ModuleType

import pytest

from bot.codebook import Talk, Theme
from bot.danish.readability import lix, sentences
from bot.mi import (
    answering,
    asking,
    closing,
    conditions,
    disowning,
    engine,
    following,
    informing,
    noting,
    oars,
    obeying,
    planning,
    quoting,
    reading_back,
    resisting,
    resting,
    summaries,
    two_sides,
    ways,
    writing_down,
)
from bot.mi.conversation import Ask, Way
from bot.mi.fidelity import CODES
from bot.mi.obeying import NO_SIMPLER_WORDS
from bot.mi.phrasebook import PROCESSES, Phrase, phrases
from bot.mi.reasons import WHY_ASKED
from bot.mi.voice import places
from bot.mi.ways import WAY_NAMES, WAYS

MODULES: tuple[ModuleType, ...] = (
    answering, asking, closing, conditions, disowning, engine, following, informing, noting, oars, obeying, planning,
    quoting, reading_back, resisting, resting, summaries, two_sides, ways, writing_down,
)
WITHOUT_A_PHRASE = {Ask.HAPPENING_NOW}
"""Asked by `bot.care` in its own words."""
MADE = {
    "importance_why_zero", "confidence_why_zero", "score_why_zero", "happened_known", "opening_joined", "menu_any",
    *(f"menu_{theme}" for theme in Theme), *(f"summary_{number}" for number in (1, 2, 3)),
    *(f"summary_way_{number}" for number in (2, 3, 4)), "affirm_taking_steps", "affirm_ability", "affirm_commitment",
    *(way.frame for way in WAYS.values()), *(way.ends for way in WAYS.values()), "frame_again",
    "discord", "discord_questions", "discord_system", "discord_program", "kept", "let_go",
    "sure_enough", "sure_with_doubt", "asks_alerted_sent", "closing", "closing_open",
    *(key for key, _, _ in asking.KINDS),
    "link_doing", "link_strength", "importance_named",
    *(f"{ruler}_{height}" for ruler in ("importance", "score") for height in ("high", "some")),
}
"""Keys that are put together, or handed on, in the code."""
OWN = {f"own{number}" for number in ("", 1, 2, 3, 4)}
PLACES = {*OWN, "against", "towards", "about", "doing", "meaning", "wording", "rating", "lower"}
PLACES |= {place.capitalize() for place in PLACES}
FEWEST_VARIANTS = 6
ONE_FORM_IS_ENOUGH = {"reflect", "both", "plan_so_far", "word_means"}
"""The citizen's own words and nothing else: the words are the variants."""
BANNED_OPENINGS = (
    "det lyder som", "jeg hører dig sige", "jeg hører", "så det du siger", "så det, du siger", "jeg forstår",
    "jeg kan høre",
)
BANNED_WORDS = (
    "jeg giver besked", "har givet besked", "du bør", "du skal prøve", "jeg foreslår", "jeg anbefaler", "husk at",
    "husk, at", "du burde", "du må hellere", "desværre", "vi lover", "jeg lover", "prøv at", "man skal",
    "du er nødt til", "flot", "godt gået", "sejt", "modigt", "stærkt klaret",
)
REPROACH = re.compile(r"\bhvorfor (?!\{rating\}|er tallet|netop|blev det|\d)", re.IGNORECASE)
MOST_SENTENCES, MOST_WORDS = 2, 24
KEYS = pytest.mark.parametrize(("key", "phrase"), phrases().items(), ids=list(phrases()))


def plain(text: str) -> str:
    """A phrase with short words of a citizen in its places."""
    return re.sub(r"\{\w+\}", "det her", re.sub(r"»[^«]*«", "Det.", text))


def keys_named_in(module: ModuleType) -> set[str]:
    """The plain texts that are given to `Act(...)`, `_simpler(...)`, `_answer(...)` and their like in a module."""
    tree = ast.parse(inspect.getsource(module))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    found = set()
    for call in calls:
        if isinstance(call.func, ast.Name) and call.func.id in ("Act", "_simpler", "_answer"):
            found |= {arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_key_named_in_the_code_is_a_phrase(module: ModuleType) -> None:
    assert keys_named_in(module) <= set(phrases())


def test_the_code_names_many_keys() -> None:
    assert len(set().union(*map(keys_named_in, MODULES))) > 25


@pytest.mark.parametrize("ask", [ask for ask in Ask if ask not in WITHOUT_A_PHRASE], ids=str)
def test_every_question_has_its_phrase(ask: Ask) -> None:
    assert ask in phrases()


@pytest.mark.parametrize("ask", [ask for ask in Ask if ask not in NO_SIMPLER_WORDS], ids=str)
def test_every_question_that_may_be_asked_in_simpler_words_has_them(ask: Ask) -> None:
    assert f"{ask}_simpler" in phrases()


@pytest.mark.parametrize("key", sorted(MADE))
def test_every_key_that_is_put_together_exists(key: str) -> None:
    assert key in phrases()


@pytest.mark.parametrize("way", list(Way), ids=str)
def test_every_way_in_has_a_name_questions_and_reasons(way: Way) -> None:
    assert way in WAY_NAMES
    assert all(ask in WHY_ASKED for ask in WAYS[way].questions)


def test_no_phrase_is_left_that_nobody_says() -> None:
    named = set().union(*map(keys_named_in, MODULES))
    asks = {str(ask) for ask in Ask} | {f"{ask}_simpler" for ask in Ask}
    meanings = {key for key, phrase in phrases().items() if phrase.when}
    assert set(phrases()) <= named | asks | MADE | meanings


@KEYS
def test_a_phrase_has_a_known_code_processes_and_enough_variants(key: str, phrase: Phrase) -> None:
    assert phrase.code in CODES
    assert phrase.process and phrase.process <= PROCESSES
    general = [variant for variant in phrase.variants if not variant.themes]
    assert len(general) >= FEWEST_VARIANTS or key in ONE_FORM_IS_ENOUGH
    assert len({variant.say.casefold() for variant in phrase.all}) == len(phrase.all)
    assert len(set(phrase.choices)) == len(phrase.choices)


@KEYS
def test_the_places_of_a_phrase_are_known(key: str, phrase: Phrase) -> None:
    assert set().union(*(places(variant.say) for variant in phrase.all)) <= PLACES
    assert all("Own" in places(variant.say) for variant in phrase.with_own)


@KEYS
def test_a_phrase_is_short_and_asks_at_most_one_thing(key: str, phrase: Phrase) -> None:
    for variant in phrase.all:
        assert len(sentences(plain(variant.say))) <= MOST_SENTENCES, variant.say
        assert all(len(part.split()) <= MOST_WORDS for part in sentences(plain(variant.say))), variant.say
        assert variant.say.count("?") <= 1 and "!" not in variant.say, variant.say


@KEYS
def test_a_phrase_gives_no_advice_praise_or_promise_and_reproaches_nobody(key: str, phrase: Phrase) -> None:
    for variant in phrase.all:
        said = variant.say.casefold()
        assert not said.startswith(BANNED_OPENINGS), variant.say
        assert not [words for words in BANNED_WORDS if words in said], variant.say
        assert not REPROACH.search(variant.say), variant.say


@KEYS
def test_a_phrase_ends_as_a_sentence(key: str, phrase: Phrase) -> None:
    for variant in phrase.all:
        assert variant.say.endswith((".", "?", ".«", "«.", "»{Wording}«")), variant.say
        assert variant.say == " ".join(variant.say.split())


@KEYS
def test_an_open_question_asks_and_a_reflection_does_not(key: str, phrase: Phrase) -> None:
    if phrase.code == "open_question":
        assert all(variant.say.endswith("?") for variant in phrase.all)
    if phrase.code in ("simple_reflection", "complex_reflection", "affirm", "emphasize_autonomy", "giving_information"):
        assert not any("?" in plain(variant.say) for variant in phrase.all if key != "reword")


@KEYS
def test_a_meaning_has_its_conditions(key: str, phrase: Phrase) -> None:
    assert (phrase.when is not None) == key.startswith("meaning_")
    if phrase.when:
        assert phrase.when.words or phrase.when.talk or phrase.when.asks
        assert phrase.code == "complex_reflection"


def test_no_sentence_stands_in_two_phrases() -> None:
    counted = Counter(
        part.casefold() for key, phrase in phrases().items() if key not in ONE_FORM_IS_ENOUGH
        for variant in phrase.all for part in sentences(variant.say) if len(part.split()) > 1 and part != "{Own}."
    )
    assert [part for part, times in counted.items() if times > 1] == []


def test_the_phrases_together_are_easy_to_read() -> None:
    texts = [plain(variant.say) for phrase in phrases().values() for variant in phrase.all]
    assert 15 <= lix(texts) <= 30


def test_every_affirmation_is_specific() -> None:
    affirmations = [phrase for phrase in phrases().values() if phrase.code == "affirm"]
    assert affirmations
    assert all("Own" in places(variant.say) for phrase in affirmations for variant in phrase.all)


def test_the_kinds_of_talk_are_all_met_by_some_meaning() -> None:
    met = set().union(*(phrase.when.talk for phrase in phrases().values() if phrase.when))
    assert met == set(Talk)
