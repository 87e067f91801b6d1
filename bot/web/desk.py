# SPDX-License-Identifier: MPL-2.0
"""The bostøtte's desk: whose turn it is, what is due, any alert first; a citizen and a goal in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import segno
from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from bot.accounts import Staff
from bot.exports import paper
from bot.goals.finding import Wanted
from bot.goals.followup import follow_ups, is_due
from bot.goals.goal import Along, Goal
from bot.goals.lifecycle import WHOSE_TURN, Act, Actor, State, Turn, allowed_acts
from bot.goals.quality import hints
from bot.goals.versions import with_differences
from bot.services import alerts, finding, goals, invitations, talking
from bot.services.errors import DeskError
from bot.web import desk_words, plan_picture
from bot.web.callers import House, InHouse, PageAlertReader, PageInviter, PageReviewer, PageSharedReader
from bot.web.headers import policy_for_paper
from bot.web.language import translated as _
from bot.web.problems import status_of
from bot.web.rendering import page
from bot.web.sharing import PARTS

router = APIRouter(prefix="/skrivebord", include_in_schema=False)
_MOST = 200
"""Goals on the desk; the API and its pages hold the rest."""
_NO_NUMBER = "Skriv et tal fra 0 til 10, og en dato, der findes."
_Words = Annotated[str, Form(max_length=2_000)]
_Typed = dict[str, str]


def staff_page(request: Request, template: str, who: Staff, status: int = 200, **more: Any) -> HTMLResponse:
    """A page of the desk; `who` is signed in."""
    return page(request, template, status, who=who, **more)


@dataclass(frozen=True)
class Pile:
    """Some goals that wait for the same thing."""

    title: str
    goals: Sequence[Goal]
    empty: str = ""


def _piles(found: Sequence[Goal], today: Any) -> list[Pile]:
    """Each goal in one pile: what waits for staff first, then what is due, then the rest."""
    mine = [goal for goal in found if WHOSE_TURN[goal.state] is Turn.STAFF]
    due = [goal for goal in found if goal not in mine and is_due(goal, today)]
    rest = [goal for goal in found if goal not in mine and goal not in due]
    theirs = [goal for goal in rest if WHOSE_TURN[goal.state] is Turn.CITIZEN]
    going = [goal for goal in rest if goal.state in (State.ACTIVE, State.PAUSED)]
    return [
        Pile(_("Din tur"), mine, _("Ingen venter på dig lige nu.")), Pile(_("Tid til at følge op"), due),
        Pile(_("Borgerens tur"), theirs), Pile(_("I gang"), going),
        Pile(_("Slut"), [goal for goal in rest if goal.state in (State.REACHED, State.DROPPED)]),
    ]


@router.get("")
def desk(request: Request, here: InHouse, caller: PageReviewer) -> HTMLResponse:
    """The whole desk. Caller: a bostøtte."""
    found = finding.list_for_staff(here.store, here.clock, caller, Wanted(), None, _MOST)
    known = finding.citizens_of(here.store, here.clock, caller)
    told = alerts.list_for_staff(here.store, here.clock, caller)
    return staff_page(
        request, "skrivebord.html", caller, piles=_piles(found.goals, here.clock().date()), known=known,
        names=_names(known), alerts=[one for one in told if one.seen_at is None], more=found.after is not None)


def _names(known: Sequence[Any]) -> dict[str, str]:
    """What to call each citizen: as staff do, or the first letters of the id."""
    return {one.citizen_id: one.called or f"{_('Borger')} {one.citizen_id[:6]}" for one in known}


@router.get("/varsler")
def waiting_alerts(request: Request, here: InHouse, caller: PageAlertReader) -> HTMLResponse:
    """How many alerts wait, for the line at the top of every page. Caller: a bostøtte."""
    return page(request, "skrivebord-varsler.html", waiting=alerts.count_unseen(here.store, caller))


@router.post("/besked/{alert_id}")
def see_alert(alert_id: str, request: Request, here: InHouse, caller: PageAlertReader) -> Response:
    """An alert has been seen. Caller: a bostøtte of the citizen."""
    return _done(request, caller, lambda: alerts.see(here.store, here.clock, caller, alert_id), "/skrivebord")


@router.get("/borger/{citizen_id}")
def citizen(citizen_id: str, request: Request, here: InHouse, caller: PageSharedReader) -> Response:
    """One citizen before the meeting: wishes on top, then delmål. Caller: a bostøtte of the citizen."""
    return _shown(request, caller, lambda: _citizen(request, here, caller, citizen_id))


def _citizen(request: Request, here: House, caller: Staff, citizen_id: str) -> HTMLResponse:
    shared = finding.shared_goals_of(here.store, here.clock, caller, citizen_id, "meeting")
    names = _names(finding.citizens_of(here.store, here.clock, caller))
    wishes = list(dict.fromkeys(goal.wish.text for goal in shared if goal.wish))
    return staff_page(
        request, "skrivebord-borger.html", caller, citizen=citizen_id, name=names[citizen_id], wishes=wishes,
        told=finding.shared_talks_of(here.store, here.clock, caller, citizen_id), parts=PARTS,
        talks=list(dict.fromkeys(goal.conversation_id for goal in shared)),
        piles=_piles(shared, here.clock().date()), scores={goal.id: follow_ups(goal) for goal in shared})


@router.get("/borger/{citizen_id}/plan")
def plan(citizen_id: str, request: Request, here: InHouse, caller: PageSharedReader) -> Response:
    """The plan for the record, ready to print. Caller: a bostøtte of the citizen."""

    def printed() -> Response:
        found = finding.plan_for_staff(here.store, here.clock, caller, citizen_id, "print")
        made = paper.as_html(found, paper.For.RECORD, here.clock())
        return HTMLResponse(made, headers={"Content-Security-Policy": policy_for_paper(made)})

    return _shown(request, caller, printed)


@router.get("/borger/{citizen_id}/plan.pdf")
def plan_as_pdf(citizen_id: str, request: Request, here: InHouse, caller: PageSharedReader) -> Response:
    """The same as PDF. Caller: a bostøtte of the citizen."""

    def pdf() -> Response:
        found = finding.plan_for_staff(here.store, here.clock, caller, citizen_id, "print")
        return Response(paper.as_pdf(found, paper.For.RECORD, here.clock()), media_type="application/pdf")

    return _shown(request, caller, pdf)


@router.post("/borger/{citizen_id}/navn")
def call(
    citizen_id: str, request: Request, here: InHouse, caller: PageInviter,
    called: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """What staff call a citizen. Caller: a bostøtte of the citizen."""
    return _done(
        request, caller, lambda: invitations.call(here.store, here.clock, caller, citizen_id, called.strip()),
        f"/skrivebord/borger/{citizen_id}")


@router.get("/samtale/{talk}")
def why(talk: str, request: Request, here: InHouse, caller: PageSharedReader) -> Response:
    """Why the program said what it said, turn by turn, without words. Caller: a bostøtte of the citizen."""

    def told() -> Response:
        turns = talking.moves_for_staff(here.store, here.clock, caller, talk)
        return staff_page(request, "skrivebord-hvorfor.html", caller, turns=[turn for turn in turns if turn.why])

    return _shown(request, caller, told)


@router.get("/maal/{goal_id}")
def goal_page(goal_id: str, request: Request, here: InHouse, caller: PageReviewer) -> Response:
    """One delmål with all that is shared of it. Caller: a bostøtte of the citizen."""
    return _shown(request, caller, lambda: _goal(request, here, caller, goal_id))


def _goal(
    request: Request, here: House, caller: Staff, goal_id: str, status: int = 200, error: str = "",
    typed: _Typed | None = None,
) -> HTMLResponse:
    goal, quotes = finding.read_for_staff(here.store, here.clock, caller, goal_id)
    names = _names(finding.citizens_of(here.store, here.clock, caller))
    may = allowed_acts(goal.state, Actor.STAFF)
    return staff_page(
        request, "skrivebord-maal.html", caller, status, goal=goal, quotes=quotes, name=names[goal.citizen_id],
        hints=[hint for hint in hints(goal) if hint.question],
        reviews=[act for act in desk_words.REVIEWS if act in may],
        steps=[act for act in desk_words.NEXT if act in may], versions=with_differences(goal.history)[::-1],
        scores=follow_ups(goal), points=plan_picture.points_of(plan_picture.numbers_of(goal)), picture=plan_picture,
        error=error, typed=typed or {}, can_comment=Act.COMMENT in may)


@router.post("/maal/{goal_id}")
def act_on_goal(
    goal_id: str, request: Request, here: InHouse, caller: PageReviewer, act: Annotated[Act, Form()],
    version: Annotated[int, Form()], wording: _Words = "", reason: _Words = "",
    score: Annotated[str, Form(max_length=5)] = "", due: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Agrees, suggests, asks, says not now, follows up or comments. Caller: a bostøtte of the citizen."""
    typed = {"wording": wording, "reason": reason, "score": score, "due": due, "act": act}
    try:
        along = Along(_number(score) if score.strip() else None, due_on=date.fromisoformat(due) if due else None)
        said = goals.Words(wording if act is Act.SUGGEST else "", reason, version, along)
        goals.review(here.store, here.clock, caller, goal_id, act, said)
    except (DeskError, ValueError) as error:
        danish = error.danish if isinstance(error, DeskError) else _NO_NUMBER
        status = status_of(error) if isinstance(error, DeskError) else 422
        return _shown(request, caller, lambda: _goal(request, here, caller, goal_id, status, danish, typed))
    return RedirectResponse(f"/skrivebord/maal/{goal_id}", 303)


def _number(typed: str) -> float:
    """"7" or "7,5"; `ValueError` for what is no number."""
    return float(typed.replace(",", "."))


@router.post("/inviter")
def invite(
    request: Request, here: InHouse, caller: PageInviter, citizen: Annotated[str, Form(max_length=64)] = "",
    called: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """A card with a code for a citizen, to print or show. Caller: a bostøtte, for a new citizen or one of theirs."""

    def card() -> Response:
        made = invitations.invite(
            here.store, here.clock, caller, here.settings.invitation_days, citizen or None, called.strip() or None)
        link = f"{here.settings.address}/?kode={made.code}"
        picture = segno.make(link, error="m").svg_inline(scale=4, border=4, dark="#000", light="#fff", omitsize=True)
        return staff_page(request, "skrivebord-kort.html", caller, made=made, link=link, picture=picture,
            called=called.strip() or (_names(finding.citizens_of(here.store, here.clock, caller)).get(citizen, "")))

    return _shown(request, caller, card)


def _shown(request: Request, caller: Staff, show: Callable[[], Response]) -> Response:
    """A page, or the page that says why not."""
    try:
        return show()
    except DeskError as error:
        return staff_page(request, "skrivebord-fejl.html", caller, status_of(error), error=error.danish)


def _done(request: Request, caller: Staff, act: Callable[[], object], to: str) -> Response:
    """Does one thing and leads on, or says why not."""

    def do() -> Response:
        act()
        return RedirectResponse(to, 303)

    return _shown(request, caller, do)
