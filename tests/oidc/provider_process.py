# SPDX-License-Identifier: MPL-2.0
"""Runs a real OpenID provider (Canaille) with invented people; started by the tests in its own environment.

`python provider_process.py PORT AUTHORITY REDIRECT_URI DATABASE`: listens on 127.0.0.1:PORT, names itself
http://AUTHORITY, and makes the SQLite file anew. (Its backend in memory takes any code of a client for another.)
A line of JSON on standard input changes something and is answered by "done": {"person": …, "groups": […]}.
"""

from __future__ import annotations

import asyncio
import json
import sys
import threading
from pathlib import Path

import canaille
from asgiref.wsgi import WsgiToAsgi
from canaille.app import models
from canaille.backends import Backend
from hypercorn.asyncio import serve
from hypercorn.config import Config

PASSWORD = "kaffe cykel måne torsdag"
GROUPS = {"bodil": ["Afsaet-Bostoette", "Alle"], "leif": ["Afsaet-Leder"], "ulla": ["Alle"],
          "bo": ["Afsaet-Leder", "Afsaet-Bostoette"], "nina": ["Afsaet-Bostoette"]}
NAMES = {"bodil": ("Bodil", "Hansen"), "leif": ("Leif", "Ærø"), "ulla": ("Ulla", "Udenfor"), "bo": ("Bo", "Begge"),
         "nina": ("Nina", "Nej")}


def put_in_groups(person: str, groups: list[str]) -> None:
    """Somebody is in exactly these groups from now on."""
    user = Backend.instance.get(models.User, user_name=person)
    for name in {one for held in GROUPS.values() for one in held}:
        group = Backend.instance.get(models.Group, display_name=name)
        others = [one for one in group.members if one.id != user.id]
        group.members = [*others, user] if name in groups else others
        Backend.instance.save(group)


def fill(redirect_uri: str) -> None:
    """People, groups, and two clients: ours, and one of somebody else."""
    for login, (given, family) in NAMES.items():
        user = models.User(user_name=login, given_name=given, family_name=family, formatted_name=f"{given} {family}",
                           emails=[f"{login}@kommune.invalid"], password=PASSWORD)
        Backend.instance.save(user)
    keeper = models.User(user_name="keeper", family_name="Keeper", emails=["keeper@kommune.invalid"])
    Backend.instance.save(keeper)
    for name in sorted({one for held in GROUPS.values() for one in held}):
        Backend.instance.save(models.Group(display_name=name, members=[keeper]))
    for login, groups in GROUPS.items():
        put_in_groups(login, groups)
    for name in ("afsaet", "other"):
        client = models.Client(
            client_id=name, client_secret=f"secret of {name}", client_name=name, client_uri="https://afsaet.invalid",
            redirect_uris=[redirect_uri], post_logout_redirect_uris=[redirect_uri.replace("/oidc/svar", "")],
            grant_types=["authorization_code"], response_types=["code"], scope=["openid", "profile", "groups"],
            token_endpoint_auth_method="client_secret_basic",
            id_token_signed_response_alg="PS256",  # salted: two access tokens of one second must not be the same
        )
        Backend.instance.save(client)
        client.audience = [client]
        Backend.instance.save(client)


def obey(app: object) -> None:
    """Does what comes on standard input; ends with it."""
    for line in sys.stdin:
        told = json.loads(line)
        with app.app_context(), Backend.instance.session():
            put_in_groups(told["person"], told["groups"])
        print("done", flush=True)


def main(port: str, authority: str, redirect_uri: str, database: str) -> None:
    Path(database).unlink(missing_ok=True)
    app = canaille.create_app(config={
        "SECRET_KEY": "only for tests, on this machine", "SERVER_NAME": authority, "PREFERRED_URL_SCHEME": "http",
        "CANAILLE_DATABASE": "sql", "CANAILLE_SQL": {"DATABASE_URI": f"sqlite:///{database}"},
        "CANAILLE": {"LOGGING": {"version": 1}}, "CANAILLE_OIDC": {},
    })
    with app.app_context(), Backend.instance.session():
        fill(redirect_uri)
    threading.Thread(target=obey, args=[app], daemon=True).start()
    config = Config()
    config.bind = [f"127.0.0.1:{port}"]
    asyncio.run(serve(WsgiToAsgi(app), config))


if __name__ == "__main__":
    main(*sys.argv[1:])
