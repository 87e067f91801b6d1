# SPDX-License-Identifier: MPL-2.0
"""Holds the clients' ledger against the database: everything once, with its words, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import select, text

from bot.care.answers import NOTE
from bot.care.danger import look_for_danger
from bot.codebook import Safety
from bot.goals.goal import Goal
from bot.goals.lifecycle import Act
from bot.records import Alert
from bot.store.tables import AlertRow, AuditRow
from bot.store.work import SqlStore
from bot.web.gateway import clean
from tests.endurance.ledger import Done, Ledger, Talk
from tests.endurance.sinks import Sinks

_NOT_MARKED = {"confirm", Act.SHARE, Act.START}
"""What comes into a goal's history without a client's mark."""


def findings(store: SqlStore, ledger: Ledger, sinks: Sinks, calm: list[str]) -> list[str]:
    """Every difference in a sentence; empty when nothing is lost and nothing doubled. `calm`: words of a held reply."""
    found = [one for talk in ledger.talks for one in _of_talk(store, talk)]
    found += _of_goals(store, ledger)
    found += [one for talk in ledger.talks for one in _of_alerts_made(store, talk)]
    found += _of_notes(_alerts(store), sinks)
    found += _of_the_database(store, ledger)
    found += [f"{talk.citizen} {talk.id}: the last message was answered calmly only: stuck"
              for talk in ledger.talks if talk.messages and any(word in talk.messages[-1].replies[0] for word in calm)]
    return found


def _of_talk(store: SqlStore, talk: Talk) -> Iterator[str]:
    with store.reading() as work:
        turns = [(turn, turn.said.text) for turn in work.talks.turns(talk.id) if turn.said]
        held = len(work.talks.held(talk.id))
        rating, whole = work.talks.rating(talk.id), work.talks.locked(talk.id)
        summary = work.talks.summary(talk.id)
    kept = [(turn.client_id, said, tuple(reply.text for reply in turn.replies)) for turn, said in turns]
    told = [(said.client_id, clean(said.text), said.replies) for said in talk.messages]
    where = f"{talk.citizen} {talk.id}"
    if kept != told:
        lost = [one for one in told if one not in kept]
        more = [one for one in kept if one not in told]
        yield f"{where}: {len(told)} messages acknowledged, {len(kept)} kept; lost {lost}, not told {more}"
    if held:
        yield f"{where}: {held} messages are still unread"
    if talk.rating and (rating is None or rating.comment != talk.rating):
        yield f"{where}: the rating is not there"
    if whole is None or not talk.quotes <= whole.shared_turns or (talk.shared and summary is None):
        yield f"{where}: what was shared is not there"


def _of_goals(store: SqlStore, ledger: Ledger) -> Iterator[str]:
    told: dict[str, list[Done]] = {goal: [] for talk in ledger.talks for goal in talk.shared}
    for done in ledger.acts:
        told.setdefault(done.goal, []).append(done)
    for goal_id, acts in told.items():
        with store.reading() as work:
            goal = work.goals.get(goal_id)
        if goal is None:
            yield f"goal {goal_id} is not there"
        else:
            yield from _of_goal(goal, acts)


def _of_goal(goal: Goal, acts: list[Done]) -> Iterator[str]:
    kept = Counter((str(change.actor), str(change.act), change.reason) for change in goal.history
                   if change.act not in _NOT_MARKED)
    wanted = Counter((done.actor, done.act, done.mark) for done in acts)
    for what, times in (kept - wanted).items():
        yield f"goal {goal.id}: {what} is there {times} times more than was told"
    for what in wanted - kept:
        yield f"goal {goal.id}: {what} was acknowledged and is not there"
    shares = sum(change.act == Act.SHARE for change in goal.history)
    if shares != 1:
        yield f"goal {goal.id} was shared {shares} times"
    if [change.version for change in goal.history] != list(range(1, len(goal.history) + 1)):
        yield f"goal {goal.id}: the versions are not 1, 2, 3 …"


def _of_alerts_made(store: SqlStore, talk: Talk) -> Iterator[str]:
    """What the citizen was promised is there, and for plain words of danger an alert of their level. (What a model's
    reading alone says is no measure: a faint guess is asked about first.)"""
    acute = any(look_for_danger(clean(said.text)) is Safety.ACUTE for said in talk.messages)
    promised = any(NOTE in reply for said in talk.messages for reply in said.replies)
    with store.reading() as work:
        made = Counter(alert.level for alert in work.alerts.of_conversation(talk.id))
    if acute and made[Safety.ACUTE] == 0:
        yield f"{talk.citizen} {talk.id}: there was danger in plain words, and there is no alert"
    if promised and not made:
        yield f"{talk.citizen} {talk.id}: a word to staff was promised, and there is no alert"
    if any(times > 1 for times in made.values()):
        yield f"{talk.citizen} {talk.id}: more than one alert of a level: {made}"


def _alerts(store: SqlStore) -> list[Alert]:
    with store.reading() as work:
        found = [work.alerts.get(alert) for alert in _ids(store)]
    return [alert for alert in found if alert is not None]


def _ids(store: SqlStore) -> list[str]:
    with store.engine.connect() as connection:
        return list(connection.scalars(select(AlertRow.id)))


def _of_notes(alerts: list[Alert], sinks: Sinks) -> Iterator[str]:
    """Each step of each alert arrived once, or its repetitions say so."""
    arrived: dict[str, list[bool]] = {}
    for taken in sinks.taken:
        arrived.setdefault(taken.id, []).append(taken.repeated)
    for note, repeated in arrived.items():
        if not all(repeated[1:]):
            yield f"note {note} arrived {len(repeated)} times, marked {repeated}"
    known = {f"{alert.id}-{step}" for alert in alerts for step in range(alert.step + 1)}
    yield from (f"note {note} is of no alert" for note in arrived.keys() - known)
    for alert in alerts:
        last = alert.step if alert.delivered_at else alert.step - 1
        missing = [step for step in range(last + 1) if f"{alert.id}-{step}" not in arrived]
        yield from (f"alert {alert.id}: step {step} counts as delivered and never arrived" for step in missing)
        if alert.seen_at is None and last < 0:
            yield f"alert {alert.id} was never delivered after {alert.attempts} attempts"


def _of_the_database(store: SqlStore, ledger: Ledger) -> Iterator[str]:
    verdict = store.verify_audit()
    if verdict.first_broken is not None:
        yield f"the audit is broken at line {verdict.first_broken}"
    with store.engine.connect() as connection:
        if store.engine.dialect.name == "sqlite":
            said = connection.execute(text("PRAGMA integrity_check")).scalar()
            if said != "ok":
                yield f"integrity_check: {said}"
        noted = Counter(connection.scalars(select(AuditRow.subject).where(AuditRow.act == "conversation.turn")))
    for talk in ledger.talks:
        if noted[talk.id] != len(talk.messages):
            yield f"{talk.citizen} {talk.id}: {len(talk.messages)} messages, {noted[talk.id]} lines of audit"
