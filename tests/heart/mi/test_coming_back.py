# SPDX-License-Identifier: MPL-2.0
"""After a pause or a stop, a message opens the talk again, at the question that waited."""

from __future__ import annotations

import pytest

from bot.codebook import Intent, Statement
from bot.mi.conversation import Ask, Status
from tests.factories import STEP, YES, asked, statement, tell

PAUSE = statement("pause", Intent.PAUSE)
STOP = statement("stop", Intent.STOP)
HELLO = statement("hej igen", Intent.GREET)
THANKS = statement("tak for sidst", Intent.THANK)
ORDINARY = [ask for ask in Ask if ask not in (Ask.HAPPENING_NOW, Ask.ERASE)]


@pytest.mark.parametrize("ask", ORDINARY, ids=str)
@pytest.mark.parametrize("hello", [HELLO, THANKS, YES], ids=["greet", "thank", "affirm"])
def test_a_greeting_after_a_pause_is_welcomed_and_the_question_stands_again(ask: Ask, hello: Statement) -> None:
    talk = asked(ask)
    back = tell(talk, PAUSE, hello)[1]
    assert talk.status is Status.OPEN
    assert back.move.acts[0].phrase == "welcome_back"
    assert back.move.ask is ask


@pytest.mark.parametrize("ask", list(Ask), ids=str)
def test_a_greeting_after_a_stop_is_answered(ask: Ask) -> None:
    talk = asked(ask)
    back = tell(talk, STOP, HELLO)[1]
    assert talk.status is Status.OPEN
    assert back.text


def test_who_comes_back_with_the_answer_is_not_asked_again() -> None:
    talk = asked(Ask.STEP)
    back = tell(talk, PAUSE, STEP)[1]
    assert talk.plan.step
    assert back.move.ask is Ask.WHEN


def test_is_it_now_is_not_answered_by_a_greeting_after_a_pause() -> None:
    talk = asked(Ask.HAPPENING_NOW)
    tell(talk, PAUSE, HELLO)
    assert talk.status is Status.OPEN


def test_one_may_pause_and_come_back_many_times() -> None:
    talk = asked(Ask.WHAT_MATTERS)
    for _ in range(6):
        tell(talk, PAUSE, HELLO)
        assert (talk.status, talk.asked) == (Status.OPEN, Ask.WHAT_MATTERS)
