# SPDX-License-Identifier: MPL-2.0
"""Closed lists of Danish words that the grammar leans on, and what a word is by the words around it."""

from __future__ import annotations

import re

Tokens = tuple[str, ...]


def bag(text: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(text.split())


# One verb a line: infinitive, present, past, participle; "-" where the form is not to be recognised,
# because it is commonly another word as well (a noun, a preposition) and position cannot tell.
VERB_TABLE = """
acceptere accepterer accepterede accepteret
afleverer afleverer afleverede afleveret
aflyse aflyser aflyste aflyst
aftale aftaler aftalte aftalt
ane aner anede anet
ansøge ansøger ansøgte ansøgt
arbejde arbejder arbejdede arbejdet
bage bager bagte bagt
bede beder bad bedt
begynde begynder begyndte begyndt
behøve behøver behøvede behøvet
bekymre bekymrer bekymrede bekymret
beslutte beslutter besluttede besluttet
bestemme bestemmer bestemte bestemt
bestille bestiller bestilte bestilt
besøge besøger besøgte besøgt
betale betaler betalte betalt
betyde betyder betød betydet
blande blander blandede blandet
blive bliver blev blevet
blokere blokerer blokerede blokeret
bo bor boede boet
bruge bruger brugte brugt
bryde bryder brød brudt
burde bør burde burdet
bytte bytter byttede byttet
bære bærer bar båret
cykle cykler cyklede cyklet
danse danser dansede danset
dele deler delte delt
drikke drikker drak drukket
drukne drukner druknede druknet
drømme drømmer drømte drømt
du dur duede duet
dø dør døde -
droppe dropper droppede droppet
eje ejer ejede ejet
elske elsker elskede elsket
falde falder faldt faldet
fatte fatter fattede fattet
fejle fejler fejlede fejlet
finde finder fandt fundet
findes findes fandtes -
flytte flytter flyttede flyttet
forandre forandrer forandrede forandret
forblive forbliver forblev -
foretrække foretrækker foretrak foretrukket
forklare forklarer forklarede forklaret
forlade forlader forlod forladt
forsvinde forsvinder forsvandt forsvundet
forsøge forsøger forsøgte forsøgt
forstå forstår forstod forstået
fortælle fortæller fortalte fortalt
fortjene fortjener fortjente fortjent
fortryde fortryder fortrød fortrudt
fortsætte fortsætter fortsatte fortsat
forvente forventer forventede forventet
frygte frygter frygtede frygtet
fryse fryser frøs frosset
fungere fungerer fungerede fungeret
fylde fylder fyldte fyldt
føle føler følte følt
føles føles føltes -
følge følger fulgte fulgt
få får fik fået
gemme gemmer gemte gemt
gennemføre gennemfører gennemførte gennemført
gide gider gad gidet
give giver gav givet
glemme glemmer glemte glemt
glæde glæder glædede glædet
gro gror groede groet
græde græder græd grædt
grine griner grinede grinet
gøre gør gjorde gjort
gå går gik gået
hade hader hadede hadet
handle handler handlede handlet
have har havde haft
hedde hedder hed heddet
hente henter hentede hentet
hilse hilser hilste hilst
hjælpe hjælper hjalp hjulpet
holde holder holdt holdt
hoppe hopper hoppede hoppet
huske husker huskede husket
hvile hviler hvilede hvilet
hyggesnakke hyggesnakker hyggesnakkede hyggesnakket
hygge hygger hyggede hygget
hænge hænger hang hængt
høre hører hørte hørt
håbe håber håbede håbet
indlægge indlægger indlagde indlagt
interessere interesserer interesserede interesseret
invitere inviterer inviterede inviteret
isolere isolerer isolerede isoleret
kalde kalder kaldte kaldt
kaste kaster kastede kastet
kede keder kedede kedet
kende kender kendte kendt
kigge kigger kiggede kigget
klare klarer klarede klaret
komme kommer kom kommet
koste koster kostede kostet
kontakte kontakter kontaktede kontaktet
kunne kan kunne kunnet
kysse kysser kyssede kysset
kæmpe kæmper kæmpede kæmpet
købe køber købte købt
køre kører kørte kørt
lade lader lod ladet
lave laver lavede lavet
lede leder ledte ledt
leje lejer lejede lejet
leve lever levede levet
ligge ligger lå ligget
ligne ligner lignede lignet
love lover lovede lovet
lugte lugter lugtede lugtet
lukke lukker lukkede lukket
lykkes lykkes lykkedes -
lyde lyder lød lydt
lytte lytter lyttede lyttet
lære lærer lærte lært
læse læser læste læst
lægge lægger lagde lagt
længes længes længtes -
løbe løber løb løbet
løse løser løste løst
låne låner lånte lånt
låse låser låste låst
magte magter magtede magtet
male maler malede malet
mangle mangler manglede manglet
melde melder meldte meldt
mene mener mente ment
miste mister mistede mistet
mærke mærker mærkede mærket
møde møder mødte mødt
mødes mødes mødtes -
måtte må måtte måttet
nyde nyder nød nydt
nævne nævner nævnte nævnt
nægte nægter nægtede nægtet
nærme nærmer nærmede nærmet
nå når nåede nået
opdage opdager opdagede opdaget
opgive opgiver opgav opgivet
opleve oplever oplevede oplevet
ordne ordner ordnede ordnet
orke orker orkede orket
overleve overlever overlevede overlevet
overskue overskuer overskuede overskuet
overveje overvejer overvejede overvejet
pakke pakker pakkede pakket
passe passer passede passet
pjække pjækker pjækkede pjækket
plage plager plagede plaget
planlægge planlægger planlagde planlagt
pleje plejer plejede plejet
presse presser pressede presset
prøve prøver prøvede prøvet
påvirke påvirker påvirkede påvirket
pådrage pådrager pådrog -
regne regner regnede regnet
rejse rejser rejste rejst
ride rider red redet
ringe ringer ringede ringet
rode roder rodede rodet
rydde rydder ryddede ryddet
ryge ryger røg røget
ryste ryster rystede rystet
råbe råber råbte råbt
række rækker rakte rakt
samle samler samlede samlet
savne savner savnede savnet
se ser så set
sende sender sendte sendt
sidde sidder sad siddet
sige siger sagde sagt
ske sker skete sket
skifte skifter skiftede skiftet
skrive skriver skrev skrevet
skrige skriger skreg skreget
skulle skal skulle skullet
skylde skylder skyldte skyldt
skændes skændes skændtes -
skælde skælder skældte skældt
skære skærer skar skåret
slappe slapper slappede slappet
slippe slipper slap sluppet
slå slår slog slået
smage smager smagte smagt
smide smider smed smidt
smile smiler smilede smilet
snakke snakker snakkede snakket
sove sover sov sovet
spare sparer sparede sparet
spille spiller spillede spillet
spise spiser spiste spist
springe springer sprang sprunget
spørge spørger spurgte spurgt
starte starter startede startet
stemme stemmer stemte stemt
stille stiller stillede stillet
stjæle stjæler stjal stjålet
stole stoler stolede stolet
stoppe stopper stoppede stoppet
stresse stresser stressede stresset
støtte støtter støttede støttet
støve støver støvede støvet
støvsuge støvsuger støvsugede støvsuget
stå står stod stået
sulte sulter sultede sultet
svare svarer svarede svaret
svigte svigter svigtede svigtet
svinge svinger svang svunget
svømme svømmer svømmede svømmet
sy syr syede syet
synes synes syntes -
synge synger sang sunget
søge søger søgte søgt
sælge sælger solgte solgt
sætte sætter satte sat
tabe taber tabte tabt
tage tager tog taget
takke takker takkede takket
tale taler talte talt
tegne tegner tegnede tegnet
tie tier tav tiet
tilbyde tilbyder tilbød tilbudt
tjene tjener tjente tjent
tro tror troede troet
turde tør turde turdet
træne træner trænede trænet
trække trækker trak trukket
trænge trænger trængte trængt
trives trives trivedes -
true truer truede truet
tude tuder tudede tudet
tvinge tvinger tvang tvunget
tvivle tvivler tvivlede tvivlet
tænde tænder tændte tændt
tænke tænker tænkte tænkt
tømme tømmer tømte tømt
tåle tåler tålte tålt
udsætte udsætter udsatte udsat
undgå undgår undgik undgået
underskrive underskriver underskrev underskrevet
ændre ændrer ændrede ændret
ærgre ærgrer ærgrede ærgret
øve øver øvede øvet
ønske ønsker ønskede ønsket
åbne åbner åbnede åbnet
vaske vasker vaskede vasket
veje vejer vejede vejet
vente venter ventede ventet
vide ved vidste vidst
ville vil ville villet
vinde vinder vandt vundet
virke virker virkede virket
vise viser viste vist
vokse vokser voksede vokset
vride vrider vred vredet
vælge vælger valgte valgt
vænne vænner vænnede vænnet
vågne vågner vågnede vågnet
være er var været
gruble grubler grublede grublet
spekulere spekulerer spekulerede spekuleret
bruse bruser brusede bruset
bevæge bevæger bevægede bevæget
motionere motionerer motionerede motioneret
slæbe slæber slæbte slæbt
studere studerer studerede studeret
ændres ændres ændredes -
knuse knuser knuste knust
rense renser rensede renset
bide bider bed bidt
bekæmpe bekæmper bekæmpede bekæmpet
aflevere afleverer afleverede afleveret
støde støder stødte stødt
udskyde udskyder udskød udskudt
skubbe skubber skubbede skubbet
føre fører førte ført
gentage gentager gentog gentaget
genoptage genoptager genoptog genoptaget
håndtere håndterer håndterede håndteret
savnes savnes savnedes -
mindes mindes mindedes -
huskes huskes huskedes -
svede sveder svedte svedt
kontrollere kontrollerer kontrollerede kontrolleret
indrømme indrømmer indrømmede indrømmet
skamme skammer skammede skammet
trøste trøster trøstede trøstet
knokle knokler knoklede knoklet
deltage deltager deltog deltaget
melde melder meldte meldt
opføre opfører opførte opført
hæve hæver hævede hævet
lette letter lettede lettet
kræve kræver krævede krævet
sygemelde sygemelder sygemeldte sygemeldt
spilde spilder spildte spildt
gamble gambler gamblede gamblet
game gamer gamede gamet
chatte chatter chattede chattet
hjælpes hjælpes - -
irritere irriterer irriterede irriteret
nærme nærmer nærmede nærmet
skræmme skræmmer skræmte skræmt
belaste belaster belastede belastet
redde redder reddede reddet
skuffe skuffer skuffede skuffet
såre sårer sårede såret
tvære tværer tværede tværet
droppe dropper droppede droppet
ophøre ophører ophørte ophørt
selvskade selvskader selvskadede selvskadet
slutte slutter sluttede sluttet
vende vender vendte vendt
vakle vakler vaklede vaklet
skralde skralder skraldede skraldet
"""

VERB_TABLE += """
skyldes skyldes skyldtes -
brænde brænder brændte brændt
larme larmer larmede larmet
strikke strikker strikkede strikket
undre undrer undrede undret
gælde gælder gjaldt gældt
stige stiger steg steget
tåle tåler tålte tålt
falde falder faldt faldet
glemmes glemmes glemtes -
ses ses sås -
snakkes snakkes - -
bor bor boede -
bløde bløder blødte blødt
klage klager klagede klaget
fodre fodrer fodrede fodret
reparere reparerer reparerede repareret
mærkes mærkes - -
støje støjer støjede støjet
plante planter plantede plantet
bygge bygger byggede bygget
fiske fisker fiskede fisket
træde træder trådte trådt
værdsætte værdsætter værdsatte værdsat
blomstre blomstrer blomstrede blomstret
lege leger legede leget
skrante skranter skrantede skrantet
sidde sidder sad siddet
"""

_ROWS = [line.split() for line in VERB_TABLE.split("\n") if line]


def _column(*numbers: int) -> frozenset[str]:
    return frozenset(row[n] for row in _ROWS for n in numbers) - {"-"}


INFINITIVES = _column(0) - {"du"}
PARTICIPLES = _column(3)
# Forms that are another word as well and are therefore read as a verb only next to a subject pronoun.
AMBIGUOUS_FINITE = bag(
    "så når ved bad bed red hed sang vred løb tog brød nød vandt tænder lærer maler leder støtter møder "
    "lå dør"
)
FINITE = _column(1, 2) | frozenset({"gad", "kunne", "skulle", "ville", "måtte", "turde", "burde"})
CLEAR_FINITE = FINITE - AMBIGUOUS_FINITE
# Past forms that are infinitives too: no sign of a further clause.
NOUNS_TOO = bag(
    "stemmer ringer spiller handler taber tjener løber bager bruger låner ejer lejer træner cykler "
    "planter drømmer samler"
)
COUNTED_FINITE = CLEAR_FINITE - PARTICIPLES - NOUNS_TOO - bag("kunne ville skulle måtte turde burde")
MODALS = bag("kan kunne vil ville skal skulle må måtte bør burde tør turde gider gad")

# ---- pronouns and noun phrases
# ------------------------------------------------------------------------------
SUBJECT_PRONOUNS = bag(
    "jeg du han hun vi man det der den de alt ingen ingenting intet nogen noget alle dette"
)
NOMINATIVES = bag("jeg han hun vi man")
INVERTED_SUBJECTS = bag("jeg du han hun vi man det der den de alt ingen")
LIGHT = bag("det den dem mig dig os jer ham hende sig her der")
POSSESSIVES = bag("min mit mine din dit dine hans hendes vores jeres deres vor sin sit sine")
DETERMINERS = POSSESSIVES | bag(
    "en et den det de denne dette disse alle mange nogle nogen hver hele flere begge ingen al alt to tre fire"
)
# People one may form a "vi" with: "min søn og jeg … vi" is then "I", and cannot include the bot.
PEOPLE = bag(
    "mor far søster bror søn datter kæreste kæresten mand manden kone konen ven veninde venner vennerne "
    "familie familien børn børnene barn forældre eks ekskæreste nabo naboen kollega svigermor svigerfar "
    "mormor farmor morfar farfar bedstemor søskende brødre søstre dreng drengen pige pigen unger ungerne "
    "veninder kammerat kammerater roommate kollegaer kolleger bostøtte kontaktperson mentor fætter kusine "
    "onkel moster faster tante"
)
# Nouns that stand bare as a subject.
BARE_NOUNS = bag(
    "mor far folk børn kommunen angst stress tingene livet drømmen målet problemet musik motion mad penge "
    "søvn søvnen medicin alting andre"
)

# ---- adverbs
# ------------------------------------------------------------------------------------------------
# Sentence adverbs: between subject and verb in a subordinate clause, after the verb in a main clause.
ADVERBS = bag(
    "ikke aldrig altid ofte bare gerne nok jo måske kun også stadig stadigvæk næsten virkelig lige tit "
    "sjældent egentlig faktisk heller hellere allerede ellers altså vel vist desværre heldigvis sikkert "
    "endelig snart simpelthen pludselig sgu nemlig alligevel derfor åbenbart tydeligvis selvfølgelig "
    "efterhånden oftest normalt helst nu jævnligt dog nærmest knap knapt omsider nogensinde bestemt "
    "umiddelbart sagtens da dermed godt bedst bedre selv først engang sidst"
)
# These move in front of the verb also when nothing follows them ("jeg sover ikke").
FINAL_ADVERBS = bag(
    "ikke aldrig bare altid stadig stadigvæk ofte næsten måske gerne heller også virkelig kun"
)
# Adverb -> words that make it another word when they follow: "nok søvn", "lige meget", "nu hvor".
NOT_ADVERB_BEFORE = {
    "nok": bag("at til med søvn penge tid mad energi overskud ro plads hjælp kræfter"),
    "lige": bag("så meget nu glad godt præcis til om som efter ved her der"),
    "nu": bag("hvor"),
    "selv": bag("om når hvis"),
    "engang": bag("hvor i om da imellem"),
    "først": bag("og"),
    "virkelig": bag("dårligt godt skidt svært hårdt fint stramt"),
}
# Adverbs of the sentence only behind a modal or a verb of knowing: "kan godt lide", but "har det godt".
MODAL_ADVERBS = bag("godt bedst bedre")
BEFORE_MODAL_ADVERBS = MODALS | bag("ved vidste tror troede")
# Behind a verb of hoping these belong to what is hoped: "jeg håber snart, …" is not "at du snart håber".
HOPED_ADVERBS = bag("snart engang endelig")
# Adverbs only in company: "slet ikke", "næsten aldrig", "ikke rigtig", "ikke længere", "så gerne",
# "hele tiden".
_PHRASES = """
alt for ofte, alt for tit, så inderligt gerne, hele tiden, heller ikke, lige nu, slet ikke, slet
aldrig, ikke længere, ikke rigtig, ikke rigtigt, aldrig mere, aldrig rigtig, aldrig rigtigt, så
gerne, rigtig gerne, rigtigt gerne, meget gerne, helt vildt gerne, for det meste, trods alt, i hvert
fald, som regel, nogle gange, så tit, så ofte, meget hellere, i virkeligheden, meget sjældent, ret
tit, ret ofte, meget tit, meget ofte, for tit, en gang imellem, ikke engang, nok ikke, somme tider,
bare så gerne
"""
ADVERB_PHRASES = tuple(tuple(phrase.split()) for phrase in _PHRASES.split(","))
PHRASES_BY_FIRST = {
    first: tuple(phrase for phrase in ADVERB_PHRASES if phrase[0] == first) for first, *_ in ADVERB_PHRASES
}
# "rigtig" after "ikke" describes a noun or an adjective when the verb is one of these.
COPULAS = bag("er var bliver blev")
# Fronted adverbs that go between subject and verb when the subject comes first.
FRONT_MIDDLE = bag(
    "måske nu så derfor heldigvis desværre egentlig faktisk ofte tit pludselig alligevel ellers endelig "
    "generelt normalt sommetider somme selvfølgelig sikkert forhåbentlig indimellem dermed bagefter"
)
# Other words that may open a clause as an adverbial.
FRONT_ADVERBS = FRONT_MIDDLE | bag(
    "hjemme derhjemme der her altid aldrig først mandag tirsdag onsdag torsdag fredag lørdag søndag "
    "engang udenfor indenfor ude inde snart tidligere dengang bagefter hellere kun sjældent udover "
    "forresten lige somme tider herhjemme bortset tidligt sent så ind imellem desuden førhen inderst "
    "overalt dernæst senere virkelig formentlig formodentlig åbenbart efterhånden"
)
TIME_NOUNS = bag(
    "gang gange dag dage dagen aften aftenen morgen morgenen nat natten uge uger år måned måneder weekend "
    "weekenden tid tider jul sommer vinter formiddag eftermiddag ugen året sommeren vinteren time timer "
    "øjeblik periode perioder"
)
TIME_OPENERS = bag("nogle hver hele sidste næste forrige en den de denne mange tit sådan de fleste et to tre")
NOT_AFTER_PRONOUN = bag("og eller som selv med i på af til fra for om at end")
PREPOSITIONS = bag(
    "i på om til med efter før siden under ved hos uden fra for af over mod omkring mellem gennem bag "
    "foran ad inden"
)
# "det" before one of these is a pronoun ("har det hjemme"), before another word in -e a determiner
# ("det store").
NOT_ADJECTIVES = bag(
    "hjemme ude inde oppe nede alene bare gerne mere ofte sammen af for ikke aldrig ligesom længe bedre "
    "værre være gøre have lave ringe lige nogle mine dine derhjemme ovre fremme"
)

# ---- links
# --------------------------------------------------------------------------------------------------
SUBORDINATORS = bag(
    "fordi hvis når selvom da mens indtil medmindre eftersom inden før siden efter ligesom bare skønt imens"
)
# These are also prepositions, adverbs or the like: a clause only when a subject and a verb follow.
SHY_SUBORDINATORS = bag("da inden før siden efter ligesom bare mens indtil")
# A clause behind one of these is true by itself: it may be said alone. One behind "hvis" or "når" may not.
FACTIVE_LINKS = bag("fordi selvom eftersom for så men og")
COMPLEMENT_VERBS = bag(
    "synes syntes tror troede håber håbede ved vidste siger sagde mener mente føler følte tænker tænkte "
    "ønsker ønskede frygter frygtede syns regner lover lovede fortæller fortalte skriver skrev husker "
    "glemmer ønske mærke mærker mærkede håbe tro føle opdagede opdager sagt fortalt vide"
)
SAY_VERBS = bag("siger sagde spørger spurgte")
QUESTION_WORDS = bag(
    "hvad hvor hvordan hvorfor hvem hvornår hvilken hvilket hvilke hvis hvorhen hvorvidt"
) - {"hvis"}
# Links of two words.
PAIRED_LINKS = frozenset({("hver", "gang"), ("nu", "hvor"), ("så", "snart")})
# Feelings that take "for, at …": elsewhere "for at" tells a purpose and wants no comma between.
FEELINGS = bag("glad bange ked taknemmelig træt bekymret nervøs flov stolt lykkelig angst utryg")
# Words that lawfully stand right before a clause of its own inside another.
CLAUSE_OPENERS = (
    SUBORDINATORS | QUESTION_WORDS | COMPLEMENT_VERBS | bag("at om som så end og men for eller hvad , der")
)
PLAIN_OPENERS = CLAUSE_OPENERS - COMPLEMENT_VERBS
# Nouns and pronouns that carry a relative clause without "som": "hver gang jeg …", "det eneste jeg …".
RELATIVE_HEADS = bag("gang gange dag dage alt noget ting tingene eneste første sidste værste bedste det")
INTERJECTIONS = bag(
    "ja nej jamen altså tja nå øh øhm hmm hm åh puha ok okay jaja jada jo hej tak næ næh nope jep jeps "
    "yes suk nåmen undskyld årh ah øv lol haha hehe wallah bro bruh hallo dav goddag pyt ej aj arh"
)
# "mest fordi", "især når": these go with the link behind them.
LINK_MODIFIERS = bag("mest især netop også bare kun specielt særligt primært hovedsageligt")
STRIPPED_LINKS = bag("og men så fordi for selvom eftersom altså")
FILLERS = bag("altså sgu fandme fandeme kraftedeme wallah bro bruh tbh lol haha hehe øh øhm lissom fanme")
IMPERATIVES = bag(
    "ring hjælp slet stop vent luk fortæl giv sig skriv spørg lad husk kom prøv find hør tag gør glem ryd "
    "hold send vis forklar drop skip gem læs svar snak tal giv fjern start kør drop vær gentag pas"
)
NUMBER_WORDS = bag("et en to tre fire fem seks syv otte ni ti tyve tredive par halvtreds")
# Transitive verbs whose object may follow at once when the subject is dropped: "savner min mor".
TRANSITIVE = bag(
    "savner savnede elsker elskede hader hadede mangler manglede passer passede besøger besøgte glemmer "
    "glemte køber købte ordner ordnede betaler betalte vasker vaskede mistede bruger brugte ser så fik "
    "får havde"
) - {"så"}
QUALITY = bag(
    "dårligt godt skidt svært fint okay ok ad virkelig ikke bare rigtig rigtigt meget lidt ret så bedre "
    "værre elendigt stramt hårdt faktisk egentlig generelt pænt fantastisk"
)

# ---- what must not be given back
# ----------------------------------------------------------------------------

_WORTHLESS = (
    "doven dum dumme idiot taber tabere fiasko klam grim ulækker ubrugelig værdiløs håbløs svag "
    "pinlig latterlig ynkelig egoist egoistisk elendig forfærdelig ond psykopat nar tåbe kujon "
    "skændsel byrde belastning besvær idiotisk fed tyk mislykket uduelig umulig freak spasser klaphat "
    "parasit nasser møgunge svin luder skravl umoden patetisk rådden klovn nul nobody skuffelse skod "
    "lort møg kikset sinke tykhovedet talentløs uintelligent utilregnelig inkompetent uelskelig "
    "ligegyldig uønsket uværdig sindssyg"
)
_W = "(?:" + "|".join(_WORTHLESS.split()) + ")"
# What it catches, and how. Each is about the citizen, never about others or about things ("det er dumt").
HARSH_FORMS: tuple[tuple[str, str], ...] = (
    ("a harsh word for oneself", rf"\bjeg (?:er|var|bliver|føler mig|føles)(?: \w+){{0,4}} {_W}\b"),
    ("the same, verb first", rf"\b(?:er|føler) (?:jeg|mig)(?: \w+){{0,3}} {_W}\b"),
    ("the same, subject dropped", rf"^(?:er|føler mig)(?: \w+){{0,3}} {_W}\b"),
    (
        "good for nothing",
        r"\bjeg (?:dur|duer|kan|er)(?: \w+){0,2} (?:ikke|aldrig)(?: \w+){0,2} "
        r"(?:til )?(?:noget|en skid)(?: som helst)?$",
    ),
    ("good for nothing", r"\bkan (?:\w+ )?(?:ikke|aldrig) finde ud af noget(?: som helst)?$"),
    ("good for nothing", r"\bjeg (?:dur|duer|duede)\b[^.]*\b(?:ikke|intet|ingenting)\b"),
    (
        "nobody wants me",
        r"\b(?:ingen|ikke nogen|alle|folk|de)\b[^.,]{0,60}\b(?:gider|elsker|kan lide|kan holde ud|savner|"
        r"hader|afskyr|vil have|væmmes ved|griner ad|griner af|er ligeglade med|er trætte af)"
        r"(?: \w+){0,2} mig\b",
    ),
    (
        "hates oneself",
        r"\bjeg (?:\w+ )?(?:hader|væmmes ved|skammer mig over|afskyr)"
        r"(?: \w+)? "
        r"(?:mig selv|mit liv|min krop)\b",
    ),
    ("wrong by nature", r"\b(?:noget|alt) (?:er )?(?:\w+ )?(?:galt|forkert) med mig\b"),
    ("wrong by nature", r"\bjeg er (?:\w+ )?(?:forkert|gal i hovedet)\b"),
    (
        "ruins everything",
        r"\bjeg (?:\w+ )?(?:ødelægger|ødelagde|har ødelagt|fucker|fuckede|har fucket|forpester) "
        r"(?:\w+ )?(?:alt|det hele|alting)\b",
    ),
    (
        "a burden to others",
        r"\bjeg (?:\w+ )?er (?:\w+ )?(?:\w+ )?"
        r"(?:til besvær|til grin|i vejen|ingenting værd|intet værd|noget værd|skyld i alt)\b",
    ),
    (
        "a bad person",
        r"\bjeg (?:\w+ )?(?:er|var)(?: \w+){0,3} (?:dårlig|dårligt|elendig|elendigt|forfærdelig) "
        r"(?:mor|far|ven|veninde|kæreste|søn|datter|menneske|person)\b",
    ),
    ("deserves it", r"\b(?:min egen skyld|fortjener (?:\w+ )?(?:ikke|det)|jeg er ikke værd)\b"),
)
HARSH = tuple((what, re.compile(form, re.IGNORECASE)) for what, form in HARSH_FORMS)


# ---- what a word is, by the words around it
# ----------------------------------------------------------------


def low(parts: Tokens | list[str]) -> Tokens:
    """The tokens in lower case, for comparing with word lists."""
    return tuple(map(str.lower, parts))


def is_verb_after_pronoun(word: str) -> bool:
    """Whether a word right after a subject pronoun can be trusted to be its finite verb."""
    if word in FINITE:
        return True
    known = word in ADVERBS or word in NOT_AFTER_PRONOUN or word in INFINITIVES
    return not known and len(word) > 3 and (word.endswith(("er", "ede")) or word[-2:] in {"år", "ør", "or"})


def adverb_at(parts: Tokens, i: int, verb: str = "kan") -> int:
    """How many tokens from `i` are one sentence adverb (0 for none); a clause-final one counts only if
    listed.
    """
    for phrase in PHRASES_BY_FIRST.get(parts[i], ()) if i < len(parts) else ():
        if parts[i : i + len(phrase)] == phrase and (size := _phrase_length(parts, i, phrase, verb)):
            return size
    if i >= len(parts) or parts[i] not in ADVERBS:
        return 0
    if parts[i] in HOPED_ADVERBS and verb in {"håber", "håbede"}:
        return 0
    if parts[i] in MODAL_ADVERBS and verb not in BEFORE_MODAL_ADVERBS:
        return 0
    if i + 1 >= len(parts) or parts[i + 1] == ",":
        if parts[i] == "godt":
            return 1
        return int(parts[i] in FINAL_ADVERBS)
    return int(parts[i + 1] not in NOT_ADVERB_BEFORE.get(parts[i], frozenset()))


def _phrase_length(parts: Tokens, i: int, phrase: Tokens, verb: str) -> int:
    """ "ikke rigtig" is one adverb except after "er": there "rigtig" belongs to what follows."""
    if phrase[-1].startswith("rigtig") and (verb in COPULAS or i + 2 >= len(parts)):
        return 1
    if i + len(phrase) >= len(parts) and phrase[-1] not in FINAL_ADVERBS:
        return 0
    return len(phrase)


def adverbs_from(parts: Tokens, i: int, verb: str = "kan") -> int:
    """The index after all sentence adverbs that begin at `i`."""
    while step := adverb_at(parts, i, verb):
        i += step
    return i


def is_light(parts: Tokens, i: int, verb: str) -> bool:
    """Whether the token is an unstressed pronoun that stands before the adverb ("jeg gør det ikke")."""
    if i >= len(parts) or parts[i] not in LIGHT:
        return False
    after = parts[i + 1] if i + 1 < len(parts) else ""
    following = parts[adverbs_from(parts, i + 1) :]
    if after == "selv" or (verb in COMPLEMENT_VERBS and following and following[0] in FINITE):
        return False
    if parts[i] in {"her", "der"}:
        return after in FINAL_ADVERBS
    if parts[i] in {"det", "den"}:
        adjective = after.endswith("e") and after not in NOT_ADJECTIVES and after not in ADVERBS
        return not adjective and after not in {"her", "der", "med", "jeg", "hele"}
    return True


def is_adverbial(front: Tokens) -> bool:
    """Whether a fronted group tells when, where or how, and is not the object or the subject."""
    if all(word in FRONT_ADVERBS for word in front):
        return True
    if front in ADVERB_PHRASES:
        return True
    if front[0] in PREPOSITIONS:
        return not any(word in CLEAR_FINITE for word in front)
    return (front[0] in TIME_OPENERS or front[0] in FRONT_ADVERBS) and any(w in TIME_NOUNS for w in front)
