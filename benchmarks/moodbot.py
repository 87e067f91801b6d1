# SPDX-License-Identifier: MPL-2.0
"""The plain side: the bot that `rasa init` makes, in one process, with its conversations in SQLite."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import aiohttp
from processes import BenchmarkError, Server, environment, free_port, start
from sides import Talk, ask, progress

HERE = Path(__file__).resolve().parent
PLAIN = HERE / "plain"
TRAIN_WITHIN = 1200
"""Seconds for `rasa init`, which trains DIET and TED; one to three minutes are usual."""

SAID = (
    "hello there", "I feel very sad today", "yes, it did", "hi", "my day has been a bit horrible",
    "no, not really", "good morning", "I am feeling really good today", "are you a human being?",
    "bye for now", "hey", "everything is just great", "am I talking to a bot?", "I am so disappointed",
    "yes of course",
)
"""Messages that the moodbot was made for, one to six words: it is measured at what it does best."""

ENDPOINTS = "tracker_store:\n  type: sqlite_trackers.SqliteTrackers\n  db: {database}\n"


class Moodbot:
    """A plain Rasa bot behind its REST channel."""

    key = "plain"
    name = "the plain bot"
    messages: tuple[str, ...] = SAID
    long_talks = 1
    kept_query = "SELECT count(*) FROM events WHERE type_name = 'user'"

    def __init__(self, folder: Path, rasa: Path) -> None:
        self.folder, self.rasa, self.port = folder, rasa, free_port()
        self.database = folder / "plain.db"
        self.url = f"http://127.0.0.1:{self.port}"
        self.talks = 0

    def prepare(self) -> None:
        """Makes and trains the bot once; writes where this run keeps its conversations."""
        if not (PLAIN / "config.yml").exists():
            make(self.rasa)
        shutil.copy(HERE / "sqlite_trackers.py", self.folder)
        (self.folder / "endpoints.yml").write_text(ENDPOINTS.format(database=self.database))

    def start(self) -> Server:
        """`rasa run` where it finds the tracker store, with the API that says when the model is loaded."""
        command = [
            str(self.rasa), "run", "--enable-api", "--interface", "127.0.0.1", "--port", str(self.port),
            "--model", str(PLAIN / "models"), "--credentials", str(PLAIN / "credentials.yml"),
            "--endpoints", str(self.folder / "endpoints.yml"),
        ]
        return start(self.name, command, self.folder, {}, self.folder / "plain.log")

    async def is_ready(self, client: aiohttp.ClientSession) -> bool:
        """Rasa answers, and has its model."""
        async with client.get(f"{self.url}/status") as answer:
            return answer.status == 200

    async def welcome(self, client: aiohttp.ClientSession) -> None:
        """Nothing to arrange: a plain bot talks with anyone."""

    async def open_talk(self, client: aiohttp.ClientSession) -> Talk:
        """A new sender; Rasa begins the conversation with the first message."""
        self.talks += 1
        sender = f"bench-{self.talks}"

        async def say(text: str) -> int:
            body = {"sender": sender, "message": text}
            replies = await ask(client, f"{self.url}/webhooks/rest/webhook", body)
            return len(replies)

        return say


def make(rasa: Path) -> None:
    """Runs `rasa init` in a temporary folder and keeps the result only when it is whole."""
    progress("making the plain bot: `rasa init --no-prompt`, trained once and kept (one to three minutes)")
    with tempfile.TemporaryDirectory() as temporary:
        project = Path(temporary) / "plain"
        project.mkdir()
        _run_init(rasa, project)
        shutil.rmtree(project / "actions")  # empty examples; whatever reads our code would take them for ours
        shutil.rmtree(project / ".rasa", ignore_errors=True)  # `rasa test` reads every folder below, and stumbles here
        shutil.rmtree(PLAIN, ignore_errors=True)
        shutil.move(project, PLAIN)


def _run_init(rasa: Path, project: Path) -> None:
    """BenchmarkError with the end of what Rasa printed when no model came of it."""
    command = [str(rasa), "init", "--no-prompt", "--init-dir", str(project)]
    done = subprocess.run(
        command, cwd=project, env=environment({}), stdin=subprocess.DEVNULL, capture_output=True, text=True,
        errors="replace", timeout=TRAIN_WITHIN,
    )
    if done.returncode or not list((project / "models").glob("*.tar.gz")):
        raise BenchmarkError(f"`rasa init` made no model:\n{(done.stdout + done.stderr)[-2000:]}")


def rasa_command() -> Path:
    """The `rasa` beside this Python; BenchmarkError when it is not installed."""
    rasa = Path(sys.executable).with_name("rasa")
    if not rasa.exists():
        raise BenchmarkError("Rasa is not installed here: run `make setup`, then `make bench`.")
    return rasa
