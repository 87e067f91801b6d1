# SPDX-License-Identifier: MPL-2.0
"""What Rasa calls: a tracker becomes a statement, the desk answers, and Rasa keeps nothing of it."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import actions as acts
from actions.actions import ActionAnswerDanger, ActionRespond
from actions.desk import Desk
from actions.reading import address_of, statement_from
from bot.codebook import Intent, Safety, Statement, Talk, Theme
from bot.services import talking
from bot.services.errors import UnknownConversation
from bot.store.work import SqlStore
from tests.edges.houses import CONTACTS, WISH, Karla, everything
from tests.factories import Clock

PARSED: dict[str, Any] = {
    "text": WISH, "intent": {"name": "share", "confidence": 0.7}, "talk": ["desire"], "themes": ["relations"],
    "safety": "concern",
}


def tracker(sender: str = "samtale", message: dict[str, Any] | None = None, client_id: str | None = "navn") -> Tracker:
    metadata = {"client_id": client_id} if client_id else {}
    said = {"event": "user", "text": WISH, "metadata": metadata}
    events = [{"event": "action", "name": "action_listen"}, said, {"event": "action", "name": "action_respond"}]
    return Tracker(sender, {}, PARSED if message is None else message, events, False, None, {}, "action_listen")


@pytest.fixture
def desk(store: SqlStore, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> SqlStore:
    monkeypatch.setattr(acts, "desk", lambda: Desk(store, clock, CONTACTS))
    return store


def run(action: ActionRespond, told: Tracker) -> list[dict[str, Any]]:
    dispatcher = CollectingDispatcher()
    assert action.run(dispatcher, told, {}) == []
    return list(dispatcher.messages)


def test_a_tracker_becomes_a_statement_with_all_its_labels() -> None:
    expected = Statement(
        WISH, frozenset({Talk.DESIRE}), frozenset({Theme.RELATIONS}), Safety.CONCERN, Intent.SHARE, 0.7
    )
    assert statement_from(tracker()) == expected


@pytest.mark.parametrize("message", [{}, {"text": None}, {"text": "", "intent": {}}, {"intent": {"name": None}}])
def test_a_bare_message_is_a_statement_that_nobody_has_read(message: dict[str, Any]) -> None:
    assert statement_from(tracker(message=message)) == Statement("", confidence=0.0)


def test_the_name_of_a_message_is_its_senders_or_a_fresh_one() -> None:
    told = address_of(tracker())
    assert (told.conversation_id, told.client_id, told.through_gateway) == ("samtale", "navn", True)
    first, second = (address_of(tracker(client_id=None)) for _ in range(2))
    assert not first.through_gateway and first.client_id != second.client_id


def test_the_desk_answers_once_and_says_the_same_again(desk: SqlStore, karla: Karla) -> None:
    first = run(ActionRespond(), tracker(karla.id))
    before = everything(desk)
    assert run(ActionRespond(), tracker(karla.id)) == first
    assert first[0]["text"] and everything(desk) == before


def test_choices_become_buttons_that_say_themselves(desk: SqlStore, karla: Karla) -> None:
    asked = {**PARSED, "safety": "none", "intent": {"name": "delete_data", "confidence": 1.0}}
    buttons = run(ActionRespond(), tracker(karla.id, {**asked, "text": "slet det hele"}))[-1]["buttons"]
    assert buttons[0] == {"title": "Ja, slet det hele", "payload": "Ja, slet det hele"}


def test_danger_is_answered_by_the_same_desk(desk: SqlStore, karla: Karla) -> None:
    told = run(ActionAnswerDanger(), tracker(karla.id, {**PARSED, "safety": "acute"}))
    assert "112" in " ".join(message["text"] for message in told)


def test_a_message_through_the_gateway_to_no_conversation_makes_none(desk: SqlStore) -> None:
    before = everything(desk)
    with pytest.raises(UnknownConversation):
        run(ActionRespond(), tracker("findes-ikke"))
    assert everything(desk) == before


def test_rasa_shell_gets_a_conversation_of_its_own_and_goes_on_with_it(desk: SqlStore) -> None:
    for _ in range(2):
        run(ActionRespond(), tracker("shell", client_id=None))
    assert [turn.number for turn in talking.history(desk, "shell")] == [0, 1, 2]
    assert len(everything(desk)["relation"]) == 0


@pytest.mark.parametrize("action", [ActionRespond(), ActionAnswerDanger()], ids=lambda action: action.name())
def test_each_action_is_in_the_domain(action: ActionRespond, pytestconfig: pytest.Config) -> None:
    assert f"- {action.name()}\n" in (pytestconfig.rootpath / "domain.yml").read_text(encoding="utf-8")
