# SPDX-License-Identifier: MPL-2.0
"""LIX and the ends of sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.danish.readability import lix, sentences


@pytest.mark.parametrize(
    ("texts", "score"),
    [
        ([], 0.0),
        (["", "🙂"], 0.0),
        (["Jeg går en tur."], 4.0),
        (["Jeg går en tur. Det er godt."], 3.5),
        (["Kommunen sender breve."], 3 + 100 / 3),
        (["Jeg går en tur", "Det er godt"], 3.5),
        (["Ring kl. 9 til lægen."], 5.0),
    ],
)
def test_lix_is_words_per_sentence_plus_the_share_of_long_words(texts: list[str], score: float) -> None:
    assert lix(texts) == pytest.approx(score)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Hej. Hvordan går det? Godt!", ["Hej.", "Hvordan går det?", "Godt!"]),
        ("Vi ses d. 3. maj kl. 9. Tag kaffe med.", ["Vi ses d. 3. maj kl. 9.", "Tag kaffe med."]),
        ("første linje\nanden linje", ["første linje", "anden linje"]),
        ("Du kan f.eks. gå en tur", ["Du kan f.eks. gå en tur"]),
        ("øh… ja", ["øh…", "ja"]),
        ("!!!", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(max_size=200))
def test_lix_of_anything_is_a_number_from_zero(text: str) -> None:
    assert lix([text]) >= 0
