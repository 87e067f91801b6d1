# SPDX-License-Identifier: MPL-2.0
"""What a citizen asks is answered shortly and truly, and the open question stands again; a telling is no question."""

from __future__ import annotations

import pytest

from bot.codebook import Intent, Statement, Talk
from bot.mi.asking import KINDS, answer_directly
from bot.mi.conversation import Ask, Earlier, Process
from tests.factories import asked, conversation, statement, tell, with_a_wish

QUESTIONS = [
    ("hvor er der en skole?", "asks_fact"), ("kan du sige mig hvor jeg finder en sprogskole?", "asks_fact"),
    ("hvornår åbner biblioteket", "asks_fact"), ("hvad koster en mappe?", "asks_fact"),
    ("kan du huske mig?", "asks_remember"), ("husker du hvad jeg skrev", "asks_remember"),
    ("hvor lang tid tager det her", "asks_how_long"), ("Hvor længe varer det?", "asks_how_long"),
    ("hvad sker der så bagefter?", "asks_afterwards"), ("hva sker der med det jeg skriver?", "asks_afterwards"),
    ("hvem læser hvis i tror jeg er i fare?", "asks_danger"),
    ("hvad med fare, hvem ser hvis jeg er i fare", "asks_danger"),
    ("Hvad er et delmål egentlig for noget?", "asks_goal"), ("jeg forstår ikke ordet afsæt endnu", "asks_goal"),
    ("Hvad gør vi nu?", "asks_what_now"), ("hva så", "asks_what_now"), ("hvad nu?", "asks_what_now"),
    ("hvorfor spørger du om det?", "asks_why"), ("hvorfor skal jeg svare på det", "asks_why"),
    ("hvad skal jeg skrive?", "asks_what_to_write"), ("hva ska jeg svare", "asks_what_to_write"),
    ("læser kommunen det her?", "asks_kommune"), ("Kan kommunen se hvad jeg skriver?", "asks_kommune"),
    ("Hvor finder jeg det udkast?", "asks_where_kept"), ("er det blevet skrevet ned nu", "asks_where_kept"),
    ("hvordan viser jeg det til min bostøtte?", "asks_where_kept"),
    ("skriver du til min bostøtte?", "asks_to_staff"), ("sender du det videre til nogen", "asks_to_staff"),
    ("Har min bostøtte nu fået besked om, at jeg er i fare?", "asks_alerted"),
    ("Får Jette stadig den besked?", "asks_alerted"), ("har du sendt en besked", "asks_alerted"),
    ("Tror du de vil tage mig, når jeg har lidt svært ved dansk?", "asks_unknown"),
    ("må man spørge om det", "asks_unknown"), ("Må man have ørepropper i et køkken?", "asks_unknown"),
    ("hvilke emner?", "asks_topics"), ("hvad kan vi snakke om", "asks_topics"),
    ("er 8 forkert?", "asks_number_right"), ("du hører ikke efter", "was_read_wrongly"),
    ("Det har da ikke noget med hinanden at gøre.", "was_read_wrongly"), ("det har jeg ikke sagt", "was_read_wrongly"),
    ("du er en papegøje. spørg mig om noget", "was_read_wrongly"),
    ("du dømmer mig ik vel?", "asks_judging"), ("Dømmer du mig?", "asks_judging"),
    ("hvad synes du om det?", "asks_opinion"), ("hvad mener du selv?", "asks_opinion"),
    ("hvad mener du med det?", "asks_meaning"), ("Det var da et sært svar.", "asks_meaning"),
    ("er du et rigtigt menneske?", "ask_bot"), ("er du en robot eller hvad", "ask_bot"),
    ("det sagde jeg jo lige", "said_already"), ("Det har jeg jo svaret på", "said_already"),
]
TELLINGS = [
    "jeg skriver til min bostøtte i morgen",
    "Jeg ved ikke, hvor jeg kan være i fred, og det slider på mig, når der er larm i opgangen hele natten",
    "hvor er der dog smukt her", "jeg kan godt huske mig selv fra dengang", "min mor spørger altid hvorfor",
    "Det tager lang tid for mig at komme i gang", "jeg skriver breve til min søn", "han er et godt menneske",
    "jeg sagde det lige til min bostøtte i går, og hun blev glad",
]


@pytest.mark.parametrize(("said", "key"), QUESTIONS)
def test_a_question_gets_its_answer_and_the_thread_comes_back(said: str, key: str) -> None:
    turn = tell(asked(Ask.WHAT_MATTERS), statement(said))[0]
    assert turn.move.acts[0].phrase == key
    assert turn.move.ask is not None and turn.text.count("?") == 1


@pytest.mark.parametrize("said", TELLINGS)
def test_what_is_told_is_no_question(said: str) -> None:
    assert answer_directly(asked(Ask.WHAT_MATTERS), statement(said)) is None


@pytest.mark.parametrize(("key", "pattern", "why"), KINDS, ids=[key for key, _, _ in KINDS])
def test_every_kind_is_asked_in_some_way_that_is_tested(key: str, pattern: object, why: str) -> None:
    assert key in {named for _, named in QUESTIONS} and why


def test_in_the_midst_of_a_plan_the_plan_goes_on() -> None:
    talk = asked(Ask.WHEN)
    turn = tell(talk, statement("hvor lang tid tager det her?"))[0]
    assert (turn.move.ask, talk.process) == (Ask.WHEN, Process.PLAN)


def test_who_has_said_it_already_is_not_asked_for_it_again() -> None:
    turn = tell(asked(Ask.WHAT_MATTERS), statement("det sagde jeg jo lige"))[0]
    assert turn.move.ask not in (None, Ask.WHAT_MATTERS)


def test_what_it_remembers_is_what_the_last_talk_agreed_on() -> None:
    talk = with_a_wish(earlier=Earlier("Jeg ringer til Bo på søndag."))
    assert "Jeg ringer til Bo på søndag." in tell(talk, statement("kan du huske mig?"))[0].text


def test_what_to_say_to_somebody_is_asked_back_first() -> None:
    said = Statement("Hvad skal jeg skrive til hende?", frozenset(), intent=Intent.ASK_ADVICE)
    assert tell(asked(Ask.WHAT_MATTERS), said)[0].move.ask is Ask.ELICIT


def test_nobody_is_led_into_a_plan_by_a_question_of_their_own() -> None:
    talk = with_a_wish(has_asked={Ask.ANYTHING_ELSE})
    assert tell(talk, statement("er du en robot?"))[0].move.ask is not Ask.PERMISSION


# What is asked to be written down


REQUESTS = [
    "skal vi skrive det ned?", "Kan vi ikke lave en plan?", "så skriv det op", "Skal vi ikke få det skrevet ned?",
    "Kan du lave et delmål ud af det?", "jeg vil gerne lave en plan for det"]


@pytest.mark.parametrize("said", REQUESTS)
def test_a_wish_to_have_it_written_down_is_the_yes_to_a_plan(said: str) -> None:
    talk = with_a_wish()
    turn = tell(talk, statement(said))[0]
    assert (turn.move.ask, talk.process) == (Ask.STEP, Process.PLAN)


def test_the_step_that_was_told_with_it_is_not_asked_for() -> None:
    talk = with_a_wish()
    turn = tell(talk, statement("Kan vi skrive det ned? Jeg ringer til min søster på mandag", Talk.COMMITMENT))[0]
    assert talk.plan.step.startswith("Jeg ringer til min søster") and turn.move.ask is not Ask.STEP


def test_in_a_plan_it_is_read_back_at_once() -> None:
    talk = asked(Ask.SIGN)
    turn = tell(talk, statement("nej skriv det ned mand. torsdag med Kurt"))[0]
    assert turn.move.ask is Ask.READ_BACK and "torsdag" in talk.plan.wording


@pytest.mark.parametrize("said", [
    "jeg kunne have venner på besøg uden at skrive dem op", "det hjælper at skrive det ned", "jeg skriver det ned selv",
    "jeg har skrevet det ned på en seddel"])
def test_writing_of_another_kind_begins_no_plan(said: str) -> None:
    talk = with_a_wish()
    tell(talk, statement(said))
    assert talk.process is not Process.PLAN


def test_without_a_wish_nothing_is_planned_because_of_the_words() -> None:
    talk = conversation()
    tell(talk, statement("skal vi skrive det ned?"))
    assert talk.process is not Process.PLAN


def test_what_was_promised_with_its_day_is_the_step_after_a_yes() -> None:
    talk = with_a_wish(has_asked={Ask.ANYTHING_ELSE})
    asks = [turn.move.ask for turn in tell(
        talk, statement("Jeg kører derud med Birthe på onsdag", Talk.COMMITMENT), statement("ja", Intent.AFFIRM))]
    assert asks[0] is Ask.PERMISSION and asks[1] not in (Ask.STEP, Ask.WHEN)
    assert (talk.process, talk.plan.when) == (Process.PLAN, "på onsdag")


@pytest.mark.parametrize("said", [
    "jeg forstår ikke alt. er det kommune der ser?", "hej.. er det så nogen der læser det her?",
    "det var ik det. jeg spurgte hvem der læser",
])
def test_who_reads_is_answered_behind_another_sentence(said: str) -> None:
    turn = tell(asked(Ask.OPENING), statement(said, Intent.CONFUSED))[0]
    assert turn.move.acts[0].phrase == "ask_privacy"


@pytest.mark.parametrize(("said", "meaning"), [
    ("Hvad betyder 'et halvt år'?", "seks måneder"), ("hvad er udkast", "skrevet ned"),
    ("Hvad er et delmål?", "lille ting"), ("hva betyder skrit", "én ting"),
    ("Jeg ikke forstår 'i fare'.", "vil dø"), ("hvad betyder ordet bostøtte?", "fra kommunen"),
])
def test_a_word_is_explained_and_the_thread_comes_back(said: str, meaning: str) -> None:
    turn = tell(asked(Ask.WHAT_MATTERS), statement(said))[0]
    assert meaning in turn.text and turn.move.ask is not None


def test_a_word_that_is_not_in_the_list_is_not_guessed_at() -> None:
    assert "word_means" not in {act.phrase for act in tell(
        asked(Ask.WHAT_MATTERS), statement("hvad betyder kvantemekanik?"))[0].move.acts}


def test_whether_the_municipality_reads_is_answered_with_a_no() -> None:
    turn = tell(asked(Ask.WHAT_MATTERS), statement("Kan kommunen læse hvad jeg skriver, ja eller nej?"))[0]
    assert turn.move.acts[0].phrase == "asks_kommune"
