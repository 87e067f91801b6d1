# SPDX-License-Identifier: MPL-2.0
"""Measures of how well labels were read: counts, scores, intervals and calibration; no files, no models."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

Marks = npt.NDArray[np.bool_]
"""(messages, labels): which labels a message has."""


@dataclass(frozen=True)
class Score:
    """Precision, recall and F1, each 0–1 (0 where nothing could be found), and how many messages have the label."""

    precision: float
    recall: float
    f1: float
    support: int


def score(wanted: Marks, said: Marks) -> Score:
    """Over all messages and labels together (micro)."""
    hits, told, true = int((wanted & said).sum()), int(said.sum()), int(wanted.sum())
    return Score(_share(hits, told), _share(hits, true), _share(2 * hits, told + true), true)


def macro_f1(wanted: Marks, said: Marks) -> float:
    """The mean of the labels' F1."""
    return float(np.mean([score(wanted[:, [column]], said[:, [column]]).f1 for column in range(wanted.shape[1])]))


def three_classes(talk: Marks, sustain: int) -> Marks:
    """(messages, 3): change talk, sustain talk, neither. `sustain` is the column of sustain talk.

    A message may hold both; AnnoMI's single class per utterance has no such case, so figures are near, not the same.
    """
    change = np.delete(talk, sustain, axis=1).any(axis=1)
    return np.stack([change, talk[:, sustain], ~talk.any(axis=1)], axis=1)


def interval(
    measure: Callable[[npt.NDArray[np.int64]], float], messages: int, seed: int = 7, times: int = 500
) -> tuple[float, float]:
    """The middle 95 % of a measure over `times` samples of the messages with replacement (percentile bootstrap)."""
    chance = np.random.default_rng(seed)
    found = [measure(chance.integers(0, messages, messages)) for _ in range(times)]
    low, high = np.percentile(found, [2.5, 97.5])
    return float(low), float(high)


def confusion(wanted: Sequence[str], said: Sequence[str]) -> list[tuple[str, str, int]]:
    """(wanted, said, how often) where they differ, commonest first."""
    count: dict[tuple[str, str], int] = {}
    for pair in zip(wanted, said, strict=True):
        if pair[0] != pair[1]:
            count[pair] = count.get(pair, 0) + 1
    return [(one, other, times) for (one, other), times in sorted(count.items(), key=lambda item: (-item[1], item[0]))]


@dataclass(frozen=True)
class Bin:
    """Readings of like confidence: how sure they were in the mean, how often they were right, how many they are."""

    sure: float
    right: float
    count: int


def reliability(confidence: Sequence[float], right: Sequence[bool], bins: int = 10) -> list[Bin]:
    """Readings in `bins` equal ranges of confidence, empty ones left out (reliability diagram; Guo et al. 2017)."""
    sure, true = np.asarray(confidence, dtype=float), np.asarray(right, dtype=bool)
    edges = np.linspace(0, 1, bins + 1)
    found = []
    for low, high in pairwise(edges):
        inside = (sure >= low) & ((sure < high) | (high == 1))
        if inside.any():
            found.append(Bin(float(sure[inside].mean()), float(true[inside].mean()), int(inside.sum())))
    return found


def calibration_error(bins: list[Bin]) -> float:
    """Expected calibration error: the mean distance of sureness from rightness, weighted by count; 0 is best."""
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.sure - one.right) for one in bins) / total if total else 0.0


def kappa(one: Sequence[Any], other: Sequence[Any]) -> float:
    """Cohen's kappa of two readers over the same messages; 1 where both always say the same one thing."""
    agreed = float(np.mean([first == second for first, second in zip(one, other, strict=True)]))
    names = set(one) | set(other)
    by_chance = sum((list(one).count(name) / len(one)) * (list(other).count(name) / len(other)) for name in names)
    return 1.0 if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
