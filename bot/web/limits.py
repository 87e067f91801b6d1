# SPDX-License-Identifier: MPL-2.0
"""Refuses bodies that are too large, by what they say and by what comes, and bodies that come too slowly."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.problems import OTHERS, problem

LARGEST_BODY = 500_000
"""Bytes; far over the longest message in any alphabet, far under what would weigh on the process."""
BODY_SECONDS = 30.0
"""From the first wait for it to its end; the largest body over a bad mobile connection (200 kbit/s) takes 20."""


class LimitBody:
    """ASGI middleware; answers 413 or 408 with problem details and lets the connection be closed."""

    def __init__(self, app: ASGIApp, seconds: float = BODY_SECONDS) -> None:
        self.app, self.seconds = app, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, unless its body is or becomes too large, or takes too long."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        said = dict(scope["headers"]).get(b"content-length", b"0")
        body = _Body(receive, send, self.seconds)
        if not said.isdigit() or int(said) > LARGEST_BODY:
            body.refused = "too-large"
        else:
            await self.app(scope, body.receive, body.send)
        if body.refused and not body.answered:
            status, detail, _ = OTHERS[body.refused]
            refusal = problem(status, body.refused, detail)
            refusal.headers["Connection"] = "close"
            await refusal(scope, receive, send)


class _Body:
    """Counts what comes and how long it takes; once refused, nothing more is read and no other answer is sent."""

    def __init__(self, receive: Receive, send: Send, seconds: float) -> None:
        self._receive, self._send, self._seconds = receive, send, seconds
        self._came, self._whole = 0, False
        self._until: float | None = None
        self.refused, self.answered = "", False

    async def receive(self) -> Message:
        """The next part of the body; an empty end once it is refused."""
        if self._whole:
            return await self._receive()
        if self._until is None:
            self._until = asyncio.get_running_loop().time() + self._seconds
        message: Message = {"type": "http.request"}
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            self.refused = "too-slow"
        self._came += len(message.get("body", b""))
        if self._came > LARGEST_BODY:
            self.refused = "too-large"
        self._whole = bool(self.refused) or not message.get("more_body", False)
        return {"type": "http.request", "body": b"", "more_body": False} if self.refused else message

    async def send(self, message: Message) -> None:
        """Passes an answer on, unless the body was refused."""
        if not self.refused or self.answered:
            self.answered = True
            await self._send(message)
