# SPDX-License-Identifier: MPL-2.0
"""The phone numbers: their order, what is left unsaid, and what happens when the file is broken."""

from datetime import date
from pathlib import Path

import pytest

from bot.care.help_lines import (
    ALARM,
    CONTACTS,
    Contact,
    contacts_for,
    read_contacts,
    region_line,
    unchecked_since,
)

OWN = Contact(name="Akuttilbuddet", number="12 34 56 78")


@pytest.mark.parametrize(
    ("region", "number"),
    [
        ("Region Hovedstaden", "1813"),
        ("sjælland", "1818"),
        ("Sjaelland", "1818"),
        ("Region Syddanmark", "70 11 07 07"),
        ("MIDTJYLLAND", "70 11 31 31"),
        ("nordjylland", "70 15 03 00"),
    ],
)
def test_each_region_has_its_line(region: str, number: str) -> None:
    line = region_line(region)
    assert line is not None and line.number == number


@pytest.mark.parametrize("region", [None, "", "Region", "Skåne"])
def test_an_unknown_region_leaves_its_line_out(region: str | None) -> None:
    assert [contact.number for contact in contacts_for(region, None)] == ["112", "70 201 201"]


def test_the_order_is_alarm_region_municipality_livslinien() -> None:
    numbers = [contact.number for contact in contacts_for("midtjylland", OWN)]
    assert numbers == ["112", "70 11 31 31", "12 34 56 78", "70 201 201"]


def test_livslinien_shows_the_queue_and_no_hours() -> None:
    livslinien = CONTACTS["livslinien"]
    assert livslinien.hours_text == ""
    assert livslinien.as_line() == "Livslinien: 70 201 201 (der kan være kø, prøv igen)"


def test_verified_hours_are_shown() -> None:
    assert CONTACTS["violence"].as_line() == "Lev Uden Vold: 1888 (døgnet rundt)"


def test_the_foundations_contacts_are_all_there() -> None:
    numbers = {contact.number for contact in CONTACTS.values()}
    assert {"112", "114", "1813", "1818", "1888", "116 111", "82 12 12 12", "70 201 201"} <= numbers


@pytest.mark.parametrize(
    "broken",
    [
        "[alarm",
        "x = 1",
        "[line]\nname = 'A'",
        "[line]\nname = 'A'\nnumber = 112",
        "[line]\nname = 'A'\nnumber = ''",
        "[line]\nname = 'A'\nnumber = '1'\nfoo = 'b'",
        "[line]\nname = 'A'\nnumber = '1'\nregions = 3",
        "[line]\nname = 'A'\nnumber = '1'\nchecked_on = 'i går'",
    ],
)
def test_a_broken_file_leaves_the_alarm_number(tmp_path: Path, broken: str) -> None:
    file = tmp_path / "help_lines.toml"
    file.write_text(broken, encoding="utf-8")
    assert read_contacts(file) == {"alarm": ALARM}


def test_a_missing_file_leaves_the_alarm_number(tmp_path: Path) -> None:
    assert read_contacts(tmp_path / "nothing.toml") == {"alarm": ALARM}


def test_contacts_grow_old_after_180_days() -> None:
    assert unchecked_since(date(2026, 11, 22)) == ()
    assert len(unchecked_since(date(2027, 5, 1))) == len(CONTACTS)


def test_every_source_is_an_official_page_over_https() -> None:
    assert all(contact.source_url.startswith("https://") for contact in CONTACTS.values())
