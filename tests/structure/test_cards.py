# SPDX-License-Identifier: MPL-2.0
"""The cards that a peer may borrow are short, ask once at most, advise nobody and reproach nobody."""

from __future__ import annotations

import re

import pytest

from bot.web.cards import decks

LONGEST = 12
"""Words: a card is read in a glance."""
QUESTIONS = [card for deck in decks() for card in deck.questions]
REFLECTIONS = [card for deck in decks() for card in deck.reflections]
_ADVISES = re.compile(r"\b(?:hvorfor|burde|bør|skal du|du skal|må du|prøv at|du kan jo)\b", re.IGNORECASE)


def test_there_are_decks_for_the_four_processes() -> None:
    assert len(decks()) == 4 and all(len(deck.questions) >= 3 and len(deck.reflections) >= 3 for deck in decks())


@pytest.mark.parametrize("card", QUESTIONS + REFLECTIONS)
def test_a_card_is_short_and_neither_advises_nor_reproaches(card: str) -> None:
    assert len(card.split()) <= LONGEST and not _ADVISES.search(card)


@pytest.mark.parametrize("card", QUESTIONS)
def test_a_question_is_open_and_asks_once(card: str) -> None:
    assert card.count("?") == 1 and card.endswith("?")
    assert re.match(r"(?:Hv|Hvis )", card), "a question that begins with a verb can be answered with yes"


@pytest.mark.parametrize("card", REFLECTIONS)
def test_a_reflection_is_a_beginning_and_asks_nothing(card: str) -> None:
    assert "?" not in card and "…" in card


def test_no_card_comes_twice() -> None:
    assert len(set(QUESTIONS + REFLECTIONS)) == len(QUESTIONS + REFLECTIONS)
