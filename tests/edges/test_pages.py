# SPDX-License-Identifier: MPL-2.0
"""The citizen's pages without JavaScript: begin, say, choose, and errors beside what was written."""

from __future__ import annotations

import html
import re
import uuid

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.commands.model import ROOT
from bot.mi.conversation import Ask, Conversation
from bot.mi.processes import NONE_OF_THEM, choices_of
from bot.settings import Settings
from bot.store.work import SqlStore
from bot.web import pages
from bot.web.cookies import TALK_COOKIE
from tests.edges.houses import WISH, Bodil, FakeRasa, Karla, everything, move_in
from tests.factories import Clock

NASTY = "<script>alert('x')</script>\"><b>&amp;"


@pytest.fixture
def browser(client: TestClient, karla: Karla) -> TestClient:
    """Karla's browser, which holds her cookie."""
    client.cookies.set("afsaet_talk", karla.token)
    return client


def page_of(browser: TestClient) -> str:
    answer = browser.get("/samtale")
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/html")
    return str(answer.text)


def bubbles(page: str, whose: str) -> list[str]:
    found = re.findall(rf'<li class="{whose}"[^>]*><span[^>]*>[^<]*</span>([^<]*)</li>', page)
    return [html.unescape(said) for said in found]


def error_on(page: str) -> str:
    found = re.search(r'role="alert">([^<]+)<', page)
    assert found, "the page says what is wrong"
    return html.unescape(found[1])


def in_the_field(page: str) -> str:
    found = re.search(r'<textarea id="text"[^>]*>([^<]*)</textarea>', page)
    assert found
    return html.unescape(found[1])


# Beginning


def test_the_start_page_has_a_field_for_the_code(client: TestClient) -> None:
    page = client.get("/?kode=K7PQM-W3XRD")
    assert page.status_code == 200 and 'lang="da"' in page.text and 'value="K7PQM-W3XRD"' in page.text


def test_a_right_code_leads_to_the_talk_with_a_cookie_no_script_can_read(client: TestClient, bodil: Bodil) -> None:
    code = bodil.post("/invitations", None).json()["code"]
    answer = client.post("/start", data={"code": code})
    assert (answer.status_code, answer.headers["location"]) == (303, "/samtale")
    cookie = answer.headers["set-cookie"].lower()
    assert all(flag in cookie for flag in ("afsaet_talk=", "httponly", "samesite=lax", "path=/", "max-age="))
    assert "secure" not in cookie
    assert "program" in bubbles(page_of(client), "theirs")[0]


def test_behind_https_the_cookie_goes_no_other_way(
    app: FastAPI, client: TestClient, store: SqlStore, clock: Clock, rasa: FakeRasa, bodil: Bodil
) -> None:
    move_in(app, store, clock, rasa, Settings(public_url="https://afsaet.test"))
    code = bodil.post("/invitations", None).json()["code"]
    assert "secure" in client.post("/start", data={"code": code}).headers["set-cookie"].lower()


@pytest.mark.parametrize("code", ["FORKERT", "", NASTY, "x" * 200])
def test_a_wrong_code_shows_the_error_and_keeps_the_code(client: TestClient, store: SqlStore, code: str) -> None:
    before = everything(store)
    answer = client.post("/start", data={"code": code})
    assert answer.status_code == 404 and answer.headers["content-type"].startswith("text/html")
    assert "Koden passer ikke" in error_on(answer.text)
    kept = re.search(r'id="kode" name="code" value="([^"]*)"', answer.text)
    assert kept and html.unescape(kept[1]) == code
    assert TALK_COOKIE not in answer.headers.get("set-cookie", "") and everything(store) == before


def test_an_expired_and_a_used_code_say_so(client: TestClient, bodil: Bodil, clock: Clock) -> None:
    used, old = (bodil.post("/invitations", None).json()["code"] for _ in range(2))
    client.post("/start", data={"code": used})
    client.post("/samtale", data={"text": "hej"})
    client.cookies.clear()
    again = client.post("/start", data={"code": used})
    clock.later(days=15)
    late = client.post("/start", data={"code": old})
    assert (again.status_code, late.status_code) == (410, 410)
    assert "allerede brugt" in error_on(again.text) and "for gammel" in error_on(late.text)


def test_a_browser_that_has_begun_a_code_goes_on_with_it_also_when_it_is_old(
    client: TestClient, bodil: Bodil, clock: Clock
) -> None:
    own, other = (bodil.post("/invitations", None).json()["code"] for _ in range(2))
    client.post("/start", data={"code": own})
    client.post("/samtale", data={"text": "hej"})
    clock.later(days=15)
    again = client.post("/start", data={"code": own})
    assert (again.status_code, again.headers["location"]) == (303, "/samtale")
    assert "set-cookie" not in again.headers and bubbles(page_of(client), "mine") == ["hej"]
    wrong = client.post("/start", data={"code": other})
    assert wrong.status_code == 410 and "Fortsæt samtalen" in wrong.text, "only its own; and the way back is there"


def test_a_far_too_long_code_is_still_answered_with_the_page(client: TestClient) -> None:
    answer = client.post("/start", data={"code": "x" * 201})
    assert answer.headers["content-type"].startswith("text/html") and error_on(answer.text)


@pytest.mark.parametrize(("method", "path"), [
    ("GET", "/samtale"), ("POST", "/samtale"), *(("GET", f"/mit-afsaet{name}") for name in ("", "/plan", "/uge.ics")),
    *(("POST", f"/mit-afsaet/{name}") for name in ("del", "svar", "samtalen", "tilbage")),
])
@pytest.mark.parametrize("cookie", [None, "", "forkert"])
def test_a_browser_without_a_talk_is_led_to_the_start(
    client: TestClient, store: SqlStore, karla: Karla, method: str, path: str, cookie: str | None
) -> None:
    if cookie is not None:
        client.cookies.set("afsaet_talk", cookie)
    before = everything(store)
    answer = client.request(method, path, data={"text": WISH, "goal": "x", "act": "yes"} if method == "POST" else None)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert everything(store) == before


@pytest.mark.parametrize("path", ["/", "/privatliv", "/tilgaengelighed", "/static/afsaet.css", "/static/afsaet.svg"])
def test_public_pages_are_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200


def test_styles_and_scripts_are_sent_compressed_and_pages_with_a_token_are_not(client: TestClient) -> None:
    accepts = {"Accept-Encoding": "gzip"}
    style = client.get("/static/afsaet.css", headers=accepts)
    assert style.headers["content-encoding"] == "gzip" and "Accept-Encoding" in style.headers["vary"]
    assert ".talk" in style.text and style.headers["content-type"].startswith("text/css")
    assert "content-encoding" not in client.get("/static/afsaet.css", headers={"Accept-Encoding": "identity"}).headers
    assert "content-encoding" not in client.get("/", headers=accepts).headers, "the length must not tell of the token"


# Saying something


def test_a_message_is_said_by_a_plain_form_and_stands_on_the_page(browser: TestClient) -> None:
    answer = browser.post("/samtale", data={"text": WISH, "client_id": uuid.uuid4().hex})
    assert (answer.status_code, answer.headers["location"]) == (303, "/samtale#nu")
    page = page_of(browser)
    assert bubbles(page, "mine") == [WISH] and 'id="nu"' in page
    assert re.findall(r"<script(?![^>]* src=)", page) == []


def test_a_form_that_is_sent_twice_is_taken_once(browser: TestClient, rasa: FakeRasa) -> None:
    form = {"text": WISH, "client_id": re.findall(r'name="client_id" value="(\w+)"', page_of(browser))[0]}
    browser.post("/samtale", data=form)
    browser.post("/samtale", data=form)
    assert rasa.texts() == [WISH]


@pytest.mark.parametrize("client_id", ["", "forkert", "x" * 64])
def test_a_form_whose_name_was_changed_is_still_a_message(browser: TestClient, client_id: str) -> None:
    assert browser.post("/samtale", data={"text": "hej", "client_id": client_id}).status_code == 303
    assert bubbles(page_of(browser), "mine") == ["hej"]


def test_choices_are_buttons_that_say_themselves(browser: TestClient) -> None:
    browser.post("/samtale", data={"text": "slet alt"})
    page = page_of(browser)
    assert '<button name="choice" value="Ja, slet det hele">Ja, slet det hele</button>' in page
    browser.post("/samtale", data={"choice": "Ja, slet det hele", "text": "noget halvt skrevet"})
    assert bubbles(page_of(browser), "mine") == []


def test_skip_pause_and_stop_are_always_there(browser: TestClient) -> None:
    page = page_of(browser)
    assert all(f'value="{word}"' in page for word in ("Spring over", "Pause", "Stop"))
    assert 'href="tel:12345678"' in page


@pytest.mark.parametrize("text", ["a" * 20_000, NASTY * 200], ids=["long", "nasty"])
def test_a_text_that_is_too_long_stays_in_the_field(browser: TestClient, store: SqlStore, text: str) -> None:
    before = everything(store)
    answer = browser.post("/samtale", data={"text": text})
    assert answer.status_code == 413 and answer.headers["content-type"].startswith("text/html")
    assert "Del det op" in error_on(answer.text) and in_the_field(answer.text) == text
    assert everything(store) == before


@pytest.mark.parametrize("form", [{}, {"text": ""}, {"text": "   "}, {"text": "\x00"}, {"choice": " "}])
def test_an_empty_message_is_met_gently(browser: TestClient, store: SqlStore, form: dict[str, str]) -> None:
    before = everything(store)
    answer = browser.post("/samtale", data=form)
    assert answer.status_code == 422 and "Skriv et ord" in error_on(answer.text)
    assert everything(store) == before


def test_what_a_citizen_writes_is_text_and_never_a_page(browser: TestClient) -> None:
    browser.post("/samtale", data={"text": NASTY})
    page = page_of(browser)
    assert "<script>" not in page and "<b>" not in page
    assert bubbles(page, "mine") == [NASTY]


def test_while_rasa_is_away_the_page_goes_on(browser: TestClient, rasa: FakeRasa) -> None:
    rasa.mode = "silent"
    assert browser.post("/samtale", data={"text": WISH}).status_code == 303
    page = page_of(browser)
    assert bubbles(page, "mine") == [WISH] and "12 34 56 78" in bubbles(page, "theirs")[-1]


def test_a_long_talk_shows_its_end_and_a_way_to_its_beginning(
    browser: TestClient, karla: Karla, rasa: FakeRasa
) -> None:
    for number in range(61):
        rasa.take(karla.id, uuid.uuid4().hex, f"sag {number}")
    page = page_of(browser)
    assert "/samtale?alt=1" in page and "sag 0" not in bubbles(page, "mine")
    assert "sag 0" in bubbles(str(browser.get("/samtale?alt=1").text), "mine")


# What a script gets


def test_a_script_gets_only_what_is_new_and_the_same_message_once(browser: TestClient, karla: Karla) -> None:
    sent = {"text": WISH, "client_id": uuid.uuid4().hex, "since": "0"}
    answer = browser.post("/samtale", data=sent)
    assert answer.status_code == 200 and "<html" not in answer.text and bubbles(answer.text, "mine") == [WISH]
    again = browser.post("/samtale", data=sent)
    assert bubbles(again.text, "mine") == [WISH] and len(bubbles(page_of(browser), "mine")) == 1
    last = re.findall(r'data-last="(\d+)"', again.text)[0]
    assert bubbles(str(browser.get(f"/samtale/nyt?since={last}").text), "mine") == []


def test_a_script_is_told_what_is_wrong(browser: TestClient, karla: Karla) -> None:
    answer = browser.post("/samtale", data={"text": "  ", "since": "0"})
    assert answer.status_code == 422 and error_on(answer.text) and "data-last" in answer.text


# Cards


def test_every_part_of_life_that_is_offered_has_a_drawing() -> None:
    offered = set(choices_of(Conversation(id="x", seed=1), Ask.THEME)) - {NONE_OF_THEM}
    assert offered == set(pages._DRAWINGS)
    drawn = (ROOT / "bot/web/static/tegninger.svg").read_text(encoding="utf-8")
    assert all(f'id="{name}"' in drawn for name in pages._DRAWINGS.values())
