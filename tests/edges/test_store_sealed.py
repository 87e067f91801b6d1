# SPDX-License-Identifier: MPL-2.0
"""Who has the database but not the key reads nothing that a citizen wrote, and what is erased is gone."""

from __future__ import annotations

import uuid

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import text

from bot.accounts import Staff
from bot.codebook import Intent, Statement
from bot.goals.lifecycle import Act
from bot.services import finding, goals, invitations, talking
from bot.store.vault import NoKey, Vault, WrongKey, new_key
from bot.store.work import SqlStore
from tests.edges.houses import confirm_goal, everything, raw_bytes, understood
from tests.factories import Clock

pytestmark = pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)

MESSAGE = "jeg vil gerne se tordenskyen over Skagen"
WORDING = "Jeg cykler til Grenen og ser Kattegat."
SUGGESTED = "Jeg kører til Hirtshals på lørdag."
QUESTION = "Hvem følger dig til Frederikshavn?"
NAME = "Bodil Vesterhavsgaard"
WORDS = ("tordenskyen", "Skagen", "Kattegat", "Hirtshals", "Frederikshavn", "Vesterhavsgaard")


@pytest.fixture
def staff(store: SqlStore, clock: Clock) -> Staff:
    return invitations.add_staff(store, clock, NAME)[0]


@pytest.fixture
def talk(store: SqlStore, clock: Clock, staff: Staff) -> str:
    """A conversation in which much has been said, with a goal that went back and forth."""
    code = invitations.invite(store, clock, staff, 14).code
    talk = talking.open_conversation(store, clock, code).id
    talking.respond(store, clock, talk, "en", understood(MESSAGE))
    talking.hold(store, clock, talk, "to", MESSAGE)
    goal = confirm_goal(store, clock, talk, wording=WORDING, wish=MESSAGE)
    goals.share(store, clock, talk, [goal], [1])
    goals.review(store, clock, staff, goal, Act.ASK, goals.Words(reason=QUESTION))
    goals.answer(store, clock, talk, goal, Act.REPLY, goals.Words(reason="Det gør Skagen."))
    goals.review(store, clock, staff, goal, Act.SUGGEST, goals.Words(SUGGESTED))
    return talk


def with_key(store: SqlStore, keys: str) -> SqlStore:
    return SqlStore(store.engine.url.render_as_string(hide_password=False), Vault(keys))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "unicode_escape"])
def test_nothing_anybody_wrote_can_be_read_in_the_raw_database(
    database_url: str, store: SqlStore, talk: str, encoding: str
) -> None:
    raw = raw_bytes(store)
    assert talk.encode() in raw, "the conversation is in the bytes that are looked at"
    assert [word for word in WORDS if word.encode(encoding) in raw] == []


def test_what_is_unreadable_there_can_be_read_with_the_key(
    database_url: str, store: SqlStore, staff: Staff, talk: str
) -> None:
    told = [turn.said.text for turn in talking.history(store, talk) if turn.said]
    goal = finding.list_for_citizen(store, talk)[0]
    reasons = [change.reason for change in goal.history]
    assert told[:2] == [MESSAGE, MESSAGE]
    assert goal.wish and goal.wish.text == MESSAGE and goal.wording == SUGGESTED and QUESTION in reasons
    quotes = finding.read_for_staff(store, Clock(), staff, goal.id)[1]
    assert [(told.turn, told.text) for told in quotes] == [(1, MESSAGE)]


def test_neither_tokens_nor_codes_stand_in_the_database(
    database_url: str, store: SqlStore, clock: Clock, staff: Staff
) -> None:
    _, token = invitations.add_staff(store, clock, "Ib")
    code = invitations.invite(store, clock, staff, 14).code
    own = talking.open_conversation(store, clock, code).token
    raw = raw_bytes(store)
    assert not any(secret.encode() in raw for secret in (token, own, code, code.replace("-", "")))


def test_one_citizens_key_does_not_open_anothers_words(
    database_url: str, store: SqlStore, clock: Clock, staff: Staff
) -> None:
    with store() as work:
        for citizen in ("den-ene", "den-anden"):
            work.people.add_citizen(citizen, staff.id, clock())
    wrapped = {row[0]: row[1] for row in everything(store)["citizen_key"]}
    assert wrapped["den-ene"] != wrapped["den-anden"]


# Keys


def test_with_another_key_the_words_stay_closed(database_url: str, store: SqlStore, talk: str) -> None:
    with pytest.raises(WrongKey, match="AFSAET_KEY"):
        talking.history(with_key(store, new_key()), talk)


def test_with_another_key_nothing_is_written_over_what_is_there(
    database_url: str, store: SqlStore, clock: Clock, talk: str
) -> None:
    before = everything(store)
    with pytest.raises(WrongKey):
        talking.respond(with_key(store, new_key()), clock, talk, "tre", understood("hej"))
    assert everything(store) == before


def test_with_another_key_a_member_of_staff_is_told_so_too(
    database_url: str, store: SqlStore, clock: Clock
) -> None:
    _, token = invitations.add_staff(store, clock, NAME)
    with pytest.raises(WrongKey):
        invitations.staff_by_token(with_key(store, new_key()), token)


def test_of_several_keys_by_comma_the_first_seals_and_all_open(
    database_url: str, store: SqlStore, key: str, clock: Clock, staff: Staff, talk: str
) -> None:
    fresh = new_key()
    rotated = with_key(store, f" {fresh} ,\n{key}\n")
    assert talking.history(rotated, talk) == talking.history(store, talk)
    _, token = invitations.add_staff(rotated, clock, "Ib")
    code = invitations.invite(rotated, clock, staff, 14).code
    newer = talking.open_conversation(rotated, clock, code).id
    only_fresh = with_key(store, fresh)
    assert talking.history(only_fresh, newer) == talking.history(rotated, newer)
    found = invitations.staff_by_token(only_fresh, token)
    assert found is not None and found.name == "Ib"
    with pytest.raises(WrongKey):
        talking.history(only_fresh, talk)


@pytest.mark.parametrize("keys", ["", " ", ",", " , \n"])
def test_without_a_key_there_is_no_vault(database_url: str, keys: str) -> None:
    with pytest.raises(NoKey, match="afsaet key"):
        Vault(keys)


def test_a_made_key_is_one_that_fernet_takes(database_url: str) -> None:
    assert Fernet(new_key()).encrypt(b"x") and new_key() != new_key()


# Erasing


def erase(store: SqlStore, clock: Clock, talk: str) -> None:
    for said, intent in (("slet alt", Intent.DELETE_DATA), ("ja, slet det hele", Intent.AFFIRM)):
        talking.respond(store, clock, talk, uuid.uuid4().hex, Statement(said, intent=intent))


def told(store: SqlStore, clock: Clock, staff: Staff) -> str:
    code = invitations.invite(store, clock, staff, 14).code
    talk = talking.open_conversation(store, clock, code).id
    for number in range(5):
        talking.respond(store, clock, talk, f"{number}", understood(f"{MESSAGE} nummer {number}"))
    return talk


def test_erased_words_are_gone_from_the_bytes_even_sealed(
    database_url: str, store: SqlStore, clock: Clock, staff: Staff
) -> None:
    talk = told(store, clock, staff)
    rows = everything(store)
    kept = [value for name in ("turn", "conversation") for row in rows[name] for value in row]
    sealed = [value for value in kept if isinstance(value, bytes)]
    assert len(sealed) == 7 and all(_core(one) in raw_bytes(store) for one in sealed)
    erase(store, clock, talk)
    if store.engine.dialect.name == "sqlite":
        with store.engine.connect() as connection:
            assert connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).one()[0] == 0
    raw = raw_bytes(store)
    assert not any(_core(one) in raw for one in sealed)


def _core(sealed: bytes) -> bytes:
    """A piece that is short enough to stand on one page of the database."""
    return sealed[40:72]


def test_after_erasing_the_conversation_holds_only_that_it_was_erased(
    database_url: str, store: SqlStore, clock: Clock, staff: Staff
) -> None:
    talk = told(store, clock, staff)
    erase(store, clock, talk)
    (left,) = talking.history(store, talk)
    assert left.said is not None and left.said.text == ""
    assert left.acts == ("erased",)
    with store() as work:
        assert "Skagen" not in repr(work.talks.locked(talk))


def test_erasing_takes_the_drafts_too_as_the_question_says_it_will(
    database_url: str, store: SqlStore, clock: Clock, staff: Staff
) -> None:
    talk = told(store, clock, staff)
    confirm_goal(store, clock, talk, wording=WORDING, wish=MESSAGE)
    erase(store, clock, talk)
    assert finding.list_for_citizen(store, talk) == []


def test_erasing_leaves_what_was_shared_as_a_goal(
    database_url: str, store: SqlStore, clock: Clock, staff: Staff
) -> None:
    talk = told(store, clock, staff)
    goal = confirm_goal(store, clock, talk, wording=WORDING, wish=MESSAGE)
    goals.share(store, clock, talk, [goal], [1])
    erase(store, clock, talk)
    kept, quotes = finding.read_for_staff(store, clock, staff, goal)
    assert kept.wording == WORDING and quotes == []


def test_after_erasing_the_talk_may_go_on_and_no_turn_is_counted_twice(
    database_url: str, store: SqlStore, clock: Clock, staff: Staff
) -> None:
    talk = told(store, clock, staff)
    erase(store, clock, talk)
    (left,) = talking.history(store, talk)
    turn = talking.respond(store, clock, talk, "efter", understood("hej"))
    assert turn.number == left.number + 1 == 8
