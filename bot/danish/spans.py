# SPDX-License-Identifier: MPL-2.0
"""Stretches of a text, (start, end): which of them stand apart."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]


def apart(spans: Iterable[Span]) -> list[Span]:
    """The stretches that do not overlap, in the order of the text; of two that begin together, the longer."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or span[0] >= found[-1][1]:
            found.append(span)
    return found
