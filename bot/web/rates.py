# SPDX-License-Identifier: MPL-2.0
"""How often something may be tried: by what is guessed at, by who asks, and by where they ask from."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from bot.care.danger import look_for_danger
from bot.codebook import Safety
from bot.services.errors import TooMany
from bot.services.talking import LONGEST_TEXT
from bot.web.counting import Counts


@dataclass(frozen=True)
class Limit:
    """So many times in so many seconds."""

    times: int
    seconds: int


LIMITS: dict[str, dict[str, Limit]] = {
    # A code has 49 bits: the limit by address is for machines, and leaves room for a whole house behind one address.
    "start": {"secret": Limit(10, 600), "address": Limit(60, 600)},
    # Beside the account's own waiting after failures; also for names that nobody has.
    "sign-in": {"secret": Limit(40, 900), "address": Limit(100, 900)},
    # Two messages a second for a minute: nobody types so fast.
    "message": {"talk": Limit(120, 60)},
    "api": {"address": Limit(6_000, 60), "caller": Limit(1_200, 60)},
}
"""What is limited → by what → how often. Refused tries do not count."""


class HasRates(Protocol):
    """What holds the counts: the house of the web process."""

    @property
    def rates(self) -> Rates:
        """The counts."""


@dataclass(frozen=True)
class Rates:
    """Counts tries. What is counted by is kept as a keyed hash only: addresses and names stay nobody's business."""

    counts: Counts = field(default_factory=Counts)
    key: bytes = b""
    factor: float = 1.0

    async def check(self, what: str, **by: str) -> None:
        """Counts one try by each of `by` that is not empty; `TooMany` says how long to wait."""
        asked = [
            (self._hashed(what, kind, by[kind]), limit) for kind, limit in LIMITS[what].items() if by.get(kind)
        ]
        wait = await run_in_threadpool(self._wait, asked) if self.counts.shared else self._wait(asked)
        if wait:
            raise TooMany(wait)

    def _wait(self, asked: list[tuple[str, Limit]]) -> int:
        """Seconds to wait; 0 where the try may be made. A refusal by one count leaves the later ones alone."""
        for name, limit in asked:
            if wait := self.counts.take(name, max(1, round(limit.times * self.factor)), limit.seconds):
                return wait
        return 0

    def _hashed(self, what: str, kind: str, value: str) -> str:
        told = f"{what}\n{kind}\n{value.strip().casefold()}"
        return hmac.new(self.key, told.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def address_of(request: Request) -> str:
    """Where a call comes from; of IPv6 the network of one household or house (64 bits)."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped or ipaddress.ip_network((address, 64), strict=False))
    return host


By = Callable[[Request], Awaitable[str]]


def typed(name: str) -> By:
    """A field of the form or of the JSON that came; empty where it is missing or no text."""

    async def field_of(request: Request) -> str:
        is_json = "json" in request.headers.get("content-type", "")
        try:
            told: Any = await (request.json() if is_json else request.form())
        except ValueError:  # no JSON: the route's own form refuses it
            return ""
        value = told.get(name) if hasattr(told, "get") else None
        return "".join(value.split()).replace("-", "") if isinstance(value, str) else ""

    return field_of


def limited(what: str, by: By | None = None) -> Any:
    """For a route's `dependencies`: limits it by the client's address and by what `by` finds (`typed("code")`).

    429 with `Retry-After` beyond that.
    """

    async def check(request: Request) -> None:
        house: HasRates = request.app.state.house
        secret = await by(request) if by else ""
        await house.rates.check(what, address=address_of(request), secret=secret)

    return Depends(check)


async def check_api_pace(request: Request) -> None:
    """Limits the whole API by caller and address, but for messages of citizens, which have a limit of their own."""
    if request.url.path.endswith("/messages"):
        return
    house: HasRates = request.app.state.house
    caller = request.headers.get("authorization", "")
    await house.rates.check("api", address=address_of(request), caller=caller)


async def check_pace(house: HasRates, talk: str, text: str) -> None:
    """`TooMany` for messages faster than anybody types; never for one with danger in plain words."""
    try:
        await house.rates.check("message", talk=talk)
    except TooMany:
        if look_for_danger(text[:LONGEST_TEXT]) is Safety.NONE:
            raise
