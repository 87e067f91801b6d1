# SPDX-License-Identifier: MPL-2.0
"""Whether a clause is half of what stands at both sides of a comma: "noget, danskerne har fundet på"."""

from __future__ import annotations

import re

from bot.danish import words


def is_torn_at_a_comma(text: str, begins: int, ends: int, given: list[tuple[int, int]]) -> bool:
    """Whether a clause leans on another at its comma that is not given: "noget, danskerne har fundet på".

    `given` are the places (from, to) in the text of all clauses that are given. A clause behind a comma that has no
    link and lacks what its last word asks for is a relative one: neither half of the two says the same alone.
    """
    behind = _CLAUSE_BEHIND_A_COMMA.match(text, ends)
    if behind and _lacks_its_object(behind[1]) and not any(begin >= behind.start(1) for begin, _ in given):
        return True
    begins += 3 * text[begins:].casefold().startswith("og ")
    before = text[:begins].rstrip()
    link = _AND.search(before)
    if link and len(text[begins:ends].split()) <= _WORDS_OF_A_HALF:
        return not any(end >= link.start() - 1 for _, end in given if end <= begins)
    if not before.endswith(",") or not _IS_A_PRONOUN.match(text, begins):
        return False
    return _lacks_its_object(text[begins:ends]) and not any(end >= len(before) - 1 for _, end in given if end <= begins)


def _lacks_its_object(clause: str) -> bool:
    """ "jeg har prøvet", "jeg agter at reparere", "danskerne har fundet på": short, and open at its end."""
    said = clause.casefold().split()
    open_at_its_end = said[-1] in words.PREPOSITIONS | (words.PARTICIPLES | words.INFINITIVES) - _NEED_NOTHING
    return len(said) <= _WORDS_OF_A_RELATIVE and open_at_its_end


_NEED_NOTHING = words.bag(
    "sovet sove gået gå kommet komme grædt græde ventet vente været være blevet blive bo boet arbejde arbejdet løbe "
    "løbet svømme svømmet cykle cyklet stå stået sidde siddet ligge ligget rejse rejst dø døde hvile hvilet begynde "
    "begyndt stoppe stoppet falde faldet snakke snakket tale talt synge sunget ryge røget drikke drukket spise spist")
_WORDS_OF_A_RELATIVE = 7
_AND = re.compile(r",? og$", re.IGNORECASE)
_WORDS_OF_A_HALF = 3
""""…, og jeg er køkkenbordet"."""
_IS_A_PRONOUN = re.compile(r"(?:jeg|vi|han|hun|man)\b", re.IGNORECASE)
_CLAUSE_BEHIND_A_COMMA = re.compile(
    r",\s*((?:jeg|vi|man|du|min \w+|mit \w+|mine \w+|[A-ZÆØÅ]\w+|\w+(?:erne|erens))"
    r" (?:\w+e[rd]e?|har|kan|vil|skal|må|er|var|havde|gik|fik|kom|sagde|ved|så|ser|går|får|tog|stod|sad)\b[^,.!?;\n]*)")
