# SPDX-License-Identifier: MPL-2.0
"""Sign-in at an OpenID provider is set up wholly or not at all; what is missing is said before anything starts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr
from typer.testing import CliRunner

from bot.commands import model
from bot.commands.main import app as commands
from bot.settings import Settings, settings
from bot.store.vault import new_key
from bot.web.app import create_app
from bot.web.provider import BadProviderSettings, provider_of
from tests.edges.houses import check_problem

WHOLE: dict[str, Any] = {
    "auth": "oidc", "oidc_issuer": "https://login.invalid/realms/kommune", "oidc_client_id": "afsaet",
    "oidc_client_secret": SecretStr("hemmelig"), "oidc_roles": "leder=Chef", "public_url": "https://afsaet.invalid",
}
KEY = new_key()


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left out here is missing, whatever the environment says."""
    for name in [name for name in os.environ if name.startswith("AFSAET_OIDC_")]:
        monkeypatch.delenv(name)


def of(**changes: Any) -> Any:
    return provider_of(Settings(**{**WHOLE, **changes}), KEY)


def test_whole_settings_make_a_provider_that_does_not_tell_its_secret() -> None:
    made = of(public_url="https://afsaet.invalid/")
    assert (made.issuer, made.address) == ("https://login.invalid/realms/kommune", "https://afsaet.invalid")
    assert "hemmelig" not in repr(made)


def test_where_staff_sign_in_by_password_there_is_no_provider() -> None:
    assert of(auth="local") is None


@pytest.mark.parametrize("name", ["oidc_issuer", "oidc_client_id", "oidc_client_secret", "oidc_roles", "public_url"])
def test_what_is_missing_is_named(name: str) -> None:
    empty = None if name in ("oidc_client_secret", "public_url") else ""
    with pytest.raises(BadProviderSettings, match=f"also needs AFSAET_{name.upper()}$"):
        of(**{name: empty})


@pytest.mark.parametrize(("changes", "why"), [
    ({"oidc_issuer": "http://login.invalid"}, "AFSAET_OIDC_ISSUER must begin with https://"),
    ({"oidc_issuer": "login.invalid"}, "AFSAET_OIDC_ISSUER must begin with https://"),
    ({"oidc_issuer": "file://localhost/x"}, "AFSAET_OIDC_ISSUER must begin with https://"),
    ({"oidc_issuer": "http://localhost.login.invalid"}, "AFSAET_OIDC_ISSUER must begin with https://"),
    ({"public_url": "http://afsaet.invalid"}, "AFSAET_PUBLIC_URL must begin with https://"),
    ({"oidc_scopes": "profile"}, "AFSAET_OIDC_SCOPES"),
    ({"oidc_roles": "chef=Chef"}, "AFSAET_OIDC_ROLES can't be used"),
])
def test_what_can_not_be_used_is_named(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(BadProviderSettings, match=why):
        of(**changes)


@pytest.fixture
def half_set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The environment of somebody who has only just begun; should a check fail, nothing is trained or started."""
    for name in [name for name in os.environ if name.startswith("AFSAET_")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(model, "ensure_model", lambda chosen: pytest.fail("the command went on"))
    for name, value in {"AUTH": "oidc", "KEY": KEY, "DATABASE_URL": f"sqlite:///{tmp_path}/a.db",
                        "VAR": str(tmp_path)}.items():
        monkeypatch.setenv(f"AFSAET_{name}", value)
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_the_command_says_what_is_missing_before_it_starts_anything(half_set_up: None) -> None:
    told = CliRunner().invoke(commands, ["run"])
    assert told.exit_code == 1 and "Traceback" not in told.output
    assert "afsaet: AFSAET_AUTH=oidc also needs AFSAET_OIDC_ISSUER, AFSAET_OIDC_CLIENT_ID" in told.output


def test_the_web_process_does_not_start_either(half_set_up: None) -> None:
    with pytest.raises(BadProviderSettings, match="AFSAET_OIDC_ISSUER"), TestClient(create_app()):
        pass


@pytest.mark.parametrize("path", ["/log-ind/oidc", "/log-ind/oidc/svar?code=x&state=y"])
def test_where_staff_sign_in_by_password_these_addresses_are_not_there(client: TestClient, path: str) -> None:
    check_problem(client.get(path), 404)


def test_the_sign_in_page_says_our_sentences_and_no_others(client: TestClient) -> None:
    assert "Begynd forfra her." in client.get("/log-ind?besked=sign-in-unfinished").text
    assert 'role="alert"' not in client.get("/log-ind?besked=Ring+til+os").text
