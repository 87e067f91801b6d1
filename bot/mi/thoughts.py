# SPDX-License-Identifier: MPL-2.0
"""A message taken apart into thoughts, each turned to "du" where the grammar is sure, and what may be said back."""

from __future__ import annotations

import re

from bot.danish.belonging import belongs_inside, follows_from
from bot.danish.clauses import clauses, drops_subject
from bot.danish.mend import mend, tokens
from bot.danish.person import main_du, to_du
from bot.danish.slips import runs_on
from bot.danish.spelling import has_misspelt
from bot.danish.turning import without_fillers
from bot.danish.words import INFINITIVES
from bot.mi.own_order import (
    BARE_VERBS,
    FEWEST_WORDS,
    HALF_ENDINGS,
    MOST_WORDS,
    ONE_SENTENCE,
    in_own_order,
    is_broken_off,
)
from bot.mi.wishing import LONGEST_THOUGHT

_HANGS_ON = re.compile(
    r"(?:så (?:at )?(?:jeg|vi|min|mit|mine|der|man)|ellers|fordi|for at|selvom|selv om|siden|når|hvis|mens|inden|uden"
    r"|indtil|(?:før|da) (?:jeg|man|vi|han|hun|min|mit|mine|det|der|de))\b", re.IGNORECASE,
)
_ON_CONDITION = re.compile(r"(?:når|hvis|uden|før)\b", re.IGNORECASE)
"""Without it the clause before would say more than the citizen did: "jeg er ikke sur" of "… når jeg er tavs"."""
ASIDES = re.compile(
    r",? (?:det )?(?:må|kan|skal|vil) jeg (?:jo |hellere |lige |vist |gerne |nok |også )*(?:sige|indrømme|tilføje)"
    r"(?: ligeud| som det er)?(?=,| |$)(?! at),?|,? (?:tror|synes|tænker) jeg(?: nok)?(?= *$|,)", re.IGNORECASE,
)
"""What somebody says of their saying it: "jeg er bevæget, må jeg sige"."""
_IF = re.compile(r"(?:men |og )?(?:hvis|når|hver gang|fordi|siden)\b", re.IGNORECASE)
_ALTHOUGH = re.compile(r"selv ?om\b", re.IGNORECASE)
_SO_THAT_I = re.compile(r"så (?:at )?(?:jeg|min|mit|mine)\b", re.IGNORECASE)
"""An aim told by itself: "så jeg kan sende penge hjem" is no "du kan sende penge hjem"."""
_SUPPOSED = re.compile(r"(?:fordi )?(så (?:kunne|ville|kan|vil|skulle|slap|fik|gad|turde|havde) )", re.IGNORECASE)


def thoughts(text: str) -> list[str]:
    """A message clause by clause, but a reason or an aim stays with what it is the reason of.

    A clause that hangs on the one before it and can't be joined to it is left out: alone it would say
    something else ("så jeg kan komme i fleksjob" is a hope, not a fact).
    """
    if ONE_SENTENCE.match(text):
        return [re.split(r"[.!?\n]", text, maxsplit=1)[0]]
    found: list[str] = []
    paired = -1
    left_out = False
    for clause in clauses(ASIDES.sub(",", text)):
        hangs = _HANGS_ON.match(clause.text)
        waits = bool(found) and paired != len(found) and bool(_IF.match(found[-1]))
        if found and not waits and (follows_from(clause.text, text) or (left_out and hangs)):
            left_out = True  # and what hangs on it goes with it
            continue
        left_out = False
        if found and _SO_MUCH.search(found[-1]) and clause.text.startswith("at "):
            found.pop()  # half of "så træt, at …" would say something else
            left_out = True
            continue
        if found and belongs_inside(found[-1], clause.text) and not _ends_a_sentence(found[-1], text):
            found[-1:] = _with_its_end(found[-1], clause.text)
        elif found and found[-1].casefold().endswith(" siden"):
            found[-1] = f"{found[-1]}, {clause.text}"
        elif waits and not _ends_a_sentence(found[-1], text):
            found[-1] = f"{found[-1]}, {clause.text}"
            paired = len(found)
        elif not (hangs and found):
            found.append(clause.text)
        elif clause.text[:1].isupper() and text[:1].isupper() and _ends_a_sentence(found[-1], text):
            left_out = True
        elif len(f"{found[-1]} {clause.text}".split()) <= MOST_WORDS and in_du(f"{found[-1]}, {clause.text}"):
            found[-1] = f"{found[-1]}, {clause.text}"
        elif _ON_CONDITION.match(clause.text) or len(found[-1].split()) <= FEWEST_WORDS:
            found.pop()
        else:
            left_out = True
    return found


_SO_MUCH = re.compile(r"\bså \w+", re.IGNORECASE)


def _with_its_end(before: str, clause: str) -> list[str]:
    """Both as one thought if it can be said whole, else neither: half of it would say something else."""
    whole = f"{before} {clause}" if clause.startswith("og ") else f"{before}, {clause}"
    du = in_du(whole)
    return [whole] if du and len(du.split()) + _DROPPED >= len(whole.split()) else []


_DROPPED = 2
"""Words like "jo" and "og" that may be left out."""


def _ends_a_sentence(clause: str, text: str) -> bool:
    """Whether a full stop or its like stands behind the clause in the message."""
    last = re.escape(clause.split()[-1])
    return bool(re.search(rf"{last}\s*[.!?\n…]", text, re.IGNORECASE))


def in_du(thought: str) -> str | None:
    if _ALTHOUGH.match(thought):
        return None
    if _SO_THAT_I.match(thought):
        return to_du(without_fillers(mend(thought)).strip(" .!,…"))
    if ONE_SENTENCE.match(thought) and thought.casefold().startswith("det er "):
        plain = without_fillers(mend(thought)).strip(" .!,…")
        du = main_du(thought)
        return du if du and du.casefold().startswith("det") else to_du(plain)
    supposed = _SUPPOSED.match(thought)
    if supposed is None:
        return main_du(thought) or in_own_order(thought) or _with_its_i(thought)
    du = to_du(thought[supposed.start(1) :])
    return du and du[:1].lower() + du[1:]


def _with_its_i(thought: str) -> str | None:
    """ "tænker for meget, snakker for lidt", "tog mig sammen": the "jeg" that was left out put back."""
    small = tuple(tokens(mend(thought).casefold()))
    left_out = drops_subject(small) or (small[:1] == ("tog",) and small[1:2] != ("jeg",))
    if small and (small[0] in _OF_THINGS or _HOW_LONG.match(" ".join(small))):
        return None
    return in_own_order(f"jeg {thought[:1].lower()}{thought[1:]}") if left_out and not runs_on(small) else None


_OF_THINGS = frozenset([
    "kostede", "koster", "varede", "varer", "virkede", "virker", "hjalp", "hjælper", "lød", "lyder", "skete", "sker",
    "regnede", "smagte", "smager", "lugtede", "lugter", "lukker", "lukkede"])
"""Of these somebody else, or a thing, is left out in front."""
_HOW_LONG = re.compile(r"tog (?:\d+|en|et|to|tre|fire|fem|hele|lang|meget|lidt) ?(?:time|min|dag|uge|tid|aften)")


def is_torn_from_its_subject(thought: str, text: str) -> bool:
    """Whether the one who does it stands before the clause and is another, or one of two ("Erik og hans fætter")."""
    if _OF_TWO.match(thought):
        return True
    before = text[: max(0, text.find(thought))]
    if thought.casefold().startswith("at ") and before.strip() and not before.rstrip().endswith((".", "!", "?")):
        return True
    no_subject = drops_subject(tuple(tokens(mend(thought.casefold())))) and before.strip()
    half_a_sentence = text[:1].isupper() and thought[:1].islower() and before.rstrip().endswith(".")
    last = re.split(r"[.!?]", before.rstrip(" .!?"))[-1]
    another = bool(last.strip()) and not _OF_ME.search(last) and not drops_subject(tuple(tokens(mend(last.casefold()))))
    return bool(no_subject) and (half_a_sentence or another or bool(_SOMEBODY_ELSE.search(before)))


_OF_ME = re.compile(r"\b(?:jeg|mig|min|mit|mine)\b", re.IGNORECASE)
_OF_TWO = re.compile(r"og (?:hans|hendes|deres) ", re.IGNORECASE)
_SOMEBODY_ELSE = re.compile(r"(?:^|[.!?] ?)(?:han|hun|den|de|dem|min|mit|mine) ", re.IGNORECASE)


_SUBORDINATE = re.compile(
    r"(?:skønt|nu hvor|bare fordi|kun fordi|hver ?gang|lige siden|som om|fordi|selvom|selv om|da|mens|inden|før"
    r"|efter (?:at|du|det|de|der|vi|jeg|han|hun|man)|uden at|når|hvis|siden)\b",
    re.IGNORECASE,
)
_NOT_SAID_BACK = re.compile(
    r"ikke (?:ret |så )?meget værd|^du skulle hilse|^du er død$"
    r"|\b(?:giv|lad|send|hjælp|vis|fortæl) dig\b|, (?:sagde|siger|tænkte|råbte) du\b"
    r"|^du må (?-i:[A-ZÆØÅ])|^du (?:har|er) (?:\w+ )?(?:skizo\w*|adhd|add|autis\w*|borderline|bipolar\w*|ocd|ptsd"
    r"|paranoid\w*|psykotisk|maniodepressiv\w*)$"
    r"|\btil og \w+e\b|\bligge (?:\w+[ei][nt]|den|det|dem|min|mit|mine|din|dit|dine)\b(?! (?:ved siden|her|der))"
    r"|\bsikker \d|\ber samme\b|\bom (?:måned|uge|dag)\b|\bhar ikke ven\b|\b(?:fra|til|på|i) skole (?:om|og|med|i)\b"
    r"|\b\w+(?:erne|ene) (?:er|var|bliver|blev) (?:meget |så |for )?"
    r"(?:svær|dårlig|dyr|lang|kort|nem|sød|ung|gammel|træt|glad|sur|høj|lav|let|tung|hård|stor|god)$"
    r"|^det er (?-i:[A-ZÆØÅ][a-zæøå]+)$", re.IGNORECASE,
)
"""A low word on oneself, a diagnosis with nothing else in it, what was ordered or said aloud; slips of real words."""


_OUT_OF_PLACE = re.compile(
    r"(?<!\bden )(?<!\bdet )(?<!\bde )\bher(?:ude|inde|nede|oppe|hjemme|henne)?\b"
    r"(?! (?:til|på det sidste|i (?:ugen|for|som)))"
    r"|^sådan noget\b|\bhar (?:set|fundet|købt|fået) (?:en|et) (?:på|i|til|fra|hos)\b|\b(?:var|er) det at \w+e\b"
    r"|^det lyder\b|\bplejer at være \d|^helt ærligt\b|[^,] så (?:kom|gik|blev|fik|var|er|har|kan|må|skal) "
    r"|\ber, når\b.*, så\b|\bvel\b|^(?:ellers|næste gang) |^du er bare \w+$|^du skal (?:forsøge|prøve)\b"
    r"|^du skal(?: \w+){1,2}$|^du skal (?:\w+ )?(?:indrømme|erkende|tilstå|undskylde|forklare|fortælle|sige|love)\b"
    r"|^du har(?: \w+)? (?:spurgt|sagt|prøvet|gjort|skrevet|svaret|lovet|hørt|set|taget)$"
    r"|\bog så (?!efter|over|under)\w+(?:er|ede|te)\b|\b(?:da|når|hvis|fordi|som|hvor|og) (?:du|han|hun|det|der)$"
    r"|\bmå du sige\b|^du må(?: \w+)?$|^nu prøver du$"
    r"|^tiden \w+ du\b|^du vil være\b|\bda$|(?<!ikke )\bnogen \w+(?:er|r)\b(?! (?:som|der|at))|^dit dansk\b"
    r"|\bligger (?:den|det|dem|min|mit|mine|din|dit|dine|\w+[ei]n) (?:i|på|væk|ind|ned|over|ud)\b|\bmdr\b|\ben skid\b"
    r"|^der (?:kom|er|var) (?:en|et) \w+$|\b(?:kan|skal|vil|må) du (?:måske )?(?:alene|selv)$|\buanset hvad$"
    r"|\bdumt,? at du\b|\ber problem\b|\bsom \d|^du skulle \w|^det er (?:vigtigt|svært|hårdt|rart|godt) for dig$",
    re.IGNORECASE)
"""A "her" that is the citizen's place and not the bot's; what points back; what would be a judgement or an order from
somebody else's mouth ("du skulle skrive …", "det lyder af så lidt")."""


_WHOLE_PAIRS = (
    ["blive", "ved"], ["bliver", "ved"], ["vare", "ved"], ["godt", "lide"], ["kunnet", "lide"], ["er", "der"],
    ["sidder", "der"], ["bliver", "der"], ["var", "der"], ["vender", "om"], ["vende", "om"],
)
_WHOLE_ENDS = (["hvad", "der", "er"], ["som", "det", "er"], ["hvad", "det", "er"], ["som", "du", "er"])


def is_out_of_place(du: str) -> bool:
    """Whether it is right from the citizen and not from the bot: "her", a judgement of themselves, "du skulle …"."""
    return bool(_OUT_OF_PLACE.search(du))


def may_be_said(du: str) -> bool:
    words = du.casefold().split()
    ends = words[-1] not in HALF_ENDINGS or words[-3:] in _WHOLE_ENDS or words[-2:] in _WHOLE_PAIRS
    whole = words[0] not in BARE_VERBS and ends and not has_misspelt(du)
    whole = whole and not is_broken_off(words) and not _NOT_SAID_BACK.search(du) and not is_out_of_place(du)
    whole = whole and words[:2] != ["du", "hedder"] and not (_SUBORDINATE.match(du) and "," not in du)
    whole = whole and not (len(words) == FEWEST_WORDS and words[-1] == "ikke")
    whole = whole and " ' " not in du
    return whole and FEWEST_WORDS <= len(words) <= MOST_WORDS and len(du) <= LONGEST_THOUGHT


def as_considered(du: str) -> str:
    """ "måske kunne du gå derned" would be advice in the bot's mouth; said of the citizen it is "du overvejer at …"."""
    found = None if _IF_IT_WERE.search(du) else _COULD_PERHAPS.match(du)
    return f"du overvejer at {found['doing']}" if found and found["doing"].split()[0] in INFINITIVES else du


_IF_IT_WERE = re.compile(
    r"\bhvis (?:\w+ ){1,3}?(?:var|sad|kom|gik|havde|kunne|ville|stod|fik|blev|tog|turde|måtte)\b", re.IGNORECASE)
""""… hvis Inger sad ved udgangen" goes with "kunne", not with "overvejer"."""
_COULD_PERHAPS = re.compile(
    r"(?:måske (?:kunne|kan) du|du (?:kunne|kan) måske|du kunne godt)(?: godt)? "
    r"(?P<doing>(?!tænke dig|lide|mærke|se |høre |forstå|huske|ønske|bruge|trænge|regne|klare|finde på)\w+.*)",
    re.IGNORECASE)
