# SPDX-License-Identifier: MPL-2.0
"""Signing in: both factors are needed, no code works twice, failures make the account wait, sessions end."""

from __future__ import annotations

from datetime import timedelta

import pyotp
import pytest

from bot.accounts import Role, Session, Staff
from bot.services import accounts, credentials, devices, sign_in
from bot.services.errors import EmptyText, LoginTaken, NotOnYourself, SignInRefused, TextTooLong, WeakPassword
from bot.services.secrets import hash_of
from tests.heart.services.houses import DEVICE_LASTING, STAFF_LASTING, House

PASSWORD = "kaffe cykel måne torsdag"
LOGIN = "bodil"


class Door:
    """Somebody at the door with an account, her password and her authenticator."""

    def __init__(self, house: House, role: Role = Role.BOSTOETTE) -> None:
        self.house = house
        self.made = accounts.add(house.store, house.clock, accounts.CONSOLE, "Bodil Hansen", LOGIN, role)
        self.secret = ""

    def set_up(self) -> sign_in.SignedIn:
        address = sign_in.begin_setup(self.house.store, self.house.clock, LOGIN, self.made.setup_code, PASSWORD)
        self.secret = pyotp.parse_uri(address).secret
        return sign_in.finish_setup(
            self.house.store, self.house.clock, STAFF_LASTING, LOGIN, self.made.setup_code, self.code())

    def code(self) -> str:
        return pyotp.TOTP(self.secret).at(self.house.clock())

    def sign_in(self, login: str = LOGIN, password: str = PASSWORD, code: str = "") -> sign_in.SignedIn:
        return sign_in.sign_in(
            self.house.store, self.house.clock, STAFF_LASTING, login, password, code or self.code())

    def who(self, token: str) -> Staff | None:
        return sign_in.caller(self.house.store, self.house.clock, STAFF_LASTING, token)


@pytest.fixture
def house() -> House:
    """A desk with nobody in it."""
    return House()


@pytest.fixture
def door(house: House) -> Door:
    """An account that has been set up a minute ago."""
    made = Door(house)
    made.set_up()
    house.clock.later(minutes=1)
    return made


def test_a_first_password_needs_the_one_time_code_and_the_authenticator(house: House) -> None:
    door = Door(house)
    signed = door.set_up()
    assert door.who(signed.token) == door.made.staff
    with pytest.raises(SignInRefused):
        door.set_up()


def test_nothing_can_be_signed_in_with_before_the_setup_is_finished(house: House) -> None:
    door = Door(house)
    address = sign_in.begin_setup(house.store, house.clock, LOGIN, door.made.setup_code, PASSWORD)
    door.secret = pyotp.parse_uri(address).secret
    with pytest.raises(SignInRefused):
        door.sign_in()


def test_a_setup_code_is_too_late_after_three_days(house: House) -> None:
    door = Door(house)
    house.clock.later(hours=72, seconds=1)
    with pytest.raises(SignInRefused):
        door.set_up()


@pytest.mark.parametrize("password", ["kort", "Bodil12345678", "x" * 300, "aaaaaaaaaaaaaaaa"])
def test_a_weak_password_is_refused_with_a_way_out(house: House, password: str) -> None:
    door = Door(house)
    with pytest.raises(WeakPassword, match="weak-password"):
        sign_in.begin_setup(house.store, house.clock, LOGIN, door.made.setup_code, password)
    assert house.store.kept.accounts[door.made.staff.id].password == ""


def test_both_factors_give_a_session(door: Door) -> None:
    signed = door.sign_in(login=" BODIL ")
    assert door.who(signed.token) == door.made.staff
    assert door.house.acts()[-1] == "sign-in"


@pytest.mark.parametrize(("login", "password", "code"), [
    (LOGIN, "forkert hest batteri", ""), (LOGIN, PASSWORD, "000000"), (LOGIN, PASSWORD, "abc"), (LOGIN, PASSWORD, "²³"),
    ("ingen", PASSWORD, ""), (LOGIN, "", ""),
])
def test_one_wrong_part_is_refused_and_never_said_which(door: Door, login: str, password: str, code: str) -> None:
    with pytest.raises(SignInRefused) as told:
        door.sign_in(login, password, code)
    assert told.value.danish == SignInRefused.danish


def test_the_same_one_time_code_does_not_work_twice(door: Door) -> None:
    code = door.code()
    door.sign_in(code=code)
    with pytest.raises(SignInRefused):
        door.sign_in(code=code)


def test_an_older_code_does_not_work_after_a_newer_one(door: Door) -> None:
    older = door.code()
    door.house.clock.later(seconds=30)
    door.sign_in()
    with pytest.raises(SignInRefused):
        door.sign_in(code=older)


def test_a_clock_one_step_off_is_borne_with_two_are_not(door: Door) -> None:
    at = door.house.clock()
    door.sign_in(code=pyotp.TOTP(door.secret).at(at + timedelta(seconds=30)))
    door.house.clock.later(minutes=5)
    with pytest.raises(SignInRefused):
        door.sign_in(code=pyotp.TOTP(door.secret).at(door.house.clock() + timedelta(seconds=60)))


def test_after_five_failures_the_right_words_must_wait_and_then_fit(door: Door) -> None:
    for _ in range(credentials.FREE_FAILURES):
        with pytest.raises(SignInRefused):
            door.sign_in(password="forkert hest batteri")
    with pytest.raises(SignInRefused):
        door.sign_in()
    door.house.clock.later(minutes=1, seconds=1)
    assert door.who(door.sign_in().token)
    assert door.house.store.kept.accounts[door.made.staff.id].failures == 0


def test_the_wait_grows_and_has_an_end(door: Door) -> None:
    account = door.house.store.kept.accounts[door.made.staff.id]
    waits = []
    for _ in range(14):
        credentials.note_failure(account, door.house.clock())
        waits.append((account.locked_until - door.house.clock()) // timedelta(minutes=1) if account.locked_until else 0)
    assert waits == [0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15, 15, 15, 15]


def test_a_session_ends_unused_and_in_all(door: Door) -> None:
    token = door.sign_in().token
    door.house.clock.later(minutes=29)
    assert door.who(token)
    door.house.clock.later(minutes=29)
    assert door.who(token), "what is used goes on"
    door.house.clock.later(minutes=31)
    assert door.who(token) is None
    token = door.sign_in().token
    for _ in range(24):
        door.house.clock.later(minutes=25)
        still = door.who(token)
    assert still is None, "ten hours are over"


def test_a_clock_set_far_back_ends_the_session(door: Door) -> None:
    token = door.sign_in().token
    door.house.clock.later(minutes=-4)
    assert door.who(token)
    door.house.clock.later(minutes=-4)
    assert door.who(token) is None


def test_signing_out_ends_only_this_session(door: Door) -> None:
    one = door.sign_in()
    door.house.clock.later(seconds=30)
    other = door.sign_in()
    sign_in.sign_out(door.house.store, door.house.clock, one.staff, one.token)
    assert door.who(one.token) is None and door.who(other.token)


def test_every_sign_in_has_a_token_of_its_own(door: Door) -> None:
    one = door.sign_in()
    door.house.clock.later(seconds=30)
    assert door.sign_in().token != one.token


def test_a_token_that_is_none_of_ours_opens_nothing(door: Door) -> None:
    door.sign_in()
    kept = next(iter(door.house.store.kept.sessions))
    assert door.who("") is None and door.who(kept) is None and door.who(door.made.staff.id) is None


def test_another_role_or_the_end_of_the_account_ends_its_sessions_at_once(door: Door) -> None:
    admin = accounts.actor("admin")
    token = door.sign_in().token
    accounts.give_role(door.house.store, door.house.clock, admin, door.made.staff.id, Role.PEER)
    assert door.who(token) is None
    door.house.clock.later(seconds=30)
    token = door.sign_in().token
    assert door.who(token).role is Role.PEER  # type: ignore[union-attr]
    accounts.end(door.house.store, door.house.clock, admin, door.made.staff.id)
    assert door.who(token) is None
    door.house.clock.later(seconds=30)
    with pytest.raises(SignInRefused):
        door.sign_in()


def test_a_session_that_somehow_stayed_reads_the_role_of_now(door: Door) -> None:
    token = door.sign_in().token
    account = door.house.store.kept.accounts[door.made.staff.id]
    account.staff = Staff(account.staff.id, account.staff.name, Role.LEDER)
    assert door.who(token).role is Role.LEDER  # type: ignore[union-attr]


def test_starting_over_makes_old_password_authenticator_and_sessions_void(door: Door) -> None:
    token = door.sign_in().token
    door.house.clock.later(seconds=30)
    door.made = accounts.start_over(door.house.store, door.house.clock, accounts.CONSOLE, door.made.staff.id)
    assert door.who(token) is None
    with pytest.raises(SignInRefused):
        door.sign_in()
    assert door.who(door.set_up().token)


def test_a_changed_password_ends_all_sessions(door: Door) -> None:
    token, fresh = door.sign_in().token, "sofa regn hestevogn blå"
    door.house.clock.later(seconds=30)
    sign_in.change_password(door.house.store, door.house.clock, door.made.staff, PASSWORD, door.code(), fresh)
    assert door.who(token) is None
    door.house.clock.later(seconds=30)
    with pytest.raises(SignInRefused):
        door.sign_in()
    door.house.clock.later(seconds=30)
    assert door.sign_in(password=fresh)


def test_a_password_is_not_changed_with_the_wrong_old_one(door: Door) -> None:
    with pytest.raises(SignInRefused):
        sign_in.change_password(
            door.house.store, door.house.clock, door.made.staff, "forkert hest batteri", door.code(), "sofa regn vogn")
    assert door.house.store.kept.accounts[door.made.staff.id].failures == 1


def test_no_password_or_secret_is_kept_readable(door: Door) -> None:
    account = door.house.store.kept.accounts[door.made.staff.id]
    assert account.password.startswith("$argon2id$") and PASSWORD not in account.password
    assert account.setup == ""


def test_accounts_need_names_of_their_own(house: House) -> None:
    Door(house)
    with pytest.raises(LoginTaken):
        accounts.add(house.store, house.clock, accounts.CONSOLE, "En anden", LOGIN.upper(), Role.PEER)
    with pytest.raises(EmptyText):
        accounts.add(house.store, house.clock, accounts.CONSOLE, " ", "ny", Role.PEER)
    with pytest.raises(TextTooLong):
        accounts.add(house.store, house.clock, accounts.CONSOLE, "x" * 201, "ny", Role.PEER)


def test_nobody_ends_or_changes_their_own_account(door: Door) -> None:
    with pytest.raises(NotOnYourself):
        accounts.end(door.house.store, door.house.clock, accounts.actor(door.made.staff.id), door.made.staff.id)
    with pytest.raises(NotOnYourself):
        accounts.give_role(
            door.house.store, door.house.clock, accounts.actor(door.made.staff.id), door.made.staff.id, Role.ADMIN)


def test_a_provider_vouches_for_the_same_person_every_time(house: House) -> None:
    def come(role: Role, subject: str = "42") -> sign_in.SignedIn:
        return sign_in.sign_in_from_provider(
            house.store, house.clock, STAFF_LASTING, "https://id.example", subject, "Bodil", role)

    first, second = come(Role.BOSTOETTE), come(Role.BOSTOETTE)
    assert first.staff.id == second.staff.id != come(Role.BOSTOETTE, "43").staff.id
    third = come(Role.LEDER)
    assert third.staff.role is Role.LEDER
    assert sign_in.caller(house.store, house.clock, STAFF_LASTING, second.token) is None
    accounts.end(house.store, house.clock, accounts.actor("admin"), first.staff.id)
    with pytest.raises(SignInRefused):
        come(Role.BOSTOETTE)


def test_a_citizens_device_ends_unused_in_all_and_when_signed_out(house: House) -> None:
    opened = house.talk()
    house.clock.later(days=29)
    assert house.conversation_of(opened.token) == opened.id
    house.clock.later(days=29)
    assert house.conversation_of(opened.token) == opened.id
    house.clock.later(days=31)
    assert house.conversation_of(opened.token) is None
    other = house.talk()
    devices.sign_out(house.store, house.clock, other.id)
    assert house.conversation_of(other.token) is None
    busy = house.talk()
    for _ in range(10):
        house.clock.later(days=9)
        still = house.conversation_of(busy.token)
    assert still is None, "ninety days are over"


def test_sessions_are_kept_by_hash(door: Door) -> None:
    token = door.sign_in().token
    assert isinstance(door.house.store.kept.sessions[hash_of(token)], Session)
    assert token not in door.house.store.kept.sessions
    assert DEVICE_LASTING.idle > STAFF_LASTING.idle
