# SPDX-License-Identifier: MPL-2.0
"""`python -m tests.side_by_side`: all tests, in two runs beside one another wherever one of them mostly waits.

First those that need no model, while it is trained (if it has to be); then the tests of whole systems, which start and
wait, beside all others. What whole systems print is shown when the others are done. 1 if any run failed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent
WITHOUT_A_MODEL = ("heart", "structure")
WHOLE_SYSTEMS = ("browser", "endurance", "journeys", "oidc")
_RUN = [sys.executable, "-m", "pytest", "--durations=8", "--durations-min=5"]


def others() -> list[str]:
    """All folders with tests that are in neither of the two lists, so that none is forgotten."""
    with_tests = sorted({path.relative_to(TESTS).parts[0] for path in TESTS.rglob("test_*.py")})
    return [name for name in with_tests if name not in (*WITHOUT_A_MODEL, *WHOLE_SYSTEMS)]


def _run(*folders: str) -> list[str]:
    return [*_RUN, *(str(TESTS / name) for name in folders)]


def main() -> int:
    """The exit code of the first run that failed, or 0."""
    log = Path("var/tests-of-whole-systems.log")
    log.parent.mkdir(exist_ok=True)
    print("The model is trained, if it has to be, beside the tests that need none.", flush=True)
    training = subprocess.Popen([sys.executable, "-m", "bot.commands.main", "train"])
    failed = subprocess.run(_run(*WITHOUT_A_MODEL)).returncode
    if training.wait():
        return 1
    with log.open("w") as file:
        print(f"Tests of whole systems run beside these and are shown after them (until then: {log}).", flush=True)
        beside = subprocess.Popen(_run(*WHOLE_SYSTEMS), stdout=file, stderr=subprocess.STDOUT)
        failed = subprocess.run(_run(*others())).returncode or failed
        failed = beside.wait() or failed
    print(log.read_text(), flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
