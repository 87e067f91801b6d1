# SPDX-License-Identifier: MPL-2.0
"""The planning dialogue: smallest step, when, with whom, sign, how sure; then read back until the citizen says yes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from bot.codebook import Intent, Statement, Talk
from bot.danish.mend import mend
from bot.danish.numbers import rating_in
from bot.danish.people import person_in
from bot.danish.steps import as_sentence, compose
from bot.danish.times import time_in
from bot.mi.conversation import Ask, Conversation, Plan, Process
from bot.mi.move import Act, Effect, Move
from bot.mi.processes import PLAN_QUESTIONS

SURE_ENOUGH = 7
"""Under 7 on the confidence ruler a step is made smaller (practice of MI rulers; Miller & Rollnick)."""
_SMALLER_AT_MOST = 2
_WORDS_OF_A_PATCH = 5
_CERTAIN_YES = 0.5
_WORDS_OF_A_NO = 3
_WORDS_OF_AN_ORDER = 7
_LONGEST_ANSWER = 400
"""Characters of an answer that is kept in the plan; a step that takes more is not a small one."""
_LEAVES_IT = re.compile(r"\blade? (?:det|den) ligge\b|\bintet mål\b|\bikke noget mål\b|\bglem det\b", re.IGNORECASE)
_YES = re.compile(r"\s*(?:ja|jo|jep|jeps|okay|ok|gerne)\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:men|bare ikke|dog|i stedet|hellere|skal være|skal stå|ret det|rettes?)\b", re.IGNORECASE)
_CHANGE = re.compile(r"\b(?:ret|rettes?|ændre\w*|lave om|andre ord)\b", re.IGNORECASE)
_PATCH_OPENING = re.compile(
    r"^(?:nej|jo|ja|næh)?[ ,.]*(?:men )?(?:det|den|der)?(?: ?er| ?skal| bliver| var)?"
    r"(?: være| stå)?(?: hellere)?(?: først)?[ :]*",
    re.IGNORECASE,
)


def begin(conversation: Conversation) -> Move:
    """The citizen has said yes to finding a step."""
    conversation.process = Process.PLAN
    conversation.plan = Plan()
    return Move((Act(Ask.STEP),), "the citizen said yes to finding a small step", Ask.STEP)


def take_step(conversation: Conversation, statement: Statement) -> Move:
    """The step in the citizen's words: a sentence of theirs if it can be made, else as they wrote it."""
    conversation.plan.step = as_sentence(statement.text) or first_upper(_as_written(statement.text))
    plan, text = conversation.plan, statement.text
    plan.when = plan.when or time_span(text)
    plan.with_whom = plan.with_whom or _company_in(text)
    return next_plan_question(conversation)


def take_when(conversation: Conversation, statement: Statement) -> Move:
    """When, as said."""
    conversation.plan.when = time_span(statement.text) or _as_written(statement.text)
    return next_plan_question(conversation)


def take_with_whom(conversation: Conversation, statement: Statement) -> Move:
    """With whom, as said; "alene" is an answer too."""
    if statement.intent is Intent.DENY:
        conversation.plan.with_whom = "alene"
    else:
        conversation.plan.with_whom = person_in(statement.text) or _as_written(statement.text)
    return next_plan_question(conversation)


def take_sign(conversation: Conversation, statement: Statement) -> Move:
    """What would tell the citizen that it worked, as said."""
    conversation.plan.sign = _as_written(statement.text)
    return next_plan_question(conversation)


def take_sure(conversation: Conversation, statement: Statement) -> Move:
    """0–10; under `SURE_ENOUGH` the step is made smaller, at most twice, then the citizen's word stands."""
    rating = rating_in(statement.text)
    if rating is None:
        return read_back(conversation)
    conversation.plan.sure = rating
    if rating >= SURE_ENOUGH or conversation.plan.made_smaller >= _SMALLER_AT_MOST:
        return read_back(conversation)
    conversation.plan.made_smaller += 1
    return Move((Act(Ask.SMALLER),), f"{rating:g} is under {SURE_ENOUGH}: a smaller step is looked for", Ask.SMALLER)


def take_smaller(conversation: Conversation, statement: Statement) -> Move:
    """A smaller step in place of the first, unless the citizen keeps the first."""
    if statement.intent in (Intent.DENY, Intent.DONT_KNOW, Intent.SKIP):
        return read_back(conversation)
    conversation.plan.step = as_sentence(statement.text) or first_upper(_as_written(statement.text))
    conversation.plan.when = time_span(statement.text) or conversation.plan.when
    return Move((Act("sure_again"),), "how sure about the smaller step", Ask.SURE)


def next_plan_question(conversation: Conversation) -> Move:
    """The first question of the plan that is neither answered nor passed over."""
    plan, asked = conversation.plan, conversation.has_asked
    answered = {Ask.STEP: plan.step, Ask.WHEN: plan.when, Ask.WITH_WHOM: plan.with_whom, Ask.SIGN: plan.sign}
    for ask in PLAN_QUESTIONS:
        if ask not in asked and not answered.get(ask):
            return Move((Act(ask),), f"the plan has no answer to '{ask}' yet", ask)
    return read_back(conversation)


def read_back(conversation: Conversation) -> Move:
    """The delmål in the citizen's words, for a yes, a change or a no."""
    plan = conversation.plan
    if not plan.step:
        return not_now(conversation)
    plan.wording = plan.wording or compose(plan.step, plan.when, plan.with_whom)
    return Move(
        (Act(Ask.READ_BACK, {"wording": plan.wording}),), "the citizen decides on the wording", Ask.READ_BACK
    )


def answer_read_back(conversation: Conversation, statement: Statement) -> Move:
    """Yes makes the draft; a bare no asks whether to change or leave; anything else is a change."""
    if says_yes(statement) and not _BUT.search(statement.text):
        return confirmed(conversation)
    if leaves_it(statement):
        return dropped(conversation)
    if statement.intent is Intent.DENY and statement.words <= _WORDS_OF_A_NO:
        return Move((Act(Ask.CHANGE_OR_LEAVE),), "the citizen said no to the wording", Ask.CHANGE_OR_LEAVE)
    if asks_to_change(statement):
        return Move((Act(Ask.REWORD),), "the citizen wants another wording", Ask.REWORD)
    return reword(conversation, statement)


def answer_change_or_leave(conversation: Conversation, statement: Statement) -> Move:
    """After a no: another wording, or none at all. Only a wish to change goes on."""
    if leaves_it(statement) or statement.intent is Intent.DENY:
        return dropped(conversation)
    if asks_to_change(statement) or says_yes(statement):
        return Move((Act(Ask.REWORD),), "the citizen wants another wording", Ask.REWORD)
    return reword(conversation, statement)


def reword(conversation: Conversation, statement: Statement) -> Move:
    """Another time or companion is put in its place; anything longer is the new wording as written."""
    plan = conversation.plan
    if leaves_it(statement):
        return dropped(conversation)
    patch = _patch(statement.text)
    if patch:
        setattr(plan, *patch)
        plan.wording = compose(plan.step, plan.when, plan.with_whom)
    else:
        said = _PATCH_OPENING.sub("", mend(statement.text[:_LONGEST_ANSWER]).strip())
        plan.step = as_sentence(said) or first_upper(said.rstrip("."))
        plan.wording = first_upper(said).rstrip(".") + "." if said.casefold().startswith("jeg ") else plan.step + "."
    return Move(
        (Act("read_back_again", {"wording": plan.wording}),), "the citizen changed the wording", Ask.READ_BACK
    )


def _patch(text: str) -> tuple[str, str] | None:
    """("when", "på tirsdag") or ("with_whom", …) if a short message says little else."""
    rest = _PATCH_OPENING.sub("", mend(text)).strip(" .!")
    when, company = time_span(rest), _company_in(rest)
    if when and len(rest.split()) <= len(when.split()) + 1:
        return "when", when
    if company and len(rest.split()) <= _WORDS_OF_A_PATCH and not rest.casefold().startswith("jeg "):
        return "with_whom", company
    return None


def confirmed(conversation: Conversation) -> Move:
    """The citizen said yes: a draft is made of exactly this wording."""
    conversation.confirmed = conversation.plan
    conversation.plan = Plan()
    conversation.process = Process.CLOSE
    return Move((Act("confirmed"),), "the citizen said yes to the wording", effect=Effect.DRAFT_GOAL)


def dropped(conversation: Conversation) -> Move:
    """The citizen said no: no draft is made."""
    conversation.plan = Plan()
    conversation.process = Process.CLOSE
    return Move((Act("dropped"),), "the citizen said no, so nothing is kept")


def not_now(conversation: Conversation) -> Move:
    """"Ikke endnu" is a good ending."""
    conversation.plan = Plan()
    conversation.process = Process.CLOSE
    return Move((Act("not_now"),), "the citizen is not ready, and need not be")


def answer_permission(conversation: Conversation, statement: Statement) -> Move | None:
    """Planning begins only on a yes; hesitation leads back to evoking (None)."""
    if says_yes(statement) or statement.talk & {Talk.COMMITMENT, Talk.ACTIVATION}:
        return begin(conversation)
    if statement.intent in (Intent.DENY, Intent.DONT_KNOW, Intent.SKIP):
        return not_now(conversation)
    return None


def says_yes(statement: Statement) -> bool:
    """A yes by its first word, or by an intent that is certain: nobody's consent is guessed."""
    certain = statement.intent is Intent.AFFIRM and statement.confidence >= _CERTAIN_YES
    return certain or bool(_YES.match(statement.text))


def leaves_it(statement: Statement) -> bool:
    """Whether the citizen lets the goal lie."""
    return bool(_LEAVES_IT.search(statement.text))


def asks_to_change(statement: Statement) -> bool:
    """Whether the citizen only says that something is to be changed, not yet what."""
    return statement.words <= _WORDS_OF_AN_ORDER and bool(_CHANGE.search(statement.text))


def first_upper(text: str) -> str:
    """The same text with a capital first letter."""
    return text[:1].upper() + text[1:]


def time_span(text: str) -> str:
    """The words that say when, or an empty text; which words they are does not hang on today's date."""
    said = time_in(text, dt.date.min.replace(year=2000))
    return said.said if said else ""


def _as_written(text: str) -> str:
    return mend(text[:_LONGEST_ANSWER]).strip(" .!")


def _company_in(text: str) -> str:
    said = person_in(text)
    return said if said and said != "alene" else ""


_TELLS = frozenset({Intent.SHARE, Intent.CORRECT, Intent.RATE})
_MAY_ANSWER: dict[Ask, frozenset[Intent]] = {
    Ask.STEP: _TELLS,
    Ask.WHEN: _TELLS,
    Ask.WITH_WHOM: _TELLS | {Intent.DENY},
    Ask.SIGN: _TELLS,
    Ask.SMALLER: _TELLS | {Intent.DENY, Intent.DONT_KNOW, Intent.SKIP},
    Ask.READ_BACK: _TELLS - {Intent.RATE} | {Intent.AFFIRM, Intent.DENY},
    Ask.CHANGE_OR_LEAVE: _TELLS - {Intent.RATE} | {Intent.AFFIRM, Intent.DENY},
    Ask.REWORD: _TELLS - {Intent.RATE},
}


def may_answer(ask: Ask, statement: Statement) -> bool:
    """Whether a message of this kind can be an answer that is written into the plan: a thank-you is no step."""
    if statement.intent is Intent.AFFIRM and ask in (Ask.READ_BACK, Ask.CHANGE_OR_LEAVE) and not says_yes(statement):
        return False
    return statement.intent in _MAY_ANSWER.get(ask, frozenset(Intent)) or leaves_it(statement)


PLAN_ANSWERS: dict[Ask, Callable[[Conversation, Statement], Move | None]] = {
    Ask.PERMISSION: answer_permission,
    Ask.STEP: take_step,
    Ask.WHEN: take_when,
    Ask.WITH_WHOM: take_with_whom,
    Ask.SIGN: take_sign,
    Ask.SURE: take_sure,
    Ask.SMALLER: take_smaller,
    Ask.READ_BACK: answer_read_back,
    Ask.CHANGE_OR_LEAVE: answer_change_or_leave,
    Ask.REWORD: reword,
}
