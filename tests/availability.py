# SPDX-License-Identifier: MPL-2.0
"""A check that can't run here is skipped with its reason, or fails where it is required."""

from __future__ import annotations

import os

import pytest


def unavailable(what: str, reason: str) -> None:
    """Skips with the reason; fails if AFSAET_REQUIRE (names by comma) says that this must run here."""
    if what in os.environ.get("AFSAET_REQUIRE", "").split(","):
        pytest.fail(f"{what} is required here, but {reason}", pytrace=False)
    pytest.skip(f"{what}: {reason}")
