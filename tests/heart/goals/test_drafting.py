# SPDX-License-Identifier: MPL-2.0
"""A draft keeps the citizen's words as they were written, and is empty where nothing was said."""

from __future__ import annotations

from dataclasses import fields

import pytest

from bot.codebook import Theme
from bot.goals.drafting import NothingConfirmed, Said, draft
from bot.goals.goal import Details, Quote
from bot.goals.lifecycle import Actor, State
from tests.factories import MORNING

WORDING = "Jeg ringer til min søster på søndag."


def said(**changes: object) -> Said:
    return Said(**{"citizen_id": "borger", "conversation_id": "samtale", "wording": WORDING, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["jeg vil gerne se min søsder nået mere!!", "  en hund ", "»ro«\nog fred"])
def test_the_wish_is_kept_letter_by_letter(text: str) -> None:
    made = draft(said(wish=Quote(text, 4)), "mål", MORNING, "engine 1")
    assert made.wish == Quote(text, 4)


def test_the_wording_is_the_one_that_was_confirmed() -> None:
    made = draft(said(step="Jeg ringer", when="på mandag"), "mål", MORNING, "engine 1")
    assert made.wording == WORDING


def test_what_was_not_said_is_empty() -> None:
    made = draft(said(), "mål", MORNING, "engine 1")
    assert (made.wish, made.theme, made.details) == (None, None, Details())


@pytest.mark.parametrize(("name", "value"), [
    ("step", "Jeg ringer"), ("when", "på søndag"), ("with_whom", "alene"), ("sign", "hun bliver glad"), ("sure", 7.5),
    ("importance", 0.0), ("confidence", 6.0),
])
def test_what_was_said_stands_in_the_draft_and_nothing_else(name: str, value: object) -> None:
    details = draft(said(**{name: value}), "mål", MORNING, "engine 1").details
    assert getattr(details, name) == value
    empty = Details()
    others = [field.name for field in fields(Details) if field.name not in (name, "origins")]
    assert all(getattr(details, other) == getattr(empty, other) for other in others)


def test_the_newest_three_reasons_are_kept_each_once() -> None:
    quotes = tuple(Quote(f"grund {turn}", turn) for turn in (1, 2, 2, 3, 4))
    made = draft(said(motivation=quotes, theme=Theme.RELATIONS), "mål", MORNING, "engine 1")
    assert [quote.turn for quote in made.details.motivation] == [2, 3, 4]
    assert made.theme is Theme.RELATIONS


@pytest.mark.parametrize("wording", ["", "  ", "\n"])
def test_without_a_wording_there_is_no_draft(wording: str) -> None:
    with pytest.raises(NothingConfirmed):
        draft(said(wording=wording), "mål", MORNING, "engine 1")


def test_a_draft_begins_with_the_citizens_yes_and_nobody_elses() -> None:
    made = draft(said(), "mål", MORNING, "engine 1")
    assert (made.state, made.citizen_yes, made.staff_yes, made.both_said_yes) == (State.DRAFT, 1, None, False)
    assert [(change.actor, change.act, change.at, change.wording) for change in made.history] == [
        (Actor.CITIZEN, "confirm", MORNING, WORDING)
    ]
    assert made.made_by == "engine 1"
