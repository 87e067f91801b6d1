# SPDX-License-Identifier: MPL-2.0
"""What the citizen's own plan says: states, whose turn, the ways to answer and what each of them asks, in Danish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.goals.followup import is_due
from bot.goals.goal import Change, Goal
from bot.goals.lifecycle import WHOSE_TURN, Act, Actor, State, Turn, allowed_acts
from bot.services.goals import waits_for_room
from bot.web.language import translated as _

STATES = {
    State.DRAFT: "Kun du kan se det.",
    State.SHARED: "Din bostøtte kan se det nu og har ikke svaret endnu.",
    State.SUGGESTED: "Din bostøtte foreslår andre ord.",
    State.ASKED: "Din bostøtte har et spørgsmål.",
    State.DECLINED: "Din bostøtte siger: ikke lige nu.",
    State.AGREED: "Din bostøtte siger ja. Nu er det din tur.",
    State.ACTIVE: "I har begge sagt ja. Målet er i gang.",
    State.PAUSED: "Målet holder pause.",
    State.REACHED: "Målet er nået.",
    State.DROPPED: "Målet er lagt væk.",
    State.WITHDRAWN: "Du har taget det tilbage. Din bostøtte kan ikke se det.",
}
WAITS = "Du har tre mål i gang, så det her venter, til der er plads."
TURNS = {
    Turn.CITIZEN: "Din tur", Turn.STAFF: "Din bostøttes tur", Turn.BOTH: "I gang", Turn.NOBODY: "Slut",
}
SHORT = {
    State.DRAFT: "Udkast", State.PAUSED: "Pause", State.REACHED: "Nået", State.DROPPED: "Lagt væk",
    State.WITHDRAWN: "Taget tilbage",
}
"""Said in place of whose turn it is."""
ENDED = frozenset({State.REACHED, State.DROPPED, State.WITHDRAWN})
_NEWS = {
    State.SUGGESTED: "Din bostøtte foreslår andre ord til et mål.",
    State.ASKED: "Din bostøtte har et spørgsmål til et mål.",
    State.DECLINED: "Din bostøtte har sagt »ikke lige nu« til et mål.",
    State.AGREED: "Din bostøtte har sagt ja til et mål.",
    State.DRAFT: "Et udkast ligger klar. Kun du kan se det.",
}
NOTHING_NEW = "Her står dine ønsker og delmål."
NOTHING_YET = "Her kan dine ønsker og delmål stå, når du har nogle."
DUE = "I kan se på et mål igen. Det kan også vente."
_OPTIONAL = "Vil du skrive hvorfor? Det behøver du ikke."


@dataclass(frozen=True)
class Answer:
    """One way to answer: `label` leads to it, `asks` names the field for words (none without it), `says` sends it."""

    label: str
    says: str = ""
    asks: str = ""
    needs: bool = False
    hint: str = ""


ANSWERS: dict[Act, Answer] = {
    Act.YES: Answer("Ja, sådan skal det være"),
    Act.START: Answer("Sæt målet i gang"),
    Act.RESUME: Answer("Tag målet op igen"),
    Act.REPLY: Answer("Svar på spørgsmålet", "Send mit svar", "Mit svar", True),
    Act.OWN_WORDING: Answer(
        "Skriv det med mine egne ord", "Send mine ord", _OPTIONAL,
        hint="Din bostøtte får dine ord at se og svarer igen."),
    Act.NO: Answer(
        "Nej, det skal ikke være et mål", "Sig nej til målet", _OPTIONAL,
        hint="Så kan din bostøtte ikke se det mere. Dit ønske bliver stående her."),
    Act.NOTICE: Answer(
        "Jeg har taget et lille skridt", "Skriv det ned", "Hvad gjorde du?", True,
        "Et lille skridt er også et skridt."),
    Act.COMMENT: Answer(
        "Skriv til min bostøtte om målet", "Send", "Det vil jeg sige", True,
        "Din bostøtte kan læse det, når de ser på målet."),
    Act.PAUSE: Answer(
        "Hold pause med målet", "Hold pause", _OPTIONAL, hint="Du kan altid tage det op igen."),
    Act.REACH: Answer("Målet er nået", "Ja, det er nået", "Vil du skrive et par ord om det? Det behøver du ikke."),
    Act.DROP: Answer("Læg målet væk", "Læg det væk", _OPTIONAL, hint="Det er helt i orden. Et mål må gerne slippes."),
    Act.NOT_MY_WISH: Answer(
        "Det er ikke mit ønske", "Fjern ønsket", hint="Så står ønsket ikke over målet mere. Målet bliver."),
    Act.TAKE_BACK: Answer(
        "Tag det tilbage", "Tag det tilbage", hint="Så kan din bostøtte ikke se det mere."),
}
THROW_AWAY = Answer(
    "Jeg vil ikke have udkastet", "Fjern udkastet", hint="Så er det ikke et udkast mere. Dit ønske bliver stående.")
_REWORD_A_DRAFT = Answer(
    "Ret ordene", "Gem mine ord", hint="Kun du kan se det, til du deler det.")
_KEEP_OR_REWORD = Answer(
    "Behold mine egne ord, eller skriv nye", "Send mine ord", _OPTIONAL,
    hint="Her står dine egne ord. Du kan sende dem, som de er. Din bostøtte får dem at se og svarer igen.")


def answer_for(act: Act, goal: Goal) -> Answer:
    """The way to answer as it is called for a goal in its state."""
    if act is Act.TAKE_BACK and goal.state is State.DRAFT:
        return THROW_AWAY
    if act is Act.OWN_WORDING and goal.state is State.DRAFT:
        return _REWORD_A_DRAFT
    return _KEEP_OR_REWORD if act is Act.OWN_WORDING and goal.state is State.SUGGESTED else ANSWERS[act]


DONE: dict[str, str] = {
    Act.YES: "Du har sagt ja.", Act.OWN_WORDING: "Dine ord er sendt til din bostøtte.", Act.REPLY: "Dit svar er sendt.",
    Act.NO: "Du har sagt nej til målet.",
    Act.TAKE_BACK: "Det er taget tilbage. Din bostøtte kan ikke se det mere, og du kan dele det igen.",
    Act.START: "Målet er i gang.",
    Act.PAUSE: "Målet holder pause nu.", Act.RESUME: "Målet er i gang igen.", Act.REACH: "Målet er nået.",
    Act.DROP: "Målet er lagt væk.", Act.FOLLOW_UP: "Det er gemt.", Act.NOTICE: "Dit skridt er skrevet ned.",
    Act.COMMENT: "Din besked er sendt.", Act.NOT_MY_WISH: "Ønsket er taget af.",
    Act.SHARE: "Det er delt med din bostøtte. Du kan tage det tilbage igen.",
    "reworded": "Dine ord er gemt. Kun du kan se det.",
}
_FIRST = (Act.YES, Act.START, Act.REPLY, Act.OWN_WORDING, Act.NO, Act.RESUME, Act.NOTICE)
"""Shown at once; the rest is under "Andet"."""
_ON_ITS_WAY = (State.ACTIVE, State.PAUSED)
ITEMS = {
    "heard": "Jeg blev hørt", "mattered": "Vi talte om det, der er vigtigt for mig",
    "suited": "Måden passede til mig", "brought": "Jeg fik noget med herfra",
}
ENDS = ("slet ikke", "helt")


def answers_of(goal: Goal, has_room: bool) -> tuple[list[Act], list[Act]]:
    """(what is offered at once, what is offered under "Andet") of what the citizen may do now."""
    may = [act for act in allowed_acts(goal.state, Actor.CITIZEN) if act in ANSWERS and _fits(act, goal, has_room)]
    first = [act for act in may if act in _FIRST and not (act is Act.OWN_WORDING and goal.state in _ON_ITS_WAY)]
    return first, [act for act in may if act not in first]


def _fits(act: Act, goal: Goal, has_room: bool) -> bool:
    """A yes is asked for once; then the goal waits for room, and is started when there is."""
    waits = waits_for_room(goal)
    holds = {Act.NOT_MY_WISH: goal.wish is not None, Act.YES: not waits, Act.START: waits and has_room}
    return {**holds, Act.RESUME: has_room}.get(act, True)


def turn_of(goal: Goal) -> str:
    """Whose turn it is, in two words."""
    return _(SHORT.get(goal.state, TURNS[WHOSE_TURN[goal.state]]))


def news_of(goal: Goal, on: date) -> str:
    """What the citizen may want to look at, in a sentence; empty for nothing."""
    return _(_news_of(goal, on))


def _news_of(goal: Goal, on: date) -> str:
    if waits_for_room(goal):
        return ""
    return _NEWS.get(goal.state, DUE if is_due(goal, on) else "")


def news(goals: Sequence[Goal], on: date) -> str:
    """What is new in the plan, in a sentence, for the page of the talk."""
    told = {_news_of(goal, on) for goal in goals}
    found = next((one for one in (*_NEWS.values(), DUE) if one in told), "")
    return _(found or (NOTHING_NEW if goals else NOTHING_YET))


def last_of_staff(goal: Goal) -> list[Change]:
    """What staff have done or written since the citizen last did something, oldest first."""
    found: list[Change] = []
    for change in reversed(goal.history):
        if change.actor is Actor.CITIZEN:
            break
        found.insert(0, change)
    return found
