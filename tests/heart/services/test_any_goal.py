# SPDX-License-Identifier: MPL-2.0
"""No sequence of calls, allowed or not, leads a goal astray: table, two yeses, three active, versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.goals.goal import Along, Change, Goal, Quote
from bot.goals.lifecycle import MOST_ACTIVE, MOVES, Act, Actor, State
from bot.services import finding, goals
from bot.services.errors import ChangedMeanwhile, DeskError
from tests.factories import WISH, goal_in
from tests.heart.services.houses import House

GOALS = ("et", "to", "tre", "fire", "fem")
BEGIN = (State.ACTIVE, State.ACTIVE, State.SUGGESTED, State.SUGGESTED, State.DRAFT)
WORDS = some.sampled_from(["", " ", "Jeg ringer til min søster.", "Jeg går en tur på mandag."])
ANY_GOAL = some.sampled_from((*GOALS, "ukendt"))
ANY_ACT = some.sampled_from(list(Act))
READ = some.sampled_from(["not told", "told", "old"])
ALONG = some.builds(
    Along, score=some.sampled_from([None, 0, 7.5, 10, 10.5]), attainment=some.sampled_from([None, -2, 0, 2, 3]),
    due_on=some.sampled_from([None, date(2026, 12, 24)]), every_days=some.sampled_from([None, 1, 42]),
    details=some.sampled_from([{}, {"where": "hjemme", "kind": "keep"}, {"sign": ""}]),
)


class AnyGoal(RuleBasedStateMachine):
    """A citizen with five goals, two members of staff (one of them theirs), a stranger of a citizen, and a clock."""

    def __init__(self) -> None:
        super().__init__()
        self.house = House()
        self.karen, self.other = self.house.staff("Karen"), self.house.staff("Bo")
        self.talk = self.house.talk(self.karen).id
        self.foreign = self.house.talk(self.other).id
        citizen = self.house.store.kept.talks[self.talk].citizen_id
        self.later = self.house.talk(self.karen, citizen).id
        for name, state in zip(GOALS, BEGIN, strict=True):
            self.kept[name] = goal_in(state, name, conversation_id=self.talk, citizen_id=citizen)
        self.seen: dict[str, list[Change]] = {name: [] for name in GOALS}

    @property
    def kept(self) -> dict[str, Goal]:
        """The goals as the store has them after the last transaction."""
        return self.house.store.kept.goals

    def _try(self, act: object) -> None:
        """The call; what it refuses it leaves as it was."""
        before = {name: (goal.state, goal.version, goal.wording) for name, goal in self.kept.items()}
        try:
            act()  # type: ignore[operator]
        except DeskError:
            assert before == {name: (goal.state, goal.version, goal.wording) for name, goal in self.kept.items()}

    def _read(self, name: str, read: str) -> int | None:
        version = self.kept[name].version if name in self.kept else 1
        return {"not told": None, "told": version, "old": version - 1}[read]

    @rule(names=some.lists(ANY_GOAL, max_size=3))
    def share(self, names: list[str]) -> None:
        self._try(lambda: goals.share(self.house.store, self.house.clock, self.talk, names, []))

    @rule(name=ANY_GOAL, act=ANY_ACT, wording=WORDS, reason=WORDS, read=READ, own=some.booleans(), along=ALONG)
    def review(
        self, name: str, act: Act, wording: str, reason: str, read: str, own: bool, along: Along
    ) -> None:
        staff = self.karen if own else self.other
        words = goals.Words(wording, reason, self._read(name, read), along)
        before = replace(self.kept[name]) if name in self.kept else None
        self._try(lambda: goals.review(self.house.store, self.house.clock, staff, name, act, words))
        if before and (not own or read == "old"):
            assert (self.kept[name].state, self.kept[name].version) == (before.state, len(before.history))

    @rule(
        name=ANY_GOAL, act=ANY_ACT, wording=WORDS, reason=WORDS, read=READ, along=ALONG,
        talk=some.sampled_from(["own", "later", "foreign"]),
    )
    def answer(
        self, name: str, act: Act, wording: str, reason: str, read: str, along: Along, talk: str
    ) -> None:
        words = goals.Words(wording, reason, self._read(name, read), along)
        talk = {"own": self.talk, "later": self.later, "foreign": self.foreign}[talk]
        self._try(lambda: goals.answer(self.house.store, self.house.clock, talk, name, act, words))

    @rule(name=some.sampled_from(GOALS), which=some.integers(0, 20))
    def do_something_allowed(self, name: str, which: int) -> None:
        state = self.kept[name].state
        moves = [(who, act) for (at, who, act) in MOVES if at is state and act not in (Act.TAKE_BACK, Act.NO)]
        if not moves:
            return
        who, act = moves[which % len(moves)]
        words = goals.Words("Jeg går en tur på mandag.", "fordi", self.kept[name].version)
        if act is Act.SHARE:
            self._try(lambda: goals.share(self.house.store, self.house.clock, self.talk, [name], []))
        elif who is Actor.STAFF:
            self._try(lambda: goals.review(self.house.store, self.house.clock, self.karen, name, act, words))
        else:
            self._try(lambda: goals.answer(self.house.store, self.house.clock, self.talk, name, act, words))

    @rule(days=some.integers(0, 60))
    def time_passes(self, days: int) -> None:
        self.house.clock.later(days=days)

    @invariant()
    def every_version_follows_from_the_one_before(self) -> None:
        for name, goal in self.kept.items():
            assert goal.history[: len(self.seen.get(name, []))] == self.seen.get(name, []), "a version was lost"
            self.seen[name] = list(goal.history)
            assert [change.version for change in goal.history] == list(range(1, goal.version + 1))
            assert goal.state is goal.history[-1].state and goal.wording == goal.history[-1].wording
            _check_by_the_table(goal)

    @invariant()
    def what_is_on_its_way_has_a_day_and_nothing_else_has(self) -> None:
        assert all((goal.due_on is not None) is (goal.state is State.ACTIVE) for goal in self.kept.values())

    @invariant()
    def a_wish_is_as_it_was_said_and_every_number_is_on_its_scale(self) -> None:
        for goal in self.kept.values():
            taken_off = any(change.act == Act.NOT_MY_WISH for change in goal.history)
            assert goal.wish == (None if taken_off else Quote(WISH.text, 1))
            assert all(change.score is None or 0 <= change.score <= 10 for change in goal.history)
            assert all(change.attainment in (None, -2, -1, 0, 1, 2) for change in goal.history)

    @invariant()
    def active_means_two_yeses_to_one_wording_and_at_most_three(self) -> None:
        active = [goal for goal in self.kept.values() if goal.state is State.ACTIVE]
        assert len(active) <= MOST_ACTIVE
        assert all(goal.both_said_yes for goal in active)


def _check_by_the_table(goal: Goal) -> None:
    for before, after in zip(goal.history, goal.history[1:], strict=False):
        assert MOVES[before.state, after.actor, Act(after.act)] is after.state
        assert after.at >= before.at


AnyGoal.TestCase.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
TestAnyGoal = AnyGoal.TestCase


def test_of_two_staff_at_once_one_is_told_and_loses_nothing() -> None:
    house = House()
    karen = house.staff("Karen")
    talk = house.talk(karen).id
    goal = house.draft(talk)
    goals.share(house.store, house.clock, talk, [goal.id], [])
    read = finding.read_for_staff(house.store, house.clock, karen, goal.id)[0].version
    words = goals.Words("Jeg går en kort tur.", read=read)
    goals.review(house.store, house.clock, karen, goal.id, Act.SUGGEST, words)
    try:
        goals.review(house.store, house.clock, karen, goal.id, Act.AGREE, goals.Words(read=read))
    except ChangedMeanwhile as error:
        assert error.goal.wording == "Jeg går en kort tur." and error.goal.version == read + 1
    else:
        raise AssertionError("the second was not told")
    assert finding.read_for_staff(house.store, house.clock, karen, goal.id)[0].history[-1].actor is Actor.STAFF
