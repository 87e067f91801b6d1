# SPDX-License-Identifier: MPL-2.0
"""Word and pattern lists, each line with a reason; read once, hashed into the fingerprint of what leans on them."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent


class Cue(NamedTuple):
    """A pattern that speaks for a label."""

    label: str
    pattern: re.Pattern[str]
    reason: str


class LexiconError(ValueError):
    """A line of a lexicon file can't be read; the message names file and line."""


def cues(name: str) -> tuple[Cue, ...]:
    """The cues of `<name>.tsv`: label, pattern and reason by tab; `#` opens a comment line."""
    lines = (_HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    numbered = enumerate(lines, start=1)
    return tuple(_cue(name, number, line) for number, line in numbered if line and not line.startswith("#"))


def _cue(name: str, number: int, line: str) -> Cue:
    try:
        label, pattern, reason = line.split("\t")
        return Cue(label, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), reason)
    except (ValueError, re.error) as error:
        raise LexiconError(f"{name}.tsv:{number}: {error}") from error


def fingerprint(*names: str) -> str:
    """A hash of lexicon files, so that a changed list retrains what leans on it."""
    digest = hashlib.sha256()
    for name in names:
        digest.update((_HERE / f"{name}.tsv").read_bytes())
    return digest.hexdigest()
