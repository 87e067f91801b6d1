# SPDX-License-Identifier: MPL-2.0
"""Turns samples into figures, figures into a table and five verdicts, and keeps both."""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Figures = Mapping[str, float]
"""Key of a measure -> its figure; what was not measured is missing."""
Both = Mapping[str, Figures]
"""`plain` and `afsaet` -> their figures; one may be missing."""


def percentile(values: Sequence[float], percent: float) -> float:
    """Nearest rank: the smallest value that this share of all values does not exceed."""
    ordered = sorted(values)
    return ordered[max(math.ceil(len(ordered) * percent / 100) - 1, 0)]


def p95(values: Sequence[float]) -> float:
    """What one in twenty exceeds."""
    return percentile(values, 95)


@dataclass(frozen=True)
class Measure:
    """A row of the table: what it is called, from which samples it is made, and how."""

    key: str
    label: str
    samples: str
    reduce: Callable[[Sequence[float]], float]
    digits: int = 0


MEASURES = (
    Measure("ready_s", "ready after, s", "ready_s", statistics.median, 1),
    Measure("pss_mb", "memory of all processes, shared pages counted once, MB", "pss_mb", statistics.median),
    Measure("rss_mb", "the same, shared pages counted in each process, MB", "rss_mb", statistics.median),
    Measure("rss_end_mb", "the last figure at the end of all load, MB", "rss_end_mb", statistics.median),
    Measure("turn_p50_ms", "turn, one user, p50, ms", "turn_ms", statistics.median, 1),
    Measure("turn_p95_ms", "turn, one user, p95, ms", "turn_ms", p95, 1),
    Measure("turn_5_ms", "turn no. 5 of one conversation, ms", "turn_5_ms", statistics.median, 1),
    Measure("turn_50_ms", "turn no. 50, ms", "turn_50_ms", statistics.median, 1),
    Measure("turn_200_ms", "turn no. 200, ms", "turn_200_ms", statistics.median, 1),
    Measure("turn_500_ms", "turn no. 500, ms", "turn_500_ms", statistics.median, 1),
    Measure("per_second_1", "turns per second, 1 user", "per_second_1", statistics.mean, 1),
    Measure("per_second_4", "turns per second, 4 users", "per_second_4", statistics.mean, 1),
    Measure("per_second_16", "turns per second, 16 users", "per_second_16", statistics.mean, 1),
    Measure("p95_16_ms", "turn, 16 users, p95, ms", "load_16_ms", p95),
    Measure("silent_percent", "turns without a reply, %", "silent_percent", statistics.mean, 1),
)


@dataclass(frozen=True)
class Threshold:
    """What is demanded: a figure of ours, and the limit that it is compared with."""

    text: str
    key: str
    limit: Callable[[Both], float]
    at_least: bool = False


@dataclass(frozen=True)
class Verdict:
    """A threshold held against the figures; `holds` is None where something was not measured."""

    text: str
    figure: float | None
    limit: float | None
    holds: bool | None

    def line(self) -> str:
        """One line for people."""
        if self.figure is None or self.limit is None:
            return f"not measured: {self.text}"
        word = "holds" if self.holds else "does not hold"
        return f"{word}: {self.text} ({self.figure:.1f} against {self.limit:.1f})"


THRESHOLDS = (
    Threshold(
        "turn p50 of Afsæt ≤ the plain bot's, ms", "turn_p50_ms",
        lambda both: both["plain"]["turn_p50_ms"],
    ),
    Threshold(
        "turn 500 of one conversation ≤ 1.1 × our turn 5, ms", "turn_500_ms",
        lambda both: 1.1 * both["afsaet"]["turn_5_ms"],
    ),
    Threshold(
        "turns per second at 16 users ≥ 2 × the plain bot's", "per_second_16",
        lambda both: 2 * both["plain"]["per_second_16"], at_least=True,
    ),
    Threshold(
        "memory of all processes together ≤ 850 MB, shared pages counted once", "pss_mb",
        lambda both: 850.0,
    ),
    Threshold("ready after ≤ 15 s", "ready_s", lambda both: 15.0),
)


def figures(samples: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """One figure for each measure that has samples."""
    seen = ((measure, samples.get(measure.samples)) for measure in MEASURES)
    return {measure.key: measure.reduce(values) for measure, values in seen if values}


def verdicts(both: Both) -> list[Verdict]:
    """Every threshold, held or not, or not measured."""
    return [_verdict(threshold, both) for threshold in THRESHOLDS]


def _verdict(threshold: Threshold, both: Both) -> Verdict:
    try:
        figure, limit = both["afsaet"][threshold.key], threshold.limit(both)
    except KeyError:
        return Verdict(threshold.text, None, None, None)
    holds = figure >= limit if threshold.at_least else figure <= limit
    return Verdict(threshold.text, figure, limit, holds)


def table(both: Both) -> str:
    """Markdown: plain, Afsæt, and ours as a multiple of theirs."""
    lines = ["| | plain `rasa init` | Afsæt | Afsæt ÷ plain |", "| --- | ---: | ---: | ---: |"]
    return "\n".join([*lines, *(_row(measure, both) for measure in MEASURES)])


def _row(measure: Measure, both: Both) -> str:
    plain, ours = (both.get(key, {}).get(measure.key) for key in ("plain", "afsaet"))
    ratio = ours / plain if ours is not None and plain else None
    cells = [_number(plain, measure.digits), _number(ours, measure.digits), _number(ratio, 2)]
    return f"| {measure.label} | {' | '.join(cells)} |"


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:,.{digits}f}"


NOTES = """\
In a full run the two systems take turns in alternating rounds, on the same machine with the same
environment, spoken to over HTTP on the loopback address by one client process. The plain side is what `rasa
init --no-prompt` makes (English moodbot, default configuration with DIET and TED), one process, REST
channel, conversations in SQLite; it gets short English messages that it was made for. Its tracker store is
Rasa's own but for the database address, which Rasa 3.6 builds in a way that SQLAlchemy 2 refuses
(`sqlite_trackers.py`). Afsæt is the three processes and the supervisor of `afsaet run` on SQLite, spoken to
through its public API: gateway, Rasa, action server, store and the way back, with the Danish messages of
`messages.txt`. Start and memory are measured with the other system not running. How each figure is taken:
`README.md` in this folder."""


def markdown(both: Both, machine: Mapping[str, object], amount: str) -> str:
    """The whole report."""
    facts = "\n".join(f"- {name.replace('_', ' ')}: {value}" for name, value in machine.items())
    held = "\n".join(f"- {verdict.line()}" for verdict in verdicts(both))
    return f"# Afsæt beside a plain Rasa bot\n\n{amount}\n\n{facts}\n\n{table(both)}\n\n{held}\n\n{NOTES}\n"


def keep(folder: Path, both: Both, machine: Mapping[str, object], amount: str) -> None:
    """Writes `results.md` and `results.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "results.md").write_text(markdown(both, machine, amount), encoding="utf-8")
    thresholds = [vars(verdict) for verdict in verdicts(both)]
    everything = {"amount": amount, "machine": machine, "figures": both, "thresholds": thresholds}
    (folder / "results.json").write_text(
        json.dumps(everything, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
