# SPDX-License-Identifier: MPL-2.0
"""What is said in danger: short, plain, never the same twice, and never more than the software can keep."""

import re
from itertools import product

import pytest

from bot.care.answers import after_not_now, answer, calm_reply
from bot.care.danger import DangerKind, look_for_danger
from bot.care.help_lines import Contact, contacts_for
from bot.codebook import Safety

OWN = Contact(name="Akuttilbuddet", number="12 34 56 78")
ALL = contacts_for("midtjylland", OWN)
FEW = contacts_for(None, None)
LEVELS = (Safety.ACUTE, Safety.CONCERN)
TURNS = range(7)
CASES = list(product(LEVELS, DangerKind, TURNS))
FORBIDDEN = (
    "det lyder som om", "jeg giver besked", "har givet besked", "mød op", "tag hen på", "dit mål", "delmål",
    "plan ", "diagnose", "desværre", "myndighed", "vi kommer", "de kommer",
)


def sentences_of(bubble: str) -> list[str]:
    """The sentences of a bubble without its phone lines."""
    return [part for part in re.split(r"(?<=[.?!:])\s+", bubble.split("\n")[0]) if part]


def lix(text: str) -> float:
    """Words per sentence plus the percentage of words of seven or more letters."""
    words = re.findall(r"\w+", text)
    sentences = max(len(re.findall(r"[.?!:]", text)), 1)
    return len(words) / sentences + 100 * sum(len(word) >= 7 for word in words) / len(words)


def spoken(bubbles: tuple[str, ...]) -> str:
    return " ".join(bubble.split("\n")[0] for bubble in bubbles)


EVERYTHING = [
    *(answer(level, kind, turn, ALL) for level, kind, turn in CASES),
    *(after_not_now(turn) for turn in range(4)),
    *(calm_reply(ALL, turn) for turn in range(3)),
    calm_reply(()),
]


@pytest.mark.parametrize("bubbles", EVERYTHING, ids=lambda bubbles: bubbles[0][:30])
def test_every_reply_is_short_and_asks_at_most_one_thing(bubbles: tuple[str, ...]) -> None:
    assert 1 <= len(bubbles) <= 3
    assert all(len([s for s in sentences_of(b) if not s.endswith(":")]) <= 2 for b in bubbles)
    assert spoken(bubbles).count("?") <= 1


@pytest.mark.parametrize("bubbles", EVERYTHING, ids=lambda bubbles: bubbles[0][:30])
def test_every_reply_is_easy_to_read(bubbles: tuple[str, ...]) -> None:
    assert lix(spoken(bubbles)) <= 30


@pytest.mark.parametrize("bubbles", EVERYTHING, ids=lambda bubbles: bubbles[0][:30])
def test_no_reply_promises_orders_or_speaks_of_goals(bubbles: tuple[str, ...]) -> None:
    said = " ".join(bubbles).lower()
    assert [phrase for phrase in FORBIDDEN if phrase in said] == []


@pytest.mark.parametrize(("level", "kind"), product(LEVELS, DangerKind))
def test_nothing_is_said_twice_in_seven_turns(level: Safety, kind: DangerKind) -> None:
    bubbles = [bubble for turn in TURNS for bubble in answer(level, kind, turn, ALL)]
    assert len(bubbles) == len(set(bubbles))


@pytest.mark.parametrize("kind", DangerKind)
def test_the_first_acute_answer_gives_112_before_all_other_numbers(kind: DangerKind) -> None:
    said = "\n".join(answer(Safety.ACUTE, kind, 0, ALL))
    numbers = re.findall(r"\d[\d ]+\d", said)
    assert numbers[0] == "112"
    assert "70 11 31 31" in numbers


@pytest.mark.parametrize("kind", DangerKind)
@pytest.mark.parametrize("turn", [1, 2])
def test_later_acute_answers_are_shorter_and_list_no_numbers_again(kind: DangerKind, turn: int) -> None:
    later = answer(Safety.ACUTE, kind, turn, ALL)
    assert len(spoken(later)) < len(spoken(answer(Safety.ACUTE, kind, 0, ALL)))
    assert "70 11 31 31" not in " ".join(later)


@pytest.mark.parametrize(("level", "kind", "contacts"), product(LEVELS, DangerKind, (ALL, FEW, ())))
def test_livslinien_never_stands_alone(
    level: Safety, kind: DangerKind, contacts: tuple[Contact, ...]
) -> None:
    said = " ".join(answer(level, kind, 0, contacts))
    assert "70 201 201" not in said or "112" in said


@pytest.mark.parametrize(
    ("level", "kind", "number"),
    [
        (Safety.CONCERN, DangerKind.VIOLENCE, "1888"),
        (Safety.ACUTE, DangerKind.VIOLENCE, "1888"),
        (Safety.CONCERN, DangerKind.OVERDOSE, "82 12 12 12"),
        (Safety.ACUTE, DangerKind.OVERDOSE, "82 12 12 12"),
        (Safety.CONCERN, DangerKind.SUICIDE, "70 11 31 31"),
    ],
)
def test_each_kind_gets_the_line_that_fits(level: Safety, kind: DangerKind, number: str) -> None:
    assert number in " ".join(answer(level, kind, 0, ALL))


@pytest.mark.parametrize("kind", DangerKind)
def test_the_first_concern_answer_asks_whether_it_is_now(kind: DangerKind) -> None:
    question = next(b for b in answer(Safety.CONCERN, kind, 0, ALL) if "?" in b)
    assert re.search(r"\bnu\b|i dag", question)


def test_without_danger_nothing_is_said() -> None:
    assert answer(Safety.NONE, DangerKind.UNKNOWN, 0, ALL) == ()


def test_after_not_now_the_citizen_chooses_to_go_on_or_rest() -> None:
    assert all("videre" in " ".join(after_not_now(turn)) for turn in range(4))
    assert len({after_not_now(turn) for turn in range(4)}) == 4


def test_the_calm_reply_tells_the_truth_and_gives_a_person() -> None:
    said = " ".join(calm_reply(ALL))
    assert "teknisk fejl" in said and "er gemt" in said and "12 34 56 78" in said
    assert "112" in " ".join(calm_reply(()))


def test_a_belief_is_neither_confirmed_nor_confronted() -> None:
    replies = (answer(level, DangerKind.PSYCHOSIS, turn, ALL) for level in LEVELS for turn in TURNS)
    said = " ".join(" ".join(bubbles) for bubbles in replies).lower()
    assert not re.search(r"efter dig|ikke rigtigt|indbild|passer ikke|de vil dig|stemmerne har", said)


@pytest.mark.parametrize("bubbles", EVERYTHING[:14], ids=lambda bubbles: bubbles[0][:30])
def test_our_own_words_stay_calm(bubbles: tuple[str, ...]) -> None:
    assert look_for_danger(bubbles[0]) is Safety.NONE
