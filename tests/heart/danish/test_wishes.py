# SPDX-License-Identifier: MPL-2.0
"""The wishes in what citizens write, and what is no wish."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.danish.wishes import Wish, wish_in, wishes_in

DATA = Path(__file__).parent / "data/wishes.tsv"
MESSAGES = [line.split("\t") for line in DATA.read_text(encoding="utf-8").split("\n")[1:] if line]


@pytest.mark.parametrize(("message", "core"), MESSAGES)
def test_the_core_of_a_wish_is_found_or_there_is_none(message: str, core: str) -> None:
    wish = wish_in(message)
    assert (wish.core if wish else "") == core


@pytest.mark.parametrize(
    ("message", "core_du"),
    [
        ("jeg vil så gerne have kontakt til min bror igen", "have kontakt til din bror igen"),
        ("mit største ønske er at bo for mig selv", "bo for dig selv"),
        ("jeg længes efter at se mine børn noget mere", "se dine børn noget mere"),
        ("jeg vil gerne være mindre alene, især i weekenden", "være mindre alene, især i weekenden"),
        ("jeg vil gerne gå 20 min om dagen", "gå 20 min om dagen"),
        ("vil gerne ha en hund", "have en hund"),
    ],
)
def test_a_wish_can_be_said_back(message: str, core_du: str) -> None:
    wish = wish_in(message)
    assert wish and wish.core_du == core_du


def test_what_a_wish_is_for_stands_apart() -> None:
    assert wish_in("jeg vil gerne være mere stabil, så jeg kan komme videre ud i fleksjob") == Wish(
        "jeg vil gerne være mere stabil",
        "være mere stabil",
        "være mere stabil",
        "jeg kan komme videre ud i fleksjob",
    )


def test_several_wishes_in_one_message() -> None:
    message = (
        "jeg vil gerne have et job og jeg kunne også godt tænke mig en kæreste. min drøm er at få en hund"
    )
    assert [wish.core for wish in wishes_in(message)] == ["have et job", "en kæreste", "få en hund"]


@pytest.mark.parametrize(
    "message",
    [
        "jeg vil gerne dø", "gid jeg var død", "jeg vil bare gerne forsvinde",
        "jeg ønsker at tage mit eget liv",
        "jeg vil bare sove og aldrig vågne igen", "jeg ville ønske jeg ikke var her", "gid det hele var slut",
        "jeg drømmer om at det hele stopper", "jeg længes efter at slippe væk",
        "jeg kunne godt tænke mig at hænge mig",
        "det ville være bedst hvis jeg ikke levede", "jeg vil gerne skade mig selv", "gid jeg var dø",
        "jeg vil gerne have et job men mest af alt vil jeg bare gerne dø", "jeg vil gerne slå ham ihjel",
        "jeg har lyst til at skære i mig selv", "jeg trænger til evig fred",
        "jeg vil gerne tage alle mine piller",
    ],
)  # fmt: skip
def test_a_wish_to_die_or_to_harm_is_never_a_goal(message: str) -> None:
    assert wishes_in(message) == []


@given(st.text(max_size=120) | st.sampled_from([message for message, _ in MESSAGES]))
def test_what_is_said_is_in_the_message(message: str) -> None:
    assert all(wish.said in message and wish.core for wish in wishes_in(message))


def test_a_very_long_message_is_read_quickly() -> None:
    message = "jeg vil så gerne have ro og så er der også det med min bror og " * 320
    start = time.perf_counter()
    wishes_in(message)
    assert time.perf_counter() - start < 0.25
