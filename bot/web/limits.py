# SPDX-License-Identifier: MPL-2.0
"""Refuses bodies that are too large, by what they say and by what comes."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.problems import problem

LARGEST_BODY = 500_000
"""Bytes; far over the longest message in any alphabet, far under what would weigh on the process."""


class _TooLarge(Exception):
    """More came than was allowed."""


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
        try:
            if not said.isdigit() or int(said) > LARGEST_BODY:
                raise _TooLarge
            await self.app(scope, _counting(receive), send)
        except _TooLarge:
            refusal = problem(413, "too-large", "Det var for meget på én gang. Del det op.")
            await refusal(scope, receive, send)


def _counting(receive: Receive) -> Receive:
    came = 0

    async def counted() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > LARGEST_BODY:
            raise _TooLarge
        return message

    return counted
