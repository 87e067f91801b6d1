# SPDX-License-Identifier: MPL-2.0
"""Invented citizens talk with the engine by the true labels of what they say, and what must always hold, holds.

The figures over 600 conversations are in docs/conversation.md; `afsaet simulate` makes them.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from bot.codebook import Safety
from bot.commands import measuring, simulating
from bot.commands.simulated_citizen import ANSWERS, Persona, read_persona
from bot.commands.simulating import Played, as_json, personas_in, play, play_all, write
from bot.mi import fidelity
from bot.mi.conversation import Ask, Way

CONVERSATIONS = 120
FEWEST_CITIZENS = 60
FUNCTIONS = {
    "greeting": 2, "life": 8, "reason": 7, "need": 3, "ability": 6, "sustain": 8, "step": 3, "when": 4, "with_whom": 4,
    "feeling": 5, "matters": 4, "more": 4, "agree": 6, "yes": 3, "no": 4, "dont_know": 5, "discord": 4, "thanks": 2,
}
"""How many different utterances each citizen has at least for each of these."""

PERSONAS = personas_in(measuring.CITIZENS)
EVERY_CITIZEN = pytest.mark.parametrize("persona", PERSONAS, ids=lambda persona: persona.key)


@pytest.fixture(scope="module")
def played() -> list[Played]:
    return play_all(PERSONAS, CONVERSATIONS, seed=11)


def test_there_are_many_citizens_with_and_without_a_wish_ready_and_not_and_some_in_danger() -> None:
    assert len(PERSONAS) >= FEWEST_CITIZENS
    assert {persona.way for persona in PERSONAS} == set(Way)
    assert Counter(bool(persona.wish) for persona in PERSONAS)[False] >= 5
    assert Counter(persona.ready for persona in PERSONAS)[False] >= 8
    assert {persona.danger for persona in PERSONAS} == set(Safety)


@EVERY_CITIZEN
def test_a_citizen_has_a_large_stock_of_differing_utterances(persona: Persona) -> None:
    for function, fewest in FUNCTIONS.items():
        assert len(set(persona.says[function])) >= fewest, function
    assert persona.way is Way.MEETING or len(persona.says["way"]) == 8
    assert not persona.wish or persona.says["wish"]


def test_every_answer_of_a_citizen_is_to_a_question_that_the_bot_asks() -> None:
    assert set(ANSWERS) <= set(Ask)


def test_the_conversations_are_as_an_mi_trainer_would_have_them(played: list[Played]) -> None:
    profile = fidelity.measure_all(one.exchanges for one in played)
    assert profile.reflections_to_questions >= 1.3
    assert profile.complex_share >= 0.5
    assert profile.inconsistent == 0
    assert profile.without_question >= 0.15 * profile.turns


def test_no_turn_asks_two_things_and_nothing_is_said_twice(played: list[Played]) -> None:
    for one in played:
        profile = fidelity.measure(one.exchanges)
        assert profile.most_question_marks <= 1, one.persona.key
        assert profile.repeated == 0, (one.persona.key, one.seed)


def test_no_conversation_breaks_or_goes_round_in_circles(played: list[Played]) -> None:
    assert [one.crash for one in played if one.crash] == []
    assert [one.persona.key for one in played if not one.ended] == []


def test_most_who_wish_and_are_ready_come_to_a_draft_and_nobody_else_is_pushed(played: list[Played]) -> None:
    ready = [one for one in played if one.persona.wish and one.persona.ready and one.persona.danger is not Safety.ACUTE]
    ready = [one for one in ready if one.persona.way not in (Way.BAD_DAY, Way.FOLLOW_UP)]
    assert sum(bool(one.drafts) for one in ready) >= 0.8 * len(ready)
    assert [one.persona.key for one in played if one.pushed] == []


def test_every_danger_is_met_and_no_goal_is_asked_for_after_it(played: list[Played]) -> None:
    in_danger = [one for one in played if one.danger_turn is not None]
    assert len(in_danger) > 10
    assert [one.persona.key for one in in_danger if not one.danger_met] == []


def test_every_move_says_why_without_the_citizens_words(played: list[Played]) -> None:
    for one in played[:40]:
        assert all(one.whys)
        said = [exchange.said for exchange in one.exchanges if exchange.said and len(exchange.said.split()) > 3]
        assert not any(words in why for why in one.whys for words in said)


def test_the_same_seed_gives_the_same_conversation() -> None:
    persona = PERSONAS[0]
    assert as_json(play(persona, 3)) == as_json(play(persona, 3))
    assert as_json(play(persona, 3)) != as_json(play(persona, 4))


def test_a_crash_is_counted_and_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise KeyError("oops")

    monkeypatch.setattr(simulating.caring, "respond", breaks)
    one = play(PERSONAS[0], 1)
    assert "KeyError" in one.crash
    assert "crashes 1" in simulating.report([one])


def test_what_is_written_can_be_measured_again(played: list[Played], tmp_path: Path) -> None:
    file = tmp_path / "talks.jsonl"
    write(played[:5], file)
    assert len(file.read_text(encoding="utf-8").splitlines()) == 5
    expected = fidelity.as_text(fidelity.measure_all(one.exchanges for one in played[:5]))
    assert measuring.measured(str(file), lambda: pytest.fail("no store is needed")) == expected


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"turns": [{"said": "hej"}]}', "ikke json"])
def test_a_file_that_holds_no_conversations_is_refused_with_its_name(tmp_path: Path, content: str) -> None:
    file = tmp_path / "andet.jsonl"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(measuring.NotMeasured, match=r"andet\.jsonl"):
        measuring.measured(str(file), lambda: pytest.fail("no store is needed"))


def test_a_citizen_with_something_missing_is_an_error_that_names_it(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_text(json.dumps({"name": "X", "way": "meeting"}), encoding="utf-8")
    with pytest.raises(KeyError):
        read_persona(file)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(simulating.NoCitizens):
        personas_in(tmp_path)
