# SPDX-License-Identifier: MPL-2.0
"""What a browser carries for us can be read by us alone, for a while, and for one purpose."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.store.carried import Carried
from bot.store.vault import NoKey, Vault, WrongKey, new_key

AT, LASTS = datetime(2026, 11, 27, 8, tzinfo=UTC), timedelta(minutes=10)
KEY = new_key()


def test_another_process_with_the_same_key_opens_it() -> None:
    sealed = Carried(KEY, "a").close({"word": "hemmelig"}, AT)
    assert "hemmelig" not in sealed
    assert Carried(KEY, "a").open(sealed, AT + timedelta(minutes=9), LASTS) == {"word": "hemmelig"}


def test_after_its_time_it_opens_no_more() -> None:
    sealed = Carried(KEY, "a").close({}, AT)
    assert Carried(KEY, "a").open(sealed, AT + timedelta(minutes=10), LASTS) == {}
    assert Carried(KEY, "a").open(sealed, AT + timedelta(minutes=10, seconds=1), LASTS) is None


def test_neither_another_key_nor_another_purpose_opens_it() -> None:
    sealed = Carried(KEY, "a").close({}, AT)
    assert Carried(new_key(), "a").open(sealed, AT, LASTS) is None
    assert Carried(KEY, "b").open(sealed, AT, LASTS) is None
    with pytest.raises(WrongKey):
        Vault(KEY).open_name(sealed.encode())


@pytest.mark.parametrize("sealed", ["", "x", "æ", "\0", "gAAAA", "=" * 200])
def test_what_was_never_sealed_is_nothing(sealed: str) -> None:
    assert Carried(KEY, "a").open(sealed, AT, LASTS) is None


def test_a_key_that_was_changed_for_another_still_opens_what_is_under_way() -> None:
    sealed, fresh = Carried(KEY, "a").close({}, AT), new_key()
    assert Carried(f"{fresh}, {KEY}", "a").open(sealed, AT, LASTS) == {}
    assert Carried(fresh, "a").open(Carried(f"{fresh},{KEY}", "a").close({}, AT), AT, LASTS) == {}


def test_without_a_key_there_is_nothing_to_seal_with() -> None:
    with pytest.raises(NoKey):
        Carried(" , ", "a")
