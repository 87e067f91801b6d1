# SPDX-License-Identifier: MPL-2.0
"""Discord: annoyance with bot, questions or system is given back, and the citizen decides; nobody argues."""

from __future__ import annotations

import re

from bot.codebook import Intent, Statement
from bot.mi.conversation import Ask, Conversation, Process, Status
from bot.mi.move import Act, Move

_ABOUT = (
    ("discord_program", re.compile(r"\b(robot\w*|bot|botten|maskine\w*|program\w*|computer\w*|ai|chatbot\w*)\b", re.I)),
    ("discord_system", re.compile(
        r"\b(kommune\w*|jobcent\w*|sagsbehandl\w*|system\w*|myndighed\w*|borgerservice|de professionelle)\b", re.I)),
    ("discord_questions", re.compile(r"\b(spørg\w*|spørs\w*|svare|svar)\b", re.I)),
)
_SURELY = 0.7
"""Under this confidence annoyance is not taken for granted: "endelig en, der har fattet det" is none."""
_THEN_CHOOSE = 2
"""From so many times on the citizen is asked what they would rather."""


def discord(conversation: Conversation, statement: Statement) -> Move:
    """The annoyance in other words, and who decides. The open question is let go; one of a plan may come again."""
    conversation.discords += 1
    if conversation.process is Process.PLAN and conversation.asked:
        conversation.has_asked.discard(conversation.asked)
    given_back = Act(_key(statement.text))
    if conversation.discords % _THEN_CHOOSE == 0:
        why = "Borgeren er irriteret for anden gang: det gives tilbage, og borgeren vælger, hvad der nu skal ske"
        return Move((given_back, Act(Ask.DISCORD_CHOICE)), why, Ask.DISCORD_CHOICE)
    why = "Borgeren er irriteret: det gives tilbage uden forklaring, og borgeren bestemmer"
    return Move((given_back, Act("autonomy")), why)


def is_annoyed(statement: Statement) -> bool:
    """Whether the message is surely annoyance with the bot, the questions or the system."""
    return statement.intent is Intent.OBJECT and statement.confidence >= _SURELY


def _key(text: str) -> str:
    return next((key for key, pattern in _ABOUT if pattern.search(text)), "discord")


def answer_choice(conversation: Conversation, statement: Statement) -> Move | None:
    """Something else: the question is taken away. To write on is met with what matters; the rest goes on (None)."""
    said = statement.text.casefold()
    if "skriv videre" in said:
        return _goes_on(conversation)
    if said.strip(" .").startswith("stop"):
        conversation.status = Status.STOPPED
        return Move((Act("stop"),), "Borgeren valgte at stoppe")
    if statement.intent in (Intent.DENY, Intent.SKIP, Intent.OBJECT) or "noget andet" in said:
        return Move((Act("pressed_off"),), "Borgeren vil noget andet: spørgsmålet er taget væk, og der er plads")
    return None


def _goes_on(conversation: Conversation) -> Move | None:
    """Somebody who stays after being annoyed is asked about what is theirs; None where that was asked before."""
    if Ask.VALUES in conversation.has_asked or conversation.wishes:
        return None
    why = "Borgeren blev, selv om det var irriterende, og spørges om det, der er vigtigt"
    return Move((Act("stayed"), Act(Ask.VALUES)), why, Ask.VALUES)
