# SPDX-License-Identifier: MPL-2.0
"""A browser with cookies that walks from our pages through the provider's own login form and back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit, urlunsplit

import httpx

PASSWORD = "kaffe cykel måne torsdag"


@dataclass
class Browser:
    """Follows no redirect by itself, so that a test can look at each step, and change it."""

    home: str
    client: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = httpx.Client(trust_env=False, timeout=20, headers={"Accept-Language": "en"})

    def close(self) -> None:
        self.client.close()

    def get(self, url: str) -> httpx.Response:
        return self.client.get(urljoin(self.home, url))

    def cookie(self, name: str) -> str | None:
        """Our cookie of that name, if there is one."""
        return next((one.value for one in self.client.cookies.jar if one.name == name), None)

    def set_out(self) -> str:
        """Presses »Log ind med kommunens konto«; the provider's address to which we are led."""
        assert 'href="/log-ind/oidc"' in self.get("/log-ind").text
        led = self.get("/log-ind/oidc")
        assert led.status_code == 302, led.text
        return led.headers["location"]

    def at_provider(self, address: str, login: str, consent: str = "accept") -> str:
        """Goes through the provider's form as somebody, who says yes or no; the address back to us."""
        answer = self.client.get(address)
        for _ in range(12):
            where = str(answer.url)
            if answer.is_redirect:
                target = urljoin(where, answer.headers["location"])
                if target.startswith(self.home):
                    return target
                answer = self.client.get(target)
                continue
            assert answer.status_code == 200, f"{where}: {answer.status_code} {answer.text[:2000]}"
            typed = {"login": login} if "/login" in where else {"password": PASSWORD}
            if "name=\"answer\"" in answer.text and "/authorize" in where:
                typed = {"answer": consent}
            action, fields = _form(answer, typed)
            answer = self.client.post(action, data=fields)
        raise AssertionError(f"the provider leads nowhere: {where}\n{answer.text[:2000]}")

    def sign_in(self, login: str, consent: str = "accept") -> httpx.Response:
        """The whole way; our answer to what the provider sent back."""
        return self.client.get(self.at_provider(self.set_out(), login, consent))

    def sign_out(self) -> httpx.Response:
        """Presses »Log ud« on the account's page."""
        action, fields = _form(self.get("/konto"), {}, action="/log-ud")
        return self.client.post(action, data=fields)


def _form(page: httpx.Response, typed: dict[str, str], action: str = "") -> tuple[str, dict[str, str]]:
    """Where the page's first POST form goes (of those to `action`), and its hidden fields with what is typed."""
    forms = re.finditer(r"<form[^>]*method=[\"']post[\"'][^>]*>.*?</form>", page.text, re.DOTALL | re.IGNORECASE)
    form = next((one for one in forms if action in one[0].split(">", 1)[0]), None)
    assert form, page.text
    opening = form[0].split(">", 1)[0]
    target = re.search(r"\baction=[\"']([^\"']*)[\"']", opening)
    hidden = {}
    for tag in re.findall(r"<input[^>]*type=[\"']hidden[\"'][^>]*>", form[0]):
        name, value = (re.search(rf"\b{key}=[\"']([^\"']*)[\"']", tag) for key in ("name", "value"))
        if name:
            hidden[name[1]] = unescape(value[1]) if value else ""
    return urljoin(str(page.url), unescape(target[1]) if target else str(page.url)), hidden | typed


def query_of(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def with_query(address: str, **changes: str) -> str:
    """The same address with other parameters."""
    return urlunsplit(urlsplit(address)._replace(query=urlencode(query_of(address) | changes)))
