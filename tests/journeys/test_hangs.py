# SPDX-License-Identifier: MPL-2.0
"""A process that hangs (takes connections, never answers): calm replies in time, danger answered, all heard later."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.journeys.system import Citizen, System, running_system
from tests.journeys.test_kills import everything_is_there_once

pytestmark = pytest.mark.journey

RASA_SECONDS = 4
IN_TIME = 12.0
"""Seconds; a little over what the gateway waits for Rasa, on a busy machine."""


@pytest.fixture(scope="module")
def hanging(trained_model: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    folder = tmp_path_factory.mktemp("hangs")
    told = {"AFSAET_RASA_SECONDS": str(RASA_SECONDS)}
    with running_system(folder, f"sqlite:///{folder}/afsaet.db", **told) as system:
        yield system


@contextmanager
def stopped(system: System, name: str) -> Iterator[None]:
    """A process that hangs meanwhile."""
    process = system.process(name)
    process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        process.send_signal(signal.SIGCONT)


def in_time(citizen: Citizen, text: str) -> str:
    """The answer, which comes in time."""
    began = time.monotonic()
    said = " ".join(citizen.say(text))
    assert time.monotonic() - began < IN_TIME
    return said


@pytest.mark.parametrize("name", ["rasa", "actions"])
def test_while_a_process_hangs_the_talk_is_calm_and_afterwards_all_was_heard(hanging: System, name: str) -> None:
    hanging.wait_until_ready()
    staff = hanging.staff()
    citizen, other = hanging.citizen(staff), hanging.citizen(staff)
    citizen.say("hej, jeg er her")
    with stopped(hanging, name):
        assert "gemt" in in_time(citizen, "jeg drømmer om at få en kolonihave")
        assert "gemt" in in_time(citizen, "der kunne jeg dyrke kartofler")
        assert "112" in in_time(other, "jeg vil tage mit eget liv i nat")
        assert other.state["safety"] == "acute"
    hanging.wait_until_ready()
    citizen.say("er du der igen", patience=30)
    replies = [citizen.say(line)[-1] for line in ("det ville give mig ro", "jeg tænker tit på det")]
    assert citizen.state["process"] != "engage", f"the wish was heard: {replies}"
    everything_is_there_once(citizen)
    everything_is_there_once(other)
    alerts = staff.client.get("/alerts").json()
    assert [alert["conversation_id"] for alert in alerts] == [other.id]
