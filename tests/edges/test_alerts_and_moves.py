# SPDX-License-Identifier: MPL-2.0
"""Danger reaches the citizen's staff without words, and those with the right can read why the bot spoke as it did."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient

from bot.mi.conversation import Way
from bot.mi.ways import WAYS
from bot.services import alerts, talking
from bot.store.work import SqlStore
from tests.edges.houses import (
    ACUTE,
    CONCERN,
    WISH,
    Bodil,
    FakeRasa,
    Karla,
    check_problem,
    everything,
    new_citizen,
    new_staff,
    stand_at_read_back,
)
from tests.factories import Clock

BOTH = pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)


def acts_in(store: SqlStore) -> set[str]:
    """The acts that the audit names."""
    return {str(value) for row in everything(store)["audit"] for value in row}


@BOTH
@pytest.mark.parametrize(("text", "level"), [(ACUTE, "acute"), (CONCERN, "concern")])
def test_danger_is_in_the_outbox_for_the_citizens_staff_without_words(
    karla: Karla, bodil: Bodil, text: str, level: str
) -> None:
    said = karla.say(text).json()
    assert "besked om det til din bostøtte" in json.dumps(said, ensure_ascii=False)
    found = bodil.get("/alerts").json()
    assert [(one["level"], one["seen_at"]) for one in found] == [(level, None)]
    assert found[0]["citizen_id"] == karla.citizen_id
    assert text not in json.dumps(found)


def test_one_alert_for_each_level_and_a_graver_one_comes_first(karla: Karla, bodil: Bodil) -> None:
    for text in (CONCERN, CONCERN, ACUTE, ACUTE):
        karla.say(text)
    assert sorted(one["level"] for one in bodil.get("/alerts").json()) == ["acute", "concern"]


def test_danger_told_anew_after_an_alert_was_seen_is_a_new_alert(karla: Karla, bodil: Bodil) -> None:
    karla.say(ACUTE)
    seen = bodil.get("/alerts").json()[0]
    assert bodil.post(f"/alerts/{seen['id']}/seen", {}).status_code == 200
    karla.say("tak")
    assert len(bodil.get("/alerts").json()) == 1
    karla.say("jeg tager dem i aften")
    karla.say(ACUTE)
    told = bodil.get("/alerts").json()
    assert [one["seen_at"] is None for one in told] == [True, False]


def test_ordinary_talk_makes_no_alert(karla: Karla, bodil: Bodil) -> None:
    karla.say(WISH)
    assert bodil.get("/alerts").json() == []


def test_only_the_citizens_staff_see_an_alert(karla: Karla, client: TestClient, store: SqlStore, clock: Clock) -> None:
    karla.say(ACUTE)
    stranger = new_staff(store, clock, client)
    assert stranger.get("/alerts").json() == []
    made = str(everything(store)["alert"][0][0])
    check_problem(stranger.post(f"/alerts/{made}/seen", None), 404, "unknown-alert")
    check_problem(stranger.post("/alerts/findes-ikke/seen", None), 404, "unknown-alert")


def test_what_staff_have_seen_is_told_to_the_citizen_once_and_not_before(karla: Karla, bodil: Bodil) -> None:
    first = json.dumps(karla.say(ACUTE).json(), ensure_ascii=False)
    assert "har set beskeden" not in first
    alert = bodil.get("/alerts").json()[0]
    seen = bodil.post(f"/alerts/{alert['id']}/seen", None)
    assert seen.status_code == 200 and seen.json()["seen_at"]
    later = [json.dumps(karla.say(text).json(), ensure_ascii=False) for text in ("jeg er her endnu", "ja")]
    assert ["har set beskeden" in text for text in later] == [True, False]


def test_seeing_it_again_keeps_the_first(karla: Karla, bodil: Bodil, clock: Clock) -> None:
    karla.say(ACUTE)
    alert = bodil.get("/alerts").json()[0]
    first = bodil.post(f"/alerts/{alert['id']}/seen", None).json()
    clock.later(hours=2)
    assert bodil.post(f"/alerts/{alert['id']}/seen", None).json() == first


def test_reading_and_seeing_alerts_are_in_the_audit(karla: Karla, bodil: Bodil, store: SqlStore) -> None:
    karla.say(ACUTE)
    alert = bodil.get("/alerts").json()[0]
    bodil.post(f"/alerts/{alert['id']}/seen", None)
    assert {"alert.make", "alert.read", "alert.see"} <= acts_in(store)


def test_danger_in_a_message_nobody_could_read_is_in_the_outbox_too(
    karla: Karla, bodil: Bodil, rasa: FakeRasa
) -> None:
    rasa.mode = "silent"
    karla.say(ACUTE)
    assert [one["level"] for one in bodil.get("/alerts").json()] == ["acute"]


def test_an_alert_is_kept_with_its_message_or_not_at_all(
    karla: Karla, store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError("the disk is full")

    before = len(everything(store)["turn"])
    monkeypatch.setattr(alerts, "new_id", fails)
    assert karla.say(ACUTE).status_code == 500
    assert len(everything(store)["turn"]) == before
    assert everything(store)["alert"] == []


# Why


def test_why_can_be_read_by_staff_once_something_is_shared_and_holds_no_words(
    karla: Karla, bodil: Bodil, store: SqlStore
) -> None:
    karla.say(WISH)
    check_problem(bodil.get(f"/conversations/{karla.id}/moves"), 404, "unknown-conversation")
    assert karla.post(f"/conversations/{karla.id}/share", {"quotes": [1]}).status_code == 200
    moves = bodil.get(f"/conversations/{karla.id}/moves")
    assert moves.status_code == 200
    told = moves.json()
    assert [move["turn"] for move in told] == [0, 1]
    assert all(move["why"] and move["codes"] for move in told)
    assert set(told[0]) == {"turn", "at", "codes", "why"}
    assert "spise sammen" not in moves.text
    assert "moves.read" in acts_in(store)


def test_why_is_for_the_citizens_own_staff_only(
    karla: Karla, client: TestClient, store: SqlStore, clock: Clock
) -> None:
    karla.say(WISH)
    karla.post(f"/conversations/{karla.id}/share", {"quotes": [1]})
    stranger = new_staff(store, clock, client)
    check_problem(stranger.get(f"/conversations/{karla.id}/moves"), 404, "unknown-conversation")
    check_problem(stranger.get("/conversations/findes-ikke/moves"), 404, "unknown-conversation")
    assert karla.get(f"/conversations/{karla.id}/moves").status_code == 401


# Ways in, and talks that join


@pytest.mark.parametrize("way", list(Way), ids=str)
def test_a_talk_may_begin_by_every_way_in(client: TestClient, bodil: Bodil, store: SqlStore, way: Way) -> None:
    code = bodil.post("/invitations", {}).json()["code"]
    started = client.post("/api/v1/conversations", json={"code": code, "way": way.value})
    assert started.status_code == 201
    with store() as work:
        kept = work.talks.locked(started.json()["id"])
    assert kept and (kept.conversation.way, kept.conversation.asked) == (way, WAYS[way].questions[0])


def test_an_unknown_way_is_refused(client: TestClient, bodil: Bodil) -> None:
    code = bodil.post("/invitations", {}).json()["code"]
    assert client.post("/api/v1/conversations", json={"code": code, "way": "omvej"}).status_code == 422


@BOTH
def test_the_next_talk_knows_what_the_last_one_ended_with(
    client: TestClient, karla: Karla, bodil: Bodil, store: SqlStore, clock: Clock
) -> None:
    stand_at_read_back(store, karla.id)
    karla.say("ja")
    clock.later(days=7)
    code = bodil.post("/invitations", {"citizen_id": karla.citizen_id}).json()["code"]
    again = client.post("/api/v1/conversations", json={"code": code, "way": "follow_up"}).json()
    wording = karla.get("/goals").json()[0]["wording"]
    assert wording in again["replies"][0]["text"]


def test_a_goal_taken_back_is_not_spoken_of_in_the_next_talk(
    client: TestClient, karla: Karla, bodil: Bodil, store: SqlStore, clock: Clock
) -> None:
    stand_at_read_back(store, karla.id)
    karla.say("ja")
    goal = karla.get("/goals").json()[0]
    karla.post(f"/goals/{goal['id']}/answer", {"act": "take_back"})
    code = bodil.post("/invitations", {"citizen_id": karla.citizen_id}).json()["code"]
    again = client.post("/api/v1/conversations", json={"code": code}).json()
    assert goal["wording"] not in again["replies"][0]["text"]


def test_another_citizens_words_never_come_into_a_talk(
    client: TestClient, karla: Karla, bodil: Bodil, store: SqlStore, clock: Clock
) -> None:
    stand_at_read_back(store, karla.id)
    karla.say("ja")
    other = new_citizen(store, clock, client, bodil.staff)
    first = talking.history(store, other.id)[0]
    assert first.acts[0] == "frame"
    assert "»" not in first.replies[0].text
