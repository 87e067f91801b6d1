# SPDX-License-Identifier: MPL-2.0
"""The phrases that practitioners can read and change (phrases/*.yml), read once and checked while they are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.codebook import Intent, Talk, Theme
from bot.mi.conversation import Ask

PHRASES = Path(__file__).parent / "phrases"

WORDS = "words.yml"
PROCESSES = frozenset(["engage", "focus", "evoke", "plan", "close", "any"])


class PhraseError(ValueError):
    """A phrase file is not as it should be; the message names the phrase."""


@dataclass(frozen=True)
class When:
    """What a message must be for a phrase to fit it; empty means: no matter. `words` and `unless` are whole words,
    `asks` the questions that it answers.
    """

    words: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    talk: frozenset[Talk] = frozenset()
    themes: frozenset[Theme] = frozenset()
    intents: frozenset[Intent] = frozenset()
    asks: frozenset[Ask] = frozenset()


@dataclass(frozen=True)
class Variant:
    """One way to say it; with `themes` it is for talks of these life areas, and goes before the general ones."""

    say: str
    themes: frozenset[Theme] = frozenset()


@dataclass(frozen=True)
class Phrase:
    """The ways to say one thing. `code` is its MITI 4.2.1 code; `again`: the form may return in a talk.

    `with_own` are the ways that begin with the citizen's own clause; they stand behind `variants` in number.
    """

    code: str
    process: frozenset[str]
    variants: tuple[Variant, ...]
    with_own: tuple[Variant, ...] = ()
    choices: tuple[str, ...] = ()
    again: bool = False
    when: When | None = None

    @property
    def all(self) -> tuple[Variant, ...]:
        """All variants in the order of their numbers."""
        return self.variants + self.with_own

    @property
    def needs_own(self) -> bool:
        """Whether it is said only behind the citizen's own clause."""
        return all("{Own}" in variant.say for variant in self.variants)

    @property
    def takes_own(self) -> bool:
        """Whether it may be said behind the citizen's own clause."""
        return bool(self.with_own) or self.needs_own

    @property
    def rests_on_words(self) -> bool:
        """Whether it is said only to certain words of the citizen."""
        return self.when is not None and self.when.words is not None


@cache
def phrases() -> dict[str, Phrase]:
    """All phrases by key, in the order of the files; `PhraseError` names what is wrong."""
    read: dict[str, Phrase] = {}
    for path in sorted(path for path in PHRASES.glob("*.yml") if path.name != WORDS):
        for key, body in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            if key in read:
                raise PhraseError(f"{path.name}: '{key}' stands twice")
            read[key] = _phrase(f"{path.name}: '{key}'", body)
    return read


@cache
def words_explained() -> dict[str, str]:
    """The words that the bot can explain, in small letters, with what they mean (phrases/words.yml)."""
    read: dict[str, str] = yaml.safe_load((PHRASES / WORDS).read_text(encoding="utf-8"))
    return read


def _phrase(name: str, body: dict[str, Any]) -> Phrase:
    try:
        return Phrase(
            code=body["code"], process=frozenset(_listed(body["process"])),
            variants=tuple(map(_variant, body["variants"])), with_own=tuple(map(_variant, body.get("with_own", ()))),
            choices=tuple(body.get("choices", ())), again=bool(body.get("again")),
            when=_when(body["when"]) if "when" in body else None,
        )
    except (KeyError, TypeError, AttributeError, ValueError, re.error) as error:
        raise PhraseError(f"{name} needs a code, a process and variants ({error!r})") from error


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _variant(body: str | dict[str, Any]) -> Variant:
    if isinstance(body, str):
        return Variant(body)
    return Variant(body["say"], frozenset(map(Theme, body.get("themes", ()))))


def _when(body: dict[str, Any]) -> When:
    return When(
        words=_whole_words(body.get("words")), unless=_whole_words(body.get("unless")),
        talk=frozenset(map(Talk, body.get("talk", ()))), themes=frozenset(map(Theme, body.get("themes", ()))),
        intents=frozenset(map(Intent, body.get("intents", ()))), asks=frozenset(map(Ask, body.get("asks", ()))),
    )


_IKKE = "(?:ikke|ikk|ik|ike|ikek|ig|it|itte|ett|ette|ikkje|aldrig)"


def _whole_words(pattern: str | None) -> re.Pattern[str] | None:
    if not pattern:
        return None
    return re.compile(rf"(?<!\w)(?:{pattern.replace('IKKE', _IKKE)})(?!\w)", re.IGNORECASE)
