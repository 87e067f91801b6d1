# SPDX-License-Identifier: MPL-2.0
"""Every route knows who calls it, or stands on the list of those that anybody may call."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import RouteContext, iter_route_contexts

from bot.web import callers as web_callers
from bot.web.app import create_app
from bot.web.callers import CALLERS
from bot.web.privacy_pages import PUBLIC_PAGES

PUBLIC = web_callers.PUBLIC | PUBLIC_PAGES

ROUTES = list(iter_route_contexts(create_app().routes))


def path_of(route: RouteContext) -> str:
    return str(getattr(route, "path", ""))


def dependencies(of: Dependant) -> Iterator[object]:
    for part in of.dependencies:
        yield part.call
        yield from dependencies(part)


def callers(route: RouteContext) -> set[object]:
    dependant = getattr(route, "dependant", None)
    return set(dependencies(dependant)) & CALLERS if dependant else set()


def name_of(route: RouteContext) -> str:
    """Method and path, for the name of a test."""
    return f"{min(getattr(route, 'methods', None) or ['-'])} {path_of(route)}"


@pytest.mark.parametrize("route", ROUTES, ids=name_of)
def test_a_route_has_a_caller_or_is_public(route: RouteContext) -> None:
    assert callers(route) or path_of(route) in PUBLIC


def test_every_public_path_is_a_route() -> None:
    assert {path_of(route) for route in ROUTES} >= PUBLIC


def test_every_caller_is_used() -> None:
    assert set().union(*(callers(route) for route in ROUTES)) == CALLERS


def test_no_two_routes_share_method_and_path() -> None:
    named = [(path_of(route), method) for route in ROUTES for method in getattr(route, "methods", None) or ()]
    assert len(set(named)) == len(named)


def test_the_walk_sees_the_routes_of_every_part() -> None:
    assert {"/api/v1/goals/{goal_id}/review", "/samtale", "/health", "/static"} <= {path_of(route) for route in ROUTES}
