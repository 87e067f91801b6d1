# SPDX-License-Identifier: MPL-2.0
"""The pages in another language than Danish: what is translated, what stays Danish, and dates and numbers."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable

import pytest
from babel.messages.pofile import read_po
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.settings import Settings
from bot.store.work import SqlStore
from bot.web import desk_words
from bot.web.language import DANISH, UnknownLanguage, catalogue, catalogues
from tests.edges.houses import FakeRasa, Karla, move_in
from tests.factories import MORNING, Clock

Speak = Callable[[str], TestClient]
WHOLE = ("base", "start", "samtale", "samtale-dele", "samtale-nyt", "bemanding", "peer-er-her")
"""Templates of which no text may be left untranslated in English."""


@pytest.fixture
def speak(
    app: FastAPI, client: TestClient, store: SqlStore, clock: Clock, rasa: FakeRasa, settings: Settings
) -> Speak:
    """Gives the house another language."""

    def change(language: str) -> TestClient:
        move_in(app, store, clock, rasa, settings.model_copy(update={"language": language}))
        return client

    return change


def test_the_start_page_comes_in_the_language_of_the_house(speak: Speak) -> None:
    page = speak("en").get("/").text
    assert '<html lang="en"' in page and "Time for your own thoughts" in page and ">Begin</button>" in page
    assert ">Think a little before a meeting</option>" in page and "Tid til" not in page and "bostøtte" not in page
    page = speak(DANISH).get("/").text
    assert '<html lang="da">' in page and "Tid til dine egne tanker" in page and ">Begynd</button>" in page
    assert "Time for" not in page


def test_the_talk_comes_in_the_language_of_the_house_and_is_danish_itself(speak: Speak, karla: Karla) -> None:
    browser = speak("en")
    browser.cookies.set("afsaet_talk", karla.token)
    page = browser.get("/samtale").text
    assert '<html lang="en"' in page and '<button class="send">Send</button>' in page and "Write here" in page
    assert 'aria-label="The talk so far"' in page and "Skriv her" not in page
    assert '<button name="choice" value="Spring over">Skip</button>' in page
    assert '<li class="theirs" lang="da"' in page and "Du skriver" not in page.split("<main")[1].split("<h1")[0]
    page = speak(DANISH).get("/samtale").text
    assert '<html lang="da">' in page and "Skriv her" in page and '<li class="theirs">' in page.replace(' id="nu"', "")


def test_the_script_of_the_talk_gets_its_texts_with_the_page(speak: Speak, karla: Karla) -> None:
    browser = speak("en")
    browser.cookies.set("afsaet_talk", karla.token)
    found = re.search(r'data-texts="([^"]*)"', browser.get("/samtale").text)
    assert found
    texts = json.loads(html.unescape(found[1]))
    assert texts["Afsæt er ved at svare."] == "Afsæt is answering." and "Du skriver" not in "".join(texts)
    assert "data-texts" not in speak(DANISH).get("/samtale").text


def test_an_error_comes_in_the_language_of_the_house(speak: Speak) -> None:
    page = speak("en").post("/start", data={"code": "XXXXX-XXXXX"}).text
    assert "The code does not fit." in page and "Koden passer ikke" not in page


def test_what_is_not_translated_stays_danish(speak: Speak) -> None:
    page = speak("en").get("/privatliv").text
    assert '<html lang="en"' in page and "Hvem læser hvad?" in page and ">Privacy</h1>" in page


def test_dates_are_written_as_in_the_language(speak: Speak, karla: Karla) -> None:
    browser = speak("en")
    browser.cookies.set("afsaet_talk", karla.token)
    in_english = f"{MORNING.day} {MORNING:%B} {MORNING.year}"
    assert in_english in browser.get("/gemt").text
    danish = speak(DANISH).get("/gemt").text
    assert in_english not in danish and f"{MORNING.day}. " in danish


@pytest.mark.parametrize(("value", "told"), [(7, "7"), (7.5, "7,5"), (-2, "-2"), (None, ""), (0, "0")])
def test_numbers_are_written_the_danish_way(value: float | None, told: str) -> None:
    assert desk_words.number(value) == told


def test_english_has_the_whole_of_the_first_pages() -> None:
    with catalogues()["en"].open("rb") as file:
        texts = list(read_po(file))
    places = {f"bot/web/templates/{name}.html" for name in WHOLE}
    places |= {"bot/web/static/chat.js", "bot/web/static/larger.js"}
    of_these = [text for text in texts if places.intersection(place for place, _ in text.locations)]
    assert len(of_these) > 50 and [text.id for text in of_these if not text.string] == []


def test_a_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(UnknownLanguage, match="da, en"):
        catalogue("xx")
