# SPDX-License-Identifier: MPL-2.0
"""Words and patterns for steps: verbs and their present, openings that are stripped, what is no step."""

from __future__ import annotations

import re

from bot.danish.numbers import however_typed

PRESENT_IRREGULAR: dict[str, str] = {
    "være": "er", "have": "har", "ha": "har", "gøre": "gør", "vide": "ved", "kunne": "kan", "ville": "vil",
    "skulle": "skal", "måtte": "må", "burde": "bør", "turde": "tør", "ta": "tager", "bli": "bliver",
    "gi": "giver",
    "la": "lader", "sig": "siger", "mødes": "mødes", "følges": "følges", "ses": "ses", "tales": "tales",
    "skrives": "skrives", "snakkes": "snakkes", "findes": "findes", "synes": "synes", "sku": "skal",
}  # fmt: skip

VERB_LIST = """
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
motionere mærke møde mødes nedskrive nikke nippe nive notere nulstille nusse nyde nynne nå observere ofre
omarrangere ombytte omgås opdatere opgive oplade opleve oprette opsige opstarte opsøge ordne organisere
overføre overholde overnatte overtale overveje pakke parkere passe pege pille piske planlægge plante
pleje plukke polere printe prioritere prøve prøvekøre pudse pumpe pusle puste putte påbegynde reagere
redde redigere registrere rejse rengøre rense reparere respektere rette rigge ringe riste rive ro rode
rokke rose ruge rulle rydde ryge række røre sagsøge salte samarbejde samle save scanne scrolle se
selvtræne sende servere ses shoppe sidde sige skaffe skamme skanne skifte skimme skovle skrabe skralde
skille skride skrive skrotte skrue skrælle skubbe skylle skype skåle skænke skære slappe slentre slette slippe
slukke slå slås smage smide smile sminke sms'e smse smøre snakke snappe snitte sortere sove spadsere
spare sparke spille spise spole spotte spytte spænde spørge stable starte stave stege stemple stikke
stille stoppe stramme streake streame strigle strikke stryge strække styre stå støbe stønne støtte støve
støvsuge sutte svare svinge svømme swipe sy sylte synge så sæbe sælge sætte søge sømme sørge søsætte ta
tabe tage tale tamme tanke tappe taste tegne tegnsætte tilbyde tilgive tilmelde tilpasse tisse tjekke
tjene tracke trampe trille trimme tro trykke træde træffe trække træne trøste tude turde tvinge tygge
tælle tænde tænke tøffe tømme tørre udforske udfylde udføre udskifte udsætte udtrykke udvide udvælge
undersøge undgå vande vandre vaske veje veksle vende vente vide videregive vikle vise vågne vække vælge
vælte være væve åbne ånde øve
afgøre afholde afsløre aftørre afvise anbefale anskaffe behandle beholde berolige besigtige beskytte
beslutte blokere booste brodere brænde byde vedhæfte
cleare coache dyppe date diskutere donere drille drømme dulme dæmpe fable
feste filme flyve fløjte fokusere forandre forbedre forlange fortryde fryse game genbruge genlæse gennemføre
genoptage gense gribe gætte hamstre henvende hugge huske hviske håndtere ignorere indfri indgå indrømme
informere jobbe joine kalde kassere katalogisere klage klappe klistre knække koble kontrollere krympe kysse
logge love låse mindske modtage motivere måle nulre nævne opdele opholde opmuntre opsætte optage oversætte
overtage overvære placere plastre poste pynte reducere regne ryste råbe rådføre sejle sigte skate skjule
skylde skåne skænde slibe sludre slutte slæbe småsnakke snuppe springe stemme stoppe strukturere studere
studse styrke styrketræne sukke surfe svede sygemelde synke takke teste tøve udskyde udstille udvikle
underskrive undervise undlade undskylde varme veje vejes vinke vurdere vænne zappe ændre øge øse
"""

VERBS = frozenset(VERB_LIST.split())
"""Infinitives of everyday doing. A word outside is a verb only after "at" or a modal."""

NOT_VERBS = frozenset(
    ("så", "ro", "save", "sig", "veje", "handle", "tro", "synes", "love", "stemme", "klage", "drømme", "varme", "regne")
)
"""In the list, yet mostly another word when nothing before it says verb."""

MODALS = r"(?:kunne|ku|kan|ka|vil|ville|skal|skulle|må|bør|burde|skla|vl|kune)"

JEG = r"(?:jeg|jg|jei|jeh)"

HEDGES = (
    r"(?:(?:måske|maaske|nok|bare|lige|jo|godt|gerne|altså|evt\.?|eventuelt|vel|da|i hvert fald"
    r"|ihvertfald|også|sådan|faktisk"
    r"|vist|først|så|sgu|helt sikkert|virkelig|egentlig|simpelthen|i det mindste|nu|hellere"
    r"|i første omgang|til at starte med|derfor)\s)"
)

OPENINGS = re.compile(
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
        rf"(?:{JEG}\s(?:tror|tænker|tænkte|synes|regner|forestiller mig|satser|overvejer)\s"
        rf"(?:lidt\s)?(?:på\s|med\s)?(?:at\s)?(?:bare\s"
        rf"|måske\s|nok\s)?)?"
        rf"(?:{JEG}\s(?:kunne|ku)\s(?:\w+\s){{0,3}}tænke mig\s)?"
        rf"(?:(?:(?:om|at)\s)?{JEG}\s(?=(?:måske|nok|bare|godt)\s(?:kunne|ku|kan|vil|skulle|skal)\s)\w+\s"
        rf"|(?:om|at)\s{JEG}\s(?=(?:kunne|ku|kan|vil|skulle|skal)\s))?"
    ),
    re.IGNORECASE,
)

MODAL_I = re.compile(
    however_typed(rf"(?:{JEG}\s)?{MODALS}\s(?:{JEG}\s)?{HEDGES}{{0,4}}(?:at\s)?"), re.IGNORECASE
)

AT = re.compile(rf"(?:at|å)\s{HEDGES}{{0,3}}", re.IGNORECASE)

FINITE_I = re.compile(rf"{JEG}\s{HEDGES}{{0,2}}(?=\w)", re.IGNORECASE)

HEDGE = re.compile(rf"{HEDGES}+", re.IGNORECASE)

NO_STEP = re.compile(
    however_typed(
        r"(?<!\w)(?:ikke|ik|ikk|ike|ingenting|intet|ingen|aldrig|pas|aner|næppe"
        r"|(?<!sige )(?<!siger )nej(?! tak til)|niks|ved sgu|du|dig|din|dit|dine|ligemeget|opgiver"
        r"|umuligt|hvorfor|hvordan skal)(?!\w)"
    ),
    re.IGNORECASE,
)

IN_A_CLAUSE = re.compile(
    r"\s(?:når|hvor|som|hvis|uden|selvom|fordi|inden|før|mens)\s|\s(?:jeg|vi|han|hun|de|det|man)\s(?=ikke\s)|\s(?:i"
    r"|på|med|om|for|prøve|prøver)\s(?=ikke at\s)|,?\s(?:så|at)\s(?=(?:de|det|den|jeg|vi|han|hun|der|min|mit)\s)"
    r"|,?\sder\s(?=ikke\s|\w+r\s)|\sog\s(?=ikke\s(?:i|på|for|til|om|foran|med|ved|hos|bare|kun|det|den)\s)"
    r"|,\sikke (?=(?:mere|længere"
    r"|andet|flere|alle)\b)", re.IGNORECASE)
"""Behind these a "ikke" is said of something else than the doing."""

REMARK = re.compile(
    r",\s(?:mere\s\w+r|(?:det|den|hende|ham|dem|han|hun|de|så|vi)\s(?:plejede|har|er|var|kan|kender|ved|plejer|gør|gjorde|skal|bliver"
    r"|kræver|ligger|behøver|står|siger|kommer|hjælper|bor|må|klarer|siger|virker))\s(?P<what>.*)$", re.IGNORECASE)
"""What is told of the step behind it: "…, det har jeg jo gjort før"."""

TAKES_IT_BACK = re.compile(
    r"\b(?:tør|vil|kan|gider|orker|magter|går|gør)\b.*\b(?:ikke|ik|ikk|aldrig)\b|\b(?:svært|umuligt|for meget"
    r"|for hårdt)\b",
    re.IGNORECASE)
"""A remark that says that it can't be done."""

LEAVES_OFF = re.compile(
    r"(?P<how>ikke|kun) (?P<verb>(?!spise|tage|leve|være|ringe|skrive|svare|kontakte|fortælle|bede|vide|kunne"
    r"|skulle)[^\W\d_]+[eå])"
    r" (?P<rest>\S+ \S+.*)$", re.IGNORECASE)
"""What somebody will leave off: "ikke drikke før kl. 18"."""

RUNS_ON = re.compile(r"\b(?:ting|noget|nogen|alt|det|dem)\s(?:(?!så\b|når\b|hvis\b|som\b|at\b|der\b|inden\b"
    r"|før\b)\w+\s){0,2}jeg\s(?:er|har)\b"
    r"(?<!det jeg er)(?<!dem jeg er)(?<!alt jeg er)(?<!noget jeg er)(?<!det jeg har)(?<!dem jeg har)", re.IGNORECASE)

TAIL = re.compile(
    however_typed(
        r"\s*(?:(?<!\bkl)(?<!\bca)(?<!\bnr)(?<!\bfx)(?<!\bmin)(?<!\bevt)(?<!\bd)\.(?!\d| sal\b)|[!?;\n…(]"
        r"|,?\s(?:men|fordi|fodi|for\s(?:jeg|det er|så|der)|eller noget"
        r"|eller sådan noget|haha|lol|ellers"
        r"|hvis det går(?=\W*(?:an|godt)?\W*$)|hvis jeg kan(?=\W*$)|hvis muligt|agtigt|el lign|jeg er|jeg har"
        r"|jeg ved|det er|det kan"
        r"|det må|så kan|så er|det vil|det skal|hvis det kan lade sig gøre|og se hvad der sker)(?!\w)"
        r"|,?\s(?:tror jeg|tænker jeg|måske|tak|nok|vel|ik|ikk|ikke)(?=\W*$)|\s[-–—]\s"
        "|[\U0001f000-\U0001faff\u2600-\u27bf]|\\s[:;]-?[()DP]).*$"
    ),
    re.IGNORECASE | re.DOTALL,
)

NEXT_VERB = re.compile(
    r"(?P<join>(?:,?\s(?:og|eller|el)|,)\s(?P<then>(?:så|bagefter|derefter|så lige|derefter lige"
    r"|efterfølgende)\s)?(?:bare\s|lige\s)?)(?P<verb>[\wæøå']+)(?=\s|$|,)",
    re.IGNORECASE,
)

AMBIGUOUS_NOUNS = frozenset(
    ("drikke", "have", "tale", "leje", "lege", "rejse", "handle", "kage", "ride", "så", "mad", "side",
    "sige", "løbe", "stille", "ro", "veje")
)

TIME_FIRST = re.compile(
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

VERB_FIRST = re.compile(rf"(?P<verb>[\wæøå]+)\s{JEG}(?!\w)", re.IGNORECASE)

LONGEST = 240
"""Characters of the longest step: what is longer is a story, and the caller asks for one step."""

STATES = frozenset(
    ("kan", "vil", "skal", "må", "bør", "ved")
)

PARTICIPLE = re.compile(r"(?:[\wæøå]+(?:et|t)|styr|orden|gang|ryddet)\s", re.IGNORECASE)

KNOWN = VERBS | frozenset(PRESENT_IRREGULAR)

PRESENTS = frozenset(PRESENT_IRREGULAR.get(verb, verb + "r") for verb in KNOWN)

IMPERATIVES = {
    verb[:-2] if verb[-3:-1] in ("kk", "ll", "mm", "nn", "pp", "tt", "ss", "gg", "dd", "bb", "ff") else
    verb[:-1]: verb for verb in sorted(VERBS)
    if verb.endswith("e") and len(verb) > 3
}

SMALL_HEDGE = re.compile(however_typed(r"^(?:(?:bare|måske|nok|vel|jo|sgu|vist|lige(?! (?:ud|over|ved"
    r"|så|om)))\s)+"), re.IGNORECASE)

NOUN_LIST = """
kun aftal arbejd bad bag besked besøg bid bil brug bud bus dans del digt drik fang fisk form gang græs have
hjælp hvil hygge håb kys leg leje lys lyt løb mad mål mød plan pust rejs rest ro rod ryg salt samling
sang sat skridt slag slut stil stop støtte svar sæt tal tank tegn tid træn tur ven vis øv
"""

NOUNS_LIKE_IMPERATIVES = frozenset(NOUN_LIST.split())

IMPERATIVE_LIST = """
spørg ring skriv find hør tag gør køb send læs sæt læg giv hent spis gem hils luk åbn book bestil betal ryd tøm smid
sluk tænd prøv fortæl hjælp tjek pak kig vent aflever tilmeld afmeld meld flyt hæng undersøg udfyld kom sov gå
"""

JOINED_IMPERATIVES = frozenset(IMPERATIVE_LIST.split())
"""Imperatives that are no noun, so that "og" before them joins a second doing."""

DOING_IMPERATIVE = re.compile(
    r"(?:(?:vask|start|løb|tegn|drik|bag|bed|vis)(?=\s(?:op|ned|ud|ind|af|om|min|mit|mine|en|et|lidt|det|den|noget)\b)"
    r"|(?:snak|tal)(?=\s(?:med|om|til)\b)|svar(?=\s(?:på|ham|hende|dem)\b)"
    r"|sig(?=\s(?:hej|nej|ja|fra|til|det|tak|undskyld|noget|at)\b))",
    re.IGNORECASE,
)
"""Imperatives that are also nouns (or the "sig" of "skynde sig"), with what shows that they are none."""

CLAUSE = re.compile(
    r",?\s(?=(?:lige\s|også\s|især\s|kun\s)?(?:når|hvis|mens|fordi|selvom"
    r"|(?:efter|inden|før|så snart|hver gang|næste gang|første gang)\s(?:jeg|min|mit|mine|vi|det|der|han|hun|de"
    r"|at))\s)",
    re.IGNORECASE,
)

PART_OF_TIME = re.compile(
    r"\s(?:på\s)?(?P<day>(?:man|tirs|ons|tors|fre|lør|søn)dag(?:\s(?:morgen|formiddag|eftermiddag|aften))?)(?!\w)"
    r"|\s(?P<near>i ?(?:morgen|dag|aften|overmorgen)|kl\.?\s?\d\d?(?:[.:]\d\d)?|hver dag)(?!\w)",
    re.IGNORECASE,
)

