# SPDX-License-Identifier: MPL-2.0
"""What is read out of a citizen's words, where each detail comes from, and what a version changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.goals import fields
from bot.goals.drafting import Said, draft
from bot.goals.goal import FieldOrigin, Kind, Origin, Quote
from bot.goals.versions import Fate, difference, with_differences
from tests.factories import MORNING


@pytest.mark.parametrize(("text", "expected"), [
    ("jeg vil gå en tur hver dag", "hver dag"), ("to gange om ugen", "to gange om ugen"),
    ("på tirsdag", ""), ("det går", ""),
])
def test_how_often_is_read_as_it_was_said(text: str, expected: str) -> None:
    assert fields.how_often(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("jeg går ned på biblioteket med min nabo", "biblioteket"), ("jeg ringer til min mor", ""),
    ("hjemme i køkkenet", "køkkenet"),
])
def test_where_is_read_as_it_was_said(text: str, expected: str) -> None:
    assert fields.where(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("hvis bussen er fuld, så tager jeg den næste", "hvis bussen er fuld, så tager jeg den næste"),
    ("jeg gør det hvis jeg tør", ""), ("så går jeg hjem", ""),
])
def test_a_plan_for_what_may_come_in_the_way_has_both_halves(text: str, expected: str) -> None:
    assert fields.if_then(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("jeg vil gerne have hjælp til at åbne brevene", "hjælp til at åbne brevene"),
    ("kan du gå med ind", "gå med ind"), ("jeg gør det selv", ""),
])
def test_help_is_what_was_asked_for(text: str, expected: str) -> None:
    assert fields.support(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("jeg vil beholde min lejlighed", Kind.KEEP), ("jeg vil blive ved med at cykle", Kind.KEEP),
    ("jeg vil undgå at blive indlagt", Kind.LIMIT_LOSS), ("jeg vil ikke miste ham", Kind.LIMIT_LOSS),
    ("jeg vil have en hund", None),
])
def test_the_kind_is_told_only_where_the_words_tell_it(text: str, expected: Kind | None) -> None:
    assert fields.kind_of(text) is expected


def test_each_detail_knows_where_it_comes_from() -> None:
    said = Said(
        "borger", "samtale", "Jeg går på biblioteket på tirsdag.", wish=Quote("jeg vil beholde min hund", 2),
        step="Jeg går på biblioteket", when="på tirsdag", sign="jeg er glad bagefter", hard=Quote("der er så langt", 3),
        answers=(Quote("gå på biblioteket hver uge, hvis det regner, så tager jeg bussen", 7),),
        turns={"step": 7, "when": 8, "sign": 9},
    )
    details = draft(said, "mål", MORNING, "engine 1").details
    assert details.origins == {
        "step": FieldOrigin(Origin.CONFIRMED, 7), "when": FieldOrigin(Origin.CONFIRMED, 8),
        "sign": FieldOrigin(Origin.SAID, 9), "obstacle": FieldOrigin(Origin.SAID, 3),
        "how_often": FieldOrigin(Origin.SAID, 7), "where": FieldOrigin(Origin.CONFIRMED, 7),
        "if_then": FieldOrigin(Origin.SAID, 7), "kind": FieldOrigin(Origin.SAID, 2),
    }
    assert (details.how_often, details.where, details.support) == ("hver uge", "biblioteket", "")


def test_nothing_is_read_out_of_words_that_do_not_hold_it() -> None:
    details = draft(Said("b", "s", "Jeg ringer."), "mål", MORNING, "engine 1").details
    assert not any((details.how_often, details.where, details.support, details.if_then, details.obstacle, details.kind))
    assert details.origins == {}


WORDS = some.lists(some.sampled_from(["jeg", "går", "en", "tur", "på", "tirsdag", "med", "min", "hund"]), max_size=9)


@given(WORDS, WORDS)
def test_a_difference_holds_all_words_of_both(before: list[str], after: list[str]) -> None:
    pieces = difference(" ".join(before), " ".join(after))
    old = [word for piece in pieces if piece.fate is not Fate.ADDED for word in piece.text.split()]
    new = [word for piece in pieces if piece.fate is not Fate.REMOVED for word in piece.text.split()]
    assert (old, new) == (before, after)


def test_a_version_that_changed_no_words_differs_in_nothing() -> None:
    made = draft(Said("b", "s", "Jeg ringer."), "mål", MORNING, "engine 1")
    assert [pieces for _, pieces in with_differences(made.history)] == [()]
