# SPDX-License-Identifier: MPL-2.0
"""The pages of docs/ that are made from code, so that they are never out of step."""

from __future__ import annotations

from pathlib import Path

from bot.settings import Settings
from bot.web.problems import OTHERS, STATUS


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


def errors_as_markdown() -> str:
    """Every error of the API with its status, its kind and what is said."""
    told = {error.kind: (status, error.danish, _when(error)) for error, status in STATUS.items()}
    told |= {kind: (status, danish, when) for kind, (status, danish, when) in OTHERS.items()}
    lines = [
        "# The errors of the API", "", "Made from `bot/web/problems.py` and `bot/services/errors.py` by `afsaet docs`;"
        " change them there, not here.", "",
        "Every error is problem details (RFC 9457): `type` is `urn:afsaet:problem:` and the kind, `title` is Danish and"
        " says the way out.", "", "| status | kind | when | what is said |", "| --- | --- | --- | --- |",
        *(f"| {status} | `{kind}` | {when} | {danish} |" for kind, (status, danish, when) in sorted(told.items())),
    ]
    return "\n".join(lines) + "\n"


def _when(error: type[Exception]) -> str:
    return " ".join((error.__doc__ or "").split("\n\n")[0].split()).rstrip(".")


def write_documents(folder: Path, goal_states: str) -> list[Path]:
    """Writes the pages; their paths."""
    folder.mkdir(exist_ok=True)
    pages = {
        "goal-states.md": goal_states, "settings.md": settings_as_markdown(), "errors.md": errors_as_markdown(),
    }
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in pages]
