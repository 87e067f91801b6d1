# SPDX-License-Identifier: MPL-2.0
"""Nouns without their article tell a learner's message; the habits of Danish ("i seng", "kører bil") tell nothing."""

from __future__ import annotations

import pytest

from bot.danish.nouns import gender_of, is_counted, lacks_articles
from bot.danish.spelling import has_misspelt


@pytest.mark.parametrize("text", [
    "jeg står med te i termokande, og jeg leder efter nøgle", "der er skimmel bag sofa", "nabo banker på døren",
    "jeg drejer nøgle i låsen. skal købe pære", "kommune siger nej", "jeg græder over bilag",
])
def test_a_message_without_its_articles_is_a_learners(text: str) -> None:
    assert lacks_articles(text)


@pytest.mark.parametrize("text", [
    "jeg går i seng og står op til kaffe", "jeg kører bil på arbejde og tager bus hjem",
    "jeg spiller guitar og hører radio",
    "Jeg ringer til Gruppe Nord i morgen", "mad er svært for tiden", "jeg tager på højskole med min søster",
    "Jeg savner at læse avis i ro", "jeg sidder ved bordet og skriver brev til min bror",
])
def test_nouns_that_stand_bare_by_habit_tell_nothing(text: str) -> None:
    assert not lacks_articles(text)


@pytest.mark.parametrize(("noun", "article"), [
    ("stol", "en"), ("brev", "et"), ("kuffert", "en"), ("æble", "et"), ("smukt", ""), ("jeg", ""), ("blev", ""),
])
def test_the_gender_is_the_dictionarys(noun: str, article: str) -> None:
    assert gender_of(noun) == article


def test_what_cannot_be_counted_is_not_taken_for_a_thing() -> None:
    assert is_counted("kuffert") and not is_counted("sne") and not is_counted("glad")


@pytest.mark.parametrize(("text", "wrong"), [
    ("din eks kone skriver om det", True), ("der er familie middag i morgen", True), ("din kone laver middag", False),
    ("du er vild med hulen", False), ("du bliver glad hver morgen", False), ("du ommer hjem klokken ti", True),
])
def test_words_apart_and_words_beside_a_giant_are_seen(text: str, wrong: bool) -> None:
    assert has_misspelt(text) is wrong
