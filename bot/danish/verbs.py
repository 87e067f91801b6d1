# SPDX-License-Identifier: MPL-2.0
"""The verbs that the grammar knows, each with its infinitive, present, past and participle."""

from __future__ import annotations

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
skinne skinner skinnede skinnet
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
ødelægge ødelægger ødelagde ødelagt
snyde snyder snød snydt
lyve lyver løj løjet
tilgive tilgiver tilgav tilgivet
foreslå foreslår foreslog foreslået
ansætte ansætter ansatte ansat
opsige opsiger opsagde opsagt
optage optager optog optaget
flyve flyver fløj fløjet
strække strækker strakte strakt
afgøre afgør afgjorde afgjort
slås slås sloges -
opstå opstår opstod opstået
foregå foregår foregik foregået
styre styrer styrede styret
bidrage bidrager bidrog bidraget
bringe bringer bragte bragt
rive river rev revet
skride skrider skred skredet
stryge stryger strøg strøget
træffe træffer traf truffet
vække vækker vækkede vækket
binde binder bandt bundet
beholde beholder beholdt beholdt
undervise underviser underviste undervist
udstille udstiller udstillede udstillet
oversætte oversætter oversatte oversat
overgå overgår overgik overgået
bestå består bestod bestået
indse indser indså indset
gribe griber greb grebet
modtage modtager modtog modtaget
overtage overtager overtog overtaget
undlade undlader undlod undladt
tillade tillader tillod tilladt
forbyde forbyder forbød forbudt
misforstå misforstår misforstod misforstået
glo glor gloede gloet
smøre smører smurte smurt
fratage fratager fratog frataget
snige sniger sneg sneget
krybe kryber krøb krøbet
knibe kniber kneb knebet
indgå indgår indgik indgået
gennemgå gennemgår gennemgik gennemgået
mislykkes mislykkes mislykkedes -
udholde udholder udholdt udholdt
"""
# Verbs that only add endings: "berolige beroliger beroligede beroliget" and "hælde hælder hældte hældt".
REGULAR_EDE = """
afvente begrænse bevare bore dampe downloade dreje fange fjerne flette hamre justere arrangere etablere reagere trykke
tjekke fejre besvare ledsage levere logge meditere nippe nynne observere oprette opstarte plukke presse pusle puste
påbegynde redigere shoppe skaffe skrælle slentre slette sminke smse snitte spadsere spole stave tisse trampe tumle
udskifte udvide vandre vælte vinke forgifte børste kæmme lime luge massere nulstille hvæse nøle rode slikke tygge
slukke berolige forstyrre overraske bekræfte ignorere provokere trigge motivere inspirere fokusere koncentrere
organisere strukturere prioritere registrere diskutere smadre knække dumpe kravle sladre banke smække råde anbefale
fyre visitere bevilge behandle udrede ordinere snuble hækle brodere pudse feje tørre lufte vande klippe scrolle google
maile poste date kramme sørge more snorke sejle styrke løfte parkere lande havne afslutte besvime brække hoste
kritisere hviske mumle sludre drille mobbe chikanere sparke forsvare beskytte bakke opmuntre lindre dulme dæmpe
forværre forbedre øge mindske reducere udvikle forestille opfatte bemærke fornemme dufte lokke friste pege beundre
respektere foragte minde stirre hakke dække sniffe jobbe overnatte bakse rumle summe kværne trappe hæmme hidse trætte
blomstre tilpasse integrere aktivere involvere engagere fikse vurdere evaluere notere formulere kommunikere samarbejde
stabilisere normalisere dyrke vakle skade straffe gabe skåne rokke jamre brokke stamme rødme rase flippe hamstre
forkæle isolere udmatte overvælde irritere distrahere fordøje forvirre skrotte kontrollere genere afsløre døse pynte
indrette sortere placere installere opdatere printe kopiere underrette informere
"""
REGULAR_TE = """
anmelde forberede indbetale overføre klæde godkende afvise skjule undskylde koge stege udfylde indsende helbrede dømme
rose forlange tilhøre røre berøre klemme overtale overbevise bevise genkende misunde hælde ende undersøge opsøge
tilmelde afmelde søge rådføre henvende fordele rejse hilse løse fremføre opfylde udføre
"""


def _regular(infinitive: str, past: str) -> list[str]:
    """The row of a verb of endings only; the consonant before "-te" is single ("klemme klemte")."""
    stem = infinitive[:-1]
    stem = stem[:-1] if past == "te" and stem[-1] == stem[-2] else stem
    participle = infinitive + "t" if past == "ede" else stem + "t"
    return [infinitive, infinitive + "r", stem + past, participle]


VERB_ROWS = [line.split() for line in VERB_TABLE.split("\n") if line]
VERB_ROWS += [_regular(verb, "ede") for verb in REGULAR_EDE.split()]
VERB_ROWS += [_regular(verb, "te") for verb in REGULAR_TE.split()]
