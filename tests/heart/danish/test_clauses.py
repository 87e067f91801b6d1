# SPDX-License-Identifier: MPL-2.0
"""Holds that a message is cut where a clause begins, and that no word is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.danish.clauses import Kind, clauses
from bot.danish.mend import mend

CUT = {
    "jeg vil gerne ud men jeg tør ikke": ["jeg vil gerne ud", "men jeg tør ikke"],
    "jg ka ik sove og så er jeg smadret": ["jeg kan ikke sove", "og så er jeg smadret"],
    "når jeg vågner er jeg allerede træt": ["når jeg vågner", "er jeg allerede træt"],
    "hver gang jeg ringer tager de den ikke": ["hver gang jeg ringer", "tager de den ikke"],
    "Jeg drømmer om at blive mere stabil, så jeg kan komme i praktik og i fleksjob og få arbejde.": [
        "Jeg drømmer om at blive mere stabil",
        "så jeg kan komme i praktik og i fleksjob og få arbejde",
    ],
    "jeg vil gerne ud og gå en tur og købe ind": ["jeg vil gerne ud og gå en tur og købe ind"],
    "min søn og jeg skal på ferie": ["min søn og jeg skal på ferie"],
    "kommunen har sendt et brev som jeg ikke forstår": ["kommunen har sendt et brev som jeg ikke forstår"],
    "jeg har en ven der altid hjælper mig": ["jeg har en ven der altid hjælper mig"],
    "jeg ved ikke om jeg tør": ["jeg ved ikke om jeg tør"],
    "jeg håber jeg får svar": ["jeg håber jeg får svar"],
    "det er fordi jeg ikke tør": ["det er fordi jeg ikke tør"],
    "jeg er bange for at møde nogen for jeg ser ikke godt ud": [
        "jeg er bange for at møde nogen",
        "for jeg ser ikke godt ud",
    ],
    "jeg er så træt igen jeg kan ikke mere": ["jeg er så træt igen", "jeg kan ikke mere"],
    "Kom op kl. 8. Drengen var glad!!": ["Kom op kl. 8", "Drengen var glad"],
    "jeg fyldte 40 d. 3. maj og holdt fest": ["jeg fyldte 40 d", "3. maj og holdt fest"],
    "jeg sover kun, fordi jeg får piller": ["jeg sover kun", "fordi jeg får piller"],
    "Man holder det gående, mest fordi det er nemmest": [
        "Man holder det gående",
        "mest fordi det er nemmest",
    ],
}


@pytest.mark.parametrize(("message", "expected"), CUT.items())
def test_messages_are_cut_where_clauses_begin(message: str, expected: list[str]) -> None:
    assert [clause.text for clause in clauses(message)] == expected


@pytest.mark.parametrize(
    ("message", "links"),
    [
        ("jeg vil gerne men jeg tør ikke", [None, "men"]),
        ("jeg bliver vred og så råber jeg", [None, "og så"]),
        ("fordi jeg ikke kan sove", ["fordi"]),
        ("det er fint når bare jeg kan være i fred", [None, "når bare"]),
        ("hver gang jeg ringer tager de den ikke", ["hver gang", None]),
    ],
)
def test_each_clause_knows_the_link_it_hangs_on(message: str, links: list[str | None]) -> None:
    assert [clause.link for clause in clauses(message)] == links


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("jeg kan ikke sove", Kind.MAIN),
        ("vil gerne ud", Kind.MAIN),
        ("undskyld men jeg vil gerne stoppe nu", Kind.MAIN),
        ("i går gik jeg en tur", Kind.MAIN),
        ("hvis jeg tør", Kind.SUBORDINATE),
        ("kan du hjælpe mig", Kind.QUESTION),
        ("hvad mener du", Kind.QUESTION),
        ("er det sandt?", Kind.QUESTION),
        ("ring til mig", Kind.IMPERATIVE),
        ("ondt i ryggen", Kind.FRAGMENT),
    ],
)
def test_the_form_of_a_clause_is_told(message: str, kind: Kind) -> None:
    assert [clause.kind for clause in clauses(message)] == [kind]


SMALL_WORDS = (
    "jeg du det er har kan ikke men fordi så når hvis og at gerne træt , . ? mor min hjem der som nu"
)
MESSAGES = st.lists(st.sampled_from(SMALL_WORDS.split()), max_size=25).map(" ".join)


@given(MESSAGES | st.text(max_size=80))
def test_no_word_is_lost(message: str) -> None:
    kept = " ".join(clause.text for clause in clauses(message))
    assert re.findall(r"\w+", kept) == re.findall(r"\w+", mend(message))
