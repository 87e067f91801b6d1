# SPDX-License-Identifier: MPL-2.0
"""Danger is answered before any rule, Rasa keeps nothing, and what the web process asks for is there."""

from __future__ import annotations

import asyncio
import inspect
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rasa.core import run
from rasa.core.actions.action import RemoteAction
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.commands.model import ROOT
from bot.web.rasa import Rasa
from nlu import lighter_rasa
from nlu.forgetful_tracker_store import ForgetfulTrackerStore
from nlu.safety_policy import ANSWER, SafetyPolicy
from tests.nlu.messages import context


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(ROOT / "domain.yml"))


@pytest.fixture
def policy(tmp_path: Path) -> SafetyPolicy:
    storage = LocalModelStorage(tmp_path)
    made: SafetyPolicy = SafetyPolicy.create(
        SafetyPolicy.get_default_config(), storage, Resource("policy"), context()
    )
    return made


def said(safety: str | None) -> UserUttered:
    parsed: dict[str, Any] = {"intent": {"name": "share", "confidence": 0.9}, "entities": []}
    return UserUttered("hej", parsed["intent"], [], parsed if safety is None else {**parsed, "safety": safety})


def tracker(domain: Domain, *events: Any) -> DialogueStateTracker:
    made = asyncio.run(ForgetfulTrackerStore(domain).retrieve("samtale"))
    for event in events:
        made.update(event, domain)
    return made


def predicted(policy: SafetyPolicy, domain: Domain, *events: Any) -> str | None:
    probabilities = policy.predict_action_probabilities(tracker(domain, *events), domain).probabilities
    assert set(probabilities) <= {0.0, 1.0} and sum(probabilities) <= 1
    return domain.action_names_or_texts[probabilities.index(1.0)] if 1.0 in probabilities else None


@pytest.mark.parametrize("safety", ["concern", "acute"])
def test_danger_is_answered_and_then_it_listens(policy: SafetyPolicy, domain: Domain, safety: str) -> None:
    assert predicted(policy, domain, said(safety)) == ANSWER
    assert predicted(policy, domain, said(safety), ActionExecuted(ANSWER)) == "action_listen"


@pytest.mark.parametrize("safety", ["none", None])
def test_without_danger_it_says_nothing(policy: SafetyPolicy, domain: Domain, safety: str | None) -> None:
    assert predicted(policy, domain, said(safety)) is None
    assert predicted(policy, domain, said(safety), ActionExecuted("action_respond")) is None


def test_before_anybody_has_spoken_it_says_nothing(policy: SafetyPolicy, domain: Domain) -> None:
    assert predicted(policy, domain) is None


def test_after_another_action_danger_is_not_answered_twice(policy: SafetyPolicy, domain: Domain) -> None:
    assert predicted(policy, domain, said("acute"), ActionExecuted("action_respond")) is None


def test_its_priority_is_above_the_rules() -> None:
    assert SafetyPolicy.get_default_config()["priority"] > 6


# Rasa forgets


def test_a_tracker_is_fresh_and_listening_whatever_was_saved(domain: Domain) -> None:
    store = ForgetfulTrackerStore(domain)
    used = tracker(domain, said("none"), ActionExecuted("action_respond"))
    asyncio.run(store.save(used))
    fresh = asyncio.run(store.retrieve("samtale"))
    assert fresh.latest_action_name == "action_listen" and fresh.sender_id == "samtale"
    assert [type(event).__name__ for event in fresh.events] == ["ActionExecuted", "SessionStarted", "ActionExecuted"]
    assert not any(isinstance(event, UserUttered) for event in fresh.events)


def test_the_store_knows_no_conversation(domain: Domain) -> None:
    store = ForgetfulTrackerStore(domain)
    asyncio.run(store.save(tracker(domain, said("none"))))
    assert asyncio.run(store.exists("samtale")) is False
    assert list(asyncio.run(store.keys())) == []
    asyncio.run(store.delete("samtale"))


def test_the_session_has_begun_so_that_rasa_does_not_begin_it_again(domain: Domain) -> None:
    fresh = asyncio.run(ForgetfulTrackerStore(domain).get_or_create_tracker("samtale"))
    assert fresh.applied_events(), "Rasa opens a session for a tracker to which nothing applies"


# Lighter Rasa


GOOD: list[Any] = [
    {"events": [], "responses": []},
    {"events": [{"event": "slot", "name": "a", "value": 1}], "responses": [{"text": "hej", "buttons": []}]},
    {"events": []},
    {"responses": [{"text": None}]},
    {},
]
BAD: list[Any] = [
    {"events": "ingen"}, {"events": [1]}, {"events": [{"name": "a"}]}, {"responses": "hej"}, {"responses": ["hej"]},
    {"events": [{"event": 5}]}, {"events": None, "responses": None}, [], None, "hej",
]


def by_the_book(answer: Any) -> str | None:
    try:
        jsonschema.validate(answer, RemoteAction.action_response_format_spec())
    except jsonschema.ValidationError as error:
        return str(error)
    return None


def lightly(answer: Any) -> str | None:
    try:
        return None if lighter_rasa.check_answer(None, answer) else "not true"
    except jsonschema.ValidationError as error:
        return str(error)


@pytest.mark.parametrize("answer", GOOD + BAD, ids=repr)
def test_the_verdict_on_an_answer_is_the_one_of_jsonschema(answer: Any) -> None:
    assert lightly(answer) == by_the_book(answer)


def test_there_are_answers_of_both_kinds_and_rasa_uses_the_lighter_check() -> None:
    assert all(by_the_book(answer) is None for answer in GOOD)
    assert sum(by_the_book(answer) is not None for answer in BAD) >= 5
    assert RemoteAction._validate_action_result is lighter_rasa.check_answer


# What the web process asks of Rasa


def test_the_ways_that_the_web_process_asks_for_are_served_by_rasa_as_it_is_started() -> None:
    channels = run.create_http_input_channels(None, str(ROOT / "credentials.yml"))
    served = run.configure_app(channels, enable_api=False, use_syslog=False)
    paths = {f"/{route.path}".rstrip("/") for route in served.router.routes}
    asked = set(re.findall(r'\{self\._url\}(/[\w/]*)"', inspect.getsource(Rasa)))
    assert len(asked) == 2
    assert {path for path in asked if path.rstrip("/") not in paths} == set()
