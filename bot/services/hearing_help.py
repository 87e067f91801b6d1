# SPDX-License-Identifier: MPL-2.0
"""In danger: what the citizen says of help is heard. A no to ringing, a person near, going there, being there."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.care import answers, danger, staff_now
from bot.codebook import Intent, Safety, Statement
from bot.danish.names import NAMES
from bot.mi.conversation import Conversation
from bot.mi.move import Move

_SHORT_WORD = 3
_NEAR_LETTERS = 20


class _Hears(NamedTuple):
    """A pattern, what is said to it, and why; `not_if_nobody`: a "not" just before or in it takes it away."""

    name: str
    pattern: re.Pattern[str]
    says: tuple[answers.Bubbles, ...]
    why: str
    not_if_nobody: bool = False


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_TAKEN_AWAY = _compile(
    r"\b(?!jeg)(?:hun|han|de|naboen|[a-zæøå]+) har (?:taget|fået|gemt|smidt) (?:alle )?(?:pillerne|min nøgle|dem)\b")
"""Somebody else has them now; "jeg har taget pillerne" is none."""
_HELP_IS_NEAR = _compile(
    r"\b(?:kommer nu|er på vej|på vej herhen|er her nu|sidder her nu|har ringet|ringet til 112|banket på hos|er hos mig"
    r"|bliver hos mig|er sammen med|kom bare|døren er åben|ringer til lægevagten)\b"
    r"|\b(?:sidder|er) (?:jeg )?(?:nu )?(?:her )?(?:inde )?hos (?!mig selv|os)\w+")
_BESIDE_ME = _compile(
    r"\b(?:sætter|satte|sidder) (?:sig )?(?:her )?(?:nu )?ved siden af mig\b|\bholder (?:om mig|min hånd)\b"
    r"|\b(?-i:[A-ZÆØÅ][a-zæøå]+) er (?:her|hos mig)\b")
_IS_COMING = _compile(
    r"\bambulancen\b|\bambulance (?:er på vej|kommer nu)\b|\bredderne\b|\bpolitiet (?:er her|kommer|er på vej)"
    r"|\b(?!jeg\b)(?:han|hun|de|(?-i:[A-ZÆØÅ][a-zæøå]+)) (?:har ringet|ringer (?:nu|112|efter|til 112))\b")
"""Somebody else rings, or they come; "jeg ringer nu" is another thing."""
_THEY_COME = _compile(r"\b(?:nu )?kommer de\b|\bde kommer\b|\bde er her\b")
"""Only where help was spoken of: to somebody who is afraid "de" are others."""
_ON_THE_WAY = _compile(
    r"\b(?!jeg\b)[a-zæøå]+ (?:er (?:nu )?(?:på vej|undervejs|kørt|gået hjemmefra)|kommer (?:om|snart|herhen)"
    r"|er her (?:om|snart)|(?:kører|går|cykler|tager afsted) nu)\b")
"""Somebody the citizen knows, who is not there yet."""
_IS_HERE = _compile(r"\b(?:er her nu|sidder her|er hos mig|bliver hos mig|er kommet|er sammen med)\b")
_PUT_AWAY = _compile(
    r"\bjeg har (?:nu )?(?:lagt|sat|smidt|låst|stillet|gemt|hældt|skyllet) (?:alle )?"
    r"(?:dem|den|det|pillerne|kniven|flasken|tabletterne|bladet|barberbladet|rebet|æsken)\b")
_NOBODY = _compile(r"\b(?:ikke|ikk|ingen|aldrig)\b")
_DONE_MYSELF = _compile(r"\bjeg (?:har )?(?:nu |lige )?(?:taget|tog|slugt|slugte|spist|skåret|skar)\b")
_RINGS_A_DOCTOR = _compile(
    r"\b(?:ringer|ringet|har ringet|snakker|taler) (?:nu |lige )?(?:til|med) "
    r"(?:lægevagten|vagtlægen|lægen|psykiatrisk|skadestuen|akut\w*|1813)\b")
_TABLE: tuple[_Hears, ...] = (
    _Hears("whether it stays", _compile(
        r"\bbliver? du (?:her|hos mig|ved)?\b(?! ikke sur)|\bsvarer (?:du )?ikk?e? (?:på )?(?:mig|det|hvad)"
        r"|\ber du (?:der|her)\b|\bhører du mig\b"),
        answers.I_STAY, "Borgeren spørger, om programmet bliver"),
    _Hears("has written", _compile(
        r"\b(?:har|fik) (?:nu |lige |faktisk )*(?:skrevet|sendt (?:en )?besked|sms'?et) (?:nu )?til "
        r"(?:ham|hende|dem|min \w+|(?-i:[A-ZÆØÅ][a-zæøå]+))\b|\bhar sendt (?:den|det|en besked)\b"),
        answers.HAS_WRITTEN, "Borgeren har skrevet til en, der kan komme", not_if_nobody=True),
    _Hears("somebody asks", _compile(
        r"\b(?:spørger|spurgte|siger) (?:til mig )?om jeg (?:er|var|har det)\b|\bskal jeg sige (?:ja|nej)\b"
        r"|\bder kommer (?:en|nogen|et par|folk|to)\b"),
        answers.SOMEBODY_ASKS, "Nogen kommer forbi eller spørger, hvordan borgeren har det", not_if_nobody=True),
    _Hears("whether to tell", _compile(
        r"\b(?:skal|ska|bør|kan|må) jeg (?:så )?(?:sige|fortælle|skrive) (?:det|noget)\b"),
        answers.TELL_SOMEBODY, "Borgeren spørger, om nogen skal vide det"),
    _Hears("what the line is", _compile(
        r"\bhva(?:d)? er (?:det )?1888\b|\b1888\b.{0,20}\bpoliti\w*|\blev uden vold\b.*\?"),
        answers.ABOUT_1888, "Borgeren spørger, hvad nummeret er"),
    _Hears("how to leave no trace", _compile(
        r"\b(?:hvordan|kan) (?:sletter|slette|skjuler|fjerner) (?:jeg|man|du) (?:det|den|alt)\b"
        r"|\bhvordan (?:jeg|man) sletter\b|\b(?:han|hun) (?:kan (?:godt )?)?(?:kigger|ser|tjekker|læser) (?:på |i )?"
        r"(?:min |den |det )?(?:tablet\w*|telefon\w*|mobil\w*|computer\w*|her|med)\b"),
        answers.LEAVE_NO_TRACE, "Borgeren vil ikke efterlade spor"),
    _Hears("who reads", _compile(
        r"\b(?:læser|ser|hører|opdager|får) (?:der )?(?:nogen|min bostøtte|personalet|de|kommunen) "
        r"(?:det|den|mig|beskeden)\b"
        r"|\bnogen,? (?:der |som )?(?:læser|ser|har læst|har set) (?:det|den|med|beskeden)\b"
        r"|\bhvem (?:læser|ser|får|har læst)\b|\bkommer der (?:så )?nogen\b"
        r"|\bhvornår (?:læser|ser|svarer|møder) (?:de|nogen|hun|han|der|min bostøtte|personalet)\b"
        r"|\bhvornår kommer (?:der nogen|min bostøtte|personalet)\b"),
        (staff_now.WHO_READS,), "Borgeren spørger, hvem der læser beskeden, eller om der kommer nogen"),
    _Hears("what to say", _compile(r"\bhva(?:d)? (?:skal|kan|ska) (?:jeg|man) (?:sige|skrive|fortælle)\b"),
           answers.WHAT_TO_SAY, "Borgeren spørger, hvad der skal siges til den, der kan hjælpe"),
    _Hears("what with the pills",
           _compile(r"\bhva(?:d)? (?:så )?(?:med|gør jeg med|skal jeg gøre med) (?:dem|pillerne|det)\b"),
           answers.WHAT_WITH_THEM, "Borgeren spørger, hvad der skal ske med pillerne"),
    _Hears("goes for help", _compile(
        r"\bgår (?:jeg )?(?:nu )?(?:derind|derover|derned|derop|derhen|ind til|over til|ned til|op til|hen til)\b"
        r"|\b(?:banker|ringer|skriver) (?:jeg )?(?:på|nu|lige|til|hende|ham|dem|112|:)|\bjeg skriver:"
        r"|\bgiver? (?:jeg )?(?:hende|ham|dem|naboen|\w+) pillerne\b|\bhar sendt (?:den|det|en besked)\b"),
        answers.GOES_FOR_HELP, "Borgeren vil gå til en anden eller kontakte en", not_if_nobody=True),
    _Hears("will not call", _compile(
        r"\b(?:gider|vil|tør|kan|orker|magter)\b.{0,14}\b(?:ikke|ikk|ik|aldrig)\b.{0,12}\b(?:ring|bank)\w*"
        r"|\bvil (?:ikke|ikk|ik) (?:have|ha) (?:politi|ambulance|læge|falck)\w*"
        r"|\b(?:gider|vil|orker|tør) (?:ikke|ikk|ik) (?:snakke|tale) med (?:nogen |en )?(?:fremmed\w*|nogen|læge\w*)"
        r"|\bskal ikke ringe\b|\bblå blink\b|\bopgangen glor\b"),
        answers.WILL_NOT_CALL, "Borgeren vil eller kan ikke ringe, så der spørges til en, borgeren kender"),
    _Hears("somebody near", _compile(
        r"\b(?:nabo\w*|underbo\w*|overbo\w*|genbo\w*|mor|far|søster|bror|ven|veninde|kæreste|datter|søn|vagten?|personalet?)\b"
        r".{0,24}\b(?:hjemme|kan (?:godt )?komme|i nærheden|kontoret|tæt på)\b"
        r"|\b(?:hun|han|(?-i:[A-ZÆØÅ][a-zæøå]+)) (?:er )?(?:inde |lige )?(?:hjemme|ved siden af|ovenpå|nedenunder)\b"
        r"|\b(?:hende|ham|en|damen|manden|naboen|(?-i:[A-ZÆØÅ][a-zæøå]+)) inde ved siden af\b"),
        answers.SOMEBODY_IS_NEAR, "Borgeren nævner en, der er i nærheden", not_if_nobody=True),
)


def hears_of_help(conversation: Conversation, statement: Statement, level: Safety) -> Move | None:
    """The answer to what was said of help; None where nothing was, or where danger is told anew."""
    text = statement.text
    if any(pattern.search(text) for pattern in (_ON_THE_WAY, _IS_HERE, _HELP_IS_NEAR, _BESIDE_ME, _IS_COMING)):
        conversation.helper = person_named(text) or conversation.helper
    taken_away = bool(_TAKEN_AWAY.search(text))
    told_anew = danger.look_for_danger(text) is Safety.ACUTE or _DONE_MYSELF.search(text)
    if level is Safety.ACUTE and told_anew and not taken_away:
        return None  # that the reader alone thinks of danger is no news here
    if _is_said(_ON_THE_WAY, text) and not _IS_HERE.search(text) and not conversation.count_of("help is near"):
        conversation.count("help comes")
        return until_they_come(conversation)
    if conversation.count_of("help is near") and statement.intent is Intent.THANK:
        return Move((), "Borgeren sagde tak", verbatim=answers.pick(answers.THANKED, conversation.count("thanked")))
    if _is_said(_RINGS_A_DOCTOR, text):
        conversation.count("help is near")
        why = "Borgeren skriver, at der bliver ringet til lægen"
        return Move((), why, verbatim=answers.pick(answers.RINGS_A_DOCTOR, conversation.count("doctor rung")))
    if _is_said(_PUT_AWAY, text):
        why = "Borgeren har lagt det fra sig, som kunne gøre skade"
        return Move((), why, verbatim=answers.pick(answers.PUT_AWAY, conversation.count("put away")))
    if _is_coming(conversation, text):
        conversation.count("help is near")
        why = "Borgeren skriver, at nogen har ringet, eller at hjælpen kommer"
        return with_help(conversation, why)
    leaves = statement.intent in (Intent.STOP, Intent.GOODBYE, Intent.PAUSE)
    short = conversation.count_of("help is near") > 0 and statement.words <= _SHORT_WORD and not leaves
    if taken_away or short or _HELP_IS_NEAR.search(text) or _is_said(_BESIDE_ME, text):
        why, before = "Borgeren skriver, at der er hjælp på vej eller nogen hos dem", conversation.count("help is near")
        if conversation.count_of("with help"):
            return with_help(conversation, why)
        return Move((), why, verbatim=answers.pick(answers.HELP_IS_NEAR, before))
    for row in _TABLE:
        if row.name == "what with the pills" and not _has_means(conversation):
            continue
        found = row.pattern.search(text)
        around = text[max(0, found.start() - _NEAR_LETTERS) : found.end()] if found else ""
        if found and not (row.not_if_nobody and _NOBODY.search(around)):
            return Move((), row.why, verbatim=answers.pick(row.says, conversation.count(row.name)))
    return _names_somebody(conversation, text)


def _names_somebody(conversation: Conversation, text: str) -> Move | None:
    """ "min mor. hun bor ti minutter herfra": who was named can be asked to come, unless they may be the danger."""
    who = person_named(text)
    may_come = conversation.danger_kind in _MAY_BE_ASKED and not _NOT_TO_BE_ASKED.search(text)
    if not who or not may_come or conversation.count_of("somebody named") >= len(answers.SOMEBODY_NAMED):
        return None
    conversation.helper = who
    why = "Borgeren nævner en, der kan komme, så der peges på, hvordan vedkommende kan bedes om det"
    return Move((), why, verbatim=answers.pick(answers.SOMEBODY_NAMED, conversation.count("somebody named")))


_MAY_BE_ASKED = frozenset({"suicide", "self_harm", "pills", "unknown"})
_NOT_TO_BE_ASKED = _compile(
    r"\b(?:død\w*|døde|lever ikke|slår|slog|truer|råber|bange for|hader|i udlandet|langt væk|sover|ikke (?:min|til))\b")
_RELATIONS = (
    r"søster|bror|mor|far|moster|faster|onkel|mormor|farmor|morfar|farfar|ven|veninde|nabo|kæreste|kone|mand|datter"
    r"|søn|kusine|fætter|bostøtte|kontaktperson|roommate|bofælle")
_PERSON = _compile(
    rf"\bmin (?P<who>(?:store|lille)?(?:{_RELATIONS}))\b|\b(?P<next>naboen|underboen|overboen|genboen)\b")


def person_named(text: str) -> str:
    """Whom the citizen names, as the bot says it: "din søster", "naboen"; empty without one."""
    found = _PERSON.search(text)
    if found is None:
        return _name_in(text)
    return found["next"].casefold() if found["next"] else f"din {found['who'].casefold()}"


def _name_in(text: str) -> str:
    """A given name with its capital, "Inge": not a town ("i Vejle") and not the first word of a sentence alone."""
    found = (match for match in _NAME.finditer(text) if match["name"].casefold() in NAMES)
    return next((match["name"] for match in found), "")


_NAME = re.compile(r"(?<!\bi )(?<!\bpå )(?<!\btil )(?<!\bfra )\b(?P<name>[A-ZÆØÅ][a-zæøå]{2,})\b")


def _has_means(conversation: Conversation) -> bool:
    """Whether pills or another means were told of in this talk; else "hvad med det" asks for something else."""
    return conversation.danger_kind in _WITH_MEANS or conversation.count_of("put away") > 0


_WITH_MEANS = frozenset({"pills", "overdose", "self_harm"})


def with_help(conversation: Conversation, why: str) -> Move:
    """What is said once help is on its way or there: nothing more is asked."""
    return Move((), why, verbatim=answers.pick(answers.WITH_HELP, conversation.count("with help")))


def until_they_come(conversation: Conversation) -> Move:
    """What is said while somebody is on the way: nobody is told that they are not alone before they are not."""
    why = "Borgeren skriver, at der er en på vej, som ikke er der endnu"
    return Move((), why, verbatim=answers.pick(answers.UNTIL_THEY_COME, conversation.count("until they come")))


def _is_coming(conversation: Conversation, text: str) -> bool:
    """Whether help is on its way: plainly, or "de kommer" where help was spoken of before."""
    return _is_said(_IS_COMING, text) or (
        conversation.count_of("help is near") > 0 and _is_said(_THEY_COME, text))


def _is_said(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a pattern is found without a "not" or "nobody" just before or in it."""
    found = pattern.search(text)
    return found is not None and not _NOBODY.search(text[max(0, found.start() - _NEAR_LETTERS) : found.end()])
