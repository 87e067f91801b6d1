# SPDX-License-Identifier: MPL-2.0
"""The states of the conversation's page: numbers, cards, waiting, a slow answer, a peer; without a fault by axe."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from bot.accounts import Role
from bot.services import accounts, peers
from bot.settings import now
from tests.browser.lives import store_of
from tests.browser.test_accessibility import Scene, with_cookie
from tests.browser.test_chat_offline import NOT_YET, said, say
from tests.browser.test_chat_page import ANSWERS, GOES_ON
from tests.browser.test_staff_pages import DESK, PHONE
from tests.journeys.system import Citizen, System, asked

pytestmark = [pytest.mark.browser, pytest.mark.journey]

NUMBERS = ("importance", "confidence", "sure")
_LONGEST = 30


def a_scene(system: System, chromium: Browser, **more: Any) -> Iterator[Scene]:
    context = chromium.new_context(locale="da-DK", **more)
    yield Scene(system, context.new_page(), [])
    context.close()


@pytest.fixture
def phone(on_sqlite: System, chromium: Browser) -> Iterator[Scene]:
    yield from a_scene(on_sqlite, chromium, viewport=PHONE, has_touch=True, is_mobile=True)


@pytest.fixture
def desk(on_sqlite: System, chromium: Browser) -> Iterator[Scene]:
    yield from a_scene(on_sqlite, chromium, viewport=DESK)


def sit_down(scene: Scene, citizen: Citizen | None = None) -> Page:
    """A citizen's page, of a new one if none is given."""
    with_cookie(scene, citizen or scene.system.citizen(scene.system.staff()))
    return scene.go("/samtale")


def asked_for_a_number(system: System) -> Citizen:
    citizen = system.citizen(system.staff())
    said_next, answers = cycle(GOES_ON), {**ANSWERS, "permission": "ja"}
    for _ in range(_LONGEST):
        question = asked(citizen.last_reply) or ""
        if question in NUMBERS:
            return citizen
        citizen.say(answers.get(question) or next(said_next))
    raise AssertionError("no number was asked for")


def rows(page: Page, what: str) -> int:
    """How many rows the things stand in."""
    return len({round(box["y"]) for one in page.locator(what).all() if (box := one.bounding_box())})


def test_a_number_is_touched_and_stands_in_the_talk(phone: Scene) -> None:
    page = sit_down(phone, asked_for_a_number(phone.system))
    ruler = page.get_by_role("group", name="Vælg et tal fra 0 til 10")
    expect(ruler.get_by_role("button")).to_have_count(11)
    phone.check("a number is asked for")
    assert rows(page, ".ruler button") == 2
    page.set_viewport_size({"width": 320, "height": 640})
    boxes = [one.bounding_box() for one in ruler.get_by_role("button").all()]
    assert all(box and box["width"] >= 40 and box["height"] >= 44 for box in boxes)
    ruler.get_by_role("button", name="10", exact=True).tap()
    expect(page.locator("#linjer li.mine").last).to_have_text("Du: 10")
    expect(ruler).to_have_count(0)


def test_a_number_is_chosen_with_the_keyboard_and_the_focus_goes_on(desk: Scene) -> None:
    page = sit_down(desk, asked_for_a_number(desk.system))
    assert rows(page, ".ruler button") == 1
    page.get_by_role("button", name="7", exact=True).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="8", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#linjer li.mine").last).to_have_text("Du: 8")
    expect(page.locator(".ruler")).to_have_count(0)
    page.keyboard.press("Tab")
    focus = page.evaluate("document.activeElement.tagName")
    assert focus != "BODY", "the place on the page is not lost"


def asked_for_a_part_of_life(system: System) -> Citizen:
    citizen = system.citizen(system.staff())
    for _ in range(_LONGEST):
        if "Bolig" in choices(citizen):
            return citizen
        citizen.say("det ved jeg ikke")
    raise AssertionError("no part of life was asked for")


def choices(citizen: Citizen) -> list[str]:
    return list(citizen.told()["turns"][-1]["replies"][-1]["choices"])


def test_parts_of_life_stand_on_cards_with_drawings(phone: Scene) -> None:
    page = sit_down(phone, asked_for_a_part_of_life(phone.system))
    cards = page.locator("button.card")
    expect(cards).to_have_count(8)
    expect(page.get_by_role("button", name="Bolig", exact=True)).to_be_visible()
    drawn = "one => { const box = one.getBBox(); return box.width > 10 && box.height > 10; }"
    assert all(one.evaluate(drawn) for one in page.locator("button.card svg use").all()), "each has its drawing"
    phone.check("parts of life on cards")
    page.get_by_role("button", name="Bolig", exact=True).tap()
    expect(page.locator("#linjer li.mine").last).to_have_text("Du: Bolig")


def test_what_waits_is_told_and_has_no_fault(phone: Scene) -> None:
    page = sit_down(phone)
    page.context.set_offline(True)
    say(page, "jeg venter på bussen og der er ingen dækning")
    expect(page.get_by_role("status")).to_contain_text(NOT_YET)
    phone.check("a message waits")


def test_who_is_too_fast_waits_as_long_as_the_server_says(phone: Scene) -> None:
    page, tries = sit_down(phone), list[float]()

    def is_too_fast(route: Route) -> None:
        tries.append(time.monotonic())
        if len(tries) == 1:
            route.fulfill(status=429, body="", headers={"Retry-After": "3"})
        else:
            route.continue_()

    page.route("**/samtale", is_too_fast)
    say(page, "hej")
    expect(page.locator(".unsent")).to_have_count(1)
    expect(page.locator(".waiting")).to_have_count(0, timeout=15_000)
    page.unroute("**/samtale")
    assert said(page) == ["hej"] and tries[1] - tries[0] >= 3


@pytest.mark.parametrize(("motion", "moves"), [("reduce", "none"), ("no-preference", "breathe")])
def test_a_slow_answer_is_told_and_moves_only_for_who_wants_it(phone: Scene, motion: Any, moves: str) -> None:
    page, held = sit_down(phone), list[Route]()
    page.emulate_media(reduced_motion=motion)
    page.route("**/samtale", lambda route: held.append(route))
    say(page, "hej")
    dots = page.locator(".typing")
    expect(dots).to_be_visible()
    assert dots.evaluate("one => getComputedStyle(one).animationName") == moves
    expect(page.get_by_role("status")).to_have_text("Afsæt er ved at svare.")
    if motion == "reduce":
        phone.check("an answer is on its way")
    held[0].continue_()
    expect(dots).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("")


def test_what_waited_is_not_shown_to_a_peer_and_is_sent_when_they_have_gone(phone: Scene) -> None:
    citizen = phone.system.citizen(phone.system.staff())
    page, store = sit_down(phone, citizen), store_of(phone.system)
    page.context.set_offline(True)
    say(page, "det her er kun mellem os")
    expect(page.locator(".unsent")).to_have_count(1)
    paula = accounts.add(store, now, "console", "Paula", "paula", Role.PEER).staff
    peers.join(store, now, paula, peers.let_in(store, now, citizen.id))
    page.close()
    phone.page = page = phone.page.context.new_page()
    page.context.set_offline(False)
    phone.go("/samtale")
    expect(page.get_by_role("heading", name="Paula er med lige nu")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("venter, til du er alene med Afsæt igen")
    say(page, "hej Paula")
    expect(page.locator(".peer li.mine")).to_have_text(["Du: hej Paula"])
    page.get_by_role("button", name="Slut med Paula").click()
    expect(page.locator(".waiting")).to_have_count(0)
    assert said(page) == ["hej Paula", "det her er kun mellem os"]


def test_what_another_talk_left_on_the_device_is_gone(phone: Scene) -> None:
    page = sit_down(phone)
    page.get_by_label("Skriv her").fill("fra den ene")
    page.get_by_role("button", name="Større tekst").click()
    sit_down(phone)
    left = page.evaluate("Object.keys(localStorage)")
    assert left == ["afsaet:text"], "how large the text is belongs to the device"


def test_a_page_that_does_not_know_of_the_peer_yet_shows_once_what_the_peer_was_told(phone: Scene) -> None:
    citizen = phone.system.citizen(phone.system.staff())
    page, store = sit_down(phone, citizen), store_of(phone.system)
    pia = accounts.add(store, now, "console", "Pia", "pia-p", Role.PEER).staff
    peers.join(store, now, pia, peers.let_in(store, now, citizen.id))
    peers.let_bot_rest(store, now, citizen.id, rests=True)
    say(page, "hej Pia")
    expect(page.get_by_role("heading", name="Pia er med lige nu")).to_be_visible()
    expect(page.get_by_text("hej Pia")).to_have_count(1)
    assert len(peers.room_of_peer(store, now, pia).lines) == 1


def test_a_talk_that_was_closed_meanwhile_says_that_nobody_got_the_message(phone: Scene) -> None:
    page = sit_down(phone)
    page.context.clear_cookies()
    say(page, "er der nogen?")
    expect(page.get_by_role("status")).to_contain_text("Ingen har fået din besked")
    expect(page.get_by_role("link", name="112")).to_be_visible()
    page.get_by_role("button", name="Slet den fra telefonen").click()
    expect(page.get_by_text("er der nogen?")).to_have_count(0)
