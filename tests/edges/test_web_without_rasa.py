# SPDX-License-Identifier: MPL-2.0
"""Rasa silent, slow, empty-handed or dying: nothing said is lost, no reply is given twice, danger is still seen."""

from __future__ import annotations

import re
import uuid
from collections import Counter
from typing import Any

import pytest

from bot.codebook import Safety
from bot.services import talking
from bot.store.work import SqlStore
from tests.edges import houses
from tests.edges.houses import ACUTE, CONCERN, WISH, Bodil, FakeRasa, Karla, everything, stand_at_read_back
from tests.factories import Clock

AWAY = ["silent", "keeps nothing", "slow"]
_OF_GOALS = re.compile(r"\b(?:skridt|delmål|mål|ønske|drøm)\w*", re.IGNORECASE)


def words(answer: Any) -> str:
    return " ".join(reply["text"] for reply in answer.json()["replies"])


@pytest.mark.parametrize("mode", AWAY)
def test_when_nobody_can_read_the_reply_is_calm_and_gives_a_persons_number(
    rasa: FakeRasa, karla: Karla, mode: str
) -> None:
    rasa.mode = mode
    answer = karla.say(WISH)
    assert answer.status_code == 200
    assert "gemt" in words(answer) and "12 34 56 78" in words(answer) and "112" in words(answer)
    assert [turn["said"] for turn in karla.turns()] == [None, WISH]


@pytest.mark.parametrize("mode", AWAY)
def test_the_same_message_again_while_rasa_is_away_is_taken_once(
    store: SqlStore, rasa: FakeRasa, karla: Karla, mode: str
) -> None:
    rasa.mode, name = mode, str(uuid.uuid4())
    first = karla.say(WISH, name)
    before = everything(store)
    assert karla.say(WISH, name).json() == first.json()
    assert everything(store) == before


@pytest.mark.parametrize("mode", AWAY)
def test_a_held_message_is_read_before_the_next_and_keeps_its_answer(
    store: SqlStore, rasa: FakeRasa, karla: Karla, mode: str
) -> None:
    rasa.mode = mode
    calm = karla.say(WISH).json()["replies"]
    rasa.mode, rasa.late, rasa.heard = "answers", [], []
    answer = karla.say("fordi jeg ellers spiser alene")
    assert rasa.texts() == [WISH, "fordi jeg ellers spiser alene"]
    turns = karla.turns()
    assert [turn["said"] for turn in turns[1:]] == rasa.texts()
    assert turns[1]["replies"] == calm and turns[2]["replies"] == answer.json()["replies"]
    assert "teknisk fejl" not in words(answer)
    with store() as work:
        assert [wish.said for wish in work.talks.locked(karla.id).conversation.wishes] == [WISH]
        assert list(work.talks.held(karla.id)) == []


def test_several_held_messages_are_read_in_order_and_only_once(rasa: FakeRasa, karla: Karla) -> None:
    rasa.mode = "silent"
    said = [f"jeg tænker på sag {number}" for number in range(3)]
    replies = [words(karla.say(text)) for text in said]
    assert len(set(replies)) == 3, "not the same calm words again and again"
    rasa.mode = "answers"
    karla.say("hej")
    karla.say("stop")
    assert rasa.texts() == [*said, "hej", "stop"]


def test_a_slow_rasa_that_answers_late_changes_no_reply(rasa: FakeRasa, karla: Karla, store: SqlStore) -> None:
    rasa.mode = "slow"
    calm = karla.say(WISH).json()["replies"]
    (late,) = rasa.answer_late()
    assert [reply.text for reply in late.replies] == [reply["text"] for reply in calm]
    assert len(karla.turns()) == 2
    assert talking.before_sending(store, karla.id, "næste") == (None, ())


def test_a_turn_that_was_kept_before_the_line_broke_is_answered_once(rasa: FakeRasa, karla: Karla) -> None:
    rasa.mode, name = "dies halfway", str(uuid.uuid4())
    first = karla.say(WISH, name)
    assert "teknisk fejl" not in words(first)
    rasa.mode = "answers"
    assert karla.say(WISH, name).json() == first.json()
    assert len(rasa.heard) == 1 and len(karla.turns()) == 2


def test_while_a_held_message_cannot_be_read_the_next_one_waits_its_turn(rasa: FakeRasa, karla: Karla) -> None:
    rasa.mode = "silent"
    karla.say("det første")
    karla.say("det andet")
    assert rasa.heard == []
    assert [turn["said"] for turn in karla.turns()[1:]] == ["det første", "det andet"]


# Danger


@pytest.mark.parametrize("mode", AWAY)
def test_danger_in_plain_words_gives_112_and_no_talk_of_goals(rasa: FakeRasa, karla: Karla, mode: str) -> None:
    rasa.mode = mode
    answer = karla.say(ACUTE)
    assert answer.status_code == 200 and answer.json()["state"]["safety"] == "acute"
    assert "112" in words(answer) and not _OF_GOALS.search(words(answer))
    assert answer.json()["replies"][-1]["choices"] == []


def test_danger_while_rasa_was_away_is_not_forgotten_when_it_is_back(
    store: SqlStore, rasa: FakeRasa, karla: Karla
) -> None:
    stand_at_read_back(store, karla.id)
    rasa.mode = "silent"
    karla.say(ACUTE)
    rasa.mode = "answers"
    answer = karla.say("ja")
    assert not _OF_GOALS.search(words(answer)) and answer.json()["state"]["drafts"] == []


@pytest.mark.parametrize("in_plan", [False, True])
def test_a_yes_to_is_it_now_that_was_asked_without_rasa_is_danger(
    store: SqlStore, rasa: FakeRasa, karla: Karla, in_plan: bool
) -> None:
    if in_plan:
        stand_at_read_back(store, karla.id)
    rasa.mode = "silent"
    assert "Tænker du på at tage dit liv nu?" in words(karla.say(CONCERN))
    rasa.mode = "answers"
    answer = karla.say("ja")
    assert "112" in words(answer) and not _OF_GOALS.search(words(answer))
    assert answer.json()["state"]["drafts"] == []


@pytest.mark.parametrize("level", [Safety.CONCERN, Safety.ACUTE])
def test_danger_that_only_rasa_can_see_is_answered_when_it_is_back(
    rasa: FakeRasa, karla: Karla, monkeypatch: pytest.MonkeyPatch, level: Safety
) -> None:
    rasa.mode = "silent"
    karla.say("det er nok nu")
    rasa.mode = "answers"
    monkeypatch.setattr(houses, "look_for_danger", lambda text: level if "nok nu" in text else Safety.NONE)
    assert re.search(r"\bring", words(karla.say("hej")), re.IGNORECASE)


# Heard without the citizen


async def hears(karla: Karla, given_up: Counter[str] | None = None) -> None:
    """One round of the web process's own."""
    await karla.client.app.state.house.gateway.hear_what_waits(given_up if given_up is not None else Counter())


async def test_danger_that_only_rasa_can_see_reaches_staff_though_the_citizen_never_comes_back(
    rasa: FakeRasa, karla: Karla, bodil: Bodil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(houses, "look_for_danger", lambda text: Safety.ACUTE if "nok nu" in text else Safety.NONE)
    rasa.mode, rasa.ready = "silent", False
    calm = karla.say("det er nok nu").json()
    await hears(karla)
    assert bodil.get("/alerts").json() == []
    rasa.mode, rasa.ready = "answers", True
    await hears(karla)
    assert [alert["level"] for alert in bodil.get("/alerts").json()] == ["acute"]
    assert karla.turns()[-1]["replies"] == calm["replies"], "what was answered stays as it was"
    await hears(karla)
    assert rasa.texts() == ["det er nok nu"]


async def test_what_rasa_cannot_read_is_not_tried_for_ever_and_keeps_no_other_waiting(
    store: SqlStore, clock: Clock, rasa: FakeRasa, karla: Karla, bodil: Bodil
) -> None:
    rasa.mode = "silent"
    karla.say("det første")
    rasa.mode, given_up = "keeps nothing", Counter[str]()
    for _ in range(6):
        await hears(karla, given_up)
    assert rasa.texts() == ["det første"] * 3
    other = houses.new_citizen(store, clock, karla.client, bodil.staff)
    other.say("det andet")
    rasa.mode = "answers"
    await hears(karla, given_up)
    assert rasa.texts()[-1] == "det andet" and talking.with_held(store) == (karla.id,)
    karla.say("hej igen")
    assert talking.with_held(store) == ()
