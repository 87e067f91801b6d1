# SPDX-License-Identifier: MPL-2.0
"""The house rules for code: small functions, small files, a sentence on top, no address of where it was made."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from tests.structure.house import ROOT, named, our_modules, project_files, tree_of

MEDIAN_LINES, MOST_OF_NINE_IN_TEN, MOST_LINES, MOST_LINES_OF_A_FILE = 8, 25, 50, 300
SHORT_TABLE = 5
"""A list, dict, set, tuple or text at the top of a module that is longer than this many lines is a table."""
_TABLES = (ast.List, ast.Dict, ast.Set, ast.Tuple, ast.Constant, ast.JoinedStr)
_WRAPPERS = {"frozenset", "set", "tuple", "dict", "list", "MappingProxyType", "compile"}
WITH_A_LICENCE = {".py", ".yml", ".css", ".toml"}

MODULES = our_modules()
EVERY_MODULE = pytest.mark.parametrize("path", MODULES, ids=named)


def lines_of(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


_LISTS_OF_TABLES = "bot/store/migrations/versions/"
"""A migration is a table in the shape of a function."""


@cache
def functions() -> list[tuple[int, str]]:
    """(lines, where) for every function, longest last; decorators do not count."""
    found = []
    for path in MODULES:
        if named(path).startswith(_LISTS_OF_TABLES):
            continue
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found.append((lines_of(node), f"{named(path)}:{node.lineno} {node.name}"))
    return sorted(found)


def is_table(node: ast.stmt) -> bool:
    if not isinstance(node, ast.Assign | ast.AnnAssign) or lines_of(node) <= SHORT_TABLE:
        return False
    value = node.value
    if isinstance(value, ast.Call):
        called = value.func.attr if isinstance(value.func, ast.Attribute) else getattr(value.func, "id", "")
        return called in _WRAPPERS and bool(value.args) and isinstance(value.args[0], (*_TABLES, ast.GeneratorExp))
    return isinstance(value, _TABLES)


def lines_without_tables(path: Path) -> int:
    tables = sum(lines_of(node) for node in tree_of(path).body if is_table(node))
    return len(path.read_text(encoding="utf-8").splitlines()) - tables


def test_functions_are_small() -> None:
    lengths = functions()
    assert median(lines for lines, _ in lengths) <= MEDIAN_LINES
    assert lengths[int(len(lengths) * 0.9)][0] <= MOST_OF_NINE_IN_TEN


def test_no_function_is_long() -> None:
    assert [where for lines, where in functions() if lines > MOST_LINES] == []


@EVERY_MODULE
def test_a_file_is_short_but_for_its_tables(path: Path) -> None:
    assert lines_without_tables(path) <= MOST_LINES_OF_A_FILE


@EVERY_MODULE
def test_a_module_opens_with_a_sentence_on_what_it_is_for(path: Path) -> None:
    told = ast.get_docstring(tree_of(path))
    assert told and re.match(r"\S.*[.!?:]", told, re.DOTALL)


@EVERY_MODULE
def test_nothing_is_imported_inside_a_function(path: Path) -> None:
    if named(path) in MAY_IMPORT_LATE:
        return
    inside = [
        node.lineno
        for function in ast.walk(tree_of(path)) if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


MAY_IMPORT_LATE = {"bot/commands/reading.py": "TensorFlow comes with Rasa: seconds that no other command should pay"}
BROAD = {"Exception", "BaseException"}
MAY_CATCH_ALL: dict[str, int] = {}
"""Files at the outer edge, and how many broad excepts each may have."""


@EVERY_MODULE
def test_a_broad_except_stands_only_outermost(path: Path) -> None:
    handlers = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.ExceptHandler)]
    broad = [node.lineno for node in handlers if node.type is None or getattr(node.type, "id", "") in BROAD]
    assert len(broad) <= MAY_CATCH_ALL.get(named(path), 0), broad


OF_OTHERS = ROOT / "bot/web/static/dkfds"
"""Brings its own licences."""


def test_every_file_names_its_licence_on_the_first_line() -> None:
    files = [path for path in project_files() if path.suffix in WITH_A_LICENCE and OF_OTHERS not in path.parents]
    assert files and (OF_OTHERS / "LICENSE.md").exists()
    without = [
        named(path) for path in files
        if "SPDX-License-Identifier: MPL-2.0" not in (path.read_text(encoding="utf-8").splitlines() or [""])[0]
    ]
    assert without == []


# Where it was made is nobody's business

_FOLDERS = ("wo" + "rk", "ro" + "ot", "ho" + "me")
MACHINE_PATH = re.compile(rf"(?<![\w./-])/(?:{'|'.join(_FOLDERS)})/[\w.]")
_REGISTRIES = ("py" + "pi", "npm" + "js", "regis" + "try", "artifact" + "ory", "ne" + "xus", "mir" + "ror")
REGISTRY = re.compile(rf"https?://[^\s\"')]*(?:{'|'.join(_REGISTRIES)})", re.IGNORECASE)
TEXT = {".py", ".yml", ".css", ".toml", ".md", ".html", ".js", ".jsonl", ".tsv", ".txt", ".lock", ".mako", ".svg", ""}


@pytest.mark.parametrize("banned", [MACHINE_PATH, REGISTRY], ids=["machine path", "registry"])
def test_no_file_tells_where_it_was_made(banned: re.Pattern[str]) -> None:
    found = []
    for path in project_files():
        if path.suffix not in TEXT:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if match := banned.search(line):
                found.append(f"{named(path)}:{number}: {match[0]}")
    assert found[:20] == [], f"{len(found)} in all"


def test_the_bans_would_find_what_they_ban() -> None:
    assert MACHINE_PATH.search("at /" + _FOLDERS[0] + "/main") and MACHINE_PATH.search("(/" + _FOLDERS[1] + "/x)")
    assert not MACHINE_PATH.search("bot/" + _FOLDERS[2] + "/page")
    assert REGISTRY.search("https://" + _REGISTRIES[0] + ".org/simple")
