# SPDX-License-Identifier: MPL-2.0
"""People sign in at a real OpenID provider: through its own form, into the role that it gives them."""

from __future__ import annotations

import html
import os
import re
from datetime import timedelta
from typing import Any

import pytest

from bot.accounts import Role
from bot.services import accounts, sign_in
from bot.settings import settings
from bot.web.callers import STAFF_COOKIE
from tests.oidc.browsing import Browser, query_of
from tests.oidc.conftest import Place


def is_in(browser: Browser) -> str | None:
    """The role with which somebody is signed in; None if nobody is."""
    page = browser.get("/konto")
    if page.is_redirect:
        assert page.headers["location"] == "/log-ind"
        return None
    found = re.search(r"Du er logget ind som <strong>(.+)</strong>", page.text)
    assert found
    return found[1]


def test_the_first_sign_in_makes_an_account_and_the_second_finds_it(place: Place) -> None:
    assert "Leif Ærø" not in place.accounts()
    first, second = place.browser(), place.browser()
    assert first.sign_in("leif").headers["location"] == "/konto"
    made = place.accounts()["Leif Ærø"]
    assert (made.staff.role, made.login, made.password, is_in(first)) == (Role.LEDER, "", "", "Leder")
    assert second.sign_in("leif").headers["location"] == "/konto"
    assert [one.staff.id for one in accounts.listed(place.house.store) if one.staff.name == "Leif Ærø"] == [
        made.staff.id]
    assert is_in(first) == is_in(second) == "Leder"


def test_a_role_that_changes_at_the_provider_changes_here_and_ends_old_sessions(place: Place) -> None:
    before, after = place.browser(), place.browser()
    before.sign_in("bodil")
    assert is_in(before) == "Bostøtte"
    place.provider.put_in_groups("bodil", "Afsaet-Leder")
    after.sign_in("bodil")
    assert is_in(after) == "Leder" and is_in(before) is None
    assert place.accounts()["Bodil Hansen"].staff.role is Role.LEDER


def test_a_role_that_is_taken_away_at_the_provider_ends_old_sessions_too(place: Place) -> None:
    before, after = place.browser(), place.browser()
    before.sign_in("bodil")
    place.provider.put_in_groups("bodil", "Alle")
    assert after.sign_in("bodil").status_code == 403
    assert is_in(before) is None and is_in(after) is None


@pytest.mark.parametrize("login", ["ulla", "bo"], ids=["no role", "two roles"])
def test_who_has_not_exactly_one_role_is_refused_calmly(place: Place, login: str) -> None:
    browser = place.browser()
    page = browser.sign_in(login)
    assert page.status_code == 403 and "it-afdeling" in page.text and 'role="alert"' in page.text
    assert browser.cookie(STAFF_COOKIE) is None and is_in(browser) is None
    assert not {"Ulla Udenfor", "Bo Begge"} & set(place.accounts())


def test_an_account_that_was_ended_here_stays_ended(place: Place) -> None:
    place.browser().sign_in("leif")
    accounts.end(place.house.store, place.house.clock, accounts.CONSOLE, place.accounts()["Leif Ærø"].staff.id)
    try:
        again = place.browser()
        page = again.sign_in("leif")
        assert page.status_code == 403 and "lukket" in page.text and is_in(again) is None
    finally:
        with place.house.store() as work:
            account = work.accounts.locked(place.accounts()["Leif Ærø"].staff.id)
            assert account
            account.ended_at = None
            work.accounts.save(account)


def test_without_a_name_from_the_provider_nobody_comes_in(place: Place) -> None:
    assert place.house.provider
    wanted = place.house.provider.wanted
    place.with_provider(wanted=type(wanted)("nickname", wanted.role_claim, wanted.roles))
    browser = place.browser()
    page = browser.sign_in("bodil")
    assert page.status_code == 503 and "dit navn" in page.text and is_in(browser) is None


def test_who_says_no_at_the_provider_is_led_back_in_words_of_ours(place: Place) -> None:
    browser = place.browser()
    answer = browser.sign_in("nina", consent="deny")
    assert answer.headers["location"] == "/log-ind?besked=sign-in-cancelled"
    page = browser.get(answer.headers["location"])
    assert "Prøv igen, når du er klar." in page.text and "access_denied" not in page.text
    assert is_in(browser) is None and "Nina Nej" not in place.accounts()
    assert browser.sign_in("nina").headers["location"] == "/konto"


def test_a_session_from_the_provider_ends_as_others_do(place: Place, later: Any) -> None:
    browser = place.browser()
    browser.sign_in("bodil")
    later(timedelta(minutes=29))
    assert is_in(browser) == "Bostøtte"
    later(timedelta(minutes=60))
    assert is_in(browser) is None


def test_signing_out_ends_the_session_here_and_at_the_provider(place: Place) -> None:
    browser = place.browser()
    browser.sign_in("bodil")
    token = browser.cookie(STAFF_COOKIE) or ""
    assert browser.at_provider(browser.set_out(), "nobody: the provider still knows her") is not None
    page = browser.sign_out()
    assert page.status_code == 200 and page.headers["cache-control"] == "no-store"
    assert browser.cookie(STAFF_COOKIE) is None and browser.cookie("afsaet_id") is None
    limits = place.house.settings.session_limits
    assert sign_in.caller(place.house.store, place.house.clock, limits, token) is None
    there = re.search(r'http-equiv="refresh" content="0;url=([^"]+)"', page.text)
    assert there
    back = browser.client.get(html.unescape(there[1]))
    assert back.is_redirect and back.headers["location"].split("?")[0] == f"{place.url}/log-ind"
    asked = browser.client.get(browser.set_out())
    assert asked.is_redirect and "/login" in asked.headers["location"], "the provider must ask for a password again"


def test_signing_out_works_while_the_provider_is_away(place: Place) -> None:
    browser = place.browser()
    browser.sign_in("bodil")
    place.relay.target = 9
    try:
        answer = browser.sign_out()
    finally:
        place.relay.target = place.provider.port
    assert (answer.status_code, answer.headers["location"]) == (303, "/log-ind") and is_in(browser) is None


# While the provider is away


def test_a_provider_that_stopped_is_said_calmly_and_all_else_goes_on(place: Place) -> None:
    browser, on_the_way = place.browser(), place.browser()
    browser.sign_in("bodil")
    back = on_the_way.at_provider(on_the_way.set_out(), "leif")
    place.provider.stop()
    for answer in (place.browser().get("/log-ind/oidc"), on_the_way.get(back)):
        assert answer.status_code == 503 and "kommunens login lige nu" in answer.text
        assert answer.headers["content-type"].startswith("text/html")
    assert is_in(browser) == "Bostøtte"
    assert [browser.get(path).status_code for path in ("/log-ind", "/", "/health")] == [200, 200, 200]
    place.provider.start()
    assert place.browser().sign_in("bodil").headers["location"] == "/konto", "also with the keys of a new start"


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/.well-known/openid-configuration", ["not a provider"]),
        ("/.well-known/openid-configuration", {}),
        ("/.well-known/openid-configuration", {"issuer": "https://another.invalid"}),
    ],
)
def test_a_provider_that_does_not_describe_itself_as_one_is_not_trusted(place: Place, path: str, answer: Any) -> None:
    place.relay.changes[path] = lambda body: body | answer if isinstance(answer, dict) and answer else answer
    page = place.browser().get("/log-ind/oidc")
    assert page.status_code == 503 and "kommunens login lige nu" in page.text


@pytest.mark.parametrize("keys", [[], {}, {"keys": []}, {"keys": [{"kty": "?"}]}, "x"])
def test_keys_that_are_none_let_nobody_in(place: Place, keys: Any) -> None:
    place.relay.changes["/oauth/jwks.json"] = lambda _: keys
    browser = place.browser()
    answer = browser.sign_in("bodil")
    assert answer.status_code in (303, 503) and answer.headers.get("location") != "/konto"
    assert is_in(browser) is None


def test_an_endpoint_that_fails_is_said_calmly(place: Place) -> None:
    browser = place.browser()
    back = browser.at_provider(browser.set_out(), "bodil")
    place.relay.broken.add("/oauth/token")
    page = browser.get(back)
    assert page.status_code == 503 and "kommunens login lige nu" in page.text


def test_the_address_back_is_the_public_one_whatever_host_is_asked_for(place: Place) -> None:
    browser = place.browser()
    led = browser.client.get(f"{place.url}/log-ind/oidc", headers={"Host": "evil.invalid", "X-Forwarded-Host": "evil"})
    assert query_of(led.headers["location"])["redirect_uri"] == f"{place.url}/log-ind/oidc/svar"


def test_the_environment_of_the_web_process_is_not_that_of_other_tests(place: Place) -> None:
    assert not [name for name in os.environ if name.startswith("AFSAET_OIDC_")]
    assert settings().auth == "local" and place.house.settings.auth == "oidc"
