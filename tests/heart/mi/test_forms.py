# SPDX-License-Identifier: MPL-2.0
"""What the form of the citizen's own clause means is said behind it, and nothing takes the place of their words."""

from __future__ import annotations

import pytest

from bot.codebook import Statement, Talk, Theme
from bot.mi.conversation import Ask
from bot.mi.phrasebook import phrases
from tests.factories import asked, statement, tell

FORMS = [
    (statement("gid jeg turde ringe til hende", Talk.DESIRE), "meaning_form_dares", "»gid jeg turde ringe til"),
    (statement("jeg vil gerne spille i klubben igen", Talk.DESIRE), "meaning_form_again", "du vil gerne spille i"),
    (statement("jeg savner at have noget i hænderne", Talk.DESIRE), "meaning_form_miss", "du savner at have"),
    (statement("i går ringede jeg til klubben", Talk.TAKING_STEPS), "meaning_form_begun", "i går ringede du til"),
    (statement("så kunne jeg sove hele natten", Talk.REASON), "meaning_form_would", "så kunne du sove hele"),
]


@pytest.mark.parametrize(("said", "key", "own"), FORMS, ids=[key for _, key, _ in FORMS])
def test_a_form_is_said_behind_the_clause(said: Statement, key: str, own: str) -> None:
    talk = asked(Ask.VALUES, affirmed=2)
    turn = tell(talk, said)[0]
    assert turn.move.acts[0].phrase == key and turn.text.casefold().startswith(own), turn.text


@pytest.mark.parametrize("key", [key for key in phrases() if key.startswith("meaning_form_")])
def test_a_form_needs_the_clause(key: str) -> None:
    assert phrases()[key].needs_own


def test_a_word_beside_a_wish_is_not_said_in_its_place() -> None:
    text = "At vi taler om noget andet end regninger. Jeg vil gerne ud af lejligheden lidt mere"
    said = statement(text, Talk.DESIRE, Theme.ECONOMY)
    assert "penge" not in tell(asked(Ask.OPENING), said)[0].text.casefold()


def test_what_is_added_says_no_word_of_the_clause_again() -> None:
    said = statement("Det er vigtigt for mig at kunne klare mig selv", Talk.REASON)
    for seed in range(12):
        turn = tell(asked(Ask.VALUES, seed=seed), said)[0]
        assert turn.text.casefold().count("vigtigt") <= 1, turn.text
