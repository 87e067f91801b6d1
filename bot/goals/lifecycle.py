# SPDX-License-Identifier: MPL-2.0
"""States of a goal, whose turn it is, and the allowed moves, as two tables."""

from __future__ import annotations

from enum import StrEnum

MOST_ACTIVE = 3
"""At most three goals at a time (practice in Holstebro and Randers)."""


class State(StrEnum):
    """Where a goal is in its life."""

    DRAFT = "draft"
    SHARED = "shared"
    SUGGESTED = "suggested"
    ASKED = "asked"
    DECLINED = "declined"
    AGREED = "agreed"
    ACTIVE = "active"
    PAUSED = "paused"
    REACHED = "reached"
    DROPPED = "dropped"
    WITHDRAWN = "withdrawn"


class Actor(StrEnum):
    """Who makes a move."""

    CITIZEN = "citizen"
    STAFF = "staff"


class Turn(StrEnum):
    """Whose turn it is."""

    CITIZEN = "citizen"
    STAFF = "staff"
    BOTH = "both"
    NOBODY = "nobody"


class Act(StrEnum):
    """What can be done with a goal."""

    SHARE = "share"
    AGREE = "agree"
    SUGGEST = "suggest"
    ASK = "ask"
    NOT_NOW = "not_now"
    YES = "yes"
    OWN_WORDING = "own_wording"
    REPLY = "reply"
    NO = "no"
    TAKE_BACK = "take_back"
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    REACH = "reach"
    DROP = "drop"
    FOLLOW_UP = "follow_up"
    NOTICE = "notice"
    COMMENT = "comment"
    NOT_MY_WISH = "not_my_wish"


WHOSE_TURN: dict[State, Turn] = {
    State.DRAFT: Turn.CITIZEN,
    State.SHARED: Turn.STAFF,
    State.SUGGESTED: Turn.CITIZEN,
    State.ASKED: Turn.CITIZEN,
    State.DECLINED: Turn.CITIZEN,
    State.AGREED: Turn.CITIZEN,
    State.ACTIVE: Turn.BOTH,
    State.PAUSED: Turn.BOTH,
    State.REACHED: Turn.NOBODY,
    State.DROPPED: Turn.NOBODY,
    State.WITHDRAWN: Turn.NOBODY,
}

_CITIZEN, _STAFF = Actor.CITIZEN, Actor.STAFF
_ON_ITS_WAY = (State.ACTIVE, State.PAUSED)
_SEEN_BY_BOTH = tuple(state for state in State if state not in (State.DRAFT, State.WITHDRAWN))
_WISH_OFF: dict[tuple[State, Actor, Act], State] = {
    (state, _CITIZEN, Act.NOT_MY_WISH): state for state in State if state is not State.WITHDRAWN
}
_TAKEN_BACK: dict[tuple[State, Actor, Act], State] = {
    (state, _CITIZEN, Act.TAKE_BACK): State.WITHDRAWN for state in State if state is not State.WITHDRAWN
}

MOVES: dict[tuple[State, Actor, Act], State] = {
    (State.DRAFT, _CITIZEN, Act.SHARE): State.SHARED,
    (State.SHARED, _STAFF, Act.AGREE): State.AGREED,
    (State.SHARED, _STAFF, Act.SUGGEST): State.SUGGESTED,
    (State.SHARED, _STAFF, Act.ASK): State.ASKED,
    (State.SHARED, _STAFF, Act.NOT_NOW): State.DECLINED,
    (State.AGREED, _CITIZEN, Act.YES): State.AGREED,
    (State.AGREED, _CITIZEN, Act.OWN_WORDING): State.SHARED,
    (State.AGREED, _CITIZEN, Act.NO): State.WITHDRAWN,
    (State.AGREED, _CITIZEN, Act.START): State.ACTIVE,
    (State.SUGGESTED, _CITIZEN, Act.YES): State.AGREED,
    (State.SUGGESTED, _CITIZEN, Act.OWN_WORDING): State.SHARED,
    (State.SUGGESTED, _CITIZEN, Act.NO): State.WITHDRAWN,
    (State.ASKED, _CITIZEN, Act.REPLY): State.SHARED,
    (State.ASKED, _CITIZEN, Act.OWN_WORDING): State.SHARED,
    (State.ASKED, _CITIZEN, Act.NO): State.WITHDRAWN,
    (State.DECLINED, _CITIZEN, Act.OWN_WORDING): State.SHARED,
    (State.DECLINED, _CITIZEN, Act.NO): State.WITHDRAWN,
    **{(State.ACTIVE, actor, Act.PAUSE): State.PAUSED for actor in Actor},
    **{(State.PAUSED, actor, Act.RESUME): State.ACTIVE for actor in Actor},
    **{(state, actor, Act.DROP): State.DROPPED for state in _ON_ITS_WAY for actor in Actor},
    **{(state, actor, Act.REACH): State.REACHED for state in _ON_ITS_WAY for actor in Actor},
    **{(state, _STAFF, Act.SUGGEST): State.SUGGESTED for state in _ON_ITS_WAY},
    **{(state, _CITIZEN, Act.OWN_WORDING): State.SHARED for state in _ON_ITS_WAY},
    **{(state, actor, act): state
       for state in _ON_ITS_WAY for actor in Actor for act in (Act.FOLLOW_UP, Act.NOTICE)},
    **{(state, actor, Act.COMMENT): state for state in _SEEN_BY_BOTH for actor in Actor},
    **_WISH_OFF,
    **_TAKEN_BACK,
}


class MoveNotAllowed(Exception):
    """The goal's state does not allow this act by this actor."""

    def __init__(self, state: State, actor: Actor, act: Act) -> None:
        super().__init__(f"{actor} may not '{act}' a goal that is '{state}'")
        self.state, self.actor, self.act = state, actor, act


def allowed_acts(state: State, actor: Actor) -> tuple[Act, ...]:
    """What this actor may do with a goal in this state, in the order of the table."""
    return tuple(act for (from_state, who, act) in MOVES if from_state is state and who is actor)


def next_state(state: State, actor: Actor, act: Act) -> State:
    """The state after an act; `MoveNotAllowed` if the table has no such row."""
    try:
        return MOVES[state, actor, act]
    except KeyError:
        raise MoveNotAllowed(state, actor, act) from None


def as_markdown() -> str:
    """Both tables as the page `docs/goal-states.md`."""
    lines = [
        "# The states of a goal", "",
        "Made from `bot/goals/lifecycle.py` by `afsaet docs`; change the tables there, not here.", "",
        "| state | whose turn |", "| --- | --- |",
        *(f"| `{state}` | {turn} |" for state, turn in WHOSE_TURN.items()),
        "", "| from | who | does | to |", "| --- | --- | --- | --- |",
        *(f"| `{state}` | {actor} | {act} | `{after}` |" for (state, actor, act), after in MOVES.items()),
    ]
    return "\n".join(lines) + "\n"
