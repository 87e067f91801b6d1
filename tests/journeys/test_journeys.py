# SPDX-License-Identifier: MPL-2.0
"""Whole conversations over HTTP against the three real processes, told in YAML that a practitioner can read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.mi.conversation import Ask
from tests.journeys.system import Citizen, Staff, System, asked

HERE = Path(__file__).parent
QUOTES = [json.loads(line) for line in (HERE / "quotes.jsonl").read_text(encoding="utf-8").splitlines()]
MOST_TURNS = 40
GOAL_QUESTIONS = {str(ask) for ask in Ask} - {Ask.AFTER_DANGER, Ask.HAPPENING_NOW, Ask.GO_ON, Ask.ERASE}

pytestmark = pytest.mark.journey


def story(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load((HERE / "stories" / f"{name}.yml").read_text(encoding="utf-8")))


def words_of(line: Any) -> str:
    """A line of a story: the citizen's words, or the number of a published quote."""
    return str(QUOTES[line["quote"] - 1]["text"] if isinstance(line, dict) else line)


def play(citizen: Citizen, told: dict[str, Any]) -> None:
    """Answers what is asked, tells what is left to tell, until the talk closes or nothing is left to say."""
    left, answers = [words_of(line) for line in told["tells"]], dict(told["answers"])
    more = [words_of(line) for line in told.get("goes_on", ())]
    for _ in range(MOST_TURNS):
        question = asked(citizen.last_reply)
        if question == Ask.HAPPENING_NOW:
            citizen.say("nej, slet ikke")
        elif question in answers:
            citizen.say(words_of(answers.pop(question)))
        elif left or more:
            citizen.say((left or more).pop(0))
        else:
            return
        if citizen.state["process"] == "close":
            return
    raise AssertionError(f"no end after {MOST_TURNS} turns")


def transcript(citizen: Citizen) -> str:
    lines = [f"  {citizen.opening[-1]}"]
    for said in citizen.said:
        lines += [f"> {said.text}", *(f"  {reply}" for reply in said.replies)]
    return "\n".join(lines)


def drafted(citizen: Citizen, staff: Staff) -> dict[str, Any]:
    """The six quotes as a talk, up to the draft that the citizen confirmed."""
    told = story("six_quotes")
    play(citizen, told)
    ends, drafts = told["ends"], citizen.state["drafts"]
    assert citizen.state["process"] == ends["process"], transcript(citizen)
    assert len(drafts) == 1, transcript(citizen)
    assert staff.goals() == [], "staff see nothing before it is shared"
    goals = citizen.client.get("/goals").json()
    assert [goal["id"] for goal in goals] == drafts
    assert goals[0]["status"] == "draft"
    return {**goals[0], "ends": ends}


def test_six_quotes_become_an_active_delmaal(system: System) -> None:
    staff = system.staff()
    citizen = system.citizen(staff)
    goal = drafted(citizen, staff)

    assert goal["ends"]["wish_contains"] in goal["wish"]["text"]
    wish_turn = citizen.told()["turns"][goal["wish"]["turn"]]
    assert goal["wish"]["text"] in wish_turn["said"], "the wish is verbatim"
    assert goal["wording"] == goal["ends"]["wording"]
    assert goal["details"]["sure"] == goal["ends"]["sure"]
    said = {said.text for said in citizen.said}
    assert {quote["text"] for quote in QUOTES} <= said, transcript(citizen)

    citizen.share([goal["id"]], [goal["wish"]["turn"]])
    seen = staff.goals(status="shared")
    assert [one["id"] for one in seen] == [goal["id"]]
    read = staff.goal(goal["id"])
    assert [quote["text"] for quote in read["quotes"]] == [wish_turn["said"]]

    asked_back = staff.review(goal["id"], act="ask", reason="Hvornår på dagen passer det bedst?")
    assert (asked_back["status"], asked_back["whose_turn"]) == ("asked", "citizen")
    replied = citizen.answer(goal["id"], act="reply", reason="Om formiddagen.")
    assert (replied["status"], replied["whose_turn"]) == ("shared", "staff")

    better = "På mandag formiddag laver jeg et skema for ugen på min mobil sammen med min bostøtte."
    suggested = staff.review(goal["id"], act="suggest", wording=better)
    assert (suggested["status"], suggested["whose_turn"]) == ("suggested", "citizen")
    active = citizen.answer(goal["id"], act="yes")
    assert (active["status"], active["whose_turn"], active["wording"]) == ("active", "both", better)
    assert active["wish"]["text"] == goal["wish"]["text"], "the wish is never overwritten"
    acts = [change["act"] for change in active["history"]]
    assert acts == ["confirm", "share", "ask", "reply", "suggest", "yes", "start"]


def test_an_agreed_goal_waits_for_the_citizens_yes(system: System) -> None:
    staff = system.staff()
    citizen = system.citizen(staff)
    goal = drafted(citizen, staff)
    citizen.share([goal["id"]], [])
    agreed = staff.review(goal["id"], act="agree")
    assert (agreed["status"], agreed["whose_turn"]) == ("agreed", "citizen")
    assert citizen.answer(goal["id"], act="yes")["status"] == "active"


def test_a_no_makes_no_goal(system: System) -> None:
    staff = system.staff()
    citizen = system.citizen(staff)
    told = story("no_goal")
    play(citizen, told)
    assert citizen.state["process"] == told["ends"]["process"], transcript(citizen)
    assert any(asked(said.replies[-1]) == "read_back" for said in citizen.said), transcript(citizen)
    assert citizen.state["drafts"] == []
    assert citizen.client.get("/goals").json() == []
    assert staff.goals() == []


def test_danger_ends_the_talk_of_goals(system: System) -> None:
    staff = system.staff()
    citizen = system.citizen(staff)
    told = story("danger")
    play(citizen, told)
    first, *later = told["danger"]
    replies = citizen.say(first)
    assert citizen.state["safety"] == "acute"
    assert "112" in "\n".join(replies)
    for line in [None, *later]:
        replies = citizen.say(line) if line else replies
        assert asked(replies[-1]) not in GOAL_QUESTIONS, transcript(citizen)
        said = "\n".join(replies).casefold()
        assert not re.search(r"har (?:fået|givet|set|læst)|er (?:givet|sendt)|ved det nu", said), "nobody has read it"
    assert citizen.state["drafts"] == []
    assert "piller" not in system.logs(), "no citizen's words in any log"


def test_no_citizens_words_in_the_logs(system: System) -> None:
    staff = system.staff("Xenofon Testesen")
    citizen = system.citizen(staff)
    citizen.say("mit cpr er 010203-1234 og jeg drømmer om en kolonihave i Brabrand")
    told = citizen.told()
    assert "010203" not in json.dumps(told), "a CPR number is never kept"
    assert "kolonihave" in json.dumps(told)
    for word in ("kolonihave", "Brabrand", "010203", "Xenofon"):
        assert word not in system.logs()
