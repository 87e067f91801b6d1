# SPDX-License-Identifier: MPL-2.0
"""Cookies as browsers may be given them: for this address only, hidden from scripts, not sent along by other sites."""

from __future__ import annotations

from fastapi import Request, Response

from bot.settings import Settings

TALK_COOKIE = "afsaet_talk"
STAFF_COOKIE = "afsaet_staff"
FORM_COOKIE = "afsaet_form"
"""Holds a form of somebody who has neither talk nor session yet; ends with the browser."""
OURS = (TALK_COOKIE, STAFF_COOKIE, FORM_COOKIE)


def name_of(chosen: Settings, cookie: str) -> str:
    """The name under which a browser holds a cookie.

    With https it begins with `__Host-`: then no other host and no page without https can have set it (RFC 6265bis).
    """
    return f"__Host-{cookie}" if chosen.is_https else cookie


def held(request: Request, chosen: Settings, cookie: str) -> str | None:
    """What the browser holds; None without it."""
    return request.cookies.get(name_of(chosen, cookie))


def give(answer: Response, chosen: Settings, cookie: str, value: str, seconds: int | None = None) -> None:
    """Lets the browser hold a value for so long, or until it is closed."""
    answer.set_cookie(
        name_of(chosen, cookie), value, max_age=seconds, path="/", httponly=True, samesite="lax", secure=chosen.is_https
    )


def take_back(answer: Response, chosen: Settings, cookie: str) -> None:
    """Lets the browser forget a value."""
    answer.delete_cookie(
        name_of(chosen, cookie), path="/", httponly=True, samesite="lax", secure=chosen.is_https
    )
