# SPDX-License-Identifier: MPL-2.0
"""Headers on every answer, cookies as they should be, and forms that only our own pages can send."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.accounts import Role
from bot.settings import Settings
from bot.store.vault import derived_keys, new_key
from bot.store.work import SqlStore
from bot.web import cookies, csrf
from bot.web.headers import HEADERS, policy_for_paper
from tests.edges.houses import (
    WISH,
    Bodil,
    FakeRasa,
    Karla,
    check_problem,
    everything,
    move_in,
    new_account,
)
from tests.factories import Clock

TEMPLATES = Path(cookies.__file__).parent / "templates"
HERE, ELSEWHERE = {"Origin": "http://afsaet.test"}, {"Origin": "http://ond.test"}


@pytest.fixture
def bare(app: FastAPI, client: TestClient) -> TestClient:
    """A client that adds nothing of its own: no origin, no token."""
    return TestClient(app, base_url="http://afsaet.test", raise_server_exceptions=False, follow_redirects=False)


@pytest.fixture
def browser(bare: TestClient, karla: Karla) -> TestClient:
    """Karla's browser, seen as it is."""
    bare.cookies.set(cookies.TALK_COOKIE, karla.token)
    return bare


def token_on(page: Any) -> str:
    found = set(re.findall(rf'name="{csrf.FIELD}" value="([^"]+)"', page.text))
    assert len(found) == 1, "one token on all forms of a page"
    return str(found.pop())


# Headers


def answers(client: TestClient, bodil: Bodil, karla: Karla) -> dict[str, Any]:
    """An answer of each kind."""
    return {
        "page": client.get("/"), "talk": client.get("/samtale"), "not signed in": client.get("/konto"),
        "style": client.get("/static/afsaet.css"), "no style": client.get("/static/findes-ikke.css"),
        "docs": client.get("/api/docs"), "schema": client.get("/api/openapi.json"), "health": client.get("/health"),
        "api": karla.get(f"/conversations/{karla.id}"), "unknown": karla.get("/goals/findes-ikke"),
        "no method": client.delete("/"), "no route": client.get("/findes-ikke"),
        "no token": client.get("/api/v1/goals"),
        "too large": client.post("/start", content=b"x" * 500_001), "refused": client.post("/start", headers=ELSEWHERE),
        "bad": client.post("/api/v1/conversations", content=b"{"), "started": karla.say(WISH),
        "list": bodil.get("/goals"), "plan": bodil.get(f"/citizens/{karla.citizen_id}/plan.html"),
    }


def test_every_answer_has_every_header(client: TestClient, bodil: Bodil, karla: Karla) -> None:
    for name, answer in answers(client, bodil, karla).items():
        assert set(map(str.lower, HEADERS)) <= set(answer.headers), name
        assert "strict-transport-security" not in answer.headers, "an address without https can't promise it"


def test_an_error_nobody_foresaw_has_them_too(
    karla: Karla, rasa: FakeRasa, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: str) -> bool:
        raise RuntimeError

    monkeypatch.setattr(rasa, "send", broken)
    answer = karla.say(WISH)
    assert answer.status_code == 500 and set(map(str.lower, HEADERS)) <= set(answer.headers)
    assert answer.headers["cache-control"] == "no-store"


def test_only_style_and_pictures_are_kept_by_a_browser(client: TestClient, bodil: Bodil, karla: Karla) -> None:
    kept = {name for name, answer in answers(client, bodil, karla).items()
            if answer.headers["cache-control"] != "no-store"}
    assert kept == {"style"}


def test_no_policy_allows_a_script_or_style_in_the_page(client: TestClient, bodil: Bodil, karla: Karla) -> None:
    for name, answer in answers(client, bodil, karla).items():
        policy = answer.headers["content-security-policy"]
        assert "unsafe" not in policy and "http" not in policy and "*" not in policy, name
        assert policy.startswith("default-src 'none'") and "frame-ancestors 'none'" in policy


def test_the_paper_allows_its_own_style_and_nothing_else(bodil: Bodil, karla: Karla) -> None:
    answer = bodil.get(f"/citizens/{karla.citizen_id}/plan.html")
    policy = answer.headers["content-security-policy"]
    assert policy == policy_for_paper(answer.text) and "script-src" not in policy and "'sha256-" in policy
    assert policy_for_paper(answer.text.replace("14pt", "15pt")) != policy


def test_behind_https_browsers_are_told_to_stay_there(
    app: FastAPI, client: TestClient, store: SqlStore, clock: Clock, rasa: FakeRasa
) -> None:
    move_in(app, store, clock, rasa, Settings(public_url="https://afsaet.test", key=None))
    for path in ("/", "/health", "/static/afsaet.css", "/findes-ikke"):
        assert client.get(path).headers["strict-transport-security"] == "max-age=31536000"


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_no_template_holds_a_script_a_style_or_a_handler(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(r"<style|\sstyle=|\son\w+=|javascript:", text, re.IGNORECASE) is None
    assert all("src=" in script for script in re.findall(r"<script[^>]*>", text))
    assert re.findall(r"(?:src|href|action)=\"(?:https?:)?//", text) == []


# Cookies


@pytest.mark.parametrize("cookie", [cookies.TALK_COOKIE, cookies.FORM_COOKIE])
def test_behind_https_a_cookie_can_be_set_by_no_other_host(
    app: FastAPI, client: TestClient, store: SqlStore, clock: Clock, rasa: FakeRasa, bodil: Bodil, cookie: str
) -> None:
    code = bodil.post("/invitations", None).json()["code"]
    move_in(app, store, clock, rasa, Settings(public_url="https://afsaet.test", key=None))
    safe = TestClient(app, base_url="https://afsaet.test", follow_redirects=False)
    told = [safe.get("/").headers["set-cookie"]]
    token = token_on(safe.get("/"))
    told.append(safe.post("/start", data={"code": code, csrf.FIELD: token},
                          headers={"Origin": "https://afsaet.test"}).headers["set-cookie"])
    (given,) = [one for one in told if cookie in one]
    assert given.startswith(f"__Host-{cookie}=") and "; Secure" in given and "HttpOnly" in given
    assert "SameSite=lax" in given and "Path=/" in given and "Domain" not in given
    assert safe.get("/samtale").status_code == 200
    safe.cookies.set(cookie, "planted by another host of the same site")
    assert safe.get("/samtale").status_code == 200


def test_behind_https_a_cookie_without_the_prefix_opens_nothing(
    app: FastAPI, client: TestClient, store: SqlStore, clock: Clock, rasa: FakeRasa, karla: Karla
) -> None:
    move_in(app, store, clock, rasa, Settings(public_url="https://afsaet.test", key=None))
    client.cookies.set(cookies.TALK_COOKIE, karla.token)
    assert client.get("/samtale").headers["location"] == "/"


# Forms from elsewhere


@pytest.mark.parametrize("sent", [
    {}, ELSEWHERE, {"Origin": "null"}, {"Origin": "http://afsaet.test.ond.test"}, {"Origin": "http://afsaet.test:81"},
    {"Origin": "https://afsaet.test"}, {"Origin": "http://ond.test/http://afsaet.test"},
    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "cross-site", **HERE},
    {"Origin": "http://[::1"}, {"Origin": "http://afsaet.test:port"},
], ids=str)
@pytest.mark.parametrize(("path", "form"), [
    ("/samtale", {"text": WISH}), ("/mit-afsaet/del", {"quote": "1"}),
    ("/mit-afsaet/svar", {"goal": "x", "act": "take_back"}), ("/mit-afsaet/oenske", {"wish": "x"}),
    ("/log-ud", {}), ("/skrivebord/inviter", {}),
])
def test_a_form_of_another_site_does_nothing(
    browser: TestClient, store: SqlStore, clock: Clock, client: TestClient, rasa: FakeRasa, path: str,
    form: dict[str, str], sent: dict[str, str],
) -> None:
    browser.cookies.set(cookies.STAFF_COOKIE, new_account(store, clock, client, Role.BOSTOETTE).token)
    before = everything(store)
    answer = browser.post(path, data=form, headers=sent)
    assert answer.status_code == 403 and answer.headers["content-type"].startswith("text/html")
    assert everything(store) == before and rasa.heard == []
    assert "set-cookie" not in answer.headers


def test_what_another_site_wrote_is_not_shown_as_ours(browser: TestClient) -> None:
    page = browser.post("/samtale", data={"text": "Ring til 87 65 43 21"}, headers=ELSEWHERE)
    assert page.status_code == 403 and "87 65 43 21" not in page.text


@pytest.mark.parametrize("sent", [HERE, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {},
                                  {"Origin": "null"}], ids=str)
def test_the_form_of_our_own_page_is_taken_from_old_browsers_too(browser: TestClient, sent: dict[str, str]) -> None:
    token = token_on(browser.get("/samtale"))
    answer = browser.post("/samtale", data={"text": WISH, csrf.FIELD: token}, headers=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, "/samtale#nu")


def test_a_right_token_does_not_help_another_site(browser: TestClient) -> None:
    token = token_on(browser.get("/samtale"))
    assert browser.post("/samtale", data={"text": WISH, csrf.FIELD: token}, headers=ELSEWHERE).status_code == 403


@pytest.mark.parametrize("token", ["", "forkert", "å" * 43, "\x00", None])
def test_a_form_without_its_token_says_so_and_keeps_what_was_typed(
    browser: TestClient, store: SqlStore, token: str | None
) -> None:
    before = everything(store)
    form = {"text": "<b>mine ord</b>", "client_id": "c" * 32} | ({} if token is None else {csrf.FIELD: token})
    page = browser.post("/samtale", data=form, headers=HERE)
    assert page.status_code == 403 and everything(store) == before
    assert "blev ikke sendt" in page.text and 'href="/samtale"' in page.text and "12 34 56 78" in page.text
    assert html.escape("<b>mine ord</b>") in page.text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    again = browser.post("/samtale", data={"text": WISH, **hidden}, headers=HERE)
    assert again.headers["location"] == "/samtale#nu", "one press sends it"


def test_a_token_holds_in_two_tabs_after_a_restart_and_after_a_new_master_key(
    app: FastAPI, browser: TestClient
) -> None:
    one, other = token_on(browser.get("/samtale")), token_on(browser.get("/samtale"))
    assert one == other
    app.state.house = replace(app.state.house, form_keys=(b"a new key", *app.state.house.form_keys))
    for token in (one, token_on(browser.get("/samtale"))):
        answer = browser.post("/samtale", data={"text": WISH, csrf.FIELD: token}, headers=HERE)
        assert answer.status_code == 303


def test_a_token_of_another_browser_or_talk_does_not_fit(
    browser: TestClient, app: FastAPI, bodil: Bodil, karla: Karla
) -> None:
    stranger = TestClient(app, base_url="http://afsaet.test", follow_redirects=False)
    theirs = token_on(stranger.get("/"))
    assert browser.post("/samtale", data={"text": WISH, csrf.FIELD: theirs}, headers=HERE).status_code == 403
    mine = token_on(browser.get("/samtale"))
    code = bodil.post("/invitations", None).json()["code"]
    browser.post("/start", data={"code": code, csrf.FIELD: mine}, headers=HERE)
    stale = browser.post("/samtale", data={"text": WISH, csrf.FIELD: mine}, headers=HERE)
    assert stale.status_code == 403 and WISH in stale.text, "words for one talk never land in another"


def test_the_first_form_has_a_token_too(bare: TestClient, bodil: Bodil) -> None:
    code = bodil.post("/invitations", None).json()["code"]
    token = token_on(bare.get("/"))
    assert bare.post("/start", data={"code": code}).status_code == 403
    assert bare.post("/start", data={"code": code, csrf.FIELD: token}).headers["location"] == "/samtale"


@pytest.mark.parametrize("sent", [{}, ELSEWHERE, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}], ids=str)
def test_nobody_is_brought_into_anothers_talk_or_session_by_another_site(
    bare: TestClient, bodil: Bodil, store: SqlStore, sent: dict[str, str]
) -> None:
    code = bodil.post("/invitations", None).json()["code"]
    before = everything(store)
    assert bare.post("/start", data={"code": code}, headers=sent).status_code == 403
    assert bare.post("/log-ind", data={"login": "x"}, headers=sent).status_code == 403
    assert everything(store) == before and not bare.cookies


def test_a_program_with_a_token_needs_no_origin_and_a_browser_may_use_the_api_of_its_own_page(
    browser: TestClient, bodil: Bodil, karla: Karla
) -> None:
    body = {"text": WISH, "client_id": "11111111-2222-4333-8444-555555555555"}
    address = f"/api/v1/conversations/{karla.id}/messages"
    assert browser.post(address, json=body, headers=karla.headers).status_code == 200
    code = bodil.post("/invitations", None).json()["code"]
    for sent, status in ((ELSEWHERE, 403), ({}, 403), (HERE, 201)):
        answer = browser.post("/api/v1/conversations", json={"code": code}, headers=sent)
        assert answer.status_code == status
    check_problem(browser.post("/api/v1/conversations", json={"code": code}, headers=ELSEWHERE), 403, "foreign-form")


def test_behind_a_proxy_the_address_of_the_settings_counts(
    app: FastAPI, client: TestClient, store: SqlStore, clock: Clock, rasa: FakeRasa
) -> None:
    move_in(app, store, clock, rasa, Settings(public_url="https://afsaet.kommune.dk/", key=None))
    inside = TestClient(app, base_url="http://10.0.0.7:8080", follow_redirects=False)
    told = {origin: inside.post("/start", data={"code": "x"}, headers={"Origin": origin}).status_code
            for origin in ("https://afsaet.kommune.dk", "https://afsaet.kommune.dk:443", "https://kommune.dk",
                           "http://afsaet.kommune.dk", "http://10.0.0.7:8080")}
    assert list(told.values()) == [404, 404, 403, 403, 403]


def test_without_a_public_address_the_host_counts(
    app: FastAPI, client: TestClient, store: SqlStore, clock: Clock, rasa: FakeRasa
) -> None:
    move_in(app, store, clock, rasa, Settings(key=None))
    inside = TestClient(app, base_url="http://127.0.0.1:8080", follow_redirects=False)
    told = [inside.post("/start", data={"code": "x"}, headers={"Origin": origin}).status_code
            for origin in ("http://127.0.0.1:8080", "http://127.0.0.1:9", "http://ond.test")]
    assert told == [404, 403, 403]


def test_every_form_of_every_page_carries_its_token(
    client: TestClient, store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla, shared_goal: str
) -> None:
    bodil.post(f"/goals/{shared_goal}/review", {"act": "suggest", "wording": "Jeg ringer."})
    for cookie, token, paths in (
        (cookies.TALK_COOKIE, karla.token, ("/", "/samtale", "/log-ind", "/log-ind/ny")),
        (cookies.STAFF_COOKIE, bodil.token, ("/konto", "/skrivebord", f"/skrivebord/maal/{shared_goal}",
                                             f"/skrivebord/borger/{karla.citizen_id}")),
        (cookies.STAFF_COOKIE, new_account(store, clock, client, Role.ADMIN).token, ("/konti",)),
    ):
        client.cookies.clear()
        client.cookies.set(cookie, token)
        for path in paths:
            page = client.get(path)
            forms = re.findall(r"<form\b.*?</form>", page.text, re.DOTALL)
            assert page.status_code == 200 and forms, path
            assert all(re.search(r'method="post"', form) and csrf.FIELD in form for form in forms), path
            token_on(page)


def test_the_keys_of_forms_follow_from_the_master_keys_and_tell_nothing_of_them() -> None:
    first, second = new_key(), new_key()
    keys = derived_keys(f"{first}, {second}", "forms")
    assert keys == (*derived_keys(first, "forms"), *derived_keys(second, "forms"))
    assert derived_keys(first, "rates") != derived_keys(first, "forms")
    assert all(len(key) == 32 and key not in (first.encode(), second.encode()) for key in keys)
