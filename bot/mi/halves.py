# SPDX-License-Identifier: MPL-2.0
"""Whether a clause is half of what stands at both sides of a comma: "noget, danskerne har fundet på"."""

from __future__ import annotations

import re


def is_torn_at_a_comma(text: str, begins: int, ends: int, given: list[tuple[int, int]]) -> bool:
    """Whether a clause leans on another at its comma that is not given: "noget, danskerne har fundet på".

    `given` are the places (from, to) in the text of all clauses that are given. A clause without a link behind or
    before the comma may be a relative one, and half of it says something else.
    """
    behind = _CLAUSE_BEHIND_A_COMMA.match(text, ends)
    if behind and not any(behind.start(1) <= begin <= behind.end(1) for begin, _ in given):
        return True
    begins += 3 * text[begins:].casefold().startswith("og ")
    before = text[:begins].rstrip()
    link = _AND.search(before)
    if link and len(text[begins:ends].split()) <= _WORDS_OF_A_HALF:
        return not any(end >= link.start() - 1 for _, end in given if end <= begins)
    if not _IS_A_PRONOUN.match(text, begins):
        return False
    sentence = re.split(r"[.!?:;\n]", before)[-1]
    alone = len(re.split(r",", sentence.rstrip(","))[-1].split()) <= _WORDS_OF_A_CALL
    return before.endswith(",") and not alone and not any(end >= len(before) - 1 for _, end in given if end <= begins)


_AND = re.compile(r",? og$", re.IGNORECASE)
_WORDS_OF_A_HALF = 3
""""…, og jeg er køkkenbordet"."""
_WORDS_OF_A_CALL = 2
""""Nej, jeg …", "Kære program, jeg …"."""
_IS_A_PRONOUN = re.compile(r"(?:jeg|vi|han|hun|man)\b", re.IGNORECASE)
_CLAUSE_BEHIND_A_COMMA = re.compile(
    r",\s*((?:jeg|vi|man|du|min \w+|mit \w+|mine \w+|[A-ZÆØÅ]\w+|\w+(?:erne|erens))"
    r" (?:\w+e[rd]e?|har|kan|vil|skal|må|er|var|havde|gik|fik|kom|sagde|ved|så|ser|går|får|tog|stod|sad)\b)")
