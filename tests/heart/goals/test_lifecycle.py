# SPDX-License-Identifier: MPL-2.0
"""The two tables of a goal's life hold together, and no sequence of acts leaves them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.goals.goal import Goal, WordingMissing
from bot.goals.lifecycle import (
    MOVES,
    WHOSE_TURN,
    Act,
    Actor,
    MoveNotAllowed,
    State,
    Turn,
    allowed_acts,
    as_markdown,
    next_state,
)
from tests.factories import MORNING, goal, goal_in

EVERY_STATE = pytest.mark.parametrize("state", list(State), ids=str)
WORDS = "Jeg sender en besked til min søster."


def test_every_state_says_whose_turn_it_is() -> None:
    assert set(WHOSE_TURN) == set(State)


@EVERY_STATE
def test_every_state_can_be_reached(state: State) -> None:
    assert state is State.DRAFT or state in MOVES.values()
    assert goal_in(state).state is state


@EVERY_STATE
def test_the_citizen_may_take_back_from_every_state(state: State) -> None:
    if state is State.WITHDRAWN:
        return
    assert next_state(state, Actor.CITIZEN, Act.TAKE_BACK) is State.WITHDRAWN


def test_nothing_more_is_done_with_what_was_taken_back() -> None:
    assert not [move for move in MOVES if move[0] is State.WITHDRAWN]


@EVERY_STATE
def test_whoever_has_the_turn_has_something_to_do(state: State) -> None:
    always = {Act.TAKE_BACK, Act.COMMENT, Act.NOT_MY_WISH}
    other_than_back = {actor: set(allowed_acts(state, actor)) - always for actor in Actor}
    turn = WHOSE_TURN[state]
    assert bool(other_than_back[Actor.CITIZEN]) is (turn in (Turn.CITIZEN, Turn.BOTH))
    assert bool(other_than_back[Actor.STAFF]) is (turn in (Turn.STAFF, Turn.BOTH))


@EVERY_STATE
def test_both_sides_are_told_of_exactly_the_acts_that_work(state: State) -> None:
    for actor in Actor:
        allowed = set(allowed_acts(state, actor))
        for act in Act:
            if act in allowed:
                assert next_state(state, actor, act) in State
            else:
                with pytest.raises(MoveNotAllowed):
                    next_state(state, actor, act)


def test_staff_never_move_a_goal_to_active_or_change_its_words_after_the_citizen_shared_no_more() -> None:
    staffs = {(state, act): after for (state, actor, act), after in MOVES.items() if actor is Actor.STAFF}
    to_active = {state for (state, _), after in staffs.items() if after is State.ACTIVE}
    assert to_active == {State.PAUSED, State.ACTIVE}, "what is active stays so, and what rested goes on"
    assert {state for state, act in staffs if act is Act.SUGGEST} == {State.SHARED, State.ACTIVE, State.PAUSED}
    assert {after for (_, act), after in staffs.items() if act is Act.SUGGEST} == {State.SUGGESTED}
    assert not [state for state, act in staffs if state in (State.DRAFT, State.WITHDRAWN)]


def test_a_shared_goal_cannot_be_changed_by_staff_only_suggested() -> None:
    shared = goal_in(State.SHARED)
    with pytest.raises(MoveNotAllowed):
        shared.apply(Actor.STAFF, Act.OWN_WORDING, MORNING, WORDS)
    assert shared.wording == goal().wording


def test_the_page_of_states_names_every_state_and_every_move() -> None:
    page = as_markdown()
    assert all(f"| `{state}` | {WHOSE_TURN[state]} |" in page for state in State)
    assert all(f"| `{state}` | {actor} | {act} | `{after}` |" in page for (state, actor, act), after in MOVES.items())


# The yeses


def test_a_suggestion_needs_the_citizens_yes_to_that_wording() -> None:
    suggested = goal_in(State.SUGGESTED)
    assert (suggested.citizen_yes, suggested.staff_yes, suggested.wording_number) == (1, 2, 2)
    assert not suggested.both_said_yes
    suggested.apply(Actor.CITIZEN, Act.YES, MORNING)
    assert suggested.both_said_yes


def test_the_citizens_own_wording_needs_the_yes_of_staff_again() -> None:
    agreed = goal_in(State.AGREED)
    agreed.apply(Actor.CITIZEN, Act.OWN_WORDING, MORNING, WORDS)
    assert (agreed.state, agreed.both_said_yes, agreed.wording) == (State.SHARED, False, WORDS)


def test_a_wish_is_never_changed_by_what_happens_to_the_wording() -> None:
    suggested = goal_in(State.SUGGESTED)
    assert suggested.wish == goal().wish
    assert suggested.wording != goal().wording


@pytest.mark.parametrize(("state", "actor", "act"), [
    (State.SHARED, Actor.STAFF, Act.SUGGEST), (State.SHARED, Actor.STAFF, Act.ASK),
    (State.SHARED, Actor.STAFF, Act.NOT_NOW), (State.SUGGESTED, Actor.CITIZEN, Act.OWN_WORDING),
    (State.ASKED, Actor.CITIZEN, Act.REPLY),
])
def test_an_act_that_needs_words_changes_nothing_without_them(state: State, actor: Actor, act: Act) -> None:
    before, now = goal_in(state), goal_in(state)
    with pytest.raises(WordingMissing):
        now.apply(actor, act, MORNING, "  ", "\n")
    assert now == before


# Any sequence of acts

ANY_WORDS = some.sampled_from(["", WORDS])
ACTS = some.lists(some.tuples(some.sampled_from(Actor), some.sampled_from(Act), ANY_WORDS), max_size=25)
LIKELY = some.lists(some.tuples(some.sampled_from(range(8)), ANY_WORDS), max_size=25)


def check(made: Goal, actor: Actor, act: Act, words: str) -> None:
    before, history = made.state, list(made.history)
    try:
        made.apply(actor, act, MORNING, words, words)
    except (MoveNotAllowed, WordingMissing):
        assert (made.state, made.history) == (before, history)
        return
    assert made.state is MOVES[before, actor, act]
    assert made.history[:-1] == history
    assert (made.version, made.history[-1].version) == (len(history) + 1, len(history) + 1)
    if made.state is State.ACTIVE:
        assert made.citizen_yes == made.staff_yes == made.wording_number


@given(ACTS)
def test_no_sequence_of_acts_leaves_the_table(acts: list[tuple[Actor, Act, str]]) -> None:
    made = goal()
    for actor, act, words in acts:
        check(made, actor, act, words)


@given(LIKELY)
def test_no_sequence_of_allowed_acts_starts_a_goal_without_both_yeses(choices: list[tuple[int, str]]) -> None:
    made = goal()
    for number, words in choices:
        moves = [(actor, act) for state, actor, act in MOVES if state is made.state and act is not Act.TAKE_BACK]
        if not moves:
            return
        actor, act = moves[number % len(moves)]
        check(made, actor, act, words)
