# SPDX-License-Identifier: MPL-2.0
"""A day of staff in real Chromium: an account is made and set up, a goal is answered, a peer comes and goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.system import System

pytestmark = [pytest.mark.browser, pytest.mark.journey]

PASSWORD = "kaffe cykel måne torsdag"
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


class Browsers:
    """A browser for each person."""

    def __init__(self, chromium: Browser) -> None:
        self._chromium, self._contexts = chromium, list[Any]()

    def one(self, size: dict[str, int]) -> Page:
        context = self._chromium.new_context(viewport=size, locale="da-DK")
        self._contexts.append(context)
        return context.new_page()

    def close(self) -> None:
        for context in self._contexts:
            context.close()


@pytest.fixture
def browsers(chromium: Browser) -> Iterator[Browsers]:
    made = Browsers(chromium)
    yield made
    made.close()


def sign_in_first_time(system: System, page: Page, login: str, name: str, role: str) -> str:
    """The account's id, after its owner has set it up on the pages."""
    told = system.afsaet("account", "add", login, name, "--role", role)
    page.goto(f"{system.url}/log-ind/ny")
    page.get_by_label("Brugernavn").fill(login)
    page.get_by_label("Engangskoden, du har fået").fill(told.strip().splitlines()[-1])
    page.get_by_label("Vælg en adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Videre").click()
    secret = page.locator("strong").inner_text().replace(" ", "")
    page.get_by_label("De seks tal fra appen").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Færdig").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Hej {name}")
    return re.search(r"\(([0-9a-f]{32}),", told)[1]  # type: ignore[index]


def begin_talk(system: System, page: Page, code: str) -> None:
    page.goto(f"{system.url}/?kode={code}")
    page.get_by_role("button", name="Begynd").click()
    expect(page).to_have_url(f"{system.url}/samtale")


def say(page: Page, text: str) -> None:
    page.locator("#text").fill(text)
    page.get_by_role("button", name="Send", exact=True).first.click()


def code_of_card(page: Page) -> str:
    return page.locator(".code").inner_text().strip()


def test_a_bostoette_invites_and_sees_danger_first(on_sqlite: System, browsers: Browsers) -> None:
    desk, phone = browsers.one(DESK), browsers.one(PHONE)
    sign_in_first_time(on_sqlite, desk, "bodil", "Bodil", "bostoette")
    desk.get_by_role("link", name="Til skrivebordet").click()
    desk.get_by_label("Hvad kalder du den nye borger?").fill("Kalle")
    desk.get_by_role("button", name="Lav en kode til en ny borger").click()
    begin_talk(on_sqlite, phone, code_of_card(desk))
    say(phone, "jeg vil tage mit eget liv i nat")
    expect(phone.locator(".talk li.theirs").last).to_contain_text("Jeg bliver her")
    desk.goto(f"{on_sqlite.url}/skrivebord")
    expect(desk.get_by_role("alert")).to_contain_text("Kalle har skrevet om fare lige nu")
    desk.get_by_role("button", name="Jeg har set det").click()
    expect(desk.get_by_role("alert")).to_have_count(0)
    desk.get_by_role("button", name="Log ud").click()
    desk.goto(f"{on_sqlite.url}/skrivebord")
    expect(desk).to_have_url(f"{on_sqlite.url}/log-ind")


def test_a_peer_comes_in_sees_what_is_written_and_goes(on_sqlite: System, browsers: Browsers) -> None:
    tablet, phone = browsers.one(PHONE), browsers.one(PHONE)
    begin_talk(on_sqlite, phone, on_sqlite.staff().invite())
    say(phone, "det her er fra før du kom")
    expect(phone.locator(".talk li.mine").last).to_contain_text("før du kom")
    phone.get_by_role("button", name="Sidder du sammen med en peer?").click()
    code = code_of_card(phone)
    phone.get_by_role("link", name="Tilbage til samtalen").click()
    sign_in_first_time(on_sqlite, tablet, "pernille", "Pernille", "peer")
    tablet.get_by_role("link", name="Sæt dig ved siden af en borger").click()
    tablet.get_by_label("Koden fra borgerens skærm").fill(code)
    tablet.get_by_role("button", name="Kom ind").click()
    expect(tablet.get_by_role("heading", name="Du er med nu")).to_be_visible()
    expect(tablet.locator("main")).not_to_contain_text("før du kom")

    phone.reload()
    expect(phone.get_by_role("heading", name="Pernille er med lige nu")).to_be_visible()
    phone.locator("#text").fill("et halvt ord")
    tablet.get_by_label("Skriv til borgeren").fill("Hej, jeg sidder her ved siden af")
    tablet.get_by_role("button", name="Send", exact=True).click()
    expect(phone.locator("main")).to_contain_text("jeg sidder her ved siden af", timeout=10_000)
    expect(phone.locator("#text")).to_have_value("et halvt ord")

    say(phone, "jeg vil gerne have nogen at spise sammen med")
    expect(tablet.locator("main")).to_contain_text("nogen at spise sammen med", timeout=10_000)
    phone.get_by_role("button", name="Slut med Pernille").click()
    expect(tablet.get_by_label("Koden fra borgerens skærm")).to_be_visible(timeout=10_000)
    expect(phone.locator("main")).not_to_contain_text("jeg sidder her ved siden af")


def test_an_admin_makes_an_account_and_a_leder_sees_only_numbers(on_sqlite: System, browsers: Browsers) -> None:
    office = browsers.one(DESK)
    sign_in_first_time(on_sqlite, office, "anna", "Anna", "admin")
    office.get_by_role("link", name="Til konti").click()
    office.get_by_label("Navn", exact=True).fill("Lis Leder")
    office.get_by_label("Brugernavn").fill("lis")
    office.get_by_label("Rolle", exact=True).select_option("leder")
    office.get_by_role("button", name="Lav kontoen").click()
    expect(office.get_by_role("status")).to_contain_text("Engangskode til Lis Leder")
    other = browsers.one(DESK)
    sign_in_first_time(on_sqlite, other, "leif", "Leif", "leder")
    other.get_by_role("link", name="Til overblikket").click()
    expect(other.get_by_role("heading", name="Overblik")).to_be_visible()
    other.goto(f"{on_sqlite.url}/skrivebord")
    expect(other.get_by_role("alert")).to_contain_text("din rolle")
