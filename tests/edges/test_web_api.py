# SPDX-License-Identifier: MPL-2.0
"""Every route of the API as it is meant to be used, and that the same thing said twice is taken once."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from datetime import datetime

import httpx
import pytest
from fastapi.testclient import TestClient

from bot.mi.phrasebook import phrases
from bot.services import invitations
from bot.store.work import SqlStore
from tests.edges.houses import (
    WISH,
    WORDING,
    Bodil,
    FakeRasa,
    Karla,
    check_problem,
    everything,
    new_citizen,
    new_staff,
    stand_at_read_back,
)
from tests.factories import MORNING, Clock


def test_staff_make_a_code_and_a_citizen_begins_with_it(client: TestClient, bodil: Bodil) -> None:
    made = bodil.post("/invitations", None)
    assert made.status_code == 201
    code = made.json()["code"]
    assert made.json()["link"] == f"http://afsaet.test/?kode={code}"
    assert datetime.fromisoformat(made.json()["expires_at"]) > MORNING
    started = client.post("/api/v1/conversations", json={"code": code})
    assert started.status_code == 201
    assert set(started.json()) == {"id", "token", "replies"}
    assert "program" in started.json()["replies"][0]["text"]


@pytest.mark.parametrize("typed", [str.lower, lambda code: code.replace("-", ""), lambda code: f" {code} "])
def test_a_code_may_be_typed_as_people_type(
    client: TestClient, bodil: Bodil, typed: Callable[[str], str]
) -> None:
    code = bodil.post("/invitations", {}).json()["code"]
    assert client.post("/api/v1/conversations", json={"code": typed(code)}).status_code == 201


def test_a_further_code_for_a_citizen_one_works_with(bodil: Bodil, karla: Karla) -> None:
    made = bodil.post("/invitations", {"citizen_id": karla.citizen_id})
    assert made.status_code == 201 and made.json()["citizen_id"] == karla.citizen_id


def test_a_message_is_answered_with_replies_and_a_state(karla: Karla) -> None:
    answer = karla.say(WISH)
    assert answer.status_code == 200
    assert set(answer.json()) == {"replies", "state"}
    assert set(answer.json()["state"]) == {"process", "theme", "safety", "drafts"}
    assert answer.json()["state"]["safety"] == "none"
    assert all(reply["text"] for reply in answer.json()["replies"])


def test_choices_come_with_the_question_and_may_be_sent_back(karla: Karla) -> None:
    choices = karla.say("slet alt").json()["replies"][-1]["choices"]
    assert choices == ["Ja, slet det hele", "Nej, behold det"]
    said = karla.say(choices[0]).json()["replies"][0]["text"]
    assert said in {variant.say for variant in phrases()["erased"].variants}
    assert [turn["said"] for turn in karla.turns()] == [""]


def test_the_conversation_so_far_is_read_by_its_citizen(karla: Karla) -> None:
    karla.say(WISH)
    told = karla.get(f"/conversations/{karla.id}").json()
    assert told["id"] == karla.id
    assert [(turn["turn"], turn["said"]) for turn in told["turns"]] == [(0, None), (1, WISH)]
    assert told["state"]["process"]


@pytest.mark.parametrize("spelt", [str, lambda name: str(name).upper(), lambda name: name.hex])
def test_the_same_message_twice_gives_the_same_answer_and_changes_nothing(
    store: SqlStore, rasa: FakeRasa, karla: Karla, spelt: Callable[[uuid.UUID], str]
) -> None:
    name = uuid.uuid4()
    first = karla.say(WISH, str(name))
    before = everything(store)
    second = karla.say("noget helt andet", spelt(name))
    assert second.status_code == 200 and second.json() == first.json()
    assert everything(store) == before
    assert rasa.texts() == [WISH]


def test_the_same_name_in_two_conversations_is_two_messages(
    store: SqlStore, clock: Clock, client: TestClient, bodil: Bodil, karla: Karla
) -> None:
    other, name = new_citizen(store, clock, client, bodil.staff), str(uuid.uuid4())
    karla.say(WISH, name)
    other.say("hej", name)
    assert [turn["said"] for turn in other.turns()] == [None, "hej"]


def test_two_messages_at_once_are_both_kept_and_answered(client: TestClient, karla: Karla) -> None:
    said = [f"jeg tænker på sag {number}" for number in range(4)]
    answers = asyncio.run(_all_at_once(client, karla, said))
    assert [answer.status_code for answer in answers] == [200] * 4
    turns = karla.turns()[1:]
    assert sorted(turn["said"] for turn in turns) == said
    assert [turn["turn"] for turn in turns] == [1, 2, 3, 4]


async def _all_at_once(client: TestClient, karla: Karla, said: list[str]) -> list[httpx.Response]:
    transport = httpx.ASGITransport(client.app)
    path = f"/api/v1/conversations/{karla.id}/messages"
    async with httpx.AsyncClient(transport=transport, base_url="http://afsaet.test", headers=karla.headers) as sender:
        bodies = ({"text": text, "client_id": str(uuid.uuid4())} for text in said)
        return list(await asyncio.gather(*(sender.post(path, json=body) for body in bodies)))


# A goal, from the citizen's yes to active


def test_a_yes_to_the_wording_makes_a_draft_that_only_the_citizen_sees(
    store: SqlStore, bodil: Bodil, karla: Karla
) -> None:
    stand_at_read_back(store, karla.id)
    drafts = karla.say("ja").json()["state"]["drafts"]
    assert [goal["id"] for goal in karla.get("/goals").json()] == drafts and len(drafts) == 1
    goal = karla.get(f"/goals/{drafts[0]}").json()
    assert (goal["status"], goal["wording"], goal["wish"]["text"]) == ("draft", WORDING, WISH)
    assert bodil.get("/goals").json() == []
    check_problem(bodil.get(f"/goals/{drafts[0]}"), 404, "unknown-goal")


def test_a_no_to_the_wording_makes_no_draft(store: SqlStore, karla: Karla) -> None:
    stand_at_read_back(store, karla.id)
    karla.say("nej")
    karla.say("Lad det ligge")
    assert karla.get("/goals").json() == []


def test_a_goal_goes_from_shared_to_active(bodil: Bodil, karla: Karla, goal_id: str) -> None:
    karla.say(WISH)
    quote = karla.turns()[-1]["turn"]
    shared = karla.post(f"/conversations/{karla.id}/share", {"goals": [goal_id], "quotes": [quote]})
    assert shared.status_code == 200 and shared.json()[0]["status"] == "shared"
    assert [goal["id"] for goal in bodil.get("/goals?status=shared").json()] == [goal_id]
    seen = bodil.get(f"/goals/{goal_id}").json()
    assert [(told["turn"], told["text"]) for told in seen["quotes"]] == [(quote, WISH)]
    assert seen["whose_turn"] == "staff"
    suggested = bodil.post(f"/goals/{goal_id}/review", {"act": "suggest", "wording": "Jeg spørger min nabo."})
    assert suggested.json()["status"] == "suggested"
    agreed = karla.post(f"/goals/{goal_id}/answer", {"act": "yes"})
    assert agreed.json()["status"] == "active" and agreed.json()["wording"] == "Jeg spørger min nabo."


@pytest.mark.parametrize(
    ("review", "after", "answer", "end"),
    [
        ({"act": "agree"}, "agreed", {"act": "yes"}, "active"),
        ({"act": "agree"}, "agreed", {"act": "no"}, "withdrawn"),
        ({"act": "ask", "reason": "Hvornår?"}, "asked", {"act": "reply", "reason": "På torsdag"}, "shared"),
        ({"act": "not_now", "reason": "Nej"}, "declined", {"act": "own_wording", "wording": "Jeg venter."}, "shared"),
        ({"act": "suggest", "wording": "Jeg ringer."}, "suggested", {"act": "take_back"}, "withdrawn"),
    ],
)
def test_every_review_has_an_answer(
    bodil: Bodil, karla: Karla, shared_goal: str, review: dict[str, str], after: str, answer: dict[str, str], end: str
) -> None:
    assert bodil.post(f"/goals/{shared_goal}/review", review).json()["status"] == after
    assert answer["act"] in karla.get(f"/goals/{shared_goal}").json()["allowed"]
    assert karla.post(f"/goals/{shared_goal}/answer", answer).json()["status"] == end


def test_a_goal_that_is_taken_back_is_gone_for_staff(bodil: Bodil, karla: Karla, shared_goal: str) -> None:
    assert karla.post(f"/goals/{shared_goal}/answer", {"act": "take_back"}).status_code == 200
    assert bodil.get("/goals").json() == []
    check_problem(bodil.get(f"/goals/{shared_goal}"), 404, "unknown-goal")


def test_of_two_reviews_of_one_reading_the_second_is_told_and_changes_nothing(bodil: Bodil, shared_goal: str) -> None:
    read = bodil.get(f"/goals/{shared_goal}").headers["etag"]
    first = bodil.post(f"/goals/{shared_goal}/review", {"act": "ask", "reason": "Hvornår?"}, if_match=read)
    assert first.status_code == 200 and first.headers["etag"] != read
    second = bodil.post(f"/goals/{shared_goal}/review", {"act": "agree"}, if_match=read)
    stands = check_problem(second, 412, "changed-meanwhile")["version"]
    assert f'"{stands}"' == first.headers["etag"]
    assert bodil.get(f"/goals/{shared_goal}").json()["status"] == "asked"


def test_a_citizen_too_is_told_that_the_wording_changed(bodil: Bodil, karla: Karla, shared_goal: str) -> None:
    read = karla.get(f"/goals/{shared_goal}").headers["etag"]
    bodil.post(f"/goals/{shared_goal}/review", {"act": "suggest", "wording": "Jeg ringer."})
    check_problem(karla.post(f"/goals/{shared_goal}/answer", {"act": "yes"}, if_match=read), 412, "changed-meanwhile")
    now = karla.get(f"/goals/{shared_goal}").headers["etag"]
    assert karla.post(f"/goals/{shared_goal}/answer", {"act": "yes"}, if_match=now).json()["status"] == "active"


@pytest.mark.parametrize(("if_match", "status"), [("*", 200), ('W/"2"', 200), ("2", 422), ('"ny"', 422), ("", 422)])
def test_if_match_takes_an_etag_and_nothing_else(bodil: Bodil, shared_goal: str, if_match: str, status: int) -> None:
    said = bodil.post(f"/goals/{shared_goal}/review", {"act": "agree"}, if_match=if_match)
    assert said.status_code == status, said.text


def test_staff_get_hints_and_citizens_get_no_marks(bodil: Bodil, karla: Karla, shared_goal: str) -> None:
    hints = bodil.get(f"/goals/{shared_goal}").json()["hints"]
    assert {"specific", "time_bound", "own_words"} <= {hint["criterion"] for hint in hints}
    assert karla.get(f"/goals/{shared_goal}").json()["hints"] == []


def test_goals_are_listed_by_status(bodil: Bodil, karla: Karla, shared_goal: str) -> None:
    for who in (bodil, karla):
        assert [goal["id"] for goal in who.get("/goals?status=shared").json()] == [shared_goal]
        assert who.get("/goals?status=active").json() == []


def test_every_reading_by_staff_is_a_line_in_the_audit(
    store: SqlStore, bodil: Bodil, shared_goal: str
) -> None:
    bodil.get("/goals")
    bodil.get(f"/goals/{shared_goal}")
    lines = [row for row in everything(store)["audit"] if "goal.read" in row]
    assert sorted(row[5] for row in lines) == ["list", "review"]
    assert {row[2] for row in lines} == {f"staff:{bodil.staff.id}"} and {row[4] for row in lines} == {shared_goal}


# Codes


def test_a_code_may_begin_again_until_something_has_been_said_and_the_old_token_ends(
    client: TestClient, bodil: Bodil
) -> None:
    body = {"code": bodil.post("/invitations", None).json()["code"]}
    first, second = (client.post("/api/v1/conversations", json=body).json() for _ in range(2))
    assert first["id"] == second["id"] and first["replies"] == second["replies"]
    old, new = (Karla(client, one["id"], one["token"], "") for one in (first, second))
    check_problem(old.say("hej"), 401)
    assert new.say("hej").status_code == 200
    check_problem(client.post("/api/v1/conversations", json=body), 410, "used-code")


def test_an_expired_code_begins_nothing(
    store: SqlStore, clock: Clock, client: TestClient, bodil: Bodil
) -> None:
    code = invitations.invite(store, clock, bodil.staff, 14).code
    clock.later(days=14, seconds=1)
    before = everything(store)
    check_problem(client.post("/api/v1/conversations", json={"code": code}), 410, "expired-code")
    assert everything(store) == before


def test_a_code_may_be_used_until_its_last_moment(
    store: SqlStore, clock: Clock, client: TestClient, bodil: Bodil
) -> None:
    code = invitations.invite(store, clock, bodil.staff, 14).code
    clock.later(days=14)
    assert client.post("/api/v1/conversations", json={"code": code}).status_code == 201


def test_staff_may_not_invite_a_citizen_they_do_not_work_with(
    store: SqlStore, clock: Clock, client: TestClient, karla: Karla
) -> None:
    stranger = new_staff(store, clock, client, "Ib")
    before = everything(store)
    check_problem(stranger.post("/invitations", {"citizen_id": karla.citizen_id}), 404, "unknown-citizen")
    check_problem(stranger.post("/invitations", {"citizen_id": "findes-ikke"}), 404, "unknown-citizen")
    assert everything(store) == before
