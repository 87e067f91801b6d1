# SPDX-License-Identifier: MPL-2.0
"""Cursors: where a page ends or a feed was read to, as an opaque text that a client hands back."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from typing import Annotated

from fastapi import Query

from bot.goals.finding import After
from bot.records import Mark
from bot.services.errors import BadCursor

Cursor = Annotated[str | None, Query(max_length=200, description="From an earlier answer; opaque.")]


def cursor_after(after: After) -> str:
    """The cursor of a page's end."""
    return _packed(after.at.isoformat(), after.id)


def after_of(cursor: str | None) -> After | None:
    """Where a cursor points; `BadCursor` for what is none of ours."""
    if cursor is None:
        return None
    at, goal_id = _unpacked(cursor, 2)
    return After(_moment(at), goal_id)


def cursor_of_mark(mark: Mark) -> str:
    """The cursor of a place in the feed."""
    return _packed(mark.at.isoformat(), mark.goal_id, str(mark.version))


def mark_of(cursor: str | None) -> Mark | None:
    """Where a cursor of the feed points; `BadCursor` for what is none of ours."""
    if cursor is None:
        return None
    at, goal_id, version = _unpacked(cursor, 3)
    if not version.isdecimal() or len(version) > _DIGITS:
        raise BadCursor
    return Mark(_moment(at), goal_id, int(version))


_DIGITS = 9


def _packed(*parts: str) -> str:
    return urlsafe_b64encode("|".join(parts).encode()).decode().rstrip("=")


def _unpacked(cursor: str, parts: int) -> list[str]:
    try:
        told = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4)).decode()
    except (binascii.Error, UnicodeError, ValueError) as error:
        raise BadCursor from error
    found = told.split("|")
    if len(found) != parts or "\0" in told:
        raise BadCursor
    return found


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadCursor from error
    if moment.tzinfo is None:
        raise BadCursor
    return moment
