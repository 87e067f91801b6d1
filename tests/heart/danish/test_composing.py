# SPDX-License-Identifier: MPL-2.0
"""A step, its time and its company as one right sentence, and what is left out of it."""

from __future__ import annotations

import pytest

from bot.danish.capitals import name_alone, with_capitals
from bot.danish.composing import compose
from bot.danish.near_words import endings_mended, people_mended, times_mended
from bot.danish.saying_when import time_for_sentence
from bot.danish.saying_who import companion_in, company_for_sentence
from bot.danish.step_commas import step_commas


@pytest.mark.parametrize(("step", "when", "whom", "whole"), [
    ("Jeg lægger mobilen i gangen", "på lørdag", "min kusine Stine", "Jeg lægger mobilen i gangen på lørdag."),
    ("Jeg stiller kufferten oven på bordet og lader den stå der", "lørdag", "Selma",
     "Lørdag stiller jeg kufferten oven på bordet og lader den stå der."),
    ("Jeg korter kladden ned og lægger den i en konvolut", "i morgen", "Frederik",
     "I morgen korter jeg kladden ned og lægger den i en konvolut."),
    ("Jeg spørger alba hvilken hestebog hun er i gang med", "på tirsdag", "kenneth",
     "På tirsdag spørger jeg Alba, hvilken hestebog hun er i gang med."),
    ("Grethe og jeg går hen og hører dem øve sammen", "på onsdag", "min søn",
     "På onsdag går Grethe og jeg hen og hører dem øve sammen."),
    ("Jeg laver mad til mine børn", "en gang om ugen", "min kone",
     "Jeg laver mad til mine børn en gang om ugen sammen med min kone."),
    ("Jeg går ind i butikken og ser, hvordan der er", "på søndag", "line",
     "På søndag går jeg sammen med Line ind i butikken og ser, hvordan der er."),
    ("Jeg går forbi og ser, om der er lys", "i morgen", "hunden",
     "I morgen går jeg forbi sammen med hunden og ser, om der er lys."),
    ("Jeg spørger Grethe", "i næste uge, tirsdag måske", None, "Jeg spørger Grethe tirsdag i næste uge."),
    ("Jeg vasker op", "torsdag efter jeg har luftet hunden", None,
     "Jeg vasker op torsdag, efter at jeg har luftet hunden."),
    ("Jeg skriver til hende", "i aften efter min serie", None, "Jeg skriver til hende i aften efter min serie."),
    ("Jeg bestiller en tid hos lægen", "i morgen", "alene", "Jeg bestiller en tid hos lægen i morgen."),
    ("Jeg tager min søn i parken", "på lørdag", "min søn og min bror", "Jeg tager min søn i parken på lørdag."),
    ("Jeg åbner ét brev", "på tirsdag når du er her", "bostøtten",
     "Jeg åbner ét brev på tirsdag sammen med bostøtten."),
    ("Jeg laver en liste", "i aften", "hunnnen", "Jeg laver en liste i aften."),
    ("Jeg tjekker ikke hans profil", "i morgen", "min veninde", "Jeg tjekker ikke hans profil i morgen."),
])  # fmt: skip
def test_company_stands_only_where_it_is_read_rightly(step: str, when: str, whom: str, whole: str) -> None:
    assert compose(step, when, whom) == whole


@pytest.mark.parametrize(("step", "whole"), [
    ("Jeg står op inden kl. 11", "Jeg står op inden kl. 11 i morgen."),
    ("Jeg laver en bog med billeder til dem", "I morgen laver jeg en bog med billeder til dem."),
    ("Jeg åbner døren og kigger", "I morgen åbner jeg døren og kigger."),
    ("Jeg går forbi døren en gang til", "I morgen går jeg forbi døren en gang til."),
    ("Jeg går ned til søen", "Jeg går ned til søen alene i morgen."),
])  # fmt: skip
def test_alone_is_not_read_as_to_nobody_else(step: str, whole: str) -> None:
    assert compose(step, "i morgen", "alene") == whole


@pytest.mark.parametrize(("step", "when", "whole"), [
    ("Jeg bager en kage og inviterer naboen", "på lørdag ved tretiden",
     "På lørdag ved tretiden bager jeg en kage og inviterer naboen."),
    ("Jeg ringer til havnen og spørger om arbejde", "torsdag ved ti tiden",
     "Torsdag ved titiden ringer jeg til havnen og spørger om arbejde."),
    ("Jeg ringer til banken og spørger om lånet", "mandag inden min mor kommer hjem",
     "Mandag, inden min mor kommer hjem, ringer jeg til banken og spørger om lånet."),
    ("Jeg syr fem sting i hånden", "fredag når jeg alligevel støvsuger", "Jeg syr fem sting i hånden fredag."),
    ("Jeg siger nej til dem, når de ringer", "når jeg er træt", "Jeg siger nej til dem, når de ringer."),
    ("Jeg øver mig i at sige nej", "næste gang hun ringer", "Næste gang hun ringer, øver jeg mig i at sige nej."),
    ("Jeg lægger 50 kroner til side", "hver gang jeg får løn", "Jeg lægger 50 kroner til side, hver gang jeg får løn."),
    ("Jeg spørger, om der er andre på min alder", "i næste uge",
     "I næste uge spørger jeg, om der er andre på min alder."),
    ("Jeg lærer og bruger min nye telefon, når jeg kan", "på onsdag",
     "På onsdag lærer og bruger jeg min nye telefon, når jeg kan."),
    ("Jeg tager toget til Odense og hjem igen samme dag", "d. 12",
     "Den 12. tager jeg toget til Odense og hjem igen samme dag."),
    ("Jeg smører madpakke aftenen før", "hver aften", "Jeg smører madpakke aftenen før."),
    ("Jeg tager min medicin kl 8", "hver morgen", "Jeg tager min medicin kl. 8 hver morgen."),
])  # fmt: skip
def test_a_time_stands_where_it_is_the_time_of_the_whole(step: str, when: str, whole: str) -> None:
    assert compose(step, when, None) == whole


@pytest.mark.parametrize(("when", "plain", "clause"), [
    ("på onsdag kl 13 når der ikke er så mange", "på onsdag kl. 13", "når der ikke er så mange"),
    ("fra på mandag", "fra mandag", ""),
    ("inden på torsdag", "inden torsdag", ""),
    ("lørdag formidag", "lørdag formiddag", ""),
    ("når leffer er luftet", "", ""),
    ("når rikke er her", "", "når Rikke er her"),
    ("måske på torsdag", "på torsdag", ""),
    ("en stille søndag", "", ""),
    ("hverdage", "", ""),
])  # fmt: skip
def test_only_what_is_sure_of_a_time_is_taken(when: str, plain: str, clause: str) -> None:
    found = time_for_sentence(when)
    assert (found.plain, found.clause) == (plain, clause)


@pytest.mark.parametrize(("answer", "who"), [
    ("min bror anton", "min bror Anton"), ("Signe fra mit hold", "Signe fra mit hold"),
    ("min nabo Karen-Margrethe er god til det", "min nabo Karen-Margrethe"),
    ("ja, måske sammen med casper", "Casper"), ("Min bostøtte kan tage med", "min bostøtte"),
    ("min mor laver det klar", ""), ("min veninde har min kode", ""), ("min mor eller min søster", ""),
    ("alene", None), ("det ved jeg ikke", None),
])  # fmt: skip
def test_who_comes_along_and_who_does_something_else(answer: str, who: str | None) -> None:
    assert companion_in(answer) == who


@pytest.mark.parametrize(("said", "sure"), [
    ("svend åge", "Svend Åge"), ("hunden", "hunden"), ("læsemakker", ""), ("køkkendamen", ""),
    ("min barnebarn Kasper", ""), ("musik", ""), ("med min mor", "min mor"), ("kone", ""), ("mig selv", "alene"),
])  # fmt: skip
def test_company_that_is_not_sure_is_left_out(said: str, sure: str) -> None:
    assert company_for_sentence(said) == sure


@pytest.mark.parametrize(("typed", "written"), [
    ("ringe til elias", "ringe til Elias"), ("spørge line på onsdag", "spørge Line på onsdag"),
    ("skrive tre linjer på en line", "skrive tre linjer på en line"), ("når rikke er her", "når Rikke er her"),
    ("slå til søren", "slå til søren"), ("gå i netto", "gå i Netto"), ("jeg tager hans hund", "jeg tager hans hund"),
])  # fmt: skip
def test_names_get_their_capital(typed: str, written: str) -> None:
    assert with_capitals(typed) == written


def test_a_word_alone_is_a_name_only_if_it_is_no_other_word() -> None:
    assert [name_alone(word) for word in ("selma", "bo", "de andre", "læsemakker")] == [
        "Selma", "Bo", "de andre", "læsemakker"]


@pytest.mark.parametrize(("typed", "written"), [
    ("hører hvad et klippekort koster", "hører, hvad et klippekort koster"),
    ("kigger efter hvornår de øver", "kigger efter, hvornår de øver"),
    ("siger hej til dem jeg møder", "siger hej til dem, jeg møder"),
    ("spørger lægen om dosis er for høj", "spørger lægen, om dosis er for høj"),
    ("spørger banken om en ny aftale", "spørger banken om en ny aftale"),
    ("rydder op om fredagen", "rydder op om fredagen"),
    ("taler om det der skete", "taler om det, der skete"),
    ("smider medicinen der er for gammel ud", "smider medicinen, der er for gammel, ud"),
    ("hører på hvad hun siger uden at afbryde", "hører på, hvad hun siger, uden at afbryde"),
    ("skriver ned hvad og hvordan jeg vil sige det", "skriver ned, hvad og hvordan jeg vil sige det"),
    ("fortæller min søster om det bagefter", "fortæller min søster om det bagefter"),
])  # fmt: skip
def test_a_clause_in_a_step_has_its_commas(typed: str, written: str) -> None:
    assert step_commas(f"Jeg {typed}") == f"Jeg {written}"


def test_words_of_time_and_kinship_one_slip_away_are_put_right_and_no_others() -> None:
    assert times_mended("tordag eftermidag, hver tirsdage") == "torsdag eftermiddag, hver tirsdage"
    assert people_mended("min kontakt person og min vejlder") == "min kontaktperson og min vejleder"
    assert endings_mended("henter trailern, slukker pcen, fjern den") == "henter traileren, slukker pc'en, fjern den"


@pytest.mark.parametrize(("step", "when", "whom", "sentence"), [
    ("Jeg trækker gardinet fra", "i morgen aften", "", "I morgen aften trækker jeg gardinet fra."),
    ("Jeg trækker gardinet fra", "kl. 2", "", "Kl. 2 trækker jeg gardinet fra."),
    ("Jeg syr fem sting i hånden", "fredag", "alene", "Jeg syr fem sting i hånden fredag."),
])
def test_a_time_or_alone_is_not_read_into_the_word_before(step: str, when: str, whom: str, sentence: str) -> None:
    assert compose(step, when, whom) == sentence
