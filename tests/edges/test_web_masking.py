# SPDX-License-Identifier: MPL-2.0
"""What names a person by number is masked before Rasa, the store or a log sees it."""

from __future__ import annotations

import logging

import pytest
from fastapi.testclient import TestClient

from tests.edges.houses import Bodil, FakeRasa, Karla

SECRETS = ("010190-1234", "0101901234", "20304050", "20 30 40 50", "bo.hansen@example.dk")
PLACES = {
    "mit cpr er 010190-1234": "mit cpr er [cpr]",
    "0101901234": "[cpr]",
    "ring på 20304050 i morgen": "ring på [telefon] i morgen",
    "ring på 20 30 40 50": "ring på [telefon]",
    "skriv til bo.hansen@example.dk": "skriv til [e-mail]",
    "010190\x00-1234": "[cpr]",
    "/010190-1234": "[cpr]",
}


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG)
    return caplog


@pytest.mark.parametrize("mode", ["answers", "silent", "keeps nothing", "dies halfway", "slow"])
@pytest.mark.parametrize(("said", "kept"), PLACES.items())
def test_a_number_in_a_message_is_masked_everywhere(
    rasa: FakeRasa, karla: Karla, log: pytest.LogCaptureFixture, said: str, kept: str, mode: str
) -> None:
    rasa.mode = mode
    assert karla.say(said).status_code == 200
    assert set(rasa.texts()) <= {kept}
    assert karla.turns()[-1]["said"] == kept
    assert not any(secret in log.text for secret in SECRETS)


def test_a_number_on_the_page_is_masked_too(client: TestClient, rasa: FakeRasa, karla: Karla) -> None:
    client.cookies.set("afsaet_talk", karla.token)
    client.post("/samtale", data={"text": "mit cpr er 010190-1234"})
    assert rasa.texts() == ["mit cpr er [cpr]"]
    assert "010190" not in client.get("/samtale").text


@pytest.mark.parametrize("field", ["wording", "reason"])
def test_a_number_in_an_answer_to_a_goal_is_masked(
    bodil: Bodil, karla: Karla, shared_goal: str, field: str
) -> None:
    bodil.post(f"/goals/{shared_goal}/review", {"act": "ask", "reason": "Hvornår?"})
    act = {"wording": "own_wording", "reason": "reply"}[field]
    answer = karla.post(f"/goals/{shared_goal}/answer", {"act": act, field: "Ring til 010190-1234"})
    assert answer.status_code == 200
    assert "010190-1234" not in bodil.get(f"/goals/{shared_goal}").text


def test_what_is_shared_as_a_quote_is_the_masked_message(bodil: Bodil, karla: Karla, goal_id: str) -> None:
    karla.say("jeg vil gerne ringe til 20304050")
    karla.post(f"/conversations/{karla.id}/share", {"goals": [goal_id], "quotes": [karla.turns()[-1]["turn"]]})
    assert bodil.get(f"/goals/{goal_id}").json()["quotes"][0]["text"] == "jeg vil gerne ringe til [telefon]"


def test_no_word_of_a_citizen_and_no_token_is_logged(
    karla: Karla, rasa: FakeRasa, log: pytest.LogCaptureFixture
) -> None:
    karla.say("tordenskyen over Skagen")
    rasa.mode = "silent"
    karla.say("tordenskyen over Grenen")
    assert not any(word in log.text for word in ("tordenskyen", "Skagen", "Grenen", karla.token))
