# SPDX-License-Identifier: MPL-2.0
"""What is said to a citizen in danger: fixed Danish sentences, so that nothing can fail while replying."""

from __future__ import annotations

from collections.abc import Sequence

from bot.care.danger_words import DangerKind
from bot.care.help_lines import ALARM, CONTACTS, Contact
from bot.codebook import Safety

Bubbles = tuple[str, ...]

SUICIDE, SELF_HARM, VIOLENCE = DangerKind.SUICIDE, DangerKind.SELF_HARM, DangerKind.VIOLENCE
OTHER, OVERDOSE, PSYCHOSIS = DangerKind.HARM_TO_OTHER, DangerKind.OVERDOSE, DangerKind.PSYCHOSIS
PILLS, UNKNOWN = DangerKind.PILLS, DangerKind.UNKNOWN

# kinds where Livslinien fits beside 112 and the region's line
LIFE_KINDS = frozenset({SUICIDE, SELF_HARM, PILLS, UNKNOWN})
# the line that fits a kind best, by its key in help_lines.toml
SPECIAL_LINES = {VIOLENCE: "violence", OVERDOSE: "poison"}
_IN_ACUTE_DANGER = {**SPECIAL_LINES, PILLS: "poison"}
"""Where pills may have been taken, Giftlinjen answers at once what to do."""

# --- acute, first turn: a word to the person, the numbers, then somebody to be with -----------------------

ACUTE_FIRST: dict[DangerKind, tuple[str, str, str]] = {
    SUICIDE: (
        "Det er godt, at du siger det nu. Dit liv betyder noget, og du skal ikke være alene med det her.",
        "Ring først til 112. Her svarer de også:",
        "Jeg bliver her, så skriv bare videre. Er der en, du kender, som kan være hos dig nu?",
    ),
    SELF_HARM: (
        "Godt, at du skriver. Du skal have hjælp nu, og det er helt i orden at bede om den.",
        "Ring først til 112, hvis du bløder meget. De siger, hvad du kan gøre, mens du venter.",
        "Læg det langt væk, du gør skade med, og skriv bare videre. Er der en, du kender, som kan komme?",
    ),
    VIOLENCE: (
        "Det er ikke din skyld. Det vigtigste nu er, at du kommer i sikkerhed.",
        "Ring først til 112, så snart du kan. Luk siden her, hvis det er farligt, at nogen ser den.",
        "Jeg bliver her, hvis du kan skrive. Kan du komme ud til andre eller bag en dør, der kan låses?",
    ),
    OTHER: (
        "Godt, at du siger det, før der sker noget. Gå et andet sted hen nu, væk fra den, det handler om.",
        "Ring først til 112 og sig, som det er. Du kan også ringe her:",
        "Læg det fra dig, du kan gøre skade med. Hvem kan du være sammen med lige nu?",
    ),
    OVERDOSE: (
        "Godt, at du skriver det. Ring nu, også selv om du har det nogenlunde.",
        "Ring først til 112. Sig, hvad du har taget, hvor meget og hvornår.",
        "Bliv vågen, gå ud til andre, og lad døren stå åben. Er der en hos dig?",
    ),
    PILLS: (
        "Godt, at du siger det nu. Det med pillerne er alvorligt, og du skal ikke være alene med det.",
        "Ring først til 112, og sig det til dem, også hvis du har taget noget. Her svarer de også:",
        "Gå væk fra pillerne nu. Har du taget nogen af dem?",
    ),
    PSYCHOSIS: (
        "Tak, fordi du fortæller det. Det er hårdt at stå i, og du skal ikke stå alene med det.",
        "Ring først til 112. Vent med at gøre noget, til du har talt med dem.",
        "Jeg bliver her, så skriv bare videre. Er der en, du er tryg ved, som kan være hos dig nu?",
    ),
    UNKNOWN: (
        "Det er godt, at du skriver det. Ingen skal stå alene med sådan noget.",
        "Ring først til 112, hvis der er fare nu. Her svarer de også:",
        "Jeg bliver her, så skriv bare videre. Er der en, du kender, som kan være hos dig nu?",
    ),
}

# --- acute, later turns: shorter, other words, not all the numbers again ----------------------------------

ACUTE_AGAIN: dict[DangerKind, tuple[Bubbles, ...]] = {
    SUICIDE: (
        ("Jeg er her endnu. Kan du gå væk fra det, du kan gøre skade med?",),
        ("Du behøver kun at klare de næste få minutter. Har du fået ringet til 112?",),
    ),
    SELF_HARM: (
        ("Jeg er her endnu. Har du fået ringet til 112?",),
        ("Bliv væk fra det, du gjorde skade med. Hvem kan være sammen med dig lige nu?",),
    ),
    VIOLENCE: (
        ("Jeg er her endnu. Er du et sted, hvor du kan ringe 112?",),
        ("Du kender ham eller hende bedst, så følg din mavefornemmelse. Hvor kan du være i sikkerhed?",),
    ),
    OTHER: (
        ("Du kan stadig vælge at gå. Er du kommet væk fra den, det handler om?",),
        ("Bliv ude i luften lidt endnu, og ring 112. Hvem kan hente dig?",),
    ),
    OVERDOSE: (
        ("Har du fået ringet til 112? Det er det første nu.",),
        ("Bliv vågen, og bliv, hvor du kan ses. Er hjælpen på vej?",),
    ),
    PILLS: (
        ("Du skal ikke være alene med det. Kan du gå ind til en nabo eller ringe 112 nu?",),
        ("Læg pillerne langt væk, eller giv dem til en anden. Hvem kan komme til dig nu?",),
    ),
    PSYCHOSIS: (
        ("Jeg er her endnu. Kan du tænde lyset og sætte dig et sted, hvor der er ro?",),
        ("Du behøver ikke gøre noget lige nu. Har du fået ringet til 112?",),
    ),
    UNKNOWN: (
        ("Jeg er her endnu. Har du fået ringet til 112?",),
        ("Tag et minut ad gangen. Hvem kan være sammen med dig lige nu?",),
    ),
}
ACUTE_LATER: tuple[Bubbles, ...] = (
    ("Jeg er et program og kan ikke ringe for dig. Kan du ringe 112, eller bede en anden om det?",),
    ("Jeg kan ikke sende nogen til dig. Hvem kan komme til dig?",),
    ("Du har gjort det rigtige ved at sige det. 112 svarer både dag og nat.",),
    ("Bank på hos en nabo, eller gå hen, hvor der er andre. Kan du det?",),
    ("Skriv bare et enkelt ord, hvis det er lettest. Er du alene?",),
    ("Det må gerne være svært at ringe. Du kan begynde med at sige: Jeg har brug for hjælp nu.",),
    ("Du er ikke til besvær, når du ringer 112. Det er dem, man skal ringe til.",),
    ("Er der lys, hvor du er? Sæt dig et sted, hvor du kan ses.",),
    ("Hvem plejer at tage telefonen, når du ringer? Det må gerne være hvem som helst.",),
    ("Du kan åbne døren ud til andre nu. Kan du høre nogen i nærheden?",),
    ("Træk vejret langsomt ud et par gange. Er du stadig samme sted?",),
    ("Der findes nogen, som kan komme til dig. De kommer, når du ringer 112.",),
    ("En besked til én, du kender, tæller også. Skriv bare: Kom nu.",),
    ("Er det blevet værre eller lidt bedre, siden du begyndte at skrive?",),
    ("Det er ikke forbi for dig. Lad en anden overtage lidt af det nu.",),
    ("Hvis du sidder med telefonen, er 112 tre tryk væk. Vil du trykke dem?",),
    ("Du må gerne gå ud på gangen eller gaden og bede om hjælp.",),
    ("Svar, når du kan. Hvad holder dig oppe lige i dette minut?",),
)

VIOLENCE_LATER: tuple[Bubbles, ...] = (
    ("1888 er ikke politiet, og du behøver ikke sige dit navn. De ved, hvor du og dine børn kan være.",),
    ("Er der et sted, du alligevel skal hen i dag? En skole, en læge eller en butik kan låne dig en telefon.",),
    ("Luk siden her, hvis nogen kan komme til at se den. Du kan skrive igen et andet sted.",),
    ("Det er ikke dig, der gør noget forkert. 112 svarer, når det bliver farligt.",),
    ("1888 kan sige, hvor der er plads på et krisecenter, også til børn.",),
    ("Hvem ved du, som ikke fortæller det videre? Én er nok at begynde med.",),
    ("Du bestemmer, hvad du gør, og hvornår. Hjælpen er der også i nat.",),
    ("Tag det med, du ikke kan undvære, hvis du går: nøgler, medicin og papirer.",),
    ("Din bostøtte kan hjælpe dig videre, når det er åbent. Indtil da svarer 1888.",),
)
"""In place of `ACUTE_LATER`: who lives with violence is not sent to a neighbour, nor asked to ring again and again."""

# --- concern, first turn: acknowledge, ask gently whether it is now, a person and one line ----------------

CONCERN_FIRST: dict[DangerKind, tuple[str, str]] = {
    SUICIDE: (
        "Tak, fordi du siger det. Det er tungt at gå med, og det er godt, at det ikke er gemt væk.",
        "Jeg spørger, fordi det betyder noget: Tænker du på at tage dit liv nu?",
    ),
    SELF_HARM: (
        "Tak, fordi du fortæller det. Det siger noget om, hvor hårdt det er lige nu.",
        "Jeg spørger lige ud: Er du ved at gøre skade på dig selv nu?",
    ),
    VIOLENCE: (
        "Tak, fordi du fortæller det. Det er ikke i orden, at nogen gør dig bange eller ondt.",
        "Jeg spørger for at passe på dig: Er du i fare lige nu?",
    ),
    OTHER: (
        "Det er godt, at du siger det højt. Det kan stoppes, før nogen kommer til skade.",
        "Jeg spørger lige ud: Er du tæt på at gøre det nu?",
    ),
    OVERDOSE: (
        "Tak, fordi du fortæller det. Det er noget, du ikke skal gå alene med.",
        "Jeg spørger for en sikkerheds skyld: Har du taget for meget i dag?",
    ),
    PILLS: (
        "Tak, fordi du siger det om pillerne. Det er godt, at det ikke er gemt væk.",
        "Jeg spørger lige ud: Tænker du på at tage dem nu?",
    ),
    PSYCHOSIS: (
        "Tak, fordi du fortæller det. Det må være hårdt at gå med, og du skal ikke gå alene med det.",
        "Jeg spørger for at passe på dig: Er det så slemt nu, at du eller andre kan komme til skade?",
    ),
    UNKNOWN: (
        "Tak, fordi du skriver det. Jeg er et program og kan læse forkert.",
        "Derfor spørger jeg hellere en gang for meget: Er du i fare lige nu?",
    ),
}

PERSON_AND_LINE: dict[DangerKind, str] = {
    SUICIDE: "Tal med din bostøtte eller en, du er tryg ved, også i dag. Du kan også ringe her:",
    SELF_HARM: "Du kan sige det til din bostøtte eller en anden, du er tryg ved. Du kan også ringe her:",
    VIOLENCE: "Du kan sige det til din bostøtte eller en anden, du er tryg ved. Her kan du ringe og få råd:",
    OTHER: "Tal med din bostøtte eller en anden, du stoler på, før det bliver værre. Du kan også ringe her:",
    OVERDOSE: "Ring først, hvis du er i tvivl, også om lidt. Sig det også til en, du er tryg ved:",
    PILLS: "Giv pillerne til en, du er tryg ved, også i dag. Du kan også ringe her:",
    PSYCHOSIS: "Tal med en, du er tryg ved, for eksempel din bostøtte. Du kan også ringe her:",
    UNKNOWN: "Tal med din bostøtte eller en anden, du er tryg ved. Du kan også ringe her:",
}

CONCERN_AGAIN: dict[DangerKind, tuple[Bubbles, ...]] = {
    SUICIDE: (
        ("Jeg hører dig. Fylder tankerne mere nu end før?",),
        ("Det er godt, at du bliver ved med at sige det. Hvem ved ellers, at du har det sådan?",),
    ),
    SELF_HARM: (
        ("Du skal ikke skamme dig over det. Er trangen stærk lige nu?",),
        ("Det er et tegn på, at det er for meget. Hvem kan du være hos, når det er værst?",),
    ),
    VIOLENCE: (
        ("Du har ret til at være tryg. Er personen i nærheden nu?",),
        ("Det er aldrig din skyld. Hvem ved ellers, at det sker?",),
    ),
    OTHER: (
        ("Det er stærkt, at du bliver ved med at sige det. Er den, det handler om, tæt på dig nu?",),
        ("Du kan gå, før det koger over. Hvor kan du gå hen?",),
    ),
    OVERDOSE: (
        ("Godt, at du siger det. Er du alene lige nu?",),
        ("Det er vigtigt, at nogen ved det. Hvem kan du ringe til?",),
    ),
    PILLS: (
        ("Det er godt, at du bliver ved med at skrive. Hvor er pillerne nu?",),
        ("De skal ikke ligge hos dig lige nu. Hvem kan passe på dem for dig?",),
    ),
    PSYCHOSIS: (
        ("Jeg kan godt forstå, at du er på vagt. Er der et sted, hvor du er mere tryg?",),
        ("Det er godt, du skriver det. Hvem plejer at give dig ro?",),
    ),
    UNKNOWN: (
        ("Jeg hører dig. Er det blevet værre, mens vi har skrevet?",),
        ("Det er godt, at du siger det. Hvem ved ellers, at du har det sådan?",),
    ),
}
CONCERN_LATER: tuple[Bubbles, ...] = (
    ("Vi lader alt andet ligge lige nu. Du må gerne skrive mere om det, hvis du vil.",),
    ("Jeg er et program, og det her fortjener et menneske. Hvem vil du helst sige det til?",),
    ("Tak, fordi du stoler på mig med det. Ring 112, hvis det bliver farligt.",),
    ("Du behøver ikke finde de rigtige ord. Er du sammen med nogen nu?",),
    ("Det er ikke for lidt til at bede om hjælp. Du må godt ringe, også om natten.",),
)

# --- calmer again, and when the system is down ------------------------------------------------------------

NOT_NOW: tuple[Bubbles, ...] = (
    ("Godt at vide. Sig til med det samme, hvis det bliver anderledes.",
     "Vil du skrive lidt videre, eller vil du hellere have en pause?"),
    ("Tak, fordi du svarer ærligt på det. Du kan altid ringe, hvis det vender.",
     "Hvad er bedst nu: at gå videre eller holde en pause?"),
    ("Det er jeg glad for. Det, du skrev før, er stadig vigtigt.",
     "Skal vi gå videre, eller trænger du til en pause?"),
    ("Okay. Jeg spurgte, fordi du betyder noget.",
     "Du bestemmer: Vil du gå videre nu, eller en anden dag?"),
)

ASK_AGAIN: Bubbles = ("Jeg spørger lige igen for at passe på dig: Er du i fare lige nu?",)
IF_IT_IS_DANGER = "Så går vi videre. Er der fare nu, så skriv det, eller ring 112."
"""After a guess, to somebody who just tells on and whose words hold no danger."""
STILL_HERE: Bubbles = (
    "Det er okay, hvis det er svært at svare på. Ring 112, hvis det bliver farligt.",
    "Vil du skrive lidt videre, eller er det bedst med en pause?",
)

DOWN: tuple[tuple[str, str], ...] = (
    ("Der er en teknisk fejl hos mig lige nu, så jeg kan ikke svare rigtigt. Det, du skrev, er gemt.",
     "Hvis det ikke kan vente, så ring til et menneske:"),
    ("Jeg kan stadig ikke svare, som jeg plejer. Fejlen er min, og det, du skrev, er gemt.",
     "Her er nummeret til et menneske:"),
    ("Fejlen er her endnu. Det, du skrev, er gemt, og du kan komme tilbage senere.",
     "Ring, hvis du har brug for en at tale med nu:"),
)
DOWN_AND_NOBODY = "Din bostøtte kan også svare dig. Ring 112, hvis der er fare."


HELP_IS_NEAR: tuple[Bubbles, ...] = (
    ("Det er godt, at du bad om hjælp. Vis det, du har skrevet her, og ring 112 sammen.",),
    ("Lad {who} hjælpe dig nu, og bliv sammen.",),
    ("Så er I to om det. Du må gerne lægge telefonen fra dig nu.",),
)
"""When somebody has come, is coming, or has been called."""
UNTIL_THEY_COME: tuple[Bubbles, ...] = (
    ("Godt, at {who} er på vej. Ring 112, hvis det bliver værre, og skriv gerne her imens.",),
    ("Vent ved døren, til du ikke er alene mere. Bliver det værre, så ring 112 nu.",),
    ("Du gør det rigtige ved at vente. 112 svarer også lige nu.",),
)
"""While somebody is on the way and not there yet."""
NONE_TAKEN: tuple[Bubbles, ...] = (
    ("Godt, at du ikke har. Lad dem ligge, og gå væk fra dem. Hvem kan være hos dig nu?",),
)
"""When the pills have not been taken."""
PUT_AWAY: tuple[Bubbles, ...] = (
    ("Godt, at du har fået afstand til det. Gå ikke derhen igen, og sig til {who}, hvor det ligger.",),
    ("Det er en hjælp, at det er væk fra dig. Bliv, hvor du er.",),
)
"""When the citizen has laid away what they could do harm with."""
THANKED: tuple[Bubbles, ...] = (
    ("Selv tak. Bliv hos {who}.",),
    ("Det var godt, du skrev.",),
)
"""To thanks, once help is there."""
RINGS_A_DOCTOR: tuple[Bubbles, ...] = (
    ("Godt, at der bliver ringet til lægen. Ring 112, hvis det haster mere.",),
    ("Så er lægen på sagen. Bliver det værre imens, så ring 112.",),
)
"""When somebody rings the doctor on call: help that is under way is not overruled."""
TELL_SOMEBODY: tuple[Bubbles, ...] = (
    ("Ja, sig det til {somebody}. Du kan sige: Jeg har brug for, at du er hos mig nu.",),
    ("Ja. {Somebody} må gerne vide det, og du kan vise det, du har skrevet her.",),
)
"""When somebody in danger asks whether to tell anybody."""
WITH_HELP: tuple[Bubbles, ...] = (
    ("Det er godt, at du ikke er alene nu. Lad {who} tage over.",),
    ("Bliv hos den, der er hos dig. Du må gerne lægge telefonen væk.",),
    ("Du har gjort det rigtige. Jeg er her, hvis du vil skrive igen.",),
    ("Hold fast i den, der er der.",),
)
"""When help is on its way or there: nothing more is asked."""
SOMEBODY_ASKS: tuple[Bubbles, ...] = (
    ("Sig det, som det er: Jeg har brug for hjælp nu. Bed om, at der bliver ringet 112.",),
    ("Du må gerne vise det, du har skrevet her. Lad {who} blive hos dig.",),
    ("Sig, at du ikke vil være alene nu. Det er nok.",),
)
"""When somebody comes by or asks a citizen in danger how they are."""
ASKS_FOR_SOMEBODY: tuple[Bubbles, ...] = (
    ("Jeg kan ikke skrive til en bestemt, og jeg ved ikke, hvornår beskeden bliver læst. Hvem kan du selv skrive til: "
     "Kom nu?",),
    ("Jeg er et program, og du har brug for et menneske nu. Kan du ringe 112 eller gå hen til andre?",),
)
"""When a citizen in danger asks for a person of their own."""
GOES_FOR_HELP: tuple[Bubbles, ...] = (
    ("Godt, gør det nu. Tag telefonen med, og sig det, som det er.",),
    ("Det er rigtigt at gå til en anden nu. Skriv igen, hvis der ikke er nogen.",),
    ("Ja, gør det med det samme. Du skal ikke forklare det hele.",),
)
"""When somebody in danger says that they go to a person, or ring or write to one."""
ABOUT_1888: tuple[Bubbles, ...] = (
    ("1888 er Lev Uden Vold, ikke politiet. Du behøver ikke sige, hvem du er, og de svarer hele døgnet.",),
    ("Det er en rådgivning for dem, der bliver slået eller truet. Du kan være anonym.",),
)
"""When somebody asks what the line is, or whether it is the police."""
LEAVE_NO_TRACE: tuple[Bubbles, ...] = (
    ("Skriv »slet alt«, hvis samtalen skal væk. Luk så siden, og slet historikken i browseren.",),
    ("Luk siden, og slet historikken bagefter. Skriv igen fra et andet sted, hvis du kan.",),
)
"""When somebody in danger asks how to hide or delete what was written."""
I_STAY: tuple[Bubbles, ...] = (
    ("Ja, jeg bliver her. Skriv, så tit du vil, og ring 112, hvis det bliver værre.",),
    ("Jeg er her hele tiden. Et enkelt ord er nok.",),
    ("Ja, her er jeg stadig. Du behøver ikke skrive noget bestemt.",),
)
"""When somebody in danger asks whether the bot stays, or says that it does not answer."""
HAS_WRITTEN: tuple[Bubbles, ...] = (
    ("Godt, at du skrev. Bliv, hvor du er, til {who} svarer.",),
    ("Så ved {who} det nu. Hold dig væk fra det, du kan gøre skade med, imens.",),
    ("Du har bedt om hjælp. Kommer der ikke svar, så ring 112.",),
)
"""When somebody in danger has written to a person, and waits."""
WHAT_TO_SAY: tuple[Bubbles, ...] = (
    ("Sig bare: Jeg har det ikke godt, og jeg vil ikke være alene. Du kan også vise det, du har skrevet her.",),
    ("Det behøver ikke være pænt sagt. Ordene »vil du være hos mig« er nok.",),
)
"""When somebody in danger asks what to say to the one who can help."""
WILL_NOT_CALL: tuple[Bubbles, ...] = (
    ("Det er svært at ringe til fremmede. Hvem kender du, der kan komme nu eller ringe for dig?",),
    ("Du kan også skrive: Kom nu, jeg har brug for hjælp. Hvem kan du sende det til?",),
    ("Så gå ud til andre, en nabo, en butik, gaden. Kan du gøre det nu?",),
)
"""When somebody in danger says that they won't or can't ring."""
SOMEBODY_IS_NEAR: tuple[Bubbles, ...] = (
    ("Godt. Bank på nu, og sig, hvordan du har det.",),
    ("Gå derhen nu, bare som du er. Du må gerne vise det, du har skrevet.",),
    ("Ring eller skriv nu, og bed om, at du ikke skal være alene.",),
)
"""When somebody in danger names a person who is near."""
GOODBYE: tuple[Bubbles, ...] = (
    ("Bliv sammen med en anden. Er du alene, så gå hen til en nabo, eller ring 112.",),
    ("Det er i orden at lægge telefonen væk. Gå hen til en, du er tryg ved, hvis det bliver slemt igen.",),
    ("Pas på dig selv. Du kan skrive her igen, og 112 svarer hele døgnet.",),
)
"""When somebody ends a talk in which there was danger."""
GOODBYE_WITH_HELP: tuple[Bubbles, ...] = (
    ("Godt, at du ikke er alene lige nu. Pas på dig selv.",),
    ("Bliv sammen, så længe du har brug for det. Du kan altid skrive her igen.",),
)
"""When somebody ends such a talk, and has said that another is with them."""
SOMEBODY_NAMED: tuple[Bubbles, ...] = (
    ("Send {who} en besked nu. Skriv bare: Kom, jeg har det ikke godt.",),
    ("Det må godt være svært for {who} at høre. To ord er nok: Kom nu.",),
    ("Kan du få fat i {who}, mens jeg er her? Det kan være et opkald uden ord.",),
)
"""When somebody in danger names a person whom they have: that one is asked to come."""
WHAT_WITH_THEM: tuple[Bubbles, ...] = (
    ("Lad det ligge, og gå fra det. Det kan {who} tage sig af bagefter.",),
    ("Du skal ikke rydde op nu. Sig til {who}, hvor det ligger.",),
)
"""When somebody asks what to do with the pills or the like."""
WITHOUT_RINGING: tuple[Bubbles, ...] = (
    ("Du behøver ikke ringe selv. Hvem kunne sidde hos dig den næste time?",),
    ("En besked er nok til at begynde med. Hvem svarer dig som regel?",),
    ("Gå et sted hen, hvor der er andre. Hvor kunne det være?",),
    ("Det er svært, og du er her stadig. Hvad kunne gøre den næste time lidt lettere?",),
    ("Flyt dig væk fra det, du kan gøre skade med. Er du et andet sted nu?",),
    ("Du har klaret det indtil nu. Hvem må vide, at det er så slemt?",),
)
"""When somebody in danger has said that they will not ring: 112 is not asked for again and again."""
MISREAD: Bubbles = ("Så har jeg måske læst dig forkert. Er du i fare lige nu?",)
READ_WRONGLY = "Tak, fordi du siger det. Jeg læste dig forkert, og numrene står her stadig."
"""Where danger was only said sideways, and the citizen says no."""
ALERT_STAYS: tuple[Bubbles, ...] = (
    ("Beskeden kan ikke tages tilbage. Der står kun, at du kan have det svært, og ikke hvad du skrev.",),
    ("Den ligger der stadig. Du kan selv sige til dem, hvordan du har det nu.",),
)
"""When somebody wants the message to staff undone: what it holds, and who can say more."""
def with_names(bubbles: Bubbles, who: str) -> Bubbles:
    """The same with the person who was named ("din søster") in its places; without one, "den anden". Never fails."""
    places = {"{who}": who or "den anden", "{somebody}": who or "en, du stoler på"}
    places["{Somebody}"] = places["{somebody}"][:1].upper() + places["{somebody}"][1:]
    for place, word in places.items():
        bubbles = tuple(bubble.replace(place, word) for bubble in bubbles)
    return bubbles


NOTE_STAYS = "Der ligger en besked til din bostøtte om, at jeg spurgte. Den siger ikke, hvad du har skrevet."
"""After a guess that was wrong: what was told to staff, and that it holds no words."""
NOTE = "Jeg lægger en besked om det til din bostøtte, men den bliver måske ikke læst lige nu."
"""Said when an alert is put into the outbox in the same transaction; that it is read is said only when it has been."""
DELIVERED = "Beskeden er nået frem til personalet. Jeg ved ikke endnu, om nogen har læst den."
SEEN = "Din bostøtte har set beskeden om, at du har det svært."
REACHED = {"delivered": DELIVERED, "seen": SEEN}
""""Nået frem" is said when the other side has taken the note, "set" when somebody of the staff has said so."""


def with_note(bubbles: Bubbles) -> Bubbles:
    """The same, with the word to staff told before the last bubble."""
    return (*bubbles[:-1], NOTE, *bubbles[-1:])


def pick(variants: Sequence[Bubbles], turn: int) -> Bubbles:
    """The variant for that turn; starts over only when all have been said."""
    return variants[turn % len(variants)]


def with_lines(sentence: str, contacts: Sequence[Contact]) -> str:
    """A bubble: the sentence, then one line per contact."""
    return "\n".join((sentence, *(contact.as_line() for contact in contacts)))


def acute_lines(kind: DangerKind, contacts: Sequence[Contact]) -> list[Contact]:
    """112 first, the kind's own line, then those given; Livslinien only where life is the matter."""
    special = CONTACTS.get(_IN_ACUTE_DANGER.get(kind, ""))
    given = [contact for contact in contacts if contact.number != ALARM.number]
    fitting = [contact for contact in given if contact.key != "livslinien" or kind in LIFE_KINDS]
    return [ALARM, *([special] if special else []), *fitting]


def concern_lines(kind: DangerKind, contacts: Sequence[Contact]) -> list[Contact]:
    """One fitting line; where only Livslinien or none is left, 112 stands before it."""
    special = CONTACTS.get(SPECIAL_LINES.get(kind, ""))
    if special:
        return [ALARM, special] if kind is OVERDOSE else [special]
    given = [contact for contact in contacts if contact.number != ALARM.number]
    nearest = [contact for contact in given if contact.key != "livslinien"]
    return nearest[:1] or [ALARM, *given[:1]]


def answer_acute(kind: DangerKind, turn: int, contacts: Sequence[Contact]) -> Bubbles:
    """First the numbers; then, turn by turn, shorter and in other words."""
    if turn <= 0:
        warm, numbers, stay = ACUTE_FIRST[kind]
        return warm, with_lines(numbers, acute_lines(kind, contacts)), stay
    later = VIOLENCE_LATER if kind is VIOLENCE else ACUTE_LATER
    return pick((*ACUTE_AGAIN[kind], *later), turn - 1)


def answer_concern(kind: DangerKind, turn: int, contacts: Sequence[Contact]) -> Bubbles:
    """First acknowledge, ask whether it is now, and offer a person and a line; then go on in other words."""
    if turn <= 0:
        return (*CONCERN_FIRST[kind], with_lines(PERSON_AND_LINE[kind], concern_lines(kind, contacts)))
    return pick((*CONCERN_AGAIN[kind], *CONCERN_LATER), turn - 1)


def answer(level: Safety, kind: DangerKind, turn: int, contacts: Sequence[Contact]) -> Bubbles:
    """The bubbles for a message at that level.

    `turn` counts the turns in a row at this level: 0 for the first, 1 for the second. `contacts` comes from
    `help_lines.contacts_for`. At `Safety.NONE` there is nothing to say: an empty tuple.
    """
    if level is Safety.ACUTE:
        return answer_acute(kind, turn, contacts)
    return answer_concern(kind, turn, contacts) if level is Safety.CONCERN else ()


def pills_at_hand() -> Bubbles:
    """What is said where pills are first named in acute danger of another kind, whose numbers were given before."""
    opening, numbers, away = answer_acute(DangerKind.PILLS, 0, ())[:3]
    return (opening, "\n".join(line for line in numbers.splitlines() if not line.startswith(ALARM.name)), away)


def after_not_now(turn: int = 0) -> Bubbles:
    """The calm follow-up when the citizen answers that it is not happening now; `turn` counts such answers.

    Only the first question of a concern asks whether it is now; there yes means danger, for every kind.
    """
    return pick(NOT_NOW, max(turn, 0))


def calm_reply(contacts: Sequence[Contact], turn: int = 0) -> Bubbles:
    """What is said when the understanding part of the system is down; `turn` counts such replies in a row.

    Shows the contacts given except Livslinien, the municipality's own first; 112 alone when there are none.
    """
    fault, numbers = DOWN[max(turn, 0) % len(DOWN)]
    people = [c for c in contacts if c.number != ALARM.number and c.key != "livslinien"]
    people.sort(key=lambda contact: bool(contact.key))
    return fault, with_lines(numbers, [*people, ALARM]) if people else with_lines(DOWN_AND_NOBODY, [ALARM])
