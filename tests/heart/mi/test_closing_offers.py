# SPDX-License-Identifier: MPL-2.0
"""At the end of a talk: what somebody could do is asked about as a step; who has more to say is not shown out."""

from __future__ import annotations

import pytest

from bot.codebook import Intent, Statement, Talk
from bot.mi.conversation import Ask, Process
from tests.factories import asked, tell


@pytest.mark.parametrize("said", [
    "gå ud kl 12 måske", "Jeg kunne jo gå til kirken selv på søndag", "jeg ringer til min søster på tirsdag",
])
def test_a_step_that_is_named_at_the_end_is_asked_about(said: str) -> None:
    talk = asked(Ask.ENGAGE)
    talk.process, talk.asked = Process.CLOSE, None
    turn = tell(talk, Statement(said, frozenset({Talk.ACTIVATION}), intent=Intent.SHARE))[0]
    assert turn.move.ask is Ask.PERMISSION and talk.plan.step


@pytest.mark.parametrize("said", ["jeg kan ikke gå ud nu", "i går gik jeg ned til søen", "ja", "det var en god dag"])
def test_what_is_no_step_is_not(said: str) -> None:
    talk = asked(Ask.ENGAGE)
    talk.process, talk.asked = Process.CLOSE, None
    assert tell(talk, Statement(said, intent=Intent.SHARE))[0].move.ask is not Ask.PERMISSION


def test_who_asks_something_at_the_end_is_not_told_to_put_the_phone_away() -> None:
    talk = asked(Ask.ENGAGE)
    talk.process, talk.asked = Process.CLOSE, None
    turns = tell(talk, *(Statement(f"men hvad gør jeg så {number}, hvis hun er syg?") for number in range(4)))
    assert all("telefonen" not in turn.text and "pause" not in turn.text.casefold() for turn in turns)
