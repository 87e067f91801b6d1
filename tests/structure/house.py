# SPDX-License-Identifier: MPL-2.0
"""Where the project's files are, for the tests of its structure."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
OURS = ("bot", "nlu", "actions")


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that is or will be in the repository: tracked, or new and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(sorted(path for path in paths if path.is_file()))


def named(path: Path) -> str:
    """A file's name inside the project, for messages."""
    return str(path.relative_to(ROOT))


@cache
def our_modules() -> tuple[Path, ...]:
    """The Python files of bot, nlu and actions."""
    return tuple(path for path in project_files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in OURS)


@cache
def tree_of(path: Path) -> ast.Module:
    """A Python file, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"))
