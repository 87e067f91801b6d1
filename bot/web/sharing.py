# SPDX-License-Identifier: MPL-2.0
"""The preview of a share, in the shapes that the API gives staff, and its seal: what is shared is what was shown."""

from __future__ import annotations

import hashlib
from typing import Any

from pydantic import BaseModel

from bot.goals.lifecycle import Actor
from bot.services.sharing import Preview
from bot.web.api.goal_shapes import GoalOut, QuoteOut
from bot.web.api.shapes import Summary
from bot.web.desk_words import number
from bot.web.language import translated as _

DETAILS = {
    "when": "Hvornår", "how_often": "Hvor tit", "where": "Hvor", "with_whom": "Sammen med",
    "own_part": "Det gør jeg selv",
    "support": "Hjælp", "support_from": "Hjælp fra", "sign": "Sådan ses det", "obstacle": "Det kan gøre det svært",
    "if_then": "Hvis og så",
}
RULERS = {"sure": "Så sikker er jeg", "importance": "Så vigtigt er det", "confidence": "Så meget tror jeg på det"}
PARTS = {"wishes": "Det, jeg ønsker", "matters": "Det, der betyder noget", "strengths": "Det, jeg kan",
         "hard": "Det, der er svært"}


class Shown(BaseModel):
    """What staff will see: each goal as `GET /goals/{id}` gives it, the quotes, the talk in short."""

    goals: list[GoalOut]
    quotes: list[QuoteOut]
    summary: Summary | None

    @classmethod
    def of(cls, seen: Preview) -> Shown:
        """From the desk."""
        return cls(
            goals=[GoalOut.whole(goal, Actor.STAFF, [QuoteOut.of(told) for told in quotes])
                   for goal, quotes in seen.goals],
            quotes=[QuoteOut.of(told) for told in seen.quotes],
            summary=Summary.of(seen.summary) if seen.summary else None,
        )

    @property
    def seal(self) -> str:
        """A hash over what is shown; the moment of sharing is not in it."""
        told = self.model_dump_json(exclude={"goals": {"__all__": {"history", "due_on"}}})
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def loose_quotes(self) -> list[QuoteOut]:
        """Those that stand beside none of the goals shown."""
        beside = {quote.turn for goal in self.goals for quote in goal.quotes}
        return [quote for quote in self.quotes if quote.turn not in beside]


def filled(details: Any) -> list[tuple[str, str]]:
    """(name, value) of the details of a step that say something."""
    told = [(_(name), getattr(details, key)) for key, name in DETAILS.items()]
    marks = [(_(name), getattr(details, key)) for key, name in RULERS.items()]
    return [(name, value) for name, value in told if value] + [
        (name, _("%(number)s ud af 10") % {"number": number(value)}) for name, value in marks if value is not None]
