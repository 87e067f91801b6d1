# SPDX-License-Identifier: MPL-2.0
"""After a journey with marked words no log, address, cookie or error holds any of them, with every logger at DEBUG."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pyotp
import pytest
from fastapi.testclient import TestClient

from bot.accounts import Role
from bot.services import accounts
from bot.settings import contacts
from bot.settings import settings as settings_of_process
from bot.store.work import SqlStore
from bot.web import serving
from tests.edges.houses import WISH, Bodil, FakeRasa, Karla, confirm_goal, new_account
from tests.factories import Clock
from tests.journeys.system import System

MARK = "zebrafink"
"""Stands in everything that anybody writes here; no log or address has a reason to hold it."""
PASSWORD = f"kaffe cykel {MARK} torsdag"


@dataclass
class Heard:
    """What was logged and which addresses were asked for."""

    records: list[logging.LogRecord] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Each record as a process of ours writes it, and what hangs on it besides."""
        formatter = serving.WithoutWords("%(name)s %(levelname)s %(message)s")
        return [
            f"{formatter.format(record)} {_besides(record)}" for record in self.records
        ]


def _besides(record: logging.LogRecord) -> str:
    """What a structured formatter would write too; errors are written without their words."""
    return repr({name: value for name, value in vars(record).items() if name not in ("exc_info", "exc_text")})


class _Keep(logging.Handler):
    def __init__(self, heard: Heard) -> None:
        super().__init__(logging.DEBUG)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.records.append(record)


@pytest.fixture
def logged() -> Iterator[Heard]:
    """Everything, from every logger that there is, at DEBUG; begun before the store is opened, which looks but once."""
    heard = Heard()
    keep, root = _Keep(heard), logging.getLogger()
    every = [root, *(logging.getLogger(name) for name in list(logging.root.manager.loggerDict))]
    levels = [(logger, logger.level, logger.disabled) for logger in every]
    for logger in every:
        logger.setLevel(logging.DEBUG if logger is root else logging.NOTSET)
        logger.disabled = False
    root.addHandler(keep)
    yield heard
    root.removeHandler(keep)
    for logger, level, disabled in levels:
        logger.setLevel(level)
        logger.disabled = disabled


@pytest.fixture
def heard(logged: Heard, client: TestClient) -> Heard:
    """The same with the addresses that were asked for and led to."""
    client.event_hooks["request"].append(lambda request: logged.addresses.append(str(request.url)))
    client.event_hooks["response"].append(lambda answer: logged.addresses.append(answer.headers.get("location", "")))
    return logged


def test_the_net_would_catch_a_word(heard: Heard, client: TestClient) -> None:
    logging.getLogger("bot.web.pages").debug("said %s", MARK)
    client.get(f"/?kode={MARK}")
    assert any(MARK in line for line in heard.lines()) and any(MARK in address for address in heard.addresses)


def test_a_whole_journey_leaves_no_word_behind(
    heard: Heard, client: TestClient, store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla, rasa: FakeRasa,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = list(_journey(client, store, clock, bodil, karla, rasa, monkeypatch))
    assert [answer.status_code for answer in answers if answer.status_code >= 500] == [500]
    assert len(heard.addresses) > 20
    assert {"sqlalchemy.engine.Engine", "bot.web.problems"} <= {record.name for record in heard.records}
    assert [line for line in heard.lines() if MARK in line.casefold()] == []
    assert [address for address in heard.addresses if MARK in address.casefold()] == []
    for answer in answers:
        told = {name: value for name, value in answer.headers.items() if MARK in value.casefold()}
        assert told == {}, answer.url
        if answer.status_code >= 400 and "json" in answer.headers["content-type"]:
            assert MARK not in answer.text.casefold(), "a program's errors quote nobody"


def _journey(
    client: TestClient, store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla, rasa: FakeRasa,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Any]:
    """Everybody says, answers and mistypes what they can."""
    yield karla.say(f"{WISH} og min {MARK}")
    yield karla.say(f"{MARK} " * 1_000)
    yield karla.post(f"/conversations/{karla.id}/messages", {"text": [MARK], "client_id": MARK})
    yield karla.post("/goals/findes-ikke/answer", {"act": MARK, "wording": MARK})
    client.cookies.set("afsaet_talk", karla.token)
    yield client.post("/samtale", data={"text": f"jeg vil gerne se min {MARK}"})
    yield client.post("/samtale", data={"text": f"{MARK} " * 1_000})
    yield client.post("/samtale", data={"text": MARK}, headers={"Origin": "http://ond.test"})
    yield client.post("/mit-afsaet/svar", data={"goal": "findes-ikke", "act": "own_wording", "wording": MARK})
    goal = confirm_goal(store, clock, karla.id, wording=f"Jeg besøger min {MARK}.", wish=f"jeg vil se min {MARK}")
    yield karla.post(f"/conversations/{karla.id}/share", {"goals": [goal], "quotes": [1], "summary": True})
    yield bodil.post("/invitations", {"citizen_id": karla.citizen_id, "called": MARK})
    yield bodil.get(f"/goals/{goal}")
    yield bodil.get(f"/citizens/{karla.citizen_id}/plan.html")
    yield bodil.post(f"/goals/{goal}/review", {"act": "suggest", "wording": f"Jeg ser {MARK}", "reason": MARK})
    yield bodil.post(f"/goals/{goal}/review", {"act": MARK, "wording": {"x": MARK}})
    yield bodil.post(f"/goals/{goal}/comments", {"text": MARK})
    yield client.get("/samtale")
    yield client.get("/mit-afsaet")
    yield client.post("/mit-afsaet/svar", data={"goal": goal, "act": "reply", "reason": MARK})
    yield client.post("/mit-afsaet/samtalen", data={"heard": "8", "comment": MARK})
    yield client.post("/mit-afsaet/samtalen", data={"heard": MARK[:5], "comment": MARK})
    yield from _peer(client, store, clock)
    yield karla.post(f"/conversations/{karla.id}/deletion", {"reason": MARK})
    rasa.mode = "silent"
    yield karla.say(f"{MARK}, mens der er stille")
    rasa.mode = "answers"
    with monkeypatch.context() as broken:
        broken.setattr(rasa, "send", _broken)
        yield karla.say(f"{MARK} lige før det gik galt")
    yield from _staff(client, store, clock)


async def _broken(*told: str) -> bool:
    raise RuntimeError(told)


def _peer(client: TestClient, store: SqlStore, clock: Clock) -> Iterator[Any]:
    """A peer comes, writes, and proposes what the citizen said; the citizen writes back while the bot rests."""
    shown = client.post("/samtale/peer")
    yield shown
    code = re.search(r"[A-Z2-9]{5}-[A-Z2-9]{5}", shown.text)
    assert code
    client.cookies.set("afsaet_staff", new_account(store, clock, client, Role.PEER).token)
    yield client.post("/peer/ind", data={"code": code[0]})
    yield client.post("/peer/sig", data={"text": f"hej {MARK}", "kind": "said"})
    yield client.post("/peer/sig", data={"text": f"jeg sagde {MARK}", "kind": "proposal"})
    yield client.post("/samtale/peer/hvile", data={"rests": "true"})
    yield client.post("/samtale", data={"text": f"til dig, {MARK}"})
    yield client.get("/peer")
    yield client.post("/peer/ud")
    del client.cookies["afsaet_staff"]


def _staff(client: TestClient, store: SqlStore, clock: Clock) -> Iterator[Any]:
    """An account is made, set up, and signed in with, not at the first try."""
    admin = new_account(store, clock, client, Role.ADMIN)
    yield admin.post("/accounts", {"name": f"Ib {MARK}", "login": f"ib.{MARK}", "role": "bostoette"})
    yield admin.post("/accounts", {"name": f"Ib {MARK}", "login": f"ib.{MARK}", "role": MARK})
    made = accounts.add(store, clock, accounts.CONSOLE, f"Bo {MARK}", f"bo.{MARK}", Role.BOSTOETTE)
    client.cookies.clear()
    form = {"login": made.login, "setup_code": made.setup_code, "password": PASSWORD}
    page = client.post("/log-ind/ny", data=form)
    yield page
    shown = re.search(r"<strong>([A-Z2-7 ]+)</strong>", page.text)
    assert shown
    code = pyotp.TOTP(shown[1].replace(" ", "")).at(clock())
    yield client.post("/log-ind/ny/bekraeft", data={"login": made.login, "setup_code": made.setup_code, "code": code})
    yield client.get("/skrivebord")
    yield client.post("/skrivebord/inviter", data={"called": MARK})
    yield client.post("/log-ud")
    yield client.post("/log-ind", data={"login": made.login, "password": PASSWORD, "code": "000000"})
    client.cookies.clear()
    yield client.post("/api/v1/sign-in", json={"login": made.login, "password": PASSWORD, "code": MARK})


@pytest.mark.journey
def test_the_logs_of_the_three_processes_hold_no_word_code_or_token(on_sqlite: System) -> None:
    staff = on_sqlite.staff(f"Bodil {MARK}")
    code = staff.invite()
    with httpx.Client(base_url=on_sqlite.url, trust_env=False, headers={"Origin": on_sqlite.url}) as browser:
        token = re.search(r'name="form_token" value="([^"]+)"', browser.get(f"/?kode={code}").text)
        assert token and browser.post("/start", data={"code": code, "form_token": token[1]}).status_code == 303
        held = dict(browser.cookies)
        page = browser.get("/samtale").text
        form = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', page))
        for text in (f"jeg vil gerne se min {MARK}", f"jeg har tænkt på at tage mit liv, {MARK}", f"{MARK}\n" * 900):
            form["client_id"] = form["client_id"][::-1]
            assert browser.post("/samtale", data={**form, "text": text}).status_code in (303, 413)
    citizen = on_sqlite.citizen(staff)
    citizen.say(f"min {MARK} bor langt væk")
    logs = on_sqlite.logs() + on_sqlite.output.read_text(errors="replace")
    assert MARK not in logs.casefold() and code not in logs
    assert held and not any(secret in logs for secret in held.values())


def test_the_settings_print_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFSAET_REDIS_URL", f"redis://:{MARK}@127.0.0.1/0")
    monkeypatch.setenv("AFSAET_ALERT_WEBHOOK_SECRET", MARK)
    settings_of_process.cache_clear()
    try:
        chosen = settings_of_process()
        assert MARK not in repr(chosen) and contacts(chosen)
    finally:
        settings_of_process.cache_clear()
