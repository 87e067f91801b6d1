# SPDX-License-Identifier: MPL-2.0
"""A citizen's plan: as JSON, on paper, in a calendar, as a table, and for other systems as FHIR."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from bot.exports import calendar, fhir, paper, tables
from bot.exports.paper import For
from bot.goals.lifecycle import Actor
from bot.services import finding
from bot.web.api.plan_shapes import PlanOut
from bot.web.api.shapes import CitizenOut
from bot.web.callers import InHouse, OwnTalk, SharedReader
from bot.web.headers import policy_for_paper

router = APIRouter(tags=["plans"])
CITIZEN = "/citizens/{citizen_id}"
OWN = "/conversations/{conversation_id}"
Whom = Annotated[For, Query(alias="for", description="The citizen's own, or dated and titled for the record.")]


@router.get("/citizens")
def list_citizens(here: InHouse, caller: SharedReader) -> list[CitizenOut]:
    """Whom the caller works with, longest first. Caller: staff."""
    return [
        CitizenOut(id=known.citizen_id, called=known.called, since=known.since)
        for known in finding.citizens_of(here.store, here.clock, caller)
    ]


@router.get(CITIZEN + "/plan")
def read_plan(citizen_id: str, here: InHouse, caller: SharedReader) -> PlanOut:
    """Wishes with the delmål that both have said yes to, and the week. Caller: staff of the citizen."""
    return PlanOut.of(finding.plan_for_staff(here.store, here.clock, caller, citizen_id), Actor.STAFF)


@router.get(CITIZEN + "/plan.html", response_class=HTMLResponse)
def read_plan_as_html(citizen_id: str, here: InHouse, caller: SharedReader, whom: Whom = For.RECORD) -> HTMLResponse:
    """The plan on paper. Caller: staff of the citizen."""
    plan = finding.plan_for_staff(here.store, here.clock, caller, citizen_id, "print")
    return _paper(paper.as_html(plan, whom, here.clock()))


@router.get(CITIZEN + "/plan.pdf", response_class=Response, responses={200: {"content": {"application/pdf": {}}}})
def read_plan_as_pdf(citizen_id: str, here: InHouse, caller: SharedReader, whom: Whom = For.RECORD) -> Response:
    """The plan as PDF, A4 with large type. Caller: staff of the citizen."""
    plan = finding.plan_for_staff(here.store, here.clock, caller, citizen_id, "print")
    return _pdf(paper.as_pdf(plan, whom, here.clock()))


@router.get(CITIZEN + "/plan.ics", response_class=Response, responses={200: {"content": {"text/calendar": {}}}})
def read_week(citizen_id: str, here: InHouse, caller: SharedReader) -> Response:
    """The week plan as iCalendar. Caller: staff of the citizen."""
    plan = finding.plan_for_staff(here.store, here.clock, caller, citizen_id, "calendar")
    return _calendar(calendar.calendar(plan, here.clock()))


@router.get(CITIZEN + "/goals.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def read_goals_as_csv(citizen_id: str, here: InHouse, caller: SharedReader) -> Response:
    """All shared goals as a table. Caller: staff of the citizen."""
    shared = finding.shared_goals_of(here.store, here.clock, caller, citizen_id, "csv")
    return _file(tables.table(shared), "text/csv; charset=utf-8", "delmaal.csv")


@router.get(CITIZEN + "/fhir", response_class=Response, responses={200: {"content": {"application/fhir+json": {}}}})
def read_goals_as_fhir(citizen_id: str, here: InHouse, caller: SharedReader) -> Response:
    """All shared goals as a FHIR R4 Bundle by KL's profile of goals. Caller: staff of the citizen."""
    shared = finding.shared_goals_of(here.store, here.clock, caller, citizen_id, "fhir")
    made = fhir.bundle(shared, citizen_id, here.clock())
    return Response(json.dumps(made, ensure_ascii=False), media_type="application/fhir+json; charset=utf-8")


@router.get(OWN + "/plan")
def read_own_plan(here: InHouse, talk: OwnTalk) -> PlanOut:
    """My wishes, my delmål, my week. Caller: the conversation's citizen."""
    return PlanOut.of(finding.plan_for_citizen(here.store, here.clock, talk), Actor.CITIZEN)


@router.get(OWN + "/plan.html", response_class=HTMLResponse)
def read_own_plan_as_html(here: InHouse, talk: OwnTalk) -> HTMLResponse:
    """My plan on paper. Caller: the conversation's citizen."""
    plan = finding.plan_for_citizen(here.store, here.clock, talk)
    return _paper(paper.as_html(plan, For.CITIZEN, here.clock()))


@router.get(OWN + "/plan.pdf", response_class=Response, responses={200: {"content": {"application/pdf": {}}}})
def read_own_plan_as_pdf(here: InHouse, talk: OwnTalk) -> Response:
    """My plan as PDF, A4 with large type. Caller: the conversation's citizen."""
    return _pdf(paper.as_pdf(finding.plan_for_citizen(here.store, here.clock, talk), For.CITIZEN, here.clock()))


@router.get(OWN + "/plan.ics", response_class=Response, responses={200: {"content": {"text/calendar": {}}}})
def read_own_week(here: InHouse, talk: OwnTalk) -> Response:
    """My week as iCalendar. Caller: the conversation's citizen."""
    return _calendar(calendar.calendar(finding.plan_for_citizen(here.store, here.clock, talk), here.clock()))


def _paper(made: str) -> HTMLResponse:
    return HTMLResponse(made, headers={"Content-Security-Policy": policy_for_paper(made)})


def _pdf(drawn: bytes) -> Response:
    return _file(drawn, "application/pdf", "plan.pdf")


def _calendar(written: bytes) -> Response:
    return _file(written, "text/calendar; charset=utf-8", "uge.ics")


def _file(content: str | bytes, kind: str, name: str) -> Response:
    """A file under a name that tells nothing of whose it is; no cache keeps it."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type=kind, headers=headers)


