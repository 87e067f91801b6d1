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
