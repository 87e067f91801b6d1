# SPDX-License-Identifier: MPL-2.0
"""The table of word patterns that point at danger, each with its level, its kind and a one-line reason.

A row is read on folded text (`bot.care.danger.plain`): lower case, æ/ae → e, ø/oe → o, å/aa → a, doubled
letters single, commas gone, sentence ends as " . ".
Rows are written in ordinary Danish and folded when compiled.
`near` lists pieces of words of which one must be there before the pattern is tried at all; `weak` rows
name no person, and are silent when the sentence is about somebody else, a film or a book. `<name>` in a
pattern is a part from `PARTS`; `<g3>` is a gap of up to three words.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from bot.codebook import Safety


class DangerKind(StrEnum):
    """What the danger is about; decides the question and the phone numbers of the answer."""

    SUICIDE = "suicide"
    SELF_HARM = "self_harm"
    VIOLENCE = "violence"
    HARM_TO_OTHER = "harm_to_other"
    OVERDOSE = "overdose"
    PILLS = "pills"
    PSYCHOSIS = "psychosis"
    UNKNOWN = "unknown"


class DangerPattern(NamedTuple):
    """One row: what fires, how high, and why; `why` and `name` are for staff, never the citizen's words."""

    name: str
    level: Safety
    kind: DangerKind
    near: str
    words: str
    why: str
    weak: bool = False


ACUTE, CONCERN = Safety.ACUTE, Safety.CONCERN
SUICIDE, SELF_HARM, VIOLENCE = DangerKind.SUICIDE, DangerKind.SELF_HARM, DangerKind.VIOLENCE
OTHER, OVERDOSE, PSYCHOSIS = DangerKind.HARM_TO_OTHER, DangerKind.OVERDOSE, DangerKind.PSYCHOSIS
PILLS = DangerKind.PILLS

PARTS = {
    "jeg": r"(?:jeg|jei|jej|jeh|jæ|jg|j|a|æ|ja|jeq|jek|man)",
    "o": r"(?:(?:jeg|jei|jej|jæ|a|man) )?(?:(?:bare|sgu|så|altså|snart|lige|nu|måske|jo|fucking) ){0,2}",
    "mig": r"(?:mig|mej|mei|mæ|mi|me|maj)(?: selv| sælv| sæl| sel| sjæl| sølv)?",
    "ikke": r"(?:ikke|ikk|ik|ike|ek|et|it|ej|aldrig|igge|hverken)",
    "mit": r"(?:mit|min|mi|mitt)(?: eget| egen| ejet| egent)?",
    "ihjel": r"(?:i ?h?j[aeæ]+l+|i ?hj?l|ihj[eæ]ld|i ?hejl)",
    "dø": r"(?:dø|døe|dåe|døde?)",
    "død": r"(?:død|dø|døde|døe|dåd)",
    "leve": r"(?:leve|lever|live|læve|leev|eksistere|eksisterer)",
    "mere": r"(?:mere|mer|mærre|længere|længer|længre)",
    "tage": r"(?:tage|tager|tag|tar|taer|ta|tae|taje|tajer|tog|taget|tajet)",
    "slå": r"(?:slå|slår|slor|slåe|slog|slået|slåe[rt])",
    "nu": r"(?:nu|i ?aften|i ?nat|i ?dag|i ?morgen|om lidt|om et øjeblik|rn|til aften|i ?awten|i ?daw|"
    r"senere|om \w+ minut\w*|om \w+ timer?|om en time|i weekenden|på? ?(?:man|tirs|ons|tors|fre|lør|søn)dag|"
    r"om natten i nat|tonight|straks)",
    "snarest": r"(?:nu|i ?aften|i ?nat|om lidt|lige nu|rn|i ?awten|om \w+ minut\w*|i ?dag)",
    "other": r"(?:han|hun|de|den|dem|mand|manden|kone|konen|far|mor|bror|brødre|søster|søn|datter|eks|"
    r"ekskæreste|ekskone|eksmand|kæreste|kæreste?n|kærste|familie|onkel|fætter|svigermor|svigerfar|stedfar|"
    r"nabo|naboen|samlever|bofælle|bofællen|svoger|svigersøn|svigerdatter|nevø|barnebarn|fyren|mænd|"
    r"drengene|vagten|naboens|nogen|nogle|en|gutter|typer|folk|papfar|plejefar|knægt)",
    "him": r"(?:ham|hende|dem|nogen|folk|en|(?:min|mit|mine|hendes|hans) \w+|naboen|chefen|manden|konen)",
    "pills": r"(?:piller|pille|pillerne|piler|pilerne|\w*piller(?:ne)?|tabletter(?:ne)?|\w*tabletter(?:ne)?|"
    r"medicin(?:en)?|panodil\w*|pamol\w*|ipren\w*|stesolid\w*|benzo\w*|oxy\w*|morfin\w*|metadon|fentanyl|"
    r"insulin|sovemedicin|ketogan|tramadol|lyrica|rivotril|rohypnol|valium|alprazolam|sovemedicin\w*|"
    r"antidepressiv\w*|lykkepiller)",
    "drugs": r"(?:heroin|kokain|coke|stoffer|fentanyl|metadon|ghb|amfetamin|speed|morfin|syre|xanax|xanor|"
    r"benzo\w*|stesolid\w*|stof)",
    "weapon": r"(?:kniv|kniven|pistol|pistolen|gevær|geværet|bøsse|bøssen|økse|øksen|jernrør|bat|machete|"
    r"våben|våbnet|boldtræ|jernstang|saks|skruetrækker|jagtgevær|jagtgeværet|sværd|hammer)",
    "place": r"(?:altan\w*|vindue\w*|bro|broen|tag|taget|højhus\w*|\w+ sal|klippe\w*|tårn\w*)",
    "train": r"(?:tog\w*|metro\w*|lastbil\w*|bus|bussen|bil|bilen|skinne\w*|godstog\w*)",
    "kin": r"(?:børn\w*|ung\w+|familie\w*|kone\w*|mand|søn|datter|kæreste\w*|mor|far|forældre|søster|bror|"
    r"alle|"
    r"dem alle|verden|livet|venner|allesammen)",
    "g1": r"(?:\w+ )?",
    "g2": r"(?:\w+ ){0,2}",
    "g3": r"(?:\w+ ){0,3}",
    "g5": r"(?:\w+ ){0,5}",
    "g8": r"(?:\w+ ){0,8}",
}
PARTS["will"] = r"(?:vil|vi|ville|vill|gid\w*|gad|ork\w*|magt\w*|ønsk\w*|kan|tør|skal|lyst til|har|behøver)"
PARTS["act"] = (
    r"(?:<tage> <o>(?:snart |bare )?<mit> liv|<tage> <o>livet? (?:af|a) <o><mig>|"
    r"<slå> <o><mig> <ihjel>|(?:hænge|hænger|hæng|hængte|hængt) <o><mig>|"
    r"(?:skyde|skyder|skød|skudt) <o>(?:<mig>|en kugle)|(?:dræbe|dræber|dræbt|dræbte) <o><mig>|"
    r"(?:ende|ender|endt|afslutte|afslutter|slutte|slutter) <o>(?:livet|<mit> liv|det hele|alt)|"
    r"(?:ende|ender) <o>det(?= <nu>| nu| $| \.|$)|"
    r"(?:gør|gøre|gjort|gjorde) <o>(?:en )?(?:ende|slut) på (?:det hele|det|livet|<mit> liv|alt)|"
    r"(?:gør|gøre|gjort|gjorde) <o>det (?:af|a|å) me[dj]? <mig>|(?:begå|begår|begået|begik|lave) <o>selvmord|"
    r"kms|unaliv\w*(?: mig| myself)?(?: selv)?|(?:yeet|yeete|yeeter) <mig>|"
    r"(?:springe|springer|hoppe|hopper|kaste|kaster|smide|smider|stille|stiller|lægge|lægger|køre|kører|gå|"
    r"går|"
    r"dreje|drejer|yeeter) <g3>(?:(?:ind|ud|op) )?(?:foran|på) (?:et |en |den )?(?:tog\w*|metro\w*|"
    r"lastbil\w*|"
    r"skinne\w*|godstog\w*)|"
    r"(?:springe|springer|hoppe|hopper|kaste|kaster) <o>(?:<mig> )?ud (?:fra|af|ad) <g1><place>|"
    r"(?:drukne|drukner|forgifte|forgifter|kvæle|kvæler|hænge) <o>mig selv|"
    r"(?:køre|kører) <o>galt med vilje|(?:kradse|kradser|stille træskoene|stiller træskoene) <o>af)"
)

TABLE: tuple[DangerPattern, ...] = (
    # --- suicide: plan, means, time, farewell -------------------------------------------------------------
    DangerPattern("suicide_act_with_time", ACUTE, SUICIDE,
        "liv ihj ije ihel hjel heng skyde skyder skod dreb ende slut selvmord kms unaliv yet tog metro "
        "skine lastbil spring hop drukn forgift galt krads gor gjor kaste",
        r"(?:<act> <g5><nu>|<nu> <g3><act>)",
        "names an act against one's own life and a time"),
    DangerPattern("suicide_decided", ACUTE, SUICIDE,
        "liv ihj ije ihel hjel heng skyde skyder dreb ende selvmord kms unaliv",
        r"(?:besluttet|bestemt|valgt|planlagt|planlægger|forberedt|øvet|plan om|klar til) <g5><act>|"
        r"<act> <g3>(?:besluttet|bestemt|planlagt)",
        "names an act against one's own life as decided or planned"),
    DangerPattern("does_it_tonight", ACUTE, SUICIDE, "aften nat awten ifton afton",
        r"(?:^|\. )<g1>(?:<jeg> )?(?:vil )?(?:gør|gøre|gorr?) (?:<jeg> )?(?:det|dt|de) (?:bare |nok |snart "
        r"|alligevel |så )?(?:i ?aften|i "
        r"?nat|i ?awten)"
        r"(?: alene| alligevel| farvel)?(?= \.| $|$)|"
        r"(?:i ?aften|i ?nat|i ?awten) (?:så )?(?:gør <jeg>|<jeg> gør|vil <jeg> gøre|<jeg> vil gøre) "
        r"(?:det|dt)"
        r"(?= \.| $|$| <jeg>)",
        "'I do it tonight' with nothing else named: the codebook's own example of acute"),
    DangerPattern("it_is_tonight_decided", ACUTE, SUICIDE, "bliver slut",
        r"det bliver (?:i ?aften|i ?nat|i ?awten)(?= \.| $|$| a har| jeg har| med)|"
        r"(?:<nu>) <g2>(?:er|bliver) det <g1>slut med mig|slut med mig <g1><nu>|<nu> er det <g1>forbi med "
        r"mig",
        "says that it ends at a named time"),
    DangerPattern("farewell_letter", ACUTE, SUICIDE, "afsked farvel selvmordsbrev",
        r"afskeds?brev\w*|selvmordsbrev\w*|skr\w+ <g3>(?:farvel|afsked)\w* (?:til )?<g2>(?:<kin>)|"
        r"skr\w+ (?:et |mit )?farvel|(?:lavet|optaget|indtalt) <g2>(?:afsked|farvel)\w*",
        "has written or recorded a farewell"),
    DangerPattern("letters_for_afterwards", ACUTE, SUICIDE, "brev",
        r"breve?t? <g8>når jeg <g2>(?:væk|død|borte|her)|breve?t? <g5>efter min død",
        "has written letters to be opened afterwards"),
    DangerPattern("farewell_to_kin", ACUTE, SUICIDE, "farvel farvæl farvell adjo goodbye",
        r"sagt <g1>(?:farvel|far?væl) til (?:alle|mine? <kin>|dem(?: alle)?|verden|livet|ungerne|"
        r"børnene)(?= \.| $|$| og| nu| jeg)|"
        r"(?:farvel|farvæl) (?:og |nu |alle <g2>|<g1>)?tak for alt\b|tak for alt <g3>(?:farvel|farvæl)|"
        r"(?:farvel|farvæl) (?:verden|livet|alle sammen|allesammen|for altid)|"
        r"(?:farvel|farvæl) <g1><jeg> kan ikke mere|goodbye world",
        "says goodbye as for the last time"),
    DangerPattern("last_words", ACUTE, SUICIDE, "sidste",
        r"(?:er|bliver|her) (?:her )?min (?:aller)?sidste (?:dag|nat|aften|besked|time|weekend)(?! på| i| "
        r"med| hos| som| til)|"
        r"(?:er|her) <g2>(?:mit|min) sidste døgn|sidste (?:du|I|nogen) hører (?:fra|til) mig|"
        r"tak for alt <g8>sidste gang|min sidste dag (?:i live|på jorden)",
        "calls this the last day or the last message"),
    DangerPattern("look_after_them_for_me", ACUTE, SUICIDE, "pas sig fortel hils",
        r"pas (?:godt )?på (?:mine? \w+|ungerne|børnene) for mig|"
        r"(?:sig|fortæl|hils) (?:til )?(?:min|mine|mit|børnene|ungerne) <g2>(?:og sig )?(?:undskyld|(?:at "
        r")?jeg elsk\w+)",
        "leaves those left behind to somebody else"),
    DangerPattern("checking_out_for_good", ACUTE, SUICIDE, "loger loge tjek chek meld",
        r"(?:logger|tjekker|checker|tjekke|checke|logge|melder?) <o>(?:<mig> )?(?:ud|out|af) <g1>(?:for "
        r"good|permanent|for altid|fra livet)",
        "slang for leaving life for good"),
    DangerPattern("not_here_tomorrow", ACUTE, SUICIDE, "her live",
        r"i ?morgen (?:er|lever) jeg (?:her )?<ikke> <g1>(?:her|længere|mere|i live)(?! på| i| hos| før)|"
        r"jeg (?:er|lever) <ikke> (?:her |i live )?(?:mere |længere )?i ?morgen(?= \.| $|$)",
        "says not to be here tomorrow"),
    DangerPattern("knows_how_and_when", ACUTE, SUICIDE, "hvordan hvornar metode",
        r"ved <g1>(?:hvordan|hvornår) <g1><jeg> (?:vil|skal|kan)? ?(?:gøre|gør) det(?= \.| $|$| og)|"
        r"hvordan <jeg> (?:skal|vil|kan) (?:dø|ende|tage mit|slå mig)|har (?:en|fundet en|valgt en) metode",
        "has a way and a time"),
    DangerPattern("has_a_plan", ACUTE, SUICIDE, "plan",
        r"plan\w* <g5>(?:mit selvmord|selvmord|min død|min egen død|at dø|forsvinde for altid)|"
        r"har (?:lagt )?en plan (?:for|om) (?:at|hvordan) <g3>(?:dø|ende|slutte)",
        "has a plan for dying"),
    DangerPattern("everything_planned", CONCERN, SUICIDE, "planlagt",
        r"planlagt det hele(?= \.| $|$| det| på| når| og| jeg)",
        "'planned it all' with nothing named: when in doubt, a human looks"),
    DangerPattern("rope_ready", ACUTE, SUICIDE, "reb lok strik snor tov",
        r"(?:rebet|ræbet|løkken|strikken|snoren|tovet) <g3>(?:klar|frem|fremme|hænger|ligger|liggende|"
        r"hængt op|bundet|om halsen|parat)|"
        r"(?:bundet|lavet|bandt) <g2>løkke\w*|(?:reb|ræb|løkke) (?:om|rundt om) <g1>hals\w*|"
        r"har (?:<g2>)(?:et )?(?:reb|ræb|rebet|løkke)(?= \.| $|$| og (?:jeg|a|det|er|ved)| jeg| klar| i "
        r"aften| til mig selv)|"
        r"(?:fået|købt|fundet|hentet|henter|finder) <g1>(?:et )?(?:reb|ræb|rebet|tovet|strikken)(?= \.| $|"
        r"$| til mig| og (?:jeg|går)| jeg)",
        "has the means at hand: rope"),
    DangerPattern("gun_ready", ACUTE, SUICIDE, "pistol gever bose kugle jagtgev",
        r"(?:ladt|ladet|lader) <g1>(?:pistolen|geværet|bøssen|jagtgeværet|min bøsse|mit gevær|min pistol)|"
        r"(?:pistolen|geværet|bøssen|jagtgeværet) <g8>(?:ladt|ladet|klar|mod hovedet|mod tindingen)|"
        r"hentet <g1>(?:geværet|bøssen|pistolen|jagtgeværet)|"
        r"(?:har|sidder|holder) <g3>(?:pistol|gevær|bøsse)\w* <g2>(?:i munden|mod|i hånden)",
        "has the means at hand: a loaded or fetched gun"),
    DangerPattern("gun_in_the_past", CONCERN, SUICIDE, "pistol gever bose",
        r"(?:pistol|gevær|bøsse)\w* <g2>(?:i munden|mod (?:hovedet|tindingen))",
        "has held a gun against the head"),
    DangerPattern("pills_saved_up", ACUTE, PILLS, "pil piler tablet medicin panodil benzo",
        r"(?:hamstret|gemt|samlet|opsparet|sparet|samler|hamstrer|gemmer) <g3><pills>|"
        r"<pills> <g3>(?:foran mig|klar til i|ligger klar|i hånden|hamstret)|"
        r"<pills> <g8>(?:har jeg|jeg har) nok til at|(?:har|fået) nok <pills> til at",
        "has the means at hand: pills"),
    DangerPattern("pills_found_and_meant", ACUTE, PILLS, "pil piler tablet medicin panodil benzo",
        r"<pills> <g3>frem <g8>(?:tage|sluge|spise) (?:dem|det hele)|"
        r"(?:vil|skal|tænker på at|overvejer at) (?:tage|sluge|spise) (?:dem|alle) <g3>(?:nu|i ?nat|i ?aften)",
        "has found the pills and means to take them"),
    DangerPattern("pills_and_tonight", ACUTE, PILLS, "pil piler tablet medicin",
        r"(?:i ?nat|i ?aften|i ?dag|nu) <g3>(?:tager|tar|spiser|sluger) <g1>(?:alle|hele) <g2><pills>|"
        r"(?:vil|skal) <g1>gør\w? det <g3><pills>|<tage> <g2>(?:alle|hele) <g2><pills> <g3>(?:sov\w+|dø|"
        r"for altid)",
        "means to take all the pills"),
    DangerPattern("at_the_edge", ACUTE, SUICIDE, "star sider bro kant tag skine",
        r"(?:står|sidder) <g3>(?:på|ved|ude på|oppe på|ude ved|udenfor) (?:broen|en bro|kanten|taget|et "
        r"tag|rækværket|gelænderet|"
        r"skinnerne|togskinnerne|togskinner|højhuset|storebæltsbroen|\w+broen)(?! og venter på (?:bus|tog))",
        "stands at an edge, on a bridge or on rails"),
    DangerPattern("going_to_the_rails", ACUTE, SUICIDE, "skine",
        r"(?:går|kører|gå|cykler|på vej) <g3>(?:til|ud på|ned på|mod|ned til|ud til) (?:tog|"
        r"jernbane)?skinner\w*",
        "is on the way to the rails"),
    DangerPattern("into_the_water", ACUTE, SUICIDE, "havn vand",
        r"(?:hopper|springer|går) <o>(?:nu )?(?:ud )?i (?:havnen|vandet|fjorden|åen) (?:nu|i ?nat|i ?aften|"
        r"om lidt)(?= \.| $|$| og)|"
        r"(?:går|gå) <o>ud i vandet og (?:bliver|ikke)",
        "goes into the water now"),
    DangerPattern("cannot_keep_safe", ACUTE, SUICIDE, "stole pase garant styre",
        r"(?:tør|kan) ikke (?:stole på|passe på|garantere for) mig selv|kan ikke (?:garantere|love) at "
        r"jeg (?:er|lever|ikke gør)",
        "cannot keep oneself safe: out of control"),
    # --- suicide: thoughts, past attempts, passive wishes -------------------------------------------------
    DangerPattern("suicide_act", CONCERN, SUICIDE,
        "liv ihj ije ihel hjel heng skyde skyder skod skudt dreb ende selvmord kms unaliv yet tog metro "
        "skine lastbil spring hop drukn forgift galt krads kaste slut trask gor gjor",
        r"<act>", "names an act against one's own life", True),
    DangerPattern("suicide_word", CONCERN, SUICIDE, "selvmord suicid",
        r"selvmord\w*|suicidal\w*|suicid\w*", "the word suicide", True),
    DangerPattern("suicide_word_mine", CONCERN, SUICIDE, "selvmord suicid",
        r"(?:jeg|mit|mine|har|haft) <g3>(?:selvmord\w*|suicid\w*)|(?:selvmord\w*|suicid\w*) <g3>(?:jeg|"
        r"mig|mit)",
        "the word suicide about oneself", True),
    DangerPattern("wants_to_die", CONCERN, SUICIDE, "do dåe dod",
        r"(?:vil|ville|ønsker|gad|gider|lyst til|længes efter|længsel efter|drømmer om|håber på|klar til|"
        r"har brug for|"
        r"fortjener|burde|skal bare|kan lige så godt|ku lige så godt|beder om) "
        r"(?:(?:jeg|bare|gerne|godt|helst|hellere|faktisk|virkelig|egentlig|snart|kun|have|at|å|sgu|få|lov|"
        r"til|noget|imod) ){0,5}<dø>"
        r"(?! af grin| af sult| af kedsomhed| af skam| for)",
        "wants to die", True),
    DangerPattern("die_not_against", CONCERN, SUICIDE, "imod",
        r"ikke <g2>(?:noget|no) (?:i ?mod|mod) (?:at )?<dø>|gør ikke noget at dø", "would not mind dying"),
    DangerPattern("wishes_to_be_dead", CONCERN, SUICIDE, "dod do",
        r"(?:ønske\w*|gid|hellere|helst|bare|bedre|lige så godt|lisse godt|lissom godt|så godt|bedst|godt) "
        r"<g3>(?:var|være|vær|vare|er|vre) <g1><død>"
        r"(?! træt| af| lykkelig| irriter| ked)|"
        r"(?:ønsker|vil have) <g2>min (?:egen )?død(?! $)",
        "wishes to be dead", True),
    DangerPattern("does_not_want_to_live", CONCERN, SUICIDE, "lev liv eksister orkr",
        r"<will> <g3><ikke> <g5>(?:at |å )?<leve>"
        r"(?! af| op| uden| sammen| med| for| sundt| på| i| det| livet| som)|"
        r"<ikke> <g3>(?:vil|gider|orker|magter|ønsker) <g1><leve>(?! af| op| uden| med| på| i)|"
        r"(?:ikke|ingen|uden|heller ikke|mistet) <g2>lyst\w* til (?:livet|at leve|at være her)|mistet "
        r"<g1>livs(?:lyst|mod|gnist)\w*|"
        r"(?:orker|gider|magter|vil) <g1><ikke> <g1>(?:det her |mit |dette )?liv(?:et)?(?= \.| $|$| mere| "
        r"mer| længere| fr)|"
        r"<will> <g2><ikke> <g3>liv(?:et)? <mere>",
        "does not want to live", True),
    DangerPattern("does_not_want_to_be_here", CONCERN, SUICIDE, "vere ver",
        r"(?:vil|ville|gider|orker|magter|ønsker|kan|holde ud|lyst til|gad|ønske|holder ud) <g5>"
        r"(?:<ikke> <g3>)(?:at )?(?:være|vær|vare|vere) (?:(?:her|til|i live)(?: <mere>)?(?! i| på| hos| "
        r"ved| om| til| som|\w| besvær| last| ulejlighed| møde\w*| fest\w*| time\w*| gene| grin)|på jorden)|"
        r"(?:kan|holder?|orker) ikke <g3>(?:at )?være (?:til|i live)(?! i| på| hos| stede| at| no\w+| "
        r"gene| grin| rådig\w*| besvær| last| ulejlighed| møde\w*| fest\w*| time\w*| \w+ for)",
        "does not want to be here any more", True),
    DangerPattern("if_i_were_not_here", CONCERN, SUICIDE, 
        "her vek fand fant eksist fodt fors live findes dod =til",
        r"(?:hvis|vis|når|om|da|hves) (?:bare )?<jeg> <g1>(?:<ikke> <g1>(?:var her|er her|er her <mere>|"
        r"fandtes|fantes|findes|"
        r"eksisterede|eksisterer|var til|var født|blev født|levede|lever|er mere|er i live|var i live|er til)"
        r"|forsvandt(?! fra mødet)|var død|er død|døde|var væk|er borte|var borte)(?! på | i dag| i næste| "
        r"hos)|"
        r"(?:hvis|vis) <jeg> <g1>(?:lagde|lægger) mig til at dø|"
        r"(?:hvis|vis|når) <jeg> <g2><ikke> <g1>(?:skulle|skal|behøvede at|behøver at|måtte|kunne) <g1>være her"
        r"(?! på| hos| kl| til| med| før| i huset| sammen| klokken)",
        "imagines the world without oneself"),
    DangerPattern("better_without_me", CONCERN, SUICIDE, "uden fri",
        r"(?:bedre|lettere|nemmere|lykkeligere|gladere|godt|fint|bedst) <g5>uden mig(?! på| i dag| til)|"
        r"uden mig <g5>(?:bedre|lettere|nemmere|godt)|"
        r"fri for (?:mig|mej|mæ)\b",
        "others would be better off without one"),
    DangerPattern("nobody_would_miss_me", CONCERN, SUICIDE, 
        "savn opdag merk gred begrav find",
        r"ingen <g5>(?:savne|savner|vil savne) (?:mig|mæ|en|\w+ \w+ som mig)|"
        r"(?:ingen|nogen|uge|uger|dage) <g5>(?:opdage\w*|mærke\w*|finde\w*|fandt) <g3>(?:hvis|at|når|døde|"
        r"mig|er|jeg|det og det er fint)(?= |$)(?! fejlen)|"
        r"(?:græde|komme|kommer|græd) <g2>(?:til|ved) min begravelse",
        "thinks nobody would notice or grieve", True),
    DangerPattern("hopes_not_to_wake", CONCERN, SUICIDE, "vagn sov sovn altid evig",
        r"(?:sove|sover|sovne|falde|håber|håbe|beder|bede|bed|ønsker|gid|glad|gerne|bare|ville ønske|"
        r"ligeglad|slip) <g5>(?:<ikke>|og <ikke>) <g2>vågn\w*"
        r"(?! så| tidlig| midt| kl| om| før| træt| hver| flere| med)|"
        r"(?:sove|sover|sove ind) (?:for altid|for evigt|og aldrig|ind for)|(?:vil|helst|gerne|bare|gid) "
        r"<g3>(?:at )?sove ind(?= \.| $|$)|"
        r"(?:falde|falder) i søvn og blive|ligeglad <g3>(?:om|hvis) <g1><jeg> <g1>vågner|"
        r"mening <g3>vågne|slippe for at vågne|<ikke> <g2>ville? vågne(?= \.| $|$| op| igen)",
        "hopes not to wake up"),
    DangerPattern("tired_of_living", CONCERN, SUICIDE, "lev liv",
        r"(?:træt|led|mæt|ked) af (?:at )?(?:leve|livet|liv|mit liv)(?! uden| som| i | på| med| sammen| af|"
        r" her i)|"
        r"levet (?:længe )?nok|levet længe nok|færdig med (?:livet|at leve|mit liv)(?! som| i| på)|"
        r"nok af (?:livet|at leve|mit liv)|(?:orker|magter) (?:ikke )?livet(?= \.| $|$| mere| længere)|"
        r"nok <g3>orker <g2>(?:mere|mer) af livet|give(?:r)? (?:op på|slip på) livet|gi(?:ver)? livet op|"
        r"(?:penge|betaling) <g3>for at leve",
        "is tired of living", True),
    DangerPattern("nothing_to_live_for", CONCERN, SUICIDE, 
        "lev liv lever eksist fortset jord =her",
        r"(?:ikke|intet|ingen|inte|ingenting|hvilken|hvad|nul) <g5>(?:at leve for|grund til at leve|grund "
        r"til at være her|værd at leve)|"
        r"hvorfor <g1>(?:jeg lever|lever jeg|skal jeg leve|er jeg her på jorden|er jeg i live)|"
        r"(?:mening|pointe|formål|idé|grund)\w* <g1>(?:med|i|til) (?:at )?(?:leve|livet|mit liv|fortsætte "
        r"med at (?:leve|eksistere|være)|være i live|"
        r"eksistere|være her|være til)|"
        r"livet er <g3>(?:ikke )?(?:noget for mig|meningsløst|slut|forbi|værd|ovre)|(?:min|mit|mi|mine) "
        r"liv <g1>(?:er|må) <g1>(?:slut\w*|forbi|ovre|værdiløst)"
        r"(?! i| som| på)|"
        r"livet (?:må|skal|kan) <g2>(?:slutte|stoppe|være slut)|<ikke> (?:noget |et )?liv det her|hellere "
        r"<g3>end (?:det her|dette) liv|"
        r"(?:hva|hvad) jeg (?:ska|skal) <g1>(?:her )?på jorden|vil ud af (?:det|livet)(?= \.| $|$)|ingen "
        r"håb (?:for mig )?mer\w*",
        "finds nothing to live for", True),
    DangerPattern("never_born", CONCERN, SUICIDE, "fodt",
        r"(?:ønske\w*|gid|bedre|ville) <g5><ikke> <g1>(?:var|være|blevet|er|blev) <g1>født",
        "wishes not to have been born"),
    DangerPattern("wants_to_vanish", CONCERN, SUICIDE, "forsvin vek sluk off slip",
        r"(?:vil|ville|gerne|bare|ønske\w*|kunne|gid|lyst til) <g5>(?:forsvinde(?= \.| $|$| for| fra| helt|"
        r" og)(?! fra (?:kommunen|byen|mødet))|væk fra (?:verden|jorden|livet|det hele for|alt)"
        r"|slukke (?:for )?mig selv|slukke for livet|slukkes)|off ?knap på mig|"
        r"give slip på (?:det hele|livet|alt) <g3>(?:ikke|aldrig|vågne)|forsvandt <g5>fra jorden|"
        r"forsvinde fra jorden",
        "wants to vanish"),
    DangerPattern("death_as_way_out", CONCERN, SUICIDE, "dod do ende",
        r"(?:døden|død) (?:ville|vil|er|kan|som|virker|må) <g3>(?:befrielse|udvej|løsning|lettelse|fred|"
        r"hjælpe|hjælp|velkommen|det eneste)|kun døden|"
        r"(?:tænker|tænkt|tænke|tanker|fantaserer|drømmer|googler?|googlet|søger|læser) <g5>(?:på|om) "
        r"(?:døden|død|at dø|dø|min død|min egen død|måder at dø)"
        r"(?! som| i kirken)|måder? at dø|nemmeste måde at|hvordan man (?:dør|slår sig selv)|(?:tanken|"
        r"tanker) om at (?:dø|ende)",
        "thinks of death as a way out", True),
    DangerPattern("same_if_i_live", CONCERN, SUICIDE, "lige same ligeg rager",
        r"(?:lige ?meget|lige ?glad|det samme|ligegyldigt|ligeså godt|rager mig) <g3>(?:om|hvis|med om|med "
        r"hvis) (?:<jeg> )?<g1>"
        r"(?:dør|lever|overlever|vågner|er her|er død|er i live|ryger med|bliver kørt)",
        "does not care whether one lives"),
    DangerPattern("might_as_well_be_gone", CONCERN, SUICIDE, "vere dod legge lagde li ligs lis",
        r"(?:lige ?så|li ?så|lisse|ligså) godt <g3>(?:være væk|være død|dø|lægge (?:sig|mig) til (?:at|te|"
        r"å)? ?<g1>dø)|"
        r"(?:lægge|lagde|lægger) (?:sig|mig|mæ) <g1>(?:til|te|ned) (?:at|å|for at|og) <dø>",
        "might as well be gone"),
    DangerPattern("when_i_am_gone", CONCERN, SUICIDE, 
        "ner nar vek =her =mere dod borte",
        r"(?:når|efter at|at) jeg (?:<ikke> (?:er her|er mere|lever|er i live)(?: <mere>)?(?! i | på| hos| "
        r"til)|er død og borte|er gået bort)|"
        r"(?:savne|åbne|arve|lettere|have <g2>\w+) <g3>når jeg (?:er væk|er borte|er død)(?! på)|"
        r"i (?:morgen|overmorgen|næste uge) er jeg (?:her )?(?:ikke|væk) (?:her )?(?:længere|mere|for altid)",
        "speaks of the time after oneself"),
    DangerPattern("joining_the_dead", CONCERN, SUICIDE, 
        "himl folger hinside =til =over",
        r"(?:i himlen|hinsides|på den anden side) <g3>(?:hende|ham|mor|far|snart|igen)(?! af)|"
        r"(?:<nu>|snart) (?:følger|kommer) jeg (?:efter|op til|over til) (?:hende|ham|mor|far|min \w+|"
        r"inger|[a-z]+)(?= \.| $|$)|"
        r"(?:glæder mig|længes|klar|vil) <g3>(?:komme|kommer) (?:over|op|hen) til (?:hende|ham|min|herren|"
        r"gud)",
        "wants to follow somebody who died"),
    DangerPattern("self_destruction", CONCERN, SUICIDE, "ihj ije ihel hjel uden",
        r"(?:drikker|drikke|sulter|sulte|ryger|fryser|fixer|æder) <o>(?:<mig>|jeg) <ihjel>(?! her| i det| "
        r"af)|drikker mig <ihjel> med vilje|"
        r"fryser <jeg> <ihjel> <g8>(?:fint|ligemeget|ligeglad|ingen)",
        "is wearing oneself out on purpose"),
    DangerPattern("last_dose_wish", CONCERN, SUICIDE, "sidste vinter bliv natten aret leve",
        r"håber <g5>(?:fix|tur|brandert|indlæggelse|dosis|vinter|jul) <g2>(?:er|bliver) (?:den|min) sidste|"
        r"min sidste (?:jul|vinter|sommer|fødselsdag)(?! på| i| hos| som| med)|(?:bliver|blive) <ikke> "
        r"(?:\d+|\w+ år)\b(?= \.| $|$)|"
        r"(?:ønsker|vil) <ikke> <g1>(?:at )?blive \d+|(?:se|ser) mig(?: selv)? (?:leve|blive|nå) til|"
        r"overlever <ikke> <g2>(?:vinteren|året|ugen|natten)",
        "hopes or expects that this is the last"),
    DangerPattern("wants_it_to_end", CONCERN, SUICIDE, "ende altid evig fred stop slut",
        r"(?:venter|håber|ønsker|vil) <g5>(?:at )?(?:det|det hele|livet|alt) <g1>(?:får en ende|skal have "
        r"en ende|er forbi|stopper|slutter)(?= \.| $|$)|"
        r"(?:stopper|slutter|forbi|stoppe|slutte) <g5>for (?:altid|evigt)|(?:endelig|klar til at|endeligt) "
        r"<g1>(?:få|finde|have) (?:evig )?fred|"
        r"evig (?:hvile|søvn|fred)|(?:så|nu|snart) er det (?:sgu |nok )?slut med mig|"
        r"hjerte\w* <g1>(?:vil|må|skal) <g1>stop\w*|(?:vil|ønsker|gid|håber) <g3>hjerte\w* <g2>stop\w*",
        "wants it all to end"),
    DangerPattern("exhausted_with_life", CONCERN, SUICIDE, "hold hand gud gaend live",
        r"(?:kan|ka|vil) <ikke> <g1>holde? <g2>(?:livet|at være til|at leve|at være i live)(?: ud)?|"
        r"(?:smider|kaster) <o>håndklædet <g5>liv\w*|(?:livet|verden) (?:er )?(?:suger|suckst|sucks) "
        r"<g3>så meget at|"
        r"holder? <g1>(?:det )?gående <g8>lade være|kun (?:i live|her) (?:for|på grund af|fordi)|gud "
        r"<g1>(?:tag|tage) mig",
        "is at the end of one's strength for living", True),
    DangerPattern("medicine_stopped_to_die", CONCERN, SUICIDE, "medicin insulin",
        r"holdt op <g3>(?:medicin|insulin|hjertemedicin)\w* <g8>(?:hurtigere|dø|død|slut)",
        "stops vital medicine in order to die"),
    DangerPattern("no_life_to_lose", CONCERN, SUICIDE, "mist forsikring",
        r"<ikke> <g3>at miste <g5>livet|livsforsikring\w* <g8>(?:hjælpe|mere|bedre|værd)",
        "holds one's own life for worth nothing"),
    DangerPattern("not_coming_back", CONCERN, SUICIDE, "kom",
        r"(?:så|og) kommer jeg <ikke> <g1>(?:ind|hjem|tilbage|op) igen(?= \.| $|$)",
        "does not mean to come back"),
    DangerPattern("dead_inside_body_follows", CONCERN, SUICIDE, "dod",
        r"(?:er )?(?:allerede )?død inden ?i <g5>(?:krop|følge|rest)|vil bare have fred <g5>findes <ikke>",
        "feels dead already"),
    # --- overdose -----------------------------------------------------------------------------------------
    DangerPattern("took_the_pills", ACUTE, OVERDOSE, "pil piler tablet medicin panodil pamol ipren "
        "stesolid benzo oxy morfin metadon fentanyl tramadol",
        r"(?:<tage>|spist|slugt|sluger|spiser|indtaget|downet|bombet|ædt|drukket) <g3>(?:alle|hele|"
        r"allesammen|en masse|en håndfuld|for mange|for meget|"
        r"alt for mange|alt for meget|et helt glas|et glas|en hel plade|to plader|en plade|en pakke|glas|"
        r"pakken|pladen|\d\d+|tyve|tredive|fyrre|halvtreds) <g3><pills>|"
        r"(?:har|jeg) <g2>(?:<tage>|spist|slugt) (?:alle )?(?:pillerne|tabletterne) (?:alle ?sammen|på en "
        r"gang|nu)|"
        r"(?:medicin|piller|insulin) <g1>(?:tre|fire|fem|3|4|5|mange) gange i dag|(?:kommet|kom) til at "
        r"<tage> <g3>(?:for meget|for mange|dobbelt)",
        "has taken far too much", True),
    DangerPattern("took_too_much_drug", ACUTE, OVERDOSE, "meget mange overdos ordos od od ed",
        r"(?:har|tror|jeg) <g5>(?:<tage>|fixet|sniffet|røget|bombet) <g2>for (?:meget|mange) <drugs>|"
        r"(?:har|tror|er ved at|lige) <g3>(?:<tage>|få|fået) <g1>(?:en )?(?:overdos\w*|ordosis|od)\b(?! i| "
        r"for| sidste)|"
        r"jeg (?:er ved at |har )?(?:od|overdose[rt]?)\b",
        "has taken an overdose", True),
    DangerPattern("unconscious_now", ACUTE, OVERDOSE, "bevids vejr trek",
        r"(?:er|ligger|blevet) (?:helt )?bevidstløs|trækker <ikke> vejret|kan ikke (?:vække|få liv i) "
        r"(?:ham|hende|min \w+)",
        "somebody is unconscious or not breathing now"),
    DangerPattern("overdose_word", CONCERN, OVERDOSE, "overdos",
        r"overdos\w*", "the word overdose", True),
    DangerPattern("overdose_mine_before", CONCERN, OVERDOSE, "overdos",
        r"(?:jeg|har|havde) <g5>overdos\w*", "an overdose of one's own", True),
    # --- self-harm ----------------------------------------------------------------------------------------
    DangerPattern("cut_and_bleeding", ACUTE, SELF_HARM, "blod blo",
        r"(?:skåret|skar|snittet|cuttet|gjort|gjorde) <g8>(?:bløder|blodet|blør)|(?:bløder|blør|bløde) "
        r"<g8>(?:gjorde det selv|gjort det selv|med vilje|skåret|stopper ik\w*|ikke stop\w*)|"
        r"(?:ikke|ik|ikk) <g1>(?:stoppe|stopper|holder op|holder) <g2>(?:blødning\w*|bløde|blodet)|holder "
        r"ikke op med at bløde|blodet (?:løber|vælter|fosser|pumper|drypper)",
        "is bleeding from self-inflicted harm"),
    DangerPattern("cut_deep", ACUTE, SELF_HARM, "puls dyb",
        r"(?:skåret|skar|skære) <g2>(?:for|så|alt for|meget) dybt|(?:skær|skår|skar)\w* <g2>(?:puls\w*|"
        r"håndled\w*)(?! af)|puls\w* <g1>over",
        "a deep cut"),
    DangerPattern("blade_in_hand", ACUTE, SELF_HARM, "barberblad kniv glasskar skalpel",
        r"(?:jeg|sidder|står|har|holder) <g3>(?:barberblad\w*|kniv\w*|glasskår\w*|skalpel\w*|saks\w*) "
        r"<g1>(?:i hånden(?! og skræl)|(?:mod|på|for|ved) <g1>(?:arm\w*|hals\w*|håndled\w*|puls\w*|"
        r"strube\w*)|klar)",
        "holds a blade now"),
    DangerPattern("self_harm_now", ACUTE, SELF_HARM, 
        "sker skar skad cut gor",
        r"(?:lige|netop) (?:har )?(?:skåret|cuttet|snittet) (?:i )?<mig>|"
        r"(?:skærer|skader|cutter|gør skade på|skade|gør) <o>(?:i )?<mig> <g1>(?:lige nu|nu|om lidt|i "
        r"?aften|i ?nat)|"
        r"(?:kan|ka) <ikke> <g1>(?:styre|stoppe|lade være) <g8>(?:skade|skader|skære|skærer|cutte) "
        r"<g1>(?:på )?<mig>",
        "harms oneself now or cannot hold back"),
    DangerPattern("self_cutting", CONCERN, SELF_HARM, "sker skar skere cut snit ridse",
        r"(?:skære|skærer|skere|skerer|skar|skåret|cutte|cutter|cuttet|snitter|snitte|ridser|ridse|ridset) "
        r"<o>(?:i |på )?(?:<mig>|mine? (?:arm\w*|lår|ben|håndled\w*))|"
        r"(?:har|jeg|til at|begyndt at|igen) (?:cutte[rt]?|snitte[rt]?)(?= \.| $|$| siden| igen| når| om| "
        r"på arm\w*| på lår\w*)|selvskær\w*",
        "cuts oneself"),
    DangerPattern("self_harm_word", CONCERN, SELF_HARM, 
        "selvskad selvscad skad ondt fortr",
        r"selvskad\w*|(?:skade|skader|skadet|skadede|gør skade på|gøre skade på|gjort skade på) <o>(?:på "
        r")?(?:mig selv|mig|mæ sel)(?! i| på| ikke)|"
        r"(?<!det )gør(?:e)? mig ondt|gøre? mig selv ondt|gøre (?:mig selv|mig) fortræd",
        "harms oneself", True),
    DangerPattern("self_harm_slang", CONCERN, SELF_HARM, "sh relaps",
        r"(?:sher|sh er|sh|laver sh) <g2>(?:stadig|igen|nogle|nogen|hver|lidt|i går)|relapsed? "
        r"<g3>(?:skar|cut|sh)", "slang for self-harm"),
    DangerPattern("self_burning", CONCERN, SELF_HARM, "brend",
        r"(?:brænder|brænde|brændte|brændt) <o>(?:<mig> <g3>(?:med vilje|cigaret\w*|lighter\w*|"
        r"strygejern\w*|på arm\w*|på lår\w*|for at)|mig selv|mine? (?:arm\w*|lår|ben|hud) <g1>med)",
        "burns oneself"),
    DangerPattern("to_the_blood", CONCERN, SELF_HARM, "blod",
        r"(?:kradser|river|bider|klør|piller|kradse|rive|bide|kradset|revet|bidt|slår|banker) "
        r"<o><g3>(?:til|så|til der kommer|så det) <g3>blod\w*|ser? blod(?:et)?(?= \.| $|$| løbe)|"
        r"(?:<mig>) til blods",
        "tears oneself to the blood"),
    DangerPattern("hits_oneself", CONCERN, SELF_HARM, "hoved ansigt selv sel veg mur straf",
        r"(?:slår|slå|dunker|banker|hamrer) (?:jeg )?(?:mig selv|mig sæl|mæ selv|mig sel) (?:i|på|hårdt|"
        r"når|med)|"
        r"(?:banker|dunker|hamrer|banke|dunke|hamre|slår|slå) (?:jeg )?<g2>(?:hoved|hovedet|hovede) (?:ind "
        r")?(?:i|mod|imod|ind i) (?:væg\w*|veg\w*|mur\w*|gulv\w*|dør\w*|bord\w*)|"
        r"(?:sulter|straffer) mig selv",
        "hits or starves oneself"),
    DangerPattern("new_scars", CONCERN, SELF_HARM, "ar snits skere",
        r"(?:nye|friske) ar på <g1>(?:arm\w*|lår\w*|ben\w*|håndled\w*)|snitsår|skæresår|(?:gemmer|skjuler|"
        r"dækker) <g3>(?:arm\w*|ar|sår) <g3>(?:lange ærmer|ingen)", "new scars"),
    # --- violence against the writer ----------------------------------------------------------------------
    DangerPattern("threat_to_kill_me", ACUTE, VIOLENCE, "ihj ije ihel hjel dreb myrde skyde stik kvel sla "
        "slar",
        r"<other> <g8>(?:<slå> (?:mig|mej|mæ|mi|os|børnene|min \w+ og mig|mig og \w+) <ihjel>|(?:dræbe|"
        r"dræber|myrde|myrder|skyde|skyder|kvæle|kvæler|stikke|stikker|æresdræbe) (?:mig|mej|mæ|os)(?= |$))"
        r"(?! at| ikke| en| et| til| de der| selv)|"
        r"truer med at <g3>(?:slå|dræbe|myrde|skyde|kvæle) (?:mig|mæ|os|min \w+)(?! selv)",
        "somebody threatens to kill the writer"),
    DangerPattern("being_hit_now", ACUTE, VIOLENCE, 
        "slar slor slog slat spark bank tev kvel voldt ved",
        r"(?:slår|slor|sparker|banker|tæver|kvæler|voldtager|truer|skubber|overfalder) (?:på )?(?:mig|mej|"
        r"mæ|os|børnene) (?:lige )?(?:nu|igen nu|lige her)|"
        r"(?:slog|sparkede|bankede|har slået|har sparket) (?:mig|mæ) (?:lige|lie|for lidt siden)|lige "
        r"(?:slået|slog|sparket|banket|tævet) (?:mig|mæ|os)|"
        r"hjælp <g3>(?:slår|sparker|banker|tæver) (?:mig|mæ)|(?:slår|sparker|tæver|banker) (?:mig|mæ|på "
        r"mig) <g2>hjælp|"
        r"(?:er )?ved at (?:slå|banke|tæve|kvæle|voldtage) (?:på )?(?:mig|mæ)|(?:har|tager|tog lige|"
        r"holder) kvælertag på mig(?! sidste)|kvæler mig(?= \.| $|$| nu| lige| hjælp)",
        "is being hit now"),
    DangerPattern("hits_me_minutes_away", ACUTE, VIOLENCE, "hjem dor derud herud uden nede trap kommer",
        r"kommer (?:hjem|tilbage|op|nu)? ?(?:om|nu|snart) <g5>(?:slår|slå|dræber|banker|tæver)|"
        r"<other> <g3>(?:står|er|venter|kommer|sidder) <g3>(?:udenfor|uden for|nede|herude|op ad trappen|"
        r"på trappen|ved døren|i opgangen|foran døren|derude) <g8>"
        r"(?:slå|dræb\w*|smadr\w*|kniv|pistol|jernrør|truer|skriger|sparker|vil ind|ned)|op a[fd] trappen nu",
        "the attacker is at the door or on the way"),
    DangerPattern("door_broken", ACUTE, VIOLENCE, "dor ind",
        r"(?:bryde|bryder|brudt|sparke|sparker|sparket|sparkede|smadre|smadrer|hamrer|banker|slår) "
        r"<g2>(?:på )?(?:min )?dør\w* (?:ind|op|ned)|sparker (?:på|til) (?:min )?dør\w*|"
        r"(?:prøver|forsøger) (?:at|på at) (?:komme|bryde) ind(?! på| i (?:job|sit|praktik))|bryde ind "
        r"(?:nu|hos mig)|hamrer på (?:min )?dør\w*",
        "somebody breaks in"),
    DangerPattern("weapon_against_me", ACUTE, VIOLENCE, "kniv pistol gever bose okse jernror bat machet "
        "vaben",
        r"<other> <g3>(?:har|med|står med|trak|trækker|trukket) <g3>(?:en |et )?<weapon>(?! til| på væggen|"
        r" i skuffen| der er)|"
        r"truer? (?:mig|os|med) <g3><weapon>|<weapon> <g2>mod mig",
        "somebody near has a weapon", True),
    DangerPattern("they_come_for_me", ACUTE, VIOLENCE, "smadr knuse brek tev bank hent",
        r"(?:kommer|er på vej) <g5>(?:smadrer|smadre|knuser|brækker|tæver|banker|henter|slår|skyder) "
        r"<g1>(?:mig|mine|os)|"
        r"<nu> <g5>(?:smadrer|knuser|brækker|tæver|banker|henter) <g1>(?:mig|mine (?:knæ|ben))|(?:smadrer|"
        r"smadre|tæve|banke|tæver|banker) (?:mig|mæ) <nu>|"
        r"ved at (?:banke|tæve|smadre) mig",
        "somebody is coming to hurt the writer"),
    DangerPattern("hiding_now", ACUTE, VIOLENCE, "last gem",
        r"(?:har )?låst (?:mig|os) inde? <g2>(?:på|i) (?:badeværelse\w*|toilet\w*|wc|soveværelse\w*|"
        r"værelse\w*|kælder\w*)|"
        r"(?:gemmer|gemt|skjuler) (?:jeg )?(?:mig|os) <g3>(?:toilet\w*|badeværelse\w*|skab\w*|kælder\w*|"
        r"for ham|fra ham|for hende|under sengen)",
        "hides from somebody now"),
    DangerPattern("cannot_call_for_help", ACUTE, VIOLENCE, "ring telefon",
        r"(?:kan|tør) ikke ringe <g8>(?:han|hun|de|sidder|telefon|hører|ved siden)|<other> <g3>(?:tog|"
        r"taget|tager) min (?:telefon|mobil)",
        "cannot call for help"),
    DangerPattern("help_me_alone", ACUTE, VIOLENCE, "hjelp",
        r"hjælp <g2>(?:de|han|hun) (?:er|kommer|står|har) <g3>(?:her|ind|inde|mig|døren)|ring (?:til "
        r")?(?:politiet|112) <g2>(?:nu|for mig|til mig)",
        "calls for help now"),
    DangerPattern("hit_by_someone", CONCERN, VIOLENCE, "sla slo slas spark tev tesk bank skub niv riv nev "
        "rev voldt mishand kaste spyt",
        r"<other> <g5>(?:slår|slor|slog|slå|slået|sparker|sparkede|tæver|tævede|banker|bankede|skubber|"
        r"skubbede|niver|nev|river|rev|voldtog|voldtager|mishandler|"
        r"tæsker|tæskede|kaster <g2>efter|spytter på) <g1>(?:til )?(?:mig|mej|mæ|mi|os|børn|børnene|mine "
        r"børn)(?! ud| løs| i (?:skak|ludo|fifa|kort|spil|matador)| som| at)(?= |$)|"
        r"de slår(?= \.| $|$)|vi slås <g1>så|<other> <g3>(?:kaster|kyler) <g2>efter mig",
        "is hit or pushed by somebody", True),
    DangerPattern("was_beaten", CONCERN, VIOLENCE, 
        
        "tev bank sla overfald voldt mishand =fik =far =klo",
        r"(?:blev|bliver|er blevet|været) <g2>(?:tævet|tæsket|gennembanket|slået(?! af \w+ i)|overfaldet|"
        r"voldtaget|mishandlet|sparket|banket)(?! af \w+ med)|(?:fik|får|fået) (?:bank|tæv|tæsk|klø)(?! i "
        r"(?:matador|ludo|skak|fifa|kort|fodbold|ping|spil))",
        "has been beaten", True),
    DangerPattern("violence_word", CONCERN, VIOLENCE, "vold overgreb incest",
        r"(?:flygtet|flygte|væk|udsat|ofre?|lever?|offer) <g2>(?:fra|for|med|af) <g1>(?:vold|overgreb)|"
        r"vold\w* i (?:mit|vores|min) (?:\w+)|voldelig\w* (?:mand|kæreste|eks|far|kone|forhold|ægteskab|"
        r"partner|søn)|"
        r"<other> <g3>(?:er|bliver|var) <g2>(?:voldelig|voldsom)(?= |$)|(?:psykisk|fysisk|seksuel) vold|"
        r"seksuelt? (?:misbrug\w*|overgreb)",
        "tells of violence", True),
    DangerPattern("threatened", CONCERN, VIOLENCE, "tru tager",
        r"(?:truer|truede|truet|truer?) <g1>(?:mig|mæ|os|med(?: at <g3>(?:mig|min|mit|mine|os))?)|trusler "
        r"<g2>(?:fra|om|mod)|får trusler|<other> <g5>sagt (?:at )?han tager mig|bliver truet",
        "is threatened", True),
    DangerPattern("afraid_of_kin", CONCERN, VIOLENCE, "bange tor ræd skræk listet",
        r"(?:bange|ræd|rædselsslagen|skrækslagen) for (?:ham|hende|min (?:mand|kæreste|far|bror|eks|kone|"
        r"søn|stedfar|onkel|partner|familie|ekskæreste|eksmand|svigerfar))(?! s)|"
        r"tør ikke (?:gå|tage|komme|være) hjem\w* <g3>(?:han|hun|ham|hende|min|de|til)|går på listetæer "
        r"<g8>(?:vred|voldsom|efter mig)",
        "is afraid of somebody close"),
    DangerPattern("controlled", CONCERN, VIOLENCE, "tving las bestem ma blank",
        r"tvinger? mig til <g1>(?:sex|samleje|at (?:have sex|ligge|gøre|gifte))|låser mig inde|<other> "
        r"<g3>bestemmer <g3>jeg må|<other> <g8>jeg må ikke (?:gå ud|tale med|se mine)|"
        r"(?:social kontrol|æresrelateret)|vil gifte mig væk",
        "is controlled or forced by somebody"),
    DangerPattern("blue_marks", CONCERN, VIOLENCE, "merk",
        r"blå mærker <g5>(?:igen|siger|faldet|efter ham|han|skjule\w*)", "blue marks that are explained "
        "away"),
    DangerPattern("takes_my_money_by_force", CONCERN, VIOLENCE, "skub tager brend",
        r"tager mine penge og <g3>(?:skubber|slår|truer)|brænde (?:min|mit) \w+ (?:af|ned)",
        "is robbed or threatened at home"),
    # --- harm to others -----------------------------------------------------------------------------------
    DangerPattern("will_hurt_other_now", ACUTE, OTHER, "ihj ije ihel hjel dreb myrde skyde skyder stik "
        "kvel smadr bank tev",
        r"(?:slår|dræber|myrder|skyder|kvæler|smadrer|stikker|banker|tæver) (?:jeg |a )?<him> "
        r"<g3>(?:<ihjel> )?<g3>(?:<snarest>|i weekenden|så mig selv)(?= |$)|"
        r"(?:vil|skal|går|på vej|klar) <g8>(?:slå|banke|tæve|stikke|dræbe|skyde|smadre|myrde|kvæle) <him> "
        r"<g3>(?:<nu>|til han|ikke rejser|kniv\w*)|"
        r"<nu> <g3>(?:slår|dræber|myrder|skyder|kvæler|stikker) (?:jeg |a )?<him>|"
        r"(?:på vej|går nu|kører nu|går ned|går hen) <g5>(?:slå|slår|banke|banker|tæve|tæver|stikke|"
        r"stikker|dræbe|dræber|smadre|smadrer) (?:ham|hende|dem)|"
        r"jeg <g2>stikker (?:ham|hende|dem) (?:ned|med kniv\w*|nu)",
        "is about to hurt somebody", True),
    DangerPattern("weapon_and_target", ACUTE, OTHER, "kniv pistol gever bose okse",
        r"(?:har|taget|tog|med) <g2>(?:en )?(?:kniv|pistol|økse|gevær|bøsse)\w* <g8>(?:stikke\w*|slå\w*|"
        r"dræbe\w*|skyde\w*|forsvar\w*) |"
        r"(?:dræber|slår|stikker|skyder) <g3>(?:ham|hende|dem) <g5>(?:kniv\w*|pistol\w*|økse\w*|gevær\w*|"
        r"bøsse\w*) <g1>(?:klar|med|i lommen|i hånden)",
        "has a weapon and a target"),
    DangerPattern("must_die_today", ACUTE, OTHER, "skal do",
        r"(?:han|hun|de|svinet|den nar|min \w+) skal <dø> <g1><snarest>", "says that somebody is to die "
        "today"),
    DangerPattern("losing_control_at_kin", ACUTE, OTHER, "kontrol hold gor forferd",
        r"(?:mister|mistet) kontrollen (?:nu|lige nu)|gør (?:min|mit|mine) (?:søn|datter|barn|børn|kone|"
        r"kæreste|mand|mor) noget|"
        r"(?:forfærdeligt|slemt|galt) <g3>(?:<snarest>) <g5>ikke (?:holde|styre)|kan ikke (?:holde mig|"
        r"styre mig) tilbage",
        "is losing control"),
    DangerPattern("fire", ACUTE, OTHER, "brend",
        r"(?:jeg|a) (?:brænder|sætter ild til) <g3>(?:ned|af|ild|hus\w*|lejlighed\w*)? ?<g3>(?:<snarest>|"
        r"med (?:dem|ham|hende) inde)", "means to set fire"),
    DangerPattern("kill_other_thought", CONCERN, OTHER, "ihj ije ihel hjel dreb myrde skyde kvel",
        r"(?:lyst til|tænker på|fantaserer om|overvejer|komme\w? til|drømmer om|bange for) <g8>(?:slå "
        r"<him> <ihjel>|slå nogen <ihjel>|dræbe|myrde|skyde|kvæle) ?<g1>|"
        r"(?:jeg|a) <g2>(?:slår|dræber|myrder|slå|dræbe|skyder|myrde) (?:ham|hende|dem|nogen|min \w+|"
        r"dig)(?: <ihjel>| snart| en dag)(?= |$)|"
        r"(?:slår|dræber|slå) jeg (?:ham|hende|dem)(?: <ihjel>)(?= |$)|dræber jeg (?:ham|hende|dem)",
        "thinks of killing somebody", True),
    DangerPattern("hurt_other_thought", CONCERN, OTHER, "ondt sla skad noget ved ham hende born gor",
        r"(?:lyst til|bange for|tæt på|komme\w? til|finde på) <g3>(?:at )?(?:(?:jeg )?(?:kommer til at "
        r")?)(?:gøre|gør|slå|skade|gøre skade på|ruske) (?:min|mit|mine|ham|hende|dem|nogen) ?<g2>(?:ondt|"
        r"noget|fortræd|skade|ihjel)?|"
        r"bange for <g1>(?:hvad|at|hvor) <g1>jeg <g5>(?:ved (?:ham|hende|dem|børn\w*|min \w+)|børn\w*|"
        r"slår)|gør\w? (?:min \w+|mit \w+|mine \w+|ham|hende|dem|nogen) (?:ondt|fortræd)",
        "thinks of hurting somebody", True),
    DangerPattern("has_hurt_kin", CONCERN, OTHER, "sla slo kvel rusk",
        r"(?:har|jeg|kom til at) <g2>(?:slået|slog|slå|rusket|sparket|tæsket|bankede|banket) (?:til "
        r")?(?:min|mit|mine) (?:datter|søn|barn|børn|kæreste|kone|mand|baby|mor|far|unge\w*|partner|"
        r"eks)(?! i (?:skak|ludo|fifa|kort|matador|spil|tennis))|"
        r"(?:tage|tog|taget) kvælertag på (?:hende|ham|min)|jeg slår <g1>(?:hende|ham|min \w+|igen|et igen)",
        "has hurt somebody close"),
    # --- psychosis ----------------------------------------------------------------------------------------
    DangerPattern("voices_command_now", ACUTE, PSYCHOSIS, "stem",
        r"stemme\w* <g8>(?:hoppe|springe|slå|stikke|dræbe|skade|dø|gøre) <g8>(?:imod|modstå|styre|nu|i "
        r"?aften|i ?nat|adlyde|ikke lade være)|"
        r"stemme\w* <g5>(?:slå|dræbe|stikke|kvæle) (?:min|mit|mine|ham|hende|nogen) ",
        "commanding voices that cannot be resisted or name somebody"),
    DangerPattern("voices_command", CONCERN, PSYCHOSIS, 
        "stem stæm befal komand",
        r"stem+e\w* <g3>(?:siger|sier|befaler|kommanderer|beordrer|råber|skriger|vil have|vil ha|tvinger|"
        r"hvisker|beder) <g5>"
        r"(?:skal|ska|dø|at gøre|gøre|stikke|slå|hoppe|skade|dræbe|til at|mig hele)|(?:befaler|"
        r"kommanderer) mig|stemme\w* <g2>(?:befaler|kommanderer|beordrer|tvinger)|kommander\w* (?:med "
        r")?mig",
        "voices that command"),
    DangerPattern("someone_after_me", CONCERN, PSYCHOSIS, "efter folg",
        r"(?:nogen|nogle|nåen|noen|nogn|folk|de|dem|alle|nogen mennesker|politiet|pet|banden) <g2>(?:er |"
        r"kommer )?efter (?:mig|mej|mæ)(?! i (?:køen|rækken|timen)| med| på listen| og)|"
        r"(?:følger|følge|følges|fulgte) <g1>efter (?:mig|mæ)(?! på (?:instagram|insta|facebook|twitter))|"
        r"de følger (?:mig|mæ)(?= |$)",
        "feels pursued"),
    DangerPattern("persecuted", CONCERN, PSYCHOSIS, "forfolg forfulgt overvag aflyt kamera gift signal "
        "chip ryd ondt tanke samen",
        r"(?:jeg )?(?:bliver|er|føler mig) forfulgt|forfølger (?:mig|mæ)|(?:overvåger|aflytter|"
        r"udspionerer) (?:mig|mæ)|(?:bliver|er) (?:overvåget|aflyttet)(?! på| af lægen)|"
        r"kamera\w* <g3>i (?:min|mit) (?:lejlighed|bolig|væg\w*|hus|stue|lampe\w*)|forgift\w* (?:mig|min "
        r"mad|mit \w+)|(?:sender|signaler|stråler) <g5>i(?:nd i)? (?:mit )?hoved\w*|"
        r"chip i (?:mig|mit|min)|vil (?:mig|mæ) ondt|have mig ryddet|ryddet af vejen|(?:styrer|stjæler|"
        r"læser|hører) mine tanker|med i det alle|alle sammen med i det",
        "feels watched, poisoned or steered", True),
    DangerPattern("spirits_command", CONCERN, PSYCHOSIS, "djevel djevl demon gud satan jin",
        r"(?:djævel\w*|djævlen|dæmon\w*|gud|satan|jinn?\w*|engle\w*) <g3>(?:taler|siger|befaler|vil have|"
        r"kommanderer|har valgt|råber) <g3>(?:mig|jeg|til mig|at)", "spirits that speak or command"),
    DangerPattern("they_come_to_fetch_me", CONCERN, PSYCHOSIS, "hent tage",
        r"de (?:kommer (?:og|for at) )?(?:henter|hente|tager|vil tage|tage) mig (?:nu|og|i nat|snart)",
        "believes to be fetched or taken"),
    # --- wider nets ---------------------------------------------------------------------------------------
    DangerPattern("i_and_dying", CONCERN, SUICIDE, "do dåe dod",
        r"<jeg> <g5>(?:dø|dør|døe|dåe)(?= |$)(?! som| for| hvis i ikke| ud)|(?:tanke\w*|lyst\w*|trang\w*|"
        r"ønske\w*|drøm\w*|lysten|håb) (?:om|til|efter) (?:at )?<dø>|"
        r"(?:bedre|bedst|godt|fint) <g2>(?:at )?(?:jeg )?(?:dø|dør)(?= |$)",
        "the writer and dying in one breath"),
    DangerPattern("found_tomorrow", ACUTE, SUICIDE, "find",
        r"(?:finder?|findes?) (?:mig|mæ) (?:død|i ?morgen|hængende|livløs)|(?:når|før) (?:i|de|nogen|du) "
        r"finder (?:mig|mæ)(?! på)",
        "expects to be found"),
    DangerPattern("next_life", ACUTE, SUICIDE, "nest anden",
        r"ses i (?:næste|det næste|et andet) liv|ses på den anden side(?= \.| $|$)|ses i himlen",
        "says goodbye until the next life"),
    DangerPattern("place_found", ACUTE, SUICIDE, "sted",
        r"(?:fundet|valgt|kender|udset) <g3>sted\w* <g2>(?:vil|skal) gøre det", "has found the place"),
    DangerPattern("pills_counted", ACUTE, SUICIDE, "pil piler tablet medicin panodil",
        r"hvor mange <pills> (?:der skal til|det kræver|man skal tage for at dø|der dræber|er nok til)",
        "has counted the pills"),
    DangerPattern("gave_things_away", ACUTE, SUICIDE, "vek ting",
        r"givet (?:alle )?mine ting væk <g8>(?:nu|ikke mere|færdig|afsked|brug for)",
        "has given things away"),
    DangerPattern("garage", ACUTE, SUICIDE, "garage udstod",
        r"i garagen <g8>(?:beslutning|motor\w*|slange\w*|udstødning\w*|tændt)|udstødning\w* <g5>(?:slange|"
        r"ind i bilen)",
        "sits in a closed car"),
    DangerPattern("crash_on_purpose", CONCERN, SUICIDE, "kor drej styr rødt",
        r"(?:køre|kører|dreje|drejer|styre|styrer|kørt) <g3>(?:ind i|mod|ud over|over i) (?:et |en |de |"
        r"den )?(?:træ\w*|autoværn\w*|mur\w*|modkørende|kanten|klippe\w*|kajen|vandet)|"
        r"over for rødt <g3>(?:ikke|lige ?meget|ligeglad)",
        "thinks of crashing, or takes risks with one's life"),
    DangerPattern("edge_thought", CONCERN, SUICIDE, "skine bro altan kant perron skridt",
        r"(?:kigger|ser|står|går) <g5>(?:skinne\w*|broen|altanen|kanten|perronen) <g3>(?:tænker|overvejer|"
        r"lyst|skridt|hoppe|springe)|kun et skridt ud|"
        r"(?:lyst til at|tænker på at|overvejer at) (?:springe|hoppe) (?:ud(?= |$)(?! i det| af)|fra|ned)",
        "thinks of stepping over an edge"),
    DangerPattern("easier_to_go_in", CONCERN, SUICIDE, "nem let bedr bedst",
        r"(?:nemmere|nemt|lettere|let|bedre|bedst) <g2>hvis <o>(?:bare )?(?:(?:gik|faldt|gled) i|(?:hoppede|sprang) "
        r"(?:i|ud|ned)|lod mig falde(?: i| ned)?)(?= \.| $|$| (?:vandet|havnen|åen|søen|fjorden))",
        "thinks that it would be easier to go into the water or over the edge"),
    DangerPattern("relief_to_be_over", CONCERN, SUICIDE, "overst herfra gamel siden held misun hos samen",
        r"håber <g5>(?:snart )?(?:er |var |bliver )?overstået(?= \.| $|$)|hurtigere <g3>(?:herfra|væk "
        r"herfra)|<ikke> (?:tænkt mig|planlagt) at blive gammel|"
        r"ligge <g2>(?:ved siden af|hos|sammen med) <g2>(?:i jorden|grav\w*|\w+)(?= \.| $|$)(?! sofa)|"
        r"heldige dem|misunder (?:de døde|dem der (?:er døde|døde|dør))",
        "would be relieved if it were over"),
    DangerPattern("still_alive_sadly", CONCERN, SUICIDE, 
        "vek =her =live",
        r"(?:hader|ked|ærgerlig|skuffet|træt|irriteret) <g8>(?:stadig <g2>i live|i live endnu|at jeg er i "
        r"live|vågnede)|var jeg her (?:ikke|slet ikke)(?: <mere>)?(?= \.| $|$)|"
        r"var jeg (?:ikke her|her ikke|for længst væk|væk for længst|død for længst)(?! i)",
        "is sorry to be alive, or stays for somebody's sake only"),
    DangerPattern("rid_of_me", CONCERN, SUICIDE, "slap slip uden byrde",
        r"(?:slap|slapp|slipper|slippe|blev|bliver) (?:for|fri for|af med) (?:mig|mæ)(?= \.| $|$| for)|"
        r"byrde <g8>(?:bedre|uden|lettere|nemmere)|bedre uden(?= \.| $|$)",
        "a burden, others better off"),
    DangerPattern("poison_drunk", ACUTE, OVERDOSE, "druk drak slug",
        r"(?:drukket|drak|slugt|slugte) <g3>(?:sprinklervæske|kølervæske|frostvæske|afløbsrens|klorin|"
        r"terpentin|rengøringsmiddel|lampeolie|syre|gift|rottegift|benzin|\w+væske|acetone|batteri\w*)",
        "has drunk poison"),
    DangerPattern("pills_counted_and_taken", ACUTE, OVERDOSE, "tog taget slug spis tag bomb ned",
        r"(?:<tage>|slugte|slugt|spiste|spist|sluger|ædt|bombede|nedsvælget) <g2>(?:brev|glas|pakke|æske|"
        r"plade|håndfuld|bunke|rest\w*) <g2><pills>|(?:<tage>|slugte|spiste|spist|slugt) (?:jeg )?<g2>"
        r"(?:\d\d+|ti|tyve|tredive|fyrre|halvtreds|hundrede) <g1><pills>",
        "has taken a number of pills", True),
    DangerPattern("hands_on_me", CONCERN, VIOLENCE, 
        "hals hår knyt slag lus efter mit lov rører stalk humør tvangs genop sender =har",
        r"(?:om|rundt om) (?:min|mit) hals(?! tørklæde)|(?:tager|trækker|hiver|river|tog|hev) <g2>i mit "
        r"hår|knytnæve\w* <g5>(?:mig|ansigt\w*|af)|(?:slag|knytnæve\w*|lussing\w*) <g3>(?:af|fra) (?:min|"
        r"ham|hende)|"
        r"<other> <g2>(?:smed|kastede|kyler|kaster|smider) <g3>efter (?:mig|mæ)|(?:tager|taget|gemmer|"
        r"gemt) mit pas|(?:får|fik|har) ikke lov (?:til )?(?:at |å )?(?:gå ud|se|tale|arbejde) ?(?:alene|"
        r"med)?|"
        r"rører (?:ved )?mig <g3>(?:selvom|uden|vil ikke|nej)|stalker mig|ved ikke hvilket humør (?:han|"
        r"hun)|tvangsgift\w*|genopdragelsesrejse|sender mig (?:væk|hjem) <g5>gift\w*",
        "is handled roughly, forced or controlled"),
    DangerPattern("smashing_now", ACUTE, VIOLENCE, "smadr rase odel efter",
        r"(?:<snarest>|lige nu) <g2>(?:smadrer|raserer|ødelægger) (?:han|hun)|<other> <g3>(?:smadrer|"
        r"raserer) (?:alt|hele|stuen|lejligheden|døren) <g8>(?:jeg er|vi er|gemmer|baby|børnene|nu)|"
        r"(?:følger|kører) efter (?:mig|mæ) <g3>(?:lige nu|nu)",
        "somebody rages or follows right now"),
    DangerPattern("threat_message", ACUTE, VIOLENCE, "hovedor adres bor",
        r"(?:de|han|hun) <g5>(?:billed\w* af min (?:hoveddør|opgang|adresse)|ved hvor jeg bor) "
        r"<g5>(?:kommer|vi ses|dræber|henter|i nat|i aften)", "a threat with place and time"),
    DangerPattern("voices_threaten", CONCERN, PSYCHOSIS, "stem hoved hove",
        r"stemme\w* <g1>(?:truer|tvinger|straffer)|(?:mit|i mit) hoved\w* <g2>(?:siger|råber) <g3>(?:skal|"
        r"ikke)", "voices that threaten or forbid"),
    DangerPattern("messages_and_watchers", CONCERN, PSYCHOSIS, "besked oje fjern radio ofre",
        r"besked\w* (?:gennem|via|fra|i) (?:fjernsyn\w*|tv\w*|radio\w*|lamp\w*|væggen)|(?:skal|vil) ofre "
        r"mig(?= |$)(?! for)|(?:holder|holdt) øje med (?:mig|mæ)(?! på)",
        "secret messages, or being watched"),
    DangerPattern("hurt_other_wide", CONCERN, OTHER, "flek smadr knek nak tru rusk gor skyde kugle",
        r"jeg <g2>(?:flækker|flække|smadrer|knækker|nakker) (?:ham|hende|dem|svinet|fjæset)|flækker jeg "
        r"(?:ham|hende|dem)|jeg har truet (?:min|ham|hende|dem)|rusker <g1>i (?:den lille|min|ham|hende|"
        r"barnet|baby\w*)|"
        r"(?:gør|gøre) det af med (?:ham|hende|dem)|(?:skyder|skyde) <g3>(?:ham|hende|dem)(?= |$)|får en "
        r"kugle",
        "threatens or has handled somebody roughly"),
    DangerPattern("weapon_at_the_door", ACUTE, OTHER, "dor skyder uden foran",
        r"(?:står|venter|sidder) <g2>(?:uden ?for|ved|foran) (?:hans|hendes|deres) (?:dør|hus|lejlighed|"
        r"arbejde) <g3>(?:<weapon>|ligge ned|skal)|skyder <g5>(?:ham|hende|dem) <snarest>",
        "waits for somebody with a weapon"),
    # --- widest nets: cues near each other; for recall, as wide as the held-out everyday messages allow ---
    DangerPattern("life_and_despair", CONCERN, SUICIDE, "lev liv live livs",
        r"<jeg> <g8><ikke> <g3>(?:leve|livet|i live)(?= \.| $|$| sådan| på den måde| mere| mer| længere| "
        r"så| med| når| hvis)|"
        r"(?:savner|mangler|mister|mistet|miste|uden|tabt|fundet) <g2>(?:lyst\w*|mod\w*|grund\w*|mening\w*|"
        r"kraft\w*) <g2>(?:leve|livet)|"
        r"(?:holder|holdt) <g2>(?:mig|mæ) i live|(?:dumt|hårdt|svært|umuligt|tungt|forfærdeligt) <g2>(?:at "
        r")?(?:leve(?= \.| $|$| mere| sådan| med mig)|være i live|være til(?= \.| $|$))|"
        r"(?:afslutte|forlade|opgive|droppe|slippe) <g1>(?:livet|mit liv|verden|denne verden)|livet "
        r"<g3>(?:ikke værd|ikke til at (?:holde|bære)|uudholdeligt|ulideligt)",
        "living and despair near each other", True),
    DangerPattern("going_on_being", CONCERN, SUICIDE, 
        "fortset vere =her =til",
        r"(?:blive ved|fortsætte|holde ud|klare|magte|orke) <g3>(?:med )?(?:at )?(?:være her|være til|leve|"
        r"eksistere)(?! i| på| hos| ved| alene| sammen| mere end)|"
        r"(?:hvis|om) jeg <g3><ikke> (?:længere )?var til(?= \.| $|$)|(?:verden|alle|de|børnene|familien) "
        r"<g5>bedre <g3>uden <g5>mig",
        "how long one can go on being here"),
    DangerPattern("whole_glass", CONCERN, OVERDOSE, "glas pak plade ask eske",
        r"(?:<tage>|slug\w*|spis\w*) <g2>(?:hele|alle) (?:glasset|pakken|pladen|æsken|glassene|"
        r"beholdningen|molevitten)",
        "takes the whole glass or packet"),
    DangerPattern("whole_glass_and_lies_down", ACUTE, OVERDOSE, "glas pak plade eske",
        r"(?:<tage>|slug\w*|spis\w*) <g2>(?:hele|alle) (?:glasset|pakken|pladen|æsken) og <g3>(?:lægger|"
        r"sover|dør|venter|siger farvel|forsvinder)",
        "takes it all and lies down"),
    DangerPattern("handled_roughly", CONCERN, VIOLENCE, "tving sla slo spark bank tev kast smed smadr niv "
        "skub "
        "riv rev hev flå kvel tvang jag tramp vred holdt",
        r"<other> <g8>(?:slå\w*|slog|spark\w*|banke\w*|tæv\w*|kaste\w*|smed|smadre\w*|skubbe\w*|hev|hiver|"
        r"river|rev|kvæl\w*|kvalt|tvinge\w*|tvang|tramp\w*|vred|jagter) "
        r"(?:mig|mæ|mej|os) (?:ned|ind|op|ud af|rundt|over|mod|imod|hårdt|i (?:ansigt\w*|hoved\w*|mave\w*|"
        r"ryg\w*|gulv\w*|håret|armen)|til|fra|igen|flere|foran|når)",
        "is thrown, dragged or shoved", True),
    DangerPattern("promised_to_smash_me", ACUTE, VIOLENCE, "smadr tev bank brek skad kvel edel flek",
        r"<other> <g8>(?:vil|lovet at|skal nok|truer med at|siger <g3>vil|sagt <g3>vil|kommer og|kommer "
        r"for at|ville) <g2>(?:smadre\w*|tæve\w*|banke\w*|brække\w*|kvæle\w*|skade\w*|flække\w*) "
        r"(?:mig|mæ|mej|os|mine|mit|min)(?= |$)",
        "somebody has said what will be done to the writer", True),
    DangerPattern("watched_from_the_street", CONCERN, VIOLENCE, "star holder sider kor",
        r"<other> <g3>(?:står|holder|sidder|kører) <g5>(?:på gaden|udenfor|uden for|foran) <g5>(?:kigger|"
        r"venter|stirrer|holder øje|glor|op på)",
        "is watched by somebody outside"),
    DangerPattern("hurt_my_skin", CONCERN, SELF_HARM, "sker skar snit riv rev krads brend stik prik sar",
        r"(?:skær\w*|skar|skåret|snitte\w*|river|rev|revet|kradse\w*|brænder|brændt\w*|stikker|stak|"
        r"stukket|prikke\w*) <g2>(?:i|på|hul på) (?:min\w? |mit )(?:arm\w*|hud\w*|sår|lår\w*|ben\w*|"
        r"hånd\w*|mave\w*|håndled\w*)|"
        r"(?:i|på) mine sår|holder mine sår åbne",
        "harms one's own skin"),
    DangerPattern("cut_and_deep_or_bleeding", ACUTE, SELF_HARM, "sker skar snit",
        r"(?:skåret|skar|snittet|cuttet) <g1>(?:mig|mine?) <g8>(?:dybt|bløder|blod|stopper)",
        "a deep or bleeding cut"),
    DangerPattern("slapped_child", CONCERN, OTHER, "lus smæk smek slag",
        r"(?:jeg|give|gav|givet) <g3>(?:min|mit|mine|ham|hende|barnet|den lille) <g3>(?:en )?(?:lussing|"
        r"smæk|endefuld|et slag|et par flade)", "has slapped somebody"),
    DangerPattern("on_the_way_with_weapon", ACUTE, OTHER, "kor gar vej tager",
        r"(?:kører|går|på vej|tager) <g3>(?:til|hen til|ud til|over til|ned til|efter) (?:ham|hende|dem) "
        r"<g5><weapon>|"
        r"<weapon> <g5>(?:på vej|kører|går) <g2>(?:til|hen til|ud til|over til) (?:ham|hende|dem)",
        "is on the way with a weapon"),
    DangerPattern("they_know_my_thoughts", CONCERN, PSYCHOSIS, "tenk taler tanke radio fjern",
        r"(?:ved|hører|læser|kender) <g1>(?:hvad jeg tænker|alt hvad jeg tænker|mine tanker)|(?:taler|"
        r"snakker|griner) (?:om|til|ad) (?:mig|mæ) (?:i|på|fra|gennem) (?:radio\w*|tv\w*|fjernsyn\w*|"
        r"nyheder\w*|internet\w*)",
        "others know one's thoughts"),
    # --- nets from messages that named no act: where one stands, what one holds, what one has swallowed -----
    DangerPattern("means_in_reach", ACUTE, SUICIDE, "pistol gever bose reb nål barberblad kniv genstand",
        r"(?:\w*pistol\w*|\w*gevær\w*|bøsse\w*|barberblad\w*|kniv\w*|nålen|genstanden|reb) <g5>(?:ladt|på "
        r"bord\w*|foran mig|i (?:min |mine )?hånd\w*|i armen|ved siden af (?:mig|telefon\w*)|i (?:min "
        r")?bil\w* og|på mig|er klar)|"
        r"(?:sidder|står|ligger) <g5>(?:med|me) <g2>(?:gevær|pistol|bøsse|jagtgevær|barberblad|reb)",
        "has a means within reach"),
    DangerPattern("around_the_neck", ACUTE, SUICIDE, "hals loft bundet",
        r"(?:noget|reb\w*|bælte\w*|ledning\w*|snor\w*) (?:stramt )?om(?:kring)? (?:min )?hals\w*|gjort "
        r"noget ved halsen|bundet <g3>(?:i|op i) (?:loftet|en bjælke|et træ|krogen|bjælken)",
        "something around the neck or tied up"),
    DangerPattern("swallowed_it", ACUTE, OVERDOSE, 
        "slug spist sat taget drak druk piler tog dumt gjort many",
        r"(?:slugt|slugte) <g2>(?:dem alle|alt|alle|en hel masse|noget|for mange|alt for mange|alt for "
        r"meget)|(?:spist|ædt) (?:dem alle|alt i (?:medicin\w*|skab\w*))|(?:piller|tabletter|pillerne|"
        r"tabletterne) er (?:slugt|taget|væk)|"
        r"(?:har|lige) (?:lige )?(?:taget|sat|drukket) (?:alt )?for (?:meget|mange)(?= \.| $|$| hjert\w*| "
        r"bryst\w*| og (?:jeg|mit|kan)| jeg kan)|(?:har|lige) taget noget(?= \.| $|$| jeg ikke| farligt| "
        r"for at)|drak noget (?:farligt|giftigt)|"
        r"(?:taget|tog|tager) <g2>(?:mange|ugers|måneds|håndfuld|hele) (?:af )?<g3>(?:<pills>|medisin|"
        r"\w+piller)(?! hver)|too many (?:sleeping )?pills|gjort noget dumt <g3>(?:medicin|medisin|"
        r"piller)|noget dumt med min medi[cs]in",
        "has swallowed too much or something dangerous", True),
    DangerPattern("standing_there", ACUTE, SUICIDE, "bro mole stilad jernb tag klip bane skine havn vand "
        "peron kaj",
        r"(?:står|er|sidder|går|gå|på vej|kører|løber|nå) <g3>(?:op på|oppe på|ude på|på|ud til|ned til|"
        r"ned på|til|ved) <g1>(?:bro|broen|langebro|\w+broen|molen|stillads\w*|jernbanen|taget|klipperne|"
        r"banen|skinnerne|havnen|vandet|kajen|perronen) "
        r"<g8>(?:nu|ikke (?:hjem|ned|igen|mere|svømme)|kommer ikke|vender ikke|godt så|springe\w*|"
        r"hoppe\w*|færdig|toget|togene|orker ikke)(?! og tager| til arbejde| med hunden)",
        "stands or goes where one could end it"),
    DangerPattern("jumps", ACUTE, SUICIDE, "spring hop",
        r"(?:jeg )?springer (?:nu|fra (?:stillads|broen|taget|altanen))|(?:så|nu) hopper jeg(?= \.| $|$)|"
        r"så jeg (?:hopper|springer)(?= \.| $|$)|siger? (?:hop|spring)(?= |$)",
        "jumps"),
    DangerPattern("for_ever_tonight", ACUTE, SUICIDE, 
        "evig altid punkt aften nat findes sondag lordag fredag dodsa dodst her",
        r"(?:i ?aften|i ?nat) <g2>er (?:det|jeg) (?:slut|væk|forbi)(?= \.| $|$| alligevel| sådan)|"
        r"(?:afgang|mojn|farvel|væk|afsted|slukker|lukker) <g2>for (?:evigt|altid)|punktum for (?:mit "
        r")?liv|"
        r"logger af for (?:sidste gang|altid)|kommer (?:jeg |a )?(?:ikke|ik|it) (?:hjem|tilbage|ned|op) "
        r"(?:igen|mere)(?= \.| $|$)|i ?morgen findes jeg ikke|(?:i|på) (?:lørdag|søndag|fredag) er jeg "
        r"(?:her ikke|ikke her) mere|"
        r"ikke være her i ?morgen|er jeg ikke her mere <g3>(?:bestemt|besluttet)|dødsannonce|dødstidspunkt",
        "goes for ever, at a named time"),
    DangerPattern("gas_or_fire_inside", ACUTE, SUICIDE, "gasen ild ilt",
        r"gassen er (?:åbnet|åben|tændt)|åbnet (?:for )?gassen|tænder ild <g5>(?:mens|inde|med|i det "
        r"hele)|slukket for ilten", "gas, fire or oxygen"),
    DangerPattern("a_bullet_for_me", ACUTE, SUICIDE, 
        "kugle slagt alvor stile elers skyder henger",
        r"en kugle til mig|(?:slagter|skyder|hænger|aflives?) sig selv (?:om lidt|nu|i aften)|inden jeg "
        r"gør alvor af det|gør det (?:snart )?ellers(?= \.| $|$)|for at dø stille",
        "says it sideways, but now"),
    DangerPattern("does_it_now", CONCERN, SUICIDE, "gor gør",
        r"^(?:så |og |nu |ja )?(?:jeg )?gør (?:jeg )?det nu$|der er det der jeg gør det|det er der jeg "
        r"gør det|har gjort det klar$", "'I do it now' with nothing named"),
    DangerPattern("cannot_hold_back", ACUTE, SELF_HARM, 
        "styre stope hold alene skerer =nu skad gor ondt",
        r"kan ik\w* (?:styre|stoppe) (?:det|hænderne|mig(?: selv)?)(?= \.| $|$| mere| længere)|(?:skærer|"
        r"skade\w*) <g3>(?:kan ik\w* stoppe|nu)(?= \.| $|$)|skærer og kan|kan ikke (?:\w+ )?holde mig(?= "
        r"\.| $|$| jeg| mere)|"
        r"gør mig selv ondt nu|(?:tør|kan) ikke være alene <g3>(?:skarpe|knive|piller|mig selv)",
        "cannot hold back"),
    DangerPattern("bleeding_now", ACUTE, SELF_HARM, "blod blo",
        r"(?:jeg|det|armen|såret) bløder (?:vildt|meget|voldsomt|fra (?:armen|maven|halsen|hoved\w*|"
        r"låret)|kraftigt)|i gang med at bløde|jeg bløder(?= \.| $|$)", "is bleeding"),
    DangerPattern("attacker_near", ACUTE, VIOLENCE, 
        
        "dor gang port gade parker trap vindu hertil inde dår =tale belte komer venter leder sparker "
        "=dor brudt trengt seng rundt",
        r"<other> <g8>(?:dør\w*|gangen|porten|gaden|parkering\w*|trappen|vinduet|hertil|hos mig|"
        r"nedenunder) <g8>(?:nu|hammer|jern|kniv|økse|bælte|hjælp|skyde\w*|råber)(?= |$)|"
        r"<other> <g5>(?:sparker|hamrer|banker) <g2>dør\w*|(?:han|hun|de|nogen) er (?:lige )?(?:brudt ind|"
        r"trængt ind|inde hos mig|på vej herhen)|(?:brudt|trængt) ind i (?:lejlighed\w*|mit|min|huset)|"
        r"(?:venter|står) <g5>(?:på mig|nede) <g5>(?:kan ik\w* komme ud|tør ikke gå ud|jern|kniv)|"
        r"(?:ligger|gemmer) <g2>under sengen|leder efter mig|går rundt og (?:råber|leder)|kan ikke tale "
        r"han|her med bæltet|kommer med (?:skydere|våben|knive|jern)",
        "an attacker is near"),
    DangerPattern("weapon_on_me", ACUTE, VIOLENCE, 
        "gever pistol kniv hals haglg amok fast nede hand fat",
        r"(?:har|med|retter|holder) <g3>(?:haglgevær|gevær|pistol|kniv)\w* (?:på|mod) mig|hånd\w* (?:på|"
        r"om) min hals|holder mig (?:fast|nede)|fat i (?:mor|min mor|mig) <g5>(?:tør|amok|hjælp|nu)|gået "
        r"amok",
        "a weapon or hands on the writer"),
    DangerPattern("locked_in_now", ACUTE, VIOLENCE, 
        "last luk tele nogl skriver",
        r"(?:låst|lukket) (?:mig|os) inde <g5>(?:taget|telefon\w*|nøgle\w*|kælder\w*|skriver)|(?:taget|"
        r"gemt) min (?:telefon|nøgle|mobil) <g5>(?:skriver|nøgle|råber|ring)|skriver fra (?:toilettet|"
        r"badeværelset|gangen|ipad\w*|tabletten|min søns)",
        "locked in, or writes in secret"),
    DangerPattern("death_threat", ACUTE, VIOLENCE, 
        "dor do live tesk brend =du =eler eler",
        r"(?:i aften|i dag|nu|snart) (?:du dør|dør du)|vi skal <dø> alle|aldrig ser (?:hende|ham|dem) i "
        r"live|(?:brænder|brænde) (?:de|han) <g5>(?:med os|med mig|lejlighed\w*)|får jeg tæsk|ham eller "
        r"mig(?= \.| $|$)",
        "a threat to life"),
    DangerPattern("revenge", ACUTE, OTHER, "kniv hevn hamer okse adrese derind",
        r"tager jeg hævn|(?:derind|derned|derhen|derover|ned til \w+) (?:nu )?<g3>(?:med )?(?:hammer\w*|"
        r"kniv\w*|økse\w*|den første)|(?:hammer|økse|kniv) i (?:bilen|lommen) og|kniv i lommen og|adresse "
        r"og en (?:hammer|kniv|pistol|økse)",
        "means to take revenge"),
    DangerPattern("scars", CONCERN, SELF_HARM, 
        "arene arets =ar cuted dunk baghov krads brend bider",
        r"(?:ar|arrene) på <g1>(?:arm\w*|lår\w*|håndled\w*|ben\w*)|(?:lavet|forklarer) <g1>arrene|cuttede|"
        r"bider mig i \w+ til|(?:dunker|banker|slår) baghoved\w*|kradse[dt] mig på|brænde[rt]? min arm",
        "scars, or harm to oneself told in passing"),
    DangerPattern("not_waking", CONCERN, SUICIDE, "vagn vågn vagen",
        r"(?:helst|vil|tanken om|for at|drikker|håbede?|hvor man|så|lidt) <g5><ikke> <g2>(?:at "
        r")?vågne\w*(?! op (?:før|om|kl|i god)| så| tidlig| om natten| før| midt)|vågner man <ikke> op en "
        r"dag|(?:pointless|meningsløst) <g5>at vågne",
        "not waking up as something good"),
    DangerPattern("being_alive_at_all", CONCERN, SUICIDE, 
        
        "live lev findes eksis =her grund argum livsl leve",
        r"(?:gider|være|nul|0|ønske\w*|ikke|ulejlig\w*|overhovedet|end) <g5>i live(?= |$)(?! igen)|(?:vil|"
        r"helst|hellere) <g2>ikke findes|leve er ikke|eksisterer kun|livet <g2>værd|livs?lede|livslyst\w* "
        r"<g3>(?:under|væk|nul|0|ingen|forsvundet)|(?:ingen|mistet) livslyst|"
        r"(?:gider|grund|træt\w*|orker|lyst\w*|hvor meget) <g5>(?:til |i |for |af )?(?:at |å )?(?:leve|"
        r"være her)(?= \.| $|$| er| i dag| mer\w*| længere| for| til \d+| og)|at leve til \d+|(?:intet|"
        r"ikke) <g3>(?:at )?(?:være|leve) (?:her )?for(?= \.| $|$)|"
        r"hvad <g3>(?:være her for|leve for)|argument for at fortsætte|værd at blive ved|fremtiden findes "
        r"ikke",
        "whether to be alive at all", True),
    DangerPattern("dying_spoken_of", CONCERN, SUICIDE, 
        "do dod dø ligki bedem",
        r"(?:at|også|helst|vil) <dø> (?:er en tanke|fordi)|vil også <dø>|(?:have|se) mig død|(?:bedre|"
        r"hellere|helst|nemmere) <g5>(?:være |at være |end |med |er )?død(?= \.| $|$| far| mor| end| ik)|"
        r"(?:prøve\w*|forsøg\w*) <g3>at <dø>|"
        r"(?:jokes|vittighed\w*) om at <dø>|(?:tænker|tænke) på at være død|død inden ?i(?= \.| $|$)|"
        r"misundelig <g3>(?:døde|død)|ligkisten|hos bedemanden",
        "speaks of dying or being dead", True),
    DangerPattern("taken_by_god", CONCERN, SUICIDE, 
        "gud alah vorhe hent himl jorden kirke tur herre here venter",
        r"(?:gud|allah|vorherre|vor herre|herren) <g8>(?:tage|tager|tog|hente|hentede|henter|have) "
        r"mig(?= |$)|(?:jeg|mig) <g3>i himlen|(?:lå|ligger|ligge) <g3>(?:i jorden|ved kirken|oppe ved|ved "
        r"siden af (?:far|mor|hende|ham))|venter på min tur|det er min tur",
        "hopes to be taken"),
    DangerPattern("accident_wished", CONCERN, SUICIDE, 
        "blodp ulyk bomb bus brem sele pause kreft hjert =rat",
        r"(?:håber|ønske\w*|gid|bedre|imod|fantaserer|ikke noget hvis|nætter) <g8>(?:blodprop\w*|"
        r"ulykke\w*|bombe\w*|en bus|bremset|hjertet bare stopper|kræft)|uden sele <g5>(?:chance|ligeglad)|"
        r"sættes på pause for evigt|lille drej på rat",
        "wishes for an accident"),
    DangerPattern("earlier_attempt", CONCERN, SUICIDE, "forsog fors prov fundet dumt piler",
        r"(?:mit|et|om|og) forsøg(?:et)?(?= \.| $|$| i \d+| på at (?:gå bort|forsvinde|dø)| dengang| da)|"
        r"forsøgte da jeg var|prøve(?:t|de) (?:at )?(?:ende det|gøre det forbi|gøre det)(?= \.| $|$| to| "
        r"flere| for)|fundet i tide|nat med for mange piller|mange piller <g3>(?:dengang|bispebjerg|"
        r"hospital\w*)",
        "an earlier attempt"),
    DangerPattern("uses_up_wish_to_be_done", CONCERN, SUICIDE, 
        "ferdig overst uden savner undv forbi resten sluk mister",
        r"færdig med det hele(?= \.| $|$| kommer| min| og)|få det overstået <g3>(?:hele )?livet|uden mig "
        r"<g5>(?:spare|ingen|lettere|klare)|klaret sig <g2>uden mig|savner at være ingenting|undværet mig|"
        r"forbi med mig|færdig som menneske|resten af livet sluk|mister intet ved (?:dig|mig)",
        "wishes to be done with it all"),
    DangerPattern("age_not_reached", CONCERN, SUICIDE, 
        "bliv gamel alder somer =jul",
        r"(?:tror|gider|regner) <g3><ikke> <g3>blive?r? (?:gammel|\d\d)(?= \.| $|$| og)|her til (?:sommer|"
        r"jul)(?= \.| $|$)|det bliver mit sidste", "does not expect to grow old"),
    DangerPattern("violent_home", CONCERN, VIOLENCE, 
        "slar slog slow belt slag kast las luk kvel kontrol gps tesk =ga niv gemer bestem fat =fik =far "
        "skub",
        r"<other> <g3>(?:slår|slog|slow|slår) (?:stadig|når han|var jeg|igen|hver)|(?:far|mand|manden|han|"
        r"stedfar|kæreste|konen) (?:hjemme )?slog(?= \.| $|$| mig| mæ| var)|brugte bælte\w*|(?:fik|får) "
        r"<g1>(?:slag|tæsk|omgang|klø)(?= \.| $|$| når| af| hver)|kvælertag|"
        r"(?:mand|konen|kone|han|hun|mor|far|kæreste) <g1>(?:kaster|smider) (?:ting|med|rundt)|(?:låser|"
        r"låse|låste|lukkede|lukker) (?:mig|os|døren|døre) <g2>(?:inde|når (?:han|hun)|igen)|må ikke gå ud|"
        r"sat gps på|bestemte (?:han|hun) hvem|kontrollerede hvad|gemmer min (?:pung|pas|nøgle)|"
        r"gemmer mig på (?:loftet|kælder\w*)|(?:tage|tager|tar|tog) fat i (?:nakken|håret|mig|armen)|"
        r"niver (?:og|mig|hende)|slår ikke han skubber|begyndt at låse os",
        "a violent or locked home"),
    DangerPattern("followed_by_ex", CONCERN, VIOLENCE, 
        "truet folg fulgt beskeder eks =pris altid",
        r"(?:fulgt|følger|følge|fulgte) (?:efter )?(?:mig|mæ)(?= \.| $|$| fra| hver| hjem| når| i over| "
        r"en )|(?:eks|han) <g3>skriver <g5>(?:hver dag|om dagen|ellers)|ved altid hvor jeg|pris på mig|"
        r"(?:har|havde) truet",
        "is followed or pestered"),
    DangerPattern("shook_somebody", CONCERN, OTHER, "ryst fat",
        r"(?:rystede|ruskede|greb) (?:hende|ham|min \w+)|tog fat i (?:konen|hende|ham|min \w+)",
        "has shaken somebody"),
    DangerPattern("voices_push", ACUTE, PSYCHOSIS, "stem voice siger",
        r"(?:stemme\w*|voice\w*) <g8>(?:springe|hoppe|gør det|nu er det) <g8>(?:nu|kan ikke|imod|mere|"
        r"altan\w*)|den siger gør det|(?:stråler\w*|strålerne) <g8>(?:derind|hammer\w*|kniv\w*)",
        "voices that push now"),
    DangerPattern("listened_to", CONCERN, PSYCHOSIS, "lyt film stral voice djev komander",
        r"(?:lytter?|lytte) til mig <g3>(?:og|gennem|i)|(?:filmer|optager) mig(?= |$)|strålerne|(?:voice|"
        r"stemme) i mit hoved siger|djævlen kommanderer|sat noget i (?:væggen|loftet|lampen)",
        "feels listened to or commanded"),
    # --- the same classes once more, shorter sentences ---------------------------------------------------
    DangerPattern("dying_tonight", ACUTE, SUICIDE, 
        
        "dor do =mor =far",
        r"<snarest> dør jeg|jeg dør <snarest>(?= \.| $|$)|<snarest> <g3>(?:mor|far|jeg) er ikke mere",
        "dies tonight"),
    DangerPattern("rope_bought", ACUTE, SUICIDE, "reb lok tov gever vabensk bose",
        r"(?:reb\w*|tovet|løkke\w*) <g3>(?:er købt|købt|hænger)|(?:købt|fundet|hentet) <g2>reb\w* "
        r"<g8>(?:mig|mi)|"
        r"(?:tager|tar|henter|hentet|bruger) <g3>(?:gevær\w*|bøsse\w*|haglgevær\w*)|(?:gevær\w*|"
        r"jagtgevær\w*) <g2>hentet|"
        r"våbenskab\w* <g2>åbent", "has fetched the means"),
    DangerPattern("date_chosen", ACUTE, SUICIDE, "dato planen plan",
        r"(?:fundet|valgt|sat) <g2>(?:en )?dato|dato <g3>(?:valgt|fastlagt)|planen gælder (?:i|på)",
        "has chosen a date"),
    DangerPattern("letter_is_ready", ACUTE, SUICIDE, "brev",
        r"afskedsbrev\w* (?:er skrevet|er færdig\w*|ligger)|brevene (?:er skrevet|er færdig\w*)|"
        r"skrevet brevene(?! til (?:kom|job|ska|ban|le|bo))|"
        r"breve(?:t|ne) (?:til \w+ )?ligger (?:klar til|på puden|på sengen|til (?:dem|jer|hende|ham|mor|far|min|mine|"
        r"børnene|pigerne|ungerne))|brev\w* til (?:min|mine|mor|far|pigerne|børnene|ungerne)(?: \w+)? "
        r"(?:ligger|er skrevet|er færdig\w*)",
        "the letter is ready"),
    DangerPattern("pills_laid_out", ACUTE, PILLS, "piler tablet medicin dosis",
        r"(?:pill\w*|tablet\w*|<pills>) <g3>(?:talt op|på bord\w*|ved sengen|foran mig)|dosisæske\w* "
        r"<g8>tømt|(?:tager|tar) (?:alle?|alt) (?:min )?(?:medicin|piller) nu",
        "has laid out the pills"),
    DangerPattern("glass_emptied", ACUTE, OVERDOSE, "glas tat",
        r"(?:har|ha) (?:tat|taget|ta) (?:hele|hiele|heele) (?:glasset|glaset|pakken)",
        "has taken the whole glass"),
    DangerPattern("ring_for_me", ACUTE, VIOLENCE, 
        "112 ring hjelp =fat sigter",
        r"ring (?:til )?112 (?:for|til) mi\w*|kommet ind ad <g2>hjælp|sigter på mig|(?:har|taj|fået) fat "
        r"(?:i|om) (?:mig|mæ) <g3>(?:slår|tæsk\w*|vil)", "calls for 112"),
)
