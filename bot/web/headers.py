# SPDX-License-Identifier: MPL-2.0
"""Headers on every answer: what a browser may load, keep and tell others of our pages."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""No inline script or style, nothing from elsewhere, in nobody's frame (CSP Level 3)."""
_PAPER = "default-src 'none'; style-src {hash}; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_NOT_KEPT = "no-store"
_KEPT = "public, max-age=3600"
"""An hour: style and pictures are the same for everybody and hold nothing."""
_STATIC = ("/static/", "/api/assets/")
_ONLY_HTTPS = "max-age=31536000"
"""A year; other addresses of the municipality are not spoken for, so no `includeSubDomains`."""


def policy_for_paper(page: str) -> str:
    """The policy of a page that stands alone with its one style in it: that style by its hash, and nothing else."""
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)[:1]
    hashes = [f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" for style in styles]
    return _PAPER.format(hash=" ".join(hashes) or "'none'")


class Headers:
    """ASGI middleware that stands outermost; a header that the answer has already is left as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on and adds the headers to its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), scope, message["status"])
            await send(message)

        await self.app(scope, receive, with_headers)


def _add(headers: MutableHeaders, scope: Scope, status: int) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    is_static = scope["path"].startswith(_STATIC) and status in (200, 304)
    headers.setdefault("Cache-Control", _KEPT if is_static else _NOT_KEPT)
    house = getattr(scope["app"].state, "house", None)
    if house is not None and house.settings.is_https:
        headers.setdefault("Strict-Transport-Security", _ONLY_HTTPS)
