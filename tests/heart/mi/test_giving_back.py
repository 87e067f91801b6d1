# SPDX-License-Identifier: MPL-2.0
"""Reflections, affirmations and summaries give the citizen's own words back in du-form, and add nothing."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from bot.codebook import Intent, Talk
from bot.mi.conversation import Ask, Heard
from bot.mi.phrasebook import phrases
from bot.mi.summaries import summary
from tests.factories import (
    HARD,
    NOTHING_MORE,
    REASON,
    STRENGTH,
    asked,
    conversation,
    rating,
    statement,
    tell,
    with_a_wish,
)

FIRST_PERSON = re.compile(r"\b(?:jeg|mig|min|mit|mine)\b", re.IGNORECASE)


@pytest.mark.parametrize(("said", "given"), [
    ("Jeg savner min bror", "Du savner din bror"),
    ("Jeg bor alene med mine to katte", "Du bor alene med dine to katte"),
    ("Min mor ringer til mig hver dag", "Din mor ringer til dig hver dag"),
])
def test_what_was_said_is_given_back_in_du_form(said: str, given: str) -> None:
    turn = tell(asked(Ask.ENGAGE), statement(said, Talk.REASON))[0]
    assert turn.text.startswith(given)


@pytest.mark.parametrize("said", [
    "Jeg vil gerne ud, men jeg tør ikke tage bussen",
    "Jeg vil gerne have et arbejde, men jeg kan ikke overskue mange mennesker",
    "Jeg kan ikke komme op om morgenen, men jeg vil gerne i gang igen",
])
def test_of_two_sides_the_change_is_said_last(said: str) -> None:
    turn = tell(asked(Ask.ENGAGE), statement(said, Talk.DESIRE, Talk.SUSTAIN))[0]
    act = turn.move.acts[0]
    assert act.phrase == "two_sides"
    assert "ikke" in act.own["against"] and "gerne" in act.own["towards"]
    assert turn.text.index("ikke") < turn.text.index("gerne")
    assert not FIRST_PERSON.search(turn.text.split("?")[0])


@pytest.mark.parametrize("said", [
    "Jeg er en idiot, der aldrig kan finde ud af noget", "jeg er en værdiløs taber",
])
def test_harsh_words_about_oneself_are_not_given_back(said: str) -> None:
    turn = tell(asked(Ask.ENGAGE), statement(said, Talk.SUSTAIN))[0]
    assert "idiot" not in turn.text and "taber" not in turn.text


@pytest.mark.parametrize("said", [
    "En god dag er når jeg har været ude", "Det er fordi jeg er så træt", "Hvis jeg nu bare kunne sove",
    "Det bedste er når jeg får besøg",
])
def test_half_a_thought_is_not_given_back(said: str) -> None:
    """A sentence that stops at its verb says nothing, or something else than the citizen said."""
    turn = tell(asked(Ask.ENGAGE), statement(said, Talk.REASON))[0]
    assert not re.match(r"[^.?]{1,30}\b(?:er|fordi|når|hvis|at)\.", turn.text), turn.text


def test_the_same_words_are_not_given_back_twice() -> None:
    talk = asked(Ask.ENGAGE)
    turns = tell(talk, REASON, REASON, REASON)
    assert sum("betyder alt" in turn.text for turn in turns) == 1


def test_what_was_done_and_what_was_managed_are_affirmed_sparingly() -> None:
    talk = conversation(asked=Ask.ENGAGE)
    told = [
        "Jeg gik en tur i mandags", "Jeg ringede til min læge i går", "Jeg har vasket op hver dag",
        "Jeg var nede og handle selv", "Jeg ryddede op i køkkenet", "Jeg har svaret på et brev fra banken",
        "Jeg har malet et billede", "Jeg har cyklet til stranden", "Jeg har bagt et brød", "Jeg læste en hel bog",
        "Jeg har taget bussen alene", "Jeg tog til koncert i lørdags", "Jeg har plantet tomater",
        "Jeg har betalt min husleje", "Jeg var til møde i tirsdags", "Jeg har lært en ny sang",
    ]
    turns = tell(talk, *(statement(text, Talk.TAKING_STEPS) for text in told))
    numbers = [
        number for number, turn in enumerate(turns) if any(act.phrase.startswith("affirm_") for act in turn.move.acts)
    ]
    assert len(numbers) == talk.affirmed == 2
    assert all(later - earlier >= 6 for earlier, later in pairwise(numbers))


def test_an_affirmation_says_what_the_citizen_did() -> None:
    turn = tell(asked(Ask.ENGAGE), statement("Jeg ringede til min læge i går", Talk.TAKING_STEPS))[0]
    assert turn.move.acts[0].phrase == "affirm_taking_steps"
    assert turn.text.startswith("Du ringede til din læge i går")


def test_the_summary_before_planning_holds_wish_reason_and_strength() -> None:
    talk = with_a_wish(asked=Ask.ANYTHING_ELSE, confidence=6.0, has_asked=set(Ask) - {Ask.PERMISSION})
    turn = tell(talk, NOTHING_MORE)[0]
    assert [act.phrase for act in turn.move.acts] == ["summary_3", Ask.PERMISSION]
    parts = ["se din søster noget mere", "betyder alt for dig", "ringe til din søster hver søndag"]
    assert [turn.text.casefold().find(part) for part in parts] == sorted(
        turn.text.casefold().find(part) for part in parts
    )
    assert all(part in turn.text.casefold() for part in parts)


def test_a_summary_is_one_sentence_without_capitals_inside_it() -> None:
    talk = with_a_wish(asked=Ask.ANYTHING_ELSE, confidence=6.0, has_asked=set(Ask) - {Ask.PERMISSION})
    talk.heard[1] = Heard("Så ville jeg ikke være alene", "Så ville du ikke være alene", frozenset({Talk.REASON}), 2)
    told = tell(talk, NOTHING_MORE)[0].text
    assert not re.search(r", [A-ZÆØÅ]", told), told


def test_the_sides_of_an_ambivalence_have_no_capital_inside_the_sentence() -> None:
    said = statement("Jeg vil gerne ud, men jeg tør ikke tage bussen", Talk.DESIRE, Talk.SUSTAIN)
    turn = tell(asked(Ask.ENGAGE), said)[0]
    assert not re.search(r", og [A-ZÆØÅ]", turn.text), turn.text


def test_nothing_heard_gives_no_summary() -> None:
    assert summary(conversation()) == []


def test_a_few_words_that_the_grammar_does_not_master_are_quoted() -> None:
    talk = asked(Ask.ENGAGE, meanings=dict.fromkeys(phrases(), 9))
    turn = tell(talk, statement("våd sok", Talk.ACTIVATION))[0]
    assert "»våd sok«" in turn.text.casefold()


@pytest.mark.parametrize("said", [statement("hvad koster det?", Intent.SHARE), statement("nå", Intent.SHARE)])
def test_a_question_or_a_single_word_is_not_quoted(said: object) -> None:
    turn = tell(asked(Ask.ENGAGE), said)[0]  # type: ignore[arg-type]
    assert "»" not in turn.text


@pytest.mark.parametrize("said", [HARD, REASON, STRENGTH])
def test_no_reflection_opens_with_a_stock_phrase(said: object) -> None:
    turn = tell(asked(Ask.WHAT_MATTERS), said)[0]  # type: ignore[arg-type]
    assert not re.match(r"(?:det lyder som|så du siger|jeg hører)", turn.text, re.IGNORECASE)


def test_a_strength_that_the_grammar_is_unsure_of_is_given_back_in_the_citizens_own_words() -> None:
    talk = with_a_wish(asked=Ask.STRENGTHS, has_asked={Ask.STRENGTHS}, affirmed=2)
    turn = tell(talk, statement("fordi Bo plejer at holde hovedet koldt derude ik", Talk.ABILITY))[0]
    assert "»Bo plejer at holde hovedet koldt" in turn.text


def test_what_was_not_done_is_no_strength() -> None:
    talk = with_a_wish(asked=Ask.STRENGTHS, has_asked={Ask.STRENGTHS})
    turn = tell(talk, statement("det er brevet fra boligforeningen. jeg har ikke åbnet det"))[0]
    assert not {act.phrase for act in turn.move.acts} & {"meaning_ability", "affirm_ability"}


@pytest.mark.parametrize("said", [
    "det ved jeg vel", "Det var da et sært svar, synes jeg", "ikk mere, ellers bliver jeg sur"])
def test_a_remark_on_the_talk_is_not_quoted(said: str) -> None:
    assert "»" not in tell(asked(Ask.ANYTHING_ELSE), statement(said, Talk.REASON))[0].text


def test_to_somebody_who_writes_whole_sentences_the_question_may_come_in_one_breath() -> None:
    talk = with_a_wish(turn=7, asked=Ask.IMPORTANCE, has_asked={Ask.IMPORTANCE}, importance=None)
    assert " – h" in tell(talk, statement("8", Intent.RATE))[0].text


def test_a_number_is_met_in_words_and_a_low_one_is_left_as_it_is() -> None:
    for number, keys in ((8, ["importance_high"]), (5, ["importance_some"]), (2, [])):
        talk = with_a_wish(asked=Ask.IMPORTANCE, has_asked={Ask.IMPORTANCE}, importance=None)
        acts = tell(talk, rating(number))[0].move.acts
        assert [act.phrase for act in acts[:-1]] == keys


def test_a_long_talk_rests_once_and_then_asks() -> None:
    talk = with_a_wish(turn=14, rests_in_a_row=1, kinds_told={"desire": 1})
    assert tell(talk, statement("Jeg har en hund og en kat derhjemme"))[0].move.ask is not None
