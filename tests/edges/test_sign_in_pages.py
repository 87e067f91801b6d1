# SPDX-License-Identifier: MPL-2.0
"""Signing in over HTTP: the pages and the API; and what an attacker would try, each refused."""

from __future__ import annotations

import re
from typing import Any

import pyotp
import pytest
from fastapi.testclient import TestClient

from bot.accounts import Role
from bot.services import accounts
from bot.services.accounts import Made
from bot.settings import Settings
from bot.store.work import SqlStore
from bot.web.cookies import STAFF_COOKIE
from tests.edges.houses import Bodil, Karla, check_problem, new_account, raw_bytes
from tests.factories import Clock

PASSWORD = "kaffe cykel måne torsdag"
FORM = {"Origin": "http://afsaet.test"}


@pytest.fixture
def made(store: SqlStore, clock: Clock, client: TestClient) -> Made:
    """An account with its one-time code."""
    return accounts.add(store, clock, accounts.CONSOLE, "Bodil Hansen", "bodil", Role.BOSTOETTE)


def set_up(client: TestClient, made: Made, clock: Clock) -> str:
    """The authenticator's secret of an account that is now ready; the clock is a minute on."""
    told = client.post("/api/v1/sign-in/setup", json={
        "login": made.login, "setup_code": made.setup_code, "password": PASSWORD})
    secret = pyotp.parse_uri(told.json()["otpauth"]).secret
    begun = client.post("/api/v1/sign-in/setup/confirm", json={
        "login": made.login, "setup_code": made.setup_code, "code": pyotp.TOTP(secret).at(clock())})
    assert begun.status_code == 201
    clock.later(minutes=1)
    return str(secret)


def sign_in(client: TestClient, clock: Clock, secret: str, **changes: str) -> Any:
    """One try at the API."""
    body = {"login": "bodil", "password": PASSWORD, "code": pyotp.TOTP(secret).at(clock()), **changes}
    return client.post("/api/v1/sign-in", json=body)


def form(client: TestClient, path: str, **fields: str) -> Any:
    """One form of a page."""
    return client.post(path, data=fields, headers=FORM)


def test_an_account_is_set_up_and_signed_in_on_the_pages(client: TestClient, made: Made, clock: Clock) -> None:
    page = form(client, "/log-ind/ny", login="bodil", setup_code=made.setup_code, password=PASSWORD)
    assert page.status_code == 200 and "<svg" in page.text
    secret = re.search(r"<strong>([A-Z2-7 ]+)</strong>", page.text)
    assert secret
    code = pyotp.TOTP(secret[1].replace(" ", "")).at(clock())
    inside = form(client, "/log-ind/ny/bekraeft", login="bodil", setup_code=made.setup_code, code=code)
    assert (inside.status_code, inside.headers["location"]) == (303, "/konto")
    assert "Bodil Hansen" in client.get("/konto").text and "Bostøtte" in client.get("/konto").text
    assert form(client, "/log-ud").headers["location"] == "/log-ind"
    assert client.get("/konto").headers["location"] == "/log-ind"
    clock.later(seconds=30)
    again = form(client, "/log-ind", login="bodil", password=PASSWORD,
                 code=pyotp.TOTP(secret[1].replace(" ", "")).at(clock()))
    assert again.headers["location"] == "/konto"


def test_the_cookie_of_staff_is_hidden_from_scripts_and_ends_with_the_session(
    client: TestClient, made: Made, clock: Clock
) -> None:
    secret = set_up(client, made, clock)
    answer = form(client, "/log-ind", login="bodil", password=PASSWORD, code=pyotp.TOTP(secret).at(clock()))
    cookie = answer.headers["set-cookie"].casefold()
    assert "httponly" in cookie and "samesite=lax" in cookie and "max-age=36000" in cookie


def test_a_failed_form_says_so_keeps_the_name_and_never_the_password(client: TestClient, made: Made) -> None:
    page = form(client, "/log-ind", login="bodil", password="hemmeligt ord her", code="123456")
    assert page.status_code == 401 and 'value="bodil"' in page.text and "hemmeligt ord her" not in page.text
    assert "passer ikke" in page.text


def test_a_weak_password_keeps_what_was_typed(client: TestClient, made: Made) -> None:
    page = form(client, "/log-ind/ny", login="bodil", setup_code=made.setup_code, password="kort")
    assert page.status_code == 422 and made.setup_code in page.text and "12 tegn" in page.text


def test_an_admin_makes_gives_and_ends_accounts(
    client: TestClient, store: SqlStore, clock: Clock, karla: Karla
) -> None:
    admin = new_account(store, clock, client, Role.ADMIN)
    ib = admin.post("/accounts", {"name": "Ib", "login": "ib", "role": "bostoette"}).json()
    assert [one["is_set_up"] for one in admin.get("/accounts").json() if one["id"] == ib["id"]] == [False]
    put = client.put(f"/api/v1/accounts/{ib['id']}/citizens/{karla.citizen_id}", headers=admin.headers)
    assert put.status_code == 204
    assert admin.post(f"/accounts/{ib['id']}/role", {"role": "leder"}).json()["role"] == "leder"
    assert admin.post(f"/accounts/{ib['id']}/end", None).json()["ended_at"]
    check_problem(client.put(f"/api/v1/accounts/{ib['id']}/citizens/{karla.citizen_id}", headers=admin.headers), 404,
                  "unknown-account")


def test_an_admin_sees_no_citizens_name_and_no_words(
    client: TestClient, store: SqlStore, clock: Clock, karla: Karla, bodil: Bodil
) -> None:
    admin = new_account(store, clock, client, Role.ADMIN)
    for path in ("/goals", "/citizens", f"/citizens/{karla.citizen_id}/plan", "/changes", "/alerts", "/figures"):
        check_problem(admin.get(path), 403, "not-your-role")


def test_a_leder_sees_figures_without_small_numbers_and_spot_checks(
    client: TestClient, store: SqlStore, clock: Clock, karla: Karla, bodil: Bodil
) -> None:
    leder = new_account(store, clock, client, Role.LEDER)
    bodil.get("/goals")
    told = leder.get("/figures").json()
    assert (told["citizens"], told["talks"], told["least"]) == (None, None, 5)
    assert told["goals"]["active"] == 0 and "draft" not in told["goals"]
    audit = leder.get("/audit?lines=100").json()
    assert {"kind": "citizen", "act": "conversation.open", "times": 1} in audit["done"]
    assert all(line["actor"].startswith("staff:") for line in audit["look_ups"])


# What an attacker would try


def test_a_session_that_was_planted_before_is_not_taken_over(client: TestClient, made: Made, clock: Clock) -> None:
    secret = set_up(client, made, clock)
    client.cookies.set(STAFF_COOKIE, "planted")
    answer = form(client, "/log-ind", login="bodil", password=PASSWORD, code=pyotp.TOTP(secret).at(clock()))
    given = re.search(rf"{STAFF_COOKIE}=([^;]+)", answer.headers["set-cookie"])
    assert given and given[1] != "planted"
    client.cookies.clear()
    client.cookies.set(STAFF_COOKIE, "planted")
    assert client.get("/konto").headers["location"] == "/log-ind"


def test_a_one_time_code_works_once_over_http_too(client: TestClient, made: Made, clock: Clock) -> None:
    secret = set_up(client, made, clock)
    assert sign_in(client, clock, secret).status_code == 201
    check_problem(sign_in(client, clock, secret), 401, "sign-in-refused")


def test_a_setup_code_works_once(client: TestClient, made: Made, clock: Clock) -> None:
    set_up(client, made, clock)
    again = client.post("/api/v1/sign-in/setup", json={
        "login": "bodil", "setup_code": made.setup_code, "password": PASSWORD})
    check_problem(again, 401, "sign-in-refused")


def test_guessing_one_time_codes_locks_the_account_before_it_pays(client: TestClient, made: Made, clock: Clock) -> None:
    secret = set_up(client, made, clock)
    right = pyotp.TOTP(secret).at(clock())
    wrong = [f"{number:06}" for number in range(20) if f"{number:06}" != right]
    for code in wrong:
        check_problem(sign_in(client, clock, secret, code=code), 401, "sign-in-refused")
    check_problem(sign_in(client, clock, secret), 401, "sign-in-refused")
    clock.later(minutes=16)
    assert sign_in(client, clock, secret).status_code == 201, "the owner comes in again after at most 15 minutes"


def test_known_and_unknown_accounts_are_refused_in_the_same_words(client: TestClient, made: Made, clock: Clock) -> None:
    secret = set_up(client, made, clock)
    known = sign_in(client, clock, secret, password="forkert hest batteri")
    unknown = sign_in(client, clock, secret, login="ingen")
    assert (known.status_code, known.json()) == (unknown.status_code, unknown.json())


def test_a_stale_role_is_refused_at_once(client: TestClient, store: SqlStore, clock: Clock, bodil: Bodil) -> None:
    admin = new_account(store, clock, client, Role.ADMIN)
    once = new_account(store, clock, client, Role.BOSTOETTE)
    assert once.get("/citizens").status_code == 200
    admin.post(f"/accounts/{once.staff.id}/role", {"role": "peer"})
    check_problem(once.get("/citizens"), 401)
    admin.post(f"/accounts/{bodil.staff.id}/role", {"role": "peer"})
    check_problem(bodil.get("/citizens"), 403, "not-your-role")


def test_an_ended_relation_closes_every_door_at_once(
    client: TestClient, store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla, shared_goal: str
) -> None:
    admin = new_account(store, clock, client, Role.ADMIN)
    assert bodil.get(f"/goals/{shared_goal}").status_code == 200
    gone = client.delete(f"/api/v1/accounts/{bodil.staff.id}/citizens/{karla.citizen_id}", headers=admin.headers)
    assert gone.status_code == 204
    check_problem(bodil.get(f"/goals/{shared_goal}"), 404, "unknown-goal")
    assert bodil.get("/goals").json() == [] and bodil.get("/citizens").json() == []


def test_a_hash_from_the_database_opens_nothing(client: TestClient, store: SqlStore, made: Made, clock: Clock) -> None:
    secret = set_up(client, made, clock)
    token = sign_in(client, clock, secret).json()["token"]
    assert client.get("/api/v1/me", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    kept = re.findall(rb"[0-9a-f]{64}", raw_bytes(store))
    assert kept and token.encode() not in raw_bytes(store)
    for one in {hashed.decode() for hashed in kept}:
        check_problem(client.get("/api/v1/me", headers={"Authorization": f"Bearer {one}"}), 401)


def test_password_secret_and_login_name_do_not_stand_readable_in_the_store(
    client: TestClient, store: SqlStore, made: Made, clock: Clock
) -> None:
    secret = set_up(client, made, clock)
    held = raw_bytes(store)
    assert b"bodil" not in held.lower() and secret.encode() not in held and b"argon2" not in held


def test_at_an_openid_provider_nobody_signs_in_by_password(
    client: TestClient, made: Made, clock: Clock, settings: Settings
) -> None:
    secret = set_up(client, made, clock)
    settings.auth = "oidc"
    check_problem(sign_in(client, clock, secret), 409, "sign-in-elsewhere")
    page = form(client, "/log-ind", login="bodil", password=PASSWORD, code=pyotp.TOTP(secret).at(clock()))
    assert (page.status_code, page.headers["location"]) == (303, "/log-ind")
    assert "/log-ind/oidc" in client.get("/log-ind").text


@pytest.mark.parametrize(("demo", "host", "public", "to"), [
    (True, "127.0.0.1", None, "/skrivebord"), (False, "127.0.0.1", None, "/log-ind"),
    (True, "0.0.0.0", None, "/log-ind"), (True, "127.0.0.1", "https://afsaet.example", "/log-ind"),
])
def test_demo_staff_sign_in_only_in_a_demo_on_this_machine(
    client: TestClient, store: SqlStore, clock: Clock, settings: Settings, demo: bool, host: str, public: str | None,
    to: str,
) -> None:
    accounts.add(store, clock, accounts.CONSOLE, "Demo", accounts.DEMO, Role.BOSTOETTE)
    settings.demo, settings.host = demo, host
    if public is None:
        settings.public_url = None
    assert form(client, "/log-ind/demo").headers["location"] == to
    assert ("demo-bostøtte" in client.get("/log-ind").text) is (to == "/skrivebord")
    assert (client.get("/konto").status_code == 200) is (to == "/skrivebord")
