# SPDX-License-Identifier: MPL-2.0
"""A database that is gone, locked or slow, a mail server that is away: what people see, and that nothing is lost."""

from __future__ import annotations

import asyncio
import html
import re
import threading
import time
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from bot.settings import Settings
from bot.store import work
from bot.store.vault import Vault
from bot.store.work import SqlStore
from bot.web.callers import TALK_COOKIE
from bot.web.gateway import Gateway
from bot.web.rasa import Rasa
from tests.edges import houses
from tests.edges.calm import TYPED, everybody_is_told, it_is_sent_again_and_there_once, the_page_keeps_what_was_typed
from tests.edges.houses import ACUTE, CONCERN, CONTACTS, WISH, Bodil, FakeRasa, Karla, everything
from tests.edges.proxies import Line
from tests.factories import Clock

ON_POSTGRES = pytest.mark.parametrize(
    "database_url", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
BOTH = pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)


@pytest.fixture
def browser(client: TestClient, karla: Karla) -> TestClient:
    """Karla's browser."""
    client.cookies.set(TALK_COOKIE, karla.token)
    return client


@pytest.fixture
def gone(browser: TestClient, store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that answers nobody."""

    def refuse(*_: Any) -> Any:
        raise OperationalError("", {}, Exception("gone"))

    monkeypatch.setattr(store, "_work", refuse)


# Gone


@pytest.fixture
def line(
    store: SqlStore, key: str, app: FastAPI, clock: Clock, settings: Settings, client: TestClient
) -> Iterator[Line]:
    """The web process reaches its database by a line that can be cut."""
    url = make_url(store.engine.url)
    line = Line((url.host or "", url.port or 5432))
    line.mend()
    through = SqlStore(url.set(port=line.port).render_as_string(hide_password=False), Vault(key))
    houses.move_in(app, through, clock, FakeRasa(through, clock, mode="silent"), settings)
    yield line
    line.cut()
    through.engine.dispose()


@ON_POSTGRES
def test_a_database_that_is_gone_is_told_calmly_and_all_goes_on_when_it_is_back(
    store: SqlStore, browser: TestClient, karla: Karla, bodil: Bodil, line: Line
) -> None:
    assert karla.say(WISH).status_code == 200
    before = everything(store)
    line.cut()
    began = time.monotonic()
    name = everybody_is_told(browser, karla, bodil)
    assert time.monotonic() - began < 10, "nobody waits long for what is not there"
    assert everything(store) == before
    line.mend()
    it_is_sent_again_and_there_once(browser, karla, name)
    assert bodil.get("/goals").status_code == 200 and browser.get("/samtale").status_code == 200
    assert store.verify_audit().first_broken is None


@ON_POSTGRES
def test_connections_that_the_server_ends_are_not_noticed(store: SqlStore, browser: TestClient, karla: Karla) -> None:
    karla.say(WISH)
    with create_engine(store.engine.url).connect() as connection:
        ended = connection.execute(text(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"))
        assert ended.all(), "there were others"
    assert browser.get("/samtale").status_code == 200 and karla.say("og en gang til").status_code == 200


@pytest.mark.usefixtures("gone")
@pytest.mark.parametrize("typed", [ACUTE, CONCERN])
def test_danger_gets_numbers_at_once_also_when_nothing_can_be_kept(browser: TestClient, typed: str) -> None:
    answer = browser.post("/samtale", data={"text": typed, "client_id": uuid.uuid4().hex})
    page = html.unescape(answer.text)
    assert answer.status_code == 503 and typed in page
    said = " ".join(re.findall(r'<p class="theirs said" role="alert">([^<]*)</p>', page))
    assert re.search(r"\b112\b|12 34 56 78", said), "the danger is answered, not only the fault told"
    assert "besked" not in said and "Jeg bliver her" not in said, "nothing is promised that can't be kept"


@pytest.mark.usefixtures("gone")
@pytest.mark.parametrize(("path", "form", "kept"), [
    ("/start", {"code": "K7PQM-W3XRD", "way": "meeting"}, 'name="code" value="K7PQM-W3XRD"'),
    ("/samtale", {"text": "", "choice": "Spring over", "client_id": "7b0c8b1e"}, 'name="choice" value="Spring over"'),
    ("/mit-afsaet/svar", {"goal": "mål", "act": "reply", "reason": TYPED}, TYPED),
    ("/mit-afsaet/del", {"goal": "mål", "quote": "3"}, 'name="quote" value="3"'),
    ("/skrivebord/maal/m", {"act": "ask", "version": "2", "reason": "Hvornår passer det?"}, "Hvornår passer det?"),
])
def test_every_form_comes_back_as_it_was_filled_in(
    browser: TestClient, path: str, form: dict[str, str], kept: str
) -> None:
    browser.cookies.set("afsaet_staff", "et adgangstegn")
    answer = browser.post(path, data=form)
    page = html.unescape(answer.text)
    assert answer.status_code == 503 and f'action="{path}"' in page and kept in page
    assert all(f'name="{name}"' in page for name in form)


@pytest.mark.usefixtures("gone")
def test_a_password_is_never_shown_again(browser: TestClient) -> None:
    answer = browser.post("/log-ind", data={"login": "bodil", "password": "en lang hemmelighed", "code": "123456"})
    assert answer.status_code == 503 and "Fejlen er vores" in answer.text
    assert "hemmelighed" not in answer.text and "123456" not in answer.text


def test_a_fault_of_ours_is_a_calm_page_too(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.web.pages._talk_page", lambda *_, **__: 1 / 0)
    answer = browser.get("/samtale")
    assert answer.status_code == 500 and "Fejlen er vores" in answer.text and "112" in answer.text
    assert "ZeroDivision" not in answer.text


# Locked and slow


@BOTH
def test_a_store_that_somebody_holds_for_too_long_is_told_calmly(
    database_url: str, key: str, app: FastAPI, clock: Clock, settings: Settings, store: SqlStore,
    monkeypatch: pytest.MonkeyPatch, browser: TestClient, karla: Karla,
) -> None:
    karla.say(WISH)
    monkeypatch.setattr(work, "_BUSY_MILLISECONDS", 300)
    monkeypatch.setitem(work._ON_POSTGRES, "options", "-c lock_timeout=300")
    impatient = SqlStore(database_url, Vault(key))
    houses.move_in(app, impatient, clock, FakeRasa(impatient, clock, mode="silent"), settings)
    with store.transaction() as holding:
        holding.execute(text("UPDATE audit_head SET lines = lines"))
        name = the_page_keeps_what_was_typed(browser)
        assert browser.get("/samtale").status_code == 200, "reading waits for nobody"
        holding.rollback()
    it_is_sent_again_and_there_once(browser, karla, name)
    impatient.engine.dispose()


@BOTH
def test_a_slow_store_answers_slowly_and_keeps_everything_once(
    store: SqlStore, browser: TestClient, karla: Karla, rasa: FakeRasa
) -> None:
    event.listen(store.engine, "before_cursor_execute", lambda *_: time.sleep(0.05))
    name = uuid.uuid4().hex
    sending = [threading.Thread(target=browser.post, args=("/samtale",), kwargs={
        "data": {"text": TYPED, "client_id": name}}) for _ in range(3)]
    for one in sending:
        one.start()
    for one in sending:
        one.join(60)
    assert [turn["said"] for turn in karla.turns()] == [None, TYPED]
    assert browser.get("/samtale").status_code == 200


# Rasa that takes a connection and says nothing


async def _says_nothing(reads: asyncio.StreamReader, writes: asyncio.StreamWriter) -> None:
    while await reads.read(65_536):
        pass
    writes.close()


async def test_danger_in_plain_words_does_not_wait_long_for_a_rasa_that_hangs(
    store: SqlStore, clock: Clock, karla: Karla, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.gateway._IN_DANGER_SECONDS", 0.3)
    silent = await asyncio.start_server(_says_nothing, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{silent.sockets[0].getsockname()[1]}"
    async with Rasa(url, url, seconds=1.5) as rasa:
        gateway = Gateway(store, clock, rasa, CONTACTS)
        waited = {}
        for said in (WISH, ACUTE):
            began = time.monotonic()
            turn = await gateway.say(karla.id, uuid.uuid4().hex, said)
            waited[said] = time.monotonic() - began
    silent.close()
    assert "112" in " ".join(reply.text for reply in turn.replies) and turn.state.safety == "acute"
    assert waited[ACUTE] < 1 < waited[WISH]
    with store.reading() as opened:
        assert len(opened.alerts.of_conversation(karla.id)) == 1
