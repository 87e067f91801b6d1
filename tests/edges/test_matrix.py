# SPDX-License-Identifier: MPL-2.0
"""Every route × every role × every relation, over HTTP: who is let in is written here by hand, all others are refused.

A refused call changes nothing but the audit and last-used times. No answer holds anything of the citizen's (words, ids,
name) but to those of whom that is written down.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient

from bot.accounts import Role, Staff
from bot.codebook import Safety
from bot.records import Alert
from bot.services import accounts, devices, invitations, peers
from bot.services.secrets import new_token
from bot.store.work import SqlStore
from bot.web import callers as web_callers
from bot.web import peer_pages
from bot.web.app import create_app
from bot.web.cookies import STAFF_COOKIE, TALK_COOKIE
from bot.web.counting import Counts
from bot.web.privacy_pages import PUBLIC_PAGES
from bot.web.rates import Rates
from tests.edges.houses import (
    WISH,
    WORDING,
    Karla,
    Rows,
    confirm_goal,
    everything,
    new_account,
    new_citizen,
    new_staff,
)
from tests.factories import Clock

NOBODY = ("nobody", "forged", "signed out citizen", "ended account", "ended session")
CITIZENS = ("own citizen", "other citizen")
STAFF = (
    "related", "program of related", "relation ended", "unrelated", "peer", "peer in session", "peer of before",
    "leder", "admin",
)
CALLERS = (*NOBODY, *CITIZENS, *STAFF)

OWN, RELATED = {"own citizen"}, {"related", "program of related"}
ANY_CITIZEN, ANY_BOSTOETTE = set(CITIZENS), RELATED | {"relation ended", "unrelated"}
LEDER, ADMIN, ANY_STAFF = {"leder"}, {"admin"}, set(STAFF)
PEER, PEER_IN_SESSION = {"peer", "peer in session", "peer of before"}, {"peer in session"}
NAME = "Karla Kaktus"

MESSAGE = {"text": WISH, "client_id": "11111111-2222-4333-8444-555555555555"}
GOAL, TALK, CITIZEN = "/goals/{goal}", "/conversations/{talk}", "/citizens/{citizen}"
API: dict[str, tuple[set[str], Any]] = {
    f"POST {TALK}/messages": (OWN, MESSAGE),
    f"GET {TALK}": (OWN, None),
    f"POST {TALK}/sign-out": (OWN, None),
    f"GET {TALK}/moves": (RELATED, None),
    f"POST {TALK}/share": (OWN, {"quotes": [1]}),
    f"GET {TALK}/summary": (OWN, None),
    f"GET {TALK}/shared-summary": (RELATED, None),
    f"PUT {TALK}/rating": (OWN, {"heard": 8}),
    f"POST {TALK}/take-back": (OWN, {"quotes": [1]}),
    f"GET {TALK}/data": (OWN, None),
    f"POST {TALK}/deletion": (OWN, {"reason": "nu er det nok"}),
    **{f"GET {TALK}/{form}": (OWN, None) for form in ("plan", "plan.html", "plan.pdf", "plan.ics")},
    "GET /goals": (ANY_CITIZEN | ANY_BOSTOETTE, None),
    "POST /goals/search": (ANY_CITIZEN | ANY_BOSTOETTE, {"words": "jeg"}),
    f"GET {GOAL}": (OWN | RELATED, None),
    f"GET {GOAL}/versions": (OWN | RELATED, None),
    f"POST {GOAL}/review": (RELATED, {"act": "agree"}),
    f"POST {GOAL}/answer": (OWN, {"act": "take_back"}),
    f"POST {GOAL}/follow-up": (OWN | RELATED, {"score": 5}),
    f"POST {GOAL}/comments": (OWN | RELATED, {"text": "godt gået"}),
    "GET /changes": (ANY_BOSTOETTE, None),
    "GET /citizens": (ANY_BOSTOETTE, None),
    **{f"GET {CITIZEN}/{form}": (RELATED, None)
       for form in ("plan", "plan.html", "plan.pdf", "plan.ics", "goals.csv", "fhir")},
    "POST /invitations": (RELATED, {"citizen_id": "{citizen}"}),
    "GET /alerts": (ANY_BOSTOETTE, None),
    "POST /alerts/{alert}/seen": (RELATED, None),
    "POST /sign-out": (ANY_STAFF, None),
    "GET /me": (ANY_STAFF, None),
    "POST /me/password": (ANY_STAFF, {"password": "x", "code": "1", "new_password": "y"}),
    "GET /accounts": (ADMIN, None),
    "POST /accounts": (ADMIN, {"name": "Ny", "login": "ny", "role": "peer"}),
    "POST /accounts/{account}/role": (ADMIN, {"role": "peer"}),
    "POST /accounts/{account}/end": (ADMIN, None),
    "POST /accounts/{account}/start-over": (ADMIN, None),
    "PUT /accounts/{account}/citizens/{citizen}": (ADMIN, None),
    "DELETE /accounts/{account}/citizens/{citizen}": (ADMIN, None),
    "GET /figures": (LEDER, None),
    "GET /audit": (LEDER, None),
}
PAGES: dict[str, tuple[set[str], Any]] = {
    "GET /samtale": (ANY_CITIZEN, None),
    "POST /samtale": (ANY_CITIZEN, {"text": "hej"}),
    "GET /samtale/nyt": (ANY_CITIZEN, None),
    "GET /mit-afsaet": (ANY_CITIZEN, None),
    "POST /mit-afsaet/del": (OWN, {"goal": "{goal}"}),
    "POST /mit-afsaet/oenske": (ANY_CITIZEN, {"wish": "x"}),
    "POST /mit-afsaet/svar": (OWN, {"goal": "{goal}", "act": "take_back"}),
    "POST /mit-afsaet/samtalen": (ANY_CITIZEN, {"heard": "8"}),
    "POST /mit-afsaet/tilbage": (OWN, {"quote": 1, "of": "{talk}"}),
    **{f"GET /mit-afsaet/{form}": (ANY_CITIZEN, None) for form in ("plan", "plan.pdf", "uge.ics")},
    "GET /gemt": (ANY_CITIZEN, None),
    "GET /gemt/data.json": (ANY_CITIZEN, None),
    "GET /gemt/data.html": (ANY_CITIZEN, None),
    "POST /gemt/tilbage": (OWN, {"quote": 1, "talk": "{talk}"}),
    "POST /gemt/ud": (ANY_CITIZEN, None),
    "POST /gemt/slet": (ANY_CITIZEN, {"reason": "nu er det nok"}),
    "GET /konto": (ANY_STAFF, None),
    "POST /log-ud": (ANY_STAFF, None),
    "POST /samtale/peer": (ANY_CITIZEN, None),
    "POST /samtale/peer/slut": (ANY_CITIZEN, None),
    "POST /samtale/peer/hvile": (ANY_CITIZEN, {"rests": "true"}),
    "POST /samtale/peer/sagde": (ANY_CITIZEN, {"number": "1"}),
    "GET /peer": (PEER, None),
    "GET /samtale/lyt": (ANY_CITIZEN, None),
    "GET /peer/lyt": (PEER, None),
    "POST /peer/ind": (PEER, {"code": "AAAAA-AAAAA"}),
    "POST /peer/sig": (PEER_IN_SESSION, {"text": "hej"}),
    "POST /peer/ud": (PEER_IN_SESSION, None),
    "GET /overblik": (LEDER, None),
    "GET /konti": (ADMIN, None),
    "POST /konti": (ADMIN, {"name": "Ny", "login": "ny", "role": "peer"}),
    "POST /konti/{account}": (ADMIN, {"act": "end"}),
    "GET /skrivebord": (ANY_BOSTOETTE, None),
    "GET /skrivebord/varsler": (ANY_BOSTOETTE, None),
    "POST /skrivebord/besked/{alert}": (RELATED, None),
    "GET /skrivebord/borger/{citizen}": (RELATED, None),
    "GET /skrivebord/borger/{citizen}/plan": (RELATED, None),
    "GET /skrivebord/borger/{citizen}/plan.pdf": (RELATED, None),
    "POST /skrivebord/borger/{citizen}/navn": (RELATED, {"called": "Karla"}),
    "GET /skrivebord/samtale/{talk}": (RELATED, None),
    "GET /skrivebord/maal/{goal}": (RELATED, None),
    "POST /skrivebord/maal/{goal}": (RELATED, {"act": "agree", "version": "2"}),
    "POST /skrivebord/inviter": (RELATED, {"citizen": "{citizen}"}),
}
PUBLIC = web_callers.PUBLIC | PUBLIC_PAGES
LISTS = {
    "GET /goals", "POST /goals/search", "GET /changes", "GET /citizens", "GET /alerts", "GET /audit",
    "GET /figures", "GET /accounts", "GET /skrivebord", "GET /skrivebord/varsler", "GET /overblik", "GET /konti",
}
"""Anybody of the role may ask; what they get is only what is theirs."""
SHOWN = OWN | RELATED
"""Who may see something of the citizen's at all."""
IDS_SHOWN = SHOWN | LEDER | ADMIN
"""The audit names ids, and an admin names the citizen whose relation is changed: ids are no content."""


@dataclass
class Scene:
    """A citizen with something shared, and everybody who might call."""

    client: TestClient
    store: SqlStore
    clock: Clock
    karla: Karla
    goal: str
    account: str
    tokens: dict[str, str] = field(default_factory=dict)

    def filled(self, text: str) -> str:
        """A path or a value with the ids of this scene."""
        places = {"talk": self.karla.id, "goal": self.goal, "citizen": self.karla.citizen_id, "alert": "alarm",
                  "account": self.account}
        for name, value in places.items():
            text = text.replace("{" + name + "}", value)
        return text

    def call(self, caller: str, route: str, body: Any) -> Any:
        """One call over HTTP: programs with a bearer token, pages with a cookie."""
        method, _, path = route.partition(" ")
        is_page = route in PAGES
        filled = json.loads(self.filled(json.dumps(body))) if body is not None else None
        sent: dict[str, Any] = {"data": filled} if is_page else {"json": filled}
        token = self.tokens.get(caller)
        headers = {"Origin": "http://afsaet.test"}
        if token and is_page:
            headers["Cookie"] = f"{TALK_COOKIE}={token}; {STAFF_COOKIE}={token}"
        elif token:
            headers["Authorization"] = f"Bearer {token}"
        self.client.cookies.clear()
        return self.client.request(
            method, self.filled(path if is_page else f"/api/v1{path}"), headers=headers,
            **(sent if filled is not None else {}))

    def holds_something(self, answer: Any, caller: str) -> list[str]:
        """What of the citizen's stands in an answer and must not be shown to this caller."""
        told = answer.text + json.dumps(dict(answer.headers))
        words = [] if caller in SHOWN else [WISH, WORDING, NAME, "hemmeligt"]
        ids = [] if caller in IDS_SHOWN else [self.karla.citizen_id, self.karla.id, self.goal]
        return [mark for mark in (*words, *ids) if mark in told]


@pytest.fixture
def scene(client: TestClient, store: SqlStore, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Scene:
    monkeypatch.setattr(peer_pages, "LISTENS", 0)
    state = client.app.state  # type: ignore[attr-defined]
    state.house = replace(state.house, rates=Rates(Counts(), b"counted", 1000.0))
    bodil = new_staff(store, clock, client)
    karla = new_citizen(store, clock, client, bodil.staff)
    invitations.invite(store, clock, bodil.staff, 14, karla.citizen_id, NAME)
    karla.say(f"{WISH}, det er hemmeligt")
    goal = confirm_goal(store, clock, karla.id)
    assert karla.post(f"/conversations/{karla.id}/share", {"goals": [goal], "quotes": [1], "summary": True}).is_success
    with store() as work:
        work.alerts.add(Alert("alarm", karla.citizen_id, karla.id, 1, Safety.CONCERN, clock()))
    target = new_account(store, clock, client, Role.BOSTOETTE)
    made = Scene(client, store, clock, karla, goal, target.staff.id)
    made.tokens = dict(_tokens(made, bodil.staff, bodil.token))
    return made


def _tokens(scene: Scene, related: Staff, program: str) -> Iterator[tuple[str, str]]:
    """Everybody's token."""
    store, clock, client = scene.store, scene.clock, scene.client
    admin = new_account(store, clock, client, Role.ADMIN)
    by = accounts.actor(admin.staff.id)
    with_sessions = {name: new_account(store, clock, client, role) for name, role in (
        ("related", Role.BOSTOETTE), ("relation ended", Role.BOSTOETTE), ("unrelated", Role.BOSTOETTE),
        ("ended account", Role.BOSTOETTE), ("ended session", Role.BOSTOETTE), ("peer", Role.PEER),
        ("peer in session", Role.PEER), ("peer of before", Role.PEER), ("leder", Role.LEDER))}
    for name in ("related", "relation ended", "ended account", "ended session"):
        accounts.relate(store, clock, by, with_sessions[name].staff.id, scene.karla.citizen_id)
    accounts.end_relation(store, clock, by, with_sessions["relation ended"].staff.id, scene.karla.citizen_id)
    accounts.end(store, clock, by, with_sessions["ended account"].staff.id)
    assert with_sessions["ended session"].post("/sign-out", None).status_code == 204
    clock.later(seconds=1)
    peers.join(store, clock, with_sessions["peer of before"].staff, peers.let_in(store, clock, scene.karla.id))
    peers.join(store, clock, with_sessions["peer in session"].staff, peers.let_in(store, clock, scene.karla.id))
    gone = new_citizen(store, clock, client, related)
    devices.sign_out(store, clock, gone.id)
    yield from ((name, one.token) for name, one in with_sessions.items())
    yield "admin", admin.token
    yield "program of related", program
    yield "forged", new_token()
    yield "signed out citizen", gone.token
    yield "own citizen", scene.karla.token
    yield "other citizen", new_citizen(store, clock, client, new_staff(store, clock, client, "Ib").staff).token


def without_traces(rows: Rows) -> Rows:
    """What must stay as it was: all but who asked, and when a session was used."""
    return {name: held for name, held in rows.items() if name not in ("audit", "audit_head", "staff_session")}


def check_refused(scene: Scene, caller: str, route: str, body: Any) -> None:
    """Nothing is done, and the answer says which kind of refusal it is and nothing else."""
    before = without_traces(everything(scene.store))
    answer = scene.call(caller, route, body)
    if route in PAGES:
        assert answer.status_code in (303, 403, 404), (caller, answer.status_code)
        assert answer.headers.get("location", "/") in ("/", "/log-ind"), caller
        assert answer.status_code == 303 or caller not in NOBODY, caller
    else:
        assert answer.status_code in (401, 403, 404), (caller, answer.status_code, answer.text)
        assert answer.status_code == 401 or caller not in NOBODY, caller
        assert answer.headers["content-type"] == "application/problem+json"
    assert scene.holds_something(answer, "nobody") == [], caller
    assert without_traces(everything(scene.store)) == before, caller


def check_let_in(scene: Scene, caller: str, route: str, body: Any) -> None:
    """The caller gets past the door: what is inside may still say no, as 409 or 422 do."""
    answer = scene.call(caller, route, body)
    refused = {401, 403, 404} - {"POST /me/password": {401}, "POST /peer/ind": {404}}.get(route, set())
    assert answer.status_code < 500 and answer.status_code not in refused, (caller, answer.status_code, answer.text)
    if route == "POST /peer/ind":
        assert "Koden passer ikke" in answer.text, "past the door; the code does not fit"
    if route in PAGES:
        leaves = route in ("POST /log-ud", "POST /gemt/ud")
        assert leaves or answer.headers.get("location", "") not in ("/", "/log-ind"), caller
    if route == "POST /me/password":
        assert "sign-in-refused" in answer.text, "past the door; the password does not fit"
    assert scene.holds_something(answer, caller) == [], caller


ROUTES = API | PAGES


@pytest.mark.parametrize("route", ROUTES)
def test_only_those_written_down_are_let_in(scene: Scene, route: str, request: pytest.FixtureRequest) -> None:
    let_in, body = ROUTES[route]
    if route.endswith("plan.pdf"):
        request.getfixturevalue("pdf_can_be_drawn")
    for caller in CALLERS:
        if caller not in let_in:
            check_refused(scene, caller, route, body)
    for caller in CALLERS:
        if caller in let_in:
            check_let_in(scene, caller, route, body)


@pytest.mark.parametrize("route", sorted(LISTS))
def test_a_list_shows_nobody_what_is_not_theirs_and_the_related_what_is(scene: Scene, route: str) -> None:
    for caller in sorted(ROUTES[route][0]):
        answer = scene.call(caller, route, ROUTES[route][1])
        assert scene.holds_something(answer, caller) == []
        if caller in RELATED and route in ("GET /goals", "POST /goals/search", "GET /citizens", "GET /alerts"):
            assert scene.karla.citizen_id in answer.text, "or the leak test would prove nothing"


def test_the_matrix_names_every_route_that_is_not_public() -> None:
    places = {"conversation_id": "talk", "goal_id": "goal", "citizen_id": "citizen", "alert_id": "alert",
              "account_id": "account"}
    found = set()
    for route in iter_route_contexts(create_app().routes):
        path, methods = str(getattr(route, "path", "")), getattr(route, "methods", None) or ()
        for name, place in places.items():
            path = path.replace("{" + name + "}", "{" + place + "}")
        for method in set(methods) - {"HEAD", "OPTIONS"}:
            if path not in PUBLIC:
                found.add(f"{method} {path.removeprefix('/api/v1')}")
    assert found == set(ROUTES)


@pytest.mark.parametrize("path", [
    "/", "/privatliv", "/tilgaengelighed", "/log-ind", "/log-ind/ny", "/health", "/ready",
])
@pytest.mark.parametrize("caller", CALLERS)
def test_public_pages_hold_nothing_of_anybodys(scene: Scene, caller: str, path: str) -> None:
    scene.client.cookies.clear()
    token = scene.tokens.get(caller, "")
    answer = scene.client.get(path, headers={"Cookie": f"{TALK_COOKIE}={token}; {STAFF_COOKIE}={token}"})
    assert answer.status_code == 200 and scene.holds_something(answer, "nobody") == []
