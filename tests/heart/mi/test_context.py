# SPDX-License-Identifier: MPL-2.0
"""What a message does depends on what it answers; what somebody dreamt of long ago is not their wish now."""

import pytest

from bot.codebook import Intent, Statement
from bot.mi.context import in_its_question
from bot.mi.conversation import Ask, Conversation, Process, Status
from bot.mi.wishing import hear_wish
from tests.factories import asked, statement, tell


def intent_of(text: str, asked: Ask | None, read: Intent = Intent.SHARE, **more: object) -> Intent:
    conversation = Conversation("c")
    conversation.asked = asked
    for name, value in more.items():
        setattr(conversation, name, value)
    return in_its_question(conversation, Statement(text, intent=read, confidence=0.6)).intent


@pytest.mark.parametrize(("text", "asked", "read", "meant"), [
    ("det var det", Ask.ANYTHING_ELSE, Intent.AFFIRM, Intent.DENY),
    ("ikk mere", Ask.ANYTHING_ELSE, Intent.SHARE, Intent.DENY),
    ("så er jeg løbet tør", Ask.ANYTHING_ELSE, Intent.SHARE, Intent.DENY),
    ("det er sådan set hele historien", Ask.ANYTHING_ELSE, Intent.AFFIRM, Intent.DENY),
    ("fint med mig", Ask.PERMISSION, Intent.SHARE, Intent.AFFIRM),
    ("okay, det prøver jeg", Ask.PERMISSION, Intent.SHARE, Intent.AFFIRM),
    ("det er en aftale", Ask.READ_BACK, Intent.SHARE, Intent.AFFIRM),
    ("ikke nu, jeg har brug for at det ligger lidt", Ask.PERMISSION, Intent.SHARE, Intent.DENY),
    ("jeg laver ikke flere planer i denne måned", Ask.PERMISSION, Intent.SHARE, Intent.DENY),
    ("nej, ikke nu. det var i januar det var værst", Ask.HAPPENING_NOW, Intent.SHARE, Intent.DENY),
    ("nej, lige nu er jeg okay", Ask.HAPPENING_NOW, Intent.SHARE, Intent.DENY),
    ("sammen med lisbeth, min støtteperson", Ask.WITH_WHOM, Intent.ASK_HUMAN, Intent.SHARE),
    ("slukke 10 min før", Ask.SMALLER, Intent.RATE, Intent.SHARE),
    ("at man betaler hvad man skylder", None, Intent.SHARE, Intent.SHARE),
    ("at man hjælper sin nabo uden at skrive det op", None, Intent.ASK_ADVICE, Intent.SHARE),
    ("Præcision betyder meget for mig, fordi det er respekt", None, Intent.THANK, Intent.SHARE),
])
def test_an_answer_is_read_in_its_question(text: str, asked: Ask | None, read: Intent, meant: Intent) -> None:
    assert intent_of(text, asked, read) is meant


@pytest.mark.parametrize(("text", "asked", "read"), [
    ("fint, men ret lige ordet", Ask.READ_BACK, Intent.SHARE),
    ("det er godt nok ikke det jeg sagde", Ask.READ_BACK, Intent.SHARE),
    ("ja", Ask.PERMISSION, Intent.DELETE_DATA),
    ("det er fint, stop nu", Ask.GO_ON, Intent.STOP),
    ("nej det ved jeg ikke", Ask.HAPPENING_NOW, Intent.DONT_KNOW),
    ("har jeg ret til pension", None, Intent.ASK_ADVICE),
    ("jeg ved ikke rigtig hvad jeg skal svare på det", None, Intent.DONT_KNOW),
    ("det var det, jeg savnede mest, da hun flyttede til Fyn og tog hunden med", Ask.ANYTHING_ELSE, Intent.SHARE),
])
def test_in_doubt_it_stays_as_it_was_read(text: str, asked: Ask | None, read: Intent) -> None:
    assert intent_of(text, asked, read) is read


def test_thanks_at_the_end_are_a_farewell_and_no_new_talk() -> None:
    assert intent_of("tak, vi skrives, Børge siger hej", None, status=Status.STOPPED) is Intent.GOODBYE
    assert intent_of("k tak hej", None, Intent.GREET, process=Process.CLOSE) is Intent.THANK


@pytest.mark.parametrize("text", [
    "som ung drømte jeg om at rejse til Peru", "dengang ville jeg gerne være sygeplejerske",
])
def test_a_dream_of_long_ago_is_not_a_wish_of_now(text: str) -> None:
    conversation = Conversation("c")
    assert hear_wish(conversation, Statement(text)) is None


def test_a_dream_that_still_stands_is_a_wish() -> None:
    conversation = Conversation("c")
    assert hear_wish(conversation, Statement("jeg drømmer stadig om at rejse til Peru")) is not None


def test_the_same_wish_in_other_words_is_one_wish() -> None:
    conversation = Conversation("c")
    hear_wish(conversation, Statement("jeg vil gerne kunne gå helt til enden af molen"))
    hear_wish(conversation, Statement("jeg vil gerne kunne gå helt ud til molen igen"))
    hear_wish(conversation, Statement("jeg vil gerne have en hund"))
    assert [wish.core for wish in conversation.wishes] == ["kunne gå helt til enden af molen", "have en hund"]


@pytest.mark.parametrize("said", [
    "kan min bostøtte se det jeg skriver", "Altså kan min bostøtte se det", "hvem læser det her",
])
def test_who_reads_along_is_answered_whatever_it_was_taken_for(said: str) -> None:
    turn = tell(asked(Ask.HOPE), statement(said, Intent.SHARE))[0]
    assert "del" in turn.text.casefold() and "»" not in turn.text
