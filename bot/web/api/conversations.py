# SPDX-License-Identifier: MPL-2.0
"""Conversations: begin, say, read, share."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from bot.goals.lifecycle import Actor
from bot.records import Rating as Rated
from bot.services import after_talk, devices, goals, talking
from bot.web.api.goal_shapes import GoalOut
from bot.web.api.shapes import (
    Answered,
    MoveOut,
    Rating,
    ReplyOut,
    SayText,
    Share,
    Started,
    StartTalk,
    StateOut,
    Summary,
    TalkOut,
    TurnOut,
)
from bot.web.callers import InHouse, OwnTalk, SharedReader
from bot.web.rates import check_pace, limited, typed

router = APIRouter(prefix="/conversations", tags=["conversations"])


@router.post("", status_code=201, dependencies=[limited("start", by=typed("code"))])
def start(body: StartTalk, here: InHouse) -> Started:
    """Begins a conversation with an invitation code. Caller: whoever holds the code."""
    opened = talking.open_conversation(here.store, here.clock, body.code, body.way)
    return Started(id=opened.id, token=opened.token, replies=[ReplyOut.of(reply) for reply in opened.replies])


@router.post("/{conversation_id}/messages")
async def say(body: SayText, here: InHouse, talk: OwnTalk) -> Answered:
    """Says something; the same `client_id` again gives the same answer. Caller: the conversation's citizen."""
    await check_pace(here, talk, body.text)
    return Answered.of(await here.gateway.say(talk, body.client_id.hex, body.text))


@router.post("/{conversation_id}/sign-out", status_code=204, response_class=Response)
def sign_out(here: InHouse, talk: OwnTalk) -> Response:
    """Signs this device out; what was said stays. Caller: the conversation's citizen."""
    devices.sign_out(here.store, here.clock, talk)
    return Response(status_code=204)


@router.get("/{conversation_id}")
def read(here: InHouse, talk: OwnTalk) -> TalkOut:
    """The conversation so far. Caller: the conversation's citizen."""
    turns = talking.history(here.store, talk)
    told = [
        TurnOut(
            turn=turn.number, said=turn.said.text if turn.said else None, at=turn.at,
            replies=[ReplyOut.of(reply) for reply in turn.replies],
        )
        for turn in turns
    ]
    return TalkOut(id=talk, turns=told, state=StateOut.of(turns[-1].state))


@router.get("/{conversation_id}/moves")
def moves(conversation_id: str, here: InHouse, caller: SharedReader) -> list[MoveOut]:
    """Why the bot said what it said, without words. Caller: staff of the citizen, once something is shared."""
    turns = talking.moves_for_staff(here.store, here.clock, caller, conversation_id)
    return [MoveOut.of(turn) for turn in turns]


@router.post("/{conversation_id}/share")
async def share(body: Share, here: InHouse, talk: OwnTalk) -> list[GoalOut]:
    """Shares drafts, chosen quotes and the talk in short with staff. Caller: the conversation's citizen."""
    shared = await run_in_threadpool(
        goals.share, here.store, here.clock, talk, body.goals, body.quotes, body.summary
    )
    return [GoalOut.whole(goal, Actor.CITIZEN) for goal in shared]


@router.get("/{conversation_id}/summary")
def read_own_summary(here: InHouse, talk: OwnTalk) -> Summary:
    """The talk in short, as it would be shared now. Caller: the conversation's citizen."""
    return Summary.of(after_talk.own_summary(here.store, talk))


@router.get("/{conversation_id}/shared-summary")
def read_shared_summary(conversation_id: str, here: InHouse, caller: SharedReader) -> Summary:
    """The talk in short, as the citizen saw it when they shared it. Caller: staff of the citizen."""
    return Summary.of(after_talk.summary_for_staff(here.store, here.clock, caller, conversation_id))


@router.put("/{conversation_id}/rating")
def rate(body: Rating, here: InHouse, talk: OwnTalk) -> Rating:
    """How the talk was; a second time takes the place of the first. Caller: the conversation's citizen."""
    rated = Rated(body.heard, body.mattered, body.suited, body.brought, body.comment)
    return Rating.of(after_talk.rate(here.store, here.clock, talk, rated))
