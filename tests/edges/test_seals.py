# SPDX-License-Identifier: MPL-2.0
"""A citizen's key seals what they said; what an earlier version sealed is still opened, what was changed is not."""

from __future__ import annotations

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as some

from bot.store.vault import Seal, Vault, WrongKey, new_key

KEY = Fernet.generate_key()


@given(some.binary(max_size=300))
def test_what_is_sealed_is_opened_and_looks_different_every_time(content: bytes) -> None:
    seal = Seal(KEY)
    first, second = seal.close(content), seal.close(content)
    assert first != second and seal.open(first) == seal.open(memoryview(second)) == content  # type: ignore[arg-type]
    assert len(content) < 4 or content not in first


def test_what_an_earlier_version_sealed_is_opened() -> None:
    assert Seal(KEY).open(Fernet(KEY).encrypt("Æbler".encode())) == "Æbler".encode()


@pytest.mark.parametrize("place", [0, 1, 12, 13, -1])
def test_what_was_changed_is_not_opened(place: int) -> None:
    sealed = bytearray(Seal(KEY).close(b"jeg vil ud"))
    sealed[place] ^= 1
    with pytest.raises(WrongKey):
        Seal(KEY).open(bytes(sealed))


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01" + b"0" * 12, b"gAAAA", b"ord"])
def test_what_was_cut_off_is_not_opened(sealed: bytes) -> None:
    with pytest.raises(WrongKey):
        Seal(KEY).open(sealed)


def test_another_citizens_key_opens_nothing() -> None:
    vault = Vault(new_key())
    one, other = (vault.citizen(vault.new_wrapped_key()) for _ in range(2))
    with pytest.raises(WrongKey):
        other.open(one.close(b"ord"))
