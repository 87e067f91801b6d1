# SPDX-License-Identifier: MPL-2.0
"""Follow-up: what happened since, a number of the citizen's own, what helped; then keep, change or drop."""

from __future__ import annotations

import re

from bot.codebook import Intent, Statement
from bot.mi.conversation import Ask, Conversation, Process, Way
from bot.mi.correcting import amount_changed, day_changed, without_its_day
from bot.mi.move import Act, Move
from bot.mi.planning import begin
from bot.mi.saying import asks_to_change, leaves_it, says_yes

_KEEP = re.compile(r"\b(behold\w*|beholde|fortsæt\w*|fortsætte|blive ved|bliver ved|køre? videre|holde fast)\b", re.I)
_OTHERWISE = re.compile(
    r"\b(?:mindre|kortere|lettere|nemmere|færre|anderledes|noget andet|for (?:langt|meget|svært|stort)"
    r"|ændr\w*|lav\w* om|lav\w* (?:det|den|målet|aftalen) om|ikke så (?:langt|tit|meget|stort))\b", re.I)
_DROP = re.compile(r"\b(slip\w*|drop\w*|stoppe med|opgive|give slip|lægge det væk|smide)\b", re.I)


_NOT_YET = re.compile(
    r"\b(?:ikk?e?|ik) (?:\w+ ){0,2}(?:fået|købt|gjort|nået|kommet|ringet|skrevet|prøvet|været|begyndt"
    r"|sket|lykkedes|gået|i gang|gik|blev|turdet|endnu)\b"
    r"|\b(?:blev|gik|skete|kom|fik|nåede|gjorde|turde|ringede|købte) "
    r"(?:jeg |det |der |alts[åa] |jo |heller )*(?:ikk?e?|ik|ingenting|aldrig|intet)\b"
    r"|^\W*(?:nej|næ|ingenting|slet ikk?e?|intet|nope)\b", re.IGNORECASE)
_PARTLY = re.compile(
    r"\bhalvt?\b|\bhalvvejs\b|\bdelvist?\b|\bnæsten\b|\b(?:noget|en del|lidt) af (?:det|den|dem)\b"
    r"|\bbåde og\b|\bsådan da\b|\bkun (?:\w+ )?(?:én|en|et|to|første|halvdel\w*)\b"
    r"|\b(?:begyndte|prøvede|startede|gik derhen|kom)\b.{0,40}\bmen\b", re.IGNORECASE)


def note_how_it_went(conversation: Conversation, statement: Statement) -> None:
    """Whether what was agreed is done, partly or not yet, as told until it is asked about; the last word stands."""
    told_of = conversation.way is Way.FOLLOW_UP and not _ASKED_OF_IT & conversation.has_asked
    if not told_of or statement.intent in (Intent.AFFIRM, Intent.DONT_KNOW):
        return
    if _PARTLY.search(statement.text):
        conversation.went = "partly"
    elif _NOT_YET.search(statement.text):
        conversation.went = conversation.went or "not_yet"
    else:
        conversation.went = conversation.went or "done"


_ASKED_OF_IT = frozenset({Ask.HELPED, Ask.WENT_PARTLY, Ask.STILL_WANTED})


def answer_keep_change_drop(conversation: Conversation, statement: Statement) -> Move | None:
    """Keep it, find another step, or let it go: each is a good answer. None when none of them was said."""
    text = statement.text
    earlier = conversation.earlier.wording if conversation.earlier else ""
    if changed := day_changed(earlier, text) or amount_changed(without_its_day(earlier), text):
        begin(conversation)
        conversation.plan.take(conversation.turn, step=changed.rstrip("."), wording=changed)
        why = "Borgeren vil have en anden dag eller et andet omfang, og ordene læses op med det"
        return Move((Act("read_back_again", {"wording": changed}),), why, Ask.READ_BACK)
    if leaves_it(statement) or _DROP.search(text) or statement.intent is Intent.DENY:
        return _end(conversation, "let_go", "Borgeren vil slippe aftalen, og det er i orden")
    if asks_to_change(statement) or _OTHERWISE.search(text):
        return begin(conversation, Act("changed"))
    if _KEEP.search(text) or says_yes(statement):
        return _end(conversation, "kept", "Borgeren vil beholde aftalen, som den er")
    return None


def decides_early(conversation: Conversation, statement: Statement) -> Move | None:
    """Who says of their own accord that they keep, change or drop it is not asked for it afterwards."""
    early = conversation.way is Way.FOLLOW_UP and conversation.process is not Process.PLAN
    if not early or Ask.KEEP_CHANGE_DROP in conversation.has_asked or not _DECIDES.search(statement.text):
        return None
    return answer_keep_change_drop(conversation, statement)


_DECIDES = re.compile(
    r"\b(?:jeg vil|vil jeg|jeg kunne|lad os|jeg tror,? jeg vil) (?:\w+ ){0,2}"
    r"(?:beholde|fortsætte|blive ved|holde fast|slippe|droppe|stoppe med|lave (?:den|det|målet|aftalen) om|ændre)\b"
    r"(?! (?:min|mit|mine|at være|at have)\b)",
    re.IGNORECASE)


def _end(conversation: Conversation, act: str, why: str) -> Move:
    conversation.process = Process.CLOSE
    conversation.has_asked.add(Ask.KEEP_CHANGE_DROP)
    return Move((Act(act),), why)
