# SPDX-License-Identifier: MPL-2.0
"""The pages of docs/ that are made from code, so that they are never out of step."""

from __future__ import annotations

from pathlib import Path

from bot.settings import Settings


def settings_as_markdown() -> str:
    """Every environment variable with its default and what it is for."""
    lines = [
        "# Settings", "", "Made from `bot/settings.py` by `afsaet docs`; change it there, not here.", "",
        "| variable | default | what it is for |", "| --- | --- | --- |",
    ]
    for name, field in Settings.model_fields.items():
        default = "" if field.default is None else f"`{field.default}`"
        lines.append(f"| `AFSAET_{name.upper()}` | {default} | {field.description} |")
    return "\n".join(lines) + "\n"


def write_documents(folder: Path, goal_states: str) -> list[Path]:
    """Writes the pages; their paths."""
    folder.mkdir(exist_ok=True)
    pages = {"goal-states.md": goal_states, "settings.md": settings_as_markdown()}
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in pages]
