# SPDX-License-Identifier: MPL-2.0
"""The table of harmless phrases with danger words, and of denials, taken out before danger is sought.

A row that matches is replaced by a mark, so the rest of the message is still read. `level` is `none` for
figures of speech, everyday use, and denials of having such thoughts at all; it is `concern` for a denied
act ("jeg har ikke tænkt mig at tage mit liv", "jeg vil ikke dø"): who denies it has it in mind, and the
codebook says that in doubt the higher level holds, yet a denied act is not a plan.
Patterns are written as in `bot.care.danger_words`.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.codebook import Safety


class Harmless(NamedTuple):
    """One row: the phrase to take out, the level that stays behind, and why."""

    name: str
    level: Safety
    near: str
    words: str
    why: str


NONE, CONCERN = Safety.NONE, Safety.CONCERN

FIRST_PERSON = frozenset({
    "jeg", "jei", "jej", "jeh", "jæ", "jg", "mig", "mej", "mæ", "min", "mit", "mine", "jeq", "a", "i",
    "vi", "os", "man", "mi",
})
ABOUT_ANOTHER = frozenset({
    "han", "hun", "de", "ham", "hende", "dem", "mor", "far", "bror", "brødre", "søster", "søn",
    "sønnen", "datter", "mand", "manden", "kone", "konen", "kæreste", "ven", "veninde", "vennen",
    "nabo", "naboen", "fætter", "kusine", "onkel", "moster", "tante", "faster", "farbror", "svigermor",
    "svoger", "barn", "børn", "kollega", "eks", "mandens", "mosters", "folk", "andre", "hovedpersonen",
    "karakter", "figur", "figuren", "kvinde", "kvinden", "person", "borger", "patient", "kammerat",
    "bekendt", "dreng", "pige", "hund", "hunden", "kat", "katten", "bedstefar", "bedstemor", "farfar",
    "morfar", "mormor", "farmor", "romeo",
})
STORIES = (
    "film", "filmen", "bog", "bogen", "roman", "romanen", "serie", "serien", "novelle", "novellen", "krimi",
    "krimien",
    "sang", "sangen", "digt", "digtet", "teater", "teatret", "skuespil", "dokumentar", "dokumentaren",
    "podcast",
    "podcasten", "tegneserie", "anime", "avisen", "nyhederne", "artikel", "artiklen", "kursus", "kurset",
    "opgave",
    "foredrag", "forebygge", "true", "crime", "reasons", "squad", "spillet", "borger", "frivillig", "kapitel",
    "lidelser", "matador", "hamlet", "speciale", "rapport", "forskning", "undersøgelse", "foredraget",
    "eksamen",
)

DENIED_ACT = r"(?:<act>|<dø>|tage mit (?:eget )?liv|gøre det|begå selvmord|skære i mig selv|skade mig selv)"

HARMLESS: tuple[Harmless, ...] = (
    # --- denied acts: concern stays -----------------------------------------------------------------------
    Harmless("denied_act", CONCERN, "do liv ihj ije hjel heng skyd dreb selvmord gore gor skad sker",
        r"(?:ikke|ik|ikk|aldrig|et) (?:tænkt|tænkt mig|planer om|lyst til|meningen|noget ønske om|i sinde|"
        r"intention om|kommer til) (?:mig )?(?:om )?"
        r"(?:at )?(?:at )?<g1><act>|"
        r"(?:vil|kunne|kan|ville|skal|ønsker|tør|har) <g1>(?:ikke|ik|ikk|aldrig) <g2>(?:at |til at |mig at "
        r")?(?:<act>|<dø>(?! af| som))(?! tanke)|"
        r"<tage> <ikke> (?:mit|mi) liv|<act> <ikke>(?= \.| $|$)|gør (?:et|ikke) å gør det",
        "denies the act: the thought is there, the plan is not"),
    Harmless("not_suicidal_word", CONCERN, "selvmord",
        r"(?:ingen|ikke) <g2>(?:planer|plan|tanker) om (?:at )?(?:selvmord\w*|<act>|<dø>) <g5>men|ingen "
        r"planer om selvmord\w*|(?:er|føler mig) ikke selvmords?truet", "names the danger and denies it "
        "for oneself"),
    # --- denials of having it at all: none ----------------------------------------------------------------
    Harmless("never_had_it", NONE, "selvmord skad selvskad tanke plane",
        r"(?:ikke|ingen|aldrig) (?:<g2>)tanker om at (?:<dø>|<act>)|(?:aldrig|ikke|ingen) "
        r"<g3>(?:selvmord\w*|selvskad\w*|skadet mig selv|været selvmords\w*)(?! længere| mere| lige nu)",
        "never had it"),
    Harmless("nobody_does", NONE, "slar tru voldelig efter bange",
        r"(?:slår|sparker|truer|skubber) (?:mig|os) (?:ikke|aldrig)|er ikke bange for (?:min|ham|hende)|"
        r"ingen (?:der )?<g1>(?:slår|truer|er efter|følger efter) mig|"
        r"<other> (?:er|har) (?:ikke|aldrig) <g2>(?:voldelig|slået mig|truet mig)", "says that nobody does"),
    Harmless("not_afraid_of_death", NONE, "do",
        r"(?:ikke|aldrig) bange for (?:at )?(?:dø|døden)|bange for (?:at )?(?:jeg )?(?:skal )?(?:dø|dør|"
        r"døden)|frygt for at dø|dødsangst|nervøs for at dø",
        "fear of death is anxiety, not a wish"),
    # --- dying as a figure of speech ----------------------------------------------------------------------
    Harmless("dies_of_laughter", NONE, "do dod",
        r"(?:dø|dør|døde|død) (?:\w+ )?(?:af|over) (?:\w+ )?(?:grin|grine|latter|sult|kedsomhed|tørst|skam|"
        r"varme|kulde|forskrækkelse|nysgerrighed|pinlighed|flovhed|"
        r"grineflip|stress|lykke|glæde|træthed|søvnmangel|heden|spænding)|døde indeni(?! og| for)",
        "dies of laughter, hunger, boredom"),
    Harmless("dead_adjective", NONE, "dod do dead death dom",
        r"død(?:s)? ?(?:træt|lækker|irriterende|kedelig|kedeligt|sød|sødt|ærlig|god|fed|nice|sulten|bange|"
        r"smart|syg|hyggelig|sej|pinlig)\w*|dødkedelig\w*|"
        r"(?:helt|fuldstændig|totalt) (?:død|døde|smadret) (?:efter|i|bagefter)|over min døde krop|liv og "
        r"død|livet og døden|død og (?:helvede|pine|kritte)|dødsyg\w*|"
        r"(?:batteri\w*|wifi|mobil\w*|telefon\w*|motor\w*|bil\w*|computer\w*|internet\w*|byen|chatten|"
        r"gruppen|planten?|blomst\w*) (?:\w+ )?(?:er )?(?:dør|død|døde)|"
        r"dead ass|death metal|dødt her|falde død om|var ved at dø", "dead as an adjective, or of things"),
    Harmless("dies_if_not", NONE, "dor do alle",
        r"(?:troede?|tror|følte|føles som om) <g3>(?:jeg )?(?:skulle|skal|var ved at) (?:dø|kvæles|"
        r"besvime)|dør (?:hver gang|af \w+hed|i (?:den|bussen|varmen))|når jeg dør så|"
        r"jeg dør hvis (?:de|han|hun|du|i|den|det|der|vi|ikke)|dør (?:lidt )?indeni|dør jo (?:til sidst|"
        r"en dag)|alle skal (?:jo )?dø", "dying as exaggeration, or a truth about everybody"),
    Harmless("bored_to_death", NONE, "ihj ije hjel",
        r"(?:keder?|kedede|grine\w*|griner|grinede|grinet|arbejder?|fryser?|frøs|sveder|svede|løber|"
        r"hygge\w*|sulter|skammer|cykle\w*) (?:jeg |a )?(?:mig|mæ) <ihjel>|fryser ihjel|"
        r"(?:køre?n?|kørt|slog|slår|sultede?) <g2><ihjel> (?:i går i|i spil)|kørt <ihjel>|keder mæ <ihjel>",
        "bored, frozen or worked 'to death'"),
    Harmless("things_that_kill", NONE, "ihj hjel dreb liv",
        r"(?:knæ|ryg|ryggen|fødder|hofte|hoften|skuldre|varmen|heden|stress|stressen|arbejde|arbejdet|"
        r"kulden|kedsomhed\w*|ventetid\w*|telefonkø\w*|kø|køen|papir\w*|systemet|"
        r"jobcenteret|kommunen|deadline\w*|hovedpine\w*|tandpine\w*|larmen|bossen|spil|spillet|det) (?:\w+ "
        r")?(?:(?:slår|slog) mig <ihjel>|dræber (?:mig|min|stemning\w*)|tager livet af mig|tog livet af "
        r"mig)|"
        r"(?!manden|konen|vennen|familien|sønnen|naboen|drengene|mændene|brødrene)\w{2,}(?:en|et|ne|ik|yg) "
        r"(?:er |var )?(?:ved at )?(?:<tage> livet af mig|dræbe\w? mig|(?:slå|slår) mig <ihjel>)|dræber "
        r"(?:mig )?(?:at (?:vente|skulle)|stemningen|min søvn|tiden|tid)|"
        r"dræbe (?:lidt )?tid\w*|livet af mig (?:den|det) (?:kø|telefon)",
        "a thing, a wait or a body part 'kills'"),
    Harmless("mother_kills_me_laughing", NONE, "ihj hjel dreb",
        r"(?:slår mig <ihjel>|dræber mig) <g8>(?:lol|haha\w*|hehe|xd)\b", "'my mother kills me', laughing"),
    Harmless("could_kill_him_the_fool", NONE, "ihj hjel kvel myrd dreb skyd",
        r"(?:kunne|ku|kan) (?:godt )?(?:have )?(?:slå|kvæle|myrde|dræbe|flå)(?:et|t)? (?:ham|hende|dem|den "
        r"\w+|det \w+)(?: <ihjel>)? ?(?:den|din|de|sådan|nogle gange|indimellem|det|fordi|haha|lol|af og "
        r"til)"
        r"(?: (?:nar|idiot\w*|fjols|spade|tosse|klovn|skid|sæk))?|(?:kunne|ku) (?:godt )?(?:kvæle|smadre|"
        r"myrde|slå) (?:den|det) \w+|sku da bare skydes",
        "'I could kill him, the fool'"),
    # --- playing, hunting, animals ------------------------------------------------------------------------
    Harmless("games", NONE, "dreb skyd skod ihj slag head zomb hit",
        r"(?:dræbe|dræber|skyde|skyder|skød|slå|nakke) <g2>(?:zombier?|monstre|bosser|fjender|bossen|alle "
        r"i spil\w*)|bossen <g3><ihjel> <g3>gange|headshot <g5>|lejemorder|"
        r"skød alle|slagtet i \w+|(?:mus|fluer|myg|edderkop\w*|rotter|snegle) <g3><ihjel>",
        "killing in games, or of vermin"),
    Harmless("hunting", NONE, "jagt fasan skod skudt vaben",
        r"(?:på jagt|jagttegn|jagtforening|våbenskab\w*)|skød (?:\w+ )?(?:fasan\w*|rådyr|harer?|ænder)|"
        r"skudt (?:\w+ )?(?:fasan\w*|rådyr)", "hunting"),
    # --- hitting ------------------------------------------------------------------------------------------
    Harmless("hits_harmless", NONE, "sla slo",
        r"(?:det|der) (?:slår|slog) mig|(?:slå|slår|slog|slået) (?:jeg )?(?:mig )?(?:til|løs|græs\w*|hø|"
        r"høet|rekord\w*|op|følge|mig løs|mig ned|mig sammen|rod|søm|fra|igennem|ned i|streg|to fluer|på "
        r"pude\w*|tiden|"
        r"knuder|koldt vand|et slag|ordet|klokken|fejl|rekorder|plat|bunden|på sækken)(?= |$)|slår mig "
        r"ud\b|slår mig på tromme|slår på væggen|"
        r"(?:slå|slår|slog|slået) (?:sig|mig) (?:på|i) (?:knæ\w*|cykel|cyklen|albue\w*|tommel\w*|finger\w*|"
        r"tå\w*|ben\w*|arm\w*|ryg\w*|skinneben\w*)|(?:slå|slår|slog|slået) hovedet(?! ind| mod| imod)|"
        r"slået (?:en )?(?:bule|hul)|slår (?:mig|ham|hende) i (?:skak|ludo|fifa|kort|spil|matador|tennis|"
        r"badminton)|slået (?:min|mit) \w+ i (?:skak|ludo|fifa|kort|matador)|slås om",
        "hitting grass, nails, a knee, records"),
    Harmless("shot_in_the_foot", NONE, "skyd skod skudt",
        r"(?:skød|skudt) mig selv i (?:tommel\w*|tå\w*|fingeren)|" r"(?:skyde|skyder|skød|skudt) (?:jeg "
        r")?(?:mig|mig selv) i foden|skyd mig ikke|skyd(?:er)? (?:det "
        r")?(?:bare )?(?:til hjørne|skylden|på mig|genvej)|(?:skudt|skød|skyder) (?:ned igen|hjertet|i "
        r"gang|papegøjen)|"
        r"hjertet ned i livet", "shooting as a figure of speech"),
    Harmless("hangs_harmless", NONE, "heng",
        r"(?:hænge|hænger|hængte|hængt) (?:mig|mæ) (?:i det|ikke i|op|på|i \w+tråd\w*|fast)|(?:hænger|"
        r"hænge) (?:i|med|ud|ikke|tøj\w*|sammen|fast|på|over|vasketøj)|hængt \w+ op|hænge tøj\w*|hængemule|"
        r"hængekøje|"
        r"hænger <g3>sammen", "hanging clothes, by a thread, together"),
    # --- cutting, burning, bleeding in everyday life ------------------------------------------------------
    Harmless("kitchen_cuts", NONE, "sker skar blod blo brend kniv bed bid nese",
        r"(?:skar|skåret|skærer) (?:jeg )?<mig> (?:på|i) (?:en |et )?(?:dåse\w*|\w*kniv\w*|\w*finger\w*|"
        r"papir\w*|glas\w*|makrel\w*)|" r"(?:skære|skærer|skar|skåret|snitte|snitter) (?:\w+ "
        r"){0,2}(?:grøntsag\w*|brød\w*|kød|brænde|"
        r"sukker\w*|ned|gulerødder|løg|æbler|tænder|igennem|kage\w*|pizza|stof|fra)|"
        r"(?:skære|skar|skåret|skærer) (?:jeg )?(?:mig|mig selv) (?:i|på) (?:en |et |min |noget "
        r")?(?:finger\w*|tommel\w*|tommelfinger\w*|brødkniv\w*|glas\w*|dåse\w*|papir\w*|hånden da|kniven "
        r"da|en dåse)|"
        r"(?:skar|skåret) (?:mig )?(?:under|ved) barbering\w*|skærer som en kniv|skåret ud i pap|brændte? "
        r"mig på (?:kaffe\w*|ovn\w*|komfur\w*|gryde\w*|te\w*|pande\w*|brændenælde\w*|sol\w*)|"
        r"brænder for|brændte? (?:alle )?broer|brændte på|næseblod|blodprøve\w*|bløder når jeg børster|"
        r"(?:menstru\w*|tandkød\w*) <g5>blø\w*|bløder <g5>(?:menstru\w*|tandkød\w*|næse\w*)|"
        r"(?:bed|bider|bidt) (?:mig|mig selv) i (?:tungen|kinden|læben|negl\w*)|blod på tanden",
        "cutting food, a finger, a nosebleed"),
    Harmless("coping_with_hands", NONE, "pil",
        r"pille(?:r)? (?:ved|næse|ud|op)|pille(?:r)? (?:ned|af)", "picking at things"),
    # --- medicine as prescribed ---------------------------------------------------------------------------
    Harmless("medicine_daily", NONE, "pil piler tablet medicin panodil pamol ipren dosis doser mange alle "
        "må overf",
        r"<tage> <g3><pills> (?:hver|som (?:jeg skal|aftalt|lægen)|om (?:morgenen|aftenen|søndagen|dagen)|"
        r"til tiden|på (?:klokkeslæt|faste)|morgen og|dagligt|til natten)|"
        r"<tage> <g3>hele min medicin(?: i dag)?(?= som)|<tage> (?:to|2|en|1) (?:panodil\w*|pamol\w*|"
        r"ipren\w*|sovepiller|piller)|"
        r"for lidt medicin|(?:må|kan|skal) (?:jeg|man) <tage> <g5>|hvor mange <pills>(?! der skal til| det "
        r"kræver| er nok| skal der til)|over ?følsomhed\w*|dosér\w*|"
        r"<tage> alle mine (?:ting|penge|sager|sko)", "medicine taken as prescribed"),
    Harmless("clean_of_drugs", NONE, "stof",
        r"(?:stoppe|stoppet|holdt op|slutte|stopper) med (?:at )?<tage>? ?(?:stoffer|piller|medicin)",
        "stops taking drugs"),
    # --- life, ends, farewells ----------------------------------------------------------------------------
    Harmless("life_harmless", NONE, "liv lev",
        r"lys(?:t)? til at leve (?:lidt|mere|sund\w*|igen|et)|leve (?:godt liv|sundere|mere sundt|af "
        r"(?:kontanthjælp|sin|det|min))|(?:det|mit) gamle liv|tog livet let|"
        r"færdig med det gamle liv|træt af livet (?:efter|på|som)|livet på landet|det liv (?:på|i|som) \w+|"
        r"hader mit liv i|leve længe|"
        r"livet er (?:slut|forbi) for (?:i dag|sommeren)", "life in other senses"),
    Harmless("ends_harmless", NONE, "ende slut",
        r"ende(?:r)? det her med|(?:sidste dag) (?:på|i|med|hos) \w+|slut (?:mellem|for i dag|med (?:at|"
        r"det|ham|hende|os|skole\w*|sukker|alkohol|hash\w*|stoffer))|afslutte\w* (?:mit |et )?(?:forløb|"
        r"kursus|sag)",
        "something ordinary ends"),
    Harmless("farewell_harmless", NONE, "farvel hop spring sprang tog rend tager",
        r"farvel (?:for i dag|vi snakkes|vi ses|nu$|med)|farvel til (?:de|den|det|mit|alle de) (?:gamle|"
        r"dårlige)|hopper? (?:på|af|ud af|i) (?:tog\w*|bus\w*|senge?\w*|cykel\w*|bad\w*|vandet)|"
        r"sprang? over|springer \w+ over|rend og hop|tager tog\w*|tager bussen",
        "goodbye for today, jumping on a train"),
    Harmless("tonight_is_a_chore", NONE, "aften nat",
        r"gør det (?:i ?aften|i ?nat) (?:altså|efter|når|inden|hvis|sammen|og så|og|med|kl|for|så jeg)",
        "does a chore tonight"),
    # --- others' deeds ------------------------------------------------------------------------------------
    Harmless("others_death", NONE, "liv selvmord heng overdos ihj hjel",
        r"(?:tog|tage|taget|tager) (?:sit|sin|deres) (?:eget |egen )?liv|tog livet af sig|hængte (?:sig|"
        r"sæ)|skød sig|slog sig selv <ihjel>|(?:drak|drikker) sig <ihjel>|"
        r"<ABOUT> <g5>(?:begik|forsøgte|prøvede|talte om) <g1>selvmord\w*|døde af (?:en )?overdosis",
        "what somebody else did"),
    Harmless("dreams_and_roles", NONE, "drom stem lig mord gift kvel drukn",
        r"drømte <g3>(?:døde|død|dræbt|slog|faldt|stak)|stemme\w* (?:i|fra|på) (?:gps\w*|radio\w*|naboen|"
        r"kor\w*|telefon\w*|højtaler\w*)|jeg er liget|mord på|mord i blikket|"
        r"tager gift på|kvæles i|drukner i (?:regninger|papir\w*|post|opvask|arbejde|mails)",
        "dreams, plays, figures"),
    Harmless("after_me_harmless", NONE, "efter folg siger",
        r"efter (?:mig|ham) (?:med (?:regning\w*|huslej\w*|penge)|i (?:køen|rækken))|er efter mig med|"
        r"følger (?:mig|efter mig) på (?:instagram|insta|facebook|twitter|tiktok)|"
        r"de (?:siger|kigger) på (?:jobcenter\w*|kommunen)", "after one with a bill, or in the queue"),
    Harmless("everyday_violence_words", NONE, "vold bank kvel",
        r"(?:voldsomt?|volds) (?:irrit\w*|træt|sød|mange|glad|ked|sulten|meget|god|flot|vejr|regn)|"
        r"voldgrav|volden i (?:byen|kvarteret|filmen)|banke(?:r)? løs på (?:sækken|døren)|bankede? på(?! "
        r"mig)|"
        r"for noget vold fra|dømt for vold|lukket af voldsomt|bank(?:e)? i (?:matador|ludo|kort|skak|fifa|"
        r"fodbold|spil\w*)", "words with 'vold' or 'bank' in ordinary use"),
)
