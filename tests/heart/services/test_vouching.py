# SPDX-License-Identifier: MPL-2.0
"""What an OpenID provider says of somebody becomes a name and exactly one role, or nothing."""

from __future__ import annotations

from typing import Any

import pytest

from bot.accounts import Role
from bot.services.errors import NoFittingRole, ProviderSaysTooLittle
from bot.services.vouching import BadRoles, Wanted, claim_at, name_in, read_roles, role_in

WANTED = Wanted("name", "realm_access.roles", read_roles("bostoette=Afsaet-Bostoette, leder = Afsaet Leder,leder=Chef"))


def claims(*roles: Any) -> dict[str, Any]:
    return {"name": "Bodil Hansen", "realm_access": {"roles": list(roles)}}


@pytest.mark.parametrize(("held", "role"), [
    (["Afsaet-Bostoette"], Role.BOSTOETTE),
    (["offline_access", "Afsaet Leder", "Alle"], Role.LEDER),
    (["Chef", "Afsaet Leder"], Role.LEDER),
    (["Chef", "Chef", 7, None, {"a": 1}], Role.LEDER),
])
def test_the_one_role_that_fits_is_given(held: list[Any], role: Role) -> None:
    assert role_in(claims(*held), WANTED) is role


@pytest.mark.parametrize("held", [
    [], ["Alle"], ["afsaet-bostoette"], ["Afsaet-Bostoette "], ["bostoette"], ["Afsaet-Bostoette", "Chef"],
    [["Afsaet-Bostoette"]],
])
def test_no_role_or_several_is_refused_and_never_guessed(held: list[Any]) -> None:
    with pytest.raises(NoFittingRole):
        role_in(claims(*held), WANTED)


@pytest.mark.parametrize("told", [
    {}, {"realm_access": None}, {"realm_access": ["roles"]}, {"realm_access": {"roles": 1}}, {"roles": ["Chef"]},
    {"realm_access": {"roles": {"Chef": True}}},
])
def test_claims_of_another_shape_give_no_role(told: dict[str, Any]) -> None:
    with pytest.raises(NoFittingRole):
        role_in(told, WANTED)


def test_a_role_may_be_a_single_word() -> None:
    assert role_in({"realm_access": {"roles": "Chef"}}, WANTED) is Role.LEDER


def test_a_claim_whose_own_name_has_dots_is_found_before_a_path() -> None:
    told = {"https://afsaet.invalid/roles": ["a"], "a": {"b": 1}, "a.b": 2}
    assert claim_at(told, "https://afsaet.invalid/roles") == ["a"]
    assert claim_at(told, "a.b") == 2 and claim_at(told, "a.c") is None and claim_at({"a": {"b": 1}}, "a.b") == 1


@pytest.mark.parametrize(("told", "name"), [("Bodil  Hansen\n", "Bodil Hansen"), ("x" * 300, "x" * 200)])
def test_a_name_is_one_line_and_not_too_long(told: str, name: str) -> None:
    assert name_in({"name": told}, WANTED) == name


@pytest.mark.parametrize("told", [{}, {"name": ""}, {"name": "  "}, {"name": 7}, {"name": ["Bodil"]}])
def test_without_a_name_nobody_comes_in(told: dict[str, Any]) -> None:
    with pytest.raises(ProviderSaysTooLittle):
        name_in(told, WANTED)


@pytest.mark.parametrize(("told", "why"), [
    ("", "names no role"), (" , ", "names no role"), ("bostoette", "is not `role=name`"),
    ("bostoette=", "is not `role=name`"), ("chef=Chef", "bostoette, peer, leder, admin"),
    ("Leder=Chef", "is not `role=name`"), ("leder=Chef,admin=Chef", "would be two roles: leder and admin"),
])
def test_a_list_of_roles_that_can_not_be_used_says_why(told: str, why: str) -> None:
    with pytest.raises(BadRoles, match=why):
        read_roles(told)


def test_a_name_of_a_role_may_hold_what_a_pair_is_parted_by() -> None:
    assert read_roles("leder=CN=Leder") == {"CN=Leder": Role.LEDER}
