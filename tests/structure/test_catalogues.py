# SPDX-License-Identifier: MPL-2.0
"""Every text of the pages can be translated: it stands in the one file of all texts, which is up to date."""

from __future__ import annotations

import ast
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from jinja2 import Environment

from bot.commands.texts import ALL_TEXTS, brought_up_to_date, extracted
from bot.web.language import catalogues
from tests.structure.house import ROOT, named, tree_of

TEMPLATES = sorted((ROOT / "bot/web/templates").glob("*.html"))
EVERY_TEMPLATE = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
READ_ALOUD = {"aria-label", "title", "placeholder", "alt"}
NOT_TRANSLATED = re.compile(r"\b(?:Afsæt|API)\b")
"""The name of the system, and the title of the API's own page, which is English."""
OF_THE_API = {"problems.py", "health.py", "app.py"}
"""What programs are told; the API is Danish as it is described."""


class Seen(HTMLParser):
    """The letters that a page shows or reads aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts += [value or "" for name, value in attrs if name in READ_ALOUD]


def outside_trans(source: str) -> tuple[str, list[str]]:
    """The HTML of a template without its code and its trans blocks, and the texts in its code that no `_` holds."""
    html, in_code, before, inside = "", [], ["", ""], False
    for _, kind, value in Environment().lex(source):
        if kind == "whitespace":
            continue
        if before[-1] == "{%" and kind == "name":
            inside = (inside or value == "trans") and value != "endtrans"
        if kind == "data" and not inside:
            html += value
        if kind == "string" and before != ["_", "("] and re.search(r"[^\W\d_].*[ æøåÆØÅ]|[æøåÆØÅ]", value):
            in_code.append(value)
        before = [before[-1], "{%" if kind == "block_begin" else value]
    return html, in_code


def untranslated(source: str) -> list[str]:
    html, in_code = outside_trans(source)
    seen = Seen()
    seen.feed(html)
    seen.close()
    found = (NOT_TRANSLATED.sub("", text) for text in (*seen.texts, *in_code))
    return [text.strip() for text in found if re.search(r"[^\W\d_]{2}", text)]


@EVERY_TEMPLATE
def test_a_template_has_no_text_that_cannot_be_translated(path: Path) -> None:
    assert untranslated(path.read_text(encoding="utf-8")) == []


def test_a_text_that_cannot_be_translated_would_be_found() -> None:
    assert untranslated("<p>Hej {{ name }}</p>") == ["Hej"]
    assert untranslated('<p aria-label="Sider">{% trans %}Hej{% endtrans %}</p>') == ["Sider"]
    assert untranslated('{{ "Dit svar" if one else _("Dit ord") }}') == ['"Dit svar"']
    assert untranslated('<b title="{{ _("To ord") }}">{% trans x %}Hej <i>{{ x }}</i>{% endtrans %} – Afsæt</b>') == []


def texts_in(tree: ast.Module) -> set[str]:
    """The strings of a module that look Danish, but for docstrings."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {node.value for node in strings if id(node) not in told and re.search(r"[æøåÆØÅ]", node.value)}


def test_a_danish_text_in_the_code_of_the_pages_is_among_all_texts() -> None:
    known = {message.id for message in extracted()}
    left = {
        named(path): sorted(missing) for path in sorted((ROOT / "bot/web").glob("*.py"))
        if path.name not in OF_THE_API and (missing := texts_in(tree_of(path)) - known - {"Afsæt"})
    }
    assert left == {}


def test_a_danish_text_in_the_scripts_is_among_all_texts() -> None:
    known = {message.id for message in extracted()}
    strings = re.compile(r'"([^"\n]*[æøåÆØÅ][^"\n]*|[A-ZÆØÅ][^"\n]* [^"\n]*)"')
    texts = {text for path in (ROOT / "bot/web/static").glob("*.js")
             for text in strings.findall(path.read_text(encoding="utf-8"))}
    assert texts - known == set() and "Afsæt er ved at svare." in texts


@pytest.mark.parametrize("path", [ALL_TEXTS, *catalogues().values()], ids=named)
def test_the_texts_are_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == brought_up_to_date()[path], "run `afsaet texts`"


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


@pytest.mark.parametrize("path", catalogues().values(), ids=named)
def test_a_translation_takes_the_same_values_and_the_same_tags(path: Path) -> None:
    def kept(text: str) -> list[str]:
        return sorted(set(re.findall(r"%\(\w+\)s|</?\w[^>]*>", text)))

    for message in read(path):
        if message.id and isinstance(message.string, str) and message.string:
            assert kept(message.string) == kept(message.id), message.id
