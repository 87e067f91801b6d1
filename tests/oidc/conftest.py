# SPDX-License-Identifier: MPL-2.0
"""A real OpenID provider, our real web process, and browsers that walk between them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from bot.accounts import Account
from bot.services import accounts
from bot.settings import now, settings
from bot.store.opening import bring_up_to_date
from bot.store.vault import Vault, new_key
from bot.store.work import SqlStore
from bot.web.app import create_app
from bot.web.callers import House
from bot.web.provider import provider_of
from tests.journeys.system import free_port
from tests.oidc.browsing import Browser
from tests.oidc.serving import OpenIdProvider, Relay, installed_provider, served

GROUPS = {"bodil": ["Afsaet-Bostoette", "Alle"], "leif": ["Afsaet-Leder"], "ulla": ["Alle"],
          "bo": ["Afsaet-Leder", "Afsaet-Bostoette"], "nina": ["Afsaet-Bostoette"]}
"""In which groups each is at the provider."""
ROLES = "bostoette=Afsaet-Bostoette,leder=Afsaet-Leder"


@dataclass
class Place:
    """All that runs: the provider behind its relay, and our web process."""

    provider: OpenIdProvider
    relay: Relay
    app: FastAPI
    url: str
    key: str
    browsers: list[Browser] = field(default_factory=list)

    @property
    def house(self) -> House:
        found: House = self.app.state.house
        return found

    def browser(self) -> Browser:
        """A browser that has been nowhere yet."""
        self.browsers.append(Browser(self.url))
        return self.browsers[-1]

    def at(self, clock: Callable[[], datetime]) -> None:
        self.app.state.house = replace(self.house, clock=clock)

    def as_another_process(self) -> None:
        """From now on answers what another web process with the same settings would: nothing is shared but the key."""
        self.app.state.house = replace(self.house, provider=provider_of(self.house.settings, self.key))

    def with_public_url(self, url: str) -> None:
        chosen = self.house.settings.model_copy(update={"public_url": url})
        self.app.state.house = replace(self.house, settings=chosen, provider=provider_of(chosen, self.key))

    def accounts(self) -> dict[str, Account]:
        """All accounts by name."""
        return {one.staff.name: one for one in accounts.listed(self.house.store)}

    def with_provider(self, **changes: Any) -> None:
        assert self.house.provider
        self.app.state.house = replace(self.house, provider=replace(self.house.provider, **changes))


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Started once; each test puts back what it changes."""
    folder, python = tmp_path_factory.mktemp("oidc"), installed_provider()
    web, behind, before = free_port(), free_port(), free_port()
    url, authority = f"http://127.0.0.1:{web}", f"127.0.0.1:{before}"
    provider = OpenIdProvider(python, behind, authority, f"{url}/log-ind/oidc/svar", folder / "provider.log")
    relay, key = Relay(behind), new_key()
    told = {
        "AUTH": "oidc", "OIDC_ISSUER": f"http://{authority}", "OIDC_CLIENT_ID": "afsaet",
        "OIDC_CLIENT_SECRET": "secret of afsaet", "OIDC_SCOPES": "openid profile groups", "OIDC_ROLE_CLAIM": "groups",
        "OIDC_ROLES": ROLES, "PUBLIC_URL": url, "KEY": key, "DATABASE_URL": f"sqlite:///{folder}/afsaet.db",
    }
    bring_up_to_date(SqlStore(told["DATABASE_URL"], Vault(key)))
    app = create_app()
    with contextlib.ExitStack() as until_the_end:
        until_the_end.callback(provider.stop)
        provider.start()
        until_the_end.enter_context(served(relay.app(), before))
        with told_by_the_environment(told):
            until_the_end.enter_context(served(app, web))
        yield Place(provider, relay, app, url, key)


@contextlib.contextmanager
def told_by_the_environment(told: dict[str, str]) -> Iterator[None]:
    """What a process reads when it starts; gone again before any other test runs."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in told.items():
            patch.setenv(f"AFSAET_{name}", value)
        settings.cache_clear()
        yield
    settings.cache_clear()


@pytest.fixture
def place(running: Place, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """All that runs, as it was at first but for the accounts."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    house = running.house
    yield running
    running.app.state.house = house
    for person, groups in GROUPS.items():
        running.provider.put_in_groups(person, *groups)
    running.relay.changes.clear()
    running.relay.broken.clear()
    running.relay.asked.clear()
    while running.browsers:
        running.browsers.pop().close()


@pytest.fixture
def later(place: Place) -> Callable[[timedelta], None]:
    """Sets the web process's clock forward."""
    return lambda by: place.at(lambda: now() + by)

