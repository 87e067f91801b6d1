# SPDX-License-Identifier: MPL-2.0
"""What the citizen's own plan calls things, in Danish."""

from __future__ import annotations

from bot.goals.lifecycle import Act, State
from bot.web.desk_words import day, number

STATES = {
    State.DRAFT: "Kun du kan se det.",
    State.SHARED: "Din bostøtte kan se det nu og har ikke svaret endnu.",
    State.SUGGESTED: "Din bostøtte foreslår andre ord. Nu er det din tur.",
    State.ASKED: "Din bostøtte har et spørgsmål. Nu er det din tur.",
    State.DECLINED: "Din bostøtte siger: ikke lige nu.",
    State.AGREED: "Din bostøtte siger ja. Nu er det din tur.",
    State.ACTIVE: "I har begge sagt ja. Målet er i gang.",
    State.PAUSED: "Målet holder pause.",
    State.REACHED: "Målet er nået.",
    State.DROPPED: "Målet er lagt væk.",
    State.WITHDRAWN: "Du har taget det tilbage.",
}
ANSWERS = {
    Act.YES: "Ja, sådan skal det være",
    Act.OWN_WORDING: "Skriv det om",
    Act.REPLY: "Svar",
    Act.NO: "Nej, det skal ikke være et mål",
    Act.TAKE_BACK: "Tag det tilbage",
}
NEEDS_WORDS = frozenset({Act.OWN_WORDING, Act.REPLY})
STEPS = {
    Act.FOLLOW_UP: "Gem",
    Act.NOTICE: "Jeg har taget et lille skridt",
    Act.PAUSE: "Hold pause med målet",
    Act.RESUME: "Tag det op igen",
    Act.REACH: "Målet er nået",
    Act.DROP: "Læg målet væk",
}
RATING = {
    "heard": "Blev du hørt?",
    "mattered": "Handlede det om det, der er vigtigt for dig?",
    "suited": "Passede måden at snakke på til dig?",
    "brought": "Fik du noget ud af det?",
}
NO_NUMBER = "Skriv et tal fra 0 til 10."
NO_PDF = "Der kan ikke laves PDF her lige nu. Du kan printe siden i stedet."
ANSWERED = "Din bostøtte har svaret dig"
DRAFTED = "Dine ord til et delmål ligger klar"
THERE = "Se dine ønsker og delmål"

__all__ = ["ANSWERS", "NEEDS_WORDS", "RATING", "STATES", "STEPS", "day", "number"]
