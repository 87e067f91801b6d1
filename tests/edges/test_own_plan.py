# SPDX-License-Identifier: MPL-2.0
"""The citizen's own plan without JavaScript: share, answer, score, see it over time, print, take back; and errors."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from bot.codebook import Safety
from bot.danish.readability import lix
from bot.store.work import SqlStore
from tests.edges.houses import ACUTE, CONCERN, WISH, WORDING, Bodil, Karla, confirm_goal, everything, new_citizen
from tests.edges.test_pages import NASTY, error_on
from tests.edges.test_privacy_pages import hidden, text_of
from tests.factories import Clock

OTHER = "Jeg spørger min nabo, om vi skal drikke kaffe på fredag."
OWN = "Jeg skriver til min nabo på torsdag."


@pytest.fixture
def browser(client: TestClient, karla: Karla) -> TestClient:
    """Karla's browser, which holds her cookie."""
    client.cookies.set("afsaet_talk", karla.token)
    return client


@pytest.fixture
def active(browser: TestClient, bodil: Bodil, shared_goal: str) -> str:
    """A goal that both have said yes to."""
    bodil.post(f"/goals/{shared_goal}/review", {"act": "agree"})
    assert answer(browser, shared_goal, "yes").status_code == 303
    return shared_goal


def own_page(browser: TestClient) -> str:
    found = browser.get("/mit-afsaet")
    assert found.status_code == 200 and found.headers["content-type"].startswith("text/html")
    return str(found.text)


def answer(browser: TestClient, goal: str, act: str, **fields: str) -> Any:
    return browser.post("/mit-afsaet/svar", data={"goal": goal, "act": act, **fields})


def field(page: str, id: str) -> str:
    found = re.search(rf'<textarea id="{id}"[^>]*>([^<]*)</textarea>', page)
    assert found, f"no field {id}"
    return html.unescape(found[1])


def check_open(page: str, act: str, goal: str) -> None:
    """What was typed is not folded away."""
    around = page[: page.index(f'id="{act}-{goal}"')]
    stack: list[str] = []
    for mark in re.findall(r"<details[^>]*>|</details>", around):
        stack = stack[:-1] if mark == "</details>" else [*stack, mark]
    assert stack and all(" open" in mark for mark in stack), stack


def come_back(browser: TestClient, clock: Clock, bodil: Bodil, karla: Karla, days: int) -> None:
    """A later visit: the phone has forgotten, so the citizen gets a new code and a new talk."""
    clock.later(days=days)
    code = bodil.post("/invitations", {"citizen_id": karla.citizen_id}).json()["code"]
    browser.cookies.clear()
    assert browser.post("/start", data={"code": code}).status_code == 303


# Before anything is agreed


def test_before_anything_is_said_there_is_room_and_no_demand(browser: TestClient) -> None:
    told = text_of(own_page(browser))
    assert "Her er plads til dig" in told and "Et lille ønske er nok" in told
    assert "Vil du dele" not in told and "Hvordan var samtalen" not in told


def test_a_wish_without_a_delmaal_stands_there_in_the_citizens_words(browser: TestClient, karla: Karla) -> None:
    karla.say(WISH)
    told = text_of(own_page(browser))
    assert f"»{WISH}«" in told and "ikke noget delmål til det endnu" in told and "Du skal ikke gøre noget" in told


def test_the_talk_says_what_is_new_in_the_plan(
    browser: TestClient, store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla
) -> None:
    def said() -> str:
        return text_of(str(browser.get("/samtale").text))

    assert "Her kan dine ønsker og delmål stå" in said() and 'href="/mit-afsaet"' in browser.get("/samtale").text
    goal = confirm_goal(store, clock, karla.id)
    assert "Et udkast ligger klar. Kun du kan se det." in said()
    karla.post(f"/conversations/{karla.id}/share", {"goals": [goal]})
    assert "Her står dine ønsker og delmål." in said()
    bodil.post(f"/goals/{goal}/review", {"act": "ask", "reason": "Hvornår?"})
    assert "Din bostøtte har et spørgsmål til et mål." in said()


def test_each_wish_stands_above_its_own_delmaal(
    browser: TestClient, store: SqlStore, clock: Clock, karla: Karla, goal_id: str
) -> None:
    clock.later(minutes=5)
    confirm_goal(store, clock, karla.id, wording="Jeg låner en cykel.", wish="jeg vil gerne cykle igen")
    told = text_of(own_page(browser))
    places = [told.index(text) for text in (f"»{WISH}«", WORDING, "»jeg vil gerne cykle igen«", "Jeg låner en cykel.")]
    assert places == sorted(places)


# Sharing


def test_a_draft_is_shared_by_ticking_it_and_each_quote_on_its_own(
    browser: TestClient, bodil: Bodil, goal_id: str
) -> None:
    browser.post("/samtale", data={"text": WISH})
    page = own_page(browser)
    (quote,) = re.findall(r'name="quote" value="(\d+)"', page)
    assert f'name="goal" value="{goal_id}"' in page and not re.search(r'type="checkbox"[^>]* checked', page)
    form = {"goal": [goal_id], "quote": [quote]}
    seen = hidden(browser.post("/mit-afsaet/del", data=form).text, "seen")
    assert bodil.get(f"/goals/{goal_id}").status_code == 404, "what is only shown is not shared"
    done = browser.post("/mit-afsaet/del", data=form | {"seen": seen})
    assert (done.status_code, done.headers["location"]) == (303, "/mit-afsaet?sket=share&maal=delt#delt")
    seen = bodil.get(f"/goals/{goal_id}").json()
    assert (seen["status"], seen["wording"], [one["text"] for one in seen["quotes"]]) == ("shared", WORDING, [WISH])
    page = own_page(browser)
    assert f'name="quote" value="{quote}">Tag' not in page and f'aria-label="Tag tilbage: {WISH}"' in page
    assert not re.search(rf'type="checkbox" name="(goal" value="{goal_id}|quote" value="{quote})"', page)


@pytest.mark.parametrize(("form", "status"), [({}, 422), ({"goal": ["findes-ikke"]}, 404), ({"quote": ["99"]}, 422)])
def test_a_share_that_cannot_be_is_an_error_on_the_page(
    browser: TestClient, store: SqlStore, goal_id: str, form: dict[str, list[str]], status: int
) -> None:
    before = everything(store)
    refused = browser.post("/mit-afsaet/del", data=form)
    assert refused.status_code == status and error_on(refused.text)
    assert everything(store) == before


def test_a_quote_and_the_talk_in_short_are_taken_back_one_by_one(
    browser: TestClient, bodil: Bodil, karla: Karla, goal_id: str
) -> None:
    karla.say(WISH)
    quote = karla.turns()[-1]["turn"]
    karla.post(f"/conversations/{karla.id}/share", {"goals": [goal_id], "quotes": [quote], "summary": True})
    assert text_of(own_page(browser)).count("Tag tilbage") == 2
    browser.post("/mit-afsaet/tilbage", data={"of": karla.id, "quote": quote})
    assert bodil.get(f"/goals/{goal_id}").json()["quotes"] == []
    done = browser.post("/mit-afsaet/tilbage", data={"of": karla.id, "summary": "true"})
    assert done.status_code == 303 and "Det er taget tilbage." in browser.get(done.headers["location"]).text
    assert bodil.get(f"/conversations/{karla.id}/shared-summary").status_code == 404
    nothing = browser.post("/mit-afsaet/tilbage", data={"of": karla.id})
    assert nothing.status_code == 422 and error_on(nothing.text)


# Answering


@pytest.mark.parametrize(
    ("review", "act", "fields", "after"),
    [
        ({"act": "suggest", "wording": OTHER}, "yes", {}, "active"),
        ({"act": "suggest", "wording": OTHER}, "own_wording", {"wording": OWN, "reason": "fredag er slem"}, "shared"),
        ({"act": "ask", "reason": "Hvornår?"}, "reply", {"reason": "På torsdag"}, "shared"),
        ({"act": "agree"}, "no", {"reason": "ikke mere"}, "withdrawn"),
        ({"act": "not_now", "reason": "Vi venter"}, "take_back", {}, "withdrawn"),
    ],
)
def test_a_review_is_answered_by_the_forms_on_the_page(
    browser: TestClient, bodil: Bodil, karla: Karla, shared_goal: str, review: dict[str, str], act: str,
    fields: dict[str, str], after: str,
) -> None:
    bodil.post(f"/goals/{shared_goal}/review", review)
    page = own_page(browser)
    assert f'name="act" value="{act}"' in page and html.escape(review.get("reason", "")) in page
    version = hidden(page, "version")[0]
    done = answer(browser, shared_goal, act, version=version, **fields)
    place = f"/mit-afsaet?sket={act}&maal={shared_goal}#maal-{shared_goal}"
    assert (done.status_code, done.headers["location"]) == (303, place)
    stands = karla.get(f"/goals/{shared_goal}").json()
    assert stands["status"] == after
    last = [one for one in stands["history"] if one["act"] == act][-1]
    assert last["reason"] == fields.get("reason", ""), "the reason is kept"
    assert 'role="status"' in browser.get(place).text


def test_a_suggestion_shows_what_is_different_in_words_too(
    browser: TestClient, bodil: Bodil, shared_goal: str
) -> None:
    bodil.post(f"/goals/{shared_goal}/review", {
        "act": "suggest", "wording": OTHER, "reason": "Så er der bedre tid", "details": {"when": "på fredag"}})
    page = own_page(browser)
    section = page[page.index("Det er anderledes"):]
    removed, added = re.findall(r"<del>.*?</del>", section), re.findall(r"<ins>.*?</ins>", section)
    assert any("spise sammen" in one and "(væk:)" in one for one in removed)
    assert any("drikke kaffe" in one and "(nyt:)" in one for one in added)
    told = text_of(page)
    assert "»Så er der bedre tid«" in told and "Hvornår" in told and "på fredag" in told and "Din tur" in told


def test_to_a_suggestion_the_citizen_may_keep_their_own_words(
    browser: TestClient, bodil: Bodil, shared_goal: str
) -> None:
    bodil.post(f"/goals/{shared_goal}/review", {"act": "suggest", "wording": OTHER})
    page = own_page(browser)
    assert field(page, f"wording-{shared_goal}") == WORDING and "Behold mine egne ord" in page


def test_an_answer_that_came_too_late_is_an_error_on_the_page_and_the_words_are_not_lost(
    browser: TestClient, shared_goal: str, store: SqlStore
) -> None:
    before = everything(store)
    refused = answer(browser, shared_goal, "own_wording", wording=OWN, reason="den er bedre")
    assert refused.status_code == 409
    page = html.unescape(refused.text)
    assert "Det kan ikke gøres" in page and OWN in page and "den er bedre" in page
    assert everything(store) == before


def test_what_staff_changed_meanwhile_is_read_before_it_is_answered(
    browser: TestClient, bodil: Bodil, shared_goal: str, store: SqlStore
) -> None:
    bodil.post(f"/goals/{shared_goal}/review", {"act": "agree"})
    version = hidden(own_page(browser), "version")[0]
    bodil.post(f"/goals/{shared_goal}/comments", {"text": "Vent lige lidt"})
    before = everything(store)
    refused = answer(browser, shared_goal, "own_wording", version=version, wording=OWN)
    assert refused.status_code == 412 and "ændret, siden du læste det" in refused.text
    assert field(refused.text, f"wording-{shared_goal}") == OWN and "Vent lige lidt" in refused.text
    check_open(refused.text, "own_wording", shared_goal)
    assert everything(store) == before


@pytest.mark.parametrize(("act", "words", "status"), [
    ("own_wording", "x" * 2_001, 413), ("reply", " ", 422), ("reply", "x" * 2_001, 413),
])
def test_words_that_cannot_be_taken_stay_in_their_field(
    browser: TestClient, bodil: Bodil, shared_goal: str, act: str, words: str, status: int
) -> None:
    bodil.post(f"/goals/{shared_goal}/review", {"act": "ask", "reason": "Hvornår?"})
    name = "wording" if act == "own_wording" else "reason"
    refused = answer(browser, shared_goal, act, **{name: words})
    assert refused.status_code == status and refused.headers["content-type"].startswith("text/html")
    kept_in = "wording" if name == "wording" else act
    assert error_on(refused.text) and field(refused.text, f"{kept_in}-{shared_goal}") == words
    check_open(refused.text, act, shared_goal)


def test_what_staff_write_is_text_too(browser: TestClient, bodil: Bodil, shared_goal: str) -> None:
    bodil.post(f"/goals/{shared_goal}/review", {"act": "suggest", "wording": NASTY, "reason": NASTY})
    page = own_page(browser)
    assert "<script>" not in page and html.escape(NASTY, quote=False)[:14] in page


def test_another_citizens_goal_and_words_cannot_be_touched_from_the_page(
    client: TestClient, store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla, shared_goal: str
) -> None:
    client.cookies.set("afsaet_talk", new_citizen(store, clock, client, bodil.staff).token)
    before = everything(store)
    assert answer(client, shared_goal, "take_back").status_code == 404
    assert client.post("/mit-afsaet/del", data={"goal": [shared_goal]}).status_code == 404
    assert client.post("/mit-afsaet/tilbage", data={"of": karla.id, "summary": "true"}).status_code == 404
    assert WORDING not in client.get("/mit-afsaet").text
    assert everything(store) == before


# On its way


def test_numbers_become_a_line_and_a_table(
    browser: TestClient, clock: Clock, bodil: Bodil, karla: Karla, active: str
) -> None:
    assert answer(browser, active, "follow_up", score="4", reason="det var svært").status_code == 303
    page = own_page(browser)
    assert "<svg" not in page and "»det var svært«" in page, "one number is no line"
    come_back(browser, clock, bodil, karla, 42)
    assert answer(browser, active, "follow_up", score="7,5").status_code == 303
    bodil.post(f"/goals/{active}/follow-up", {"act": "follow_up", "score": 6, "comment": "Vi talte om det"})
    page = own_page(browser)
    (line,) = re.findall(r'<polyline class="tal-line" points="([^"]+)"', page)
    across, down = zip(*(map(float, point.split(",")) for point in line.split()), strict=True)
    assert across == (30.0, 300.0, 300.0) and down[1] < down[2] < down[0], "a higher number stands higher"
    assert 'aria-label="Mine tal over tid: 4 den 2. marts 2026, 7,5 den 13. april 2026, 6 den' in page
    rows = re.findall(r'<tr><th scope="row">([^<]+)</th><td>([^<]+)</td>', page)
    assert rows == [("13. april 2026", "6"), ("13. april 2026", "7,5"), ("2. marts 2026", "4")]
    assert "(skrevet af din bostøtte)" in page and "style=" not in page


@pytest.mark.parametrize(("score", "said"), [
    ("11", "0 til 10"), ("syv", "Vælg et tal"), ("-1", "0 til 10"), ("nan", "0 til 10"),
])
def test_a_number_off_the_ruler_keeps_the_words(
    browser: TestClient, store: SqlStore, active: str, score: str, said: str
) -> None:
    before = everything(store)
    refused = answer(browser, active, "follow_up", score=score, reason="det gik")
    assert refused.status_code == 422 and said in error_on(refused.text)
    assert field(refused.text, f"follow_up-{active}") == "det gik" and everything(store) == before
    check_open(refused.text, "follow_up", active)


def test_a_follow_up_with_nothing_in_it_is_asked_about(browser: TestClient, store: SqlStore, active: str) -> None:
    before = everything(store)
    refused = answer(browser, active, "follow_up")
    assert refused.status_code == 422 and "Vælg et tal" in error_on(refused.text) and everything(store) == before


def test_when_it_is_time_to_look_again_it_is_said_without_pressure(
    browser: TestClient, clock: Clock, bodil: Bodil, karla: Karla, active: str
) -> None:
    assert "I ser på det igen den 12. marts 2026. Du kan også gøre det før." in text_of(own_page(browser))
    come_back(browser, clock, bodil, karla, 50)
    told = text_of(own_page(browser))
    assert told.count("Det kan også vente.") == 2, "on top and at the goal"
    check_open(own_page(browser), "follow_up", active)


def test_small_steps_pause_and_end_are_the_citizens_to_say(
    browser: TestClient, karla: Karla, active: str
) -> None:
    answer(browser, active, "notice", reason="jeg hilste på trappen")
    assert "Små skridt" in (told := text_of(own_page(browser))) and "»jeg hilste på trappen«" in told
    answer(browser, active, "pause", reason="det er mørkt nu")
    assert "Målet holder pause." in text_of(own_page(browser))
    answer(browser, active, "resume")
    answer(browser, active, "drop")
    stands = karla.get(f"/goals/{active}").json()
    assert [one["act"] for one in stands["history"]][-4:] == ["notice", "pause", "resume", "drop"]
    assert "Det, der er slut" in (told := text_of(own_page(browser))) and "Lagt væk" in told and WORDING in told


def test_a_fourth_goal_waits_and_is_started_when_there_is_room(
    browser: TestClient, store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla
) -> None:
    made = [confirm_goal(store, clock, karla.id, wording=f"Jeg går en tur nummer {number}.") for number in range(4)]
    karla.post(f"/conversations/{karla.id}/share", {"goals": made})
    for goal in made:
        bodil.post(f"/goals/{goal}/review", {"act": "agree"})
        answer(browser, goal, "yes")
    page = own_page(browser)
    assert "Du har tre mål i gang" in page and 'value="start"' not in page and 'value="yes"' not in page
    answer(browser, made[0], "reach", reason="det gik jo")
    assert 'value="start"' in own_page(browser)
    answer(browser, made[3], "start")
    assert karla.get(f"/goals/{made[3]}").json()["status"] == "active"


# Paper, calendar, the talk


def test_paper_and_calendar_come_when_something_is_agreed(browser: TestClient, goal_id: str) -> None:
    page = own_page(browser)
    assert 'href="/mit-afsaet/plan"' not in page and "Når I begge har sagt ja" in page


def test_paper_and_calendar_are_the_citizens_own(browser: TestClient, active: str) -> None:
    page = own_page(browser)
    for path, kind in (("/mit-afsaet/plan", "text/html"), ("/mit-afsaet/uge.ics", "text/calendar")):
        assert f'href="{path}"' in page
        got = browser.get(path)
        assert got.headers["content-type"].startswith(kind) and got.headers["cache-control"] == "no-store"
        assert "spise sammen" in re.sub(r"\r\n ", "", got.text)
    assert "Min plan" in browser.get("/mit-afsaet/plan").text


@pytest.mark.usefixtures("pdf_can_be_drawn")
def test_the_plan_as_pdf(browser: TestClient, active: str) -> None:
    assert 'href="/mit-afsaet/plan.pdf"' in own_page(browser)
    assert browser.get("/mit-afsaet/plan.pdf").content.startswith(b"%PDF")


def test_how_the_talk_was_is_asked_and_can_be_changed(browser: TestClient, store: SqlStore, karla: Karla) -> None:
    karla.say(WISH)
    done = browser.post("/mit-afsaet/samtalen", data={"heard": "8", "mattered": "", "comment": "det var rart"})
    assert done.status_code == 303 and "Tak. Det er gemt." in browser.get(done.headers["location"]).text
    with store() as work:
        kept = work.talks.rating(karla.id)
    assert (kept.heard, kept.mattered, kept.comment) == (8.0, None, "det var rart")
    page = own_page(browser)
    assert 'name="heard" value="8" checked' in page and field(page, "comment") == "det var rart"
    refused = browser.post("/mit-afsaet/samtalen", data={"heard": "12", "comment": "nej"})
    assert refused.status_code == 422 and error_on(refused.text) and field(refused.text, "comment") == "nej"


# Danger in what is written here


@pytest.mark.parametrize(("words", "level"), [(ACUTE, Safety.ACUTE), (CONCERN, Safety.CONCERN)])
@pytest.mark.parametrize("where", ["comment", "rating"])
def test_danger_in_words_gets_numbers_and_staff_are_told(
    browser: TestClient, store: SqlStore, bodil: Bodil, karla: Karla, shared_goal: str, words: str, level: Safety,
    where: str,
) -> None:
    def write() -> Any:
        if where == "rating":
            return browser.post("/mit-afsaet/samtalen", data={"comment": words})
        return answer(browser, shared_goal, "comment", reason=words)

    done = write()
    assert (done.status_code, done.headers["location"]) == (303, f"/mit-afsaet?fare={level}")
    page = text_of(browser.get(done.headers["location"]).text)
    assert "Ring til et menneske nu" in page and ("112" in page or "12 34 56 78" in page)
    assert "besked om det til din bostøtte" in page and "delmål" not in page
    (alert,) = bodil.get("/alerts").json()
    assert alert["level"] == level and words not in str(alert)
    write()
    assert len(bodil.get("/alerts").json()) == 1, "told once, while nobody has seen it"


def test_danger_is_heeded_also_when_the_words_could_not_be_taken(
    browser: TestClient, bodil: Bodil, shared_goal: str
) -> None:
    refused = answer(browser, shared_goal, "reply", reason=ACUTE)
    assert refused.status_code == 409 and '<details class="help" open>' in refused.text and ACUTE in refused.text
    assert len(bodil.get("/alerts").json()) == 1


# Language


def test_the_plan_is_easy_to_read(browser: TestClient, bodil: Bodil, karla: Karla, active: str) -> None:
    answer(browser, active, "follow_up", score="4")
    told = [line for line in text_of(own_page(browser)).split("\n") if line.strip()]
    assert lix(told) <= 30


def test_a_wish_that_was_none_is_taken_off_the_goal_and_stays_in_the_talk(
    browser: TestClient, bodil: Bodil, karla: Karla, shared_goal: str
) -> None:
    assert bodil.get(f"/goals/{shared_goal}").json()["wish"]
    done = answer(browser, shared_goal, "not_my_wish")
    assert done.status_code == 303 and "Ønsket er taget af." in browser.get(done.headers["location"]).text
    seen = bodil.get(f"/goals/{shared_goal}").json()
    assert (seen["wish"], seen["status"]) == (None, "shared") and seen["wording"]
    again = answer(browser, shared_goal, "not_my_wish")
    assert again.status_code == 303, "twice is no error"


def test_a_wish_without_a_goal_can_be_taken_off_the_page(browser: TestClient) -> None:
    browser.post("/samtale", data={"text": WISH})
    assert f"»{WISH}«" in text_of(own_page(browser))
    done = browser.post("/mit-afsaet/oenske", data={"wish": WISH})
    assert done.status_code == 303 and f"»{WISH}«" not in text_of(own_page(browser)).split("Vil du dele")[0]
    assert browser.post("/mit-afsaet/oenske", data={"wish": "noget andet"}).status_code == 303


def test_a_wish_denied_in_the_talk_stands_above_no_draft(
    browser: TestClient, store: SqlStore, clock: Clock, karla: Karla
) -> None:
    browser.post("/samtale", data={"text": WISH})
    confirm_goal(store, clock, karla.id, wish=WISH)
    assert f"»{WISH}«" in text_of(own_page(browser))
    browser.post("/samtale", data={"text": "det er ikke mit ønske"})
    assert f"»{WISH}«" not in text_of(own_page(browser)).split("Vil du dele")[0]
