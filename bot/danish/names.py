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
    "thisted mogadishu kabul ishøj tilst hasle ballerup glostrup hvidovre rødovre greve køge hillerød helsingør albertslund "
    "brøndby taastrup roskilde frederikssund vordingborg kalundborg middelfart haderslev varde grindsted billund ikast brande "
    "spanien italien frankrig england grækenland europa sydeuropa afrika eritrea etiopien bosnien rumænien litauen syrien "
    "libanon palæstina pakistan indien thailand canada usa abdi hodan leyla fatuma hasan mohamed piotr leffe ferguson "
    "tyrkiet tyskland tønder ukraine valby varde vejle vestegnen viborg vollsmose århus"
)
_WORD = re.compile(r"\b[a-zæøå]{3,}\b")
_KIN = "søn|datter|bror|søster|nabo|kæreste|ven|veninde|fætter|kusine|onkel|moster|faster|tante|bostøtte|mentor|dreng|pige"
_NAMED_KIN = re.compile(rf"\b((?:din|min|hans|hendes) (?:[a-zæøå]+e )?(?:{_KIN})) ([a-zæøå]{{3,}}) (?=([a-zæøå]+)\b)")
_CALLED = re.compile(r"\b(hedder|hed|fru|hr\.?|frk\.?|frøken) ([a-zæøå]{3,})(?=$|[,. ])")
_NO_NAME = words.FINITE | words.ADVERBS | words.PREPOSITIONS | words.SUBJECT_PRONOUNS | words.POSSESSIVES | words.CLAUSE_OPENERS


def with_capitals(text: str) -> str:
    """The same text with known names in capitals ("i Århus", "Peters far"), and what stands for one: "din søn Abdi kommer"."""
    text = _CALLED.sub(lambda found: f"{found[1]} {found[2] if found[2] in _NO_NAME else found[2].capitalize()}", text)
    return _NAMED_KIN.sub(_named_kin, _WORD.sub(lambda found: _named(found.group()), text))


def _named(word: str) -> str:
    known = word in NAMES or (word.endswith("s") and word[:-1] in NAMES)
    return word.capitalize() if known else word


def _named_kin(found: re.Match[str]) -> str:
    """Between the kin and the verb stands a name."""
    name = found[2] not in _NO_NAME and found[3] in words.CLEAR_FINITE
    return f"{found[1]} {found[2].capitalize()} " if name else found.group()
