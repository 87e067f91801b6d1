# SPDX-License-Identifier: MPL-2.0
"""What everybody sees while nothing can be kept, and that it can be sent again afterwards."""

from __future__ import annotations

import html
import re
import uuid

from fastapi.testclient import TestClient

from tests.edges.houses import WISH, Bodil, Karla, check_problem

TYPED = "jeg vil gerne ud at gå – også når det regner <3"


def the_page_keeps_what_was_typed(browser: TestClient, typed: str = TYPED) -> str:
    """Says something by the page; the name under which it may be sent again."""
    name = uuid.uuid4().hex
    answer = browser.post("/samtale", data={"text": typed, "client_id": name})
    page = html.unescape(answer.text)
    assert answer.status_code == 503 and answer.headers["content-type"].startswith("text/html"), answer.text
    assert "Fejlen er vores" in page and "ikke sendt endnu" in page
    assert re.search(rf'<textarea id="text" name="text"[^>]*>{re.escape(typed)}</textarea>', page)
    assert f'name="client_id" value="{name}"' in page, "sent again it is the same message"
    assert "112" in page and "12 34 56 78" in page and answer.headers["retry-after"]
    return name


def everybody_is_told(browser: TestClient, karla: Karla, bodil: Bodil) -> str:
    """Citizen and staff, by page and by program; the name of what was typed."""
    told = check_problem(karla.say(WISH), 503, "store-away")
    assert {"name": "Akuttelefonen", "number": "12 34 56 78"} in told["contacts"]
    check_problem(bodil.get("/goals"), 503, "store-away")
    assert browser.get("/health").status_code == 200 and browser.get("/ready").status_code == 503
    page = browser.get("/samtale")
    assert page.status_code == 503 and "112" in page.text and "Fejlen er vores" in page.text
    return the_page_keeps_what_was_typed(browser)


def it_is_sent_again_and_there_once(browser: TestClient, karla: Karla, name: str) -> None:
    """Twice, as an impatient thumb does."""
    for _ in range(2):
        answer = browser.post("/samtale", data={"text": TYPED, "client_id": name})
        assert answer.status_code == 303, answer.text
    assert [turn["said"] for turn in karla.turns()].count(TYPED) == 1
