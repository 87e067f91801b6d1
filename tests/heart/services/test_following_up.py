# SPDX-License-Identifier: MPL-2.0
"""After both have said yes: when to look again, scores, small steps, revision, an end; and nothing is overwritten."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.goals.finding import Wanted
from bot.goals.followup import follow_ups, is_due
from bot.goals.goal import Along, Details, FieldOrigin, Goal, Kind, Origin
from bot.goals.lifecycle import Act, State, Turn
from bot.records import Rating
from bot.services import after_talk, finding, goals
from bot.services.errors import DeskError, GoalNotThere, NothingShared, NotOnTheRuler, TextNeeded, UnknownCitizen
from tests.factories import HARD, REASON, STRENGTH, WISH, goal_in
from tests.heart.services.houses import House


class Desk(House):
    """Karen, her citizen, and a goal of theirs that is on its way."""

    def __init__(self, wording: str = "Jeg går en tur.") -> None:
        super().__init__()
        self.karen, self.stranger = self.staff("Karen"), self.staff("Bo")
        self.talk_id = self.talk(self.karen).id
        self.citizen_id = self.store.kept.talks[self.talk_id].citizen_id
        self.has(State.SHARED, wording=wording, details=Details())
        self.review(Act.AGREE)
        self.answer(Act.YES)

    def has(self, state: State, goal_id: str = "mål", **changes: object) -> Goal:
        made = goal_in(state, goal_id, conversation_id=self.talk_id, citizen_id=self.citizen_id, **changes)
        self.store.kept.goals[goal_id] = made
        return made

    def review(self, act: Act, reason: str = "", wording: str = "", **along: object) -> Goal:
        words = goals.Words(wording, reason, along=Along(**along))  # type: ignore[arg-type]
        return goals.review(self.store, self.clock, self.karen, "mål", act, words)

    def answer(self, act: Act, reason: str = "", wording: str = "", **along: object) -> Goal:
        words = goals.Words(wording, reason, along=Along(**along))  # type: ignore[arg-type]
        return goals.answer(self.store, self.clock, self.talk_id, "mål", act, words)

    @property
    def goal(self) -> Goal:
        return self.store.kept.goals["mål"]

    @property
    def today(self) -> date:
        return self.clock().date()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_goal_that_starts_is_looked_at_again_after_six_weeks() -> None:
    desk = Desk(wording="Jeg går en tur.")
    assert desk.goal.state is State.ACTIVE
    assert desk.goal.due_on == desk.today + timedelta(weeks=6)
    desk.clock.later(days=41)
    assert not is_due(desk.goal, desk.today)
    desk.clock.later(days=1)
    assert is_due(desk.goal, desk.today)


def test_a_step_with_its_day_is_looked_at_a_week_after_that_day() -> None:
    desk = Desk(wording="Jeg ringer til min søster på tirsdag.")
    tuesday = desk.today + timedelta(days=(1 - desk.today.weekday()) % 7 or 7)
    assert desk.goal.due_on == tuesday + timedelta(days=7)


def test_a_habit_has_no_day_of_its_own() -> None:
    assert Desk(wording="Jeg går en tur hver tirsdag.").goal.due_on == Desk().today + timedelta(weeks=6)


def test_a_follow_up_is_a_version_with_its_score_and_sets_the_next_day(desk: Desk) -> None:
    before = list(desk.goal.history)
    desk.clock.later(days=42)
    desk.answer(Act.FOLLOW_UP, "Det gik fint", score=7.5)
    desk.clock.later(days=10)
    desk.review(Act.FOLLOW_UP, "Vi tog den sammen", attainment=1)
    told = follow_ups(desk.goal)
    assert desk.goal.history[: len(before)] == before
    assert [(one.score, one.attainment, one.reason, one.who) for one in told] == [
        (7.5, None, "Det gik fint", ""), (None, 1, "Vi tog den sammen", desk.karen.id)]
    assert desk.goal.due_on == desk.today + timedelta(weeks=6) and desk.goal.state is State.ACTIVE


def test_day_by_day_stays_the_rhythm_until_another_is_chosen(desk: Desk) -> None:
    desk.answer(Act.FOLLOW_UP, every_days=1)
    assert desk.goal.due_on == desk.today + timedelta(days=1)
    desk.clock.later(days=1)
    desk.answer(Act.FOLLOW_UP, score=3)
    assert desk.goal.due_on == desk.today + timedelta(days=1)
    desk.answer(Act.FOLLOW_UP, due_on=date(2026, 12, 24))
    assert desk.goal.due_on == date(2026, 12, 24)


@pytest.mark.parametrize("act", [Act.PAUSE, Act.REACH, Act.DROP], ids=str)
def test_what_rests_or_has_ended_is_not_asked_about(desk: Desk, act: Act) -> None:
    desk.answer(act)
    assert desk.goal.due_on is None and not is_due(desk.goal, desk.today + timedelta(days=999))


def test_what_goes_on_after_a_pause_is_asked_about_again(desk: Desk) -> None:
    desk.answer(Act.PAUSE)
    desk.clock.later(days=100)
    desk.review(Act.RESUME)
    assert desk.goal.due_on == desk.today + timedelta(weeks=6)


@pytest.mark.parametrize("along", [{"score": -0.5}, {"score": 10.1}, {"attainment": 3}, {"attainment": -3}], ids=str)
def test_what_is_not_on_its_scale_is_refused_and_changes_nothing(desk: Desk, along: dict[str, float]) -> None:
    before = desk.store.state()
    with pytest.raises(NotOnTheRuler):
        desk.answer(Act.FOLLOW_UP, **along)
    assert desk.store.differs_in(before) == set()


def test_a_small_step_is_noticed_in_words(desk: Desk) -> None:
    with pytest.raises(TextNeeded):
        desk.answer(Act.NOTICE)
    desk.answer(Act.NOTICE, "Jeg stod op og tog telefonen")
    assert desk.goal.history[-1].reason == "Jeg stod op og tog telefonen" and desk.goal.state is State.ACTIVE


def test_staff_say_why_they_drop_a_goal_and_the_citizen_need_not(desk: Desk) -> None:
    with pytest.raises(TextNeeded):
        desk.review(Act.DROP)
    assert desk.answer(Act.DROP).state is State.DROPPED


def test_a_goal_on_its_way_may_be_put_in_other_words_and_needs_both_yeses_anew(desk: Desk) -> None:
    desk.review(Act.SUGGEST, wording="Jeg skriver til min søster om søndagen.")
    assert (desk.goal.state, desk.goal.both_said_yes, desk.goal.due_on) == (State.SUGGESTED, False, None)
    desk.answer(Act.YES)
    assert desk.goal.state is State.ACTIVE and desk.goal.both_said_yes
    desk.answer(Act.OWN_WORDING, wording="Jeg ringer til min søster.")
    assert (desk.goal.state, desk.goal.both_said_yes) == (State.SHARED, False)
    assert desk.goal.wish is not None and desk.goal.wish.text == WISH.text, "the wish stays as it was said"


def test_what_staff_propose_beside_the_wording_is_theirs_until_the_citizen_says_yes(desk: Desk) -> None:
    proposed = {"where": "i køkkenet", "if_then": "Hvis hun ikke svarer, så skriver jeg.", "kind": "keep"}
    desk.review(Act.SUGGEST, details=proposed)
    assert desk.goal.wording == desk.goal.history[0].wording or desk.goal.wording
    assert (desk.goal.details.where, desk.goal.details.kind) == ("i køkkenet", Kind.KEEP)
    assert {told.origin for told in desk.goal.details.origins.values()} >= {Origin.SUGGESTED}
    desk.answer(Act.YES)
    assert desk.goal.details.origins["where"].origin is Origin.CONFIRMED
    assert desk.goal.history[-2].details == {} and desk.goal.history[-3].details == proposed


def test_a_comment_changes_nothing_but_is_kept(desk: Desk) -> None:
    before = (desk.goal.state, desk.goal.wording, desk.goal.due_on)
    desk.review(Act.COMMENT, "Vi ses tirsdag")
    desk.answer(Act.COMMENT, "ja det gør vi")
    assert (desk.goal.state, desk.goal.wording, desk.goal.due_on) == before
    assert [change.reason for change in desk.goal.history[-2:]] == ["Vi ses tirsdag", "ja det gør vi"]


def test_a_draft_has_no_comments(desk: Desk) -> None:
    desk.has(State.DRAFT)
    for act in (Act.COMMENT, Act.FOLLOW_UP, Act.NOTICE):
        with pytest.raises(GoalNotThere):
            desk.answer(act, "ord")


def test_what_is_due_by_whom_without_words(desk: Desk) -> None:
    desk.clock.later(days=50)
    due = finding.what_is_due(desk.store, desk.today)
    assert [(one.goal_id, one.citizen_id, one.staff) for one in due] == [("mål", desk.citizen_id, (desk.karen.id,))]
    assert WISH.text not in repr(due) and desk.goal.wording not in repr(due)
    assert finding.what_is_due(desk.store, desk.today - timedelta(days=20)) == []


def test_a_goal_goes_on_in_the_citizens_next_talk_and_not_in_anothers(desk: Desk) -> None:
    later = desk.talk(desk.karen, desk.citizen_id).id
    words = goals.Words(along=Along(score=6))
    assert goals.answer(desk.store, desk.clock, later, "mål", Act.FOLLOW_UP, words).version == desk.goal.version
    assert [goal.id for goal in finding.list_for_citizen(desk.store, later)] == ["mål"]
    foreign = desk.talk(desk.stranger).id
    with pytest.raises(DeskError):
        goals.answer(desk.store, desk.clock, foreign, "mål", Act.FOLLOW_UP, words)
    assert finding.list_for_citizen(desk.store, foreign) == []


def test_a_list_is_narrowed_by_whose_turn_and_by_words(desk: Desk) -> None:
    desk.has(State.SUGGESTED, "andet", wording="Jeg går en tur.")
    found = finding.list_for_staff(desk.store, desk.clock, desk.karen, Wanted(turn=Turn.CITIZEN)).goals
    assert [goal.id for goal in found] == ["andet"]
    found = finding.list_for_staff(desk.store, desk.clock, desk.karen, Wanted(words="SØSTER NOGET")).goals
    assert {goal.id for goal in found} == {"mål", "andet"}, "both came of the same wish"
    assert not finding.list_for_staff(desk.store, desk.clock, desk.karen, Wanted(words="fisketur")).goals


def test_a_plan_holds_what_both_have_said_yes_to_under_its_wish(desk: Desk) -> None:
    desk.has(State.SHARED, "andet")
    plan = finding.plan_for_staff(desk.store, desk.clock, desk.karen, desk.citizen_id)
    assert [goal.id for goal in plan.goals] == ["mål"]
    assert plan.wishes[0].wish is not None and plan.wishes[0].wish.text == WISH.text
    with pytest.raises(UnknownCitizen):
        finding.plan_for_staff(desk.store, desk.clock, desk.stranger, desk.citizen_id)


def test_a_summary_is_shared_as_the_citizen_saw_it(desk: Desk) -> None:
    desk.say(desk.talk_id, WISH, REASON, STRENGTH, HARD)
    with pytest.raises(NothingShared):
        after_talk.summary_for_staff(desk.store, desk.clock, desk.karen, desk.talk_id)
    seen = after_talk.own_summary(desk.store, desk.talk_id)
    assert (seen.wishes, seen.matters, seen.hard) == ((WISH.text,), (REASON.text,), (HARD.text,))
    goals.share(desk.store, desk.clock, desk.talk_id, [], [], summary=True)
    desk.say(desk.talk_id, REASON.__class__("Og så er der min mor", talk=REASON.talk))
    shared = after_talk.summary_for_staff(desk.store, desk.clock, desk.karen, desk.talk_id)
    assert shared == seen, "what is said afterwards is not shared by it"
    with pytest.raises(DeskError):
        after_talk.summary_for_staff(desk.store, desk.clock, desk.stranger, desk.talk_id)


def test_how_the_talk_was_is_kept_once_and_may_be_said_anew(desk: Desk) -> None:
    after_talk.rate(desk.store, desk.clock, desk.talk_id, Rating(heard=3))
    after_talk.rate(desk.store, desk.clock, desk.talk_id, Rating(heard=8, comment="ring 12345678"))
    kept = desk.store.kept.ratings[desk.talk_id]
    assert kept.heard == 8 and "12345678" not in kept.comment
    with pytest.raises(NotOnTheRuler):
        after_talk.rate(desk.store, desk.clock, desk.talk_id, Rating(suited=11))


def test_what_was_hard_is_the_citizens_own_until_they_share_that_turn(desk: Desk) -> None:
    desk.say(desk.talk_id, WISH, HARD)
    origins = {"obstacle": FieldOrigin(Origin.SAID, 2), "sign": FieldOrigin(Origin.SAID, 3)}
    desk.has(State.SHARED, details=Details(obstacle=HARD.text, sign="jeg smiler", origins=origins))
    seen = finding.read_for_staff(desk.store, desk.clock, desk.karen, "mål")[0].details
    assert (seen.obstacle, seen.sign, set(seen.origins)) == ("", "jeg smiler", {"sign"})
    listed = finding.list_for_staff(desk.store, desk.clock, desk.karen, Wanted()).goals
    exported = finding.shared_goals_of(desk.store, desk.clock, desk.karen, desk.citizen_id, "csv")
    assert not any(HARD.text in repr(goal.details) for goal in [*listed, *exported, desk.review(Act.AGREE)])
    assert desk.goal.details.obstacle == HARD.text, "kept for the citizen"
    assert finding.list_for_citizen(desk.store, desk.talk_id)[0].details.obstacle == HARD.text
    goals.share(desk.store, desk.clock, desk.talk_id, [], [2])
    assert finding.read_for_staff(desk.store, desk.clock, desk.karen, "mål")[0].details.obstacle == HARD.text
