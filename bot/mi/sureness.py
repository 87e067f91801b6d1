# SPDX-License-Identifier: MPL-2.0
"""Whether a thought is whole enough to be said back: it has its own verb, and was not cut out of the middle."""

from __future__ import annotations

import re

from bot.danish.spelling import looks_unknown
from bot.danish.words import CLEAR_FINITE, DETERMINERS, FINITE, INFINITIVES, POSSESSIVES, PREPOSITIONS

_CLAUSE_BEGINS = re.compile(
    r",? (?:og |men )?(?:der|som|når|hvor|fordi|at|hvis|mens|selvom|da|om|hvad|hvem|hvordan|hvorfor)\b", re.IGNORECASE)
_NO_OPENING = re.compile(
    r"(?:om(?! (?:natten|morgenen|aftenen|\w*dagen|sommeren|vinteren|foråret|efteråret))"
    r"|ikke|kun|bare|især|også|eller|men|\d|kl\b|klokken)\b", re.IGNORECASE)
_FOR_IT = re.compile(r"(?:ikke|kun|bare|også) (?:er|har|kan|vil|skal|du|din|dit|dine|én|et|en)\b", re.IGNORECASE)
_AT_WITHOUT_VERB = re.compile(r"\bat ([^,]+)$", re.IGNORECASE)
_SAID_BEHIND = re.compile(
    r"(?<!,) (?:siger|sagde|mener|mente|synes) (?!at\b|den\b|det\b|man\b|ikke\b|igen\b|tingen\b|morgen\b)"
    r"[a-zæøå]+(?:en|et)\b(?= *,| *$)", re.IGNORECASE)
_LOST_ITS_SUBJECT = re.compile(
    r", (?:synes|tror|ved|håber|føler|vil|kan|har|er|var|skal|må|sover|tænker|går|tager|ringer|skriver|savner)"
    r"(?:,| (?!du\b|det\b|den\b|de\b|der\b|han\b|hun\b|man\b|vi\b|I\b|din\b|dit\b|dine\b|en\b|et\b))", re.IGNORECASE)
_OPENS_WITH_CLAUSE = re.compile(
    r"(?:når|hvis|hver gang|da|siden|mens|selvom|fordi|inden|før|efter|så snart|det,)\b", re.IGNORECASE)
_SPOKEN_TO = re.compile(r"\b(?:siger|sagde)\b.*\b(?:far|mor|skat|ven|søde)$", re.IGNORECASE)
_CAPITAL_INSIDE = re.compile(r"[a-zæøå,] (?:Når|Hvis|Jeg|Det|Og|Men|Så|Da|Der|Han|Hun|Vi|Fordi|At)\b")
_BETWEEN_SUBJECT_AND_VERB = re.compile(
    r"du (?:ikke|aldrig|altid|bare|godt|kun|også|selv|faktisk|stadig|virkelig|tit|ofte|heller) (?:ikke )?([\wæøå]+)\b",
    re.IGNORECASE)
"""Subordinate order: "…, jeg ikke kan holde ud" hangs on what stands before it."""
_NO_V2 = re.compile(r"(?!du\b|at\b)((?:[\wæøå]+ ){1,3})du ([\wæøå]+)\b", re.IGNORECASE)
_NO_V2_BEHIND_ADVERB = re.compile(
    r"(?:derfor|nu|så|i dag|i morgen|i går) ([\wæøå]+) (?:er|har|kan|skal|vil|var)\b", re.IGNORECASE)
_ASKS = frozenset(["hvad", "hvem", "hvor", "hvordan", "hvorfor", "hvis", "når", "da", "gang", "det", "den", "dem",
                   "alt", "noget", "end", "som", "at", "om", "mens", "fordi", "siden", "før", "inden", "selvom",
                   "snart"])
_SPOILT = re.compile(
    r"\b(?:ved|på|for|af|til|med|om|i), (?:alle|de|den|din|dit|dine|mange|hele)\b"
    r"|^(?:resten|halvdelen|flere|nogle|mange|slutningen|starten) (?:er|var|bliver|har|går) af\b"
    r"|\bdet eneste,? du [\wæøå]+ (?:er|var)\b|\b(?:bygges|laves|skrives|males), om\b"
    r"|\b(?:snakker|taler|går|kører|sover|spiser|læser|skriver) (?:hurtig|god|dårlig|langsom)\b"
    r"|\b(?:på jobcenter|hos sygehus|i gamle land|i sygehus|på kommune|i knæ|til læge|på sprogskole)\b", re.IGNORECASE)
_CUT_SHORT = re.compile(
    r"\bpå en måde$|\b(?:sådan|lige|pga|fx|mht|ift|bl|dvs|ca|inkl|samt|uden|blandt|imellem|nærmest|ligesom)$"
    r"|, (?:hej|tak|undskyld|knus|hilsen|farvel|vh|kh)$|\bat (?:hvis|når)\b"
    r"|\bdet (?:er|var|kommer|kom|bliver|blev|går|gik|falder|ramler|sejler|flyder) hele (?![\wæøå]+(?:en|et)\b)",
    re.IGNORECASE)
_LINK_WITHOUT_VERB = re.compile(r"\b(?:når|hvis|fordi|mens|selvom) ([^,]+)$", re.IGNORECASE)
_RUNS_ON = re.compile(
    r"\b(?:\w+dag|igen|stadig|længe|alene|hjemme|i går|i morgen|meget|bagefter|endnu) (?:du|han|hun|de) ([\wæøå]+)\b",
    re.IGNORECASE)
_SO_THEN = re.compile(r"(?:men |og )?så (?:har|er|kan|vil|skal|bliver|får|kommer|mister) (?!jeg\b)", re.IGNORECASE)
_SUPPOSES = re.compile(r"\b(?:hvis|kunne|ville|tilbød|tilbyder|skulle|måtte)\b[^.!?]*$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:nul|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti),? (?:for|fordi|af|ud|og så)\b", re.IGNORECASE)
_DIGRAPH = re.compile(r"[\wæøå]*(?:oe|ae)[\wæøå]*", re.IGNORECASE)


def is_whole(du: str) -> bool:
    """Whether a du-clause can stand alone: a verb of its own, nothing that hangs loose at either end."""
    if _NO_OPENING.match(du) and not _FOR_IT.match(du):
        return False
    if _SAID_BEHIND.search(du) or _SPOKEN_TO.search(du) or _CAPITAL_INSIDE.search(du):
        return False
    if not _OPENS_WITH_CLAUSE.match(du) and (_LOST_ITS_SUBJECT.search(du) or not _first_part_has_verb(du)):
        return False
    if _CUT_SHORT.search(du) or _ends_in_half_a_clause(du):
        return False
    if _runs_on(du) or _has_stray_comma(du) or _SAID_ALOUD.search(du):
        return False
    if _SPOILT.search(du) or _NUMBER.match(du) or _is_out_of_order(du) or _is_spelled_without_danish_letters(du):
        return False
    return _has_main_verb(du) and _every_at_has_a_verb(du) and not looks_unknown(du)


_AFTER_A_COMMA = frozenset([
    "at", "når", "hvis", "fordi", "der", "som", "hvor", "hvad", "hvem", "hvordan", "hvorfor", "hvornår", "hvilken",
    "hvilket", "hvilke", "om", "selvom", "selv", "mens", "inden", "før", "efter", "da", "så", "men", "og", "eller",
    "for", "end", "siden", "uden", "indtil", "lige", "også", "bare", "det", "den", "de", "dem", "du", "han", "hun",
    "man", "din", "dit", "dine", "hans", "hendes", "deres", "hver", "uanset",
    "først", "ikke", "mest", "helst", "særligt", "især", "kun", "siger", "dér", "der", "her",
])
_SAID_ALOUD = re.compile(
    r"\b(?:siger|sagde) (?:bare )?(?:nyd|tag|kom|gå|lad|hold|vær|slap|husk|prøv|ring|stop)\b"
    r"|\bdu sagde,? (?:det|den|så|nu) \w+ du\b", re.IGNORECASE)


def _has_stray_comma(du: str) -> bool:
    """A comma before what is no clause: a list, an afterthought, a piece of another sentence."""
    if _OPENS_WITH_CLAUSE.match(du):
        return False
    return any((_words(part) or [""])[0] not in _AFTER_A_COMMA for part in du.split(",")[1:])


def _runs_on(du: str) -> bool:
    """ "opvasken har stået siden lørdag du kigger": two sentences with nothing between them."""
    second = _RUNS_ON.search(du)
    if second is None or second[1].casefold() not in FINITE or _OPENS_WITH_CLAUSE.match(du):
        return False
    return bool(FINITE & set(_words(du[: second.start()])))


def _ends_in_half_a_clause(du: str) -> bool:
    """ "der er 1.400 kroner, når husleje": the link's clause has lost its verb."""
    last = _LINK_WITHOUT_VERB.search(du)
    return last is not None and not (FINITE & set(_words(last[1]))) and not _VERB_FORM.search(last[1])


_VERB_FORM = re.compile(r"\b[a-zæøå]{2,}(?:er|ede|te)\b")
"""A present or past that is not on the list; a noun in the plural passes too."""


def _is_out_of_order(du: str) -> bool:
    """A verb first, an adverb between subject and verb, or a subject between front and verb: no main clause."""
    first, *_ = _words(du) or [""]
    between, fronted = _BETWEEN_SUBJECT_AND_VERB.match(du), _NO_V2.match(du)
    if first in CLEAR_FINITE or (between and between[1].casefold() in FINITE):
        return True
    if fronted and fronted[2].casefold() in FINITE and not (FINITE | _ASKS) & set(_words(fronted[1])):
        return True
    behind = _NO_V2_BEHIND_ADVERB.match(du)
    return behind is not None and behind[1].casefold() not in FINITE


def _first_part_has_verb(du: str) -> bool:
    """ "antabus hver mandag, det smager af metal": two things, of which the first is no sentence."""
    first, comma, rest = du.partition(",")
    follows = (_words(rest) or [""])[0] in _STARTS_ANEW
    return not (comma and follows) or bool(FINITE & set(_words(first))) or du[:3].casefold() == "at "


_STARTS_ANEW = frozenset(["det", "den", "de", "du", "han", "hun", "jeg", "man", "vi", "der"])


def _is_spelled_without_danish_letters(du: str) -> bool:
    return any(looks_unknown(word.casefold()) for word in _DIGRAPH.findall(du) if word)


_KIN = frozenset(["mor", "far", "mormor", "morfar", "farmor", "farfar", "mutter", "fatter", "moster", "faster", "onkel"])
_OWNED = POSSESSIVES | DETERMINERS | frozenset([
    "er", "var", "bliver", "blev", "blevet", "være", "blive", "som", "og", "eller", "gammel", "god", "dårlig", "ældre"])


def with_whose_parent(du: str) -> str:
    """ "mor laver mad" as "din mor laver mad": said back, a bare "mor" would be the speaker's own."""
    words = du.split(" ")
    for i, word in enumerate(words):
        before = words[i - 1].casefold() if i else ""
        owned = before in _OWNED or before.endswith("s") or (before.endswith("e") and i > 1 and words[i - 2] in _OWNED)
        if word.strip(",.").casefold() in _KIN and not owned:
            words[i] = f"din {word[:1].lower()}{word[1:]}"
    return " ".join(words)


def _has_main_verb(du: str) -> bool:
    """A finite verb before the first clause inside; "at …" and what opens with a clause are judged by all of it."""
    if du[:3].casefold() == "at " or _OPENS_WITH_CLAUSE.match(du):
        return True
    words = _words(_CLAUSE_BEGINS.split(du, maxsplit=1)[0])
    return bool(FINITE & set(words)) or bool(_DET_DER.match(du)) or _SUBJECT_VERB.match(" ".join(words)) is not None


_SUBJECT_VERB = re.compile(
    r"(?:du|det|den|han|hun|de|man|der|vi|din \w+|dit \w+|dine \w+|\w+(?:en|et)) \w+(?:r|ede|te|k|v|t)\b")
"""A subject and what has the form of a verb, for verbs that are not on the list."""


_DET_DER = re.compile(r"(?:det|den|de|dem|alt|noget|en|et|\w+(?:en|et|ne)),? (?:der|som|du)\b", re.IGNORECASE)


def _every_at_has_a_verb(du: str) -> bool:
    last = _AT_WITHOUT_VERB.search(du)
    return last is None or bool((FINITE | INFINITIVES) & set(_words(last[1]))) or _looks_like_a_verb(last[1])


def _looks_like_a_verb(rest: str) -> bool:
    """An infinitive that is not on the list ends in -e mostly, and stands first or behind an adverb."""
    words = [word for word in re.findall(r"[\wæøå]+", rest)[:2] if word.islower() and word not in PREPOSITIONS]
    return any(word.endswith(("e", "å", "o", "r")) for word in words)


def _words(text: str) -> list[str]:
    return re.findall(r"[\wæøå]+", text.casefold())


_HALF_OF_TWO = re.compile(
    r"\b(?:at|om|som|hvis|når|fordi|da|end) (?:(?:min|mit|mine) )?[\wæøå]+(?: [\wæøå]+)? og *$", re.IGNORECASE)
_CLEFT = re.compile(r"\bdet (?:er|var) [^.!?,]+, *$", re.IGNORECASE)
_RELATIVE_I = re.compile(r"jeg\b", re.IGNORECASE)


def was_cut_out(thought: str, text: str) -> bool:
    """Whether a thought stands inside another clause of the message: "Det, jeg savner, er …", "Eva og jeg …"."""
    place = text.casefold().find(thought.casefold()[:_LONG_ENOUGH_TO_FIND])
    if place < 0:
        return False
    if _goes_on(text[place + len(thought) :], thought):
        return True
    if thought[:3].casefold() == "at " and len(thought.split()) < len(text.split()):
        return True  # an infinitive answers a question alone, and is a fragment beside other words
    if _JOINED_TO_A_CLAUSE.search(text[:place] + ("og " if thought[:3].casefold() == "og " else "")):
        return True
    if _SO_THEN.match(thought) and _SUPPOSES.search(text[:place]):
        return True  # "… tilbød, men så har hun noget på mig": what would follow, not what is
    joined = re.match(r"og ", thought, re.IGNORECASE)
    before = text[: place + joined.end()] if joined else text[:place]
    thought = thought[joined.end() :] if joined else thought
    if _RELATIVE_I.match(thought) and _REPORTED.search(before):
        return True
    if _RELATIVE_I.match(thought) and (_AFTER_ITS_NOUN.search(before) or _HALF_OF_TWO.search(before)):
        return True
    return thought.casefold().startswith("der ") and (bool(_CLEFT.search(before)) or before.rstrip().endswith(","))


_REPORTED = re.compile(
    r"\b(?:mener|siger|synes|tror|sagde|skriver|skrev|håber|mente|troede|ved|lover|drømmer)"
    r"(?: til mig)?,? *$|\b(?:bange|nervøs|ked|glad|bekymret|sikker|vant|angst) (?:for|på|over|til|af),? *$",
    re.IGNORECASE)
_POINTS = re.compile(r"\b(?:ham|hende|dem|den|det|noget|nogen|alt|alle|ting|en|et)$", re.IGNORECASE)
_FEELS = re.compile(r"\b(?:bange|nervøs|ked|glad|bekymret|sikker|vant|angst|træt|vild)$", re.IGNORECASE)


def _goes_on(after: str, thought: str) -> bool:
    """Whether the sentence goes on where the thought ends: "hun er bange | for jeg bliver syg", "…, | jeg ikke kan"."""
    if _FEELS.search(thought) and re.match(r" (?:for|på|over|til|af|med)\b", after, re.IGNORECASE):
        return True
    if _POINTS.search(thought) and re.match(r",? (?:jeg|vi|han|hun|de|man) ", after, re.IGNORECASE):
        return True  # "end ham | jeg selv fik"
    inside = r", (?:jeg|man|han|hun|de|vi) (?:ikke|aldrig|altid|bare|godt|kun|selv) "
    return bool(re.match(inside, after, re.IGNORECASE))


_JOINED_TO_A_CLAUSE = re.compile(
    r"(?:^|[.!?,;] *|\s)(?:hvis|når|at|fordi|selvom|mens|inden|medmindre) [^.!?,;]+ og $", re.IGNORECASE)
"""Behind "hvis nogen henter mig og | jeg kan …": it may hang on the same "hvis"."""
_LONG_ENOUGH_TO_FIND = 18
_AFTER_ITS_NOUN = re.compile(r"(?:^|[.!?,] )(?:det|den|dem|de|alt|noget),? *$", re.IGNORECASE)


def is_cleft_head(du: str, text: str) -> bool:
    """"det var pauserne", where the message goes on ", der var vanskelige": half of one sentence."""
    if not re.match(r"det (?:er|var) ", du, re.IGNORECASE):
        return False
    return bool(re.search(rf"{re.escape(du.casefold()[3:])}, (?:der|som) \w", text.casefold()))
