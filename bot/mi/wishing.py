# SPDX-License-Identifier: MPL-2.0
"""What a citizen wishes for, taken out of a message: whole, in their own words, and of now."""

from __future__ import annotations

import re

from bot.codebook import Intent, Statement, Talk, Theme
from bot.danish.mend import mend
from bot.danish.person import to_du
from bot.danish.wishes import is_dreamt_at_night, speaks_of_death_or_harm, wishes_in
from bot.danish.words import FINITE
from bot.mi.conversation import Ask, Conversation, Process, Wish

_WISH_WORDS = 8
_ASKS_FOR_A_WISH = frozenset({Ask.HOPE, Ask.IN_THEME, Ask.DREAMT, Ask.WISHED_THEN, Ask.WANT_TO_HAPPEN})
LONGEST_THOUGHT = 160
"""Characters of what is given back."""
LONGEST_QUOTE = 400
"""Characters; of a longer message only the clause is kept, and no longer wish, so that the memory stays small."""


def hear_wish(conversation: Conversation, statement: Statement) -> Wish | None:
    """The wish in a message, kept if it is new; None without one, and where it was wished in another time."""
    if is_of_then(conversation.asked, statement.text):
        return None
    wish = _wish_in(statement) or _wish_that_was_asked_for(conversation, statement)
    wish = wish or _wish_by_kind(conversation, statement)
    if wish is None or _LEFT_IN_PEACE.search(wish.core) or wish.core.casefold().strip(" .,:") in _BARE_DOINGS:
        return None
    wish.turn, wish.theme = conversation.turn, _first_theme(statement.themes) or conversation.theme
    if not any(_is_the_same(wish, earlier) for earlier in conversation.wishes):
        conversation.remember_wish(wish)
        _let_it_lead(conversation, wish, statement.themes)
    return wish


def wish_of_words(conversation: Conversation, said: str, words: str) -> Wish:
    """What was named without a word of wishing, kept as a wish: a step that was offered, what is to be written down."""
    core = mend(words).strip(" .,:!")
    wish = Wish(said, core, to_du(core), conversation.turn)
    conversation.remember_wish(wish)
    return wish


_BARE_DOINGS = frozenset([
    "sige", "gøre", "se", "vide", "være", "have", "komme", "tale", "snakke", "skrive", "øve", "spørge"])
"""A doing without anything to it: "… ville jeg gerne sige: …"."""


def _let_it_lead(conversation: Conversation, wish: Wish, themes: frozenset[Theme]) -> None:
    """What is wished for now leads instead of an old dream or a habit.

    So does what is to be begun or taken up again, instead of something of the same part of life or a longing, until the
    citizen has been asked which comes first, or there is a plan.
    """
    leading = conversation.focus
    if leading is None or conversation.process is Process.PLAN or Ask.PERMISSION in conversation.has_asked:
        return
    now = bool(_WISHED_NOW.search(wish.said))
    evoking = conversation.process in (Process.FOCUS, Process.EVOKE)
    chosen = Ask.WHICH_FIRST in conversation.has_asked
    same = leading.theme in themes or bool(_LONGED_FOR.search(leading.said))
    nearer = evoking and not chosen and same and bool(_TO_DO.search(wish.core))
    if now and (nearer or not _WISHED_NOW.search(leading.said)):
        conversation.focus = wish


_TO_DO = re.compile(r"\b(?:begynde|starte|igen|tilbage|i gang)\b", re.IGNORECASE)
_LONGED_FOR = re.compile(r"\b(?:savne[rt]?|savnede|drøm\w*)\b", re.IGNORECASE)
_WISHED_NOW = re.compile(
    r"\b(?:gerne|gærne|ønsker|gid|savner|håber|drømmer|trænger|brug for|lyst til|tænke mig"
    r"|(?:kunne|ku|ville) være)\b", re.IGNORECASE)
"""Said as a wish of the present; "har drømt om" and "vil bare" are not."""


_LEFT_IN_PEACE = re.compile(r"^(?:bare |helst |gerne )*(?:være|have|blive|få) (?:i fred|fred|alene|ladt i fred)$"
                            r"|^(?:blive ved|fortsætte)(?: lidt)?(?: endnu)?$"
                            r"|^(?:lave|have|få) (?:en|et) (?:lille )?(?:plan|aftale|mål|delmål)\b", re.I)
"""To be let alone for now, to go on talking, or to make a plan, is no goal."""


def is_of_then(asked: Ask | None, text: str) -> bool:
    """Whether a dream is told of another time: what somebody dreamt of when young is not what they wish for now."""
    if _HAD_HOPED.search(text) or _CAME_TRUE.search(text):
        return True
    if _NOW.search(text) or not _WISHED.search(text):
        return False
    return asked in _ASKS_OF_THEN or bool(_THEN.search(text))


_HAD_HOPED = re.compile(r"\b(?:jeg havde|havde jeg) (?:\w+ )?(?:håbet|drømt|ønsket|tænkt)\b", re.IGNORECASE)
_CAME_TRUE = re.compile(r"\b(?:drømte|ønskede)\b[^.!?]*\bog det (?:fik|blev|gjorde|kom|lykkedes)\b", re.IGNORECASE)
_WISHED = re.compile(
    r"\b(?:drømte|ønskede|ville (?:jeg )?(?:gerne|så gerne|altid|være|blive)|håbede|skulle (?:jeg )?være)\b",
    re.IGNORECASE
)
_THEN = re.compile(r"\b(?:dengang|som (?:ung|barn|lille|dreng|pige|teenager)|da jeg (?:var|gik)|engang|før i tiden)\b",
                   re.IGNORECASE)
_NOW = re.compile(r"\b(?:stadig\w*|endnu|i dag|nu|lige så)\b", re.IGNORECASE)
_ASKS_OF_THEN = frozenset({Ask.DREAMT, Ask.WISHED_THEN})


def _is_the_same(wish: Wish, earlier: Wish) -> bool:
    """The same wish in other words: most of what the shorter says stands in the other as well."""
    one, other = sorted((_carrying(wish), _carrying(earlier)), key=len)
    alike = wish.core.casefold() == earlier.core.casefold()
    return alike or (len(one) > 1 and len(one & other) >= _ALIKE * len(one))


_ALIKE = 0.6
_CARRIES_NOTHING = frozenset([
    "at", "en", "et", "den", "det", "de", "der", "som", "og", "i", "på", "til", "med", "for", "af", "om", "mig",
    "min", "mit", "mine", "lidt", "igen", "kunne", "kan", "få", "have", "være", "blive", "gerne", "mere", "helt", "ud",
    "op", "ned", "hen", "ind", "når", "så", "bare", "selv", "noget", "nogen",
])


def _carrying(wish: Wish) -> frozenset[str]:
    return carrying(wish.core)


def carrying(text: str) -> frozenset[str]:
    """The words of a text that say what it is about."""
    return frozenset(re.findall(r"\w+", text.casefold())) - _CARRIES_NOTHING


def wish_meant(wishes: list[Wish], text: str) -> Wish | None:
    """The wish that shares most words with the text; the latest of several, None where no word is shared."""
    said = carrying(text)
    return max(reversed(wishes), key=lambda wish: len(_carrying(wish) & said), default=None) if any(
        _carrying(wish) & said for wish in wishes) else None


def _wish_in(statement: Statement) -> Wish | None:
    found = next((wish for wish in wishes_in(statement.text) if len(wish.said) <= LONGEST_QUOTE), None)
    return Wish(_sentence_of(found.said, statement.text), found.core, found.core_du) if found else None


def _sentence_of(said: str, text: str) -> str:
    """The whole sentence, letter by letter, in which a wish stands; the wish alone where the sentence is a speech."""
    at = text.find(said)
    if at < 0:
        return said
    before = [end.end() for end in _SENTENCE_ENDS.finditer(text, 0, at)]
    after = _SENTENCE_ENDS.search(text, at + len(said) - 1)
    whole = _LEADS_IN.sub("", text[before[-1] if before else 0 : after.start() if after else len(text)].strip())
    return whole if len(whole) <= LONGEST_THOUGHT else said


_LEADS_IN = re.compile(r"^(?:(?:men|og|så|for|ja|jo|nej)[ ,]+)+(?=jeg\b|gid\b|det\b)", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"(?<!\d)[.!?…]+(?=\s|$)|\n+")


def _wish_that_was_asked_for(conversation: Conversation, statement: Statement) -> Wish | None:
    """A short answer to "hvad kunne du ønske dig?" is a wish also without the words of wishing."""
    asked = conversation.asked in _ASKS_FOR_A_WISH
    asked = asked or (not conversation.wishes and bool(_WISHED_BY_INFINITIVE.match(statement.text)))
    short = 2 <= statement.words <= _WISH_WORDS and len(statement.text) <= LONGEST_THOUGHT
    short = short and "?" not in statement.text and not any(
        _tells_what_is(part) for part in _SENTENCE_ENDS.split(statement.text) if part.strip())
    usable = asked and short and not is_dreamt_at_night(statement.text)
    if not usable or statement.intent is not Intent.SHARE or statement.talk & _NO_WISH:
        return None
    core = mend(statement.text).strip(" .!…")
    found = Wish(statement.text, core, to_du(core))
    return found if _carrying(found) - _SAYS_NOTHING else None


_SAYS_NOTHING = frozenset(["måske", "ja", "nej", "jo", "tja", "ok", "okay", "nok", "ikke", "ikk", "altså", "vel",
    "endnu", "senere", "nu", "lige", "det", "vi", "ser", "andet", "helst", "tak"])


def _tells_what_is(text: str) -> bool:
    """Whether it tells what is, not what is wished for: "spiller lidt", "det er bare rart"."""
    if _SOMETHING_IS.match(text.strip()):
        return True
    first = text.casefold().split()[0].strip(".,!")
    return first in FINITE and first.endswith("r") and first not in _OF_WISHING


_SOMETHING_IS = re.compile(
    r"(?:det|den|der|man|han|hun|de) (?:er|var|kan|har|bliver|blev|tænker|gør|gik|kom|fik|forsvandt)\b", re.IGNORECASE)
_OF_WISHING = frozenset(["savner", "ønsker", "drømmer", "håber", "længes", "mangler"])
_WISHED_BY_INFINITIVE = re.compile(
    r"(?:måske |bare |nok |at |helst )*"
    r"(?:sove|få|have|komme|se|spise|snakke|tale|gå|bo|kunne|lære|arbejde|møde|spille) "
    r"(?:\w+ ){0,6}(?:bedre|mere|mindre|oftere|igen|lettere|tidligere|længere)\b", re.IGNORECASE)
""""måske sove lidt bedre", also where no wish was asked for."""
_NO_WISH = frozenset({Talk.SUSTAIN, Talk.COMMITMENT, Talk.TAKING_STEPS})
"""What holds back, is promised or has been done is not what is wished for."""


def _wish_by_kind(conversation: Conversation, statement: Statement) -> Wish | None:
    """Where the reader hears a wish and no word of wishing is known, the whole message is it; only for the first."""
    usable = Talk.DESIRE in statement.talk and len(statement.text) <= LONGEST_THOUGHT and "?" not in statement.text
    dark = speaks_of_death_or_harm(statement.text) or is_dreamt_at_night(statement.text)
    if not usable or conversation.wishes or dark:
        return None
    return Wish(statement.text, mend(statement.text).strip(" .!…"), None)


def hear_theme(conversation: Conversation, statement: Statement) -> None:
    if conversation.theme is None:
        conversation.theme = _first_theme(statement.themes)


def _first_theme(themes: frozenset[Theme]) -> Theme | None:
    return next((theme for theme in Theme if theme in themes), None)
