# SPDX-License-Identifier: MPL-2.0
"""Limits on tries and calls: who guesses is slowed down, who is in danger is always heard."""

from __future__ import annotations

import re
import socket
import time
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import redis
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from bot.services.errors import TooMany
from bot.web.counting import BadRedisUrl, Counts
from bot.web.rates import LIMITS, Limit, Rates, address_of
from tests.availability import unavailable
from tests.edges.houses import ACUTE, CONCERN, WISH, Bodil, FakeRasa, Karla, check_problem
from tests.factories import Clock

REDIS = "redis://127.0.0.1:6379/9"


@pytest.fixture
def shared() -> Iterator[str]:
    """A Redis, emptied."""
    try:
        with redis.Redis.from_url(REDIS, socket_connect_timeout=1) as there:
            there.flushdb()
    except redis.RedisError as error:
        unavailable("redis", f"no Redis answers ({type(error).__name__})")
    yield REDIS


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits so low that a test reaches them."""
    for what, limits in LIMITS.items():
        monkeypatch.setitem(LIMITS, what, {by: replace(limit, times=5) for by, limit in limits.items()})


def start(client: TestClient, code: str = "FORKERT") -> Any:
    return client.post("/api/v1/conversations", json={"code": code})


def codes(number: int) -> list[str]:
    return [f"{number:05}-{number:05}" for number in range(number)]


# Counting


def taken(counts: Counts, times: int, name: str = "n", seconds: int = 60) -> list[bool]:
    return [counts.take(name, 3, seconds) == 0 for _ in range(times)]


def test_what_is_over_the_limit_waits_and_says_how_long() -> None:
    counts = Counts()
    assert taken(counts, 5) == [True, True, True, False, False]
    assert 1 <= counts.take("n", 3, 60) <= 120
    assert taken(counts, 1, "another") == [True]


def test_the_wait_that_is_told_is_long_enough() -> None:
    counts = Counts()
    taken(counts, 3, seconds=1)
    wait = counts.take("n", 3, 1)
    assert wait >= 1
    time.sleep(wait)
    assert counts.take("n", 3, 1) == 0


def test_two_processes_count_together_in_redis(shared: str) -> None:
    one, other = Counts(shared), Counts(shared)
    assert taken(one, 2) + taken(other, 2) == [True, True, True, False]


def test_while_redis_is_gone_each_process_counts_for_itself_and_says_so_once(
    caplog: pytest.LogCaptureFixture
) -> None:
    counts = Counts("redis://127.0.0.1:1/0")
    assert taken(counts, 5) == [True, True, True, False, False], "never without a limit"
    assert caplog.text.count("rates.redis_gone") == 1


def test_a_redis_that_is_silent_costs_a_moment_and_is_then_left_alone() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        counts = Counts(f"redis://127.0.0.1:{silent.getsockname()[1]}/0")
        began = time.monotonic()
        assert taken(counts, 5) == [True, True, True, False, False]
        assert time.monotonic() - began < 1.5


def test_a_redis_that_comes_back_counts_again(
    shared: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    counts = Counts(shared)
    with monkeypatch.context() as broken:
        broken.setattr(redis.connection.Connection, "connect", _no_connection)
        assert taken(counts, 1) == [True]
    monkeypatch.setattr("bot.web.counting._REST_SECONDS", 0.0)
    counts._gone_until = time.monotonic()
    assert taken(counts, 4) == [True, True, True, False]
    assert taken(Counts(shared), 1) == [False], "it was counted in Redis"
    assert caplog.text.count("rates.redis_gone") == 1 and caplog.text.count("rates.redis_back") == 1


def _no_connection(_: Any) -> None:
    raise redis.ConnectionError


@pytest.mark.parametrize("url", ["http://127.0.0.1", "redis://x:port", "nonsense"])
def test_an_address_that_is_no_redis_is_refused_at_the_start(url: str) -> None:
    with pytest.raises(BadRedisUrl, match="AFSAET_REDIS_URL"):
        Counts(url)


async def test_redis_holds_neither_addresses_nor_names_nor_codes(shared: str) -> None:
    rates = Rates(Counts(shared), b"key")
    await rates.check("sign-in", address="203.0.113.7", secret="bodil.hansen")
    with redis.Redis.from_url(shared) as there:
        kept = b" ".join(there.keys())
    assert kept and b"203.0" not in kept and b"bodil" not in kept


async def test_a_factor_widens_every_limit(few: None) -> None:
    rates = Rates(Counts(), b"key", 2.0)
    for _ in range(10):
        await rates.check("message", talk="t")
    with pytest.raises(TooMany):
        await rates.check("message", talk="t")


@pytest.mark.parametrize(("host", "counted"), [
    ("203.0.113.7", "203.0.113.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ("::ffff:203.0.113.7", "203.0.113.7"), ("nonsense", "nonsense"), ("", ""),
])
def test_an_address_is_counted_as_one_household(host: str, counted: str) -> None:
    request = Request({"type": "http", "client": (host, 1), "headers": []})
    assert address_of(request) == counted


def test_the_page_on_limits_tells_those_that_are() -> None:
    page = (Path(__file__).parents[2] / "docs" / "web.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `([\w-]+)` \| (\w+) \| (\d+) \| (\d+) \|$", page, re.MULTILINE))
    assert told == {
        (what, by, str(limit.times), str(limit.seconds)) for what, limits in LIMITS.items()
        for by, limit in limits.items()
    }


# Guessing


def test_guessing_codes_is_slowed_down_by_address(few: None, client: TestClient) -> None:
    for code in codes(5):
        check_problem(start(client, code), 404, "unknown-code")
    refused = start(client, "ENNY-KODE")
    assert check_problem(refused, 429, "too-many")
    assert int(refused.headers["retry-after"]) >= 1


def test_the_right_code_is_not_found_out_by_who_is_refused(few: None, client: TestClient, bodil: Bodil) -> None:
    right = bodil.post("/invitations", None).json()["code"]
    for code in codes(5):
        start(client, code)
    check_problem(start(client, right), 429, "too-many")


def test_a_code_is_tried_from_many_addresses_only_so_often(few: None, app: FastAPI, client: TestClient) -> None:
    written = ["abcde fghjk", "ABCDE-FGHJK", "abcdefghjk", "ABCDEFGHJK", "abcde-fghjk", "abcdefghjk"]
    answers = [
        TestClient(app, client=(f"203.0.113.{number}", 1)).post("/api/v1/conversations", json={"code": code})
        for number, code in enumerate(written)
    ]
    assert [answer.status_code for answer in answers] == [404] * 5 + [429]


def test_the_start_page_says_it_calmly_with_the_numbers_and_keeps_the_code(few: None, client: TestClient) -> None:
    for code in codes(5):
        client.post("/start", data={"code": code})
    page = client.post("/start", data={"code": "K7PQM-W3XRD", "way": "meeting"})
    assert page.status_code == 429 and page.headers["retry-after"]
    assert page.headers["content-type"].startswith("text/html")
    assert "12 34 56 78" in page.text and "112" in page.text and "K7PQM-W3XRD" in page.text
    assert 'name="way" value="meeting"' in page.text and "Send igen" in page.text


def test_a_sign_in_is_limited_by_name_whoever_has_it_and_by_address(few: None, client: TestClient) -> None:
    body = {"login": "ingen", "password": "forkert", "code": "123456"}
    statuses = [client.post("/api/v1/sign-in", json=body).status_code for _ in range(6)]
    assert statuses == [401] * 5 + [429]
    page = client.post("/log-ind", data={"login": "En anden", "password": "kattens lange hale", "code": "908172"})
    assert page.status_code == 429 and "kattens lange hale" not in page.text and "908172" not in page.text


def test_a_body_that_is_no_form_of_ours_is_refused_as_before(few: None, client: TestClient) -> None:
    for content in (b"", b"[]", b'"x"', b'{"code": 7}', b'{"code": null}'):
        headers = {"Content-Type": "application/json"}
        answer = client.post("/api/v1/conversations", content=content, headers=headers)
        check_problem(answer, 422, "invalid-request")


# Messages


def test_a_citizen_who_types_as_fast_as_anybody_can_meets_no_limit(karla: Karla) -> None:
    assert LIMITS["message"]["talk"] == Limit(120, 60), "two messages a second"
    assert all(karla.say(f"sag {number}").status_code == 200 for number in range(60))


def test_messages_beyond_that_wait_but_never_danger(few: None, karla: Karla, rasa: FakeRasa) -> None:
    for number in range(5):
        assert karla.say(f"sag {number}").status_code == 200
    check_problem(karla.say(WISH), 429, "too-many")
    for danger in (ACUTE, CONCERN, ACUTE, ACUTE):
        answer = karla.say(danger)
        assert answer.status_code == 200 and danger in rasa.texts()
    check_problem(karla.say(WISH), 429, "too-many")


def test_a_page_that_is_too_fast_keeps_the_words_and_opens_the_help(
    few: None, client: TestClient, karla: Karla, rasa: FakeRasa
) -> None:
    client.cookies.set("afsaet_talk", karla.token)
    for number in range(5):
        client.post("/samtale", data={"text": f"sag {number}"})
    page = client.post("/samtale", data={"text": WISH})
    assert page.status_code == 429 and page.headers["retry-after"]
    assert f">{WISH}</textarea>" in page.text and '<details class="help" id="hjaelp" open>' in page.text
    assert client.post("/samtale", data={"text": ACUTE}).status_code == 303
    assert rasa.texts()[-1] == ACUTE


def test_one_citizens_haste_is_no_others_wait(
    few: None, client: TestClient, store: Any, clock: Clock, bodil: Bodil, karla: Karla
) -> None:
    code = bodil.post("/invitations", None).json()["code"]
    begun = start(client, code).json()
    other = Karla(client, begun["id"], begun["token"], "")
    for number in range(6):
        karla.say(f"sag {number}")
    assert other.say(WISH).status_code == 200


def test_the_api_is_limited_by_caller_and_messages_are_let_through(few: None, karla: Karla) -> None:
    for _ in range(5):
        assert karla.get(f"/conversations/{karla.id}").status_code == 200
    check_problem(karla.get(f"/conversations/{karla.id}"), 429, "too-many")
    assert karla.say(WISH).status_code == 200


def test_the_same_message_sent_again_is_answered_the_same(karla: Karla) -> None:
    client_id = str(uuid.uuid4())
    assert karla.say(WISH, client_id).json() == karla.say(WISH, client_id).json()
