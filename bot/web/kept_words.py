# SPDX-License-Identifier: MPL-2.0
"""What is kept, in words for its citizen: times, labels, states of goals, and what staff looked up and what for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from babel.dates import format_date, format_datetime

from bot.care.staffed_hours import DENMARK
from bot.codebook import THEME_NAMES, Intent, Safety, Talk, Theme
from bot.records import LookedUp
from bot.web.language import language
from bot.web.language import translated as _

TALKS = {
    Talk.DESIRE: "et ønske", Talk.ABILITY: "noget, du kan", Talk.REASON: "en grund", Talk.NEED: "et behov",
    Talk.COMMITMENT: "noget, du vil gøre", Talk.ACTIVATION: "at du er på vej",
    Talk.TAKING_STEPS: "et skridt, du har taget", Talk.SUSTAIN: "noget, der gør det svært",
}
SAFETIES = {Safety.NONE: "", Safety.CONCERN: "måske noget svært", Safety.ACUTE: "måske fare"}
INTENTS = {
    Intent.DELETE_DATA: "du ville slette", Intent.STOP: "du ville stoppe", Intent.ASK_HUMAN: "du bad om et menneske",
    Intent.PAUSE: "du ville holde pause", Intent.SKIP: "du ville springe over", Intent.CORRECT: "du rettede noget",
    Intent.CONFUSED: "du var i tvivl om, hvad der blev ment", Intent.ASK_PRIVACY: "du spurgte, hvem der læser med",
    Intent.ASK_BOT: "du spurgte til programmet", Intent.ASK_ADVICE: "du bad om råd", Intent.RATE: "du gav et tal",
    Intent.SHARE: "du fortalte noget", Intent.OBJECT: "du sagde fra", Intent.DONT_KNOW: "du vidste det ikke",
    Intent.AFFIRM: "du sagde ja", Intent.DENY: "du sagde nej", Intent.THANK: "du sagde tak",
    Intent.GREET: "du sagde hej", Intent.GOODBYE: "du sagde farvel", Intent.OFF_TOPIC: "du talte om noget andet",
}
ACTS = {
    "share": "Du delte det", "take_back": "Du tog det tilbage", "agree": "Din bostøtte sagde ja",
    "suggest": "Din bostøtte foreslog andre ord", "ask": "Din bostøtte spurgte",
    "not_now": "Din bostøtte sagde: ikke lige nu", "yes": "Du sagde ja",
    "own_wording": "Du skrev det om", "reply": "Du svarede", "no": "Du sagde nej",
    "start": "Målet gik i gang", "confirm": "Du sagde ja til ordene", "follow_up": "I så på, hvordan det går",
    "notice": "Et lille skridt blev skrevet ned", "pause": "Målet kom på pause", "resume": "Målet gik i gang igen",
    "reach": "Målet blev nået", "drop": "Målet blev lagt væk", "comment": "Der blev skrevet en bemærkning",
    "not_my_wish": "Du sagde, at det ikke var dit ønske",
}
_LOOK_UPS = {
    "goal.read list": "så et mål, du har delt, på en liste",
    "goal.read review": "læste et mål, du har delt, for at svare dig",
    "goal.read changes": "hentede nyt om et mål, du har delt, til et andet system i kommunen",
    "plan.read plan": "læste din plan", "plan.read print": "hentede din plan til papir",
    "plan.read calendar": "hentede din plan til en kalender",
    "goals.export csv": "hentede dine delte mål som en tabel",
    "goals.export fhir": "hentede dine delte mål til journalen",
    "goals.export meeting": "læste det, du har delt, før et møde",
    "quotes.read review": "læste dine ord, som du har delt",
    "summary.read review": "læste samtalen i korte træk, som du har delt",
    "moves.read why": "så, hvorfor programmet spurgte, som det gjorde, uden dine ord",
    "alert.read list": "så en besked om fare, uden dine ord", "alert.see": "skrev, at beskeden om fare er set",
    "invitation.make": "lavede en kode til dig", "citizen.call": "skrev, hvad de ansatte kalder dig",
    "peer.join": "kom ind i samtalen som peer, fordi du viste en kode", "peer.end": "gik ud af samtalen igen",
    "alert.make": "bad din bostøtte om at komme til, mens I sad sammen",
}
_ACTS_OF_STAFF = {
    "goal.agree": "sagde ja til et mål", "goal.suggest": "foreslog andre ord til et mål",
    "goal.ask": "stillede et spørgsmål om et mål", "goal.not_now": "sagde »ikke lige nu« til et mål",
    "goal.comment": "skrev en bemærkning til et mål",
}
SOMETHING = "gjorde noget andet"
_OF_A_GOAL = "skrev noget om, hvordan det går med et mål"


def look_up(act: str, purpose: str) -> str:
    """What somebody of the staff did, after "En ansat …"; never who."""
    found = _LOOK_UPS.get(f"{act} {purpose}".strip()) or _LOOK_UPS.get(act) or _ACTS_OF_STAFF.get(act)
    return _(found or (_OF_A_GOAL if act.startswith("goal.") else SOMETHING))


def by_day(look_ups: Iterable[LookedUp]) -> list[tuple[str, str, int]]:
    """(day, what was done, how many times), newest day first: twenty looks at a list on one day are one line."""
    counted = Counter((day(one.at), look_up(one.act, one.purpose)) for one in reversed(list(look_ups)))
    return [(on, what, times) for (on, what), times in counted.items()]


def day(at: date | datetime) -> str:
    """"3. maj 2026", by clocks in Denmark."""
    local = at.astimezone(DENMARK) if isinstance(at, datetime) else at
    return str(format_date(local, _("d. MMMM y"), locale=language()))


def moment(at: datetime) -> str:
    """"3. maj 2026 kl. 14.05", by clocks in Denmark."""
    return str(format_datetime(at.astimezone(DENMARK), _("d. MMMM y 'kl.' H.mm"), locale=language()))


def read_as(talk: list[str], themes: list[str], safety: str, intent: str) -> str:
    """How the program read a message: "du fortalte noget; et ønske; familie og venner"."""
    parts = [INTENTS[Intent(intent)], *(TALKS[Talk(one)] for one in talk),
             *(THEME_NAMES[Theme(one)] for one in themes), SAFETIES[Safety(safety)]]
    return "; ".join(_(part) for part in parts if part)


def why_to_you(why: str) -> str:
    """Why the program answered as it did, said to the citizen: "Borgeren tøver" as "du tøver"."""
    for before, after in _TO_YOU:
        why = why.replace(before, after)
    return why[:1].lower() + why[1:]


_TO_YOU = (
    ("Borgerens", "Dine"), ("borgerens", "dine"), ("Borgeren", "Du"), ("borgeren", "du"), (" sig selv", " dig selv"),
    ("Inddrag nu", "Inddrag Nu"),
)
IN_WORDS = {
    "why_to_you": why_to_you, "day": day, "moment": moment, "read_as": read_as, "by_day": by_day, "acts": ACTS,
    "themes": THEME_NAMES,
}
"""For the templates."""
