# SPDX-License-Identifier: MPL-2.0
"""Ten kills, as the long run makes hundreds; and the long run's checks find what they are there to find."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.accounts import Staff
from bot.care.answers import NOTE
from bot.codebook import Safety
from bot.goals.lifecycle import Act
from bot.records import Rating
from bot.services import after_talk, goals, invitations, talking
from bot.services.delivering import Route, deliver_waiting
from bot.store.opening import bring_up_to_date
from bot.store.vault import Vault, new_key
from bot.store.work import SqlStore
from tests.edges.houses import CONTACTS, confirm_goal, understood
from tests.endurance.checks import findings
from tests.endurance.kills import Run, run
from tests.endurance.ledger import Done, Ledger, Message, Talk
from tests.endurance.people import CALM
from tests.endurance.sinks import Sinks, Taken
from tests.factories import Clock

Case = tuple[SqlStore, Ledger, Sinks]


@pytest.mark.journey
def test_ten_kills_lose_nothing(trained_model: None, tmp_path: Path) -> None:
    told = Run(kills=10, talks=6, at_once=6, every=2.0, pace=0.4, waits_for_alerts=240)
    report = run(told, tmp_path, f"sqlite:///{tmp_path}/afsaet.db", quiet=True)
    assert report["findings"] == [], report
    assert report["kills in all"] == 10 and report["messages"] >= 40, report


class Post:
    """A messenger into the sinks."""

    def __init__(self, sinks: Sinks) -> None:
        self.sinks = sinks

    def send(self, note: object) -> None:
        self.sinks.taken.append(Taken(str(getattr(note, "id", "")), "mail", False))


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A store in which one talk was led, and a ledger that tells just that."""
    store, clock = SqlStore(f"sqlite:///{tmp_path}/afsaet.db", Vault(new_key())), Clock()
    bring_up_to_date(store)
    staff, _ = invitations.add_staff(store, clock, "Bodil")
    opened = talking.open_conversation(store, clock, invitations.invite(store, clock, staff, 14).code)
    talk, ledger, sinks = Talk("a01", opened.id), Ledger(), Sinks(random.Random(1))
    for number, text in enumerate(("jeg vil gerne sove bedre", "jeg vil tage mit eget liv i nat")):
        said = talking.respond(store, clock, opened.id, f"besked {number}", understood(text), CONTACTS)
        replies = tuple(reply.text for reply in said.replies)
        talk.messages.append(Message(f"besked {number}", text, replies, said.state.safety))
    ledger.talks += [talk, with_a_goal(store, clock, staff, ledger)]
    deliver_waiting(store, clock, Post(sinks), Route(("vagt@kommune.test",), timedelta(minutes=1)))
    return store, ledger, sinks


def with_a_goal(store: SqlStore, clock: Clock, staff: Staff, ledger: Ledger) -> Talk:
    """A talk of which a goal was shared, with a comment."""
    opened = talking.open_conversation(store, clock, invitations.invite(store, clock, staff, 14).code)
    goal = confirm_goal(store, clock, opened.id)
    goals.share(store, clock, opened.id, [goal], [], True)
    goals.answer(store, clock, opened.id, goal, Act.COMMENT, goals.Words("", "mærkebdf"))
    ledger.acts.append(Done(goal, "citizen", "comment", "mærkebdf"))
    said = talking.history(store, opened.id)[-1]
    replies = tuple(reply.text for reply in said.replies)
    return Talk("a02", opened.id, [Message(said.client_id, "ja", replies, "none")], [goal])


def test_where_nothing_is_wrong_nothing_is_found(case: Case) -> None:
    store, ledger, sinks = case
    assert ledger.talks[0].messages[-1].safety == Safety.ACUTE and len(sinks.taken) == 1
    assert findings(store, ledger, sinks, CALM) == []


def _lost(store: SqlStore, ledger: Ledger, sinks: Sinks) -> None:
    ledger.talks[0].messages.append(Message("besked 9", "den her er væk", ("Ja.",), "none"))


def _other_words(store: SqlStore, ledger: Ledger, sinks: Sinks) -> None:
    told = ledger.talks[0].messages[0]
    ledger.talks[0].messages[0] = Message(told.client_id, "andre ord", told.replies, told.safety)


def _twice(store: SqlStore, ledger: Ledger, sinks: Sinks) -> None:
    talking.respond(store, Clock(), ledger.talks[0].id, "besked 9", understood("jeg vil gerne sove bedre"), CONTACTS)


def _held(store: SqlStore, ledger: Ledger, sinks: Sinks) -> None:
    turn = talking.hold(store, Clock(), ledger.talks[0].id, "besked 9", "hej", CONTACTS)
    replies = tuple(reply.text for reply in turn.replies)
    ledger.talks[0].messages.append(Message("besked 9", "hej", replies, "none"))


def _act_lost(store: SqlStore, ledger: Ledger, sinks: Sinks) -> None:
    ledger.acts.append(Done(ledger.talks[1].shared[0], "citizen", "comment", "mærkeghj"))


def _act_twice(store: SqlStore, ledger: Ledger, sinks: Sinks) -> None:
    talk = ledger.talks[1]
    goals.answer(store, Clock(), talk.id, talk.shared[0], Act.COMMENT, goals.Words("", "mærkebdf"))


def _danger_missed(store: SqlStore, ledger: Ledger, sinks: Sinks) -> None:
    ledger.talks[1].messages.append(ledger.talks[0].messages[1])


def _promise_broken(store: SqlStore, ledger: Ledger, sinks: Sinks) -> None:
    ledger.talks[1].messages.append(Message("besked 9", "hej", (f"Godt. {NOTE}",), "none"))


def _rating_lost(store: SqlStore, ledger: Ledger, sinks: Sinks) -> None:
    after_talk.rate(store, Clock(), ledger.talks[0].id, Rating(8, comment="noget andet"))
    ledger.talks[0].rating = "mærkebdf"


def _note_twice(store: SqlStore, ledger: Ledger, sinks: Sinks) -> None:
    sinks.taken.append(sinks.taken[0])


def _note_lost(store: SqlStore, ledger: Ledger, sinks: Sinks) -> None:
    sinks.taken.clear()


@pytest.mark.parametrize(("wrong", "told"), [
    (_lost, "3 messages acknowledged, 2 kept"), (_other_words, "andre ord"),
    (_twice, "2 messages acknowledged, 3 kept"), (_held, "1 messages are still unread"),
    (_act_lost, "was acknowledged and is not there"), (_act_twice, "1 times more than was told"),
    (_danger_missed, "danger in plain words, and there is no alert"),
    (_promise_broken, "promised, and there is no alert"), (_rating_lost, "the rating is not there"),
    (_note_twice, "arrived 2 times"), (_note_lost, "never arrived"),
])
def test_what_is_lost_or_doubled_is_found(
    case: Case, wrong: Callable[[SqlStore, Ledger, Sinks], None], told: str
) -> None:
    wrong(*case)
    assert told in "\n".join(findings(*case, CALM))
