# SPDX-License-Identifier: MPL-2.0
"""One thing that Rasa 3.6 does anew in every turn, done once: preparing the schema of what an action may answer.

Rasa checks every answer of the action server with `jsonschema.validate`, which first checks the schema itself:
most of a turn's time, for a schema that never changes. Here the schema is prepared at import; answers are
checked against the same schema, with the same errors (tests/nlu/test_lighter_rasa.py holds both).
"""

from __future__ import annotations

from typing import Any

from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction

_SCHEMA = RemoteAction.action_response_format_spec()
_VALIDATOR = validator_for(_SCHEMA)(_SCHEMA)


def check_answer(self: RemoteAction, answer: dict[str, Any]) -> bool:
    """True for an answer as Rasa expects it; `jsonschema.ValidationError` otherwise."""
    error = best_match(_VALIDATOR.iter_errors(answer))
    if error is not None:
        raise error
    return True


RemoteAction._validate_action_result = check_answer
