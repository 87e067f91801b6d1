# SPDX-License-Identifier: MPL-2.0
"""What is obeyed at any point: stop, pause, skip, a person, questions about the bot, not knowing, not understanding."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.codebook import Intent, Statement
from bot.mi.conversation import Ask, Conversation, Process, Status
from bot.mi.informing import asked_for_advice, offer
from bot.mi.move import Act, Effect, Move
from bot.mi.planning import next_plan_question
from bot.mi.processes import PLAN_QUESTIONS, choices_of
from bot.mi.reading_back import not_now
from bot.mi.saying import says_yes

ANSWERED_BY_YES = frozenset({
    Ask.PERMISSION, Ask.READ_BACK, Ask.GO_ON, Ask.OFFER, Ask.SMALLER, Ask.CHANGE_OR_LEAVE, Ask.HAPPENING_NOW, Ask.ERASE,
    Ask.KEEP_CHANGE_DROP, Ask.WITH_WHOM, Ask.SURE,
})
"""Questions to which a yes is the answer, however many words stand behind it."""
Obey = Callable[[Conversation, Statement], Move | None]

_NOT_KNOWN_BEFORE_REST = 3
_NOT_KNOWN_BEFORE_OFFER = 2
CERTAIN = 0.8
"""The confidence from which an order is obeyed as it stands."""
_WORDS_OF_AN_ORDER = 3
_THANKS = re.compile(r"\btak|takk\b|\bthanks|\btusind", re.IGNORECASE)
_DELETING = re.compile(r"slet|sled|fjern|ryd|visk|væk|vaek|delete|smid|glem", re.IGNORECASE)


def stop(conversation: Conversation, statement: Statement) -> Move:
    """The talk ends now; if the order is doubtful, the citizen is asked."""
    if statement.confidence < CERTAIN and statement.words > _WORDS_OF_AN_ORDER:
        return Move((Act(Ask.GO_ON),), "Det er ikke sikkert, at borgeren vil stoppe, så der spørges", Ask.GO_ON)
    conversation.status = Status.STOPPED
    if statement.intent is Intent.GOODBYE:
        return Move((Act("goodbye"),), "Borgeren siger farvel")
    return Move((Act("stop"),), "Borgeren vil stoppe")


def pause(conversation: Conversation, statement: Statement) -> Move:
    """The talk rests; the open question waits."""
    conversation.status = Status.PAUSED
    return Move((Act("pause"),), "Borgeren vil holde pause", conversation.asked)


def person(conversation: Conversation, statement: Statement) -> Move:
    """A wish for a person; nothing is promised on anybody's behalf."""
    return Move((Act("ask_human"), Act(Ask.GO_ON)), "Borgeren vil tale med et menneske", Ask.GO_ON)


def erase(conversation: Conversation, statement: Statement) -> Move | None:
    """Deleting cannot be undone, so it is asked once, and only where the citizen has a word for it."""
    if not _DELETING.search(statement.text):
        return None
    if _NOT_TO_DELETE.search(statement.text):
        again = ask_again(conversation)
        why = "Borgeren sagde, at intet skal slettes"
        return led_by(Act("kept_as_it_is"), again, why) if again else Move((Act("kept_as_it_is"),), why)
    if wants_alert_back(statement.text):
        return _answer("asks_alert_back")(conversation, statement)
    why = "Borgeren vil have ordene slettet, og det kan ikke fortrydes, så der spørges først"
    return Move((Act(Ask.ERASE),), why, Ask.ERASE)


_NOT_TO_DELETE = re.compile(
    r"\b(?:slet|fjern) (?:det |den |noget )?(?:nu )?ikk?e?\b"
    r"|(?<!\bdu )\bikk?e?\b(?:,? (?:at )?(?:du|vi|i|de))? (?:(?:sku|skal|skulle|ska|må|vil) )?"
    r"(?:have (?:noget |det )?)?slettet?s?\b|\bdu må ikk?e? slette\b",
    re.IGNORECASE)
_ALERT_BACK = re.compile(
    r"\b(?:slet|fjern|træk|tag|annuller|fortryd|stop|hent|slette|fjerne|trække|tage|annullere|fortryde)\b.{0,25}"
    r"\b(?:besked\w*|alarm\w*)\b.{0,30}"
    r"\b(?:til (?:min |personal|kommun|bostøtte|hende|ham|dem|jer)|tilbage|igen|personalet)"
    r"|\b(?:besked\w*|alarm\w*)\b.{0,25}\b(?:slettes|fjernes|tilbage)\b", re.IGNORECASE)


def wants_alert_back(text: str) -> bool:
    """Whether it is the message to staff that is to be taken back, not the talk."""
    return bool(_ALERT_BACK.search(text))


def answer_erase(conversation: Conversation, statement: Statement) -> Move:
    """Only a message that is a yes and nothing else deletes: "ok. hun svarede lige" tells something."""
    says_so = says_yes(statement) or bool(_DELETING.match(statement.text.strip()))
    if says_so and _NOTHING_BUT_YES.fullmatch(statement.text):
        conversation.status = Status.STOPPED
        return Move((Act("erased"),), "Borgeren fik ordene slettet", effect=Effect.ERASE)
    return Move((Act("not_erased"), Act(Ask.GO_ON)), "Borgeren beholdt ordene", Ask.GO_ON)


_NOTHING_BUT_YES = re.compile(
    r"\W*(?:(?:ja|jo|jep|jeps|yes|ok|okay|tak|gerne|selvfølgelig|slet\w*|fjern\w*|det|den|dem|alt|alting|gør|bare|så"
    r"|mine|ord|ordene|hele|samtalen?|begge|dele|væk|nu|du|må|godt|vil|jeg|have|skal|please|plz)\b\W*)+", re.IGNORECASE)


def answer_go_on(conversation: Conversation, statement: Statement) -> Move | None:
    """No is an end or a pause; anything else goes on."""
    if statement.intent is Intent.DENY:
        return stop(conversation, statement)
    return None


def skip(conversation: Conversation, statement: Statement) -> Move | None:
    """The question is passed over and not asked again."""
    if conversation.asked is Ask.SMALLER:
        return None
    if conversation.asked in PLAN_QUESTIONS and conversation.plan.step:
        return led_by(Act("skipped"), next_plan_question(conversation))
    if conversation.asked in (Ask.STEP, Ask.READ_BACK, Ask.REWORD, Ask.CHANGE_OR_LEAVE, Ask.PERMISSION):
        return not_now(conversation)
    return None


def not_known(conversation: Conversation, statement: Statement) -> Move | None:
    """Not knowing is an answer: first an easier way to ask, then ideas or cards to choose from, then a rest."""
    conversation.not_known_in_a_row += 1
    if conversation.not_known_in_a_row >= _NOT_KNOWN_BEFORE_REST:
        return _rest(conversation)
    if conversation.asked in (Ask.STEP, Ask.SMALLER) and conversation.not_known_in_a_row == _NOT_KNOWN_BEFORE_OFFER:
        return offer(conversation) or not_now(conversation)
    if conversation.asked in (Ask.ELICIT, Ask.MENU_WHICH):
        return offer(conversation) or _rest(conversation)
    if conversation.process is Process.PLAN and conversation.plan.step:
        return led_by(Act("not_known"), next_plan_question(conversation))
    if conversation.asked is Ask.PERMISSION:
        return not_now(conversation)
    if conversation.asked is Ask.THEME:
        conversation.has_asked.add(Ask.IN_THEME)
        return Move((Act("theme_none"),), "Borgeren kunne ikke vælge et kort, og der er fri for spørgsmål")
    if _may_be_asked_of_the_day(conversation):
        why = "Borgeren vidste det ikke, så der spørges til noget småt og nært"
        return Move((Act("not_known"), Act("engage_simpler")), why, Ask.ENGAGE)
    return _simpler(conversation, "not_known") if conversation.not_known_in_a_row == 1 else None


def _may_be_asked_of_the_day(conversation: Conversation) -> bool:
    """A second "ved ikke" in a row before anything is known: no bigger question is put in its place."""
    again = conversation.not_known_in_a_row == _NOT_KNOWN_BEFORE_OFFER
    return again and conversation.process is Process.ENGAGE and Ask.ENGAGE not in conversation.has_asked


def _rest(conversation: Conversation) -> Move:
    conversation.not_known_in_a_row = 0
    if "not known rest" in conversation.danger_answers or conversation.is_terse:
        why = "Borgeren har flere gange ikke kunnet svare, så borgeren vælger, om samtalen går videre"
        return Move((Act("not_known_rest"), Act(Ask.GO_ON)), why, Ask.GO_ON)
    conversation.count("not known rest")
    return Move((Act("not_known_rest"),), "Borgeren har flere gange ikke kunnet svare, så der er fri for spørgsmål")


def rest_after_bare_answers(conversation: Conversation, statement: Statement) -> Move | None:
    """Three answers in a row of a word that tells nothing ("ja", "ved ikk", "nej"): no fourth question is put."""
    bare = statement.words <= _WORDS_OF_A_BARE_ANSWER and statement.intent in _BARE
    open_question = conversation.asked is not None and conversation.asked not in ANSWERED_BY_YES
    if not bare or not open_question or conversation.process not in (Process.FOCUS, Process.EVOKE):
        conversation.bare_answers_in_a_row = 0
        return None
    conversation.bare_answers_in_a_row += 1
    if conversation.bare_answers_in_a_row < _NOT_KNOWN_BEFORE_REST:
        return None
    conversation.bare_answers_in_a_row = 0
    return _rest(conversation)


_WORDS_OF_A_BARE_ANSWER = 2
_BARE = frozenset({Intent.AFFIRM, Intent.DENY, Intent.DONT_KNOW})


def not_understood(conversation: Conversation, statement: Statement) -> Move | None:
    """The same question in simpler words."""
    return _simpler(conversation, "not_understood")


def _simpler(conversation: Conversation, lead: str) -> Move | None:
    again = ask_again(conversation)
    return again and led_by(Act(lead), again)


def ask_again(conversation: Conversation) -> Move | None:
    """The open question once more: in simpler words where there are some; None if no question stands open."""
    ask = conversation.asked
    if ask is None or ask in (Ask.HAPPENING_NOW, Ask.AFTER_DANGER):
        return None
    act = Act(f"{ask}_simpler")
    if ask is Ask.READ_BACK:
        act = Act(Ask.READ_BACK, {"wording": conversation.plan.wording})
    elif ask in _SIMPLE_ALREADY:
        act = Act(ask)
    return Move((act,), "Det åbne spørgsmål stilles igen med lettere ord", ask, choices_of(conversation, ask))


_SIMPLE_ALREADY = frozenset({
    Ask.GO_ON, Ask.ERASE, Ask.CHANGE_OR_LEAVE, Ask.THEME, Ask.REWORD, Ask.WHICH_FIRST, Ask.OFFER, Ask.MENU_WHICH,
    Ask.DISCORD_CHOICE, Ask.ELICIT, Ask.KEEP_CHANGE_DROP,
})
NO_SIMPLER_WORDS = _SIMPLE_ALREADY | {Ask.READ_BACK, Ask.HAPPENING_NOW, Ask.AFTER_DANGER}
"""Questions without a `…_simpler` phrase."""


def _answer(key: str) -> Obey:
    """A short, true answer to a question about the bot, and back to the question that stood open."""

    def answer(conversation: Conversation, statement: Statement) -> Move:
        again = ask_again(conversation)
        why = _ASKED[key]
        return led_by(Act(key), again, why) if again else Move((Act(key),), why, conversation.asked)

    return answer


_ASKED = {
    "ask_privacy": "Borgeren spurgte, hvem der ser det",
    "ask_bot": "Borgeren spurgte, hvem der svarer",
    "ask_advice": "Borgeren bad om råd, som en anden bør give",
    "off_topic": "Beskeden blev ikke forstået",
    "asks_alert_back": "Borgeren vil have beskeden til personalet tilbage, og den kan ikke hentes tilbage",
}


def led_by(act: Act, move: Move, why: str = "") -> Move:
    """The same move with one thing said before it."""
    return Move((act, *move.acts), why or move.why, move.ask, move.choices, move.verbatim, move.effect)


def advice(conversation: Conversation, statement: Statement) -> Move | None:
    """First what the citizen has thought of; on medicine, law and money somebody else knows better."""
    return asked_for_advice(conversation, statement) or _answer("ask_advice")(conversation, statement)


def thanked(conversation: Conversation, statement: Statement) -> Move | None:
    """A thank you where no question stands open, or at the end, is answered and left at that."""
    says_so = _THANKS.search(statement.text)
    if says_so and (conversation.asked is None or conversation.process is Process.CLOSE):
        return Move((Act("thanked"),), "Borgeren sagde tak", conversation.asked)
    return None


def greeted(conversation: Conversation, statement: Statement) -> Move | None:
    """A hello is met with one, and there is room to begin; a second one is not."""
    if conversation.count("greeted"):
        return None
    again = ask_again(conversation)
    why = "Borgeren hilste, og der spørges lidt lettere"
    return led_by(Act("greeted"), again, why) if again else Move((Act("greeted"),), "Borgeren hilste")


OBEY: dict[Intent, Obey] = {
    Intent.DELETE_DATA: erase,
    Intent.STOP: stop,
    Intent.GOODBYE: stop,
    Intent.ASK_HUMAN: person,
    Intent.PAUSE: pause,
    Intent.SKIP: skip,
    Intent.CONFUSED: not_understood,
    Intent.ASK_PRIVACY: _answer("ask_privacy"),
    Intent.ASK_BOT: _answer("ask_bot"),
    Intent.ASK_ADVICE: advice,
    Intent.DONT_KNOW: not_known,
    Intent.OFF_TOPIC: _answer("off_topic"),
    Intent.THANK: thanked,
    Intent.GREET: greeted,
}
