# SPDX-License-Identifier: MPL-2.0
"""Refuses bodies that are too large, by what they say and by what comes."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.problems import problem

LARGEST_BODY = 500_000
"""Bytes; far over the longest message in any alphabet, far under what would weigh on the process."""


class LimitBody:
    """ASGI middleware; answers 413 with problem details."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, unless its body is or becomes too large."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        said = dict(scope["headers"]).get(b"content-length", b"0")
        body = _Body(receive, send)
        if not said.isdigit() or int(said) > LARGEST_BODY:
            body.too_large = True
        else:
            await self.app(scope, body.receive, body.send)
        if body.too_large and not body.answered:
            refusal = problem(413, "too-large", "Det var for meget på én gang. Del det op.")
            await refusal(scope, receive, send)


class _Body:
    """Counts what comes; once it is too much, nothing more is read and no other answer is sent."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._came = 0
        self.too_large = self.answered = False

    async def receive(self) -> Message:
        """The next part of the body; an empty end once it is too much."""
        message = await self._receive()
        self._came += len(message.get("body", b""))
        self.too_large |= self._came > LARGEST_BODY
        return {"type": "http.request", "body": b"", "more_body": False} if self.too_large else message

    async def send(self, message: Message) -> None:
        """Passes an answer on, unless the body was too large."""
        if not self.too_large or self.answered:
            self.answered = True
            await self._send(message)
