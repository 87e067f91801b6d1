# SPDX-License-Identifier: MPL-2.0
"""Words that are right though a count of letters alone would doubt them."""

from __future__ import annotations

from bot.danish import words

SHORT_WORDS = words.bag("""
ad af agt akt al alt an and ane app ark arm at bad bag bar bas bat bed ben bh bi bid bil bip bly blå bo bog bor
bot bov bud bue bum bur bus by byg båd bål bår bær bøf bøn bør ca cd cm cpr cv da dag dam dba de ded dej del dem
den der det dig din dit dog dom dr dsb du dub due dug dum dur dut dyb dyr dyt dåb dæk dér dét dø død dør døv ed
edb ede eg ej eks el elv en end ene eng ens er et fad fag far fat fe fed fem fik fil fin fir fly flå fod for fra
fri fru frø fup fx fy fyr få får føl før gab gad gal gas gav ged gem gid gik giv gl glo gnu god gps gro grå gta
gud gul gym gys gå går gær gø gør hal ham han har has hat hav hed hej hel hen her hf hhx hib hip hk hm hop hos
hov hr htx hud hue hug hul hun hus hyl håb hår hæk hæl hø høg høj høn hør i id ide idé ild ind is ise isn it ja
jeg jer jo job jog jul kaj kam kan kap kar kat ked kg kig kin kl klø km kno knæ ko kog kok kom kop kor kr kul
kun kur kvm kys kål kæk kæp kø køb kød køl kør lad lag lak lam lav led leg lem ler let lev lid lig lim liv lod
lol los lov lud luk lun lus lyd lyn lys lyt lå låg lån lår lås læ læg lær læs løb lød løg løn løs løv mad maj
man mat max mdr med mel men mig min mis mit mm mod mon mor mos mr mud mug mul mur mus mut må mål mår mæt møl mør
nag nap nat ned nej nem net ni nik nit nok nr nu nul ny nye nys nyt nå nål når næ næb næh nær nød ocd og oh ok
oks om op ord orm os ost ovn pap par pas pc pct pen pga pil pip pis plø pop pr pub pus put pyt på pæl pæn ram
rap rar ras rat reb red ren rep ret rev rig rim ris rki ro rod rom ror ros rub rug rum rus ryg ryk rå råb råd
ræd ræv rød røg rør sad sag sal sat sav se seg sej sek ser ses set sf sgu si sig sil sin sit ske ski sko skp sky
slå smk sms små sne sod sok sol som sov spa sti stk stx stå su sud sul sum sur sus sut sy syd syg syn syr syv så
sår sæk sæl sær sæt sø sød søm søn søs tab tag tak tal tam tap te ti tic tid til tin tip tit tlf to tog tom top
tot tov tre tro try tud tun tur tv ty tyk tys tå tåg tår tæl tær tæt tæv tøj tør tøs ud ude uge uld ulv und ung
uni ur uro vag var vat ved veg vej vel ven vi vid vil vin vis vom vor vuc vvs våd vår væg væk vær væv wc yde yes
ynk yrs zen zoo åd ål ånd år års æde æg æra ære æt én ét øde øen øh øje øl øm øre øst øv øve
""")
"""Words of up to three letters are few: one that is not among them is a slip, dialect or another language."""
RIGHT_THOUGH_NEAR = words.bag("""
bandet bjørn bleg brag brok bænkene bølger chefer dagens dårligst evne folks fridag færre følgere gammelt gavn
glat glider gråd halte handles henne hive hiver hjemve hændt klaprer klasser kærligt køkkener lagen lods læne
længer lørdage missede misser mætte nikke pillet pind postej prøven rate retten ringere roddet rude rund ruster
salt sand sangen savn sejt siges sjove skille skoen skynder skåle skørt slem starten sting styk stædig stær sult
sved svære sygt takt takter tredive tres ture tvær ubrugt ugerne ulejlighed ulæste ungernes uroligt vare vilde
værst væve ærlige eboks
""")
"""Rare words with a much commoner neighbour ("stædig" beside "stadig")."""
RIGHT_THOUGH_VERY_NEAR = words.bag("""
ager agten alge alger aloe amen arten atten avle bade balle bane baner bark barm barre barer blide blidt bure båre
celler cover degn demo diet diger drag due duen dørene egerne ester fair falle figen finne fjor flor form gage galge
gene gods grene guden hage hale halm halt hamp hane hank hare hase havre hede hefter held helse helte hind hose hover
huen huer hule hundene husk hval hverv hvile hyle hynde hæle iglen kammer kane kano kant kikke kind kran kønne lalle
lift liga ligaer liger liget like lind line list loge luger låge lågen malle malt mani mare margen maske meje mele
mile milt mime miner mini mink mint mord moske mover mure myre måne møre nitten noden note nøgen oden paller palle
pikke ringen rømmer saften sager salme sande sejr sele self selve sene sigt sigte silden skil skiller skiver skreven
skår skyl skæl smal smiger sner spår stage stal star stel stig strå stål suge suger syden tank tape tiger tingen tove
tuden tyre tåger tåre tære ulige vild villa vingen viol vover våde væge værk værge vært yder ører øren ørnene
""")
"""Rare words with a neighbour that is hundreds of times commoner: "vild" beside "vil", "hule" beside "hele"."""
