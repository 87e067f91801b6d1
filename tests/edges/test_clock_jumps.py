# SPDX-License-Identifier: MPL-2.0
"""A clock that is set forward or back by hours: talks go on, no alert waits for it, the audit holds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.records import NotDelivered, Note
from bot.services import invitations, talking
from bot.services.delivering import Route, deliver_waiting
from bot.store.work import SqlStore
from tests.edges.houses import ACUTE, WISH, Bodil, Karla
from tests.factories import Clock

BOTH = pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
JUMPS = pytest.mark.parametrize("hours", [5, -5])
ROUTE = Route(("vagt@kommune.dk", "leder@kommune.dk"), timedelta(minutes=15))


class Post:
    """A messenger that can be away."""

    def __init__(self) -> None:
        self.is_away, self.sent = False, list[Note]()

    def send(self, note: Note) -> None:
        if self.is_away:
            raise NotDelivered("away")
        self.sent.append(note)


@BOTH
@JUMPS
def test_a_talk_goes_on_in_its_order(store: SqlStore, clock: Clock, karla: Karla, hours: int) -> None:
    karla.say(WISH)
    clock.later(hours=hours)
    assert karla.say("fordi jeg ellers spiser alene").status_code == 200
    clock.later(hours=-hours)
    assert karla.say("og det er jeg træt af").status_code == 200
    said = [turn["said"] for turn in karla.turns()]
    assert said == [None, WISH, "fordi jeg ellers spiser alene", "og det er jeg træt af"]


@JUMPS
def test_a_code_still_begins_a_talk(store: SqlStore, clock: Clock, bodil: Bodil, hours: int) -> None:
    code = invitations.invite(store, clock, bodil.staff, 14).code
    clock.later(hours=hours)
    assert talking.open_conversation(store, clock, code).replies


@BOTH
@JUMPS
def test_goals_keep_their_versions_in_order(
    store: SqlStore, clock: Clock, karla: Karla, bodil: Bodil, shared_goal: str, hours: int
) -> None:
    clock.later(hours=hours)
    assert bodil.post(f"/goals/{shared_goal}/review", {"act": "agree"}).status_code == 200
    clock.later(hours=-hours)
    told = karla.post(f"/goals/{shared_goal}/answer", {"act": "yes"}).json()
    assert [change["act"] for change in told["history"]][-3:] == ["agree", "yes", "start"]
    assert [change["version"] for change in told["history"]] == list(range(1, len(told["history"]) + 1))


@BOTH
@JUMPS
def test_an_alert_that_waits_for_its_next_try_does_not_wait_for_the_clock(
    store: SqlStore, clock: Clock, karla: Karla, hours: int
) -> None:
    post = Post()
    post.is_away = True
    karla.say(ACUTE)
    deliver_waiting(store, clock, post, ROUTE)
    post.is_away = False
    clock.later(hours=hours)
    deliver_waiting(store, clock, post, ROUTE)
    assert [note.recipient for note in post.sent] == ["vagt@kommune.dk"]


@BOTH
@JUMPS
def test_the_next_one_is_told_also_when_the_clock_was_set_in_between(
    store: SqlStore, clock: Clock, karla: Karla, hours: int
) -> None:
    post = Post()
    karla.say(ACUTE)
    deliver_waiting(store, clock, post, ROUTE)
    clock.later(hours=hours, minutes=16)
    for _ in range(3):
        deliver_waiting(store, clock, post, ROUTE)
    assert [note.recipient for note in post.sent] == ["vagt@kommune.dk", "leder@kommune.dk"], "each of them once"


@BOTH
def test_the_audit_holds_and_one_wrong_moment_takes_no_other_lines_along(
    store: SqlStore, clock: Clock, karla: Karla
) -> None:
    karla.say(WISH)
    clock.later(days=-3_000)
    karla.say("fordi jeg ellers spiser alene")
    clock.later(days=3_000)
    karla.say("og det er jeg træt af")
    lines = store.verify_audit().lines
    assert store.verify_audit().first_broken is None and lines > 5
    with store() as work:
        assert work.privacy.delete_audit(clock() - timedelta(days=730)) == 0
    assert store.verify_audit().lines == lines
    clock.later(days=800)
    with store() as work:
        assert work.privacy.delete_audit(clock() - timedelta(days=730)) == lines
    assert store.verify_audit().first_broken is None
