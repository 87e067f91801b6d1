# SPDX-License-Identifier: MPL-2.0
"""Closed lists of Danish words that the grammar leans on, and what a word is by the words around it."""

from __future__ import annotations

from bot.danish.verbs import VERB_ROWS

Tokens = tuple[str, ...]


def bag(text: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(text.split())


def _column(*numbers: int) -> frozenset[str]:
    return frozenset(row[n] for row in VERB_ROWS for n in numbers) - {"-"}


INFINITIVES = _column(0) - {"du"}
PRESENTS = _column(1)
PARTICIPLES = _column(3)
# Forms that are another word as well and are therefore read as a verb only next to a subject pronoun.
AMBIGUOUS_FINITE = bag(
    "så når ved bad bed red hed sang vred løb tog brød nød vandt tænder lærer maler leder støtter møder "
    "lå dør trapper minder løfter banker styrker lander dater behandler skader stammer fanger borer retter damper limer"
)
FINITE = _column(1, 2) | frozenset({"gad", "kunne", "skulle", "ville", "måtte", "turde", "burde"})
CLEAR_FINITE = FINITE - AMBIGUOUS_FINITE
# Past forms that are infinitives too: no sign of a further clause.
NOUNS_TOO = bag(
    "stemmer ringer spiller handler taber tjener løber bager bruger låner ejer lejer træner cykler "
    "planter drømmer samler kontakter aftaler rejser prøver klager følger plager glæder mærker"
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
    "umiddelbart sagtens da dermed godt bedst bedre selv først engang sidst mon"
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
bare så gerne, ærlig talt, ærligt talt, helt ærligt, på en måde, til tider, af og til, fra tid til
anden, til daglig, lige pludselig, måske nok, nok heller, selvfølgelig ikke, helt sikkert, for tiden,
lige for tiden, indimellem
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
    "indeni udadtil fremover fremadrettet overalt dernæst senere virkelig formentlig formodentlig åbenbart efterhånden"
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

# Words in -er that are no verbs.
NO_VERBS = bag(
    "eller efter under over heller ellers super center kvarter papir semester nummer vejr hver sommer vinter søster "
    "datter mor far bror venner penge mennesker timer dage uger måneder minutter problemer ting aftener ofte bedre "
    "værre mere færre flere større senere"
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
# What may stand in front of the verb behind "for": "for ellers kommer jeg ikke op".
AFTER_FOR = bag("ellers så nu der her")
QUESTION_WORDS = bag(
    "hvad hvor hvordan hvorfor hvem hvornår hvilken hvilket hvilke hvis hvorhen hvorvidt"
) - {"hvis"}
# Links of two words.
PAIRED_LINKS = frozenset(
    {("hver", "gang"), ("nu", "hvor"), ("så", "snart"), ("så", "længe"), ("efter", "at"), ("uanset", "hvad")}
)
# Feelings that take "for, at …": elsewhere "for at" tells a purpose and wants no comma between.
FEELINGS = bag("glad bange ked taknemmelig træt bekymret nervøs flov stolt lykkelig angst utryg")
# Words that lawfully stand right before a clause of its own inside another.
CLAUSE_OPENERS = (
    SUBORDINATORS | QUESTION_WORDS | COMPLEMENT_VERBS | bag("at om som så end og men for eller hvad , der")
)
PLAIN_OPENERS = CLAUSE_OPENERS - COMPLEMENT_VERBS
# After these a subject begins a clause of its own: they cannot be what a relative clause hangs on.
SAFE_ENDS = bag(
    "igen nu mere alene træt hårdt dårligt godt svært rart dejligt hyggeligt ked sur bange glad ensom "
    "mig ham hende "
    "dem ud hjem hjemme op ned"
)
# Nouns and pronouns that carry a relative clause without "som": "hver gang jeg …", "det eneste jeg …".
RELATIVE_HEADS = bag("gang gange dag dage alt noget ting tingene eneste første sidste værste bedste det nogen")
INTERJECTIONS = bag(
    "ja nej jamen altså tja nå øh øhm hmm hm åh puha ok okay jaja jada jo hej tak næ næh nope jep jeps "
    "yes suk nåmen undskyld årh ah øv lol haha hehe wallah bro bruh hallo dav goddag pyt ej aj arh"
)
# "mest fordi", "især når": these go with the link behind them.
LINK_MODIFIERS = bag("mest især netop også bare kun specielt særligt primært hovedsageligt")
STRIPPED_LINKS = bag("og men så fordi for selvom eftersom altså")
FILLERS = bag("altså sgu fandme fandeme kraftedeme wallah bro bruh tbh lol haha hehe øh øhm lissom fanme swear")
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

# ---- what a word is, by the words around it
# ----------------------------------------------------------------


def low(parts: Tokens | list[str]) -> Tokens:
    """The tokens in lower case, for comparing with word lists."""
    return tuple(map(str.lower, parts))


def is_verb_after_pronoun(word: str) -> bool:
    """Whether a word right after a subject pronoun can be trusted to be its finite verb."""
    if word in FINITE:
        return True
    known = word in NO_VERBS or word in ADVERBS or word in NOT_AFTER_PRONOUN or word in INFINITIVES
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
    if parts[i : i + 2] == ("virkelig", "godt") and verb in MODALS:
        return 1
    if parts[i] == "bestemt" and verb in {"har", "havde", *COPULAS}:
        return 0
    kunnet = parts[i + 1 : i + 2] in {("kunnet",), ("villet",), ("vidst",)}
    if parts[i] in MODAL_ADVERBS and verb not in BEFORE_MODAL_ADVERBS and not kunnet:
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
    if after == "selv" or (verb in COMPLEMENT_VERBS and following and following[0] in CLEAR_FINITE):
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
