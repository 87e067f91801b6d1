# SPDX-License-Identifier: MPL-2.0
"""Danger is answered before any rule."""

from __future__ import annotations

from typing import Any

from rasa.core.policies.policy import Policy, PolicyPrediction
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

from bot.care.danger import look_for_danger
from bot.codebook import Safety

ANSWER = "action_answer_danger"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=False)
class SafetyPolicy(Policy):
    """Predicts `action_answer_danger` for a message with danger in it, then listens; else says nothing."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """One above RulePolicy's priority of 6, so that equal certainty falls to this policy."""
        return {"priority": 7, "max_history": 1}

    def train(
        self, training_trackers: list[TrackerWithCachedStates], domain: Domain, **kwargs: Any
    ) -> Resource:
        """There is nothing to learn."""
        return self._resource

    def predict_action_probabilities(
        self, tracker: DialogueStateTracker, domain: Domain,
        rule_only_data: dict[str, Any] | None = None, **kwargs: Any,
    ) -> PolicyPrediction:
        """Certainty 1 for the answer to danger and for listening after it, otherwise 0 for everything."""
        probabilities = self._default_predictions(domain)
        action = _next_action(tracker)
        if action:
            probabilities[domain.index_for_action(action)] = 1.0
        return self._prediction(probabilities)


def _next_action(tracker: DialogueStateTracker) -> str | None:
    if tracker.latest_action_name == ANSWER:
        return ACTION_LISTEN_NAME
    spoken = tracker.latest_action_name == ACTION_LISTEN_NAME
    return ANSWER if spoken and _safety_of(tracker) != Safety.NONE else None


def _safety_of(tracker: DialogueStateTracker) -> str:
    """What the reader said of the latest message; by word patterns alone where no reader has seen it."""
    message = tracker.latest_message
    if message is None:
        return Safety.NONE
    read: str | None = message.parse_data.get("safety")
    return read or look_for_danger(message.text or "")
