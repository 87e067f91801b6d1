# SPDX-License-Identifier: MPL-2.0
"""An alert reaches a person: tried again, handed on while nobody looks, and never said to be there before it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.records import Alert, NotDelivered, Note, Reach
from bot.services import alerts
from bot.services.delivering import Route, deliver_waiting
from tests.factories import ACUTE
from tests.heart.services.houses import House

ROUTE = Route(("vagt@kommune.dk", "leder@kommune.dk"), timedelta(minutes=15))


class Killed(BaseException):
    """The process dies in the middle of an attempt."""


@dataclass
class Post:
    """A messenger that keeps what it was given; `mode` is "takes", "refuses" or "dies"."""

    mode: str = "takes"
    sent: list[Note] = field(default_factory=list)

    def send(self, note: Note) -> None:
        if self.mode == "refuses":
            raise NotDelivered("ConnectionRefusedError")
        self.sent.append(note)
        if self.mode == "dies":
            raise Killed


@dataclass
class Desk(House):
    """Karen, a citizen in danger, and the post."""

    post: Post = field(default_factory=Post)

    def __post_init__(self) -> None:
        self.karen = self.staff("Karen")
        self.talk_id = self.talk(self.karen).id
        self.say(self.talk_id, ACUTE)

    def round(self, route: Route = ROUTE) -> tuple[int, int]:
        """One round: (delivered, failed)."""
        brought = deliver_waiting(self.store, self.clock, self.post, route)
        return brought.delivered, brought.failed

    @property
    def alert(self) -> Alert:
        return next(iter(self.store.kept.alerts.values()))

    def reach(self) -> Reach:
        with self.store.reading() as work:
            return alerts.reach_of(work, self.talk_id)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_an_alert_goes_to_the_first_recipient_once(desk: Desk) -> None:
    assert desk.reach() is Reach.OUTBOX
    assert desk.round() == (1, 0) and desk.round() == (0, 0)
    assert [(note.recipient, note.repeated) for note in desk.post.sent] == [("vagt@kommune.dk", False)]
    assert desk.reach() is Reach.DELIVERED


def test_a_note_holds_no_words_of_the_citizens(desk: Desk) -> None:
    desk.round()
    assert ACUTE.text not in repr(desk.post.sent) and ACUTE.text not in repr(desk.store.kept.audit)


def test_without_recipients_it_waits_in_the_outbox(desk: Desk) -> None:
    assert desk.round(Route((), timedelta(minutes=15))) == (0, 0)
    assert desk.alert.attempts == 0 and desk.reach() is Reach.OUTBOX


def test_a_refusal_is_tried_again_with_growing_rests_and_never_given_up(desk: Desk) -> None:
    desk.post.mode = "refuses"
    tried = 0
    for _ in range(24 * 60):
        tried += sum(desk.round())
        desk.clock.later(seconds=15)
    assert 36 <= tried <= 50, "six hours: quick at first, then every ten minutes"
    assert desk.reach() is Reach.OUTBOX
    desk.post.mode = "takes"
    desk.clock.later(minutes=10)
    assert desk.round() == (1, 0) and desk.reach() is Reach.DELIVERED


def test_while_nobody_looks_the_next_one_is_told_and_the_last_not_again(desk: Desk) -> None:
    desk.round()
    desk.clock.later(minutes=14)
    assert desk.round() == (0, 0)
    desk.clock.later(minutes=1)
    assert desk.round() == (1, 0)
    desk.clock.later(days=3)
    assert desk.round() == (0, 0)
    assert [note.recipient for note in desk.post.sent] == list(ROUTE.recipients)
    assert desk.reach() is Reach.DELIVERED


def test_what_has_been_seen_goes_no_further(desk: Desk) -> None:
    desk.round()
    alerts.see(desk.store, desk.clock, desk.karen, desk.alert.id)
    desk.clock.later(minutes=30)
    assert desk.round() == (0, 0) and desk.reach() is Reach.SEEN


def test_between_two_recipients_it_is_still_said_to_have_been_delivered(desk: Desk) -> None:
    desk.round()
    desk.clock.later(minutes=15)
    desk.post.mode = "refuses"
    assert desk.round() == (0, 1) and desk.reach() is Reach.DELIVERED


def test_an_attempt_that_never_came_back_is_marked_when_it_is_made_again(desk: Desk) -> None:
    desk.post.mode = "dies"
    with pytest.raises(Killed):
        desk.round()
    assert desk.reach() is Reach.OUTBOX, "nobody knows whether it was taken"
    desk.post.mode = "takes"
    assert desk.round() == (0, 0), "another process may still be at it"
    desk.clock.later(minutes=2)
    assert desk.round() == (1, 0)
    first, second = desk.post.sent
    assert (first.id, first.repeated) == (second.id, False) and second.repeated


def test_the_citizen_is_told_that_it_was_taken_and_not_before(desk: Desk) -> None:
    before = desk.say(desk.talk_id, ACUTE)[0]
    desk.round()
    after, later = desk.say(desk.talk_id, ACUTE, ACUTE)
    told = ["nået frem" in " ".join(reply.text for reply in turn.replies) for turn in (before, after, later)]
    assert told == [False, True, False]


def test_every_attempt_is_in_the_audit(desk: Desk) -> None:
    desk.post.mode = "refuses"
    desk.round()
    desk.post.mode = "takes"
    desk.clock.later(minutes=1)
    desk.round()
    assert [act for act in desk.acts() if act.startswith("alert.")] == [
        "alert.make", "alert.try", "alert.fail", "alert.try", "alert.deliver"]
