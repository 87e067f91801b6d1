# SPDX-License-Identifier: MPL-2.0
"""Makes pages from templates; every form that changes something gets its token without having to ask for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates
from jinja2.ext import Extension

from bot.web import desk_words
from bot.web.csrf import FIELD, form_token, give_form_cookie
from bot.web.language import language, texts_of_scripts, translated, translated_number

_FORM = re.compile(r'<form [^>]*method="post"[^>]*>')
_TOKEN = f'<input type="hidden" name="{FIELD}" value="{{{{ form_token() }}}}">'


class FormTokens(Extension):
    """Writes the hidden field into each form of a template when it is read: no form can be forgotten."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template with the fields."""
        return _FORM.sub(lambda form: form[0] + _TOKEN, source)


def _for_forms(request: Request) -> dict[str, Callable[[], str]]:
    return {"form_token": partial(form_token, request)}


_templates = Jinja2Templates(Path(__file__).parent / "templates", context_processors=[_for_forms])
_templates.env.add_extension(FormTokens)
_templates.env.add_extension("jinja2.ext.i18n")
_templates.env.install_gettext_callables(translated, translated_number, newstyle=True)  # type: ignore[attr-defined]
_templates.env.filters["translated"] = translated
_templates.env.globals |= {"language": language, "texts_of_scripts": texts_of_scripts}
_templates.env.globals["w"] = desk_words


def page(request: Request, template: str, status: int = 200, /, **more: Any) -> HTMLResponse:
    """The page of a template in `bot/web/templates`."""
    made = _templates.TemplateResponse(request, template, more, status_code=status)
    give_form_cookie(request, made)
    return made
