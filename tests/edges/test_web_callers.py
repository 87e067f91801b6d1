# SPDX-License-Identifier: MPL-2.0
"""Who may call what: no token, a wrong one, the other side's, and another citizen's."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from fastapi.testclient import TestClient

from bot.store.work import SqlStore
from tests.edges.houses import WISH, Bodil, Karla, check_problem, confirm_goal, everything, new_citizen, new_staff
from tests.factories import Clock

MESSAGE = {"text": WISH, "client_id": "11111111-2222-4333-8444-555555555555"}
CITIZENS: list[tuple[str, str, Any]] = [
    ("POST", "/conversations/{talk}/messages", MESSAGE),
    ("GET", "/conversations/{talk}", None),
    ("POST", "/conversations/{talk}/share", {"goals": ["{goal}"]}),
    ("POST", "/goals/{goal}/answer", {"act": "take_back"}),
]
STAFFS: list[tuple[str, str, Any]] = [
    ("POST", "/goals/{goal}/review", {"act": "agree"}),
    ("POST", "/invitations", {}),
]
BOTHS: list[tuple[str, str, Any]] = [("GET", "/goals", None), ("GET", "/goals/{goal}", None)]


def call(client: TestClient, route: tuple[str, str, Any], talk: str, goal: str, headers: dict[str, str]) -> Any:
    method, path, body = route
    return client.request(method, "/api/v1" + path.format(talk=talk, goal=goal), json=body, headers=headers)


@pytest.mark.parametrize("route", CITIZENS + STAFFS + BOTHS, ids=lambda route: f"{route[0]} {route[1]}")
@pytest.mark.parametrize(
    "header",
    [None, "", "Bearer", "Bearer ", "Bearer forkert", "Basic Qm9kaWw6eA==", "forkert", "Bearer æøå", "Bearer \x7f"],
)
def test_without_a_known_token_nothing_is_done(
    store: SqlStore, client: TestClient, karla: Karla, shared_goal: str, route: tuple[str, str, Any], header: str | None
) -> None:
    before = everything(store)
    headers = {} if header is None else {"Authorization": header.encode("latin-1")}
    answer = call(client, route, karla.id, shared_goal, headers)  # type: ignore[arg-type]
    check_problem(answer, 401)
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert everything(store) == before


@pytest.mark.parametrize("route", CITIZENS, ids=lambda route: f"{route[0]} {route[1]}")
def test_a_token_of_staff_opens_no_route_of_citizens(
    store: SqlStore, client: TestClient, bodil: Bodil, karla: Karla, shared_goal: str, route: tuple[str, str, Any]
) -> None:
    before = everything(store)
    check_problem(call(client, route, karla.id, shared_goal, bodil.headers), 401)
    assert everything(store) == before


@pytest.mark.parametrize("route", STAFFS, ids=lambda route: f"{route[0]} {route[1]}")
def test_a_token_of_a_citizen_opens_no_route_of_staff(
    store: SqlStore, client: TestClient, karla: Karla, shared_goal: str, route: tuple[str, str, Any]
) -> None:
    before = everything(store)
    check_problem(call(client, route, karla.id, shared_goal, karla.headers), 401)
    assert everything(store) == before


@pytest.mark.parametrize("route", CITIZENS, ids=lambda route: f"{route[0]} {route[1]}")
def test_another_citizens_talk_and_goal_look_as_if_they_were_not_there(
    store: SqlStore, clock: Clock, client: TestClient, bodil: Bodil, karla: Karla, shared_goal: str,
    route: tuple[str, str, Any],
) -> None:
    other = new_citizen(store, clock, client, bodil.staff)
    before = everything(store)
    foreign = call(client, route, karla.id, shared_goal, other.headers)
    unknown = call(client, route, uuid.uuid4().hex, uuid.uuid4().hex, other.headers)
    assert check_problem(foreign, 404) == check_problem(unknown, 404)
    assert everything(store) == before


def test_another_citizens_goal_cannot_be_shared_from_ones_own_talk(
    store: SqlStore, clock: Clock, client: TestClient, bodil: Bodil, karla: Karla, goal_id: str
) -> None:
    other = new_citizen(store, clock, client, bodil.staff)
    own = confirm_goal(store, clock, other.id)
    before = everything(store)
    answer = other.post(f"/conversations/{other.id}/share", {"goals": [own, goal_id]})
    check_problem(answer, 404, "unknown-goal")
    assert everything(store) == before


def test_a_citizen_lists_and_reads_only_their_own_goals(
    store: SqlStore, clock: Clock, client: TestClient, bodil: Bodil, shared_goal: str
) -> None:
    other = new_citizen(store, clock, client, bodil.staff)
    assert other.get("/goals").json() == []
    check_problem(other.get(f"/goals/{shared_goal}"), 404, "unknown-goal")


def test_staff_without_a_relation_see_no_goal(
    store: SqlStore, clock: Clock, client: TestClient, shared_goal: str
) -> None:
    stranger = new_staff(store, clock, client, "Ib")
    assert stranger.get("/goals").json() == []
    before = everything(store)
    check_problem(stranger.get(f"/goals/{shared_goal}"), 404, "unknown-goal")
    check_problem(stranger.post(f"/goals/{shared_goal}/review", {"act": "agree"}), 404, "unknown-goal")
    assert everything(store) == before


def test_staff_never_see_a_draft_whatever_they_ask_for(bodil: Bodil, goal_id: str) -> None:
    assert bodil.get("/goals").json() == bodil.get("/goals?status=draft").json() == []
    check_problem(bodil.get(f"/goals/{goal_id}"), 404, "unknown-goal")
    check_problem(bodil.post(f"/goals/{goal_id}/review", {"act": "agree"}), 404, "unknown-goal")


def test_staff_see_only_the_quotes_that_were_chosen(bodil: Bodil, karla: Karla, shared_goal: str) -> None:
    karla.say("jeg har det svært med min bror")
    assert bodil.get(f"/goals/{shared_goal}").json()["quotes"] == []
    assert "bror" not in bodil.get("/goals").text


def test_neither_the_token_nor_the_cookie_works_in_the_others_place(client: TestClient, karla: Karla) -> None:
    client.cookies.set("afsaet_talk", karla.token)
    check_problem(client.get(f"/api/v1/conversations/{karla.id}"), 401)
    client.cookies.clear()
    page = client.get("/samtale", headers=karla.headers)
    assert page.status_code == 303 and page.headers["location"] == "/"
