# SPDX-License-Identifier: MPL-2.0
"""Who asks to have it written down is taken at their word: that is the yes to a plan, and what was told is its step."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.codebook import Safety, Statement, Talk
from bot.danish.steps import as_sentence
from bot.mi.conversation import Conversation, Process
from bot.mi.move import Act, Move
from bot.mi.planning import begin, take_in_passing, take_step
from bot.mi.processes import DRAFTS_AT_MOST, enter_focus, is_promised, may_evoke
from bot.mi.reading_back import read_back
from bot.mi.wishing import wish_meant, wish_of_words
from bot.mi.wording import company_in, time_of_step, time_span

_OPENS = r"(?:^|(?<=[.!?,;]\s))(?:(?:ja|nej|nå|jamen|men|så|ok|okay|og|godt)\W+)*"
_IT = r"(?:det|den|noget|planen|aftalen|delmålet|skridtet)(?: her| hele| bare| lige)?(?: med \w+)?"
_TO_BE_WRITTEN = re.compile(
    rf"{_OPENS}skriv (?:bare |lige |du )*(?:{_IT} ?)?(?:ned|op)\b"
    r"|\bskriver (?:du|i) (?:det|den|noget) (?:så |nu )?(?:ned|op)\b"
    r"|\b(?:kan|ka|skal|ska|vil|kunne|må) (?:vi|du|i) (?:ikke |ik |lige |så |godt )*(?:få )?skrive "
    rf"(?:bare |lige )*{_IT} ?(?:ned|op)\b"
    rf"|\b(?:lad os|jeg vil gerne|{_OPENS}gerne) (?:lige |have |ha |få )*(?:skrive {_IT} ?|{_IT} ?skrevet )(?:ned|op)\b"
    r"|\b(?:kan|skal|ska|lad|må|vil) (?:vi|du|os|jeg) (?:ikke |lige |så |gerne )*(?:få |have |ha )?(?:det|den) "
    r"skrevet (?:ned|op)\b"
    r"|\b(?:kan|ka|skal|ska|lad|vil|må) (?:vi|os|du|i) (?:ikke |lige |så |godt |hjælpe mig med at )*"
    r"lave (?:en|et) (?:lille )?(?:plan|aftale|mål|delmål)(?: (?:ud )?(?:af|for|på) (?:det|den))?\b"
    r"|\b(?:må|skal|kan) det (?:gerne |godt |så )*(?:skrives|blive skrevet|komme) (?:ned|op)\b"
    r"|\bjeg vil (?:gerne |godt )*(?:have|ha|få) skrevet (?:det )?(?:ned|op)\b"
    r"|\bskal (?:vi|du) (?:så )?lave (?:det|den|målet|aftalen) om(?: så| nu)?\b"
    r"|\bjeg vil (?:gerne |godt )*lave (?:målet|det|den|aftalen) om\b"
    r"|(?:^|[.!,]\s*)(?:så er det|det er|så har vi) (?:en )?(?:aftalt|aftale|deal)\W*$|\bså er det aftalt\b"
    r"|\bjeg vil (?:gerne |godt )*(?:have |ha )?(?:lave |lavet )?(?:en|et) (?:lille )?(?:plan|aftale|mål|delmål)"
    r"(?: (?:ud )?(?:af|for|på) (?:det|den))?\W*$",
    re.IGNORECASE)
_MYSELF = re.compile(r"\bjeg skriver det\b|\bskriver jeg det\b|\bskrive? (?:det|den) selv\b", re.IGNORECASE)


def written_down(conversation: Conversation, statement: Statement) -> Move | None:
    """Skal vi skrive det ned?": in a plan it is read back; else the plan begins, with the step if it was told."""
    asked = _TO_BE_WRITTEN.search(statement.text)
    if asked is None or _MYSELF.search(statement.text) or conversation.danger is not Safety.NONE:
        return None
    rest = f"{statement.text[: asked.start()]} {statement.text[asked.end() :]}".strip(" ,.;:!?–-")
    if conversation.process is Process.PLAN and conversation.plan.step:
        take_in_passing(conversation, rest)
        return replace(read_back(conversation), why="Borgeren vil have det skrevet ned, så ordene læses op")
    enter_focus(conversation)
    _look_at_what_is_meant(conversation, rest)
    if conversation.focus is None and len(rest.split()) >= _WORDS_OF_A_STEP:
        conversation.focus = wish_of_words(conversation, statement.text, rest)
        enter_focus(conversation)
    if conversation.focus is None or not may_evoke(conversation) or len(conversation.draft_ids) >= DRAFTS_AT_MOST:
        return None
    move = begin(conversation)
    rest = rest if not rest or as_sentence(rest) else _step_in(rest) or rest
    told = as_sentence(rest) if rest else None
    promised = _last_promise(conversation)
    if told or promised:
        move = take_step(conversation, replace(statement, text=rest if told else promised))
    return replace(move, why="Borgeren bad om at få det skrevet ned, og det er et ja til at lave en plan")


def _look_at_what_is_meant(conversation: Conversation, rest: str) -> None:
    """"Det handler om at fiske. Kan du lave et delmål?": the wish that is named there leads."""
    about = _ABOUT.search(rest)
    if about is None:
        return
    meant = wish_meant(conversation.wishes, about["core"])
    conversation.focus = meant or wish_of_words(conversation, rest, about["core"])


_ABOUT = re.compile(r"\b(?:handler om|det med|gælder|mener|drejer sig om) at (?P<core>[^.!?]{3,80})", re.IGNORECASE)


def put_to_the_picture(conversation: Conversation, statement: Statement) -> Move | None:
    """What the picture of a way left out is said to stand here as well; None where nothing was left out."""
    drawn = conversation.process is Process.CLOSE and conversation.count_of("picture")
    if not drawn or not _LEFT_OUT.search(statement.text):
        return None
    return Move((Act("kept_here"),), "Borgeren savnede noget i billedet, og det står nu her med borgerens ord")


_LEFT_OUT = re.compile(
    r"\bdu (?:har )?glemte?\b|\bdu mangler\b|\bmangler (?:du|der)\b|\bskal (?:også )?(?:stå|med)\b"
    r"|\bvil have\b.*\bmed\b|\bkan du (?:rette|skrive|tilføje) det\b|\b(?:så|at) det står der\b", re.IGNORECASE)


def _last_promise(conversation: Conversation) -> str:
    """What was last said that can be a step, with its time if there is one that has it; empty without one."""
    told = [h for h in conversation.heard if h.turn >= conversation.turn - _STILL_MEANT]
    told = [h for h in told if not _HAS_BEEN.search(h.said)]
    steps = [h.said for h in reversed(told) if as_sentence(h.said) and (_WILL.search(h.said) or h.talk & _TOWARDS)]
    return next((said for said in steps if time_span(said)), next(iter(steps), ""))


_STILL_MEANT = 6
"""Turns."""
_WILL = re.compile(
    r"\bjeg (?:kan|kunne|vil|skal|går|tager|ringer|skriver|spørger|køber|henter|sender|laver|åbner|prøver|møder"
    r"|cykler)\b"
    r"|\b(?:kan|kunne|vil|skal) jeg\b", re.IGNORECASE)
_HAS_BEEN = re.compile(
    r"\b(?:i går|igår|sidste|sidst|dengang|før i tiden|plejede|engang)\b|\bvil (?:gerne|så gerne|ikke)\b",
    re.IGNORECASE)
_TOWARDS = frozenset({Talk.COMMITMENT, Talk.ACTIVATION})


def remember_step(conversation: Conversation, statement: Statement) -> None:
    """Keeps what the citizen says that they will do and when, for the time when a step is asked about."""
    when = time_span(statement.text) if "?" not in statement.text and is_promised(statement) else ""
    if when and not when.startswith("når "):
        several = as_sentence(statement.text) is None
        step = (_step_in(statement.text) if several else "") or statement.text
        conversation.told_step, conversation.told_step_turn = step, conversation.turn


def _step_in(rest: str) -> str:
    """Of several sentences the last that can be a step: "… lille skridt: lørdag bage brød, give til Fatima"."""
    parts = [part.strip(" ,;–-") for part in _PARTS.split(rest)]
    steps = [part for part in reversed(parts) if len(part.split()) >= _WORDS_OF_A_STEP and as_sentence(part)]
    return next((part for part in steps if time_span(part)), next(iter(steps), ""))


_PARTS = re.compile(r"[.!?:]\s+")
_WORDS_OF_A_STEP = 3


def note_promise(conversation: Conversation, statement: Statement) -> bool:
    """Keeps what was promised with its time until the citizen has said whether it is to be their step."""
    step, when = as_sentence(statement.text), time_of_step(statement.text)
    if not step or not when or "?" in statement.text or not is_promised(statement):
        return False
    conversation.plan.take(conversation.turn, step=step, when=when, with_whom=company_in(statement.text))
    conversation.plan.promised = True
    return True
