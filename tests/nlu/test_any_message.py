# SPDX-License-Identifier: MPL-2.0
"""Ten thousand odd messages through the trained model: none breaks it, and none makes it wait."""

from __future__ import annotations

import importlib
import sys
import time
from pathlib import Path

from bot.codebook import Intent, Safety, Talk, Theme
from bot.commands import reading
from bot.commands.model import ensure_model
from bot.settings import Settings

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
odd_messages = importlib.import_module("odd_messages")

COUNT = 10_000
FAR_TOO_LONG = 2.0
"""Seconds; how long the slowest really takes is measured in benchmarks/understanding.py (at most 0.2)."""


def test_ten_thousand_odd_messages_are_all_read() -> None:
    agent = reading.load_quietly(ensure_model(Settings()))
    read = 0
    for text in odd_messages.odd_messages(COUNT):
        began = time.perf_counter()
        told = reading.label(agent, text)
        assert time.perf_counter() - began < FAR_TOO_LONG, repr(text[:60])
        assert set(told["talk"]) <= set(Talk) and set(told["themes"]) <= set(Theme)
        assert told["safety"] in set(Safety) and told["intent"] in set(Intent)
        assert all(text.strip() == "" or 0 <= one["start"] < one["end"] for one in told["entities"])
        read += 1
    assert read == COUNT
