# SPDX-License-Identifier: MPL-2.0
"""Clauses that must not be parted from the one before: alone, either would say something else."""

from __future__ import annotations

import re

_THEN = re.compile(
    r"(?:og|for|men) så \w+ (?:jeg|det|den|der|man|vi|de|han|hun|min|mit)\b|så (?:er|var|bliver|går) (?!jeg\b)",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:når|hvis|hver ?gang)\b", re.IGNORECASE)
"""Under a condition told before: "når … ringer, siger jeg ja, og så lægger jeg på" is no "du lægger på"."""
_GOES_ON = re.compile(
    r"(?:og (?:jeg|der|man|han|hun|det|de|alt|alle|nogen) (?:ikke|aldrig|altid|slet|hele tiden|kun)"
    r"|som \w+|der (?!er|var|bliver|blev|kommer|kom|skal|kan|sker|mangler|har|må|går|gik|findes)\w+"
    r"|(?<=den, )der|(?<=dem, )der)\b", re.IGNORECASE,
)
"""A clause that belongs inside the one before, in the order of a subordinate one."""
_SUBORDINATE = re.compile(r"\b(?:når|hvis|fordi|at|selvom|mens)\b", re.IGNORECASE)
_HEAD = re.compile(r"\b(?:det|alt|den|dem|noget|ting|eneste)$|\beneste\b.*$", re.IGNORECASE)


def follows_from(clause: str, message: str) -> bool:
    """What happens only under what was told before: "og så lægger jeg på" behind a "når", "så er hænderne optaget"."""
    return bool(_THEN.match(clause)) and (clause.startswith("så") or bool(_WHEN.search(message)))


def belongs_inside(before: str, clause: str) -> bool:
    """A relative clause, or one that goes on with a subordinate one, was cut off from what it belongs to."""
    if clause.startswith("og "):
        return bool(_GOES_ON.match(clause) and _SUBORDINATE.search(before))
    relative = re.match(r"der |(?:jeg|vi) ", clause, re.IGNORECASE) and _HEAD.search(before)
    return bool(relative or _GOES_ON.match(clause))
