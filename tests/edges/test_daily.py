# SPDX-License-Identifier: MPL-2.0
"""`afsaet daily`: what is due, to whom, and never anybody's words; what is past its time is deleted, in counts."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from bot.goals.goal import Goal
from bot.goals.lifecycle import State
from bot.services import invitations, talking
from bot.settings import now, settings
from bot.store.opening import bring_up_to_date, make_development_key, open_store
from bot.store.work import SqlStore
from tests.edges.houses import everything
from tests.edges.terminal import afsaet
from tests.factories import goal_in

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def kept(folder: Path) -> SqlStore:
    """The store that the command opens."""
    make_development_key(settings())
    store = open_store(settings())
    bring_up_to_date(store)
    return store


def add(store: SqlStore, staff_id: str, name: str, days: int) -> Goal:
    """An active goal that is due in so many days."""
    staff = invitations.Staff(staff_id, "Bodil")
    made = invitations.invite(store, now, staff, 14)
    talk = talking.open_conversation(store, now, made.code).id
    goal = goal_in(State.ACTIVE, name, citizen_id=made.citizen_id, conversation_id=talk)
    goal.due_on = now().date() + timedelta(days=days)
    with store() as work:
        work.goals.add(goal)
    return goal


def test_daily_lists_what_is_due_longest_waiting_first(kept: SqlStore) -> None:
    staff, _ = invitations.add_staff(kept, now, "Bodil")
    goals = [add(kept, staff.id, name, days) for name, days in (("i dag", 0), ("længe", -8), ("senere", 1))]
    before = everything(kept)
    told = afsaet("daily")
    assert told.exit_code == 0 and "2 mål skal følges op." in told.stdout
    lines = told.stdout.splitlines()
    assert "længe" in lines[0] and "8 dage siden" in lines[0] and "i dag" in lines[1] and "senere" not in told.stdout
    assert all(goal.wording not in told.stdout for goal in goals) and staff.id in lines[0]
    as_data = json.loads(afsaet("daily", "--json").stdout)["goals"]
    assert [one["goal_id"] for one in as_data] == ["længe", "i dag"] and as_data[0]["staff"] == [staff.id]
    assert everything(kept) == before
    kept.engine.dispose()


def test_daily_says_so_when_nothing_is_due(kept: SqlStore) -> None:
    assert afsaet("daily").stdout.startswith("0 mål skal følges op.\n")
    nothing = {"talks": 0, "goals": 0, "audit_lines": 0, "alerts": 0}
    told = json.loads(afsaet("daily", "--json").stdout)
    assert told == {"goals": [], "deletion_requests": [], "deleted": nothing}
    kept.engine.dispose()
