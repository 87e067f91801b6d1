# SPDX-License-Identifier: MPL-2.0
"""Annoyance is given back and never argued with; what others have tried is told only with permission."""

from __future__ import annotations

import pytest

from bot.codebook import Intent, Talk, Theme
from bot.mi.conversation import Ask, Process
from tests.factories import HARD, NO, STEP, YES, asked, statement, tell

CROSS = statement("I er da også trælse at høre på", Intent.OBJECT)
ADVICE = statement("hvad kan jeg gøre ved det", Intent.ASK_ADVICE)


@pytest.mark.parametrize(("said", "key"), [
    ("hvad skal jeg med en robot", "discord_program"), ("kommunen lytter jo aldrig", "discord_system"),
    ("spørger du altid så meget", "discord_questions"), ("det her er til grin", "discord"),
])
def test_annoyance_is_given_back_by_what_it_is_about_and_the_citizen_decides(said: str, key: str) -> None:
    turn = tell(asked(Ask.WHAT_MATTERS), statement(said, Intent.OBJECT))[0]
    assert [act.phrase for act in turn.move.acts] == [key, "autonomy"]
    assert "?" not in turn.text


def test_the_second_time_the_citizen_chooses_what_happens() -> None:
    talk = asked(Ask.WHAT_MATTERS)
    second = tell(talk, CROSS, CROSS)[1]
    assert second.move.ask is Ask.DISCORD_CHOICE
    assert "Stop her" in second.replies[-1].choices
    other = tell(talk, statement("Noget andet"))[0]
    assert other.move.acts[0].phrase == "pressed_off"
    assert other.move.ask is None


def test_annoyance_in_the_midst_of_a_plan_does_not_lose_it() -> None:
    talk = asked(Ask.WHEN)
    tell(talk, CROSS)
    assert talk.process is Process.PLAN
    assert tell(talk, statement("Undskyld det var ikke ment sådan"))[0].move.ask is Ask.WHEN


def test_what_holds_back_is_set_before_what_was_wished_and_nothing_is_pressed() -> None:
    turn = tell(asked(Ask.WHAT_MATTERS), HARD)[0]
    assert [act.phrase for act in turn.move.acts] == ["two_sides", "go_on_writing"]
    against, towards = turn.text.casefold().find("køre med bus"), turn.text.casefold().find("se din søster")
    assert 0 <= against < towards


def test_advice_is_first_met_with_what_the_citizen_has_thought_of() -> None:
    assert tell(asked(Ask.STRENGTHS), ADVICE)[0].move.ask is Ask.ELICIT


def test_ideas_of_others_come_only_after_a_yes() -> None:
    talk = asked(Ask.STRENGTHS, theme=Theme.RELATIONS)
    offered = tell(talk, ADVICE, ADVICE)[1]
    assert offered.move.ask is Ask.OFFER
    told = tell(talk, YES)[0]
    assert [act.phrase for act in told.move.acts] == ["menu_relations", Ask.MENU_WHICH]


def test_a_no_to_ideas_leaves_them_out() -> None:
    talk = asked(Ask.STRENGTHS)
    turns = tell(talk, ADVICE, ADVICE, NO)
    assert [act.phrase for act in turns[-1].move.acts] == ["no_offer"]
    assert tell(talk, ADVICE)[0].move.ask is not Ask.OFFER, "it is not offered twice"


@pytest.mark.parametrize("said", [
    "skal jeg tage mine piller", "har jeg ret til pension", "hvad siger loven", "hvor mange penge kan jeg få",
])
def test_medicine_law_and_money_are_left_to_others(said: str) -> None:
    turn = tell(asked(Ask.STRENGTHS), statement(said, Intent.ASK_ADVICE))[0]
    assert turn.move.acts[0].phrase == "ask_advice"
    assert turn.move.ask is Ask.STRENGTHS


def test_who_cannot_think_of_a_step_is_offered_ideas_and_may_choose_one() -> None:
    talk = asked(Ask.STEP)
    dont_know = statement("det ved jeg ikke", Intent.DONT_KNOW)
    assert tell(talk, dont_know, dont_know)[1].move.ask is Ask.OFFER
    tell(talk, YES)
    chosen = tell(talk, STEP)[0]
    assert talk.plan.step == "Jeg ringer til hende"
    assert chosen.move.ask is Ask.WHEN


def test_none_of_the_cards_is_an_answer() -> None:
    talk = asked(Ask.THEME)
    turn = tell(talk, statement("Ikke noget af det", Intent.DENY))[0]
    assert [act.phrase for act in turn.move.acts] == ["theme_none"]
    assert talk.theme is None


def test_not_yet_is_a_good_ending_and_only_a_promise_opens_it_again() -> None:
    talk = asked(Ask.PERMISSION)
    tell(talk, NO)
    assert talk.process is Process.CLOSE
    calm = tell(talk, statement("Jeg ringede til hende i går", Talk.TAKING_STEPS))[0]
    assert talk.process is Process.CLOSE and calm.move.ask is None
    tell(talk, statement("Jeg gør det på mandag", Talk.COMMITMENT))
    assert talk.process is Process.EVOKE


@pytest.mark.parametrize("text", [
    "ikke endnu", "ikke endnu, jeg skal lige være her lidt", "det skal vente", "en anden dag måske", "ik nu",
])
@pytest.mark.parametrize("intent", [Intent.SHARE, Intent.SKIP, Intent.DENY, Intent.PAUSE])
def test_not_yet_is_understood_however_it_was_read(text: str, intent: Intent) -> None:
    talk = asked(Ask.PERMISSION)
    turn = tell(talk, statement(text, intent))[0]
    assert [act.phrase for act in turn.move.acts] == ["not_now"]
    assert turn.move.ask is None
