# SPDX-License-Identifier: MPL-2.0
"""`afsaet account` at a terminal, and the demo account that stays on this machine."""

from __future__ import annotations

import re

import pytest

from bot.commands import demonstration, model
from bot.settings import now, settings
from bot.store.opening import bring_up_to_date, make_development_key, open_store
from bot.store.work import SqlStore
from tests.edges.terminal import afsaet, failed

pytestmark = pytest.mark.usefixtures("folder")
CODE = re.compile(r"^[A-HJKMNP-Z2-9]{5}-[A-HJKMNP-Z2-9]{5}$", re.MULTILINE)


def id_of(login: str) -> str:
    line = next(line for line in afsaet("account", "list").stdout.splitlines() if f" {login} " in line)
    return line.split()[0]


def test_an_account_is_made_with_a_code_shown_once_and_listed() -> None:
    made = afsaet("account", "add", "anna", "Anna Admin", "--role", "admin")
    assert made.exit_code == 0 and CODE.search(made.stdout) and "/log-ind/ny" in made.stdout
    listed = afsaet("account", "list").stdout
    assert re.search(r"^[0-9a-f]{32}  admin      anna  Anna Admin$", listed, re.MULTILINE)


def test_a_taken_login_name_an_unknown_role_and_an_unknown_account_are_refused_in_words() -> None:
    afsaet("account", "add", "anna", "Anna")
    assert "brugernavn" in failed(afsaet("account", "add", "Anna", "En anden"))
    assert afsaet("account", "add", "ib", "Ib", "--role", "konge").exit_code == 2
    assert "findes ikke" in failed(afsaet("account", "end", "ukendt"))
    assert "findes ikke" in failed(afsaet("account", "start-over", "ukendt"))


def test_starting_over_gives_another_code_and_ending_is_seen_in_the_list() -> None:
    first = CODE.search(afsaet("account", "add", "anna", "Anna").stdout)
    again = CODE.search(afsaet("account", "start-over", id_of("anna")).stdout)
    assert first and again and first[0] != again[0]
    assert afsaet("account", "end", id_of("anna")).exit_code == 0
    assert re.search(r"anna  Anna  ended \d{4}-\d\d-\d\d$", afsaet("account", "list").stdout, re.MULTILINE)


@pytest.fixture
def store() -> SqlStore:
    make_development_key(settings())
    opened = open_store(settings())
    bring_up_to_date(opened)
    return opened


def test_a_demo_account_that_is_left_over_keeps_the_system_on_this_machine(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = demonstration.when_ready(settings(), store, demo=True)
    assert any("Invitation code" in line for line in lines)
    demonstration.check_stays_on_this_machine(settings(), store, demo=True)
    monkeypatch.setenv("AFSAET_HOST", "0.0.0.0")
    settings.cache_clear()
    monkeypatch.setattr(model, "ensure_model", lambda settings: pytest.fail("nothing is trained"))
    refused = failed(afsaet("run"))
    left = re.search(r"afsaet account end ([0-9a-f]{32})", refused)
    assert left
    assert afsaet("account", "end", left[1]).exit_code == 0
    demonstration.check_stays_on_this_machine(settings(), store, demo=False)


def test_the_demo_account_is_the_same_next_time_and_a_lost_token_makes_another(store: SqlStore) -> None:
    def demo() -> str:
        demonstration.when_ready(settings(), store, demo=True)
        with store.reading() as work:
            return str(work.accounts.by_login("demo").staff.id)

    first = demo()
    assert demo() == first
    (settings().var / "demo-staff.token").unlink()
    assert demo() != first
    with store.reading() as work:
        ended = work.accounts.get(first).ended_at
    assert ended and ended <= now()
