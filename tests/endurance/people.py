# SPDX-License-Identifier: MPL-2.0
"""Invented citizens and staff as clients of a running system: they talk, share, review, answer, comment, follow up."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.care.answers import DOWN
from bot.commands.simulated_citizen import Citizen, Heard, Persona
from tests.endurance.ledger import Caller, Ledger, Message, Talk, new_client_id, new_mark
from tests.journeys.system import asked

_LONGEST_TALK = 30
CALM = [said.split(",")[0] for said, _ in DOWN]
"""How a reply begins when nobody could read the message."""
_MOST_ASKING = 4
_ROUNDS = 3
"""How often a citizen looks for an answer and answers it, before they go home."""
_REVIEWS = ("agree", "agree", "suggest", "ask", "not_now")


@dataclass
class Town:
    """What all who take part share."""

    url: str
    ledger: Ledger
    chance: random.Random
    ready_for_a_goal: Callable[[str], None]
    """Puts a talk just before the yes to a wording, where it did not come so far by itself."""
    pace: float = 1.0
    """Seconds that people think, about."""

    def caller(self, token: str = "") -> Caller:
        return Caller(self.url, self.ledger, self.chance, token)

    async def think(self) -> None:
        await asyncio.sleep(self.chance.uniform(0.0, 2 * self.pace))


# The citizen


async def live(town: Town, persona: Persona, staff_token: str) -> tuple[Talk, Caller]:
    """A whole talk, what is shared of it, and the answers to reviews; the caller is left open for a last word."""
    staff = town.caller(staff_token)
    code = (await staff.ask("POST", "/invitations", json={})).json()["code"]
    await staff.close()
    nobody = town.caller()
    begun = (await nobody.ask("POST", "/conversations", json={"code": code, "way": persona.way})).json()
    await nobody.close()
    talk, own = Talk(persona.key, begun["id"]), town.caller(begun["token"])
    town.ledger.talks.append(talk)
    drafts = await _talk(town, persona, talk, own, begun["replies"])
    await _share(town, talk, own, drafts)
    for _ in range(_ROUNDS if talk.shared else 0):
        await town.think()
        await _answer(town, own)
    return talk, own


async def _talk(town: Town, persona: Persona, talk: Talk, own: Caller, replies: list[dict[str, Any]]) -> list[str]:
    """Talks until the citizen is done; the drafts that came of it."""
    citizen, state = Citizen(persona, random.Random(town.chance.random())), {"process": "engage", "drafts": []}
    while len(talk.messages) < _LONGEST_TALK:
        await town.think()
        closed = state["process"] == "close"
        last = replies[-1]
        text = citizen.answer(Heard(asked(last["text"]), ("simple_reflection",), tuple(last["choices"]), closed)).text
        told = await _say_until_heard(town, talk, own, text)
        replies, state = told["replies"], told["state"]
        if citizen.is_done(closed):
            break
    for _ in range(_MOST_ASKING):
        if not state["drafts"] and persona.danger == "none":
            await asyncio.to_thread(town.ready_for_a_goal, talk.id)
            state = (await say(town, talk, own, "ja"))["state"]
            await town.think()
    return list(state["drafts"])


async def _say_until_heard(town: Town, talk: Talk, own: Caller, text: str) -> dict[str, Any]:
    """Says something; while nobody can read it, the citizen waits a little and asks whether anybody is there."""
    told = await say(town, talk, own, text)
    for _ in range(_MOST_ASKING):
        if not is_calm(told["replies"][0]["text"]):
            break
        await asyncio.sleep(town.chance.uniform(0, 6 * town.pace))
        told = await say(town, talk, own, "er du der igen")
    return told


def is_calm(reply: str) -> bool:
    """Whether a reply says that nobody could read the message."""
    return any(calm in reply for calm in CALM)


async def say(town: Town, talk: Talk, own: Caller, text: str) -> dict[str, Any]:
    """One message, sent again under the same name until it is answered."""
    client_id = new_client_id(town.chance)
    body = {"text": text, "client_id": client_id}
    answer = await own.ask("POST", f"/conversations/{talk.id}/messages", json=body)
    assert answer.status_code == 200, f"{text!r}: {answer.status_code} {answer.text}"
    told: dict[str, Any] = answer.json()
    replies = tuple(reply["text"] for reply in told["replies"])
    talk.messages.append(Message(client_id, text, replies, told["state"]["safety"]))
    return told


async def _share(town: Town, talk: Talk, own: Caller, drafts: list[str]) -> None:
    """Shares all drafts and what was said in two turns, and says how the talk was."""
    mark = new_mark(town.chance)
    rated = await own.ask("PUT", f"/conversations/{talk.id}/rating", json={"heard": 8, "comment": mark})
    assert rated.status_code == 200, rated.text
    talk.rating = mark
    if not drafts:
        return
    whole = (await own.ask("GET", f"/conversations/{talk.id}")).json()
    told = [turn["turn"] for turn in whole["turns"] if turn["said"] and len(turn["said"]) > 15][:2]
    body = {"goals": drafts, "quotes": told, "summary": True}
    while True:
        answer = await own.once("POST", f"/conversations/{talk.id}/share", json=body)
        standing = {one["id"]: one["status"] for one in (await own.ask("GET", "/goals")).json()}
        if all(standing.get(goal, "draft") != "draft" for goal in drafts):
            talk.shared, talk.quotes = drafts, set(told)
            return
        assert answer is None, f"{body}: {answer.status_code} {answer.text}"


async def _answer(town: Town, own: Caller) -> None:
    """Answers what staff said of each goal, and follows up what is under way."""
    goals = (await own.ask("GET", "/goals")).json()
    for goal in goals:
        mark = new_mark(town.chance)
        if goal["whose_turn"] == "citizen" and goal["status"] != "draft":
            act = town.chance.choice([act for act in goal["allowed"] if act in ("yes", "own_wording", "reply")] or [""])
            words = {"wording": f"Jeg går en tur hver dag ({mark})."} if act == "own_wording" else {}
            if act:
                await own.act(goal["id"], "citizen", "answer", {"act": act, "reason": mark, **words}, mark)
        elif goal["status"] == "active":
            told = {"act": "follow_up", "score": town.chance.randint(0, 10), "comment": mark}
            await own.act(goal["id"], "citizen", "follow-up", told, mark)
        elif goal["status"] == "shared" and town.chance.random() < 0.5:
            await own.act(goal["id"], "citizen", "comments", {"text": mark}, mark)


# Staff


async def work(town: Town, token: str, over: asyncio.Event) -> None:
    """A member of staff who reviews what waits, comments, and looks at some alerts, until it is over."""
    staff = town.caller(token)
    while not over.is_set():
        await town.think()
        waiting: Sequence[dict[str, Any]] = (await staff.ask("GET", "/goals", params={"turn": "staff"})).json()
        for goal in waiting:
            await _review(town, staff, goal["id"])
        await _look_at_alerts(town, staff)
    await staff.close()


async def _review(town: Town, staff: Caller, goal: str) -> None:
    mark, act = new_mark(town.chance), town.chance.choice(_REVIEWS)
    words = {"wording": f"Jeg går en tur om onsdagen ({mark})."} if act == "suggest" else {}
    done = await staff.act(goal, "staff", "review", {"act": act, "reason": mark, **words}, mark)
    if done and town.chance.random() < 0.4:
        mark = new_mark(town.chance)
        await staff.act(goal, "staff", "comments", {"text": mark}, mark)


async def _look_at_alerts(town: Town, staff: Caller) -> None:
    """Most alerts are left for the next recipient to be told of."""
    for alert in (await staff.ask("GET", "/alerts")).json():
        if alert["seen_at"] is None and town.chance.random() < 0.02:
            await staff.ask("POST", f"/alerts/{alert['id']}/seen")
