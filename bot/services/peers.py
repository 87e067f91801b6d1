# SPDX-License-Identifier: MPL-2.0
"""Supported sessions: the citizen lets a peer in and out; the two write to each other while the bot rests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.accounts import Staff
from bot.care import danger
from bot.codebook import Safety
from bot.peering import Author, Line, LineKind, PeerSession
from bot.ports import Clock, Store, UnitOfWork
from bot.records import CALLED_BY_PEER, Alert, Turn
from bot.services.errors import EmptyText, NoSession, TextTooLong, UnknownCode, UnknownConversation
from bot.services.secrets import hash_of_code, new_code, new_id

CODE_LASTS = timedelta(minutes=15)
"""A code is shown on the citizen's screen to somebody who sits beside them."""
LASTS = timedelta(hours=3)
"""A session that nobody ended is over after this: longer than any meeting."""
LONGEST_LINE = 2_000
"""Characters."""


@dataclass(frozen=True)
class Room:
    """What both see: who is there, what the citizen and the bot said since the peer came, and the lines between the
    two."""

    session: PeerSession
    peer: str
    turns: Sequence[Turn]
    lines: Sequence[Line]

    @property
    def shows_help(self) -> bool:
        """Whether somebody wrote of danger, so that both see the same numbers; not for a guess."""
        texts = [*(turn.said.text for turn in self.turns if turn.said), *(line.text for line in self.lines)]
        acute = any(turn.state.safety is Safety.ACUTE for turn in self.turns)
        return acute or any(danger.look_for_danger(text) is not Safety.NONE for text in texts)


def let_in(store: Store, clock: Clock, conversation_id: str, keep_notes: bool = False) -> str:
    """A code with which one peer may come into this conversation; an earlier session ends."""
    code, at = new_code(), clock()
    with store() as work:
        citizen = work.talks.owner(conversation_id)
        if citizen is None:
            raise UnknownConversation
        _end_what_is_on(work, at, conversation_id, keep_notes)
        work.peering.add(PeerSession(new_id(), conversation_id, hash_of_code(code), at, at + CODE_LASTS))
        work.audit.note(at, f"citizen:{citizen}", "peer.let-in", conversation_id)
    return code


def join(store: Store, clock: Clock, peer: Staff, code: str) -> PeerSession:
    """The peer takes the place that a code stands for, once. `UnknownCode` for all that is not one."""
    at = clock()
    with store() as work:
        session = work.peering.by_code(hash_of_code(code))
        if session is None or session.joined_at or session.ended_at or session.code_until < at:
            raise UnknownCode("Koden passer ikke eller er for gammel. Bed borgeren om at vise en ny.")
        before = _on_of(work, peer, at)
        if before is not None:
            before.ended_at = at
            work.peering.save(before)
        session.staff_id, session.joined_at = peer.id, at
        work.peering.save(session)
        work.audit.note(at, f"staff:{peer.id}", "peer.join", session.conversation_id, "supported session")
        return session


def _on_of(work: UnitOfWork, peer: Staff, at: datetime) -> PeerSession | None:
    session = work.peering.on_of_staff(peer.id)
    return session if session and session.joined_at and at - session.joined_at < LASTS else None


def room_of_peer(store: Store, clock: Clock, peer: Staff) -> Room:
    """What the peer sees now; `NoSession` before they came in and after the session."""
    with store.reading() as work:
        session = _on_of(work, peer, clock())
        if session is None:
            raise NoSession
        return _room(work, session)


def room_of_citizen(store: Store, clock: Clock, conversation_id: str) -> Room | None:
    """What the citizen sees of the session; None while nobody is there."""
    with store.reading() as work:
        session = _on_in(work, clock(), conversation_id)
        return _room(work, session) if session else None


def _on_in(work: UnitOfWork, at: datetime, conversation_id: str) -> PeerSession | None:
    session = work.peering.newest_in(conversation_id)
    lasts = session is not None and session.joined_at is not None and at - session.joined_at < LASTS
    return session if session and session.is_on and lasts else None


def _room(work: UnitOfWork, session: PeerSession) -> Room:
    assert session.joined_at is not None and session.staff_id is not None  # noqa: S101  (it is on)
    account = work.accounts.get(session.staff_id)
    turns = [turn for turn in work.talks.turns(session.conversation_id) if turn.at >= session.joined_at]
    return Room(session, account.staff.name if account else "", turns, work.peering.lines(session.id))


def say_as_peer(
    store: Store, clock: Clock, peer: Staff, text: str, kind: LineKind = LineKind.SAID
) -> Line:
    """A line of the peer's; a `CALL` also becomes an alert for the citizen's staff. `NoSession`, `EmptyText`,
    `TextTooLong`."""
    at = clock()
    with store() as work:
        session = _on_of(work, peer, at)
        if session is None:
            raise NoSession
        line = _add(work, session, Author.PEER, kind, text, at)
        if kind is LineKind.CALL:
            _call_staff(work, at, session)
        return line


def _call_staff(work: UnitOfWork, at: datetime, session: PeerSession) -> None:
    citizen = work.talks.owner(session.conversation_id)
    if citizen is None:
        raise UnknownConversation
    alert = Alert(new_id(), citizen, session.conversation_id, CALLED_BY_PEER, Safety.CONCERN, at)
    work.alerts.add(alert)
    work.audit.note(at, f"staff:{session.staff_id}", "alert.make", alert.id, "peer")


def hears_the_citizen(store: Store, clock: Clock, conversation_id: str, text: str) -> bool:
    """Keeps what the citizen writes to the peer while the bot rests; False where it is for the bot: when nobody is
    there, when the bot does not rest, and always when it tells of danger."""
    at = clock()
    with store() as work:
        session = _on_in(work, at, conversation_id)
        if session is None or not session.bot_rests or danger.look_for_danger(text) is not Safety.NONE:
            return False
        _add(work, session, Author.CITIZEN, LineKind.SAID, text, at)
        return True


def _add(work: UnitOfWork, session: PeerSession, author: Author, kind: LineKind, text: str, at: datetime) -> Line:
    if not text.strip():
        raise EmptyText
    if len(text) > LONGEST_LINE:
        raise TextTooLong
    number = len(work.peering.lines(session.id)) + 1
    line = Line(number, session.id, author, kind, text.strip(), at)
    work.peering.add_line(line)
    return line


def let_bot_rest(store: Store, clock: Clock, conversation_id: str, rests: bool) -> None:
    """The bot steps back while the two talk, or comes back; nothing happens while nobody is there."""
    with store() as work:
        session = _on_in(work, clock(), conversation_id)
        if session is not None:
            session.bot_rests = rests
            work.peering.save(session)


def conversation_of_peer(store: Store, clock: Clock, peer: Staff) -> str:
    """The conversation that the peer is in; `NoSession` otherwise."""
    with store.reading() as work:
        session = _on_of(work, peer, clock())
        if session is None:
            raise NoSession
        return session.conversation_id


def answer_proposal(store: Store, clock: Clock, conversation_id: str, number: int, said: bool = True) -> Line:
    """The words that the peer believed the citizen said, now that the citizen has said yes or no to them.

    After a yes the caller hands them on as the citizen's message; a no stands there as a line of the citizen's.
    `NoSession` where there is no such proposal.
    """
    with store() as work:
        session = _on_in(work, clock(), conversation_id)
        lines = work.peering.lines(session.id) if session else ()
        found = next((one for one in lines if one.number == number and one.kind is LineKind.PROPOSAL), None)
        if found is None:
            raise NoSession
        work.peering.take_proposal(found)
        if session is not None and not said:
            _add(work, session, Author.CITIZEN, LineKind.SAID, _NOT_SO, clock())
        return found


_NOT_SO = "Nej, ikke sådan."


def has_just_ended(store: Store, clock: Clock, peer: Staff) -> bool:
    """Whether a session of this peer's ended a short while ago, so that the page can say so."""
    with store.reading() as work:
        last = work.peering.newest_of_staff(peer.id)
        return bool(last and last.ended_at and clock() - last.ended_at < _A_SHORT_WHILE)


_A_SHORT_WHILE = timedelta(minutes=10)


def end(store: Store, clock: Clock, conversation_id: str, by: str, keep_notes: bool = False) -> None:
    """The peer leaves; unless notes are kept with the citizen, what the two wrote is deleted at once."""
    with store() as work:
        _end_what_is_on(work, clock(), conversation_id, keep_notes)
        work.audit.note(clock(), by, "peer.end", conversation_id)


def end_forgotten(store: Store, clock: Clock, keep_notes: bool = False) -> int:
    """Ends the sessions that have lasted too long because nobody ended them; how many."""
    at = clock()
    with store() as work:
        forgotten = work.peering.forgotten(at - LASTS)
        for session in forgotten:
            session.ended_at = at
            work.peering.save(session)
            if not keep_notes:
                work.peering.delete_lines(session.id)
            work.audit.note(at, "retention", "peer.end", session.conversation_id)
    return len(forgotten)


def _end_what_is_on(work: UnitOfWork, at: datetime, conversation_id: str, keep_notes: bool) -> None:
    session = work.peering.newest_in(conversation_id)
    if session is None or session.ended_at is not None:
        return
    session.ended_at = at
    work.peering.save(session)
    if not keep_notes:
        work.peering.delete_lines(session.id)
