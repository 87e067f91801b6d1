# SPDX-License-Identifier: MPL-2.0
"""The planning dialogue and its read-back: the citizen's yes, change or no decides, and nothing else."""

from __future__ import annotations

import pytest

from bot.codebook import Intent, Statement
from bot.mi.conversation import Ask, Process
from bot.mi.move import Effect
from tests.factories import NO, YES, asked, rating, statement, tell

WORDING = "Jeg ringer til min søster på søndag."


def test_a_yes_makes_a_draft_of_exactly_the_wording_that_was_read_back() -> None:
    talk = asked(Ask.READ_BACK)
    turn = tell(talk, YES)[0]
    assert turn.move.effect is Effect.DRAFT_GOAL
    assert talk.confirmed is not None and talk.confirmed.wording == WORDING
    assert talk.process is Process.CLOSE


@pytest.mark.parametrize(("said", "wording"), [
    ("nej hellere på tirsdag", "Jeg ringer til min søster på tirsdag."),
    ("på mandag", "Jeg ringer til min søster på mandag."),
    ("det skal være i morgen", "Jeg ringer til min søster i morgen."),
])
def test_another_time_takes_the_place_of_the_first(said: str, wording: str) -> None:
    talk = asked(Ask.READ_BACK)
    turn = tell(talk, statement(said, Intent.CORRECT))[0]
    assert talk.plan.wording == wording
    assert turn.move.ask is Ask.READ_BACK
    assert wording in turn.text


@pytest.mark.parametrize("said", ["sammen med min mor", "nej med min mor"])
def test_a_companion_is_put_into_the_wording(said: str) -> None:
    talk = asked(Ask.READ_BACK)
    tell(talk, statement(said, Intent.CORRECT))
    assert talk.plan.wording.startswith("Jeg ringer til min søster på søndag")
    assert "med min mor" in talk.plan.wording


@pytest.mark.parametrize("ask", [Ask.READ_BACK, Ask.REWORD, Ask.CHANGE_OR_LEAVE])
def test_a_whole_new_wording_stands_as_the_citizen_wrote_it(ask: Ask) -> None:
    talk = asked(ask)
    turn = tell(talk, statement("Jeg besøger min søster i weekenden", Intent.CORRECT))[0]
    assert talk.plan.wording == "Jeg besøger min søster i weekenden."
    assert turn.move.ask is Ask.READ_BACK
    assert turn.move.effect is None


@pytest.mark.parametrize("ask", [Ask.READ_BACK, Ask.CHANGE_OR_LEAVE])
@pytest.mark.parametrize("said", ["Ret det", "det skal rettes", "jeg vil lave om på det"])
def test_a_wish_to_change_is_asked_for_the_words(ask: Ask, said: str) -> None:
    talk = asked(ask)
    assert tell(talk, statement(said, Intent.CORRECT))[0].move.ask is Ask.REWORD
    assert talk.plan.wording == WORDING


def test_a_bare_no_asks_whether_to_change_or_leave_and_a_second_no_leaves_it() -> None:
    talk = asked(Ask.READ_BACK)
    first, second = tell(talk, NO, NO)
    assert first.move.ask is Ask.CHANGE_OR_LEAVE
    assert second.move.effect is None
    assert (talk.process, talk.confirmed, talk.plan.wording) == (Process.CLOSE, None, "")


@pytest.mark.parametrize("ask", [Ask.READ_BACK, Ask.CHANGE_OR_LEAVE, Ask.REWORD])
@pytest.mark.parametrize("said", ["Lad det ligge", "lad den ligge", "glem det",
    "der skal ikke være noget mål, lad det ligge"])
@pytest.mark.parametrize("intent", [Intent.DENY, Intent.CORRECT, Intent.SHARE])
def test_letting_it_lie_leaves_no_goal(ask: Ask, said: str, intent: Intent) -> None:
    talk = asked(ask)
    turn = tell(talk, statement(said, intent))[0]
    assert turn.move.effect is None and turn.move.ask is None
    assert (talk.process, talk.confirmed, talk.plan.wording) == (Process.CLOSE, None, "")


NO_WORDING = [
    statement("hvad mener du?", Intent.CONFUSED), statement("det ved jeg ikke", Intent.DONT_KNOW),
    statement("hej", Intent.GREET), statement("tak skal du have", Intent.THANK),
    statement("du er en dum maskine", Intent.OBJECT), statement("hvem ser det her", Intent.ASK_PRIVACY),
    statement("hvad synes du jeg skal gøre", Intent.ASK_ADVICE), statement("er du et menneske", Intent.ASK_BOT),
    statement("asdf", Intent.OFF_TOPIC), statement("7", Intent.RATE),
]


@pytest.mark.parametrize("ask", [Ask.READ_BACK, Ask.REWORD, Ask.CHANGE_OR_LEAVE])
@pytest.mark.parametrize("said", NO_WORDING, ids=lambda said: said.intent.value)
def test_what_is_no_wording_never_becomes_one(ask: Ask, said: Statement) -> None:
    talk = asked(ask)
    tell(talk, said)
    left = {""} if ask is Ask.CHANGE_OR_LEAVE else set()
    assert talk.plan.wording in {WORDING, *left}, said.text


@pytest.mark.parametrize("said", NO_WORDING, ids=lambda said: said.intent.value)
def test_a_goal_is_never_made_by_anything_but_a_yes_to_the_read_back(said: Statement) -> None:
    for ask in Ask:
        assert tell(asked(ask), said)[0].move.effect is not Effect.DRAFT_GOAL
    assert all(tell(asked(ask), YES)[0].move.effect is not Effect.DRAFT_GOAL for ask in Ask if ask is not Ask.READ_BACK)


STEP_QUESTIONS = {Ask.STEP: "step", Ask.WHEN: "when", Ask.WITH_WHOM: "with_whom", Ask.SIGN: "sign"}
NO_ANSWERS = [*NO_WORDING[:9], YES]


@pytest.mark.parametrize("ask", STEP_QUESTIONS, ids=str)
@pytest.mark.parametrize("said", NO_ANSWERS, ids=lambda said: said.intent.value)
def test_what_answers_no_question_of_the_plan_is_not_written_into_it(ask: Ask, said: Statement) -> None:
    talk = asked(ask)
    before = getattr(talk.plan, STEP_QUESTIONS[ask])
    tell(talk, said)
    assert getattr(talk.plan, STEP_QUESTIONS[ask]) in (before, ""), said.text


@pytest.mark.parametrize("ask", [Ask.STEP, Ask.WHEN, Ask.SIGN], ids=str)
def test_a_bare_no_is_not_written_into_the_plan(ask: Ask) -> None:
    talk = asked(ask)
    before = getattr(talk.plan, STEP_QUESTIONS[ask])
    tell(talk, NO)
    assert getattr(talk.plan, STEP_QUESTIONS[ask]) in (before, "")


def test_no_companion_means_alone() -> None:
    talk = asked(Ask.WITH_WHOM)
    tell(talk, NO)
    assert talk.plan.with_whom == "alene"


def test_a_step_that_says_when_and_with_whom_is_not_asked_again_about_them() -> None:
    talk = asked(Ask.STEP)
    turn = tell(talk, statement("Jeg går en tur med min nabo på torsdag"))[0]
    assert turn.move.ask is Ask.SIGN
    assert talk.plan.when == "på torsdag"
    assert "nabo" in talk.plan.with_whom


def test_without_a_step_nothing_is_read_back() -> None:
    talk = asked(Ask.STEP)
    skip = statement("spring over", Intent.SKIP)
    turns = tell(talk, *[skip] * 6)
    assert Ask.READ_BACK not in {turn.move.ask for turn in turns}
    assert talk.confirmed is None


def test_a_passed_over_step_is_not_followed_by_questions_about_it() -> None:
    turn = tell(asked(Ask.STEP), statement("spring over", Intent.SKIP))[0]
    assert turn.move.ask not in (Ask.WHEN, Ask.WITH_WHOM, Ask.SIGN, Ask.SURE)


@pytest.mark.parametrize("ask", [Ask.STEP, Ask.WHEN, Ask.WITH_WHOM, Ask.SIGN, Ask.SURE, Ask.SMALLER], ids=str)
def test_a_plan_may_be_let_lie_at_every_question(ask: Ask) -> None:
    talk = asked(ask)
    turn = tell(talk, statement("lad det ligge", Intent.SKIP))[0]
    assert "lad det ligge" not in (talk.plan.step.casefold(), talk.plan.when, talk.plan.sign, talk.plan.with_whom)
    assert turn.move.effect is None


@pytest.mark.parametrize(("step", "asks"), [
    ("jeg kan gå en tur rundt om søen", True), ("jeg kan ringe til min søster", False),
    ("jeg kan skrive til Line", False), ("jeg kan åbne et brev", True),
])
def test_company_is_asked_about_only_where_the_step_has_none(step: str, asks: bool) -> None:
    talk = asked(Ask.STEP)
    talk.kinds_told["sustain"] = 1
    moves = [turn.move.ask for turn in tell(talk, statement(step), statement("på mandag"))]
    assert (moves[-1] is Ask.WITH_WHOM) is asks


def test_a_number_is_no_company() -> None:
    talk = asked(Ask.WITH_WHOM)
    turn = tell(talk, rating(7))[0]
    assert turn.move.ask is Ask.READ_BACK
    assert (talk.plan.sure, talk.plan.with_whom) == (7, "")


def test_a_step_told_when_asked_for_permission_is_the_yes_and_the_step() -> None:
    talk = asked(Ask.PERMISSION)
    turn = tell(talk, statement("Jeg kan ringe til koret og høre, om man må lytte med"))[0]
    assert talk.process is Process.PLAN
    assert talk.plan.step.startswith("Jeg ringer til koret")
    assert turn.move.ask is Ask.WHEN


def test_a_number_at_the_read_back_is_kept_and_the_words_are_read_again() -> None:
    talk = asked(Ask.READ_BACK)
    talk.plan.sure = None
    turn = tell(talk, rating(8))[0]
    assert talk.plan.sure == 8 and turn.move.ask is Ask.READ_BACK


def test_company_told_in_place_of_a_number_stands_in_the_wording() -> None:
    talk = asked(Ask.SURE)
    talk.plan.step, talk.plan.wording, talk.plan.with_whom = "Jeg går en tur", "", ""
    tell(talk, statement("sammen med min nabo Grethe"))
    assert talk.plan.with_whom == "min nabo Grethe" and "Grethe" in talk.plan.wording


@pytest.mark.parametrize("said", [
    "Næsten. Det vigtigste mangler: hvem der bliver i bilen", "Med som a skrev skal ikke med",
    "Vandflasken skal også stå der",
])
def test_what_only_says_what_is_wrong_is_not_pasted_in_as_the_wording(said: str) -> None:
    talk = asked(Ask.READ_BACK)
    turn = tell(talk, statement(said, Intent.CORRECT))[0]
    assert turn.move.ask is Ask.REWORD and talk.plan.wording == WORDING
