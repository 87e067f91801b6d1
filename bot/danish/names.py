# SPDX-License-Identifier: MPL-2.0
"""Names that people write in small letters in a chat, given their capital when they are said back.

Given names that are common in Denmark, towns, countries and shops; none of them is another Danish word.
"""

from __future__ import annotations

import re

from bot.danish import words

NAMES = words.bag("""
familieretshuset gældsstyrelsen skifteretten korshæren
island aabenraa aalborg aarhus abdi afrika ahmed aisha aksel albertslund ali alma amager amina anders andreas anette
anja anna anne annette anton assens ballerup benny bent bente berit bilka billund birgit birgitte birthe
bispebjerg bjarne bodil bornholm bosnien brabrand brande brian brøndby brønderslev børge camilla canada carl
carsten casper cecilie charlotte christian claus danmark dennis djursland dorte dorthe egon ejnar ejner ejvind
ellen elliot emil emma england erik eritrea esbjerg etiopien europa faaborg fanø fatima fatma fatuma ferguson
flemming flensborg frankrig fredericia frederik frederikshavn frederikssund freja fyn føtex gellerup gerda gitte
glostrup grenaa grenå grethe greve grindsted grækenland grønland gudhjem gunhild gunnar haderslev hadsten hanne
hasan hasle hassan hedensted heidi helle helsingør henning henrik herning hillerød hirtshals hjørring hobro
hodan holbæk holger holstebro horsens hvidovre ibrahim ida ikast indien inge inger ingrid irak iran ishøj
italien jacob jakob jens jesper jette johnny jonas jonna julie jylland jytte jørgen jørn kabul kalundborg karen
karin karla karsten kasper katrine kenneth kim kirsten klaus kolding kurt kvickly københavn køge langeland lars
laura leffe legoland leif leila lemvig lene leyla libanon lidl lis lise litauen lolland lone lotte louise mads
magnus maja malene malik mallorca margrethe maria marianne maribo marie martin mathias mehmet merete mette
michael middelfart mikkel mogadishu mohamed mohammed mona morten mustafa nakskov nanna netto nexø niels noah
norge nuuk nyborg nykøbing næstved nørrebro odense ole oliver oscar padborg pakistan palæstina pernille peter
pia piotr polen poul randers rasmus rema ribe rikke ringsted risskov roskilde rumænien ruth rødovre rønne samira
samsø sanne sara sarah sebastian selma signe silje silkeborg simon sindal sisimiut sjælland skagen skanderborg
skive slagelse sofia sofie somalia sorø spanien stine struer susanne svaneke svend svendborg sverige sydeuropa
syrien sønderborg søren taastrup thailand thisted thomas tilst tina tobias tommy torben tove trine tyrkiet
tyskland tønder ukraine ulla usa valby valdemar varde vejle verner vestegnen vibeke viborg vilhelm villads villy
vollsmose vordingborg william yusuf zahra århus
""")
_WORD = re.compile(r"\b[a-zæøå]{3,}\b")
_KIN = (
    "søn|datter|bror|søster|nabo|kæreste|ven|veninde|fætter|kusine|onkel|moster|faster|tante|bostøtte|mentor|dreng"
    "|pige"
)
_NAMED_KIN = re.compile(rf"\b((?:din|min|hans|hendes) (?:[a-zæøå]+e )?(?:{_KIN})) ([a-zæøå]{{3,}}) (?=([a-zæøå]+)\b)")
_CALLED = re.compile(
    r"\b((?:hedder|hed)(?: fru| hr| frk| frøken)?|fru|hr\.?|frk\.?|frøken) (?!fru|hr|fr)([a-zæøå]{3,})(?=$|[,. ])"
)
_NO_NAME = words.FINITE | words.ADVERBS | words.PREPOSITIONS | words.SUBJECT_PRONOUNS | words.POSSESSIVES
_NO_NAME |= words.CLAUSE_OPENERS


def with_capitals(text: str) -> str:
    """The same text with known names in capitals ("i Århus", "Peters far"), and what stands for one: "din søn Abdi"."""
    text = _CALLED.sub(lambda found: f"{found[1]} {found[2] if found[2] in _NO_NAME else found[2].capitalize()}", text)
    return _NAMED_KIN.sub(_named_kin, _WORD.sub(lambda found: _named(found.group()), text))


def _named(word: str) -> str:
    known = word in NAMES or (word.endswith("s") and word[:-1] in NAMES)
    return word.capitalize() if known else word


def _named_kin(found: re.Match[str]) -> str:
    """Between the kin and the verb stands a name."""
    name = found[2] not in _NO_NAME and found[3] in words.CLEAR_FINITE
    return f"{found[1]} {found[2].capitalize()} " if name else found.group()
