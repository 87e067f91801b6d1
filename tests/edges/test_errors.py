# SPDX-License-Identifier: MPL-2.0
"""Every error of the table in docs/errors.md is tried over HTTP; the table and the tries name the same kinds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from bot.accounts import Role
from bot.exports import paper
from bot.goals.lifecycle import State
from bot.services import invitations, sign_in
from bot.services.errors import DeskError
from bot.store.work import SqlStore
from bot.web.cookies import TALK_COOKIE
from bot.web.problems import OTHERS, STATUS
from bot.web.rates import LIMITS, Limit
from tests.edges.houses import Bodil, FakeRasa, Karla, check_problem, confirm_goal, new_account, new_citizen
from tests.factories import Clock, goal_in

SAY = {"text": "hej", "client_id": "7b0c8b1e-5d52-4c39-8a6e-7a8b8b8f0c11"}


@dataclass
class Scene:
    """What a try has at hand."""

    client: TestClient
    store: SqlStore
    clock: Clock
    rasa: FakeRasa
    bodil: Bodil
    karla: Karla
    goal: str
    patch: pytest.MonkeyPatch

    def code(self) -> str:
        return invitations.invite(self.store, self.clock, self.bodil.staff, 14).code

    def start(self, code: str) -> Any:
        return self.client.post("/api/v1/conversations", json={"code": code})

    def share(self, **what: Any) -> Any:
        return self.karla.post(f"/conversations/{self.karla.id}/share", what)

    def review(self, **what: Any) -> Any:
        self.share(goals=[self.goal])
        return self.bodil.post(f"/goals/{self.goal}/review", what)

    def three_active(self) -> None:
        with self.store() as work:
            for number in range(3):
                work.goals.add(goal_in(
                    State.ACTIVE, f"aktiv {number}", conversation_id=self.karla.id, citizen_id=self.karla.citizen_id))
            work.goals.add(goal_in(
                State.PAUSED, "pause", conversation_id=self.karla.id, citizen_id=self.karla.citizen_id))


def _expired(scene: Scene) -> Any:
    code = scene.code()
    scene.clock.later(days=15)
    return scene.start(code)


def _used(scene: Scene) -> Any:
    code = scene.code()
    opened = scene.start(code).json()
    Karla(scene.client, opened["id"], opened["token"], "").say("jeg vil gerne sove bedre")
    return scene.start(code)


def _three_active(scene: Scene) -> Any:
    scene.three_active()
    return scene.karla.post("/goals/pause/follow-up", {"act": "resume"})


def _changed(scene: Scene) -> Any:
    scene.review(act="ask", reason="Hvornår?")
    return scene.bodil.post(f"/goals/{scene.goal}/review", {"act": "agree"}, if_match='"1"')


def _no_pdf(scene: Scene) -> Any:
    scene.patch.setattr(paper, "HTML", None)
    return scene.karla.get(f"/conversations/{scene.karla.id}/plan.pdf")


def _unexpected(scene: Scene) -> Any:
    scene.patch.setattr(sign_in, "caller", lambda *_: 1 / 0)
    return scene.bodil.get("/alerts")


def _store_away(scene: Scene) -> Any:
    def gone(*_: Any) -> None:
        raise OperationalError("SELECT 1", {}, Exception("server closed the connection"))

    scene.patch.setattr(sign_in, "caller", gone)
    return scene.bodil.get("/alerts")


def _not_ready(scene: Scene) -> Any:
    scene.rasa.ready = False
    return scene.client.get("/ready")


def _foreign_numbers(scene: Scene) -> Any:
    scene.share(goals=[scene.goal])
    scene.bodil.post(f"/goals/{scene.goal}/review", {"act": "agree"})
    scene.karla.post(f"/goals/{scene.goal}/answer", {"act": "yes"})
    return scene.karla.post(f"/goals/{scene.goal}/follow-up", {"score": 10.5})


def _as(scene: Scene, role: Role, path: str, body: Any) -> Any:
    return new_account(scene.store, scene.clock, scene.client, role).post(path, body)


def _login_taken(scene: Scene) -> Any:
    admin, somebody = new_account(scene.store, scene.clock, scene.client, Role.ADMIN), {"name": "A", "role": "peer"}
    admin.post("/accounts", {**somebody, "login": "anna"})
    return admin.post("/accounts", {**somebody, "login": "ANNA"})


def _on_oneself(scene: Scene) -> Any:
    admin = new_account(scene.store, scene.clock, scene.client, Role.ADMIN)
    return admin.post(f"/accounts/{admin.staff.id}/end", None)


def _elsewhere(scene: Scene) -> Any:
    scene.patch.setattr(scene.client.app.state.house.settings, "auth", "oidc")  # type: ignore[attr-defined]
    return _sign_in(scene)


def _sign_in(scene: Scene) -> Any:
    return scene.client.post("/api/v1/sign-in", json={"login": "ingen", "password": "x" * 12, "code": "123456"})


def _weak_password(scene: Scene) -> Any:
    made = new_account(scene.store, scene.clock, scene.client, Role.ADMIN).post(
        "/accounts", {"name": "Ib", "login": "ib", "role": "peer"}).json()
    return scene.client.post("/api/v1/sign-in/setup", json={
        "login": "ib", "setup_code": made["setup_code"], "password": "kort"})


def _too_many(scene: Scene) -> Any:
    scene.patch.setitem(LIMITS, "message", {"talk": Limit(1, 60)})
    scene.karla.say("hej")
    return scene.karla.say("hej igen")


def _foreign_form(scene: Scene) -> Any:
    scene.client.cookies.set(TALK_COOKIE, scene.karla.token)
    return scene.client.post("/api/v1/conversations", json={"code": "x"}, headers={"Origin": "http://ond.test"})


TRIES: dict[str, Callable[[Scene], Any]] = {
    "too-many": _too_many,
    "foreign-form": _foreign_form,
    "unknown-conversation": lambda scene: scene.karla.get("/conversations/ukendt"),
    "unknown-goal": lambda scene: scene.bodil.get("/goals/ukendt"),
    "unknown-alert": lambda scene: scene.bodil.post("/alerts/ukendt/seen", None),
    "unknown-citizen": lambda scene: scene.bodil.get("/citizens/ukendt/plan"),
    "unknown-code": lambda scene: scene.start("AAAAA-AAAAA"),
    "expired-code": _expired,
    "used-code": _used,
    "text-too-long": lambda scene: scene.karla.say("x" * 5_000),
    "empty-text": lambda scene: scene.karla.say("  "),
    "nothing-to-share": lambda scene: scene.share(),
    "unknown-quote": lambda scene: scene.share(quotes=[77]),
    "text-needed": lambda scene: scene.review(act="ask"),
    "move-not-allowed": lambda scene: scene.karla.post(f"/goals/{scene.goal}/answer", {"act": "yes"}),
    "three-active": _three_active,
    "changed-meanwhile": _changed,
    "not-shared": lambda scene: scene.bodil.get(f"/conversations/{scene.karla.id}/shared-summary"),
    "bad-cursor": lambda scene: scene.bodil.get("/goals?cursor=pling"),
    "sign-in-refused": _sign_in,
    "sign-in-elsewhere": _elsewhere,
    "weak-password": _weak_password,
    "not-your-role": lambda scene: _as(scene, Role.PEER, "/invitations", {}),
    "unknown-account": lambda scene: _as(scene, Role.ADMIN, "/accounts/ukendt/end", None),
    "login-taken": _login_taken,
    "not-on-yourself": _on_oneself,
    "invalid-request": _foreign_numbers,
    "http-400": lambda scene: scene.client.post(
        "/api/v1/conversations", content=b"\xff{", headers={"content-type": "application/json"}),
    "http-401": lambda scene: scene.client.get("/api/v1/goals"),
    "http-404": lambda scene: scene.client.get("/api/v1/findes-ikke"),
    "http-405": lambda scene: scene.client.delete("/api/v1/goals"),
    "too-large": lambda scene: scene.client.post("/api/v1/conversations", content=b"x" * 2_000_000),
    "not-ready": _not_ready,
    "store-away": _store_away,
    "no-pdf": _no_pdf,
    "unexpected": _unexpected,
}
TRIED_ELSEWHERE = {"not-on-the-ruler", "no-session", "too-slow"}
"""The API's form refuses the first before the desk is asked (tests/heart/services/test_following_up.py); the second
comes on pages only (test_peers.py); the third needs a client that sends slowly (test_serving.py)."""

ONLY_ON_PAGES = {
    "sign-in-cancelled", "sign-in-unfinished", "no-fitting-role", "account-ended", "provider-away",
    "provider-says-too-little",
}
"""Said on the way back from an OpenID provider; tried with a real one in tests/oidc/."""


@pytest.fixture
def scene(
    client: TestClient, store: SqlStore, clock: Clock, rasa: FakeRasa, bodil: Bodil, karla: Karla,
    monkeypatch: pytest.MonkeyPatch,
) -> Scene:
    goal = confirm_goal(store, clock, karla.id)
    return Scene(client, store, clock, rasa, bodil, karla, goal, monkeypatch)


@pytest.mark.parametrize("kind", TRIES)
def test_every_error_of_the_table_comes_as_the_table_says(scene: Scene, kind: str) -> None:
    statuses = {error.kind: status for error, status in STATUS.items()} | {k: told[0] for k, told in OTHERS.items()}
    check_problem(TRIES[kind](scene), statuses[kind], kind)


def test_the_table_and_the_tries_name_the_same_errors() -> None:
    table = {error.kind for error in STATUS} | set(OTHERS)
    assert set(TRIES) | TRIED_ELSEWHERE | ONLY_ON_PAGES == table


def test_every_error_of_the_desk_has_a_status() -> None:
    assert set(DeskError.__subclasses__()) == set(STATUS)


def test_a_citizen_who_is_not_ones_own_is_unknown(scene: Scene, store: SqlStore, clock: Clock) -> None:
    other = invitations.add_staff(store, clock, "Bo")[0]
    theirs = new_citizen(store, clock, scene.client, other)
    for form in ("plan", "plan.html", "plan.pdf", "plan.ics", "goals.csv", "fhir"):
        check_problem(scene.bodil.get(f"/citizens/{theirs.citizen_id}/{form}"), 404, "unknown-citizen")
