# SPDX-License-Identifier: MPL-2.0
"""Turns an answer to "what is the smallest step?" into one sentence in the first person and their words."""

from __future__ import annotations

import re

from bot.danish import words
from bot.danish.fronting import fronted, says_more
from bot.danish.slips import VERBS_ONLY
from bot.danish.step_words import (
    AMBIGUOUS_NOUNS,
    AT,
    DOING_IMPERATIVE,
    FINITE_I,
    HEDGE,
    IMPERATIVES,
    IN_A_CLAUSE,
    JOINED_IMPERATIVES,
    KNOWN,
    LEAVES_OFF,
    LONGEST,
    MODAL_I,
    MODALS,
    NEXT_VERB,
    NO_STEP,
    NOT_VERBS,
    NOUNS_LIKE_IMPERATIVES,
    OPENINGS,
    PARTICIPLE,
    PRESENT_IRREGULAR,
    PRESENTS,
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
    said = " ".join(_SLANG.sub("", text).split())
    if not said or len(said) > LONGEST:
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
    if _OPEN_END.search(phrase):  # "… og fortælle, at | jeg er bange" is told, and no remark on the step
        phrase = whole.strip(' ,.-–—:"”“')
    return _of_two(phrase) or _sentence(phrase)


def _unless_told(tail: re.Match[str]) -> str:
    """ "den ansøgning | jeg har liggende" hangs on the word before, and is no remark."""
    is_told = _I_HAVE.match(tail.group()) and _SOMETHING.search(tail.string[: tail.start()])
    return tail.group() if is_told else ""


_I_HAVE = re.compile(r"\sjeg (?:har|er|ved)\b", re.IGNORECASE)
_SOMETHING = re.compile(r"\b(?:den|det|de|dem|hvilken|hvilket|hvilke|noget|alt|alle|hver gang|tre)(?: [^\W\d_]+)?$", re.IGNORECASE)
_SLANG = re.compile(r",?\s(?:wallah|bro|bruh|haha|lol|xd|sgu)(?!\w)", re.IGNORECASE)
_OPEN_END = re.compile(r"\b(?:at|om|hvad|hvem|hvor|hvordan|hvorfor|hvornår|hvilken|hvis|når|som|og|så|selvom|selv om|mens|inden|før|fordi)$", re.IGNORECASE)
_TWO = re.compile(
    r"(?:(?:måske|så|at|kan|kunne|skal) )*(?P<who>(?:min |mit )?[^\W\d_]+) og (?:jeg|mig) "
    r"(?:(?:kan|kunne|skal|vil|ku) )?(?:måske |godt |lige )?(?P<verb>[^\W\d_]+)(?P<rest> .*)?$", re.IGNORECASE)


def _of_two(phrase: str) -> str | None:
    """ "jytte og jeg tage en hel pose": what two do together."""
    two = _TWO.match(phrase)
    if two is None:
        return None
    verb = two["verb"].lower()
    present = _present_spelled(verb) or present_of(verb)
    if present is None:
        return None
    return f"{two['who'][:1].upper()}{two['who'][1:]} og jeg {present}{_with_more_verbs((two['rest'] or '').strip())}"


def _leaves_off(said: str) -> str | None:
    """ "ikke drikke før kl. 18" is something to leave off, and no denial."""
    leaves = LEAVES_OFF.match(said)
    if leaves is None or leaves["verb"].lower() not in VERBS or NO_STEP.search(leaves["rest"]) or speaks_of_death_or_harm(said):
        return None
    rest = TAIL.sub("", leaves["rest"]).strip(" ,.")
    return f"Jeg {present_of(leaves['verb'])} {leaves['how'].lower()} {rest}" if rest else None


def _is_no_step(said: str) -> bool:
    """Is it a doubt, a denial, a danger, or two clauses run into one another?"""
    denied = NO_STEP.search(IN_A_CLAUSE.split(said)[0])
    return bool(denied or RUNS_ON.search(said)) or speaks_of_death_or_harm(said)


def _sentence(phrase: str) -> str | None:
    time = TIME_FIRST.match(phrase)
    if time and phrase[time.end() :].strip():
        step = _of_two(phrase[time.end() :].lstrip(" ,")) or _plain(_subject_first(phrase[time.end() :].lstrip(" ,")))
        return _with_its_time(step, time["time"]) if step else None
    return _plain(_subject_first(phrase))


def _with_its_time(step: str, time: str) -> str:
    """The time behind a short step; first, as it was said, where something is told in the step."""
    return (says_more(step) and fronted(step, time, "")) or f"{step} {time}"


def _subject_first(phrase: str) -> str:
    """ "ringer jeg til lægen", after a fronted time, as "jeg ringer til lægen"."""
    match = VERB_FIRST.match(phrase)
    if not match or not _is_finite(match["verb"].lower()):
        return phrase
    return f"jeg {match['verb']}{phrase[match.end() :]}"


def _is_finite(word: str) -> bool:
    return bool(_present_spelled(word) or re.fullmatch(MODALS, word))


def _plain(phrase: str) -> str | None:
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
    present = present_of(verb, sure) or (present_of(verb) if _HAS_OBJECT.match(rest) and verb.endswith("e") and verb not in _NO_VERB else None)
    if rest.startswith("og rolig") or present is None or present in STATES:
        return None
    return f"Jeg {present}{_with_more_verbs(rest)}"


_SHOPS = re.compile(r"handle (?:ind|stort|sundt|ved|i|på|hos)\b", re.IGNORECASE)
_HAS_OBJECT = re.compile(
    r"(?:min|mit|mine|en|et|den|det|noget|nogle|alle|mig|[^\W\d_]{2,}(?:en|et|erne|ene)(?=\s\w))(?:\s|$)", re.IGNORECASE)
_SOWS = re.compile(r"så (?:frø|græs|salat|tomater|blomster|løg|radiser|gulerødder|\w+frø|\w+ (?:i|på|ved|hvor) )", re.IGNORECASE)
"""Behind a first word in -e, these show that it is an infinitive: "måle mit blodsukker"."""


_NO_VERB = frozenset("alle begge denne disse hele samme mange nogle gode sidste første mine dine vores".split())


def _get(rest: str) -> str | None:
    """ "have ringet til lægen" as a step is "Jeg får ringet til lægen"."""
    return f"Jeg får {rest}" if PARTICIPLE.match(rest + " ") else None


def present_of(infinitive: str, sure: bool = True) -> str | None:
    """The present of a verb ("gå": "går"); unless `sure` that it is one, None outside the list of verbs."""
    verb = spelled(infinitive.lower())
    if verb in PRESENT_IRREGULAR:
        return PRESENT_IRREGULAR[verb]
    if verb in VERBS and (sure or verb not in NOT_VERBS):
        return verb + "r"
    if verb in VERBS_ONLY - _NO_DOING and verb not in NOT_VERBS:
        return verb + "r"
    if sure and re.fullmatch(r"[a-zæøå]{3,}(?:e|å|ø|y|o)", verb):
        return verb + "r"
    return None


_NO_DOING = frozenset("selvskade skade drukne forsvinde dumpe besvime ende kæmpe plage ske gide hedde bor afleverer".split())


def _folded(word: str) -> str:
    return word.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def _bare(word: str) -> str:
    return word.replace("æ", "e").replace("ø", "o").replace("å", "a")


_WITHOUT_LETTERS = {form(verb): verb for verb in sorted(KNOWN) for form in (_bare, _folded)}


def spelled(word: str) -> str:
    """A verb typed without æ, ø and å as it is spelled ("loebe": "løbe"); every other word unchanged."""
    return word if word in KNOWN else _WITHOUT_LETTERS.get(word, word)


def _from_present(phrase: str) -> str | None:
    verb, _, rest = phrase.partition(" ")
    known = _present_spelled(verb.lower())
    if known is None or (known == "har" and not re.match(r"(?:en|et|min|mit)\s", rest)):
        return None
    rest = SMALL_HEDGE.sub("", rest)
    return f"Jeg {known}{_with_more_verbs(rest)}"


def _present_spelled(word: str) -> str | None:
    """A present form as it is spelled ("koerer": "kører"); None when it is none, or that of a modal."""
    if word not in PRESENTS and word.endswith("r"):
        word = spelled(word[:-1]) + "r"
    return word if word in PRESENTS - STATES else None


def _from_imperative(phrase: str) -> str | None:
    verb, _, rest = phrase.partition(" ")
    infinitive = IMPERATIVES.get(verb.lower())
    if infinitive is None or not rest or verb.lower() in NOUNS_LIKE_IMPERATIVES:
        return None
    return f"Jeg {infinitive}r{_with_more_verbs(rest)}"


def _with_more_verbs(rest: str) -> str:
    """The rest after the first verb, further verbs joined by "og" or a comma in the present too."""
    if not rest:
        return ""
    subordinate = re.search(
        r"\b(?:at|for at|hvis|når|som(?! [^\W\d_]+ og )|der|hvor|inden|før|om|mens)\b", rest, re.IGNORECASE)
    head = rest[: subordinate.start()] if subordinate else rest
    tail = rest[len(head) :]
    if subordinate and not _KEEPS_INFINITIVES.search(tail):
        tail = NEXT_VERB.sub(_in_present_if_infinitive, tail)  # "… der ligger der, og spørge" goes on with the step
    return NEXT_VERB.sub(_in_present, f" {head}") + tail


_KEEPS_INFINITIVES = re.compile(rf"\b(?:at|{MODALS})\b", re.IGNORECASE)


def _in_present_if_infinitive(match: re.Match[str]) -> str:
    """ "… besked, der ligger der, og spørger": the step goes on, so the clause before ends in a comma."""
    if not match["verb"].lower().endswith(("e", "å")):
        return match.group()
    present = _in_present(match)
    goes_on = present != match.group() and present.startswith(" og ") and _has_a_clause(match.string[: match.start()])
    return f",{present}" if goes_on else present


def _has_a_clause(told: str) -> bool:
    """Whether there is a verb behind the link: "der ligger der", not "om aftenen"."""
    return any(word in words.FINITE or word in PRESENTS for word in told.lower().split()[1:])


def _in_present(match: re.Match[str]) -> str:
    verb = match["verb"]
    out = bool(_ON_ONES_WAY.search(match.string[: match.start("join")]))
    present = present_of(verb, sure=out and verb.endswith("e")) or _present_of_imperative(match) or _present_before_a_pronoun(match)
    noun = not out and verb.lower() in AMBIGUOUS_NOUNS and match.end() == len(match.string)
    if present is None or noun:
        return match.group()
    if match["then"]:
        return f",{match['join'].removeprefix(',')}{present} jeg"
    join = " og " if match["join"] == ", " and not NEXT_VERB.search(match.string, match.end()) else match["join"]
    small = _SMALL_BEFORE.search(join)
    return f"{join[: small.start()]} {present} {small[1]}" if small else f"{join}{present}"


_ON_ONES_WAY = re.compile(r"\b(?:ud|ned|hen|op|ind|over|derhen|derned|derud|afsted|af sted)$", re.IGNORECASE)
"""Behind "ud og" stands a doing: "gå ud og handle"."""
_SMALL_BEFORE = re.compile(r" (bare|lige) $", re.IGNORECASE)
""""gå derhen og bare se" is "går derhen og ser bare" in a main clause."""


def _present_before_a_pronoun(match: re.Match[str]) -> str | None:
    """ "skille den ad": no noun in -e has such a pronoun behind it, so it is an infinitive."""
    is_verb = match["verb"].endswith("e") and _PRONOUN_NEXT.match(match.string, match.end())
    return f"{match['verb']}r" if is_verb else None


_PRONOUN_NEXT = re.compile(r"\s(?:den|det|dem|mig|ham|hende)(?!\s\w+e?(?:n|t)\b)(?=\s|$|,)", re.IGNORECASE)


def _present_of_imperative(match: re.Match[str]) -> str | None:
    """ "gå ned og spørg": an order to oneself, joined to another."""
    verb = match["verb"].lower()
    if verb in JOINED_IMPERATIVES or DOING_IMPERATIVE.match(match.string, match.start("verb")):
        return present_of(_INFINITIVE_OF.get(verb) or IMPERATIVES.get(verb, verb))
    return None


_INFINITIVE_OF = {"sig": "sige", "svar": "svare", "tegn": "tegne", "bed": "bede"}
