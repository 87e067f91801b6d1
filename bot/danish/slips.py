# SPDX-License-Identifier: MPL-2.0
"""Slips of grammar that no dictionary shows: a learner's gender, a subject said twice, a verb in the wrong place.

Closed lists of what is surely wrong; nothing is put right by them: what has a slip is only not said back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.danish import words
from bot.danish.mend import tokens
from bot.danish.nouns import gender_of, is_counted
from bot.danish.words import Tokens, low

_PLURALS = words.bag(
    "børn naboer venner veninder penge forældre søskende brødre søstre døtre sønner kolleger kollegaer unger "
    "hænder fødder øjne tænder følelser regninger breve papirer timer problemer mennesker dage uger måneder "
    "tanker drømme børnebørn"
)
_NEUTERS = words.bag(
    "brev opslag pindsvin hus liv problem møde mål billede kursus værelse køkken skema papir måltid bad "
    "ønske behov spørgsmål år minut menneske sprog dansk hjem bord vindue netværk arbejde barn sted job land forhold "
    "hoved hjerte øje øre ben knæ bryst ansigt navn "
    "tæppe bryllup toilet håndklæde tøj humør overblik"
)
_COMMONS = words.bag(
    "mad tid hjælp energi lejlighed ven veninde kæreste dag uge time måned bil cykel hund kat mand kone kvinde "
    "familie hverdag gang bog drøm plan seng stol telefon computer mor far søn datter bror søster læge aftale følelse "
    "medicin skole uddannelse sag pige dreng nabo kommune bolig"
)
_SINGULARS = words.bag("papir brev menneske problem sted nabo ven dag uge måned regning aftale person")
_MANY = words.bag("alle mange nogle flere begge to tre fire fem seks syv otte ni ti")
_NO_WORDS = words.bag("sku will spent dolig go spør skufet tolmodig fåt bleved prøved rydet blotryk")
_ADJECTIVES_TOO = words.bag("stille få lange lette klare ringe lyse tørre åbne våge sure rette trætte lige vågne mene")
_THINGS_TOO = words.bag(
    "drikke have arbejde støtte hvile hygge glæde pleje drømme tanke ånde ro tro save så bade tale rejse tage løn leje "
    "veje rode lege ride kage tone handle bore stemme kysse klage rose liste skole vane række kede"
)
VERBS_ONLY = words.INFINITIVES - words.FINITE - words.PARTICIPLES - words.ADVERBS - _ADJECTIVES_TOO - _THINGS_TOO
_TAKES_INFINITIVE = words.MODALS | VERBS_ONLY | words.bag("at å lader lod bad beder ser så hører hørte bede lade")
_LEARNERS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (
    r"\bfordi så\b",
    r"\bstadig (?:jeg|du) \w+r\b",
    r"\bpå om\b|\bom på (?:man|tirs|ons|tors|fre|lør|søn)dag$|\bdet (?:svær|god|dårlig|hård|dejlig) (?:er|var)\b",
    r"\bsin (?:(?:man|tirs|ons|tors|fre|lør|søn)dag|i (?:går|morges|forgårs)|sidste|jul|påske|sommer)\b",
    r"\b(?:til|med|hos|fra|af) anden (?:mand|kvinde|person|læge|by|bolig|lejlighed|skole|dame|kone|ven|familie)\b",
    r"\b(?:bor|arbejder|går|er) (?:i|på|her|hos) [^,.]*?\b(?:to|tre|fire|fem|seks|syv|otte|ni|ti|\d+) år"
    r"(?: nu)?(?:$|,)",
    r"\bkun halv$|(?<!,) det ved (?:du|jeg)(?: godt| jo)*$",
    r"\b(?:svært|let|hårdt|nemt|godt) for (?:mig|dig) (?:telefon|bus|tog|skole|brev|møde|arbejde|sprog|mad)\b",
    r"\bvil ønske at\b|\ber \d+ i (?:morges|går)\b",
    r"\bkan ikke mere (?!af|nu|end|og|i|på|med|for|lige|hos|når|at)\w+",
    r"^(?:min|mit|mine|din|dit|dine) (?:\w+e )?(?!og )\w+ (?:jeg|du) (?:har|er|kan|vil|skal|går|får)\b",
    r"\bi (?:man|tirs|ons|tors|fre|lør|søn)dag\b",
    r"\bligger (?:jeg |du )?(?:(?!der)[^\W\d_]{2,}(?:en|et|erne)|det|den|dem|mit \w+|min \w+) "
    r"(?:frem|op|ned|væk|klar|parat)\b",
    r"\b(?:ude|inde|nede|oppe|henne) (?:\w+ ){0,3}at (?:være|gå|se|hente|spise|handle|ryge|lufte)\b",
    r"\b(?:har|købt|have|vil|får|fik|ønsker|med|i|på|om|til|bruger|laver) lille \w",
    r"\bbange (?:gå|være|tage|bo|køre|sove|spise|ringe|tale)\b",
    r"\bkan (?:godt )?lide (?:lave|være|gå|sove|spise|se|tale|snakke|læse|arbejde|hjælpe)\b",
    r"\b(?:hvor|når|at|da) (?:mig|dig) og \w+ ",
    r"\bjeg vi\b",
    r"\b(skal|kan|vil|er|har|går) \1\b",
    r"^(?!(?:når|da|hvis|fordi|at|som|hvad|hvem|hvor\w*|bare|gid|så|og|men|for|om|inden|før|mens|selvom|siden|ja|nej|jo"
    r"|ham|hende|dem|det|den|de|alt|noget|ting|hver|tror|synes|håber|ved|føler|mener|ønsker|vidste|troede|sagde|siger"
    r"|glemte|tænker|kan|vil|skal|må|har|er|var|var|går|gør|gjorde|går|fik|får|blev|bliver|kunne|ville|skulle|måtte)\b)"
    r"\w+ (?:jeg|du) (?:vandt|gør|kan|vil|skal|har|er|går|får)\b",
    r"^(?:denne|næste|sidste|hver(?! gang)) \w+ (?:jeg|du) (?:\w+r|er|kan|vil|skal)\b",
    r"\b(?:(?:mit|dit) \w+|det) (?:er|var|bliver) (?:ikke |meget |for |så )*"
    r"(?:god|dårlig|svær|stor|lang|hård|dyr|ny|tung|kold|varm|vigtig|modig|dejlig|hyggelig|farlig|rolig|dum|sjov|smuk)"
    r"(?= nok|$|[,.]| til| for)",
    r"\ber ikke problem\b",
    r"\bom (?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?!en)\b",
    r"\b(?:er|var|bliver|blev) (?:god|dårlig|stor|fin|sød|rar|flink|gammel|ung|ny|klog|slem|dygtig"
    r"|kort|rig|stærk|fattig) (?!til|nok|ved|mod"
    r"|og|men|for|når|at|i|på|af|med|som|end|igen|nu|om|her|der|efter|hjemme|uden|hele|da|selv|over|hos|mod|fordi|så|lige|dag)[a-zæøå]+\b",
    r"\b(?:min|din|sin|en|hendes egen|hans egen) (?:egen )?(?:\w+e )?\w{2,}eri\b",
    r"\bte (?:snakke|tale|være|have|gå|komme|lave|få|se|gøre|tage|spise|sove|lære|arbejde|møde|hjælpe)\b",
    r"\b(?:skal|ska|vil|lov|har|er|kan|ringt) te\b",
    r"\bte (?:\w{2,}(?:en|et|erne)|mig|dig|at|ham|hende|min|mit)\b",
    r"\bat (?:bliver|har|får|kommer|går|siger|laver)\b",
    r"\bgår der (?:\w+ )?(?:dage|uger|timer|minutter|måneder)$",
    r"\bde (?:er|var) (?:faktisk |bare |så |meget )?(?:\w+ligt|rart|svært|fedt|hårdt)\b",
))  # fmt: skip
_RUN_TOGETHER = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (
    r"\b(?:siger|sagde|skriver|skrev|råber|råbte) (?:send|kom|hæng|gå|vent|hold|se|hør|tag|læg|stop|ring|skriv|husk|giv"
    r"|spis|sov|lad|vær|skynd|prøv|pas|glem|tænk)\b",
    r"\bog så (?:jeg|du|det|han|hun|man)(?! der\b) (?!som|at|hele|nye|gamle|store|her)\w+",
    r"\b(?:og|men) (?:hvem|hvorfor|hvordan|hvornår) (?:vil|kan|skal|er|har|gider|ville|skulle|kunne)\b",
    r"\bfor, når\b",
    r"(?<!,) og så (?:er|var|har|går|kan|vil|skal|bliver) (?:det|jeg|du|han|hun|man|der)\b",
    r"^(?!.*(?:, (?:du|jeg)|\b(?:når|hvis|som|der)) ).*, (?:har|kan|vil|skal|gider|orker|tør) ikke\b"
    r"(?! (?:jeg|du|det|han|hun)\b)",
    r"^(?!.*\b(?:der|som|hvor|når|hvis|at|da) )(?!.*, jeg)(?:jeg|du) .*, "
    r"(?:har|er|kan|vil|skal|gider|orker|tør) (?!du )",
))  # fmt: skip


def has_slip(text: str) -> bool:
    """Whether the grammar of the text is surely a learner's, or two sentences have run into one another."""
    small = low(tokens(text))
    if is_learners(text) or any(pattern.search(text) for pattern in _RUN_TOGETHER):
        return True
    return any(check(small, i) for check in (_runs_into, _main_behind_men) for i in range(len(small)))


def is_learners(text: str) -> bool:
    """Whether a gender, a subject said twice, a verb's form or its place shows somebody who is learning Danish."""
    small = low(tokens(text))
    if any(pattern.search(text) for pattern in _LEARNERS) or not _NO_WORDS.isdisjoint(small):
        return True
    return any(check(small, i) for check in _OF_LEARNERS for i in range(len(small))) or any(unturned(small))


def _disagrees(small: Tokens, i: int) -> bool:
    """ "min naboer", "en opslag", "et dag", "alle de papir"."""
    noun, before = small[i], small[i - 1] if i else ""
    if before in {"min", "din", "sin", "en", "sådan en"} and noun in _PLURALS | _NEUTERS:
        return noun != "år" or before != "en"
    if before in {"mit", "dit", "et", "intet"} and noun in _PLURALS | _COMMONS:
        return True
    if gender_of(noun) == _GENDER_AFTER.get(before, ""):
        return bool(gender_of(noun)) and small[i - 2 : i - 1] != ("ikke",)
    same = small[i - 2 : i] in {("det", "samme"), ("det", "hele")} and noun in _COMMONS
    of_many = before in _MANY - {"to", "tre"} or (before == "de" and small[i - 2 : i - 1] == ("alle",))
    return same or (of_many and noun in _SINGULARS)


_GENDER_AFTER = {
    **dict.fromkeys(("min", "din", "sin", "en", "hver", "denne"), "et"),
    **dict.fromkeys(("mit", "dit", "sit", "et", "hvert", "intet"), "en")}
"""The gender that a noun behind each must not have."""


def _twice_subject(small: Tokens, i: int) -> bool:
    """ "læreren hun siger", "min ven ali han siger": at the start of a clause."""
    if small[i] not in {"han", "hun", "de"} or not i or not set(small[i + 1 : i + 2]) & words.FINITE:
        return False
    start = max((j + 1 for j in range(i) if small[j] in {"og", "men", ",", "."}), default=0)
    start += small[start] == "at"
    subject = small[start:i]
    if not 1 <= len(subject) <= 4 or set(subject) & (words.FINITE | words.CLAUSE_OPENERS | words.ADVERBS):
        return False
    owned = subject[0] in words.POSSESSIVES and len(subject) > 1
    return owned or (len(subject) == 1 and len(subject[0]) > 4 and subject[0].endswith(("en", "et", "erne")))


def _verb_third(small: Tokens, i: int) -> bool:
    """ "efter stroke du taler": something stands in front, and still the subject comes before the verb."""
    if small[i] not in {"jeg", "du"} or not 1 < i < 5 or not set(small[i + 1 : i + 2]) & words.CLEAR_FINITE:
        return False
    front = small[:i]
    opens = words.FINITE | words.CLAUSE_OPENERS | words.RELATIVE_HEADS | {"den", "det", "de", "dem", "ham", "hende"}
    return front[0] in words.PREPOSITIONS and not set(front[1:]) & opens


def _runs_into(small: Tokens, i: int) -> bool:
    """ "… med bus alene min søster følger med": a second clause, and nothing between."""
    after = small[i + 2 : i + 3]
    owned = i > 2 and small[i] in {"min", "din", "mit", "dit", "mine", "dine"} and set(after) & words.CLEAR_FINITE
    return bool(owned) and small[i - 1] in words.SAFE_ENDS


def _main_behind_men(small: Tokens, i: int) -> bool:
    """A main clause behind "men" wants its comma."""
    begins = small[i] == "men" and set(small[i + 1 : i + 2]) & {"jeg", "du", "den", "det", "der", "han", "hun", "man"}
    return bool(begins) and i > 0 and small[i - 1] not in {",", "."} and bool(set(small[i + 2 : i + 3]) & words.FINITE)


def _uninflected(small: Tokens, i: int) -> bool:
    """ "du er starte"."""
    return small[i - 1 : i + 1] in _BEFORE_PARTICIPLE and bool(set(small[i + 1 : i + 2]) & VERBS_ONLY)


_BEFORE_PARTICIPLE = frozenset((subject, verb) for subject in ("jeg", "du") for verb in ("er", "har", "var", "havde"))
def _bare(small: Tokens, i: int) -> bool:
    """ "på værelse", "bange for fremtid": a thing one counts wants its article behind a preposition."""
    before = small[i - 1] if i else ""
    in_company = bool(set(small[i + 1 : i + 2]) & {"og", "til", "eller"})
    asks = small[i] in {"doktor", "læge"} and before in _ASKS_SOMEBODY
    return (asks or (small[i] in _COUNTED and before in _WANTS_ARTICLE)) and not in_company


_ASKS_SOMEBODY = words.bag("spørge spørger spurgte ringe ringer ringede møde møder mødte se ser så have har fortælle")


_WANTS_ARTICLE = words.bag("i på fra til hos med for ved om af")
_COUNTED = words.bag(
    "reception "
    "mand datter kone kæreste ven veninde nabo dame chef lærer søn lejlighed værelse stol adresse bænk opgang "
    "rækkehus trappe jakke taske fremtid gryde barnebarn hjerne pose pung sprogskole jobcenter kommune skulder mave "
    "knæ begravelse sagsbehandler vejleder skab bord vindue gade butik køkken dreng pige familie "
    "vaskemaskine støvsuger hospital lufthavn øjne væg gulv loft hylde skuffe sofa æske kirkegård vaskekælder nyre "
    "doktor termokande dørmåtte altan"
)
def _without_at(small: Tokens, i: int) -> bool:
    """ "bange for gå", "med lave mad": an infinitive right behind a preposition."""
    good_at = small[max(0, i - 2) : i] in _GOOD_AT and small[i] in words.INFINITIVES - words.FINITE
    return good_at or (small[i] in VERBS_ONLY and i > 0 and small[i - 1] in _BEFORE_AT)


_GOOD_AT = frozenset((word, "til") for word in ("god", "gode", "klar", "vant", "bedre", "dygtig", "dårlig", "lyst"))
_BEFORE_AT = words.bag("for med af om efter ved uden")
def _bare_verb(small: Tokens, i: int) -> bool:
    """ "glad for du leve": a subject with an infinitive, at the start of a clause."""
    opens = not i or small[i - 1] in _BEFORE_A_CLAUSE
    return opens and small[i] in _SUBJECTS and bool(set(small[i + 1 : i + 2]) & VERBS_ONLY)


def _whole_without_ending(small: Tokens, i: int) -> bool:
    """ "hele opgang" for "hele opgangen"."""
    return i > 0 and small[i - 1] == "hele" and is_counted(small[i]) and small[i - 2 : i - 1] not in _OWN_WHOLE


_OWN_WHOLE = frozenset((word,) for word in words.POSSESSIVES | words.bag("et en to tre fire fem det"))


def _wishes_without_at(small: Tokens, i: int) -> bool:
    """ "ønsker en gang læse" for "ønsker at læse"."""
    wishes = [j for j in range(max(0, i - 4), i) if small[j] in {"ønsker", "ønske"}]
    return bool(wishes) and small[i] in VERBS_ONLY and {"at", "og", ","}.isdisjoint(small[wishes[-1] : i])


def _owned_by_sin(small: Tokens, i: int) -> bool:
    """ "nabo sin dør" for "naboens dør"."""
    before = small[i - 1] if i else ""
    owner = before in words.PEOPLE or (len(before) > _LONG_WORD and before.endswith(("en", "eren", "erne")))
    return small[i] in {"sin", "sit", "sine"} and owner and _GIVES.isdisjoint(small[max(0, i - 4) : i - 1])


_GIVES = words.bag("giver gav give givet viser viste vise sender sendte sende lader lod lade fortæller fortalte")
_LONG_WORD = 4
_SUBJECTS = words.bag("jeg du han hun vi alt")
_BEFORE_A_CLAUSE = words.bag("for at når hvis fordi og men , som siger sagde")


_OF_LEARNERS = (
    _bare_verb, _without_at, _bare, _disagrees, _twice_subject, _verb_third, _uninflected, _whole_without_ending,
    _wishes_without_at, _owned_by_sin,
)


def unturned(small: Tokens) -> Iterator[bool]:
    """ "jeg ringer og spørge": an infinitive behind "og" where the verb before it is in the present or past."""
    for i in range(2, len(small) - 1):
        if small[i] == "og" and "var" in small[:i] and small[i + 1 : i + 2] == ("arbejde",):
            yield True
        if small[i] == "og" and small[i + 1] in VERBS_ONLY:
            before = set(small[:i])
            if before & _IS and before & _SOMEWHERE:
                continue  # "var ude og hjælpe"
            yield bool(before & words.CLEAR_FINITE) and not before & _TAKES_INFINITIVE and "været" not in before


_IS = words.bag("er var været")
_SOMEWHERE = words.bag("ude nede oppe inde henne ovre hjemme forbi")


def runs_on(small: Tokens) -> bool:
    """Whether a second main clause begins with no mark or link before it: "at vaske tøj det ligger bare"."""
    before = words.CLAUSE_OPENERS | words.FINITE | words.PREPOSITIONS | words.ADVERBS | words.RELATIVE_HEADS
    pairs = zip(small, small[1:], small[2:], strict=False)
    return any(b in {"det", "den", "han", "hun", "de"} and c in words.FINITE and a not in before for a, b, c in pairs)
