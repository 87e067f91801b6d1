# SPDX-License-Identifier: MPL-2.0
"""What is said is short, asks one thing at a time, is not repeated, and sometimes asks nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bot.codebook import Intent, Statement, Talk
from bot.danish.readability import sentences
from bot.mi.conversation import Ask
from bot.mi.phrasebook import phrases
from tests.factories import (
    HARD,
    NO,
    NOTHING_MORE,
    REASON,
    STEP,
    STRENGTH,
    WISH,
    YES,
    Told,
    asked,
    begin,
    conversation,
    rating,
    statement,
    tell,
)

_CITIZENS_WORDS = re.compile(r"»[^«]*«")
_MEMORY = 12
"""Turns within which nothing is said twice."""

LONG = statement(
    "Jeg har egentlig haft det nogenlunde i denne uge og jeg har været nede og handle to gange", Talk.TAKING_STEPS
)
TOLD = tuple(statement(f"Jeg har set fodbold {day}") for day in (
    "i går", "i mandags",
    "i tirsdags", "i onsdags", "i torsdags", "i fredags", "i lørdags", "i søndags", "i morges", "i aftes",
    "i forgårs", "i vinter", "i sommer", "i påsken", "i julen", "i ferien", "i aften", "i nat", "i dag", "nu",
))
DONT_KNOW, SKIP = statement("det ved jeg ikke", Intent.DONT_KNOW), statement("spring over", Intent.SKIP)
Answers = dict[Ask | None, tuple[Statement, ...]]
TALKATIVE: Answers = {
    Ask.OPENING: (statement("Jeg sidder mest derhjemme"),),
    Ask.ENGAGE: (LONG, WISH),
    Ask.WHAT_MATTERS: (REASON, statement("Så kom jeg mere ud", Talk.REASON)),
    Ask.IMPORTANCE: (rating(8), rating(9)),
    Ask.IMPORTANCE_WHY: (statement("Vi har altid været tætte", Talk.REASON), statement("Det giver ro", Talk.REASON)),
    Ask.STRENGTHS: (STRENGTH, statement("Jeg passede min nabos hund i fjor", Talk.ABILITY)),
    Ask.CONFIDENCE: (rating(6), rating(5)),
    Ask.CONFIDENCE_WHY: (statement("Jeg har klaret det før", Talk.ABILITY), statement("Det går nok", Talk.ABILITY)),
    Ask.ANYTHING_ELSE: (NOTHING_MORE, statement("nej det var det", Intent.DENY)),
    Ask.PERMISSION: (YES, statement("ikke endnu", Intent.DENY)),
    Ask.STEP: (STEP,), Ask.WHEN: (statement("på søndag"),), Ask.WITH_WHOM: (statement("alene"),),
    Ask.SIGN: (statement("at hun bliver glad"),), Ask.SURE: (rating(4), rating(8)),
    Ask.SMALLER: (statement("Jeg sender en sms"),),
    Ask.READ_BACK: (statement("nej hellere på tirsdag", Intent.CORRECT), YES),
    None: (statement("tak for hjælpen", Intent.THANK), statement("Jeg drømmer om at få en hund", Talk.DESIRE)),
}
RELUCTANT: Answers = {
    Ask.OPENING: (DONT_KNOW, SKIP), Ask.ENGAGE: (statement("hvad mener du", Intent.CONFUSED), HARD, SKIP),
    Ask.HOPE: (statement("hvem ser det her", Intent.ASK_PRIVACY), statement("mere ro om aftenen")),
    Ask.WHAT_MATTERS: (statement("det nytter ikke noget", Talk.SUSTAIN), DONT_KNOW),
    Ask.HESITATION: (SKIP,), Ask.IMPORTANCE: (DONT_KNOW, rating(5)), Ask.IMPORTANCE_WHY: (NO,),
    Ask.STRENGTHS: (statement("hvad synes du", Intent.ASK_ADVICE), statement("ingenting", Intent.DENY)),
    Ask.CONFIDENCE: (statement("hold op med alle de tal", Intent.OBJECT), rating(2)),
    Ask.CONFIDENCE_WHY: (DONT_KNOW, NO),
    Ask.ANYTHING_ELSE: (statement("Jeg kan jo ikke sove om natten", Talk.SUSTAIN), NO), Ask.PERMISSION: (SKIP,),
    None: (statement("er du et menneske", Intent.ASK_BOT), statement("nå", Intent.OFF_TOPIC)),
}
STAYING: Answers = {**TALKATIVE, Ask.PERMISSION: (NO,), None: ()}
CITIZENS = {"talkative": TALKATIVE, "reluctant": RELUCTANT, "staying": STAYING}


def live(answers: Answers, seed: int, length: int = 34) -> list[Told]:
    """A talk in which the citizen answers what is asked, and tells of football when the answers are used up."""
    left = {ask: iter(said) for ask, said in answers.items()}
    told, talk = iter(TOLD), conversation(seed=seed)
    turns = [begin(talk)]
    while len(turns) < length and (said := next(left.get(talk.asked, iter(())), None) or next(told, None)):
        turns += tell(talk, said)
    return turns


def talks() -> Iterator[tuple[str, list[Told]]]:
    for name, answers in CITIZENS.items():
        for seed in range(4):
            yield f"{name}-{seed}", live(answers, seed)


TALKS = list(talks())
EVERY_TALK = pytest.mark.parametrize("turns", [turns for _, turns in TALKS], ids=[name for name, _ in TALKS])


def spoken(bubble: str) -> str:
    """A bubble with what it quotes of the citizen taken out."""
    return _CITIZENS_WORDS.sub("det", bubble)


@EVERY_TALK
def test_a_turn_asks_at_most_one_question(turns: list[Told]) -> None:
    for turn in turns:
        assert spoken(turn.text).count("?") <= 1, turn.text


@EVERY_TALK
def test_a_turn_has_at_most_two_sentences_and_a_question(turns: list[Told]) -> None:
    for turn in turns:
        for reply in turn.replies:
            assert not too_much(reply.text), reply.text


ANY_TIME = [
    statement("hvad mener du", Intent.CONFUSED), statement("det ved jeg ikke", Intent.DONT_KNOW),
    statement("spring over", Intent.SKIP), statement("jeg vil tale med et menneske", Intent.ASK_HUMAN),
    statement("er du en robot", Intent.ASK_BOT), statement("hvem ser det", Intent.ASK_PRIVACY),
    statement("hvad skal jeg gøre", Intent.ASK_ADVICE), statement("slet det", Intent.DELETE_DATA),
    statement("pause", Intent.PAUSE), statement("stop", Intent.STOP), statement("asdf", Intent.OFF_TOPIC),
    YES, NO, rating(5), LONG, WISH, HARD,
]


def too_much(bubble: str) -> bool:
    """More than two sentences and one question."""
    told = [sentence for sentence in sentences(spoken(bubble)) if not sentence.endswith("?")]
    return spoken(bubble).count("?") > 1 or len(told) > 2


@pytest.mark.parametrize("ask", [ask for ask in Ask if ask is not Ask.HAPPENING_NOW], ids=str)
def test_every_answer_to_every_question_is_short_and_asks_at_most_one_thing(ask: Ask) -> None:
    turns = [tell(asked(ask, seed=seed), said)[0] for said in ANY_TIME for seed in range(4)]
    assert {reply.text for turn in turns for reply in turn.replies if too_much(reply.text)} == set()


@EVERY_TALK
def test_nothing_is_said_twice_within_twelve_turns(turns: list[Told]) -> None:
    free = {variant.say for phrase in phrases().values() if phrase.again for variant in phrase.variants}
    said = [{sentence for reply in turn.replies for sentence in sentences(reply.text)} - free for turn in turns]
    for number, now in enumerate(said):
        earlier = set().union(*said[max(0, number - _MEMORY) : number])
        assert not now & earlier, f"turn {number}: {now & earlier}"


@EVERY_TALK
def test_a_question_ends_its_bubble(turns: list[Told]) -> None:
    for turn in turns:
        for reply in turn.replies:
            assert "?" not in spoken(reply.text).rstrip("?«"), reply.text


def test_who_tells_at_length_is_sometimes_given_room_without_a_question() -> None:
    told = [
        "Min søster og jeg tog altid toget til Skagen om sommeren da vi var små",
        "Vi boede hos vores mormor som havde en lille have med jordbær og ærter",
        "Jeg husker lyden af havet og hvordan vi løb ned til vandet om morgenen",
        "Nu er der gået mange år og jeg har ikke været der siden begravelsen",
        "Min mormor lærte mig at strikke og jeg har stadig hendes gamle pinde liggende",
        "Jeg har tænkt på at finde dem frem igen nu hvor aftenerne er så lange",
    ]
    talk = conversation()
    begin(talk)
    turns = tell(talk, *(statement(text, Talk.REASON) for text in told))
    assert any("?" not in turn.text for turn in turns)
    assert any("?" in turn.text for turn in turns)


def test_buttons_hang_only_on_the_last_bubble() -> None:
    for _, turns in TALKS:
        assert not any(reply.choices for turn in turns for reply in turn.replies[:-1])


def test_the_same_seed_says_the_same() -> None:
    def run(seed: int) -> list[str]:
        return [turn.text for turn in live(TALKATIVE, seed)]

    assert run(3) == run(3)
    assert len({tuple(run(seed)) for seed in range(6)}) > 1


def test_a_talkative_citizen_comes_to_a_draft() -> None:
    turns = live(TALKATIVE, 1, length=60)
    acts = [act.phrase for turn in turns for act in turn.move.acts]
    assert "confirmed" in acts
