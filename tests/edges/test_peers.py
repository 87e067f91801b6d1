# SPDX-License-Identifier: MPL-2.0
"""A supported session over HTTP: in by a code, both see the same, a peer's words stay theirs, out by one touch."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.accounts import Role
from bot.services import finding, peers
from bot.settings import Settings
from bot.store.work import SqlStore
from bot.web import peer_pages
from bot.web.callers import STAFF_COOKIE, TALK_COOKIE
from tests.edges.houses import ACUTE, CONCERN, WISH, Bodil, FakeRasa, Karla, client_of, new_account, raw_bytes
from tests.factories import Clock

FORM = {"Origin": "http://afsaet.test"}
SECRET = "min hemmelige have"


class Screen:
    """A browser of one of the two."""

    def __init__(self, app: FastAPI, cookie: str, token: str) -> None:
        self.client = client_of(app)
        self.client.cookies.set(cookie, token)

    def sends(self, path: str, **fields: str) -> Any:
        return self.client.post(path, data=fields, headers=FORM)

    def sees(self, path: str) -> str:
        return self.client.get(path).text


@pytest.fixture
def hers(app: FastAPI, client: TestClient, karla: Karla) -> Screen:
    """Karla's phone."""
    return Screen(app, TALK_COOKIE, karla.token)


@pytest.fixture
def pernille(store: SqlStore, clock: Clock, client: TestClient) -> Bodil:
    """A peer who has signed in."""
    return new_account(store, clock, client, Role.PEER)


@pytest.fixture
def theirs(app: FastAPI, pernille: Bodil) -> Screen:
    """The peer's tablet."""
    return Screen(app, STAFF_COOKIE, pernille.token)


def code_of(hers: Screen) -> str:
    found = re.search(r'<p class="code">([A-Z2-9-]{11})</p>', hers.sends("/samtale/peer").text)
    assert found
    return found[1]


@pytest.fixture
def together(hers: Screen, theirs: Screen, karla: Karla, clock: Clock) -> None:
    """The two sit together; Karla has said something before the peer came."""
    karla.say(SECRET)
    clock.later(minutes=1)
    assert theirs.sends("/peer/ind", code=code_of(hers)).headers["location"] == "/peer"


def test_the_code_works_once_and_for_a_quarter_of_an_hour(hers: Screen, theirs: Screen, clock: Clock) -> None:
    code = code_of(hers)
    clock.later(minutes=15, seconds=1)
    assert theirs.sends("/peer/ind", code=code).status_code == 404
    code = code_of(hers)
    assert theirs.sends("/peer/ind", code=code.lower()).status_code == 303
    theirs.sends("/peer/ud")
    assert theirs.sends("/peer/ind", code=code).status_code == 404


@pytest.mark.usefixtures("together")
def test_who_is_there_is_seen_and_what_was_before_is_not(hers: Screen, theirs: Screen, pernille: Bodil) -> None:
    assert f"{pernille.staff.name} er med lige nu" in hers.sees("/samtale")
    assert SECRET in hers.sees("/samtale") and SECRET not in theirs.sees("/peer")
    hers.sends("/samtale", text=WISH)
    assert WISH in theirs.sees("/peer"), "both see what is written from now on"


@pytest.mark.usefixtures("together")
def test_a_peers_line_is_marked_and_never_the_citizens_word(
    hers: Screen, theirs: Screen, store: SqlStore, karla: Karla, rasa: FakeRasa
) -> None:
    heard = list(rasa.heard)
    theirs.sends("/peer/sig", text="Jeg vil gerne have en hund", kind="said")
    assert "Jeg vil gerne have en hund" in hers.sees("/samtale")
    assert rasa.heard == heard, "nothing of it reaches the understanding"
    assert all("hund" not in (turn["said"] or "") for turn in karla.turns())
    assert finding.list_for_citizen(store, karla.id) == []


@pytest.mark.usefixtures("together")
def test_while_the_bot_rests_the_two_write_to_each_other(
    hers: Screen, theirs: Screen, karla: Karla, rasa: FakeRasa
) -> None:
    hers.sends("/samtale/peer/hvile", rests="true")
    before = list(rasa.heard)
    hers.sends("/samtale", text="det er rart at du er her")
    assert rasa.heard == before and "det er rart at du er her" in theirs.sees("/peer")
    hers.sends("/samtale/peer/hvile", rests="false")
    hers.sends("/samtale", text=WISH)
    assert rasa.texts()[-1] == WISH


@pytest.mark.usefixtures("together")
def test_danger_goes_to_the_bot_even_while_it_rests_and_both_see_the_same_help(
    hers: Screen, theirs: Screen, rasa: FakeRasa, bodil: Bodil
) -> None:
    hers.sends("/samtale/peer/hvile", rests="true")
    hers.sends("/samtale", text=ACUTE)
    assert rasa.texts()[-1] == ACUTE
    assert "12 34 56 78" in theirs.sees("/peer") and "112" in hers.sees("/samtale")
    assert len(bodil.get("/alerts").json()) == 1


@pytest.mark.usefixtures("together")
def test_what_the_citizen_said_becomes_theirs_only_by_their_own_yes(
    hers: Screen, theirs: Screen, karla: Karla, rasa: FakeRasa
) -> None:
    theirs.sends("/peer/sig", text=WISH, kind="proposal")
    assert "venter på borgerens ja" in theirs.sees("/peer") and WISH not in rasa.texts()
    number = re.search(r'name="number" value="(\d+)"', hers.sees("/samtale"))
    assert number
    hers.sends("/samtale/peer/sagde", number=number[1])
    assert rasa.texts()[-1] == WISH
    hers.sends("/samtale/peer/sagde", number=number[1])
    assert rasa.texts().count(WISH) == 1, "pressed twice, said once"


@pytest.mark.usefixtures("together")
def test_what_the_citizen_did_not_say_never_reaches_the_bot(hers: Screen, theirs: Screen, rasa: FakeRasa) -> None:
    theirs.sends("/peer/sig", text=WISH, kind="proposal")
    number = re.search(r'name="number" value="(\d+)"', hers.sees("/samtale"))
    assert number
    hers.sends("/samtale/peer/sagde", number=number[1], said="false")
    assert WISH not in rasa.texts() and "Nej, ikke sådan." in theirs.sees("/peer")


@pytest.mark.usefixtures("together")
def test_a_peers_call_takes_no_place_of_an_alert_of_danger(hers: Screen, theirs: Screen, bodil: Bodil) -> None:
    theirs.sends("/peer/sig", kind="call")
    hers.sends("/samtale", text=CONCERN)
    hers.sends("/samtale", text=ACUTE)
    told = bodil.get("/alerts").json()
    assert len(told) == 3 and [one["level"] for one in told].count("acute") == 1


@pytest.mark.usefixtures("together")
def test_the_citizen_sees_one_talk_of_three_right_above_the_field(hers: Screen, theirs: Screen) -> None:
    theirs.sends("/peer/sig", text="hvordan har ugen været", kind="said")
    hers.sends("/samtale", text=WISH)
    page = hers.sees("/samtale")
    together = page[page.index('id="hvem"') : page.index('class="say"')]
    assert together.index(WISH) and together.index("hvordan har ugen været") and page.count(WISH) == 1


@pytest.mark.usefixtures("together")
def test_the_peer_is_told_that_it_is_over(hers: Screen, theirs: Screen) -> None:
    hers.sends("/samtale/peer/slut")
    assert "I sidder ikke sammen mere" in theirs.sees("/peer")


@pytest.mark.usefixtures("together")
def test_staff_can_be_called_from_the_seat(theirs: Screen, hers: Screen, bodil: Bodil) -> None:
    assert theirs.sends("/peer/sig", kind="call").status_code == 303
    (alert,) = bodil.get("/alerts").json()
    assert alert["is_call"]
    assert "bedt personalet om at komme" in hers.sees("/samtale")


@pytest.mark.usefixtures("together")
def test_one_touch_of_the_citizen_ends_it_and_nothing_between_the_two_is_kept(
    hers: Screen, theirs: Screen, store: SqlStore, karla: Karla
) -> None:
    theirs.sends("/peer/sig", text="vi ses i morgen", kind="said")
    assert hers.sends("/samtale/peer/slut").status_code == 303
    assert "er med lige nu" not in hers.sees("/samtale") and "vi ses i morgen" not in hers.sees("/samtale")
    assert "Koden fra borgerens skærm" in theirs.sees("/peer")
    assert theirs.sends("/peer/sig", text="hallo", kind="said").status_code == 404
    with store.transaction() as session:
        assert session.connection().exec_driver_sql("select count(*) from peer_line").scalar() == 0


@pytest.mark.usefixtures("together")
def test_with_notes_kept_they_stay_with_the_citizen_alone(
    hers: Screen, theirs: Screen, store: SqlStore, settings: Settings
) -> None:
    settings.peer_notes = "with_citizen"
    theirs.sends("/peer/sig", text="vi ses i morgen", kind="said")
    theirs.sends("/peer/ud")
    with store.transaction() as session:
        assert session.connection().exec_driver_sql("select count(*) from peer_line").scalar() == 1
    assert "vi ses i morgen" not in theirs.sees("/peer")
    assert b"vi ses i morgen" not in raw_bytes(store), "sealed"


@pytest.mark.usefixtures("together")
def test_a_session_that_nobody_ended_is_over_after_three_hours(hers: Screen, theirs: Screen, clock: Clock) -> None:
    clock.later(hours=3)
    assert "er med lige nu" not in hers.sees("/samtale")


@pytest.mark.usefixtures("together")
def test_what_was_written_in_a_session_that_nobody_ended_goes_within_a_day(
    theirs: Screen, store: SqlStore, clock: Clock
) -> None:
    theirs.sends("/peer/sig", text="vi ses i morgen", kind="said")
    clock.later(hours=2)
    assert peers.end_forgotten(store, clock) == 0
    clock.later(hours=2)
    assert peers.end_forgotten(store, clock) == 1 and peers.end_forgotten(store, clock) == 0
    with store.transaction() as session:
        assert session.connection().exec_driver_sql("select count(*) from peer_line").scalar() == 0


@pytest.mark.usefixtures("together")
def test_identifiers_are_masked_before_a_line_is_kept(hers: Screen, theirs: Screen) -> None:
    theirs.sends("/peer/sig", text="ring til mig på 87654321", kind="said")
    assert "87654321" not in hers.sees("/samtale")


@pytest.mark.usefixtures("together")
async def test_a_page_that_listens_is_told_of_news(
    store: SqlStore, clock: Clock, karla: Karla, hers: Screen, theirs: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peer_pages, "LOOKS_EVERY", 0.01)
    house = hers.client.app.state.house  # type: ignore[attr-defined]
    answer = await peer_pages.listen_as_citizen(house, karla.id)
    events = answer.body_iterator
    assert "retry" in str(await anext(events))
    assert str(await anext(events)).startswith(":")
    theirs.sends("/peer/sig", text="hej", kind="said")
    assert "event: changed" in str(await anext(events))
