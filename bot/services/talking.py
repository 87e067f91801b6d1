# SPDX-License-Identifier: MPL-2.0
"""A citizen's turn: load, respond, save, in one transaction; nothing twice, nothing lost."""

from __future__ import annotations

import secrets as chance
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.accounts import Staff
from bot.care import answers, danger, staff_now
from bot.care.help_lines import Contact
from bot.care.staffed_hours import Presence, StaffedHours, presence
from bot.codebook import Safety, Statement
from bot.goals.lifecycle import State
from bot.mi import engine, noting
from bot.mi.conversation import Conversation, Earlier, Way
from bot.mi.move import Effect, Move
from bot.mi.voice import Reply, codes_of, speak
from bot.ports import Clock, Store, UnitOfWork
from bot.records import Reach, Reading, Talk, TalkState, Turn
from bot.services import alerts, caring, drafting
from bot.services.errors import EmptyText, TextTooLong, UnknownConversation
from bot.services.invitations import claim
from bot.services.permissions import check_staff_may_reach
from bot.services.secrets import hash_of, new_id, new_token

LONGEST_TEXT = 4_000
"""Characters in one message: about two pages; more is asked for in smaller pieces."""


JOINED = 3
"""Up to three conversations join one another before anything is decided (Randers)."""
_LONGEST_EARLIER = 160
_GONE = frozenset({State.WITHDRAWN, State.DECLINED, State.DROPPED})


@dataclass(frozen=True)
class Opened:
    """A new conversation, the token that only its citizen holds, and the first replies."""

    id: str
    token: str
    replies: tuple[Reply, ...]


def open_conversation(store: Store, clock: Clock, code: str, way: Way = Way.MEETING) -> Opened:
    """Begins the conversation that an invitation code stands for, by a way in; see `claim` for its errors."""
    token = new_token()
    with store() as work:
        invitation = claim(work, clock(), code)
        if invitation.conversation_id:
            return _reopen(work, clock, invitation.conversation_id, token)
        opened = _begin(work, clock, invitation.citizen_id, new_id(), token, way)
        invitation.conversation_id = opened.id
        work.people.use_invitation(invitation)
        return opened


def _begin(
    work: UnitOfWork, clock: Clock, citizen_id: str, conversation_id: str, token: str, way: Way = Way.MEETING
) -> Opened:
    earlier = _earlier(work, citizen_id)
    conversation = Conversation(id=conversation_id, seed=chance.randbelow(2**31), way=way, earlier=earlier)
    move = engine.open_talk(conversation)
    opening = Turn(
        0, "opening", None, speak(conversation, move), _state(conversation), clock(),
        acts=_acts(move), codes=codes_of(move), why=move.why,
    )
    work.talks.add(Talk(citizen_id, hash_of(token), conversation), opening)
    work.audit.note(clock(), f"citizen:{citizen_id}", "conversation.open", conversation.id)
    return Opened(conversation.id, token, opening.replies)


def _earlier(work: UnitOfWork, citizen_id: str) -> Earlier | None:
    """What the newest of the citizen's talks that came to something ended with; a talk knows of two before it."""
    talks = work.talks.earlier(citizen_id, JOINED - 1)
    for talk in talks:
        standing = [goal for goal in work.goals.of_conversation(talk.conversation.id) if goal.state not in _GONE]
        focus = talk.conversation.focus
        if standing or (focus and len(focus.said) <= _LONGEST_EARLIER):
            wish = focus.said if focus else ""
            return Earlier(standing[-1].wording if standing else wish, wish, len(talks))
    return None


def _reopen(work: UnitOfWork, clock: Clock, conversation_id: str, token: str) -> Opened:
    """The same beginning once more, for a phone that never got the first answer; the old token ends."""
    work.talks.new_token(conversation_id, hash_of(token), clock())
    work.audit.note(clock(), "citizen", "conversation.reopen", conversation_id)
    return Opened(conversation_id, token, work.talks.turns(conversation_id)[0].replies)


def open_development_talk(store: Store, clock: Clock, conversation_id: str) -> None:
    """A conversation for `rasa shell`, which has no invitation; the same sender goes on with the same talk."""
    with store() as work:
        if work.talks.token_hash(conversation_id) is None:
            citizen_id = new_id()
            work.people.add_citizen(citizen_id, "", clock())
            _begin(work, clock, citizen_id, conversation_id, new_token())


def check_text(text: str) -> None:
    """`EmptyText` or `TextTooLong` for what can't be a message."""
    if not text.strip():
        raise EmptyText
    if len(text) > LONGEST_TEXT:
        raise TextTooLong


def respond(
    store: Store, clock: Clock, conversation_id: str, client_id: str, statement: Statement,
    contacts: tuple[Contact, ...] = (), hours: StaffedHours | None = None,
) -> Turn:
    """Answers a message that has been read. The same `client_id` again gives the same turn and changes nothing.

    A message that was held while nobody could read it is now heard, and keeps the answer it got.
    """
    with store() as work:
        talk = _locked(work, conversation_id)
        earlier = work.talks.turn_by_client_id(conversation_id, client_id)
        if earlier and earlier.reading is Reading.READ:
            return earlier
        if earlier:
            return _hear_late(work, clock, talk, earlier, statement)
        in_danger = talk.conversation.danger is not Safety.NONE
        reach = alerts.reach_of(work, conversation_id) if in_danger else Reach.OUTBOX
        move = caring.respond(talk.conversation, statement, contacts, reach, _presence(hours, clock))
        return _keep(work, clock, talk, client_id, statement, move)


def hold(
    store: Store, clock: Clock, conversation_id: str, client_id: str, text: str,
    contacts: tuple[Contact, ...] = (), hours: StaffedHours | None = None,
) -> Turn:
    """Keeps a message that nobody can read now, and answers it calmly; danger in plain words is still seen."""
    with store() as work:
        talk = _locked(work, conversation_id)
        earlier = work.talks.turn_by_client_id(conversation_id, client_id)
        if earlier:
            return earlier
        statement = Statement(text, safety=danger.look_for_danger(text), confidence=0.0)
        return _keep_held(work, clock, talk, client_id, statement, _Around(contacts, _presence(hours, clock)))


class _Around(NamedTuple):
    """Who can be reached."""

    contacts: tuple[Contact, ...]
    presence: Presence | None


def _presence(hours: StaffedHours | None, clock: Clock) -> Presence | None:
    return presence(hours, clock()) if hours else None


def _locked(work: UnitOfWork, conversation_id: str) -> Talk:
    talk = work.talks.locked(conversation_id)
    if talk is None:
        raise UnknownConversation
    return talk


def _hear_late(work: UnitOfWork, clock: Clock, talk: Talk, earlier: Turn, statement: Statement) -> Turn:
    caring.catch_up(talk.conversation, statement)
    alerts.alert_if_danger(work, clock, talk, statement)
    turn = replace(earlier, said=statement, reading=Reading.READ)
    work.talks.save_turn(talk.conversation.id, turn)
    work.talks.save(talk)
    return turn


def _keep(
    work: UnitOfWork, clock: Clock, talk: Talk, client_id: str, statement: Statement, move: Move
) -> Turn:
    conversation, at = talk.conversation, clock()
    replies = speak(conversation, move)
    if move.effect is Effect.ERASE:
        work.talks.erase(conversation.id)
        work.goals.delete_drafts(conversation.id)
        talk.shared_turns = set()
        talk.conversation = conversation = _emptied(conversation)
        statement = replace(statement, text="")
    if move.effect is Effect.DRAFT_GOAL:
        drafting.keep_draft(work, clock, talk)
    if "wish_taken_off" in _acts(move):
        drafting.take_wish_off_drafts(work, clock, talk)
    turn = Turn(
        conversation.turn, client_id, statement, replies, _state(conversation, statement), at,
        acts=_acts(move), codes=codes_of(move), why=move.why,
    )
    _save(work, clock, talk, turn)
    return turn


def _keep_held(
    work: UnitOfWork, clock: Clock, talk: Talk, client_id: str, statement: Statement, around: _Around
) -> Turn:
    conversation = talk.conversation
    conversation.turn += 1
    if statement.safety is Safety.NONE:
        bubbles = answers.calm_reply(around.contacts, conversation.count("held"))
    else:
        move = caring.answer_danger(conversation, statement.safety, statement.text, around.contacts)
        bubbles = noting.noted(conversation, move).verbatim
    bubbles = staff_now.truly(bubbles, around.presence)
    turn = Turn(
        conversation.turn, client_id, statement, tuple(Reply(text) for text in bubbles),
        _state(conversation, statement), clock(), Reading.HELD, codes=("safety",),
        why="Beskeden kunne ikke læses lige da",
    )
    _save(work, clock, talk, turn)
    return turn


def _save(work: UnitOfWork, clock: Clock, talk: Talk, turn: Turn) -> None:
    alerts.alert_if_danger(work, clock, talk, turn.said)
    work.talks.add_turn(talk.conversation.id, turn)
    work.talks.save(talk)
    work.audit.note(turn.at, f"citizen:{talk.citizen_id}", "conversation.turn", talk.conversation.id)


def _emptied(conversation: Conversation) -> Conversation:
    """The same talk with nothing in it; only its number goes on, so that no turn is counted twice."""
    return Conversation(id=conversation.id, seed=conversation.seed, turn=conversation.turn, status=conversation.status)


def _state(conversation: Conversation, statement: Statement | None = None) -> TalkState:
    safety = statement.safety if statement else Safety.NONE
    return TalkState(conversation.process, conversation.theme, safety, tuple(conversation.draft_ids))


def _acts(move: Move) -> tuple[str, ...]:
    return tuple(act.phrase for act in move.acts)


def turn_of(store: Store, conversation_id: str, client_id: str) -> Turn | None:
    """The turn that answered a message, if it has been answered."""
    with store.reading() as work:
        return work.talks.turn_by_client_id(conversation_id, client_id)


def before_sending(store: Store, conversation_id: str, client_id: str) -> tuple[Turn | None, tuple[Turn, ...]]:
    """The turn that already answered this message, and the earlier messages that are still unread."""
    with store.reading() as work:
        answered = work.talks.turn_by_client_id(conversation_id, client_id)
        return answered, () if answered else tuple(work.talks.held(conversation_id))


def with_held(store: Store) -> tuple[str, ...]:
    """The conversations in which a message is still unread."""
    with store.reading() as work:
        return tuple(work.talks.with_held())


def moves_for_staff(store: Store, clock: Clock, staff: Staff, conversation_id: str) -> tuple[Turn, ...]:
    """Why the bot said what it said, turn by turn: for staff who work with the citizen, once something is shared.

    The turns come without anybody's words. `UnknownConversation` for all others; noted as read.
    """
    with store() as work:
        citizen = work.talks.owner(conversation_id)
        check_staff_may_reach(work, staff, citizen, UnknownConversation)
        if not _is_shared(work, conversation_id):
            raise UnknownConversation
        work.audit.note(clock(), f"staff:{staff.id}", "moves.read", conversation_id, "why")
        return tuple(replace(turn, said=None, replies=()) for turn in work.talks.turns(conversation_id))


def _is_shared(work: UnitOfWork, conversation_id: str) -> bool:
    talk = work.talks.locked(conversation_id)
    goals = work.goals.of_conversation(conversation_id)
    return bool(talk and talk.shared_turns) or any(goal.state not in _UNSHARED for goal in goals)


_UNSHARED = frozenset({State.DRAFT, State.WITHDRAWN})


def history(store: Store, conversation_id: str) -> tuple[Turn, ...]:
    """The conversation so far, turn by turn."""
    with store.reading() as work:
        return tuple(work.talks.turns(conversation_id))
