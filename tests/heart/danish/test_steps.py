# SPDX-License-Identifier: MPL-2.0
"""An answer to "what is the smallest step?" as one sentence in the citizen's words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.danish.composing import compose
from bot.danish.steps import as_sentence, present_of

DATA = Path(__file__).parent / "data/steps.tsv"
ANSWERS = [line.split("\t") for line in DATA.read_text(encoding="utf-8").split("\n")[1:] if line]


@pytest.mark.parametrize(("answer", "sentence"), ANSWERS)
def test_a_step_becomes_a_sentence_or_is_left_to_be_quoted(answer: str, sentence: str) -> None:
    assert as_sentence(answer) == (sentence or None)


@pytest.mark.parametrize(
    "answer", ["hænge mig", "jeg vil tage mit liv", "tage alle mine piller", "jeg vil skære i mig selv"]
)
def test_what_would_harm_is_never_a_step(answer: str) -> None:
    assert as_sentence(answer) is None


@pytest.mark.parametrize(
    "sentence", sorted({sentence for _, sentence in ANSWERS if sentence and "hver dag" not in sentence
                                and not sentence.startswith(("Jeg drikker ikke", "Jeg tjekker ikke"))})
)
def test_a_sentence_read_again_stays_as_it_is(sentence: str) -> None:
    assert as_sentence(sentence) == sentence


@given(st.text(max_size=80))
def test_whatever_is_typed_a_step_is_in_the_first_person(answer: str) -> None:
    sentence = as_sentence(answer)
    assert sentence is None or sentence.startswith("Jeg ")


@pytest.mark.parametrize(
    ("infinitive", "present"),
    [
        ("gå", "går"),
        ("gøre", "gør"),
        ("være", "er"),
        ("spørge", "spørger"),
        ("koere", "kører"),
        ("mødes", "mødes"),
        ("se", "ser"),
    ],
)
def test_the_present_of_a_verb(infinitive: str, present: str) -> None:
    assert present_of(infinitive) == present


@pytest.mark.parametrize(
    ("step", "when", "whom", "whole"),
    [
        ("Jeg kører ét stop med bussen", "på tirsdag", "min bostøtte",
         "Jeg kører ét stop med bussen på tirsdag sammen med min bostøtte."),
        ("Jeg ringer til lægen", "i morgen kl 9", "alene", "Jeg ringer til lægen i morgen kl. 9."),
        ("Jeg ringer til lægen i morgen", "i morgen kl 9", None, "Jeg ringer til lægen i morgen kl. 9."),
        ("Jeg ringer til lægen i morgen", "i morgen", None, "Jeg ringer til lægen i morgen."),
        ("Jeg drikker kaffe med min søster", "på fredag", "min søster",
         "Jeg drikker kaffe med min søster på fredag."),
        ("Jeg går en tur", "når jeg har sovet", "alene", "Jeg går en tur alene, når jeg har sovet."),
        ("Jeg går en tur hver dag", "hver dag", "Mette", "Jeg går en tur hver dag sammen med Mette."),
        ("Jeg går en tur.", None, None, "Jeg går en tur."),
        ("Jeg går en tur", "", "sammen med min mor", "Jeg går en tur sammen med min mor."),
        ("Jeg tager bussen på onsdag", "onsdag kl. 10", None, "Jeg tager bussen onsdag kl. 10."),
        ("Jeg går en tur hvis min bostøtte tager med", "på mandag", "min bostøtte",
         "På mandag går jeg en tur, hvis min bostøtte tager med."),
        ("Jeg lægger telefonen væk kl 22", "hver dag", "mig selv",
         "Jeg lægger telefonen væk kl. 22 hver dag."),
        ("Jeg går en tur", "i morgen", "alene", "Jeg går en tur alene i morgen."),
        ("Jeg går en tur i morgen", "i morgen", "mig selv", "Jeg går en tur alene i morgen."),
        ("Jeg vasker op", "på søndag kl. 10", "alene", "Jeg vasker op alene på søndag kl. 10."),
        ("Jeg skriver til Mette", "i aften", "alene", "Jeg skriver til Mette i aften."),
        ("Jeg går en tur i morgen, hvis det er tørvejr", "i morgen", "alene",
         "Jeg går en tur alene i morgen, hvis det er tørvejr."),
    ],
)  # fmt: skip
def test_time_and_company_are_said_once(step: str, when: str | None, whom: str | None, whole: str) -> None:
    assert compose(step, when, whom) == whole
