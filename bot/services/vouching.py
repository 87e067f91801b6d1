# SPDX-License-Identifier: MPL-2.0
"""What an OpenID provider says of somebody, read as a name and as exactly one role of ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.accounts import Role
from bot.services.accounts import LONGEST_NAME
from bot.services.errors import NoFittingRole, ProviderSaysTooLittle

Roles = Mapping[str, Role]
"""The provider's name of a role → the role here."""


class BadRoles(Exception):
    """The list of roles can't be used; the message says why, for whoever sets up the server."""


@dataclass(frozen=True)
class Wanted:
    """Where in the provider's claims the name and the roles are, and what each role there means here."""

    name_claim: str
    role_claim: str
    roles: Roles


def read_roles(told: str) -> Roles:
    """`bostoette=Team A,leder=Team B` as roles by the provider's name for them; `BadRoles` says what is wrong."""
    found: dict[str, Role] = {}
    for pair in filter(None, map(str.strip, told.split(","))):
        ours, _, theirs = (part.strip() for part in pair.partition("="))
        if ours not in set(Role) or not theirs:
            raise BadRoles(f"»{pair}« is not `role=name`, with one of the roles {', '.join(Role)}")
        if found.get(theirs, ours) != ours:
            raise BadRoles(f"»{theirs}« would be two roles: {found[theirs]} and {ours}")
        found[theirs] = Role(ours)
    if not found:
        raise BadRoles("it names no role, so that nobody could sign in")
    return found


def claim_at(claims: Mapping[str, object], path: str) -> object:
    """The claim of this very name, or else the one that a dotted path leads to; None if there is none."""
    if path in claims:
        return claims[path]
    place: object = claims
    for step in path.split("."):
        place = place.get(step) if isinstance(place, Mapping) else None
    return place


def name_in(claims: Mapping[str, object], wanted: Wanted) -> str:
    """The name; `ProviderSaysTooLittle` if there is none."""
    found = claim_at(claims, wanted.name_claim)
    name = " ".join(found.split())[:LONGEST_NAME] if isinstance(found, str) else ""
    if not name:
        raise ProviderSaysTooLittle
    return name


def role_in(claims: Mapping[str, object], wanted: Wanted) -> Role:
    """The one role that fits; `NoFittingRole` if none does, or several: it is never guessed which one was meant."""
    found = claim_at(claims, wanted.role_claim)
    held = [found] if isinstance(found, str) else found if isinstance(found, list) else []
    fitting = {wanted.roles[one] for one in held if isinstance(one, str) and one in wanted.roles}
    if len(fitting) != 1:
        raise NoFittingRole
    return fitting.pop()
