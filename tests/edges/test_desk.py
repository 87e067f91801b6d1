# SPDX-License-Identifier: MPL-2.0
"""The bostøtte's desk over HTTP: what waits, a citizen, a goal, an answer; nothing of those who are not theirs."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from bot.accounts import Role
from bot.codebook import Safety
from bot.records import Alert
from bot.services import accounts
from bot.store.work import SqlStore
from bot.web.callers import STAFF_COOKIE
from tests.edges.houses import ACUTE, WISH, WORDING, Bodil, Karla, new_account
from tests.factories import Clock

FORM = {"Origin": "http://afsaet.test"}


@pytest.fixture
def at_desk(client: TestClient, store: SqlStore, clock: Clock, karla: Karla, shared_goal: str) -> Bodil:
    """A bostøtte of Karla's, signed in with this browser."""
    somebody = new_account(store, clock, client, Role.BOSTOETTE)
    accounts.relate(store, clock, accounts.CONSOLE, somebody.staff.id, karla.citizen_id)
    client.cookies.set(STAFF_COOKIE, somebody.token)
    return somebody


def act(client: TestClient, goal: str, version: int, **fields: str) -> Any:
    return client.post(f"/skrivebord/maal/{goal}", data={"version": str(version), **fields}, headers=FORM)


def version_of(somebody: Bodil, goal: str) -> int:
    return int(somebody.get(f"/goals/{goal}").json()["version"])


def test_the_desk_shows_what_waits_for_me(client: TestClient, at_desk: Bodil, shared_goal: str) -> None:
    page = client.get("/skrivebord").text
    assert WORDING in page and WISH in page and "Delt med dig" in page and f"/skrivebord/maal/{shared_goal}" in page


def test_an_alert_stands_first_until_it_is_seen(
    client: TestClient, at_desk: Bodil, store: SqlStore, clock: Clock, karla: Karla
) -> None:
    with store() as work:
        work.alerts.add(Alert("alarm", karla.citizen_id, karla.id, 1, Safety.ACUTE, clock()))
    page = client.get("/skrivebord").text
    assert page.index("fare lige nu") < page.index("Din tur")
    assert client.post("/skrivebord/besked/alarm", headers=FORM).headers["location"] == "/skrivebord"
    assert "fare lige nu" not in client.get("/skrivebord").text


def test_a_goal_is_agreed_to_and_waits_for_the_citizen(client: TestClient, at_desk: Bodil, shared_goal: str) -> None:
    assert "Ja, sådan" in client.get(f"/skrivebord/maal/{shared_goal}").text
    answer = act(client, shared_goal, version_of(at_desk, shared_goal), act="agree")
    assert answer.status_code == 303
    page = client.get(f"/skrivebord/maal/{shared_goal}").text
    assert "Nu er det borgerens tur" in page and "Ja, sådan" not in page


def test_another_wording_shows_its_difference(client: TestClient, at_desk: Bodil, shared_goal: str) -> None:
    other = WORDING.replace("torsdag", "fredag")
    act(client, shared_goal, version_of(at_desk, shared_goal), act="suggest", wording=other, reason="Passer det?")
    page = client.get(f"/skrivebord/maal/{shared_goal}").text
    assert "<del>torsdag.</del>" in page and "<ins>fredag.</ins>" in page and "Passer det?" in page


def test_an_error_keeps_what_was_typed(client: TestClient, at_desk: Bodil, shared_goal: str) -> None:
    answer = act(client, shared_goal, version_of(at_desk, shared_goal), act="ask", reason=" ")
    assert answer.status_code == 422
    stale = act(client, shared_goal, 1, act="suggest", wording="Jeg går en tur.", reason="Måske sådan")
    assert stale.status_code == 412 and "Jeg går en tur." in stale.text and "Måske sådan" in stale.text


def test_a_follow_up_takes_danish_numbers_and_says_what_is_none(
    client: TestClient, at_desk: Bodil, karla: Karla, shared_goal: str
) -> None:
    act(client, shared_goal, version_of(at_desk, shared_goal), act="agree")
    karla.post(f"/goals/{shared_goal}/answer", {"act": "yes"})
    version = version_of(at_desk, shared_goal)
    wrong = act(client, shared_goal, version, act="follow_up", score="mange", reason="Det gik")
    assert wrong.status_code == 422 and "0 til 10" in wrong.text and "Det gik" in wrong.text
    assert act(client, shared_goal, version, act="follow_up", score="7,5", reason="Det gik").status_code == 303
    assert "<td>7,5</td>" in client.get(f"/skrivebord/maal/{shared_goal}").text
    assert "<strong>7,5</strong>" in client.get(f"/skrivebord/borger/{karla.citizen_id}").text


def test_a_citizens_page_has_the_wishes_on_top(client: TestClient, at_desk: Bodil, karla: Karla) -> None:
    page = client.get(f"/skrivebord/borger/{karla.citizen_id}").text
    assert page.index(WISH) < page.index(WORDING)


def test_a_citizens_page_has_what_else_they_shared_and_why_the_program_asked(
    client: TestClient, at_desk: Bodil, karla: Karla
) -> None:
    said = "Jeg savner at spise sammen med nogen"
    karla.say(said)
    number = karla.turns()[-1]["turn"]
    shared = karla.post(f"/conversations/{karla.id}/share", {"goals": [], "quotes": [number], "summary": True})
    assert shared.status_code == 200, shared.text
    page = client.get(f"/skrivebord/borger/{karla.citizen_id}").text
    assert f"»{said}«" in page and "Samtalen i korte træk" in page
    why = client.get(f"/skrivebord/samtale/{karla.id}").text
    assert "Hvorfor spurgte programmet" in why and said not in why and "Borgeren" in why


def test_when_to_look_again_is_chosen_and_an_end_is_asked_about_twice(
    client: TestClient, at_desk: Bodil, karla: Karla, shared_goal: str
) -> None:
    act(client, shared_goal, version_of(at_desk, shared_goal), act="agree")
    karla.post(f"/goals/{shared_goal}/answer", {"act": "yes"})
    page = client.get(f"/skrivebord/maal/{shared_goal}").text
    assert page.index("Ja, det er nået") > page.index("<summary>Målet er nået</summary>")
    version = version_of(at_desk, shared_goal)
    assert act(client, shared_goal, version, act="follow_up", score="7", due="2026-02-30").status_code == 422
    assert act(client, shared_goal, version, act="follow_up", score="7", due="2026-03-09").status_code == 303
    assert at_desk.get(f"/goals/{shared_goal}").json()["due_on"] == "2026-03-09"
    act(client, shared_goal, version_of(at_desk, shared_goal), act="reach")
    assert "Slut" in client.get(f"/skrivebord/borger/{karla.citizen_id}").text


def test_every_page_of_staff_tells_that_an_alert_waits(client: TestClient, at_desk: Bodil, karla: Karla) -> None:
    assert "venter" not in client.get("/skrivebord/varsler").text
    karla.say(ACUTE)
    assert "En besked om fare venter" in client.get("/skrivebord/varsler").text
    assert 'data-poll="/skrivebord/varsler"' in client.get("/konto").text


def test_a_citizen_gets_another_name(client: TestClient, at_desk: Bodil, karla: Karla) -> None:
    client.post(f"/skrivebord/borger/{karla.citizen_id}/navn", data={"called": "Karla fra stuen"}, headers=FORM)
    assert "<h1>Karla fra stuen</h1>" in client.get(f"/skrivebord/borger/{karla.citizen_id}").text


def test_a_card_says_whom_it_is_for_and_whom_it_is_from(client: TestClient, at_desk: Bodil) -> None:
    card = client.post("/skrivebord/inviter", data={"called": "Kalle"}, headers=FORM).text
    assert "Koden er til Kalle" in card and f"Hilsen {at_desk.staff.name}" in card and "data-print" in card


def test_a_card_with_a_code_can_be_printed(client: TestClient, at_desk: Bodil, karla: Karla) -> None:
    card = client.post("/skrivebord/inviter", data={"called": "Kalle"}, headers=FORM)
    assert card.status_code == 200 and "<svg" in card.text and "?kode=" not in card.text
    assert "Kalle" in client.get("/skrivebord").text
    assert client.post("/skrivebord/inviter", data={"citizen": karla.citizen_id}, headers=FORM).status_code == 200
    assert client.post("/skrivebord/inviter", data={"citizen": "ukendt"}, headers=FORM).status_code == 404


def test_somebody_elses_citizen_and_goal_are_not_there(
    client: TestClient, store: SqlStore, clock: Clock, karla: Karla, shared_goal: str
) -> None:
    client.cookies.set(STAFF_COOKIE, new_account(store, clock, client, Role.BOSTOETTE).token)
    for path in (f"/skrivebord/borger/{karla.citizen_id}", f"/skrivebord/maal/{shared_goal}",
                 f"/skrivebord/borger/{karla.citizen_id}/plan"):
        page = client.get(path)
        assert page.status_code == 404 and WISH not in page.text and WORDING not in page.text
    assert WORDING not in client.get("/skrivebord").text


@pytest.mark.parametrize("role", [Role.PEER, Role.LEDER, Role.ADMIN])
def test_other_roles_are_told_that_the_desk_is_not_theirs(
    client: TestClient, store: SqlStore, clock: Clock, role: Role
) -> None:
    client.cookies.set(STAFF_COOKIE, new_account(store, clock, client, role).token)
    page = client.get("/skrivebord")
    assert page.status_code == 403 and "din rolle" in page.text
