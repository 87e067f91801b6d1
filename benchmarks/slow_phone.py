# SPDX-License-Identifier: MPL-2.0
"""The conversation on a slow phone: Chromium at a quarter of its speed, 400 kbit/s, 400 ms there and back.

    python -m benchmarks.slow_phone

Prints the time until one can write (milliseconds from the click on "Begynd"), what went over the line before the first
message and for each turn (kB, as Chromium counts it, headers included), and the cumulative layout shift.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import CDPSession, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.browser.conftest import QUIET
from tests.journeys.system import running_system

PHONE = {"width": 360, "height": 740}
SAID = [
    "jeg vil gerne have nogen at spise sammen med", "jeg er træt af at sidde alene ved bordet",
    "så ville jeg grine lidt mere og sove bedre", "jeg er god til at lave mad", "der plejede at sidde fire om bordet",
]
_SHIFTS = """() => { window.shifted = 0; new PerformanceObserver((list) => { for (const one of list.getEntries())
  if (!one.hadRecentInput) window.shifted += one.value; }).observe({ type: "layout-shift", buffered: true }); }"""


class Line:
    """Counts what a page sends and gets."""

    def __init__(self, devtools: CDPSession) -> None:
        self.received = 0.0
        devtools.send("Network.enable")
        devtools.send("Network.emulateNetworkConditions", {
            "offline": False, "latency": 400, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8})
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        devtools.on("Network.loadingFinished", self._count)

    def _count(self, event: dict[str, float]) -> None:
        self.received += event["encodedDataLength"]

    def taken(self) -> float:
        """kB since it was asked last."""
        taken, self.received = self.received / 1000, 0.0
        return taken


def main() -> None:
    """Prints the figures."""
    folder = Path(tempfile.mkdtemp(prefix="afsaet-phone-"))
    with running_system(folder, f"sqlite:///{folder}/afsaet.db") as system, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        context = browser.new_context(
            viewport=PHONE, locale="da-DK", is_mobile=True, has_touch=True, device_scale_factor=2)  # type: ignore[arg-type]
        page = context.new_page()
        line = Line(context.new_cdp_session(page))
        code = system.staff().invite()
        started = time.monotonic()
        page.goto(f"{system.url}/?kode={code}")
        print(f"first screen after {1000 * (time.monotonic() - started):.0f} ms")
        page.get_by_role("button", name="Begynd").focus()
        started = time.monotonic()
        page.get_by_role("button", name="Begynd").click()
        page.get_by_role("button", name="Større tekst").wait_for()
        page.locator("#text").press_sequentially("h")
        print(f"one can write after {1000 * (time.monotonic() - started):.0f} ms")
        page.wait_for_load_state("networkidle")
        print(f"over the line before the first message: {line.taken():.1f} kB")
        page.evaluate(_SHIFTS)
        turns, waits = [], []
        for number, text in enumerate(SAID, 1):
            page.locator("#text").fill(text)
            started = time.monotonic()
            page.get_by_role("button", name="Send", exact=True).click()
            page.locator("#linjer li.theirs:not(.typing)").nth(number).wait_for()
            waits.append(1000 * (time.monotonic() - started))
            page.wait_for_load_state("networkidle")
            turns.append(line.taken())
        print(f"a turn: {statistics.median(turns):.1f} kB, at most {max(turns):.1f}; answered after "
              f"{statistics.median(waits):.0f} ms")
        print(f"cumulative layout shift: {page.evaluate('window.shifted'):.3f}")
        browser.close()


if __name__ == "__main__":
    main()
