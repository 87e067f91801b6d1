# SPDX-License-Identifier: MPL-2.0
"""A conversation is counted as MITI 4.2.1 counts it; in doubt, a code is left out."""

from __future__ import annotations

import pytest

from bot.codebook import Talk
from bot.mi.fidelity import Exchange, as_text, measure, measure_all, miti_codes
from bot.mi.phrasebook import phrases


def exchange(reply: str, *codes: str, said: str | None = "jeg vil gerne ud", talk: tuple[Talk, ...] = ()) -> Exchange:
    return Exchange(said, frozenset(talk), (reply,), codes)


@pytest.mark.parametrize(("codes", "counted"), [
    (("simple_reflection",), ["SR"]),
    (("complex_reflection", "open_question"), ["CR", "Q"]),
    (("simple_reflection", "complex_reflection"), ["CR"]),
    (("open_question", "closed_question"), ["Q"]),
    (("giving_information", "seek_collaboration"), ["GI", "SEEK"]),
    (("affirm", "emphasize_autonomy"), ["AF", "EMPHASIZE"]),
    (("safety", "open_question"), []),
])
def test_a_turn_has_one_reflection_and_one_question_at_most(codes: tuple[str, ...], counted: list[str]) -> None:
    assert miti_codes(exchange("Du vil gerne ud at gå igen. Hvad så?", *codes)) == counted


def test_a_few_words_before_a_question_only_cue_it() -> None:
    assert miti_codes(exchange("Du siger 4. Hvad gør det til 4?", "simple_reflection", "open_question")) == ["Q"]
    assert miti_codes(exchange("Du siger 4.", "simple_reflection")) == ["SR"]


def test_affirmations_are_credited_three_times_at_most() -> None:
    profile = measure([exchange(f"Du gik tur nummer {n}, og det tæller.", "affirm") for n in range(6)])
    assert profile.codes["AF"] == 3


def test_the_ratios_are_those_of_the_counts() -> None:
    talk = [
        exchange("Hvad er vigtigt?", "open_question", said=None),
        exchange("Du vil gerne ud, og det er noget, du savner.", "complex_reflection", talk=(Talk.DESIRE,)),
        exchange("Du er træt om aftenen.", "simple_reflection", talk=(Talk.SUSTAIN,)),
        exchange("Du kan godt lide vandet. Hvad mere?", "simple_reflection", "open_question", talk=(Talk.REASON,)),
    ]
    profile = measure(talk)
    assert (profile.reflections, profile.codes["Q"]) == (3, 2)
    assert profile.reflections_to_questions == pytest.approx(1.5)
    assert profile.complex_share == pytest.approx(1 / 3)
    assert profile.most_question_marks == 1
    assert profile.without_question == 2
    assert profile.citizen_words == 12
    assert [profile.change_share(third) for third in range(3)] == [1, 0, 1]


def test_the_same_sentence_twice_is_counted_and_so_is_advice_in_the_bots_own_words() -> None:
    said = ("Tag dig god tid.", "Tag dig god tid. Du bør gå en tur.", "»Du bør«.")
    profile = measure([exchange(text) for text in said])
    assert profile.repeated == 1
    assert profile.inconsistent == 1


def test_answers_to_danger_are_left_out_of_codes_and_words() -> None:
    profile = measure([exchange("Ring 112. Er du i fare nu?", "safety")])
    assert (profile.codes.total(), profile.bot_words) == (0, 0)
    assert profile.question_marks == 1


def test_profiles_add_up() -> None:
    one = [exchange("Hvad nu?", "open_question")]
    two = [exchange("Du er træt.", "simple_reflection")]
    together = measure_all([one, two])
    assert (together.conversations, together.turns, together.codes["Q"], together.codes["SR"]) == (2, 2, 1, 1)
    assert len(together.lix) == 2


def test_the_page_of_figures_names_them_all_and_says_no_words() -> None:
    text = as_text(measure([exchange("Hvad nu med min hemmelighed?", "open_question", said="min hemmelighed")]))
    assert "R:Q" in text and "LIX" in text
    assert "hemmelighed" not in text


def test_every_phrase_is_coded_as_consistent_with_mi() -> None:
    said = "Du vil gerne noget mere end det her."
    assert all(miti_codes(exchange(said, phrase.code)) for phrase in phrases().values())
