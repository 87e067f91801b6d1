# SPDX-License-Identifier: MPL-2.0
"""Puts a time first in a main clause, its verb second: "På tirsdag, når jeg har fri, ringer jeg til koret"."""

from __future__ import annotations

import re

SUBJECT_AND_VERB = re.compile(
    r"(?P<who>Jeg|(?:(?:[Mm]in|[Mm]it|[Mm]ine) )?[^\W\d_]+ og jeg) (?P<verb>"
    r"(?:ringer|går|kommer|sidder|står|ligger|cykler|kører|løber|skriver|spiser|tager)\b(?= og )"
    r"|[^\W\d_]+(?: og [^\W\d_]+r\b)?)")
"""Two verbs of one object stay together ("lærer og bruger jeg den"); "ringer og spørger" does not."""
_TOLD = re.compile(
    r",|\s(?:at|der|som|hvad|hvor|hvem|hvordan|hvornår|hvilken|hvilket|hvilke|så|end|i stedet for|uden)\s"
    r"|\som\s(?!(?:ugen|dagen|måneden|året|natten|en|et|\d+|[^\W\d_]+en)(?!\w))", re.IGNORECASE)


_DAY_OF_MONTH = re.compile(r"^d\. ?(?=\d)", re.IGNORECASE)
"""A sentence opens with "Den 12.", not with "D. 12."."""


def says_more(main: str) -> bool:
    """Whether something is told in the clause, so that what stands last would be read as belonging there."""
    return bool(_TOLD.search(main))


def fronted(main: str, plain: str, clause: str) -> str | None:
    """The time first, then verb, subject and the rest; None where the clause does not open with subject and verb."""
    opens = SUBJECT_AND_VERB.match(main)
    first = ", ".join(filter(None, (_DAY_OF_MONTH.sub("den ", plain), clause)))
    if opens is None or not first:
        return None
    ends = "," if clause or "," in plain else ""
    who = opens["who"] if opens["who"] != "Jeg" else "jeg"
    who = re.sub(r"^M(?=in |it |ine )", "m", who)
    return f"{first[:1].upper()}{first[1:]}{ends} {opens['verb']} {who}{main[opens.end() :].rstrip()}"
