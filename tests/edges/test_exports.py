# SPDX-License-Identifier: MPL-2.0
"""The plan on paper, in a calendar and as FHIR: looked at as a picture and checked against the standards."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from fhir.resources.R4B.bundle import Bundle
from icalendar import Calendar

from bot.exports import fhir_codes
from bot.exports.calendar import calendar
from bot.exports.fhir import bundle
from bot.exports.paper import For, as_html, as_pdf
from bot.goals.goal import Along, Details, Goal, Quote
from bot.goals.lifecycle import Act, Actor, State
from bot.goals.plan import CitizensPlan, plan_of
from tests.factories import MORNING, goal_in

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "goals.fhir.json"
WISH = Quote("jeg vil gerne have nogen at spise sammen med", 3)
SENTENCE = "Jeg kører med bus 5 et stop sammen med min bostøtte på tirsdag kl. 14."
pdf = pytest.mark.usefixtures("pdf_can_be_drawn")


def karlas() -> list[Goal]:
    """An invented citizen's goals: one followed up, one resting, one that waits for staff, one dropped."""
    details = Details(when="på tirsdag kl. 14", with_whom="min bostøtte", sign="Jeg smiler ved døren",
                      if_then="Hvis bussen er fuld, så tager vi den næste")
    told: dict[str, Any] = {"citizen_id": "c0ffee" * 5 + "aa", "conversation_id": "7a1c" * 8, "wish": WISH}
    riding = goal_in(State.ACTIVE, "1" * 32, wording=SENTENCE, details=details, **told)
    riding.apply(Actor.CITIZEN, Act.FOLLOW_UP, MORNING + timedelta(days=8), reason="Det gik fint, da jeg sad der",
                 along=Along(score=6.5))
    riding.apply(Actor.STAFF, Act.FOLLOW_UP, MORNING + timedelta(days=9), reason="Åse var med",
                 along=Along(attainment=1), who="5" * 32)
    writing = goal_in(State.PAUSED, "2" * 32, wording="Jeg skriver til Åse hver onsdag.", **told)
    asking = goal_in(State.SHARED, "3" * 32, wording="Jeg spørger naboen.", **told)
    dropped = goal_in(State.DROPPED, "4" * 32, wording="Jeg øver mig på klaveret.", **told | {"wish": None})
    return [riding, writing, asking, dropped]


def plan(goals: list[Goal] | None = None) -> CitizensPlan:
    return plan_of(goals or karlas(), "c0ffee" * 5 + "aa", "Karla", MORNING.date() + timedelta(days=1))


def text_of(drawn: bytes) -> str:
    document = pypdfium2.PdfDocument(drawn)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


# Paper


@pytest.mark.parametrize("whom", list(For), ids=str)
def test_the_page_has_wish_and_delmaal_and_nothing_that_is_not_agreed(whom: For) -> None:
    page = as_html(plan(), whom, MORNING)
    assert WISH.text in page and SENTENCE in page and "Jeg skriver til Åse" in page
    assert "naboen" not in page and "klaveret" not in page
    assert page.lstrip().startswith("<!doctype html>") and 'lang="da"' in page and "<script" not in page
    assert ("Version" in page) is (whom is For.RECORD)


def test_the_paper_for_the_record_is_titled_and_dated_and_says_when_both_said_yes() -> None:
    page = as_html(plan(), For.RECORD, MORNING)
    assert "<title>Aftalte delmål, 3. marts 2026</title>" in page and "Begge sagde ja den 2. marts 2026" in page
    assert "Karla" in page and "Karla" not in as_html(plan(), For.CITIZEN, MORNING)


def test_what_is_written_is_never_taken_for_markup() -> None:
    evil = goal_in(State.ACTIVE, "5" * 32, wish=Quote("<script>alert(1)</script> & æøå", 1))
    page = as_html(plan([evil]), For.CITIZEN, MORNING)
    assert "<script>" not in page and "&lt;script&gt;" in page


def test_without_goals_the_paper_says_so() -> None:
    assert "Der er ingen aftalte delmål endnu." in as_html(plan([goal_in(State.DRAFT)]), For.CITIZEN, MORNING)


@pdf
def test_the_pdf_is_a4_in_large_type_with_danish_letters_and_nothing_cut_off() -> None:
    drawn = as_pdf(plan(), For.CITIZEN, MORNING)
    document = pypdfium2.PdfDocument(drawn)
    page = document[0]
    assert (round(page.get_width()), round(page.get_height())) == (595, 842)
    assert "Det ønsker jeg" in text_of(drawn) and "Åse" in text_of(drawn)
    for page in document:
        white = page.render(scale=1).to_numpy().min(axis=2) > 250
        margins = (white[:, :40], white[:, -40:], white[:45, :], white[-25:, :])
        assert all(margin.all() for margin in margins), "something stands in the margin"
        sizes = [size for size in _heights(page) if size]
        assert sizes and sorted(sizes)[len(sizes) // 2] >= _LARGE


_LARGE = 13.0
"""Points of the middlemost line's type."""


def _heights(page: Any) -> list[float]:
    text = page.get_textpage()
    raw = pypdfium2.raw
    return [raw.FPDFText_GetFontSize(text.raw, index) for index in range(text.count_chars())]


@pdf
@pytest.mark.parametrize(
    "words", ["ø" * 900, "Jeg går en tur. " * 110, "https://" + "a" * 400], ids=["one word", "many", "an address"])
def test_a_very_long_wording_is_not_cut_off(words: str) -> None:
    long = goal_in(State.ACTIVE, "6" * 32, wording=words)
    drawn = as_pdf(plan([long]), For.CITIZEN, MORNING)
    letters = text_of(drawn).replace("\n", "").replace("\r", "").replace(" ", "").replace("\ufffe", "")
    assert letters.count(words[0]) >= words.count(words[0])
    for page in pypdfium2.PdfDocument(drawn):
        assert (page.render(scale=1).to_numpy().min(axis=2)[:, -40:] > 250).all()


@pdf
def test_the_pdf_can_be_read_aloud() -> None:
    drawn = as_pdf(plan(), For.RECORD, MORNING)
    assert b"/StructTreeRoot" in drawn or b"/MarkInfo" in drawn or pypdfium2.PdfDocument(drawn).is_tagged()
    assert pypdfium2.PdfDocument(drawn).get_metadata_value("Title").startswith("Aftalte delmål")


# Calendar


def test_the_week_is_a_calendar_that_others_read() -> None:
    read = Calendar.from_ical(calendar(plan(), MORNING))
    events = read.walk("VEVENT")
    assert [str(event["summary"]) for event in events] == [SENTENCE, f"Vi ser på det igen: {SENTENCE}"]
    assert events[0].decoded("dtstart").isoformat() == "2026-03-03T14:00:00+01:00"
    assert events[1].decoded("dtstart") == MORNING.date() + timedelta(days=9 + 42)
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert calendar(plan(), MORNING) == calendar(plan(), MORNING)


def test_what_has_no_day_is_a_to_do() -> None:
    loose = goal_in(State.ACTIVE, "7" * 32, wording="Jeg åbner et brev.")
    assert [str(todo["summary"]) for todo in Calendar.from_ical(calendar(plan([loose]), MORNING)).walk("VTODO")]


# FHIR


def resources(goals: list[Goal] | None = None) -> list[dict[str, Any]]:
    made = bundle(goals or karlas(), "c0ffee" * 5 + "aa", MORNING)
    Bundle.model_validate(made)
    return [entry["resource"] for entry in made["entry"]]


def goals_in(found: list[dict[str, Any]], category: tuple[str, str]) -> list[dict[str, Any]]:
    return [one for one in found if one["resourceType"] == "Goal" and _category(one) == category[0]]


def _category(goal: dict[str, Any]) -> str:
    return str(goal["category"][0]["coding"][0]["code"])


def test_wish_and_delmaal_are_goals_of_their_own_that_point_at_each_other() -> None:
    found = resources()
    wishes, delmaal = goals_in(found, fhir_codes.WISHES), goals_in(found, fhir_codes.DELMAAL)
    assert [wish["description"]["text"] for wish in wishes] == [WISH.text] and len(delmaal) == 4
    based = [goal["extension"][0]["extension"][1]["valueReference"]["reference"] for goal in delmaal[:3]]
    assert set(based) == {f"urn:uuid:{wishes[0]['id']}"} and "extension" not in delmaal[3]
    assert all(goal["meta"]["profile"] == [fhir_codes.PROFILE] for goal in (*wishes, *delmaal))


def test_every_reference_leads_to_something_in_the_bundle() -> None:
    made = bundle(karlas(), "c0ffee" * 5 + "aa", MORNING)
    there = {entry["fullUrl"] for entry in made["entry"]}
    told = json.dumps(made)
    wanted = {part.split('"')[0] for part in told.split('"reference": "')[1:]}
    assert wanted and wanted <= there and len(there) == len(made["entry"])


@pytest.mark.parametrize("state", list(State), ids=str)
def test_every_state_has_its_status_and_what_is_not_shared_is_left_out(state: State) -> None:
    delmaal = goals_in(resources([goal_in(state), *karlas()]), fhir_codes.DELMAAL)
    shared = state not in (State.DRAFT, State.WITHDRAWN)
    assert len(delmaal) == 4 + shared
    if shared:
        assert delmaal[0]["lifecycleStatus"] == fhir_codes.LIFECYCLE[state]


def test_scores_attainment_and_words_stand_where_the_profile_wants_them() -> None:
    riding = goals_in(resources(), fhir_codes.DELMAAL)[0]
    assert [target["detailInteger"] for target in riding["target"]] == [6]
    assert riding["target"][0]["dueDate"] == (MORNING.date() + timedelta(days=9 + 42)).isoformat()
    assert riding["achievementStatus"]["coding"][0]["code"] == "improving"
    assert riding["outcomeCode"][0]["text"] == "Åse var med"
    informer = riding["outcomeCode"][0]["extension"][0]["valueCodeableConcept"]["coding"][0]["code"]
    assert informer == fhir_codes.INFORMER_PROVIDER[0]
    assert all({"text", "time", "authorReference"} <= set(note) for note in riding["note"])


def test_no_name_and_no_number_of_anybody_stands_in_the_bundle() -> None:
    told = json.dumps(bundle(karlas(), "c0ffee" * 5 + "aa", MORNING))
    assert "Karla" not in told and "birthDate" not in told and "cpr" not in told.casefold()


def test_the_example_in_the_docs_is_what_the_export_makes() -> None:
    made = json.dumps(bundle(karlas(), "c0ffee" * 5 + "aa", MORNING), ensure_ascii=False, indent=2) + "\n"
    assert EXAMPLE.read_text(encoding="utf-8") == made
    Bundle.model_validate(json.loads(made))


def test_the_same_goals_have_the_same_ids_in_every_export() -> None:
    later = bundle(karlas(), "c0ffee" * 5 + "aa", MORNING + timedelta(days=30))
    earlier = bundle(karlas(), "c0ffee" * 5 + "aa", MORNING)
    assert replace(plan(), called="") and [one["fullUrl"] for one in later["entry"]] == [
        one["fullUrl"] for one in earlier["entry"]]
