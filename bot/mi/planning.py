# SPDX-License-Identifier: MPL-2.0
"""The planning dialogue: smallest step, when, with whom, sign, how sure; then it is read back (reading_back.py)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.codebook import Intent, Statement, Talk
from bot.danish.numbers import rating_in
from bot.danish.people import person_in
from bot.danish.person import is_harsh_on_self, main_du, to_du
from bot.danish.steps import as_sentence
from bot.mi.conversation import Ask, Conversation, Plan, Process
from bot.mi.correcting import day_changed
from bot.mi.listening import Listened, in_context, told_in
from bot.mi.move import Act, Move
from bot.mi.oars import take_up
from bot.mi.processes import DRAFTS_AT_MOST, PLAN_QUESTIONS
from bot.mi.reading_back import answer_change_or_leave, answer_read_back, not_now, read_back, reword
from bot.mi.reasons import MISSING_IN_PLAN
from bot.mi.saying import has_a_doubt, keeps_it, leaves_it, offers_a_step, says_yes, wants_less
from bot.mi.summaries import about_wish, step_named
from bot.mi.wording import (
    as_written,
    company_as_said,
    company_in,
    fewer_days_in,
    first_upper,
    is_with_somebody,
    number_text,
    patch,
    time_of_step,
    time_span,
    without_having_said_so,
)

SURE_ENOUGH = 7
"""Under 7 on the confidence ruler a step is made smaller (practice of MI rulers; Miller & Rollnick)."""
_NOT_QUITE_SURE = 8
_HALFWAY = 4
"""From here on the citizen is asked whether the step is to be smaller at all."""
_SMALLER_AT_MOST = 1
_LONGEST_GIVEN_BACK = 14
_ECHO_WORDS = (4, 10)


def begin(conversation: Conversation, *said_first: Act) -> Move:
    """The citizen has said yes to finding a step."""
    if len(conversation.draft_ids) >= DRAFTS_AT_MOST:
        return Move((*said_first, Act("three_already")), "Der er tre udkast allerede, og det er nok ad gangen")
    conversation.process = Process.PLAN
    conversation.has_asked -= set(PLAN_QUESTIONS)
    promised = conversation.plan.turns.get("step", -_JUST_NOW) >= conversation.turn - _JUST_NOW
    if promised and conversation.plan.promised and not said_first:
        return next_plan_question(conversation)
    conversation.plan = Plan()
    why = "Borgeren sagde ja til at finde et lille skridt"
    told = conversation.told_step if conversation.turn - conversation.told_step_turn <= _STILL_MEANT else ""
    if told and not said_first:
        return replace(_taken(conversation, told, True), why=f"{why}, og havde sagt hvilket og hvornår")
    if not said_first and (named := step_named(conversation)):
        return Move((Act("step_named", {"own": named}),), f"{why}, og nævnte før noget, der kan være et", Ask.STEP)
    lead = said_first or _towards_the_wish(conversation)
    return Move((*lead, Act(Ask.STEP)), why, Ask.STEP)


def _towards_the_wish(conversation: Conversation) -> tuple[Act, ...]:
    """What the yes is a yes to: the wish, named once more; not where it is too long, or the citizen writes little."""
    wished = about_wish(conversation.focus) if conversation.focus and not conversation.is_terse else None
    if wished is None or len(wished.split()) > _WORDS_OF_A_WISH:
        return ()
    return (Act("towards_the_wish", {"about": wished}),)


_WORDS_OF_A_WISH = 9
_STILL_MEANT, _JUST_NOW = 6, 2
"""Turns since a step was told with its time, and since a promise: then it is what the yes is a yes to."""


def take_step(conversation: Conversation, statement: Statement) -> Move:
    """The step in the citizen's words: a sentence of theirs if it can be made, else as they wrote it."""
    return _taken(conversation, statement.text, Talk.COMMITMENT in statement.talk)


def _taken(conversation: Conversation, text: str, promised: bool) -> Move:
    _note_step(conversation, text)
    conversation.plan.promised = promised
    following = next_plan_question(conversation)
    given_back = _so_far(conversation, text) if following.ask is not Ask.READ_BACK else []
    return replace(following, acts=(*given_back, *following.acts))


def _note_step(conversation: Conversation, text: str) -> None:
    """Another step takes the place of the first; what was told in one breath with that goes with it."""
    plan, text = conversation.plan, without_having_said_so(text)
    for name in ("when", "with_whom"):
        if name in plan.turns and plan.turns[name] == plan.turns.get("step"):
            setattr(plan, name, "")
            del plan.turns[name]
    step = as_sentence(as_written(text)) or as_sentence(text) or first_upper(as_written(text))
    conversation.plan.take(conversation.turn, step=step, when=time_of_step(text), with_whom=company_in(text))


def _so_far(conversation: Conversation, text: str) -> list[Act]:
    """The step given back in du-form, where the grammar is sure of it; a "kan" stays a "kan" until it is agreed on."""
    said = main_du(text)
    du = said if said and _CAN.match(said) else main_du(conversation.plan.step)
    usable = du and not is_harsh_on_self(conversation.plan.step) and not conversation.has_mirrored(du)
    if not du or not usable or len(du.split()) > _LONGEST_GIVEN_BACK:
        return []
    conversation.mark_mirrored(du)
    return [Act("plan_so_far", {"own": du})]


_CAN = re.compile(r"du (?:kan|kunne) ", re.IGNORECASE)


def take_when(conversation: Conversation, statement: Statement) -> Move:
    """When, as said; who tells of another step with its time, takes that one."""
    if _is_another_step(conversation.plan.step, statement.text):
        _note_step(conversation, statement.text)
        return replace(
            next_plan_question(conversation), why="Borgeren fortalte om et andet skridt med sin tid, og det gælder nu")
    written = as_written(statement.text)
    when = time_span(statement.text) or written[:1].lower() + written[1:]
    conversation.plan.take(conversation.turn, when=when)
    return _echoed(conversation, statement, next_plan_question(conversation))


def _is_another_step(step: str, text: str) -> bool:
    """"jeg kan ringe til dem på tirsdag" in answer to "when?" about something else."""
    other = as_sentence(as_written(text)) if _I_CAN.search(text) and time_span(text) else None
    return other is not None and other.startswith("Jeg ") and _verb_of(other) != _verb_of(step)


def _verb_of(step: str) -> str:
    return "".join(step.casefold().split()[1:2])


_I_CAN = re.compile(r"\b(?:jeg (?:kan|vil|kunne)|(?:kan|vil|kunne) jeg)\b", re.IGNORECASE)


def _echoed(conversation: Conversation, statement: Statement, move: Move) -> Move:
    """A fuller answer is given back before the next question; a word or two would only be parroted."""
    if move.ask is Ask.SURE and conversation.asked is Ask.WHEN and not conversation.is_terse:
        return replace(move, acts=(Act("plan_so_far", {"own": conversation.plan.when}), *move.acts))
    whole = not _TWO_SENTENCES.search(statement.text)
    du = to_du(statement.text) if whole and _ECHO_WORDS[0] <= statement.words <= _ECHO_WORDS[1] else None
    if du is None or move.ask is Ask.READ_BACK or statement.intent is not Intent.SHARE:
        return move
    return replace(move, acts=(Act("plan_so_far", {"own": du}), *move.acts))


_TWO_SENTENCES = re.compile(r"[.!?]\s+\S")


def take_with_whom(conversation: Conversation, statement: Statement) -> Move:
    """With whom, as said; "alene" is an answer too."""
    rating = rating_in(statement.text)
    if rating is not None and not person_in(statement.text):
        conversation.plan.take(conversation.turn, sure=rating)
        conversation.has_asked.add(Ask.SURE)
        return read_back(conversation)
    company = "alene" if statement.intent is Intent.DENY else company_as_said(statement.text)
    conversation.plan.with_whom = company
    conversation.plan.take(conversation.turn, with_whom=company)
    return _echoed(conversation, statement, next_plan_question(conversation))


def take_sign(conversation: Conversation, statement: Statement) -> Move:
    """What would tell the citizen that it worked, as said."""
    conversation.plan.take(conversation.turn, sign=as_written(statement.text))
    return next_plan_question(conversation)


def take_sure(conversation: Conversation, statement: Statement) -> Move:
    """0–10; under `SURE_ENOUGH` a smaller step is looked for, once; then the citizen's word stands."""
    rating = rating_in(statement.text)
    take_in_passing(conversation, statement.text)
    if rating is None:
        return read_back(conversation)
    conversation.plan.take(conversation.turn, sure=rating)
    if rating >= SURE_ENOUGH:
        return _from_below(conversation, rating, "sure_with_doubt" if has_a_doubt(statement) else "sure_enough")
    if conversation.plan.made_smaller >= _SMALLER_AT_MOST:
        return read_back(conversation)
    conversation.plan.made_smaller += 1
    if rating >= _HALFWAY:
        why = f"{rating:g} er under {SURE_ENOUGH}: borgeren vælger, om skridtet skal gøres mindre"
        return Move((Act("keep_or_smaller"),), why, Ask.SMALLER)
    why = f"{rating:g} er under {_HALFWAY}, så der ledes efter et mindre skridt"
    return Move((Act("sure_halfway"), Act(Ask.SMALLER)), why, Ask.SMALLER)


def take_in_passing(conversation: Conversation, text: str) -> None:
    """Another day, or a time or company where there is none in the plan yet, that was told in place of a number."""
    plan = conversation.plan
    told = patch(text)
    if told and told[0] == "when" and told[1].casefold() not in plan.when.casefold():
        plan.take(conversation.turn, when=told[1])
    plan.take(
        conversation.turn, when=day_changed(plan.when, text) or "", step=day_changed(plan.step, text) or "")
    plan.take(
        conversation.turn, when="" if plan.when else time_span(text),
        with_whom="" if plan.with_whom or is_with_somebody(plan.step) else company_in(text))


def _from_below(conversation: Conversation, rating: float, heard: str) -> Move:
    """What makes it that number and not a lower one: once in a talk, and only where confidence was not asked before."""
    asked_before = {Ask.SURE_WHY, Ask.CONFIDENCE_WHY} & conversation.has_asked
    sure = conversation.is_terse or rating > _NOT_QUITE_SURE or not conversation.told(Talk.SUSTAIN)
    long = conversation.turn >= _LONG_TALK
    if asked_before or conversation.plan.made_smaller or sure or long:
        moved = read_back(conversation)
        return replace(moved, acts=(Act(heard), *moved.acts))
    own = {"rating": number_text(rating), "lower": str(max(0, int(rating) - 3))}
    why = "Tallet følges op nedefra, så borgeren selv siger, hvad der taler for"
    return Move((Act(heard), Act(Ask.SURE_WHY, own)), why, Ask.SURE_WHY)


_LONG_TALK = 16
"""From so many turns on a step that is sure enough is read back without more ado."""


def take_sure_why(conversation: Conversation, statement: Statement) -> Move:
    """What gives the citizen confidence is given back before the wording is read back."""
    moved = read_back(conversation)
    given_back = given_back_of(conversation, statement)
    return replace(moved, acts=(*given_back, *moved.acts))


def given_back_of(conversation: Conversation, statement: Statement) -> list[Act]:
    """What was said in the midst of a plan, remembered and given back."""
    statement = in_context(statement, conversation.asked)
    told = told_in(statement, conversation.turn, conversation.asked)
    for heard in told:
        conversation.remember(heard)
    return take_up(conversation, statement, Listened(None, told))


def take_smaller(conversation: Conversation, statement: Statement) -> Move:
    """A smaller step in place of the first, unless the citizen keeps the first; nobody is asked for a number twice."""
    if statement.intent in (Intent.DENY, Intent.DONT_KNOW, Intent.SKIP) or keeps_it(statement):
        return read_back(conversation)
    if wants_less(statement):
        return Move((Act(Ask.SMALLER),), "Borgeren vil have skridtet mindre, og siger selv hvordan", Ask.SMALLER)
    days = fewer_days_in(statement.text)
    conversation.plan.take(conversation.turn, when=days) if days else _note_step(conversation, statement.text)
    return read_back(conversation)


def next_plan_question(conversation: Conversation) -> Move:
    """The first question of the plan that is neither answered nor passed over."""
    plan, asked = conversation.plan, conversation.has_asked
    answered = {Ask.STEP: plan.step, Ask.WHEN: plan.when, Ask.WITH_WHOM: plan.with_whom, Ask.SIGN: plan.sign}
    for ask in PLAN_QUESTIONS:
        if ask not in asked and _is_worth_asking(conversation, ask) and not answered.get(ask):
            return Move((Act(ask),), MISSING_IN_PLAN[ask], ask)
    return read_back(conversation)


def _is_worth_asking(conversation: Conversation, ask: Ask) -> bool:
    """Company is asked about where something held back, a number not where the step was promised and nothing did.

    A sign is asked for where the citizen has said far more than the bot.
    """
    if ask is Ask.WITH_WHOM:
        return conversation.told(Talk.SUSTAIN) > 0 and not is_with_somebody(conversation.plan.step)
    if ask is Ask.SURE:
        return not (conversation.plan.promised and conversation.told(Talk.SUSTAIN) == 0)
    return ask is not Ask.SIGN or conversation.tells_much


def answer_permission(conversation: Conversation, statement: Statement) -> Move | None:
    """Planning begins only on a yes; hesitation leads back to evoking (None)."""
    if offers_a_step(statement):
        begin(conversation)
        return take_step(conversation, statement)
    if says_yes(statement) or statement.talk & {Talk.COMMITMENT, Talk.ACTIVATION}:
        return begin(conversation)
    if statement.intent in (Intent.DENY, Intent.DONT_KNOW, Intent.SKIP):
        return not_now(conversation)
    return None


_TELLS = frozenset({Intent.SHARE, Intent.CORRECT, Intent.RATE})
_MAY_ANSWER: dict[Ask, frozenset[Intent]] = {
    Ask.STEP: _TELLS,
    Ask.WHEN: _TELLS,
    Ask.WITH_WHOM: _TELLS | {Intent.DENY},
    Ask.SIGN: _TELLS,
    Ask.SMALLER: _TELLS | {Intent.DENY, Intent.DONT_KNOW, Intent.SKIP},
    Ask.READ_BACK: _TELLS | {Intent.AFFIRM, Intent.DENY, Intent.THANK},
    Ask.CHANGE_OR_LEAVE: _TELLS - {Intent.RATE} | {Intent.AFFIRM, Intent.DENY},
    Ask.REWORD: _TELLS - {Intent.RATE},
}


def may_answer(ask: Ask, statement: Statement) -> bool:
    """Whether a message of this kind can be an answer that is written into the plan: a thank-you is no step."""
    if ask is Ask.SMALLER and (keeps_it(statement) or wants_less(statement)):
        return True
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
    Ask.SURE_WHY: take_sure_why,
    Ask.SMALLER: take_smaller,
    Ask.READ_BACK: answer_read_back,
    Ask.CHANGE_OR_LEAVE: answer_change_or_leave,
    Ask.REWORD: reword,
}
