# SPDX-License-Identifier: MPL-2.0
"""A line to a server that a test can cut, and mend again."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field


@dataclass
class Line:
    """Passes bytes between a port of its own and a server; while it is cut, it refuses new connections."""

    server: tuple[str, int]
    port: int = 0
    listener: socket.socket | None = None
    ends: list[socket.socket] = field(default_factory=list)

    def mend(self) -> None:
        """Listens (again) on the same port."""
        self.listener = socket.create_server(("127.0.0.1", self.port), reuse_port=False)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, args=(self.listener,), daemon=True).start()

    def cut(self) -> None:
        """Ends every connection and refuses new ones."""
        if self.listener is not None:
            _end(self.listener)
        for end in self.ends:
            _end(end)
        self.ends.clear()

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.create_connection(self.server)
                self.ends += [near, far]
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=_pass_on, args=(one, other), daemon=True).start()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while data := one.recv(65_536):
            other.sendall(data)
    _end(one)
    _end(other)


def _end(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
