# SPDX-License-Identifier: MPL-2.0
"""A citizen sees what is kept, takes back what was shared, and is deleted so that nothing of theirs is found again."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from bot.services import invitations, privacy
from bot.services.errors import UnknownCitizen
from bot.settings import now, settings
from bot.store.opening import bring_up_to_date, make_development_key, open_store
from bot.store.work import SqlStore
from tests.edges.houses import (
    WISH,
    WORDING,
    Bodil,
    Karla,
    check_problem,
    confirm_goal,
    everything,
    new_citizen,
    raw_bytes,
)
from tests.edges.terminal import afsaet
from tests.factories import Clock

BOTH = pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)


@pytest.fixture
def quote(karla: Karla) -> int:
    """The turn of something that Karla has said."""
    karla.say(WISH)
    return int(karla.turns()[-1]["turn"])


@BOTH
def test_what_is_taken_back_staff_no_longer_see(bodil: Bodil, karla: Karla, goal_id: str, quote: int) -> None:
    karla.post(f"/conversations/{karla.id}/share", {"goals": [goal_id], "quotes": [quote], "summary": True})
    assert bodil.get(f"/goals/{goal_id}").json()["quotes"]
    taken = karla.post(f"/conversations/{karla.id}/take-back", {"quotes": [quote], "summary": True})
    assert taken.status_code == 204 and not taken.content
    assert bodil.get(f"/goals/{goal_id}").json()["quotes"] == []
    check_problem(bodil.get(f"/conversations/{karla.id}/shared-summary"), 404, "not-shared")
    assert bodil.get(f"/goals/{goal_id}").json()["wording"] == WORDING, "the goal itself is still shared"


def test_the_record_says_that_something_was_taken_back_and_not_what(store: SqlStore, karla: Karla, quote: int) -> None:
    karla.post(f"/conversations/{karla.id}/share", {"quotes": [quote]})
    karla.post(f"/conversations/{karla.id}/take-back", {"quotes": [quote]})
    lines = [row[2:6] for row in everything(store)["audit"]]
    assert (f"citizen:{karla.citizen_id}", "quotes.take_back", karla.id, "") in lines
    check_problem(karla.post(f"/conversations/{karla.id}/take-back", {}), 422, "nothing-to-share")


@BOTH
def test_a_citizen_sees_everything_that_is_kept_and_when_staff_looked(
    bodil: Bodil, karla: Karla, goal_id: str, quote: int
) -> None:
    karla.post(f"/conversations/{karla.id}/share", {"goals": [goal_id], "quotes": [quote]})
    bodil.get(f"/goals/{goal_id}")
    data = karla.get(f"/conversations/{karla.id}/data").json()
    assert [talk["id"] for talk in data["talks"]] == [karla.id] and data["talks"][0]["shared_quotes"] == [quote]
    assert WISH in [turn["said"] for turn in data["talks"][0]["turns"]]
    assert [goal["id"] for goal in data["goals"]] == [goal_id] and data["goals"][0]["hints"] == []
    assert ("goal.read", "review") in [(one["act"], one["purpose"]) for one in data["look_ups"]]
    assert bodil.staff.id not in json.dumps(data["look_ups"]) and bodil.staff.name not in json.dumps(data)


def test_nobody_else_sees_a_citizens_data(
    store: SqlStore, clock: Clock, client: TestClient, bodil: Bodil, karla: Karla, quote: int
) -> None:
    other = new_citizen(store, clock, client, bodil.staff)
    for path, body in (("data", None), ("take-back", {"quotes": [quote]}), ("deletion", {"reason": ""})):
        call = (lambda who, p=path: who.get(f"/conversations/{karla.id}/{p}")) if body is None else (
            lambda who, p=path, b=body: who.post(f"/conversations/{karla.id}/{p}", b))
        check_problem(call(other), 404, "unknown-conversation")
        check_problem(call(bodil), 401)
    assert WISH not in json.dumps(other.get(f"/conversations/{other.id}/data").json())


@BOTH
def test_a_request_for_deletion_is_kept_once_with_a_months_time(store: SqlStore, clock: Clock, karla: Karla) -> None:
    first = karla.post(f"/conversations/{karla.id}/deletion", {"reason": "jeg flytter til Skagen"})
    assert first.status_code == 202 and first.json()["due_on"] == (clock().date() + timedelta(days=30)).isoformat()
    clock.later(days=3)
    assert karla.post(f"/conversations/{karla.id}/deletion", {"reason": "igen"}).json() == first.json()
    assert [one.citizen_id for one in privacy.open_requests(store)] == [karla.citizen_id]
    assert b"Skagen" not in raw_bytes(store)


@BOTH
def test_after_the_deletion_nothing_of_the_citizens_is_found(
    store: SqlStore, clock: Clock, client: TestClient, bodil: Bodil, karla: Karla, quote: int
) -> None:
    goal = confirm_goal(store, clock, karla.id)
    karla.post(f"/conversations/{karla.id}/share", {"goals": [goal], "quotes": [quote], "summary": True})
    karla.post(f"/conversations/{karla.id}/deletion", {"reason": "nu"})
    other = new_citizen(store, clock, client, bodil.staff)
    other.say(WISH)
    sealed = [row for name, rows in everything(store).items() if name != "audit" for row in rows
              if karla.citizen_id in row or karla.id in row or goal in row]
    secrets = [value for row in sealed for value in row if isinstance(value, bytes) and len(value) > 20]
    before = everything(store)
    receipt = privacy.delete_citizen(store, clock, karla.citizen_id, "console")
    after, raw = everything(store), raw_bytes(store)
    assert receipt.rows["turn"] >= 2 and receipt.rows["goal"] == 1 and receipt.rows["citizen"] == 1
    assert secrets and not [secret for secret in secrets if secret in raw], "not even sealed"
    for name, rows in after.items():
        if name != "audit":
            assert not [row for row in rows if karla.citizen_id in row or karla.id in row or goal in row], name
    assert {row for row in before["turn"] if other.id in row} == set(after["turn"]), "nobody else lost anything"
    check_problem(karla.get(f"/conversations/{karla.id}"), 401)
    check_problem(bodil.get(f"/goals/{goal}"), 404)
    with pytest.raises(UnknownCitizen):
        privacy.delete_citizen(store, clock, karla.citizen_id, "console")


def test_the_command_asks_first_and_prints_a_receipt_without_words(folder: Path) -> None:
    make_development_key(settings())
    store = open_store(settings())
    bring_up_to_date(store)
    staff, _ = invitations.add_staff(store, now, "Bodil")
    citizen = invitations.invite(store, now, staff, 14, called="Karla").citizen_id
    kept = everything(store)
    assert afsaet("citizen", "delete", citizen, given="n\n").exit_code != 0 and everything(store) == kept
    told = afsaet("citizen", "delete", citizen, "--yes")
    assert told.exit_code == 0 and "borger" in told.stdout and "nøgle" in told.stdout and "Karla" not in told.stdout
    assert everything(store)["citizen"] == [] and len(everything(store)["staff"]) == 1
    again = afsaet("citizen", "delete", citizen, "--yes")
    assert again.exit_code == 1 and "there is no citizen" in again.stderr
    store.engine.dispose()
