# SPDX-License-Identifier: MPL-2.0
"""Identifiers are masked, and what merely looks like one stays."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.danish.identifiers import mask

DATA = Path(__file__).parent / "data/masks.tsv"
TEXTS = [line.split("\t") for line in DATA.read_text(encoding="utf-8").split("\n")[1:] if line]
CLOSE_CALLS = st.text(alphabet="0123456789 -./+()@[]konto cpr\u00a0\u200b１a", max_size=60)


@pytest.mark.parametrize(("text", "masked"), TEXTS)
def test_identifiers_are_masked_and_the_rest_stays(text: str, masked: str) -> None:
    assert mask(text) == masked


@given(CLOSE_CALLS | st.text(max_size=100))
def test_masking_twice_masks_no_more(text: str) -> None:
    assert mask(mask(text)) == mask(text)


@given(st.dates(), st.integers(0, 9999), st.sampled_from(["", " ", "-", " - ", "–", "\u00a0", "/", "."]))
def test_no_cpr_number_gets_through(born: object, last: int, between: str) -> None:
    text = f"det er {born:%d%m%y}{between}{last:04d} ok"
    assert mask(text) == "det er [cpr] ok" or mask(text) == "det er [telefon] ok"


@given(
    st.integers(20_00_00_00, 99_99_99_99),
    st.sampled_from(["{} {} {} {}", "{}{} {}{}", "+45 {} {} {} {}", "{}.{}.{}.{}"]),
)
def test_no_phone_number_gets_through(number: int, form: str) -> None:
    digits = str(number)
    text = form.format(*(digits[i : i + 2] for i in range(0, 8, 2)))
    years = form == "{}{} {}{}" and digits[:2] == "20" and digits[4:6] in ("19", "20")
    rounded = form == "{}{} {}{}" and digits[2:4] in ("00", "50") and digits[3] == digits[7] == "0"
    assert years or mask(text) == "[telefon]" or rounded or digits[3] == digits[7] == "0"


@given(st.dates())
def test_a_birth_date_stays(born: object) -> None:
    for form in ("{:%d%m%y}", "{:%d.%m.%y}", "{:%d-%m-%Y}", "{:%d/%m/%Y}"):
        assert mask(form.format(born)) == form.format(born)


@pytest.mark.parametrize("piece", ["1 ", "12 ", "a@", "konto 1", "+1", "-", "reg ", "a.b-", "\u200b1", "9"])
def test_masking_takes_linear_time(piece: str) -> None:
    start = time.perf_counter()
    mask(piece * (20_000 // len(piece)))
    assert time.perf_counter() - start < 0.5


def test_two_addresses_run_together_are_both_masked_at_once() -> None:
    once = mask("0@0.@0")
    assert "@" not in once
    assert mask(once) == once
