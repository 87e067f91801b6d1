# SPDX-License-Identifier: MPL-2.0
"""What a citizen is shown of what is kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, Field

from bot.goals.lifecycle import Actor
from bot.records import DeletionRequest, LookedUp
from bot.services.privacy import KeptData, KeptTalk
from bot.web.api.goal_shapes import GoalOut
from bot.web.api.shapes import Rating, ReplyOut, Shape, Summary, TurnOut, Words


class TakeBack(Shape):
    """Which quotes, by turn, and whether the talk in short, staff may no longer see."""

    quotes: list[Annotated[int, Field(strict=True, ge=1, le=1_000_000)]] = Field(default=[], max_length=100)
    summary: bool = False


class WantsDeletion(Shape):
    """A request for deletion; a reason is welcome and not needed."""

    reason: Words = ""


class DeletionOut(BaseModel):
    """A request that waits, and by when it is answered."""

    id: str
    at: datetime
    due_on: date

    @classmethod
    def of(cls, request: DeletionRequest) -> DeletionOut:
        """From the desk."""
        return cls(id=request.id, at=request.at, due_on=request.due_on)


class LookedUpOut(BaseModel):
    """When staff looked at something, at what, and what for."""

    at: datetime
    act: str
    purpose: str

    @classmethod
    def of(cls, looked: LookedUp) -> LookedUpOut:
        """From the desk."""
        return cls(at=looked.at, act=looked.act, purpose=looked.purpose)


class KeptTalkOut(BaseModel):
    """One talk: every message and answer, and what of it is shared."""

    id: str
    turns: list[TurnOut]
    shared_quotes: list[int]
    shared_summary: Summary | None
    rating: Rating | None

    @classmethod
    def of(cls, talk: KeptTalk) -> KeptTalkOut:
        """From the desk."""
        turns = [
            TurnOut(turn=turn.number, said=turn.said.text if turn.said else None, at=turn.at,
                    replies=[ReplyOut.of(reply) for reply in turn.replies])
            for turn in talk.turns
        ]
        return cls(
            id=talk.id, turns=turns, shared_quotes=list(talk.shared_turns),
            shared_summary=Summary.of(talk.shared_summary) if talk.shared_summary else None,
            rating=Rating.of(talk.rating) if talk.rating else None,
        )


class DataOut(BaseModel):
    """Everything that is kept of a citizen."""

    citizen_id: str
    talks: list[KeptTalkOut]
    goals: list[GoalOut]
    look_ups: list[LookedUpOut]
    deletion_requests: list[DeletionOut]

    @classmethod
    def of(cls, kept: KeptData) -> DataOut:
        """From the desk."""
        return cls(
            citizen_id=kept.citizen_id, talks=[KeptTalkOut.of(talk) for talk in kept.talks],
            goals=[GoalOut.whole(goal, Actor.CITIZEN) for goal in kept.goals],
            look_ups=[LookedUpOut.of(looked) for looked in kept.look_ups],
            deletion_requests=[DeletionOut.of(request) for request in kept.requests],
        )
