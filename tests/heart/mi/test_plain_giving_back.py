# SPDX-License-Identifier: MPL-2.0
"""What a message is given back as, and what is rather left alone, in sentences of real shape."""

from __future__ import annotations

import pytest

from bot.codebook import Statement
from bot.danish.names import with_capitals
from bot.danish.plainness import reads_plainly
from bot.danish.spelling import looks_unknown
from bot.mi.caution import is_unsure
from bot.mi.edges import stands_free
from bot.mi.listening import told_in
from bot.mi.sureness import with_whose_parent


def given(text: str) -> list[str]:
    return [heard.du for heard in told_in(Statement(text), 1)]


@pytest.mark.parametrize(("said", "told"), [
    ("jeg kan ikke overskue at gå ud", ["du kan ikke overskue at gå ud"]),
    ("min søn dino læser i kolding, han kommer til bajram", ["din søn Dino læser i Kolding"]),
    ("nu er det nu, ellers ryger jeg ud af matematik", ["nu er det nu, ellers ryger du ud af matematik"]),
    ("mors opkald hjalp", ["din mors opkald hjalp"]),
    ("der må ske noget, ellers går det galt igen", ["der må ske noget, ellers går det galt igen"]),
    ("jeg bliver flov hver gang det ringer på døren", ["du bliver flov, hver gang det ringer på døren"]),
    ("sådan har jeg altid været", ["sådan har du altid været"]),
    ("JEG KAN VASKE BIL", ["du kan vaske bil"]),
    ("jeg bliver nød til det", ["du bliver nødt til det"]),
    ("Mit håb er ikke større, end at nogen ville ringe.", ["dit håb er ikke større, end at nogen ville ringe"]),
    ("Børnene fortjener en kedelig mor", ["Børnene fortjener en kedelig mor"]),
    ("Jeg har haft held med mine elever, synes jeg", ["du har haft held med dine elever"]),
    ("i dag er jeg rolig, jeg har sovet syv timer", ["i dag er du rolig", "du har sovet syv timer"]),
    ("Kunne være rart at komme ud", ["det kunne være rart at komme ud"]),
])
def test_a_message_comes_back_whole_and_in_right_danish(said: str, told: list[str]) -> None:
    assert given(said) == told


@pytest.mark.parametrize("said", [
    "så kørte vi - du ved Padborg - og så hjem",
    "jeg tænkte: nu er du fremme",
    "mester siger mål to gange",
    "jeg glemte min pille så i dag har været VILD",
    "i koret jeg er ikke en patient",
    "i weekenden jeg bager baklava",
    "i weekenden jeg bager",
    "jeg skar mig på dåsen med tun har sat plaster på",
    "min lille sagde til lærer at mor er død",
    "mit dansk er ikke god nok til teori prøve",
    "det kommer an på, jeg tilskuer komme lørdag",
    "hvilket er væsentligt for mig",
    "trappen te loftet ska ha gelænder",
    "jeg bor i bofæleskab i herning",
    "står i et køkken så ka jeg alt",
    "jeg er elev ikke studerende ret det lige",
    "Nej, jeg drømmer ikke om noget. Jo måske at stå på et stillads en morgen i maj",
    "Der er ingen omkring mig! Jo, Bjarne fra garagen",
    "Sidste gang sagde han mor helt af sig selv",
    "plastposer dem lægger jeg i en kurv under vasken",
    "jeg har aldrig fortald det på mit arbejde",
    "jeg søgte job i en blomster butik",
    "Min far mener, at autisme er noget, danskerne har fundet på.",
    "blev fyret for måden, jeg sagde dem på",
    "I mit land min mor havde lille restaurant ved vejen. Jeg kan alle opskrift i hovedet",
    "Mit Navn er Svend Aage, jeg er 79 Aar og har faaet denne Telefon af min Niece",
    "der lå rykkere fra el selskabet",
    "Hvis jeg sover godt jeg kan lære tyve ord. Hvis jeg drømmer om huset, jeg glemmer dem alle igen.",
    "I dag min hovedpine er stor, jeg har kun lavet makaroni",
    "slettede alle numrene i går. Næsten alle",
    "min bror sir jeg ska være glad for jeg leve",
    "jeg er god til vente",
    "Kunne Gitte ringe til mig klokken 9 om onsdagen",
    "jeg er pisse god til vipper",
    "min mave gør ond hver søndag aften",
    "Jeg svarer kort undskyld",
    "Når huset er fuld, mit hoved er stille",
    "at jeg pakkede",
])
def test_what_is_not_sure_is_left_alone(said: str) -> None:
    assert given(said) == []


@pytest.mark.parametrize(("said", "not_told"), [
    ("vi må flytte så de kan holde kæft derhjemme", "de kan holde kæft derhjemme"),
    ("jeg har afleveret to af de tre jakker, jeg købte under sidste periode", "du købte under sidste periode"),
    ("det er tredje gang, jeg svarer i dag", "du svarer i dag"),
    ("jeg er bange for at jeg sætter mig ned og så kan jeg ikke stå", "du er bange for, at du sætter dig ned"),
    ("jeg går ud på fredag. Det har jeg lovet mig selv", "det har du lovet dig selv"),
    ("en ven ville være rart. ikke tre, for så skal man holde styr på det", "man skal holde styr på det"),
    ("Omvendt: det er koret, jeg længes efter, orglet har jeg", "du længes efter"),
    ("og det er fire timer, jeg kunne have brugt med min niece", "du kunne have brugt med din niece"),
    ("jeg drømmer om en have, og så er der ro", "der er ro"),
    ("er bange for det kommer tilbage", "du er bange"),
    ("November er en våd karklud, og jeg er køkkenbordet", "du er køkkenbordet"),
    ("Jeg var vred, indtil de gik. Eller jeg gik fra dem", "du var vred, indtil de gik"),
    ("Varmtvandsbassinet hjælper mere end noget andet, jeg har prøvet", "du har prøvet"),
    ("Det, der fylder, er aviser og en del ure, jeg agter at reparere", "du agter at reparere"),
    ("Han siger nej. Men så har jeg da spurgt", "du har da spurgt"),
    ("Balder har haft dårlig mave så vi har været ude fire gange i nat. Det var faktisk rart", "det var faktisk rart"),
    ("At få en undskyldning. På skrift. Så kunne jeg måske sove.", "så kunne du måske sove"),
    ("det kan være, jeg kunne gå med til et par planter", "du kunne gå med til et par planter"),
])
def test_a_piece_that_would_say_something_else_alone_is_not_given_back(said: str, not_told: str) -> None:
    assert not_told not in given(said)


@pytest.mark.parametrize("du", [
    "du kan ikke overskue at gå ud", "når du er træt, sover du", "du er glad for, at han kom",
    "hende fra sognegården har spurgt tre gange nu", "Pia fra bostøtten kommer hver anden onsdag",
    "du bliver usikker, når mænd råber højt", "hvis du vidste, hvad der var tilbage, kunne du sove",
    "det, der holder dig oppe, er koret", "ærlighed betyder mere", "at man hilser på hinanden og deler sit brød",
])
def test_plain_danish_reads_plainly(du: str) -> None:
    assert reads_plainly(du)


@pytest.mark.parametrize("du", [
    "du kan malk 60 køer i blinde", "svigermor 71 i går blive", "du siger op aldrig",
    "der skal ske noget inden stemmen ruster helt", "du vil ikke have at Malthe lærer af dig",
    "alle fik en julestjerne med hjem og chefen Ib holdt en tale", "du har det godt fordi du sov",
    "på den ene side vil du", "du tog en pille, som lægen har sagt og sov til syv", "4 tror du",
    "overstimuleret efter skole", "du tør ikke sende det for hvad, hvis der står en fejl",
])
def test_what_has_run_together_or_lost_a_part_does_not_read_plainly(du: str) -> None:
    assert not reads_plainly(du)


@pytest.mark.parametrize(("thought", "text"), [
    ("jeg er vred", "jeg er vred, når hun ringer"),
    ("jeg kan komme hjem", "hvis nogen henter mig og jeg kan komme hjem"),
    ("jeg sover", "mareridt hvor min mor druknede og jeg sover"),
    ("jeg kan love ham noget", "jeg kan love ham noget og så bliver jeg syg"),
])
def test_a_thought_that_the_message_binds_does_not_stand_free(thought: str, text: str) -> None:
    assert not stands_free(thought, text)


def test_a_whole_sentence_stands_free() -> None:
    assert stands_free("jeg er træt", "jeg er træt. jeg sover ikke")


def test_a_learners_and_a_dialect_message_are_unsure_and_a_plain_one_is_not() -> None:
    assert is_unsure("i weekenden jeg bager brød")
    assert is_unsure("æ tandpine va træls")
    assert not is_unsure("jeg bager brød i weekenden")


@pytest.mark.parametrize(("du", "owned"), [
    ("det kræver at spørge farmor", "det kræver at spørge din farmor"),
    ("din egen far var der ikke", "din egen far var der ikke"),
    ("du er ligesom ikke onkel mere", "du er ligesom ikke onkel mere"),
    ("far til dem betaler ikke", "far til dem betaler ikke"),
    ("din søn ringede fra Mors", "din søn ringede fra Mors"),
])
def test_bare_kin_is_the_citizens_own(du: str, owned: str) -> None:
    assert with_whose_parent(du) == owned


def test_names_get_their_capitals_and_other_words_do_not() -> None:
    assert with_capitals("du ser malik i hobro") == "du ser Malik i Hobro"
    assert with_capitals("du hjælper en nabo, hun hedder fru holm") == "du hjælper en nabo, hun hedder fru Holm"
    assert with_capitals("din bror ringer ofte") == "din bror ringer ofte"


def test_a_slip_in_a_long_word_is_unknown_and_a_new_compound_is_not() -> None:
    assert looks_unknown("bofæleskab") != []
    assert looks_unknown("juleoratoriet") == []


@pytest.mark.parametrize("text", [
    "jeg gger på gulv", "skude ohøj\nbirthe fra vabedste veninde.",
    "Korrekt, for én gangs skyld., Jeg vil ikke blive gammel. Jeg vil slet ikke være mere end det her. måtte sige det "
    "til nogen, det kunne ikke blive ved, så i går talte jeg med hende på skolen",
    "Der holder en fremmed bil foran opgangen, og jeg tror, det er elektrikeren., jeg kradser hul på mig selv når",
])
def test_a_comma_before_which_nothing_stands_breaks_nothing(text: str) -> None:
    told_in(Statement(text), 1)
