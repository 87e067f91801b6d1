# SPDX-License-Identifier: MPL-2.0
"""How sure a danger is: plain words are; a trained reader's guess is asked about, and a faint one only waited on.

Measured in November 2026 on 5,762 ordinary messages of invented citizens: the trained reader alone told of danger in
6 of 100, in 5 of them with a probability under `_FAINT`. Of 273 messages of real danger it gave 10 of 100 so little
where no word pattern knew them. Asking "Er du i fare?" for each faint doubt would disturb every second talk.
"""

from __future__ import annotations

import re

from bot.care import danger, means
from bot.codebook import Safety, Statement
from bot.mi.conversation import Ask, Conversation

_FAINT = 0.7
_STRONG = 0.95
_TOGETHER = 0.9
_TURNS_APART = 4
"""Faint doubts so near to each other are taken together; when they come to `_TOGETHER`, they are asked about."""


_ASKS_FOR_STRENGTHS = frozenset({
    Ask.STRENGTHS, Ask.LOOKING_BACK, Ask.KNOWN_BY, Ask.CONFIDENCE_WHY, Ask.SURE_WHY, Ask.SUCCESS, Ask.SCORE_WHY,
    Ask.HELPED, Ask.WORKS, Ask.CV_STRENGTHS, Ask.DONE_BEFORE, Ask.STEP, Ask.SMALLER, Ask.WHEN, Ask.WITH_WHOM,
    Ask.SIGN, Ask.SURE, Ask.READ_BACK, Ask.REWORD, Ask.CHANGE_OR_LEAVE, Ask.PERMISSION,
})
"""Questions for what speaks for the step, or of the step itself: a guess there breaks a plan that is nearly found."""


def level_of(conversation: Conversation, statement: Statement) -> Safety:
    """The level at which a message is answered now; `Safety.NONE` also for a faint doubt, see `is_faint`."""
    if statement.safety is Safety.NONE or is_in_words(statement):
        return statement.safety
    if is_faint(conversation, statement):
        return Safety.NONE
    if statement.danger_probability >= _STRONG and means.has_pills(statement.text):
        return Safety.ACUTE
    again = conversation.asked is Ask.HAPPENING_NOW and statement.safety is Safety.ACUTE
    if again and not _SAYS_NO.match(statement.text):
        return Safety.ACUTE
    return statement.safety if statement.danger_probability >= _STRONG else Safety.CONCERN


_SAYS_NO = re.compile(r"\W*(?:nej|næ)\b", re.IGNORECASE)


def is_faint(conversation: Conversation, statement: Statement) -> bool:
    """A doubt that is only waited on: the turn asks nothing, and further ones soon after it are asked about.

    Who has said no to such a question in this talk is not asked again for less than a strong one; nor is who answers
    what speaks for their step: "jeg har gjort det før" is of danger only where nobody asked for it. A guess that there
    is danger now is asked about there too.
    """
    if statement.safety is Safety.NONE or is_in_words(statement):
        return False
    if conversation.asked is Ask.HAPPENING_NOW and statement.safety is Safety.ACUTE:
        return False  # the second in a row
    in_a_plan = conversation.asked in _ASKS_FOR_STRENGTHS and statement.safety is not Safety.ACUTE
    calm = conversation.count_of("no to a doubt") or in_a_plan
    enough = _STRONG if calm else _FAINT
    if statement.danger_probability >= enough:
        return False
    return doubt_with(conversation, statement) < _TOGETHER or enough == _STRONG


def could_be_danger(statement: Statement) -> bool:
    """Whether the reader has the least doubt, or a word pattern knows it."""
    return statement.danger_probability > _LEAST or is_in_words(statement)


_LEAST = 0.1


def doubt_with(conversation: Conversation, statement: Statement) -> float:
    """This doubt and those of the last turns: how sure it is that one of them is right (noisy or), 0–1."""
    near = conversation.turn + 1 - conversation.doubted_turn <= _TURNS_APART
    before = conversation.doubt if near else 0.0
    return 1.0 - (1.0 - statement.danger_probability) * (1.0 - before)


def is_said_sideways(text: str) -> bool:
    """Whether all that tells of danger now in these words are signs that everyday things share: a letter that is ready,
    things given away, a door that is locked. They are answered in full, but a plain no to them is believed."""
    acute = [sign.name for sign in danger.signs_of_danger(text) if sign.level is Safety.ACUTE]
    return bool(acute) and _SIDEWAYS.issuperset(acute)


_SIDEWAYS = frozenset([
    "letter_is_ready", "gave_things_away", "found_tomorrow", "next_life", "place_found", "look_after_them_for_me",
    "farewell_to_kin", "last_words", "not_here_tomorrow", "date_chosen", "help_me_alone", "cannot_call_for_help",
    "smashing_now", "locked_in_now", "standing_there", "jumps", "for_ever_tonight", "checking_out_for_good",
    "into_the_water", "pills_laid_out", "a_bullet_for_me", "ring_for_me",
])
"""Names of `bot/care/danger_words.py`."""


def is_in_words(statement: Statement) -> bool:
    """Whether a word pattern knows the danger."""
    return danger.look_for_danger(statement.text) is not Safety.NONE
