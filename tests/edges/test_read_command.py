# SPDX-License-Identifier: MPL-2.0
"""`afsaet read`: labels beside what was there, and a bad line is named; Rasa itself is not loaded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.commands import model, reading
from tests.edges.terminal import afsaet, failed

pytestmark = pytest.mark.usefixtures("folder")


class FakeAgent:
    """Understands everything the same way, but takes a leading slash for a command, as Rasa does."""

    async def parse_message(self, text: str) -> dict[str, Any]:
        if text.startswith("/"):
            return {"text": text, "intent": {"name": text[1:], "confidence": 1.0}, "entities": []}
        layers: dict[str, Any] = {"talk": [], "themes": [], "talk_confidence": {}, "themes_confidence": {}}
        return {
            **layers, "safety": "none", "safety_confidence": 0.0, "text": text, "goal_entities": [],
            "intent": {"name": "share", "confidence": 1.0},
        }


@pytest.fixture
def understood(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(model, "ensure_model", lambda settings: folder / "model.tar.gz")
    monkeypatch.setattr(reading, "load_quietly", lambda path: FakeAgent())


def test_read_adds_labels_and_keeps_what_was_there(understood: None) -> None:
    result = afsaet("read", given='{"text": "på gensyn", "id": 7}\n\n{"text": ""}\n')
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["text"], first["id"], first["intent"], first["safety"]) == ("på gensyn", 7, "share", "none")
    assert set(first) == {*reading._LAYERS, "text", "id", "intent", "intent_confidence", "entities"}
    assert second["text"] == ""
    assert result.exit_code == 0 and "på" in result.stdout


def test_read_labels_a_message_that_begins_with_a_slash(understood: None) -> None:
    result = afsaet("read", given='{"text": "/stop{}"}\n')
    assert result.exit_code == 0, repr(result.exception)
    assert json.loads(result.stdout)["safety"] == "none"


@pytest.mark.parametrize("line", [
    "ikke json", '{"text": ', "[]", '"hej"', "5", "null", "{}", '{"text": 5}', '{"text": null}',
])
def test_read_stops_at_a_bad_line_with_its_number_and_keeps_what_came_before(understood: None, line: str) -> None:
    result = afsaet("read", given=f'{{"text": "hej"}}\n\n{line}\n{{"text": "farvel"}}\n')
    assert "line 3" in failed(result)
    assert [json.loads(one)["text"] for one in result.stdout.splitlines()] == ["hej"]


def test_read_of_a_file_that_is_not_there_says_so(understood: None) -> None:
    assert "findes-ikke.jsonl" in failed(afsaet("read", "findes-ikke.jsonl"))


def test_read_of_a_file_in_another_encoding_says_so(understood: None, folder: Path) -> None:
    (folder / "gammel.jsonl").write_bytes('{"text": "hej"}\n{"text": "på"}\n'.encode("latin-1"))
    assert "UTF-8" in failed(afsaet("read", "gammel.jsonl")).upper()


def test_read_takes_lines_that_end_as_on_windows(understood: None, folder: Path) -> None:
    (folder / "windows.jsonl").write_bytes(b'{"text": "hej"}\r\n{"text": "farvel"}\r\n')
    assert len(afsaet("read", "windows.jsonl").stdout.splitlines()) == 2
