# SPDX-License-Identifier: MPL-2.0
"""When somebody says they will do something: days, clocks and habits in Danish, as dates where they are
exact."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby

from bot.danish.dates import day_or_none, months_on, moving_feasts, next_date
from bot.danish.numbers import WORDS, however_typed
from bot.danish.time_words import (
    DATE_YEAR,
    DAYNUM,
    DAYS,
    DAYS_CUT,
    EVENT,
    FEASTS,
    FEASTS_THAT_MOVE,
    JOINS,
    LEAD,
    LONGEST,
    MEAL,
    MONTHS,
    NO_MORE,
    NUM,
    ONLY_NOW,
    ORDINALS,
    PART,
    PARTS_AFTER,
    SEASON,
    SPAN,
)


@dataclass(frozen=True)
class TimeSaid:
    """A time as somebody put it.

    `said`: their words unchanged. `date`: the day, or the last day for "inden fredag"; None when vague.
    `clock`: the time of day, when given as one. `every`: their words for a habit ("hver anden dag").
    """

    said: str
    date: dt.date | None = None
    clock: dt.time | None = None
    every: str | None = None


@dataclass(frozen=True)
class _Piece:
    start: int
    end: int
    kind: str
    date: dt.date | None = None
    clock: dt.time | None = None
    by_calendar: bool = False


Reader = Callable[[re.Match[str], dt.date], "_Piece | None"]


def _any(words: dict[str, int] | dict[str, str] | dict[str, tuple[int, int]]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace("\\ ", " ") for word in longest_first) + ")"


_DAY = _any(DAYS)


def _vague(match: re.Match[str], today: dt.date) -> _Piece | None:
    return _Piece(match.start(), match.end(), "vague")


def _habit(match: re.Match[str], today: dt.date) -> _Piece | None:
    return _Piece(match.start(), match.end(), "every")


def _past(match: re.Match[str], today: dt.date) -> _Piece | None:
    return _Piece(match.start(), match.end(), "past")


def _on(match: re.Match[str], date: dt.date | None) -> _Piece:
    """A day; "efter fredag" names a day but means a vague time after it."""
    after = re.match(r"(?:\w+\s)*?efter\s", match.group(), re.IGNORECASE)
    return _Piece(match.start(), match.end(), "day", None if after else date)


def _in_days(days: int) -> Reader:
    def read(match: re.Match[str], today: dt.date) -> _Piece | None:
        return _on(match, today + dt.timedelta(days=days))

    return read


def _weekday(match: re.Match[str], today: dt.date) -> _Piece | None:
    name = match["day"].lower().rstrip(".")
    number = {**DAYS, **DAYS_CUT}[name]
    date = today + dt.timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    this_week = date - dt.timedelta(days=date.weekday()) <= today
    if match["week"]:
        monday = today - dt.timedelta(days=today.weekday()) + dt.timedelta(days=7)
        return _on(match, monday + dt.timedelta(days=number))
    if match["further"]:
        return _on(match, date + dt.timedelta(days=14 if re.search("14|to|2", match["further"]) else 7))
    if match["next"] and this_week:
        return _on(match, None)
    return _on(match, date)


def _in_a_while(match: re.Match[str], today: dt.date) -> _Piece | None:
    count = _count(match["count"])
    unit = match["unit"].lower()
    if unit.startswith("d"):
        return _on_or_none(match, today, count)
    if unit.startswith("u"):
        return _on_or_none(match, today, 7 * count)
    return _on(match, months_on(today, count))


def _on_or_none(match: re.Match[str], today: dt.date, days: int) -> _Piece:
    return _Piece(match.start(), match.end(), "day", today + dt.timedelta(days=days))


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _number_word(word)


def _bare(word: str) -> str:
    """The word as its letters are on any keyboard: "første", "foerste" and "forste" are the same."""
    return word.lower().translate(_ONE_LETTER).replace("oe", "o").replace("ae", "e").replace("aa", "a")


_ONE_LETTER = str.maketrans("æøåé", "eoae")
_ORDINALS_BY_LETTERS = {_bare(word): day for word, day in ORDINALS.items()}
_WORDS_BY_LETTERS = {_bare(word): number for word, number in WORDS.items()}
_MONTHS_BY_LETTERS = {_bare(word): month for word, month in MONTHS.items()}


def _ordinal(word: str) -> int:
    return _ORDINALS_BY_LETTERS[_bare(word)]


def _number_word(word: str) -> int:
    return _WORDS_BY_LETTERS[_bare(word)]


def _day_and_month(match: re.Match[str], today: dt.date) -> _Piece | None:
    word = match["dayword"]
    day = _ordinal(word) if word else int(match["daynum"])
    name = match["month"]
    month = int(match["monthnum"]) if match["monthnum"] else _MONTHS_BY_LETTERS[_bare(name.rstrip("."))]
    date = next_date(day, month, match["year"], today)
    return replace(_on(match, date), by_calendar=True) if date else None


def _day_of_month(match: re.Match[str], today: dt.date) -> _Piece | None:
    word = match["dayword"]
    day = _ordinal(word) if word else int(match["daynum"])
    start = 1 if match["nextmonth"] else 0
    for ahead in range(start, start + 3):
        year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        date = day_or_none(year, month + 1, day)
        if date and date >= today:
            return replace(_on(match, date), by_calendar=True)
    return None


def _feast(match: re.Match[str], today: dt.date) -> _Piece | None:
    name = match["feast"].lower()
    if name in FEASTS:
        month, day = FEASTS[name]
        return _on(match, next_date(day, month, None, today))
    dates = (moving_feasts(year).get(FEASTS_THAT_MOVE[name]) for year in (today.year, today.year + 1))
    return _on(match, next((date for date in dates if date and date >= today), None))


def _clock(match: re.Match[str], today: dt.date) -> _Piece | None:
    hour = _count(match["hour"])
    minute = int(match["minute"] or 0)
    if match["half"]:
        hour, minute = hour - 1, 30
    if match["shift"]:
        amount = 15 if match["shift"].lower() == "kvart" else _count(match["shift"])
        total = hour * 60 + minute + (amount if match["way"].lower() == "over" else -amount)
        hour, minute = divmod(total, 60)
    time = _time(hour, minute, (match["part"] or "").lower())
    return _Piece(match.start(), match.end(), "clock", clock=time) if time else None


def _time(hour: int, minute: int, part: str) -> dt.time | None:
    """A clock; an afternoon or evening moves an hour before noon twelve on."""
    hour = 0 if hour == 24 else hour
    if ("eftermiddag" in part and 1 <= hour <= 6) or ("aften" in part and 4 <= hour <= 11):
        hour += 12
    if not (0 <= hour <= 23 and 0 <= minute <= 59):
        return None
    return dt.time(hour, minute)


def _compile(pattern: str) -> re.Pattern[str]:
    loose = however_typed(pattern).replace(" ", r"\s")
    return re.compile(rf"\b(?=\w){LEAD}(?:{loose})(?!\w)", re.IGNORECASE)


_MONTH = rf"(?:(?P<month>{_any(MONTHS)})\.?)"
_HOUR = rf"(?P<hour>[0-2]?\d|{_any(WORDS)})"

_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (_compile(pattern), reader)
    for pattern, reader in (
        # what is over is no plan
        (rf"i (?:går|forgårs|aftes|{_DAY}s)|igår|igårs|sidste (?:{_DAY}|uge|måned|år)|forrige (?:{_DAY}|uge)"
         rf"|for [^.,]{{1,20}} siden", _past),
        # habits
        (rf"hver(?:t)?(?: (?:eneste|evig eneste|anden|andet|tredje|fjerde|\d\d?\.?"
            rf"))? (?:{_DAY}(?: {PART})?(?:,? (?:og )?{_DAY})*|{PART}|dag|uge|måned"
         r"|weekend|time|år|gang(?: (?:jeg|det|min|vi) [^.,!?;\n]{1,50}?(?=[.,!?;\n]|\smen\b|$))?)", _habit),
        (rf"(?:mindst |højst |ca |cirka |et par |nogle få |flere |{NUM}(?:[- ](?:til |eller )?{NUM})?)\s?"
         rf"(?:gange?|dage|x|timer|formiddage|aftener)(?: (?:om|i|hver|pr\.?|per))? {SPAN}", _habit),
        (r"(?:den |d\.? ?)(?:[0-3]?\d\.?|første|femtende|sidste) (?:i )?hver(?:t)? måned|den (?:første"
            r"|sidste) i måneden", _habit),
        (rf"(?:den )?(?:første|anden|tredje|fjerde|sidste) {_DAY} i (?:hver )?måned(?:en)?", _habit),
        (rf"om (?:{_DAY}en|morgenen|formiddagen|eftermiddagen|aftenen|natten|søndagen)", _habit),
        (rf"(?:på |i )?(?:{_DAY}e(?: og {_DAY}e)?|alle dage|alle hverdage|hverdage(?:ne)?|weekenderne)"
            rf"|dagligt?|ugentligt?|månedligt?", _habit),
        # days from today
        (r"(?:(?:i ?dag|id ag)" + PARTS_AFTER + r"|(?:i|her til|hertil) ?(?:aften|formiddag"
            r"|eftermiddag|middag)"
         r"|senere(?: i ?dag)?|i nat|lige nu|nu her|med det samme|straks|om (?:lidt|en (?:halv |lille )?time"
         r"|et øjeblik))", _in_days(0)),
        (r"(?:i ?overmorgen|over ?i morgen|i ?over ?morgen)" + PARTS_AFTER, _in_days(2)),
        (r"(?:i ?(?:morgen|mogen|morn|morge|mrogen)|imrgn|imorn)" + PARTS_AFTER, _in_days(1)),
        # weekdays
        (rf"(?:på |nu på |her på |førstkommende |kommende |den kommende |den "
            rf"|(?P<next>(?:på )?(?:den )?næste |i næste ))?"
         rf"(?P<day>{_DAY}){PARTS_AFTER}(?P<week> (?:i )?næste uge)?(?P<further> om (?:en uge|8 dage"
         rf"|otte dage|14 dage"
         r"|fjorten dage|to uger|2 uger))?", _weekday),
        (rf"på (?P<day>{_any(DAYS_CUT)})\.?(?P<week>(?!))?(?P<further>(?!))?(?P<next>(?!))?", _weekday),
        # a length of time from today
        (rf"om (?:ca\.? |cirka )?(?P<count>{NUM}) (?P<unit>dages?|dag|uger?s?|måneder?"
            rf"|måned)(?: tid)?", _in_a_while),
        # dates
        (rf"(?:på |den |d\.? ?)?(?:{DAYNUM} ?(?:i "
            rf"|\. )?{_MONTH}{DATE_YEAR})(?P<monthnum>(?!))?", _day_and_month),
        (r"(?:den |d\.? ?)?(?P<daynum>[0-3]?\d)[/](?P<monthnum>1[0-2]|0?[1-9])" + DATE_YEAR
         + r"(?P<dayword>(?!))?(?P<month>(?!))?", _day_and_month),
        (r"(?:den |d\.? ?)(?P<daynum>[0-3]?\d)[.-](?P<monthnum>1[0-2]|0?[1-9])\.?" + DATE_YEAR
         + r"(?P<dayword>(?!))?(?P<month>(?!))?", _day_and_month),
        (r"(?P<daynum>[0-3]?\d)[.-](?P<monthnum>1[0-2]|0?[1-9])[.-](?P<year>20\d\d|\d\d)"
         r"(?P<dayword>(?!))?(?P<month>(?!))?", _day_and_month),
        (rf"(?:den |d\.? ?){DAYNUM}(?![/.-]?\d)(?P<nextmonth> (?:i )?næste måned)?(?: i måneden)?",
         _day_of_month),
        (rf"(?:på |i )?(?P<feast>{_any(FEASTS)}|{_any(FEASTS_THAT_MOVE)})", _feast),
        # stretches and moments that are no date
        (r"(?:i |til |på )?(?:weekenden|den kommende weekend|(?:i )?næste weekend|starten af næste uge"
            r"|denne uge|næste uge"
         r"|ugen efter|den her uge|næste måned|denne måned|næste år|ugens løb|løbet af ugen|løbet af dagen"
         r"|slutningen af (?:ugen|måneden)|starten af (?:ugen|måneden)|ferien|sommerferien"
         r"|efterårsferien)", _vague),
        (r"i løbet af [\w ]{3,20}|i uge \d\d?|uge \d\d?", _vague),
        (rf"(?:i|til) (?:{SEASON}|{_any(MONTHS)})|til {MEAL}|(?:lige )?(?:efter|før|inden"
            rf"|over) {EVENT}|ved middagstid", _vague),
        (rf"om (?:ca\.? |cirka )?{NUM} (?:min(?:utter)?\.?|timer|år)", _vague),
        (r"om (?:et par|nogle|nogle få|en) (?:dage?|uger?|måneder?|timer?|år)(?: tid| eller to)?"
            r"|om formiddagen", _vague),
        (r"(?:snart|inden længe|en dag(?! ad)|(?:på|til) min fødselsdag|(?:først|sidst|midt) (?:på|i) (?:ugen"
         r"|måneden|næste \w+)"
         r"|(?:i )?(?:starten|midten|slutningen) af (?:næste )?\w+|en af dagene|på et tidspunkt|engang i \w+"
         r"|når (?!(?:ikke|aldrig"
            r"|som helst|det hele)\b)[\wæøå]+\s[^.,!?;\n]{1,60}?(?=(?:\s(?:men|så|fordi|vil|ringer|går))?"
         r"(?:[.,!?;\n]|\s(?:men|fordi)\b|\sså (?:jeg|vi|det|der|min|kan|vil|er|har|\w+r jeg)\b|$))"
         r"|(?:lige )?(?:efter|inden|før|så snart|så snart (?=der|det|de|den|han|hun)) ?(?:jeg|at have|min"
         r"|vi|(?<=snart )(?:der|det|de|den|han|hun))\s[^.,!?;\n]{1,60}?(?=[.,!?;\n]|\smen\b|$))", _vague),
        # clocks
        (rf"(?:ved |omkring |ca\.? |til )?(?:kl|klokken|klok)\.? ?(?:ca\.? )?(?:(?P<shift>kvart|fem|ti"
            rf"|tyve|5|10|20)"
         rf"(?: min(?:utter)?\.?)? (?P<way>i|over) )?(?P<half>halv )?{_HOUR}(?:[.:]?(?P<minute>[0-5]\d))?"
         rf"(?:[-–](?:\d\d?)(?:[.:]\d\d)?)?(?: om (?P<part>morgenen|formiddagen|eftermiddagen|aftenen|natten)"
         r"| (?:middag))?", _clock),
        (rf"(?:ved |omkring |ca\.? )?(?:(?P<shift>kvart|fem|ti|tyve|5|10"
            rf"|20)(?: min(?:utter)?\.?)? (?P<way>i|over) )"
         rf"(?P<half>halv )?{_HOUR}(?P<minute>(?!))?(?: om (?P<part>morgenen|formiddagen|eftermiddagen"
         rf"|aftenen|natten))?",
         _clock),
        (rf"(?:ved |omkring |ca\.? )?(?P<half>halv ){_HOUR}(?P<shift>(?!))?(?P<way>(?!))?(?P<minute>(?!))?"
         r"(?: om (?P<part>morgenen|formiddagen|eftermiddagen|aftenen|natten))?(?!-?tiden)", _clock),
        (rf"(?:ved |omkring )(?:en )?{_HOUR}[- ]?tiden{NO_MORE}(?P<minute>(?!))?"
         r"(?: om (?P<part>morgenen|formiddagen|eftermiddagen|aftenen|natten))?", _clock),
        (r"(?P<hour>[0-2]?\d)[.:](?P<minute>[0-5]\d)" + NO_MORE + r"(?P<part>(?!))?", _clock),
    )
)  # fmt: skip
"""How times are said, and what reads each; the longest match at a place wins, the first in the table when
equal."""


def time_in(text: str, today: dt.date) -> TimeSaid | None:
    """The time somebody gives for what they will do; None when there is none, or only a time gone by.

    Days are counted from `today`: "på tirsdag" said on a Tuesday is in a week. Two days with "eller" between,
    a stretch ("i næste uge") and an ambiguous "næste fredag" have no date.
    """
    if ONLY_NOW.fullmatch(text):
        return TimeSaid(text.strip(" .!,"), today)
    groups = _groups(_pieces(text[:LONGEST], today), text)
    if not groups:
        return None
    return _told(max(groups, key=_exactness), text)


def times_in(text: str, today: dt.date) -> list[tuple[int, int, TimeSaid]]:
    """All times in a text that are not gone by: (start, end, what was said), in the order said."""
    groups = [part for group in _groups(_pieces(text[:LONGEST], today), text) for part in _habits_apart(group)]
    return [(group[0].start, group[-1].end, _told(group, text)) for group in groups]


def _habits_apart(group: list[_Piece]) -> list[list[_Piece]]:
    """ "kl. 9 hver dag" is a clock and a habit."""
    return [list(part) for _, part in groupby(group, key=lambda piece: piece.kind == "every")]


def _pieces(text: str, today: dt.date) -> list[_Piece]:
    matches = ((read, match) for pattern, read in _READERS for match in pattern.finditer(text))
    found = [piece for read, match in matches if (piece := read(match, today))]
    found.sort(key=lambda piece: (piece.start, -piece.end))
    apart: list[_Piece] = []
    for piece in found:
        if not apart or piece.start >= apart[-1].end:
            apart.append(piece)
    return [piece for piece in apart if not _is_verb(piece, text)]


def _is_verb(piece: _Piece, text: str) -> bool:
    """Is this "når" the verb, as in "det når jeg ikke", or "jeg når det"?"""
    if not text[piece.start : piece.end].lower().startswith(("når ", "nar ", "naar ")):
        return False
    return bool(re.search(r"\b(?:jeg|det|vi|man|du|han|hun|de)\s$", text[: piece.start], re.IGNORECASE))


def _groups(pieces: list[_Piece], text: str) -> list[list[_Piece]]:
    """Pieces with nothing but "og" or a comma between them belong together."""
    groups: list[list[_Piece]] = []
    for piece in pieces:
        if piece.kind == "past":
            continue
        if groups and JOINS.fullmatch(text, groups[-1][-1].end, piece.start):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _exactness(group: list[_Piece]) -> int:
    kinds = {piece.kind for piece in group}
    return 4 * ("day" in kinds) + 3 * ("every" in kinds) + 2 * ("clock" in kinds)


def _told(group: list[_Piece], text: str) -> TimeSaid:
    days = [piece for piece in group if piece.kind == "day"]
    habits = [piece for piece in group if piece.kind == "every"]
    clock = next((piece.clock for piece in group if piece.clock), None)
    said = text[group[0].start : group[-1].end]
    every = text[habits[0].start : habits[-1].end] if habits else None
    either = len({piece.date for piece in days}) > 1 and re.search(r"\b(?:eller|el)\b", said, re.IGNORECASE)
    date = None if either or habits or not days else _surest(days).date
    return TimeSaid(said, date, _evening(clock, said), every)


def _surest(days: list[_Piece]) -> _Piece:
    """The first day named; "tirsdag d. 2. december" is the second of December, also when that is no
    Tuesday."""
    return next((piece for piece in days if piece.by_calendar), days[0])


def _evening(clock: dt.time | None, said: str) -> dt.time | None:
    """"kl 7 i aften" is 19.00."""
    return _time(clock.hour, clock.minute, said.lower()) if clock else None
