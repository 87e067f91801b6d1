# SPDX-License-Identifier: MPL-2.0
"""First names as people here carry them, and short names of shops, schools and services, for their capital letters."""

from __future__ import annotations

_NAME_LIST = """
aage abdi abdirahman abdul abdullahi abir adam adem ahmad ahmed aisha aksel alba albert aleksander alex alexander
alfred ali alice alma amal amalie amanda amina amir amira amra anas anders andrea andreas ane anette anita anja ann
anna anne annelise annette anni antje anton arne arthur asger asmus asta astrid aviaja axel ayaan aylin ayse aziz
bashir basma bassam beate benedikte benjamin benny bent bente berit bertha bertil bettina birgit birgitte birte birthe
bjarke bjarne bodil boris brian brita britta bruno børge camilla carl carla carlo caroline carsten casper cecilie
charlotte chris christa christel christian christina christine christoffer claus connie conny daniel daniela danuta
darek david dawit defne denise dennis desiree dewey diana dino ditte dominik dorit dorrit dorte dorthe ea ebbe edith
edvard egon eigil einar ejnar ejner ejvind elena elias elif elin elisa elisabeth ella ellen elna elsa elsebeth elvira
elvis emil emilia emilie emina emir emma emre erik erika erling ernst esben ester esther eva evald fadi fadumo fahima
fardin farhad farid fatima fatma fatuma filip finn flemming folmer frede frederik frederikke freja frida fridolin
frits gabriel gerda gerner gert gertrud gina gitte gorm grete grethe gudrun gunhild gunnar gunner gurli gustav haji
hamid hamza hannah hanne harald harry hasan hassan heidi helga helge helle hellen helmer hendrik henning henny
henriette henrik herdis hilda hilma hjalmar hodan holger hugo hussein ibrahim ida idris iman ina inga inge ingeborg
ingelise inger ingerlise ingrid ingvar irene irma isabel isabella isak ismail isra ivalu ivan iver jackie jacob
jacqueline jakob jamal jane janne jannick jannie jannik jasmin jasper jawad jean jeanette jeanne jeannette jens jeppe
jesper jessica jette jim jimmy joachim joakim joan joanna johan johanne johannes john johnny jon jonas jonatan
jonathan jonna josef josefine josephine juliane julie julius jytte jørgen jørn kaja kamal kamil kamilla karen karin
karina karl karlo karoline karsten kasper kate kathrine katja katrine kaya keld kemal kenneth kent kevin khaled khalid
kim kira kirsten kirstine kjeld klara klaus knud konrad kristian kristina kristine kristoffer kurt lars lasse laura
laurits laust leif leila lena lene lennart leo leon leonora leyla lilian lillian lilly lina linda linea linnea lis
lisa lisbet lisbeth lise liselotte liva liza lizette lone lotte louis louise luca lucas lucia ludvig lukas lærke mads
magda magdalena magnus mahmoud maia maiken maj-britt maja malaika malene malik malou malte malthe manal mara marcus
marek margit margrethe maria mariam mariana mariann marianne marie marina mario marius markus marlene martha martin
martine maryam mathias mathilde mathis matilde mats mattias maya mehmed mehmet merete mette mia michael michala
michelle mikael mikail mikkel mira mirela miriam mirjam mogens mohamad mohamed mohammad mohammed mona monica monika
morten mostafa muhammed mustafa myrna nadia naja nanna nanoq naomi natalie natasha nete nicklas nicolai nicolaj
nicoline niels niklas nikolaj nikoline nils nina ninna nivi noah noomi noor nora nour olav ole olga oliver olivia omar
orla oscar oskar osman otto ove paarma palle paulina pauline pawel peder peer pelle pernille peter philip pia pierre
pilu piotr pipaluk poul preben rachel rafael ragna ragnhild rahim ralf ramin randi rania rasmus rebecca rebekka
regitze renate rené rico rigmor rikke robert roger roland rolf ronja roskva ruth sabina sabine sabrina sahra salim
salma sami samir samira samuel sander sandra sanne sara sarah sasha saskia sebastian selim selma senada sidsel signe
sigrid sigurd silas silje simon simone siv sofia sofie solveig sonja sonny sophia sophie steen stefan steffen
stephanie stina stine sunniva susan susanne suzanne sven svend sylvester sylvia søren tamara tammi tanja tariq tekle
teresa thea theis theo theodor therese thomas thora thorbjørn thorkild thorvald tina tine tobias tomas tommy tonny
torben torkild torsten tove trine troels tuva uffe ulla ulrik ulrikke ursula vagn valdemar vera verner vibeke victor
victoria vigga viggo viktor viktoria vilhelm villads villy vilma vincent vivi vivian vladimir walid walther werner
william willy wilma winnie yasin yasmin yasmine yassin ylva yosef yousef youssef yusuf yvonne zahra zainab zeynep zoe
zuzia åge åse
"""

FIRST_NAMES = frozenset(_NAME_LIST.split())
"""Names that are no other word, and take a capital wherever they stand."""

_PERHAPS_LIST = """
an august bjørn bo dan else eve fie flora frank fred hana hans iris jan kaj karla line liv lulu maj mark max mie mille
nada nynne per rene robin rosa rose rune said salam sam sine sol stella sten storm sune tage thor tilde tim tom tore
vibe viola vita
"""

PERHAPS_NAMES = frozenset(_PERHAPS_LIST.split())
"""First names that are another word too: "line", "bo", "tage"; a name only where somebody must stand."""

SHORT_NAMES = {
    "vuc": "VUC", "hf": "HF", "fgu": "FGU", "ikea": "IKEA", "dba": "DBA", "dsb": "DSB", "mitid": "MitID",
    "netto": "Netto", "rema": "Rema", "føtex": "Føtex", "bilka": "Bilka", "aldi": "Aldi", "lidl": "Lidl",
    "brugsen": "Brugsen", "superbrugsen": "SuperBrugsen", "kvickly": "Kvickly", "meny": "Meny", "facebook": "Facebook",
    "messenger": "Messenger", "instagram": "Instagram", "snapchat": "Snapchat", "tiktok": "TikTok",
    "youtube": "YouTube", "netflix": "Netflix", "facetime": "FaceTime", "borger.dk": "borger.dk", "matas": "Matas",
    "silvan": "Silvan", "jysk": "Jysk", "whatsapp": "WhatsApp", "spotify": "Spotify", "skype": "Skype",
    "københavn": "København", "aarhus": "Aarhus", "århus": "Århus", "odense": "Odense", "aalborg": "Aalborg",
    "esbjerg": "Esbjerg", "randers": "Randers", "kolding": "Kolding", "horsens": "Horsens", "vejle": "Vejle",
    "roskilde": "Roskilde", "herning": "Herning", "silkeborg": "Silkeborg", "næstved": "Næstved",
    "fredericia": "Fredericia", "viborg": "Viborg", "holstebro": "Holstebro", "slagelse": "Slagelse",
    "hillerød": "Hillerød", "sønderborg": "Sønderborg", "svendborg": "Svendborg", "hjørring": "Hjørring",
    "holbæk": "Holbæk", "frederikshavn": "Frederikshavn", "haderslev": "Haderslev",
    "nykøbing": "Nykøbing", "ringsted": "Ringsted", "aabenraa": "Aabenraa", "nuuk": "Nuuk",
    "nibe": "Nibe", "gug": "Gug",
}
"""Shops, schools, services and towns as they write themselves; those that are another word too are left out."""
