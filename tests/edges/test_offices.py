# SPDX-License-Identifier: MPL-2.0
"""The pages of a leder and of who keeps accounts."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from bot.accounts import Role
from bot.store.work import SqlStore
from bot.web.callers import STAFF_COOKIE
from tests.edges.houses import NAME_OF_BODIL, WISH, WORDING, Bodil, Karla, new_account
from tests.factories import Clock

FORM = {"Origin": "http://afsaet.test"}


@pytest.fixture
def admin(client: TestClient, store: SqlStore, clock: Clock) -> Bodil:
    """Who keeps accounts, signed in with this browser."""
    somebody = new_account(store, clock, client, Role.ADMIN)
    client.cookies.set(STAFF_COOKIE, somebody.token)
    return somebody


def test_a_leder_sees_numbers_and_look_ups_and_no_words(
    client: TestClient, store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla, shared_goal: str
) -> None:
    bodil.get(f"/goals/{shared_goal}")
    client.cookies.set(STAFF_COOKIE, new_account(store, clock, client, Role.LEDER).token)
    page = client.get("/overblik").text
    assert "under 5" in page and "læste et delt delmål" in page and shared_goal[:8] in page
    assert WISH not in page and WORDING not in page and NAME_OF_BODIL not in page


def test_an_account_is_made_and_its_code_shown_once(client: TestClient, admin: Bodil) -> None:
    made = client.post("/konti", data={"name": "Ib Peer", "login": "ib", "role": "peer"}, headers=FORM)
    assert made.status_code == 200
    code = re.search(r"<strong>([A-Z2-9]{5}-[A-Z2-9]{5})</strong>", made.text)
    assert code and code[1] not in client.get("/konti").text
    taken = client.post("/konti", data={"name": "En anden", "login": "IB", "role": "peer"}, headers=FORM)
    assert taken.status_code == 409 and "En anden" in taken.text


def test_an_account_gets_another_role_a_new_code_and_an_end(
    client: TestClient, admin: Bodil, store: SqlStore, clock: Clock
) -> None:
    other = new_account(store, clock, client, Role.PEER)
    path = f"/konti/{other.staff.id}"
    assert client.post(path, data={"act": "role", "role": "bostoette"}, headers=FORM).status_code == 303
    with store.reading() as work:
        assert work.accounts.get(other.staff.id).staff.role is Role.BOSTOETTE
    assert "Engangskode" in client.post(path, data={"act": "start-over"}, headers=FORM).text
    assert client.post(path, data={"act": "end"}, headers=FORM).status_code == 303
    assert "Afsluttet" in client.get("/konti").text


def test_nobody_ends_their_own_account_on_the_page_either(client: TestClient, admin: Bodil) -> None:
    own = client.post(f"/konti/{admin.staff.id}", data={"act": "end"}, headers=FORM)
    assert own.status_code == 409 and "din egen konto" in own.text
