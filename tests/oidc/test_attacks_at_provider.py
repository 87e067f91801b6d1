# SPDX-License-Identifier: MPL-2.0
"""What an attacker would try between our web process and the OpenID provider; each is refused, and told apart."""

from __future__ import annotations

import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from typing import Any

import httpx
import pytest

from bot.store.carried import Carried
from bot.web.callers import STAFF_COOKIE
from bot.web.oidc import STATE_COOKIE
from bot.web.provider import STATE_LASTS
from tests.oidc.browsing import Browser, query_of, with_query
from tests.oidc.conftest import Place
from tests.oidc.forging import TOKEN, Claims, Forger

UNFINISHED = "/log-ind?besked=sign-in-unfinished"
IN = "/konto"
REFUSED_THERE = "oidc.refused code=invalid_grant"
"""It was the provider that did not take the code."""
INVALID, MISSING = "InvalidClaimError", "MissingClaimError"


def check_refused(browser: Browser, answer: httpx.Response) -> None:
    """Led back to the sign-in with a sentence of ours; no session was begun, and the state is used up."""
    assert (answer.status_code, answer.headers.get("location")) == (303, UNFINISHED), answer.text
    assert browser.cookie(STAFF_COOKIE) is None and browser.cookie(STATE_COOKIE) is None
    page = browser.get(UNFINISHED)
    assert page.status_code == 200 and "Begynd forfra her." in page.text


def tokens_asked_for(place: Place) -> int:
    """How often our web process has taken a code to the provider."""
    return sum(path == TOKEN for path, _ in place.relay.asked)


def memory_of(place: Place, browser: Browser) -> dict[str, Any]:
    """What our web process has sealed into the browser's cookie: the test knows the key."""
    sealed = (browser.cookie(STATE_COOKIE) or "").strip('"')
    opened = Carried(place.key, "oidc state").open(sealed, place.house.clock(), STATE_LASTS)
    assert opened
    [state] = opened.values()
    found: dict[str, Any] = state["data"]
    return found


def check_not_proved(place: Place, caplog: pytest.LogCaptureFixture, error: str) -> None:
    """The provider gave its token, and it was our web process that did not believe it, for this reason."""
    browser = place.browser()
    check_refused(browser, browser.sign_in("bodil"))
    assert tokens_asked_for(place) == 1 and f"oidc.not-proved error={error}" in caplog.text


# The way back


def test_a_changed_state_is_refused_before_the_provider_is_asked(place: Place) -> None:
    browser = place.browser()
    back = browser.at_provider(browser.set_out(), "bodil")
    check_refused(browser, browser.get(with_query(back, state="x" * 30)))
    assert tokens_asked_for(place) == 0


def test_an_answer_works_once(place: Place) -> None:
    browser = place.browser()
    back = browser.at_provider(browser.set_out(), "bodil")
    assert browser.get(back).headers["location"] == IN
    asked = tokens_asked_for(place)
    again = browser.get(back)
    assert again.headers["location"] == UNFINISHED and tokens_asked_for(place) == asked == 1


def test_an_answer_works_once_even_with_the_cookie_put_back(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    browser, thief = place.browser(), place.browser()
    back = browser.at_provider(browser.set_out(), "bodil")
    kept = browser.cookie(STATE_COOKIE) or ""
    assert browser.get(back).headers["location"] == IN
    thief.client.cookies.set(STATE_COOKIE, kept, domain="127.0.0.1", path="/log-ind/oidc")
    answer = thief.get(back)
    assert answer.headers["location"] == UNFINISHED and thief.cookie(STAFF_COOKIE) is None
    assert tokens_asked_for(place) == 2 and REFUSED_THERE in caplog.text


def test_an_answer_in_another_browser_is_refused(place: Place) -> None:
    """Signing somebody in as somebody else by a link (login CSRF)."""
    attacker, victim = place.browser(), place.browser()
    back = attacker.at_provider(attacker.set_out(), "bodil")
    check_refused(victim, victim.get(back))
    victim.set_out()
    check_refused(victim, victim.get(back))
    assert tokens_asked_for(place) == 0


def test_a_stolen_code_is_of_no_use_in_a_sign_in_of_ones_own(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    """Code injection: the attacker's own state and cookie, the victim's code; PKCE is what stops it."""
    victim, attacker = place.browser(), place.browser()
    stolen = query_of(victim.at_provider(victim.set_out(), "bodil"))["code"]
    own = attacker.at_provider(attacker.set_out(), "leif")
    check_refused(attacker, attacker.get(with_query(own, code=stolen)))
    assert tokens_asked_for(place) == 1 and REFUSED_THERE in caplog.text


@pytest.mark.parametrize("change", [lambda text: text[:-9] + "AAAAAAAAA", lambda text: text[:40], lambda text: "x"])
def test_a_changed_cookie_is_refused(place: Place, change: Callable[[str], str]) -> None:
    browser = place.browser()
    back = browser.at_provider(browser.set_out(), "bodil")
    kept = (browser.cookie(STATE_COOKIE) or "").strip('"')
    browser.client.cookies.delete(STATE_COOKIE)
    browser.client.cookies.set(STATE_COOKIE, change(kept), domain="127.0.0.1", path="/log-ind/oidc")
    assert browser.get(back).headers["location"] == UNFINISHED
    assert browser.cookie(STAFF_COOKIE) is None and tokens_asked_for(place) == 0


@pytest.mark.parametrize(("minutes", "to"), [(9, IN), (11, UNFINISHED)])
def test_the_way_to_the_provider_and_back_may_take_ten_minutes(
    place: Place, later: Callable[[timedelta], None], minutes: int, to: str
) -> None:
    browser = place.browser()
    back = browser.at_provider(browser.set_out(), "bodil")
    later(timedelta(minutes=minutes))
    assert browser.get(back).headers["location"] == to


@pytest.mark.parametrize("sender", ["https://another.invalid", ""])
def test_an_answer_of_another_provider_is_refused(place: Place, sender: str) -> None:
    """The mix-up attack (RFC 9207); this provider promises to say whose an answer is."""
    browser = place.browser()
    back = browser.at_provider(browser.set_out(), "bodil")
    assert place.house.provider and query_of(back)["iss"] == place.house.provider.issuer
    check_refused(browser, browser.get(with_query(back, iss=sender)))
    assert tokens_asked_for(place) == 0


def test_what_a_stranger_writes_into_the_address_is_never_shown_nor_logged(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    browser = place.browser()
    browser.set_out()
    answer = browser.get(with_query(
        f"{place.url}/log-ind/oidc/svar", iss=place.house.settings.oidc_issuer, error="<b>RING 12345678</b>\n",
        error_description="RING 12345678"))
    check_refused(browser, answer)
    assert "12345678" not in browser.get("/log-ind?besked=RING+12345678").text
    assert "oidc.refused code=other" in caplog.text and "12345678" not in caplog.text


# PKCE


def test_the_provider_really_asks_for_the_verifier_of_this_sign_in(place: Place) -> None:
    browser = place.browser()
    address = browser.set_out()
    verifier = memory_of(place, browser)["code_verifier"]
    asked = query_of(address)
    hashed = urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
    assert (asked["code_challenge_method"], asked["code_challenge"]) == ("S256", hashed) and verifier not in address
    back = browser.at_provider(address, "bodil")

    def redeem(**more: str) -> httpx.Response:
        body = {"grant_type": "authorization_code", "code": query_of(back)["code"],
                "redirect_uri": f"{place.url}/log-ind/oidc/svar", **more}
        issuer = place.house.settings.oidc_issuer
        return httpx.post(f"{issuer}{TOKEN}", data=body, auth=("afsaet", "secret of afsaet"), trust_env=False)

    assert redeem(code_verifier="x" * 64).json()["error"] == "invalid_grant"
    assert redeem().json()["error"] == "invalid_request"
    assert "id_token" in redeem(code_verifier=verifier).json()


def test_our_web_process_sends_the_verifier(place: Place) -> None:
    browser = place.browser()
    address = browser.set_out()
    verifier = memory_of(place, browser)["code_verifier"]
    assert browser.get(browser.at_provider(address, "bodil")).headers["location"] == IN
    [sent] = [body for path, body in place.relay.asked if path == TOKEN]
    assert sent["code_verifier"] == verifier and "secret" not in str(sent)


# The ID token


def test_an_id_token_of_another_sign_in_is_refused(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    """The provider really issues a token with another nonce: all else fits."""
    browser = place.browser()
    back = browser.at_provider(with_query(browser.set_out(), nonce="another-nonce"), "bodil")
    check_refused(browser, browser.get(back))
    assert tokens_asked_for(place) == 1 and f"oidc.not-proved error={INVALID}" in caplog.text


def test_a_code_of_another_client_is_refused(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    browser = place.browser()
    back = browser.at_provider(with_query(browser.set_out(), client_id="other"), "bodil")
    check_refused(browser, browser.get(back))
    assert REFUSED_THERE in caplog.text


def test_a_token_that_another_key_of_the_provider_signed_is_believed(place: Place) -> None:
    """The control for all that follows: a forger whose key the provider publishes is no forger."""
    Forger(place.relay).forge(lambda claims: claims, publish=True)
    assert place.browser().sign_in("bodil").headers["location"] == IN


def without(name: str) -> Callable[[Claims], Claims]:
    return lambda claims: {key: value for key, value in claims.items() if key != name}


def changed(**to: Any) -> Callable[[Claims], Claims]:
    return lambda claims: claims | to


@pytest.mark.parametrize(("change", "error"), [
    pytest.param(changed(aud="other"), INVALID, id="another client's"),
    pytest.param(changed(aud=["other"], azp="afsaet"), INVALID, id="another client's, got by us"),
    pytest.param(changed(aud=["afsaet", "other"], azp="other"), INVALID, id="ours among others', got by another"),
    pytest.param(without("aud"), MISSING, id="nobody's"),
    pytest.param(changed(iss="https://another.invalid"), INVALID, id="another issuer's"),
    pytest.param(without("iss"), MISSING, id="no issuer's"),
    pytest.param(changed(exp=int(time.time()) - 120), "ExpiredTokenError", id="expired"),
    pytest.param(without("exp"), MISSING, id="never expires"),
    pytest.param(changed(nbf=int(time.time()) + 3600), INVALID, id="of the future"),
    pytest.param(changed(nonce="x"), INVALID, id="another nonce"),
    pytest.param(without("nonce"), MISSING, id="no nonce"),
    pytest.param(changed(sub=""), INVALID, id="about nobody"),
    pytest.param(without("sub"), MISSING, id="about no one said"),
    pytest.param(changed(at_hash="x"), INVALID, id="beside another access token"),
])
def test_a_token_whose_claims_do_not_fit_is_refused(
    place: Place, caplog: pytest.LogCaptureFixture, change: Callable[[Claims], Claims], error: str
) -> None:
    Forger(place.relay).forge(change, publish=True)
    check_not_proved(place, caplog, error)


def test_a_token_signed_with_a_strange_key_is_refused(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    Forger(place.relay).forge(lambda claims: claims, publish=False)
    check_not_proved(place, caplog, "InvalidKeyIdError")


def test_a_token_whose_claims_were_changed_is_refused(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    Forger(place.relay).other_claims_under_the_old_signature()
    check_not_proved(place, caplog, "BadSignatureError")


def test_an_unsigned_token_is_refused_although_the_provider_offers_them(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    offered = httpx.get(f"{place.house.settings.oidc_issuer}/.well-known/openid-configuration", trust_env=False).json()
    assert "none" in offered["id_token_signing_alg_values_supported"]
    Forger(place.relay).unsigned()
    check_not_proved(place, caplog, "UnsupportedAlgorithmError")


def test_a_token_signed_with_the_shared_secret_is_refused(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    Forger(place.relay).by_shared_secret("secret of afsaet")
    check_not_proved(place, caplog, "UnsupportedAlgorithmError")


def test_an_answer_without_id_token_is_refused(place: Place) -> None:
    Forger(place.relay).leave_out()
    browser = place.browser()
    check_refused(browser, browser.sign_in("bodil"))
    assert tokens_asked_for(place) == 1


# Cookies


def test_the_cookies_are_hidden_from_scripts_short_lived_and_only_for_their_addresses(place: Place) -> None:
    browser = place.browser()
    [state] = browser.get("/log-ind/oidc").headers.get_list("set-cookie")
    for word in ("HttpOnly", "Max-Age=600", "Path=/log-ind/oidc", "SameSite=lax"):
        assert word in state
    assert "Secure" not in state, "this test's own address is http"
    given = {one.split("=")[0]: one for one in browser.sign_in("bodil").headers.get_list("set-cookie")}
    assert all("HttpOnly" in one and "SameSite=lax" in one for one in given.values() if "Max-Age=0" not in one)
    assert "Path=/log-ud;" in given["afsaet_id"] and "Max-Age=0" in given[STATE_COOKIE]


def test_on_https_the_cookies_are_secure(place: Place) -> None:
    inside = place.url
    place.with_public_url("https://afsaet.invalid")
    browser = Browser(inside)
    led = browser.get("/log-ind/oidc")
    assert "Secure" in led.headers["set-cookie"]
    assert query_of(led.headers["location"])["redirect_uri"] == "https://afsaet.invalid/log-ind/oidc/svar"
    browser.close()


def test_what_the_browser_carries_tells_it_nothing(place: Place) -> None:
    browser = place.browser()
    address = browser.set_out()
    sealed, secrets = browser.cookie(STATE_COOKIE) or "", memory_of(place, browser)
    assert secrets["code_verifier"] not in sealed and query_of(address)["nonce"] not in sealed


def test_another_web_process_with_the_same_key_takes_the_answer(place: Place) -> None:
    browser = place.browser()
    back = browser.at_provider(browser.set_out(), "bodil")
    place.as_another_process()
    assert browser.get(back).headers["location"] == IN


def test_a_session_that_was_planted_before_is_not_taken_over(place: Place) -> None:
    browser = place.browser()
    browser.client.cookies.set(STAFF_COOKIE, "planted", domain="127.0.0.1", path="/")
    answer = browser.sign_in("bodil")
    assert answer.headers["location"] == IN and f"{STAFF_COOKIE}=planted" not in str(answer.headers)
    planted = place.browser()
    planted.client.cookies.set(STAFF_COOKIE, "planted", domain="127.0.0.1", path="/")
    assert planted.get("/konto").headers["location"] == "/log-ind"
