# SPDX-License-Identifier: MPL-2.0
"""The conversation's page with JavaScript: no reload, nothing lost without a connection, everything sent once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.journeys.system import System

pytestmark = [pytest.mark.browser, pytest.mark.journey]

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
NOT_YET = "Ingen har fået din besked endnu"


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def context(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[BrowserContext]:
    phone = request.param is PHONE
    made = chromium.new_context(viewport=request.param, locale="da-DK", has_touch=phone, is_mobile=phone)
    yield made
    made.close()


@pytest.fixture
def page(on_sqlite: System, context: BrowserContext) -> Page:
    opened = context.new_page()
    opened.goto(f"{on_sqlite.url}/?kode={on_sqlite.staff().invite()}")
    opened.get_by_role("button", name="Begynd").click()
    expect(opened.locator("#linjer li.theirs")).to_have_count(1)
    return opened


def say(page: Page, text: str) -> None:
    page.get_by_label("Skriv her").fill(text)
    page.get_by_role("button", name="Send", exact=True).click()


def said(page: Page) -> list[str]:
    """What the server holds, read by a fresh page."""
    fresh = page.context.new_page()
    fresh.route("**/chat.js", lambda route: route.abort())
    fresh.goto(page.url)
    told = [line.removeprefix("Du: ") for line in fresh.locator("#linjer li.mine").all_inner_texts()]
    fresh.close()
    return [line.removeprefix("Du:").strip() for line in told]


def test_a_message_is_answered_without_a_reload_and_the_field_is_ready(page: Page) -> None:
    page.evaluate("window.isTheSamePage = true")
    say(page, "jeg sidder mest derhjemme for tiden")
    expect(page.locator("#linjer li.mine")).to_have_text(["Du: jeg sidder mest derhjemme for tiden"])
    expect(page.locator("#linjer li.theirs")).to_have_count(2)
    assert page.evaluate("window.isTheSamePage") and page.get_by_label("Skriv her").input_value() == ""
    expect(page.get_by_label("Skriv her")).to_be_focused()
    expect(page.get_by_role("log", name="Samtalen indtil nu")).to_contain_text("jeg sidder mest derhjemme")
    expect(page.locator("#tilstand")).to_have_role("status")


def test_what_is_written_offline_waits_is_said_to_wait_and_is_sent_once_and_in_order(page: Page) -> None:
    say(page, "hej")
    expect(page.locator("#linjer li.theirs")).to_have_count(2)
    page.context.set_offline(True)
    say(page, "jeg savner min søster")
    expect(page.locator("#tilstand")).to_contain_text(NOT_YET)
    expect(page.get_by_role("link", name="112")).to_be_visible()
    say(page, "og min hund")
    expect(page.locator(".waiting")).to_have_count(2)
    page.context.set_offline(False)
    expect(page.locator(".waiting")).to_have_count(0, timeout=20_000)
    expect(page.locator("#tilstand")).to_have_text("")
    assert said(page) == ["hej", "jeg savner min søster", "og min hund"]


def test_a_page_that_was_closed_offline_sends_when_it_is_opened_again(page: Page) -> None:
    page.context.set_offline(True)
    say(page, "jeg vil gerne ud at gå")
    expect(page.locator(".unsent")).to_have_count(1)
    address, context = page.url, page.context
    page.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    expect(again.locator(".waiting")).to_have_count(0, timeout=20_000)
    assert said(again) == ["jeg vil gerne ud at gå"]


def test_an_error_of_the_server_loses_nothing_and_the_same_message_is_not_taken_twice(page: Page) -> None:
    tries: list[str] = []

    def fails_first(route: Route) -> None:
        tries.append(route.request.method)
        if len(tries) == 1:
            route.fulfill(status=503, body="nede", headers={"Retry-After": "1"})
        elif len(tries) == 2:  # the server takes it, and its answer gets lost on the way
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/samtale", fails_first)
    say(page, "jeg er god til at lave mad")
    expect(page.locator("#tilstand")).to_contain_text(NOT_YET)
    expect(page.locator(".waiting")).to_have_count(0, timeout=30_000)
    page.unroute("**/samtale")
    assert said(page) == ["jeg er god til at lave mad"] and len(tries) >= 3


def test_two_tabs_send_a_waiting_message_once(page: Page) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    page.context.set_offline(True)
    say(page, "vi spiser sammen på søndag")
    expect(page.locator(".unsent")).to_have_count(1)
    page.context.set_offline(False)
    expect(page.locator(".waiting")).to_have_count(0, timeout=20_000)
    expect(other.locator(".waiting")).to_have_count(0, timeout=20_000)
    expect(other.locator("#linjer li.mine")).to_have_count(1, timeout=20_000)
    assert said(page) == ["vi spiser sammen på søndag"]


def test_what_was_begun_is_there_after_a_reload_and_gone_when_it_was_sent_or_taken_away(page: Page) -> None:
    page.get_by_label("Skriv her").fill("jeg er ikke færdig med at")
    page.reload()
    expect(page.get_by_label("Skriv her")).to_have_value("jeg er ikke færdig med at")
    page.context.set_offline(True)
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("button", name="Slet den fra telefonen").click()
    page.context.set_offline(False)
    expect(page.locator(".waiting")).to_have_count(0)
    page.reload()
    expect(page.get_by_label("Skriv her")).to_have_value("")
    assert said(page) == []
    left = page.evaluate("Object.keys(localStorage)")
    assert [key for key in left if ":waiting" in key or ":draft" in key] == []


def test_signing_out_leaves_nothing_on_the_device(page: Page) -> None:
    page.get_by_label("Skriv her").fill("det her er kun for mig")
    page.get_by_role("link", name="Hvad er gemt om mig?").click()
    page.get_by_role("button", name="Luk samtalen på denne telefon").click()
    expect(page.get_by_label("Din kode")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == []


def test_the_text_grows_and_stays_larger(page: Page) -> None:
    size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    before = page.evaluate(size)
    page.get_by_role("button", name="Større tekst").click()
    assert page.evaluate(size) > before
    page.reload()
    assert page.evaluate(size) > before
    page.get_by_role("button", name="Større tekst").click()
    page.get_by_role("button", name="Almindelig tekst").click()
    assert page.evaluate(size) == before


def test_what_is_deleted_is_gone_from_the_page_too(page: Page) -> None:
    say(page, "jeg drømmer om en gul knallert")
    expect(page.locator("#linjer li.theirs")).to_have_count(2)
    say(page, "slet alt")
    expect(page.locator("#linjer li.theirs")).to_have_count(3)
    say(page, "ja slet det")
    expect(page.locator("#linjer li.theirs")).to_have_count(1)
    expect(page.locator("#linjer")).not_to_contain_text("gul knallert")
