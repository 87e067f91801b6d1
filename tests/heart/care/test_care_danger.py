# SPDX-License-Identifier: MPL-2.0
"""Danger in words: what must never be missed, what must not alarm, and figures on held-out messages."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.care import danger
from bot.care.danger import DangerKind, kind_of, look_for_danger, plain, why
from bot.codebook import Safety

DATA = Path(__file__).parent / "data"
NONE, CONCERN, ACUTE = Safety.NONE, Safety.CONCERN, Safety.ACUTE


def read_messages(name: str) -> list[dict[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


HELDOUT = read_messages("danger_heldout.jsonl")
FRESH = read_messages("danger_fresh.jsonl")


def share_noticed(messages: list[dict[str, str]], safety: str) -> float:
    levels = [look_for_danger(message["text"]) for message in messages if message["safety"] == safety]
    return sum(level is not NONE for level in levels) / len(levels)


MUST_BE_ACUTE = (
    "det var nemmest for alle hvis jeg ikke skulle være her i morgen. jeg har de der piller liggende i skuffen",
    "jeg har de der piller liggende i skuffen og har tænkt på dem hele natten",
    "Jeg har taget alle pillerne.",
    "Jeg gør det i aften.",
    "gor det i aften",
    "Han slår mig lige nu.",
    "han komer op af trapen nu han sae han vil slå mig ijel",
    "jeg har skåret for dybt denne gang tror jeg",
    "min kæreste har lige sparket døren ind, jeg har låst mig inde på badeværelset",
    "jeg bløder ret vildt fra armen og det stopper ik, jeg gjorde det selv",
    "de har sagt de kommer i aften og smadrer mig",
    "jeg har skrevet farvel til mine børn",
    "jeg tager mit liv i nat",
    "JEG TAGER MIT LIV I NAT!!!",
    "jeg t\u200bager mit liv i n\u00adat",
    "jeg hænger mig i aften",
    "jeg har taget en overdosis",
    "jeg har en kniv og går ned og stikker ham nu",
    "kms i aften",
    "tjekker ud for good",
)

MUST_BE_NOTICED = (
    "det ville være bedre hvis jeg ikke var her",
    "så er I fri for mig",
    "Jeg skærer i mig selv nogle gange.",
    "jeg vil dø",
    "jeg vil doe",
    "jeg vil gerne døøøø",
    "jeg ønsker jeg var dod",
    "jeg tænker på selvmor",
    "s e l v m o r d",
    "s3lvm0rd",
    "slå mig ijel",
    "jeg vil tae mit liv",
    "kms",
    "unalive",
    "jeg vil bare ende det hele",
    "nogen er efter mig",
    "stemmerne siger jeg skal gøre det",
    "min mand slår mig",
    "jeg vil ikke dø",
    "jeg har ikke tænkt mig at tage mit liv",
    "det ville være nemmest for alle hvis jeg bare ikke skulle være her",
    "gid man bare kunne falde i søvn og blive der",
    "det om at have lyst til at dø, det vil jeg altså hellere sige til Mette selv",
    "Man holder det gående, mest fordi det er så omstændeligt at lade være.",
    "river mig til blods når der ikke er nogen",
    "jei banker hoved ind i vegen vær gang de hele bliver for meget",
)

MUST_NOT_ALARM = (
    "",
    "   ",
    "👍",
    "Jeg er ved at dø af grin.",
    "ved at dø af kedsomhed",
    "dræber mig at vente",
    "jeg skød mig selv i foden",
    "jeg skal slå græsset",
    "jeg vil slå til",
    "hun slår hovedet på bordkanten",
    "det slår mig at jeg kan mere end jeg troede",
    "pille ved gamle cykler",
    "jeg tager mine piller hver dag",
    "skære grøntsager",
    "jeg kunne slå ham ihjel, den nar",
    "mit job hænger i en tynd tråd",
    "min bror tog sit liv sidste år",
    "Jeg er træt af det hele i dag.",
    "Jeg er til besvær",
    "jeg kan ikke lide at være til besvær",
    "jeg kan ikke være til møde på torsdag",
    "hvis jeg ikke skal være her på torsdag, sover jeg længe",
    "jeg har glemt mine piller i skuffen derhjemme",
    "jeg drømmer om at få et rigtigt arbejde",
    "banke løs på sækken er ugens højdepunkt",
)


@pytest.mark.parametrize("text", MUST_BE_ACUTE)
def test_danger_now_is_acute(text: str) -> None:
    assert look_for_danger(text) is ACUTE


@pytest.mark.parametrize("text", MUST_BE_NOTICED)
def test_danger_is_never_missed(text: str) -> None:
    assert look_for_danger(text) is not NONE


@pytest.mark.parametrize("text", MUST_NOT_ALARM)
def test_figures_of_speech_and_others_deeds_do_not_alarm(text: str) -> None:
    assert look_for_danger(text) is NONE, why(text)


def test_a_denied_act_stays_a_concern_and_is_no_plan() -> None:
    assert look_for_danger("jeg har ikke tænkt mig at tage mit liv i aften") is CONCERN


def test_a_figure_of_speech_does_not_hide_danger_beside_it() -> None:
    assert look_for_danger("haha jeg dør af grin. nej seriøst, jeg hænger mig i aften") is ACUTE


def test_danger_at_the_end_of_a_long_message_is_seen() -> None:
    calm = "jeg gik en tur med hunden og så fjernsyn " * 400
    assert look_for_danger(calm + "jeg tager mit liv i nat") is ACUTE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("jeg har taget alle pillerne", DangerKind.OVERDOSE),
        ("jeg har fundet pillerne frem og tænker på at tage dem", DangerKind.PILLS),
        ("pillerne ligger foran mig", DangerKind.PILLS),
        ("jeg har fundet pillerne frem. jeg tænker på at tage dem i nat", DangerKind.PILLS),
        ("jeg har gemt piller nok til at dø", DangerKind.PILLS),
        ("jeg fandt pillerne frem og har slugt dem alle sammen", DangerKind.OVERDOSE),
        ("stemmerne siger jeg skal slå mig selv ihjel", DangerKind.PSYCHOSIS),
        ("jeg slår hende ihjel i aften", DangerKind.HARM_TO_OTHER),
        ("min mand slår mig", DangerKind.VIOLENCE),
        ("jeg skærer i mig selv", DangerKind.SELF_HARM),
        ("jeg tænker på selvmord", DangerKind.SUICIDE),
        ("jeg skal i Netto", DangerKind.UNKNOWN),
    ],
)
def test_the_kind_of_danger_decides_the_phone_line(text: str, kind: DangerKind) -> None:
    assert kind_of(text) is kind


def test_reasons_name_patterns_and_never_repeat_the_citizen() -> None:
    names = {row.name for row in danger.ROWS}
    reasons = why("jeg tager mit liv i nat, Kirsten")
    assert reasons and set(reasons) <= names


def test_every_pattern_has_its_own_name_and_a_reason() -> None:
    assert len({row.name for row in danger.ROWS}) == len(danger.ROWS)
    assert all(row.why and row.near for row in danger.ROWS)


@pytest.mark.parametrize("messages", [HELDOUT, FRESH], ids=["heldout", "fresh"])
def test_the_cheap_test_never_skips_a_pattern_that_would_fire(messages: list[dict[str, str]]) -> None:
    skipped = set()
    for message in messages:
        for piece in danger.pieces_of(plain(message["text"])):
            tried = {row.name for row, _ in danger.readers_for(piece)}
            fires = {row.name for row, pattern in danger.READERS if pattern.search(piece)}
            skipped |= fires - tried
    assert skipped == set()


def test_the_heldout_set_is_as_large_as_promised() -> None:
    assert sum(message["safety"] != "none" for message in HELDOUT) >= 250
    assert sum(message["safety"] == "none" for message in HELDOUT) >= 300
    assert len({message["persona"] for message in HELDOUT}) >= 30


@pytest.mark.parametrize(("safety", "least"), [("acute", 0.95), ("concern", 0.93)])
def test_heldout_danger_is_noticed(safety: str, least: float) -> None:
    assert share_noticed(HELDOUT, safety) >= least


def test_heldout_acute_danger_is_seen_as_acute() -> None:
    levels = [look_for_danger(message["text"]) for message in HELDOUT if message["safety"] == "acute"]
    assert sum(level is ACUTE for level in levels) / len(levels) >= 0.9


def test_heldout_everyday_messages_seldom_alarm() -> None:
    assert share_noticed(HELDOUT, "none") <= 0.03


@pytest.mark.parametrize(
    ("safety", "least", "most"), [("acute", 0.9, 1), ("concern", 0.85, 1), ("none", 0, 0.05)]
)
def test_the_harder_second_set(safety: str, least: float, most: float) -> None:
    assert least <= share_noticed(FRESH, safety) <= most


def test_the_kind_is_right_where_danger_is_noticed() -> None:
    told = [m for m in HELDOUT if "kind" in m and look_for_danger(m["text"]) is not NONE]
    assert sum(kind_of(m["text"]) == m["kind"] for m in told) / len(told) >= 0.9


def ordinary_text(letters: int) -> str:
    """Everyday sentences, each different, so that nothing is skipped as a repetition."""
    groups = ("everyday", "sad_or_angry", "voices_not_commanding")
    calm = [message["text"] for message in HELDOUT if message["group"] in groups]
    lines = (f"{calm[number % len(calm)]} og så var klokken {number}" for number in range(letters // 20))
    return ". ".join(lines)[:letters]


def milliseconds(text: str) -> float:
    """Processor time of the fastest of seven, with the word caches emptied each time."""
    fastest = float("inf")
    for _ in range(7):
        danger.readers_near.cache_clear()
        danger.mend.cache_clear()
        start = time.process_time()
        look_for_danger(text)
        fastest = min(fastest, time.process_time() - start)
    return fastest * 1000


@pytest.mark.parametrize("text", ["a" * 20_000, "a " * 10_000, "." * 20_000, "jeg vil ikke " * 1500], ids=len)
def test_senseless_long_messages_are_cheap(text: str) -> None:
    assert milliseconds(text) < 40


def test_the_time_grows_in_step_with_the_length() -> None:
    assert milliseconds(ordinary_text(20_000)) < 7 * milliseconds(ordinary_text(5_000))


def test_twenty_thousand_letters_of_ordinary_text_are_read_in_time() -> None:
    # 20 ms is the aim on the project's machine; twice that leaves room for a busy one
    assert milliseconds(ordinary_text(20_000)) < 40


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert look_for_danger(text) in Safety
    assert isinstance(why(text), tuple)


@pytest.mark.parametrize(("text", "level"), [
    ("jeg har fundet pillerne frem. jeg tænker på at tage dem i nat", ACUTE),
    ("pillerne ligger her. jeg sluger dem alle sammen", ACUTE),
    ("jeg har fået nye piller. jeg skal tage dem hver aften", NONE),
    ("pillerne gør mig træt, jeg tænker på at tage dem om aftenen i stedet", NONE),
])
def test_pills_and_their_taking_may_stand_in_two_sentences(text: str, level: Safety) -> None:
    assert look_for_danger(text) is level


@pytest.mark.parametrize(("text", "kind"), [
    ("jeg har lyst til at dø, jeg har pillerne her", DangerKind.PILLS),
    ("pillerne ligger her på bordet og jeg vil dø", DangerKind.PILLS),
    ("jeg vil ikke leve mere, rebet ligger her", DangerKind.SUICIDE),
])
def test_a_wish_to_die_with_the_means_at_hand_is_danger_now(text: str, kind: DangerKind) -> None:
    assert (look_for_danger(text), kind_of(text)) == (Safety.ACUTE, kind)


@pytest.mark.parametrize("text", [
    "jeg har lyst til at dø, men jeg har ingen piller her i huset", "jeg har mine piller her til hovedpinen",
])
def test_no_means_at_hand_or_no_wish_to_die_is_not_danger_now(text: str) -> None:
    assert look_for_danger(text) is not Safety.ACUTE


def test_pills_at_home_beside_a_wish_to_die_are_what_is_spoken_of() -> None:
    assert kind_of("jeg vil ikke leve mere. har piller liggende herhjemme") is DangerKind.PILLS
