# SPDX-License-Identifier: MPL-2.0
"""Fixtures for all tests."""

from __future__ import annotations

from tests.systems import on_postgres, on_sqlite, postgres_url, system, trained_model

__all__ = ["on_postgres", "on_sqlite", "postgres_url", "system", "trained_model"]
