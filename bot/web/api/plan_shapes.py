# SPDX-License-Identifier: MPL-2.0
"""A citizen's plan and the feed of changes, as the API shows them."""

from __future__ import annotations

from datetime import date, time

from pydantic import BaseModel

from bot.goals.lifecycle import Actor
from bot.goals.plan import CitizensPlan
from bot.records import Happened
from bot.web.api.goal_shapes import ChangeOut, GoalOut


class WishOut(BaseModel):
    """A wish, verbatim, above its delmål; `wish` is empty where a delmål came without one."""

    wish: str
    goals: list[GoalOut]


class EntryOut(BaseModel):
    """One delmål on one day of the week; `day` is empty for some day, `at` where no time of day was said."""

    goal_id: str
    wording: str
    day: date | None
    at: time | None


class PlanOut(BaseModel):
    """What both have said yes to, and the week that it makes."""

    citizen_id: str
    called: str
    on: date
    wishes: list[WishOut]
    week: list[EntryOut]

    @classmethod
    def of(cls, plan: CitizensPlan, viewer: Actor) -> PlanOut:
        """From the heart's plan, as seen by the citizen or by staff."""
        wishes = [
            WishOut(wish=wished.wish.text if wished.wish else "",
                    goals=[GoalOut.whole(goal, viewer) for goal in wished.goals])
            for wished in plan.wishes
        ]
        week = [EntryOut.model_validate(entry, from_attributes=True) for entry in plan.week]
        return cls(citizen_id=plan.citizen_id, called=plan.called, on=plan.on, wishes=wishes, week=week)


class HappenedOut(BaseModel):
    """A new version of a goal; `shared` is false, and the words are gone, where the citizen has taken it back since."""

    cursor: str
    goal_id: str
    citizen_id: str
    shared: bool
    change: ChangeOut | None

    @classmethod
    def of(cls, happened: Happened, cursor: str) -> HappenedOut:
        """From the desk."""
        change = ChangeOut.of(happened.change) if happened.is_shared else None
        return cls(cursor=cursor, goal_id=happened.mark.goal_id, citizen_id=happened.citizen_id,
                   shared=happened.is_shared, change=change)


class Feed(BaseModel):
    """What has happened after a cursor, oldest first; `next` is the cursor to ask with the next time."""

    changes: list[HappenedOut]
    next: str | None
