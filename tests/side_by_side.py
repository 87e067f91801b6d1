# SPDX-License-Identifier: MPL-2.0
"""`python -m tests.side_by_side`: all tests, those of whole systems in a run of their own beside the others.

Most of what whole systems do in tests is to start and to wait; beside one another the two runs take little longer than
the longer of them. What whole systems print is shown when the others are done. 1 if either run failed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent
WHOLE_SYSTEMS = ("browser", "endurance", "journeys", "oidc")


def folders() -> tuple[list[str], list[str]]:
    """Those of whole systems and all the others that hold a test."""
    all_with_tests = sorted({path.relative_to(TESTS).parts[0] for path in TESTS.rglob("test_*.py")})
    others = [name for name in all_with_tests if name not in WHOLE_SYSTEMS]
    return [str(TESTS / name) for name in WHOLE_SYSTEMS], [str(TESTS / name) for name in others]


def main() -> int:
    """Trains first, so that the two runs don't both."""
    run = [sys.executable, "-m", "pytest"]
    if subprocess.run([sys.executable, "-m", "bot.commands.main", "train"]).returncode:
        return 1
    systems, others = folders()
    log = Path("var/tests-of-whole-systems.log")
    log.parent.mkdir(exist_ok=True)
    with log.open("w") as file:
        print(f"Tests of whole systems run beside these and are shown after them (until then: {log}).", flush=True)
        beside = subprocess.Popen([*run, *systems], stdout=file, stderr=subprocess.STDOUT)
        failed = subprocess.run([*run, *others]).returncode
        failed = beside.wait() or failed
    print(log.read_text(), flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
