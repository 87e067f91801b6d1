# SPDX-License-Identifier: MPL-2.0
"""Privacy in Chromium on a phone, without JavaScript: tick, see, share, take back, see who looked, ask to be gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import test_chat_page as chat
from tests.journeys.system import Staff, System, asked

pytestmark = [pytest.mark.browser, pytest.mark.journey]
page = chat.page

WISH = chat.GOES_ON[0]


def talk_to_a_draft(page: Page, url: str, staff: Staff) -> None:
    """From the code to a delmål that the citizen has said yes to."""
    page.goto(f"{url}/?kode={staff.invite()}")
    page.get_by_role("button", name="Begynd").click()
    left = ["jeg sidder mest derhjemme for tiden", *chat.GOES_ON]
    for _ in range(27):
        question = asked(chat.last_reply(page))
        if question == "read_back":
            break
        if question == "permission":
            page.get_by_role("button", name="Ja, ").first.click()
        else:
            chat.say(page, chat.ANSWERS[question] if question in chat.ANSWERS else left.pop(0))
    page.get_by_role("button", name="Ja, det passer").click()


def fits_the_screen(page: Page) -> None:
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= chat.PHONE["width"], page.url


def test_from_the_first_word_to_the_request_to_be_deleted(on_sqlite: System, page: Page, tmp_path: Path) -> None:
    staff = on_sqlite.staff()
    talk_to_a_draft(page, on_sqlite.url, staff)

    page.get_by_role("link", name="Se mit afsæt").click()
    page.get_by_label("Delmål: Jeg spørger Bodil").check()
    page.get_by_label(f"Mine ord: »{WISH}«").check()
    page.get_by_label("Samtalen i korte træk").check()
    page.get_by_role("button", name="Se det, før jeg deler").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sådan ser din bostøtte det")
    expect(page.locator(".goal .wording")).to_contain_text("Jeg spørger Bodil fra værestedet")
    assert staff.goals() == [], "what is only shown is not shared"
    fits_the_screen(page)
    chat.picture(page, "del")

    page.get_by_role("button", name="Gå tilbage").click()
    expect(page.get_by_label(f"Mine ord: »{WISH}«")).to_be_checked()
    page.get_by_label("Samtalen i korte træk").uncheck()
    page.get_by_role("button", name="Se det, før jeg deler").click()
    shown = page.locator("main").inner_text()
    page.get_by_role("button", name="Ja, del det").click()

    (goal,) = staff.goals(status="shared")
    seen = staff.goal(goal["id"])
    assert [quote["text"] for quote in seen["quotes"]] == [WISH]
    for text in (seen["wording"], seen["wish"]["text"], WISH, *[value for key, value in seen["details"].items()
                 if isinstance(value, str) and value and key not in ("step", "kind")]):
        assert text in shown, "staff see nothing that was not shown first"

    page.goto(f"{on_sqlite.url}/gemt")
    fits_the_screen(page)
    chat.picture(page, "gemt")
    expect(page.locator("#set")).to_contain_text("læste et mål, du har delt")
    assert "Demo" not in page.locator("main").inner_text(), "never who"
    with page.expect_download() as loading:
        page.get_by_role("link", name="Hent en fil til et andet program").click()
    loading.value.save_as(tmp_path / "data.json")
    data = json.loads((tmp_path / "data.json").read_text(encoding="utf-8"))
    assert WISH in [turn["said"] for turn in data["talks"][0]["turns"]]

    page.get_by_role("button", name=f"Tag tilbage: {WISH}").click()
    assert staff.goal(goal["id"])["quotes"] == []
    page.get_by_role("button", name="Tag tilbage: Jeg spørger Bodil").click()
    expect(page.locator("#delt")).to_contain_text("Du har ikke delt noget")
    assert staff.goals() == []

    page.get_by_label("Hvorfor?").fill("jeg vil bare gerne være fri")
    page.get_by_role("button", name="Bed om at få alt slettet").click()
    expect(page.get_by_role("status")).to_contain_text("Du får svar senest den")
    chat.picture(page, "gemt-slet")
    page.goto(f"{on_sqlite.url}/gemt")
    expect(page.get_by_role("button", name="Bed om at få alt slettet")).to_have_count(0)
    assert data["citizen_id"] in on_sqlite.afsaet("daily")


@pytest.mark.parametrize("path", ["/", "/privatliv", "/was"])
def test_what_anybody_may_read_fits_a_phone(on_sqlite: System, page: Page, path: str) -> None:
    page.goto(on_sqlite.url + path)
    fits_the_screen(page)
    for name in ("Privatliv", "Tilgængelighedserklæring"):
        expect(page.locator("footer").get_by_role("link", name=name)).to_be_visible()
    chat.picture(page, path.strip("/") or "forside")
