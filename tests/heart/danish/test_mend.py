# SPDX-License-Identifier: MPL-2.0
"""Holds that mending helps common words, leaves all others, and changes nothing the second time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.danish.mend import SPELLINGS, mend


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jg vil gærne ha mere ro på", "jeg vil gerne have mere ro på"),
        ("jei ka ik finde ud af det", "jeg kan ikke finde ud af det"),
        ("Jg vil", "Jeg vil"),
        ("troede jeg sku kaste op", "troede jeg skulle kaste op"),
        ("det er sku hårdt", "det er sgu hårdt"),
        ("ha ha det var sjovt", "ha ha det var sjovt"),
        ("gik en tur m naboens hund", "gik en tur med naboens hund"),
        ("jeg gik 100 m i dag", "jeg gik 100 m i dag"),
        ("vær gang det sker", "hver gang det sker"),
        ("vis jeg tør", "hvis jeg tør"),
        ("en vis ro", "en vis ro"),
        ("jeg ku godt tænke mig og få en hund", "jeg kunne godt tænke mig at få en hund"),
        ("jeg går til og fra", "jeg går til og fra"),
        ("jeg syntes det er svært", "jeg synes det er svært"),
        ("jeg syntes det var svært", "jeg syntes det var svært"),
        ("selv om jeg er træt", "selvom jeg er træt"),
        ("kl 9 imorgen", "kl 9 i morgen"),
        ("min søn i aarhus", "min søn i aarhus"),
        ("han sae noget om trapen", "han sae noget om trappen"),
        ("super 💪💪 :) <3", "super"),
        ("hvad???!!", "hvad?"),
        ("ja!!!!", "ja!"),
        ("tja....", "tja…"),
        ("hej  ,  jeg   er her", "hej, jeg er her"),
        ("2,5 time", "2,5 time"),
        ("", ""),
    ],
)
def test_chat_becomes_readable_danish(text: str, expected: str) -> None:
    assert mend(text) == expected


@pytest.mark.parametrize(
    "word", ["dej", "sej", "os", "far", "nar", "maj", "kunde", "vist", "hr", "m", "i", "sagde"]
)
def test_real_words_are_left_alone(word: str) -> None:
    assert mend(f"en {word}") == f"en {word}"


def test_no_repair_needs_repair() -> None:
    assert not {right for right in SPELLINGS.values() if mend(right) != right}


CHAT = st.lists(
    st.sampled_from(
        [*SPELLINGS, "vis", "jeg", "m", "sku", "ha", "o", "li", "nu", ",", "..", ":)", "💪", "og", "få"]
    )
)


@given(CHAT.map(" ".join) | st.text(max_size=100))
def test_mending_twice_changes_nothing_more(text: str) -> None:
    assert mend(mend(text)) == mend(text)
