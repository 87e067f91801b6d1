# SPDX-License-Identifier: MPL-2.0
"""The documents of the data protection officer say what the software does: settings, files, figures, commands."""

from __future__ import annotations

import re

import pytest

from bot.commands.main import app
from bot.settings import Settings
from tests.structure.house import ROOT

DOCUMENTS = ["dpia.md", "fortegnelse.md", "tilgaengelighedserklaering.md"]
EVERY = pytest.mark.parametrize("name", DOCUMENTS)
TERMS = {"KEEP_TALKS_DAYS", "KEEP_DECLINED_DAYS", "KEEP_AUDIT_DAYS"}
"""How long things are kept; both documents on data name each with its number."""


def written(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def figures_in(text: str) -> list[tuple[str, str]]:
    """(number, setting) of every "90 dage (`AFSAET_…`)"."""
    return re.findall(r"(\d+) (?:dage|timer|minutter)\s+\(`AFSAET_(\w+)`\)", text)


@EVERY
def test_every_setting_that_is_named_is_one(name: str) -> None:
    named = set(re.findall(r"AFSAET_(\w+)", written(name)))
    assert named and {one.lower() for one in named} <= set(Settings.model_fields)


@EVERY
def test_every_file_that_is_named_is_there(name: str) -> None:
    text = written(name)
    in_code = re.findall(r"`((?:bot|nlu|actions|tests|docs|benchmarks)/[\w./-]*|[\w-]+\.(?:lock|toml))`", text)
    linked = [f"docs/{link}" for link in re.findall(r"\]\(([\w.-]+\.md)\)", text)]
    assert in_code and [path for path in [*in_code, *linked] if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS[:2])
def test_the_times_are_the_defaults_of_the_settings(name: str) -> None:
    told = figures_in(written(name))
    assert {setting for _, setting in told} >= TERMS
    for number, setting in told:
        assert Settings.model_fields[setting.lower()].default == int(number), setting


@pytest.mark.parametrize("name", DOCUMENTS[:2])
def test_no_setting_of_time_is_named_without_its_number(name: str) -> None:
    text = written(name)
    named = [setting for setting in re.findall(r"`AFSAET_(\w+_(?:DAYS|MINUTES|HOURS))`", text)
             if setting != "STAFFED_HOURS"]
    assert sorted(named) == sorted(setting for _, setting in figures_in(text))


@EVERY
def test_every_command_that_is_named_is_one(name: str) -> None:
    words = {command.name or str(getattr(command.callback, "__name__", "")).replace("_", "-")
             for command in app.registered_commands} | {group.name for group in app.registered_groups}
    for command in re.findall(r"`afsaet (\w+)", written(name)):
        assert command in words, command


@EVERY
def test_what_the_municipality_must_fill_in_is_marked(name: str) -> None:
    text = written(name)
    assert text.count("[kommunen udfylder: ") == text.count("[kommunen udfylder") >= 5
    assert "TODO" not in text and "Lorem" not in text


def test_every_risk_has_its_numbers_before_and_after() -> None:
    rows = [line for line in written("dpia.md").splitlines() if re.match(r"\| \d+ \|", line)]
    assert [int(row.split("|")[1]) for row in rows] == list(range(1, len(rows) + 1)) and len(rows) >= 15
    for row in rows:
        _, _, _, before, measure, after, left, _ = (cell.strip() for cell in row.split("|"))
        (likely, grave), (still, then) = (tuple(map(int, cell.split("/"))) for cell in (before, after))
        assert all(1 <= figure <= 4 for figure in (likely, grave, still, then)) and still * then <= likely * grave
        assert measure and left


def test_the_readme_leads_to_them() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"(docs/{name})" in readme for name in DOCUMENTS)
