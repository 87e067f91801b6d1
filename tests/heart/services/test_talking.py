# SPDX-License-Identifier: MPL-2.0
"""A citizen's turn at the desk is one transaction: nothing twice, nothing lost, nothing half."""

from __future__ import annotations

import pytest

from bot.codebook import Intent, Safety, Talk
from bot.goals.lifecycle import State
from bot.mi.conversation import Ask, Status
from bot.mi.planning import PLAN_ANSWERS
from bot.records import Reading
from bot.services import finding, goals, talking
from bot.services.errors import EmptyText, TextTooLong, UnknownConversation
from tests.factories import CONCERN, REASON, STRENGTH, WISH, YES, Broken, statement
from tests.heart.services.houses import TO_A_DRAFT, TO_THE_READ_BACK, House

DELETE = statement("slet det hele", Intent.DELETE_DATA)


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def talk_id(house: House) -> str:
    return house.talk().id


def test_a_message_is_answered_kept_and_noted(house: House, talk_id: str) -> None:
    turn = house.say(talk_id, WISH)[0]
    assert [kept.number for kept in talking.history(house.store, talk_id)] == [0, 1]
    assert talking.history(house.store, talk_id)[1] == turn
    assert house.memory(talk_id).turn == 1
    assert house.acts()[-1] == "conversation.turn"


def test_the_same_message_again_gives_the_same_turn_and_changes_nothing(house: House, talk_id: str) -> None:
    first = talking.respond(house.store, house.clock, talk_id, "a", WISH)
    before = house.store.state()
    house.clock.later(minutes=5)
    again = talking.respond(house.store, house.clock, talk_id, "a", statement("noget helt andet"))
    assert again == first
    assert house.store.differs_in(before) == set()


def test_a_confirmed_wording_sent_twice_makes_one_draft(house: House, talk_id: str) -> None:
    house.say(talk_id, *TO_THE_READ_BACK)
    for _ in range(3):
        talking.respond(house.store, house.clock, talk_id, "ja", YES)
    assert len(house.store.kept.goals) == 1


def test_a_draft_is_made_of_the_citizens_words(house: House, talk_id: str) -> None:
    made = house.draft(talk_id)
    assert made.wish is not None
    assert made.wish.text in WISH.text
    assert made.wording == "Jeg ringer til hende på søndag."
    assert (made.state, made.conversation_id) == (State.DRAFT, talk_id)
    assert {quote.text for quote in made.details.motivation} <= {said.text for said in TO_A_DRAFT}
    assert house.memory(talk_id).confirmed is None
    assert house.memory(talk_id).draft_ids == [made.id]
    assert "goal.confirm" in house.acts()


def test_the_turn_tells_where_the_talk_is(house: House, talk_id: str) -> None:
    turn = house.say(talk_id, *TO_A_DRAFT)[-1]
    assert turn.state.process == "close"
    assert turn.state.drafts == tuple(house.store.kept.goals)
    assert turn.acts == ("confirmed",)
    assert turn.why


def test_a_message_to_an_unknown_conversation_is_refused(house: House) -> None:
    before = house.store.state()
    with pytest.raises(UnknownConversation):
        talking.respond(house.store, house.clock, "ukendt", "a", WISH)
    with pytest.raises(UnknownConversation):
        talking.hold(house.store, house.clock, "ukendt", "a", "hej")
    assert house.store.differs_in(before) == set()


def test_what_cannot_be_noted_is_not_kept(house: House, talk_id: str) -> None:
    house.say(talk_id, *TO_THE_READ_BACK)
    before = house.store.state()
    house.store.breaks = True
    with pytest.raises(Broken):
        house.say(talk_id, YES)
    with pytest.raises(Broken):
        talking.hold(house.store, house.clock, talk_id, "holdt", "hej")
    assert house.store.differs_in(before) == set()


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_an_empty_message_is_none(text: str) -> None:
    with pytest.raises(EmptyText):
        talking.check_text(text)


def test_a_message_may_be_two_pages_long_and_no_longer() -> None:
    talking.check_text("a" * talking.LONGEST_TEXT)
    with pytest.raises(TextTooLong):
        talking.check_text("a" * (talking.LONGEST_TEXT + 1))


# Held: nobody could read it


def test_a_held_message_is_answered_calmly_and_marked(house: House, talk_id: str) -> None:
    turn = talking.hold(house.store, house.clock, talk_id, "a", WISH.text)
    assert turn.reading is Reading.HELD
    assert turn.replies
    assert house.memory(talk_id).wishes == []
    assert talking.before_sending(house.store, talk_id, "b")[1] == (turn,)


def test_a_held_message_is_held_once(house: House, talk_id: str) -> None:
    first = talking.hold(house.store, house.clock, talk_id, "a", WISH.text)
    before = house.store.state()
    assert talking.hold(house.store, house.clock, talk_id, "a", WISH.text) == first
    assert house.store.differs_in(before) == set()


def test_a_held_message_is_heard_later_without_a_second_reply(house: House, talk_id: str) -> None:
    held = talking.hold(house.store, house.clock, talk_id, "a", WISH.text)
    late = talking.respond(house.store, house.clock, talk_id, "a", WISH)
    assert (late.reading, late.replies, late.number) == (Reading.READ, held.replies, held.number)
    assert late.said == WISH
    assert len(house.memory(talk_id).wishes) == 1
    assert house.memory(talk_id).turn == 1
    assert talking.before_sending(house.store, talk_id, "b")[1] == ()
    assert len(talking.history(house.store, talk_id)) == 2


def test_what_was_answered_is_not_answered_again_when_held(house: House, talk_id: str) -> None:
    turn = talking.respond(house.store, house.clock, talk_id, "a", WISH)
    assert talking.hold(house.store, house.clock, talk_id, "a", WISH.text) == turn


def test_danger_in_a_held_message_is_answered_at_once(house: House, talk_id: str) -> None:
    turn = talking.hold(house.store, house.clock, talk_id, "a", "Jeg slår mig selv ihjel i aften")
    assert "112" in " ".join(reply.text for reply in turn.replies)
    assert house.memory(talk_id).danger is Safety.ACUTE


def test_a_yes_to_is_it_now_in_a_held_message_is_acute(house: House, talk_id: str) -> None:
    """The held reply asks whether it is happening now, so the answer to it must be heard as one."""
    held = talking.hold(house.store, house.clock, talk_id, "a", "Jeg har tanker om at tage mit eget liv")
    assert any(" nu?" in reply.text for reply in held.replies)
    house.say(talk_id, YES)
    assert house.memory(talk_id).danger is Safety.ACUTE


def test_after_a_concern_that_was_heard_late_no_plan_goes_on(house: House, talk_id: str) -> None:
    house.say(talk_id, *TO_THE_READ_BACK[:9])
    assert house.memory(talk_id).asked is Ask.WHEN
    talking.hold(house.store, house.clock, talk_id, "holdt", "det er lige meget")
    talking.respond(house.store, house.clock, talk_id, "holdt", statement("det er lige meget", Safety.CONCERN))
    turn = house.say(talk_id, statement("på søndag"))[0]
    assert not set(turn.acts) & set(map(str, PLAN_ANSWERS)), turn.acts


def test_acute_danger_that_was_heard_late_is_answered_on_the_next_message(house: House, talk_id: str) -> None:
    talking.hold(house.store, house.clock, talk_id, "holdt", "nu er det nok")
    talking.respond(house.store, house.clock, talk_id, "holdt", statement("nu er det nok", Safety.ACUTE))
    turn = house.say(talk_id, statement("hej", Intent.GREET))[0]
    assert "112" in " ".join(reply.text for reply in turn.replies)


# Erasing


def erase(house: House, talk_id: str) -> None:
    house.say(talk_id, DELETE, YES)


def test_erasing_leaves_no_word_of_the_citizen(house: House, talk_id: str) -> None:
    house.say(talk_id, WISH, REASON, STRENGTH)
    erase(house, talk_id)
    kept = talking.history(house.store, talk_id)
    assert [turn.said.text for turn in kept if turn.said] == [""]
    memory = house.memory(talk_id)
    assert (memory.wishes, memory.heard, memory.mirrored, memory.focus, memory.plan.step) == ([], [], [], None, "")
    everything = repr(house.store.kept)
    assert not [said.text for said in (WISH, REASON, STRENGTH) if said.text in everything]


def test_the_answer_to_erasing_is_kept_so_that_sending_it_again_erases_nothing_more(house: House, talk_id: str) -> None:
    house.say(talk_id, WISH, DELETE)
    done = talking.respond(house.store, house.clock, talk_id, "slet", YES)
    before = house.store.state()
    assert talking.respond(house.store, house.clock, talk_id, "slet", YES) == done
    assert house.store.differs_in(before) == set()
    assert house.memory(talk_id).status is Status.STOPPED


def test_erasing_deletes_the_drafts_as_the_question_says(house: House, talk_id: str) -> None:
    """The question is: "Alt i denne samtale og dine udkast bliver slettet, og det kan ikke hentes igen."."""
    house.draft(talk_id)
    erase(house, talk_id)
    assert finding.list_for_citizen(house.store, talk_id) == []
    assert WISH.text not in repr(house.store.kept)


def test_erasing_leaves_what_was_shared_as_a_goal(house: House, talk_id: str) -> None:
    made = house.draft(talk_id)
    goals.share(house.store, house.clock, talk_id, [made.id], [])
    erase(house, talk_id)
    assert [goal.id for goal in finding.list_for_citizen(house.store, talk_id)] == [made.id]


def test_erasing_ends_the_sharing_of_quotes(house: House, talk_id: str) -> None:
    house.say(talk_id, WISH)
    goals.share(house.store, house.clock, talk_id, [], [1])
    erase(house, talk_id)
    assert house.store.kept.talks[talk_id].shared_turns == set()


def test_the_talk_may_go_on_after_erasing_and_begins_anew(house: House, talk_id: str) -> None:
    house.say(talk_id, WISH, REASON)
    erase(house, talk_id)
    numbers = [turn.number for turn in house.say(talk_id, statement("hej", Intent.GREET), statement("det går"))]
    assert numbers == [5, 6]
    assert house.memory(talk_id).wishes == []


def test_erasing_after_danger_does_not_lead_back_to_goals_at_once(house: House, talk_id: str) -> None:
    house.say(talk_id, CONCERN, DELETE, YES)
    assert house.memory(talk_id).status is Status.STOPPED
    assert talking.history(house.store, talk_id)[-1].acts == ("erased",)


def test_a_conversation_for_development_is_begun_once(house: House) -> None:
    talking.open_development_talk(house.store, house.clock, "udvikling")
    house.say("udvikling", statement("Jeg vil ud", Talk.DESIRE))
    talking.open_development_talk(house.store, house.clock, "udvikling")
    assert len(talking.history(house.store, "udvikling")) == 2


def test_a_turn_is_found_by_the_name_its_sender_gave_it(house: House, talk_id: str) -> None:
    turn = talking.respond(house.store, house.clock, talk_id, "a", WISH)
    assert talking.turn_of(house.store, talk_id, "a") == turn
    assert talking.turn_of(house.store, talk_id, "b") is None
    assert talking.before_sending(house.store, talk_id, "a") == (turn, ())
