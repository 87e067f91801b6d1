# SPDX-License-Identifier: MPL-2.0
"""Turns an answer to "what is the smallest step?" into one sentence in the first person and their words."""

from __future__ import annotations

import re

from bot.danish.dictionary import known_words
from bot.danish.fronting import fronted, says_more
from bot.danish.step_verbs import present_of, present_spelled, with_more_verbs
from bot.danish.step_words import (
    AT,
    FINITE_I,
    HEDGE,
    IMPERATIVES,
    IN_A_CLAUSE,
    LEAVES_OFF,
    LONGEST,
    MODAL_I,
    MODALS,
    NO_STEP,
    NOUNS_LIKE_IMPERATIVES,
    OPENINGS,
    PARTICIPLE,
    REMARK,
    RUNS_ON,
    SMALL_HEDGE,
    STATES,
    TAIL,
    TAKES_IT_BACK,
    TIME_FIRST,
    VERB_FIRST,
    VERBS,
)
from bot.danish.wishes import speaks_of_death_or_harm


def as_sentence(text: str) -> str | None:
    """The step in `text` as a main clause in the present, without a full stop ("Jeg ringer til lægen").

    None for a bare noun phrase, a doubt or denial ("jeg ved det ikke"), a question to the reader, what is
    over, and whatever else is not surely something the writer will do: quote that instead.
    """
    said = _OF_THE_TALK_FIRST.sub("", _AT_LEAST.sub("jeg kan ", " ".join(_SLANG.sub("", text).split())))
    if not said or len(said) > LONGEST:
        return None
    if speaks_of_death_or_harm(said) or any(no.match(said) for no in (_WANTS_THAT, _ONLY_A_STATE, _OF_THE_TALK)):
        return None
    remark = REMARK.search(said)
    if remark and not TAKES_IT_BACK.search(remark.group()):
        said = said[: remark.start()]
    if leaves_off := _leaves_off(said):
        return leaves_off
    if _is_no_step(said):
        return None
    whole = said[OPENINGS.match(said).end() :]  # type: ignore[union-attr]
    phrase = TAIL.sub(_unless_told, whole).strip(' ,.-–—:"”“')
    if _OPEN_END.search(phrase) or phrase.count('"') % 2:  # "… og fortælle, at | jeg er bange" is told, no remark
        phrase = whole.strip(" ,.-–—:")
    return _of_two(phrase) or _sentence(phrase)


_ONLY_A_STATE = re.compile(
    r"^(?:ja |jo |ok |så )*(?:jeg )?er (?:klar|parat|enig|træt|glad|bange|ked|nervøs|sikker|i tvivl|med på"
    r"|nysgerrig)\b", re.IGNORECASE)
""" "jeg er klar" says yes; it is nothing to do."""
_OF_THE_TALK = re.compile(
    r"^(?:ja |jo |så )*(?:jeg )?(?:vil |kan )?(?:gerne |godt )?(?:skriver?|fortæller?) (?:videre|(?:lidt )?mere)\b"
    r"[^,.]*$", re.IGNORECASE)
""" "skrive videre" is said of the talk itself."""
_OF_THE_TALK_FIRST = re.compile(
    r"^(?:(?:ja|nej|ok|okay|godt|fint|skrive? videre|fortsæt\w*|(?:jeg )?er klar|det er fint|lad os gøre det)[.!]\s+)+"
    r"(?=\w)", re.IGNORECASE)
_WANTS_THAT = re.compile(r"(?:så |ja |altså )*(?:jeg )?(?:vil|skal) (?:gerne |bare )*(?:have"
r"|ha),? at (?!\w+e\b)", re.IGNORECASE)
""""jeg vil have, at Elias kommer": what another is to do is no step of the writer's."""


def _unless_told(tail: re.Match[str]) -> str:
    """ "den ansøgning | jeg har liggende" hangs on the word before, and is no remark."""
    is_told = _I_HAVE.match(tail.group()) and _SOMETHING.search(tail.string[: tail.start()])
    return tail.group() if is_told else ""


_I_HAVE = re.compile(r"\sjeg (?:har|er|ved)\b", re.IGNORECASE)
_SOMETHING = re.compile(r"\b(?:den|det|de|dem|hvilken|hvilket|hvilke|noget|alt|alle|hver gang"
    r"|tre)(?: [^\W\d_]+)?$", re.IGNORECASE)
_AT_LEAST = re.compile(
    r"^(?:(?:så|ok|okay|ja|måske|altså),? )*(?:jeg (?:kan|kunne)|(?:kan|kunne) jeg) "
    r"(?:da |jo |vel |bare |godt )*nøjes med at ", re.IGNORECASE)
""""så kan jeg nøjes med at skrive en seddel" is a smaller step."""
_SLANG = re.compile(r",?\s(?:wallah|bro|bruh|haha|lol|xd|sgu)(?!\w)", re.IGNORECASE)
_OPEN_END = re.compile(r"\b(?:at|om|hvad|hvem|hvor|hvordan|hvorfor|hvornår|hvilken|hvis|når|som|og|så|selvom"
    r"|selv om|mens|inden|før|fordi)$", re.IGNORECASE)
_TWO = re.compile(
    r"(?:(?:måske|så|at|kan|kunne|skal) )*(?P<who>(?:min |mit )?[^\W\d_]+) og (?:jeg|mig) "
    r"(?:(?:kan|kunne|skal|vil|ku) )?(?:måske |godt |lige )?(?P<verb>[^\W\d_]+)(?P<rest> .*)?$", re.IGNORECASE)


_VERB_THEN_TWO = re.compile(r"^(?P<verb>[^\W\d_]+r) (?P<two>(?:min |mit )?[^\W\d_]+ og jeg)\b", re.IGNORECASE)
_ME_FIRST = re.compile(r"\b(?:mig|jeg) og (?P<who>(?:min |mit )?[^\W\d_]+)\b", re.IGNORECASE)


def _of_two(phrase: str) -> str | None:
    """ "jytte og jeg tage en hel pose": what two do together."""
    phrase = _VERB_THEN_TWO.sub(r"\g<two> \g<verb>", phrase)
    two = _TWO.match(_ME_FIRST.sub(r"\g<who> og mig", phrase, count=1))
    if two is None:
        return None
    verb = two["verb"].lower()
    present = present_spelled(verb) or present_of(verb)
    if present is None:
        return None
    return f"{two['who'][:1].upper()}{two['who'][1:]} og jeg {present}{with_more_verbs((two['rest'] or '').strip())}"


def _leaves_off(said: str) -> str | None:
    """ "ikke drikke før kl. 18" is something to leave off, and no denial."""
    leaves = LEAVES_OFF.match(said)
    if leaves is None or leaves["verb"].lower() not in VERBS or NO_STEP.search(leaves["rest"]):
        return None
    rest = TAIL.sub("", leaves["rest"]).strip(" ,.")
    return f"Jeg {present_of(leaves['verb'])} {leaves['how'].lower()} {rest}" if rest else None


def _is_no_step(said: str) -> bool:
    """Is it a doubt, a denial, or two clauses run into one another?"""
    denied = NO_STEP.search(IN_A_CLAUSE.split(said)[0])
    return bool(denied or RUNS_ON.search(said))


def _sentence(phrase: str) -> str | None:
    time = TIME_FIRST.match(phrase)
    if time and phrase[time.end() :].strip():
        rest = phrase[time.end() :].lstrip(" ,")
        step = _of_two(rest) or _with_another(rest) or _plain(_subject_first(rest))
        return _with_its_time(step, time["time"]) if step else None
    return _with_another(phrase) or _plain(_subject_first(phrase))


def _with_another(phrase: str) -> str | None:
    """ "sygeplejersken kan gå med mig en runde" as the writer's own step: "Jeg går en runde sammen med …"."""
    found = _ANOTHER_WITH_ME.fullmatch(phrase)
    present = present_of(found["verb"].lower()) if found else None
    if found is None or present is None:
        return None
    return f"Jeg {present}{found['rest'] or ''} sammen med {found['after'] or found['before']}"


_WHO = r"(?:(?:min|mit|mine) )?(?!jeg\b|du\b|vi\b|det\b|der\b|man\b|han\b|hun\b|de\b)[^\W\d_]{2,}"
_ANOTHER_WITH_ME = re.compile(
    rf"(?:(?:kan|kunne|vil) (?P<after>{_WHO})|(?P<before>{_WHO}) (?:kan|kunne|vil))(?: måske| nok| godt| gerne)* "
    r"(?P<verb>gå|køre|cykle|tage|løbe|spise) med mig(?! selv)(?P<rest> (?!(?:og|men|hvis|når|om|for)\b)[^,.]+)?",
    re.IGNORECASE)


def _with_its_time(step: str, time: str) -> str:
    """The time behind a short step; first, as it was said, where something is told in the step."""
    longer = says_more(step) or _OF_TWO_WITH_MORE.match(step)
    return (longer and fronted(step, time, "")) or f"{step} {time}"


_OF_TWO_WITH_MORE = re.compile(r".* og jeg [^\W\d_]+ .*\bog [^\W\d_]+r\b")


def _subject_first(phrase: str) -> str:
    """ "ringer jeg til lægen", after a fronted time, as "jeg ringer til lægen"."""
    match = VERB_FIRST.match(phrase)
    if not match or not _is_finite(match["verb"].lower()):
        return phrase
    return f"jeg {match['verb']}{phrase[match.end() :]}"


def _is_finite(word: str) -> bool:
    return bool(present_spelled(word) or re.fullmatch(MODALS, word))


_BEFORE_SOMETHING = re.compile(r"(?:før|inden|efter|mod|over|under)\s", re.IGNORECASE)
""""før gruppen" is a time, though "føre" is a verb."""


_WHEN_FIRST = re.compile(r"(?:jeg\s)?(?:når|hvis)\s", re.IGNORECASE)
"""A clause before the doing, whose end nothing marks: it stays as it was written."""


def _plain(phrase: str) -> str | None:
    if _BEFORE_SOMETHING.match(phrase) or _WHEN_FIRST.match(phrase):
        return None
    modal = MODAL_I.match(phrase)
    if modal:
        return _from_infinitive(_unhedged(phrase[modal.end() :]), sure=True)
    at = AT.match(phrase)
    if at:
        return _from_infinitive(_unhedged(phrase[at.end() :]), sure=True)
    finite = FINITE_I.match(phrase)
    if finite:
        return _from_present(phrase[finite.end() :])
    step = _from_infinitive(_unhedged(phrase), sure=False)
    return step or _from_present(phrase) or _from_imperative(phrase)


def _unhedged(phrase: str) -> str:
    hedge = HEDGE.match(phrase)
    return phrase[hedge.end() :] if hedge else phrase


def _from_infinitive(phrase: str, sure: bool) -> str | None:
    verb, _, rest = phrase.partition(" ")
    if verb.lower() in ("have", "ha"):
        return _get(rest)
    sure = sure or bool(_SHOPS.match(phrase) or _SOWS.match(phrase))
    object_next = verb.endswith("e") and bool(_HAS_OBJECT.match(rest))
    sure = sure or (object_next and (rest.startswith("mig") or not _is_noun(verb.lower())))
    present = present_of(verb, sure)
    if rest.startswith("og rolig") or present is None or present in STATES:
        return None
    return f"Jeg {present}{with_more_verbs(rest)}"


def _is_noun(word: str) -> bool:
    """Whether it is written more as "kaffen" than as "kaffer"."""
    return word in _NO_VERB or known_words().get(f"{word}n", 0) > known_words().get(f"{word}r", 0)


_SHOPS = re.compile(r"handle (?:ind|stort|sundt|ved|i|på|hos)\b", re.IGNORECASE)
_HAS_OBJECT = re.compile(
    r"(?:min|mit|mine|en|et|den|det|noget|nogle|alle|mig|[^\W\d_]{2,}(?:en|et|erne|ene)(?=\s\w)"
    r"|op|ned|ud|ind|af|væk|frem|sammen)(?:\s|$)", re.IGNORECASE)
"""Behind a first word in -e, these show that it is an infinitive: "måle mit blodsukker"."""
_SOWS = re.compile(r"så (?:nogle|lidt|frø|græs|salat|tomater|blomster|løg|radiser|gulerødder|\w+frø|\w+ (?:i|på|ved"
    r"|hvor) )", re.IGNORECASE)
_NO_VERB = frozenset([
    "alle", "begge", "denne", "disse", "hele", "samme", "mange", "nogle", "gode", "sidste", "første", "mine",
    "dine", "vores"
])


def _get(rest: str) -> str | None:
    """ "have ringet til lægen" as a step is "Jeg får ringet til lægen"."""
    return f"Jeg får {rest}" if PARTICIPLE.match(rest + " ") else None


def _from_present(phrase: str) -> str | None:
    verb, _, rest = phrase.partition(" ")
    known = present_spelled(verb.lower())
    if known is None or (known == "har" and not re.match(r"(?:en|et|min|mit)\s", rest)):
        return None
    rest = SMALL_HEDGE.sub("", rest)
    return f"Jeg {known}{with_more_verbs(rest)}"


def _from_imperative(phrase: str) -> str | None:
    verb, _, rest = phrase.partition(" ")
    infinitive = IMPERATIVES.get(verb.lower())
    if infinitive is None or not rest or verb.lower() in NOUNS_LIKE_IMPERATIVES:
        return None
    return f"Jeg {infinitive}r{with_more_verbs(rest)}"
