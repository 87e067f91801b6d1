# SPDX-License-Identifier: MPL-2.0
"""The citizen's own direct questions: a short true answer or an honest "I don't know", then back to the talk.

Read by words that leave no doubt, whatever the reader took the message for: nobody's question is given back to them
as if it were told. What to do, and what to say to somebody, is no such question; see informing.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz.distance import OSA

from bot.codebook import Intent, Statement
from bot.mi.conversation import Ask, Conversation, Process
from bot.mi.move import Act, Move
from bot.mi.obeying import ask_again, led_by
from bot.mi.phrasebook import words_explained
from bot.mi.processes import choices_of, next_question
from bot.mi.resisting import is_annoyed

_WORDS_WITHOUT_A_MARK = 10
_WORDS_OF_A_TELLING = 25
_WORDS_OF_A_BARE_QUESTION = 6


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


KINDS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("asks_remember", _compile(
        r"\b(?:kan|ka) du (?:godt )?huske\b|\bhusker du\b|\bkender du mig\b"),
     "Borgeren spurgte, hvad programmet husker"),
    ("asks_how_long", _compile(
        r"\bhvor (?:lang tid|længe) (?:tager|tar|varer|skal|går|bliver)\b|\bhvor mange spørgsmål\b"
        r"|\ber (?:vi|du) snart færdig\w*\b"), "Borgeren spurgte, hvor længe det tager"),
    ("asks_afterwards", _compile(
        r"\bhva(?:d)? sker der (?:så |nu )*(?:bagefter|efter|når|med det)\b|\bhva(?:d)? (?:så )?bagefter\b"
        r"|\bhva(?:d)? (?:bruger|skal) (?:i|de|man|du|det) (?:bruge )?det til\b"),
     "Borgeren spurgte, hvad der sker bagefter"),
    ("asks_what_now", _compile(
        r"\bhva(?:d)? (?:gør|skal) vi (?:så )?nu\b|\bhva(?:d)? (?:så )?nu\W*$|\bhva(?:d)? skal (?:jeg"
        r"|vi) (?:så )?(?:gøre )?nu\b"
        r"|^\W*(?:og |nå |ok |okay )*hva(?:d)? så\W*$"),
     "Borgeren spurgte, hvad der skal ske nu"),
    ("asks_why", _compile(
        r"\bhvorfor (?:spørger|spørg|spør|vil du vide|skal jeg svare)\b|\bhvad skal du bruge det til\b"),
     "Borgeren spurgte, hvorfor der spørges"),
    ("asks_what_to_write", _compile(
        r"\bhva(?:d)? (?:er det )?(?:skal|kan|ska|ka|må)? ?(?:jeg|man) (?:skal |ska )?(?:så )?(?:skrive"
        r"|svare|fortælle)\b"
        r"(?! til| hende| ham| dem)|\bved (?:sku |sgu )?ikk?e? (?:rigtig?t? )?(?:hvad|hva) jeg skal(?: her"
        r"| skrive| sige| svare)"),
     "Borgeren spurgte, hvad der skal skrives"),
    ("asks_kommune", _compile(
        r"\b(?:kan|ka|må|får) kommunen? (?:\w+ ){0,2}(?:læse|se|vide)\b|\b(?:læser|ser) kommunen?\b"
        r"|^\W*(?:er det )?kommunen?\W*$"), "Borgeren spurgte, om kommunen læser med"),
    ("asks_alerted", _compile(
        r"\b(?:har|får|fik) (?:\w+ ){1,3}(?:nu |stadig |allerede )*(?:fået |en |den |det |at )*(?:besked|vide)\b"
        r"(?=.*\?|\W*$)"
        r"|\b(?:har|sendte|sender) du (?:nu )?(?:sendt |lagt |givet )?(?:en |den )?besked\b"),
     "Borgeren spurgte, om der er lagt en besked til personalet"),
    ("asks_to_staff", _compile(
        r"\b(?:skriver|sender|siger|giver|fortæller|deler) (?:du|i|programmet) (?:det |noget |den |så |her )*"
        r"(?:videre )?(?:til|med) (?:min |mine )?(?:bostøtte\w*|kontaktperson\w*|personalet|nogen|andre)\b"
        r"|\bfår (?:min )?(?:bostøtte|kontaktperson)\w* (?:det |noget )(?:her )?at (?:vide|se)\b"),
     "Borgeren spurgte, om bostøtten får det at vide"),
    ("asks_topics", _compile(
        r"\bhvilke(?:n|t)? (?:emne\w*|ting kan)\b|\bhva(?:d)? for (?:et |nogle )?emne\w*\b"
        r"|\bhva(?:d)? (?:kan|skal|må) (?:vi|man|jeg) (?:så )?(?:tale|snakke|vælge|skrive) (?:om|imellem)\b"),
     "Borgeren spurgte, hvad der kan tales om"),
    ("asks_number_right", _compile(
        r"\ber (?:det |tallet )?\d+ (?:et )?(?:forkert|dårligt|godt|rigtigt)\b|\b(?:var|er) (?:det|tallet) forkert\b"),
     "Borgeren spurgte, om tallet var forkert"),
    ("was_read_wrongly", _compile(
        r"\b(?:du )?hører (?:du )?ikk?e? efter\b|\bikk?e? noget med hinanden at gøre\b"
        r"|\bdet (?:har jeg|jeg har|sagde jeg|jeg sagde) ikk?e?(?: sagt)?\b|\bjeg har ikk?e? sagt det\b"
        r"|\bpapegøje\b|\bdu gentager (?:bare |kun )?(?:mig|det)\b|\bspørg mig om noget\b"
        r"|\bdu spørger (?:mig )?(?:jo )?ikk?e?\b"
        r"|\bdet var ikk?e? (?:det|sådan),? jeg mente\b|\bdet mener jeg ikk?e?\b"),
     "Borgeren siger, at det blev læst forkert, og det siges ligeud"),
    ("asks_judging", _compile(
        r"\bdømmer du (?:mig|vel|ik)\w*|\bdu dømmer (?:mig )?(?:\w+ ){0,2}(?:ikk?e?|vel)\b"
        r"|\bvil du dømme mig\b"
        r"|\bdømmer (?:du|i|nogen) mig\b"), "Borgeren spurgte, om nogen dømmer"),
    ("asks_opinion", _compile(
        r"\bhva(?:d)? (?:synes|syntes|tænker|tror) du\b(?!.*\bjeg (?:skal|bør|kan|ska|burde)\b)"
        r"|\bhva(?:d)? mener du (?:selv|om)\b"), "Borgeren spurgte, hvad programmet mener"),
    ("asks_danger", _compile(
        r"\bhvem\b.{0,40}\bi fare\b|\bi fare\b\W{0,3} ?(?:og )?hvem\b"),
     "Borgeren spurgte, hvem der får noget at vide ved fare"),
    ("asks_goal", _compile(
        r"\bhva(?:d)? (?:er|betyder|mener du med|skal jeg med) (?:et |en |ordet |det der )?"
        r"(?:lille )?(?:del)?mål(?:et)?\b"
        r"|\bhva(?:d)? (?:er|betyder) (?:ordet )?afsæt\b|\b(?:forstår|kender) ikke (?:ordet )?(?:delmål|afsæt)\b"),
     "Borgeren spurgte, hvad et delmål er"),
    ("asks_meaning", _compile(
        r"\bdet var (?:da )?et (?:sært|mærkeligt|underligt|dumt|skørt) svar\b|\blæser du (?:overhovedet|det|hvad)\b"
        r"|\bhva(?:d)? for (?:et ønske|en ting|noget)\b\W*$|^\W*(?:når|at|om) hva(?:d)? (?:er|skal|så)\b.*\??$"
        r"|\bhva(?:d)? (?:snakker|taler) du om\b|\bdet var et spørgsmål\b|\bforstår (?:jeg )?ikk?e? spørgsmålet\b"
        r"|\bhva(?:d)? mener du\b|\bhva(?:d)? (?:betyder|skal) (?:det|den|ordet)(?: her| der)?(?: betyde| sige)?\W*$"
        r"|\b(?:forstår|fatter) ikke (?:din|dit|den|det) (?:sætning|ord|svar|der)"),
     "Borgeren spurgte, hvad der mentes"),
    ("said_already", _compile(
        r"^\W*(?:men |jo |ja )*(?:det (?:sagde|skrev|fortalte) jeg (?:jo |lige|da )"
        r"|det har jeg (?:jo |lige |allerede )+(?:sagt|svaret|skrevet)"
        r"|det er (?:jo )?det,? jeg siger|som jeg (?:sagde|skrev)\W*$)"),
     "Borgeren har sagt det før, så der spørges ikke om det igen"),
    ("ask_bot", _compile(
        r"\ber du (?:så |en |et |egentlig |overhovedet )*(?:rigtigt? |levende |ægte )?"
        r"(?:menneske|person|robot|bot|maskine|program|computer|ai)\b"), "Borgeren spurgte, hvem der svarer"),
    ("asks_where_kept", _compile(
        r"\bhvor (?:finder|ser|ligger|er|kan)\b.{0,40}\b(?:udkast\w*|delmål\w*|afsæt|min plan|gemt)\b"
        r"|\bhvordan (?:viser|deler|får|sender)\b.{0,60}\b(?:udkast\w*|delmål\w*|bostøtte\w*|det til|det at se)\b"
        r"|\b(?:er|blev) det (?:blevet )?(?:skrevet ned|gemt)\b"
        r"|\b(?:bostøtte\w*|kontaktperson\w*|mentor\w*|hun|han|de) må (?:gerne|godt) (?:se|læse|få) (?:det|den|med)\b"),
     "Borgeren spurgte, hvor det ligger, og hvordan det deles"),
    ("asks_unknown", _compile(
        r"\btror du,? (?:at )?(?:de|han|hun|min|mit|det|der|jeg|vi|nogen)\b.*\?"
        r"|\b(?:må|kan) man (?:godt |gerne )?\w+.*\?|^\W*(?:må|kan) man (?:godt |gerne )?\w+(?: \w+){0,5}\W*$"),
     "Borgeren spurgte om noget, kun andre kan svare på"),
    ("asks_fact", _compile(
        r"\bhvor (?:er der(?! dog| bare| så)|(?:jeg|man) (?:finder|kan|får|køber)|ligger"
        r"|(?:finder|kan|får|køber) (?:jeg|man))\b"
        r"|\bhvornår (?:åbner|lukker|har .{2,20} åbent|kører|går bussen|er der åbent)\b|\bhva(?:d)? koster\b"
        r"|\bhvor meget koster\b|\bhvem (?:ringer|skriver|spørger) (?:jeg|man) til\b"
        r"|\bhvordan (?:søger|bestiller|melder|finder|får) (?:jeg|man)\b"),
     "Borgeren spurgte om noget, programmet ikke kan vide"),
)
"""The key of the answer, the words that ask, and why it is said; the first that fits."""


def answer_directly(conversation: Conversation, statement: Statement) -> Move | None:
    """The answer to a question of the citizen's own, and the thread again; None where nothing plain is asked."""
    if move := explain(conversation, statement):
        return move
    kind = _kind_of(statement)
    if kind is None:
        return None
    key, why = kind
    if key == "asks_meaning" and conversation.asked is not None and statement.intent is Intent.CONFUSED:
        return None
    if key == "asks_alerted" and conversation.count_of("told to staff"):
        key = "asks_alerted_sent"
    earlier = conversation.earlier
    if key == "asks_remember" and earlier and earlier.wording:
        return Move((Act("asks_remember_known", {"wording": earlier.wording}),), why, conversation.asked)
    if key in ("said_already", "was_read_wrongly") and conversation.process is not Process.PLAN:
        conversation.asked = None
    return _back_to_the_thread(conversation, statement, Act(key), why)


def explain(conversation: Conversation, statement: Statement) -> Move | None:
    """What a word means that the citizen asks for, and the thread again; None for a word that is not in the list."""
    asked_for = _WORD_ASKED.search(statement.text)
    if asked_for is None or statement.words > _WORDS_OF_A_TELLING:
        return None
    wanted = asked_for["word"].casefold().strip(" \"'»«”“.?!")
    meaning = _meaning_of(wanted) or _meaning_of(_WITHOUT_ITS_ARTICLE.sub("", wanted))
    if meaning is None:
        return None
    why = "Borgeren spurgte, hvad et ord betyder"
    return _back_to_the_thread(conversation, statement, Act("word_means", {"meaning": meaning}), why)


def _meaning_of(wanted: str) -> str | None:
    """The meaning of a word of the list, also with one letter wrong."""
    known = words_explained()
    if wanted in known or len(wanted) < _LETTERS_TO_BE_SURE:
        return known.get(wanted)
    return next((meaning for word, meaning in known.items() if OSA.distance(word, wanted, score_cutoff=1) <= 1), None)


_LETTERS_TO_BE_SURE = 5
_WORD_ASKED = _compile(
    r"\b(?:hva(?:d)? (?:betyder|er|mener du med|er der ment med|vil det sige)|(?:forstår|kender"
    r"|ved) (?:jeg )?ikk?e?(?: hvad)?"
    r"|jeg ikke forstår)(?: det| ordet| et| en)?(?: ord)?:? [»\"'”“]?(?P<word>[\wæøå ]{2,24}?)[«\"'”“]?"
    r"(?: betyder| er)?(?:\W*$|[.?!,])")
_WITHOUT_ITS_ARTICLE = _compile(r"^(?:et|en|den|det|at|de) ")


def _kind_of(statement: Statement) -> tuple[str, str] | None:
    asks = "?" in statement.text or statement.words <= _WORDS_WITHOUT_A_MARK
    if not asks or statement.words > _WORDS_OF_A_TELLING or statement.intent in _OBEYED:
        return None
    found = next(((key, why) for key, pattern, why in KINDS if pattern.search(statement.text)), None)
    only_asks = statement.words <= _WORDS_OF_A_BARE_QUESTION and found is not None and found[0] == "asks_why"
    return None if is_annoyed(statement) and not only_asks else found


_OBEYED = frozenset({Intent.STOP, Intent.DELETE_DATA, Intent.GOODBYE, Intent.PAUSE})


def _back_to_the_thread(conversation: Conversation, statement: Statement, answer: Act, why: str) -> Move:
    """The open question in other words; where none stood open, the next one, as long as there is something to ask."""
    if again := ask_again(conversation):
        return led_by(answer, again, why)
    if conversation.process in (Process.PLAN, Process.CLOSE):
        return Move((answer,), why, conversation.asked)
    ask = next_question(conversation, replace(statement, intent=Intent.SHARE, talk=frozenset()))
    may_ask = ask is not Ask.PERMISSION or answer.phrase == "asks_what_now"
    if ask is None or not may_ask:
        return Move((answer,), why, conversation.asked)
    return Move((answer, Act(ask)), why, ask, choices_of(conversation, ask))
