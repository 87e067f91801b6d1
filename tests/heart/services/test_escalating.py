# SPDX-License-Identifier: MPL-2.0
"""What is said after a concern in plain words makes it danger now: a means, no trust in oneself, the same again."""

from __future__ import annotations

import pytest

from bot.codebook import Intent, Safety, Statement
from bot.mi.conversation import Ask
from tests.factories import asked, tell

BETTER_WITHOUT_ME = Statement("det ville være lettere for alle hvis jeg ikke var her", safety=Safety.CONCERN)


@pytest.mark.parametrize("said", [
    "Jeg ved det ikke. Jeg vil ikke leve mere",
    "Ja. Det er blevet værre den sidste uge",
    "jeg har nogle piller liggende. jeg sidder og kigger på dem",
    "jeg er bange for mig selv",
    "jeg tør ikke være alene i aften",
])
def test_it_is_danger_now_with_numbers(said: str) -> None:
    talk = asked(Ask.VALUES)
    turns = tell(talk, BETTER_WITHOUT_ME, Statement(said))
    assert talk.danger is Safety.ACUTE and "112" in turns[1].text
    assert turns[1].move.ask is not Ask.ELICIT


def test_pills_at_hand_after_a_concern_bring_what_to_do_with_them() -> None:
    talk = asked(Ask.VALUES)
    turn = tell(talk, BETTER_WITHOUT_ME, Statement("jeg har nogle piller liggende. jeg sidder og kigger på dem"))[1]
    assert "Gå væk fra pillerne" in turn.text and "112" in turn.text


@pytest.mark.parametrize("said", [
    "Nej, det er ikke nu",
    "nej, jeg har ingen piller og jeg vil ikke gøre noget",
    "ikke nu, det var dengang",
    "nej. pillerne er låst inde hos min bostøtte",
])
def test_a_no_stays_a_no(said: str) -> None:
    talk = asked(Ask.VALUES)
    tell(talk, BETTER_WITHOUT_ME, Statement(said, intent=Intent.DENY))
    assert talk.danger is Safety.CONCERN


def test_pills_at_hand_are_spoken_of_first_also_when_the_danger_was_of_another_kind() -> None:
    talk = asked(Ask.VALUES)
    tell(talk, BETTER_WITHOUT_ME, Statement("jeg vil ikke leve mere"))
    assert "Gå væk fra pillerne" in tell(talk, Statement("jeg har nogle piller liggende og kigger på dem"))[0].text


@pytest.mark.parametrize("said", ["hvad skal jeg gøre", "svarer du mig ikke?", "bliver du her lidt?"])
def test_who_asks_what_to_do_is_not_asked_what_they_have_tried(said: str) -> None:
    talk = asked(Ask.VALUES)
    turn = tell(talk, BETTER_WITHOUT_ME, Statement("jeg vil ikke leve mere"), Statement(said))[2]
    assert turn.move.verbatim and "prøvet" not in turn.text


@pytest.mark.parametrize("said", ["hvad skal jeg gøre", "svarer du mig ikke?", "bliver du her lidt?"])
def test_who_asks_it_after_a_concern_gets_numbers_and_no_goals_any_more(said: str) -> None:
    talk = asked(Ask.VALUES)
    turn = tell(talk, BETTER_WITHOUT_ME, Statement(said))[1]
    assert "112" in turn.text and talk.danger is Safety.ACUTE


def guessed(said: str, probability: float = 0.9, safety: Safety = Safety.CONCERN) -> Statement:
    return Statement(said, safety=safety, danger_probability=probability)


def test_a_yes_with_more_after_a_guess_is_danger_now() -> None:
    talk = asked(Ask.VALUES)
    turns = tell(talk, guessed("det er nemmest hvis jeg ikke er i vejen"), guessed(
        "ved ikke. jeg er alene. jeg tør ikke ringe til nogen", 0.3), Statement(
        "ja. jeg sidder på sengekanten og kigger på skuffen. jeg vil gerne have at nogen kom", danger_probability=0.1))
    assert talk.danger is Safety.ACUTE and "112" in turns[2].text


def test_two_guesses_in_a_row_the_second_of_danger_now_bring_numbers() -> None:
    talk = asked(Ask.VALUES)
    turns = tell(talk, guessed("det er nemmest hvis jeg ikke er i vejen"), guessed(
        "ved ikke. jeg er alene her", 0.82, Safety.ACUTE))
    assert talk.danger is Safety.ACUTE and "112" in turns[1].text


@pytest.mark.parametrize("said", ["hjælp mig", "Hjælp", "hjælp mig nu"])
def test_a_call_for_help_after_a_guess_that_was_let_go_brings_numbers(said: str) -> None:
    talk = asked(Ask.VALUES)
    tell(talk, guessed("det er nemmest hvis jeg ikke er i vejen", 0.8), Statement(
        "jeg har siddet ude i haven hele dagen og kigget på mine tomater", danger_probability=0.0))
    turn = tell(talk, Statement(said, danger_probability=0.3))[0]
    assert talk.danger is Safety.ACUTE and "112" in turn.text


def test_a_sure_guess_is_not_let_go_because_somebody_just_tells_on() -> None:
    talk = asked(Ask.VALUES)
    turns = tell(talk, guessed("det er nemmest hvis jeg ikke er i vejen", 1.0), Statement(
        "jeg har siddet ude i haven hele dagen og kigget på mine tomater", danger_probability=0.0))
    assert turns[1].move.ask is Ask.HAPPENING_NOW


def test_a_sure_guess_with_pills_at_hand_is_danger_now() -> None:
    talk = asked(Ask.VALUES)
    turn = tell(talk, guessed("det ender nok sådan her. jeg har nogle piller liggende", 0.97))[0]
    assert talk.danger is Safety.ACUTE and "Gå væk fra pillerne" in turn.text


@pytest.mark.parametrize("said", [
    "Hvad?? Nej da. Det tænker jeg overhovedet ikke på. Jeg vil bare ikke være til besvær. Skal jeg ringe?",
    "Nej jeg er ikke i fare. Nu griner Birthe. Jeg vil bare på torsdag ned i haven.",
    "Nej. Jeg har ikke sådan nogle tanker, det har jeg sagt.",
])
def test_a_no_with_much_behind_it_is_a_no(said: str) -> None:
    talk = asked(Ask.VALUES)
    tell(talk, BETTER_WITHOUT_ME)
    turn = tell(talk, Statement(said, intent=Intent.ASK_HUMAN, danger_probability=0.1))[0]
    assert turn.move.ask is Ask.GO_ON and talk.danger is not Safety.ACUTE


def test_a_person_who_is_named_in_danger_is_the_one_to_ask() -> None:
    talk = asked(Ask.VALUES)
    tell(talk, BETTER_WITHOUT_ME, Statement("jeg har nogle piller liggende. jeg sidder og kigger på dem"))
    named = Statement("min mor. hun bor ti minutter herfra. hun bliver så ked af det")
    turn = tell(talk, Statement("ved ikke"), named)[1]
    assert "din mor" in turn.text and talk.helper == "din mor"


@pytest.mark.parametrize("said", ["min mor er død", "min mand slår mig", "min bror råber ad mig"])
def test_who_cannot_come_or_is_the_danger_is_not(said: str) -> None:
    talk = asked(Ask.VALUES)
    turn = tell(talk, BETTER_WITHOUT_ME, Statement("jeg vil ikke leve mere"), Statement(said))[2]
    assert "besked nu" not in turn.text and not talk.helper


@pytest.mark.parametrize(("said", "answer"), [
    ("bliver du her imens", "jeg bliver her"), ("du svarer ikke på det jeg skriver. bliver du", "jeg bliver her"),
    ("jeg har skrevet til min bror", "Bliv, hvor du er"), ("gider ikke snakke med nogen fremmede", "fremmede"),
    ("han har svaret. han kører nu", "på vej"),
])
def test_what_is_told_in_danger_is_answered(said: str, answer: str) -> None:
    talk = asked(Ask.VALUES)
    read = Statement(said, safety=Safety.ACUTE, danger_probability=0.95)
    turns = tell(talk, BETTER_WITHOUT_ME, Statement("jeg vil ikke leve mere"), Statement(said))
    assert answer in turns[2].text
    again = asked(Ask.VALUES)
    assert answer in tell(again, BETTER_WITHOUT_ME, Statement("jeg vil ikke leve mere"), read)[2].text


def test_perhaps_twice_is_danger_now_with_numbers_and_no_goals() -> None:
    talk = asked(Ask.VALUES)
    turns = tell(
        talk, guessed("det ville blive nemmere for dem uden", 0.9), Statement("ved ikke. hvad mener du med fare"),
        Statement("måske. jeg sidder bare herhjemme"))
    assert talk.danger is Safety.ACUTE and "112" in turns[2].text


@pytest.mark.parametrize("said", [
    "måske i aften når det er mørkt. så er de alle sammen hjemme hos dem selv", "nej jeg er hjemme",
    "Jeg har lige skrevet at det ikke bløder og at jeg ikke ringer", "jeg sidder derhjemme",
])
def test_who_names_nobody_is_not_told_to_knock_or_to_wait_for_an_answer(said: str) -> None:
    talk = asked(Ask.VALUES)
    turn = tell(talk, BETTER_WITHOUT_ME, Statement("jeg vil ikke leve mere"), Statement(said))[2]
    assert "Bank på nu" not in turn.text and "svarer." not in turn.text


def test_a_neighbour_with_a_name_is_the_one_to_ask() -> None:
    talk = asked(Ask.VALUES)
    tell(talk, BETTER_WITHOUT_ME, Statement("jeg vil ikke leve mere"))
    turn = tell(talk, Statement("Der er Birgit måske. Hun er rar nok"))[0]
    assert "Birgit" in turn.text


HIT = Statement("han slog mig i nat. han kommer hjem klokken 5", safety=Safety.ACUTE)


@pytest.mark.parametrize(("said", "answer"), [
    ("1888 er det politi?", "ikke politiet"), ("hvad er 1888", "Lev Uden Vold"),
    ("hvordan sletter jeg det", "historikken"), ("han kigger på min tablet", "historikken"),
])
def test_who_lives_with_violence_is_answered(said: str, answer: str) -> None:
    talk = asked(Ask.VALUES)
    assert answer in tell(talk, HIT, Statement(said))[1].text


def test_who_lives_with_violence_is_not_sent_to_a_neighbour() -> None:
    talk = asked(Ask.VALUES)
    turns = tell(talk, HIT, *(Statement(f"ja ja {number}") for number in range(14)))
    assert all("nabo" not in turn.text for turn in turns)
