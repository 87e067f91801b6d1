# SPDX-License-Identifier: MPL-2.0
"""The citizen's own plan in Chromium, on a phone and at a desk, with and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.goals.lifecycle import Act
from tests.browser.lives import WISH, WORDING, Life, store_of
from tests.browser.test_accessibility import Scene
from tests.browser.test_staff_pages import DESK, PHONE
from tests.journeys.system import System

pytestmark = [pytest.mark.browser, pytest.mark.journey]

OTHER = "Jeg spørger Bodil fra værestedet på fredag, om vi skal drikke kaffe."
OWN = "Jeg spørger Bodil fra værestedet, når jeg ser hende."
Opens = Callable[[Life], Page]


@pytest.fixture(params=[(PHONE, False), (PHONE, True), (DESK, True)], ids=["phone without script", "phone", "desk"])
def opens(request: pytest.FixtureRequest, on_sqlite: System, chromium: Browser) -> Iterator[Opens]:
    """Opens a citizen's plan in a browser of theirs."""
    size, script = request.param
    context = chromium.new_context(viewport=size, java_script_enabled=script, locale="da-DK")

    def at(life: Life) -> Page:
        life.sits_at(context, on_sqlite.url)
        page = context.new_page()
        page.goto(f"{on_sqlite.url}/mit-afsaet")
        return page

    yield at
    context.close()


def fits(page: Page) -> None:
    width = page.evaluate("document.documentElement.scrollWidth")
    assert page.viewport_size is not None and width <= page.viewport_size["width"]


def test_a_suggestion_is_answered_with_own_words(on_sqlite: System, opens: Opens) -> None:
    life = Life.begin(on_sqlite, 7)
    goal = life.shared()
    life.staff_does(goal, Act.SUGGEST, "Så er jeg der også", OTHER)
    life.today()
    page = opens(life)
    page.get_by_role("link", name="Din bostøtte foreslår andre ord").click()
    expect(page.locator(f"#maal-{goal}")).to_be_in_viewport()
    expect(page.locator(".difference del").first).to_contain_text("onsdag")
    expect(page.locator(".difference ins").first).to_contain_text("fredag")
    expect(page.get_by_role("article")).to_contain_text("»Så er jeg der også«")
    fits(page)
    page.get_by_text("Behold mine egne ord, eller skriv nye").click()
    expect(page.get_by_label("Mine ord", exact=True)).to_have_value(WORDING)
    page.get_by_label("Mine ord", exact=True).fill(OWN)
    page.get_by_label("Vil du skrive hvorfor?").first.fill("fredag er for fuld")
    page.get_by_role("button", name="Send mine ord").click()
    expect(page.get_by_role("status")).to_have_text("Dine ord er sendt til din bostøtte.")
    expect(page.get_by_role("heading", level=3)).to_contain_text(OWN)
    expect(page.get_by_role("article")).to_contain_text("Din bostøttes tur")
    with life.store.reading() as work:
        stands = work.goals.get(goal)
    assert (stands.wording, stands.history[-1].reason) == (OWN, "fredag er for fuld")


def test_two_numbers_are_a_line_and_a_table_and_print_whole(on_sqlite: System, opens: Opens) -> None:
    life = Life.begin(on_sqlite, 42)
    goal = life.active()
    life.does(goal, Act.FOLLOW_UP, "det var svært", 3)
    life.today()
    page = opens(life)
    expect(page.locator(".over-time")).to_have_count(0)
    expect(page.get_by_role("article")).to_contain_text("I kan se på målet igen nu. Det kan også vente.")
    page.get_by_role("radio", name="7", exact=True).check()
    page.get_by_label("Vil du skrive et par ord?").fill("vi spiste grød")
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Det er gemt.")
    page.get_by_text("Sæt et tal på").click()
    page.get_by_role("radio", name="6", exact=True).check()
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_role("img", name="Mine tal over tid: 3 den")).to_be_visible()
    expect(page.locator(".tal-dot")).to_have_count(3)
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(4)
    fits(page)
    page.emulate_media(media="print")
    for seen in (".over-time", "table", "h3", ".turn"):
        expect(page.locator(seen).first).to_be_visible()
    expect(page.locator("button:visible, textarea:visible, summary:visible")).to_have_count(0)
    page.set_viewport_size({"width": 680, "height": 900})
    fits(page)
    page.emulate_media(media="screen")
    page.get_by_role("link", name="Min plan, klar til at skrive ud").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Min plan")
    expect(page.locator("body")).to_contain_text("vi spiste grød")


def test_what_is_shared_is_seen_first_and_can_be_taken_back(on_sqlite: System, opens: Opens) -> None:
    life = Life.begin(on_sqlite, 0)
    life.say(WISH)
    goal = life.draft()
    page = opens(life)
    page.get_by_label(f"Delmål: {WORDING}").check()
    page.get_by_label(f"Mine ord: »{WISH}«").check()
    page.get_by_role("button", name="Se det, før jeg deler").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sådan ser din bostøtte det")
    page.get_by_role("button", name="Gå tilbage").click()
    expect(page.get_by_label(f"Mine ord: »{WISH}«")).to_be_checked()
    page.get_by_role("button", name="Se det, før jeg deler").click()
    page.get_by_role("button", name="Ja, del det").click()
    page.get_by_role("button", name=f"Tag tilbage: {WISH}").click()
    expect(page.get_by_role("status")).to_contain_text("Det er taget tilbage.")
    page.get_by_text("Andet", exact=True).click()
    page.locator("summary", has_text="Tag det tilbage").click()
    page.get_by_role("button", name="Tag det tilbage").click()
    expect(page.get_by_role("status")).to_contain_text("Det er taget tilbage.")
    with life.store.reading() as work:
        assert work.goals.get(goal).state == "withdrawn"
        assert not work.talks.locked(life.talk).shared_turns


def test_the_talk_is_rated_by_touch(on_sqlite: System, opens: Opens) -> None:
    life = Life.begin(on_sqlite, 0)
    life.say(WISH)
    page = opens(life)
    page.get_by_text("Fortæl, hvordan det var").click()
    page.get_by_role("group", name="Jeg blev hørt").get_by_role("radio", name="9", exact=True).click()
    page.get_by_role("button", name="Gem mit svar").click()
    expect(page.get_by_role("status")).to_have_text("Tak. Det er gemt.")
    with life.store.reading() as work:
        assert work.talks.rating(life.talk).heard == 9


# Every state


@pytest.fixture
def scene(on_sqlite: System, chromium: Browser) -> Iterator[Scene]:
    context = chromium.new_context(viewport=PHONE, locale="da-DK")  # type: ignore[arg-type]
    yield Scene(on_sqlite, context.new_page(), [])
    context.close()


def look(scene: Scene, life: Life, state: str, query: str = "") -> None:
    """axe, both colours and 320 pixels, as it is and with all unfolded."""
    life.sits_at(scene.page.context, scene.system.url)
    scene.go(f"/mit-afsaet{query}")
    scene.check(state)
    scene.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    scene.check(f"{state}, unfolded")


def test_every_state_of_the_plan(scene: Scene) -> None:
    life = Life.begin(scene.system, 90)
    look(scene, life, "empty")
    life.say(WISH)
    goal = life.draft()
    look(scene, life, "draft")
    life.clock.at -= timedelta(days=80)
    for number, day in ((2, 0), (4, 20), (3, 21), (7.5, 60)):
        if not day:
            goal = life.active("Jeg går ned til søen hver tirsdag.", "jeg vil gerne ud igen")
        life.clock.later(days=day)
        life.does(goal, Act.FOLLOW_UP, "regn" if number == 3 else "", number)
    life.does(goal, Act.NOTICE, "jeg stod ude på trappen")
    ended = life.active("Jeg låner en cykel.", "jeg vil gerne cykle igen")
    life.does(ended, Act.REACH, "den står i skuret")
    suggested = life.shared("Jeg ringer til min søster.", "jeg vil gerne se min søster")
    life.staff_does(suggested, Act.SUGGEST, "Så kan jeg være med", "Jeg ringer til min søster fra værestedet.")
    asked = life.shared("Jeg maler et billede.", "jeg vil gerne male")
    life.staff_does(asked, Act.ASK, "Hvor vil du male?")
    life.today()
    look(scene, life, "answers and numbers")
    scene.page.get_by_role("button", name="Send mit svar").evaluate("one => one.form.noValidate = true")
    scene.page.get_by_role("button", name="Send mit svar").click()
    expect(scene.page.get_by_role("alert")).to_have_text("Skriv, hvad der skal stå.")
    scene.check("an error beside its field")
    look(scene, life, "help alone", "?fare=acute")


def test_the_plan_by_keyboard_alone(scene: Scene) -> None:
    life = Life.begin(scene.system, 3)
    goal = life.active()
    life.today()
    life.sits_at(scene.page.context, scene.system.url)
    page = scene.go("/mit-afsaet")
    page.locator("summary", has_text="Sæt et tal på").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Intet tal")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("radio", name="10", exact=True)).to_be_checked()
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    page.keyboard.type("det gik")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Det er gemt.")
    with store_of(scene.system).reading() as work:
        assert work.goals.get(goal).history[-1].score == 8
