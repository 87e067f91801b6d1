# SPDX-License-Identifier: MPL-2.0
"""A learner's slips, torn-off clauses and sentences run together are noticed; right Danish is let pass."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.danish.belonging import belongs_inside, follows_from
from bot.danish.mend import tokens
from bot.danish.slips import has_slip, runs_on

PAIRS = Path(__file__).parent / "data" / "reflections.tsv"


@pytest.mark.parametrize("text", [
    "du kan snakke med din naboer", "du var som en pindsvin", "du vil lave en opslag på nettet",
    "du bliver forvirret af alle de papir", "din bror han siger det", "læreren hun siger, du er modig",
    "efter stroke du taler langsomt", "du laver te og så det går over", "fordi så du kan snakke med dem",
    "du er 58 og hvem vil ansætte dig", "du ringer til banken og spørge, hvad det koster",
    "du er starte på sprogskole igen", "du øver dig i at køre med bus alene din søster følger med",
    "du var til banko og vandt en steg, har ikke ovn", "slidt kliche men den holder", "din dansk er ikke perfekt",
    "du tager med, at det er en brev fra banken", "du har et stol ved vinduet", "hele opgang spiser piroger",
    "du åbner nabo sin dør", "du ønsker en gang læse dine digte", "du bestod modul 2 i tirsdag",
    "i aften ligger du tøjet frem", "fødderne er våde sin søndag", "din gamle cykel du har givet til Yonas",
    "han er gået til anden kvinde", "Buddha siger alt gå forbi", "du er ude på toilettet at være noget andet",
])
def test_a_slip_is_noticed(text: str) -> None:
    assert has_slip(text)


def test_right_danish_has_no_slip() -> None:
    rows = csv.DictReader(PAIRS.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    assert [row["main_du"] for row in rows if row["main_du"] and has_slip(row["main_du"])] == []


def test_a_second_clause_without_mark_or_link_runs_on() -> None:
    assert runs_on(tuple(tokens("orker ikke at vaske tøj det ligger bare i en bunke")))
    assert not runs_on(tuple(tokens("tænker tit at det hjælper")))


@pytest.mark.parametrize(("before", "clause"), [
    ("jeg er også en fyr", "der elsker god pizza"), ("det kører rundt med alt det", "jeg burde have gjort"),
    ("jeg bliver tør i munden, når telefonen ringer", "og jeg ikke kender nummeret"),
    ("det er hårdt at være den eneste i klassen", "der er over fyrre"),
])
def test_a_clause_that_belongs_inside_another_is_not_parted_from_it(before: str, clause: str) -> None:
    assert belongs_inside(before, clause)


def test_main_clauses_may_be_parted() -> None:
    assert not belongs_inside("jeg har ryddet op", "der er pænt nu")
    assert not belongs_inside("jeg tog toget", "og jeg var ikke bange")


def test_what_happens_on_a_condition_is_not_told_without_it() -> None:
    assert follows_from("og så lægger jeg på", "når hun ringer, siger jeg ja, og så lægger jeg på")
    assert not follows_from("og så vandt jeg", "jeg spillede, og så vandt jeg")
