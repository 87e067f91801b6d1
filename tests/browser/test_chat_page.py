# SPDX-License-Identifier: MPL-2.0
"""The citizen's page in real Chromium, on a phone-sized screen: with JavaScript off, from code to shared delmål."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.system import System, asked

pytestmark = [pytest.mark.browser, pytest.mark.journey]

PHONE = {"width": 360, "height": 740}
PICTURE = os.environ.get("AFSAET_PICTURES")
"""A folder: set it to have pictures of the pages taken along the way."""

ANSWERS = {
    "importance": "8",
    "importance_why": "fordi jeg bliver ked af det om aftenen",
    "confidence": "6",
    "confidence_why": "jeg kender da en fra værestedet",
    "anything_else": "nej",
    "step": "spørge Bodil fra værestedet",
    "when": "på onsdag",
    "with_whom": "alene",
    "sign": "at hun siger ja",
    "sure": "8",
    "sure_why": "fordi hun altid smiler til mig",
}
GOES_ON = [
    "jeg vil gerne have nogen at spise sammen med",
    "jeg er træt af at sidde alene ved bordet hver aften",
    "så ville jeg grine lidt mere og sove bedre",
    "jeg er god til at lave mad, det har jeg altid været",
    "der plejede at sidde fire rundt om bordet",
    "jeg har brug for at høre en anden stemme",
    "det er vigtigt for mig at have nogen",
    "jeg kan godt finde ud af at dække bord",
    "jeg har lyst til at prøve",
    "ja",
    "det tror jeg",
]
"""Said in this order to whatever else is asked, or when nothing is."""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False, locale="da-DK")
    yield context.new_page()
    context.close()


def last_reply(page: Page) -> str:
    return page.locator(".talk li.theirs").last.inner_text().removeprefix("Afsæt:").strip()


def say(page: Page, text: str) -> None:
    page.get_by_label("Skriv her").fill(text)
    page.get_by_role("button", name="Send", exact=True).first.click()
    expect(page.locator(".talk li.mine").last).to_contain_text(text)


def picture(page: Page, name: str) -> None:
    if PICTURE:
        page.screenshot(path=Path(PICTURE) / f"{name}.png", full_page=True)


def test_a_citizen_talks_and_shares_without_javascript(on_sqlite: System, page: Page) -> None:
    staff = on_sqlite.staff()
    page.goto(f"{on_sqlite.url}/?kode={staff.invite()}")
    expect(page.locator(".notice")).to_have_text("Du skriver med et program, ikke et menneske.")
    picture(page, "start")
    page.get_by_role("button", name="Begynd").click()
    expect(page).to_have_url(f"{on_sqlite.url}/samtale")

    say(page, "jeg sidder mest derhjemme for tiden")
    left = list(GOES_ON)
    say(page, left.pop(0))
    picture(page, "samtale")
    for _ in range(25):
        question = asked(last_reply(page))
        if question in ANSWERS:
            say(page, ANSWERS[question])
        elif question == "permission":
            page.get_by_role("button", name="Ja, ").first.click()
        elif question == "read_back":
            break
        else:
            say(page, left.pop(0))
    expect(page.locator(".talk li.theirs").last).to_contain_text("Jeg spørger Bodil fra værestedet")
    page.get_by_role("button", name="Ja, det passer").click()

    page.get_by_role("link", name="Se mit afsæt").click()
    expect(page.locator(".plan-goal h3")).to_contain_text("Jeg spørger Bodil fra værestedet på onsdag")
    assert staff.goals() == []
    page.get_by_label("Delmål: Jeg spørger Bodil").check()
    picture(page, "udkast")
    page.get_by_role("button", name="Se det, før jeg deler").click()
    page.get_by_role("button", name="Ja, del det").click()
    shared = staff.goals(status="shared")
    assert len(shared) == 1
    assert staff.goal(shared[0]["id"])["quotes"] == [], "only what was ticked is shared"

    staff.review(shared[0]["id"], act="agree")
    page.reload()
    page.get_by_role("button", name="Ja, sådan skal det være").click()
    expect(page.locator(".plan-goal")).to_contain_text("begge sagt ja")
    assert staff.goals(status="active")


def test_a_wrong_code_is_kept_in_the_field(on_sqlite: System, page: Page) -> None:
    page.goto(on_sqlite.url)
    page.get_by_label("Din kode").fill("ABCDE-FGHJK")
    page.get_by_role("button", name="Begynd").click()
    expect(page.get_by_role("alert")).to_contain_text("Koden passer ikke")
    expect(page.get_by_label("Din kode")).to_have_value("ABCDE-FGHJK")


def test_help_and_no_sideways_scrolling_on_a_small_screen(on_sqlite: System, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{on_sqlite.url}/?kode={on_sqlite.staff().invite()}")
    page.get_by_role("button", name="Begynd").click()
    say(page, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa <b>fed</b>")
    page.locator("summary", has_text="Hjælp nu").click()
    expect(page.get_by_role("link", name="112")).to_have_attribute("href", "tel:112")
    box = page.locator("body").bounding_box()
    assert box is not None
    assert box["width"] <= 320
