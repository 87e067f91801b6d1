# SPDX-License-Identifier: MPL-2.0
"""Speaks with Rasa's REST channel; what was answered is read from the store, not from Rasa."""

from __future__ import annotations

import logging
from types import TracebackType

import aiohttp

log = logging.getLogger(__name__)


class Rasa:
    """A client of one Rasa server; `seconds` is how long one message may take."""

    def __init__(self, url: str, actions_url: str, seconds: float) -> None:
        self._url, self._actions_url = url, actions_url
        self._patience = aiohttp.ClientTimeout(total=seconds, sock_connect=1.0)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Rasa:
        connector = aiohttp.TCPConnector(limit=256, keepalive_timeout=30)
        self._session = aiohttp.ClientSession(timeout=self._patience, connector=connector, trust_env=False)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._open.close()

    @property
    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("the client is used outside its `async with`")
        return self._session

    async def send(self, conversation_id: str, client_id: str, text: str) -> bool:
        """Whether Rasa took the message; False when it is silent, slow or broken."""
        message = {"sender": conversation_id, "message": text, "metadata": {"client_id": client_id}}
        try:
            async with self._open.post(f"{self._url}/webhooks/rest/webhook", json=message) as response:
                await response.read()
                return response.status == 200
        except (TimeoutError, aiohttp.ClientError) as error:
            log.warning("rasa.silent conversation=%s error=%s", conversation_id, type(error).__name__)
            return False

    async def is_ready(self) -> bool:
        """Whether Rasa, which listens only when its model is loaded, and the action server answer."""
        model = await self._answers(f"{self._url}/webhooks/rest/")
        return model and await self._answers(f"{self._actions_url}/health")

    async def _answers(self, url: str) -> bool:
        try:
            async with self._open.get(url, timeout=aiohttp.ClientTimeout(total=2)) as response:
                await response.read()
                return response.status == 200
        except (TimeoutError, aiohttp.ClientError):
            return False
