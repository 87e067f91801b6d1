# SPDX-License-Identifier: MPL-2.0
"""The language of the pages: Danish as it is written in the code, or a catalogue of `bot/web/locale` laid over it.

The Danish texts are the keys of the catalogues (gettext), so Danish needs none, and what a catalogue lacks is Danish.
"""

from __future__ import annotations

import io
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from starlette.types import ASGIApp, Receive, Scope, Send

DANISH = "da"
LOCALE = Path(__file__).parent / "locale"
_FILE = "LC_MESSAGES/afsaet.po"
_spoken: ContextVar[str] = ContextVar("spoken", default=DANISH)


class UnknownLanguage(LookupError):
    """A language that has no catalogue; says which there are."""

    def __init__(self, language: str) -> None:
        known = ", ".join((DANISH, *sorted(catalogues())))
        super().__init__(f"AFSAET_LANGUAGE: there is no catalogue for »{language}«; there are {known}")


def catalogues() -> dict[str, Path]:
    """The languages beside Danish, each with its catalogue."""
    return {path.parents[1].name: path for path in LOCALE.glob(f"*/{_FILE}")}


@cache
def _read(language: str) -> Catalog:
    """A catalogue as it is written, without the texts of numbers that are not translated."""
    if language not in catalogues():
        raise UnknownLanguage(language)
    with catalogues()[language].open("rb") as written:
        read = read_po(written, locale=language)
    for message in [one for one in read if one.pluralizable and not all(one.string)]:
        read.delete(message.id)
    return read


@cache
def catalogue(language: str) -> NullTranslations:
    """The translations of a language, compiled in memory; none for Danish."""
    if language == DANISH:
        return NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, _read(language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def language() -> str:
    """The language of the page that is being made; Babel's name for it too."""
    return _spoken.get()


def translated(text: str) -> str:
    """A Danish text of ours in the language of the page."""
    return catalogue(language()).gettext(text) if text else ""


def translated_number(one: str, more: str, number: int) -> str:
    """The same for a text that goes with a number."""
    return catalogue(language()).ngettext(one, more, number)


@cache
def _of_scripts(language: str) -> dict[str, str]:
    return {one.id: one.string for one in _read(language)
            if one.string and any(place.endswith(".js") for place, _ in one.locations)}


def texts_of_scripts() -> dict[str, str]:
    """What the scripts of the page say, by the Danish that stands in them; empty on a Danish page."""
    return {} if language() == DANISH else _of_scripts(language())


class Speaking:
    """Lets all that is made for a call be in the language of the house (`AFSAET_LANGUAGE`)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One call."""
        house = getattr(scope["app"].state, "house", None)
        before = _spoken.set(house.settings.language if house else DANISH)
        try:
            await self._app(scope, receive, send)
        finally:
            _spoken.reset(before)
