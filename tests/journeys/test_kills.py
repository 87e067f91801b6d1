# SPDX-License-Identifier: MPL-2.0
"""`kill -9` of each process in the middle of a conversation: nothing said is lost, no reply is given twice."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.journeys.system import Citizen, System, running_system

pytestmark = pytest.mark.journey

BEFORE = ["hej, jeg er her", "jeg vil gerne ud at gå om morgenen", "så ville jeg sove bedre om natten"]
DURING = "jeg plejede at gå rundt om søen hver dag"
AFTER = ["min hund ville også blive glad for det", "det er svært når det regner"]
PATIENCE = 60.0


@pytest.fixture(scope="module")
def killable(trained_model: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    folder = tmp_path_factory.mktemp("kills")
    with running_system(folder, f"sqlite:///{folder}/afsaet.db", AFSAET_RASA_SECONDS="4") as system:
        yield system


def everything_is_there_once(citizen: Citizen) -> None:
    turns = [turn for turn in citizen.told()["turns"] if turn["said"]]
    assert [turn["said"] for turn in turns] == [said.text for said in citizen.said], "all that was said, once, in order"
    kept = [[reply["text"] for reply in turn["replies"]] for turn in turns]
    assert kept == [said.replies for said in citizen.said], "each message has the one answer that the citizen saw"
    twice = [reply for reply, times in Counter(map(tuple, kept)).items() if times > 1]
    assert not twice, f"given twice: {twice}"


@pytest.mark.parametrize("name", ["web", "rasa", "actions"])
@pytest.mark.parametrize("milliseconds", [0, 8, 25])
def test_a_killed_process_loses_nothing(killable: System, name: str, milliseconds: int) -> None:
    killable.wait_until_ready()
    citizen = killable.citizen(killable.staff())
    for line in BEFORE:
        citizen.say(line)

    speaking = threading.Thread(target=citizen.say, args=(DURING, PATIENCE))
    speaking.start()
    time.sleep(milliseconds / 1000)
    killable.kill(name)
    speaking.join(PATIENCE)
    assert [said.text for said in citizen.said][-1] == DURING, "the message was answered, if only calmly"

    citizen.say(AFTER[0], PATIENCE)
    killable.wait_until_ready()
    citizen.say(AFTER[1], PATIENCE)
    everything_is_there_once(citizen)


def test_a_killed_watcher_takes_the_others_along_and_loses_nothing(killable: System) -> None:
    killable.wait_until_ready()
    citizen = killable.citizen(killable.staff())
    for line in BEFORE:
        citizen.say(line)
    watched = [killable.process(name) for name in ("web", "rasa", "actions")]
    assert killable.watcher is not None
    killable.watcher.kill()
    killable.watcher.wait(10)
    for process in watched:
        process.wait(20)
    killable.start()
    citizen.say(DURING, PATIENCE)
    everything_is_there_once(citizen)


def test_what_was_said_while_rasa_was_away_is_heard_when_it_is_back(killable: System) -> None:
    killable.wait_until_ready()
    citizen = killable.citizen(killable.staff())
    citizen.say(BEFORE[0])
    killable.kill("rasa")
    calm = citizen.say("jeg drømmer om at få en kolonihave", PATIENCE)
    assert "gemt" in " ".join(calm), "the citizen is told that it is kept"
    killable.wait_until_ready()
    citizen.say("er du der igen", PATIENCE)
    replies = [citizen.say(line)[-1] for line in ("det ville give mig ro", "jeg tænker tit på det")]
    assert citizen.state["process"] != "engage", f"the wish was heard: {replies}"
    everything_is_there_once(citizen)
