# SPDX-License-Identifier: MPL-2.0
"""With the keyboard alone: from the code to a talk, help, and out again; where one is can always be seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.system import System

pytestmark = [pytest.mark.browser, pytest.mark.journey]

_MOST_STEPS = 60
_NAME = """() => { const at = document.activeElement; const style = getComputedStyle(at);
  return [(at.labels?.[0]?.textContent || at.textContent || "").trim(), style.outlineStyle !== "none"
    && parseFloat(style.outlineWidth) > 0, at.getBoundingClientRect().height]; }"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="da-DK")
    yield context.new_page()
    context.close()


def tab_to(page: Page, name: str, backwards: bool = False) -> None:
    """Goes on with Tab until the thing of that name has the focus, which can be seen on each thing passed."""
    for _ in range(_MOST_STEPS):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        at, is_marked, height = page.evaluate(_NAME)
        if page.evaluate("document.activeElement === document.body"):
            continue
        assert is_marked, f"nothing marks {at!r}"
        assert height >= 24, f"{at!r} is {height} pixels high"
        if at == name:
            return
    raise AssertionError(f"no way to {name!r}")


def test_a_talk_from_the_code_to_the_end_with_the_keyboard_alone(on_sqlite: System, page: Page) -> None:
    page.goto(f"{on_sqlite.url}/?kode={on_sqlite.staff().invite()}")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til indholdet")).to_be_focused()
    tab_to(page, "Begynd")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{on_sqlite.url}/samtale")
    tab_to(page, "Skriv her")
    page.keyboard.type("jeg vil gerne ud at gå noget mere")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("sammen med nogen")
    page.keyboard.press("Enter")
    expect(page.locator("#linjer li.mine")).to_contain_text("sammen med nogen")
    expect(page.get_by_label("Skriv her")).to_be_focused()
    tab_to(page, "Stop")
    page.keyboard.press("Enter")
    expect(page.locator("#linjer li.mine")).to_have_count(2)
    expect(page.locator("#linjer li.theirs:not(.typing)")).to_have_count(3)


def test_help_is_reached_and_the_numbers_come_next(on_sqlite: System, page: Page) -> None:
    page.goto(f"{on_sqlite.url}/?kode={on_sqlite.staff().invite()}")
    page.get_by_role("button", name="Begynd").click()
    page.keyboard.press("Tab")
    tab_to(page, "Hjælp nu")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="112")).to_be_visible()
    tab_to(page, "112")
