# SPDX-License-Identifier: MPL-2.0
"""Masks what names a person by number: CPR, phone, e-mail, bank card and account."""

from __future__ import annotations

import re
from collections.abc import Callable

CPR, PHONE, EMAIL, CARD, ACCOUNT = "[cpr]", "[telefon]", "[e-mail]", "[kort]", "[konto]"

_S = r"[\s\u200b\u200c\u200d\u2060\ufeff\u00ad]"  # any blank, also those that show nothing
_D = r"[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]"  # every dash
_SEP = rf"(?:{_S}|{_D}|[./]){{0,3}}"
# The first digit of a number; it is read before the look back, so that the engine skips to digits.
_1 = r"\d(?<![\d\[].)"
_TO = r"(?!\d)"

_EMAIL = re.compile(
    rf"[\w.+'-](?<![\w.+'-].)[\w.+'-]*+{_S}?(?:[@\ufe6b\uff20]|\(at\)|\[at\]|\(a\)"
    rf"|snabel-?a){_S}?[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,5}}",
    re.IGNORECASE,
)
_IBAN = re.compile(
    rf"[A-Zd](?<!\w.)(?:(?<=[dD])(?i:k)\d\d(?:{_S}?\d){{14}}{_TO}"
    rf"|(?<=[A-Z])[A-Z]\d\d(?:{_S}?[A-Z0-9]{{4}}){{3,7}}\b)"
)
_CARD = re.compile(
    rf"{_1}(?:\d{{3}}(?:{_S}|{_D}|\.){{0,3}}(?:\d{{4}}(?:{_S}|{_D}|\.){{0,3}}){{2}}\d{{4}}|\d{{14,18}}){_TO}"
)
_ACCOUNT = re.compile(rf"{_1}(?:\d{{3}}(?:{_S}|{_D}|[./]){{1,3}}\d{{7,10}}|\d{{10,13}}){_TO}")
_ACCOUNT_NAMED = re.compile(
    rf"[rRkK\u212a](?<![\[\w].)(?i:(?<=r)eg|(?<=k)onto)(?i:[a-zæøå]){{0,12}}[^\d\[\]\n]{{0,15}}"
    rf"(?:\d{{4}}(?=\D{{1,15}}(?i:konto))|\d(?:{_SEP}\d){{5,17}}{_TO}(?!{_S}?(?:(?i:kr)|,-)))"
    rf"(?:[^\d\[\]\n]{{0,15}}(?i:konto[a-z]{{0,8}})[^\d\[\]\n]{{0,12}}\d(?:{_SEP}\d){{5,11}}{_TO})?"
)
_CPR = re.compile(
    rf"{_1}(?:\d{{5}}(?:{_S}|{_D}|[./]){{0,3}}\d{{4}}{_TO}"
    rf"|\d{{3}}(?:19|20)\d\d(?:{_S}|{_D}|[./]){{1,3}}\d{{4}}{_TO}"
    rf"|\d(?P<mark>{_S}|{_D}|[./])\d\d(?P=mark)(?:19|20)?\d\d(?:{_S}|{_D}|[./]){{1,3}}\d{{4}}(?!\d|[:.]\d)"
    rf"|\d(?:{_S}\d\d){{5}}{_TO}"
    rf"|\d{{5}}{_S}?{_D}{_S}?\d{{3}}{_TO}"
    rf"|(?<=[0-3])\d[01]\d{{6}}{_TO}"
    rf"|(?<=[0-3]){_S}\d{_S}[01]{_S}\d(?:{_S}\d){{6}}{_TO})"
)
_CPR_NAMED = re.compile(
    r"(?P<name>[cCpPsSſ](?<![\[\w].)(?i:(?<=c)pr|(?<=p)ersonnummer|(?<=p)erson-nr|(?<=s)idste\s(?:4|fire))"
    rf"[^\d\[\]\n]{{0,25}})(?P<number>\d(?:{_SEP}\d){{3,11}}){_TO}"
)
_COUNTRY_PHONE = re.compile(
    rf"[+\d](?:(?:(?<=\+)|(?<=0)(?<![\d\[].)0){_S}?[1-9]\d{{0,2}}(?:(?:{_S}|{_D}|[().]){{0,2}}\d){{6,12}}{_TO}"
    rf"|(?<=4)(?<![\d\[].)5{_S}?(?:\d{{8}}|\d\d(?:{_S}\d\d){{3}}){_TO})"
)
_PHONE = re.compile(
    rf"{_1}(?:\d{{7}}|\d(?P<s>{_S}{{1,3}}|{_S}?{_D}{_S}?|\.|/)\d{{2}}(?:{_S}{{1,3}}"
    rf"|(?P=s))\d{{2}}(?:{_S}{{1,3}}|(?P=s))\d{{2}}"
    rf"|\d{{3}}(?:{_S}|{_D}){{1,3}}\d{{4}}|\d{{3}}{_S}\d\d{_S}\d\d|\d{_S}\d{{3}}{_S}\d{{3}}"
    rf"|\d\d{_S}\d{{2}}{_S}\d{{3}}|\d\d{_S}\d{{3}}{_S}\d{{2}}){_TO}"
    rf"(?!{_S}?(?i:kr|kroner|dkk|mio|millioner|,-)\b)"
)
_PHONE_NAMED = re.compile(
    r"(?P<name>[tTmMnNsSſ](?<![\[\w].)(?i:(?<=t)lf|(?<=t)elefon|(?<=m)obil|(?<=n)ummer|(?<=s)ms)"
    rf"(?i:[a-z]){{0,12}}[^\d\[\]\n]{{0,15}})(?P<number>\d(?:{_SEP}\d){{7}}){_TO}"
)
_AT_SIGN = re.compile(
    r"[@\ufe6b\uff20(\[sSſ](?:(?<=[@\ufe6b\uff20])|(?<=[(\[])(?i:at?)[)\]]|(?i:(?<=s)nabel))"
)
_FOUR_DIGITS = re.compile(rf"\d(?:{_SEP}\d){{3}}")
_DAY_MONTH_YEAR = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d")
_TWO_YEARS = re.compile(rf"(?:19|20)\d\d(?:{_S}|{_D}){{1,3}}(?:19|20)\d\d")
_ROUND_AMOUNTS = re.compile(rf"\d\d[05]0(?:{_S}|{_D}){{1,3}}\d\d[05]0")


def mask(text: str) -> str:
    """`text` with each identifier replaced by what it was ("[cpr]"); everything else unchanged.

    Masks by form, not by check digit: a CPR number with a slip of a finger is still one. Dates, birth dates
    without the last four digits, times, amounts, years and short emergency numbers stay. Time is linear.
    """
    while _AT_SIGN.search(text) and (masked := _EMAIL.sub(EMAIL, text)) != text:
        text = masked
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
