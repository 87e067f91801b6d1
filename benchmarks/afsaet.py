# SPDX-License-Identifier: MPL-2.0
"""Our side: the three processes of `afsaet run` on SQLite, spoken to through the API as a phone would."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from pathlib import Path

import aiohttp
from processes import BenchmarkError, Server, environment, free_port, start
from sides import Talk, ask, progress

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
COMMAND_WITHIN = 120
"""Seconds for `afsaet staff add`."""
TRAIN_WITHIN = 1200
"""Seconds for `afsaet train`; one to three minutes are usual, nothing when the model is up to date."""
SHOWN_OF_AN_ERROR = 2000


class Afsaet:
    """Gateway, Rasa and action server, with a fresh store for each run of the benchmark."""

    key = "afsaet"
    name = "Afsæt"
    long_talks = 3
    kept_query = "SELECT count(*) FROM turn WHERE number > 0 AND reading = 'read'"

    def __init__(self, folder: Path, command: Path) -> None:
        self.folder, self.command, self.port = folder, command, free_port()
        self.messages = read_messages(HERE / "messages.txt")
        self.database = folder / "afsaet.db"
        self.api = f"http://127.0.0.1:{self.port}/api/v1"
        self.staff_token = ""
        self.trained: set[Path] = set()
        self.settings = self._settings()

    def _settings(self) -> dict[str, str]:
        """The environment of one run: nothing of it is kept afterwards, only the model is shared."""
        return {
            "AFSAET_DATABASE_URL": f"sqlite:///{self.database}",
            "AFSAET_VAR": str(self.folder),
            "AFSAET_KEY_FILE": str(self.folder / "bench.key"),
            "AFSAET_MODELS": str(models()),
            "AFSAET_HOST": "127.0.0.1",
            "AFSAET_LIMIT_FACTOR": "1000",
            "AFSAET_PORT": str(self.port),
            "AFSAET_RASA_PORT": str(free_port()),
            "AFSAET_ACTIONS_PORT": str(free_port()),
        }

    def prepare(self) -> None:
        """A model of today's files: training is not to be counted as starting. BenchmarkError without any."""
        if not list(models().glob("*.tar.gz")):
            raise BenchmarkError("Afsæt has no trained model: run `make train`, then `make bench`.")
        progress("looking whether the model of Afsæt is up to date (if not, it is trained first)")
        self._run("train", within=TRAIN_WITHIN)
        self.trained = set(models().iterdir())

    def start(self) -> Server:
        """`afsaet run` as `make run` calls it."""
        return start(self.name, [str(self.command), "run"], ROOT, self.settings, self.folder / "afsaet.log")

    async def is_ready(self, client: aiohttp.ClientSession) -> bool:
        """The gateway answers, and Rasa and the action server behind it."""
        async with client.get(f"http://127.0.0.1:{self.port}/ready") as answer:
            return answer.status == 200

    async def welcome(self, client: aiohttp.ClientSession) -> None:
        """Makes the member of staff who hands out the codes; BenchmarkError when starting meant training."""
        if set(models().iterdir()) != self.trained:
            raise BenchmarkError("Afsæt had to be trained while starting: its files changed. Run it again.")
        self.staff_token = self.staff_token or self._add_staff()

    def _add_staff(self) -> str:
        words = self._run("staff", "add", "Benchmark").split()
        if not words:
            raise BenchmarkError("`afsaet staff add` printed no token.")
        return words[-1]

    def _run(self, *arguments: str, within: float = COMMAND_WITHIN) -> str:
        """What a command of Afsæt printed; BenchmarkError with what it said when it fails."""
        done = subprocess.run(
            [str(self.command), *arguments], cwd=ROOT, env=environment(self.settings),
            stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=within,
        )
        if done.returncode:
            said = f"{done.stdout}{done.stderr}"[-SHOWN_OF_AN_ERROR:]
            raise BenchmarkError(f"`afsaet {' '.join(arguments)}` failed:\n{said}")
        return done.stdout

    async def open_talk(self, client: aiohttp.ClientSession) -> Talk:
        """An invitation, and the conversation that a citizen opens with it."""
        invitation = await ask(client, f"{self.api}/invitations", {}, self.staff_token)
        opened = await ask(client, f"{self.api}/conversations", {"code": invitation["code"]})
        url, token = f"{self.api}/conversations/{opened['id']}/messages", opened["token"]

        async def say(text: str) -> int:
            answer = await ask(client, url, {"text": text, "client_id": str(uuid.uuid4())}, token)
            return len(answer["replies"])

        return say


def models() -> Path:
    """Where the trained models are, as the settings of Afsæt have it."""
    return ROOT / os.environ.get("AFSAET_MODELS", "models")


def read_messages(file: Path) -> tuple[str, ...]:
    """The citizen's messages, one per line; empty lines and those that begin with # are left out."""
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def afsaet_command() -> Path:
    """The `afsaet` beside this Python; BenchmarkError when it is not installed."""
    command = Path(sys.executable).with_name("afsaet")
    if not command.exists():
        raise BenchmarkError("Afsæt is not installed here: run `make setup`, then `make bench`.")
    return command
