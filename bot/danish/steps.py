# SPDX-License-Identifier: MPL-2.0
"""Turns an answer to "what is the smallest step?" into one sentence in the first person and their words."""

from __future__ import annotations

import re

from bot.danish.numbers import however_typed
from bot.danish.wishes import speaks_of_death_or_harm

_PRESENT_IRREGULAR: dict[str, str] = {
    "være": "er", "have": "har", "ha": "har", "gøre": "gør", "vide": "ved", "kunne": "kan", "ville": "vil",
    "skulle": "skal", "måtte": "må", "burde": "bør", "turde": "tør", "ta": "tager", "bli": "bliver",
    "gi": "giver",
    "la": "lader", "sig": "siger", "mødes": "mødes", "følges": "følges", "ses": "ses", "tales": "tales",
    "skrives": "skrives", "snakkes": "snakkes", "findes": "findes", "synes": "synes", "sku": "skal",
}  # fmt: skip

_VERB_LIST = """
acceptere afkalke aflevere aflyse aflæse afmelde afprøve afrime afslutte afspadsere aftale afvente
aktivere anmelde ansøge arbejde arrangere bade bage banke barbere bede begrænse begynde bekræfte
bestemme bestille besvare besøge betale bevare bevæge bidrage binde blande bli blive bo booke bore
bringe bruge bryde brygge brække bygge bytte bære børste chatte cykeltræne cykle dampe danse dele
deltage demontere digte dosere downloade dreje drikke droppe drysse dufte dukke dyrke dække dø
eksperimentere etablere evaluere facetime fange feje fejle fejre fikse finde fiske fjerne flade flette
flytte fodre folde forberede forbinde fordele foreslå foretage forklare forkæle forlade forlænge
formulere forsøge fortsætte fortælle fotografere framelde fravælge frisere fræse fylde fyre få følge
følges føre gabe gemme gennemgå gentage gi give glemme glæde gnide godkende google grave gynge gå gøre
ha hamre handle have hente hilse hive hjælpe holde hoppe hvide hvile hygge hækle hælde hænge hæve høre
høste indbetale indkøbe indlevere indrette indsende indskrive indstille installere interessere investere
invitere jogge justere kaste kende kigge klare klippe klæde klø knuse koble koge komme kommunikere
koncentrere kontakte kopiere kramme kravle krydse kunne kæle kæmme købe køre lade lakere lave lede
ledsage lege leje lette leve levere ligge lime logge lufte luge lukke lytte låne låse lægge lære læse
løbe løfte løse løsne maile male malke massere meditere melde messe mestre minde miste mixe montere
motionere mærke møde mødes nedskrive nippe nive notere nulstille nusse nyde nynne nå observere ofre
omarrangere ombytte omgås opdatere opgive oplade opleve oprette opsige opstarte opsøge ordne organisere
overføre overholde overnatte overtale overveje pakke parkere passe pege pille piske planlægge plante
pleje plukke polere printe prioritere prøve prøvekøre pudse pumpe pusle puste putte påbegynde reagere
redde redigere registrere rejse rengøre rense reparere respektere rette rigge ringe riste rive ro rode
rokke rose ruge rulle rydde ryge række røre sagsøge salte samarbejde samle save scanne scrolle se
selvtræne sende servere ses shoppe sidde sige skaffe skamme skanne skifte skimme skovle skrabe skralde
skride skrive skrotte skrue skrælle skubbe skylle skype skåle skænke skære slappe slentre slette slippe
slukke slå slås smage smide smile sminke sms'e smse smøre snakke snappe snitte sortere sove spadsere
spare sparke spille spise spole spotte spytte spænde spørge stable starte stave stege stemple stikke
stille stoppe stramme streake streame strigle strikke stryge strække styre stå støbe stønne støtte støve
støvsuge sutte svare svinge svømme swipe sy sylte synge så sæbe sælge sætte søge sømme sørge søsætte ta
tabe tage tale tamme tanke tappe taste tegne tegnsætte tilbyde tilgive tilmelde tilpasse tisse tjekke
tjene tracke trampe trille trimme tro trykke træde træffe trække træne trøste tude turde tvinge tygge
tælle tænde tænke tøffe tømme tørre udforske udfylde udføre udskifte udsætte udtrykke udvide udvælge
undersøge undgå vande vandre vaske veje veksle vende vente vide videregive vikle vise vågne vække vælge
vælte være væve åbne ånde øve
"""
_VERBS = frozenset(_VERB_LIST.split())
"""Infinitives of everyday doing. A word outside is a verb only after "at" or a modal."""
_NOT_VERBS = frozenset(
    ("så", "ro", "save", "sig", "veje", "handle", "tro", "synes")
)
"""In the list, yet mostly another word when nothing before it says verb."""

_MODALS = r"(?:kunne|ku|kan|ka|vil|ville|skal|skulle|må|bør|burde|skla|vl|kune)"
_I = r"(?:jeg|jg|jei|jeh)"
_HEDGES = (
    r"(?:(?:måske|maaske|nok|bare|lige|jo|godt|gerne|altså|evt\.?|eventuelt|vel|da|i hvert fald"
    r"|ihvertfald|også|sådan|faktisk"
    r"|vist|først|så|sgu|helt sikkert|virkelig|egentlig|simpelthen|i det mindste|nu|hellere"
    r"|i første omgang|til at starte med|derfor)\s)"
)
_OPENINGS = re.compile(
    however_typed(
        r"\W*(?:(?:ja|jo|nej|øh|øhm|hmm|hm|tja|okay|ok|altså|fx|f\.eks\.|eksempelvis|for eksempel"
        r"|det må være|måske|nok|bare|så|og|jamen"
        r"|det kunne (?:\w+\s)?være|det ville (?:\w+\s)?være"
        r"|det skulle være|det er|det er nok|det vil være|kunne være|vel"
        r"|bare lige|lige|puha|nå|først)"
        r"[\s,.:!…-]+){0,5}"
        r"(?:(?:det|mit|et|den|min)\s(?:(?:aller)?mindste|første|lille|letteste|nemmeste|bedste|næste"
        r"|skridt|plan|delmål)"
        r"(?:\s\w+){0,5}?\s(?:er|var|ville være|kunne være|må være|vil være|er nok|bliver)\s(?:nok\s"
        r"|måske\s|bare\s|vel\s|at få mig selv til\s)?)?"
        rf"(?:{_I}\s(?:tror|tænker|tænkte|synes|regner|forestiller mig|satser|overvejer)\s"
        rf"(?:lidt\s)?(?:på\s|med\s)?(?:at\s)?(?:bare\s"
        rf"|måske\s|nok\s)?)?"
        rf"(?:{_I}\s(?:kunne|ku)\s(?:\w+\s)?tænke mig\s)?"
    ),
    re.IGNORECASE,
)
_MODAL_I = re.compile(
    however_typed(rf"(?:{_I}\s)?{_MODALS}\s(?:{_I}\s)?{_HEDGES}{{0,4}}(?:at\s)?"), re.IGNORECASE
)
_AT = re.compile(rf"(?:at|å)\s{_HEDGES}{{0,3}}", re.IGNORECASE)
_FINITE_I = re.compile(rf"{_I}\s{_HEDGES}{{0,2}}(?=\w)", re.IGNORECASE)
_HEDGE = re.compile(rf"{_HEDGES}+", re.IGNORECASE)

_NO_STEP = re.compile(
    however_typed(
        r"(?<!\w)(?:ikke|ik|ikk|ike|ingenting|intet|ingen|aldrig|pas|aner|næppe"
        r"|(?<!sige )(?<!siger )nej|niks|ved sgu|du|dig|din|dit|dine|ligemeget|opgiver"
        r"|umuligt|hvorfor|hvordan skal)(?!\w)"
    ),
    re.IGNORECASE,
)
_IN_A_CLAUSE = re.compile(r"\s(?:når|hvor|som)\s", re.IGNORECASE)
_RUNS_ON = re.compile(r"\b(?:ting|noget|nogen|alt|det|dem)\s(?:\w+\s){0,2}jeg\s(?:er|har)\b", re.IGNORECASE)
_TAIL = re.compile(
    however_typed(
        r"\s*(?:[.!?;\n…(]|,?\s(?:men|fordi|fodi|selvom|for\s(?:jeg|det er|så|der)|eller noget"
        r"|eller sådan noget|haha|lol|ellers"
        r"|hvis det går|hvis jeg kan|hvis muligt|agtigt|el lign|jeg er|jeg har|jeg ved|det er|det kan"
        r"|det må|så kan|så er|det vil|det skal|hvis det kan lade sig gøre|og se hvad der sker)(?!\w)"
        r"|,?\s(?:tror jeg|tænker jeg|måske|tak|nok|vel|ik|ikk|ikke)(?=\W*$)|\s[-–—]\s"
        "|[\U0001f000-\U0001faff\u2600-\u27bf]|\\s[:;]-?[()DP]).*$"
    ),
    re.IGNORECASE | re.DOTALL,
)
_NEXT_VERB = re.compile(
    r"(?P<join>(?:,|\s(?:og|eller|el))\s(?P<then>(?:så|bagefter|derefter|så lige|derefter lige"
    r"|efterfølgende)\s)?(?:bare\s|lige\s)?)(?P<verb>[\wæøå']+)(?=\s|$|,)",
    re.IGNORECASE,
)
_AMBIGUOUS_NOUNS = frozenset(
    ("drikke", "have", "tale", "leje", "lege", "rejse", "handle", "kage", "ride", "så", "mad", "side",
    "sige", "løbe", "stille", "ro", "veje")
)

_TIME_FIRST = re.compile(
    however_typed(
        r"(?P<time>(?:på\s|hver\s|om\s|i næste\s|næste\s|i\s)?(?:mandag|tirsdag|onsdag|torsdag|fredag"
        r"|lørdag|søndag)(?:en)?"
        r"(?:\s(?:morgen|formiddag|eftermiddag|aften))?(?:\skl\.?\s?\d\d?(?:[.:]\d\d)?)?"
        r"|i ?(?:dag|morgen|aften|overmorgen|næste uge|weekenden)(?:\s(?:tidlig|formiddag|eftermiddag"
        r"|aften))?(?:\skl\.?\s?\d\d?(?:[.:]\d\d)?)?"
        r"|hver (?:dag|morgen|aften|uge|anden dag)|om (?:morgenen|aftenen|formiddagen|eftermiddagen)"
        r"|efter (?:frokost|arbejde|morgenmad|aftensmad)"
        r"|(?:en|to|tre|\d) gange? om (?:ugen|dagen)|kl\.?\s?\d\d?(?:[.:]\d\d)?)(?=[\s,])"
    ),
    re.IGNORECASE,
)
_VERB_FIRST = re.compile(rf"(?P<verb>[\wæøå]+)\s{_I}(?!\w)", re.IGNORECASE)

LONGEST = 240
"""Characters of the longest step: what is longer is a story, and the caller asks for one step."""


def as_sentence(text: str) -> str | None:
    """The step in `text` as a main clause in the present, without a full stop ("Jeg ringer til lægen").

    None for a bare noun phrase, a doubt or denial ("jeg ved det ikke"), a question to the reader, what is
    over, and whatever else is not surely something the writer will do: quote that instead.
    """
    said = " ".join(text.split())
    if not said or len(said) > LONGEST or _is_no_step(said):
        return None
    phrase = _TAIL.sub("", said[_OPENINGS.match(said).end() :]).strip(" ,.-–—:\"”“")  # type: ignore[union-attr]
    return _sentence(phrase)


def _is_no_step(said: str) -> bool:
    """Is it a doubt, a denial, a danger, or two clauses run into one another?"""
    denied = _NO_STEP.search(_IN_A_CLAUSE.split(said)[0])
    return bool(denied or _RUNS_ON.search(said)) or speaks_of_death_or_harm(said)


def _sentence(phrase: str) -> str | None:
    time = _TIME_FIRST.match(phrase)
    if time and phrase[time.end() :].strip():
        step = _plain(_subject_first(phrase[time.end() :].lstrip(" ,")))
        return f"{step} {time['time']}" if step else None
    return _plain(_subject_first(phrase))


def _subject_first(phrase: str) -> str:
    """"ringer jeg til lægen", after a fronted time, as "jeg ringer til lægen"."""
    match = _VERB_FIRST.match(phrase)
    if not match or not _is_finite(match["verb"].lower()):
        return phrase
    return f"jeg {match['verb']}{phrase[match.end() :]}"


def _is_finite(word: str) -> bool:
    return bool(_present_spelled(word) or re.fullmatch(_MODALS, word))


def _plain(phrase: str) -> str | None:
    modal = _MODAL_I.match(phrase)
    if modal:
        return _from_infinitive(_unhedged(phrase[modal.end() :]), sure=True)
    at = _AT.match(phrase)
    if at:
        return _from_infinitive(_unhedged(phrase[at.end() :]), sure=True)
    finite = _FINITE_I.match(phrase)
    if finite:
        return _from_present(phrase[finite.end() :])
    step = _from_infinitive(_unhedged(phrase), sure=False)
    return step or _from_present(phrase) or _from_imperative(phrase)


def _unhedged(phrase: str) -> str:
    hedge = _HEDGE.match(phrase)
    return phrase[hedge.end() :] if hedge else phrase


def _from_infinitive(phrase: str, sure: bool) -> str | None:
    verb, _, rest = phrase.partition(" ")
    if verb.lower() in ("have", "ha"):
        return _get(rest)
    present = present_of(verb, sure)
    if rest.startswith("og rolig") or present is None or present in _STATES:
        return None
    return f"Jeg {present}{_with_more_verbs(rest)}"


_STATES = frozenset(
    ("kan", "vil", "skal", "må", "bør", "ved")
)
_PARTICIPLE = re.compile(r"(?:[\wæøå]+(?:et|t)|styr|orden|gang|ryddet)\s", re.IGNORECASE)


def _get(rest: str) -> str | None:
    """"have ringet til lægen" as a step is "Jeg får ringet til lægen"."""
    return f"Jeg får {rest}" if _PARTICIPLE.match(rest + " ") else None


def present_of(infinitive: str, sure: bool = True) -> str | None:
    """The present of a verb ("gå": "går"); unless `sure` that it is one, None outside the list of verbs."""
    verb = _spelled(infinitive.lower())
    if verb in _PRESENT_IRREGULAR:
        return _PRESENT_IRREGULAR[verb]
    if verb in _VERBS and (sure or verb not in _NOT_VERBS):
        return verb + "r"
    if sure and re.fullmatch(r"[a-zæøå]{3,}(?:e|å|ø|y|o)", verb):
        return verb + "r"
    return None


def _folded(word: str) -> str:
    return word.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def _bare(word: str) -> str:
    return word.replace("æ", "e").replace("ø", "o").replace("å", "a")


_KNOWN = _VERBS | frozenset(_PRESENT_IRREGULAR)
_WITHOUT_LETTERS = {form(verb): verb for verb in sorted(_KNOWN) for form in (_bare, _folded)}
_PRESENTS = frozenset(_PRESENT_IRREGULAR.get(verb, verb + "r") for verb in _KNOWN)
_IMPERATIVES = {
    verb[:-2] if verb[-3:-1] in ("kk", "ll", "mm", "nn", "pp", "tt", "ss", "gg", "dd", "bb", "ff") else
    verb[:-1]: verb for verb in sorted(_VERBS)
    if verb.endswith("e") and len(verb) > 3
}


def _spelled(word: str) -> str:
    return word if word in _KNOWN else _WITHOUT_LETTERS.get(word, word)


def _from_present(phrase: str) -> str | None:
    verb, _, rest = phrase.partition(" ")
    known = _present_spelled(verb.lower())
    if known is None or (known == "har" and not re.match(r"(?:en|et|min|mit)\s", rest)):
        return None
    rest = _SMALL_HEDGE.sub("", rest)
    return f"Jeg {known}{' ' if rest else ''}{rest}"


_SMALL_HEDGE = re.compile(however_typed(r"^(?:(?:bare|måske|nok|vel|jo|sgu|vist|lige(?! (?:ud|over|ved"
    r"|så|om)))\s)+"), re.IGNORECASE)


def _present_spelled(word: str) -> str | None:
    """A present form as it is spelled ("koerer": "kører"); None when it is none, or that of a modal."""
    if word not in _PRESENTS and word.endswith("r"):
        word = _spelled(word[:-1]) + "r"
    return word if word in _PRESENTS - _STATES else None


def _from_imperative(phrase: str) -> str | None:
    verb, _, rest = phrase.partition(" ")
    infinitive = _IMPERATIVES.get(verb.lower())
    if infinitive is None or not rest or verb.lower() in _NOUNS_LIKE_IMPERATIVES:
        return None
    return f"Jeg {infinitive}r{_with_more_verbs(rest)}"


_NOUN_LIST = """
aftal arbejd bad bag besked besøg bid bil brug bud bus dans del digt drik fang fisk form gang græs have
hjælp hvil hygge håb kys leg leje lys lyt løb mad mål mød plan pust rejs rest ro rod ryg salt samling
sang sat skridt slag slut stil stop støtte svar sæt tal tank tegn tid træn tur ven vis øv
"""
_NOUNS_LIKE_IMPERATIVES = frozenset(_NOUN_LIST.split())


def _with_more_verbs(rest: str) -> str:
    """The rest after the first verb, further verbs joined by "og" or a comma in the present too."""
    if not rest:
        return ""
    subordinate = re.search(r"\b(?:at|for at|hvis|når|som|der|hvor|inden|før|om|mens)\b", rest, re.IGNORECASE)
    head = rest[: subordinate.start()] if subordinate else rest
    tail = rest[len(head) :]
    return " " + _NEXT_VERB.sub(_in_present, head) + tail


def _in_present(match: re.Match[str]) -> str:
    verb = match["verb"]
    present = present_of(verb, sure=False)
    noun = verb.lower() in _AMBIGUOUS_NOUNS and match.end() == len(match.string)
    if present is None or noun:
        return match.group()
    return f"{match['join']}{present}{' jeg' if match['then'] else ''}"


def compose(step_sentence: str, when: str | None, with_whom: str | None) -> str:
    """The step with its time and company and a full stop, saying nothing twice.

    A clause ("når jeg har sovet"), of the step or as its time, comes last after a comma.
    """
    sentence = step_sentence.strip(" .!")
    company = _company(sentence, with_whom)
    time = _time(sentence, when)
    if time:
        sentence = " ".join(_without_parts_of(time, sentence).split())
    main, clause = _at_clause(sentence)
    if time and _CLAUSE.match(f" {time}"):
        time, clause = None, ", ".join(filter(None, (clause, time)))
    whole = " ".join(filter(None, (main, time, company)))
    return f"{whole}, {clause}." if clause else f"{whole}."


_CLAUSE = re.compile(
    r",?\s(?=(?:lige\s)?(?:når|hvis|mens|fordi|selvom"
    r"|(?:efter|inden|før|så snart)\s(?:jeg|min|mit|mine|vi|det|at))\s)",
    re.IGNORECASE,
)


def _at_clause(sentence: str) -> tuple[str, str]:
    """The main clause, and the clause at its end without its comma ("" when there is none)."""
    start = _CLAUSE.search(sentence)
    return (sentence[: start.start()], sentence[start.end() :]) if start else (sentence, "")


def _company(sentence: str, whom: str | None) -> str | None:
    whom = re.sub(r"^(?:sammen\s)?med\s", "", (whom or "").strip(" .!,"), flags=re.IGNORECASE)
    if not whom or _holds(sentence, whom):
        return None
    return "alene" if whom.lower() in ("alene", "mig selv") else f"sammen med {whom}"


def _time(sentence: str, when: str | None) -> str | None:
    when = (when or "").strip(" .!,")
    return None if not when or _holds(sentence, when) else when


def _holds(sentence: str, phrase: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", sentence, re.IGNORECASE))


_PART_OF_TIME = re.compile(
    r"\s(?:på\s)?(?P<day>(?:man|tirs|ons|tors|fre|lør|søn)dag(?:\s(?:morgen|formiddag|eftermiddag|aften))?)(?!\w)"
    r"|\s(?P<near>i ?(?:morgen|dag|aften|overmorgen)|kl\.?\s?\d\d?(?:[.:]\d\d)?|hver dag)(?!\w)",
    re.IGNORECASE,
)


def _without_parts_of(time: str, sentence: str) -> str:
    """The sentence without what the fuller time says again ("i morgen" of "i morgen kl. 9")."""

    def cut(match: re.Match[str]) -> str:
        return " " if _holds(time, match["day"] or match["near"]) else match.group()

    return _PART_OF_TIME.sub(cut, sentence)
