# SPDX-License-Identifier: MPL-2.0
"""With whom somebody says they will do something, in their words."""

from __future__ import annotations

import re

from bot.danish.numbers import however_typed
from bot.danish.spans import apart

ALONE = "alene"

_KIN = (
    "bostøtte|bostøtter|støtte|støtteperson|kontaktperson|mestringsvejleder|vejleder|mentor|sagsbehandler|rådgiver"
    "|socialrådgiver|behandler|psykolog|psykiater|læge|sygeplejerske|hjemmevejleder|hjemmehjælper|sosu|pædagog"
    "|medarbejder|personale|peer|coach|træner|sponsor|værge|advokat|præst|imam|underviser|lærer|chef|kollega|kolleger"
    "|kollegaer|makker|gruppe|hold|klub|ven|venner|veninde|veninder|kammerat|kammerater|homie|kæreste|eks|ekskæreste|ekskone|eksmand|mutter|fatter"
    "|mand|kone|kone|samlever|forlovede|mor|mama|far|baba|mama|forældre|plejemor|plejefar|plejeforældre|stedmor"
    "|stedfar|svigermor|svigerfar|svigerinde|svoger|søster|søstre|storesøster|lillesøster|søs|bror|brødre|storebror"
    "|lillebror|brormand|søskende|familie|fætter|kusine|onkel|tante|moster|faster|morbror|farbror|mormor|farmor"
    "|morfar|farfar|bedstemor|bedstefar|bedsteforældre|barn|børn|unger|søn|sønner|datter|døtre|dreng|drenge|pige"
    "|piger|barnebarn|børnebørn|niece|nevø|nabo|naboer|naboen|genbo|underbo|overbo|roomie|bofælle|medbeboer|beboer"
    "|beboere|hund|kat|hest|person|støttekontaktperson|skp|skp'er|bisidder|frivillig|besøgsven|aktivitetsmedarbejder"
    "|jobkonsulent|virksomhedskonsulent|fysioterapeut|ergoterapeut|diætist|leder"
)
_ENDING = r"(?:e|r|er|en|et|n|ne|erne|rne|s|de|t)?"
SOMEBODY = rf"(?:{_KIN}){_ENDING}(?!\w)"
_ADJECTIVE = (
    r"(?:(?:egen|eget|egne|gode|god|bedste|gamle|store|lille|nye|søde|ældste|yngste|voksne|anden|andre"
    r"|dejlige|kære|ene"
    r"|begge|to|tre|2|3|flinke|faste|tidligere)\s)"
)
_OWNER = (
    r"(?:min|mit|mine|vores|vor|en|et|nogle|nogen|noget|den|det|de|hans|hendes|én|to|tre)"
)
NAME = (
    r"(?-i:(?!(?:Netto|Movia|Rema|Lidl|Aldi|Bilka|Føtex|Messenger|Facebook|Snapchat|Zoom|Teams"
    r"|Skype|Jobcenter)\b)[A-ZÆØÅ][a-zæøåéèüö]{1,20}(?:[- ][A-ZÆØÅ][a-zæøåéèüö]{1,20}){0,2})"
)
_COMMON_NAMES = (
    "mette|anne|kirsten|hanne|maria|susanne|lene|lone|charlotte|camilla|pia|karen|marianne|tina|helle|gitte|louise"
    "|inge|birthe|bente|lis|jette|rikke|line|sofie|julie|emma|ida|freja|laura|cecilie|signe|trine|heidi|maja|nanna"
    "|sara|sarah|amina|fatima|aisha|zahra|leila|peter|jens|lars|michael|henrik|thomas|søren|jan|christian|martin"
    "|niels|anders|morten|jesper|hans|jørgen|mads|per|ole|rasmus|mikkel|frederik|jonas|jakob|jacob|kim|brian|johnny"
    "|kenneth|dennis|tommy|torben|bo|carsten|karsten|kasper|emil|oliver|noah|william|ali|ahmed|mohammed|muhammed"
    "|omar|hassan|ibrahim|yusuf|mustafa|bjarne|flemming|steen|erik|poul|kurt|leif|allan|klaus|claus|lotte|mie"
    "|kaj|svend|inger|ulla|ellen|grethe|lise|dorthe|dorte|vibeke|annette|anette|berit|karin|sanne|stine|katrine|malene"
)
_TAIL = (
    r"(?:\s(?:fra|i|på|hos)\s(?!\d|(?:\w+dag|dag|morgen|aften|weekenden|næste|nat)\b)(?:min |mit "
    r"|vores )?[\wæøå-]{2,25})?"
)
_WHO = (
    rf"(?:(?:{_OWNER}\s)(?:{_ADJECTIVE}){{0,2}}{SOMEBODY}(?:\s(?:{NAME}|(?:{_COMMON_NAMES})(?!\w)))?"
    rf"|(?:en|nogen|nogle|en eller anden|en anden)\s(?:af\s(?:mine|de andre|dem|pædagogerne"
    rf"|medarbejderne|personalet)\s?(?:{SOMEBODY})?"
    r"|jeg\s\w+(?:\s\w+)?|der\s\w+(?:\s\w+)?|fra\s[\wæøå-]+(?:\s(?=værestedet)[\wæøå-]+)?|anden?|andre"
    r"|voksen|fremmed)"
    r"|(?:nogen|nogle)(?=\s?$|[.,!?)])|de andre|dem jeg \w+ (?:med|sammen med)"
    r"|(?:hende|ham|dem)(?:\sfra\s[\wæøå]+(?:\s\d+)?)?"
    rf"|{SOMEBODY}(?:\s(?:{NAME}|(?:{_COMMON_NAMES})(?!\w)))?)"
)
_WHO_NAMED = rf"(?:{NAME}|(?:{_COMMON_NAMES})(?!\w))"
_AND = r"(?:\s(?:og|eller|el)\s|,\s)"
_ONE_OR_MORE = rf"(?:{_WHO}|{_WHO_NAMED})(?:{_AND}(?:{_WHO}|{_WHO_NAMED})){{0,3}}"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(however_typed(pattern), re.IGNORECASE)


_WITH = _compile(rf"(?<!\w)(?:sammen\s)?(?:med|m|mæ)\.?\s(?P<who>{_ONE_OR_MORE}{_TAIL})")
_BARE = _compile(
    r"\W*(?:(?:ja|jo|nok|måske|helst|gerne|bare|jeg tror|tror|det skal være|det kunne være|det er|kun"
    r"|hmm|øh|evt|eventuelt"
    rf"|det må være|kunne være|så)[\s,.]+){{0,4}}"
    rf"(?:kun mig og |bare mig og )?(?P<who>{_WHO}(?:{_AND}(?:{_WHO}"
    rf"|{_WHO_NAMED})){{0,3}}{_TAIL})"
    r"(?:\s(?:måske|nok|tror jeg|tak|helst|igen|også|kan|vil|skal|må|hjælper|tager|går|kommer|kører"
    r"|følger|kunne|hvis|hun"
    r"|han|de|gerne|godt|med|mig|hjælpe|tid|har|ja|bare|jo|vist|så|tage|gå|komme|køre|følge|være|der"
    r"|sikkert|lige)){0,8}\W*"
)
_ALONG = _compile(
    rf"(?<!\w)(?:tager|tage|have|har|få|får)\s(?P<who>{_ONE_OR_MORE})\smed(?:\s(?:mig|derhen|derned|på|til)|\W*$)"
)
_NOT_WITH = _compile(
    r"\b(?:ikke|ik|ikk|uden|uvenner|skændes|skændtes|slås|sloges|slået op|skilt|bruddet|end|aldrig"
    r"|træt af|færdig"
    r"|problemer|færdige)(?:\s(?:at være|noget|at skulle|sammen|nogen))?\s(?:sammen\s)?$"
)
_ALONE = _compile(
    r"(?<!\w)(?<!ikke )(?<!ik )(?<!ikk )(?:helt |gerne |nok |bare )?(?:alene|allene|alen|mig selv"
    r"|på egen hånd|solo"
    r"|selv(?!\s?(?:om|tak|følgelig))|(?:kun|bare) mig(?! og)|uden nogen|uden hjælp)(?!\w)"
)
_NOBODY = _compile(r"\W*(?:ingen|ikke nogen|jeg|mig|ingen andre)(?:\s(?:nok|tror jeg|tak|desværre"
    r"|lige nu|andre))*\W*")
_NOT_ALONE = _compile(r"\b(?:ikke|ik|ikk|tør ikke|aldrig)\s(?:\w+\s){0,4}(?:alene|selv|mig selv)\b")

LONGEST = 2000
"""Characters looked through."""


_TOLD_ABOUT = (
    r"(?!\s(?:er|har|hedder|siger|sagde|bor|blev|var|fik|får|tror|synes|mener|døde|arbejder|plejer|ved)(?!\w))"
)
_ROLE = _compile(
    rf"(?<!\w)(?P<who>(?:min|mit|mine|vores)\s(?:{_ADJECTIVE}){{0,2}}{SOMEBODY}(?:\s{NAME})?)(?!\w){_TOLD_ABOUT}"
)
_TO_SEE = _compile(r"(?<!\w)til\s(?P<who>(?:tand|øjen|øre|vagt|egen)?læge(?:n|r)?|psykologen?|psykiateren?|frisøren?"
    r"|fysioterapeuten?|fysen|diætisten?|sygeplejersken?|kiropraktoren?|jordemoder(?:en)?)(?!\w)")
_TOGETHER = _compile(rf"(?<!\w)(?:sammen\s)?(?:med|m|mæ)\.?\s(?P<who>{_ONE_OR_MORE})")
_CALLED = _compile(
    rf"(?:ringe|ringer|ringede|skrive|skriver|skrev|spørge|spørger|sms'?e|besøge|besøger|møde|mødes|møder|se|kontakte"
    rf"|kontakter|invitere|inviterer|hjælpe|tale|snakke|snakker|sige|siger)\s(?:(?:til|med|hos"
    rf"|hjem til|det til|op til)\s)?"
    rf"(?P<who>{SOMEBODY}(?:\s{NAME})?|{NAME}|(?:{_COMMON_NAMES})(?!\w))(?!\w)"
)


def people_in(text: str) -> list[tuple[int, int]]:
    """Where somebody with a part stands in a text: (start, end), in the order said.

    Those with a role and an owner ("min bostøtte", "en veninde"), those after "med", and those who are called or met.
    """
    text = text[:LONGEST]
    patterns = (_TOGETHER, _ALONG, _ROLE, _CALLED, _TO_SEE)
    spans = {match.span("who") for pattern in patterns for match in pattern.finditer(text)}
    return [(start, start + len(text[start:end].rstrip())) for start, end in apart(spans)]


def person_in(text: str) -> str | None:
    """The companion named in an answer, verbatim and without "med"; "alene" when somebody will be on their
    own.

    A bare first name counts only after "med"; a person merely told about, or one named after "ikke med",
    is None.
    """
    text = text[:LONGEST]
    for match in _WITH.finditer(text):
        if not _NOT_WITH.search(text[max(0, match.start() - 40) : match.start()]):
            return match["who"].strip()
    bare = _ALONG.search(text) or _BARE.fullmatch(text)
    if bare:
        return bare["who"].strip()
    return ALONE if _is_alone(text) else None


def _is_alone(text: str) -> bool:
    if _NOT_ALONE.search(text):
        return False
    return bool(_ALONE.search(text) or _NOBODY.fullmatch(text))
