# SPDX-License-Identifier: MPL-2.0
"""`make bench`: speed and memory of Afsæt, side by side with a plain Rasa bot, in one run."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from afsaet import HERE, ROOT, Afsaet, afsaet_command
from machine import facts, load_before
from measures import FULL, QUICK, Amount, measure
from moodbot import Moodbot, rasa_command
from processes import BenchmarkError
from report import figures, keep, markdown, verdicts
from sides import Side, progress

SIDES = ("plain", "afsaet")
COULD_NOT_MEASURE = 2
DOES_NOT_HOLD = 1
INTERRUPTED = 130
LOG_LINES_SHOWN = 12
BUSY = 0.5
"""Processes that wanted a core in the last minute; one of our own users needs about one."""


@dataclass(frozen=True)
class Options:
    """What was asked for on the command line."""

    quick: bool
    only: str | None
    strict: bool

    @property
    def amount(self) -> Amount:
        """How much to measure."""
        return QUICK if self.quick else FULL

    @property
    def folder(self) -> Path:
        """Figures of a partial run must not replace those of a whole one."""
        return ROOT / "var" / "benchmarks" if self.quick or self.only else HERE

    @property
    def described(self) -> str:
        """The first words of the report."""
        extent = "A quick run: shows that the tool works, no more." if self.quick else "A full run."
        return f"{extent} Only {self.only} was measured." if self.only else extent


def read_options(arguments: Sequence[str]) -> Options:
    """Ends the program with a message when they make no sense."""
    parser = argparse.ArgumentParser(prog="benchmarks/run.py", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of everything, to see that it works")
    parser.add_argument("--only", choices=SIDES, help="measure one system alone")
    parser.add_argument("--strict", action="store_true", help="exit code 1 when a threshold does not hold")
    options = Options(**vars(parser.parse_args(arguments)))
    if options.strict and (options.quick or options.only):
        parser.error("--strict needs a full run: leave out --quick and --only")
    return options


def sides(options: Options, folder: Path) -> list[Side]:
    """The systems to measure, each with a fresh folder of its own: both write an `endpoints.yml`."""
    made: list[Side] = []
    if options.only != "afsaet":
        made.append(Moodbot(folder / "plain", rasa_command()))
    if options.only != "plain":
        made.append(Afsaet(folder / "afsaet", afsaet_command()))
    for side in made:
        side.folder.mkdir()
    return made


def bench(options: Options) -> int:
    """Measures, prints, keeps; the exit code."""
    machine = facts(date.today())
    if load_before() > BUSY:
        progress("Something else keeps this machine busy: the figures will be worse and less certain.")
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folder = Path(temporary)
        try:
            samples = asyncio.run(measure(sides(options, folder), options.amount))
        except BenchmarkError as error:
            progress(f"{ends_of_logs(folder)}\nThe benchmark could not go on. {error}")
            return COULD_NOT_MEASURE
    both = {key: figures(seen) for key, seen in samples.items()}
    keep(options.folder, both, machine, options.described)
    print(markdown(both, machine, options.described))
    held = all(verdict.holds for verdict in verdicts(both))
    return DOES_NOT_HOLD if options.strict and not held else 0


def ends_of_logs(folder: Path) -> str:
    """The last lines of whatever the systems wrote, for the one who has to mend it."""
    lines: list[str] = []
    for log in sorted(folder.rglob("*.log")):
        written = log.read_text(errors="replace").splitlines()
        lines += [f"--- the end of {log.name}", *written[-LOG_LINES_SHOWN:]]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """The command."""
    try:
        return bench(read_options(arguments))
    except KeyboardInterrupt:
        progress("Interrupted; what was started has been ended.")
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
