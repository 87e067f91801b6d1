# SPDX-License-Identifier: MPL-2.0
"""The benchmark reads its options, reckons and reports rightly, on made-up figures; nothing is started."""

from __future__ import annotations

import asyncio
import importlib
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.care.danger import look_for_danger
from bot.codebook import Safety

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path.append(str(BENCHMARKS))
report = importlib.import_module("report")
run = importlib.import_module("run")
measures = importlib.import_module("measures")
machine = importlib.import_module("machine")
afsaet = importlib.import_module("afsaet")
moodbot = importlib.import_module("moodbot")
processes = importlib.import_module("processes")

PLAIN = {"ready_s": 43.0, "pss_mb": 1139.0, "turn_p50_ms": 36.0, "per_second_16": 27.0, "turn_5_ms": 31.0}
OURS = {
    "ready_s": 11.0, "pss_mb": 700.0, "turn_p50_ms": 18.0, "per_second_16": 81.0,
    "turn_5_ms": 20.0, "turn_500_ms": 21.0,
}
BOTH = {"plain": PLAIN, "afsaet": OURS}
MACHINE = {"date": "2026-11-22", "cores": 2}


def holds(both: dict[str, dict[str, float]]) -> list[bool | None]:
    return [verdict.holds for verdict in report.verdicts(both)]


def test_a_run_without_options_is_a_full_one_of_both_and_keeps_its_figures() -> None:
    options = run.read_options([])
    assert (options.amount, options.only, options.strict) == (measures.FULL, None, False)
    assert options.folder == BENCHMARKS
    assert options.described == "A full run."


@pytest.mark.parametrize("arguments", [["--quick"], ["--only", "plain"], ["--only", "afsaet", "--quick"]])
def test_a_partial_run_never_replaces_the_figures_of_a_full_one(arguments: list[str]) -> None:
    options = run.read_options(arguments)
    assert BENCHMARKS not in (options.folder, *options.folder.parents)
    assert options.described != "A full run."


@pytest.mark.parametrize("arguments", [["--strict", "--quick"], ["--strict", "--only=plain"], ["--only=x"]])
def test_options_that_make_no_sense_are_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        run.read_options(arguments)
    assert refused.value.code == 2


def test_each_system_writes_in_a_folder_of_its_own(tmp_path: Path) -> None:
    made = run.sides(run.read_options([]), tmp_path)
    assert [side.key for side in made] == ["plain", "afsaet"]
    assert len({side.folder for side in made} - {tmp_path}) == 2
    assert all(side.folder.is_dir() for side in made)


@pytest.mark.parametrize("only", ["plain", "afsaet"])
def test_one_system_can_be_measured_alone(tmp_path: Path, only: str) -> None:
    assert [side.key for side in run.sides(run.read_options(["--only", only]), tmp_path)] == [only]


def test_the_amounts_cover_what_the_thresholds_need() -> None:
    assert measures.FULL.rounds * measures.TURNS_IN_A_TALK >= 200
    assert {5, 500} <= set(measures.FULL.depths)
    assert measures.FULL.load_rounds * measures.FULL.load_seconds == 15
    assert min(measures.FULL.depths) > measures.AROUND


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [([7.0], 95, 7.0), ([3.0, 1.0, 2.0], 50, 2.0), ([1.0, 9.0], 95, 9.0), (list(range(1, 101)), 95, 95)],
)
def test_a_percentile_is_a_value_that_was_seen(values: list[float], percent: float, expected: float) -> None:
    assert report.percentile(values, percent) == expected


def test_figures_are_made_of_samples_and_what_has_none_is_missing() -> None:
    samples = defaultdict(list, turn_ms=[10.0, 30.0, 20.0], ready_s=[12.0], silent_percent=[0.0, 100.0])
    assert report.figures(samples) == {
        "ready_s": 12.0, "turn_p50_ms": 20.0, "turn_p95_ms": 30.0, "silent_percent": 50.0,
    }


def test_every_threshold_holds_when_its_figure_is_good_enough() -> None:
    assert holds(BOTH) == [True] * 5


@pytest.mark.parametrize(
    ("key", "value", "place"),
    [
        ("turn_p50_ms", 36.1, 0), ("turn_500_ms", 22.1, 1), ("per_second_16", 53.9, 2),
        ("pss_mb", 850.1, 3), ("ready_s", 15.1, 4),
    ],
)
def test_a_missed_threshold_does_not_hold_and_the_others_do(key: str, value: float, place: int) -> None:
    missed = holds({"plain": PLAIN, "afsaet": {**OURS, key: value}})
    assert missed == [number != place for number in range(5)]


@pytest.mark.parametrize(
    ("both", "expected"),
    [
        ({"plain": PLAIN}, [None] * 5),
        ({"afsaet": OURS}, [None, True, None, True, True]),
        ({"plain": PLAIN, "afsaet": {"ready_s": 16.0}}, [None, None, None, None, False]),
    ],
)
def test_what_was_not_measured_neither_holds_nor_fails(
    both: dict[str, dict[str, float]], expected: list[bool | None]
) -> None:
    assert holds(both) == expected


def test_verdicts_are_said_in_words() -> None:
    slow = {"plain": PLAIN, "afsaet": {**OURS, "ready_s": 20.0}}
    lines = [verdict.line() for verdict in report.verdicts(slow)]
    assert lines[0].startswith("holds: turn p50")
    assert lines[4] == "does not hold: ready after ≤ 15 s (20.0 against 15.0)"
    assert report.verdicts({})[0].line().startswith("not measured: ")


def test_the_table_shows_both_and_ours_as_a_multiple_of_theirs() -> None:
    rows = report.table(BOTH).splitlines()
    assert "| ready after, s | 43.0 | 11.0 | 0.26 |" in rows
    assert "| turn no. 500, ms | – | 21.0 | – |" in rows
    assert "| turn no. 200, ms | – | – | – |" in rows


def test_a_plain_figure_of_nothing_gives_no_ratio() -> None:
    table = report.table({"plain": {"silent_percent": 0.0}, "afsaet": {"silent_percent": 0.0}})
    assert "| turns without a reply, % | 0.0 | 0.0 | – |" in table


def test_what_is_kept_can_be_read_again_and_says_how_the_plain_bot_was_mended(tmp_path: Path) -> None:
    report.keep(tmp_path / "new", BOTH, MACHINE, "A full run.")
    kept = json.loads((tmp_path / "new" / "results.json").read_text(encoding="utf-8"))
    assert kept["figures"] == BOTH
    assert [threshold["holds"] for threshold in kept["thresholds"]] == [True] * 5
    text = (tmp_path / "new" / "results.md").read_text(encoding="utf-8")
    assert "- cores: 2" in text
    assert "sqlite_trackers.py" in text


def test_facts_about_the_machine_hold_no_path() -> None:
    assert machine.processor("flags\t: fpu\nmodel name\t: Some CPU @ 2 GHz\n") == "Some CPU @ 2 GHz"
    assert machine.processor("") == "unknown"
    assert not re.search(r"/\w", json.dumps(machine.facts(machine.date(2026, 11, 22))))


def test_the_invented_talk_is_long_varied_and_free_of_danger() -> None:
    messages = afsaet.read_messages(BENCHMARKS / "messages.txt")
    lengths = [len(message) for message in messages]
    assert len(messages) == len(set(messages)) >= 55
    assert min(lengths) <= 3
    assert max(lengths) > 120
    assert {look_for_danger(message) for message in messages} == {Safety.NONE}
    assert not [message for message in messages if re.search(r"\b(stop|pause|slet)\b(?! ikke)", message)]


def test_a_missing_model_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFSAET_MODELS", str(tmp_path))
    with pytest.raises(processes.BenchmarkError, match="make train"):
        afsaet.Afsaet(tmp_path, tmp_path / "afsaet").prepare()


def test_a_missing_installation_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    for find in (afsaet.afsaet_command, moodbot.rasa_command):
        with pytest.raises(processes.BenchmarkError, match="make setup"):
            find()


def test_both_systems_get_the_same_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    made = processes.environment({"AFSAET_PORT": "1"})
    assert "OMP_NUM_THREADS" not in made
    assert (made["TF_CPP_MIN_LOG_LEVEL"], made["AFSAET_PORT"]) == ("3", "1")


def test_an_unreadable_database_is_an_error_of_the_benchmark(tmp_path: Path) -> None:
    side = SimpleNamespace(name="the plain bot", database=tmp_path / "none.db", kept_query="SELECT 1")
    with pytest.raises(processes.BenchmarkError, match="can't be read"):
        measures.kept_messages(side)


def test_a_start_that_trained_a_model_is_no_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFSAET_MODELS", str(tmp_path))
    side = afsaet.Afsaet(tmp_path, tmp_path / "afsaet")
    (tmp_path / "new.tar.gz").touch()
    with pytest.raises(processes.BenchmarkError, match="Run it again"):
        asyncio.run(side.welcome(None))


class EchoingSide:
    """A system that answers at once and remembers what was said in each of its conversations."""

    key, name, messages, long_talks = "echo", "the echo", ("a", "b", "c"), 1

    def __init__(self) -> None:
        self.said: list[list[str]] = []

    async def open_talk(self, client: object) -> object:
        talk: list[str] = []
        self.said.append(talk)

        async def say(text: str) -> int:
            talk.append(text)
            return 0 if text == "c" else 1

        return say


def test_the_window_around_each_turn_has_the_same_nine_messages() -> None:
    bench = measures.Bench(EchoingSide())
    asyncio.run(measures.measure_depths([bench], measures.Amount(depths=(5, 50))))
    long = next(talk for talk in bench.side.said if len(talk) == 54)
    assert long[0:9] == long[45:54]
    assert len(bench.samples["turn_50_ms"]) == 9
    assert len(bench.samples["turn_5_ms"]) == 9 * len(bench.side.said)


def test_users_at_once_talk_in_conversations_of_their_own_and_silence_is_seen() -> None:
    bench = measures.Bench(EchoingSide())
    asyncio.run(measures.measure_load([bench], measures.Amount(users=(4,), load_rounds=2, load_seconds=0.0)))
    assert len(bench.side.said) == 8
    asyncio.run(measures.measure_turns([bench], measures.Amount(rounds=3)))
    assert len(bench.samples["turn_ms"]) == 60
    assert report.figures(bench.samples)["silent_percent"] == pytest.approx(100 / 3)
