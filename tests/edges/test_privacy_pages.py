# SPDX-License-Identifier: MPL-2.0
"""The citizen's pages on privacy: plain, true to the settings, complete; what staff see is first shown; piece by piece.
"""

from __future__ import annotations

import html
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.accounts import Role
from bot.codebook import Intent, Safety, Talk
from bot.danish.readability import lix
from bot.goals.lifecycle import Act, State
from bot.records import Alert
from bot.services import invitations, peers, privacy
from bot.services.sharing import preview
from bot.settings import Settings
from bot.store.work import SqlStore
from bot.web import kept_words
from bot.web.sharing import Shown
from tests.edges.houses import (
    ACUTE,
    WISH,
    WORDING,
    Bodil,
    FakeRasa,
    Karla,
    everything,
    move_in,
    new_account,
    new_citizen,
)
from tests.edges.test_pages import NASTY, error_on
from tests.factories import Clock
from tests.structure.house import ROOT

PUBLIC = ["/", "/privatliv", "/tilgaengelighed"]
HOURS = "mon-thu 08:00-16:00, fri 08:00-14:00"


@pytest.fixture
def browser(client: TestClient, karla: Karla) -> TestClient:
    """Karla's browser, which holds her cookie."""
    client.cookies.set("afsaet_talk", karla.token)
    return client


@pytest.fixture
def goal_id(karla: Karla, goal_id: str) -> str:
    """A draft, after Karla has told her wish."""
    karla.say(WISH)
    return goal_id


def text_of(page: str) -> str:
    """What is read, a line for each block."""
    inside = page[page.index("<main"):page.index("</main>")]
    broken = re.sub(r"</(?:p|li|h\d|summary|label|button|option)>", "\n", re.sub(r"\s+", " ", inside))
    return html.unescape(re.sub(r"<[^>]+>", "", broken))


def house_with(app: FastAPI, store: SqlStore, clock: Clock, rasa: FakeRasa, **chosen: object) -> None:
    move_in(app, store, clock, rasa, Settings.model_validate({"public_url": "http://afsaet.test", **chosen}))


def hidden(page: str, name: str) -> list[str]:
    return re.findall(rf'type="hidden" name="{name}" value="([^"]*)"', page)


def share(browser: TestClient, **form: object) -> None:
    """Sees and shares."""
    shown = browser.post("/mit-afsaet/del", data=form)
    assert shown.status_code == 200
    answer = browser.post("/mit-afsaet/del", data=form | {"seen": hidden(shown.text, "seen")})
    assert (answer.status_code, answer.headers["location"]) == (303, "/mit-afsaet?sket=share&maal=delt#delt")


# What the pages say


@pytest.mark.parametrize("path", [*PUBLIC[:2], "/gemt"])
def test_the_pages_are_easy_to_read(browser: TestClient, path: str) -> None:
    page = browser.get(path)
    assert page.status_code == 200 and lix(text_of(page.text).split("\n")) <= 30


@pytest.mark.parametrize("path", ["/", "/privatliv"])
def test_first_screen_and_privacy_say_what_they_must(client: TestClient, path: str) -> None:
    told = client.get(path).text
    for part in (
        "Du skriver med et program, ikke et menneske", "frivilligt", "Din bostøtte ser kun", "90 dage", "Datatilsynet",
        "112", "slet", "gemt om dig", "en ansat", "Dine ord er ikke med",
    ):
        assert part in told, part
    assert re.search(r"koster\s+(?:det\s+)?(?:ikke noget|ingenting)", told) and "samme hjælp" in told


def test_the_times_are_those_of_the_settings(
    app: FastAPI, client: TestClient, store: SqlStore, clock: Clock, rasa: FakeRasa
) -> None:
    house_with(app, store, clock, rasa, keep_talks_days=41, keep_declined_days=17, keep_audit_days=612)
    told = client.get("/privatliv").text
    assert all(f"{days} dage" in told for days in (41, 17, 612)) and "41 dage" in client.get("/").text


@pytest.mark.parametrize("path", ["/", "/privatliv"])
def test_the_contact_and_the_hours_are_told_where_they_are_set_and_only_there(
    app: FastAPI, client: TestClient, store: SqlStore, clock: Clock, rasa: FakeRasa, path: str
) -> None:
    before = client.get(path).text
    assert "De ansatte er her" not in before and "dpo@" not in before
    house_with(app, store, clock, rasa, staffed_hours=HOURS, privacy_contact="Databeskyttelse, dpo@by.test")
    told = client.get(path).text
    assert "mandag til torsdag kl. 8-16, fredag kl. 8-14, men ikke på helligdage" in told and "dpo@by.test" in told
    clock.at = clock.at.replace(year=2026, month=11, day=28)
    assert "De er her ikke nu. De er her igen på mandag kl. 8." in client.get(path).text
    clock.at = clock.at.replace(month=11, day=24, hour=9)
    assert "De er på arbejde nu." in client.get(path).text


@pytest.mark.parametrize("path", [*PUBLIC, "/samtale", "/gemt", "/log-ind", "/log-ind/ny"])
def test_every_page_has_its_marks_and_leads_to_privacy_and_accessibility(browser: TestClient, path: str) -> None:
    page = browser.get(path).text
    foot = page[page.index("<footer"):]
    assert 'href="/privatliv"' in foot and 'href="/was"' in foot and "Tilgængelighedserklæring" in foot
    assert page.count("<h1") == 1 and '<html lang="da">' in page and 'href="#indhold"' in page
    assert not re.findall(r"<script(?![^>]* src=)|<style| style=| on[a-z]+=", page), "nothing inline"
    fields = re.findall(r'<(?:input|textarea|select)(?![^>]*type="(?:hidden|checkbox)")[^>]* id="([^"]+)"', page)
    assert all(f'<label for="{field}"' in page for field in fields)


def test_was_leads_to_our_draft_or_to_the_municipalitys_own(
    app: FastAPI, client: TestClient, store: SqlStore, clock: Clock, rasa: FakeRasa
) -> None:
    assert client.get("/was").headers["location"] == "/tilgaengelighed"
    draft = client.get("/tilgaengelighed").text
    assert "Digitaliseringsstyrelsen" in draft and "[kommunen udfylder:" in draft and "<h1>" in draft
    house_with(app, store, clock, rasa, accessibility_url="https://was.test/afsaet")
    assert client.get("/was").headers["location"] == "https://was.test/afsaet"


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """WCAG 2.1, 1.4.3."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("which", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "behind"), [
    ("ink", "paper"), ("soft", "paper"), ("act", "paper"), ("ink", "mine"), ("ink", "theirs"), ("act", "theirs"),
    ("soft", "theirs"), ("on-act", "act"), ("ink", "warn-paper"),
])
def test_text_stands_out_from_what_is_behind_it(which: int, text: str, behind: str) -> None:
    style = (ROOT / "bot/web/static/afsaet.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", style.split(":root {")[which + 1].split("}")[0]))
    assert _contrast(colours[text], colours[behind]) >= 4.5


# What is shown before it is shared


def test_what_is_shown_is_what_staff_get(
    browser: TestClient, store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla, goal_id: str
) -> None:
    quote = karla.turns()[-1]["turn"]
    shown = Shown.of(preview(store, clock, karla.id, [goal_id], [quote], True))
    share(browser, goal=[goal_id], quote=[quote], summary="true")
    seen = bodil.get(f"/goals/{goal_id}").json()
    assert json.loads(shown.goals[0].model_dump_json()) == seen, "to the last field"
    assert shown.summary is not None
    summary = bodil.get(f"/conversations/{karla.id}/shared-summary").json()
    assert json.loads(shown.summary.model_dump_json()) == summary and WISH in summary["wishes"]


def test_the_preview_shows_it_and_shares_nothing(
    browser: TestClient, store: SqlStore, karla: Karla, goal_id: str
) -> None:
    before = everything(store)
    quote = karla.turns()[-1]["turn"]
    told = text_of(browser.post("/mit-afsaet/del", data={"goal": [goal_id], "quote": [quote], "summary": "true"}).text)
    assert WORDING in told and f"»{WISH}«" in told and "Samtalen i korte træk" in told
    assert "Ja, del det" in told and "Gå tilbage" in told and "Der er ikke delt noget endnu" in told
    assert everything(store) == before


def test_going_back_keeps_the_ticks(browser: TestClient, karla: Karla, goal_id: str) -> None:
    quote = karla.turns()[-1]["turn"]
    page = browser.get(f"/mit-afsaet?goal={goal_id}&quote={quote}&summary=true").text
    assert len(re.findall(r'type="checkbox"[^>]* checked', page)) == 3
    assert " checked" not in re.sub(r"type=\"radio\"[^>]*", "", browser.get("/mit-afsaet").text)


def test_what_has_changed_since_it_was_shown_is_shown_again(browser: TestClient, karla: Karla, goal_id: str) -> None:
    seen = hidden(browser.post("/mit-afsaet/del", data={"summary": "true", "goal": [goal_id]}).text, "seen")
    karla.say("jeg vil gerne lære at svømme")
    again = browser.post("/mit-afsaet/del", data={"summary": "true", "goal": [goal_id], "seen": seen})
    assert again.status_code == 200 and "Der er ændret noget" in error_on(again.text)
    assert karla.get(f"/goals/{goal_id}").json()["status"] == State.DRAFT
    assert hidden(again.text, "seen") != seen


def test_another_citizens_things_are_not_shown(
    client: TestClient, store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla, goal_id: str
) -> None:
    other = new_citizen(store, clock, client, bodil.staff)
    client.cookies.set("afsaet_talk", other.token)
    answer = client.post("/mit-afsaet/del", data={"goal": [goal_id]})
    assert answer.status_code == 404 and WORDING not in answer.text


def test_what_is_written_is_text_in_preview_and_in_what_is_kept(browser: TestClient, karla: Karla) -> None:
    karla.say(NASTY)
    quote = karla.turns()[-1]["turn"]
    shown = browser.post("/mit-afsaet/del", data={"quote": [quote]})
    for page in (shown, browser.get("/gemt"), browser.get("/gemt/data.html")):
        assert page.status_code == 200 and "<script>" not in page.text and "&lt;script&gt;" in page.text


# What is kept


def test_everything_that_is_kept_is_shown_in_words(
    browser: TestClient, store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla, goal_id: str
) -> None:
    invitations.invite(store, clock, bodil.staff, 14, karla.citizen_id, "Karla Kaktus")
    karla.client.put(f"/api/v1/conversations/{karla.id}/rating", json={"heard": 8, "comment": "det var rart"},
                     headers=karla.headers)
    karla.say(ACUTE)
    quote = next(turn["turn"] for turn in karla.turns() if turn["said"] == WISH)
    share(browser, goal=[goal_id], quote=[quote], summary="true")
    bodil.get(f"/goals/{goal_id}")
    told = text_of(browser.get("/gemt").text)
    for part in (
        WISH, WORDING, ACUTE, "Karla Kaktus", "det var rart", "Jeg blev hørt 8", "besked om fare nu", karla.citizen_id,
        "du fortalte noget", "Du delte det", "læste et mål, du har delt", "Selve koden er ikke gemt",
    ):
        assert part in told, part
    assert bodil.staff.name not in told and bodil.staff.id not in told


def test_everything_in_the_tables_is_in_the_file(
    browser: TestClient, store: SqlStore, karla: Karla, goal_id: str
) -> None:
    """Every table that has rows of a citizen's is one whose content has a place in the file."""
    karla.say(ACUTE)
    data = browser.get("/gemt/data.json").json()
    assert set(data) == {"citizen_id", "talks", "goals", "look_ups", "deletion_requests", "beside"}
    theirs = {name for name, rows in everything(store).items() for row in rows
              if {karla.citizen_id, karla.id, goal_id} & {value for value in row if isinstance(value, str)}}
    assert theirs - {"audit", "citizen_key", "relation"} == {
        "citizen", "conversation", "turn", "goal", "goal_change", "invitation", "alert"}
    assert set(data["beside"]) == {"since", "called", "alerts", "codes", "devices", "peers"}
    (talk,) = data["talks"]
    assert {"turns", "memory", "shared_quotes", "shared_summary", "rating"} <= set(talk)
    assert talk["memory"]["danger"] == Safety.ACUTE and len(talk["turns"]) == len(karla.turns())
    assert talk["turns"][-1]["read_as"]["safety"] == Safety.ACUTE and talk["turns"][-1]["why"]
    assert data["beside"]["alerts"][0]["level"] == Safety.ACUTE and data["beside"]["codes"]


@pytest.mark.parametrize("is_kept", [True, False])
def test_what_was_written_with_a_peer_is_shown_as_far_as_it_is_kept_and_goes_with_the_citizen(
    browser: TestClient, store: SqlStore, clock: Clock, karla: Karla, is_kept: bool
) -> None:
    peer = new_account(store, clock, browser, Role.PEER)
    peers.join(store, clock, peer.staff, peers.let_in(store, clock, karla.id))
    peers.say_as_peer(store, clock, peer.staff, "jeg har selv prøvet det")
    peers.end(store, clock, karla.id, f"citizen:{karla.citizen_id}", keep_notes=is_kept)
    told = text_of(browser.get("/gemt").text)
    assert "lukkede du en peer ind" in told and "kom ind i samtalen som peer" in told and peer.staff.name not in told
    assert ("jeg har selv prøvet det" in told) is is_kept and ("hinanden, er ikke gemt" in told) is not is_kept
    privacy.delete_citizen(store, clock, karla.citizen_id, "console")
    left = {name for name, rows in everything(store).items() if rows}
    assert left <= {"audit", "audit_head", "staff", "staff_session"}


def test_the_files_are_downloads_and_the_readable_one_stands_alone(
    browser: TestClient, karla: Karla, goal_id: str
) -> None:
    as_json, as_html = browser.get("/gemt/data.json"), browser.get("/gemt/data.html")
    assert as_json.headers["content-disposition"] == 'attachment; filename="mine-data.json"'
    assert as_html.headers["content-disposition"] == 'attachment; filename="mine-data.html"'
    assert as_json.json()["talks"] == karla.get(f"/conversations/{karla.id}/data").json()["talks"]
    assert WISH in as_html.text and "<form" not in as_html.text and "/static" not in as_html.text
    assert "<title>" in as_html.text and '<html lang="da">' in as_html.text


def test_to_look_at_what_is_kept_is_itself_noted(browser: TestClient, store: SqlStore, karla: Karla) -> None:
    browser.get("/gemt")
    assert (f"citizen:{karla.citizen_id}", "data.read") in [row[2:4] for row in everything(store)["audit"]]


# Piece by piece


def test_each_piece_is_taken_back_by_its_own_button(
    browser: TestClient, bodil: Bodil, karla: Karla, goal_id: str
) -> None:
    quote = karla.turns()[-1]["turn"]
    share(browser, goal=[goal_id], quote=[quote], summary="true")
    page = browser.get("/gemt").text
    assert page.count("Tag tilbage</button>") == 3

    gone = browser.post("/gemt/tilbage", data={"talk": karla.id, "quote": str(quote)})
    assert (gone.status_code, gone.headers["location"]) == (303, "/gemt#delt")
    assert bodil.get(f"/goals/{goal_id}").json()["quotes"] == []
    assert bodil.get(f"/conversations/{karla.id}/shared-summary").status_code == 200

    browser.post("/gemt/tilbage", data={"talk": karla.id, "summary": "true"})
    assert bodil.get(f"/conversations/{karla.id}/shared-summary").status_code == 404
    assert bodil.get(f"/goals/{goal_id}").status_code == 200

    browser.post("/gemt/tilbage", data={"goal": goal_id})
    assert bodil.get(f"/goals/{goal_id}").status_code == 404
    assert "Du har ikke delt noget" in text_of(browser.get("/gemt").text)


def test_what_was_shared_in_an_earlier_talk_is_taken_back_too(
    browser: TestClient, store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla, goal_id: str
) -> None:
    quote = karla.turns()[-1]["turn"]
    share(browser, goal=[goal_id], quote=[quote])
    code = invitations.invite(store, clock, bodil.staff, 14, karla.citizen_id).code
    browser.cookies.clear()
    browser.post("/start", data={"code": code})
    assert WISH in text_of(browser.get("/gemt").text)
    browser.post("/gemt/tilbage", data={"talk": karla.id, "quote": str(quote)})
    assert bodil.get(f"/goals/{goal_id}").json()["quotes"] == []


@pytest.mark.parametrize(("form", "status"), [
    ({}, 422), ({"goal": "findes-ikke"}, 404), ({"talk": "findes-ikke", "quote": "1"}, 404), ({"quote": "x"}, 422),
])
def test_what_cannot_be_taken_back_changes_nothing(
    browser: TestClient, store: SqlStore, goal_id: str, form: dict[str, str], status: int
) -> None:
    before = {name: rows for name, rows in everything(store).items() if not name.startswith("audit")}
    assert browser.post("/gemt/tilbage", data=form).status_code == status
    assert {name: rows for name, rows in everything(store).items() if not name.startswith("audit")} == before


def test_a_draft_has_nothing_to_take_back(browser: TestClient, goal_id: str) -> None:
    assert "Tag tilbage</button>" not in browser.get("/gemt").text


# Ask to be gone


def test_who_has_asked_to_be_deleted_sees_it_with_its_day(
    browser: TestClient, store: SqlStore, clock: Clock, karla: Karla
) -> None:
    answer = browser.post("/gemt/slet", data={"reason": "jeg flytter"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/gemt#slet")
    (request,) = privacy.open_requests(store)
    assert request.reason == "jeg flytter" and request.citizen_id == karla.citizen_id
    told = text_of(browser.get("/gemt").text)
    assert f"Du får svar senest den {kept_words.day(clock() + timedelta(days=30))}" in told
    assert "/gemt/slet" not in browser.get("/gemt").text


def test_no_reason_is_needed_and_one_that_is_too_long_stays_in_the_field(
    browser: TestClient, store: SqlStore, karla: Karla
) -> None:
    long = "fordi " * 400
    refused = browser.post("/gemt/slet", data={"reason": long})
    assert refused.status_code == 413 and "Del det op" in error_on(refused.text) and long in html.unescape(refused.text)
    assert privacy.open_requests(store) == []
    assert browser.post("/gemt/slet").status_code == 303 and len(privacy.open_requests(store)) == 1


def test_a_phone_that_is_not_ones_own_is_closed(browser: TestClient, karla: Karla, goal_id: str) -> None:
    answer = browser.post("/gemt/ud")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert browser.get("/gemt").headers["location"] == "/"
    assert karla.get(f"/conversations/{karla.id}").status_code == 401


# The words for what is kept


def test_every_label_and_every_act_has_a_name() -> None:
    assert set(kept_words.TALKS) == set(Talk) and set(kept_words.SAFETIES) == set(Safety)
    assert set(kept_words.INTENTS) == set(Intent) and set(map(str, Act)) <= set(kept_words.ACTS)


def test_everything_that_staff_can_do_about_a_citizen_is_told_in_words() -> None:
    """Read from the code: acts that are noted for staff, with the purpose where it is written there."""
    noted = set()
    for path in sorted((ROOT / "bot/services").glob("*.py")):
        code = path.read_text(encoding="utf-8")
        noted |= set(re.findall(r'f"staff:\{\w+(?:\.\w+)*\}", f?"([\w.{}-]+)", [\w.]+(?:, "(\w+)")?\)', code))
    own = {"sign-in", "sign-out", "account.set-up", "account.password", "citizens.list", "figures.read", "audit.read"}
    about = {(act, purpose) for act, purpose in noted if act not in own and not act.startswith(("account", "sign-in"))}
    assert {"goal.read", "summary.read", "moves.read", "alert.read", "invitation.make"} <= {act for act, _ in about}
    for act, purpose in about:
        assert kept_words.look_up(act, purpose) != kept_words.SOMETHING, (act, purpose)
    acts = {"plan_for_staff": "plan.read", "shared_goals_of": "goals.export"}
    plans = (ROOT / "bot/web/api/plans.py").read_text(encoding="utf-8")
    asked = re.findall(r'finding\.(plan_for_staff|shared_goals_of)\([^)]*citizen_id(?:, "(\w+)")?\)', plans)
    assert {purpose for _, purpose in asked} == {"", "print", "calendar", "csv", "fhir"}
    for service, purpose in asked:
        assert kept_words.look_up(acts[service], purpose or "plan") != kept_words.SOMETHING, (service, purpose)


def test_an_alert_that_was_seen_says_so_and_not_by_whom(
    browser: TestClient, store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla
) -> None:
    with store() as work:
        work.alerts.add(Alert("alarm", karla.citizen_id, karla.id, 1, Safety.CONCERN, clock()))
    assert "Ingen ansat har skrevet, at den er set" in text_of(browser.get("/gemt").text)
    bodil.post("/alerts/alarm/seen", None)
    told = text_of(browser.get("/gemt").text)
    assert "En ansat så den" in told and "skrev, at beskeden om fare er set" in told
    assert bodil.staff.name not in told and bodil.staff.id not in told


def test_the_statement_is_the_document(client: TestClient) -> None:
    document = Path(ROOT / "docs/tilgaengelighedserklaering.md").read_text(encoding="utf-8")
    page = client.get("/tilgaengelighed").text
    for heading in re.findall(r"^## (.+)$", document, re.MULTILINE):
        assert f"<h2>{heading}</h2>" in html.unescape(page)
