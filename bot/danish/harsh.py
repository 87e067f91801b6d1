# SPDX-License-Identifier: MPL-2.0
"""Closed lists of what somebody says of themselves in self-blame, which must not be said back to them."""

from __future__ import annotations

import re

_WORTHLESS = (
    "doven dum dumme idiot taber tabere fiasko klam grim ulækker ubrugelig værdiløs håbløs svag "
    "pinlig latterlig ynkelig egoist egoistisk elendig forfærdelig ond psykopat nar tåbe kujon "
    "skændsel byrde belastning besvær idiotisk fed tyk mislykket uduelig umulig freak spasser klaphat "
    "parasit nasser møgunge svin luder skravl umoden patetisk rådden klovn nul nobody skuffelse skod "
    "lort møg kikset sinke tykhovedet pestilens svin junkie fulderik drukkenbolt fjols vrag katastrofe udskud "
    "slapsvans snylter svækling bærme talentløs uintelligent utilregnelig inkompetent uelskelig "
    "ligegyldig uønsket uværdig sindssyg"
)
_W = "(?:" + "|".join(_WORTHLESS.split()) + ")"
# What it catches, and how. Each is about the citizen, never about others or about things ("det er dumt").
HARSH_FORMS: tuple[tuple[str, str], ...] = (
    ("a harsh word for oneself", rf"\bjeg (?:er|var|bliver|føler mig|føles)(?: \w+){{0,4}} {_W}\b"),
    ("the same, verb first", rf"\b(?:er|føler) (?:jeg|mig)(?: \w+){{0,3}} {_W}\b"),
    ("the same, subject dropped", rf"^(?:er|føler mig)(?: \w+){{0,3}} {_W}\b"),
    (
        "good for nothing",
        r"\bjeg (?:dur|duer|kan|er)(?: \w+){0,2} (?:ikke|aldrig)"
        r"(?! (?:overskue|mærke|huske|sove|spise|nå|love|vælge|se|lave|sige)\b)(?: \w+){0,2} "
        r"(?:til )?(?:noget|en skid)(?: som helst)?$",
    ),
    ("good for nothing", r"\bkan (?:\w+ )?(?:ikke|aldrig) finde ud af noget(?: som helst)?$"),
    ("good for nothing", r"\bjeg (?:dur|duer|duede)\b[^.]*\b(?:ikke|intet|ingenting)\b"),
    (
        "nobody wants me",
        r"\b(?:ingen|ikke nogen|alle|folk|de)\b[^.,]{0,60}\b(?:gider|elsker|kan lide|kan holde ud|savner|"
        r"hader|afskyr|vil have|væmmes ved|griner ad|griner af|er ligeglade med|er trætte af)"
        r"(?: \w+){0,2} mig\b",
    ),
    (
        "hates oneself",
        r"\bjeg (?:\w+ )?(?:hader|væmmes ved|skammer mig over|afskyr)"
        r"(?: \w+)? "
        r"(?:mig selv|mit liv|min krop)\b",
    ),
    ("wrong by nature", r"\b(?:noget|alt) (?:er )?(?:\w+ )?(?:galt|forkert) med mig\b"),
    ("wrong by nature", r"\bjeg er (?:\w+ )?(?:forkert|gal i hovedet)\b"),
    (
        "ruins everything",
        r"\bjeg (?:\w+ )?(?:ødelægger|ødelagde|har ødelagt|fucker|fuckede|har fucket|forpester) "
        r"(?:\w+ )?(?:alt|det hele|alting)\b",
    ),
    (
        "a burden to others",
        r"\bjeg (?:\w+ )?er (?:\w+ )?(?:\w+ )?"
        r"(?:til besvær|til grin|i vejen|ingenting værd|intet værd|noget værd|skyld i alt)\b",
    ),
    (
        "a bad person",
        r"\bjeg (?:\w+ )?(?:er|var)(?: \w+){0,3} (?:dårlig|dårligt|elendig|elendigt|forfærdelig) "
        r"(?:mor|far|ven|veninde|kæreste|søn|datter|menneske|person)\b",
    ),
    (
        "takes the blame",
        r"\b(?:det|det hele|alt|alting) (?:er|var) (?!ikke)(?:\w+ ){0,3}?mig,? (?:selv )?(?:der|som) (?:\w+ ){0,3}?"
        r"(?:ødelagt|ødelægger|ødelagde|skyld|skylden|problemet|galt?|forkert|fejl|fucket|dum|svigtet|svigter|fejlet)\b",
    ),
    (
        "takes the blame",
        r"\b(?:det|alt|det hele|alting) (?:er|var) (?!ikke)(?:(?!ikke\b)\w+ ){0,3}min (?:egen )?(?:skyld|fejl)\b",
    ),
    ("takes the blame", r"\bjeg (?:\w+ )?(?:er|var|har) (?:(?!ikke\b)\w+ ){0,3}skyld(?:en)? (?:i|for)\b"),
    ("takes the blame", r"\bjeg (?:\w+ )?er (?:(?!ikke\b)\w+ )?(?:problemet|min egen værste fjende)\b"),
    ("takes the blame", r"\b(?:takke mig selv for|selv (?:\w+ )?ude om det)\b"),
    ("ought to be ashamed", r"\bjeg (?:burde|bør|skulle|skal) (?!ikke)(?:\w+ ){0,2}skamme mig\b"),
    ("ought to be ashamed", r"\b(?:burde|bør|skulle) jeg (?!ikke)(?:\w+ ){0,2}skamme mig\b"),
    ("ought to be ashamed", r"\bjeg skammer mig over (?:mig selv|at være|den jeg er|hvem jeg er)\b"),
    (
        "has ruined it",
        r"\bjeg (?:\w+ ){0,3}(?:ødelagt|smadret|spildt|fucket) (?:\w+ ){0,2}?(?:det|det hele|alt|alting|mit liv|"
        r"familien|forholdet|mit forhold|mit ægteskab|det for (?:dem|alle|andre|mine \w+|min \w+|os|ham|hende))$",
    ),
    (
        "has failed others",
        r"\bjeg (?:(?!bliver\b|blev\b|blevet\b|er\b|ikke\b|aldrig\b|føler\b)\w+ ){0,3}"
        r"(?:svigter|svigtet|svigtede|skuffer|skuffet|skuffede|fejlet som|fejler som)"
        r" (?:altid |bare |også )?(?:alle|mine|min|mit|dem|ham|hende|familien|folk|andre|mor|far|mig selv)\b",
    ),
    ("wrong in all", r"\bjeg (?:\w+ )?gør (?:\w+ )?(?:alt|alting|det hele|altid alt) forkert\b"),
    ("wrong in all", r"\b(?:kan|gør) (?:jeg )?(?:\w+ )?(?:ikke|aldrig) (?:gøre )?noget rigtigt\b"),
    (
        "not enough",
        r"\bjeg (?:\w+ )?(?:er|var|føler mig) (?:\w+ )?(?:ikke|aldrig) (?:\w+ )?"
        r"(?:god|klog|dygtig|smart|køn|pæn|stærk) nok\b(?! til)",
    ),
    (
        "good for nothing",
        r"\bjeg (?:\w+ )?er (?:\w+ )?(?:til (?:ingen|ingen som helst) nytte|ingenting|intet|en skid værd)$",
    ),
    ("good for nothing", r"\bjeg spilder (?:\w+ )?(?:alles|folks|deres|hendes|hans|jeres|andres|din) tid\b"),
    (
        "better without me",
        r"\b(?:bedre|nemmere|lettere|gladere|lykkeligere)(?: stillet| tjent| af)? (?:uden|foruden) mig\b",
    ),
    ("a burden to others", r"\bjeg (?:\w+ )?er (?:\w+ )?en (?:plage|skam|klods)\b"),
    ("deserves it", r"\b(?:min egen skyld|fortjener (?:\w+ )?(?:ikke|det)|jeg er ikke værd)\b"),
)
HARSH = tuple((what, re.compile(form, re.IGNORECASE)) for what, form in HARSH_FORMS)
