# SPDX-License-Identifier: MPL-2.0
"""What is past its time is deleted and nothing else; the audit's chain holds where it was cut."""

from __future__ import annotations

import pytest

from bot.goals.lifecycle import State
from bot.services.retention import Emptied, Terms, empty_what_is_old
from bot.store.work import SqlStore
from tests.edges.houses import WISH, Bodil, Karla, check_problem, everything, raw_bytes
from tests.edges.test_staff_api import add
from tests.factories import Clock

TERMS = Terms(talks=90, came_to_nothing=30, audit=730)
BOTH = pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)


@BOTH
def test_words_go_ninety_days_after_the_last_and_the_goal_stays(
    store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla
) -> None:
    karla.say(WISH)
    add(store, karla, State.ACTIVE, "mål")
    clock.later(days=29)
    karla.say("og en hund")
    clock.later(days=89)
    assert empty_what_is_old(store, clock, TERMS) == Emptied(0, 0, 0)
    sealed = [row[-1] for row in everything(store)["turn"]]
    clock.later(days=2)
    assert empty_what_is_old(store, clock, TERMS) == Emptied(1, 0, 0)
    assert everything(store)["turn"] == [] and not [one for one in sealed if one in raw_bytes(store)]
    assert bodil.get("/goals/mål").status_code == 200
    assert karla.say("hej igen").status_code == 401, "her device was signed out long ago"
    assert empty_what_is_old(store, clock, TERMS) == Emptied(0, 0, 0)


@BOTH
@pytest.mark.parametrize(("state", "goes"), [
    (State.DECLINED, True), (State.WITHDRAWN, True), (State.DRAFT, False), (State.SHARED, False),
    (State.ACTIVE, False), (State.REACHED, False), (State.DROPPED, False),
])
def test_goals_that_came_to_nothing_go_after_thirty_days(
    store: SqlStore, clock: Clock, karla: Karla, state: State, goes: bool
) -> None:
    add(store, karla, state, "mål")
    clock.later(days=29)
    assert empty_what_is_old(store, clock, TERMS).goals == 0
    clock.later(days=2)
    assert empty_what_is_old(store, clock, TERMS).goals == int(goes)
    assert bool(everything(store)["goal"]) is not goes and bool(everything(store)["goal_change"]) is not goes


@BOTH
@pytest.mark.parametrize("state", [State.REACHED, State.DROPPED, State.ACTIVE])
def test_goals_that_are_over_go_after_two_years_and_one_that_is_not_stays(
    store: SqlStore, clock: Clock, karla: Karla, state: State
) -> None:
    add(store, karla, state, "mål")
    clock.later(days=729)
    assert empty_what_is_old(store, clock, TERMS).goals == 0
    clock.later(days=2)
    assert empty_what_is_old(store, clock, TERMS).goals == int(state is not State.ACTIVE)
    assert bool(everything(store)["goal"]) is (state is State.ACTIVE)


@BOTH
def test_alerts_go_after_two_years(store: SqlStore, clock: Clock, karla: Karla) -> None:
    karla.say("jeg vil tage mit eget liv i aften")
    assert len(everything(store)["alert"]) == 1
    clock.later(days=729)
    assert empty_what_is_old(store, clock, TERMS).alerts == 0
    clock.later(days=2)
    assert empty_what_is_old(store, clock, TERMS).alerts == 1 and everything(store)["alert"] == []


@BOTH
def test_old_audit_lines_are_cut_off_and_the_chain_still_holds(
    store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla
) -> None:
    karla.say(WISH)
    before = store.verify_audit()
    clock.later(days=731)
    bodil.get("/goals")
    bodil.get("/citizens")
    emptied = empty_what_is_old(store, clock, Terms(10_000, 10_000, 730))
    after = store.verify_audit()
    assert emptied.audit_lines == before.lines and before.first_broken is after.first_broken is None
    assert {row[3] for row in everything(store)["audit"]} == {"citizens.list", "audit.cut_off"}
    check_problem(bodil.get("/goals/ukendt"), 404)
