# SPDX-License-Identifier: MPL-2.0
"""How often people who are in no danger are asked whether they are: 865 ordinary messages of 74 invented people.

    python -m benchmarks.false_alarms            a table
    python -m benchmarks.false_alarms --show     and the messages that are asked about

The messages in `ordinary/` were written as answers to open questions before a meeting by seven writers who knew
nothing of the reader; none of them was trained on. Those of g–l carry no labels (the developer read what the reader
doubts and found no danger now among what has no words of danger); those of m are what its writer called no danger, and
are meant to be taken for it by a quick reader.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot.codebook import Safety
from bot.commands import measuring
from bot.commands.model import ensure_model
from bot.services import doubting
from bot.settings import Settings

ORDINARY = Path(__file__).with_name("ordinary")
BANDS = (0.95, 0.9, 0.8, 0.7)
"""Probabilities; from 0.7 on a single message is asked about at once (`bot/services/doubting.py`)."""


def messages() -> list[str]:
    """All of them, in the order of the files."""
    texts = (path.read_text(encoding="utf-8").splitlines() for path in sorted(ORDINARY.glob("*.txt")))
    return [line.strip() for lines in texts for line in lines if line.strip()]


def main() -> None:
    """Prints how many messages a word pattern knows, and how many the reader guesses at, by how sure it is."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--show", action="store_true", help="print what is asked about")
    chosen = options.parse_args()
    read = measuring.reader(ensure_model(Settings()))
    texts = messages()
    said = [read(text) for text in texts]
    in_words = [one for one in said if doubting.is_in_words(one)]
    guesses = [one for one in said if one.safety is not Safety.NONE and not doubting.is_in_words(one)]
    print(f"messages {len(texts)}, known to a word pattern {len(in_words)}, guessed at all {len(guesses)}")
    for least in BANDS:
        count = sum(one.danger_probability >= least for one in guesses)
        print(f"guessed with {least} and more: {count} ({count / len(texts):.1%})")
    if chosen.show:
        for one in sorted(guesses, key=lambda one: -one.danger_probability):
            if one.danger_probability >= BANDS[-1]:
                print(f"{one.danger_probability:.2f} {one.safety} {one.text}")


if __name__ == "__main__":
    main()
