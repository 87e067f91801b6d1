# SPDX-License-Identifier: MPL-2.0
"""Bad input: each kind has its status and its Danish title, and leaves the store as it was."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from bot.store.work import SqlStore
from tests.edges.houses import WISH, Bodil, FakeRasa, Karla, check_problem, everything

NO_WAY_OUT = "Noget gik galt."
"""What is said where nothing better has been thought of."""
NAME = "11111111-2222-4333-8444-555555555555"


# Texts


@pytest.mark.parametrize("text", ["", " ", "\n\t \r\n", "\x00", "\x00\x07\x1b", "/", "///", " / ", "\u0085\u2028"])
def test_a_message_without_a_word_is_refused_gently(unchanged: None, karla: Karla, text: str) -> None:
    check_problem(karla.say(text), 422, "empty-text")


@pytest.mark.parametrize("text", ["a" * 20_000, "ord " * 5_000, "😀" * 20_000, "a" * 4_001], ids=lambda text: text[:4])
def test_a_message_of_many_pages_is_asked_for_in_pieces(unchanged: None, karla: Karla, text: str) -> None:
    check_problem(karla.say(text), 413, "text-too-long")


def test_a_text_beyond_all_measure_is_invalid(unchanged: None, karla: Karla) -> None:
    check_problem(karla.say("a" * 100_001), 422, "invalid-request")


def test_the_longest_message_is_taken_whole(karla: Karla) -> None:
    assert karla.say("a" * 4_000).status_code == 200
    assert karla.turns()[-1]["said"] == "a" * 4_000


@pytest.mark.parametrize("text", ["👍", "😀😀😀", "🇩🇰", "👩‍👩‍👧", "❤️", "🫶", "🩷", "🫨", "?", "…", "7"])
def test_a_message_of_emoji_or_signs_only_is_a_message(karla: Karla, text: str) -> None:
    assert karla.say(text).status_code == 200
    assert karla.turns()[-1]["said"] == text


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("hej\x00 du", "hej du"),
        ("\x1b[31mhej\x1b[0m", "[31mhej[0m"),
        ("to\nlinjer\tog et ryk", "to\nlinjer\tog et ryk"),
        ("  luft omkring  ", "luft omkring"),
        ("æøå ÆØÅ é", "æøå ÆØÅ é"),
        ("\x00/restart", "restart"),
        ("/restart", "restart"),
        ("//restart", "restart"),
        (" /restart", "restart"),
        ("/ /restart", "restart"),
        ("/\n/\t/restart", "restart"),
        ('/stop{"a": "b"}', 'stop{"a": "b"}'),
        ("og/eller", "og/eller"),
    ],
)
def test_what_no_hand_writes_is_taken_out_and_no_message_is_a_command_to_rasa(
    rasa: FakeRasa, karla: Karla, sent: str, kept: str
) -> None:
    assert karla.say(sent).status_code == 200
    assert rasa.texts() == [kept]
    assert karla.turns()[-1]["said"] == kept


# Bodies


def send_raw(karla: Karla, body: bytes, content_type: str = "application/json") -> Any:
    path = f"/api/v1/conversations/{karla.id}/messages"
    return karla.client.post(path, content=body, headers={**karla.headers, "Content-Type": content_type})


@pytest.mark.parametrize("body", [b"", b"{", b"hej", b'{"text": "hej"', b"null", b"[]", b'"hej"', b"5", b"{'text': 1}"])
def test_what_is_not_a_json_object_is_refused(unchanged: None, karla: Karla, body: bytes) -> None:
    check_problem(send_raw(karla, body), 422, "invalid-request")


@pytest.mark.parametrize(
    "body", [b"\xff\xfe{}", f'{{"text": "på", "client_id": "{NAME}"}}'.encode("latin-1"), b"[" * 100_000, b"9" * 5_000],
    ids=["two bytes", "latin-1", "deep", "long number"],
)
def test_what_cannot_be_read_at_all_is_refused_with_a_way_out(unchanged: None, karla: Karla, body: bytes) -> None:
    answer = send_raw(karla, body)
    assert answer.status_code in (400, 422)
    assert check_problem(answer, answer.status_code)["title"] != NO_WAY_OUT


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "image/png"])
def test_json_that_is_called_something_else_is_refused(unchanged: None, karla: Karla, content_type: str) -> None:
    body = json.dumps({"text": WISH, "client_id": NAME}).encode()
    check_problem(send_raw(karla, body, content_type), 422, "invalid-request")


@pytest.mark.parametrize("text", ["\\ud800", "hej \\udc00 du", "\\ud83d"])
def test_half_of_a_letter_is_refused_and_nothing_breaks(unchanged: None, karla: Karla, text: str) -> None:
    check_problem(send_raw(karla, f'{{"text": "{text}", "client_id": "{NAME}"}}'.encode()), 422, "invalid-request")


@pytest.mark.parametrize(
    "body",
    [
        {}, {"text": WISH}, {"client_id": NAME}, {"text": 5, "client_id": NAME}, {"text": None, "client_id": NAME},
        {"text": ["hej"], "client_id": NAME}, {"text": {"a": 1}, "client_id": NAME}, {"text": True, "client_id": NAME},
        {"text": WISH, "client_id": "nej"}, {"text": WISH, "client_id": ""}, {"text": WISH, "client_id": 5},
        {"text": WISH, "client_id": None}, {"text": WISH, "client_id": NAME + "0"},
        {"text": WISH, "client_id": NAME, "safety": "none"}, {"Text": WISH, "client_id": NAME},
    ],
)
def test_a_message_of_the_wrong_shape_is_refused(unchanged: None, karla: Karla, body: dict[str, Any]) -> None:
    problem = check_problem(karla.post(f"/conversations/{karla.id}/messages", body), 422, "invalid-request")
    assert all(set(one) == {"where", "what"} for one in problem["errors"]) and problem["errors"]


def test_an_error_does_not_repeat_what_was_written(unchanged: None, karla: Karla) -> None:
    answer = karla.post(f"/conversations/{karla.id}/messages", {"text": [WISH], "client_id": WISH, WISH: WISH})
    check_problem(answer, 422, "invalid-request")
    assert WISH not in json.dumps([one["what"] for one in answer.json()["errors"]]) + answer.json()["title"]


@pytest.mark.parametrize(
    "body", [{}, {"code": None}, {"code": 5}, {"code": ""}, {"code": "x" * 65}, {"code": "x", "name": "Karla"}, []]
)
def test_a_code_of_the_wrong_shape_is_refused(unchanged: None, client: TestClient, body: Any) -> None:
    check_problem(client.post("/api/v1/conversations", json=body), 422, "invalid-request")


@pytest.mark.parametrize("code", ["FINDES-IKKE", "'; DROP TABLE staff; --", "<script>", "\x00", "💥", "  "])
def test_a_code_that_is_not_ours_is_unknown(unchanged: None, client: TestClient, code: str) -> None:
    check_problem(client.post("/api/v1/conversations", json={"code": code}), 404, "unknown-code")


# Sharing, reviewing, answering


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        ({}, 422, "nothing-to-share"),
        ({"goals": [], "quotes": []}, 422, "nothing-to-share"),
        ({"goals": ["findes-ikke"]}, 404, "unknown-goal"),
        ({"quotes": [99]}, 422, "unknown-quote"),
        ({"quotes": [0]}, 422, "invalid-request"),
        ({"quotes": [-1]}, 422, "invalid-request"),
        ({"quotes": [1.5]}, 422, "invalid-request"),
        ({"quotes": ["en"]}, 422, "invalid-request"),
        ({"quotes": [True]}, 422, "invalid-request"),
        ({"quotes": [10**30]}, 422, "invalid-request"),
        ({"goals": "alle"}, 422, "invalid-request"),
        ({"goals": [""]}, 422, "invalid-request"),
        ({"goals": ["x" * 65]}, 422, "invalid-request"),
        ({"goals": ["x"] * 21}, 422, "invalid-request"),
        ({"goals": [], "all": True}, 422, "invalid-request"),
    ],
)
def test_a_share_of_what_is_not_there_is_refused(
    store: SqlStore, karla: Karla, body: dict[str, Any], status: int, kind: str
) -> None:
    karla.say(WISH)
    before = everything(store)
    check_problem(karla.post(f"/conversations/{karla.id}/share", body), status, kind)
    assert everything(store) == before


def test_a_goal_is_shared_once(store: SqlStore, karla: Karla, shared_goal: str) -> None:
    before = everything(store)
    check_problem(karla.post(f"/conversations/{karla.id}/share", {"goals": [shared_goal]}), 409, "move-not-allowed")
    assert everything(store) == before


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        ({"act": "suggest"}, 422, "text-needed"),
        ({"act": "suggest", "wording": "  \n"}, 422, "text-needed"),
        ({"act": "ask"}, 422, "text-needed"),
        ({"act": "not_now", "reason": " "}, 422, "text-needed"),
        ({"act": "suggest", "wording": "x" * 2_001}, 422, "invalid-request"),
        ({"act": "yes"}, 422, "invalid-request"),
        ({"act": "start"}, 422, "invalid-request"),
        ({"act": ""}, 422, "invalid-request"),
        ({}, 422, "invalid-request"),
        ({"act": "agree", "state": "active"}, 422, "invalid-request"),
    ],
)
def test_a_review_that_is_not_one_is_refused(
    store: SqlStore, bodil: Bodil, shared_goal: str, body: dict[str, Any], status: int, kind: str
) -> None:
    before = everything(store)
    check_problem(bodil.post(f"/goals/{shared_goal}/review", body), status, kind)
    assert everything(store) == before


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        ({"act": "yes"}, 409, "move-not-allowed"),
        ({"act": "reply", "reason": "ja"}, 409, "move-not-allowed"),
        ({"act": "own_wording", "wording": "Jeg venter."}, 409, "move-not-allowed"),
        ({"act": "agree"}, 422, "invalid-request"),
        ({"act": "share"}, 422, "invalid-request"),
        ({"act": 5}, 422, "invalid-request"),
        ({}, 422, "invalid-request"),
    ],
)
def test_an_answer_out_of_turn_is_refused(
    store: SqlStore, karla: Karla, shared_goal: str, body: dict[str, Any], status: int, kind: str
) -> None:
    before = everything(store)
    check_problem(karla.post(f"/goals/{shared_goal}/answer", body), status, kind)
    assert everything(store) == before


@pytest.mark.parametrize("act", [{"act": "own_wording"}, {"act": "own_wording", "wording": " "}])
def test_an_own_wording_needs_words(bodil: Bodil, karla: Karla, shared_goal: str, act: dict[str, str]) -> None:
    bodil.post(f"/goals/{shared_goal}/review", {"act": "agree"})
    check_problem(karla.post(f"/goals/{shared_goal}/answer", act), 422, "text-needed")


@pytest.mark.parametrize("status", ["", "alle", "DRAFT", "draft,shared"])
def test_a_status_that_no_goal_has_is_refused(bodil: Bodil, status: str) -> None:
    check_problem(bodil.get(f"/goals?status={status}"), 422, "invalid-request")
