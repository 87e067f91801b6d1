# SPDX-License-Identifier: MPL-2.0
"""The plan on paper: HTML and PDF in A4 with large type, one for the citizen and one for the record."""

from __future__ import annotations

import datetime as dt
import logging
from enum import StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from jinja2 import Environment, FileSystemLoader

from bot.goals.followup import follow_ups
from bot.goals.goal import Goal
from bot.goals.lifecycle import Act, Actor, State
from bot.goals.plan import CitizensPlan

try:
    from weasyprint import HTML
except OSError:  # the library is there, but Pango, which it draws with, is not
    HTML = None

log = logging.getLogger(__name__)
_DENMARK = ZoneInfo("Europe/Copenhagen")
_TEMPLATES = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True)


class NoPango(Exception):
    """PDF can't be made here: Pango is missing (`apt-get install libpango-1.0-0 libpangoft2-1.0-0`)."""


class For(StrEnum):
    """Whom the paper is for."""

    CITIZEN = "citizen"
    RECORD = "record"


STATES = {
    State.ACTIVE: "I gang",
    State.PAUSED: "Holder pause",
    State.AGREED: "Aftalt, venter på plads",
    State.REACHED: "Nået",
}


def can_draw() -> bool:
    """Whether PDF can be made here."""
    return HTML is not None


def as_html(plan: CitizensPlan, whom: For, at: dt.datetime) -> str:
    """The plan as one HTML page that stands alone: no script, no file beside it."""
    page = _TEMPLATES.get_template("plan.html")
    return page.render(plan=plan, record=whom is For.RECORD, at=at, states=STATES, week=_days(plan))


def as_pdf(plan: CitizensPlan, whom: For, at: dt.datetime) -> bytes:
    """The same page as a tagged PDF (PDF/UA-1, for screen readers); `NoPango` where it can't be drawn."""
    if HTML is None:
        log.warning("exports.no_pango")
        raise NoPango
    drawn: bytes = HTML(string=as_html(plan, whom, at)).write_pdf(pdf_variant="pdf/ua-1")
    return drawn


def _days(plan: CitizensPlan) -> list[tuple[str, list[tuple[str, str]]]]:
    """(day, [(time of day, wording)]) in their order; what has no day comes last."""
    days: dict[str, list[tuple[str, str]]] = {}
    for entry in plan.week:
        name = in_danish(entry.day, "EEEE d. MMMM").capitalize() if entry.day else "En dag i ugen"
        days.setdefault(name, []).append((clock(entry.at), entry.wording))
    return list(days.items())


def in_danish(day: dt.date | None, form: str = "d. MMMM y") -> str:
    """A date as Danes write it ("3. december 2026"); nothing for no date."""
    return format_date(day, form, locale="da") if day else ""


def clock(at: dt.time | None) -> str:
    """A time of day as Danes write it ("kl. 14.30"); nothing for none."""
    return f"kl. {format_time(at, 'H.mm', locale='da')}" if at else ""


def _local(at: dt.datetime) -> dt.date:
    return at.astimezone(_DENMARK).date()


def _facts(goal: Goal) -> list[tuple[str, str]]:
    """What has been said of a delmål, under plain headings; nothing where nothing was said."""
    told = goal.details
    company = "" if told.with_whom.casefold() in goal.wording.casefold() else told.with_whom
    when = "" if told.when.casefold() in goal.wording.casefold() else told.when
    often = "" if told.how_often.casefold() in f"{goal.wording} {when}".casefold() else told.how_often
    facts = [
        ("Hvornår", when), ("Hvor tit", often), ("Sammen med", company), ("Det gør jeg selv", told.own_part),
        ("Hjælp, jeg ønsker", told.support), ("Hjælp fra", told.support_from), ("Jeg kan mærke det på", told.sign),
        ("Det kan drille", told.obstacle), ("Hvis det driller", told.if_then),
        ("Vi ser på det igen", in_danish(goal.due_on)),
    ]
    return [(heading, text) for heading, text in facts if text]


def _scores(goal: Goal) -> list[tuple[str, str, str]]:
    """(day, number, comment) of each self-score."""
    return [
        (in_danish(_local(change.at), "d. MMM"), f"{change.score:g}".replace(".", ","), change.reason)
        for change in follow_ups(goal) if change.score is not None
    ]


def _agreed(goal: Goal) -> str:
    """When both had said yes to the wording that stands, as "den 3. marts 2026"."""
    yeses = [change.at for change in goal.history
             if change.wording == goal.wording and change.actor is Actor.CITIZEN and change.act in (Act.YES, Act.START)]
    return f"den {in_danish(_local(yeses[0]))}" if yeses else ""


_FILTERS: dict[str, Any] = {
    "in_danish": in_danish, "facts": _facts, "scores": _scores, "agreed": _agreed, "local": _local,
}
_TEMPLATES.filters.update(_FILTERS)
