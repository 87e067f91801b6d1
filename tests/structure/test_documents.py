# SPDX-License-Identifier: MPL-2.0
"""The pages that are made from code say what the code says, and every setting is described."""

from __future__ import annotations

import pytest

from bot.commands.documents import errors_as_markdown, settings_as_markdown
from bot.goals.lifecycle import as_markdown
from bot.settings import Settings
from tests.structure.house import ROOT

PAGES = {"settings.md": settings_as_markdown, "goal-states.md": as_markdown, "errors.md": errors_as_markdown}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_the_code_makes(name: str) -> None:
    page = ROOT / "docs" / name
    assert page.exists(), "run `afsaet docs`"
    assert page.read_text(encoding="utf-8") == PAGES[name](), "run `afsaet docs`"


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_described(name: str) -> None:
    told = Settings.model_fields[name].description
    assert told and told[0].isupper() and told.rstrip("…").endswith((".", "`", " "))
    assert f"`AFSAET_{name.upper()}`" in settings_as_markdown()
