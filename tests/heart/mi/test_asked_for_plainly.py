# SPDX-License-Identifier: MPL-2.0
"""What citizens asked for in talks that others led, and did not get: to have it written down, an answer, an ear."""

from __future__ import annotations

import pytest

from bot.codebook import Intent, Statement, Talk
from bot.mi.conversation import Ask, Process
from tests.factories import asked, tell


@pytest.mark.parametrize("said", [
    "skriv bare ned: jeg ringer til min søster på tirsdag", "Så må det gerne skrives ned, så jeg har det på torsdag.",
    "Jeg vil gerne have skrevet ned, hvad jeg vil spørge om på torsdag.", "ja og? skriver du det ned eller hva",
])
def test_who_asks_to_have_it_written_down_comes_to_a_plan(said: str) -> None:
    talk = asked(Ask.VALUES)
    tell(talk, Statement("Jeg vil gerne se mit barnebarn noget mere", frozenset({Talk.DESIRE})))
    tell(talk, Statement(said, intent=Intent.PAUSE))
    assert talk.process is Process.PLAN


@pytest.mark.parametrize("said", [
    "det har vist mig noget om jer. fast dag og samme person, det er det jeg vil sige til min bostøtte",
    "Øve den sætning sammen med min bostøtte, Lone, så jeg ikke går i stå",
])
def test_who_only_names_their_bostoette_is_not_sent_away_to_them(said: str) -> None:
    turn = tell(asked(Ask.VALUES), Statement(said, intent=Intent.ASK_HUMAN))[0]
    assert turn.move.ask is not Ask.GO_ON


@pytest.mark.parametrize("said", [
    "kan jeg snakke med et menneske", "jeg vil hellere tale med nogen rigtige om det her nu",
])
def test_who_wants_a_person_is_shown_the_way(said: str) -> None:
    assert tell(asked(Ask.VALUES), Statement(said, intent=Intent.ASK_HUMAN))[0].move.ask is Ask.GO_ON


@pytest.mark.parametrize("said", ["hvad for et ønske", "når hvad er sket", "nej det var et spørgsmål"])
def test_a_question_back_is_not_given_back(said: str) -> None:
    turn = tell(asked(Ask.LOOKING_FORWARD), Statement(said))[0]
    assert turn.move.acts[0].phrase == "asks_meaning"


def test_a_doing_with_nothing_to_it_is_no_wish() -> None:
    talk = asked(Ask.VALUES)
    tell(talk, Statement("Jeg ville gerne sige: jeg har været syg", frozenset({Talk.DESIRE})))
    assert all(wish.core.casefold() != "sige" for wish in talk.wishes)
