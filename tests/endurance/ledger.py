# SPDX-License-Identifier: MPL-2.0
"""What the clients of a run were told has been kept: nothing is taken from the system's own books."""

from __future__ import annotations

import asyncio
import itertools
import random
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import httpx

LONGEST_WAIT = 900.0
"""Seconds after which a client that is still not answered is stuck, which is a finding."""
_LETTERS = "bdfghjklmnprstv"


class Stuck(Exception):
    """Nobody has answered for very long."""


@dataclass(frozen=True)
class Message:
    """A message that was acknowledged, and the answer that came with it."""

    client_id: str
    text: str
    replies: tuple[str, ...]
    safety: str


@dataclass
class Talk:
    """What the client of one citizen knows."""

    citizen: str
    id: str
    messages: list[Message] = field(default_factory=list)
    shared: list[str] = field(default_factory=list)
    quotes: set[int] = field(default_factory=set)
    rating: str = ""


@dataclass(frozen=True)
class Done:
    """An act on a goal that was acknowledged; `mark` is a word of its own in what was written."""

    goal: str
    actor: str
    act: str
    mark: str


@dataclass
class Ledger:
    """All that was acknowledged, and how often something had to be asked again, by the reason."""

    talks: list[Talk] = field(default_factory=list)
    acts: list[Done] = field(default_factory=list)
    again: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    kills: Counter[str] = field(default_factory=Counter)

    @property
    def messages(self) -> int:
        return sum(len(talk.messages) for talk in self.talks)


def new_mark(chance: random.Random) -> str:
    """A word that stands nowhere else, and that nothing masks."""
    return "mærke" + "".join(chance.choice(_LETTERS) for _ in range(12))


_LONGER_AND_LONGER = (1.5, 3.0, 6.0, 12.0)
"""Seconds that are waited at most before another try: two hundred who ask again at once keep nothing from coming up."""


class Caller:
    """A client that asks again, as the chat page and careful programs do, until it is answered."""

    def __init__(self, url: str, ledger: Ledger, chance: random.Random, token: str = "") -> None:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self.http = httpx.AsyncClient(base_url=f"{url}/api/v1", headers=headers, timeout=60, trust_env=False)
        self._ledger, self._chance = ledger, chance

    async def ask(self, method: str, path: str, **told: Any) -> httpx.Response:
        """The first answer that is no fault of the system's."""
        deadline = time.monotonic() + LONGEST_WAIT
        for longest in itertools.chain(_LONGER_AND_LONGER, itertools.repeat(_LONGER_AND_LONGER[-1])):
            answer = await self.once(method, path, **told)
            if answer is not None:
                return answer
            if time.monotonic() > deadline:
                break
            await asyncio.sleep(self._chance.uniform(0.3, longest))
        raise Stuck(f"{method} {path}")

    async def once(self, method: str, path: str, **told: Any) -> httpx.Response | None:
        """One try; None where nobody knows what became of it."""
        try:
            answer = await self.http.request(method, path, **told)
        except httpx.TransportError as error:
            self._ledger.again[type(error).__name__] += 1
            return None
        if answer.status_code >= 500:
            self._ledger.again[_kind(answer)] += 1
            return None
        return answer

    async def act(self, goal: str, actor: str, route: str, body: dict[str, Any], mark: str) -> dict[str, Any] | None:
        """Does one thing with a goal, once: before another try it looks whether the first was kept.

        None where the goal does not allow it (any more).
        """
        tried = refused = False
        while True:
            standing = await self.ask("GET", f"/goals/{goal}")
            found = standing.json()
            if tried and standing.status_code == 200 and any(mark in change["reason"] for change in found["history"]):
                return self._note(goal, actor, body, mark, found)
            if refused or standing.status_code != 200:
                return None
            read = {"If-Match": standing.headers["ETag"]}
            answer = await self.once("POST", f"/goals/{goal}/{route}", json=body, headers=read)
            if answer is not None and answer.status_code in (200, 201):
                return self._note(goal, actor, body, mark, answer.json())
            tried = True
            if answer is not None and answer.status_code != 412:
                refused = True
                self._ledger.refused[_kind(answer)] += 1

    def _note(self, goal: str, actor: str, body: dict[str, Any], mark: str, found: dict[str, Any]) -> dict[str, Any]:
        self._ledger.acts.append(Done(goal, actor, body.get("act", "comment"), mark))
        return found

    async def close(self) -> None:
        await self.http.aclose()


def _kind(answer: httpx.Response) -> str:
    said = answer.headers.get("content-type", "")
    kind = answer.json().get("type", "").rpartition(":")[2] if "json" in said else answer.text[:30]
    return f"{answer.status_code} {kind}"


def new_client_id(chance: random.Random) -> str:
    """A message's own name, as a client makes it."""
    return uuid.UUID(int=chance.getrandbits(128), version=4).hex
