# SPDX-License-Identifier: MPL-2.0
"""What the desk of staff calls things, in Danish, and dates and numbers as they are written in the page's language."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from bot.goals.goal import Kind
from bot.goals.lifecycle import Act, Actor, State
from bot.goals.quality import Criterion
from bot.web.language import language
from bot.web.language import translated as _

_DENMARK = ZoneInfo("Europe/Copenhagen")

STATES = {
    State.SHARED: "Delt med dig",
    State.SUGGESTED: "Dit forslag ligger hos borgeren",
    State.ASKED: "Dit spørgsmål ligger hos borgeren",
    State.DECLINED: "Du har sagt: ikke lige nu",
    State.AGREED: "Du har sagt ja. Nu er det borgerens tur",
    State.ACTIVE: "I gang",
    State.PAUSED: "Holder pause",
    State.REACHED: "Nået",
    State.DROPPED: "Lagt væk",
}
LEADER_STATES = {
    State.SHARED: "Venter på bostøtten", State.SUGGESTED: "Forslag hos borgeren", State.ASKED: "Spørgsmål hos borgeren",
    State.DECLINED: "Ikke lige nu", State.AGREED: "Venter på borgeren", State.ACTIVE: "I gang",
    State.PAUSED: "Holder pause", State.REACHED: "Nået", State.DROPPED: "Lagt væk", State.WITHDRAWN: "Taget tilbage",
}
ACTS: dict[str, str] = {
    Act.SHARE: "delte delmålet", Act.AGREE: "sagde ja til ordene", Act.SUGGEST: "foreslog andre ord",
    Act.ASK: "stillede et spørgsmål", Act.NOT_NOW: "sagde: ikke lige nu", Act.YES: "sagde ja til ordene",
    Act.OWN_WORDING: "skrev det om", Act.REPLY: "svarede", Act.NO: "sagde nej", Act.TAKE_BACK: "tog det tilbage",
    Act.NOT_MY_WISH: "sagde, at det ikke var ønsket",
    Act.START: "satte det i gang", Act.PAUSE: "satte det på pause", Act.RESUME: "tog det op igen",
    Act.REACH: "nåede målet", Act.DROP: "lagde det væk", Act.FOLLOW_UP: "fulgte op",
    Act.NOTICE: "lagde mærke til noget", Act.COMMENT: "skrev en bemærkning", "confirm": "sagde ja til udkastet",
}
WHO = {Actor.CITIZEN: "Borgeren", Actor.STAFF: "Bostøtten"}
DETAILS = {
    "step": "Skridtet", "when": "Hvornår", "how_often": "Hvor tit", "where": "Hvor", "with_whom": "Sammen med",
    "own_part": "Borgerens egen del", "support": "Ønsket støtte", "support_from": "Støtte fra",
    "sign": "Så ved vi, at det virkede", "obstacle": "Det, der kan komme i vejen", "if_then": "Hvis det sker, så",
}
KINDS = {Kind.DEVELOP: "Udvikle", Kind.KEEP: "Fastholde", Kind.LIMIT_LOSS: "Begrænse tab"}
CRITERIA = {
    Criterion.SPECIFIC: "Konkret", Criterion.MEASURABLE: "Til at se", Criterion.ACCEPTED: "Sagt ja til",
    Criterion.REALISTIC: "Til at nå", Criterion.RELEVANT: "Hører til ønsket", Criterion.TIME_BOUND: "Har en tid",
    Criterion.EVERYDAY: "Tæt på hverdagen", Criterion.OWN_WORDS: "Egne ord",
}
REVIEWS = {
    Act.AGREE: "Ja, sådan", Act.SUGGEST: "Foreslå andre ord", Act.ASK: "Stil et spørgsmål", Act.NOT_NOW: "Ikke lige nu",
}
NEXT = {
    Act.FOLLOW_UP: "Gem opfølgning", Act.NOTICE: "Et lille skridt er set", Act.PAUSE: "Hold pause",
    Act.RESUME: "Tag det op igen", Act.REACH: "Målet er nået", Act.DROP: "Læg det væk",
}


_WHO_LOOKED = {"staff": "Ansat", "account": "Ansat", "citizen": "Borger"}


def who(actor: str) -> str:
    """"Ansat 3f2a91bc" for an actor of the audit; the system for what is no person."""
    kind, _colon, number = actor.partition(":")
    return f"{_(_WHO_LOOKED[kind])} {number[:8]}" if kind in _WHO_LOOKED else _("Systemet")


_SPOTTED = {
    "goal.read list": "så et delt delmål på en liste", "goal.read review": "læste et delt delmål for at svare",
    "goal.read changes": "hentede nyt om et delt delmål til et andet system",
    "goals.export meeting": "læste, hvad borgeren har delt, før et møde",
    "goals.export csv": "hentede delte delmål som en tabel", "goals.export fhir": "hentede delte delmål til journalen",
    "plan.read plan": "læste en plan", "plan.read print": "hentede en plan til papir",
    "plan.read calendar": "hentede en plan til en kalender", "invitation.make": "lavede en kode til en borger",
    "summary.read review": "læste en delt samtale i korte træk",
    "quotes.read review": "læste delte ord", "moves.read why": "så, hvorfor programmet spurgte",
    "alert.read list": "så en besked om fare", "citizens.list list": "så listen over sine borgere",
    "citizen.call": "skrev, hvad en borger kaldes",
    "peer.join supported session": "satte sig ved siden af en borger som peer",
}


def spotted(act: str, purpose: str) -> str:
    """What a look-up of the audit was, in Danish; as it stands in the audit where there is no word for it."""
    return _(_SPOTTED.get(f"{act} {purpose}".strip(), f"{act} ({purpose})" if purpose else act))


def day(on: dt.date | None) -> str:
    """"2. marts 2026"; empty for nothing."""
    return format_date(on, _("d. MMMM y"), locale=language()) if on else ""


def short_day(on: dt.date) -> str:
    """"2. mar. 26", for where there is little room."""
    return str(format_date(on, _("d. MMM yy"), locale=language()))


def moment(at: dt.datetime | None) -> str:
    """"2. marts kl. 10.05" in Danish time; empty for nothing."""
    return format_datetime(at.astimezone(_DENMARK), _("d. MMMM 'kl.' HH.mm"), locale=language()) if at else ""


def number(value: float | None) -> str:
    """"7" or "7,5"; empty for nothing."""
    return "" if value is None else format_decimal(value, "0.#####", locale=language())
