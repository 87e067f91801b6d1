# SPDX-License-Identifier: MPL-2.0
"""The talk walks engage, focus, evoke, plan and close, led only by what the citizen shows."""

from __future__ import annotations

import pytest

from bot.codebook import Intent, Safety, Statement, Talk, Theme
from bot.mi.conversation import Ask, Conversation, Process
from bot.mi.move import Effect
from bot.mi.planning import PLAN_ANSWERS
from tests.factories import (
    HARD,
    NO,
    NOTHING_MORE,
    REASON,
    STEP,
    STRENGTH,
    WISH,
    YES,
    asked,
    begin,
    conversation,
    rating,
    statement,
    tell,
    with_a_wish,
)

PLANNING = frozenset(PLAN_ANSWERS)
"""The questions that speak of a plan; `permission` asks whether to make one."""
AGREES = statement("ja det passer", Intent.AFFIRM)
TO_A_DRAFT: tuple[tuple[Statement, Process, Ask | None], ...] = (
    (statement("Jeg har mest siddet derhjemme"), Process.ENGAGE, None),
    (WISH, Process.EVOKE, None),
    (HARD, Process.EVOKE, None),
    (REASON, Process.EVOKE, None),
    (STRENGTH, Process.EVOKE, None),
    (AGREES, Process.EVOKE, Ask.ANYTHING_ELSE),
    (NOTHING_MORE, Process.EVOKE, Ask.PERMISSION),
    (YES, Process.PLAN, Ask.STEP),
    (STEP, Process.PLAN, Ask.WHEN),
    (statement("på søndag"), Process.PLAN, Ask.SURE),
    (rating(8), Process.PLAN, Ask.SURE_WHY),
    (statement("Det har jeg gjort før", Talk.ABILITY), Process.PLAN, Ask.READ_BACK),
    (YES, Process.CLOSE, None),
)


def test_the_first_turn_says_what_this_is_and_asks_one_quiet_question() -> None:
    talk = conversation()
    first = begin(talk)
    assert "program" in first.text
    assert first.move.ask is talk.asked is Ask.OPENING
    assert len(first.replies) == 1


def test_a_citizen_who_tells_is_led_from_the_first_question_to_a_draft() -> None:
    talk = conversation()
    begin(talk)
    for message, process, ask in TO_A_DRAFT:
        turn = tell(talk, message)[0]
        assert (talk.process, turn.move.ask) == (process, ask), message.text
    assert turn.move.effect is Effect.DRAFT_GOAL
    assert talk.confirmed is not None
    assert talk.confirmed.wording == "Jeg ringer til hende på søndag."


WITHOUT_A_WISH = [
    [statement(f"Jeg har haft besøg {day}") for day in ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag")],
    [REASON, STRENGTH, rating(9), YES, YES, YES, YES],
    [statement("ja", Intent.AFFIRM)] * 10,
    [HARD] * 8,
    [statement("Jeg skal nok ringe på mandag", Talk.COMMITMENT)] * 6,
]


@pytest.mark.parametrize("said", WITHOUT_A_WISH, ids=lambda said: said[0].text)
def test_without_a_wish_no_plan_is_spoken_of(said: list[Statement]) -> None:
    talk = conversation()
    begin(talk)
    assert not {turn.move.ask for turn in tell(talk, *said)} & PLANNING
    assert talk.process is not Process.PLAN


def test_a_wish_alone_without_reason_need_or_strength_leads_to_no_plan() -> None:
    talk = conversation()
    begin(talk)
    unsure = [statement("Det er svært at sige noget om", Talk.SUSTAIN) for _ in range(10)]
    turns = tell(talk, WISH, *unsure)
    assert not {turn.move.ask for turn in turns} & PLANNING


@pytest.mark.parametrize("said", [REASON, STRENGTH, statement("Jeg er nødt til at komme ud", Talk.NEED)])
def test_a_wish_and_one_thing_that_speaks_for_it_may_lead_to_the_question_whether_to_plan(said: Statement) -> None:
    talk = conversation()
    begin(talk)
    turns = tell(talk, WISH, said, *[NOTHING_MORE] * 8)
    assert Ask.PERMISSION in {turn.move.ask for turn in turns}


@pytest.mark.parametrize("number", [0, 1, 2, 3, 3.5])
def test_what_hardly_matters_is_not_planned(number: float) -> None:
    talk = asked(Ask.IMPORTANCE, importance=None, has_asked={Ask.IMPORTANCE, Ask.WHAT_MATTERS})
    turns = tell(talk, rating(number), REASON, STRENGTH, rating(9), STRENGTH, *[NOTHING_MORE] * 6)
    assert talk.importance == number
    assert not {turn.move.ask for turn in turns} & PLANNING


def test_planning_begins_only_on_a_yes() -> None:
    for answer in (NO, statement("det ved jeg ikke", Intent.DONT_KNOW), statement("spring over", Intent.SKIP)):
        talk = asked(Ask.PERMISSION)
        tell(talk, answer, answer)
        assert talk.process is not Process.PLAN, answer.text
    yes = asked(Ask.PERMISSION)
    assert tell(yes, YES)[0].move.ask is Ask.STEP


@pytest.mark.parametrize("kind", [Talk.COMMITMENT, Talk.ACTIVATION])
def test_readiness_in_other_words_is_a_yes_to_planning(kind: Talk) -> None:
    talk = asked(Ask.PERMISSION)
    assert tell(talk, statement("Det vil jeg gå i gang med", kind))[0].move.ask is Ask.STEP


def test_hesitation_at_the_threshold_is_met_and_not_pushed() -> None:
    talk = asked(Ask.PERMISSION)
    turn = tell(talk, HARD)[0]
    assert turn.move.ask is None
    assert talk.process is Process.EVOKE
    assert [act.phrase for act in turn.move.acts] == ["two_sides", "autonomy"]


def test_two_wishes_are_laid_before_the_citizen_as_buttons() -> None:
    talk = with_a_wish(process=Process.FOCUS, focus=None)
    turn = tell(talk, statement("Jeg drømmer også om at få en hund", Talk.DESIRE, Theme.HOME), AGREES)[1]
    assert turn.move.ask is Ask.WHICH_FIRST
    assert len(turn.replies[-1].choices) == 2


@pytest.mark.parametrize("answer", ["En hund", "hunden. jeg mener en hund"])
def test_the_wish_that_the_citizen_names_is_the_focus(answer: str) -> None:
    talk = asked(Ask.WHICH_FIRST)
    tell(talk, statement(answer))
    assert talk.focus is talk.wishes[1]
    assert talk.process is Process.EVOKE


@pytest.mark.parametrize("answer", ["Bolig", "bolig tak"])
def test_a_theme_may_be_chosen_when_no_wish_comes(answer: str) -> None:
    talk = asked(Ask.THEME)
    turn = tell(talk, statement(answer))[0]
    assert talk.theme is Theme.HOME
    assert turn.move.ask is Ask.IN_THEME


def test_a_short_answer_to_what_would_you_wish_for_is_a_wish() -> None:
    talk = asked(Ask.HOPE)
    tell(talk, statement("mere ro om aftenen"))
    assert [wish.core for wish in talk.wishes] == ["mere ro om aftenen"]


@pytest.mark.parametrize("answer", [
    statement("det nytter ikke noget", Talk.SUSTAIN), statement("hvad mener du?", Intent.CONFUSED),
    statement("ingen", Intent.DENY), statement("det ved jeg ikke", Intent.DONT_KNOW),
])
def test_an_answer_that_wishes_nothing_is_no_wish(answer: Statement) -> None:
    talk = asked(Ask.HOPE)
    tell(talk, answer)
    assert talk.wishes == []


def test_a_new_wish_after_the_close_begins_again_at_what_matters_in_it() -> None:
    talk = with_a_wish(process=Process.CLOSE, confidence=5.0)
    turns = tell(talk, statement("Jeg drømmer om at få en hund", Talk.DESIRE), AGREES)
    assert talk.process is Process.EVOKE
    assert (talk.importance, talk.confidence) == (None, None)
    assert turns[-1].move.ask is not None


def test_sustain_talk_alone_after_a_wish_is_asked_about_once() -> None:
    talk = with_a_wish()
    said = [HARD, statement("Det tør jeg ikke", Talk.SUSTAIN), HARD, statement("Nej det går ikke", Talk.SUSTAIN)] * 3
    asks = [turn.move.ask for turn in tell(talk, *said)]
    assert asks.count(Ask.HESITATION) == 1 and asks.count(Ask.SUCCESS) <= 1


def test_every_move_says_why() -> None:
    talk: Conversation = conversation()
    assert all(turn.move.why for turn in [begin(talk), *tell(talk, *(message for message, _, _ in TO_A_DRAFT))])


def test_danger_closes_the_door_to_planning_in_every_gate() -> None:
    talk = with_a_wish(danger=Safety.CONCERN, danger_in_words=True, danger_answers={"concern": 1})
    assert not {turn.move.ask for turn in tell(talk, *[NOTHING_MORE] * 10)} & PLANNING


def test_who_says_what_they_will_do_and_when_is_asked_whether_it_is_to_be_a_step() -> None:
    talk = asked(Ask.WHAT_MATTERS)
    tell(talk, WISH, REASON, STRENGTH)
    talk.has_asked.discard(Ask.PERMISSION)
    said = statement("Så på torsdag går jeg til bageren og siger, at jeg er bager", Talk.COMMITMENT)
    assert tell(talk, said)[0].move.ask is Ask.PERMISSION


def test_what_is_wished_for_now_leads_instead_of_an_old_dream() -> None:
    talk = conversation()
    begin(talk)
    tell(talk, statement("jeg har drømt om at have min egen systue", Talk.DESIRE))
    assert talk.focus and talk.focus.core == "have min egen systue"
    tell(talk, statement("jeg vil gerne sy en time om ugen", Talk.DESIRE))
    assert talk.focus.core == "sy en time om ugen"
    tell(talk, statement("jeg har drømt om at komme til Bornholm", Talk.DESIRE))
    assert talk.focus.core == "sy en time om ugen"


def test_another_step_told_in_answer_to_when_takes_the_place_of_the_first() -> None:
    talk = with_a_wish(process=Process.PLAN)
    talk.plan.take(4, step="Jeg printer mit bevis")
    talk.asked = Ask.WHEN
    tell(talk, statement("jeg kan ringe til beboerhuset på tirsdag"))
    assert talk.plan.step.startswith("Jeg ringer til beboerhuset") and talk.plan.when == "på tirsdag"


def test_a_time_with_a_clause_is_no_other_step() -> None:
    talk = with_a_wish(process=Process.PLAN)
    talk.plan.take(4, step="Jeg printer mit bevis")
    talk.asked = Ask.WHEN
    tell(talk, statement("på tirsdag når jeg har været i brugsen"))
    assert talk.plan.step == "Jeg printer mit bevis"


def test_what_was_told_with_a_step_goes_when_the_step_goes() -> None:
    talk = with_a_wish(process=Process.PLAN)
    talk.asked = Ask.STEP
    tell(talk, statement("jeg kan rydde stolen sammen med Bo"))
    assert talk.plan.with_whom
    talk.asked = Ask.SMALLER
    tell(talk, statement("åbne døren og kigge"))
    assert talk.plan.step.startswith("Jeg åbner døren") and not talk.plan.with_whom


@pytest.mark.parametrize("text", [
    "jeg kunne have venner på besøg uden at skrive dem op", "jeg har skrevet det ned på en seddel",
    "min mor bad mig skrive det ned", "jeg kan skrive mig op til en bolig", "jeg vil ikke skrive det ned",
])
def test_to_write_something_is_no_wish_for_a_plan(text: str) -> None:
    talk = with_a_wish()
    tell(talk, statement(text, Talk.REASON))
    assert talk.process is not Process.PLAN


@pytest.mark.parametrize("text", [
    "Skal vi skrive det ned?", "ja skriv det bare ned", "jeg vil gerne have det skrevet ned", "kan vi lave en plan",
])
def test_who_asks_to_have_it_written_down_begins_a_plan(text: str) -> None:
    talk = with_a_wish()
    tell(talk, statement(text))
    assert talk.process is Process.PLAN
