"""Passwords are kept as hashes that only the password fits."""

import pytest

from sidelight.errors import InvalidInput
from sidelight.lessons.passwords import fits, hashed, made_password


def test_a_password_fits_its_hash_alone() -> None:
    secret = hashed("correct horse")

    assert fits("correct horse", secret)
    assert not fits("correct horsf", secret)
    assert "horse" not in secret
    assert secret.startswith("$argon2id$")
    assert hashed("correct horse") != secret, "salted"


@pytest.mark.parametrize("secret", [None, "", "!", "$argon2id$nonsense"])
def test_nothing_fits_what_is_no_hash(secret: str | None) -> None:
    assert not fits("correct horse", secret)


@pytest.mark.parametrize("password", ["", "short", "x" * 201])
def test_what_is_too_short_or_long_is_refused(password: str) -> None:
    with pytest.raises(InvalidInput):
        hashed(password)


def test_made_passwords_differ_and_can_be_used() -> None:
    made = {made_password() for _ in range(50)}

    assert len(made) == 50
    one = made.pop()
    assert fits(one, hashed(one))
