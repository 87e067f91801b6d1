# SPDX-License-Identifier: MPL-2.0
"""The running API keeps to its own description, whatever is sent to it: no 5xx, no answer of another shape."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
import schemathesis
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi import checks

from bot.accounts import Role
from bot.goals.lifecycle import State
from bot.store.work import SqlStore
from bot.web.rates import Rates
from tests.edges.houses import Bodil, Karla, confirm_goal, new_account
from tests.edges.test_staff_api import add
from tests.factories import Clock

EXAMPLES = int(os.environ.get("AFSAET_TEST_EXAMPLES", "12"))
"""Calls of each route for each caller; set it higher for a longer look."""
CHECKS = [
    not_a_server_error, checks.status_code_conformance, checks.content_type_conformance,
    checks.response_schema_conformance, checks.response_headers_conformance,
]


@pytest.fixture
def address(app: FastAPI, client: object) -> Iterator[str]:
    """The application behind a real socket; `client` has given it its house."""
    app.state.house = replace(app.state.house, rates=Rates(factor=1_000))
    server = uvicorn.Server(uvicorn.Config(app, port=0, lifespan="off", ws="none", log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(params=["staff", "citizen", "leder", "admin", "nobody"])
def headers(
    request: pytest.FixtureRequest, store: SqlStore, clock: Clock, client: TestClient, bodil: Bodil, karla: Karla
) -> dict[str, str]:
    """Who calls."""
    known = {"staff": bodil.headers, "citizen": karla.headers, "nobody": {}}
    if request.param in known:
        return known[request.param]
    return new_account(store, clock, client, Role(request.param)).headers


@pytest.fixture
def api(address: str, store: SqlStore, clock: Clock, karla: Karla) -> BaseSchema:
    """The description that the running API gives of itself; there are goals in every state."""
    for state in State:
        add(store, karla, state, f"mål-{state}")
    confirm_goal(store, clock, karla.id)
    return schemathesis.openapi.from_url(f"{address}/api/openapi.json")


def test_the_api_keeps_to_its_description(
    api: BaseSchema, headers: dict[str, str], store: SqlStore, clock: Clock, client: TestClient, karla: Karla
) -> None:
    """Every route with made-up calls; every other call names a goal, a talk or a citizen that is there."""
    there = {
        "goal_id": [f"mål-{state}" for state in State], "conversation_id": [karla.id],
        "citizen_id": [karla.citizen_id],
        "account_id": [new_account(store, clock, client, role).staff.id for role in Role],
    }
    operations = [found.ok() for found in api.get_all_operations()]
    for operation in sorted(operations, key=lambda one: one.path.endswith("sign-out")):  # nobody comes back from there
        _call_again_and_again(operation, headers, there)
    assert len(operations) > _ROUTES


_ROUTES = 25


def _call_again_and_again(operation: Any, headers: dict[str, str], there: dict[str, list[str]]) -> None:
    names = {parameter.name for parameter in operation.path_parameters} & set(there)
    calls = count()

    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck), derandomize=True,
    )
    @given(case=operation.as_strategy())
    def call(case: schemathesis.Case) -> None:
        if (number := next(calls)) % 2:
            case.path_parameters |= {name: there[name][number % len(there[name])] for name in names}
        case.validate_response(case.call(headers=headers), checks=CHECKS)

    call()
