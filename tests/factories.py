# SPDX-License-Identifier: MPL-2.0
"""Statements, conversations and goals for tests, and a store in memory that keeps all of a unit of work or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.accounts import Account, Session, Staff
from bot.codebook import Intent, Safety, Statement, Talk, Theme
from bot.goals.finding import After, Page, Wanted
from bot.goals.followup import is_due
from bot.goals.goal import Goal, Quote
from bot.goals.lifecycle import Act, Actor, State
from bot.mi import engine
from bot.mi.conversation import Ask, Conversation, Heard, Plan, Process, Wish
from bot.mi.move import Move
from bot.mi.planning import PLAN_ANSWERS
from bot.mi.voice import Reply, speak
from bot.records import Alert, Device, Due, Invitation, Known, Rating, Reading, Summary, Turn
from bot.records import Talk as KeptTalk
from bot.services import caring

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
Label = Talk | Theme | Safety | Intent


def statement(text: str = "Det går", *labels: Label, confidence: float = 1.0) -> Statement:
    """A message with its labels in any order: `statement("Jeg vil ud", Talk.DESIRE, Theme.HEALTH)`."""
    return Statement(
        text,
        talk=frozenset(label for label in labels if isinstance(label, Talk)),
        themes=frozenset(label for label in labels if isinstance(label, Theme)),
        safety=next((label for label in labels if isinstance(label, Safety)), Safety.NONE),
        intent=next((label for label in labels if isinstance(label, Intent)), Intent.SHARE),
        confidence=confidence,
    )


# What the same citizen says when nothing else matters for a test

YES, NO = statement("ja", Intent.AFFIRM), statement("nej", Intent.DENY)
WISH = statement("Jeg vil gerne se min søster noget mere", Talk.DESIRE, Theme.RELATIONS)
REASON = statement("Hun betyder alt for mig", Talk.REASON, Theme.RELATIONS)
STRENGTH = statement("Jeg plejede at ringe til hende hver søndag", Talk.ABILITY)
HARD = statement("Jeg kan ikke holde ud at køre med bus", Talk.SUSTAIN)
STEP = statement("Jeg kan ringe til hende")
NOTHING_MORE = statement("nej ikke mere", Intent.DENY)
ACUTE = statement("Jeg tager alle pillerne nu", Safety.ACUTE)
CONCERN = statement("Det var bedre, hvis jeg ikke var her", Safety.CONCERN)


def rating(number: float) -> Statement:
    """A number on the ruler, as a citizen writes it."""
    return statement(f"{number:g}".replace(".", ","), Intent.RATE)


def conversation(**changes: Any) -> Conversation:
    """A conversation just begun, with `changes` to its fields."""
    return Conversation(**{"id": "samtale", "seed": 7, **changes})


def with_a_wish(**changes: Any) -> Conversation:
    """A conversation in which a wish, a reason and a strength have been told."""
    wish = Wish(WISH.text, "se min søster noget mere", "se din søster noget mere", 1, Theme.RELATIONS)
    heard = [
        Heard(WISH.text, "Du vil gerne se din søster noget mere", frozenset({Talk.DESIRE}), 1),
        Heard(REASON.text, "Din søster betyder alt for dig", frozenset({Talk.REASON}), 2),
        Heard(STRENGTH.text, "Du plejede at ringe til din søster hver søndag", frozenset({Talk.ABILITY}), 3),
    ]
    kinds = {"desire": 1, "reason": 1, "ability": 1}
    told = {
        "turn": 6, "kinds_told": kinds, "tellings": 4, "telling_words": 40, "citizen_words": 40,
        "process": Process.EVOKE, "wishes": [wish], "focus": wish, "heard": heard, "importance": 8.0,
    }
    return conversation(**{**told, **changes})


_BEFORE_A_WISH = (Ask.OPENING, Ask.ENGAGE, Ask.HOPE, Ask.THEME, Ask.IN_THEME)


def asked(ask: Ask, **changes: Any) -> Conversation:
    """A conversation in which this question stands open, as far along as it then is."""
    if ask in _BEFORE_A_WISH:
        place = _BEFORE_A_WISH.index(ask)
        before = {"has_asked": set(_BEFORE_A_WISH[: place + 1]), "asked_in_engage": min(place, 2), "turn": place}
        return conversation(**{"asked": ask, **before, **changes})
    if ask is Ask.HAPPENING_NOW or ask is Ask.AFTER_DANGER:
        danger = {"danger": Safety.CONCERN, "danger_in_words": True, "danger_answers": {"concern": 1}}
        changes = {**danger, **changes}
    if ask is Ask.WHICH_FIRST:
        return with_two_wishes(**{"asked": ask, "has_asked": {ask}, "process": Process.FOCUS, **changes})
    if ask in PLAN_ANSWERS and ask is not Ask.PERMISSION:
        changes = {"process": Process.PLAN, "plan": a_plan(ask), **changes}
    return with_a_wish(**{"asked": ask, "has_asked": {Ask.PERMISSION, ask}, **changes})


def with_two_wishes(**changes: Any) -> Conversation:
    """A conversation in which two wishes have been told."""
    talk = with_a_wish(**changes)
    talk.wishes.append(Wish("Jeg drømmer om en hund", "en hund", "en hund", 4))
    return talk


def a_plan(ask: Ask) -> Plan:
    """What has been said of the step when this question stands open."""
    plan = Plan() if ask is Ask.STEP else Plan(step="Jeg ringer til min søster")
    if ask in (Ask.READ_BACK, Ask.CHANGE_OR_LEAVE, Ask.REWORD):
        plan.when, plan.sure, plan.wording = "på søndag", 8, "Jeg ringer til min søster på søndag."
    return plan


@dataclass
class Told:
    """One turn of a conversation in a test."""

    said: Statement | None
    move: Move
    replies: tuple[Reply, ...]

    @property
    def text(self) -> str:
        """All bubbles as one text."""
        return " ".join(reply.text for reply in self.replies)


def tell(talk: Conversation, *said: Statement) -> list[Told]:
    """What the desk answers to each message in turn, put into Danish."""
    turns = []
    for message in said:
        move = caring.respond(talk, message)
        turns.append(Told(message, move, speak(talk, move)))
    return turns


def begin(talk: Conversation) -> Told:
    """The first turn."""
    move = engine.open_talk(talk)
    return Told(None, move, speak(talk, move))


def goal(goal_id: str = "mål", **changes: Any) -> Goal:
    """A draft that its citizen has confirmed, with `changes` to its fields."""
    made = Goal(**{
        "id": goal_id, "citizen_id": "borger", "conversation_id": "samtale", "wish": Quote(WISH.text, 1),
        "wording": "Jeg ringer til min søster på søndag.", **changes,
    })
    if not made.history:
        made.note(Actor.CITIZEN, "confirm", MORNING)
    return made


_PATHS: dict[State, tuple[tuple[Actor, Act], ...]] = {
    State.DRAFT: (),
    State.SHARED: ((Actor.CITIZEN, Act.SHARE),),
    State.SUGGESTED: ((Actor.CITIZEN, Act.SHARE), (Actor.STAFF, Act.SUGGEST)),
    State.ASKED: ((Actor.CITIZEN, Act.SHARE), (Actor.STAFF, Act.ASK)),
    State.DECLINED: ((Actor.CITIZEN, Act.SHARE), (Actor.STAFF, Act.NOT_NOW)),
    State.AGREED: ((Actor.CITIZEN, Act.SHARE), (Actor.STAFF, Act.AGREE)),
    State.ACTIVE: ((Actor.CITIZEN, Act.SHARE), (Actor.STAFF, Act.AGREE), (Actor.CITIZEN, Act.START)),
    State.WITHDRAWN: ((Actor.CITIZEN, Act.TAKE_BACK),),
}


def goal_in(state: State, goal_id: str = "mål", **changes: Any) -> Goal:
    """A goal that came to this state by the acts that lead there."""
    ends = {State.PAUSED: Act.PAUSE, State.REACHED: Act.REACH, State.DROPPED: Act.DROP}
    made = goal(goal_id, **changes)
    path = _PATHS.get(state) or ((*_PATHS[State.ACTIVE], (Actor.CITIZEN, ends[state])) if state in ends else ())
    for actor, act in path:
        made.apply(actor, act, MORNING, "Jeg sender en besked til min søster.", "fordi")
    assert made.state is state
    return made


class Clock:
    """A clock that a test sets."""

    def __init__(self, at: datetime = MORNING) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """The time that was set."""
        return self.at

    def later(self, **step: float) -> None:
        """Moves on: `later(days=3)`."""
        self.at += timedelta(**step)


# A store in memory


@dataclass(frozen=True)
class Line:
    """One line of the audit."""

    at: datetime
    actor: str
    act: str
    subject: str
    purpose: str


@dataclass
class Kept:
    """All that has been committed."""

    talks: dict[str, KeptTalk] = field(default_factory=dict)
    turns: dict[str, list[Turn]] = field(default_factory=dict)
    alerts: dict[str, Alert] = field(default_factory=dict)
    goals: dict[str, Goal] = field(default_factory=dict)
    staff: dict[str, Staff] = field(default_factory=dict)
    citizens: set[str] = field(default_factory=set)
    relations: set[tuple[str, str]] = field(default_factory=set)
    called: dict[str, str] = field(default_factory=dict)
    summaries: dict[str, Summary] = field(default_factory=dict)
    ratings: dict[str, Rating] = field(default_factory=dict)
    invitations: dict[str, Invitation] = field(default_factory=dict)
    devices: dict[str, tuple[datetime | None, datetime | None]] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    audit: list[Line] = field(default_factory=list)


class _FakeTalks:
    """See `bot.ports.Talks`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def add(self, talk: KeptTalk, opening: Turn) -> None:
        assert talk.citizen_id in self._kept.citizens, "a conversation needs a citizen"
        assert talk.conversation.id not in self._kept.talks
        self._kept.talks[talk.conversation.id] = deepcopy(talk)
        self._kept.turns[talk.conversation.id] = [deepcopy(opening)]
        self._kept.devices[talk.conversation.id] = (opening.at, opening.at)

    def locked(self, conversation_id: str) -> KeptTalk | None:
        return deepcopy(self._kept.talks.get(conversation_id))

    def save(self, talk: KeptTalk) -> None:
        kept = self._kept.talks[talk.conversation.id]
        shared = kept.shared_turns | talk.shared_turns
        self._kept.talks[talk.conversation.id] = replace(
            kept, conversation=deepcopy(talk.conversation), shared_turns=shared
        )

    def earlier(self, citizen_id: str, at_most: int) -> Sequence[KeptTalk]:
        theirs = [talk for talk in self._kept.talks.values() if talk.citizen_id == citizen_id]
        return deepcopy(theirs[::-1][:at_most])

    def owner(self, conversation_id: str) -> str | None:
        talk = self._kept.talks.get(conversation_id)
        return talk.citizen_id if talk else None

    def token_hash(self, conversation_id: str) -> str | None:
        talk = self._kept.talks.get(conversation_id)
        return talk.token_hash if talk else None

    def device(self, token_hash: str) -> Device | None:
        found = next((key for key, talk in self._kept.talks.items() if talk.token_hash == token_hash), None)
        return Device(found, *self._kept.devices.get(found, (None, None))) if found else None

    def device_seen(self, conversation_id: str, at: datetime) -> None:
        since, _ = self._kept.devices.get(conversation_id, (None, None))
        self._kept.devices[conversation_id] = (since, at)

    def new_token(self, conversation_id: str, token_hash: str, at: datetime) -> None:
        self._kept.talks[conversation_id].token_hash = token_hash
        self._kept.devices[conversation_id] = (at, at)

    def add_turn(self, conversation_id: str, turn: Turn) -> None:
        turns = self._kept.turns[conversation_id]
        assert turn.number not in {earlier.number for earlier in turns}, "the number of a turn is its own"
        assert turn.client_id not in {earlier.client_id for earlier in turns}
        turns.append(deepcopy(turn))

    def save_turn(self, conversation_id: str, turn: Turn) -> None:
        turns = self._kept.turns[conversation_id]
        place = next(place for place, earlier in enumerate(turns) if earlier.number == turn.number)
        turns[place] = deepcopy(turn)

    def turn_by_client_id(self, conversation_id: str, client_id: str) -> Turn | None:
        return next((turn for turn in self.turns(conversation_id) if turn.client_id == client_id), None)

    def turns(self, conversation_id: str) -> Sequence[Turn]:
        return deepcopy(sorted(self._kept.turns.get(conversation_id, ()), key=lambda turn: turn.number))

    def held(self, conversation_id: str) -> Sequence[Turn]:
        return [turn for turn in self.turns(conversation_id) if turn.reading is Reading.HELD]

    def with_held(self) -> Sequence[str]:
        return [talk for talk in self._kept.turns if self.held(talk)]

    def keep_summary(self, conversation_id: str, summary: Summary) -> None:
        self._kept.summaries[conversation_id] = summary

    def summary(self, conversation_id: str) -> Summary | None:
        return self._kept.summaries.get(conversation_id)

    def rate(self, conversation_id: str, rating: Rating, at: datetime) -> None:
        self._kept.ratings[conversation_id] = rating

    def rating(self, conversation_id: str) -> Rating | None:
        return self._kept.ratings.get(conversation_id)

    def erase(self, conversation_id: str) -> None:
        self._kept.turns[conversation_id] = []
        self._kept.talks[conversation_id].shared_turns = set()


class _FakeGoals:
    """See `bot.ports.Goals`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def add(self, goal: Goal) -> None:
        assert goal.id not in self._kept.goals
        self._kept.goals[goal.id] = deepcopy(goal)

    def get(self, goal_id: str) -> Goal | None:
        return deepcopy(self._kept.goals.get(goal_id))

    locked = get

    def save(self, goal: Goal) -> None:
        before = self._kept.goals[goal.id].history
        assert goal.history[: len(before)] == before, "what has been is left as it is"
        self._kept.goals[goal.id] = deepcopy(goal)

    def _those(self, wanted: Callable[[Goal], bool]) -> list[Goal]:
        return [deepcopy(goal) for goal in self._kept.goals.values() if wanted(goal)]

    def of_conversation(self, conversation_id: str) -> Sequence[Goal]:
        return self._those(lambda goal: goal.conversation_id == conversation_id)

    def of_citizen(self, citizen_id: str) -> Sequence[Goal]:
        return self._those(lambda goal: goal.citizen_id == citizen_id)

    def of_staff(self, staff_id: str, wanted: Wanted, after: After | None, at_most: int) -> Page:
        theirs = {citizen for staff, citizen in self._kept.relations if staff == staff_id}
        found = self._those(lambda goal: goal.citizen_id in theirs and goal.state in wanted.states)
        found = [goal for goal in found if wanted.fits(goal) and wanted.citizen_id in (None, goal.citizen_id)]
        ordered = sorted(found, key=lambda goal: (goal.history[-1].at, goal.id))
        left = [goal for goal in ordered if after is None or (goal.history[-1].at, goal.id) > (after.at, after.id)]
        last = left[at_most - 1] if len(left) > at_most else None
        return Page(left[:at_most], After(last.history[-1].at, last.id) if last else None)

    def due(self, on: date) -> Sequence[Due]:
        found = self._those(lambda goal: goal.state is State.ACTIVE and is_due(goal, on))
        staff = {goal.id: [s for s, citizen in sorted(self._kept.relations) if citizen == goal.citizen_id]
                 for goal in found}
        return [Due(goal.id, goal.citizen_id, goal.due_on or on, tuple(staff[goal.id])) for goal in found]

    def delete_drafts(self, conversation_id: str) -> None:
        for made in self._those(lambda goal: goal.conversation_id == conversation_id and goal.state is State.DRAFT):
            del self._kept.goals[made.id]

    def active_count(self, citizen_id: str) -> int:
        return len(self._those(lambda goal: goal.citizen_id == citizen_id and goal.state is State.ACTIVE))

    def quotes(self, goal: Goal) -> Sequence[tuple[int, str]]:
        shared = self._kept.talks[goal.conversation_id].shared_turns
        turns = self._kept.turns[goal.conversation_id]
        return [(turn.number, turn.said.text) for turn in turns if turn.said and turn.number in shared]


class _FakePeople:
    """See `bot.ports.People`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def add_staff(self, staff: Staff, token_hash: str, at: datetime) -> None:
        self._kept.staff[token_hash] = staff

    def staff_by_token(self, token_hash: str) -> Staff | None:
        return self._kept.staff.get(token_hash)

    def add_citizen(self, citizen_id: str, staff_id: str, at: datetime) -> None:
        assert citizen_id not in self._kept.citizens
        self._kept.citizens.add(citizen_id)
        if staff_id:
            self._kept.relations.add((staff_id, citizen_id))

    def call(self, citizen_id: str, called: str) -> None:
        self._kept.called[citizen_id] = called

    def citizens_of(self, staff_id: str) -> Sequence[Known]:
        theirs = sorted(citizen for staff, citizen in self._kept.relations if staff == staff_id)
        return [Known(citizen, self._kept.called.get(citizen, ""), MORNING) for citizen in theirs]

    def works_with(self, staff_id: str, citizen_id: str) -> bool:
        return (staff_id, citizen_id) in self._kept.relations

    def relate(self, staff_id: str, citizen_id: str, at: datetime) -> None:
        self._kept.relations.add((staff_id, citizen_id))

    def end_relation(self, staff_id: str, citizen_id: str, at: datetime) -> None:
        self._kept.relations.discard((staff_id, citizen_id))

    def has_citizen(self, citizen_id: str) -> bool:
        return citizen_id in self._kept.citizens

    def add_invitation(self, invitation: Invitation, at: datetime) -> None:
        self._kept.invitations[invitation.code_hash] = deepcopy(invitation)

    def invitation(self, code_hash: str) -> Invitation | None:
        return deepcopy(self._kept.invitations.get(code_hash))

    def use_invitation(self, invitation: Invitation) -> None:
        self._kept.invitations[invitation.code_hash] = deepcopy(invitation)


class _FakeAccounts:
    """See `bot.ports.Accounts`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def add(self, account: Account, at: datetime) -> None:
        assert account.staff.id not in self._kept.accounts
        self._kept.accounts[account.staff.id] = deepcopy(account)

    def get(self, staff_id: str) -> Account | None:
        return deepcopy(self._kept.accounts.get(staff_id))

    locked = get

    def by_login(self, login: str) -> Account | None:
        wanted = login.strip().casefold()
        return next((deepcopy(one) for one in self._kept.accounts.values() if one.login.casefold() == wanted), None)

    def by_subject(self, subject: str) -> Account | None:
        return next((deepcopy(one) for one in self._kept.accounts.values() if one.subject == subject), None)

    def save(self, account: Account) -> None:
        assert account.staff.id in self._kept.accounts
        self._kept.accounts[account.staff.id] = deepcopy(account)

    def all(self) -> Sequence[Account]:
        return sorted(deepcopy(list(self._kept.accounts.values())), key=lambda one: (one.staff.role, one.staff.name))

    def add_session(self, session: Session) -> None:
        self._kept.sessions[session.token_hash] = deepcopy(session)

    def session(self, token_hash: str) -> Session | None:
        return deepcopy(self._kept.sessions.get(token_hash))

    def save_session(self, session: Session) -> None:
        self._kept.sessions[session.token_hash] = deepcopy(session)

    def end_session(self, token_hash: str) -> None:
        self._kept.sessions.pop(token_hash, None)

    def end_sessions(self, staff_id: str) -> int:
        theirs = [key for key, one in self._kept.sessions.items() if one.staff_id == staff_id]
        for key in theirs:
            del self._kept.sessions[key]
        return len(theirs)


class _FakeAlerts:
    """See `bot.ports.Alerts`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def add(self, alert: Alert) -> None:
        assert alert.id not in self._kept.alerts
        self._kept.alerts[alert.id] = deepcopy(alert)

    def get(self, alert_id: str) -> Alert | None:
        return deepcopy(self._kept.alerts.get(alert_id))

    def save(self, alert: Alert) -> None:
        assert alert.id in self._kept.alerts
        self._kept.alerts[alert.id] = deepcopy(alert)

    def of_conversation(self, conversation_id: str) -> Sequence[Alert]:
        return [deepcopy(one) for one in self._kept.alerts.values() if one.conversation_id == conversation_id]

    def waiting(self, at: datetime, latest: datetime, steps: int) -> Sequence[str]:
        return [
            one.id for one in self._kept.alerts.values()
            if one.seen_at is None and (one.next_at is None or not at < one.next_at <= latest)
            and (one.delivered_at is None or one.step + 1 < steps)
        ]

    def of_staff(self, staff_id: str) -> Sequence[Alert]:
        theirs = {citizen for staff, citizen in self._kept.relations if staff == staff_id}
        found = [one for one in self._kept.alerts.values() if one.citizen_id in theirs]
        return deepcopy(sorted(found, key=lambda one: (one.seen_at is not None, -one.at.timestamp())))


class Broken(Exception):
    """The store fails, as a test asked it to."""


class _FakeAudit:
    """See `bot.ports.Audit`."""

    def __init__(self, kept: Kept, breaks: bool) -> None:
        self._kept, self._breaks = kept, breaks

    def note(self, at: datetime, actor: str, act: str, subject: str, purpose: str = "") -> None:
        if self._breaks:
            raise Broken
        self._kept.audit.append(Line(at, actor, act, subject, purpose))


class FakeUnitOfWork:
    """See `bot.ports.UnitOfWork`."""

    def __init__(self, kept: Kept, breaks: bool) -> None:
        self.talks, self.goals, self.people = _FakeTalks(kept), _FakeGoals(kept), _FakePeople(kept)
        self.alerts, self.accounts = _FakeAlerts(kept), _FakeAccounts(kept)
        self.audit = _FakeAudit(kept, breaks)


class FakeStore:
    """See `bot.ports.Store`. `kept` is what has been committed; with `breaks` set, every audit line fails."""

    def __init__(self) -> None:
        self.kept = Kept()
        self.breaks = False

    @contextmanager
    def __call__(self) -> Iterator[Any]:
        """All that is written inside is kept at the end; after an exception nothing is."""
        draft = deepcopy(self.kept)
        yield FakeUnitOfWork(draft, self.breaks)
        self.kept = draft

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """Writing inside is a mistake."""
        draft = deepcopy(self.kept)
        yield FakeUnitOfWork(draft, self.breaks)
        assert draft == self.kept, "a unit that only reads has written"

    def state(self) -> Kept:
        """A copy of what is kept, to compare with later."""
        return deepcopy(self.kept)

    def differs_in(self, before: Kept) -> set[str]:
        """Which parts are no longer as they were."""
        return {part.name for part in fields(Kept) if getattr(before, part.name) != getattr(self.kept, part.name)}
