# SPDX-License-Identifier: MPL-2.0
"""axe-core finds no fault by WCAG 2.2 A and AA on any page, in light and dark, on a phone and at a desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from bot.settings import now
from bot.store.vault import Vault
from bot.store.work import SqlStore
from tests.browser.test_staff_pages import PHONE, begin_talk, say, sign_in_first_time
from tests.edges.houses import confirm_goal
from tests.journeys.system import Citizen, System

pytestmark = [pytest.mark.browser, pytest.mark.journey]

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NARROW = {"width": 320, "height": 640}


@dataclass
class Scene:
    """A browser and the system that it looks at."""

    system: System
    page: Page
    shots: list[str]

    def go(self, path: str) -> Page:
        """Opens a page of the system."""
        self.page.goto(f"{self.system.url}{path}")
        return self.page

    def check(self, state: str) -> None:
        """No violation in light and dark; nothing runs out of a narrow screen."""
        for colours in ("light", "dark"):
            self.page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
            found = Axe().run(self.page, options=RULES)
            told = [
                f"{one['id']}: {node['html'][:160]} {node['any'][:1]}"
                for one in found.response["violations"] for node in one["nodes"]
            ]
            assert told == [], f"{state} ({colours})"
        size = self.page.viewport_size
        self.page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        self.page.set_viewport_size(size)  # type: ignore[arg-type]
        assert wide <= NARROW["width"], f"{state}: {wide} pixels on a screen of 320"
        self.shots.append(state)


@pytest.fixture
def scene(on_sqlite: System, chromium: Browser) -> Iterator[Scene]:
    context = chromium.new_context(viewport=PHONE, locale="da-DK")  # type: ignore[arg-type]
    yield Scene(on_sqlite, context.new_page(), [])
    context.close()


def store_of(system: System) -> SqlStore:
    key = Path(system.environment["AFSAET_KEY_FILE"]).read_text()
    return SqlStore(system.environment["AFSAET_DATABASE_URL"], Vault(key))


def test_the_citizens_pages(scene: Scene) -> None:
    page = scene.go("/")
    scene.check("start")
    page.get_by_label("Din kode").fill("AAAAA-AAAAA")
    page.get_by_role("button", name="Begynd").click()
    scene.check("start with an error")
    scene.go("/privatliv")
    scene.check("privacy")
    scene.go("/was")
    scene.check("accessibility statement")
    begin_talk(scene.system, page, scene.system.staff().invite())
    scene.check("talk just begun")
    say(page, "jeg vil gerne have nogen at spise sammen med")
    expect(page.locator(".talk li.mine")).to_have_count(1)
    page.get_by_role("link", name="Hjælp nu").click()
    expect(page.get_by_role("link", name="112")).to_be_visible()
    scene.check("talk with help open")
    page.get_by_role("button", name="Sidder du sammen med en peer?").click()
    scene.check("code for a peer")


def test_a_draft_and_what_may_be_shared(scene: Scene) -> None:
    citizen = shared_goal(scene.system, share=False)
    with_cookie(scene, citizen)
    scene.go("/mit-afsaet")
    expect(scene.page.locator(".plan-goal")).to_have_count(1)
    scene.check("draft")
    for box in scene.page.get_by_role("checkbox").all():
        box.check()
    scene.page.get_by_role("button", name="Se det, før jeg deler").click()
    expect(scene.page.get_by_role("button", name="Ja, del det")).to_be_visible()
    scene.check("what staff would see")
    scene.page.get_by_role("button", name="Ja, del det").click()
    scene.go("/gemt")
    for summary in scene.page.locator("summary").all():
        summary.click()
    scene.check("everything that is kept")
    scene.page.get_by_role("button", name="Bed om at få alt slettet").click()
    scene.check("asked to be deleted")


def with_cookie(scene: Scene, citizen: Citizen) -> None:
    token = citizen.client.headers["Authorization"].removeprefix("Bearer ")
    scene.page.context.add_cookies([{"name": "afsaet_talk", "value": token, "url": scene.system.url}])


def shared_goal(system: System, share: bool = True) -> Citizen:
    """A citizen of a new member of staff with a goal."""
    citizen = system.citizen(system.staff())
    citizen.say("jeg vil gerne have nogen at spise sammen med")
    goal = confirm_goal(store_of(system), now, citizen.id)  # type: ignore[arg-type]
    if share:
        answer = citizen.client.post(f"/conversations/{citizen.id}/share", json={"goals": [goal], "quotes": [1]})
        assert answer.status_code == 200, answer.text
    return citizen


def test_signing_in_and_the_first_password(scene: Scene) -> None:
    page = scene.go("/log-ind")
    scene.check("sign-in")
    page.get_by_label("Brugernavn").fill("ingen")
    page.get_by_label("Adgangskode").fill("forkert hest batteri")
    page.get_by_label("Engangskode").fill("123456")
    page.get_by_role("button", name="Log ind").click()
    scene.check("sign-in refused")
    told = scene.system.afsaet("account", "add", "ib", "Ib", "--role", "peer")
    scene.go("/log-ind/ny")
    scene.check("first password")
    page.get_by_label("Brugernavn").fill("ib")
    page.get_by_label("Engangskoden, du har fået").fill(told.strip().splitlines()[-1])
    page.get_by_label("Vælg en adgangskode").fill("kaffe cykel måne torsdag")
    page.get_by_role("button", name="Videre").click()
    scene.check("authenticator")


def test_the_desk(scene: Scene) -> None:
    account = sign_in_first_time(scene.system, scene.page, "berit", "Berit", "bostoette")
    citizen = shared_goal(scene.system)
    citizen.say("jeg vil tage mit eget liv i nat")
    store = store_of(scene.system)
    with store() as work:
        owner = work.talks.owner(citizen.id)
        work.people.relate(account, owner, now())
        work.people.call(owner, "Kalle")
    scene.go("/konto")
    scene.check("account")
    page = scene.go("/skrivebord")
    expect(page.get_by_role("alert")).to_be_visible()
    scene.check("desk with an alert")
    page.locator(".goals .wording a").first.click()
    scene.check("goal that waits")
    page.get_by_text("Foreslå andre ord").click()
    scene.check("goal with the form for other words")
    page.get_by_role("link", name="Kalle").click()
    scene.check("citizen")
    page.get_by_role("button", name="Lav en ny kode til Kalle").click()
    scene.check("card")


@pytest.mark.parametrize(("login", "role", "path"), [
    ("pia", "peer", "/peer"), ("lone", "leder", "/overblik"), ("axel", "admin", "/konti"),
    ("rie", "peer", "/skrivebord"),
])
def test_pages_of_the_other_roles(scene: Scene, login: str, role: str, path: str) -> None:
    sign_in_first_time(scene.system, scene.page, login, login.title(), role)
    scene.go(path)
    scene.check(f"{path} as {role}")


def test_the_peers_room_and_the_citizens_side_of_it(scene: Scene, chromium: Browser) -> None:
    phone = chromium.new_context(viewport=PHONE, locale="da-DK")  # type: ignore[arg-type]
    theirs = Scene(scene.system, phone.new_page(), [])
    begin_talk(scene.system, theirs.page, scene.system.staff().invite())
    theirs.page.get_by_role("button", name="Sidder du sammen med en peer?").click()
    code = theirs.page.locator(".code").inner_text().strip()
    sign_in_first_time(scene.system, scene.page, "petra", "Petra", "peer")
    look(scene, "/peer", lambda page: page.get_by_label("Koden fra borgerens skærm").fill(code))
    scene.page.get_by_role("button", name="Kom ind").click()
    scene.page.get_by_label("Skriv til borgeren").fill("Du vil gerne ud i haven")
    scene.page.get_by_role("button", name="Borgeren sagde det her").click()
    scene.check("peer's room")
    theirs.go("/samtale")
    expect(theirs.page.get_by_role("button", name="Ja, skriv det til Afsæt")).to_be_visible()
    theirs.check("talk with a peer")
    phone.close()


def look(scene: Scene, path: str, do: Callable[[Page], None]) -> None:
    do(scene.go(path))
