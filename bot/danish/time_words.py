# SPDX-License-Identifier: MPL-2.0
"""Words for time: days, months, feasts, and how exact they are."""

from __future__ import annotations

import re

from babel.dates import get_day_names, get_month_names

from bot.danish.numbers import WORDS

DAYS: dict[str, int] = {name: number for number, name in get_day_names(locale="da").items()}

DAYS |= {"tisdag": 1, "tirsdagen": 1, "trisdag": 1, "tordag": 3, "torsdg": 3, "lordag": 5, "loerdag": 5}

DAYS |= {"sondag": 6, "soendag": 6, "mandga": 0, "tirsdga": 1, "onsdga": 2, "torsdga": 3, "fredga": 4}

DAYS |= {"lørdga": 5, "søndga": 6}

DAYS_CUT = {"tir": 1, "tirs": 1, "ons": 2, "tor": 3, "tors": 3, "fre": 4, "lør": 5}
"""Days cut short; "man" and "søn" are left out, being other words too."""

MONTHS: dict[str, int] = {name: number for number, name in get_month_names(locale="da").items()}

MONTHS |= {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9}

MONTHS |= {"okt": 10, "nov": 11, "dec": 12}

ORDINALS: dict[str, int] = {
    "første": 1, "anden": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "syvende": 7, "ottende": 8,
    "niende": 9, "tiende": 10, "ellevte": 11, "tolvte": 12, "trettende": 13, "fjortende": 14, "femtende": 15,
    "sekstende": 16, "syttende": 17, "attende": 18, "nittende": 19, "tyvende": 20, "enogtyvende": 21,
    "toogtyvende": 22, "treogtyvende": 23, "fireogtyvende": 24, "femogtyvende": 25, "seksogtyvende": 26,
    "syvogtyvende": 27, "otteogtyvende": 28, "niogtyvende": 29, "tredivte": 30, "enogtredivte": 31,
}  # fmt: skip

FEASTS: dict[str, tuple[int, int]] = {
    "juleaften": (12, 24), "juleaftensdag": (12, 24), "lillejuleaften": (12, 23), "juledag": (12, 25),
    "nytårsaften": (12, 31), "nytårsaftensdag": (12, 31), "nytårsdag": (1, 1), "grundlovsdag": (6, 5),
    "sankthans": (6, 23), "sankt hans": (6, 23), "luciadag": (12, 13),
}  # fmt: skip

FEASTS_THAT_MOVE = {
    "skærtorsdag": "Skærtorsdag", "langfredag": "Langfredag", "påskedag": "Påskedag",
    "2. påskedag": "Anden påskedag", "anden påskedag": "Anden påskedag", "pinsedag": "Pinsedag",
    "kristi himmelfartsdag": "Kristi himmelfartsdag", "kristi himmelfart": "Kristi himmelfartsdag",
    "2. pinsedag": "Anden pinsedag", "anden pinsedag": "Anden pinsedag", "2. juledag": "Anden juledag",
    "anden juledag": "Anden juledag",
}  # fmt: skip

NUM = r"(?:\d{1,3}|" + "|".join(sorted(WORDS, key=len, reverse=True)) + ")"

PART = r"(?:morgen|formiddag|middag|eftermiddag|aften|nat)"

PARTS_AFTER = rf"(?:\s(?:tidligt?|sent|{PART}|til middag|når jeg vågner))?"

LEAD = (
    r"(?:(?:allerede|senest|inden|før|til|fra|nu|her|lige|måske|omkring|engang|efter|først|ca\.?|cirka"
    r"|helst)\s){0,3}"
)


DATE_YEAR = r"(?:[-./ ](?P<year>20\d\d|\d\d))?"

DAYNUM = r"(?:(?P<daynum>[0-3]?\d)\.?|(?P<dayword>" + "|".join(ORDINALS) + r")(?: dag)?)"

MEAL = r"(?:frokost(?:en)?|middag(?:smad(?:en)?)?|morgenmad(?:en)?|aftensmad(?:en)?|kaffen?)"

EVENT = (
    rf"(?:{MEAL}|arbejde|skole|skoletid|ferien?|sommerferien?|vinterferien?|efterårsferien?"
    rf"|påskeferien?|jul(?:en)?"
    r"|juleferien?|nytår|påsken?|pinsen?|sommeren?|mødet|møderne|træning(?:en)?|gruppen|medicinen?"
    r"|lukketid|badet"
    r"|lægen|tandlægen|psykologen|udskrivelsen|samtalen|weekenden|flytningen|min fødselsdag|den første"
    r"|d\. første)"
)

SEASON = r"(?:sommer(?:en)?|vinter(?:en)?|forår(?:et)?|efterår(?:et)?|jul(?:en)?|påsken?|pinsen?|nytår)"

NO_MORE = r"(?P<half>(?!))?(?P<shift>(?!))?(?P<way>(?!))?"

SPAN = r"(?:dag(?:en)?|uge[nr]?|ugentligt?|måned(?:en)?|året|år)"

LONGEST = 1200
"""Characters looked through: an answer that gives its time later than that is not an answer to "when"."""

JOINS = re.compile(r",?\s*(?:og|eller|el|eller måske|måske)?\s*", re.IGNORECASE)

ONLY_NOW = re.compile(r"\W*nu\W*", re.IGNORECASE)

