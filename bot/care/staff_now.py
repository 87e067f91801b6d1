# SPDX-License-Identifier: MPL-2.0
"""The truth about who reads when: what is said of staff in danger, by whether they are at work just now."""

from __future__ import annotations

from bot.care import answers
from bot.care.answers import PERSON_AND_LINE, Bubbles
from bot.care.danger_words import DangerKind
from bot.care.staffed_hours import Presence, when_next

_NOTE = "Jeg lægger en besked om det til din bostøtte."
_NOT_READ = "Jeg ved ikke, om nogen har læst den."

WHO_READS: Bubbles = (
    "Jeg er et program og kan ikke sende nogen til dig. Jeg ved ikke, hvornår beskeden bliver læst.",
    "Vent ikke på det. Ring 112, så svarer et menneske med det samme.",
)
"""When somebody in danger asks who reads the message, or whether anybody comes."""
AWAY_FROM_WORK = "Personalet er ikke på arbejde nu."

WITHOUT_BOSTOETTE = {
    DangerKind.SUICIDE: "Tal med en, du er tryg ved, også i dag. Du kan også ringe her:",
    DangerKind.SELF_HARM: "Du kan sige det til en, du er tryg ved. Du kan også ringe her:",
    DangerKind.VIOLENCE: "Du kan sige det til en, du er tryg ved. Her kan du ringe og få råd:",
    DangerKind.HARM_TO_OTHER: "Tal med en, du stoler på, før det bliver værre. Du kan også ringe her:",
    DangerKind.PSYCHOSIS: "Tal med en, du er tryg ved. Du kan også ringe her:",
    DangerKind.UNKNOWN: "Tal med en, du er tryg ved. Du kan også ringe her:",
}
"""In place of `answers.PERSON_AND_LINE`, which names the bostøtte, while no bostøtte is at work."""


def truly(bubbles: Bubbles, presence: Presence | None) -> Bubbles:
    """The same bubbles, with what they say of staff as it is now; as they stand where nobody has told the hours."""
    if presence is None:
        return bubbles
    said = _at_work() if presence.is_staffed else _away(presence)
    return tuple("\n".join(said.get(line, line) for line in bubble.split("\n")) for bubble in bubbles)


def _at_work() -> dict[str, str]:
    return {
        answers.NOTE: f"{_NOTE} Personalet er på arbejde nu, men jeg ved ikke, hvornår de læser den.",
        WHO_READS[0]: "Jeg er et program og kan ikke sende nogen til dig. Personalet er på arbejde nu, "
                      "men jeg ved ikke, hvornår de læser beskeden.",
    }


def _away(presence: Presence) -> dict[str, str]:
    away, back = away_from_work(presence), _back(presence)
    return {
        answers.NOTE: f"{_NOTE} {away} Vent ikke på dem.",
        answers.DELIVERED: f"Beskeden er nået frem, men personalet er ikke på arbejde nu.{back} {_NOT_READ}",
        WHO_READS[0]: f"Jeg er et program og kan ikke sende nogen til dig. {away} {_NOT_READ}",
        answers.DOWN_AND_NOBODY: f"{away} Ring 112, hvis der er fare.",
        **{PERSON_AND_LINE[kind]: sentence for kind, sentence in WITHOUT_BOSTOETTE.items()},
    }


def away_from_work(presence: Presence) -> str:
    """"Personalet er ikke på arbejde nu. De er der igen i morgen kl. 8."."""
    return f"{AWAY_FROM_WORK}{_back(presence)}"


def _back(presence: Presence) -> str:
    when = when_next(presence)
    return f" De er der igen {when}." if when else ""
