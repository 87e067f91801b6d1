# SPDX-License-Identifier: MPL-2.0
"""Each way in brings its own questions, gives back what it promised, and presses no goal."""

from __future__ import annotations

import pytest

from bot.codebook import Intent, Statement, Talk
from bot.mi.conversation import Ask, Earlier, Process, Way
from bot.mi.move import Effect
from bot.mi.planning import PLAN_ANSWERS
from bot.mi.ways import WAYS
from tests.factories import NO, YES, Told, begin, conversation, rating, statement, tell

AGREES = statement("ja det passer", Intent.AFFIRM)
STORY = [
    "Jeg plejede at male store billeder", "Jeg gik på højskole en sommer", "Jeg fik det dårligt om vinteren",
    "Jeg vil være sammen med mine søskende", "Jeg har en have bag huset", "Jeg bor ved en lille å",
]
OTHERS = [way for way in Way if way not in (Way.MEETING, Way.FOLLOW_UP)]


def walk(way: Way, *told: Statement, most: int = 30) -> list[Told]:
    """Tells what is left to tell, and agrees after a turn without a question."""
    talk = conversation(way=way)
    turns, left = [begin(talk)], iter(told)
    while len(turns) < most and talk.process is not Process.CLOSE:
        said = AGREES if talk.asked is None and turns[-1].said not in (None, AGREES) else next(left, NO)
        turns += tell(talk, said)
    return turns


@pytest.mark.parametrize("way", OTHERS, ids=str)
def test_the_questions_of_a_way_are_asked_in_their_order_and_once(way: Way) -> None:
    turns = walk(way, *(statement(text) for text in STORY))
    asked = [turn.move.ask for turn in turns if turn.move.ask in WAYS[way].questions]
    assert asked == [ask for ask in WAYS[way].questions if ask in asked]
    assert asked[0] is turns[0].move.ask is WAYS[way].questions[0]
    assert len(asked) == len(WAYS[way].questions) or way is Way.BAD_DAY, "a bad day has five turns and no more"


@pytest.mark.parametrize("way", [Way.RECOVERY, Way.WHAT_WORKS, Way.PSYCHOLOGICAL_CV, Way.JOB], ids=str)
def test_the_answers_of_a_way_are_given_back_as_one_picture(way: Way) -> None:
    acts = [act for turn in walk(way, *(statement(text) for text in STORY)) for act in turn.move.acts]
    pictures = [act for act in acts if act.phrase.startswith("summary_way_")]
    assert len(pictures) == 1
    assert all(part.casefold().startswith("du ") for part in pictures[0].own.values())


def test_a_bad_day_is_five_turns_and_no_goal_is_spoken_of() -> None:
    things = ("ro", "søvn", "en ven", "en kat", "luft")
    wishes = [statement(f"Jeg vil gerne have {what}", Talk.DESIRE) for what in things]
    talk = conversation(way=Way.BAD_DAY)
    begin(talk)
    turns = tell(talk, *wishes)
    assert talk.process is Process.CLOSE
    assert turns[-1].move.acts[-1].phrase == "bad_day_ends"
    assert not {turn.move.ask for turn in turns} & {*PLAN_ANSWERS, Ask.PERMISSION, Ask.HOPE}


def test_a_cv_ends_without_a_goal_where_no_wish_was_told() -> None:
    turns = walk(Way.PSYCHOLOGICAL_CV, *(statement(text) for text in STORY))
    assert turns[-1].move.acts[-1].phrase == "way_ends"
    assert not {turn.move.ask for turn in turns} & set(PLAN_ANSWERS)


AGREED = Earlier("Jeg går til kor på tirsdag.", "synge igen")


def follow_up(last: Statement) -> list[Told]:
    talk = conversation(way=Way.FOLLOW_UP, earlier=AGREED)
    first = begin(talk)
    turns = [first]
    turns += tell(talk, statement("Jeg kom af sted den ene gang"))
    answers = {None: AGREES, Ask.SCORE: rating(6)}
    while talk.asked is not Ask.KEEP_CHANGE_DROP:
        turns += tell(talk, answers.get(talk.asked, statement("Min søster kørte mig")))
        assert len(turns) < 12
    return [*turns, *tell(talk, last)]


def test_a_follow_up_begins_with_what_was_agreed_and_asks_for_a_number_from_below() -> None:
    turns = follow_up(statement("behold det"))
    assert "»Jeg går til kor på tirsdag.«" in turns[0].text
    asks = [turn.move.ask for turn in turns]
    assert asks.index(Ask.SCORE) < asks.index(Ask.SCORE_WHY) < asks.index(Ask.KEEP_CHANGE_DROP)
    why = turns[asks.index(Ask.SCORE_WHY)].text
    assert "6" in why and "3" in why


@pytest.mark.parametrize(("said", "act"), [
    (statement("Behold det"), "kept"), (statement("Slip det"), "let_go"), (NO, "let_go"),
    (statement("jeg vil gerne beholde den"), "kept"), (YES, "kept"),
])
def test_keeping_and_letting_go_are_both_good_ends(said: Statement, act: str) -> None:
    last = follow_up(said)[-1]
    assert [one.phrase for one in last.move.acts] == [act]
    assert last.move.effect is None


def test_changing_looks_for_another_step_with_the_citizens_yes() -> None:
    last = follow_up(statement("Lav det om"))[-1]
    assert [one.phrase for one in last.move.acts] == ["changed", Ask.STEP]


def test_the_second_talk_knows_what_the_first_agreed() -> None:
    first = begin(conversation(earlier=AGREED))
    assert "»Jeg går til kor på tirsdag.«" in first.text
    assert "program" in first.text
    assert first.move.effect is not Effect.DRAFT_GOAL
