# SPDX-License-Identifier: MPL-2.0
"""Masks what names a person by number: CPR, phone, e-mail, bank card and account."""

from __future__ import annotations

import re
from collections.abc import Callable

CPR, PHONE, EMAIL, CARD, ACCOUNT = "[cpr]", "[telefon]", "[e-mail]", "[kort]", "[konto]"

_S = r"[\s\u200b\u200c\u200d\u2060\ufeff\u00ad]"  # any blank, also those that show nothing
_D = r"[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]"  # every dash
_SEP = rf"(?:{_S}|{_D}|[./]){{0,3}}"
_FROM = r"(?=\d)(?<![\d\[])"
_TO = r"(?!\d)"

_EMAIL = re.compile(
    rf"(?<![\w.+'-])[\w.+'-]++{_S}?(?:[@\ufe6b\uff20]|\(at\)|\[at\]|\(a\)"
    rf"|snabel-?a){_S}?[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,5}}",
    re.IGNORECASE,
)
_IBAN = re.compile(rf"\b(?:dk\d\d(?:{_S}?\d){{14}}{_TO}"
    rf"|(?-i:[A-Z]{{2}}\d\d(?:{_S}?[A-Z0-9]{{4}}){{3,7}}\b))", re.I)
_CARD = re.compile(rf"{_FROM}(?:\d{{4}}(?:{_S}|{_D}|\.){{0,3}}){{3}}\d{{4}}{_TO}|{_FROM}\d{{15,19}}{_TO}")
_ACCOUNT = re.compile(
    rf"{_FROM}\d{{4}}(?:{_S}|{_D}|[./]){{1,3}}\d{{7,10}}{_TO}|{_FROM}\d{{11,14}}{_TO}"
)
_ACCOUNT_NAMED = re.compile(
    rf"(?<![\[\w])(?:reg|konto)[a-zæøå]{{0,12}}[^\d\[\]\n]{{0,15}}(?:\d{{4}}(?=\D{{1,15}}konto)"
    rf"|\d(?:{_SEP}\d){{5,17}}{_TO}(?!{_S}?(?:kr|,-)))"
    rf"(?:[^\d\[\]\n]{{0,15}}konto[a-z]{{0,8}}[^\d\[\]\n]{{0,12}}\d(?:{_SEP}\d){{5,11}}{_TO})?",
    re.IGNORECASE,
)
_CPR = re.compile(
    rf"{_FROM}\d{{6}}(?:{_S}|{_D}|[./]){{0,3}}\d{{4}}{_TO}"
    rf"|{_FROM}\d{{4}}(?:19|20)\d\d(?:{_S}|{_D}|[./]){{1,3}}\d{{4}}{_TO}"
    rf"|{_FROM}\d\d(?P<mark>{_S}|{_D}|[./])\d\d(?P=mark)(?:19|20)?\d\d(?:{_S}|{_D}"
    rf"|[./]){{1,3}}\d{{4}}(?!\d|[:.]\d)"
    rf"|{_FROM}\d\d(?:{_S}\d\d){{5}}{_TO}"
    rf"|{_FROM}\d{{6}}{_S}?{_D}{_S}?\d{{3}}{_TO}"
    rf"|{_FROM}[0-3]\d[01]\d{{6}}{_TO}"
    rf"|{_FROM}[0-3]{_S}\d{_S}[01]{_S}\d(?:{_S}\d){{6}}{_TO}"
)
_CPR_NAMED = re.compile(
    r"(?<![\[\w])(?P<name>(?:cpr|personnummer|person-nr|sidste\s(?:4|fire))[^\d\[\]\n]{0,25})"
    rf"(?P<number>\d(?:{_SEP}\d){{3,11}}){_TO}",
    re.IGNORECASE,
)
_COUNTRY_PHONE = re.compile(
    rf"(?:\+|{_FROM}00){_S}?[1-9]\d{{0,2}}(?:(?:{_S}|{_D}|[().]){{0,2}}\d){{6,12}}{_TO}"
    rf"|{_FROM}45{_S}?(?:\d{{8}}|\d\d(?:{_S}\d\d){{3}}){_TO}"
)
_PHONE = re.compile(
    rf"{_FROM}(?:\d{{8}}|\d{{2}}(?P<s>{_S}{{1,3}}|{_S}?{_D}{_S}?|\.|/)\d{{2}}(?:{_S}{{1,3}}"
    rf"|(?P=s))\d{{2}}(?:{_S}{{1,3}}|(?P=s))\d{{2}}"
    rf"|\d{{4}}(?:{_S}|{_D}){{1,3}}\d{{4}}|\d{{4}}{_S}\d\d{_S}\d\d|\d{{2}}{_S}\d{{3}}{_S}\d{{3}}|\d{{3}}{_S}\d{{2}}{_S}\d{{3}}"
    rf"|\d{{3}}{_S}\d{{3}}{_S}\d{{2}}){_TO}(?!{_S}?(?:kr|kroner|dkk|mio|millioner|,-)\b)",
    re.IGNORECASE,
)
_PHONE_NAMED = re.compile(
    r"(?<![\[\w])(?P<name>(?:tlf|telefon|mobil|nummer|sms)[a-z]{0,12}[^\d\[\]\n]{0,15})"
    rf"(?P<number>\d(?:{_SEP}\d){{7}}){_TO}",
    re.IGNORECASE,
)
_AT_SIGN = re.compile(r"[@\ufe6b\uff20]|[(\[]at?[)\]]|snabel", re.IGNORECASE)
_FOUR_DIGITS = re.compile(rf"\d(?:{_SEP}\d){{3}}")
_DAY_MONTH_YEAR = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d")
_TWO_YEARS = re.compile(rf"(?:19|20)\d\d(?:{_S}|{_D}){{1,3}}(?:19|20)\d\d")
_ROUND_AMOUNTS = re.compile(rf"\d\d[05]0(?:{_S}|{_D}){{1,3}}\d\d[05]0")


def mask(text: str) -> str:
    """`text` with each identifier replaced by what it was ("[cpr]"); everything else unchanged.

    Masks by form, not by check digit: a CPR number with a slip of a finger is still one. Dates, birth dates
    without the last four digits, times, amounts, years and short emergency numbers stay. Time is linear.
    """
    if _AT_SIGN.search(text):
        text = _EMAIL.sub(EMAIL, text)
    if not _FOUR_DIGITS.search(text):
        return text
    for pattern, replace in _STEPS:
        text = pattern.sub(replace, text)
    return text


def _named(label: str) -> Callable[[re.Match[str]], str]:
    def replace(match: re.Match[str]) -> str:
        return match["name"] + label

    return replace


def _always(label: str) -> Callable[[re.Match[str]], str]:
    def replace(match: re.Match[str]) -> str:
        return label

    return replace


def _phone_unless_a_date(match: re.Match[str]) -> str:
    said = match.group()
    harmless = (_DAY_MONTH_YEAR, _TWO_YEARS, _ROUND_AMOUNTS)
    return said if any(pattern.fullmatch(said) for pattern in harmless) else PHONE


def _cpr_unless_a_phone(match: re.Match[str]) -> str:
    """Ten digits that begin with 45 are a phone number with its country code: no month has 45 days."""
    digits = re.sub(r"\D", "", match.group())
    return PHONE if len(digits) == 10 and digits.startswith("45") else CPR


_STEPS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_IBAN, _always(ACCOUNT)),
    (_CARD, _always(CARD)),
    (_ACCOUNT_NAMED, _always(ACCOUNT)),
    (_CPR_NAMED, _named(CPR)),
    (_PHONE_NAMED, _named(PHONE)),
    (_COUNTRY_PHONE, _always(PHONE)),
    (_ACCOUNT, _always(ACCOUNT)),
    (_CPR, _cpr_unless_a_phone),
    (_PHONE, _phone_unless_a_date),
)
