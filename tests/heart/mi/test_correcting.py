# SPDX-License-Identifier: MPL-2.0
"""A correction changes what it names and nothing else; a sentence of the citizen's own stands as it was written."""

from __future__ import annotations

import pytest

from bot.codebook import Intent
from bot.mi.conversation import Ask, Earlier, Process, Way
from bot.mi.correcting import day_changed, is_their_own_sentence, to_stand_too, with_what_was_missing
from tests.factories import asked, begin, conversation, statement, tell

WORDING = "På søndag bestiller jeg badebukser sammen med Palle."


@pytest.mark.parametrize("said", [
    "ikke søndag, men onsdag", "ik søndag. onsdag er der færre mennesker", "onsdag i stedet for søndag",
    "nej jeg vil ha det lavet om til onsdag", "så skriv onsdag", "fra søndag til onsdag", "hellere onsdag",
])
def test_another_day_is_put_in_the_place_of_the_first(said: str) -> None:
    assert day_changed(WORDING, said) == "På onsdag bestiller jeg badebukser sammen med Palle."


@pytest.mark.parametrize("said", ["det passer", "onsdag var jeg træt", "ikke fredag, men mandag", "det er svært"])
def test_a_day_that_is_only_named_changes_nothing(said: str) -> None:
    assert day_changed(WORDING, said) is None


def test_what_stands_there_already_is_not_put_in_twice() -> None:
    assert day_changed(WORDING, "ja, så skriv søndag") == WORDING
    assert with_what_was_missing(f"{WORDING} Palle kører.", "Der mangler, at Palle kører") == f"{WORDING} Palle kører."


@pytest.mark.parametrize(("said", "behind"), [
    ("Næsten. Det vigtigste mangler: Palle kører", "Palle kører."),
    ("Kan du skrive det til? At han bliver i bilen", "Han bliver i bilen."),
    ("Du glemte, at jeg går ind alene", "Jeg går ind alene."),
])
def test_what_was_missing_stands_behind_the_wording(said: str, behind: str) -> None:
    assert with_what_was_missing(WORDING, said) == f"{WORDING} {behind}"


def test_what_is_to_stand_there_too_is_taken_without_its_frame() -> None:
    assert to_stand_too("torsdag skal også stå der") == "torsdag"
    assert to_stand_too("torsdag") == "torsdag"


@pytest.mark.parametrize(("said", "own"), [
    ("Torsdag åbner jeg min eboks sammen med Kurt", True), ("jeg går en tur", True), ("ringe til mor", False)])
def test_a_sentence_of_their_own_is_known(said: str, own: bool) -> None:
    assert is_their_own_sentence(said) is own


@pytest.mark.parametrize(("said", "wording"), [
    ("nej. Torsdag åbner jeg eboks sammen med Kurt", "Torsdag åbner jeg eboks sammen med Kurt."),
    ("Nej! På lørdag henter jeg en ramme i genbrugsen. Færdig.", "På lørdag henter jeg en ramme i genbrugsen."),
])
def test_the_new_wording_is_the_sentence_as_it_was_written(said: str, wording: str) -> None:
    talk = asked(Ask.REWORD)
    assert tell(talk, statement(said))[0].move.ask is Ask.READ_BACK
    assert talk.plan.wording == wording


@pytest.mark.parametrize("said", ["Kan du ikke bare gøre det?", "hvad synes de andre egentlig at der skal stå?"])
def test_a_question_is_never_the_wording(said: str) -> None:
    talk = asked(Ask.REWORD)
    before = talk.plan.wording
    tell(talk, statement(said))
    assert talk.plan.wording == before


def test_who_gives_it_up_is_let_go() -> None:
    talk = asked(Ask.REWORD)
    tell(talk, statement("Nu opgiver jeg det. Jeg siger det selv på mandag."))
    assert talk.process is Process.CLOSE and not talk.confirmed


def test_in_a_follow_up_another_day_is_read_back_with_the_old_words() -> None:
    talk = conversation(way=Way.FOLLOW_UP, earlier=Earlier(WORDING), asked=Ask.KEEP_CHANGE_DROP, turn=6)
    keeps = statement("jeg vil gerne beholde det men ik søndag. onsdag er bedre")
    turns = tell(talk, keeps, statement("ja", Intent.AFFIRM))
    assert "På onsdag bestiller jeg badebukser" in turns[0].text and turns[0].move.ask is Ask.READ_BACK
    assert talk.confirmed and talk.confirmed.wording == "På onsdag bestiller jeg badebukser sammen med Palle."


# How an agreement went


@pytest.mark.parametrize(("said", "went", "ask"), [
    ("jeg har ikke købt den", "not_yet", Ask.STILL_WANTED), ("det blev ikke til noget", "not_yet", Ask.STILL_WANTED),
    ("nej, jeg turde ikke ringe", "not_yet", Ask.STILL_WANTED), ("jeg fik ik gjort det", "not_yet", Ask.STILL_WANTED),
    ("det gik kun halvt", "partly", Ask.WENT_PARTLY), ("jeg prøvede, men de havde lukket", "partly", Ask.WENT_PARTLY),
    ("jeg nåede noget af det", "partly", Ask.WENT_PARTLY),
    ("jeg ringede til ham i går", "done", Ask.HELPED), ("det gik fint, vi sad i en time", "done", Ask.HELPED),
])
def test_what_is_asked_next_hangs_on_how_it_went(said: str, went: str, ask: Ask) -> None:
    talk = conversation(way=Way.FOLLOW_UP, earlier=Earlier(WORDING))
    begin(talk)
    turns = tell(talk, statement(said), *[statement("ja", Intent.AFFIRM)] * 2)
    asks = [turn.move.ask for turn in turns]
    assert talk.went == went and ask in asks
    assert not {Ask.HELPED, Ask.WENT_PARTLY, Ask.STILL_WANTED} - {ask} & set(asks)


def test_what_is_not_yet_begun_gets_no_number() -> None:
    talk = conversation(way=Way.FOLLOW_UP, earlier=Earlier(WORDING))
    begin(talk)
    turns = tell(talk, statement("jeg har ikke købt den"), *[statement("ja", Intent.AFFIRM)] * 5)
    assert Ask.SCORE not in {turn.move.ask for turn in turns}
    assert Ask.KEEP_CHANGE_DROP in {turn.move.ask for turn in turns}


def test_another_day_in_place_of_a_number_stands_in_the_wording() -> None:
    talk = asked(Ask.SURE)
    talk.plan.when = "på søndag"
    turn = tell(talk, statement("Ikke søndag forresten, men lørdag, for søndag er hun i kirke."))[0]
    assert turn.move.ask is Ask.READ_BACK and "lørdag" in talk.plan.wording and "søndag" not in talk.plan.wording
