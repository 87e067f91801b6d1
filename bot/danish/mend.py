# SPDX-License-Identifier: MPL-2.0
"""Repairs chat spelling of very common words, for words that are given back; leaves the rest alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from bot.danish import words
from bot.danish.dictionary import put_right

# Misspelling -> word. Function words and very common words only; nothing here is itself a Danish
# word that an
# adult would write in a chat (so "sa", "nar", "far", "os", "dej" and "sej" are left as they stand).
SPELLINGS = {
    "jg": "jeg", "jeh": "jeg", "jei": "jeg", "jej": "jeg", "jeeg": "jeg", "jegh": "jeg", "jge": "jeg",
    "tar": "tager", "een": "en",
    "jag": "jeg", "mej": "mig", "mii": "mig", "mih": "mig", "mihg": "mig", "ik": "ikke", "ikk": "ikke",
    "ikek": "ikke", "ikkr": "ikke", "ikkee": "ikke", "ikje": "ikke", "iik": "ikke", "ka": "kan",
    "ku": "kunne", "kune": "kunne", "kunen": "kunne", "skla": "skal", "sklle": "skulle",
    "skule": "skulle", "vile": "ville", "vill": "vil", "vl": "vil", "ahr": "har", "haar": "har",
    "hae": "have", "bliv": "blive", "vaere": "være", "vare": "være", "goere": "gøre", "gøer": "gør",
    "gøre": "gøre", "faar": "får", "faa": "få", "gaar": "går", "gaa": "gå", "staa": "stå",
    "staar": "står", "maa": "må", "foeler": "føler", "proever": "prøver",
    "proeve": "prøve", "ønkser": "ønsker", "droemmer": "drømmer", "snake": "snakke",
    "snaker": "snakker", "gærne": "gerne", "gjerne": "gerne", "gern": "gerne", "græne": "gerne",
    "isøndags": "i søndags", "ilørdags": "i lørdags", "imandags": "i mandags", "itorsdags": "i torsdags",
    "itirsdags": "i tirsdags", "ionsdags": "i onsdags", "ifredags": "i fredags", "lisom": "ligesom",
    "jerne": "gerne", "morgnen": "morgenen", "sien": "siden",
    "gernr": "gerne", "gerrne": "gerne", "alrig": "aldrig", "aldri": "aldrig", "alderig": "aldrig",
    "aldig": "aldrig", "altidt": "altid", "alltid": "altid", "mske": "måske", "maaske": "måske",
    "måsk": "måske", "måske": "måske", "naar": "når", "nåår": "når", "saa": "så", "ogsaa": "også",
    "ogsa": "også", "osse": "også", "oså": "også", "ogs": "også", "oss": "også", "åsså": "også",
    "paa": "på", "foer": "før", "sån": "sådan", "sådn": "sådan", "såden": "sådan", "saadan": "sådan",
    "såå": "så", "nogn": "nogen", "noen": "nogen", "nån": "nogen", "nogel": "nogle", "noed": "noget",
    "noet": "noget", "lissom": "ligesom", "ligsom": "ligesom", "ligsm": "ligesom", "asså": "altså",
    "alså": "altså", "altsaa": "altså", "hva": "hvad", "hvd": "hvad", "hvorn": "hvordan",
    "hvordn": "hvordan", "hvornaar": "hvornår", "vorfor": "hvorfor", "fodi": "fordi", "fordig": "fordi",
    "frodi": "fordi", "selvon": "selvom", "hvos": "hvis", "vis": "hvis", "mn": "men", "meen": "men",
    "ogg": "og", "dte": "det", "deet": "det", "dett": "det", "drt": "det", "meger": "meget",
    "meegt": "meget", "meg": "meget", "mge": "meget", "megte": "meget", "syns": "synes",
    "synse": "synes", "synnes": "synes", "håver": "håber", "haaber": "håber", "orkr": "orker",
    "idag": "i dag", "igår": "i går", "igaar": "i går", "imorgen": "i morgen", "imorgn": "i morgen",
    "iaften": "i aften", "inat": "i nat", "imorges": "i morges", "iaftes": "i aftes", "iår": "i år",
    "selvfølig": "selvfølgelig", "selfølgelig": "selvfølgelig", "selføli": "selvfølgelig",
    "egenlig": "egentlig", "egentli": "egentlig", "egentligt": "egentlig", "virkli": "virkelig",
    "virklig": "virkelig", "rigti": "rigtig", "bostotte": "bostøtte", "bostoette": "bostøtte",
    "okonomi": "økonomi", "oekonomi": "økonomi", "traet": "træt", "træet": "træt", "svært": "svært",
    "sværrt": "svært", "svaert": "svært", "nemlit": "nemlig", "hjem": "hjem", "alene": "alene",
    "allene": "alene", "komunen": "kommunen", "kommunnen": "kommunen", "arbejd": "arbejde", "fåe": "få",
    "ihvertfald": "i hvert fald", "ivertfald": "i hvert fald", "istedet": "i stedet", "igang": "i gang",
    "forsent": "for sent", "udaf": "ud af", "aligevel": "alligevel", "alligevl": "alligevel",
    "hvertfald": "hvert fald", "næstn": "næsten", "iforvejen": "i forvejen",
    "ihverfald": "i hvert fald", "desverre": "desværre", "desvære": "desværre", "desværrer": "desværre",
    "spicer": "spiser", "kasn": "kan", "jegg": "jeg", "arbjede": "arbejde", "ensm": "ensom", "medisin": "medicin",
    "sovr": "sover", "snaket": "snakket", "familje": "familie", "føllr": "føler", "føer": "føler",
    "møtte": "mødte", "pronlem": "problem", "problm": "problem", "folger": "følger",
    "ska": "skal", "vr": "var", "nogne": "nogen",
    "sjælendt": "sjældent", "blir": "bliver", "blr": "bliver",
    "imorn": "i morgen", "iovermorgen": "i overmorgen", "ieftermiddag": "i eftermiddag", "torsda": "torsdag",
    "tirsda": "tirsdag", "onsda": "onsdag", "freda": "fredag", "formidag": "formiddag", "eftermidag": "eftermiddag",
    "morn": "morgen", "lørda": "lørdag", "sønda": "søndag", "fredav": "fredag", "mandav": "mandag",
    "elr": "eller", "eler": "eller",
    "heler": "heller", "moblen": "mobilen", "genbrusen": "genbrugsen",
    "samen": "sammen", "ike": "ikke", "ikker": "ikke", "færdi": "færdig",
    "li": "lide", "sir": "siger", "lit": "lidt", "got": "godt", "komer": "kommer", "mensker": "mennesker",
    "menesker": "mennesker", "medecin": "medicin", "medesin": "medicin", "hovdet": "hovedet", "jop": "job",
    "vordan": "hvordan", "hvergang": "hver gang", "somregel": "som regel",
}  # fmt: skip
SPELLINGS = {wrong: right for wrong, right in SPELLINGS.items() if wrong != right}


def _at_for_og(match: re.Match[str]) -> str:
    """ "tænke mig og få" is written for "tænke mig at få"; "til og fra" is not."""
    return " at " if match.group(1).lower() in words.INFINITIVES else match.group()


def _behind(before: str, found: str) -> str:
    """Lookbehinds, tried once `found` is read, for any of the words `before` it."""
    return "(?:" + "|".join(rf"(?<=\b(?i:{word}{found}))" for word in before.split()) + ")"


Replacement = str | Callable[[re.Match[str]], str]
# What must occur at all, pattern, replacement: spellings that a neighbour decides ("en vis ro",
# "vis jeg tør"). Each pattern begins with a plain letter or blank, and looks back from there: the
# engine then skips to the next such letter instead of trying every place.
CONTEXTS: tuple[tuple[str, re.Pattern[str], Replacement], ...] = tuple(
    (needle, re.compile(pattern), replacement)
    for needle, pattern, replacement in (
        ("sku", r"[sSſ](?i:ku)\b" + _behind("jeg han hun vi man du det de jg jei", " sku"), "skulle"),
        ("sku", r"[sSſ](?i:ku)(?<!\w...)(?= (?i:jeg|han|hun|vi|man|gerne|nok|til|have|være)\b)", "skulle"),
        ("sku", r"[sSſ](?i:ku)\b"
         + _behind("er har kan vil gider tør ved var bliver skal orker må", " sku"), "sgu"),
        (" tiden", r" (?=tiden\b)(?<=\d )", "-"),
        (" årig", r" (?=(?i:årige?)\b)(?<=\d )", "-"),
        ("lit", r"[lL](?i:it)\b(?<=[^\W\d_]{3}...)(?<!satellit)(?<!split)", "ligt"),
        ("sådan nogen", r"(?<=[sS]ådan )nogen(?= (?:(?:\w+e )?\w+(?:e|er)\b))", "nogle"),
        (" af ", r" af (?=(?:trappen|trapperne|bakken|gaden|vejen|stien)\b)"
         + _behind("op ned hen", " af "), " ad "),
        ("spøger", r"[sSſ](?i:pøger)\b(?=,? (?i:om|hvad|hvorfor|hvor|hvem|hvordan|hvornår|til|mig|ham|hende)\b)",
         "spørger"),
        ("uden og", r"(?<=[uU]den )og(?= \w+(?:e|å)\b)", "at"),
        (" hverdag", r" hverdag\b" + _behind("næsten sådan set", " hverdag"), " hver dag"),
        ("finne ", r"[fF](?i:inne)\b(?= (?i:ud|noget|nogen|en|et|på|min|mit|mine)\b)", "finde"),
        ("sider", r"[sSſ](?i:ider)\b" + _behind("jeg han hun vi man du jg jei", " sider"), "sidder"),
        ("engang imellem", r"[eE](?i:ngang imellem)\b", "en gang imellem"),
        (" af gangen", r"[aA](?i:f gangen)\b(?<!\b(?i:ud) af gangen)(?<!\b(?i:lugter) af gangen)", "ad gangen"),
        ("vandt til", r"[vV](?i:andt)\b(?= (?i:til)\b)" + _behind("er ikke var blevet", " vandt"), "vant"),
        ("tænk mig", r"[tT](?i:ænk)\b(?= (?i:mig)\b)" + _behind("godt gerne kunne ku", " tænk"), "tænke"),
        (" og vide", r" [oO][gG] (?=(?i:vide)\b)" + _behind("jeg fik får få fået", " og "), " at "),
        ("ha ", r"[hH][aA](?<!\w..)(?<![hH][aA] ..)(?= (?![hH][aA]\b)\w)", "have"),
        ("vis ", r"[vV](?i:is) (?<!\w....)(?=(?i:jeg|jg|jei|han|hun|man|det|der|de|nogen|nogle|folk|min|mit|alle) )",
         "hvis "),
        ("vær ", r"[vV](?i:ær) (?<!\w....)(?=(?i:gang|dag|uge|morgen|aften|nat|måned|eneste)\b)", "hver "),
        (" li", r" (?i:li)(?=$| )" + _behind("godt bedst bedre ikke ik også kan ka kunne", " li"), " lide"),
        ("li nu", r"[lL](?i:i nu)\b(?<!\w.....)", "lige nu"),
        ("nogen ", r"[nN](?i:ogen)(?<!\w.....)(?<!\bikke .....)(?<!\buden .....)(?= (?i:gange|dage|uger|timer)\b)",
         "nogle"),
        ("nød til", r"[nN](?i:ød)(?<!\w...)(?= (?i:til)\b)", "nødt"),
        ("a ", r"[aA] (?<!\w..)(?=(?i:ka|kan|har|er|vil|ska|skal|ved|tør|må|tror|synes|syns|var|fik|kom|går|sover)\b)"
         r"(?:(?<=^. )|" + _behind("og men så at når hvis fordi for", " . ") + ")", "jeg "),
        ("vær", r"[vV](?i:ær)\b" + _behind("vil gerne kan skal at ikke bare må kunne ville skulle", " vær"), "være"),
        ("vidst", r"[vV](?i:idst)\b" + _behind("må er skal kan vil var jeg det", " vidst"), "vist"),
        ("toer", r"[tT](?i:oer)\b" + _behind("jeg han hun vi man ikke jg jei så", " toer"), "tør"),
        (" me ", r" me (?:(?<=sammen me )(?=[^\W\d_])|(?=(?:min|mine|mit|ham|hende|dem|dig|vores|nogen)\b))", " med "),
        ("å ", r"[åÅ] (?<!\w..)(?=\w+(?i:e|å|bo)\b)", "at "),
        ("o ", r"[oO] (?<!\w..)(?=\w+(?i:e|å|bo)\b)", "at "),
        (" og ", r" [oO][gG] (?=(\w+))"
         + _behind("til ved for af mig prøve prøver ønsker elsker glemt glemmer husker huske husket", " og "),
         _at_for_og),
        ("selv om ", r"[sSſ](?i:elv om) (?<!\w........)"
         r"(?=(?i:jeg|det|den|der|de|han|hun|man|min|mit|mine|alle|folk)\b)", "selvom "),
        ("m ", r"[mM](?= [^\W\d_]{2})(?<!\w.)(?<!\d .)", "med"),
        ("syntes ", r"[sSſ](?i:yntes) (?<!\w.......)(?=(?i:(?:at )?(?:jeg|det|der|han|hun|de|man) "
         r"(?:er|har|kan|skal|går|bliver|gør|vil|må))\b)", "synes "),
    )
)  # fmt: skip
for _word in ("vis", "li", "meg", "vare", "jag", "bliv"):
    SPELLINGS.pop(_word, None)

_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_BETWEEN = re.compile(r"([^\W\d_]+)")
# ":-)", ";P", "<3", "xD", "^^"; the first sign is read before what stands in front of it, see CONTEXTS.
_EMOTICON = re.compile(
    r"[:;=<xX^](?<![\w:;=].)(?:(?<=[:;=])'?-?[()DPpOo/\\|*]+|(?<=<)3|(?<=[xX])D+|(?<=\^)\^)(?!\w)"
)
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\U00002600-\U000027bf\U00002b00-\U00002bff\U0000fe00-\U0000fe0f\U000020e3\U0000200d"
    "\U00002190-\U000021ff\U00002300-\U000023ff]"
)


def _loudest(match: re.Match[str]) -> str:
    """One mark for a run of them: "?" if it asks at all."""
    return "?" if "?" in match.group() else "!"


# Runs of marks become one; three dots or more become one "…". Blanks are single spaces by then.
_MARKS: tuple[tuple[re.Pattern[str], Replacement], ...] = (
    (re.compile(r"\.\.+|…[.…]*"), "…"),
    (re.compile(r"[!?]{2,}"), _loudest),
    (re.compile(r",[, ]*(?=,)"), ""),
    (re.compile(r" (?=[,.!?…;](?: |$))"), ""),
    (re.compile(r",(?=[^\W\d_])(?<=[^\W\d_]{2},)"), ", "),
)


_LETTERS_OF_A_NAME = (2, 3)
"""So many capitals are rather a name than a slip: "KU"."""


def _right(word: str) -> str:
    right = SPELLINGS.get(word.lower())
    if right is None or (word.isupper() and len(word) in _LETTERS_OF_A_NAME):
        return word
    return right[0].upper() + right[1:] if word[0].isupper() else right


_CLIPPED = {
    "ha": "have", "ta": "tage", "gi": "give", "bli": "blive", "ska": "skal", "ku": "kunne", "ka": "kan",
    "sku": "skulle", "sa": "sagde", "la": "lade", "li": "lide", "ve": "ved", "be": "bede", "ma": "må",
}  # fmt: skip
_CLIP = re.compile(r"(?<!\w)(" + "|".join(_CLIPPED) + r")['’´](r?)(?!\w)", re.IGNORECASE)


def _unclipped(match: re.Match[str]) -> str:
    """ "ha'" as "have", "ta'r" as "tager"."""
    right = _CLIPPED[match.group(1).lower()]
    return _right(right[0].upper() + right[1:] if match.group()[0].isupper() else right) + match.group(2)


_DOUBLE_A = re.compile(r"(?<!\w)(?!aarhus|aalborg|aabenraa|aage|aase|[a-zæøå]*(?:uaa|iaa|aana"
    r"|aaq))[a-zæøå]*aa[a-zæøå]*(?!\w)")
_AE = re.compile(
    r"(?<!\w)(?!israel|michael|mikael|rafael|reggae|aer|maestro|daells|kaela)"
    r"[a-zæøå]*ae(?!n\b|t\b|r\b|rn|ts|ns)[a-zæøå]+(?!\w)"
)
_OE = re.compile(r"(?<!\w)[a-zæøå]*oe[a-zæøå]*(?!\w)")
_KNOWN = words.FINITE | words.INFINITIVES | words.PARTICIPLES | words.bag(
    "øl søn søster brødre børn bøger køkken søvn gøre dør døren høj højt grøn sød søde øre øje øjne ønske "
    "mød nød nødt død søndag lørdag køb løn brød frø sø prøve første før også øre rør møde møder kø føler forår "
    "fødselsdag fødselsdagen fødder følelser"
)


def _unfolded(match: re.Match[str]) -> str:
    right = match.group().replace("oe", "ø")
    return right if right in _KNOWN and match.group() not in _KNOWN else match.group()


def _with_danish_letters(text: str) -> str:
    """ "gaeld", "vaagen", "proever" as they are spelled; "skoene" and names stay."""
    text = _DOUBLE_A.sub(lambda match: match.group().replace("aa", "å"), text)
    text = _AE.sub(lambda match: match.group().replace("ae", "æ"), text)
    return _OE.sub(_unfolded, text)


def _respelled(text: str) -> str:
    if SPELLINGS.keys().isdisjoint(_WORD.findall(text.lower())):
        return text
    parts = _WORD_OR_BETWEEN.split(text)
    parts[1::2] = map(_right, parts[1::2])
    return "".join(parts)


def _mend_once(text: str) -> str:
    text = " ".join(_EMOJI.sub(" ", _EMOTICON.sub(" ", text)).split())
    for pattern, mark in _MARKS:
        text = pattern.sub(mark, text)
    text = _respelled(_CLIP.sub(_unclipped, text) if "'" in text or "’" in text else text)
    if "aa" in text or "ae" in text or "oe" in text:
        text = _with_danish_letters(text)
    small = text.lower()
    for needle, pattern, replacement in CONTEXTS:
        if needle in small:
            text = pattern.sub(replacement, text)
    return _SMALL_WORD.sub(lambda match: put_right(match.group()), text.strip())


_SMALL_WORD = re.compile(r"(?<![\w@./-])[a-zæøå]{6,}(?![\w@./-])")
"""Not a name's capital, nor a part of an address."""


def _until_stable(change: Callable[[str], str], text: str, rounds: int = 6) -> str:
    for _ in range(rounds):
        changed = change(text)
        if changed == text:
            break
        text = changed
    return text


@lru_cache(maxsize=64)
def mend(text: str) -> str:
    """Mended text: chat spellings, emoji, spaces and runs of marks. Mending twice changes nothing more.

    The texts of one turn are asked for many times; no more than those of a turn or two are remembered.
    """
    return _until_stable(_mend_once, text)


_TOKEN = re.compile(
    r"\d+\.(?= ?(?:år|dag|gang|klasse|sal|semester|time|januar|februar|marts|april|maj|juni|juli|august|"
    r"september|oktober|november|december|etage|del)\b)|(?<=\bden )\d{1,2}\.(?= (?:kl|klokken|hos|på|i|med)\b)"
    r"|[kK]l\.(?= ?\d)|\w+(?:['’./:-]\w+)*%?|[^\w\s]"
)
_CLOSING = frozenset(",.!?…;:)”»'’")


def tokens(text: str) -> list[str]:
    """Words and marks, each mark a token of its own; "kl. 8" and "o.s.v." keep their inner dots only."""
    return _TOKEN.findall(text)


def join(parts: list[str] | tuple[str, ...]) -> str:
    """Tokens as text again, marks set close to the word before."""
    pieces: list[str] = []
    for part in parts:
        if pieces and part not in _CLOSING and pieces[-1] != "(":
            pieces.append(" ")
        pieces.append(part)
    return "".join(pieces)
