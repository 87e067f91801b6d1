# SPDX-License-Identifier: MPL-2.0
"""The OpenID provider that staff sign in at: leads a browser there, and believes only what it proves on return.

The authorization code flow with PKCE, state and nonce is Authlib's. Nothing of the provider is remembered from one
sign-in to the next, so that a key it has withdrawn, or an address it has changed, counts at once.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import httpx2
from authlib.integrations.starlette_client import OAuth, OAuthError, StarletteOAuth2App
from fastapi import Request
from fastapi.responses import Response
from joserfc.errors import JoseError

from bot.services.errors import ProviderAway, SignInCancelled, SignInUnfinished
from bot.services.vouching import BadRoles, Wanted, read_roles
from bot.settings import Settings
from bot.store.carried import Carried

log = logging.getLogger(__name__)

ANSWER_PATH = "/log-ind/oidc/svar"
STATE_LASTS = timedelta(minutes=10)
"""As long as somebody may take to sign in at the provider."""
_WAIT_SECONDS = 5.0
_CLOCKS_DIFFER_SECONDS = 60
_ALGORITHMS = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
"""Signatures by a key that only the provider has: never `none`, never one by a shared secret."""
_THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})
_AN_ERROR_CODE = re.compile(r"[a-z_]{1,40}")


class BadProviderSettings(Exception):
    """AFSAET_AUTH=oidc, but what it needs is missing or can't be used; the message says what."""


@dataclass(frozen=True)
class Vouched:
    """What the provider has proved: the claims of the ID token, and the token itself for signing out there."""

    claims: dict[str, Any]
    id_token: str


@dataclass(frozen=True)
class Provider:
    """One provider, as the settings describe it."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    scopes: str
    address: str
    wanted: Wanted
    states: Carried
    id_tokens: Carried

    async def lead_there(self, request: Request) -> Response:
        """Sends the browser to the provider; `request.session` holds what must come back. `ProviderAway`."""
        client = await self._client()
        answer: Response = await client.authorize_redirect(request, self.address + ANSWER_PATH)
        return answer

    async def heard(self, request: Request) -> Vouched:
        """What the provider proves of the person who came back. `ProviderAway`, `SignInCancelled`, `SignInUnfinished`.

        Checked are state, the sender (RFC 9207), PKCE, and of the ID token signature, issuer, audience, nonce, time.
        """
        client = await self._client()
        self._check_sender(client, request)
        try:
            token = await client.authorize_access_token(
                request, claims_options=self._claims_options(), leeway=_CLOCKS_DIFFER_SECONDS)
        except OAuthError as error:
            log.warning("oidc.refused code=%s", _code_of(error))
            raise (SignInCancelled if error.error == "access_denied" else SignInUnfinished) from error
        except (JoseError, ValueError, KeyError, TypeError) as error:  # not JSON, or keys that are none
            log.warning("oidc.not-proved error=%s", type(error).__name__)
            raise SignInUnfinished from error
        except httpx2.HTTPError as error:
            raise _away(error) from error
        if not token.get("userinfo"):
            log.warning("oidc.no-id-token")
            raise SignInUnfinished
        return Vouched(dict(token["userinfo"]), token["id_token"])

    async def way_out(self, sealed_id_token: str, at: datetime, lasts: timedelta) -> str | None:
        """Where the browser ends the provider's session too; None if the provider has no such place, or is away."""
        held = self.id_tokens.open(sealed_id_token, at, lasts) or {}
        try:
            client = await self._client()
            if not client.server_metadata.get("end_session_endpoint"):
                return None
            told = await client.create_logout_url(
                self.address + "/log-ind", held.get("id_token"), client_id=self.client_id)
        except ProviderAway:
            return None
        return str(told["url"])

    def _claims_options(self) -> dict[str, Any]:
        must_be = {"iss": self.issuer, "aud": self.client_id}
        return {"sub": {"essential": True}} | {
            claim: {"essential": True, "value": value} for claim, value in must_be.items()}

    def _check_sender(self, client: StarletteOAuth2App, request: Request) -> None:
        """`SignInUnfinished` if the answer is another provider's, or does not say whose where this one always does."""
        promised = client.server_metadata.get("authorization_response_iss_parameter_supported") is True
        sender = request.query_params.get("iss", "" if promised else self.issuer)
        if sender != self.issuer:
            log.warning("oidc.other-sender")
            raise SignInUnfinished

    async def _client(self) -> StarletteOAuth2App:
        """Authlib's client, with what the provider says of itself just now. `ProviderAway`."""
        client: StarletteOAuth2App = OAuth().register(
            "provider", client_id=self.client_id, client_secret=self.client_secret,
            server_metadata_url=self.issuer.rstrip("/") + "/.well-known/openid-configuration",
            client_kwargs={"scope": self.scopes, "code_challenge_method": "S256", "timeout": _WAIT_SECONDS},
        )
        try:
            metadata = await client.load_server_metadata()
        except (httpx2.HTTPError, ValueError, TypeError) as error:
            raise _away(error) from error
        if metadata.get("issuer") != self.issuer:
            log.error("oidc.other-issuer: AFSAET_OIDC_ISSUER must be written exactly as the provider names itself")
            raise ProviderAway
        offered = metadata.get("id_token_signing_alg_values_supported") or []
        metadata["id_token_signing_alg_values_supported"] = sorted(_ALGORITHMS.intersection(offered)) or ["RS256"]
        return client


def _away(error: Exception) -> ProviderAway:
    log.warning("oidc.away error=%s", type(error).__name__)
    return ProviderAway()


def _code_of(error: OAuthError) -> str:
    """The error's code, if it is one: what a stranger wrote into an address never reaches the log."""
    return error.error if _AN_ERROR_CODE.fullmatch(error.error or "") else "other"


def provider_of(settings: Settings, keys: str) -> Provider | None:
    """The provider; None where staff sign in by password. `keys` are the master keys. `BadProviderSettings`."""
    if settings.auth != "oidc":
        return None
    secret = settings.oidc_client_secret.get_secret_value() if settings.oidc_client_secret else ""
    _check_nothing_is_missing(settings, secret)
    try:
        roles = read_roles(settings.oidc_roles)
    except BadRoles as error:
        raise BadProviderSettings(f"AFSAET_OIDC_ROLES can't be used: {error}") from error
    return Provider(
        settings.oidc_issuer, settings.oidc_client_id, secret, settings.oidc_scopes, settings.address.rstrip("/"),
        Wanted(settings.oidc_name_claim, settings.oidc_role_claim, roles),
        Carried(keys, "oidc state"), Carried(keys, "oidc id token"),
    )


def _check_nothing_is_missing(settings: Settings, secret: str) -> None:
    needed = {
        "OIDC_ISSUER": settings.oidc_issuer, "OIDC_CLIENT_ID": settings.oidc_client_id, "OIDC_CLIENT_SECRET": secret,
        "OIDC_ROLES": settings.oidc_roles, "PUBLIC_URL": settings.public_url,
    }
    if missing := [f"AFSAET_{name}" for name, value in needed.items() if not value]:
        raise BadProviderSettings(f"AFSAET_AUTH=oidc also needs {', '.join(missing)}")
    for name in ("OIDC_ISSUER", "PUBLIC_URL"):
        told = urlsplit(needed[name] or "")
        if told.scheme != "https" and not (told.scheme == "http" and told.hostname in _THIS_MACHINE):
            raise BadProviderSettings(f"AFSAET_{name} must begin with https:// (http:// only on this machine)")
    if "openid" not in settings.oidc_scopes.split():
        raise BadProviderSettings("AFSAET_OIDC_SCOPES must have `openid` among its words")
