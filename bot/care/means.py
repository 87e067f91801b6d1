# SPDX-License-Identifier: MPL-2.0
"""The words for a means of taking one's life: at hand, meant, named, or put away; and those for no trust in oneself.

`danger.py` reads them together with other words of one message, `services/escalating.py` after what was told before.
"""

from __future__ import annotations

import re

PILLS_MEANT = re.compile(
    r"\b(?:pille\w*|tabletter\w*|panodil\w*|benzo\w*|sovepille\w*)\b[^\0]{0,60}?"
    r"\b(?:(?:tænker|tænkt|overvejer|har lyst)(?: \w+){0,2} at (?:tage|sluge|spise) (?:dem|det hele|alle)\b"
    r"(?! (?:om|hver|til|senere|tidligere|igen|som|på|ved|sammen med)\b)"
    r"|(?:tage|tager|sluge|sluger) (?:dem alle\b|dem allesammen|alle sammen|dem på én gang))", re.IGNORECASE)
"""Pills, and in the same or the next sentence the thought of taking them; "jeg skal tage dem hver aften" is none."""
PILLS_THOUGHT_OF = re.compile(
    r"\b(?:pille\w*|tabletter\w*|panodil\w*|benzo\w*|sovepille\w*)\b[^.!?]{0,40}\b(?:liggende|ligger|gemt|fremme|skuffen"
    r"|skabet)\b.{0,60}?\b(?:tænker|tænkt|tænkte) (?:\w+ ){0,3}på (?:dem|det)\b", re.IGNORECASE)
"""Pills that lie somewhere, and have been thought of."""
PASSIVE_WISH = re.compile(
    r"\b(?:ikke (?:\w+ )?(?:skulle|skal|vil|behøvede at|gider|orker at|magter at) (?:være her|leve|være til|vågne)"
    r"|ikke (?:var|er) her|bedre uden mig|(?:nemmest|lettest|bedst|bedre|lettere|nemmere) for (?:alle|dem|andre)"
    r"|ikke vågne(?: op)?|bare være væk|være død|forsvinde)\b", re.IGNORECASE)
"""Said of oneself beside pills at hand, it is danger now."""
WISH_TO_DIE = re.compile(
    r"\b(?:lyst til at dø|vil (?:bare |gerne )?dø|ønsker at dø|(?:tage|ta) mit (?:eget )?liv|ikke leve (?:mere|længere)"
    r"|ikke være her mere|ende det(?: hele)?|begå selvmord)\b", re.IGNORECASE)
AT_HAND = re.compile(
    r"(?<!ingen )(?<!ikke )(?<!uden )"
    r"\b(?:(?P<pills>pillerne|piller|tabletterne|tabletter|panodiler\w*|medicinen)"
    r"|kniven?|rebet|et reb|barberblad\w*)"
    r"(?: \w+){0,3}? (?:her|klar|fremme|foran mig|i hånden|på bordet|ved siden af mig)\b", re.IGNORECASE)
"""Where the same message tells of both, it is now."""
PILLS_NAMED = re.compile(
    r"\b(?:jeg har|ligger|liggende|kigger|fundet|jeg tog|taget)\b.{0,30}\b(?:piller|pillerne|tabletter|tabletterne)\b"
    r"|\b(?:piller|pillerne|tabletter|tabletterne)\b.{0,30}\b(?:ligger|liggende|frem|klar|her|kigger)\b", re.IGNORECASE)
NAMED = re.compile(
    r"\b(?:barberblad\w*|kniv|kniven|reb|rebet|løkke\w*|skinnerne|togskinner\w*|pistol\w*|gevær\w*)\b", re.IGNORECASE)
NO_TRUST = re.compile(
    r"\bbange for (?:mig selv|hvad jeg (?:kan|kunne|ku) (?:finde på|gøre))"
    r"|\b(?:kan|tør) ikk?e? (?:stole på|passe på|være alene med) mig selv\b|\btør ikk?e? være alene\b", re.IGNORECASE)
HAS_NONE = re.compile(
    r"\b(?:ingen|ikke nogen|låst|gemt|afleveret|smidt|væk) (?:\w+ ){0,2}(?:piller|pillerne|kniv|tabletter)\b"
    r"|\b(?:piller|pillerne|tabletter|kniven)\b.{0,20}\b(?:låst|væk|afleveret|smidt|gemt)\b"
    r"|\b(?:min|mine) (?:piller|medicin) (?:virker|hjælper|gør|mod)\b", re.IGNORECASE)


def has_pills(text: str) -> bool:
    """Whether pills are named as there, and not as locked away or as none.

    By itself "jeg har taget mine piller" is an ordinary morning: only where danger is told of as well, or was before.
    """
    return bool(PILLS_NAMED.search(text)) and not HAS_NONE.search(text)
