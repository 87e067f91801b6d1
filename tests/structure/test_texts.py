# SPDX-License-Identifier: MPL-2.0
"""What citizens read on the pages, beside the conversation, is as easy to read as the conversation: LIX and length."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.commands.model import ROOT
from bot.danish.readability import lix, sentences
from bot.web import kept_words, plan_words

TEMPLATES = ROOT / "bot/web/templates"
OF_CITIZENS = sorted(
    path for path in TEMPLATES.glob("*.html")
    if path.stem.split("-")[0] in ("start", "samtale", "privatliv", "gemt", "mit", "del", "ikke", "vent", "bemanding")
    or path.stem in ("peer-er-her", "peer-lukket-ind")
)
MOST_LIX, MOST_WORDS, ENOUGH_WORDS = 30, 24, 25
"""The house's own limit for a conversation; a sentence as long as a phrase may be; fewer words give no LIX."""
_CODE = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_BLOCK = re.compile(r"</?(?:p|li|h\d|ul|ol|label|button|summary|section|article|dt|dd|form|div|blockquote|title)"
                    r"\b[^>]*>")


def texts_of(path: Path) -> Iterator[str]:
    """The visible texts of a template, a block at a time; a value stands as a short word."""
    whole = _VALUE.sub("det", _CODE.sub(" ", path.read_text(encoding="utf-8")))
    whole = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", whole, flags=re.DOTALL)
    for part in _BLOCK.split(whole):
        text = html.unescape(" ".join(re.sub(r"<[^>]+>", " ", part).split()))
        if re.search(r"[a-zæøå]{2}", text):
            yield text


def test_the_pages_of_citizens_are_found() -> None:
    assert len(OF_CITIZENS) > 14


@pytest.mark.parametrize("path", OF_CITIZENS, ids=lambda path: path.name)
def test_a_page_of_citizens_is_easy_to_read(path: Path) -> None:
    texts = list(texts_of(path))
    if sum(len(text.split()) for text in texts) >= ENOUGH_WORDS:
        assert lix(texts) <= MOST_LIX
    too_long = [one for text in texts for one in sentences(text) if len(one.split()) > MOST_WORDS]
    assert too_long == []


@pytest.mark.parametrize("module", [plan_words, kept_words], ids=lambda module: module.__name__)
def test_what_the_code_says_to_citizens_is_easy_to_read(module: object) -> None:
    def told(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for one in value.values():
                yield from told(one)
        elif isinstance(value, plan_words.Answer):
            yield from (value.label, value.says, value.asks, value.hint)

    texts = [text for name, value in vars(module).items() if name.strip("_").isupper() for text in told(value)]
    texts = [text for text in texts if " " in text]
    assert len(texts) > 10 and lix(texts) <= MOST_LIX
    assert [text for text in texts for one in sentences(text) if len(one.split()) > MOST_WORDS] == []
