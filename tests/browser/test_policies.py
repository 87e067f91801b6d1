# SPDX-License-Identifier: MPL-2.0
"""A real browser on every page: it looks as it should, and nothing of a page offends the page's own policy."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.system import System

pytestmark = [pytest.mark.browser, pytest.mark.journey]

VIOLATIONS = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""


class Watched:
    """A page with its complaints: what the console said, and what the policy held back."""

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context(locale="da-DK")
        self.context.add_init_script(VIOLATIONS)
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda told: self.complaints.append(told.text) if told.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def check(self) -> None:
        """Nothing was complained of."""
        assert self.page.evaluate("window.violations") == []
        assert self.complaints == []


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Watched]:
    made = Watched(chromium)
    yield made
    made.context.close()


def text_colour(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.querySelector('button, h1')).fontFamily"))


def test_the_citizens_pages_offend_no_policy(on_sqlite: System, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{on_sqlite.url}/?kode={on_sqlite.staff().invite()}")
    watched.check()
    page.get_by_role("button", name="Begynd").click()
    page.get_by_label("Skriv her").fill("jeg vil gerne ud at gå")
    page.get_by_role("button", name="Send", exact=True).first.click()
    expect(page.locator(".talk li.mine").last).to_contain_text("ud at gå")
    watched.check()
    for path in ("/privatliv", "/log-ind", "/log-ind/ny"):
        page.goto(on_sqlite.url + path)
        assert "system-ui" in text_colour(page) or "sans" in text_colour(page)
        watched.check()


def test_a_form_that_is_sent_in_two_tabs_is_taken_in_both(on_sqlite: System, watched: Watched) -> None:
    first = watched.page
    first.goto(f"{on_sqlite.url}/?kode={on_sqlite.staff().invite()}")
    first.get_by_role("button", name="Begynd").click()
    second = watched.context.new_page()
    second.goto(f"{on_sqlite.url}/samtale")
    for page, text in ((first, "fra den ene"), (second, "fra den anden")):
        page.get_by_label("Skriv her").fill(text)
        page.get_by_role("button", name="Send", exact=True).first.click()
        expect(page.locator(".talk li.mine").last).to_contain_text(text)


def test_the_pages_of_the_api_work_without_a_script_in_them(on_sqlite: System, watched: Watched) -> None:
    watched.page.goto(f"{on_sqlite.url}/api/docs")
    expect(watched.page.locator(".opblock-summary-path").first).to_be_visible(timeout=20_000)
    watched.page.locator(".opblock-summary").first.click()
    expect(watched.page.locator(".opblock-body").first).to_be_visible()
    watched.check()


def test_the_plan_for_paper_keeps_its_style(on_sqlite: System, watched: Watched) -> None:
    staff = on_sqlite.staff()
    citizen = on_sqlite.citizen(staff)
    headers = dict(citizen.client.headers)
    watched.page.set_extra_http_headers({"Authorization": headers["authorization"]})
    watched.page.goto(f"{on_sqlite.url}/api/v1/conversations/{citizen.id}/plan.html")
    assert watched.page.evaluate("getComputedStyle(document.body).maxWidth") != "none"
    assert watched.page.evaluate("window.violations") == []


@pytest.fixture
def another_site(on_sqlite: System) -> Iterator[str]:
    """A page of another site (localhost is another site than 127.0.0.1) that sends a form as soon as it is seen."""
    form = f"""<!doctype html><form method="post" action="{on_sqlite.url}/log-ud"><input name="text" value="ond"></form>
      <form method="post" action="{on_sqlite.url}/samtale"><input name="text" value="ond"></form>
      <script>document.forms[Number(location.hash.slice(1))].submit()</script>"""

    class Evil(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(form.encode())

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = http.server.ThreadingHTTPServer(("localhost", 0), Evil)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()


def test_another_site_can_neither_send_forms_nor_frame_ours(
    on_sqlite: System, watched: Watched, another_site: str
) -> None:
    page = watched.page
    page.goto(f"{on_sqlite.url}/?kode={on_sqlite.staff().invite()}")
    page.get_by_role("button", name="Begynd").click()
    for number in (0, 1):
        with page.expect_response(lambda answer: answer.request.method == "POST") as sent:
            page.goto(f"{another_site}#{number}")
            page.reload()
        assert sent.value.status == 403
    page.goto(f"{on_sqlite.url}/samtale")
    expect(page.locator(".talk li.mine")).to_have_count(0)
    page.goto(another_site.replace("#", "") + "#9")
    page.evaluate(f"document.body.innerHTML = '<iframe src=\"{on_sqlite.url}/\"></iframe>'")
    page.wait_for_timeout(1_000)
    frame = page.frames[-1]
    assert frame.url.startswith("chrome-error") or "Begynd" not in frame.content()
