# SPDX-License-Identifier: MPL-2.0
"""What a message does, read in the light of the question it answers: "det var det" after "noget mere?" is a no.

The trained reader sees one message without its question. Only an intent is read anew here, by words that leave no
doubt; talk, themes and danger stay as they were read, and nobody's yes to a wording is made out of a "men".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.codebook import Intent, Statement
from bot.danish.numbers import rating_in
from bot.danish.people import person_in
from bot.mi.conversation import Ask, Conversation, Process, Status
from bot.mi.saying import keeps_it, wants_less

_CLOSED = frozenset({Ask.PERMISSION, Ask.READ_BACK, Ask.GO_ON, Ask.OFFER})
_WORDS_OF_A_YES = 7
_WORDS_OF_A_NO = 12
_WORDS_OF_A_FAREWELL = 14
_YES = re.compile(
    r"(?:ja|jo|jep|okay|ok|fint|super|perfekt|selvfølgelig|klart|gerne|enig|stemmer|hvorfor ikke"
    r"|lad os (?:gøre|prøve) det|det passer|det må (?:vi|du|den) (?:gerne|godt)"
    r"|det (?:er|lyder) (?:helt |meget )?(?:fint|godt|rigtigt|okay|ok|en aftale)"
    r"|det (?:gør|prøver|vil|kan) jeg(?: gerne| godt)?)(?![\wæøå])", re.IGNORECASE)
_BUT = re.compile(
    r"\b(?:men|ikke|ikk|ik|hellere|næste|først|måske|lige|vente|noget andet|\w*\?)(?![\wæøå])", re.IGNORECASE)
_NO_MORE = re.compile(
    r"(?:nej|næ|næh|nope|ikk?e? (?:mere|andet)|der er ikke (?:mere|andet)|er (?:helt )?tom\b|tom\b|intet|ingenting"
    r"|(?:det|d) (?:var|er) (?:vist |nok |sådan set |bare )*(?:det|alt|hele historien)"
    r"|(?:nu|så) er (?:jeg|der) (?:løbet tør|tom|ikke mere)|(?:jeg er )?færdig|thats? it|that's it)(?![\wæøå])",
    re.IGNORECASE)
_NO_PLAN = re.compile(
    r"\bikk?e? (?:endnu|nu|lige nu|i ?dag|klar)\b|\b(?:vente|venter) (?:lidt|med)\b|\bikke klar\b"
    r"|\bikk?e? lave? (?:en |nogen |flere )*planer?\b|\blave?r ikke (?:en |nogen |flere )*planer?\b"
    r"|\blove for meget\b", re.IGNORECASE)
_FAREWELL = re.compile(
    r"\b(?:tak|farvel|hej hej|vi ses|vi skrives|ses|på gensyn|logger af|hav det godt|godnat)\b|\bhej$", re.IGNORECASE)
_NOT_NOW = re.compile(r"(?:nej|næ|næh|nope)\b", re.IGNORECASE)
_CALM = re.compile(
    r"\b(?:ikk?e? (?:nu|lige nu|her|i ?dag)|(?:er|har det|er jeg|har jeg det) (?:helt )?(?:okay|ok|fint|roligt?|godt)"
    r"|ingen planer|ikke i fare|helst være fri|ikke tale om|springe)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\?|\b(?:hvad|hva|hvordan|hvem|hvor|hvilke\w*|hvorfor|bør|burde"
    r"|(?:kan|vil|skal|må|har|får|er|ser|læser) (?:jeg|man|du|vi|hun|han|de|min|nogen))\b",
    re.IGNORECASE)
_GREETS = re.compile(
    r"\b(?:hej\w*|hey|hallo\w*|halløj\w*|hi|davs\w*|mojn|goddav|god ?(?:dag|morgen|aften|formiddag|eftermiddag)|yo|heej"
    r"|hello|velkommen|salam\w*|morn)\b", re.IGNORECASE)
_THANKS = re.compile(r"\btak|\btusind|\bthx|\bthank", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:ved|aner|kan) (?:\w+ ){0,2}ikk?e?\b|\bdunno\b|\bidk\b|\bpas\b|\bingen (?:ide|idé|anelse)\b|\bvedt? ik",
    re.IGNORECASE)
_UNSURE_FIRST = re.compile(
    r"(?:det |jeg )?(?:ved|aner) (?:jeg )?(?:det )?ikk?e?[ ,.!]+(?:men |måske |bare )", re.IGNORECASE)
"""Not knowing first, and then something: "jeg ved ikke. måske noget, der ikke kræver svar"."""
_WORDS_BEHIND = 4
_IT_IS_HARD = re.compile(r"(?:det|d) (?:er|var) svært\b", re.IGNORECASE)


def in_its_question(conversation: Conversation, statement: Statement) -> Statement:
    """The same message with the intent that it has as an answer to what was asked."""
    if statement.intent is Intent.DELETE_DATA and _NO_DO_NOT.match(statement.text):
        return replace(statement, intent=Intent.DENY, confidence=1.0)
    if conversation.turn > _JUST_BEGUN and _PLAIN_FAREWELL.fullmatch(statement.text.strip()):
        return replace(statement, intent=Intent.GOODBYE, confidence=1.0)
    if _WHO_READS.search(statement.text) and statement.intent not in _ORDERS:
        return replace(statement, intent=Intent.ASK_PRIVACY, confidence=1.0)
    if statement.intent in _RESTS and _TOLD_OF.search(statement.text):
        return replace(statement, intent=Intent.SHARE, confidence=1.0)
    intent = _answer_to(conversation, statement) or _without_its_word(statement)
    if intent is None or intent is statement.intent:
        return statement
    return replace(statement, intent=intent, confidence=1.0)


_NO_DO_NOT = re.compile(r"\W*(?:nej|næ)\b.*\b(?:slet|fjern) ikk?e?\b", re.IGNORECASE)
""""nej nej slet ik": a no, whatever word stands in it."""
_JUST_BEGUN = 1
_PLAIN_FAREWELL = re.compile(
    r"(?:(?:ok|okay|ja|nå|så)\W+)?(?:tak for (?:nu|i ?dag|snakken|denne gang|samtalen)|hej hej|farvel|vi ses|vi skrives"
    r"|ses|på gensyn|godnat)(?:\W+(?:tak|hej hej|farvel|vi ses))?\W*", re.IGNORECASE)
"""Nothing but a goodbye ends the talk, whatever question stood open."""
_RESTS = frozenset({Intent.PAUSE, Intent.SKIP})
_TOLD_OF = re.compile(
    r"\b(?:sige|bede|fortælle|spørge|forklare)\b.{0,40}\b(?:pause|hvile|vente|springe)\b"
    r"|\bpause\b.{0,30}\b(?:på|fra) (?:arbejdet|skolen|job\w*)", re.IGNORECASE)
"""To tell others that one needs a pause is no order to the bot."""
_WHO_READS = re.compile(
    r"(?:^|[.!?]\s+)\W*(?:altså |men |og |så )*"
    r"(?:(?:kan|ka|får|må) (?:min bostøtte|nogen|kommunen|personalet|de|hun|han|andre) (?:godt )?(?:se|læse|høre)"
    r"|(?:ser|læser) (?:min bostøtte|nogen|kommunen|personalet|andre) (?:det|med|hvad)"
    r"|er det (?:kommunen?|min bostøtte|staten|lægen) (?:der|som) (?:kan )?(?:ser?|læser?)\b"
    r"|er (?:der|det) (?:så )?nogen,? (?:der|som) (?:læser|ser)\b|(?:jeg )?spurgte,? (?:om )?hvem der (?:læser|ser)\b"
    r"|hvem (?:kan )?(?:læser?|ser?) )", re.IGNORECASE)
"""A plain question of who reads along is answered, whatever else it was taken for."""


def _answer_to(conversation: Conversation, statement: Statement) -> Intent | None:
    asked = conversation.asked
    if _is_farewell(statement) and conversation.status is Status.STOPPED:
        return Intent.GOODBYE
    if _is_farewell(statement) and conversation.process is Process.CLOSE and asked is None:
        return Intent.THANK if _THANKS.search(statement.text) else Intent.GOODBYE
    if asked is None and conversation.process is Process.EVOKE and statement.intent not in _ORDERS:
        return _anything_else(statement)
    read = _READ.get(asked) if asked and statement.intent not in _ORDERS else None
    return read(statement) if read else None


_ORDERS = frozenset({Intent.DELETE_DATA, Intent.STOP})
"""What is never read as anything else."""


def _is_farewell(statement: Statement) -> bool:
    """Thanks or a goodbye and nothing else, though a dog may be named in it."""
    short = statement.words <= _WORDS_OF_A_FAREWELL and not _BUT.search(statement.text)
    return short and bool(_FAREWELL.search(statement.text))


def _asks(statement: Statement) -> bool:
    return "?" in statement.text


def _closed(statement: Statement) -> Intent | None:
    """A yes put in other words than "ja"; never where a "men" or a "hellere" stands in it."""
    plain = statement.words <= _WORDS_OF_A_YES and not _BUT.search(statement.text)
    return Intent.AFFIRM if plain and _YES.match(statement.text.strip()) else None


def _permission(statement: Statement) -> Intent | None:
    return Intent.DENY if _NO_PLAN.search(statement.text) else _closed(statement)


def _anything_else(statement: Statement) -> Intent | None:
    short = statement.words <= _WORDS_OF_A_NO
    return Intent.DENY if short and _NO_MORE.match(statement.text.strip()) else None


def _happening_now(statement: Statement) -> Intent | None:
    """A no that begins with it and says that it is calm now; everything else stays as it was read."""
    said_no = _NOT_NOW.match(statement.text.strip()) and _CALM.search(statement.text)
    return Intent.DENY if said_no and not _asks(statement) else None


def _with_whom(statement: Statement) -> Intent | None:
    named = person_in(statement.text) or _THEIR_OWN.search(statement.text)
    return Intent.SHARE if statement.intent is Intent.ASK_HUMAN and named else None


_THEIR_OWN = re.compile(r"\bmin (?:støtte|kontakt)person\b", re.IGNORECASE)


def _smaller(statement: Statement) -> Intent | None:
    if statement.intent is not Intent.AFFIRM and (keeps_it(statement) or wants_less(statement)):
        return Intent.SHARE
    told = statement.intent is Intent.RATE and statement.words > _WORDS_OF_A_RATING
    return Intent.SHARE if told or (statement.intent is Intent.RATE and rating_in(statement.text) is None) else None


_WORDS_OF_A_RATING = 2
_READ: dict[Ask, Callable[[Statement], Intent | None]] = {
    **dict.fromkeys(_CLOSED, _closed),
    Ask.PERMISSION: _permission,
    Ask.ANYTHING_ELSE: _anything_else,
    Ask.HAPPENING_NOW: _happening_now,
    Ask.WITH_WHOM: _with_whom,
    Ask.SMALLER: _smaller,
    Ask.STEP: _with_whom,
}


_WHY_A_MACHINE = re.compile(
    r"\bhvorfor (?:skal|ska) (?:jeg|man) .{0,30}\b(?:maskine\w*|robot\w*|computer\w*|program\w*|bot|ai)\b",
    re.IGNORECASE)
""""Hvorfor skal jeg snakke med en maskine": annoyance, and no wish for a person to be sent."""


def _without_its_word(statement: Statement) -> Intent | None:
    """An intent that cannot be without a word of its own is a telling where the word is missing."""
    text = statement.text
    if statement.intent is Intent.ASK_HUMAN and _WHY_A_MACHINE.search(text):
        return Intent.OBJECT
    knows = statement.words > _WORDS_BEHIND and not _UNSURE.search(text)
    knows = knows or (len(_UNSURE_FIRST.sub("", text).split()) >= _WORDS_BEHIND and bool(_UNSURE_FIRST.match(text)))
    missing = {
        Intent.ASK_ADVICE: not _ASKS.search(text),
        Intent.ASK_PRIVACY: not _ASKS.search(text),
        Intent.THANK: not _THANKS.search(text) and statement.words > _WORDS_OF_A_YES,
        Intent.GREET: not _GREETS.search(text),
        Intent.DONT_KNOW: knows or bool(_IT_IS_HARD.match(text)),
    }
    return Intent.SHARE if missing.get(statement.intent) else None


_WORDS_OF_A_TELLING = 6


def only_names_staff(statement: Statement) -> bool:
    """ "det er det, jeg vil sige til min bostøtte" tells something; it is no wish for a person now."""
    long = statement.words >= _WORDS_OF_A_TELLING and "?" not in statement.text
    return statement.intent is Intent.ASK_HUMAN and long and not _WANTS_ONE_NOW.search(statement.text)


_WANTS_ONE_NOW = re.compile(
    r"\bmenneske\w*\b|\b(?:tale|snakke|skrive|chatte|ringe) (?:\w+ )?(?:med|til) (?:en|et|nogen|jer|ham|hende|min)\b"
    r"|\b(?:fat i|kontakt\w*|hjælp)\b", re.IGNORECASE)
