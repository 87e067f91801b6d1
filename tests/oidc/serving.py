# SPDX-License-Identifier: MPL-2.0
"""Real servers for the tests: any ASGI application in a thread, the OpenID provider, and a relay before it."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.availability import unavailable

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
INSTALLED = ROOT / ".tools" / "oidc"
LOCK = HERE / "requirements.lock"
START_SECONDS = 120
_BY_HOP = {"connection", "content-length", "content-encoding", "transfer-encoding", "date", "server"}


@contextlib.contextmanager
def served(app: Any, port: int) -> Iterator[None]:
    """The application on a port of this machine, until the end; it starts and stops as in life."""
    server = uvicorn.Server(uvicorn.Config(app, "127.0.0.1", port, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + START_SECONDS
    while not server.started:
        assert thread.is_alive() and time.monotonic() < deadline, "the server did not start"
        time.sleep(0.02)
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(20)


def installed_provider() -> Path:
    """The Python of the provider's environment, installed from its lock file if need be; skips where it can't be."""
    python, mark = INSTALLED / "bin" / "python", INSTALLED / ".installed"
    wanted = sha256(LOCK.read_bytes()).hexdigest()
    if python.exists() and mark.exists() and mark.read_text() == wanted:
        return python
    uv = shutil.which("uv") or str(ROOT / ".tools" / "uv" / "bin" / "uv")
    if not Path(uv).exists():
        unavailable("oidc", "uv is not here to install the OpenID provider (`make setup`)")
    for step in (
        [uv, "venv", "--quiet", "--allow-existing", "--python", "3.11", str(INSTALLED)],
        [uv, "pip", "sync", "--quiet", "--python", str(python), "--require-hashes", str(LOCK)],
    ):
        done = subprocess.run(step, capture_output=True, text=True, timeout=300)
        if done.returncode:
            unavailable("oidc", f"the OpenID provider can't be installed: {done.stderr.strip()[-300:]}")
    mark.write_text(wanted)
    return python


@dataclass
class OpenIdProvider:
    """Canaille as a process of its own, on `port`; it names itself as the relay before it."""

    python: Path
    port: int
    authority: str
    redirect_uri: str
    output: Path
    process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        command = [str(self.python), str(HERE / "provider_process.py"), str(self.port), self.authority,
                   self.redirect_uri, str(self.output.with_suffix(".db"))]
        with self.output.open("a") as err:
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=err, text=True, cwd=self.output.parent)
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.output.read_text()
            with contextlib.suppress(httpx.HTTPError):
                if httpx.get(f"http://127.0.0.1:{self.port}/.well-known/openid-configuration",
                             headers={"Host": self.authority}, trust_env=False).status_code == 200:
                    return
            time.sleep(0.1)
        raise AssertionError(f"not ready after {START_SECONDS} s:\n{self.output.read_text()}")

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait(10)

    def put_in_groups(self, person: str, *groups: str) -> None:
        assert self.process and self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps({"person": person, "groups": groups}) + "\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline().strip() == "done"


Change = Callable[[Any], Any]


@dataclass
class Relay:
    """Stands before the provider and passes everything on; `changes` says by path what becomes of an answer's JSON."""

    target: int
    changes: dict[str, Change] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/{path:path}", self._pass_on, methods=["GET", "POST"])])

    async def _pass_on(self, request: Request) -> Response:
        body, path = await request.body(), request.url.path
        self.asked.append((path, dict(httpx.QueryParams(body.decode()))))
        if path in self.broken:
            return Response("<h1>Internal Server Error</h1>", 500)
        headers = [(name, value) for name, value in request.headers.raw if name != b"accept-encoding"]
        async with httpx.AsyncClient(trust_env=False, timeout=20) as client:
            try:
                told = await client.request(
                    request.method, f"http://127.0.0.1:{self.target}{path}?{request.url.query}", content=body,
                    headers=headers)
            except httpx.HTTPError:
                return Response("Bad Gateway", 502)
        content = told.content
        if path in self.changes:
            content = json.dumps(self.changes[path](told.json())).encode()
        answer = Response(content, told.status_code)
        answer.raw_headers = [(name.lower(), value) for name, value in told.headers.raw
                              if name.decode().lower() not in _BY_HOP]
        answer.raw_headers.append((b"content-length", str(len(content)).encode()))
        return answer
