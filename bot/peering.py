# SPDX-License-Identifier: MPL-2.0
"""A supported session: a peer beside the citizen for a while, and what the two write to each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Author(StrEnum):
    """Who wrote a line."""

    CITIZEN = "citizen"
    PEER = "peer"


class LineKind(StrEnum):
    """Something said; what a peer believes the citizen said, which only the citizen makes their own; and a sign that
    staff are wanted."""

    SAID = "said"
    PROPOSAL = "proposal"
    CALL = "call"


@dataclass
class PeerSession:
    """A peer's place in one conversation: opened by the citizen with a code, joined once, ended by either.

    `bot_rests`: the two talk with each other, and what the citizen writes goes to the peer, not to the bot.
    """

    id: str
    conversation_id: str
    code_hash: str
    opened_at: datetime
    code_until: datetime
    staff_id: str | None = None
    joined_at: datetime | None = None
    ended_at: datetime | None = None
    bot_rests: bool = False

    @property
    def is_on(self) -> bool:
        """Whether a peer is present now."""
        return self.joined_at is not None and self.ended_at is None


@dataclass(frozen=True)
class Line:
    """One line between the two; never read as a message to the bot, and never part of a draft."""

    number: int
    session_id: str
    author: Author
    kind: LineKind
    text: str
    at: datetime
