# SPDX-License-Identifier: MPL-2.0
"""Whatever a citizen writes, and however it is labelled, the talk goes on, stays small, and makes no goal unasked."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pydantic import TypeAdapter

from bot.codebook import Intent, Safety, Statement, Talk, Theme
from bot.mi.conversation import Ask, Conversation
from bot.mi.move import Effect
from bot.services import caring
from tests.factories import asked, begin, conversation, tell

TEXTS = (
    "ja", "nej", "5", "10", "nok en 7'er", "på tirsdag", "alene", "med min mor", "lad det ligge", "ret det", "?", "...",
    " ", "", "{own}", "{0} %s {wording}", "»citat«",
    "Jeg vil gerne ud", "Jeg drømmer om en hund og et hus",
    "Jeg vil gerne ud, men jeg tør ikke", "Jeg ringede til lægen i går", "det ved jeg ikke", "hej", "tak", "stop",
    "Jeg plejede at gå ture. Nu gør jeg ikke. Fordi jeg er træt!", "a" * 30, "🙂🙂", "linje\nto",
    "Jeg ringer til min læge på mandag sammen med min søster", "jeg orker ikke mere", "JEG VIL HJEM!!!",
    "hvad? hvorfor?", "går 🙂", "ja /", "\x1b\x85/", "- -",
)
SEEDS = some.integers(0, 1000)
A_STATEMENT = some.builds(
    Statement,
    text=some.one_of(some.sampled_from(TEXTS), some.text(max_size=60)),
    talk=some.frozensets(some.sampled_from(Talk), max_size=3),
    themes=some.frozensets(some.sampled_from(Theme), max_size=2),
    safety=some.sampled_from((*[Safety.NONE] * 60, *[Safety.CONCERN] * 3, Safety.ACUTE)),
    intent=some.sampled_from((*Intent, *[Intent.PAUSE, Intent.GREET, Intent.AFFIRM] * 3)),
    confidence=some.sampled_from((0.0, 0.5, 1.0)),
)
MEMORY = TypeAdapter(Conversation)
MOST_BYTES = 40_000


@settings(max_examples=250, deadline=None)
@given(ask=some.sampled_from(Ask), seed=SEEDS, said=some.lists(A_STATEMENT, min_size=2, max_size=12))
def test_no_sequence_of_messages_from_any_question_breaks_the_talk(ask: Ask, seed: int, said: list[Statement]) -> None:
    talk = asked(ask, seed=seed)
    for message in said:
        before = talk.asked
        turn = tell(talk, message)[0]
        assert turn.replies and all(reply.text.strip() for reply in turn.replies)
        if turn.move.effect is Effect.DRAFT_GOAL:
            assert before is Ask.READ_BACK and (message.text in ("ja", "ja /") or message.intent is Intent.AFFIRM)
        if turn.move.effect is Effect.ERASE:
            assert before is Ask.ERASE


@settings(max_examples=40, deadline=None)
@given(ask=some.sampled_from(Ask), said=some.lists(A_STATEMENT, min_size=1, max_size=12))
def test_what_is_kept_can_be_written_and_read_back(ask: Ask, said: list[Statement]) -> None:
    talk = asked(ask)
    for message in said:
        caring.respond(talk, message)
    assert MEMORY.validate_json(MEMORY.dump_json(talk)) == talk


def a_random_statement(chance: random.Random, text: str, concerns: float) -> Statement:
    safety = Safety.CONCERN if chance.random() < concerns else Safety.NONE
    return Statement(
        text, frozenset(chance.sample(list(Talk), chance.randint(0, 2))), frozenset(chance.sample(list(Theme), 1)),
        safety, chance.choice([Intent.SHARE, Intent.SHARE, *Intent]), chance.random(),
    )


def a_random_text(chance: random.Random) -> str:
    """A wish, a reason or a long tale, different each time."""
    word = "".join(chance.choices("abdefgiklmnoprstuvæøå", k=6))
    return chance.choice((
        f"Jeg vil gerne {word} noget mere", f"Jeg kan godt lide {word}, fordi det giver ro i hovedet om aftenen",
        f"Jeg kan ikke {word} mere", str(chance.randint(0, 10)), "ja", "nej",
        " ".join(f"Jeg tænkte på {word} og {number} andre ting." for number in range(15)),
    ))


def check_is_bounded(talk: Conversation) -> None:
    assert len(talk.heard) <= 24
    assert len(talk.mirrored) <= 40
    assert len(talk.wishes) <= 6
    assert len(talk.said) <= 120
    assert len(MEMORY.dump_json(talk)) < MOST_BYTES


@pytest.mark.parametrize(("seed", "concerns"), [(1, 0), (2, 0.01)])
def test_the_memory_of_six_hundred_turns_weighs_no_more_than_forty_kilobytes(seed: int, concerns: float) -> None:
    chance, talk = random.Random(seed), conversation(seed=seed)
    begin(talk)
    for _ in range(600):
        tell(talk, a_random_statement(chance, a_random_text(chance), concerns))
        check_is_bounded(talk)


LONG_WORD = "Jeg vil gerne " + "a" * 3900
LONG_TALE = ("Jeg vil gerne ud at gå og det er godt for mig at komme ud i luften med min gode ven. " * 50)[:4000]


@pytest.mark.parametrize("text", [LONG_WORD, LONG_TALE], ids=["word", "tale"])
@pytest.mark.parametrize("ask", [None, Ask.STEP, Ask.HOPE, Ask.READ_BACK], ids=str)
def test_the_longest_messages_do_not_swell_the_memory(text: str, ask: Ask | None) -> None:
    talk = conversation()
    begin(talk)
    kinds = (frozenset({Talk.DESIRE}), frozenset({Talk.REASON}), frozenset({Talk.SUSTAIN}))
    for number in range(30):
        if ask:
            talk.asked = ask
        tell(talk, Statement(f"{text[: -len(str(number))]}{number}", talk=kinds[number % 3]))
    assert len(MEMORY.dump_json(talk)) < MOST_BYTES
