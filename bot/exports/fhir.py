# SPDX-License-Identifier: MPL-2.0
"""A citizen's goals as a FHIR R4 Bundle by KL's profile: each wish and each delmål is a Goal of its own."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from bot.exports import fhir_codes as codes
from bot.goals.followup import follow_ups
from bot.goals.goal import Change, Goal, Kind, Quote
from bot.goals.lifecycle import Act, Actor, State

Resource = dict[str, Any]
_SPACE = uuid.UUID("6f5a1e1c-0e4b-5a35-9c0a-2f1f0a7d1b11")
"""Ids of wishes are made from the talk and the turn, so that the same wish has the same id in every export."""


def bundle(goals: Iterable[Goal], citizen_id: str, at: datetime) -> Resource:
    """A Bundle (collection) of the goals that were shared, with the wishes they came from and the citizen as Patient.

    The citizen and staff stand with our own ids, which the receiving system maps; no name, no CPR number.
    """
    shared = [goal for goal in goals if goal.state not in (State.DRAFT, State.WITHDRAWN)]
    wishes = {_wish_id(goal, goal.wish): (goal, goal.wish) for goal in shared if goal.wish}
    staff = dict.fromkeys(change.who for goal in shared for change in goal.history if change.who)
    resources = [
        _patient(citizen_id),
        *(_practitioner(who) for who in staff),
        *(_wish(wish_id, goal, wish) for wish_id, (goal, wish) in wishes.items()),
        *(_delmaal(goal) for goal in shared),
    ]
    return {
        "resourceType": "Bundle", "type": "collection", "timestamp": _moment(at),
        "entry": [{"fullUrl": f"urn:uuid:{_uuid(each['id'])}", "resource": each} for each in resources],
    }


def _uuid(own_id: str) -> str:
    """An id as a UUID; ours are UUIDs written without hyphens already, others are made into one."""
    try:
        return str(uuid.UUID(own_id))
    except ValueError:
        return str(uuid.uuid5(_SPACE, own_id))


def _wish_id(goal: Goal, wish: Quote) -> str:
    return str(uuid.uuid5(_SPACE, f"{goal.conversation_id}/{wish.turn}"))


def _patient(citizen_id: str) -> Resource:
    return {
        "resourceType": "Patient", "id": _uuid(citizen_id),
        "identifier": [{"system": "urn:afsaet:citizen", "value": citizen_id}],
    }


def _practitioner(staff_id: str) -> Resource:
    return {
        "resourceType": "Practitioner", "id": _uuid(staff_id),
        "identifier": [{"system": "urn:afsaet:staff", "value": staff_id}],
    }


def _goal(resource_id: str, category: tuple[str, str], text: str, goal: Goal, who: str) -> Resource:
    """What a wish and a delmål have in common."""
    return {
        "resourceType": "Goal", "id": _uuid(resource_id), "meta": {"profile": [codes.PROFILE]},
        "category": [_coded(codes.CARE_SOCIAL, category)], "description": {"text": text},
        "subject": _to(goal.citizen_id), "expressedBy": _to(who or goal.citizen_id),
    }


def _wish(wish_id: str, goal: Goal, wish: Quote) -> Resource:
    """What the citizen wishes, verbatim, expressed by themself; it stays however its delmål fare."""
    resource = _goal(wish_id, codes.WISHES, wish.text, goal, "")
    return resource | {"lifecycleStatus": "active", "startDate": goal.history[0].at.date().isoformat()}


def _delmaal(goal: Goal) -> Resource:
    who = next((change.who for change in reversed(goal.history) if change.who), "")
    resource = _goal(goal.id, codes.DELMAAL, goal.wording, goal, who)
    resource["lifecycleStatus"] = codes.LIFECYCLE[goal.state]
    resource["statusDate"] = goal.history[-1].at.date().isoformat()
    resource |= _begun(goal) | _achievement(goal)
    if goal.wish:
        resource["extension"] = [_based_on(_wish_id(goal, goal.wish))]
    if targets := [*_kind(goal), *_scores(goal)]:
        resource["target"] = targets
    if notes := list(_notes(goal)):
        resource["note"] = notes
    return resource | _outcome(goal)


def _begun(goal: Goal) -> Resource:
    begun = next((change.at for change in goal.history if change.act == Act.START), None)
    return {"startDate": begun.date().isoformat()} if begun else {}


def _achievement(goal: Goal) -> Resource:
    """How it goes, where somebody has said so."""
    told = [change.attainment for change in follow_ups(goal) if change.attainment is not None]
    code = codes.ACHIEVED.get(goal.state) or (codes.COURSE[told[-1]] if told else None)
    return {"achievementStatus": {"coding": [{"system": codes.ACHIEVEMENT, "code": code}]}} if code else {}


def _based_on(wish_id: str) -> Resource:
    """That a delmål rests on a wish, as KL's profile writes it."""
    kind = {"text": "based-on", "coding": [{"system": codes.RELATIONSHIP_TYPE, "code": "other"}]}
    return {"url": codes.GOAL_RELATIONSHIP, "extension": [
        {"url": "type", "valueCodeableConcept": kind},
        {"url": "target", "valueReference": _to(wish_id)},
    ]}


def _kind(goal: Goal) -> list[Resource]:
    value = codes.CHANGE_VALUES.get(goal.details.kind) if goal.details.kind else None
    if value is None:
        return []
    return [{"measure": _coded(codes.CARE_SOCIAL, codes.GOAL_KIND), "detailCodeableConcept": _coded(codes.FFB, value)}]


def _scores(goal: Goal) -> list[Resource]:
    """Each self-score with its day; the last one also with the day on which it is asked for again."""
    scored = [change for change in follow_ups(goal) if change.score is not None]
    targets: list[Resource] = [
        {"measure": {"text": f"Borgerens egen vurdering 0–10, {change.at.date().isoformat()}"},
         "detailInteger": round(change.score or 0)}
        for change in scored
    ]
    if goal.due_on and targets:
        targets[-1]["dueDate"] = goal.due_on.isoformat()
    elif goal.due_on:
        targets = [{"measure": {"text": "Opfølgning"}, "dueDate": goal.due_on.isoformat()}]
        targets[0]["detailString"] = "Borgerens egen vurdering 0–10"
    return targets


_NOTED = {Act.NOTICE: "Et skridt", Act.COMMENT: "Kommentar", Act.FOLLOW_UP: "Opfølgning", Act.DROP: "Lagt væk",
          Act.PAUSE: "Pause", Act.REACH: "Nået", Act.ASK: "Spørgsmål", Act.REPLY: "Svar"}


def _notes(goal: Goal) -> Iterator[Resource]:
    """What was said about the goal, each with its time and author."""
    if goal.details.kind is Kind.LIMIT_LOSS:
        yield {"text": "Måltype: begrænse tab", "time": _moment(goal.history[0].at)}
    for change in goal.history:
        said = _note_text(change)
        if said:
            yield {"text": said, "time": _moment(change.at), "authorReference": _author(goal, change)}


def _note_text(change: Change) -> str:
    name = next((name for act, name in _NOTED.items() if change.act == act), None)
    if name is None or not (change.reason or change.attainment is not None):
        return ""
    attained = f" (målopnåelse {change.attainment:+d})" if change.attainment is not None else ""
    return f"{name}{attained}: {change.reason}" if change.reason else f"{name}{attained}"


def _author(goal: Goal, change: Change) -> Resource:
    return _to(change.who if change.actor is Actor.STAFF and change.who else goal.citizen_id)


def _outcome(goal: Goal) -> Resource:
    """The newest follow-up in words, and who told it."""
    told: Sequence[Change] = [change for change in follow_ups(goal) if change.reason]
    if not told:
        return {}
    by_staff = told[-1].actor is Actor.STAFF
    informer = _coded(codes.CARE_SOCIAL, codes.INFORMER_PROVIDER if by_staff else codes.INFORMER_CITIZEN)
    extension = [{"url": codes.INFORMER, "valueCodeableConcept": informer}]
    return {"outcomeCode": [{"extension": extension, "text": told[-1].reason}]}


def _coded(system: str, code: tuple[str, str]) -> Resource:
    return {"coding": [{"system": system, "code": code[0], "display": code[1]}]}


def _to(own_id: str) -> Resource:
    return {"reference": f"urn:uuid:{_uuid(own_id)}"}


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
