# SPDX-License-Identifier: MPL-2.0
"""Takes the pictures in docs/pictures of a system with invented people: `make pictures`."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from bot.commands.model import ROOT, ensure_model
from bot.goals.lifecycle import Act
from bot.settings import Settings, now
from tests.browser.conftest import QUIET
from tests.browser.lives import WISH, WORDING, Life
from tests.browser.test_chat_page import ANSWERS, GOES_ON
from tests.browser.test_staff_pages import DESK, PHONE, sign_in_first_time
from tests.journeys.system import Citizen, System, asked, running_system

FOLDER = ROOT / "docs" / "pictures"
NARROW, TALL = {"width": 320, "height": 640}, {"width": 360, "height": 900}
_COLOURS = 64
_LONGEST_TALK = 30
_MOST_BYTES = 2_000_000
"""Of all pictures together."""


@dataclass
class Camera:
    """A browser that looks at a system; each look is a fresh context."""

    system: System
    browser: Browser

    def page(self, life: Life | Citizen | None = None, size: dict[str, int] = PHONE, dark: bool = False) -> Page:
        """A new browser, as this citizen or nobody."""
        context = self.browser.new_context(
            viewport=size, locale="da-DK", color_scheme="dark" if dark else "light",  # type: ignore[arg-type]
            device_scale_factor=1 if size == DESK else 2, reduced_motion="reduce")
        token = life.token if isinstance(life, Life) else _token_of(life) if life else ""
        if token:
            context.add_cookies([{"name": "afsaet_talk", "value": token, "url": self.system.url}])
        return context.new_page()

    def go(self, page: Page, path: str) -> Page:
        """Opens a page of the system."""
        page.goto(f"{self.system.url}{path}")
        return page

    def take(self, page: Page, name: str, whole: bool = False) -> None:
        """Keeps what is seen, or the whole page, with few colours."""
        page.evaluate("document.fonts.ready")
        png = page.screenshot(full_page=whole)
        few = Image.open(io.BytesIO(png)).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
        few.save(FOLDER / f"{name}.png", optimize=True)
        sys.stdout.write(f"  {name}.png\n")


def _token_of(citizen: Citizen) -> str:
    return str(citizen.client.headers["Authorization"]).removeprefix("Bearer ")


def the_beginning(camera: Camera) -> None:
    """Before a talk."""
    code = camera.system.staff("Bodil").invite()
    camera.take(camera.go(camera.page(), f"/?kode={code}"), "start", whole=True)
    camera.take(camera.go(camera.page(), "/privatliv"), "privatliv", whole=True)


def the_talk(camera: Camera) -> None:
    """The chat: said and answered, a number, help, dark and narrow."""
    citizen = camera.system.citizen(camera.system.staff("Bodil"))
    citizen.say("jeg sidder mest derhjemme for tiden")
    citizen.say(WISH)
    for size, dark, name in ((PHONE, False, "samtale"), (PHONE, True, "samtale-moerk"), (NARROW, False, "samtale-320")):
        camera.take(to_the_end(camera.go(camera.page(citizen, size, dark), "/samtale")), name)
    page = camera.go(camera.page(citizen), "/samtale")
    page.locator("summary", has_text="Hjælp nu").click()
    camera.take(page, "hjaelp-nu")
    said, answers = cycle(GOES_ON[1:]), {**ANSWERS, "permission": "ja"}
    for _ in range(_LONGEST_TALK):
        question = asked(citizen.last_reply) or ""
        if question in ("importance", "confidence", "sure"):
            camera.take(to_the_end(camera.go(camera.page(citizen), "/samtale")), "samtale-tal")
            return
        citizen.say(answers[question] if question in answers else next(said))
    sys.stderr.write("no number was asked for; samtale-tal.png is as it was\n")


def to_the_end(page: Page) -> Page:
    """The newest lines above the field and its button."""
    page.locator(".send").evaluate("one => scrollBy(0, one.getBoundingClientRect().bottom - innerHeight + 16)")
    return page


def the_plan(camera: Camera) -> None:
    """"Mit afsæt": empty, with a draft, the preview, with an answer, with numbers, on paper, dark and narrow."""
    empty = Life.begin(camera.system, 0)
    camera.take(camera.go(camera.page(empty), "/mit-afsaet"), "mit-afsaet-tomt")
    drafted = Life.begin(camera.system, 0)
    drafted.say(WISH)
    drafted.draft()
    page = camera.go(camera.page(drafted), "/mit-afsaet")
    camera.take(page, "mit-afsaet-udkast", whole=True)
    for box in page.get_by_role("checkbox").all()[:2]:
        box.check()
    page.get_by_role("button", name="Se det, før jeg deler").click()
    camera.take(page, "del", whole=True)
    answered = Life.begin(camera.system, 6)
    goal = answered.shared()
    answered.staff_does(
        goal, Act.SUGGEST, "Om fredagen er jeg der selv", WORDING.replace("på onsdag", "på fredag"))
    answered.today()
    camera.take(camera.go(camera.page(answered), "/mit-afsaet"), "mit-afsaet-forslag", whole=True)
    scored = with_numbers(camera.system)
    for size, dark, name in ((TALL, False, "mit-afsaet"), (TALL, True, "mit-afsaet-moerk"),
                             (NARROW, False, "mit-afsaet-320")):
        page = camera.go(camera.page(scored, size, dark), "/mit-afsaet")
        page.locator("h2").nth(1).evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 90)")
        camera.take(page, name)
    page = camera.go(camera.page(scored, TALL), "/mit-afsaet")
    page.locator("summary", has_text="Sæt et tal på").click()
    page.get_by_role("radio", name="8", exact=True).check()
    page.locator(".tal").evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 160)")
    camera.take(page, "mit-afsaet-tal")
    camera.take(camera.go(camera.page(scored, DESK), "/mit-afsaet/plan"), "papir", whole=True)
    camera.take(camera.go(camera.page(scored), "/gemt"), "gemt")


def with_numbers(system: System) -> Life:
    """A citizen who has been on the way for three months."""
    life = Life.begin(system, 91, "Karla")
    goal = life.active("Jeg spiser sammen med Bodil på værestedet hver onsdag.", WISH)
    life.clock.later(days=14)
    for words, score, days in (("det var svært at gå derhen", 3, 30), ("", 5, 20), ("vi lo ad grøden", 7, 26)):
        life.does(goal, Act.FOLLOW_UP, words, score)
        life.clock.later(days=days)
    life.clock.at = now() - timedelta(days=2)
    life.does(goal, Act.NOTICE, "jeg hilste på en ny ved bordet")
    life.today()
    return life


def the_peer(camera: Camera) -> None:
    """A supported session, seen from both seats."""
    citizen = camera.system.citizen(camera.system.staff("Bodil"))
    phone = camera.go(camera.page(citizen), "/samtale")
    phone.get_by_role("button", name="Sidder du sammen med en peer?").click()
    camera.take(phone, "peer-kode")
    code = phone.locator(".code").inner_text().strip()
    tablet = camera.page(size={"width": 820, "height": 1100})
    sign_in_first_time(camera.system, tablet, "petra", "Petra", "peer")
    camera.go(tablet, "/peer").get_by_label("Koden fra borgerens skærm").fill(code)
    tablet.get_by_role("button", name="Kom ind").click()
    citizen.say("jeg vil gerne ud i haven igen")
    for button, text in (("Send", "Jeg sidder lige her ved siden af"), ("Borgeren sagde det her", "Du savner jorden")):
        tablet.get_by_label("Skriv til borgeren").fill(text)
        tablet.get_by_role("button", name=button, exact=True).click()
    tablet.locator("summary").first.click()
    camera.take(tablet, "peer-plads", whole=True)
    camera.take(camera.go(phone, "/samtale"), "peer-hos-borgeren")


def the_desk(camera: Camera) -> None:
    """The bostøtte's day."""
    page = camera.page(size=DESK)
    account = sign_in_first_time(camera.system, page, "bodil", "Bodil Bostøtte", "bostoette")
    with Life.begin(camera.system, 0).store() as work:
        staff = work.accounts.get(account).staff
    karla, ib = with_numbers(camera.system), Life.begin(camera.system, 2, "Ib", staff)
    with karla.store() as work:
        going = work.goals.of_citizen(karla.citizen)[0].id
        work.people.relate(account, karla.citizen, now())
    karla.clock.at = now() - timedelta(days=1)
    karla.shared("Jeg ringer til min søster på søndag.", "jeg vil gerne se min søster noget mere")
    ib.say("jeg vil gerne lære at svømme")
    waits = ib.shared("Jeg går hen og ser på svømmehallen.", "jeg vil gerne lære at svømme", (1,))
    ib.say("jeg har tænkt på at tage mit liv")
    camera.take(camera.go(page, "/skrivebord"), "skrivebord", whole=True)
    camera.take(camera.go(page, f"/skrivebord/borger/{karla.citizen}"), "skrivebord-borger", whole=True)
    camera.take(camera.go(page, f"/skrivebord/maal/{waits}"), "skrivebord-maal", whole=True)
    camera.take(camera.go(page, f"/skrivebord/maal/{going}"), "skrivebord-opfoelgning", whole=True)
    camera.go(page, f"/skrivebord/borger/{ib.citizen}").get_by_role("button", name="Lav en ny kode til Ib").click()
    camera.take(page, "skrivebord-kort", whole=True)
    page.emulate_media(color_scheme="dark")
    camera.take(camera.go(page, "/skrivebord"), "skrivebord-moerk")


def the_offices(camera: Camera) -> None:
    """Leader, accounts, sign-in."""
    camera.take(camera.go(camera.page(size=DESK), "/log-ind"), "log-ind")
    for login, name, role, path, picture in (
        ("lone", "Lone Leder", "leder", "/overblik", "overblik"), ("axel", "Axel", "admin", "/konti", "konti"),
    ):
        page = camera.page(size=DESK)
        sign_in_first_time(camera.system, page, login, name, role)
        camera.take(camera.go(page, path), picture)
        expect(page.get_by_role("heading", level=1)).to_be_visible()


SCENES: dict[str, Callable[[Camera], None]] = {
    "beginning": the_beginning, "talk": the_talk, "plan": the_plan, "peer": the_peer, "desk": the_desk,
    "offices": the_offices,
}


def main(wanted: list[str]) -> int:
    """All scenes, or those named; 1 when the pictures together have grown too large."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("Chromium is not installed (apt-get install chromium)\n")
        return 2
    ensure_model(Settings())
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser: Any = play.chromium.launch(executable_path=chromium, args=QUIET)
        with running_system(Path(folder), f"sqlite:///{folder}/afsaet.db") as system:
            for name in wanted or SCENES:
                SCENES[name](Camera(system, browser))
        browser.close()
    bytes_of_all = sum(path.stat().st_size for path in FOLDER.glob("*.png"))
    sys.stdout.write(f"{bytes_of_all / 1_000_000:.2f} MB in all\n")
    return int(bytes_of_all > _MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
