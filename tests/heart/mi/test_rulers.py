# SPDX-License-Identifier: MPL-2.0
"""Numbers from 0 to 10: followed up from below, and a step the citizen is unsure of is made smaller."""

from __future__ import annotations

import pytest

from bot.codebook import Intent, Statement
from bot.mi.conversation import Ask
from tests.factories import YES, asked, rating, statement, tell

RULERS = [(Ask.IMPORTANCE, "importance", Ask.IMPORTANCE_WHY), (Ask.CONFIDENCE, "confidence", Ask.CONFIDENCE_WHY)]


@pytest.mark.parametrize(("ruler", "name", "why"), RULERS)
@pytest.mark.parametrize(("said", "number", "shown", "lower"), [
    ("8", 8, "8", "5"), ("7,5", 7.5, "7,5", "4"), ("nok en 4'er", 4, "4", "1"), ("2", 2, "2", "0"),
    ("10", 10, "10", "7"),
])
def test_a_number_is_kept_and_followed_up_from_below(
    ruler: Ask, name: str, why: Ask, said: str, number: float, shown: str, lower: str
) -> None:
    talk = asked(ruler, **{name: None})
    turn = tell(talk, statement(said, Intent.RATE))[0]
    assert getattr(talk, name) == number
    assert turn.move.ask is why
    assert shown in turn.text and str(lower) in turn.text, turn.text


@pytest.mark.parametrize(("ruler", "name", "why"), RULERS)
def test_nought_is_not_followed_up_from_below(ruler: Ask, name: str, why: Ask) -> None:
    talk = asked(ruler, **{name: None})
    turn = tell(talk, rating(0))[0]
    assert getattr(talk, name) == 0
    assert turn.move.ask is why
    assert "og ikke" not in turn.text


@pytest.mark.parametrize(("ruler", "name", "why"), RULERS)
@pytest.mark.parametrize("said", ["rigtig meget", "det kommer an på vejret", "12 heste", "-3"])
def test_an_answer_without_a_number_on_the_ruler_sets_none(ruler: Ask, name: str, why: Ask, said: str) -> None:
    talk = asked(ruler, **{name: None})
    tell(talk, statement(said))
    assert getattr(talk, name) is None


@pytest.mark.parametrize("number", [7, 8, 10])
def test_sure_enough_goes_straight_to_the_read_back(number: float) -> None:
    talk = asked(Ask.SURE)
    assert tell(talk, rating(number))[0].move.ask is Ask.READ_BACK
    assert talk.plan.sure == number


@pytest.mark.parametrize(("said", "heard"), [
    ("7, lidt nervøs", "sure_with_doubt"), ("8 men det kommer an på vejret", "sure_with_doubt"), ("8", "sure_enough"),
])
def test_a_doubt_beside_the_number_is_heard(said: str, heard: str) -> None:
    talk = asked(Ask.SURE)
    turn = tell(talk, Statement(said, intent=Intent.RATE))[0]
    assert turn.move.acts[0].phrase == heard


@pytest.mark.parametrize("number", [0, 3, 6, 6.5])
def test_under_seven_a_smaller_step_is_looked_for(number: float) -> None:
    talk = asked(Ask.SURE)
    assert tell(talk, rating(number))[0].move.ask is Ask.SMALLER


def test_a_step_is_made_smaller_once_then_the_citizens_word_stands() -> None:
    talk = asked(Ask.SURE)
    turns = tell(talk, rating(3), statement("Jeg skriver en sms"))
    assert [turn.move.ask for turn in turns] == [Ask.SMALLER, Ask.READ_BACK]
    assert talk.plan.step == "Jeg skriver en sms"
    assert talk.plan.sure == 3


@pytest.mark.parametrize("answer", [
    statement("nej", Intent.DENY), statement("det ved jeg ikke", Intent.DONT_KNOW),
    statement("spring over", Intent.SKIP), YES, statement("hvad mener du", Intent.CONFUSED),
    statement("tak", Intent.THANK),
])
def test_an_answer_that_names_no_smaller_step_leaves_the_first(answer: Statement) -> None:
    talk = asked(Ask.SMALLER)
    tell(talk, answer)
    assert talk.plan.step in ("Jeg ringer til min søster", ""), "empty only if the plan was let go"


def test_the_question_of_the_smaller_step_never_offers_one() -> None:
    turn = tell(asked(Ask.SURE), rating(2))[0]
    assert not turn.replies[-1].choices


@pytest.mark.parametrize("said", [
    statement("Behold det", Intent.SHARE), statement("behold det", Intent.OFF_TOPIC),
    statement("ja det passer", Intent.AFFIRM), statement("det går nok", Intent.DENY),
])
def test_a_step_may_be_kept_though_the_number_is_halfway(said: Statement) -> None:
    talk = asked(Ask.SURE)
    turns = tell(talk, rating(5), said)
    assert [turn.move.ask for turn in turns] == [Ask.SMALLER, Ask.READ_BACK]


def test_less_without_a_how_is_asked_how() -> None:
    talk = asked(Ask.SURE)
    less, smaller = statement("Gør det mindre", Intent.SHARE), statement("Jeg sender en sms", Intent.SHARE)
    turns = tell(talk, rating(5), less, smaller)
    assert [turn.move.ask for turn in turns] == [Ask.SMALLER, Ask.SMALLER, Ask.READ_BACK]
    assert "sender en sms" in turns[2].text
