# SPDX-License-Identifier: MPL-2.0
"""What is told in answer to another question, or of its own accord, is heard and not asked for again."""

from __future__ import annotations

import pytest

from bot.codebook import Intent, Talk
from bot.mi.conversation import Ask, Earlier, Heard, Plan, Process, Way, Wish
from bot.mi.correcting import amount_changed, without_its_day
from bot.mi.wording import time_of_step
from tests.factories import asked, begin, conversation, rating, statement, tell, with_a_wish

AGREED = "Jeg lægger telefonen i gangen klokken elleve."


@pytest.mark.parametrize(("said", "when"), [
    ("jeg kan spørge min søster om jeg må komme med på tirsdag", ""),
    ("jeg kan sige til min mor at jeg kommer på søndag", ""),
    ("jeg kan spørge line på onsdag om hun ved hvordan", "på onsdag"),
    ("jeg kan ringe til dem om fredagen", "om fredagen"),
    ("jeg ringer til dem på mandag", "på mandag"),
])
def test_the_day_that_is_asked_about_is_not_the_day_of_the_step(said: str, when: str) -> None:
    assert time_of_step(said) == when


def test_who_asks_somebody_about_a_day_is_asked_when_they_ask() -> None:
    said = statement("jeg kan spørge min søster om jeg må komme med på tirsdag", Talk.COMMITMENT)
    turns = tell(asked(Ask.STEP), said)
    assert turns[-1].move.ask is Ask.WHEN


@pytest.mark.parametrize("said", ["i aften", "8, i aften"])
def test_a_time_told_to_the_question_for_a_number_stands_in_the_wording(said: str) -> None:
    talk = asked(Ask.SURE, plan=Plan(step="Jeg skriver til min søster"))
    told = statement(said, Intent.RATE) if "8" in said else statement(said)
    assert "i aften" in tell(talk, told)[0].text.casefold()


def test_a_thank_you_for_the_wording_is_no_yes_and_the_question_stays() -> None:
    turns = tell(asked(Ask.READ_BACK), statement("tak", Intent.THANK))
    assert turns[0].move.ask is Ask.READ_BACK
    assert [act.phrase for act in turns[0].move.acts] == ["read_back_thanked"]


@pytest.mark.parametrize(("said", "wording"), [
    ("jeg beholder den men måske kun tre aftener", "Jeg lægger telefonen i gangen klokken elleve, kun tre aftener."),
    ("hellere to gange om ugen", "Jeg lægger telefonen i gangen klokken elleve, to gange om ugen."),
    ("tre gange gik fint", None), ("nej", None),
])
def test_how_often_is_put_behind_the_wording(said: str, wording: str | None) -> None:
    assert amount_changed(AGREED, said) == wording


def test_an_agreement_that_goes_on_loses_the_day_it_was_first_for() -> None:
    assert without_its_day("I aften lægger jeg telefonen i gangen.") == "Jeg lægger telefonen i gangen."
    assert without_its_day("På mandag morgen ringer jeg til Per.") == "Jeg ringer til Per."
    assert without_its_day(AGREED) == AGREED


def test_one_amount_stands_in_the_place_of_another() -> None:
    assert amount_changed("Jeg går ti minutter hver dag.", "hellere fem minutter") == "Jeg går fem minutter hver dag."


def test_who_decides_before_being_asked_is_not_asked() -> None:
    talk = conversation(way=Way.FOLLOW_UP, earlier=Earlier(AGREED))
    begin(talk)
    kept = statement("jeg vil gerne beholde den, men kun tre aftener")
    turns = tell(talk, statement("det gik sådan nogenlunde"), kept)
    assert turns[1].move.ask is Ask.READ_BACK
    assert "kun tre aftener" in turns[1].text


def test_a_number_told_before_the_ruler_is_the_number() -> None:
    talk = conversation(way=Way.FOLLOW_UP, earlier=Earlier(AGREED))
    begin(talk)
    turns = tell(talk, statement("det gik sådan nogenlunde"), rating(5))
    assert (talk.score, turns[1].move.ask) == (5, Ask.SCORE_WHY)


def test_who_says_what_they_fear_is_not_asked_what_worries_them() -> None:
    talk = conversation(way=Way.JOB)
    begin(talk)
    told = statement("jeg er bange de ikke forstår mig", Talk.SUSTAIN)
    turns = tell(talk, statement("jeg har gjort rent på hotel"), told, statement("og så er der det med at ringe"))
    assert Ask.WORRIES not in [turn.move.ask for turn in turns]


def test_a_step_told_some_turns_ago_is_the_step_when_it_is_to_be_written_down() -> None:
    said = "Jeg går hen på værestedet på torsdag"
    talk = with_a_wish(process=Process.CLOSE, turn=12)
    talk.heard.append(Heard(said, "du går hen på værestedet på torsdag", frozenset(), 8))
    tell(talk, statement("Kan vi skrive det ned?"))
    assert talk.plan.step == "Jeg går hen på værestedet på torsdag"


FISHING = Wish("Jeg savner at fiske", "fiske", "at fiske", 5)


def test_the_wish_that_is_named_leads_to_the_plan() -> None:
    talk = with_a_wish(turn=9)
    talk.wishes.append(FISHING)
    tell(talk, statement("Nej, det handler om at fiske. Kan du lave et delmål ud af det?"))
    assert (talk.focus, talk.process) == (FISHING, Process.PLAN)


def test_a_wish_that_is_named_first_there_leads_too() -> None:
    talk = with_a_wish(turn=9)
    tell(talk, statement("det handler om at fiske. kan vi lave en plan"))
    assert talk.focus is not None and talk.focus.core == "fiske"


def test_one_of_the_wishes_is_chosen_in_other_words() -> None:
    talk = asked(Ask.WHICH_FIRST)
    tell(talk, statement("vi tager det med hunden, altså en hund en gang"))
    assert talk.focus is talk.wishes[-1]


def test_a_bare_yes_names_no_wish_and_the_choices_are_shown_again() -> None:
    talk = asked(Ask.WHICH_FIRST)
    first, second = tell(talk, statement("Ja", Intent.AFFIRM), statement("Ja", Intent.AFFIRM))
    assert first.move.ask is Ask.WHICH_FIRST and first.move.choices
    assert second.move.ask is not Ask.WHICH_FIRST


def test_to_make_a_plan_is_no_wish() -> None:
    talk = asked(Ask.HOPE)
    tell(talk, statement("Jeg vil gerne lave en plan for det", Talk.DESIRE))
    assert talk.wishes == []


def test_what_succeeded_is_not_asked_for_when_it_was_just_told() -> None:
    talk = conversation(way=Way.RECOVERY)
    begin(talk)
    told = statement("det lykkedes mig at holde mig ude af hospitalet i fire år", Talk.ABILITY)
    turns = tell(talk, statement("jeg drømte om et værksted"), told, statement("ja", Intent.AFFIRM))
    assert Ask.SUCCEEDED not in [turn.move.ask for turn in turns]
    assert any(heard.ask is Ask.SUCCEEDED for heard in talk.heard)


def test_why_a_machine_is_annoyance_and_no_call_for_a_person() -> None:
    turn = tell(asked(Ask.OPENING), statement("hvorfor skal jeg snakke med en maskine", Intent.ASK_HUMAN))[0]
    assert turn.move.acts[0].phrase == "discord_program"
