# SPDX-License-Identifier: MPL-2.0
"""In danger the citizen hears the truth about who reads when: at work, away, told or not told; 112 first."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.care import answers, staff_now
from bot.care.danger import DangerKind
from bot.care.help_lines import contacts_for
from bot.care.staffed_hours import DENMARK, Presence, parse, presence
from bot.codebook import Intent, Safety, Statement
from bot.mi.conversation import Conversation
from bot.records import Reach
from bot.services import caring
from tests.factories import ACUTE, CONCERN, YES, conversation, statement

HOURS = parse("mon-thu 08:00-16:00, fri 08:00-14:00")
LINES = contacts_for("hovedstaden")


def at(moment: str) -> Presence:
    assert HOURS is not None
    return presence(HOURS, datetime.fromisoformat(moment).replace(tzinfo=DENMARK))


AT_WORK, AT_NIGHT, ON_FRIDAY_AFTERNOON = at("2026-11-23T10:00"), at("2026-11-23T22:00"), at("2026-11-27T14:00")
EVER = (AT_WORK, AT_NIGHT, ON_FRIDAY_AFTERNOON, None)


def said(talk: Conversation, told: Statement, now: Presence | None, reach: Reach = Reach.OUTBOX) -> tuple[str, ...]:
    return caring.respond(talk, told, LINES, reach, now).verbatim


@pytest.mark.parametrize("level", [ACUTE, CONCERN], ids=["acute", "concern"])
@pytest.mark.parametrize(("now", "truth"), [
    (AT_WORK, "Personalet er på arbejde nu, men jeg ved ikke, hvornår de læser den."),
    (AT_NIGHT, "Personalet er ikke på arbejde nu. De er der igen i morgen kl. 8. Vent ikke på dem."),
    (ON_FRIDAY_AFTERNOON, "Personalet er ikke på arbejde nu. De er der igen på mandag kl. 8. Vent ikke på dem."),
])
def test_the_note_to_staff_says_when_they_are_there(level: Statement, now: Presence, truth: str) -> None:
    bubbles = said(conversation(), level, now)
    assert [bubble for bubble in bubbles if truth in bubble]
    assert answers.NOTE not in bubbles


def test_without_hours_nothing_is_claimed() -> None:
    for level in (ACUTE, CONCERN):
        told = "\n".join(said(conversation(), level, None))
        assert answers.NOTE in told and "på arbejde" not in told


@pytest.mark.parametrize("now", EVER)
def test_112_comes_before_any_word_of_staff(now: Presence | None) -> None:
    told = "\n".join(said(conversation(), ACUTE, now))
    assert 0 <= told.index("112") < told.index("bostøtte")


@pytest.mark.parametrize("now", EVER)
@pytest.mark.parametrize("reach", Reach)
def test_that_it_has_arrived_is_said_only_when_it_has(now: Presence | None, reach: Reach) -> None:
    talk = conversation()
    said(talk, ACUTE, now)
    told = "\n".join(said(talk, statement("jeg er bange"), now, reach))
    assert ("nået frem" in told) is (reach is Reach.DELIVERED)
    assert ("har set beskeden" in told) is (reach is Reach.SEEN)
    assert "Jeg giver besked" not in told


def test_what_arrived_outside_the_hours_may_lie_unread() -> None:
    talk = conversation()
    said(talk, ACUTE, AT_NIGHT)
    told = said(talk, statement("jeg er bange"), AT_NIGHT, Reach.DELIVERED)[0]
    assert told == ("Beskeden er nået frem, men personalet er ikke på arbejde nu. De er der igen i morgen kl. 8. "
                    "Jeg ved ikke, om nogen har læst den.")


@pytest.mark.parametrize("kind", DangerKind)
def test_outside_the_hours_nobody_is_sent_to_their_bostoette_today(kind: DangerKind) -> None:
    bubbles = answers.answer(Safety.CONCERN, kind, 0, LINES)
    told = "\n".join(staff_now.truly(bubbles, AT_NIGHT))
    assert "bostøtte" not in told
    assert "\n".join(staff_now.truly(bubbles, AT_WORK)) == "\n".join(bubbles)
    assert [line for bubble in bubbles for line in bubble.split("\n")[1:]] == [
        line for bubble in staff_now.truly(bubbles, AT_NIGHT) for line in bubble.split("\n")[1:]], "the numbers stay"


QUESTIONS = [
    "læser nogen det her?", "er der nogen der læser det", "hvem læser beskeden", "kommer der nogen",
    "hvornår svarer de", "ser min bostøtte den nu", "får personalet beskeden", "hvornår møder personalet",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_who_asks_who_reads_is_told(question: str) -> None:
    for now, truth in ((None, "Jeg ved ikke, hvornår beskeden bliver læst."), (AT_WORK, "er på arbejde nu, men"),
                       (AT_NIGHT, "De er der igen i morgen kl. 8.")):
        talk = conversation()
        said(talk, ACUTE, now)
        told = " ".join(said(talk, statement(question), now))
        assert truth in told and "Ring 112" in told


@pytest.mark.parametrize("other", [
    "ser du det sådan", "min mor får det dårligt af det", "de læser højt", "hun kommer ikke",
])
def test_other_words_are_no_question_of_who_reads(other: str) -> None:
    talk = conversation()
    said(talk, ACUTE, AT_NIGHT)
    assert staff_now.AWAY_FROM_WORK not in " ".join(said(talk, statement(other), AT_NIGHT))


def test_who_asks_for_a_human_outside_the_hours_is_told_when() -> None:
    human = statement("jeg vil tale med et menneske", Intent.ASK_HUMAN)
    away = "Personalet er ikke på arbejde nu. De er der igen i morgen kl. 8."
    assert said(conversation(), human, AT_NIGHT) == (away,)
    assert said(conversation(), human, AT_WORK) == said(conversation(), human, None) == ()


def test_a_reply_while_the_system_is_down_does_not_promise_an_answer_now() -> None:
    calm = answers.calm_reply(())
    assert "Din bostøtte kan også svare dig" in calm[1]
    told = staff_now.truly(calm, AT_NIGHT)
    assert told[1].startswith("Personalet er ikke på arbejde nu. De er der igen i morgen kl. 8. Ring 112")
    assert staff_now.truly(calm, None) == calm


def test_every_sentence_that_is_replaced_is_one_that_is_said() -> None:
    said_somewhere = {answers.NOTE, answers.DELIVERED, answers.DOWN_AND_NOBODY, staff_now.WHO_READS[0]} | set(
        answers.PERSON_AND_LINE.values())
    assert set(staff_now._away(AT_NIGHT)) | set(staff_now._at_work()) <= said_somewhere
    assert set(staff_now.WITHOUT_BOSTOETTE) == {
        kind for kind, sentence in answers.PERSON_AND_LINE.items() if "bostøtte" in sentence}


def test_a_yes_to_danger_now_is_told_the_same_truth() -> None:
    talk = conversation()
    said(talk, CONCERN, AT_NIGHT)
    assert "112" in "\n".join(said(talk, YES, AT_NIGHT))
