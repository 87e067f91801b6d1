# SPDX-License-Identifier: MPL-2.0
"""A condition that answers "what would make it easier?" comes back as what would help."""

from __future__ import annotations

import pytest

from bot.codebook import Statement, Talk
from bot.mi.conversation import Ask
from tests.factories import asked, tell


@pytest.mark.parametrize(("said", "own"), [
    ("hvis min søster var med. hun går alligevel derhen", "hvis din søster var med"),
    ("Måske hvis jeg bare skulle være der en halv time", "hvis du bare skulle være der en halv time"),
    ("ja hvis der ikke var så mange mennesker", "hvis der ikke var så mange mennesker"),
])
def test_a_condition_is_what_would_help(said: str, own: str) -> None:
    turn = tell(asked(Ask.HESITATION), Statement(said, frozenset({Talk.ACTIVATION})))[0]
    assert own in turn.text and turn.move.acts[0].phrase == "would_help"


@pytest.mark.parametrize("said", [
    "hvis jeg fik lov, så kunne jeg godt", "hvis nu", "hvis hvis", "hvis min æ søster vil te å med",
])
def test_what_is_no_condition_alone_is_met_otherwise(said: str) -> None:
    turn = tell(asked(Ask.HESITATION), Statement(said))[0]
    assert all(act.phrase != "would_help" for act in turn.move.acts)
