# SPDX-License-Identifier: MPL-2.0
"""`afsaet texts`: gathers every text of the pages in one file, and tells what each language still lacks."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

from bot.commands.model import ROOT
from bot.web.language import LOCALE, catalogues

ALL_TEXTS = LOCALE / "afsaet.pot"
_HEADER = "# SPDX-License-Identifier: MPL-2.0\n# {}"
_OF_ALL = "Every text of the pages, made by `afsaet texts`: change the text where it stands, not here."
_OF_A_LANGUAGE = "The pages' texts in another language; `afsaet texts` adds what is new. What is empty stays Danish."
_CHANGES_BY_ITSELF = re.compile(
    r'"(?:Project-Id-Version|POT-Creation-Date|PO-Revision-Date|Generated-By|Report-Msgid-Bugs-To|Last-Translator'
    r'|Language-Team): .*\n')
_Found = tuple[int, str, str, list[str]]


def words(file: BinaryIO, keywords: object, tags: object, options: Mapping[str, str]) -> Iterator[_Found]:
    """For Babel: the texts of a Python module, in the constants of `options` and in calls of `_`."""
    tree = ast.parse(file.read())
    named = options.get("constants", "").split()
    own = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    for node in ast.walk(tree):
        found: Iterator[ast.Constant] = iter(())
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value and _is_named(node, named):
            found = _texts_in(node.value, own)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            found = _texts_in(node.args[0], own)
        yield from ((one.lineno, "_", str(one.value), []) for one in found)


def _is_named(node: ast.Assign | ast.AnnAssign, named: Sequence[str]) -> bool:
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    name = target.id if isinstance(target, ast.Name) else ""
    return name in named or ("*" in named and name.strip("_").isupper() and f"-{name}" not in named)


def _texts_in(value: ast.expr, own: set[str]) -> Iterator[ast.Constant]:
    """The texts of a value: not the keys of a dict, no path of a page, no arguments but those of the module's own
    classes."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        if re.search(r"[^\W\d_]", value.value) and not value.value.startswith("/"):
            yield value
        return
    parts: list[ast.expr] = []
    if isinstance(value, ast.Dict):
        parts = value.values
    elif isinstance(value, ast.Tuple | ast.List):
        parts = value.elts
    elif isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in own:
        parts = [*value.args, *(one.value for one in value.keywords)]
    for part in parts:
        yield from _texts_in(part, own)


def extracted() -> Catalog:
    """All texts, each with the files where it stands."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as told:
        methods, options = parse_mapping_cfg(told)
    catalog = Catalog(header_comment=_HEADER.format(_OF_ALL), fuzzy=False)
    seen: set[Path] = set()
    for pattern, method in methods:
        for path in sorted(set(ROOT.glob(pattern)) - seen):
            seen.add(path)
            for _, text, *_ in extract_from_file(method, path, DEFAULT_KEYWORDS, (), options.get(pattern, {})):
                catalog.add(text, locations=[(path.relative_to(ROOT).as_posix(), 1)])
    return catalog


def brought_up_to_date() -> dict[Path, str]:
    """What the file of all texts and each catalogue hold when they are up to date; all translations are kept."""
    template = extracted()
    made = {ALL_TEXTS: _as_text(template)}
    for language, path in catalogues().items():
        catalog = _read(path, language)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.header_comment = _HEADER.format(_OF_A_LANGUAGE)
        made[path] = _as_text(catalog)
    return made


def _read(path: Path, language: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _as_text(catalog: Any) -> str:
    """Sorted, and without what changes by itself: dates, line numbers, the version of Babel."""
    written = io.BytesIO()
    write_po(written, catalog, width=0, sort_output=True, include_lineno=False)
    return _CHANGES_BY_ITSELF.sub("", written.getvalue().decode()).strip() + "\n"


def write_texts() -> Iterator[str]:
    """Writes the files; says how many texts there are, and how many of them each language lacks."""
    for path, text in brought_up_to_date().items():
        path.write_text(text, encoding="utf-8")
    yield f"{len(extracted())} texts in {ALL_TEXTS.relative_to(ROOT)}"
    for language, path in sorted(catalogues().items()):
        missing = sum(not (one.string if isinstance(one.string, str) else all(one.string)) or one.fuzzy
                      for one in _read(path, language) if one.id)
        yield f"{language}: {missing} missing, they stay Danish"
