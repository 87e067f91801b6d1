# SPDX-License-Identifier: MPL-2.0
"""`python -m tests.side_by_side`: all tests, in several runs beside one another wherever some of them mostly wait.

First those that need no model, while it is trained (if it has to be); then the tests of whole systems, which start and
wait, and those of endurance, which wait for alerts, beside all others. What runs beside is shown when the others are
done. 1 if any run failed.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

TESTS = Path(__file__).parent
WITHOUT_A_MODEL = ("heart", "structure")
WHOLE_SYSTEMS = {"whole-systems": ("browser", "journeys", "oidc"), "endurance": ("endurance",)}
_RUN = [sys.executable, "-m", "pytest", "--durations=8", "--durations-min=5"]


def others() -> list[str]:
    """All folders with tests that are in none of the lists, so that none is forgotten."""
    elsewhere = {*WITHOUT_A_MODEL, *(name for names in WHOLE_SYSTEMS.values() for name in names)}
    with_tests = sorted({path.relative_to(TESTS).parts[0] for path in TESTS.rglob("test_*.py")})
    return [name for name in with_tests if name not in elsewhere]


def _run(*folders: str) -> list[str]:
    return [*_RUN, *(str(TESTS / name) for name in folders)]


def main() -> int:
    """The exit code of the first run that failed, or 0."""
    var = Path("var")
    var.mkdir(exist_ok=True)
    print("The model is trained, if it has to be, beside the tests that need none.", flush=True)
    training = subprocess.Popen([sys.executable, "-m", "bot.commands.main", "train"])
    failed = subprocess.run(_run(*WITHOUT_A_MODEL)).returncode
    if training.wait():
        return 1
    with ExitStack() as files:
        logs = {name: var / f"tests-of-{name}.log" for name in WHOLE_SYSTEMS}
        where = ", ".join(map(str, logs.values()))
        print(f"Beside these run the tests that are shown after them (until then: {where}).", flush=True)
        beside = [_beside(files, logs[name], folders) for name, folders in WHOLE_SYSTEMS.items()]
        failed = subprocess.run(_run(*others())).returncode or failed
        for run in beside:
            failed = run.wait() or failed
    for log in logs.values():
        print(log.read_text(), flush=True)
    return failed


def _beside(files: ExitStack, log: Path, folders: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """A run of its own that prints into a log."""
    return subprocess.Popen(_run(*folders), stdout=files.enter_context(log.open("w")), stderr=subprocess.STDOUT)


if __name__ == "__main__":
    sys.exit(main())
