# SPDX-License-Identifier: MPL-2.0
"""Counts in a sliding window: in Redis for several processes, in this one alone without Redis or while it is gone."""

from __future__ import annotations

import logging
import math
import time

import redis
from limits import RateLimitItemPerSecond
from limits.errors import ConfigurationError
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import SlidingWindowCounterRateLimiter

log = logging.getLogger(__name__)

_PATIENCE_SECONDS = 0.25
"""What a silent Redis may cost one call."""
_REST_SECONDS = 10.0
"""How long a Redis that was gone is not asked."""


class BadRedisUrl(Exception):
    """`AFSAET_REDIS_URL` is no address of a Redis."""

    def __init__(self) -> None:
        super().__init__("AFSAET_REDIS_URL is no address of a Redis (redis://host:6379/0)")


class Counts:
    """How often each name was taken; safe to use in threads."""

    def __init__(self, redis_url: str | None = None) -> None:
        """Without `redis_url` this process counts for itself; `BadRedisUrl`."""
        self._alone = SlidingWindowCounterRateLimiter(MemoryStorage())
        self._together = SlidingWindowCounterRateLimiter(_redis(redis_url)) if redis_url else None
        self._gone_until = 0.0

    @property
    def shared(self) -> bool:
        """Whether counting may take the time of a call to Redis."""
        return self._together is not None

    def take(self, name: str, times: int, seconds: int) -> int:
        """Counts one; 0, or how many seconds to wait where the name was taken so many times already."""
        if self._together is not None and time.monotonic() >= self._gone_until:
            try:
                wait = _take(self._together, name, times, seconds)
            except redis.RedisError as error:
                self._note_gone(error)
            else:
                self._note_back()
                return wait
        return _take(self._alone, name, times, seconds)

    def _note_gone(self, error: redis.RedisError) -> None:
        if self._gone_until == 0.0:
            log.warning("rates.redis_gone error=%s; counting in this process", type(error).__name__)
        self._gone_until = time.monotonic() + _REST_SECONDS

    def _note_back(self) -> None:
        if self._gone_until:
            log.warning("rates.redis_back")
        self._gone_until = 0.0


def _take(limiter: SlidingWindowCounterRateLimiter, name: str, times: int, seconds: int) -> int:
    item = RateLimitItemPerSecond(times, seconds, namespace="afsaet")
    if limiter.hit(item, name):
        return 0
    return max(1, math.ceil(limiter.get_window_stats(item, name).reset_time - time.time()))


def _redis(url: str) -> RedisStorage:
    try:
        return RedisStorage(url, socket_timeout=_PATIENCE_SECONDS, socket_connect_timeout=_PATIENCE_SECONDS)
    except (ConfigurationError, ValueError) as error:
        raise BadRedisUrl from error
