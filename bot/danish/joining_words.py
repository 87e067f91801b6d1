# SPDX-License-Identifier: MPL-2.0
"""Closed lists for joining: what may be said once, which words are things, and verbs in present and past."""

from __future__ import annotations

from bot.danish import words
from bot.danish.step_words import PRESENT_IRREGULAR, VERBS
from bot.danish.verbs import VERB_ROWS
from bot.danish.words import bag

INFINITIVES = words.INFINITIVES | VERBS
PRESENT = {verb: f"{verb}r" for verb in VERBS} | {row[0]: row[1] for row in VERB_ROWS} | PRESENT_IRREGULAR
PAST = {
    "kan": "kunne", "vil": "ville", "skal": "skulle", "må": "måtte", "bør": "burde", "tør": "turde",
    "har": "havde", "er": "var", "får": "fik", "bliver": "blev",
}  # fmt: skip
# A second verb that tells a time, or a clause that has one: it would have to change too.
STOPS_PAST = (
    words.COUNTED_FINITE
    | words.NOUNS_TOO
    | words.QUESTION_WORDS
    | bag("når hvis om men fordi selvom så kan vil skal må bør tør , ved")
) - {"så", "ved"}

# What a sentence cannot go on with behind "og".
OPENS_NO_MAIN = words.LINK_MODIFIERS - {"især", "netop"} | bag("og men eller at som fordi selvom for")
SHARED_MODALS = bag("vil ville kan kunne skal skulle")
SHARED_ADVERBS = bag("gerne godt bare også nok helst")
# "du vil gå … og se" is read as one doing, and "du vil kunne … og se" as two abilities: never shortened.
ONE_DOING = bag(
    "gå sidde ligge stå komme tage prøve være løbe køre rejse ringe begynde skulle kunne ville turde lade cykle lære"
)
LISTING_VERBS = bag("savner mangler har elsker")
OWNERS = bag("en et din dit dine")
FELT = bag(
    "træt ensom bange ked glad stolt vred sur utryg nervøs stresset flov trist rolig alene rastløs syg udmattet "
    "deprimeret frustreret skuffet forvirret"
) - {"ked"}
STOPS_SHARING = bag("og eller men at som der hvor hvis når fordi uden ikke aldrig ingen hverken for så ,")

# Verbs that say too little alone ("have"), and words that are things when they are said alone or first.
NOT_ALONE = bag(
    "have få være blive kunne ville skulle måtte turde gøre gide lade burde tage give finde se komme sætte holde "
    "lave bruge føle prøve begynde synes vide slippe"
)
NOT_LIKE_VERBS = bag("ro så save tro mad veje sig ha")
# No wish ends with these.
BREAKS_OFF = bag("også gid kun som der og at hvor hvis når fordi en et min mit mine din dit dine")
# Behind "jeg vil have" these are got, not had.
GOT = bag("hjælp svar besøg lov besked ro")
# Behind "og" these may be a thing as well: "hjælp og støtte", "mad og drikke".
AFTER_AND = bag(
    "drikke have stille veje arbejde bade så ro save tro støtte hvile"
    " hygge glæde pleje drømme tanke ånde mad ikke aldrig"
)

# No thing ends with these, unless a clause or "at" hangs on it ("nogen at tale med").
NOT_LAST = (
    words.ADVERBS
    | words.PREPOSITIONS
    | bag(
        "igen mere tilbage hjem væk ud op ned alene snart ind længere hjemme ude inde sammen her der tit fri og eller"
    )
)
NOUN_OPENERS = bag("en et min mit mine nogen nogle noget to tre ingen")
MEASURES = bag(
    "mere mindre bedre flere færre lidt nok mange god godt gode nye nyt ny indre ægte rigtige rigtig egen eget fast"
)
NOUNS = bag(
    "ro fred venner venskaber kontakt struktur overskud penge energi søvn hjælp støtte tid tryghed frihed glæde job "
    "arbejde hverdag liv lejlighed hus hund kat kæreste familie økonomi orden styr motion selvtillid selvværd mening "
    "indhold fællesskab selskab nærhed kærlighed omsorg fritid ferie uddannelse praktik samvær plads luft rutiner "
    "vaner råd kræfter mod lyst livsglæde balance stabilitet kontrol forståelse respekt tillid helbred humør appetit "
    "form dage nætter ting oplevelser sundhed kost mad tøj bolig netværk relationer interesser fokus koncentration "
    "hygge sjov latter musik natur sex varme lys fridage timer besøg snak samtaler mennesker børn børnebørn gæster "
    "bekymringer angst stress gæld uro ensomhed konflikter larm medicin smerter"
)
# Compounds end in these: "fritidsarbejde", "nattesøvn".
NOUNS_FIRST = tuple(sorted(noun for noun in NOUNS - bag("ting form plads") if len(noun) > 3))
