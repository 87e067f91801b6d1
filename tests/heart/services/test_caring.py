# SPDX-License-Identifier: MPL-2.0
"""Danger ends the ordinary talk from every question: acute for good, concern until the citizen leads on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.care.danger import look_for_danger
from bot.codebook import Intent, Safety, Statement, Talk
from bot.mi.conversation import Ask, Process, Status
from bot.mi.move import Effect
from tests.factories import ACUTE, CONCERN, NO, REASON, STEP, STRENGTH, WISH, YES, asked, rating, statement, tell

EVERY_ASK = pytest.mark.parametrize("ask", list(Ask), ids=str)
GO_ON_OR_ERASE = {None, Ask.GO_ON, Ask.ERASE}
AFTERWARDS = [
    statement("undskyld", Intent.SHARE), WISH, REASON, STRENGTH, rating(8), YES, NO, STEP,
    statement("det ved jeg ikke", Intent.DONT_KNOW), statement("spring over", Intent.SKIP),
    statement("hvad mener du", Intent.CONFUSED), statement("hej", Intent.GREET), statement("tak", Intent.THANK),
    statement("pause", Intent.PAUSE), statement("hej igen", Intent.GREET),
    statement("jeg vil tale med et menneske", Intent.ASK_HUMAN), YES, statement("stop", Intent.STOP),
    statement("jeg er tilbage", Intent.GREET), statement("Jeg ringer til hende på mandag", Talk.COMMITMENT),
]
THIRTY = [AFTERWARDS[number % len(AFTERWARDS)] for number in range(30)]


@EVERY_ASK
def test_acute_danger_is_answered_before_anything_else(ask: Ask) -> None:
    talk = asked(ask)
    turn = tell(talk, ACUTE)[0]
    assert talk.danger is Safety.ACUTE
    assert "112" in turn.text
    assert (turn.move.acts, turn.move.ask, turn.move.effect) == ((), None, None)


@EVERY_ASK
def test_after_acute_danger_no_question_of_goals_is_asked_in_thirty_turns(ask: Ask) -> None:
    talk = asked(ask)
    turns = tell(talk, ACUTE, *THIRTY)
    assert {turn.move.ask for turn in turns} <= GO_ON_OR_ERASE
    assert not any(turn.move.effect for turn in turns)
    assert talk.danger is Safety.ACUTE


@pytest.mark.parametrize("order", [
    (statement("stop", Intent.STOP), Status.STOPPED), (statement("pause", Intent.PAUSE), Status.PAUSED),
])
def test_also_in_danger_the_citizen_may_leave(order: tuple[Statement, Status]) -> None:
    talk = asked(Ask.STEP)
    tell(talk, ACUTE, order[0])
    assert talk.status is order[1]


@pytest.mark.parametrize("level", [ACUTE, CONCERN], ids=["acute", "concern"])
def test_also_in_danger_a_yes_to_deleting_deletes(level: Statement) -> None:
    talk = asked(Ask.STEP)
    turns = tell(talk, level, statement("slet det hele", Intent.DELETE_DATA), YES)
    assert turns[1].move.ask is Ask.ERASE
    assert turns[2].move.effect is Effect.ERASE


@EVERY_ASK
def test_a_first_concern_is_asked_whether_it_is_now(ask: Ask) -> None:
    talk = asked(ask, danger_answers={}, danger=Safety.NONE)
    turn = tell(talk, CONCERN)[0]
    assert (turn.move.ask, turn.move.acts) == (Ask.HAPPENING_NOW, ())
    assert talk.danger is Safety.CONCERN


@EVERY_ASK
def test_a_yes_to_is_it_now_is_acute(ask: Ask) -> None:
    talk = asked(ask, danger_answers={}, danger=Safety.NONE)
    turns = tell(talk, CONCERN, YES, *THIRTY)
    assert talk.danger is Safety.ACUTE
    assert "112" in turns[1].text
    assert {turn.move.ask for turn in turns[1:]} <= GO_ON_OR_ERASE


@EVERY_ASK
def test_a_no_to_is_it_now_leads_on_calmly_and_the_citizen_chooses(ask: Ask) -> None:
    talk = asked(ask, danger_answers={}, danger=Safety.NONE)
    turn = tell(talk, CONCERN, NO)[1]
    assert talk.danger is not Safety.ACUTE
    assert turn.move.ask is Ask.GO_ON
    assert turn.text


@pytest.mark.parametrize("said", [
    statement("det ved jeg ikke", Intent.DONT_KNOW), statement("hvad mener du", Intent.CONFUSED),
    statement("hvem ser det her", Intent.ASK_PRIVACY), statement("hej", Intent.GREET),
], ids=lambda said: said.intent.value)
def test_only_a_no_counts_as_a_no_to_is_it_now(said: Statement) -> None:
    """In doubt the higher (codebook): who does not know whether it is now has not said that it is not."""
    talk = asked(Ask.STEP)
    unclear = statement("jeg er så træt af det hele at det kan være lige meget", Safety.CONCERN)
    turn = tell(talk, unclear, said)[1]
    assert talk.danger is Safety.CONCERN
    assert "Godt at vide" not in turn.text


def test_after_a_concern_no_plan_is_spoken_of_until_the_citizen_speaks_of_change() -> None:
    talk = asked(Ask.WHEN)
    turns = tell(talk, CONCERN, NO, YES, *[statement("Det er koldt udenfor")] * 12)
    assert {turn.move.ask for turn in turns} <= {None, Ask.HAPPENING_NOW, Ask.GO_ON, Ask.AFTER_DANGER}
    assert [turn.move.ask for turn in turns].count(Ask.AFTER_DANGER) <= 3


def test_after_a_concern_a_new_wish_leads_back_to_the_talk() -> None:
    talk = asked(Ask.WHAT_MATTERS)
    turns = tell(talk, CONCERN, NO, YES, statement("Jeg vil gerne ud at fiske igen", Talk.DESIRE), YES)
    assert talk.danger is Safety.NONE
    assert turns[-1].move.ask not in (None, Ask.AFTER_DANGER)


def test_a_plan_that_a_concern_broke_off_is_not_taken_up_without_a_new_yes() -> None:
    for concern in (CONCERN,):
        talk = asked(Ask.WHEN)
        turns = tell(talk, concern, NO, YES, statement("Jeg vil gerne se min søster", Talk.DESIRE), REASON, STRENGTH)
        asks = [turn.move.ask for turn in turns]
        plan = [ask for ask in asks if ask in (Ask.WHEN, Ask.WITH_WHOM, Ask.SIGN, Ask.SURE, Ask.READ_BACK)]
        assert not plan
        assert talk.process is not Process.PLAN, "the talk is back with what matters"


def test_a_doubt_of_the_model_alone_is_settled_by_a_no_and_the_question_stands_again() -> None:
    talk = asked(Ask.WITH_WHOM)
    doubt, no = tell(talk, statement("mig selv og så ikke flere", Safety.CONCERN), NO)
    assert doubt.move.ask is Ask.HAPPENING_NOW
    assert no.move.ask is Ask.WITH_WHOM
    assert (talk.danger, talk.process) == (Safety.NONE, Process.PLAN)


def test_the_first_danger_in_plain_words_is_answered_in_full_also_after_a_doubt() -> None:
    talk = asked(Ask.ENGAGE)
    doubt, _, plain = tell(talk, statement("der er noget om noget her", Safety.CONCERN), NO, CONCERN)
    assert plain.move.ask is Ask.HAPPENING_NOW
    assert len(plain.replies) == len(doubt.replies) + 1, "and that staff are told"


def test_a_wish_told_after_a_concern_in_the_plan_is_heard() -> None:
    talk = asked(Ask.WHEN)
    tell(talk, CONCERN, NO, YES, statement("Jeg vil gerne ud at fiske igen", Talk.DESIRE))
    assert len(talk.wishes) == 2


def test_concern_after_the_close_is_not_met_with_the_closing_words() -> None:
    talk = asked(Ask.ANYTHING_ELSE, process=Process.CLOSE)
    turn = tell(talk, CONCERN, NO, YES)[2]
    assert "closing" not in [act.phrase for act in turn.move.acts]


def test_acute_danger_stays_known_when_the_words_are_milder_later() -> None:
    talk = asked(Ask.STEP)
    tell(talk, ACUTE, CONCERN, NO)
    assert talk.danger is Safety.ACUTE


@pytest.mark.parametrize(("said", "part"), [
    ("jeg tør ikke ringe til nogen", "Hvem kender du"),
    ("jeg kan ikk ringe", "Hvem kender du"),
    ("min nabo er hjemme", "Bank på nu"),
    ("min mor kan godt komme", "Bank på nu"),
    ("ok jeg går derind nu", "Tag telefonen med"),
    ("hvad skal jeg sige til hende", "Sig bare"),
    ("jeg skriver til hende", "Tag telefonen med"),
    ("jeg tør ikke banke på", "Hvem kender du"),
])
def test_in_danger_a_refusal_to_ring_and_a_person_near_are_heard(said: str, part: str) -> None:
    talk = asked(Ask.VALUES)
    turns = tell(talk, ACUTE, statement(said, Intent.SHARE))
    assert part in turns[1].text
    assert talk.danger is Safety.ACUTE


@pytest.mark.parametrize("said", ["min nabo er ikke hjemme", "ingen er hjemme, heller ikke min mor"])
def test_in_danger_nobody_near_is_not_taken_for_somebody(said: str) -> None:
    turns = tell(asked(Ask.VALUES), ACUTE, statement(said, Intent.SHARE))
    assert "Bank på nu" not in turns[1].text


def test_that_another_has_taken_the_pills_is_help_and_no_overdose() -> None:
    turns = tell(asked(Ask.VALUES), ACUTE, statement("hun sidder her nu. hun har taget pillerne", Intent.SHARE))
    assert "ring 112 sammen" in turns[1].text


def test_that_oneself_has_taken_them_is_no_help() -> None:
    said = replace(ACUTE, text="hun sidder her nu. jeg har taget pillerne")
    turns = tell(asked(Ask.VALUES), ACUTE, said)
    assert "ring 112 sammen" not in turns[1].text


def test_once_help_is_there_a_short_answer_is_met_as_with_help_there() -> None:
    turns = tell(asked(Ask.VALUES), ACUTE, statement("hun sidder her nu", Intent.SHARE), statement("tak", Intent.THANK))
    assert "112, eller bede" not in turns[2].text
    assert "Bliv hos den anden" in turns[2].text


def test_who_comes_is_called_what_the_citizen_calls_them() -> None:
    turns = tell(asked(Ask.VALUES), ACUTE, statement("min søster er på vej"), statement("hun er her nu"),
                 statement("tak", Intent.THANK))
    assert "din søster er på vej" in turns[1].text and "Bliv hos din søster" in turns[3].text
    assert not any("{" in turn.text for turn in turns)


def test_a_doctor_who_is_rung_is_not_overruled() -> None:
    turn = tell(asked(Ask.VALUES), ACUTE, statement("hun er her nu, hun ringer til lægevagten"))[1]
    assert "ringet til lægen" in turn.text and "112" in turn.text


def test_whether_to_tell_somebody_is_answered_with_a_yes() -> None:
    turn = tell(asked(Ask.VALUES), ACUTE, statement("skal jeg sige det til nogen"))[1]
    assert turn.text.startswith("Ja, sig det til")


def test_the_message_to_staff_cannot_be_taken_back_and_is_not_said_to_be() -> None:
    turn = tell(asked(Ask.VALUES), ACUTE, statement("slet beskeden til min bostøtte", Intent.DELETE_DATA))[1]
    assert "kan ikke tages tilbage" in turn.text


def test_a_guess_of_danger_is_only_waited_on_where_a_strength_was_asked_for() -> None:
    guess = replace(statement("at jeg har gjort det før", Intent.SHARE), safety=Safety.CONCERN, danger_probability=0.85)
    assert tell(asked(Ask.VALUES), guess)[0].move.ask is Ask.HAPPENING_NOW
    assert tell(asked(Ask.CONFIDENCE_WHY), guess)[0].move.ask is not Ask.HAPPENING_NOW


def test_a_strong_guess_and_plain_words_are_answered_there_too() -> None:
    said = statement("at jeg har gjort det før", Intent.SHARE)
    strong = replace(said, safety=Safety.CONCERN, danger_probability=0.97)
    assert tell(asked(Ask.CONFIDENCE_WHY), strong)[0].move.ask is Ask.HAPPENING_NOW
    assert "112" in tell(asked(Ask.CONFIDENCE_WHY), ACUTE)[0].text


@pytest.mark.parametrize(("said", "part"), [
    ("Der er Bodil inde ved siden af. Men hun er 74 og jeg vil ikke forskrække hende", "Bank på nu"),
    ("Så kommer der en ambulance med blå blink og hele opgangen glor", "Hvem kender du"),
    ("hvis jeg går, hvad så med dem på bordet", "Lad det ligge"),
    ("jeg skriver: Bodil må jeg komme ind jeg har det dårligt", "gør det nu"),
    ("Jeg har sendt den. Hun svarede kom bare skat døren er åben", "ring 112 sammen"),
    ("Nu sidder jeg hos Bodil. Jeg har fortalt hende det og jeg græder", "ring 112 sammen"),
    ("hun bliver hos mig i nat og hun har taget min nøgle", "ring 112 sammen"),
])
def test_in_danger_what_is_told_of_help_is_heard(said: str, part: str) -> None:
    turns = tell(asked(Ask.VALUES), ACUTE, statement(said, Intent.SHARE))
    assert part in turns[1].text
    assert turns[1].move.ask is None


def test_after_a_no_to_ringing_it_is_not_asked_for_again_and_again() -> None:
    talk = asked(Ask.VALUES)
    tell(talk, ACUTE, statement("jeg vil ikke ringe", Intent.SHARE))
    later = tell(talk, *[statement("jeg ved ikke hvad jeg skal", Intent.SHARE)] * 5)
    assert not any("112" in turn.text for turn in later)


def test_a_farewell_with_help_there_is_warm_and_orders_nothing() -> None:
    talk = asked(Ask.VALUES)
    turns = tell(talk, ACUTE, statement("hun er hos mig nu", Intent.SHARE), statement("farvel", Intent.GOODBYE))
    assert "ikke er alene" in turns[2].text and "112" not in turns[2].text
    assert talk.status is Status.STOPPED


DRANK = statement("i gamle dage drak jeg mig fra det", Intent.SHARE)
GUESS = replace(DRANK, safety=Safety.ACUTE, danger_probability=0.97)


@pytest.mark.parametrize("said", [
    "Jeg er da ikke i fare", "Nej! Jeg sidder med hunden og en kop te", "Der er ikke noget galt", "nej",
    "Jeg er ikke i fare. Det er en misforståelse",
])
def test_a_guess_of_danger_lets_go_when_it_is_denied(said: str) -> None:
    talk = asked(Ask.VALUES)
    turns = tell(talk, GUESS, statement(said, Intent.SHARE))
    assert talk.danger is Safety.NONE
    assert turns[1].move.ask is Ask.VALUES


def test_after_a_wrong_guess_it_is_said_what_staff_were_told() -> None:
    talk = asked(Ask.VALUES)
    turns = tell(talk, GUESS, statement("Jeg er da ikke i fare", Intent.SHARE))
    assert "Jeg lægger en besked" not in turns[0].text or "ikke, hvad du har skrevet" in turns[1].text


@pytest.mark.parametrize("said", ["jeg er ikke i fare", "nej"])
def test_danger_in_plain_words_does_not_let_go_by_a_no(said: str) -> None:
    talk = asked(Ask.VALUES)
    tell(talk, ACUTE, statement(said, Intent.SHARE))
    assert talk.danger is Safety.ACUTE


@pytest.mark.parametrize(("said", "part"), [
    ("ham med hunden spørger om jeg er ok", "Jeg har brug for hjælp nu"),
    ("nej. jeg fryser. der kommer en ned ad stien med en hund", "Jeg har brug for hjælp nu"),
    ("jeg er ik ok. han sætter sig ved siden af mig", "ring 112 sammen"),
    ("han ringer nu. han hedder Leif", "ikke er alene nu"),
    ("de kommer siger Leif. ambulancen", "ikke er alene nu"),
    ("nej jeg vil ik ha politi på", "Hvem kender du"),
])
def test_who_comes_by_and_help_that_comes_are_heard(said: str, part: str) -> None:
    turn = tell(asked(Ask.VALUES), ACUTE, statement(said, Intent.SHARE))[1]
    assert part in turn.text and turn.move.ask is None


def test_once_help_is_there_nothing_more_is_asked() -> None:
    turns = tell(asked(Ask.VALUES), ACUTE, statement("han ringer nu. han hedder Leif"), statement("nej Leif er her"),
                 statement("han holder hunden så jeg kan klappe den"), statement("nu kommer de. tak", Intent.THANK))
    assert all("?" not in turn.text for turn in turns[1:]), [turn.text for turn in turns]


def test_afraid_of_those_who_come_is_not_help() -> None:
    turn = tell(asked(Ask.VALUES), ACUTE, statement("de kommer efter mig nu"))[1]
    assert "ikke er alene" not in turn.text


def test_asking_for_a_person_in_acute_danger_is_no_way_out_of_the_talk() -> None:
    turn = tell(asked(Ask.VALUES), ACUTE, statement("kan du skrive til Henning", Intent.ASK_HUMAN))[1]
    assert "holder vi her" not in turn.text and "Kom nu" in turn.text and not turn.move.choices


def test_easier_if_i_just_went_in_is_danger_in_words_and_a_yes_to_worse_is_danger_now() -> None:
    water = statement("jeg sidder og kigger på vandet. tænker det var nemmere hvis jeg bare gik i", Safety.CONCERN)
    talk = asked(Ask.VALUES)
    assert tell(talk, water)[0].move.ask is Ask.HAPPENING_NOW and talk.danger_in_words
    assert "112" in tell(talk, YES)[0].text and talk.danger is Safety.ACUTE


def test_a_no_to_a_guess_lets_go_however_it_goes_on() -> None:
    talk = asked(Ask.VALUES)
    doubt = replace(statement("a begyndte at drikke da bladet lukkede", Safety.CONCERN), danger_probability=0.97)
    tell(talk, doubt)
    tell(talk, statement("Nej! A siger jo netop, a har været ædru i syv år."))
    assert talk.danger is Safety.NONE


WORRY = replace(
    statement("jeg har dårlig samvittighed over min far på plejehjemmet", Safety.CONCERN), danger_probability=0.8)
TELLS_ON = statement("Jeg vil så gerne besøge min far, og bussen tager halvanden time", Talk.DESIRE)


def calm(said: Statement) -> Statement:
    """The same message, of which the reader is sure that it holds no danger."""
    return replace(said, danger_probability=0.01)


def test_after_a_no_to_a_guess_what_was_told_comes_back_and_the_answered_question_does_not() -> None:
    talk = asked(Ask.WHAT_MATTERS)
    doubt, no = tell(talk, WORRY, NO)
    assert doubt.move.ask is Ask.HAPPENING_NOW
    assert "dårlig samvittighed" in no.text and no.move.ask not in (None, Ask.WHAT_MATTERS, Ask.GO_ON)


def test_a_no_to_a_guess_is_no_nothing_more() -> None:
    talk = asked(Ask.WHAT_MATTERS, asked=None, has_asked=set())
    assert tell(talk, WORRY, NO)[1].move.ask is not Ask.PERMISSION


def test_who_tells_on_after_a_guess_at_length_and_calmly_keeps_the_thread() -> None:
    talk = asked(Ask.HOPE)
    _, turn = tell(talk, WORRY, calm(TELLS_ON))
    assert talk.danger is Safety.NONE and talk.wishes
    assert "112" in turn.text and turn.move.ask is not Ask.HAPPENING_NOW


@pytest.mark.parametrize("said", [
    statement("det kan jeg ikke rigtig svare på lige nu, beklager", Intent.DONT_KNOW), statement("måske"),
    replace(TELLS_ON, danger_probability=0.4), CONCERN,
], ids=["does not know", "short", "a doubt", "danger"])
def test_anything_else_is_asked_about_again_as_before(said: Statement) -> None:
    talk = asked(Ask.HOPE)
    turn = tell(talk, WORRY, said)[1]
    assert talk.danger is not Safety.NONE and turn.move.ask is Ask.HAPPENING_NOW


def test_danger_in_plain_words_is_never_let_go_by_telling_on() -> None:
    talk = asked(Ask.HOPE)
    tell(talk, CONCERN, calm(TELLS_ON))
    assert talk.danger is Safety.CONCERN


@pytest.mark.parametrize("ask", [Ask.PERMISSION, Ask.STEP, Ask.WHEN, Ask.SIGN])
def test_a_faint_doubt_in_a_plan_keeps_its_thread_and_says_once_that_one_may_say_it(ask: Ask) -> None:
    faint = replace(statement("ja, i morgen når de andre er gået", Safety.CONCERN), danger_probability=0.5)
    talk = asked(ask)
    first = tell(talk, faint)[0]
    assert first.move.ask is not None and talk.process is Process.PLAN
    assert [act.phrase for act in first.move.acts].count("say_if_heavy") == 1
    assert "say_if_heavy" not in [act.phrase for act in tell(talk, faint)[0].move.acts]


@pytest.mark.parametrize("ask", [Ask.WHEN, Ask.SIGN, Ask.READ_BACK])
def test_danger_in_plain_words_breaks_a_plan_as_ever(ask: Ask) -> None:
    talk = asked(ask)
    assert tell(talk, CONCERN)[0].move.ask is Ask.HAPPENING_NOW
    assert talk.process is not Process.PLAN


@pytest.mark.parametrize("ask", [Ask.PERMISSION, Ask.SURE, Ask.READ_BACK, Ask.WHEN])
def test_a_guess_that_there_is_danger_now_is_asked_about_in_a_plan_too(ask: Ask) -> None:
    guess = replace(statement("ja, i morgen når de andre er gået", Safety.ACUTE), danger_probability=0.8)
    talk = asked(ask)
    assert tell(talk, guess)[0].move.ask is Ask.HAPPENING_NOW


def test_nobody_is_told_that_they_are_not_alone_before_somebody_is_there() -> None:
    talk = asked(Ask.HOPE)
    told = tell(talk, ACUTE, statement("min søster er på vej, hun er her om ti minutter"),
                statement("jeg har lagt dem ud på altanen"), statement("okay"), statement("hun er her nu"))
    for turn in told[1:4]:
        assert "ikke er alene nu" not in turn.text and "hos dig" not in turn.text and "Lad dem" not in turn.text
    assert "112" in told[1].text and "derhen igen" in told[2].text and "112" in told[3].text
    assert "112" not in told[4].text or "sammen" in told[4].text


def test_where_pills_may_be_taken_giftlinjen_stands_among_the_numbers() -> None:
    talk = asked(Ask.HOPE)
    told = tell(talk, statement("jeg har tænkt på at tage alle pillerne nu", Safety.ACUTE))[0]
    assert "82 12 12 12" in told.text and told.text.index("112") < told.text.index("82 12 12 12")


PILLS_THOUGHT_OF = statement("jeg har tænkt på at tage alle pillerne nu", Safety.ACUTE)


def test_who_thinks_of_pills_is_asked_whether_some_have_been_taken() -> None:
    assert "Har du taget nogen" in tell(asked(Ask.VALUES), PILLS_THOUGHT_OF)[0].text


@pytest.mark.parametrize("said", [YES, statement("to"), statement("lidt"), statement("jeg har taget ti")], ids=str)
def test_pills_that_were_taken_are_answered_with_the_poison_line(said: Statement) -> None:
    turns = tell(asked(Ask.VALUES), PILLS_THOUGHT_OF, said)
    assert "Giftlinjen" in turns[1].text and "112" in turns[1].text and "hvor meget" in turns[1].text


@pytest.mark.parametrize("said", [NO, statement("ikke endnu"), statement("jeg har ikke taget dem")], ids=str)
def test_pills_that_were_not_taken_are_left_and_somebody_is_asked_for(said: Statement) -> None:
    turns = tell(asked(Ask.VALUES), PILLS_THOUGHT_OF, said)
    assert "Lad dem ligge" in turns[1].text and "Hvem" in turns[1].text


def test_a_no_to_something_else_is_not_read_as_a_no_to_pills() -> None:
    turns = tell(asked(Ask.VALUES), PILLS_THOUGHT_OF, statement("min søster er på vej"), NO)
    assert "Lad dem ligge" not in turns[2].text


LETTER = statement("brevet til min søn ligger i skuffen", Safety.ACUTE)
"""Said sideways: it may be a farewell, and it may be a birthday."""


def test_what_was_only_said_sideways_is_asked_about_and_a_no_is_believed() -> None:
    talk = asked(Ask.HOPE)
    told = tell(talk, LETTER, statement("slap nu af, det er en fødselsdag"), statement("nej", Intent.DENY))
    assert "112" in told[0].text and told[1].move.ask is Ask.HAPPENING_NOW and "læst dig forkert" in told[1].text
    assert talk.danger is Safety.NONE and "Jeg læste dig forkert" in told[2].text


def test_a_yes_to_whether_it_was_read_wrongly_is_danger_now() -> None:
    talk = asked(Ask.HOPE)
    no = statement("jeg er ikke i fare")
    told = tell(talk, LETTER, no, YES, no)
    assert talk.danger is Safety.ACUTE and told[3].move.ask is not Ask.HAPPENING_NOW


def test_plain_words_of_danger_are_not_taken_back_by_a_no() -> None:
    talk = asked(Ask.HOPE)
    tell(talk, statement("jeg tager alle pillerne i aften og dør", Safety.ACUTE), statement("jeg er ikke i fare"), NO)
    assert talk.danger is Safety.ACUTE


def test_letters_that_pile_up_are_no_danger() -> None:
    for text in ("brevene ligger i en bunke på bordet", "alt det lort med breve de ligger på bordet"):
        assert look_for_danger(text) is Safety.NONE


def test_who_is_missed_is_not_taken_for_who_helps() -> None:
    told = tell(asked(Ask.HOPE), ACUTE, statement("jeg savner min søn"), statement("hvad med det"))
    assert "din søn" not in told[1].text + told[2].text
