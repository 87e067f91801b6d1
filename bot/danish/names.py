# SPDX-License-Identifier: MPL-2.0
"""Names that people write in small letters in a chat, given their capital when they are said back.

Given names that are common in Denmark, towns, countries and shops; none of them is another Danish word.
"""

from __future__ import annotations

import re

from bot.danish import words

NAMES = words.bag(
    "ahmed aisha aksel ali alma amina anders andreas anette anja anna anne annette anton benny bent bente berit birgit birgitte "
    "birthe bjarne bodil brian børge camilla carl carsten casper cecilie charlotte christian claus dennis dorte dorthe egon "
    "ejnar ejner ejvind ellen elliot emil emma erik fatima fatma flemming frederik freja gerda gitte grethe gunhild gunnar "
    "hanne hassan heidi helle henning henrik holger ibrahim ida inge inger ingrid jakob jacob jens jesper jette johnny jonas "
    "jonna julie jytte jørgen jørn karen karin karla karsten kasper katrine kenneth kim kirsten klaus kurt lars laura leif "
    "leila lene lise lis lone lotte louise mads magnus maja malene malik marianne maria marie margrethe martin mathias mehmet "
    "merete mette michael mikkel mohammed mona morten mustafa nanna niels noah ole oliver oscar pernille peter pia poul "
    "rasmus rikke ruth rønne samira sanne sara sarah sebastian selma signe silje simon sofia sofie stine susanne svend søren "
    "thomas tina tobias tommy torben tove trine ulla valdemar verner vibeke vilhelm villads villy william yusuf zahra "
    "aabenraa aalborg aarhus amager assens bilka bispebjerg bornholm brabrand brøndby brønderslev danmark djursland esbjerg "
    "faaborg fanø flensborg fredericia frederikshavn fyn føtex gellerup grenaa grenå grønland gudhjem haderslev hadsten "
    "hedensted herning hirtshals hjørring hobro holbæk holstebro horsens hvidovre iran irak italien jylland kolding "
    "københavn kvickly langeland legoland lemvig lidl lolland maribo mallorca nakskov netto nexø norge nuuk nyborg nykøbing "
    "næstved nørrebro odense padborg polen randers rema føtex ribe ringsted risskov roskilde samsø silkeborg sindal sisimiut "
    "sjælland skagen skanderborg skive slagelse somalia sorø struer svaneke svendborg sverige syrien sønderborg taastrup "
    "thisted tyrkiet tyskland tønder ukraine valby varde vejle vestegnen viborg vollsmose århus"
)
_WORD = re.compile(r"\b[a-zæøå]{3,}\b")


def with_capitals(text: str) -> str:
    """The same text with the known names in capitals, their "s" included: "hos peters far", "i århus"."""
    return _WORD.sub(lambda found: _named(found.group()), text)


def _named(word: str) -> str:
    known = word in NAMES or (word.endswith("s") and word[:-1] in NAMES)
    return word.capitalize() if known else word
