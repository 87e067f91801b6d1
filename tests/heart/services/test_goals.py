# SPDX-License-Identifier: MPL-2.0
"""Sharing, reviewing and answering goals: who may do what, and that a failed act leaves no trace."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from bot.accounts import Staff
from bot.goals.finding import Wanted
from bot.goals.goal import Goal
from bot.goals.lifecycle import Act, State
from bot.services import finding, goals
from bot.services.errors import (
    DeskError,
    ForeignQuote,
    GoalNotThere,
    NothingToShare,
    TextNeeded,
    UnknownConversation,
    UnknownGoal,
)
from tests.factories import REASON, WISH, Broken, goal_in
from tests.heart.services.houses import House


@dataclass
class Desk(House):
    """A citizen with a conversation, the member of staff who invited them, and another who did not."""

    karen: Staff = field(init=False)
    stranger: Staff = field(init=False)
    talk_id: str = field(init=False)
    citizen_id: str = field(init=False)

    def __post_init__(self) -> None:
        self.karen, self.stranger = self.staff("Karen"), self.staff("Bo")
        self.talk_id = self.talk(self.karen).id
        self.citizen_id = self.store.kept.talks[self.talk_id].citizen_id

    def has(self, state: State, goal_id: str = "mål") -> str:
        made = goal_in(state, goal_id, conversation_id=self.talk_id, citizen_id=self.citizen_id)
        self.store.kept.goals[goal_id] = made
        return goal_id

    def share(self, goal_ids: list[str], quotes: list[int] | None = None) -> list[Goal]:
        return goals.share(self.store, self.clock, self.talk_id, goal_ids, quotes or [])

    def review(self, goal_id: str, act: Act, staff: Staff | None = None, wording: str = "", reason: str = "") -> Goal:
        words = goals.Words(wording, reason)
        return goals.review(self.store, self.clock, staff or self.karen, goal_id, act, words)

    def answer(self, goal_id: str, act: Act, **words: str) -> Goal:
        return goals.answer(self.store, self.clock, self.talk_id, goal_id, act, goals.Words(**words))

    def refuses(self, error: type[DeskError], act: Callable[[], object]) -> None:
        """The act fails, and nothing of it is kept: no state, no version, no line."""
        before = self.store.state()
        with pytest.raises(error):
            act()
        assert self.store.differs_in(before) == set()

    def kept(self, goal_id: str = "mål") -> Goal:
        return self.store.kept.goals[goal_id]


@pytest.fixture
def desk() -> Desk:
    return Desk()


# Sharing


def test_a_shared_draft_is_noted_and_seen_by_staff(desk: Desk) -> None:
    desk.share([desk.has(State.DRAFT)])
    assert desk.kept().state is State.SHARED
    assert desk.acts()[-1] == "goal.share"
    assert [goal.id for goal in finding.list_for_staff(desk.store, desk.clock, desk.karen, Wanted()).goals] == ["mål"]


def test_a_share_names_something(desk: Desk) -> None:
    desk.refuses(NothingToShare, lambda: desk.share([]))


@pytest.mark.parametrize("state", [state for state in State if state is not State.DRAFT], ids=str)
def test_only_a_draft_is_shared(desk: Desk, state: State) -> None:
    desk.has(state)
    desk.refuses(GoalNotThere, lambda: desk.share(["mål"]))


def test_a_share_of_two_is_both_or_none(desk: Desk) -> None:
    desk.has(State.DRAFT, "et")
    desk.has(State.ACTIVE, "to")
    desk.refuses(GoalNotThere, lambda: desk.share(["et", "to"]))


@pytest.mark.parametrize("quotes", [[0], [7], [1, 7], [-1]])
def test_only_the_citizens_own_messages_of_this_talk_are_quoted(desk: Desk, quotes: list[int]) -> None:
    desk.say(desk.talk_id, WISH)
    desk.has(State.DRAFT)
    desk.refuses(ForeignQuote, lambda: desk.share(["mål"], quotes))


def test_nobody_shares_the_goal_of_another_talk(desk: Desk) -> None:
    desk.has(State.DRAFT)
    other = desk.talk(desk.karen).id
    desk.refuses(UnknownGoal, lambda: goals.share(desk.store, desk.clock, other, ["mål"], []))
    desk.refuses(UnknownConversation, lambda: goals.share(desk.store, desk.clock, "ukendt", ["mål"], []))


def test_only_the_chosen_quotes_are_read_by_staff(desk: Desk) -> None:
    desk.say(desk.talk_id, WISH, REASON)
    desk.share([desk.has(State.DRAFT)], [2])
    quotes = finding.read_for_staff(desk.store, desk.clock, desk.karen, "mål")[1]
    assert quotes == [finding.Told(2, REASON.text)], "what was asked before may hold words that were not shared"


def test_a_quote_shows_what_was_asked_where_the_turn_before_is_shared_too(desk: Desk) -> None:
    desk.say(desk.talk_id, WISH, REASON)
    desk.share([desk.has(State.DRAFT)], [1, 2])
    first, second = finding.read_for_staff(desk.store, desk.clock, desk.karen, "mål")[1]
    turns = desk.store.kept.turns[desk.talk_id]
    assert first.asked == turns[0].replies[0].text
    assert second.asked == " ".join(reply.text for reply in turns[1].replies)


def test_a_goal_shared_without_quotes_shows_none(desk: Desk) -> None:
    desk.say(desk.talk_id, WISH)
    desk.share([desk.has(State.DRAFT)])
    assert finding.read_for_staff(desk.store, desk.clock, desk.karen, "mål")[1] == []


def test_sharing_quotes_alone_is_noted_too(desk: Desk) -> None:
    desk.say(desk.talk_id, WISH)
    lines = len(desk.store.kept.audit)
    desk.share([], [1])
    assert len(desk.store.kept.audit) == lines + 1
    assert WISH.text not in repr(desk.store.kept.audit)


# Review


@pytest.mark.parametrize(("act", "state", "words"), [
    (Act.AGREE, State.AGREED, ("", "")), (Act.SUGGEST, State.SUGGESTED, ("Jeg skriver til min søster.", "")),
    (Act.ASK, State.ASKED, ("", "Hvornår?")), (Act.NOT_NOW, State.DECLINED, ("", "Vi venter lidt.")),
])
def test_staff_answer_a_shared_goal(desk: Desk, act: Act, state: State, words: tuple[str, str]) -> None:
    desk.review(desk.has(State.SHARED), act, None, *words)
    assert desk.kept().state is state
    assert desk.kept().history[-1].reason == words[1]
    assert desk.store.kept.audit[-1].act == f"goal.{act}"
    assert desk.store.kept.audit[-1].actor == f"staff:{desk.karen.id}"


@pytest.mark.parametrize("act", list(Act), ids=str)
def test_staff_without_a_relation_know_of_no_goal(desk: Desk, act: Act) -> None:
    desk.has(State.SHARED)
    desk.refuses(UnknownGoal, lambda: desk.review("mål", act, desk.stranger, wording="x", reason="x"))
    desk.refuses(UnknownGoal, lambda: finding.read_for_staff(desk.store, desk.clock, desk.stranger, "mål"))
    assert list(finding.list_for_staff(desk.store, desk.clock, desk.stranger, Wanted()).goals) == []


@pytest.mark.parametrize("state", [State.DRAFT, State.WITHDRAWN], ids=str)
def test_a_draft_and_what_was_taken_back_are_not_seen_by_staff(desk: Desk, state: State) -> None:
    desk.has(state)
    assert list(finding.list_for_staff(desk.store, desk.clock, desk.karen, Wanted()).goals) == []
    assert list(finding.list_for_staff(desk.store, desk.clock, desk.karen, Wanted(status=state)).goals) == []
    desk.refuses(UnknownGoal, lambda: finding.read_for_staff(desk.store, desk.clock, desk.karen, "mål"))
    desk.refuses(UnknownGoal, lambda: desk.review("mål", Act.AGREE))


@pytest.mark.parametrize("state", [state for state in State if state is not State.WITHDRAWN], ids=str)
def test_what_the_citizen_takes_back_staff_no_longer_see(desk: Desk, state: State) -> None:
    desk.answer(desk.has(state), Act.TAKE_BACK)
    assert list(finding.list_for_staff(desk.store, desk.clock, desk.karen, Wanted()).goals) == []


@pytest.mark.parametrize("state", [State.SUGGESTED, State.ASKED, State.AGREED, State.DECLINED], ids=str)
def test_what_the_citizen_says_no_to_staff_no_longer_see(desk: Desk, state: State) -> None:
    desk.answer(desk.has(state), Act.NO)
    desk.refuses(UnknownGoal, lambda: finding.read_for_staff(desk.store, desk.clock, desk.karen, "mål"))


def test_staff_cannot_say_yes_or_start_for_the_citizen(desk: Desk) -> None:
    desk.has(State.AGREED)
    for act in (Act.YES, Act.START, Act.OWN_WORDING, Act.SHARE, Act.TAKE_BACK):
        desk.refuses(GoalNotThere, lambda act=act: desk.review("mål", act, wording="x", reason="x"))  # type: ignore[misc]


@pytest.mark.parametrize("act", [Act.SUGGEST, Act.ASK, Act.NOT_NOW], ids=str)
def test_a_review_that_needs_words_is_refused_without(desk: Desk, act: Act) -> None:
    desk.has(State.SHARED)
    desk.refuses(TextNeeded, lambda: desk.review("mål", act))


def test_every_reading_by_staff_is_noted_with_its_purpose(desk: Desk) -> None:
    desk.has(State.SHARED)
    list(finding.list_for_staff(desk.store, desk.clock, desk.karen, Wanted()).goals)
    finding.read_for_staff(desk.store, desk.clock, desk.karen, "mål")
    lines = [line for line in desk.store.kept.audit if line.act == "goal.read"]
    assert [(line.subject, line.purpose) for line in lines] == [("mål", "list"), ("mål", "review")]


# Answer


@pytest.mark.parametrize("state", [State.AGREED, State.SUGGESTED], ids=str)
def test_the_citizens_yes_to_the_last_wording_starts_the_goal(desk: Desk, state: State) -> None:
    desk.answer(desk.has(state), Act.YES)
    assert desk.kept().state is State.ACTIVE
    assert desk.kept().both_said_yes


def test_with_three_active_the_fourth_waits_and_says_so(desk: Desk) -> None:
    for number in range(3):
        desk.has(State.ACTIVE, f"mål {number}")
    made = desk.answer(desk.has(State.SUGGESTED, "det fjerde"), Act.YES)
    assert made.state is State.AGREED
    assert goals.waits_for_room(made)
    assert desk.kept("det fjerde") == made


def active(desk: Desk) -> int:
    return sum(goal.state is State.ACTIVE for goal in desk.store.kept.goals.values())


@pytest.mark.parametrize(("state", "act"), [
    (State.AGREED, Act.YES), (State.SUGGESTED, Act.YES), (State.AGREED, Act.START), (State.PAUSED, Act.RESUME),
], ids=str)
def test_no_answer_of_the_citizen_makes_four_active(desk: Desk, state: State, act: Act) -> None:
    for number in range(3):
        desk.has(State.ACTIVE, f"mål {number}")
    desk.has(state, "det fjerde")
    with suppress(DeskError):
        desk.answer("det fjerde", act)
    assert active(desk) == 3


def test_staff_cannot_resume_a_fourth_goal(desk: Desk) -> None:
    for number in range(3):
        desk.has(State.ACTIVE, f"mål {number}")
    desk.has(State.PAUSED, "det fjerde")
    with suppress(DeskError):
        desk.review("det fjerde", Act.RESUME)
    assert active(desk) == 3


def test_a_waiting_goal_starts_with_a_new_yes_when_there_is_room(desk: Desk) -> None:
    for number in range(3):
        desk.has(State.ACTIVE, f"mål {number}")
    desk.answer(desk.has(State.SUGGESTED, "det fjerde"), Act.YES)
    desk.answer("mål 0", Act.REACH)
    assert desk.answer("det fjerde", Act.YES).state is State.ACTIVE


def test_other_citizens_goals_take_no_room(desk: Desk) -> None:
    for number in range(3):
        desk.store.kept.goals[f"{number}"] = goal_in(State.ACTIVE, f"{number}", citizen_id="en anden")
    assert desk.answer(desk.has(State.AGREED), Act.YES).state is State.ACTIVE


def test_own_words_of_the_citizen_go_back_to_staff(desk: Desk) -> None:
    made = desk.answer(desk.has(State.SUGGESTED), Act.OWN_WORDING, wording="Jeg cykler til min søster.")
    assert (made.state, made.wording) == (State.SHARED, "Jeg cykler til min søster.")


@pytest.mark.parametrize(("state", "act"), [(State.ASKED, Act.REPLY), (State.SUGGESTED, Act.OWN_WORDING)], ids=str)
def test_an_answer_that_needs_words_is_refused_without(desk: Desk, state: State, act: Act) -> None:
    desk.has(state)
    desk.refuses(TextNeeded, lambda: desk.answer("mål", act))


@pytest.mark.parametrize("act", [Act.AGREE, Act.SUGGEST, Act.ASK, Act.NOT_NOW], ids=str)
def test_the_citizen_cannot_agree_for_staff(desk: Desk, act: Act) -> None:
    desk.has(State.SHARED)
    desk.refuses(GoalNotThere, lambda: desk.answer("mål", act, wording="x", reason="x"))


def test_nobody_answers_for_another_citizen(desk: Desk) -> None:
    desk.has(State.AGREED)
    other = desk.talk(desk.karen).id
    desk.refuses(UnknownGoal, lambda: goals.answer(desk.store, desk.clock, other, "mål", Act.YES))
    assert finding.list_for_citizen(desk.store, other) == []


@pytest.mark.parametrize(("state", "act"), [
    (State.AGREED, Act.YES), (State.SUGGESTED, Act.NO), (State.ASKED, Act.REPLY), (State.ACTIVE, Act.PAUSE),
    (State.ACTIVE, Act.TAKE_BACK),
], ids=str)
def test_every_answer_is_noted_once_and_an_answer_that_cannot_be_noted_is_not_kept(
    desk: Desk, state: State, act: Act
) -> None:
    desk.has(state)
    before = desk.store.state()
    desk.store.breaks = True
    with pytest.raises(Broken):
        desk.answer("mål", act, reason="fordi")
    assert desk.store.differs_in(before) == set()
    desk.store.breaks = False
    desk.answer("mål", act, reason="fordi")
    assert [line.act for line in desk.store.kept.audit[len(before.audit):]] == [f"goal.{act}"]
