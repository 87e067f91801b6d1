# SPDX-License-Identifier: MPL-2.0
"""Hints for staff: each criterion met, missed or not told, with a question where there is something to ask."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.goals.goal import Goal, Quote
from bot.goals.lifecycle import Act, Actor, State
from bot.goals.quality import Criterion, Hint, hints
from tests.factories import MORNING, goal_in


def goal_of(wording: str, **details: object) -> Goal:
    """A draft with this wording, of which nothing else was said but what is given."""
    made = goal_in(State.DRAFT)
    made.wording = wording
    made.details = replace(made.details, when="", sure=None, confidence=None, motivation=(), sign="", **details)  # type: ignore[arg-type]
    return made


def hint(goal: Goal, criterion: Criterion) -> Hint:
    """The hint about this criterion."""
    return next(each for each in hints(goal) if each.criterion is criterion)


def test_every_criterion_is_looked_at_once_and_in_order() -> None:
    assert [each.criterion for each in hints(goal_of("Jeg ringer til Bo."))] == list(Criterion)


@pytest.mark.parametrize("wording", [
    "På tirsdag kører jeg med bus 5 et stop sammen med min bostøtte.", "Jeg skriver til Line.",
    "Jeg går en tur med hunden hver morgen.", "Jeg lægger tøjet frem om aftenen.",
    "Jeg spørger bageren, om jeg må prøve.",
])
def test_what_one_can_see_is_specific_and_measurable(wording: str) -> None:
    goal = goal_of(wording)
    assert hint(goal, Criterion.SPECIFIC).met and hint(goal, Criterion.MEASURABLE).met


@pytest.mark.parametrize("wording", [
    "Jeg arbejder på at passe på mig selv.", "Jeg bliver bedre til at sige nej.", "Jeg får styr på min økonomi.",
    "Jeg tænker mere positivt.", "Jeg får struktur på min hverdag.", "Jeg har det bedre med mig selv.",
    "Jeg kommer videre i mit liv.", "Jeg prøver at være gladere.",
])
def test_what_nobody_can_see_is_neither_and_has_a_question(wording: str) -> None:
    goal = goal_of(wording)
    assert hint(goal, Criterion.SPECIFIC).met is False and hint(goal, Criterion.MEASURABLE).met is False
    assert hint(goal, Criterion.SPECIFIC).question.endswith("?")


def test_a_sign_of_the_citizens_own_makes_a_vague_one_measurable() -> None:
    made = goal_of("Jeg får mere ro.")
    made.details = replace(made.details, sign="jeg sover til klokken seks")
    assert hint(made, Criterion.MEASURABLE).met


def test_accepted_is_the_citizens_yes_to_the_wording_that_stands() -> None:
    made = goal_in(State.SHARED)
    assert hint(made, Criterion.ACCEPTED).met
    made.apply(Actor.STAFF, Act.SUGGEST, MORNING, "Jeg går en tur.")
    assert hint(made, Criterion.ACCEPTED).met is False


@pytest.mark.parametrize(("sure", "met"), [(None, None), (6.0, False), (7.0, True), (10.0, True)])
def test_realistic_goes_by_the_citizens_own_number(sure: float | None, met: bool | None) -> None:
    made = goal_of("Jeg ringer til Bo på mandag.")
    made.details = replace(made.details, sure=sure)
    assert hint(made, Criterion.REALISTIC).met is met


@pytest.mark.parametrize("wording", ["Jeg får et job.", "Jeg holder helt op med at ryge.", "Jeg flytter til Aarhus."])
def test_a_large_step_is_asked_to_be_smaller(wording: str) -> None:
    asked = hint(goal_of(wording.replace("holder helt op", "vil helt holde op")), Criterion.REALISTIC)
    assert asked.met is False and "lille" in asked.question


def test_relevant_needs_a_wish() -> None:
    made = goal_of("Jeg ringer til koret på mandag.")
    assert hint(replace(made, wish=None), Criterion.RELEVANT).met is None
    assert hint(replace(made, wish=Quote("jeg vil gerne synge i kor igen, koret på skolen", 2)), Criterion.RELEVANT).met


@pytest.mark.parametrize(("wording", "met"), [
    ("På mandag ringer jeg til Bo.", True), ("Jeg ringer til Bo klokken ti.", True), ("Jeg går en tur hver dag.", True),
    ("Jeg ringer til Bo.", False),
])
def test_time_bound_is_a_time_in_the_words(wording: str, met: bool) -> None:
    assert hint(goal_of(wording), Criterion.TIME_BOUND).met is met


@pytest.mark.parametrize(("wording", "met"), [
    ("Jeg øger mit funktionsniveau.", False), ("Jeg går en tur.", True),
    ("Jeg " + "går en tur og " * 12 + "sover.", False),
])
def test_everyday_is_short_and_without_words_of_the_office(wording: str, met: bool) -> None:
    assert hint(goal_of(wording), Criterion.EVERYDAY).met is met


def test_own_words_are_those_that_the_citizen_used() -> None:
    made = goal_in(State.SHARED)
    assert hint(made, Criterion.OWN_WORDS).met
    made.apply(Actor.STAFF, Act.SUGGEST, MORNING, "Jeg deltager ugentligt i netværksgruppens aktiviteter.")
    assert hint(made, Criterion.OWN_WORDS).met is False


def test_no_hint_blames_or_orders() -> None:
    for wording in ("Jeg får styr på det hele.", "Jeg får et job.", "Jeg ringer."):
        for each in hints(goal_of(wording)):
            assert each.reason.endswith(".") and (each.met is not False or each.question.endswith("?"))
            assert not {"skal", "burde", "forkert", "fejl"} & set(each.reason.casefold().split())
