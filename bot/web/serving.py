# SPDX-License-Identifier: MPL-2.0
"""Serves the web application with uvicorn: patient with people, not with who holds connections open for nothing."""

from __future__ import annotations

import asyncio
import logging
import traceback
from types import TracebackType
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.settings import Settings, settings

HEAD_SECONDS = 10.0
"""From a connection's first moment, or a request's first byte, to the end of its headers."""
WHOLE_SECONDS = 40.0
"""From then to the end of its body; longer than bot.web.limits waits, which answers in words."""
HEAD_BYTES = 16_384
"""Request line and headers."""
CONNECTIONS = 800
"""At once; under the usual limit of 1,024 open files. Beyond, 503 at once."""
KEPT_OPEN_SECONDS = 5
"""Between two requests of the same browser."""


class PatientProtocol(H11Protocol):
    """HTTP/1.1 with an end to waiting: uvicorn itself waits for ever for a request that never quite comes."""

    _late: asyncio.TimerHandle | None = None
    _awaits: object = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A connection; its first request must begin and end soon."""
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Some bytes of a request."""
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """The end."""
        self._stop_watching()
        super().connection_lost(exc)

    def _watch(self) -> None:
        """Waits for the rest of the headers, then of the body, each for its own time; bytes in between gain none."""
        awaits = self.conn.their_state
        if awaits is self._awaits and self._late is not None:
            return
        self._stop_watching()
        seconds = {h11.IDLE: HEAD_SECONDS, h11.SEND_BODY: WHOLE_SECONDS}.get(awaits)
        if seconds is not None and not self.transport.is_closing():
            self._awaits, self._late = awaits, self.loop.call_later(seconds, self._end)

    def _stop_watching(self) -> None:
        if self._late is not None:
            self._late.cancel()
        self._awaits = self._late = None

    def _end(self) -> None:
        self._late = None
        self.transport.close()


class WithoutWords(logging.Formatter):
    """Tells of an error what kind it is and where it came from, never its message: that may quote what was sent."""

    def formatException(self, ei: Any) -> str:
        """Kinds and places, of the errors behind it too."""
        lines: list[str] = []
        error: BaseException | None = ei[1]
        while error is not None and len(lines) < 200:
            lines += [type(error).__name__, *_places(error.__traceback__)]
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def _places(of: TracebackType | None) -> list[str]:
    return [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(of)]


def log_settings(level: str = "WARNING") -> dict[str, Any]:
    """For logging.config: all loggers of the process through one handler that writes no words."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"plain": {
            "()": "bot.web.serving.WithoutWords", "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
        "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "plain"}},
        "root": {"level": level, "handlers": ["out"]},
        "loggers": {"uvicorn": {"level": level}, "uvicorn.access": {"level": "CRITICAL", "propagate": False}},
    }


def configured(chosen: Settings) -> uvicorn.Config:
    """How uvicorn serves these settings."""
    return uvicorn.Config(
        "bot.web.app:create_app", factory=True, host=chosen.host, port=chosen.port, http=PatientProtocol, ws="none",
        access_log=False, server_header=False, log_config=log_settings(), timeout_keep_alive=KEPT_OPEN_SECONDS,
        h11_max_incomplete_event_size=HEAD_BYTES, limit_concurrency=CONNECTIONS,
        proxy_headers=bool(chosen.trusted_proxies.strip()), forwarded_allow_ips=chosen.trusted_proxies,
    )


if __name__ == "__main__":
    uvicorn.Server(configured(settings())).run()
