# SPDX-License-Identifier: MPL-2.0
"""Reads what a goal needs to know: activity, place, person, time, frequency and amount, by rules of Danish."""

from __future__ import annotations

import datetime as dt
import sys
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.danish import activities, amounts, dates, people, places, spans, times
from nlu import sources

Entity = dict[str, Any]

GOAL_ENTITIES = "goal_entities"
_TODAY = dt.date(2000, 1, 3)
"""The reader has no clock: it says where a time stands; what day that is, is for those who know today."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class GoalEntities(GraphComponent):
    """Adds `goal_entities`, each as Rasa writes entities: `entity`, `start`, `end`, `value` (the citizen's words).

    They are kept apart from Rasa's own `entities`: a person may stand within an activity, which stories can't tell,
    and no rule looks at them.
    """

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext
    ) -> GoalEntities:
        """There is nothing to learn or to keep."""
        return cls()

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """The rules."""
        return sources.fingerprint(sys.modules[__name__], activities, amounts, dates, people, places, spans, times)

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the entities of messages."""
        for message in messages:
            message.set(GOAL_ENTITIES, entities_in(message.get(TEXT)), add_to_output=True)
        return messages


def entities_in(text: str) -> list[Entity]:
    """All entities of a text, in the order said. A number within a time counts nothing, a person who owns a place
    ("hos min søster") is the place; the activity may hold others."""
    timed = times.times_in(text, _TODAY)
    found = [_entity("frequency" if _is_habit(said) else "time", start, end, text) for start, end, said in timed]
    taken = [(start, end) for start, end, _ in timed]
    for kind, places_said in (
        ("amount", [(start, end) for start, end, _ in amounts.amounts_in(text)]),
        ("place", places.places_in(text)),
        ("person", people.people_in(text)),
    ):
        apart = [span for span in places_said if not any(span[0] < end and start < span[1] for start, end in taken)]
        found += [_entity(kind, start, end, text) for start, end in apart]
        taken += apart
    activity = activities.activity_in(text)
    if activity:
        found.append(_entity("activity", *activity, text))
    return sorted(found, key=lambda entity: (entity["start"], -entity["end"]))


def _is_habit(said: times.TimeSaid) -> bool:
    """ "om aftenen" says when, "hver aften" how often."""
    return bool(said.every) and not str(said.every).lower().startswith("om ")


def _entity(kind: str, start: int, end: int, text: str) -> Entity:
    return {"entity": kind, "start": start, "end": end, "value": text[start:end]}
