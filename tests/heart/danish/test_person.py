# SPDX-License-Identifier: MPL-2.0
"""Holds that a citizen's words come back as right Danish in "du", or not at all."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from bot.danish.person import is_harsh_on_self, main_du, to_du

PAIRS = Path(__file__).parent / "data" / "reflections.tsv"
ROWS = list(csv.DictReader(PAIRS.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_there_are_many_pairs_and_some_of_them_are_declined() -> None:
    assert len(ROWS) >= 850
    assert sum(1 for row in ROWS if not row["main_du"]) >= 15


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["citizen"])
def test_main_clauses_are_right_or_declined(row: dict[str, str]) -> None:
    assert (main_du(row["citizen"]) or "") == row["main_du"]


# Clauses of quotes from Kortlægning af god kvalitet i praksis i bostøtten (VIVE/SUS 2021), chapters
# 2.1 and 2.2.
QUOTED = {
    "Så er jeg måske også lidt mere tilbøjelig til at sige": None,
    "jamen, jeg har nok egentlig også lidt en dårlig dag": "du har nok egentlig også lidt en dårlig dag",
    "så er det nemmere bare at blive bag mine fire vægge og være psykotisk":
        "det er nemmere bare at blive bag dine fire vægge og være psykotisk",
    "Det er mest det der med at have noget at stå op til":
        "det er mest det der med at have noget at stå op til",
    "for ellers kunne man sagtens ligge i sengen hele dagen":
        "ellers kunne man sagtens ligge i sengen hele dagen",
    "men nu kommer jeg op også på de dårlige dage": "nu kommer du op også på de dårlige dage",
    "Jeg vil gerne være mere stabil": "du vil gerne være mere stabil",
    "så jeg kan komme videre ud i fleksjob": "du kan komme videre ud i fleksjob",
    "du ved sådan at have et rigtigt arbejde": None,
    "hvis man kan sige det sådan": None,
    "at have noget meningsfuldt": None,
    "det med ikke at være så afhængig af andre og at kunne tjene sine egne penge": None,
    "Jeg drømmer om at få en familie": "du drømmer om at få en familie",
    "Om at komme ud af alt det psykiske og ikke at være så afhængig af medicin": None,
    "At have et normalt liv ligesom alle andre": None,
    "Jeg drømmer om at blive mere stabil": "du drømmer om at blive mere stabil",
    "så jeg kan komme i praktik og i fleksjob og få et rigtigt arbejde":
        "du kan komme i praktik og i fleksjob og få et rigtigt arbejde",
    "Jeg kunne godt lide at bruge skemaet": "du kunne godt lide at bruge skemaet",
    "og nu kan jeg selv lave skemaerne på min egen mobil efter at have lært det praktisk":
        "nu kan du selv lave skemaerne på din egen mobil efter at have lært det praktisk",
}  # fmt: skip


@pytest.mark.parametrize(("clause", "expected"), QUOTED.items())
def test_clauses_of_published_quotes_are_right_or_declined(clause: str, expected: str | None) -> None:
    assert main_du(clause) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("have kontakt til min bror igen", "have kontakt til din bror igen"),
        ("bo for mig selv", "bo for dig selv"),
        ("komme ud af døren, når jeg er alene", "komme ud af døren, når du er alene"),
        ("Jeg vil gerne ud. Men jeg tør ikke!", "Du vil gerne ud. Men du tør ikke"),
        ("mine børn, min mand og mit hus", "dine børn, din mand og dit hus"),
        ("om 5 min kommer min bus", "om 5 min kommer din bus"),
        ("min søn og jeg skændes, vi kan ikke tale sammen", "din søn og du skændes, I kan ikke tale sammen"),
        ("jeg bor med min kæreste og vores hund", "du bor med din kæreste og jeres hund"),
        ("de er familie du ved", "de er familie"),
        ("jeg har jo altså prøvet", "du har prøvet"),
        ("jo mere jeg prøver jo værre bliver det", "jo mere du prøver jo værre bliver det"),
        ("man bliver træt", "man bliver træt"),
    ],
)
def test_first_person_becomes_second_in_the_same_order(text: str, expected: str) -> None:
    assert to_du(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "hvad skal jeg gøre",
        "kan jeg få hjælp",
        "ring til mig",
        "jeg er ude, luk chatten",
        "det sagde jeg til dig i går",
        "vi talte om det sidst",
        "vores bil er i stykker",
        "han sagde: du er doven",
        'jeg tænkte "nu er det nok"',
        "kommer I i morgen",
        "er det sådan jeg skal gøre?",
        "",
        "...",
        "👍",
    ],
)
def test_questions_orders_quotes_and_words_to_the_bot_are_not_given_back(text: str) -> None:
    assert to_du(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "jeg er bare doven",
        "jeg er en taber",
        "jeg er klam",
        "jeg dur ikke til noget",
        "ingen gider mig",
        "er bare doven",
        "doven er jeg sgu nok, jeg er en idiot",
        "jeg hader mig selv",
        "jeg er en dårlig mor",
        "jeg er bare en byrde for alle",
        "jeg ødelægger det hele",
        "jg er så dum",
        "jeg føler mig som en fiasko",
        "alle er ligeglade med mig",
        "der er noget galt med mig",
        "jeg er ikke noget værd",
        "det er min egen skyld",
        "jeg fortjener det ikke",
        "jeg kan ikke finde ud af noget",
        "det er også mig der har ødelagt det",
        "det er mig der er problemet",
        "jeg burde skamme mig",
        "jeg skulle virkelig skamme mig",
        "jeg er en pestilens for alle",
        "det er nok min fejl det hele",
        "jeg er selv skyld i det",
        "jeg har svigtet mine børn",
        "jeg skuffer altid mine forældre",
        "jeg har ødelagt det for min søn",
        "jeg har bare spildt mit liv",
        "jeg gør alting forkert",
        "jeg er ikke god nok",
        "de har det bedre uden mig",
        "jeg er en plage",
        "jeg har selv været ude om det",
        "jeg spilder bare jeres tid",
        "det kan jeg takke mig selv for",
    ],
)
def test_harsh_words_on_oneself_are_noticed(text: str) -> None:
    assert is_harsh_on_self(text)


@pytest.mark.parametrize(
    "text",
    [
        "det er dumt at jeg ikke bare ringer",
        "jeg har en dum nabo",
        "min bror er en idiot",
        "jeg hader mandage",
        "jeg er en god mor når jeg har det godt",
        "jeg kan ikke finde ud af at betale mine regninger",
        "jeg gider ikke det her mere",
        "jeg vil gerne tabe mig",
        "jeg er ked af det",
        "jeg føler mig alene",
        "det er ikke min skyld",
        "det er mig der laver mad",
        "jeg har ødelagt min telefon",
        "jeg er bange for at plage dem",
        "min bror burde skamme sig",
        "jeg blev svigtet af min mor",
        "jeg er ikke stærk nok til at bære det",
        "jeg er skuffet over min søn",
        "jeg har spildt kaffe på bordet",
        "det er mig selv der skal gøre det",
        "jeg skammer mig over mit hjem",
    ],
)
def test_plain_statements_are_not_called_harsh(text: str) -> None:
    assert not is_harsh_on_self(text)


@pytest.mark.parametrize(
    "text",
    [
        "jeg vil gerne ud og " * 1000,
        "jeg ved ikke hvad jeg skal " * 700,
        "så er jeg , og så ja jo mere altså jo " * 500,
        ":" * 20_000,
        "jo " * 6_000,
        "a" * 20_000,
        "jeg er " + "meget " * 3_000 + "dum",
    ],
    ids=range(7),
)
def test_very_long_messages_are_read_at_once(text: str) -> None:
    started = time.perf_counter()
    main_du(text)
    to_du(text)
    is_harsh_on_self(text)
    assert time.perf_counter() - started < 0.3
