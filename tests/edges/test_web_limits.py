# SPDX-License-Identifier: MPL-2.0
"""Ids that nobody gave out, bodies without end, ways and methods that are not there: all refused."""

from __future__ import annotations

import json
import uuid

import pytest
from fastapi.testclient import TestClient

from tests.edges.houses import WISH, Bodil, FakeRasa, Karla, check_problem
from tests.factories import Clock

ON_BOTH = pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)

STRANGE = ["findes-ikke", "%00", "a%00b", "..%2f..", "%F0%9F%92%A5", "x" * 500, "%ff", "'%20OR%201=1"]


@ON_BOTH
@pytest.mark.parametrize("strange", STRANGE, ids=lambda strange: strange[:12])
def test_strange_goal_ids_are_unknown(database_url: str, bodil: Bodil, karla: Karla, strange: str) -> None:
    check_problem(bodil.get(f"/goals/{strange}"), 404)
    check_problem(karla.get(f"/goals/{strange}"), 404)
    check_problem(bodil.post(f"/goals/{strange}/review", {"act": "agree"}), 404)
    check_problem(karla.post(f"/goals/{strange}/answer", {"act": "yes"}), 404)


@ON_BOTH
@pytest.mark.parametrize("strange", STRANGE, ids=lambda strange: strange[:12])
def test_strange_conversation_ids_are_unknown(database_url: str, karla: Karla, strange: str) -> None:
    body = {"text": WISH, "client_id": str(uuid.uuid4())}
    check_problem(karla.get(f"/conversations/{strange}"), 404)
    check_problem(karla.post(f"/conversations/{strange}/messages", body), 404)


@ON_BOTH
@pytest.mark.parametrize("strange", ["findes-ikke", "\x00", "a\x00b", "💥"])
def test_strange_ids_in_a_body_are_unknown(
    database_url: str, bodil: Bodil, karla: Karla, strange: str
) -> None:
    assert check_problem(karla.post(f"/conversations/{karla.id}/share", {"goals": [strange]}), 404)
    assert check_problem(bodil.post("/invitations", {"citizen_id": strange}), 404)


@ON_BOTH
def test_control_characters_in_a_wording_break_nothing(
    database_url: str, bodil: Bodil, karla: Karla, shared_goal: str
) -> None:
    suggested = {"act": "suggest", "wording": "Jeg ringer\x00 til naboen."}
    assert bodil.post(f"/goals/{shared_goal}/review", suggested).status_code == 200
    assert "naboen" in karla.get(f"/goals/{shared_goal}").json()["wording"]


# Bodies without end, and ways that are not there


@pytest.mark.parametrize("path", ["/api/v1/conversations", "/start", "/samtale", "/health"])
def test_a_body_that_says_it_is_too_large_is_refused(unchanged: None, client: TestClient, path: str) -> None:
    check_problem(client.post(path, content=b"x" * 500_001), 413, "too-large")


@pytest.mark.parametrize("path", ["/api/v1/conversations", "/start"])
def test_a_body_that_becomes_too_large_is_refused(unchanged: None, client: TestClient, path: str) -> None:
    kind = {"Content-Type": "application/json" if "api" in path else "application/x-www-form-urlencoded"}
    check_problem(client.post(path, content=(b"x" * 50_000 for _ in range(11)), headers=kind), 413, "too-large")


@pytest.mark.parametrize("length", ["-1", "mange", "1e3", ""])
def test_a_length_that_is_no_length_is_refused(unchanged: None, client: TestClient, length: str) -> None:
    answer = client.post("/api/v1/conversations", content=b"{}", headers={"Content-Length": length})
    assert 400 <= answer.status_code < 500
    check_problem(answer, answer.status_code)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/api/v1/conversations"), ("GET", "/api/v1/conversations"), ("DELETE", "/api/v1/conversations/x"),
        ("PATCH", "/api/v1/goals/x"), ("GET", "/api/v1/invitations"), ("POST", "/health"), ("DELETE", "/"),
        ("GET", "/start"), ("PUT", "/samtale"),
    ],
)
def test_a_method_that_a_route_has_not_is_refused_and_told_which_it_has(
    unchanged: None, client: TestClient, method: str, path: str
) -> None:
    answer = client.request(method, path)
    check_problem(answer, 405)
    assert answer.headers["allow"]


@pytest.mark.parametrize("path", ["/findes-ikke", "/api/v1/findes-ikke", "/api/v2/goals", "/static/findes-ikke.css"])
def test_a_way_that_is_not_there_is_a_problem_too(client: TestClient, path: str) -> None:
    check_problem(client.get(path), 404)


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2f..%2fsettings.py"])
def test_no_way_leads_out_of_the_static_folder(client: TestClient, path: str) -> None:
    check_problem(client.get(path), 404)


def test_an_error_nobody_foresaw_is_a_problem_that_says_nothing_of_the_inside(
    karla: Karla, clock: Clock, rasa: FakeRasa, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: str) -> bool:
        raise RuntimeError(WISH)

    monkeypatch.setattr(rasa, "send", broken)
    problem = check_problem(karla.say(WISH), 500, "unexpected")
    assert "RuntimeError" not in json.dumps(problem) and WISH not in caplog.text
    assert "web.unexpected" in caplog.text
