# SPDX-License-Identifier: MPL-2.0
"""ID tokens as a forger would make them of a real one, put into the provider's answers by the relay."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from tests.oidc.serving import Relay

Claims = dict[str, Any]
TOKEN, KEYS = "/oauth/token", "/oauth/jwks.json"


def part(token: str, place: int) -> Any:
    """Header (0) or claims (1) of a signed token."""
    text = token.split(".")[place]
    return json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))


def _packed(content: Any) -> str:
    return urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


@dataclass
class Forger:
    """Signs with a key of their own; `publish` says whether the provider's list of keys has it."""

    relay: Relay
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "forged"}))

    def forge(self, change: Callable[[Claims], Claims], publish: bool) -> None:
        """Every ID token from now on has these claims and the forger's signature."""
        self._put(lambda token: jwt.encode({"alg": "RS256", "kid": "forged"}, change(part(token, 1)), self.key))
        if publish:
            self.relay.changes[KEYS] = lambda keys: {"keys": [*keys["keys"], self.key.as_dict(private=False)]}

    def unsigned(self) -> None:
        """Every ID token says that it needs no signature."""
        self._put(lambda token: f"{_packed({'alg': 'none'})}.{token.split('.')[1]}.")

    def by_shared_secret(self, secret: str) -> None:
        """Every ID token is signed with what both sides know."""
        self._put(lambda token: jwt.encode({"alg": "HS256"}, part(token, 1), OctKey.import_key(secret)))

    def other_claims_under_the_old_signature(self) -> None:
        """Every ID token has other claims than those that were signed."""
        def changed(token: str) -> str:
            header, _, signature = token.split(".")
            return f"{header}.{_packed(part(token, 1) | {'groups': ['Afsaet-Leder']})}.{signature}"
        self._put(changed)

    def leave_out(self) -> None:
        """The answer has no ID token."""
        self.relay.changes[TOKEN] = lambda body: {name: body[name] for name in body if name != "id_token"}

    def _put(self, forged: Callable[[str], str]) -> None:
        self.relay.changes[TOKEN] = lambda body: (
            body | {"id_token": forged(body["id_token"])} if "id_token" in body else body)
