# SPDX-License-Identifier: MPL-2.0
"""The citizen's pages without JavaScript: begin, say, choose, share, answer, and errors beside what was written."""

from __future__ import annotations

import html
import re
import uuid

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.settings import Settings
from bot.store.work import SqlStore
from bot.web.cookies import TALK_COOKIE
from tests.edges.houses import WISH, WORDING, Bodil, FakeRasa, Karla, everything, move_in
from tests.factories import Clock

NASTY = "<script>alert('x')</script>\"><b>&amp;"


@pytest.fixture
def browser(client: TestClient, karla: Karla) -> TestClient:
    """Karla's browser, which holds her cookie."""
    client.cookies.set("afsaet_talk", karla.token)
    return client


def page_of(browser: TestClient, at: str = "/samtale") -> str:
    answer = browser.get(at)
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
    again = client.post("/start", data={"code": used})
    clock.later(days=15)
    late = client.post("/start", data={"code": old})
    assert (again.status_code, late.status_code) == (410, 410)
    assert "allerede brugt" in error_on(again.text) and "for gammel" in error_on(late.text)


def test_a_far_too_long_code_is_still_answered_with_the_page(client: TestClient) -> None:
    answer = client.post("/start", data={"code": "x" * 201})
    assert answer.headers["content-type"].startswith("text/html") and error_on(answer.text)


@pytest.mark.parametrize(("method", "path"), [
    ("GET", "/samtale"), ("POST", "/samtale"), ("POST", "/mit-afsaet/del"), ("POST", "/mit-afsaet/svar"),
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


# Sharing and answering


def test_a_draft_is_shared_by_ticking_it_and_each_quote_on_its_own(
    browser: TestClient, bodil: Bodil, goal_id: str
) -> None:
    browser.post("/samtale", data={"text": WISH})
    page = page_of(browser, "/mit-afsaet")
    (quote,) = re.findall(r'name="quote" value="(\d+)"', page)
    assert f'name="goal" value="{goal_id}"' in page and " checked" not in page
    form = {"goal": [goal_id], "quote": [quote]}
    seen = re.findall(r'name="seen" value="(\w+)"', browser.post("/mit-afsaet/del", data=form).text)
    assert bodil.get(f"/goals/{goal_id}").status_code == 404, "what is only shown is not shared"
    answer = browser.post("/mit-afsaet/del", data=form | {"seen": seen})
    assert (answer.status_code, answer.headers["location"]) == (303, "/mit-afsaet")
    seen = bodil.get(f"/goals/{goal_id}").json()
    assert (seen["status"], seen["wording"], [one["text"] for one in seen["quotes"]]) == ("shared", WORDING, [WISH])
    assert "/mit-afsaet/del" not in page_of(browser, "/mit-afsaet")


@pytest.mark.parametrize(("form", "status"), [({}, 422), ({"goal": ["findes-ikke"]}, 404), ({"quote": ["99"]}, 422)])
def test_a_share_that_cannot_be_is_an_error_on_the_page(
    browser: TestClient, store: SqlStore, goal_id: str, form: dict[str, list[str]], status: int
) -> None:
    before = everything(store)
    answer = browser.post("/mit-afsaet/del", data=form)
    assert answer.status_code == status and error_on(answer.text)
    assert everything(store) == before


@pytest.mark.parametrize(
    ("review", "act", "words", "after"),
    [
        ({"act": "suggest", "wording": "Jeg ringer."}, "yes", "", "active"),
        ({"act": "suggest", "wording": "Jeg ringer."}, "own_wording", "Jeg skriver.", "shared"),
        ({"act": "ask", "reason": "Hvornår?"}, "reply", "På torsdag", "shared"),
        ({"act": "agree"}, "no", "", "withdrawn"),
        ({"act": "not_now", "reason": "Vi venter"}, "take_back", "", "withdrawn"),
    ],
)
def test_a_review_is_answered_by_the_forms_on_the_page(
    browser: TestClient, bodil: Bodil, karla: Karla, shared_goal: str, review: dict[str, str], act: str, words: str,
    after: str,
) -> None:
    bodil.post(f"/goals/{shared_goal}/review", review)
    page = page_of(browser, "/mit-afsaet")
    assert f'name="act" value="{act}"' in page and html.escape(review.get("reason", "")) in page
    answer = browser.post("/mit-afsaet/svar", data={"goal": shared_goal, "act": act, "words": words})
    assert (answer.status_code, answer.headers["location"]) == (303, "/mit-afsaet")
    assert karla.get(f"/goals/{shared_goal}").json()["status"] == after


def test_an_answer_that_came_too_late_is_an_error_on_the_page_and_the_words_are_not_lost(
    browser: TestClient, shared_goal: str, store: SqlStore
) -> None:
    before = everything(store)
    own = "Jeg spørger min søster først."
    answer = browser.post("/mit-afsaet/svar", data={"goal": shared_goal, "act": "own_wording", "words": own})
    assert answer.status_code == 409 and error_on(answer.text)
    assert own in html.unescape(answer.text)
    assert everything(store) == before


def test_a_wording_of_many_pages_is_an_error_on_the_page_too(
    browser: TestClient, bodil: Bodil, shared_goal: str
) -> None:
    bodil.post(f"/goals/{shared_goal}/review", {"act": "agree"})
    form = {"goal": shared_goal, "act": "own_wording", "words": "x" * 2_001}
    answer = browser.post("/mit-afsaet/svar", data=form)
    assert answer.headers["content-type"].startswith("text/html") and error_on(answer.text)


def test_what_staff_write_is_text_too(browser: TestClient, bodil: Bodil, shared_goal: str) -> None:
    bodil.post(f"/goals/{shared_goal}/review", {"act": "suggest", "wording": NASTY, "reason": NASTY})
    page = page_of(browser, "/mit-afsaet")
    assert "<script>" not in page and html.escape(NASTY, quote=False)[:14] in page


def test_another_citizens_goal_cannot_be_answered_from_the_page(
    client: TestClient, store: SqlStore, clock: Clock, bodil: Bodil, shared_goal: str
) -> None:
    code = bodil.post("/invitations", None).json()["code"]
    client.post("/start", data={"code": code})
    before = everything(store)
    assert client.post("/mit-afsaet/svar", data={"goal": shared_goal, "act": "take_back"}).status_code == 404
    assert client.post("/mit-afsaet/del", data={"goal": [shared_goal]}).status_code == 404
    assert everything(store) == before


# Mit afsæt


def test_the_plan_is_warm_while_there_is_nothing_and_every_page_leads_to_it(browser: TestClient, karla: Karla) -> None:
    assert 'href="/mit-afsaet"' in page_of(browser)
    empty = page_of(browser, "/mit-afsaet")
    assert "det haster ikke" in empty and "<form" not in empty.replace("samtalen", "")


@pytest.mark.parametrize(("review", "told"), [
    (None, "ligger klar"), ({"act": "agree"}, "har svaret"), ({"act": "ask", "reason": "Hvornår?"}, "har svaret"),
])
def test_the_conversation_says_what_is_new_in_the_plan(
    browser: TestClient, bodil: Bodil, karla: Karla, goal_id: str, review: dict[str, str] | None, told: str
) -> None:
    if review:
        karla.post(f"/conversations/{karla.id}/share", {"goals": [goal_id]})
        bodil.post(f"/goals/{goal_id}/review", review)
    assert told in page_of(browser)


def test_a_suggestion_shows_what_would_be_different(browser: TestClient, bodil: Bodil, shared_goal: str) -> None:
    bodil.post(f"/goals/{shared_goal}/review", {"act": "suggest", "wording": WORDING.replace("på", "om lidt på")})
    page = page_of(browser, "/mit-afsaet")
    assert "<ins>" in page and "nyt: </span>om lidt" in page


def test_scores_stand_in_a_table_and_from_two_on_as_a_line(
    browser: TestClient, bodil: Bodil, karla: Karla, shared_goal: str
) -> None:
    bodil.post(f"/goals/{shared_goal}/review", {"act": "agree"})
    browser.post("/mit-afsaet/svar", data={"goal": shared_goal, "act": "yes"})
    for score, words in (("4", "det gik trægt"), ("7,5", "jeg kom derhen")):
        told = {"goal": shared_goal, "act": "follow_up", "score": score, "words": words}
        assert browser.post("/mit-afsaet/svar", data=told).status_code == 303
        page = page_of(browser, "/mit-afsaet")
        assert words in page and ("<polyline" in page) is (score == "7,5")
    assert 'aria-label="Dine tal over tid: 4, 7,5"' in page
    assert karla.get(f"/goals/{shared_goal}").json()["scores"][-1]["score"] == 7.5


@pytest.mark.parametrize("score", ["mange", "11", "-1", "nan"])
def test_a_score_that_is_none_is_an_error_on_the_page_and_the_words_stay(
    browser: TestClient, bodil: Bodil, store: SqlStore, shared_goal: str, score: str
) -> None:
    bodil.post(f"/goals/{shared_goal}/review", {"act": "agree"})
    browser.post("/mit-afsaet/svar", data={"goal": shared_goal, "act": "yes"})
    before = everything(store)
    told = {"goal": shared_goal, "act": "follow_up", "score": score, "words": "det gik fint"}
    answer = browser.post("/mit-afsaet/svar", data=told)
    assert answer.status_code == 422 and error_on(answer.text) and "det gik fint" in answer.text
    assert everything(store) == before


def test_the_plan_can_be_printed_and_put_into_a_calendar(browser: TestClient, bodil: Bodil, shared_goal: str) -> None:
    bodil.post(f"/goals/{shared_goal}/review", {"act": "agree"})
    browser.post("/mit-afsaet/svar", data={"goal": shared_goal, "act": "yes"})
    assert html.escape(WORDING) in browser.get("/mit-afsaet/plan").text
    week = browser.get("/mit-afsaet/uge.ics")
    assert week.headers["content-type"].startswith("text/calendar") and "BEGIN:VCALENDAR" in week.text


def test_how_the_talk_was_is_kept_and_what_is_no_number_is_said(browser: TestClient, karla: Karla) -> None:
    browser.post("/samtale", data={"text": WISH})
    assert browser.post("/mit-afsaet/samtalen", data={"heard": "8", "comment": "rart"}).status_code == 303
    answer = browser.post("/mit-afsaet/samtalen", data={"heard": "otte", "comment": "rart igen"})
    assert answer.status_code == 422 and "rart igen" in answer.text
    assert "rart" in browser.get("/gemt/data.json").text


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
