# SPDX-License-Identifier: MPL-2.0
"""A wish that was none is let go of, a subject that is rather talked of is followed, and neither becomes a goal."""

from __future__ import annotations

import pytest

from bot.codebook import Intent, Safety, Talk
from bot.mi.conversation import Ask, Process
from bot.mi.disowning import forget_wish
from tests.factories import asked, statement, tell, with_a_wish


@pytest.mark.parametrize("said", ["det er ikke mit ønske", "mit ønske er ik det", "Det har jeg ikke ønsket mig"])
def test_a_wish_that_is_denied_is_gone_and_nothing_else(said: str) -> None:
    talk = with_a_wish()
    before = [heard.said for heard in talk.heard]
    turn = tell(talk, statement(said))[0]
    assert (talk.wishes, talk.focus) == ([], None)
    assert turn.move.acts[0].phrase == "wish_taken_off"
    assert [heard.said for heard in talk.heard] == before


def test_of_several_the_one_that_is_named_is_taken_off() -> None:
    talk = with_a_wish()
    tell(talk, statement("jeg vil gerne have en hund", Talk.DESIRE))
    kept = [wish.said for wish in talk.wishes if "hund" not in wish.said]
    tell(talk, statement("mit ønske er ikke en hund"))
    assert [wish.said for wish in talk.wishes] == kept


def test_a_wish_not_to_do_something_is_no_denial() -> None:
    talk = with_a_wish()
    tell(talk, statement("mit ønske er ikke at drikke mere", Talk.DESIRE))
    assert talk.focus is not None


def test_in_a_plan_the_step_stays_without_the_wish() -> None:
    talk = asked(Ask.WHEN)
    step = talk.plan.step
    tell(talk, statement("det er ikke mit ønske"))
    assert (talk.plan.step, talk.process, talk.focus) == (step, Process.PLAN, None)


def test_after_danger_nothing_is_said_of_wishes() -> None:
    talk = with_a_wish(danger=Safety.CONCERN)
    turn = tell(talk, statement("det er ikke mit ønske"))[0]
    assert all(act.phrase != "wish_taken_off" for act in turn.move.acts)


@pytest.mark.parametrize(("said", "about"), [
    ("jeg vil hellere snakke om freja", "freja"), ("kan vi tale om min søn i stedet?", "din søn"),
    ("Nej, jeg vil gerne tale lidt om mødet", "mødet"),
])
def test_another_subject_is_followed_and_is_no_wish(said: str, about: str) -> None:
    talk = asked(Ask.HOPE)
    turn = tell(talk, statement(said, Talk.DESIRE))[0]
    assert turn.move.acts[0].phrase == "other_subject" and about in turn.text.casefold()
    assert all(said not in wish.said for wish in talk.wishes)


@pytest.mark.parametrize("said", ["jeg vil hellere snakke om noget andet", "jeg vil gerne snakke med min søn igen"])
def test_only_a_subject_that_is_named_is_followed(said: str) -> None:
    turn = tell(asked(Ask.HOPE), statement(said))[0]
    assert all(act.phrase != "other_subject" for act in turn.move.acts)


@pytest.mark.parametrize("said", ["min skuter. den blev stjålet", "hunden. den er stukket af"])
def test_what_happened_is_no_wish_though_a_wish_was_asked_for(said: str) -> None:
    talk = asked(Ask.HOPE, wishes=[], focus=None)
    tell(talk, statement(said))
    assert talk.wishes == []


def test_to_forget_what_is_not_there_changes_nothing() -> None:
    talk = with_a_wish()
    assert not forget_wish(talk, "noget helt andet") and talk.focus is not None


def test_the_message_to_staff_is_not_taken_for_the_talk() -> None:
    turn = tell(asked(Ask.WHAT_MATTERS), statement("slet beskeden til min bostøtte", Intent.DELETE_DATA))[0]
    assert turn.move.acts[0].phrase == "asks_alert_back"


@pytest.mark.parametrize("said", ["jeg sagde ik du sku slette", "slet det ikke", "du må ikke slette noget"])
def test_what_is_not_to_be_deleted_is_not_offered_to_be(said: str) -> None:
    turn = tell(asked(Ask.WHAT_MATTERS), statement(said, Intent.DELETE_DATA))[0]
    assert turn.move.acts[0].phrase == "kept_as_it_is" and turn.move.ask is not Ask.ERASE


@pytest.mark.parametrize("said", ["kan du ikke slette det hele", "jeg gider ikke mere slet det hele"])
def test_a_plain_wish_to_delete_is_still_asked_about(said: str) -> None:
    assert tell(asked(Ask.WHAT_MATTERS), statement(said, Intent.DELETE_DATA))[0].move.ask is Ask.ERASE


@pytest.mark.parametrize("said", [
    "det med at ha styr på breve er ik mit ønske det er lis der vil ha det", "at danse er ikke mit ønske, det er mors"])
def test_a_longer_denial_is_one_and_never_becomes_the_wish(said: str) -> None:
    talk = with_a_wish()
    tell(talk, statement(said, Talk.DESIRE))
    assert all("ønske" not in wish.said for wish in talk.wishes)


@pytest.mark.parametrize("said", ["Jeg drømmer om krigen. Så jeg vågner klokken 3", "jeg drømmer om ulykken hver nat"])
def test_what_is_dreamt_at_night_is_no_wish(said: str) -> None:
    talk = asked(Ask.HOPE, wishes=[], focus=None)
    tell(talk, statement(said))
    assert talk.wishes == []
