# SPDX-License-Identifier: MPL-2.0
"""/health says that the process lives, /ready that a message can be taken; the OpenAPI page describes every route."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.openapi.models import OpenAPI
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from bot.store.work import SqlStore
from tests.edges.houses import FakeRasa, check_problem


def test_health_needs_nothing_but_the_process(client: TestClient, rasa: FakeRasa) -> None:
    rasa.ready = False
    assert client.get("/health").json() == {"status": "ok"}


def test_ready_when_rasa_and_the_store_answer(client: TestClient) -> None:
    assert (client.get("/ready").status_code, client.get("/ready").json()) == (200, {"status": "ready"})


def test_not_ready_while_rasa_or_the_actions_are_away(client: TestClient, rasa: FakeRasa) -> None:
    rasa.ready = False
    assert check_problem(client.get("/ready"), 503, "not-ready")["waiting_for"] == "rasa"
    rasa.ready = True
    assert client.get("/ready").status_code == 200


def test_not_ready_while_the_store_is_away(
    client: TestClient, store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise OperationalError("select", {}, Exception("away"))

    monkeypatch.setattr(store, "reading", away)
    assert check_problem(client.get("/ready"), 503, "not-ready")["waiting_for"] == "store"


# OpenAPI


@pytest.fixture
def described(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/openapi.json").json()
    return found


def operations(described: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(path, method, one) for path, ways in described["paths"].items() for method, one in ways.items()]


def every_dict(part: Any) -> list[dict[str, Any]]:
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return ([part] if isinstance(part, dict) else []) + [found for one in inner for found in every_dict(one)]


def test_the_description_is_valid_openapi_and_all_its_references_lead_somewhere(described: dict[str, Any]) -> None:
    assert OpenAPI.model_validate(described).openapi.startswith("3.1")
    references = {one["$ref"] for one in every_dict(described) if isinstance(one.get("$ref"), str)}
    schemas = described["components"]["schemas"]
    assert references and all(reference.rpartition("/")[2] in schemas for reference in references)


def test_every_route_of_the_api_is_described(app: FastAPI, described: dict[str, Any]) -> None:
    expected = {
        ("/api/v1/conversations", "post"), ("/api/v1/conversations/{conversation_id}", "get"),
        ("/api/v1/conversations/{conversation_id}/messages", "post"),
        ("/api/v1/conversations/{conversation_id}/share", "post"), ("/api/v1/goals", "get"),
        ("/api/v1/goals/{goal_id}", "get"), ("/api/v1/goals/search", "post"),
        ("/api/v1/goals/{goal_id}/review", "post"),
        ("/api/v1/goals/{goal_id}/answer", "post"), ("/api/v1/invitations", "post"),
        ("/api/v1/conversations/{conversation_id}/moves", "get"), ("/api/v1/alerts", "get"),
        ("/api/v1/alerts/{alert_id}/seen", "post"), ("/health", "get"), ("/ready", "get"),
        ("/api/v1/goals/{goal_id}/versions", "get"), ("/api/v1/goals/{goal_id}/follow-up", "post"),
        ("/api/v1/goals/{goal_id}/comments", "post"), ("/api/v1/changes", "get"), ("/api/v1/citizens", "get"),
        ("/api/v1/conversations/{conversation_id}/summary", "get"),
        ("/api/v1/conversations/{conversation_id}/shared-summary", "get"),
        ("/api/v1/conversations/{conversation_id}/rating", "put"),
        ("/api/v1/conversations/{conversation_id}/take-back", "post"),
        ("/api/v1/conversations/{conversation_id}/data", "get"),
        ("/api/v1/conversations/{conversation_id}/deletion", "post"),
        ("/api/v1/conversations/{conversation_id}/sign-out", "post"),
        ("/api/v1/sign-in", "post"), ("/api/v1/sign-in/setup", "post"), ("/api/v1/sign-in/setup/confirm", "post"),
        ("/api/v1/sign-out", "post"), ("/api/v1/me", "get"), ("/api/v1/me/password", "post"),
        ("/api/v1/accounts", "get"), ("/api/v1/accounts", "post"),
        *((f"/api/v1/accounts/{{account_id}}/{act}", "post") for act in ("role", "end", "start-over")),
        ("/api/v1/accounts/{account_id}/citizens/{citizen_id}", "put"),
        ("/api/v1/accounts/{account_id}/citizens/{citizen_id}", "delete"),
        ("/api/v1/figures", "get"), ("/api/v1/audit", "get"),
        *((f"/api/v1/citizens/{{citizen_id}}/{form}", "get") for form in (
            "plan", "plan.html", "plan.pdf", "plan.ics", "goals.csv", "fhir")),
        *((f"/api/v1/conversations/{{conversation_id}}/{form}", "get") for form in (
            "plan", "plan.html", "plan.pdf", "plan.ics")),
    }
    assert {(path, method) for path, method, _ in operations(described)} == expected


def test_every_operation_says_what_it_does_who_calls_it_and_has_a_name_of_its_own(described: dict[str, Any]) -> None:
    told = operations(described)
    assert [path for path, _, one in told if "Caller:" not in one.get("description", "")] == []
    names = [one["operationId"] for _, _, one in told]
    assert len(set(names)) == len(names)


def test_every_place_in_a_path_is_described(described: dict[str, Any]) -> None:
    for path, _, one in operations(described):
        places = {part[1:-1] for part in path.split("/") if part.startswith("{")}
        assert places == {told["name"] for told in one.get("parameters", ()) if told["in"] == "path"}


def test_signed_in_routes_are_described_as_such(described: dict[str, Any]) -> None:
    public = {path for path, _, one in operations(described) if "security" not in one}
    assert public == {
        "/api/v1/conversations", "/health", "/ready", "/api/v1/sign-in", "/api/v1/sign-in/setup",
        "/api/v1/sign-in/setup/confirm",
    }


def test_errors_are_described_as_the_problem_details_they_are(described: dict[str, Any]) -> None:
    for path, _, one in operations(described):
        for status, answer in one["responses"].items():
            if path.startswith("/api/v1") and status[0] == "4":
                assert list(answer["content"]) == ["application/problem+json"]


def test_the_pages_of_the_description_come_from_this_machine(client: TestClient) -> None:
    page = client.get("/api/docs")
    assert page.status_code == 200 and "/api/assets/swagger-ui-bundle.js" in page.text
    assert client.get("/api/assets/swagger-ui-bundle.js").status_code == 200
    assert "cdn" not in page.text
