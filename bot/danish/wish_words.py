# SPDX-License-Identifier: MPL-2.0
"""Words and patterns for wishes: what announces one, what ends one, what is none."""

from __future__ import annotations

import re

from bot.danish.numbers import however_typed

HOW = (
    r"(?:(?:bare|så|saa|så meget|inderligt?|rigtigt?|meget|virkelig|virklig|egentlig|da|jo|også|altid"
    r"|nok|faktisk|sgu|fandme"
    r"|fan(?:d|')?me|helst|selvfølgelig|enormt|super|mega|måske|stadig|stadigvæk|tit|godt|godt nok"
    r"|nogle gange|engang"
    r"|vældigt?|igen|især|mest|lige|simpelthen|altså|snart|gerne|med tiden|først og fremmest|hele tiden|længe"
    r"|virkelig gerne|bare så|vildt|ret|sådan|for det meste|ærligt|helt vildt|heller|hellere"
    r"|i virkeligheden|endelig)\s){0,5}"
)

JEG = r"(?:jeg|jg|jei|jeh|jaj|jæ|jæg)"

GERNE = r"(?:gerne|gærne|gern|geren|garne|gerene|grene|grne|hjerne)"

AT = r"(?:(?:at|og|å)\s)?"

GOAL = r"(?:mål|ønske|håb|drøm|drømme|plan|målsætning|delmål|hovedmål|livsdrøm)"

IS = r"(?:er|var|ville være|vil være|må være|kunne være|har altid været|er nok|er jo|er bare|skal være)"

NICE = (
    r"(?:dejligt?|rart|fedt|godt|skønt|fantastisk|en drøm|nice|lækkert|sjovt|smukt|fint|rar|dejlig"
    r"|vildt|stort|sejt|en lettelse"
    r"|det bedste|super|mit højeste ønske|alt for mig|en gave|rigtig rart|rigtig godt|rigtig dejligt"
    r"|bedre|lykken)"
)

ANNOUNCED: tuple[tuple[str, str], ...] = (
    # a wish outright
    ("inf", rf"(?:{JEG} (?:vil|ville|vill|vl|viil|vile) {HOW}{GERNE}|(?:vil|ville) {JEG} {HOW}{GERNE}"
        rf"|{JEG} {HOW}{GERNE} vil(?:le)?"
            rf"|{JEG} vil {HOW}(?:helst|hellere)"
            rf"|(?:vil|ville) {JEG} {HOW}helst|{JEG} {HOW}helst vil|\bSTART(?:vil"
            rf"|ville) {HOW}{GERNE})(?: {HOW})?(?:er at )?"),
    ("inf", rf"(?:{JEG} )?(?:kunne|ku|kune|kunn|kuni|kan) (?:{JEG} )?{HOW}(?:tænke|tænk|tænkt|tenke"
        rf"|tænker) (?:mig|mi|mi'|mej) {HOW}{AT}"),
    ("inf", rf"(?:{JEG} )?(?:drømmer|drømer|drømmr|drømte"
        rf"|har (?:altid )?drømt) (?:{JEG} )?(?:lidt )?{HOW}om {HOW}{AT}"),
    ("inf", rf"det (?:er|var) (?:mit|min) (?:\w+ )?{GOAL} at "),
    ("inf", r"det (?:vigtigste|bedste|største) (?:for mig )?(?:er|var|ville være) (?:nok |bare )?at "),
    ("inf", r"(?:handler det|det handler) (?:for mig |mest |bare ){0,2}om (?:bare )?at "),
    ("inf", rf"kunne {JEG} bare "),
    ("inf", rf"(?:har|havde) {JEG} {HOW}drømt om {AT}"),
    ("inf", rf"(?:mit|min|et|en|mine) (?:[\wæøå]+ ){{0,3}}?{GOAL},? (?:for \w+ |lige nu |på sigt "
        rf"|her i livet |i livet |det )?{IS},? {HOW}{AT}"),
    ("inf", rf"(?:målet|drømmen|ønsket|håbet) (?:for mig )?{IS} {HOW}{AT}"),
    ("inf", rf"(?:{JEG} )?(?:håber|haaber|håbe|håbr) (?:{JEG} )?{HOW}på {HOW}{AT}"),
    ("clause", rf"(?:{JEG} )?(?:håber|haaber|håbr) (?:{JEG} )?{HOW}(?:at )?(?={JEG} )"),
    ("inf", rf"(?:{JEG} )?(?:længes|længtes|higer|tørster) (?:{JEG} )?{HOW}(?:efter|mod) {HOW}{AT}"),
    ("inf", rf"{JEG} (?:savner|savnr) (?:lidt (?=mi))?{HOW}{AT}|START(?:savner) {HOW}{AT}"),
    ("inf", rf"(?:{JEG} )?(?:trænger|trænge) (?:{JEG} )?{HOW}til {HOW}{AT}"),
    ("inf", rf"{JEG} har {HOW}(?:brug for|behov for|lyst til) {HOW}{AT}"
        rf"|START(?:har )?{HOW}(?:brug for|lyst til) {HOW}{AT}"),
    ("inf", rf"{JEG} ønsker {HOW}(?:mig )?{HOW}{AT}|(?:ønsker|ønskede) {JEG} (?:mig )?{HOW}{AT}"
        rf"|START(?:ønsker) (?:mig )?{HOW}{AT}"),
    ("inf", rf"{JEG} har (?:også |stadig |længe |altid )?(?:et|en) (?:stort |stor |lille )?"
            rf"{GOAL} om {HOW}{AT}"),
    ("inf", rf"{JEG} har {HOW}haft lyst til {AT}|START(?:har )?{HOW}haft lyst til {AT}"),
    ("inf", rf"(?:{JEG} )?håber (?:{JEG} )?{HOW}(?:at )?det (?:lykkes|lykkedes) (?:for )?mig at "),
    ("past", rf"(?:{JEG} )?(?:ville|vil) (?:{JEG} )?{HOW}ønske {HOW}(?:at )?(?={JEG} )"),
    ("past", rf"(?:gid|\bSTART(?:bare)|hvis bare|hvis blot|bare gid)(?: at)? (?={JEG} )"),
    ("inf", rf"{JEG} (?:skal|må|bliver nødt til at) {HOW}(?=(?:have|ha|få) (?:styr|bedre styr"
        rf"|mere styr) på)|START(?:skal|må) {HOW}(?=(?:have|ha|få) styr på)"),
    ("inf", rf"{JEG} (?:skal|må|vil) {HOW}(?=lære at)"),
    ("inf", rf"(?:{JEG} )?(?:kunne|ku|kune) (?:{JEG} )?{HOW}bruge {HOW}{AT}"),
    ("past", rf"(?:det|d) (?:ville|kunne|vil|ku|må) {HOW}(?:være|vær|vær') {HOW}{NICE} {HOW}(?:hvis"
        rf"|når|om) (?={JEG} )"),
    ("inf", rf"(?:det|d) (?:ville|kunne|vil|ku) {HOW}(?:være|vær) {HOW}{NICE} {HOW}(?:at|med|og) "),
    ("that", rf"(?:(?:det|d) )?(?:ville|kunne|ku) {HOW}(?:være|vær) {HOW}{NICE} {HOW}(?:hvis|om) "
        r"(?=(?:(?:min|mit|mine|de|alle) )?[\wæøå]+ (?:ikk?e? )?(?:kunne|ku|ville|var|havde|gik|blev|kom|holdt) )"),
    ("past", rf"(?:var|ville det være|kunne det være) {NICE} (?:hvis|om) (?={JEG} )"),
    ("stop", rf"(?:{JEG} )?(?:gider|gidder|gidr) (?:{JEG} )?{HOW}(?=(?:ikke|ik|ikk|ike) )"),
    ("inf", rf"{JEG} vil (?:bare|så gerne bare) {HOW}(?=(?!ikke)\w)|{JEG} vil {HOW}(?=(?:have|ha) (?:et"
        rf"|en|min|mit|mine|noget|mere|styr|ro|orden|nogen))"),
    ("inf", rf"(?:det|hvad) {JEG} (?:allerhelst |helst |aller helst |gerne )?(?:vil|ønsker|drømmer om|mangler"
        rf"|savner) (?:mig )?(?:mest |helst |gerne |allermest |lige nu )?(?:det )?er (?:bare )?{AT}"),
    ("that", r"(?:gid|\bSTART(?:bare)) "
        r"(?=(?:(?:min|mit|mine|de|alle) )?[\wæøå]+ (?:kunne|ku|ville|var|havde|gad|turde) )"),
    ("inf", rf"{JEG} mangler {HOW}(?=(?:nogen|en|et|noget|nogle) )"),
)  # fmt: skip
"""How a wish is announced, and the form of what follows: "inf" an infinitive or noun phrase, "past" a
clause in the past of the unreal ("gid jeg kunne"), "clause" a plain clause ("jeg håber jeg får"), "that" a clause
about something else ("gid benene kunne"), "stop" what shall end."""

NO_SUBJECT_NEEDED = re.compile(r"(?:handler det|(?:ku|kunne|ville) være"
    r"|mit|min|et|en|mine|målet|drømmen|ønsket|håbet|det|d|gid|hvis|bare"
    r"|var|hvad|kunne tænke|ku|ville det|kunne det)\b", re.I)

SAYS_I = re.compile(rf"\b{JEG}\b", re.IGNORECASE)

IT_BEFORE = re.compile(r"\b(?:det|den|dem)\s$", re.IGNORECASE)

CLAUSE_START = re.compile(
    r"(?:^|[.!?,;:\n(–—-]|(?<!\w)(?:og|men|så|ja|nej|jo|for|eller|fordi|altså|hmm|øh|tja|okay|ok|også"
    r"|nok|bare))\W*$", re.I
)

START = r"(?:(?<![\wæøå\s])|(?<=[.!?,;:\n]\s)|(?<=\sog\s)|(?<=\smen\s)|(?<=^ja\s)|(?<=^og\s)|(?<=^men\s))"

WHOM = r"(?:jeg|jg|jei|vi|man|han|hun|der)"

VERBS_AFTER_IT = (
    r"(?:er|var|bliver|blir|ville|vil|går|gik|gjorde|har|havde|kan|kunne|ka|skal|gør|giver|hjælper|tror|ved"
    r"|føles|lyder|koster"
    r"|kræver|passer|synes|siger|sagde|tør|må|plejer|ligger|kommer|betyder|får)"
)

HEADS = (
    r"(?:noget|nogen|nogle|sted|steder|ting|det|dem|den|job|arbejde|liv|alt|hverdag|fællesskab"
    r"|hobby|dag|gang|måde|end|som|hvor|når|mad|folk|mennesker|venner|hvad|om|at|da|mens|før|inden"
    r"|hvordan|hvem|sige)"
)

EMOJI = "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2764]"

SO_THAT = re.compile(
    however_typed(
        rf"[,\s](?:(?<=,)\s|(?<=\s))(?:så|saa|(?<!det\s)sådan)\s(?:at\s)?(?=(?:{WHOM}|det|den|de|min|mit|mine|ungerne|børnene|alle"
        rf"|folk|andre)\s)"
    ),
    re.IGNORECASE,
)

END = re.compile(
    however_typed(
        r"[!?;\n…]|\.\.|(?<!\bkl)(?<!\bd)(?<!\bca)(?<!\bfx)\.(?!\d)|\s[-–—]+\s|\s?[(:;]-?[()DPp]|\(|" + EMOJI
        + r"|,?\s(?:men|mn|fordi|fodi|fordig|selvom|selv\som|hvis|vis|medmindre|ellers|eftersom"
            r"|siden jeg|dog|desværre)(?!\w)"
        rf"|,?\sfor\s(?:{WHOM}|(?:det|den|de|så|nu)\s{VERBS_AFTER_IT})(?!\w)"
        r"|,?\sfor\s[a-zæøå]{3,}(?:en|et|ne)\s(?!eller|efter|under|over|sommer|vinter)[a-zæøå]{2,}(?:er|ede|te)(?!\w)"
        rf"|,?\s(?:og|eller)\s(?:så\s)?(?:{WHOM}|(?:det|den|de|nu|så)\s{VERBS_AFTER_IT})(?!\w)"
        r"|(?<=\w{3}),\s?at\s(?:have|ha|få|være|kunne|gå|blive|se|høre)(?!\w)"
        rf"|,\s?(?:{WHOM}|du|de|så|nu|ik|ikk|ikke\s?[?]|tak|haha|lol|altså|sådan|lige nu|men"
        rf"|det\s{VERBS_AFTER_IT}"
        rf"|den\s{VERBS_AFTER_IT}|(?:min|mit|mine)\s\w+\s{VERBS_AFTER_IT}"
        rf"|tror jeg|ved ikke|\w+(?:en|et|ne)\s{VERBS_AFTER_IT})(?!\w)"
        rf"|\sde\s{VERBS_AFTER_IT}\s"
        r"|\s(?:jeg|jg|jei|vi|han|hun)\s(?=\w)|\s(?:det|den)\s(?:er|var|bliver|ville|ved)\s"
        r"|\sdet\s\w+r\s(?:jeg|han|hun|vi|de)(?!\w)|\sdet\s(?:gjorde|gør|var|har)\s"
        rf"|\s(?:min|mit|mine)\s\w+\s(?:er|siger|har|vil|sagde)\s"
        r"|\s(?:du ved|ved du|haha|hehe|lol|xd|ik|ikk|ikke også|tror jeg|tænker jeg|synes jeg|altså"
        r"|wallah|bro|ikke)(?=\W*$|\s*[,.!?\n]|\s[-–—])"
    ),
    re.IGNORECASE,
)

AFTER_A_HEAD = re.compile(however_typed(rf"(?:^|\W){HEADS}(?: (?:kun|bare|også|ikke|selv))?$"), re.IGNORECASE)

PRONOUN_CUT = re.compile(r"\s(?:jeg|jg|jei|vi|han|hun|de)\s", re.IGNORECASE)

GOING = re.compile(
    however_typed(
        r"(?:ud|ude|hjem|væk|videre|i gang|igang|til|af med|op|ned|over|ind|tilbage|i|på|ovenpå|fra"
        r"|igennem|med|ud af|ovre)\s\w"
        r"|(?:hjem|videre|tilbage|ud|ovenpå|i gang|igang)$"
    ),
    re.IGNORECASE,
)

TO_INFINITIVE = {
    "kunne": "kunne", "ku": "kunne", "havde": "have", "hadde": "have", "var": "være", "turde": "turde",
    "fik": "få",
    "blev": "blive", "boede": "bo", "gik": "gå", "kom": "komme", "slap": "slippe", "fandt": "finde",
    "lærte": "lære",
    "sov": "sove", "kendte": "kende", "vidste": "vide", "så": "se", "tjente": "tjene", "arbejdede": "arbejde",
    "gad": "gide", "orkede": "orke", "magtede": "magte", "følte": "føle", "stoppede": "stoppe",
    "mødte": "møde", "hørte": "høre", "mærkede": "mærke", "sang": "synge", "skrev": "skrive", "læste": "læse",
    "ringede": "ringe", "stod": "stå", "sad": "sidde",
    "spiste": "spise", "drak": "drikke", "røg": "ryge", "tog": "tage", "holdt": "holde", "havd": "have",
    "får": "få", "bliver": "blive", "kommer": "komme", "har": "have", "er": "være", "tør": "turde",
    "finder": "finde",
    "når": "nå", "lærer": "lære", "slipper": "slippe", "møder": "møde", "bor": "bo", "blir": "blive",
    "vinder": "vinde",
    "består": "bestå", "holder": "holde", "sover": "sove", "klarer": "klare", "ender": "ende",
    "starter": "starte",
}  # fmt: skip

DROPPED_MODALS = frozenset(["kan", "ka", "skal", "må", "vil", "snart"])

FINITE = re.compile(
    r"(?:jeg|jg|jei)\s+(?:en dag\s+|engang\s+|snart\s+|igen\s+|måske\s+)?"
    r"(?P<verb>\w+)\s+(?P<not>ikke\s|ik\s|ikk\s)?(?:(?:bare|også|snart|igen|godt"
    r"|engang|måske|en dag)\s)?(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)

FINITE_NOT = re.compile(r"(?:jeg|jg|jei)\s+(?P<not>ikke|ik|ikk"
    r"|aldrig)\s+(?P<verb>\w+)\s+(?P<rest>.+)", re.I | re.DOTALL)

STOPS = re.compile(r"(?:ikke|ik|ikk|ike)\s(?:at\s|og\s)?(?P<what>.+?\s(?:mere|længere|laengere"
    r"|mer))(?!\w)", re.I | re.DOTALL)

TO_THE_CHAT = re.compile(
    however_typed(
        r"(?:(?:have|ha|få|også|gerne|bare|lige)\s(?:at\s)?(?:det\s|den\s|alt\s|alting\s|mine \w+\s"
        r"|min \w+\s|samtalen\s)?)?"
        r"(?:slette[rt]?|fjerne[rt]?|rettet|ændret)(?!\w)"
        r"|(?:stoppe|slutte|afslutte|holde|holde op|stop)(?:\s(?:nu|her|chatten|samtalen"
        r"|med at (?:skrive|chatte|svare)|for i ?dag"
        r"|med (?:det her|chatten|samtalen)|pause|en pause|lidt pause|en lille pause|lige nu|det her"
        r"|her for i ?dag|en pause nu)){0,3}\W*$"
        r"|(?:have|ha|få|holde)?\s?(?:en |lidt |en lille |en kort )?pause(?:\s(?:nu|lige|tak"
        r"|fra chatten|lige nu|igen))*\W*$"
        r"|(?:\w+\s){0,2}(?:snakke|tale|skrive|chatte|snak)\s(?:\w+\s)?(?:med|til)\s(?:et|en|nogen"
        r"|noget|dig|personalet|min bostøtte|bostøtten"
        r"|min kontaktperson|mette)\s?(?:rigtigt?|ægte|levende|anden|andet|medarbejder|menneske|person"
        r"|voksen|fra|der er|nu|i stedet|end dig|lige"
        r"|om det her)?\s?(?:menneske|person|medarbejder|voksen|personalet|kommunen|bostøtten|nu"
        r"|i stedet|bostøtte|ansat)?\W*$"
        r"|(?:snakke|tale|skrive|chatte|snak)\s(?:med|til)\s(?:et|en)\s(?:\w+\s)?(?:menneske|person"
        r"|medarbejder|ansat|bostøtte)(?!\w)"
        r"|(?:have|ha|få)\s(?:et|en)\s(?:rigtigt?\s)?menneske(?!\s\w)|(?:springe|hoppe|skippe"
        r"|gå)\s(?:det |den |spørgsmålet |videre|over)"
        r"|skippe|videre\W*$|gå videre|ikke\s(?:svare|tale|snakke|sige|skrive|dele|have at (?:det|i|du"
        r"|nogen))|svare(?!\w)|undgå at svare|logge"
        r"|vide(?!\w)|spørge (?:om|dig)|høre (?:om|hvad|mere)|se (?:hvad|hvem|om)|sige (?:tak|farvel"
        r"|noget|at|ja|nej)"
        r"|rette|ændre (?:det|noget|svar|mit)|lave det om|vente(?:\s|\W*$)|tænke over (?:det|den)"
        r"|tænke\W*$|prøve(?: det)?\W*$|dele (?:det|den)|høre det"
        r"|(?:snakke|tale|skrive) (?:lidt |mere |lidt mere |hellere |bare )?om(?!\w)|bede (?:om|dig)"
        r"|indrømme|understrege|fortælle"
        r"|sove nu|gå i seng nu|i seng nu|have hjælp(?: af et menneske)? nu"
        r"|(?:have|ha)?\s?(?:det|den|dem|ja|nej|noget|ikke|intet|ingenting|mere|også|godt|have det"
        r"|ha det|have|ha|være|gøre|det gerne|hjælpe|have hjælp"
        r"|svar|et svar|begge dele|det hele|alt|tak|have svar|nok|gerne)\W*$"
    ),
    re.IGNORECASE,
)

NO_CORE = re.compile(r"(?:men|mn|fordi|hvis|når|for|selvom|og|så|hende|ham)(?!\w)(?! at)", re.IGNORECASE)
"""What no wish begins with: a further clause, or somebody who is longed for."""

SECOND_PERSON = re.compile(r"(?<!\w)(?:du|dig|din|dit|dine)(?!\w)", re.IGNORECASE)

STOP = r"(?=\W*$|\s?[.,!?;]|\s(?:men|og|for|fordi)\b)"

DEATH = re.compile(
    however_typed(
        r"\b(?=\w)(?<!bange for at )(?:(?:vil|vil\sbare|gerne|bare|at|om at|kunne|må|få lov at"
        r"|lov til at|til at)\s(?:\w+\s)?(?:dø|krepere)(?!\w)"
        r"|(?:være|var|er|vær)\sdød?(?!\w|\s?(?:træt|irriterende|syg|glad))|dø\s(?:i fred|nu|snart|med|før)"
        r"|tage (?:mit (?:eget )?liv|livet af|mig af dage|en overdosis|for mange piller|alle (?:mine "
        r"|de )?piller\w*|alle pillerne)|selvmo\w+"
        r"|(?:hænge|skyde|drukne|skade|cutte|brænde|kvæle|forgifte|sulte|slå"
        r"|stikke) mig(?: selv)?(?:(?! (?:op|til|løs|ned|sammen|på|ud|ind))(?!\w))"
        r"|skære (?:i )?(?:mig|min arm|mine arme|i arm)|gøre skade|gøre en ende|gøre det forbi"
        r"|(?:ende|afslutte|slutte) (?:det hele|livet|mit liv)|ophøre med at|ikke (?:at )?(?:leve|vågne"
        r"|eksistere|findes|fandtes|eksisterede|levede|vågnede)"
        r"|aldrig (?:mere )?(?:vågne|vågnede)|sove (?:ind|for altid|for evigt)|sov ind|overdosis|ihjel"
        r"|dræbe|myrde|kvæle (?:ham|hende)|dødshjælp|hævn\w*"
        r"|slå (?:ham|hende|nogen|dem)(?! (?:op|til))|smadre (?:ham|hende|mig)|springe ud (?:af|fra)"
        r"|hoppe ud (?:af|fra|foran)|(?:springe|hoppe|gå) ud foran)(?!\w)"
    ),
    re.IGNORECASE,
)

AWAY = re.compile(
    however_typed(
        rf"\b(?=\w)(?<!til at )(?:forsvinde(?:\shelt)?|forsvandt|fordampe|slippe(?: væk| ud| fri"
        rf"| herfra)?{STOP}|slippe for (?:det hele|alt|livet|at leve|mig selv|det)(?!\w)"
        r"|(?:være|var|vær) her (?:mere|længere)|ikke (?:at )?(?:være|var) (?:her|til)|falde i søvn og"
        r"|faldt i søvn og|det hele (?:bare )?(?:stop\w*|slut\w*|skal slutte|holdt? op|var slut"
        r"|var overstået|er slut|ende\w*)"
        rf"|slut med (?:det hele|livet|alt)|væk(?: herfra| fra (?:det hele|alt|jorden|verden|livet)"
        rf"|{STOP})|for evigt|(?:evig|fred) for altid|evig (?:fred|ro|søvn)"
        r"|fred\W+(?:nu\W+)?for altid|himlen|i graven"
        rf"|følge efter (?:ham|hende|min)|aldrig (?:var|blev|være) (?:blevet )?født|blive kørt (?:over"
        rf"|ned)|give op på livet|leve mere{STOP}|ende det{STOP}|slukke for det hele)(?!\w)"
    ),
    re.IGNORECASE,
)
"""Wishes to die or to hurt, and to vanish. Closed and wide on purpose: a wish lost is asked for again."""

LONGEST = 3000
"""Characters looked through; `MOST_WORDS` words at most make one core, for a run-on without marks has no
end."""

MOST_WORDS = 30

FARTHEST = 400
"""Characters after its announcement in which a wish ends."""

MOST_WISHES = 8
"""Wishes read in one message; nobody hopes for more in one breath."""

SUBJECT_AND_VERB = re.compile(
    r"(?:nogen|vi|han|hun|de|der|det|folk|alle|andre|(?:min|mit|mine)\s\w+)"
    r"\s(?:(?:ikke|altid|stadig|aldrig|bare|også|gerne|snart|endelig|selv|igen)\s){0,2}(?:\w+(?:r|te|de)|kan|vil|skal|lod|sad|kom|gik|fik|tog"
    r"|blev|stod|lå|gav|holdt)\b",
    re.IGNORECASE,
)

DANGLING = ("og", "at", "så", "men", "eller", "bare", "fordi", "for", "", "ja", "tak", "sgu")

