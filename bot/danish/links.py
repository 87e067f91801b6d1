# SPDX-License-Identifier: MPL-2.0
"""The words one clause hangs on another by: "men", "og så", "fordi", "hver gang"."""

from __future__ import annotations

from bot.danish import words
from bot.danish.subjects import clause_at, subject_verb_at, verb_subject_at
from bot.danish.words import Tokens, low

LINKS = words.bag(
    "men og så fordi selvom hvis når for da mens indtil inden før siden efter eftersom medmindre skønt imens"
)

FIRM_LINKS = frozenset({("fordi",), ("når",), ("hvis",), ("selvom",)})
SURE_OPENINGS = words.SUBJECT_PRONOUNS | words.POSSESSIVES


def shy_link(parts: Tokens, i: int) -> bool:
    """ "efter min mor døde" opens a clause; "efter skilsmissen gik …" and "før var jeg …" do not."""
    sure = parts[i] in {"da", "mens"} or bool(set(parts[i + 1 : i + 2]) & SURE_OPENINGS)
    return sure and subject_verb_at(parts, i + 1)


def take_link(parts: Tokens) -> tuple[Tokens, Tokens]:
    """The link words a clause opens with ("men", "og så", "fordi") and the clause without them."""
    small = low(parts)
    if small[:2] in words.PAIRED_LINKS and subject_verb_at(small, 2):
        return parts[:2], parts[2:]
    i = int(small[0] in words.LINK_MODIFIERS and small[1:2] in FIRM_LINKS)
    while i < len(parts) - 1 and small[i] in LINKS and _is_link(small, i):
        i += 1
    if i and small[i - 1] in {"når", "hvis"} and small[i] == "bare" and subject_verb_at(small, i + 1):
        i += 1
    return parts[:i], parts[i:]


def _is_link(small: Tokens, i: int) -> bool:
    """ "før" and "så" are links before a clause, and other words otherwise."""
    if small[i] in words.SHY_SUBORDINATORS:
        return shy_link(small, i)
    if small[i] == "for":
        return subject_verb_at(small, i + 1) or small[i + 1] in words.AFTER_FOR
    return small[i] != "så" or clause_at(small, i + 1) or verb_subject_at(small, i + 1)
