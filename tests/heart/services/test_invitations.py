# SPDX-License-Identifier: MPL-2.0
"""A code begins one conversation: it may be typed carelessly, but not guessed, reused or used too late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.codebook import Intent
from bot.services import invitations, talking
from bot.services.errors import DeskError, ExpiredCode, UnknownCitizen, UnknownCode, UsedCode
from bot.services.secrets import hash_of, hash_of_code, new_code, quick_hash_of_code
from tests.factories import WISH, YES, Broken, statement
from tests.heart.services.houses import House


@pytest.fixture
def house() -> House:
    return House()


def code_of(house: House) -> str:
    return invitations.invite(house.store, house.clock, house.staff(), 14).code


def open_with(house: House, code: str) -> talking.Opened:
    return talking.open_conversation(house.store, house.clock, code)


def check_refused(house: House, code: str, error: type[DeskError]) -> None:
    before = house.store.state()
    with pytest.raises(error):
        open_with(house, code)
    assert house.store.differs_in(before) == set()


def test_a_code_opens_a_conversation_that_only_its_token_belongs_to(house: House) -> None:
    opened = open_with(house, code_of(house))
    assert house.conversation_of(opened.token) == opened.id
    assert house.conversation_of("noget andet") is None
    assert opened.replies
    assert house.acts()[-1] == "conversation.open"


CARELESS = [
    str.lower, lambda code: code.replace("-", ""), lambda code: f" {code[:3]} {code[3:]} ",
    lambda code: code.replace("-", "\u2013"), lambda code: code.replace("-", "\u2011"),
    lambda code: f"{code.replace('-', '. ')}.",
]


@pytest.mark.parametrize("typed", CARELESS)
def test_a_code_may_be_typed_carelessly(house: House, typed: Callable[[str], str]) -> None:
    assert open_with(house, typed(code_of(house))).id


def test_the_store_keeps_neither_code_nor_token(house: House) -> None:
    code = code_of(house)
    opened = open_with(house, code)
    kept = repr(house.store.kept)
    assert code not in kept and code.replace("-", "") not in kept
    assert opened.token not in kept
    assert hash_of(opened.token) in kept


def test_codes_differ_and_have_no_letters_that_look_alike() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert not set("".join(codes)) & set("ILO01")


def test_an_unknown_code_opens_nothing(house: House) -> None:
    check_refused(house, "ABCDE-FGHJK", UnknownCode)


def test_a_code_holds_to_its_last_day_and_no_longer(house: House) -> None:
    code = code_of(house)
    house.clock.later(days=14)
    assert open_with(house, code)
    late = code_of(house)
    house.clock.later(days=14, seconds=1)
    check_refused(house, late, ExpiredCode)


def test_the_same_code_opens_the_same_talk_again_until_something_is_said(house: House) -> None:
    code = code_of(house)
    first, again = open_with(house, code), open_with(house, code)
    assert (again.id, again.replies) == (first.id, first.replies)
    assert house.conversation_of(first.token) is None
    assert house.conversation_of(again.token) == first.id
    assert len(house.store.kept.talks) == 1


def test_a_code_whose_talk_has_a_message_is_used(house: House) -> None:
    code = code_of(house)
    house.say(open_with(house, code).id, WISH)
    check_refused(house, code, UsedCode)


def test_the_talk_of_a_code_is_found_once_it_has_begun(house: House) -> None:
    code = code_of(house)
    assert invitations.talk_of(house.store, code) is None and invitations.talk_of(house.store, "FORKERT") is None
    opened = open_with(house, code)
    house.clock.later(days=20)
    assert invitations.talk_of(house.store, code) == opened.id


def test_a_used_code_stays_used_when_the_words_are_erased(house: House) -> None:
    code = code_of(house)
    opened = open_with(house, code)
    house.say(opened.id, WISH, statement("slet det hele", Intent.DELETE_DATA), YES)
    check_refused(house, code, UsedCode)


def test_a_new_token_for_a_talk_is_noted(house: House) -> None:
    code = code_of(house)
    open_with(house, code)
    lines = len(house.store.kept.audit)
    open_with(house, code)
    assert len(house.store.kept.audit) == lines + 1


def test_staff_invite_a_citizen_again_only_if_they_work_with_them(house: House) -> None:
    karen, bo = house.staff("Karen"), house.staff("Bo")
    made = invitations.invite(house.store, house.clock, karen, 14)
    assert invitations.invite(house.store, house.clock, karen, 14, made.citizen_id).citizen_id == made.citizen_id
    before = house.store.state()
    with pytest.raises(UnknownCitizen):
        invitations.invite(house.store, house.clock, bo, 14, made.citizen_id)
    assert house.store.differs_in(before) == set()


def test_staff_are_known_by_their_token_only(house: House) -> None:
    staff, token = invitations.add_staff(house.store, house.clock, "Karen")
    assert invitations.staff_by_token(house.store, token) == staff
    assert invitations.staff_by_token(house.store, staff.id) is None
    assert token not in repr(house.store.kept)


def test_every_act_is_noted_without_names(house: House) -> None:
    staff = house.staff("Karen")
    made = invitations.invite(house.store, house.clock, staff, 14)
    open_with(house, made.code)
    assert house.acts() == ["staff.add", "invitation.make", "conversation.open"]
    assert "Karen" not in repr(house.store.kept.audit)


def test_an_invitation_that_cannot_be_noted_is_not_made(house: House) -> None:
    staff = house.staff()
    before = house.store.state()
    house.store.breaks = True
    with pytest.raises(Broken):
        invitations.invite(house.store, house.clock, staff, 14)
    assert house.store.differs_in(before) == set()


def test_a_code_that_was_kept_by_its_quick_hash_still_opens_its_talk(house: House) -> None:
    code = code_of(house)
    kept = house.store.kept.invitations
    kept[quick_hash_of_code(code)] = replace(kept.pop(hash_of_code(code)), code_hash=quick_hash_of_code(code))
    assert house.conversation_of(open_with(house, code).token)
