# SPDX-License-Identifier: MPL-2.0
"""What the citizen may say at any point is obeyed at every point, whatever question stands open."""

from __future__ import annotations

import pytest

from bot.codebook import Intent, Statement
from bot.mi.conversation import Ask, Process, Status
from bot.mi.move import Effect
from tests.factories import NO, YES, asked, statement, tell

STOP = statement("jeg stopper her", Intent.STOP)
BYE = statement("farvel", Intent.GOODBYE)
PAUSE = statement("pause", Intent.PAUSE)
SKIP = statement("spring over", Intent.SKIP)
DONT_KNOW = statement("det ved jeg ikke", Intent.DONT_KNOW)
ASK_HUMAN = statement("jeg vil tale med et menneske", Intent.ASK_HUMAN)
DELETE = statement("slet det hele", Intent.DELETE_DATA)
CONFUSED = statement("hvad mener du", Intent.CONFUSED)
ABOUT_THE_BOT = [
    statement("hvem ser det her", Intent.ASK_PRIVACY), statement("er du et menneske", Intent.ASK_BOT),
    statement("må jeg tage flere piller", Intent.ASK_ADVICE), statement("qwert", Intent.OFF_TOPIC),
]
EVERY_ASK = pytest.mark.parametrize("ask", list(Ask), ids=str)


@EVERY_ASK
@pytest.mark.parametrize("said", [STOP, BYE], ids=["stop", "goodbye"])
def test_stop_stops(ask: Ask, said: Statement) -> None:
    talk = asked(ask)
    turn = tell(talk, said)[0]
    assert talk.status is Status.STOPPED
    assert turn.move.ask is None
    assert "?" not in turn.text


@EVERY_ASK
def test_pause_rests_and_the_open_question_waits(ask: Ask) -> None:
    talk = asked(ask)
    turn = tell(talk, PAUSE)[0]
    assert talk.status is Status.PAUSED
    assert "?" not in turn.text
    assert talk.asked is ask


@EVERY_ASK
def test_a_skipped_question_is_not_asked_again(ask: Ask) -> None:
    talk = asked(ask)
    turn = tell(talk, SKIP)[0]
    assert turn.move.ask is not ask or ask in (Ask.ENGAGE, Ask.AFTER_DANGER, Ask.GO_ON), "these have other wordings"
    assert turn.replies[-1].text


@EVERY_ASK
def test_skipping_again_and_again_comes_to_rest(ask: Ask) -> None:
    talk = asked(ask)
    asks = [turn.move.ask for turn in tell(talk, *[SKIP] * 25)]
    assert not any(asks[-3:])


@EVERY_ASK
def test_not_knowing_is_an_answer(ask: Ask) -> None:
    talk = asked(ask)
    first, second, third = tell(talk, *[DONT_KNOW] * 3)
    assert first.text and second.text and third.text
    assert talk.wishes == asked(ask).wishes
    assert not any(said.casefold().startswith("det ved jeg ikke") for said in (talk.plan.step, talk.plan.wording))


def test_not_knowing_first_gets_an_easier_question_then_another_then_a_rest() -> None:
    talk = asked(Ask.STRENGTHS)
    first, second, third = tell(talk, *[DONT_KNOW] * 3)
    assert [act.phrase for act in first.move.acts] == ["not_known", "strengths_simpler"]
    assert second.move.ask is not Ask.STRENGTHS
    assert third.move.ask is None
    assert third.move.acts[0].phrase == "not_known_rest"
    again = tell(talk, *[DONT_KNOW] * 3)
    assert again[-1].move.ask is Ask.GO_ON


@EVERY_ASK
def test_a_wish_for_a_person_is_met_at_once(ask: Ask) -> None:
    turn = tell(asked(ask), ASK_HUMAN)[0]
    assert turn.move.acts[0].phrase == "ask_human"
    assert turn.move.ask is Ask.GO_ON


@EVERY_ASK
def test_deleting_is_asked_once_and_a_yes_deletes(ask: Ask) -> None:
    if ask is Ask.ERASE:
        return
    talk = asked(ask)
    question, done = tell(talk, DELETE, YES)
    assert question.move.ask is Ask.ERASE and question.move.effect is None
    assert done.move.effect is Effect.ERASE


NOT_A_YES = [
    statement("måske", intent) for intent in Intent if intent not in (Intent.AFFIRM, Intent.DELETE_DATA)
]


@pytest.mark.parametrize("said", NOT_A_YES, ids=lambda said: said.intent.value)
def test_only_a_yes_deletes(said: Statement) -> None:
    turn = tell(asked(Ask.ERASE), said)[0]
    assert turn.move.effect is not Effect.ERASE


def test_after_a_no_to_deleting_a_later_yes_deletes_nothing() -> None:
    turns = tell(asked(Ask.STEP), DELETE, NO, YES, YES)
    assert not any(turn.move.effect for turn in turns)


@EVERY_ASK
def test_what_is_not_understood_is_asked_in_simpler_words_or_stays(ask: Ask) -> None:
    talk = asked(ask)
    before = talk.process
    turn = tell(talk, CONFUSED)[0]
    assert turn.text
    assert talk.process is before, "not understanding decides nothing"


@EVERY_ASK
@pytest.mark.parametrize("said", ABOUT_THE_BOT, ids=lambda said: said.intent.value)
def test_a_question_about_the_bot_is_answered_and_the_open_question_stays(ask: Ask, said: Statement) -> None:
    if ask in (Ask.HAPPENING_NOW, Ask.ERASE):
        return
    talk = asked(ask)
    turn = tell(talk, said)[0]
    assert turn.move.acts[0].phrase == said.intent.value
    assert turn.move.ask is ask


@pytest.mark.parametrize(("ask", "text"), [
    (Ask.WHEN, "i morgen"), (Ask.WHEN, "på en anden dag, torsdag"), (Ask.SURE, "6"),
    (Ask.STEP, "lukke ned for telefonen"),
])
def test_a_doubtful_order_that_answers_the_question_is_an_answer(ask: Ask, text: str) -> None:
    talk = asked(ask)
    tell(talk, statement(text, Intent.PAUSE, confidence=0.5))
    assert talk.status is Status.OPEN
    assert talk.process is Process.PLAN


@EVERY_ASK
def test_a_certain_order_is_obeyed_also_where_it_could_answer(ask: Ask) -> None:
    if ask is Ask.ERASE:
        return
    talk = asked(ask)
    tell(talk, statement("i morgen", Intent.PAUSE, confidence=0.95))
    assert talk.status is Status.PAUSED


def test_after_three_answers_that_tell_nothing_no_fourth_question_is_put() -> None:
    talk = asked(Ask.WHAT_MATTERS, process=Process.EVOKE)
    said = [statement("ja", Intent.AFFIRM), statement("ved ikk", Intent.DONT_KNOW), statement("nej", Intent.DENY)]
    turns = tell(talk, *said)
    assert turns[2].move.ask in (None, Ask.GO_ON)
    assert talk.bare_answers_in_a_row == 0


@pytest.mark.parametrize("said", ["ja", "Ja, slet det hele", "ok", "ja tak, slet bare alt"])
def test_a_plain_yes_deletes(said: str) -> None:
    assert tell(asked(Ask.ERASE), statement(said, Intent.AFFIRM))[0].move.effect is Effect.ERASE


@pytest.mark.parametrize("said", [
    "ok. hun svarede lige lol. hun lå syg", "ja men jeg mente beskeden til min bostøtte",
    "jeg sagde ik du sku slette det",
])
def test_a_yes_with_something_else_in_it_deletes_nothing(said: str) -> None:
    assert tell(asked(Ask.ERASE), statement(said, Intent.AFFIRM))[0].move.effect is None
