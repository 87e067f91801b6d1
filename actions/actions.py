# SPDX-License-Identifier: MPL-2.0
"""The two actions of the domain: answer a message, and answer danger; both leave what is said to the desk."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.desk import desk
from actions.reading import address_of, statement_from
from bot.services import talking


class ActionRespond(Action):
    """The desk answers, whatever the intent."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_respond"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        """One turn, one transaction; Rasa keeps nothing of it."""
        address, here = address_of(tracker), desk()
        if not address.through_gateway:
            talking.open_development_talk(here.store, here.clock, address.conversation_id)
        turn = talking.respond(
            here.store, here.clock, address.conversation_id, address.client_id, statement_from(tracker),
            here.contacts, here.hours,
        )
        for reply in turn.replies:
            buttons = [{"title": choice, "payload": choice} for choice in reply.choices]
            dispatcher.utter_message(text=reply.text, buttons=buttons)
        return []


class ActionAnswerDanger(ActionRespond):
    """The same desk, by a name that the safety policy alone predicts, before any rule."""

    def name(self) -> str:
        """As in domain.yml and nlu/safety_policy.py."""
        return "action_answer_danger"
