# SPDX-License-Identifier: MPL-2.0
"""How well, how fast and from how much data Afsæt reads, beside a plain DIET pipeline trained on the same messages.

`speed`: milliseconds a message on one core, seconds for a thousand, seconds to load, megabytes on disk, the slowest of
the odd messages. `curve`: the figures from a quarter, half and all of the messages. `diet LAYER`: what DIET reads of
one layer after `--epochs` rounds. Each prints Markdown and keeps it under var/understanding/.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from diet import labels_of, rasa_train, train  # noqa: E402  (the path is set above)
from odd_messages import odd_messages  # noqa: E402

from bot.commands.evaluating import Readings, evaluate, report  # noqa: E402
from bot.commands.model import ensure_model  # noqa: E402
from bot.commands.reading import label, load_quietly  # noqa: E402
from bot.commands.training_data import rasa_files, read_labels  # noqa: E402
from bot.settings import Settings  # noqa: E402

KEPT = ROOT / "var" / "understanding"
WORDS = 30
ROUNDS = 40
THOUSAND = 1000
ODD = 10_000
SLOWEST = 20
"""So many of the slowest are read again, to tell a slow message from a pause of the machine."""
_SEED = 7


def labelled(part: str) -> list[dict[str, Any]]:
    """The messages of `train` or `dev`."""
    return list(read_labels(sorted((ROOT / "data/labels" / part).glob("*.jsonl"))))


def of_words(messages: list[dict[str, Any]], words: int) -> list[str]:
    """Texts cut or joined to just so many words, in their order."""
    said = " ".join(message["text"] for message in messages).split()
    return [" ".join(said[start : start + words]) for start in range(0, len(said) - words, words)]


def speed(options: argparse.Namespace) -> Iterator[str]:
    """Ours and, when `--diet` names a model, DIET's, in turns on one core."""
    os.sched_setaffinity(0, {0})
    paths = {"Afsæt": ensure_model(Settings())} | ({"DIET": options.diet} if options.diet else {})
    agents, loading = {}, {}
    load_quietly(paths["Afsæt"])                        # what Rasa itself needs once is not counted
    for name, path in paths.items():
        began = time.perf_counter()
        agents[name] = load_quietly(path)
        loading[name] = time.perf_counter() - began
    dev = labelled("dev")
    long, thousand = of_words(dev, WORDS)[:ROUNDS], [message["text"] for message in dev[:THOUSAND]]
    readers = {name: _reader(name, agent) for name, agent in agents.items()}
    median = {name: statistics.median(_times(read, long * 3)) * 1000 for name, read in readers.items()}
    total = {name: sum(_times(read, thousand)) for name, read in readers.items()}
    yield f"| | {' | '.join(paths)} |\n| --- |{' ---: |' * len(paths)}"
    yield _row(f"{WORDS} words, median, ms", median, 1)
    yield _row(f"{THOUSAND} messages, s", total, 1)
    yield _row("loading, s", loading, 1)
    yield _row("model on disk, MB", {name: path.stat().st_size / 1e6 for name, path in paths.items()}, 1)
    texts = list(odd_messages(ODD))
    odd = list(_times(readers["Afsæt"], texts))
    slow = sorted(range(ODD), key=odd.__getitem__)[-SLOWEST:]
    again = list(_times(readers["Afsæt"], (texts[number] for number in slow)))
    slowest, middle = max(odd) * 1000, statistics.median(odd) * 1000
    yield f"\nThe slowest of {ODD} odd messages: {slowest:.0f} ms; the median {middle:.1f} ms."
    yield f"The {SLOWEST} slowest read again: at most {max(again) * 1000:.0f} ms."


def _reader(name: str, agent: Any) -> Callable[[str], object]:
    if name == "Afsæt":
        return lambda text: label(agent, text)
    return lambda text: asyncio.run(agent.parse_message(text))


def _times(read: Callable[[str], object], texts: Any) -> Iterator[float]:
    for text in texts:
        began = time.perf_counter()
        read(text)
        yield time.perf_counter() - began


def _row(name: str, figures: dict[str, float], digits: int) -> str:
    return f"| {name} | " + " | ".join(f"{figure:.{digits}f}" for figure in figures.values()) + " |"


def curve(options: argparse.Namespace) -> Iterator[str]:
    """Our own pipeline from parts of the messages, chosen by chance."""
    dev = labelled("dev")
    for share in options.shares:
        part = some(share)
        print(f"training on {len(part)} messages …", file=sys.stderr)
        with tempfile.TemporaryDirectory(prefix="afsaet-curve-") as folder:
            readings = evaluate(dev, _trained_on(part, Path(folder)))
        yield f"\n### {len(part)} messages\n\n" + _summary(readings)


def some(share: float) -> list[dict[str, Any]]:
    """A part of the training messages, the same for the same share."""
    messages = labelled("train")
    random.Random(_SEED).shuffle(messages)
    return messages[: int(share * len(messages))]


def _trained_on(messages: list[dict[str, Any]], folder: Path) -> Callable[[str], dict[str, Any]]:
    """A copy of the project's configuration in `folder`, trained on these messages."""
    for name in ("config.yml", "domain.yml", "nlu", "bot", "actions"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "data").mkdir()
    (folder / "data/rules").symlink_to(ROOT / "data/rules")
    (folder / "data/nlu").mkdir()
    for name, content in rasa_files(messages).items():
        (folder / "data/nlu" / name).write_text(content, encoding="utf-8")
    agent = load_quietly(rasa_train(folder, "part"))
    return lambda text: label(agent, text)


def diet(options: argparse.Namespace) -> Iterator[str]:
    """DIET on one layer; only that layer's figures are given."""
    folder = KEPT / f"diet-{options.layer}"
    began = time.perf_counter()
    messages = some(options.share)
    path = train(messages, options.layer, folder, options.epochs)
    took = time.perf_counter() - began
    agent = load_quietly(path)
    dev = labelled("dev")
    said = []
    for message in dev:
        parsed = asyncio.run(agent.parse_message(message["text"]))
        told = {**message, "talk_confidence": {}, "themes_confidence": {}, "safety_confidence": 0.0}
        told["intent_confidence"] = parsed["intent"]["confidence"]
        told[options.layer] = labels_of(parsed["intent"]["name"], options.layer)
        said.append(told)
    yield f"### DIET on `{options.layer}`, {len(messages)} messages, {options.epochs} epochs, trained in {took:.0f} s\n"
    rows = _summary(Readings(dev, said)).splitlines()
    yield "\n".join(row for row in rows if row.startswith(("| measure", "| ---", *_ROWS[options.layer])))


_ROWS = {
    "talk": ("| talk", "| change"), "themes": ("| themes",), "intent": ("| intent",),
    "safety": ("| acute", "| concern", "| false"),
}
"""The rows of the summary that are about a layer; the other layers are not read here."""


def _summary(readings: Readings) -> str:
    return report(readings).split("## talk, label by label")[0]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = parser.add_subparsers(required=True)
    for name, run in (("speed", speed), ("curve", curve), ("diet", diet)):
        part = parts.add_parser(name)
        part.set_defaults(run=run, name=name)
        if name == "speed":
            part.add_argument("--diet", type=Path, help="a model that `diet` trained")
        if name == "curve":
            part.add_argument("--shares", type=float, nargs="+", default=[0.25, 0.5, 1.0], help="parts of the messages")
        if name == "diet":
            part.add_argument("layer", choices=("talk", "themes", "safety", "intent"))
            part.add_argument("--epochs", type=int, default=30)
            part.add_argument("--share", type=float, default=1.0, help="how much of the training messages, 0–1")
    options = parser.parse_args()
    told = "\n".join(options.run(options))
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"{options.name}{'-' + options.layer if options.name == 'diet' else ''}.md"
    kept.write_text(told + "\n", encoding="utf-8")
    print(told, json.dumps({"kept": str(kept.relative_to(ROOT))}), sep="\n\n")


if __name__ == "__main__":
    main()
