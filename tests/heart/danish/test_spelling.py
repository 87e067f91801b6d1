# SPDX-License-Identifier: MPL-2.0
"""Words that look misspelt are noticed and not said back; names, compounds and rare words are let pass."""

from __future__ import annotations

import pytest

from bot.danish.dictionary import known_words, put_right
from bot.danish.mend import mend
from bot.danish.spelling import has_misspelt


@pytest.mark.parametrize("text", [
    "du vil ikke have at hun komer", "du bliver så hurti træt", "ondt i hovdet", "du glemer det", "din medecin virker",
    "du har svæt ved det", "kl 22 slukker du telfonen", "det er godt at fortsæte",
    "du kan godt lide musik og og dyr", "det er dajligt", "du har aldrig fortald det", "du fik et nyt telefon nummer",
])
def test_a_slip_is_noticed(text: str) -> None:
    assert has_misspelt(text)


@pytest.mark.parametrize("text", [
    "du drømmer om at få en kat", "du bor i Vejle med din hund Buster", "vaskekælderen er et problem for dig",
    "du spiller guitar på værestedet", "du åbner tre kuverter og skriver beløbene ned i en kolonne",
    "en skovl og et hegn",
    "rundstykker med ost", "du går til keramik i medborgerhuset", "moster Inger hækler grydelapper",
    "dit blodtryk er for højt", "der hænger en knage i entréen", "du fik frisk luft i aften klokken otte",
])
def test_what_is_only_rare_is_let_pass(text: str) -> None:
    assert not has_misspelt(text)


def test_the_commonest_words_are_the_commonest() -> None:
    assert next(iter(known_words())) in {"jeg", "det"}
    assert min(known_words().values()) >= 2


@pytest.mark.parametrize(("said", "right"), [
    ("min kamerat har en lejlihed", "min kammerat har en lejlighed"),
    ("jeg glemer mine pilller", "jeg glemmer mine piller"),
    ("jeg ringer til viseværten", "jeg ringer til viceværten"),
])
def test_what_is_clearly_meant_is_put_right(said: str, right: str) -> None:
    assert mend(said) == right


@pytest.mark.parametrize("word", [
    "holger", "quetiapin", "strikkeklubben", "awtenen", "madsen", "flextrafik", "literally",
])
def test_names_dialect_and_what_is_only_unknown_stay(word: str) -> None:
    assert put_right(word) == word
