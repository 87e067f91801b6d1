# SPDX-License-Identifier: MPL-2.0
"""The store keeps all of a unit of work or nothing, once, in order, on SQLite and on PostgreSQL."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from bot.accounts import Staff
from bot.goals.lifecycle import Act, State
from bot.records import Invitation, Reading
from bot.services import finding, goals, invitations, talking
from bot.services.errors import GoalNotThere, UnknownGoal
from bot.store.audit import SqlAudit
from bot.store.goals import SqlGoals
from bot.store.opening import bring_up_to_date
from bot.store.tables import Table
from bot.store.vault import Vault, new_key
from bot.store.work import SqlStore
from tests.edges.houses import WISH, all_at_once, confirm_goal, everything, understood
from tests.factories import MORNING, Broken, Clock

pytestmark = pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)


@pytest.fixture
def staff(store: SqlStore, clock: Clock) -> Staff:
    return invitations.add_staff(store, clock, "Bodil")[0]


@pytest.fixture
def talk(store: SqlStore, clock: Clock, staff: Staff) -> str:
    code = invitations.invite(store, clock, staff, 14).code
    return talking.open_conversation(store, clock, code).id


def say(store: SqlStore, clock: Clock, talk: str, text: str, client_id: str = "") -> int:
    return talking.respond(store, clock, talk, client_id or uuid.uuid4().hex, understood(text)).number


# Migrations


def test_migrations_make_the_tables_that_the_code_expects(database_url: str, store: SqlStore) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []


def test_migrations_run_on_an_empty_database_and_a_second_time_change_nothing(database_url: str) -> None:
    store = SqlStore(database_url, Vault(new_key()))
    assert inspect(store.engine).get_table_names() == []
    bring_up_to_date(store)
    invitations.add_staff(store, Clock(), "Bodil")
    before = everything(store)
    bring_up_to_date(store)
    assert everything(store) == before and len(before["staff"]) == 1
    assert "alembic_version" in inspect(store.engine).get_table_names()
    store.engine.dispose()


# All or nothing


def test_a_unit_of_work_that_breaks_keeps_nothing_at_all(database_url: str, store: SqlStore, staff: Staff) -> None:
    before = everything(store)
    with suppress(Broken), store() as work:
        work.people.add_citizen("borger", staff.id, MORNING)
        work.people.add_invitation(Invitation("hash", "borger", staff.id, MORNING), MORNING)
        work.audit.note(MORNING, "console", "invitation.make", "borger")
        raise Broken
    assert everything(store) == before


@pytest.mark.parametrize("said", [WISH, "ja"])
def test_a_turn_that_breaks_at_its_audit_line_leaves_no_trace(
    database_url: str, store: SqlStore, clock: Clock, talk: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(store, clock, talk, "hej")
    before = everything(store)
    with monkeypatch.context() as patch:
        patch.setattr(SqlAudit, "note", _breaks)
        with pytest.raises(Broken):
            say(store, clock, talk, said)
    assert everything(store) == before
    assert say(store, clock, talk, said) == 2


def _breaks(*_: object, **__: object) -> None:
    raise Broken


def test_a_share_of_one_own_and_one_unknown_goal_shares_neither(
    database_url: str, store: SqlStore, clock: Clock, talk: str
) -> None:
    own = confirm_goal(store, clock, talk)
    before = everything(store)
    with pytest.raises(UnknownGoal):
        goals.share(store, clock, talk, [own, "findes-ikke"], [])
    assert everything(store) == before


# Two at the same moment


def test_the_same_message_from_two_threads_is_one_turn_with_one_answer(
    database_url: str, store: SqlStore, clock: Clock, talk: str
) -> None:
    turns = all_at_once([lambda: talking.respond(store, clock, talk, "samme", understood(WISH))] * 4)
    assert {turn.number for turn in turns} == {1}
    assert {turn.replies for turn in turns} == {turns[0].replies}
    assert len(talking.history(store, talk)) == 2


def test_messages_at_once_in_one_conversation_are_all_kept_with_numbers_of_their_own(
    database_url: str, store: SqlStore, clock: Clock, talk: str
) -> None:
    said = [f"jeg tænker på sag {number}" for number in range(8)]
    numbers = all_at_once([lambda text=text: say(store, clock, talk, text) for text in said])  # type: ignore[misc]
    assert sorted(numbers) == list(range(1, 9))
    kept = talking.history(store, talk)[1:]
    assert sorted(turn.said.text for turn in kept if turn.said) == said


def test_a_message_that_is_held_and_read_at_once_gets_one_answer(
    database_url: str, store: SqlStore, clock: Clock, talk: str
) -> None:
    turns = all_at_once([
        lambda: talking.hold(store, clock, talk, "samme", WISH),
        lambda: talking.respond(store, clock, talk, "samme", understood(WISH)),
    ])
    kept = talking.history(store, talk)[1:]
    assert len(kept) == 1 and turns[0].replies == turns[1].replies == kept[0].replies


def test_a_code_used_by_two_browsers_at_once_begins_one_conversation(
    database_url: str, store: SqlStore, clock: Clock, staff: Staff
) -> None:
    code = invitations.invite(store, clock, staff, 14).code
    opened = all_at_once([lambda: talking.open_conversation(store, clock, code)] * 3)
    assert len({one.id for one in opened}) == 1
    assert len(everything(store)["conversation"]) == 1


def test_a_goal_answered_twice_at_once_starts_once(
    database_url: str, store: SqlStore, clock: Clock, staff: Staff, talk: str
) -> None:
    goal = _agreed(store, clock, staff, talk)
    results = all_at_once([lambda: _yes(store, clock, talk, goal)] * 2)
    assert sorted(results) == [False, True]
    assert [row[3] for row in everything(store)["goal_change"]].count("start") == 1


def test_at_most_three_goals_are_active_even_when_two_are_answered_at_once(
    database_url: str, store: SqlStore, clock: Clock, staff: Staff, talk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, *rest = [_agreed(store, clock, staff, talk) for _ in range(4)]
    for goal in rest:
        assert _yes(store, clock, talk, goal)
    monkeypatch.setattr(SqlGoals, "active_count", _counted_by_both(SqlGoals.active_count))
    all_at_once([lambda: _yes(store, clock, talk, first), lambda: _yes(store, clock, talk, second)])
    states = [goal.state for goal in finding.list_for_citizen(store, talk)]
    assert states.count(State.ACTIVE) == 3 and states.count(State.AGREED) == 1


def _agreed(store: SqlStore, clock: Clock, staff: Staff, talk: str) -> str:
    goal = confirm_goal(store, clock, talk)
    goals.share(store, clock, talk, [goal], [])
    goals.review(store, clock, staff, goal, Act.AGREE)
    return goal


def _yes(store: SqlStore, clock: Clock, talk: str, goal: str) -> bool:
    with suppress(GoalNotThere):
        return goals.answer(store, clock, talk, goal, Act.YES).state is State.ACTIVE
    return False


def _counted_by_both(count: Callable[[SqlGoals, str], int]) -> Callable[[SqlGoals, str], int]:
    """The count, with a moment in which the other transaction may count too; where writers wait, it can't."""
    both = threading.Barrier(2)

    def slowly(self: SqlGoals, citizen_id: str) -> int:
        found = count(self, citizen_id)
        with suppress(threading.BrokenBarrierError):
            both.wait(timeout=1)
        return found

    return slowly


def test_a_reader_does_not_wait_for_a_writer(
    database_url: str, store: SqlStore, clock: Clock, talk: str
) -> None:
    with store() as work:
        work.talks.locked(talk)
        (turns,) = all_at_once([lambda: talking.history(store, talk)])
    assert len(turns) == 1


# Versions and times


def test_versions_of_a_goal_only_grow_and_what_stood_is_left_byte_for_byte(
    database_url: str, store: SqlStore, clock: Clock, staff: Staff, talk: str
) -> None:
    goal = confirm_goal(store, clock, talk)
    acts: tuple[Callable[[], object], ...] = (
        lambda: goals.share(store, clock, talk, [goal], []),
        lambda: goals.review(store, clock, staff, goal, Act.SUGGEST, goals.Words("Jeg ringer til naboen.")),
        lambda: goals.answer(store, clock, talk, goal, Act.OWN_WORDING, goals.Words("Jeg skriver til naboen.")),
        lambda: goals.review(store, clock, staff, goal, Act.AGREE),
        lambda: goals.answer(store, clock, talk, goal, Act.YES),
    )
    before = set(everything(store)["goal_change"])
    for number, act in enumerate(acts, start=1):
        clock.later(minutes=5)
        act()
        after = set(everything(store)["goal_change"])
        assert before < after and len(after) >= 1 + number
        before = after
    history = finding.list_for_citizen(store, talk)[0].history
    assert [change.version for change in history] == list(range(1, 8))
    assert [change.act for change in history][-1] == "start"
    assert "Jeg ringer til naboen." in [change.wording for change in history]


@pytest.mark.parametrize("hours", [0, 2, -5])
def test_a_moment_comes_back_in_utc_whatever_zone_it_was_written_in(
    database_url: str, store: SqlStore, clock: Clock, staff: Staff, hours: int
) -> None:
    until = datetime(2026, 7, 1, 12, 0, tzinfo=timezone(timedelta(hours=hours)))
    with store() as work:
        work.people.add_citizen("borger", staff.id, MORNING)
        work.people.add_invitation(Invitation("hash", "borger", staff.id, until), MORNING)
    with store() as work:
        found = work.people.invitation("hash").expires_at
    assert found == until
    assert found.utcoffset() == timedelta(0)


def test_the_time_of_a_turn_comes_back_in_utc(
    database_url: str, store: SqlStore, clock: Clock, talk: str
) -> None:
    clock.later(hours=3)
    say(store, clock, talk, WISH)
    at = talking.history(store, talk)[-1].at
    assert at == MORNING + timedelta(hours=3) and at.utcoffset() == timedelta(0)


# Messages that were held


def test_a_held_message_is_found_until_it_has_been_read_and_keeps_its_answer(
    database_url: str, store: SqlStore, clock: Clock, talk: str
) -> None:
    held = talking.hold(store, clock, talk, "en", WISH)
    assert [turn.number for turn in talking.before_sending(store, talk, "to")[1]] == [held.number]
    read = talking.respond(store, clock, talk, "en", understood(WISH))
    assert read.reading is Reading.READ and read.replies == held.replies
    assert talking.before_sending(store, talk, "to") == (None, ())


def test_what_a_process_wrote_another_process_reads(
    database_url: str, store: SqlStore, clock: Clock, talk: str, key: str
) -> None:
    say(store, clock, talk, WISH)
    other = SqlStore(database_url, Vault(key))
    assert talking.history(other, talk) == talking.history(store, talk)
    assert say(other, clock, talk, "hej") == 2
    other.engine.dispose()


def test_the_folder_of_a_sqlite_database_is_made(database_url: str, tmp_path: Path) -> None:
    SqlStore(f"sqlite:///{tmp_path}/en/ny/mappe/afsaet.db", Vault(new_key())).engine.connect().close()
    assert (tmp_path / "en/ny/mappe/afsaet.db").exists()
